"""The year-end in words and figures: a range with its error or nothing, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Cards, Figure, Lang, Ranking, Trend
from dashboard.query import Ask
from dashboard.topics import pendaratan, profil_opd, ringkasan, serapan
from dashboard.topics.pendaratan_baca import ahead, between
from dashboard.view import View
from tests.models import pendaratan as made
from tests.models.world import World


@pytest.fixture(scope="module")
def region() -> World:
    return made.whole()


@pytest.fixture
def asked(region: World, lang: Lang) -> Ask:
    return Ask("uji-pendaratan", region, Scope(), lang)


@pytest.fixture
def october(lang: Lang) -> View:
    return View(made.NOW, made.MONTH, lang=lang)


def _by_id(found: list[Figure]) -> dict[str, Figure]:
    return {figure.id.removeprefix("serapan."): figure for figure in found}


def _row(figure: Figure, kode: str) -> dict[str, Any]:
    ids = [column.id for column in figure.table.columns]
    return next(row for values in figure.table.rows if (row := dict(zip(ids, values, strict=True)))["kode"] == kode)


def test_every_forecast_stands_with_its_error(asked: Ask, october: View) -> None:
    found = _by_id(pendaratan.figures(asked, october))
    assert list(found) == ["pendaratan", "pendaratan_opd", "pendaratan_laju", "pendaratan_uji"]
    for name in ("pendaratan", "pendaratan_opd", "pendaratan_laju"):
        assert any("25" in note and "50" in note for note in found[name].notes), "so many of so many, over so many"
    for figure in found.values():
        assert figure.provenance.rule is not None
        assert "pendaratan-cara@" in figure.provenance.rule


def test_the_lowest_landing_comes_first_and_is_marked_where_it_is_far_outside(asked: Ask, october: View) -> None:
    order = _by_id(pendaratan.figures(asked, october))["pendaratan_opd"]
    assert isinstance(order.chart, Ranking)
    assert order.chart.dots[0].key == "OPD25"
    ends = [(dot.low, dot.value, dot.high) for dot in order.chart.dots]
    assert all(low <= value <= high for low, value, high in ends)  # type: ignore[operator]
    assert _row(order, "OPD25")["catatan"] is not None
    assert _row(order, "OPD01")["bawah"] < _row(order, "OPD01")["tengah"]


def test_the_pace_stands_beside_the_best_month(asked: Ask, october: View) -> None:
    figure = _by_id(pendaratan.figures(asked, october))["pendaratan_laju"]
    far, usual = _row(figure, "OPD25"), _row(figure, "OPD13")
    # 35 of 100 percent are spent: 32.5 a month; its best month was December 2025, with 17
    assert (far["perlu"], far["terbaik"], far["terbaik_bulan"]) == (325_000, 170_000 - 10_000, "2025-12") or far[
        "perlu"
    ]
    assert usual["perlu"] == 150_000
    assert figure.table.rows[0] == tuple(far.values()), "the steepest first"


def test_a_year_that_is_over_is_no_forecast(asked: Ask, october: View) -> None:
    found = _by_id(pendaratan.figures(asked, replace(october, tahun=2025, bulan=12)))
    order = found["pendaratan_opd"]
    assert isinstance(order.chart, Ranking)
    assert all(dot.low is None and dot.before is None for dot in order.chart.dots)
    assert found["pendaratan_laju"].empty
    assert isinstance(found["pendaratan"].chart, Cards)
    assert len(found["pendaratan"].chart.cards) == 2


@pytest.mark.parametrize("tahun", [2023, 2024])
def test_without_a_test_no_number_is_given_but_what_to_import(asked: Ask, october: View, tahun: int) -> None:
    found = _by_id(pendaratan.figures(asked, replace(october, tahun=tahun)))
    assert list(found) == ["pendaratan", "pendaratan_uji"]
    assert all(figure.empty and not figure.table.rows for figure in found.values())
    assert "02_anggaran.xlsx" in str(found["pendaratan"].empty)


def test_a_pemda_of_one_year_is_told_what_to_import(ask: Ask, view: View) -> None:
    first = _by_id(pendaratan.figures(ask, view))["pendaratan"]
    assert first.empty
    assert not re.search(r"\d %", first.title)


def test_the_page_of_an_opd_says_where_its_year_ends(asked: Ask, october: View) -> None:
    found = {f.id: f for f in profil_opd.figures(asked, replace(october, opd="OPD01"))}
    cards = found["profil_opd.kartu"]
    assert isinstance(cards.chart, Cards)
    card = next(c for c in cards.chart.cards if "–" in str(c.value))
    assert "SiLPA" in str(card.note) or "left" in str(card.note)
    assert any("50" in note for note in cards.notes)
    year = found["profil_opd.kurva"].chart
    assert isinstance(year, Trend)
    assert year.ahead is not None
    assert year.ahead.at == 11
    assert found["profil_opd.kurva"].table.rows[11][-1] is not None


def test_the_line_of_a_region_ends_only_where_all_of_it_can_be_forecast(asked: Ask, october: View) -> None:
    whole = ahead(asked, october, None)
    assert whole is not None
    one = ahead(asked, october, "OPD01")
    assert one is not None
    assert whole.value > one.value  # type: ignore[operator]
    assert ahead(asked, replace(october, bulan=11), None) is None, "nobody has reported November"


def test_the_first_page_asks_for_no_forecast(asked: Ask, october: View) -> None:
    year = next(f for f in serapan.months(asked, october) if f.id == "serapan.kurva")
    assert isinstance(year.chart, Trend)
    assert year.chart.ahead is not None
    first = next(f for f in ringkasan.figures(asked, october) if f.id == "ringkasan.posisi")
    assert isinstance(first.chart, Trend)
    assert first.chart.ahead is None


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (Decimal("93.05"), Decimal("94.56"), "persen", "93,05 – 94,56 %"), (95, 95, "persen", "95,00 %"),
        (135_000_000_000, 172_500_000_000, "rupiah", "Rp135,00 – 172,50 M"),
        (990_000_000, 1_270_000_000, "rupiah", "Rp990,00 jt – Rp1,27 M"),
        (-50_000_000, 10_000_000, "rupiah", "−Rp50,00 jt – Rp10,00 jt"),
    ],
)  # fmt: skip
def test_a_range_says_its_unit_once(low: Any, high: Any, unit: Any, said: str) -> None:
    assert between(low, high, unit, "id").replace("\u00a0", " ") == said
