"""Rows with the same key: equal ones count once, contradicting ones not at all, whatever order they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Repeat:
    """Rows that share a key, by index, in the order they stand."""

    rows: tuple[int, ...]
    equal: bool
    kept: int | None  # the row that stays when they are equal


def repeats(
    keys: Sequence[tuple[Any, ...]], values: Sequence[tuple[Any, ...]], words: Sequence[tuple[Any, ...]]
) -> list[Repeat]:
    """The groups of rows with equal keys.

    Groups are equal when their values are; `words` (names and the like) may differ, and the row kept is then the one
    with the first words in alphabetical order, so that shuffled rows give the same result.
    """
    first: dict[tuple[Any, ...], int] = {}
    groups: dict[tuple[Any, ...], list[int]] = {}
    for i, key in enumerate(keys):
        if key in first:
            groups.setdefault(key, [first[key]]).append(i)
        else:
            first[key] = i
    return [_judged(rows, values, words) for rows in groups.values()]


def _judged(rows: list[int], values: Sequence[tuple[Any, ...]], words: Sequence[tuple[Any, ...]]) -> Repeat:
    if len({values[i] for i in rows}) > 1:
        return Repeat(tuple(rows), equal=False, kept=None)
    kept = min(rows, key=lambda i: (tuple("" if word is None else str(word) for word in words[i]), i))
    return Repeat(tuple(rows), equal=True, kept=kept)
