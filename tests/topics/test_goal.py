"""A target beside what was reached is written as that is: in the language's own way, however the file wrote it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from dashboard.figures.figure import Lang
from dashboard.topics.indikator import Indikator, goal

ROW: dict[str, Any] = {
    "acuan": "triwulan", "metode": "terakhir", "satuan": "orang", "target_triwulan": "59700", "target_tahun": "61000",
    "triwulan_bawah": Decimal("59700.0000"), "triwulan_atas": Decimal("59700.0000"),
    "target_bawah": Decimal("61000.0000"), "target_atas": Decimal("61000.0000"),
}  # fmt: skip


def said(lang: Lang = "id", **more: Any) -> str:
    return goal(Indikator("I", "Indikator", {**ROW, **more}, None, "kosong", None), lang)


@pytest.mark.parametrize(("lang", "words"), [("id", "59.700 orang"), ("en", "59,700 orang")])
def test_thousands_are_set_apart_in_the_readers_language(lang: Lang, words: str) -> None:
    assert said(lang) == words


@pytest.mark.parametrize(("lang", "words"), [("id", "3,05 orang"), ("en", "3.05 orang")])
def test_decimals_too(lang: Lang, words: str) -> None:
    low = Decimal("3.0500")
    assert said(lang, target_triwulan="3,05", triwulan_bawah=low, triwulan_atas=low) == words


def test_the_target_of_the_year_where_that_judges_and_that_of_the_quarter_where_there_is_no_other() -> None:
    assert said(acuan="tahun") == "61.000 orang"
    assert said(acuan=None, target_tahun=None, target_bawah=None, target_atas=None) == "59.700 orang"


def test_ranges_and_predicates_stay_as_they_are_written() -> None:
    ends = {"triwulan_bawah": Decimal(66), "triwulan_atas": Decimal(70)}
    assert said(target_triwulan="66-70", **ends) == "66-70 orang"
    assert said(metode="predikat", target_triwulan="WTP", triwulan_bawah=Decimal(4), triwulan_atas=Decimal(4)) == "WTP"


def test_no_target_is_a_dash() -> None:
    assert said(target_triwulan=None, target_tahun=None) == "–"
