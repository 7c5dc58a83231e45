"""The workbook of problems: every problem listed, every faulty cell marked, nothing in it that runs."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipelines import intake
from pipelines.intake.grid import open_book
from pipelines.intake.limits import Limits
from pipelines.intake.problem_book import workbook
from pipelines.intake.problem_pages import TOP, WHOLE, compose
from pipelines.intake.report import Answers, Problem, Reading
from tests.intake.written import put

ROW: dict[str, Any] = {"tahun": 2026, "versi": "murni", "kode_opd": "DINKES", "kode_rekening": "5.1.02", "pagu": 1_000}


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def problem(**where: Any) -> Problem:
    return Problem("UJI", where.pop("severity", "error"), {"id": "Perbaiki ini.", "en": "Mend this."}, **where)


def reading(*problems: Problem) -> Reading:
    return Reading("berkas.xlsx", "-", None, "refused", problems=problems)


def test_the_faulty_cell_is_coloured_noted_and_linked(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx", {"Data OPD": [ROW, ROW | {"kode_rekening": "5.2", "pagu": "seribu"}]})
    read = intake.read(path, Answers(), into=tmp_path / "out")
    book = opened(workbook(path, read))
    assert book.sheetnames == ["Masalah", "Data OPD"]
    cell = book["Data OPD"]["E3"]
    assert cell.value == "seribu"
    assert cell.fill.fgColor.rgb == "FFF8C7C2"
    assert "bukan jumlah rupiah" in cell.comment.text
    assert "not an amount" in cell.comment.text
    assert book["Data OPD"]["E2"].comment is None
    link = next(c for row in book["Masalah"].iter_rows() for c in row if c.value == "Data OPD!E3")
    assert link.hyperlink.location == "'Data OPD'!E3"
    words = [c.value for c in book["Masalah"][link.row]]
    assert "Perbaiki" in words
    assert any("bukan jumlah rupiah" in str(w) for w in words)
    assert any("not an amount" in str(w) for w in words)


def test_nothing_in_it_runs(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "'=1+1"
    texts = [
        '=HYPERLINK("http://x","y")',
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "＝1+1",
        "{=1}",
        "http://x.example/",
    ]
    for n, text in enumerate(texts, start=1):
        page.cell(n, 1).value = text
        page.cell(n, 1).data_type = "s"
    page["B1"] = "=1+1"
    book.save(tmp_path / "a.xlsx")
    faulty = reading(problem(sheet="'=1+1", row=1, column="A", read=texts[0]), problem(read="=cmd|'/c calc'!A1"))
    made = compose(faulty, open_book(tmp_path / "a.xlsx", "xlsx"))
    found = opened(made)
    cells = [cell for sheet in found.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    copied = [cell.value for cell in found.worksheets[1]["A"]]
    assert copied[:4] == texts[:4]
    assert [link.target for sheet in found.worksheets for link in sheet._hyperlinks if link.target] == []


def test_values_are_copied_as_they_are(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    values = [1.5, 12, True, "0012", datetime(2026, 4, 30), "teks\nbaris dua", None, "x" * 32_767]
    book.active.append(values)
    book.save(tmp_path / "a.xlsx")
    found = opened(compose(reading(), open_book(tmp_path / "a.xlsx", "xlsx"))).worksheets[1]
    assert [cell.value for cell in found[1]] == values
    assert found["D1"].number_format == "@"


def test_problems_of_a_row_of_a_sheet_and_of_the_file_are_listed_too(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx", {"S": [ROW]})
    everywhere = [problem(sheet="S", row=2, severity="warning"), problem(sheet="S"), problem(severity="info")]
    made = compose(reading(*everywhere, problem(sheet="T", row=1)), open_book(path, "xlsx"))
    book = opened(made)
    assert book["S"]["A2"].comment is not None
    assert book["S"]["C2"].fill.fgColor.rgb == "FFFFE7A3"
    listed = [book["Masalah"].cell(row, 3).value or None for row in range(7, 11)]
    assert listed == ["S", "T!1", "S!2", None]  # errors first
    assert "4 masalah" in book["Masalah"]["A2"].value


def test_two_faults_in_one_cell_share_its_note(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx", {"S": [ROW]})
    twice = reading(problem(sheet="S", row=2, column="A"), problem(sheet="S", row=2, column="A", severity="info"))
    note = opened(compose(twice, open_book(path, "xlsx")))["S"]["A2"].comment
    assert note.text.count("Mend this.") == 2


def test_a_fault_beyond_the_last_cell_is_marked_all_the_same(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx", {"S": [ROW]})
    page = opened(compose(reading(problem(sheet="S", row=2, column="H")), open_book(path, "xlsx")))["S"]
    assert page["H2"].fill.fgColor.rgb == "FFF8C7C2"


@pytest.mark.parametrize("name", ["Masalah", "History", "a" * 31, "RINCIAN BELANJA"])
def test_sheets_keep_their_names_or_nearly(tmp_path: Path, name: str) -> None:
    path = put(tmp_path / "a.xlsx", {name: [ROW]})
    book = opened(compose(reading(problem(sheet=name, row=2, column="A")), open_book(path, "xlsx")))
    assert book.sheetnames[0] == "Masalah"
    assert book.sheetnames[1].startswith(name[:5])
    assert len({n.lower() for n in book.sheetnames}) == 2
    assert book.worksheets[1]["A2"].comment is not None


def test_hidden_sheets_are_not_handed_on(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx", {"S": [ROW], "Rahasia": [ROW]})
    book = openpyxl.load_workbook(path)
    book["Rahasia"].sheet_state = "hidden"
    book.save(path)
    assert opened(compose(reading(), open_book(path, "xlsx"))).sheetnames == ["Masalah", "S"]


def test_a_large_sheet_is_cut_but_its_faulty_rows_stay_in_their_place(tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    path.write_text("a;b;c\n" + "1;2;3\n" * (WHOLE + 10), encoding="utf-8")
    far = WHOLE - 5
    book = opened(compose(reading(problem(sheet="csv", row=far, column="B")), open_book(path, "csv")))
    page = book["csv"]
    assert page.cell(far, 2).value == "2"
    assert page.cell(far, 2).comment is not None
    assert page.cell(TOP + 1, 1).value is None
    assert str(TOP) in book["Masalah"]["A4"].value


@pytest.mark.parametrize("content", [b"PK\x03\x04 rusak", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b""])
def test_a_file_that_cannot_be_opened_still_gives_its_list(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    read = intake.read(path, Answers(), into=tmp_path / "out")
    assert read.status == "refused"
    book = opened(workbook(path, read, limits=Limits(wall_seconds=30)))
    assert book.sheetnames == ["Masalah"]
    assert book["Masalah"].cell(7, 5).value == read.problems[0].message["id"]


def test_it_is_written_in_english_too(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx", {"S": [ROW]})
    book = opened(compose(reading(problem(sheet="S", row=2)), open_book(path, "xlsx"), lang="en"))
    assert book.sheetnames[0] == "Problems"
    assert book["Problems"].cell(7, 5).value == "Mend this."
    assert book["Problems"].cell(7, 6).value == "Perbaiki ini."
