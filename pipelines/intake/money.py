"""Columns of rupiah, many cells at once: whole sen in int64, so that no sum ever passes through a float."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.intake.cells import Ambiguous, Mark, Unreadable, number

SEN = Decimal("0.01")
_LARGEST = Decimal("1e16")  # ten thousand trillion rupiah; more is a slip of the keyboard
_USUAL = r"^-?\d{1,3}(\.\d{3}){0,4},\d{2}$"
_WORTH = 500  # texts in a column, from which reading them all at once pays
_CLIPPED = (2**31 - 1) * 100  # sen: what an amount becomes in a column too narrow for it
_EXACT = 1e13  # below it a double with two decimals is that decimal and no other


@dataclass(frozen=True)
class Fault:
    """A cell of the column that is no amount."""

    index: int
    code: str  # ANGKA_TAK_TERBACA, ANGKA_BERMAKNA_GANDA, ANGKA_TERLALU_BESAR, ANGKA_TERPOTONG
    read: str


@dataclass(frozen=True)
class Money:
    """A column of amounts: sen, which cells are filled, and the cells that could not be read."""

    sen: npt.NDArray[np.int64]
    known: npt.NDArray[np.bool_]
    faults: tuple[Fault, ...] = ()

    def total(self) -> Decimal:
        """The sum of the filled cells."""
        # Python's integers do not overflow, an int64 sum over millions of rows might.
        high, low = int((self.sen >> 32).sum()), int((self.sen & 0xFFFFFFFF).sum())
        return rupiah((high << 32) + low)

    def take(self, keep: npt.NDArray[np.bool_]) -> Money:
        """The cells where `keep` is true."""
        return Money(self.sen[keep], self.known[keep])

    def scaled(self, times: int) -> Money:
        """Every amount that many times; what grows beyond any budget is unknown and listed among the faults."""
        if times == 1:
            return self
        fits = np.abs(self.sen) < int(_LARGEST * 100) // times
        beyond = [Fault(i, "ANGKA_TERLALU_BESAR", written(int(self.sen[i]))) for i in np.flatnonzero(~fits).tolist()]
        faults = tuple(sorted([*self.faults, *beyond], key=lambda f: f.index))
        return Money(np.where(fits, self.sen, 0) * times, self.known & fits, faults)

    def arrow(self) -> pa.Array:
        """The column as decimal(18,2), blank cells null."""
        return decimals(self.sen, self.known)


def decimals(sen: npt.NDArray[np.int64], known: npt.NDArray[np.bool_] | None = None) -> pa.Array:
    """Sen as decimal(18,2), built from its two halves without a Python number between."""
    halves = np.empty((len(sen), 2), dtype=np.int64)
    halves[:, 0] = sen
    halves[:, 1] = sen >> 63
    valid = None
    if known is not None and not known.all():
        valid = pa.py_buffer(np.packbits(known, bitorder="little").tobytes())
    return pa.Array.from_buffers(pa.decimal128(18, 2), len(sen), [valid, pa.py_buffer(halves)])


def rupiah(sen: int) -> Decimal:
    """Sen as rupiah."""
    return Decimal(sen).scaleb(-2)


def written(sen: int) -> str:
    """Sen as people here write rupiah: Rp1.234.567, with sen only where there are some."""
    amount = f"{rupiah(abs(sen)):,.2f}".removesuffix(".00").translate(str.maketrans(",.", ".,"))
    return f"{'-' if sen < 0 else ''}Rp{amount}"


def sen_of(amount: Decimal) -> int:
    """Rupiah as whole sen, halves up."""
    return int(amount.quantize(SEN, rounding=ROUND_HALF_UP).scaleb(2))


class Reader:
    """Reads columns of amounts; remembers the texts it has seen, because exports repeat them."""

    def __init__(self, thousands: Mark | None = None) -> None:
        self.thousands = thousands
        self._seen: dict[str, int | str | None] = {}

    def column(self, values: Sequence[Any]) -> Money:
        """The amounts of one column; a cell that cannot be read is unknown and listed among the faults.

        So is the largest number of 32 bits: a system that kept amounts in too narrow a column cut it there.
        """
        read = self._column(values)
        clipped = read.known & (np.abs(read.sen) == _CLIPPED)
        if not clipped.any():
            return read
        cut = [Fault(i, "ANGKA_TERPOTONG", str(values[i])) for i in np.flatnonzero(clipped).tolist()]
        faults = tuple(sorted([*read.faults, *cut], key=lambda f: f.index))
        return Money(np.where(clipped, 0, read.sen), read.known & ~clipped, faults)

    def _column(self, values: Sequence[Any]) -> Money:
        kinds = set(map(type, values))
        if kinds == {float}:
            return self._floats(np.array(values, dtype=np.float64), values)
        sen = np.zeros(len(values), dtype=np.int64)
        known = np.zeros(len(values), dtype=np.bool_)
        faults: list[Fault] = []
        where = [i for i, value in enumerate(values) if type(value) is float]
        if where:
            part = self._floats(np.array([values[i] for i in where], dtype=np.float64), [values[i] for i in where])
            sen[where], known[where] = part.sen, part.known
            faults += [Fault(where[f.index], f.code, f.read) for f in part.faults]
        texts = [i for i, value in enumerate(values) if type(value) is str and value != ""]
        rest = self._usual(values, texts, sen, known) if len(texts) > _WORTH else texts
        if len(where) + len(texts) < len(values):
            rest += [i for i, value in enumerate(values) if type(value) not in (str, float)]
        for i in rest:
            found = self._one(values[i])
            if isinstance(found, int):
                sen[i], known[i] = found, True
            elif found is not None:
                faults.append(Fault(i, found, str(values[i])))
        return Money(sen, known, tuple(sorted(faults, key=lambda f: f.index)))

    def _usual(
        self, values: Sequence[Any], texts: list[int], sen: npt.NDArray[np.int64], known: npt.NDArray[np.bool_]
    ) -> list[int]:
        """Fills in the texts spelt "1.234.567,00", all at once; gives the indexes of the others."""
        cells = pa.array([values[i] for i in texts], pa.string())
        usual = pc.match_substring_regex(cells, _USUAL)
        digits = pc.replace_substring_regex(cells.filter(usual), "[.,]", "")
        at = np.array(texts)
        is_usual = usual.to_numpy(zero_copy_only=False)
        sen[at[is_usual]] = digits.cast(pa.int64()).to_numpy()
        known[at[is_usual]] = True
        return at[~is_usual].tolist()  # type: ignore[no-any-return]

    def _floats(self, amounts: npt.NDArray[np.float64], values: Sequence[float]) -> Money:
        with np.errstate(invalid="ignore", over="ignore"):
            cents = np.rint(amounts * 100)
            # The double nearest to these sen is the cell itself: the decimal Excel shows has two places at most.
            exact = (np.abs(amounts) < _EXACT) & (cents / 100 == amounts)
        sen = np.where(exact, cents, 0).astype(np.int64)
        known = exact.copy()
        faults = []
        for i in np.flatnonzero(~exact).tolist():
            found = self._one(values[i])
            if isinstance(found, int):
                sen[i], known[i] = found, True
            elif found is not None:
                faults.append(Fault(i, found, repr(values[i])))
        return Money(sen, known, tuple(faults))

    def _one(self, value: Any) -> int | str | None:
        """Sen, None when blank, or the code of the fault."""
        if isinstance(value, str) and value in self._seen:
            return self._seen[value]
        found: int | str | None
        try:
            amount = number(value, thousands=self.thousands)
            if amount is not None and abs(amount) >= _LARGEST:
                found = "ANGKA_TERLALU_BESAR"
            else:
                found = None if amount is None else sen_of(amount)
        except Ambiguous:
            found = "ANGKA_BERMAKNA_GANDA"
        except Unreadable:
            found = "ANGKA_TAK_TERBACA"
        if isinstance(value, str):
            self._seen[value] = found
        return found
