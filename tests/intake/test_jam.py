"""Times of day as cells have them."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from pipelines.intake.cells import Unreadable
from pipelines.intake.grid import Cell
from pipelines.intake.jam import hour


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("", None),
        (time(9, 30), "09:30"),
        (datetime(2026, 10, 12, 13, 5), "13:05"),
        (0.395833333, "09:30"),
        (timedelta(hours=9, minutes=30), "09:30"),
        ("9.30", "09:30"),
        ("09:30:15", "09:30"),
        (" 23.59 WIB ", "23:59"),
        ("00:00", "00:00"),
    ],
)
def test_times_are_read(cell: Cell, read: str | None) -> None:
    assert hour(cell) == read


@pytest.mark.parametrize("cell", ["24:00", "9", "pagi", "9:60", 1.5, -0.1, 930, True, timedelta(days=1)])
def test_what_is_no_time_is_refused(cell: Cell) -> None:
    with pytest.raises(Unreadable):
        hour(cell)
