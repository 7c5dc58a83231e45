"""A column of an export as its distinct cells and where each stands: exports repeat their words a million times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipelines.intake.flat_fields import UNREADABLE, Memo

Mask = npt.NDArray[np.bool_]
_ALIKE = {str: pa.string(), float: pa.float64()}


@dataclass(frozen=True)
class Column:
    """Parsed cells of some rows: row i says `said[at[i]]`; two entries of `said` may be equal."""

    at: npt.NDArray[np.int32]
    said: Sequence[Any]

    def where(self, test: Callable[[Any], bool]) -> Mask:
        """Which rows pass a test of what they say."""
        return np.fromiter(map(test, self.said), np.bool_, len(self.said))[self.at]

    def known(self) -> Mask:
        """Which rows are filled, readable or not."""
        return self.where(lambda value: value is not None)

    def unreadable(self) -> Mask:
        """Which rows hold something that is not of the column's kind."""
        return self.where(lambda value: value is UNREADABLE)

    def take(self, keep: Mask) -> Column:
        """The rows where `keep` is true."""
        return self if keep.all() else Column(self.at[keep], self.said)

    def each(self, make: Callable[[Any], Any]) -> Column:
        """The same rows saying something else instead."""
        return Column(self.at, [make(value) for value in self.said])

    def present(self) -> list[int]:
        """Which entries of `said` stand in any row."""
        return np.flatnonzero(np.bincount(self.at)).tolist()

    def distinct(self) -> set[Any]:
        """What the rows say, each once."""
        return {self.said[i] for i in self.present()}

    def list(self) -> list[Any]:
        """Row by row, for what must look at rows one by one."""
        return [self.said[i] for i in self.at.tolist()]

    def prints(self) -> npt.NDArray[np.uint64]:
        """A number for each row, equal for equal cells."""
        numbers = np.fromiter((hash(value) for value in self.said), np.int64, len(self.said))
        return numbers.view(np.uint64)[self.at]

    def arrow(self) -> pa.Array:
        """The column for storing; what could not be read is null."""
        return pa.array([None if value is UNREADABLE else value for value in self.said]).take(pa.array(self.at))


def coded(cells: Sequence[Any], memo: Memo) -> Column:
    """The cells of a column through their parser, each distinct cell once."""
    kinds = set(map(type, cells))
    if len(kinds) == 1 and (alike := _ALIKE.get(next(iter(kinds)))):
        told = pa.array(cells, alike).dictionary_encode()
        return Column(told.indices.to_numpy(), [memo[cell] for cell in told.dictionary.to_pylist()])
    if bool in kinds:  # to a dictionary TRUE and 1 are the same cell
        return Column(np.arange(len(cells), dtype=np.int32), [memo.read(cell) for cell in cells])
    places: dict[Any, int] = {}
    at = np.fromiter((places.setdefault(cell, len(places)) for cell in cells), np.int32, len(cells))
    return Column(at, [memo[cell] for cell in places])


def pairs(first: Column, second: Column) -> list[tuple[Any, Any]]:
    """What two columns say side by side, each pair once, in the order of the alphabet."""
    both = first.at.astype(np.int64) * len(second.said) + second.at
    once = pa.array(both).unique().to_pylist()
    found = {(first.said[i // len(second.said)], second.said[i % len(second.said)]) for i in once}
    return sorted(found, key=str)


def mixed(prints: Sequence[npt.NDArray[np.uint64]], count: int) -> npt.NDArray[np.uint64]:
    """One number a row from the numbers of its columns; wraps around as hashes do."""
    whole = np.full(count, 0x9E3779B97F4A7C15, dtype=np.uint64)
    for one in prints:
        whole = (whole ^ one) * np.uint64(0x100000001B3)
        whole ^= whole >> np.uint64(29)
    return whole
