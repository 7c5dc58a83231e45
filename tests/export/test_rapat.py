"""The material of a meeting with what earlier ones left: its place in the deck, native charts, nobody named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.access import Scope
from dashboard.export import packs
from dashboard.export.deck import Cover, Slide
from dashboard.figures.figure import Lang
from dashboard.query import Ask
from dashboard.view import View
from pipelines.measures import query
from tests.export import opened
from tests.export.test_people import FORMS, named, parts
from tests.export.world import BRAND
from tests.models.world import World
from tests.topics import rapatan


@pytest.fixture(scope="module")
def met() -> World:
    return rapatan.build()


@pytest.fixture
def asked(met: World, lang: Lang) -> Ask:
    return Ask("uji-rapat", met, Scope(), lang)


def ids(slides: Any) -> list[list[str]]:
    return [[figure.id for figure in slide.figures] if isinstance(slide, Slide) else ["sampul"] for slide in slides]


def test_the_deck_opens_with_the_last_meeting_and_ends_with_lines_to_fill(asked: Ask, view: View) -> None:
    found = ids(packs.pack("tepra", asked, view).slides)
    assert found[:2] == [["sampul"], ["rapat.pemilik", "rapat.tindak_lanjut"]]
    assert found[2][0] == "ringkasan.kartu"
    order = [
        ["rapat.kartu_komitmen", "rapat.komitmen"], ["rapat.kendala"], ["rapat.kendala_lama"],
        ["profil_opd.tindak_lanjut", "profil_opd.komitmen"], ["rapat.keputusan"], ["sampul"],
        ["rapat.temuan_opd", "rapat.temuan"],
    ]  # fmt: skip
    places = [max(n for n, one in enumerate(found) if one == wanted) for wanted in order]
    assert places == sorted(places)
    assert places[5] - places[4] == 1, "the annex follows"


def test_without_meetings_there_is_no_empty_slide(ask: Ask, view: View) -> None:
    found = ids(packs.pack("tepra", ask, view).slides)
    assert [one for slide in found for one in slide if one.startswith("rapat.")] == ["rapat.keputusan"]
    assert found[1][0] == "ringkasan.kartu"


def test_the_lines_to_fill_are_empty(asked: Ask, view: View) -> None:
    shown = opened.presentation(packs.deck_bytes("tepra", asked, view, BRAND))
    tables = [s for slide in shown.slides for s in slide.shapes if s.has_table and s.name == "rapat.keputusan"]
    cells = [[cell.text.strip("\u00a0 ") for cell in row.cells] for table in tables for row in table.table.rows]
    assert len(tables) == 1
    assert [row[0] for row in cells[1:]] == [str(n + 1) for n in range(8)]
    assert {cell for row in cells[1:] for cell in row[1:]} == {""}


def test_the_stacked_bars_are_native_and_count_as_the_query_does(met: World, asked: Ask, view: View) -> None:
    shown = opened.presentation(packs.deck_bytes("tepra", asked, view, BRAND))
    (chart,) = [s.chart for s in shown.slides[1].shapes if s.has_chart]
    held = {series.name: sum(value or 0 for value in series.values) for plot in chart.plots for series in plot.series}
    late = next(value for name, value in held.items() if name in ("Lewat tenggat", "Past its date"))
    [row] = query(met, "tindak_lanjut_lewat", until="2026-04", opd=["*"])["rows"]
    assert late == row["nilai"]
    done = next(value for name, value in held.items() if name in ("Selesai", "Done"))
    [row] = query(met, "tindak_lanjut_selesai", until="2026-04", opd=["*"])["rows"]
    assert done == row["nilai"]


def test_the_pack_of_the_setda(asked: Ask, view: View) -> None:
    pack = packs.pack("setda", asked, view)
    found = ids(pack.slides)
    assert found[:2] == [["sampul"], ["rapat.pemilik", "rapat.tindak_lanjut"]]
    flat = [one for slide in found for one in slide]
    wanted = ["profil_opd.kartu", "setda.peringkat", "setda.kunjungan", "rapat.kendala", "rapat.keputusan"]
    assert [flat.index(one) for one in wanted] == sorted(flat.index(one) for one in wanted)
    assert isinstance(pack.slides[0], Cover)
    said = {figure.provenance.scope for figure in pack.figures}
    assert said == {"Sekretariat Daerah"}


def test_where_no_setda_has_units_the_pack_says_what_to_import(ask: Ask, view: View) -> None:
    pack = packs.pack("setda", ask, view)
    assert len(pack.figures) == 1 and "01_master" in str(pack.figures[0].table.rows)


def test_the_pack_of_an_opd_carries_its_actions_and_promises(asked: Ask, view: View) -> None:
    pack = packs.pack("opd", asked, replace(view, opd="DISDIK"))
    assert ["profil_opd.tindak_lanjut", "profil_opd.komitmen"] in ids(pack.slides)
    flat = [figure.id for figure in pack.figures]
    assert len(flat) == len(set(flat))


def test_the_cover_of_several_opd_says_their_day_once(asked: Ask, view: View) -> None:
    cover = packs.pack("opd", asked, view, opd=["DISDIK", "PUPR"]).slides[0]
    assert isinstance(cover, Cover) and cover.subtitle == asked.provenance(view).as_of


@pytest.mark.parametrize("kind", ["tepra", "setda", "opd"])
@pytest.mark.parametrize("form", sorted(FORMS))
def test_nobody_is_named_unasked(asked: Ask, view: View, tmp_path: Path, form: str, kind: str) -> None:
    content = FORMS[form](kind, asked, view, BRAND, opd=("DISDIK", "PUPR"))
    assert named(parts(form, content, tmp_path)) == set()


@pytest.mark.parametrize("kind", ["tepra", "setda", "opd"])
def test_slides_fit(asked: Ask, view: View, kind: str) -> None:
    shown = opened.presentation(packs.deck_bytes(kind, asked, view, BRAND, opd=("DISDIK", "PUPR")))
    for slide in shown.slides:
        assert list(opened.overfull(slide)) == []
        assert list(opened.beyond(slide, shown.slide_width, shown.slide_height)) == []
