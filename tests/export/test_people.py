"""People on slides, sheets and paper: what the meeting sees of them, and that nobody is named who was not asked for."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from dashboard.export import packs
from dashboard.export.book import book
from dashboard.export.deck import Slide, deck, slides
from dashboard.export.document import document
from dashboard.figures.figure import Band, Distribution, Figure, Flow, Lane, Span, Timeline, Trend
from dashboard.query import Ask
from dashboard.topics import kinerja, pejabat, rotasi
from dashboard.view import View
from pipelines.catalogue import text
from tests.export import opened, world
from tests.export.test_book import sheets
from tests.export.test_scope import FORMS, inside, printed
from tests.topics.orang import NAMES, NIPS

CALLED = ("DISDIK", "PUPR")
RUN = "{http://schemas.openxmlformats.org/drawingml/2006/main}rPr"
WHOLE = re.compile(r"(?<![\d.])\d{18}(?![\d.])")  # a NIP, whose ever; a number with a point is a measure of a chart


def everything(ask: Ask, view: View) -> list[Figure]:
    return [figure for topic in (kinerja, pejabat, rotasi) for figure in topic.figures(ask, view)]


def parts(form: str, content: bytes, folder: Path) -> list[str]:
    if form != "document":
        return list(inside(content))
    if shutil.which("pdftotext") is None and not os.environ.get("CI"):
        pytest.skip("pdftotext is not on this machine")
    return list(printed(content, folder))


def named(found: list[str]) -> set[str]:
    """The names and the NIP that stand in any part; a paper may break a name over two lines."""
    joined = [re.sub(r"\s+", " ", part) for part in found]
    own = {one for one in (*NAMES.values(), *NIPS.values()) for part in joined if one in part}
    family = {name.split()[-1] for name in NAMES.values() for part in joined if name.split()[-1] in part}
    return own | family | {one for part in found for one in WHOLE.findall(part)}


@pytest.mark.parametrize("kind", sorted(packs.KINDS))
@pytest.mark.parametrize("form", sorted(FORMS))
def test_nobody_is_named_unasked(people_ask: Ask, view: View, tmp_path: Path, form: str, kind: str) -> None:
    content = FORMS[form](kind, people_ask, view, world.BRAND, opd=CALLED)
    found = parts(form, content, tmp_path)
    assert named(found) == set()
    assert not any(text("ekspor.terbatas", view.lang) in part for part in found)


@pytest.mark.parametrize("form", ["book", "deck", "document"])
def test_no_figure_about_people_names_anybody_unasked(people_ask: Ask, view: View, tmp_path: Path, form: str) -> None:
    write: Any = {"book": book, "deck": deck, "document": document}[form]
    figures = everything(people_ask, view)
    content = write(figures, title="Judul", subtitle="y", brand=world.BRAND, lang=view.lang)
    assert named(parts(form, content, tmp_path)) == set()


@pytest.mark.parametrize("form", sorted(FORMS))
def test_names_that_are_asked_for_come_with_a_mark(people_named: Ask, view: View, tmp_path: Path, form: str) -> None:
    content = FORMS[form]("tepra", people_named, view, world.BRAND, opd=CALLED)
    found = parts(form, content, tmp_path)
    assert {"Aruna", "Bayumi"} <= named(found), "the search finds what is there"
    assert not any(WHOLE.search(part) for part in found), "a whole NIP stands nowhere, names or not"
    assert any(text("ekspor.terbatas", view.lang) in part for part in found)


def test_the_mark_stands_on_every_slide_and_sheet(people_named: Ask, view: View) -> None:
    mark = text("ekspor.terbatas", view.lang)
    shown = opened.presentation(packs.deck_bytes("tepra", people_named, view, world.BRAND))
    assert all(mark in opened.words(slide) for slide in shown.slides)
    made = sheets(packs.book_bytes("tepra", people_named, view, world.BRAND))
    for sheet in made.worksheets:
        assert any(mark in str(cell.value) for row in sheet.iter_rows(max_row=3) for cell in row if cell.value)


def test_a_meeting_sees_posts_that_ask_for_a_decision_and_terms(people_ask: Ask, view: View) -> None:
    pack = packs.pack("tepra", people_ask, view, opd=CALLED)
    ids = [[figure.id for figure in slide.figures] for slide in pack.slides if isinstance(slide, Slide)]
    assert ["pejabat.ringkas", "rotasi.plt", "pejabat.ditanya"] in ids
    assert ["rotasi.rantai"] in ids
    assert any(one[0] == "profil_opd.kepala" and "profil_opd.deviasi" in one for one in ids)
    assert {"rotasi.garis_waktu", "rotasi.perhatian"} <= {figure.id for figure in pack.more}


def test_only_empty_and_new_seats_are_listed_beside_the_clock(people_ask: Ask, view: View) -> None:
    pack = packs.pack("tepra", people_ask, view)
    asked = next(figure for figure in pack.figures if figure.id == "pejabat.ditanya")
    whole = next(figure for figure in pejabat.figures(people_ask, view) if figure.id == "pejabat.kepala")
    at = {column.id: i for i, column in enumerate(whole.table.columns)}
    new = sum(row[at["seratus"]] is not None for row in whole.table.rows)
    free = sum(text("jabatan.keadaan_kosong", view.lang) in str(row[at["keadaan"]]) for row in whole.table.rows)
    assert 0 < len(asked.table.rows) == new + free < len(whole.table.rows)


@pytest.mark.parametrize("kind", sorted(packs.KINDS))
def test_slides_about_people_fit_and_can_be_read(people_named: Ask, view: View, kind: str) -> None:
    shown = opened.presentation(packs.deck_bytes(kind, people_named, view, world.BRAND, opd=CALLED))
    _legible(shown)


def test_no_kind_of_figure_about_people_is_missing_from_slides(people_named: Ask, view: View) -> None:
    figures = everything(people_named, view)
    kinds = {type(figure.chart) for figure in figures}
    assert {Timeline, Flow, Distribution} <= kinds
    shown = opened.presentation(deck(figures, title="x", subtitle="y", brand=world.BRAND, lang=view.lang))
    _legible(shown)
    said = "\n".join(opened.words(slide) for slide in shown.slides)
    for figure in figures:
        if isinstance(figure.chart, Timeline):
            assert all(lane.label[:8] in said for lane in figure.chart.lanes)
        if isinstance(figure.chart, Flow):
            assert all(stream.source[:8] in said and stream.target[:8] in said for stream in figure.chart.streams)


def _legible(shown: Any) -> None:
    for slide in shown.slides:
        assert list(opened.overfull(slide)) == []
        assert list(opened.beyond(slide, shown.slide_width, shown.slide_height)) == []
        for shape in slide.shapes:
            assert shape._element._nvXxPr.cNvPr.get("descr"), shape.name
            if shape.is_placeholder or shape.has_chart:
                continue
            sizes = [int(run.get("sz")) for run in shape._element.iter(RUN) if run.get("sz")]
            assert min(sizes, default=1200) >= 1200, shape.name


def test_a_new_head_is_a_line_on_the_chart(people_ask: Ask, view: View) -> None:
    pack = packs.pack("tepra", people_ask, view, opd=("DISDIK",))
    curve = next(
        figure for figure in pack.figures
        if figure.id == "profil_opd.kurva" and isinstance(figure.chart, Trend) and figure.chart.marks
    )  # fmt: skip
    assert isinstance(curve.chart, Trend)
    [slide] = opened.presentation(slides([Slide((curve,))], title="x", brand=world.BRAND, lang=view.lang)).slides
    [chart] = opened.charts(slide)
    line = opened.numbers(chart)[text("ekspor.tanda", view.lang)]
    at = {index for index, _ in curve.chart.marks}
    assert {index for index, value in enumerate(line) if value is not None} == at
    assert all(words in opened.words(slide) for _, words in curve.chart.marks)
    assert "<c:errBars>" in chart.part.blob.decode()


def test_a_post_of_a_day_is_drawn_and_ends(view: View) -> None:
    first = date(2022, 1, 1)
    span = Span(first, first + timedelta(days=1), "plh", "Nama yang panjang sekali")
    chart = Timeline((Lane("Kepala Dinas", (span,)),), first, date(2026, 10, 31))
    figure = replace(world.table(3), chart=chart)
    [slide] = opened.presentation(slides([Slide((figure,))], title="x", brand=world.BRAND, lang=view.lang)).slides
    assert "Kepala Dinas" in opened.words(slide)


def test_bands_of_a_timeline_are_named_on_the_slide(view: View) -> None:
    first, last = date(2022, 1, 1), date(2026, 10, 31)
    lane = Lane("Kepala Dinas", (Span(first, last, "definitif", "Nama"),))
    bands = (Band(date(2024, 3, 22), date(2025, 2, 20), "A", "Masa pilkada"),)
    figure = replace(world.table(3), chart=Timeline((lane,), first, last, bands))
    [slide] = opened.presentation(slides([Slide((figure,))], title="x", brand=world.BRAND, lang=view.lang)).slides
    assert "Masa pilkada" in opened.words(slide)
    assert "A: Masa pilkada" in [shape.name for shape in slide.shapes]


def test_without_people_the_meeting_is_what_it_was(ask: Ask, view: View) -> None:
    ids = {figure.id for figure in packs.pack("tepra", ask, view).figures}
    assert not any(one.startswith(("kinerja.", "pejabat.", "rotasi.")) for one in ids)
