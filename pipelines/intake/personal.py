"""The door: columns about people that no figure needs are emptied before anything reads the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from pipelines.catalogue import toml
from pipelines.intake.grid import Book, Row, Sheet, Source, letter
from pipelines.intake.heads import norm
from pipelines.intake.out import Out

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True)
class Dropped:
    """A column emptied at the door."""

    row: int  # 0-based row of its header
    column: int
    header: str  # as written


@dataclass(frozen=True)
class _Emptied:
    """A sheet's rows without some columns, from their header down."""

    source: Source
    row: int
    columns: tuple[int, ...]

    @property
    def height(self) -> int:
        return self.source.height

    @property
    def width(self) -> int:
        return self.source.width

    def rows(self) -> Iterator[Row]:
        for i, row in enumerate(self.source.rows()):
            if i >= self.row:
                row = list(row)
                for column in self.columns:
                    if column < len(row):
                        row[column] = ""
            yield row


def shut(book: Book) -> tuple[Book, dict[str, list[Dropped]]]:
    """The book without the personal columns of its visible sheets about people, and which those were, by sheet."""
    found = {sheet.name: personal(sheet.top) for sheet in book.visible}
    dropped = {name: columns for name, columns in found.items() if columns}
    if not dropped:
        return book, {}
    return replace(book, sheets=[_without(sheet, dropped.get(sheet.name, [])) for sheet in book.sheets]), dropped


def tell(dropped: dict[str, list[Dropped]], out: Out) -> None:
    """Says once a sheet which columns were dropped; their headers only."""
    for sheet, columns in dropped.items():
        names = ", ".join(sorted({column.header for column in columns}))
        out.problem("KOLOM_PRIBADI", "info", sheet=sheet, row=columns[0].row + 1, column=letter(columns[0].column),
                    daftar=names, n=len({column.header for column in columns}))  # fmt: skip


def personal(rows: Sequence[Row]) -> list[Dropped]:
    """The personal columns of the first header row about people; none where the sheet is about something else."""
    for i, row in enumerate(rows):
        headers = {column: words(cell) for column, cell in enumerate(row) if isinstance(cell, str) and words(cell)}
        said = set(headers.values())
        if len(headers) >= 2 and said & _named("orang") and not said & _named("bukan"):
            found = {c: " ".join(str(row[c]).split())[:80] for c, name in headers.items() if unneeded(name)}
            return [Dropped(i, c, found[start]) for start in found for c in _span(rows, i, start)]
    return []


def _span(rows: Sequence[Row], row: int, start: int) -> range:
    """The columns a header stands over: more than its own where a second line of headers divides it."""
    under = rows[row + 1] if row + 1 < len(rows) else []
    end = start + 1
    while end < len(rows[row]) and rows[row][end] == "" and end < len(under) and isinstance(under[end], str):
        if not under[end]:
            break
        end += 1
    return range(start, end)


@lru_cache(maxsize=4_096)
def words(header: str) -> str:
    """A header as lower-case words: tanggalLahir, tanggal_lahir and "Tanggal Lahir" are the same."""
    return norm(_CAMEL.sub(" ", header)) if len(header) < 200 else ""


@lru_cache(maxsize=4_096)
def unneeded(said: str) -> bool:
    """Whether a header, as words, names something personal that no figure needs."""
    return bool(_dropped().search(f" {said} "))


@cache
def _named(kind: str) -> frozenset[str]:
    return frozenset(toml("templat/pribadi")[kind])


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(f" (?:{'|'.join(map(re.escape, toml('templat/pribadi')['buang']))}) ")


def _without(sheet: Sheet, columns: Sequence[Dropped]) -> Sheet:
    if not columns:
        return sheet
    row, places = columns[0].row, tuple(column.column for column in columns)
    source = _Emptied(sheet.source, row, places)
    formulas = {
        at: {column: text for column, text in cells.items() if at < row or column not in places}
        for at, cells in sheet.formulas.items()
    }
    return Sheet(sheet.name, sheet.visibility, lambda: source, formulas)
