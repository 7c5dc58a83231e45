"""Answers are made once, kept within bounds, and failures are not kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from dashboard.memory import Memory


def test_many_who_ask_at_once_share_one_answer() -> None:
    made: list[int] = []
    memory: Memory[int] = Memory(4)
    start = Barrier(8)

    def ask(_: int) -> int:
        start.wait()
        return memory.get("k", lambda: made.append(1) or 7)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(8))) == [7] * 8
    assert made == [1]


def test_the_least_recently_used_goes_first() -> None:
    memory: Memory[str] = Memory(2)
    for key in ("a", "b", "a", "c"):
        memory.get(key, lambda key=key: key)  # type: ignore[misc]
    assert len(memory) == 2
    assert memory.get("a", lambda: "anew") == "a"
    assert memory.get("b", lambda: "anew") == "anew"


def test_a_failure_is_told_and_tried_again() -> None:
    memory: Memory[int] = Memory(2)

    def fail() -> int:
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        memory.get("k", fail)
    assert memory.get("k", lambda: 1) == 1
