"""Slides for someone who does not see them, or not well: in order, in their language, large enough, nothing cut."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from dashboard.export.book import book
from dashboard.export.deck import Slide, deck, slides
from dashboard.figures.figure import Column, Figure, Lang, Table
from tests.export import opened, world

SPOKEN = {"id": "id-ID", "en": "en-GB"}
RUN = "{http://schemas.openxmlformats.org/drawingml/2006/main}rPr"


@pytest.fixture(params=["id", "en"])
def lang(request: pytest.FixtureRequest) -> Lang:
    return request.param  # type: ignore[no-any-return]


def shown(figures: list[Figure], lang: Lang = "id") -> list[Any]:
    made = deck(figures, title="Judul", subtitle="y", brand=world.BRAND, lang=lang)
    return list(opened.presentation(made).slides)


def test_every_word_is_marked_with_the_language_of_the_slides(lang: Lang) -> None:
    for slide in shown(world.every(), lang):
        told = {run.get("lang") for shape in slide.shapes if not shape.has_chart for run in shape._element.iter(RUN)}
        assert told <= {SPOKEN[lang]}, told


def test_the_title_is_read_first_and_the_foot_last() -> None:
    for slide in shown(world.every())[1:]:
        order = [
            str(s.placeholder_format.type).split(" ", maxsplit=1)[0] if s.is_placeholder else "-" for s in slide.shapes
        ]
        assert order[0] in ("TITLE", "CENTER_TITLE")
        assert order[-2:] == ["FOOTER", "SLIDE_NUMBER"]
        assert set(order[1:-2]) == {"-"}


def test_the_reasons_of_a_summary_are_read_from_the_third_row() -> None:
    summary = Slide((world.cards(), world.priorities()))
    [slide] = opened.presentation(slides([summary], title="x", brand=world.BRAND)).slides
    boxes = [shape for shape in slide.shapes if re.fullmatch(r"Prioritas \d", shape.name)]
    assert len(boxes) == 5
    assert all(run.font.size.pt >= 14 for box in boxes for p in box.text_frame.paragraphs for run in p.runs)
    assert list(opened.overfull(slide)) == []


def test_a_long_cell_stands_whole_where_the_slide_has_room() -> None:
    basis = "Pasal 5 ayat (2) Peraturan Bupati tentang batas warna rapor penyerapan yang berlaku sejak Januari. " * 5
    rows = tuple((f"Profil {i}", basis.strip() if i == 2 else "singkat", i) for i in range(4))
    columns = (Column("a", "Profil"), Column("b", "Dasar"), Column("c", "Urutan", "bulat"))
    figure = replace(world.table(), table=Table(columns, rows))
    [slide] = opened.presentation(slides([Slide((figure,))], title="x", brand=world.BRAND)).slides
    [table] = [shape.table for shape in slide.shapes if shape.has_table]
    assert table.cell(3, 1).text == basis.strip()
    assert table.rows[3].height > table.rows[2].height


@pytest.mark.parametrize("form", ["deck", "book"])
def test_the_properties_name_the_office_and_no_person_or_machine(form: str, lang: Lang) -> None:
    write = {"deck": deck, "book": book}[form]
    made = write(world.every(), title="Judul", subtitle="Posisi Oktober", brand=world.BRAND, lang=lang)
    with ZipFile(BytesIO(made)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    said = "".join(part.decode() for name, part in parts.items() if name.startswith("docProps/"))
    for words in ("Judul", "Posisi Oktober", world.BRAND.unit, SPOKEN[lang]):
        assert words in said
    said = re.sub(r"T\d\d:\d\d:\d\d", "", said)  # made at 04:35 is no slide of 4:3
    assert not re.search("python|macintosh|4:3", said, re.IGNORECASE)
    assert not any(re.search("thumbnail|printer", name) for name in parts)
    assert not any(b"/tmp/" in part or b"/home/" in part for part in parts.values())
