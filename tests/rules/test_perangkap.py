"""Every known trap is kept by a test that exists, or says why it cannot bite here."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parent.parent
TRAPS: list[dict[str, Any]] = tomllib.loads((TESTS / "rules/perangkap.toml").read_text(encoding="utf-8"))["perangkap"]


def test_no_trap_is_left_out() -> None:
    assert [trap["nomor"] for trap in TRAPS] == list(range(1, 37))


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: str(trap["nomor"]))
def test_what_keeps_a_trap_is_there(trap: dict[str, Any]) -> None:
    assert bool(trap.get("bukti")) != bool(trap.get("tiada"))
    for proof in trap.get("bukti", ()):
        file, _, name = proof.partition("::") if "::" in proof else proof.partition(": ")
        said = (TESTS / file).read_text(encoding="utf-8")
        assert (f"def {name}(" if file.endswith(".py") else f'nama = "{name}"\n') in said, proof
