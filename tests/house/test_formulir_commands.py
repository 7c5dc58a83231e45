"""`raporda book` and `document` of the official forms: a file of the OPD called; no slides are made of a form."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from dashboard.export.meetings import KINDS
from pipelines.catalogue import text
from tests.house.test_commands import folder, home, run

__all__ = ["folder", "home"]


@pytest.mark.parametrize("kind", ["e81", "rkpd", "lkjip"])
def test_a_form_is_a_workbook_and_a_document(home: Path, tmp_path: Path, kind: str) -> None:
    sheet, paper = tmp_path / "formulir.xlsx", tmp_path / "formulir.pdf"
    run("book", kind, "--until", "2026-04", "--opd", "DISKOMINFO", "-o", sheet, home=home)
    run("document", kind, "--until", "2026-04", "--opd", "DISKOMINFO", "-o", paper, home=home)
    column = openpyxl.load_workbook(sheet).worksheets[0].iter_cols(max_col=1)
    words = {cell.value for cells in column for cell in cells}
    assert any("Triwulan I Tahun 2026" in str(one) for one in words)
    assert paper.read_bytes().startswith(b"%PDF")


def test_no_slides_are_made_of_a_form(home: Path, tmp_path: Path) -> None:
    said = run("deck", "e81", "-o", tmp_path / "x.pptx", home=home, code=2)
    assert text("perintah.pilihan_salah", "id", apa="KIND", nilai="e81", pilihan=", ".join(KINDS)) in said.stderr


def test_a_form_calls_no_official(home: Path, tmp_path: Path) -> None:
    run("book", "e81", "--pejabat", "P000000000000", "-o", tmp_path / "x.xlsx", home=home, code=2)
