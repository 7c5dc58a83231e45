"""Situations of rules that write sentences: fires with these words, not at the edge, not where a fact is missing."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dashboard.figures.figure import Lang
from dashboard.topics import ditanya
from dashboard.topics.ditanya import Berlaku, Ditanya
from pipelines.aturan_pertanyaan import Aturan, built_in
from pipelines.fakta import NUMBERS, fakta

SITUASI = tomllib.loads((Path(__file__).parent / "situasi_pertanyaan.toml").read_text("utf-8"))["situasi"]
EACH = pytest.mark.parametrize("situasi", SITUASI, ids=[s["aturan"] for s in SITUASI])


def rule(name: str) -> Aturan:
    return built_in()[name][-1]


def facts(said: dict[str, Any]) -> dict[str, Any]:
    """The facts as tables give them: numbers exact."""
    return {k: Decimal(str(v)) if fakta()[k].satuan in NUMBERS else v for k, v in said.items()}


def asked(s: dict[str, Any]) -> Ditanya:
    return Ditanya(Berlaku(s["aturan"], s["aturan"], "bawaan", rule(s["aturan"])), facts(s["fakta"]))


def test_every_rule_has_a_situation() -> None:
    assert sorted(s["aturan"] for s in SITUASI) == sorted(built_in())


@EACH
def test_it_fires_and_says_this(situasi: dict[str, Any]) -> None:
    one = asked(situasi)
    assert one.rule.aturan.fires(one.facts)
    assert ditanya.sentence(one, "id") == situasi["id"]
    assert ditanya.sentence(one, "en") == situasi["en"]
    langs: tuple[Lang, ...] = ("id", "en")
    for lang in langs:
        assert bool(ditanya.question(one, lang)) == (one.rule.aturan.tanya is not None)
        assert ditanya.name(one.rule, lang)
    assert "–" not in situasi["id"], "a slot that nobody knows is never written"


@EACH
def test_it_does_not_fire_at_the_edge(situasi: dict[str, Any]) -> None:
    assert situasi["tepi"]
    for edge in situasi["tepi"]:
        found = facts(situasi["fakta"] | edge)
        assert not rule(situasi["aturan"]).fires({k: v for k, v in found.items() if v != "-"}), edge


@EACH
def test_it_does_not_fire_where_a_fact_is_missing(situasi: dict[str, Any]) -> None:
    one = rule(situasi["aturan"])
    compared = {name for c in one.syarat if c.op not in ("ada", "kosong") for name in c.facts}
    for name in {*compared, *one.slots}:
        left = {k: v for k, v in facts(situasi["fakta"]).items() if k != name}
        assert not one.fires(left), name


@EACH
def test_its_words_claim_no_cause(situasi: dict[str, Any]) -> None:
    said = rule(situasi["aturan"])
    words = f"{situasi['id']} {said.tanya.id if said.tanya else ''}".split()
    assert not {"karena", "akibat", "disebabkan"} & set(words)
