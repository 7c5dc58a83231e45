"""One figure taken along: named only where that was asked for, and then marked on every part of the file."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from dashboard.export import packs, picture, single
from dashboard.figures.figure import Figure
from dashboard.query import Ask
from dashboard.topics import pejabat
from dashboard.view import View
from pipelines.catalogue import text
from tests.export import opened, world
from tests.export.test_people import named
from tests.export.test_scope import inside


@pytest.fixture
def pair(people_named: Ask, view: View) -> tuple[Figure, Figure]:
    """The list of heads with names, and as a reader without them has it."""
    found, masked = (
        next(one for one in pejabat.figures(ask, view) if one.id == "pejabat.kepala")
        for ask in (people_named, people_named.unnamed())
    )
    return found, masked


@pytest.fixture
def mark(pair: tuple[Figure, Figure], view: View) -> str:
    """What stands on the figure with names."""
    said = single.mark(*pair, view)
    assert said == text("ekspor.terbatas", view.lang)
    return said


def test_a_figure_that_names_nobody_has_no_mark(pair: tuple[Figure, Figure], view: View) -> None:
    _, masked = pair
    assert single.mark(masked, masked, view) is None
    for write in (single.figure_book, single.figure_slide):
        parts = list(inside(write(masked, view, world.BRAND)))
        assert named(parts) == set()
        assert not any(text("ekspor.terbatas", view.lang) in part for part in parts)


def test_every_slide_with_names_is_marked(pair: tuple[Figure, Figure], view: View, mark: str) -> None:
    figure, _ = pair
    many = replace(figure, table=replace(figure.table, rows=figure.table.rows * 8, links=(), shown=None))
    shown = opened.presentation(single.figure_slide(many, view, world.BRAND, mark=mark))
    assert len(shown.slides) > 1
    assert all(mark in opened.words(slide) for slide in shown.slides)
    said = shown.core_properties
    assert (said.title, said.category, said.author) == (figure.title, mark, world.BRAND.unit)
    assert figure.provenance.as_of in said.comments and figure.provenance.scope in said.comments


def test_every_sheet_with_names_is_marked(pair: tuple[Figure, Figure], view: View, mark: str) -> None:
    figure, _ = pair
    book = openpyxl.load_workbook(BytesIO(single.figure_book(figure, view, world.BRAND, mark=mark)))
    for sheet in book.worksheets:
        assert any(mark in str(cell.value) for row in sheet.iter_rows(max_row=3) for cell in row if cell.value)
    said = book.properties
    assert (said.title, said.category, said.creator) == (figure.title, mark, world.BRAND.unit)
    assert figure.provenance.as_of in (said.description or "")


def test_a_picture_with_names_is_marked(
    pair: tuple[Figure, Figure], view: View, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(picture, "available", lambda: True)
    monkeypatch.setattr(picture, "_worked", lambda sent, **_: asked.append(json.loads(sent)) or b"")
    for said in (mark, None):
        picture.picture(world.bars(), lang=view.lang, mark=said)
    with_mark, without = (json.dumps(one["figure"]["layout"], ensure_ascii=False) for one in asked)
    assert mark in with_mark and mark not in without


@pytest.mark.parametrize("named", [True, False])
def test_the_properties_of_a_pack_say_who_may_have_it(
    people_named: Ask, people_ask: Ask, view: View, named: bool
) -> None:
    ask = people_named if named else people_ask
    mark = text("ekspor.terbatas", view.lang)
    slides = opened.presentation(packs.deck_bytes("opd", ask, replace(view, opd="DISDIK"), world.BRAND))
    book = openpyxl.load_workbook(BytesIO(packs.book_bytes("opd", ask, replace(view, opd="DISDIK"), world.BRAND)))
    paper = packs.document_bytes("opd", ask, replace(view, opd="DISDIK"), world.BRAND)
    assert ((slides.core_properties.category or "") == mark) is named
    assert ((book.properties.category or "") == mark) is named
    assert (b"pdf:Keywords" in paper) is named


def test_the_writers_are_not_loaded_by_a_page() -> None:
    code = "import sys, dashboard.screens.downloads; print([m for m in ('pptx', 'xlsxwriter') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
