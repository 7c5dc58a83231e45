"""A table whose columns are known: its cells typed, its examples and totals told apart, its rows stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipelines.contracts.base import ARROW
from pipelines.contracts.lembar import Column, Lembar, examples
from pipelines.intake import money
from pipelines.intake.cells import mark
from pipelines.intake.grid import Cell, letter
from pipelines.intake.out import Out
from pipelines.intake.sheets.columns import Typed, typed
from pipelines.intake.sheets.recognise import plain

Mask = npt.NDArray[np.bool_]
OWN = "nip"  # the column that says whose row it is
_SUMS = frozenset(
    {"jumlah", "total", "grandtotal", "jumlahtotal", "totaljumlah", "jumlahkeseluruhan", "totalkeseluruhan"}
)


@dataclass(frozen=True)
class Raw:
    """A sheet's rows below its header, column by column, before anything is checked."""

    spec: Lembar
    sheet: str
    first: int  # 1-based row of the first
    cells: dict[str, Sequence[Cell]]  # by the template's header
    at: dict[str, int]  # header -> 0-based column in the file
    beside: Sequence[bool] = ()  # rows that also hold something in a column that is not known

    @property
    def height(self) -> int:
        return len(next(iter(self.cells.values()), ()))


@dataclass
class Table:
    """One or more sheets of the same kind, as one table."""

    parts: Sequence[Raw]
    times: int = 1  # what amounts are multiplied by

    @property
    def spec(self) -> Lembar:
        return self.parts[0].spec

    @cached_property
    def height(self) -> int:
        return sum(part.height for part in self.parts)

    @cached_property
    def columns(self) -> list[Column]:
        """The columns that any of the sheets has."""
        return [c for c in self.spec.columns if any(c.name in part.cells for part in self.parts)]

    @cached_property
    def typed(self) -> dict[str, Typed]:
        """Every column in its contract's type."""
        texts = (v for c in self.columns if c.cell.kind == "rupiah" for v in self.cells(c.name) if isinstance(v, str))
        beside = mark(texts)  # columns of one sheet are typed by one hand: what one shows holds for the others
        return {
            c.name: typed(self.cells(c.name), c, self.spec.contract, times=self.times, thousands=beside)
            for c in self.columns
        }

    def cells(self, name: str) -> Sequence[Cell]:
        """The raw cells of one column, blank where a sheet does not have it."""
        found = [part.cells.get(name) or [""] * part.height for part in self.parts]
        return found[0] if len(found) == 1 else [cell for cells in found for cell in cells]

    @cached_property
    def sheets(self) -> list[str]:
        return [part.sheet for part in self.parts for _ in range(part.height)]

    @cached_property
    def rows(self) -> npt.NDArray[np.int32]:
        """The 1-based row of the file each row stood in."""
        return np.concatenate([np.arange(p.first, p.first + p.height, dtype=np.int32) for p in self.parts])

    @cached_property
    def beside(self) -> Mask:
        return np.array([flag for p in self.parts for flag in (p.beside or [False] * p.height)], dtype=np.bool_)

    def column_letter(self, index: int, name: str) -> str | None:
        """Excel's letters of a column in the sheet where a row stood."""
        at = next(part.at for part in self.parts if part.sheet == self.sheets[index])
        return letter(at[name]) if name in at else None

    def text_of(self, mask: Iterable[int], most: int = 8) -> str:
        """Row numbers in words, the first few of them."""
        listed = [int(self.rows[i]) for i in mask]
        return ", ".join(map(str, listed[:most])) + (f" … (+{len(listed) - most})" if len(listed) > most else "")

    @cached_property
    def digits(self) -> list[str | None]:
        """What is left of a NIP that was a number, by row."""
        left: list[str | None] = [None] * self.height
        if OWN in self.typed and "nip_angka" in self.spec.contract.model_fields:
            for fault in self.typed[OWN].faults:
                said = fault.wrong.values.get("angka")
                left[fault.index] = None if said is None else str(said)
        return left

    # ---- which rows are what -----------------------------------------------------------------------------------

    @cached_property
    def faulty(self) -> Mask:
        """Rows with a cell that could not be read."""
        found = np.zeros(self.height, dtype=np.bool_)
        for column in self.typed.values():
            found[[fault.index for fault in column.faults]] = True
        return found

    @cached_property
    def filled(self) -> Mask:
        """Rows that say anything in a known column."""
        found = self.faulty.copy()
        for column in self.typed.values():
            found |= column.known
        return found

    def whole(self, names: Iterable[str]) -> Mask:
        """Rows in which all these columns are filled and readable."""
        found = np.ones(self.height, dtype=np.bool_)
        for name in names:
            found &= self.typed[name].known if name in self.typed else False
        return found

    def tuples(self, names: Sequence[str]) -> list[tuple[Any, ...]]:
        """The rows as tuples of these columns; a column the sheets do not have is None."""
        blank = [None] * self.height
        if not names:
            return [()] * self.height
        return list(zip(*(self.typed[n].keys if n in self.typed else blank for n in names), strict=True))

    @cached_property
    def example(self) -> Mask:
        """Rows that equal one of the template's examples in every column, and say nothing beside."""
        found = np.zeros(self.height, dtype=np.bool_)
        names = [column.name for column in self.spec.columns]
        codes = [column.name for column in self.spec.columns if column.cell.kind == "kode" and column.wajib]
        first = (codes or names)[0]
        for row in examples(self.spec.name):
            wanted = _example(self.spec, row)
            known = self.typed[first].keys if first in self.typed else [None] * self.height
            for i, value in enumerate(known):
                if value == wanted[first] and not self.faulty[i] and not self.beside[i]:
                    own = (self.typed[n].keys[i] if n in self.typed else None for n in names)
                    found[i] |= all(a == wanted[n] for a, n in zip(own, names, strict=True))
        return found

    @cached_property
    def sums(self) -> Mask:
        """Rows that say Jumlah or Total where a key should stand."""
        found = np.zeros(self.height, dtype=np.bool_)
        lacking = np.flatnonzero(self.filled & ~self.whole(self.spec.required)).tolist()
        for column in self.columns if lacking else ():
            if column.cell.kind in ("kode", "teks", "tahun", "bulan"):
                cells = self.cells(column.name)
                found[[i for i in lacking if _says_sum(cells[i])]] = True
        return found


def _says_sum(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.lstrip()[:1].lower() in ("j", "t", "g") and plain(cell) in _SUMS


def _example(spec: Lembar, row: dict[str, Any]) -> dict[str, Any]:
    """An example in the form that a typed column compares by."""
    return {c.name: typed([_cell(row.get(c.name))], c, spec.contract).keys[0] for c in spec.columns}


def _cell(value: Any) -> Cell:
    return "" if value is None else float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def store(table: Table, keep: Mask, out: Out) -> None:
    """Writes the rows kept, one row a month where months stand side by side."""
    mask = pa.array(keep)
    origin: dict[str, pa.Array] = {
        "lembar": pa.array(table.sheets, pa.string()).filter(mask),
        "baris": pa.array(table.rows).filter(mask),
    }
    plain_columns = {c.field: table.typed[c.name].arrow.filter(mask) for c in table.columns if c.bulan is None}
    if "nip_angka" in table.spec.contract.model_fields:
        plain_columns["nip_angka"] = pa.array(table.digits, pa.string()).filter(mask)
    if not table.spec.wide:
        out.batch(table.spec.name, {**plain_columns, **origin}, int(keep.sum()))
        return
    for column in table.columns:
        if column.bulan is None:
            continue
        known = pa.array(table.typed[column.name].known[keep])
        count = int(table.typed[column.name].known[keep].sum())
        month = {
            "bulan": pa.array([column.bulan] * count, ARROW["bulan"]),
            column.field: table.typed[column.name].arrow.filter(mask).filter(known),
        }
        rest = {name: array.filter(known) for name, array in {**plain_columns, **origin}.items()}
        if count:
            out.batch(table.spec.name, {**rest, **month}, count)


def amounts(table: Table, keep: Mask) -> dict[str, Decimal]:
    """The sum of each column of rupiah over the rows kept."""
    return {c.name: money.rupiah(_sum(table.typed[c.name], keep)) for c in table.columns if c.cell.kind == "rupiah"}


def _sum(column: Typed, keep: Mask) -> int:
    return sum(sen for sen, kept in zip(column.keys, keep.tolist(), strict=True) if kept and sen)
