"""Paper: an archive-grade, tagged PDF in the language asked for, whatever letters the data holds."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from dashboard.export.document import document
from dashboard.export.glyphs import drawable
from dashboard.figures.figure import Figure, Lang
from tests.export import world

MOMENT = datetime(2026, 11, 12, 8, 0, tzinfo=UTC)


def made(figures: list[Figure], lang: Lang = "id") -> bytes:
    return document(figures, title="Bahan Uji", subtitle="s.d. Oktober", brand=world.BRAND, lang=lang, made_at=MOMENT)


def test_pdf_a_and_ua_and_tags_and_language() -> None:
    content = made(world.every())
    assert content.startswith(b"%PDF-1.7")
    for mark in (b"<pdfaid:part>2</pdfaid:part>", b"<pdfaid:conformance>A</pdfaid:conformance>"):
        assert mark in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    with pikepdf.open(BytesIO(content)) as paper:
        assert paper.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in paper.Root
        assert str(paper.Root.Lang) == "id"
    with pikepdf.open(BytesIO(made([world.cards()], "en"))) as paper:
        assert str(paper.Root.Lang) == "en"


def test_the_same_figures_give_the_same_bytes() -> None:
    assert made([world.ranking(), world.grid()]) == made([world.ranking(), world.grid()])


def test_letters_no_font_has_are_replaced_and_never_stop_the_paper() -> None:
    assert drawable("＝1+1\tx\x00") == "=1+1 x"
    assert drawable({"a": ["ﬁ", "漢", "Rp1 − 2 ▼"]}) == {"a": ["fi", "□", "Rp1 − 2 ▼"]}
    assert made([world.table()]).startswith(b"%PDF")


@pytest.mark.skipif(
    shutil.which("pdftotext") is None and not os.environ.get("CI"), reason="pdftotext is not on this machine"
)
def test_the_paper_says_what_the_figures_say(tmp_path: Path) -> None:
    path = tmp_path / "bahan.pdf"
    path.write_bytes(made(world.every()))
    said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()
    for words in ("61,92 %", "selisih terbesar Rp1", "Build a1b2c3d4", "−24,20 poin", "Belum lapor", "=HYPERLINK"):
        assert words in said


@pytest.mark.skipif(
    shutil.which("pdfinfo") is None and not os.environ.get("CI"), reason="pdfinfo is not on this machine"
)
def test_another_reader_finds_the_tags_and_the_words_of_each_drawing(tmp_path: Path) -> None:
    path, content = tmp_path / "bahan.pdf", made(world.every())
    path.write_bytes(content)
    said = subprocess.run(["pdfinfo", "-struct", str(path)], capture_output=True, check=True).stdout.decode()
    about = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stdout.decode()
    told = dict(line.split(":", 1) for line in about.splitlines() if ":" in line)
    assert (told["Tagged"].strip(), told["Encrypted"].strip(), told["JavaScript"].strip()) == ("yes", "no", "no")
    assert (told["Title"].strip(), told["Author"].strip()) == ("Bahan Uji", world.BRAND.unit)
    assert all(element in said for element in ("H1", "H2", "Table", "TH"))
    drawings = 5  # trend, colours, ranking, bars, quadrant
    with pikepdf.open(BytesIO(content)) as paper:
        worded = sum(isinstance(one, pikepdf.Dictionary) and "/Alt" in one for one in paper.objects)
    assert said.count("Figure") == worded == drawings + 1, "each drawing and the logo have their words"
