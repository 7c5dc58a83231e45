"""The loop that every flat export shares: some thousand rows at a time, parsed, sorted into data and not, counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipelines.intake import codes, doubled
from pipelines.intake.flat import Chunk, Flat, check, rows_of_data, said, without_amount
from pipelines.intake.flat_column import Column, Mask, mixed, pairs
from pipelines.intake.money import Money
from pipelines.intake.out import Out

_CODES = ("kode_program", "kode_kegiatan", "kode_sub_kegiatan")


@dataclass(frozen=True)
class Piece:
    """Some rows of an export: which say something, which of those are data, and which of the data are sound."""

    flat: Flat
    chunk: Chunk
    values: Mapping[str, Column]
    money: Mapping[str, Money]
    said: Mask
    data: Mask
    sound: Mask

    @cached_property
    def count(self) -> int:
        """How many rows are sound."""
        return int(self.sound.sum())

    def kept(self, name: str) -> Column:
        """A field of the sound rows."""
        return self.values[name].take(self.sound)

    @cached_property
    def units(self) -> Column:
        """The unit of each sound row."""
        return self.kept("kode_opd")

    @cached_property
    def names(self) -> Column:
        """The name of the unit of each sound row."""
        return self.kept("nama_opd")

    def amounts(self, name: str) -> Money:
        """An amount of the sound rows."""
        return self.money[name].take(self.sound)

    def prints(self) -> npt.NDArray[np.uint64]:
        """A number for each sound row, equal for rows that say the same."""
        said = [self.kept(name).prints() for name in self.values]
        said += [self.amounts(name).sen.view(np.uint64) for name in self.money]
        return mixed(said, self.count)

    def columns(self) -> dict[str, Any]:
        """Every field of the sound rows, where they stand, and their codes with the template's X.XX replaced."""
        kept = {name: self.kept(name) for name in self.values}
        return {
            **{name: column.arrow() for name, column in kept.items() if name not in _CODES},
            **{name: _resolved(kept[name], self.units) for name in _CODES},
            "lembar": pa.repeat(self.flat.sheet.name, self.count),
            "baris": pa.array((np.flatnonzero(self.sound) + self.chunk.first + 1).astype(np.int32)),
        }


def pieces(flat: Flat, out: Out, *, leaf: Sequence[str], main: str | None = None) -> Iterator[Piece]:
    """The export piece by piece, counted and with its problems told; `out` learns the names of the units.

    A row is data where it says one of the fields `leaf`, and without its amount `main` it is set apart.
    """
    units: dict[str, int] = {}
    of: list[npt.NDArray[np.int32]] = []
    prints: list[npt.NDArray[np.uint64]] = []
    for chunk in flat.chunks():
        values = {name: flat.values(chunk, name) for name in flat.fields}
        money = {name: flat.money(chunk, name) for name in flat.amounts}
        data = rows_of_data(flat, chunk, values, leaf)
        told = said(chunk, data)
        sound = check(flat, chunk, data, values, money, out)
        if main is not None:
            sound = without_amount(flat, chunk, sound, main, money[main], out)
        out.count(
            accepted=int(sound.sum()), quarantined=int((data & ~sound).sum()),
            parents=int((told & ~data).sum()), other=int((~told).sum()),
        )  # fmt: skip
        piece = Piece(flat, chunk, values, money, told, data, sound)
        out.names.update((unit, name) for unit, name in pairs(piece.units, piece.names) if name)
        numbers = [units.setdefault(unit, len(units)) for unit in piece.units.said]
        of.append(np.array(numbers, dtype=np.int32)[piece.units.at])
        prints.append(piece.prints())
        yield piece
    if of:
        doubled.tell(out, list(units), np.concatenate(of), np.concatenate(prints), sheet=flat.sheet.name)


def sums(units: Column, amounts: Money) -> dict[str, int]:
    """Sen per unit."""
    summed = np.zeros(len(units.said), dtype=np.int64)
    np.add.at(summed, units.at, np.where(amounts.known, amounts.sen, 0))
    found: dict[str, int] = {}
    for i in units.present():
        found[units.said[i]] = found.get(units.said[i], 0) + int(summed[i])
    return found


def _resolved(values: Column, units: Column) -> pa.Array:
    if not any(isinstance(value, str) and value.startswith("X") for value in values.said):
        return values.arrow()
    return pa.array(
        [
            codes.resolve(value, unit) if isinstance(value, str) and value.startswith("X") and unit else value
            for value, unit in zip(values.list(), units.list(), strict=True)
        ],
        pa.string(),
    )
