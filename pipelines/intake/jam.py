"""Times of day as cells have them."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from pipelines.intake.cells import Unreadable, blank
from pipelines.intake.grid import Cell

_WRITTEN = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)(?:[.:][0-5]\d)?(?:\s*(?:WIB|WITA|WIT))?", re.IGNORECASE)
_DAY = timedelta(days=1)


def hour(value: Cell) -> str | None:
    """A time of day as HH:MM, from a cell of that kind, a share of a day, or "9.30", "09:30 WIB"; None for a blank."""
    if blank(value):
        return None
    if isinstance(value, datetime | time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and 0 <= value < 1:
        value = _DAY * value
    if isinstance(value, timedelta) and timedelta() <= value < _DAY:
        minutes = round(value / timedelta(minutes=1)) % (24 * 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    read = _WRITTEN.fullmatch(value.strip()) if isinstance(value, str) else None
    if read is None:
        raise Unreadable(str(value))
    return f"{int(read[1]):02d}:{read[2]}"
