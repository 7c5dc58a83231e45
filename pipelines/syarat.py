"""A condition of a rule: a fact against a value or another fact; what is not known meets no comparison."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pipelines.fakta import NUMBERS, WORDS, Fakta

Facts = Mapping[str, Any]
Written = tuple[str | bool | int | float | Decimal | date, ...]  # as it stands in the file
PRESENCE = ("ada", "kosong")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "!=": operator.ne,
}  # fmt: skip


class Salah(Exception):  # noqa: N818  what is wrong with a rule, by the key of its sentence
    """A condition, sentence or link that cannot be: `key` and `values` are those of its words."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Syarat:
    """One condition, read; `lain` is the other fact where it is held against one, `kali` what that is multiplied by."""

    fakta: str
    op: str
    nilai: Any = None
    lain: str | None = None
    kali: Decimal = Decimal(1)

    @property
    def facts(self) -> frozenset[str]:
        """The facts it looks at."""
        return frozenset({self.fakta, self.lain} if self.lain else {self.fakta})

    def met(self, facts: Facts) -> bool:
        """Whether these facts meet it."""
        mine = facts.get(self.fakta)
        if self.op in PRESENCE:
            return (mine is None) == (self.op == "kosong")
        other = facts.get(self.lain) if self.lain else self.nilai
        if mine is None or other is None:
            return False
        if self.lain and self.kali != 1:
            other = other * self.kali
        return bool(COMPARE[self.op](mine, other))


def read(written: Written, known: Mapping[str, Fakta]) -> Syarat:
    """The condition as read; raises Salah where it speaks of what there is not, or compares what cannot be."""
    said = " ".join(str(part) for part in written)
    if len(written) < 2:
        raise Salah("bentuk", syarat=said)
    name, op, *rest = written
    if name not in known:
        raise Salah("fakta", fakta=name)
    name, op, own = str(name), str(op), known[str(name)]
    if op in PRESENCE:
        if rest:
            raise Salah("bentuk", syarat=said)
        return Syarat(name, op)
    if op not in COMPARE:
        raise Salah("op", op=op, pilihan=" ".join((*COMPARE, *PRESENCE)))
    if not 1 <= len(rest) <= 2:
        raise Salah("bentuk", syarat=said)
    if isinstance(rest[0], str) and rest[0] in known:
        return _against_fact(name, op, rest, known, said)
    if len(rest) > 1 or not _fits(own, op, rest[0]):
        # a word beside a number was meant as a fact
        unknown = isinstance(rest[0], str) and own.satuan not in (*WORDS, "bulan")
        raise Salah("fakta", fakta=rest[0]) if unknown else Salah("nilai", syarat=said)
    value = date.fromisoformat(rest[0]) if own.satuan == "tanggal" and isinstance(rest[0], str) else rest[0]
    exact = isinstance(value, int | float) and not isinstance(value, bool)
    return Syarat(name, op, Decimal(str(value)) if exact else value)


def _against_fact(name: str, op: str, rest: list[Any], known: Mapping[str, Fakta], said: str) -> Syarat:
    mine, other = known[name], known[str(rest[0])]
    alike = mine.satuan == other.satuan or (mine.satuan in WORDS and other.satuan in WORDS)
    factor = rest[1] if len(rest) > 1 else 1
    plain = isinstance(factor, int | float) and not isinstance(factor, bool)
    if not alike or not plain or (factor != 1 and mine.satuan not in NUMBERS):
        raise Salah("nilai", syarat=said)
    return Syarat(name, op, None, str(rest[0]), Decimal(str(factor)))


def _fits(own: Fakta, op: str, value: Any) -> bool:
    """Whether a fact can be compared with a value at all."""
    if own.satuan == "ya":
        return isinstance(value, bool) and op in ("=", "!=")
    if own.satuan in NUMBERS:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if own.satuan == "tanggal":
        return isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value) is not None)
    if own.satuan == "bulan":
        return isinstance(value, str)
    return isinstance(value, str) and op in ("=", "!=") and (not own.pilihan or value in own.pilihan)
