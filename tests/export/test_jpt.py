"""The material of the meeting on high officials: its parts, one page for each, and nobody who was not called."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.access import Scope
from dashboard.export import packs
from dashboard.export.deck import Slide
from dashboard.export.pack import Pack
from dashboard.figures.figure import Cards, Figure, Prose, Timeline
from dashboard.query import Ask
from dashboard.topics import pejabat, pejabat_orang
from dashboard.view import View
from pipelines.catalogue import text
from tests.export import opened, world
from tests.export.test_book import sheets
from tests.models.world import World
from tests.topics import orang

HOLDERS = ("B", "C", "D", "E", "F")  # of the five seats of eselon II in April 2026


def pages(pack: Pack) -> list[Slide]:
    return [slide for slide in pack.slides if isinstance(slide, Slide) and slide.columns]


def who(pack: Pack) -> set[str]:
    """The short names of the officials that have a page."""
    return {str(page.figures[0].provenance.scope).partition(",")[0] for page in pages(pack)}


def label(people: World, letter: str, ask: Ask, view: View) -> str:
    called = pejabat_orang.who(ask, replace(view, pejabat=orang.ids(people)[letter]))
    assert called is not None
    return called[0]


def test_the_meeting_has_its_parts_in_order(people_ask: Ask, view: View) -> None:
    pack = packs.pack("jpt", people_ask, view)
    ids = [figure.id for slide in pack.slides if isinstance(slide, Slide) for figure in slide.figures]
    wanted = ["jpt.ringkas", "jpt.perhatian", "rotasi.dasar", "jpt.kursi", "pejabat.kartu", "lampiran.cakupan"]
    places = [ids.index(one) for one in wanted]
    assert places == sorted(places)


def test_each_holder_has_one_page_and_nobody_else(people: World, people_ask: Ask, view: View) -> None:
    pack = packs.pack("jpt", people_ask, view)
    assert len(pages(pack)) == len(HOLDERS)
    assert who(pack) == {label(people, letter, people_ask, view) for letter in HOLDERS}


def test_only_the_called_officials_have_a_page(people: World, people_ask: Ask, view: View) -> None:
    ids = orang.ids(people)
    pack = packs.pack("jpt", people_ask, view, pejabat=[ids["C"], ids["A"], ids["C"]])
    assert who(pack) == {label(people, letter, people_ask, view) for letter in "CA"}
    assert {"jpt.ringkas", "jpt.kursi"} <= {figure.id for figure in pack.figures}, "the seats are there all the same"


def test_a_called_agency_brings_its_own_officials(people: World, people_ask: Ask, view: View) -> None:
    pack = packs.pack("jpt", people_ask, view, opd=["DISDIK"])
    assert who(pack) == {label(people, "B", people_ask, view)}


def test_who_the_reader_may_not_see_is_not_called_and_brings_nobody_in(people: World, view: View) -> None:
    ids = orang.ids(people)
    ask = Ask("uji-orang", people, Scope(opd=("DINKES",)), view.lang)
    assert pages(packs.pack("jpt", ask, view, pejabat=[ids["B"]])) == []
    assert len(pages(packs.pack("jpt", ask, view))) == 1


def test_a_page_is_made_of_the_figures_of_the_page_of_officials(people: World, people_ask: Ask, view: View) -> None:
    one = replace(view, pejabat=orang.ids(people)["B"])
    [page] = pages(packs.pack("jpt", people_ask, view, pejabat=[str(one.pejabat)]))
    whole = {figure.id: figure for figure in pejabat.figures(people_ask, one)}
    shown = {figure.id: figure for figure in page.figures}
    head, own = shown["pejabat.kartu"].chart, whole["pejabat.kartu"].chart
    assert isinstance(head, Cards) and isinstance(own, Cards)
    assert [card.value for card in head.cards] == [card.value for card in own.cards]
    lanes, posts = shown["pejabat.karier"].chart, whole["pejabat.karier"].chart
    assert isinstance(lanes, Timeline) and isinstance(posts, Timeline)
    assert [lane.spans for lane in lanes.lanes] == [lane.spans for lane in posts.lanes]
    at = {column.id: i for i, column in enumerate(whole["pejabat.masa"].table.columns)}
    wanted = [(row[at["warisan"]], row[at["sendiri"]]) for row in whole["pejabat.masa"].table.rows]
    assert [row[-2:] for row in shown["pejabat.masa"].table.rows] == wanted
    said = shown["pejabat.hal"].chart
    assert isinstance(said, Prose) and any("24 JP" in one for one in said.paragraphs)


def test_regimes_stand_beside_each_predicate(people: World, people_ask: Ask, view: View) -> None:
    [page] = pages(packs.pack("jpt", people_ask, view, pejabat=[orang.ids(people)["B"]]))
    [figure] = [figure for figure in page.figures if figure.id == "pejabat.skp_tahunan"]
    assert [row[-1] for row in figure.table.rows] == ["PANRB 6/2022", "PP 30/2019", "PP 46/2011", "PP 46/2011"]
    assert all("TW" not in str(row[0]) for row in figure.table.rows), "quarters are not years"


def test_who_acts_in_a_high_post_is_called_by_it(people: World, people_ask: Ask, view: View) -> None:
    [page] = pages(packs.pack("jpt", people_ask, view, pejabat=[orang.ids(people)["E"]]))
    assert "Plt Kepala Badan Penanggulangan Bencana" in page.figures[0].title
    assert "Sekretaris Badan" in page.figures[0].title


def test_every_page_is_one_slide_and_all_is_marked(people_named: Ask, view: View) -> None:
    pack = packs.pack("jpt", people_named, view)
    shown = opened.presentation(packs.deck_bytes("jpt", people_named, view, world.BRAND))
    titles = [slide.shapes.title.text_frame.text for slide in shown.slides]
    for page in pages(pack):
        assert sum(page.figures[0].title[:30] in title.replace("\u00a0", " ") for title in titles) == 1
    mark = text("ekspor.terbatas", view.lang)
    assert all(mark in opened.words(slide) for slide in shown.slides)
    for sheet in sheets(packs.book_bytes("jpt", people_named, view, world.BRAND)).worksheets:
        assert any(mark in str(cell.value) for row in sheet.iter_rows(max_row=3) for cell in row if cell.value)


def test_every_official_has_one_page_on_paper(people_named: Ask, view: View, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None and not os.environ.get("CI"):
        pytest.skip("pdftotext is not on this machine")
    path = tmp_path / "jpt.pdf"
    path.write_bytes(packs.document_bytes("jpt", people_named, view, world.BRAND))
    said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()
    parts = [re.sub(r"\s+", " ", part) for part in said.split("\f")]
    for page in pages(packs.pack("jpt", people_named, view)):
        [where] = [part for part in parts if page.figures[0].title in part]
        for figure in page.figures[1:]:
            assert figure.title in where
    marked = [text("ekspor.terbatas", view.lang) in part for part in parts if part.strip()]
    assert all(marked)


def test_the_workbook_has_one_sheet_a_kind_with_the_rows_of_all(people_ask: Ask, view: View) -> None:
    pack = packs.pack("jpt", people_ask, view)
    whole = {figure.id: figure for figure in pack.sheets}
    names = sheets(packs.book_bytes("jpt", people_ask, view, world.BRAND)).sheetnames[1:]
    assert names == list(whole)
    careers = whole["jpt.karier"].table
    assert {row[0] for row in careers.rows} == who(pack)
    every = [_career(people_ask, view, str(row["orang_id"])) for row in _holders(people_ask, view)]
    assert len(careers.rows) == sum(len(figure.table.rows) for figure in every)


def _holders(ask: Ask, view: View) -> list[dict[str, object]]:
    sql = "select orang_id from app.kepala_opd where tahun = ? and bulan = ? and orang_id is not null"
    return ask.run(sql, view.tahun, view.bulan)


def _career(ask: Ask, view: View, orang_id: str) -> Figure:
    found = pejabat.figures(ask, replace(view, pejabat=orang_id))
    return next(figure for figure in found if figure.id == "pejabat.karier")


def test_without_people_the_material_says_what_to_import(ask: Ask, view: View) -> None:
    pack = packs.pack("jpt", ask, view)
    [figure] = [figure for figure in pack.figures if figure.id == "lampiran.belum_ada"]
    assert "SIASN" in str(figure.table.rows)
    for write in (packs.deck_bytes, packs.book_bytes, packs.document_bytes):
        assert write("jpt", ask, view, world.BRAND)
