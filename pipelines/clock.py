"""Time: recorded in UTC, said and compared in the pemda's own zone."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time, timedelta, timezone

# Indonesia keeps no summer time, so an offset says all; no zone database is needed.
_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}


def zone() -> timezone:
    """The pemda's zone: RAPORDA_ZONA (WIB, WITA or WIT), WIB where it is not set."""
    name = os.environ.get("RAPORDA_ZONA", "WIB").upper()
    return timezone(timedelta(hours=_HOURS.get(name, 7)), name)


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def utc(moment: date | datetime) -> datetime:
    """A moment in UTC; one without a zone is the pemda's own, a bare date is its midnight."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time.min)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone())).astimezone(UTC)


def until(moment: date | datetime) -> datetime:
    """The last moment meant by "known at": a bare date counts whole."""
    if isinstance(moment, datetime):
        return utc(moment)
    return utc(moment) + timedelta(days=1) - timedelta(microseconds=1)


def local(moment: datetime) -> datetime:
    """A moment as the pemda's clock shows it, without zone, as the tables store it."""
    return utc(moment).astimezone(zone()).replace(tzinfo=None)
