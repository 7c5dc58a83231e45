"""Dates that an export writes twice, as text and as a date: the readable one counts, and where they differ is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.intake import dates
from pipelines.intake.cells import Unreadable, blank
from pipelines.intake.grid import Cell

_NEVER = re.compile(r"(?:01[-/]01[-/]0001|0001-01-01|00[-/]00[-/]0000|0000-00-00)(?:[T ].*)?")  # how systems say blank


@dataclass(frozen=True)
class Days:
    """One column of dates, and the rows in which its two writings say different days."""

    cells: list[Cell]
    differing: list[int]


def days(columns: Sequence[Sequence[Cell]]) -> Days:
    """The dates of the columns that carry one; a cell that no column makes readable stays as it is."""
    memo: dict[Cell, Cell | date] = {}
    cells: list[Cell] = []
    differing: list[int] = []
    for i, row in enumerate(zip(*columns, strict=True)):
        read = [_day(cell, memo) for cell in row]
        known = [found for found in read if isinstance(found, date)]
        if len(set(known)) > 1:
            differing.append(i)
        cells.append(known[0] if known else next((cell for cell in read if cell != ""), ""))
    return Days(cells, differing)


def _day(cell: Cell, memo: dict[Cell, Cell | date]) -> Cell | date:
    if cell not in memo:
        if blank(cell) or (isinstance(cell, str) and _NEVER.fullmatch(cell.strip())):
            memo[cell] = ""
        else:
            try:
                memo[cell] = dates.day(cell) or ""
            except Unreadable:
                memo[cell] = cell
    return memo[cell]
