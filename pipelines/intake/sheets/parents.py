"""Rows that only repeat the sum of rows below them: an account above other accounts of the same sub kegiatan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from functools import cache

from pipelines.intake.codes import above

Place = tuple[Hashable, str | None, str]  # unit and period, sub kegiatan (None: the whole unit), account


@cache
def _above(sub: str | None, account: str) -> tuple[tuple[str | None, str], ...]:
    """What lies above an account of a sub kegiatan: higher accounts there, and the account and those in the unit."""
    higher = above(account)
    own: list[tuple[str | None, str]] = [(sub, code) for code in higher]
    return tuple(own) if sub is None else (*own, *((None, code) for code in (account, *higher)))


def parents(places: Sequence[Place]) -> dict[int, list[int]]:
    """The rows that stand above others, by index, each with the leaves below it."""
    if not _layered({(sub, account) for _, sub, account in places}):
        return {}
    at: dict[Place, list[int]] = defaultdict(list)
    for i, place in enumerate(places):
        at[place].append(i)
    below: dict[int, list[int]] = defaultdict(list)
    for (group, sub, account), rows in at.items():
        for higher in _above(sub, account):
            for parent in at.get((group, *higher), ()):
                below[parent] += rows
    return {parent: [row for row in rows if row not in below] for parent, rows in below.items()}


def _layered(pairs: set[tuple[str | None, str]]) -> bool:
    """Whether any pair can stand above another at all; most tables hold leaves only."""
    accounts = {account for _, account in pairs}
    subs = {sub for sub, _ in pairs}
    return (None in subs and len(subs) > 1) or any(code in accounts for account in accounts for code in above(account))
