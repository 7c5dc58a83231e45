"""Exports with one header row and one row a leaf, read a column at a time: a million rows stay a matter of seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import numpy as np

from pipelines.intake.cells import blank, mark
from pipelines.intake.flat_column import Column, Mask, coded
from pipelines.intake.flat_fields import FAULTS, UNREADABLE, Field, Memo
from pipelines.intake.grid import Book, Row, Sheet, letter
from pipelines.intake.heads import Header, best_sheet, find, norm, numbering
from pipelines.intake.heads import lines as words
from pipelines.intake.money import Money, Reader
from pipelines.intake.out import Out
from pipelines.intake.scale import times
from pipelines.intake.spending import again, others

_AT_ONCE = 5_000  # rows: what is made of them is looked at again while the processor still holds them


@dataclass(frozen=True)
class Chunk:
    """Some rows of the sheet, all as wide as the widest."""

    first: int  # 0-based row of the first
    rows: Sequence[Row]

    @property
    def count(self) -> int:
        return len(self.rows)

    def column(self, place: int | None) -> Sequence[Any]:
        """The raw cells of a column; blanks where the file has no such column."""
        if place is None or place >= len(self.rows[0]):
            return ("",) * self.count
        return list(map(itemgetter(place), self.rows))


@dataclass
class Flat:
    """A sheet with its header found."""

    sheet: Sheet
    header: Header
    fields: Mapping[str, Field]
    amounts: Mapping[str, tuple[str, ...]]
    titles: Sequence[str] = ()  # what stands above the header, line by line
    times: int = 1  # to rupiah
    memos: dict[str, Memo] = field(default_factory=dict)
    readers: dict[str, Reader] = field(default_factory=dict)

    def place(self, name: str) -> int | None:
        """The column a field stands in."""
        headers = self.fields[name].headers if name in self.fields else self.amounts[name]
        return self.header.column(*headers)

    def chunks(self) -> Iterator[Chunk]:
        """The rows below the header; the marks between thousands are learnt from all that the first chunk shows."""
        for first, rows in self.sheet.chunks(self.header.row + 1, _AT_ONCE):
            widths = set(map(len, rows))
            wide = max(widths)
            chunk = Chunk(first, rows if len(widths) == 1 else [row + [""] * (wide - len(row)) for row in rows])
            if not self.readers:
                marks = [cell for name in self.amounts for cell in chunk.column(self.place(name))]
                thousands = mark(marks)
                self.readers = {name: Reader(thousands) for name in self.amounts}
                self.memos = {name: Memo(about.read) for name, about in self.fields.items()}
            yield chunk

    def values(self, chunk: Chunk, name: str) -> Column:
        """The parsed cells of a field."""
        return coded(chunk.column(self.place(name)), self.memos[name])

    def money(self, chunk: Chunk, name: str) -> Money:
        """The amounts of a column."""
        return self.readers[name].column(chunk.column(self.place(name))).scaled(self.times)


def open_flat(
    book: Book, score: Callable[[Sheet], float], wanted: Sequence[str], *, fields: Mapping[str, Field],
    amounts: Mapping[str, tuple[str, ...]], out: Out, known: Sequence[str], alike: Mapping[str, str] | None = None,
) -> Flat | None:  # fmt: skip
    """The sheet that scores best, with its header; names what is not read, refuses a file without a column it needs."""
    sheet, _, same = best_sheet(book, score)
    header = sheet and find(sheet.top, wanted, alike=alike)[0]
    if sheet is None or not header:
        return None
    titles = words(sheet.top[: header.row])
    flat = Flat(sheet, header, fields, amounts, titles, times(out, sheet.top[: header.row + 1], sheet=sheet.name))
    absent = [about.headers[0] for name, about in fields.items() if about.needed and flat.place(name) is None]
    main = next(iter(amounts))  # the first amount is what the file is for
    absent += [amounts[main][0]] if flat.place(main) is None else []
    for name in absent:
        out.refuse("KOLOM_TIDAK_ADA", sheet=sheet.name, row=header.row + 1, nama=name.upper())
    expected = set(known) | {h for about in fields.values() for h in about.headers}
    expected |= {h for headers in amounts.values() for h in headers}
    for word, column in header.columns.items():
        if word not in expected:
            out.problem("KOLOM_DIABAIKAN", "info", sheet=sheet.name, row=header.row + 1, column=letter(column),
                        read=header.names[column])  # fmt: skip
    if absent:
        return None
    read = {place for name in amounts if (place := flat.place(name)) is not None}
    named = {column: (alike or {}).get(norm(name), norm(name)) for column, name in header.names.items()}
    doubles = [(c, header.columns[word], header.names[c]) for c, word in named.items() if c != header.columns[word]]
    again(out, sheet, [(column, taken, name) for column, taken, name in doubles if taken in read])
    others(out, sheet, same)
    out.titled(titles)
    return flat


def rows_of_data(flat: Flat, chunk: Chunk, values: Mapping[str, Column], names: Sequence[str]) -> Mask:
    """Which rows say one of the named fields; a header printed again, column numbers and signatures are no data."""
    data = np.zeros(chunk.count, dtype=np.bool_)
    for name in names:
        data |= values[name].known()
    needed = [name for name, about in flat.fields.items() if about.needed]
    odd = np.zeros(chunk.count, dtype=np.bool_)
    for name in needed:
        odd |= values[name].where(lambda cell: cell is None or cell is UNREADABLE or len(str(cell)) < 3)
    main = flat.place(next(iter(flat.amounts)))
    for i in np.flatnonzero(data & odd).tolist():
        row = chunk.rows[i]
        again = sum(norm(cell) in flat.header.columns for cell in row)
        lone = main is not None and blank(row[main]) and sum(not blank(cell) for cell in row) < 3
        data[i] = not (again >= len(flat.header.columns) // 2 or numbering(row) or lone)
    return data


def said(chunk: Chunk, data: Mask) -> Mask:
    """Which rows say anything at all; data rows do."""
    found = data.copy()
    for i in np.flatnonzero(~data).tolist():
        found[i] = any(not blank(cell) for cell in chunk.rows[i])
    return found


def check(
    flat: Flat, chunk: Chunk, data: Mask, values: Mapping[str, Column], money: Mapping[str, Money], out: Out
) -> Mask:
    """Which data rows are sound; each cell that is not gets its problem."""
    sound = data.copy()
    for name, cells in values.items():
        about = flat.fields[name]
        place = flat.place(name)
        where = letter(place) if place is not None else None
        wrong = cells.unreadable() | ~cells.known() if about.needed else cells.unreadable()
        for i in np.flatnonzero(wrong & data).tolist():
            sound[i] = False
            row, raw = chunk.first + i + 1, "" if place is None else chunk.rows[i][place]
            if cells.said[cells.at[i]] is None:
                out.problem("KODE_KOSONG", "error", sheet=flat.sheet.name, row=row, column=where, read=raw,
                            nama=about.headers[0].removeprefix("kode "))  # fmt: skip
            else:
                code = FAULTS.get(about.read, "KODE_TAK_TERBACA")
                out.problem(code, "error", sheet=flat.sheet.name, row=row, column=where, read=raw)
    for name, amounts in money.items():
        place = flat.place(name)
        for fault in amounts.faults:
            if data[fault.index]:
                sound[fault.index] = False
                code = "RUMUS_TANPA_NILAI" if fault.read.startswith("=") else fault.code
                tell = out.refuse if code == "RUMUS_TANPA_NILAI" else out.problem
                tell(code, "error", sheet=flat.sheet.name, row=chunk.first + fault.index + 1,
                     column=letter(place or 0), read=fault.read)  # fmt: skip
    return sound


def without_amount(flat: Flat, chunk: Chunk, sound: Mask, name: str, money: Money, out: Out) -> Mask:
    """The sound rows whose main amount is filled; a blank is unknown, so its row is set apart with a problem."""
    for i in np.flatnonzero(sound & ~money.known).tolist():
        out.problem("NILAI_KOSONG", "error", sheet=flat.sheet.name, row=chunk.first + i + 1,
                    column=letter(flat.place(name) or 0))  # fmt: skip
    return sound & money.known
