"""Columns found by the words of their header and by what stands under it, never by position."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

from pipelines.intake.cells import blank, tidy
from pipelines.intake.grid import Book, Row, Sheet

_UNIT = re.compile(r"(?: (?:rp|rupiah|dalam|ta|t a|tahun|20\d{2}))+$")
_NOT_WORD = re.compile(r"[^a-z0-9%]+")


def norm(value: Any) -> str:
    """Header text reduced to its words: lower case, single spaces, no marks; '' for what is no text."""
    return _words(value) if isinstance(value, str) else ""


@lru_cache(maxsize=32_768)
def _words(value: str) -> str:
    return _NOT_WORD.sub(" ", tidy(value).lower()).strip()


def label(value: Any) -> str:
    """Header text without what only qualifies it: "Anggaran (Rp)" gives anggaran, "Januari 2026" januari."""
    return _UNIT.sub("", norm(value)).strip()


def lines(rows: Iterable[Row]) -> list[str]:
    """The words of each row, for titles and periods; empty rows are left out."""
    said = (" ".join(_say(cell) for cell in row if not blank(cell) and _worded(row, cell)) for row in rows)
    return [line for line in said if line]


def _say(cell: Any) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return str(int(cell)) if isinstance(cell, float) else tidy(str(cell))


def _worded(row: Row, cell: Any) -> bool:
    # A title row may hold the year alone, as a number.
    return isinstance(cell, str | date) or (
        isinstance(cell, int | float) and cell in range(2000, 2101) and len(set(row)) <= 2
    )


@dataclass(frozen=True)
class Header:
    """A header row: where it stands (0-based) and the columns by their words."""

    row: int
    columns: dict[str, int]
    names: dict[int, str]  # as written

    def column(self, *aliases: str) -> int | None:
        """The column under the first alias that is there."""
        return next((self.columns[alias] for alias in aliases if alias in self.columns), None)


def header_at(row: Row, index: int, alike: Mapping[str, str] | None = None) -> Header:
    """A row read as a header; of two equal headers the first counts. `alike` names words by their usual ones."""
    columns: dict[str, int] = {}
    names: dict[int, str] = {}
    for column, cell in enumerate(row):
        words = (alike or {}).get(norm(cell), norm(cell))
        if words:
            columns.setdefault(words, column)
            names[column] = tidy(cell)
    return Header(index, columns, names)


def find(
    rows: Sequence[Row], wanted: Sequence[str], *, alike: Mapping[str, str] | None = None
) -> tuple[Header | None, float]:
    """The row that carries most of the wanted headers, and which share of them it carries."""
    best: Header | None = None
    share = 0.0
    for index, row in enumerate(rows):
        header = header_at(row, index, alike)
        found = sum(word in header.columns for word in wanted) / len(wanted)
        if found > share:
            best, share = header, found
    return best, share


def numbering(row: Row) -> bool:
    """Whether a row only numbers the columns ("1 2 3 …", "(a) (b) (c)")."""
    said = [str(cell).strip("() .").split(".")[0] for cell in row if not blank(cell)]
    if len(said) < 3:
        return False
    if all(text.isdigit() for text in said):
        order = [int(text) for text in said]
        return order[0] <= 2 and all(0 <= b - a <= 2 for a, b in pairwise(order))
    return all(len(text) == 1 and text.isalpha() for text in said)


def best_sheet(book: Book, score: Callable[[Sheet], float]) -> tuple[Sheet | None, float, list[str]]:
    """The visible sheet with the highest score, its score, and the names of the others that score as well."""
    scored = [(score(sheet), sheet) for sheet in book.visible]
    if not scored:
        return None, 0.0, []
    top = max(value for value, _ in scored)
    same = [sheet for value, sheet in scored if value == top]
    return same[0], top, [sheet.name for sheet in same[1:]] if top else []


def filled(row: Row, column: int) -> bool:
    """Whether a cell of a row says something; columns beyond the row are blank."""
    return column < len(row) and not blank(row[column])
