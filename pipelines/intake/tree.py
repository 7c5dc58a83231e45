"""Budget lines that stand above and below each other: which are leaves, and whether the parents add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipelines.intake.codes import above

Sen = int
Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Line:
    """One coded row: where it belongs and its amounts in sen (None: blank), one for each value column."""

    row: int  # 1-based
    bidang: str  # urusan or bidang
    unit: str
    activity: str  # program, kegiatan or sub kegiatan; '' above them
    account: str  # '' above them
    name: str
    amounts: tuple[Sen | None, ...]
    sound: bool = True  # every amount could be read

    @property
    def key(self) -> Key:
        return (self.bidang, self.unit, self.activity, self.account)


def ancestors(key: Key) -> Iterator[Key]:
    """Every place above one, nearest first."""
    bidang, unit, activity, account = key
    if account:
        for code in above(account):
            yield (bidang, unit, activity, code)
        yield (bidang, unit, activity, "")
    if activity:
        for code in above(activity):
            yield (bidang, unit, code, "")
    if unit:
        if activity or account:
            yield (bidang, unit, "", "")
        if not unit.endswith(".0000") and len(unit) == 22:
            yield (bidang, unit[:-4] + "0000", "", "")
    if unit or activity or account:
        yield (bidang, "", "", "")
    for code in above(bidang):
        yield (code, "", "", "")


def split(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Leaves and parents: a parent is a line with another line below it."""
    parents: set[Key] = set()
    for key in {line.key for line in lines}:
        parents.update(ancestors(key))
    leaves = [line for line in lines if line.key not in parents]
    return leaves, [line for line in lines if line.key in parents]


@dataclass(frozen=True)
class Mismatch:
    """A parent whose amount is not the sum of its leaves, in sen."""

    line: Line
    column: int  # index of the value column
    in_file: Sen
    summed: Sen


def mismatches(leaves: Iterable[Line], parents: Sequence[Line]) -> list[Mismatch]:
    """The parents that do not add up, in the order of the file.

    A unit or urusan printed on several rows is right when each row repeats the whole, or when the rows share it.
    """
    sums: dict[Key, list[Sen]] = {}
    for leaf in leaves:
        for key in ancestors(leaf.key):
            total = sums.setdefault(key, [0] * len(leaf.amounts))
            for i, amount in enumerate(leaf.amounts):
                total[i] += amount or 0
    shared: dict[Key, list[Sen]] = defaultdict(lambda: [0] * 32)
    for line in parents:
        for i, amount in enumerate(line.amounts):
            shared[line.key][i] += amount or 0
    return [
        Mismatch(line, i, amount, sums[line.key][i])
        for line in parents
        for i, amount in enumerate(line.amounts)
        if amount is not None and line.key in sums and sums[line.key][i] not in (amount, shared[line.key][i])
    ]
