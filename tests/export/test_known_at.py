"""What was known on a day is said wherever the material is looked at: title, every foot, annex; in each form."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.export import packs
from dashboard.query import Ask
from dashboard.view import View
from tests.export import opened
from tests.export.test_book import sheets
from tests.export.world import BRAND

SAID = {
    "id": "menurut data yang tercatat sampai 15 Mei 2026",
    "en": "by what was recorded up to 15 May 2026",
}


@pytest.fixture
def earlier(ask: Ask) -> Ask:
    return replace(ask, known_at=date(2026, 5, 15))


@pytest.mark.parametrize("kind", sorted(packs.KINDS))
def test_slides_say_it_on_cover_feet_and_annex(earlier: Ask, view: View, kind: str) -> None:
    shown = opened.presentation(packs.deck_bytes(kind, earlier, view, BRAND, opd=["DISDIK"]))
    for number, slide in enumerate(shown.slides, start=1):
        place = opened.words(slide) if slide.slide_layout.name == "Sampul" else opened.footer(slide)
        assert SAID[view.lang] in place, number
        assert slide.slide_layout.name == "Sampul" or "2026" in opened.footer(slide).split(SAID[view.lang])[0]


def test_sheets_say_it_on_contents_provenance_and_printed_feet(earlier: Ask, view: View) -> None:
    book = sheets(packs.book_bytes("tepra", earlier, view, BRAND))
    first, *others = book.worksheets
    assert SAID[view.lang] in str(first.cell(2, 2).value)
    assert SAID[view.lang] in book.properties.description
    for sheet in others:
        assert SAID[view.lang] in str(sheet.cell(3, 1).value), sheet.title
        assert SAID[view.lang] in sheet.oddFooter.left.text, sheet.title


@pytest.mark.skipif(
    shutil.which("pdftotext") is None and not os.environ.get("CI"), reason="pdftotext is not on this machine"
)
def test_paper_says_it_on_every_page(earlier: Ask, view: View, tmp_path: Path) -> None:
    path = tmp_path / "bahan.pdf"
    path.write_bytes(packs.document_bytes("tepra", earlier, view, BRAND))
    said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()
    for number, page in enumerate(said.removesuffix("\f").split("\f"), start=1):
        assert SAID[view.lang] in page.rstrip().rsplit("\n", 1)[-1], number


def test_it_is_silent_where_everything_recorded_is_shown(ask: Ask, view: View) -> None:
    shown = opened.presentation(packs.deck_bytes("tepra", ask, view, BRAND))
    key = SAID[view.lang].split("1", maxsplit=1)[0].strip()
    assert not any(key in opened.words(slide) for slide in shown.slides)
