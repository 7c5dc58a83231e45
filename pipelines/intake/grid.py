"""A file as sheets of raw cells: nothing is guessed here, every cell stays what the file says it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, Literal, Protocol

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from pipelines.intake.delimited import Delimited

Cell = str | float | int | bool | date | datetime | time | timedelta  # an empty cell is ''
Row = list[Any]  # of Cell
Visibility = Literal["visible", "hidden", "very_hidden"]


def _visibility(seen: SheetVisibleEnum) -> Visibility:
    if seen == SheetVisibleEnum.Visible:
        return "visible"
    return "hidden" if seen == SheetVisibleEnum.Hidden else "very_hidden"


class Source(Protocol):
    """Where a sheet's rows come from; rows and columns count from A1."""

    @property
    def height(self) -> int: ...

    @property
    def width(self) -> int: ...

    def rows(self) -> Iterator[Row]: ...


@dataclass(frozen=True)
class _Calamine:
    sheet: CalamineSheet

    @property
    def height(self) -> int:
        return 0 if self.sheet.end is None else int(self.sheet.end[0]) + 1

    @property
    def width(self) -> int:
        return 0 if self.sheet.end is None else int(self.sheet.end[1]) + 1

    def rows(self) -> Iterator[Row]:
        # calamine counts rows from the top of the sheet but columns from the first that is filled.
        left = 0 if self.sheet.start is None else int(self.sheet.start[1])
        if not left:
            yield from self.sheet.iter_rows()
            return
        pad: Row = [""] * left
        for row in self.sheet.iter_rows():
            yield pad + row


@dataclass
class Sheet:
    """One sheet; its cells are read when first asked for."""

    name: str
    visibility: Visibility
    _load: Callable[[], Source] = field(repr=False)
    # Formulas whose value was never stored, by row and column from 0: shown as their text, so that they are not
    # taken for blanks.
    formulas: dict[int, dict[int, str]] = field(default_factory=dict, repr=False)
    end: int | None = None  # the row behind the last that says something, where it was looked for

    @cached_property
    def source(self) -> Source:
        return self._load()

    @property
    def height(self) -> int:
        """Rows from the first to the last that is filled."""
        return self.source.height if self.end is None else self.end

    def trim(self) -> None:
        """Leaves out the rows below the last that says something: a stray blank far down is no row."""
        self.end = 0
        empty = [""] * self.source.width
        for number, row in enumerate(self.source.rows(), start=1):
            if row != empty and not all(map(_silent, row)):  # most rows of such a sheet are empty: compared at once
                self.end = number

    @property
    def width(self) -> int:
        return self.source.width

    @cached_property
    def top(self) -> list[Row]:
        """The first 60 rows: enough to know a layout and to find its header."""
        return self.rows(stop=60)

    def rows(self, start: int = 0, stop: int | None = None) -> list[Row]:
        """Rows from `start` (0 = Excel's row 1), each as wide as the sheet."""
        stop = self.end if stop is None else stop if self.end is None else min(stop, self.end)
        start = start if stop is None else min(start, stop)
        return [self._whole(i, row) for i, row in enumerate(islice(self.source.rows(), start, stop), start)]

    def chunks(self, start: int, size: int = 20_000) -> Iterator[tuple[int, list[Row]]]:
        """Rows in pieces, each with the index of its first row."""
        rows = islice(self.source.rows(), start, self.end and max(start, self.end))
        while piece := list(islice(rows, size)):
            yield start, [self._whole(i, row) for i, row in enumerate(piece, start)] if self.formulas else piece
            start += len(piece)

    def _whole(self, index: int, row: Row) -> Row:
        if index not in self.formulas:
            return row
        return [self.formulas[index].get(c, cell) if cell == "" else cell for c, cell in enumerate(row)]


def _silent(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()


@dataclass
class Book:
    """A file: its sheets in order."""

    path: Path
    kind: Literal["xlsx", "xls", "csv"]
    sheets: list[Sheet]

    @property
    def visible(self) -> list[Sheet]:
        return [sheet for sheet in self.sheets if sheet.visibility == "visible"]

    @property
    def hidden(self) -> list[Sheet]:
        return [sheet for sheet in self.sheets if sheet.visibility != "visible"]


def open_book(path: Path, kind: Literal["xlsx", "xls", "csv"]) -> Book:
    """The sheets of a workbook or delimited file; raises what the reader raises for a damaged file."""
    if kind == "csv":
        return Book(path, kind, [Sheet("csv", "visible", lambda: Delimited.from_path(path))])
    # A path is opened by its extension, which says nothing; the bytes say what they are.
    honest = path.suffix.lower() == f".{kind}"
    book = CalamineWorkbook.from_path(path) if honest else CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
    sheets = [
        Sheet(about.name, _visibility(about.visible), _loader(book, about.name))
        for about in book.sheets_metadata
        if about.typ == SheetTypeEnum.WorkSheet
    ]
    return Book(path, kind, sheets)


def _loader(book: CalamineWorkbook, name: str) -> Callable[[], Source]:
    return lambda: _Calamine(book.get_sheet_by_name(name))


def column_of(letters: str) -> int:
    """The column, counted from 0, of Excel's letters."""
    number = 0
    for char in letters:
        number = number * 26 + ord(char) - 64
    return number - 1


def letter(column: int) -> str:
    """Excel's letters of a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
