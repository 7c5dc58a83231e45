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
from pipelines.intake.flat import Chunk, Flat, Mask, check, rows_of_data, said, without_amount
from pipelines.intake.money import Money
from pipelines.intake.out import Out

_CODES = ("kode_program", "kode_kegiatan", "kode_sub_kegiatan")


@dataclass(frozen=True)
class Piece:
    """Some rows of an export: which say something, which of those are data, and which of the data are sound."""

    flat: Flat
    chunk: Chunk
    values: Mapping[str, Sequence[Any]]
    money: Mapping[str, Money]
    said: Mask
    data: Mask
    sound: Mask

    def kept(self, name: str) -> list[Any]:
        """A field of the sound rows."""
        cells = self.values[name]
        if self.sound.all():
            return list(cells)
        return [cell for cell, good in zip(cells, self.sound.tolist(), strict=True) if good]

    @cached_property
    def units(self) -> list[str]:
        """The unit of each sound row."""
        return self.kept("kode_opd")

    @cached_property
    def names(self) -> list[str | None]:
        """The name of the unit of each sound row."""
        return self.kept("nama_opd")

    def amounts(self, name: str) -> Money:
        """An amount of the sound rows."""
        return self.money[name].take(self.sound)

    def prints(self) -> npt.NDArray[np.int64]:
        """A number for each sound row, equal for rows that say the same."""
        said = [self.kept(name) for name in self.values]
        said += [self.amounts(name).sen.tolist() for name in self.money]
        return np.fromiter(map(hash, zip(*said, strict=True)), np.int64, len(self.units))

    def columns(self) -> dict[str, Any]:
        """Every field of the sound rows, where they stand, and their codes with the template's X.XX replaced."""
        kept = {name: self.kept(name) for name in self.values if name not in ("kode_opd", "nama_opd")}
        return {
            **kept,
            **{name: _resolved(kept[name], self.units) for name in _CODES},
            "kode_opd": self.units,
            "nama_opd": self.names,
            "lembar": [self.flat.sheet.name] * len(self.units),
            "baris": pa.array((np.flatnonzero(self.sound) + self.chunk.first + 1).astype(np.int32)),
        }


def pieces(flat: Flat, out: Out, *, leaf: Sequence[str], main: str | None = None) -> Iterator[Piece]:
    """The export piece by piece, counted and with its problems told; `out` learns the names of the units.

    A row is data where it says one of the fields `leaf`, and without its amount `main` it is set apart.
    """
    units: list[str] = []
    prints: list[npt.NDArray[np.int64]] = []
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
        out.names.update((unit, name) for unit, name in set(zip(piece.units, piece.names, strict=True)) if name)
        units += piece.units
        prints.append(piece.prints())
        yield piece
    doubled.tell(out, units, np.concatenate(prints) if prints else np.array([], np.int64), sheet=flat.sheet.name)


def sums(units: Sequence[str], amounts: Money) -> dict[str, int]:
    """Sen per unit."""
    if not units:
        return {}
    table = pa.table({"unit": pa.array(units, pa.string()), "sen": pa.array(np.where(amounts.known, amounts.sen, 0))})
    found = table.group_by("unit").aggregate([("sen", "sum")])
    return dict(zip(found["unit"].to_pylist(), found["sen_sum"].to_pylist(), strict=True))


def _resolved(values: Sequence[Any], units: Sequence[Any]) -> list[Any]:
    if not any(isinstance(value, str) and value.startswith("X") for value in set(values)):
        return list(values)
    return [
        codes.resolve(value, unit) if isinstance(value, str) and value.startswith("X") and unit else value
        for value, unit in zip(values, units, strict=True)
    ]
