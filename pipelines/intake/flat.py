"""Exports with one header row and one row a leaf, read a column at a time: a million rows stay a matter of seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipelines.intake import codes, dates
from pipelines.intake.cells import Unreadable, blank, mark, tidy
from pipelines.intake.grid import Sheet, letter
from pipelines.intake.heads import Header, find, norm, numbering
from pipelines.intake.money import Money, Reader
from pipelines.intake.out import Out
from pipelines.intake.scale import times

Mask = npt.NDArray[np.bool_]
Read = Callable[[Any], Any]
UNREADABLE = object()  # stands in a column where a cell could not be read


class Memo(dict[Any, Any]):
    """What a parser makes of each distinct cell: exports repeat their codes and names endlessly."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Any) -> Any:
        try:
            found = self._read(cell)
        except Unreadable:
            found = UNREADABLE
        self[cell] = found
        return found


def text(cell: Any) -> str | None:
    """A cell as tidy text, None when blank."""
    if blank(cell):
        return None
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return tidy(str(cell))


def year(cell: Any) -> int | None:
    """A budget year, None when blank; raises Unreadable."""
    said = text(cell)
    if said is None:
        return None
    if not said.isdigit() or not 2000 <= int(said) <= 2100:
        raise Unreadable(said)
    return int(said)


def code_of(kind: codes.Kind) -> Read:
    """A reader of codes of one kind."""
    return lambda cell: codes.code(cell, kind)


def any_code(cell: Any) -> str | None:
    """A unit's code as the file writes it, whatever its shape."""
    said = text(cell)
    return None if said is None else codes.plain(said)


def day(cell: Any) -> date | None:
    """A date, None when blank; raises Unreadable."""
    return dates.day(cell)


FAULTS: dict[Read, str] = {year: "TAHUN_TAK_TERBACA", day: "TANGGAL_TAK_TERBACA"}  # others are codes


@dataclass(frozen=True)
class Field:
    """One column of a contract: the headers it may stand under, its parser, and whether it must be filled."""

    headers: tuple[str, ...]
    read: Read = text
    needed: bool = False


@dataclass
class Chunk:
    """Some rows of the sheet, column by column."""

    first: int  # 0-based row of the first
    count: int
    cells: tuple[tuple[Any, ...], ...]

    def column(self, place: int | None) -> Sequence[Any]:
        """The raw cells of a column; blanks where the file has no such column."""
        return self.cells[place] if place is not None and place < len(self.cells) else ("",) * self.count


@dataclass
class Flat:
    """A sheet with its header found."""

    sheet: Sheet
    header: Header
    fields: Mapping[str, Field]
    amounts: Mapping[str, tuple[str, ...]]
    times: int = 1  # to rupiah
    memos: dict[str, Memo] = field(default_factory=dict)
    readers: dict[str, Reader] = field(default_factory=dict)

    def place(self, name: str) -> int | None:
        """The column a field stands in."""
        headers = self.fields[name].headers if name in self.fields else self.amounts[name]
        return self.header.column(*headers)

    def chunks(self) -> Iterator[Chunk]:
        """The rows below the header; the marks between thousands are learnt from all that the first chunk shows."""
        for first, rows in self.sheet.chunks(self.header.row + 1):
            widths = set(map(len, rows))
            wide = max(widths)
            if len(widths) > 1:
                rows = [row + [""] * (wide - len(row)) for row in rows]
            chunk = Chunk(first, len(rows), tuple(zip(*rows, strict=True)))
            if not self.readers:
                marks = [cell for name in self.amounts for cell in chunk.column(self.place(name))]
                thousands = mark(marks)
                self.readers = {name: Reader(thousands) for name in self.amounts}
                self.memos = {name: Memo(about.read) for name, about in self.fields.items()}
            yield chunk

    def values(self, chunk: Chunk, name: str) -> list[Any]:
        """The parsed cells of a field."""
        return list(map(self.memos[name].__getitem__, chunk.column(self.place(name))))

    def money(self, chunk: Chunk, name: str) -> Money:
        """The amounts of a column."""
        return self.readers[name].column(chunk.column(self.place(name))).scaled(self.times)


def open_flat(sheet: Sheet, wanted: Sequence[str], fields: Mapping[str, Field], amounts: Mapping[str, tuple[str, ...]],
              out: Out, *, known: Sequence[str], alike: Mapping[str, str] | None = None) -> Flat | None:  # fmt: skip
    """The sheet with its header; names what is not read, and refuses a file without a column it needs."""
    header, _ = find(sheet.top, wanted, alike=alike)
    if header is None:
        return None
    flat = Flat(sheet, header, fields, amounts, times(out, sheet.top[: header.row + 1], sheet=sheet.name))
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
    return None if absent else flat


def known(values: Sequence[Any]) -> Mask:
    """Which cells of a parsed column are filled, readable or not."""
    return np.fromiter((value is not None for value in values), np.bool_, len(values))


def rows_of_data(flat: Flat, chunk: Chunk, values: Mapping[str, Sequence[Any]], names: Sequence[str]) -> Mask:
    """Which rows say one of the named fields; a header printed again, column numbers and signatures are no data."""
    data = np.zeros(chunk.count, dtype=np.bool_)
    for name in names:
        data |= known(values[name])
    needed = [name for name, about in flat.fields.items() if about.needed]
    odd = np.zeros(chunk.count, dtype=np.bool_)
    for name in needed:
        strange = {cell for cell in flat.memos[name].values() if cell in (None, UNREADABLE) or len(str(cell)) < 3}
        if strange:
            odd |= np.fromiter((cell in strange for cell in values[name]), np.bool_, chunk.count)
    main = flat.place(next(iter(flat.amounts)))
    for i in np.flatnonzero(data & odd).tolist():
        row = [column[i] for column in chunk.cells]
        again = sum(norm(cell) in flat.header.columns for cell in row)
        lone = main is not None and blank(row[main]) and sum(not blank(cell) for cell in row) < 3
        data[i] = not (again >= len(flat.header.columns) // 2 or numbering(row) or lone)
    return data


def said(chunk: Chunk, data: Mask) -> Mask:
    """Which rows say anything at all; data rows do."""
    found = data.copy()
    for i in np.flatnonzero(~data).tolist():
        found[i] = any(not blank(column[i]) for column in chunk.cells)
    return found


def check(
    flat: Flat, chunk: Chunk, data: Mask, values: Mapping[str, Sequence[Any]], money: Mapping[str, Money], out: Out
) -> Mask:
    """Which data rows are sound; each cell that is not gets its problem."""
    sound = data.copy()
    for name, cells in values.items():
        about = flat.fields[name]
        code = FAULTS.get(about.read, "KODE_TAK_TERBACA")
        place = flat.place(name)
        memo = flat.memos[name]
        if UNREADABLE in memo.values() or about.needed:
            for i, cell in enumerate(cells):
                if not data[i] or (cell is not UNREADABLE and (cell is not None or not about.needed)):
                    continue
                sound[i] = False
                where = letter(place) if place is not None else None
                raw = chunk.column(place)[i]
                if cell is None:
                    out.problem("KODE_KOSONG", "error", sheet=flat.sheet.name, row=chunk.first + i + 1, column=where,
                                read=raw, nama=about.headers[0].removeprefix("kode "))  # fmt: skip
                else:
                    out.problem(code, "error", sheet=flat.sheet.name, row=chunk.first + i + 1, column=where, read=raw)
    for name, column in money.items():
        place = flat.place(name)
        for fault in column.faults:
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


def numbers_of_rows(chunk: Chunk, keep: Mask) -> pa.Array:
    """Excel's row numbers of the rows that are kept."""
    return pa.array((np.flatnonzero(keep) + chunk.first + 1).astype(np.int32))


def kept(cells: Sequence[Any], keep: Mask) -> list[Any]:
    """The cells of the rows that are kept."""
    return list(cells) if keep.all() else [cell for cell, good in zip(cells, keep.tolist(), strict=True) if good]


def sums(units: Sequence[str], amounts: Money) -> dict[str, int]:
    """Sen per unit."""
    if not units:
        return {}
    table = pa.table({"unit": pa.array(units, pa.string()), "sen": pa.array(np.where(amounts.known, amounts.sen, 0))})
    found = table.group_by("unit").aggregate([("sen", "sum")])
    return dict(zip(found["unit"].to_pylist(), found["sen_sum"].to_pylist(), strict=True))


def resolved(values: Sequence[Any], units: Sequence[Any]) -> list[Any]:
    """Codes with the template's X.XX replaced by the unit's first bidang."""
    if not any(isinstance(value, str) and value.startswith("X") for value in set(values)):
        return list(values)
    return [
        codes.resolve(value, unit) if isinstance(value, str) and value.startswith("X") and unit else value
        for value, unit in zip(values, units, strict=True)
    ]
