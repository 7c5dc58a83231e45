"""The region among others in the meeting's deck: the worst macro indicators, and nothing where nobody can judge."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import count, pairwise

import pytest

from dashboard.access import Scope
from dashboard.export.deck import Slide, slides
from dashboard.export.meeting_wilayah import areas
from dashboard.export.pack import Part
from dashboard.figures.figure import Figure, Ranking, Trend
from dashboard.query import Ask
from dashboard.view import View
from pipelines.catalogue import text
from tests.export import opened
from tests.export.world import BRAND
from tests.models.test_wilayah import angka, arah
from tests.models.world import Row, World
from tests.topics.test_wilayah import JATIM, told

APRIL = View(2026, 4)
_BUILDS = count()


def part(world: World, view: View = APRIL) -> Part:
    return areas(Ask(f"uji-makro-{next(_BUILDS)}", world, Scope(), view.lang), view)


def several(ways: Sequence[tuple[str, str, str, str | None]]) -> World:
    """Indicators by code with our figure, its target and the direction that is confirmed; two neighbours each."""
    rows: list[Row] = []
    for kode, ours, target, _ in ways:
        said = {"kode_makro": kode, "indikator": f"Indikator {kode}"}
        rows += [angka("3501", ours, target_rkpd=target, **said)]
        rows += [angka(one, value, **said) for one, value in (("3502", "6"), ("3503", "7"), ("1000", "5"))]
    known = [arah(kode, way) for kode, _, _, way in ways if way]
    return World({"indikator_wilayah": rows, "pemda": [{"kode_wilayah": "3501"}], "padanan": known})


@pytest.fixture(scope="module")
def behind() -> Part:
    return part(told(padanan=[arah("6", "naik")]))


def test_the_slide_says_how_far_from_the_target_and_where_among_the_others(behind: Part) -> None:
    [slide] = behind.slides
    rank, years = slide.figures
    assert slide.title is not None
    assert "Kabupaten Pacitan 1,00" in slide.title and "target RKPD 4,00" in slide.title
    assert slide.title.endswith("peringkat 37 dari 37")
    assert isinstance(years.chart, Trend)
    assert {one.label for one in years.chart.series} >= {"Provinsi", "Nasional", "Target RKPD"}
    assert [one.id for one in behind.more] == ["wilayah.ringkas"]
    assert rank.id != "wilayah.peringkat", "several of them stand in one workbook"


def test_the_worst_stand_on_top_with_province_and_nation_among_them_and_the_rest_is_said(behind: Part) -> None:
    rank = behind.slides[0].figures[0]
    chart = rank.chart
    assert isinstance(chart, Ranking)
    values = [Decimal(str(dot.value)) for dot in chart.dots]
    assert all(one <= other for one, other in pairwise(values)), "more is better: the smallest is the worst"
    assert [dot.label for dot in chart.dots if dot.label.startswith("◇")] == ["◇ Provinsi", "◇ Nasional"]
    assert "▸ Kab. Pacitan" in {dot.label for dot in chart.dots}
    away = len(JATIM) - (len(chart.dots) - 2)
    assert text("ekspor.wilayah_lain", "id", n=away) in rank.notes
    assert len(rank.table.rows) == len(JATIM), "the workbook has all"


def test_the_slide_fits_and_no_name_of_an_area_is_lost(behind: Part) -> None:
    shown = opened.presentation(slides(list(behind.slides), title="x", brand=BRAND))
    [slide] = shown.slides
    assert list(opened.overfull(slide)) == []
    assert list(opened.beyond(slide, shown.slide_width, shown.slide_height)) == []
    assert len(opened.charts(slide)) == 2


def test_the_furthest_behind_come_first_and_two_at_most() -> None:
    made = part(several([("21", "2", "4", "naik"), ("22", "3.9", "4", "naik"), ("23", "6", "4", "turun")]))
    assert [_ids(slide) for slide in made.slides] == [
        ["wilayah.peringkat_21", "wilayah.tren_21"], ["wilayah.peringkat_23", "wilayah.tren_23"]
    ]  # fmt: skip


def test_what_has_no_direction_is_never_behind() -> None:
    made = part(several([("21", "2", "4", None), ("22", "9", "4", "naik")]))
    assert [_ids(slide) for slide in made.slides] == [["wilayah.ringkas"]]
    assert made.more == ()


def test_without_figures_there_is_no_slide_and_the_annex_can_say_so() -> None:
    made = part(World({}))
    assert (made.slides, made.more) == ((), ())
    assert [one.id for one in made.silent] == ["wilayah.ringkas"]
    assert made.silent[0].empty


def test_a_pemda_that_is_not_known_gets_the_nations_figures_in_the_workbook_only() -> None:
    made = part(told(pemda=None, padanan=[arah("6", "naik")]))
    assert made.slides == ()
    assert [one.id for one in made.more] == ["wilayah.ringkas"]


def _ids(slide: Slide) -> list[str]:
    figures: tuple[Figure, ...] = slide.figures
    return [one.id for one in figures]
