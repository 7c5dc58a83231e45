"""The numbers on the slides, read back from the opened file, are those that `raporda query` prints."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from dashboard.access import Scope
from dashboard.export import packs
from dashboard.look import LIGHT, status_word, write
from dashboard.query import Ask
from dashboard.view import View
from pipelines.measures import query
from tests.export import opened
from tests.export.world import BRAND
from tests.models.world import World
from tests.topics import world as small

VIEW = View(small.YEAR, small.MONTH)


@pytest.fixture(scope="module")
def pemda() -> World:
    made = small.build()
    made.run("create table raw.build as select 'uji-0001' as build")
    return made


@pytest.fixture(scope="module")
def slides(pemda: World) -> list[Any]:
    shown = packs.deck_bytes("tepra", Ask("uji-0001", pemda, Scope(), "id"), VIEW, BRAND)
    return list(opened.presentation(shown).slides)


def asked(pemda: World, measure: str, *by: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = query(pemda, measure, by=by, until=VIEW.until, opd=["*"])["rows"]
    return rows


def charted(slides: list[Any], name: str) -> list[Any]:
    """The native charts of a figure, on however many slides."""
    return [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart and shape.name == name]


def drawn(charts: list[Any], series: int) -> dict[str, float | None]:
    """One series of the charts by the name of its category."""
    return {
        label: value
        for chart in charts
        for plot in chart.plots
        for label, value in zip(plot.categories, list(plot.series)[series].values, strict=True)
    }


def test_every_opd_of_the_ranking_has_the_absorption_and_target_of_the_query(pemda: World, slides: list[Any]) -> None:
    charts = charted(slides, "peringkat.serapan") or charted(slides, "peringkat.terendah")
    units = {row["kode_opd"]: row["singkatan"] or row["nama"] for row in pemda.run("select * from marts.opd", opd=None)}
    values, targets = drawn(charts, 0), drawn(charts, 1)
    rows = asked(pemda, "serapan", "opd")
    assert len(rows) >= 4
    compared = 0
    for row in rows:
        full = units[row["opd"]]
        [label] = [name for name in values if full.startswith(name.removesuffix("…"))]
        for shown, said in ((values[label], row["nilai"]), (targets[label], row["target"])):
            assert (shown is None) == (said is None), label
            assert said is None or shown == pytest.approx(float(said), abs=0.005), label
            compared += 1
    assert compared >= 8


@pytest.mark.parametrize(("figure", "by"), [("serapan.jenis", "jenis"), ("serapan.sumber_dana", "sumber_dana")])
def test_splits_have_the_absorption_of_the_query(pemda: World, slides: list[Any], figure: str, by: str) -> None:
    values = drawn(charted(slides, figure), 0)
    said = [row["nilai"] for row in asked(pemda, "serapan", by) if row["nilai"] is not None]
    shown = sorted(value for value in values.values() if value is not None)
    assert shown
    assert shown == pytest.approx(sorted(map(float, said)), abs=0.005)


def test_the_curve_ends_at_the_rupiah_of_the_query(pemda: World, slides: list[Any]) -> None:
    [chart] = charted(slides, "serapan.kurva")
    held = {series.name: list(series.values) for plot in chart.plots for series in plot.series}
    for measure in ("realisasi", "rak_kumulatif"):
        [row] = asked(pemda, measure)
        said = float(row["nilai"])
        assert any(values[VIEW.bulan - 1] == pytest.approx(said, abs=0.005) for values in held.values()), measure


def test_the_first_slide_says_the_totals_of_the_query(pemda: World, slides: list[Any]) -> None:
    words = opened.words(slides[1])
    for measure, unit in (("serapan", "persen"), ("realisasi", "rupiah"), ("deviasi", "poin"), ("fisik", "persen")):
        [row] = asked(pemda, measure)
        value = Decimal(row["nilai"])
        assert write(value, unit, "id", short=True) in words.replace("\u00a0", " "), measure  # type: ignore[arg-type]


def test_the_colours_counted_are_those_of_the_query(pemda: World, slides: list[Any]) -> None:
    counted = Counter(status_word(row["status"], "id") for row in asked(pemda, "serapan", "opd"))
    shown = drawn(charted(slides, "ringkasan.warna"), 0)
    assert {name: value for name, value in shown.items() if value} == dict(counted)


def test_the_colours_counted_have_the_colours_of_their_status(slides: list[Any]) -> None:
    [chart] = charted(slides, "ringkasan.warna")
    named = {status_word(name, "id"): tone.fill for name, tone in LIGHT.status.items()}
    first = next(iter(chart.plots[0].series))
    for position, label in enumerate(chart.plots[0].categories):
        assert f"#{first.points[position].format.fill.fore_color.rgb}" == named[label]
