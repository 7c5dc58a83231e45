"""AKIP: the predicate of a score by the edges of the official form, in the formula and in the SQL, and its scale."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipelines.akip import akip, predikat
from tests.models.target import capai, iku
from tests.models.world import World

# rules.md, vector 28 and the edges beside it
EDGES = {
    "76": "BB", "80,00": "BB", "80,01": "A", "30,00": "D", "30,01": "C", "0": "D", "90": "A", "90,01": "AA",
    "100": "AA", "50": "C", "60": "CC", "70": "B",
}  # fmt: skip


@pytest.mark.parametrize(("score", "wanted"), EDGES.items())
def test_an_edge_belongs_to_the_lower_predicate(score: str, wanted: str) -> None:
    assert predikat(Decimal(score.replace(",", "."))) == wanted


def test_four_parts_of_an_evaluation_make_one_score() -> None:
    assert predikat(Decimal(24) + Decimal(22) + Decimal(12) + Decimal(18)) == "BB"


def test_what_is_no_score_has_no_predicate() -> None:
    assert predikat(Decimal("100.01")) is None and predikat(Decimal(-1)) is None


def world(said: str, target: str = "A", **more: object) -> World:
    scale = {"skala_predikat": more["skala"]} if "skala" in more else {}
    one = iku("S", target, metode="predikat", skala="akip", satuan="predikat")
    return World({"target_daerah": [one], "pk_realisasi": capai("S", [said]), **scale})


@pytest.mark.parametrize(("score", "wanted"), EDGES.items())
def test_the_sql_reads_a_score_as_its_predicate(score: str, wanted: str) -> None:
    (row,) = world(score).run("from marts.indikator where triwulan = 1")
    places = {band.kode: band.nilai for band in akip().pita}
    assert row["nilai"] == places[wanted]
    assert row["tertulis"] == f"{score} ({wanted})"
    assert row["capaian_tahun"] == round(Decimal(100 * places[wanted]) / places["A"], 6)


def test_a_predicate_by_its_word_and_one_outside_the_scale() -> None:
    (word,) = world("bb").run("from marts.indikator where triwulan = 1")
    assert (word["nilai"], word["tertulis"]) == (5, "bb")
    for wrong in ("ZZ", "101", "-3"):
        (row,) = world(wrong).run("from marts.indikator where triwulan = 1")
        assert (row["nilai"], row["sebab_tahun"]) == (None, "skala_tak_dikenal")


def test_a_pemdas_own_scale_of_that_name_replaces_the_built_in_one_whole() -> None:
    own = [{"skala": "akip", "kode": "A", "nilai": 2}, {"skala": "akip", "kode": "B", "nilai": 1}]
    (row,) = world("B", skala=own).run("from marts.indikator where triwulan = 1")
    assert (row["nilai"], row["capaian_tahun"]) == (1, 50)
    (score,) = world("76", skala=own).run("from marts.indikator where triwulan = 1")
    assert score["sebab_tahun"] == "skala_tak_dikenal"
