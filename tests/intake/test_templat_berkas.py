"""Templates through the one way in: the child process, formulas, errors, hidden sheets, columns that are mapped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from pipelines import intake
from pipelines.catalogue import DATA
from pipelines.intake.report import Answers, Reading
from tests.intake.written import put

LEAF: dict[str, Any] = {"tahun": 2026, "versi": "murni", "kode_opd": "DINKES", "kode_rekening": "5.1.02", "pagu": 1_000}


def read(path: Path, into: Path, answers: Answers | None = None, **more: Any) -> Reading:
    return intake.read(path, answers or Answers(), into=into / "out", **more)


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


@pytest.mark.parametrize("value", ["#REF!", "#DIV/0!"])
def test_an_excel_error_is_refused_in_its_cell_and_never_taken_for_blank(tmp_path: Path, value: str) -> None:
    path = put(tmp_path / "a.xlsx", {"pagu": [LEAF, LEAF | {"kode_rekening": "5.2", "pagu": value}]})
    reading = read(path, tmp_path)
    (problem,) = [p for p in reading.problems if p.severity == "error"]
    assert (problem.code, problem.row, problem.column, problem.read) == ("ANGKA_GALAT", 3, "E", value)
    assert (reading.rows.accepted, reading.rows.quarantined) == (1, 1)


def test_a_formula_that_was_never_valued_refuses_the_file_naming_the_cell(tmp_path: Path) -> None:
    reading = read(put(tmp_path / "a.xlsx", {"pagu": [LEAF | {"pagu": "=500*2"}]}), tmp_path)
    assert reading.status == "refused"
    assert reading.tables == {}
    problem = next(p for p in reading.problems if p.code == "RUMUS_TANPA_NILAI")
    assert (problem.sheet, problem.row, problem.column) == ("pagu", 2, "E")
    assert "simpan" in problem.message["id"].lower()


def test_a_hidden_sheet_is_never_read_beside_a_visible_one(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx", {"pagu": [LEAF], "lama": [LEAF | {"pagu": 9}]})
    book = openpyxl.load_workbook(path)
    book["lama"].sheet_state = "veryHidden"
    book.save(path)
    reading = read(path, tmp_path)
    assert pq.read_table(reading.tables["pagu"])["pagu"].to_pylist() == [1_000]
    assert "LEMBAR_TERSEMBUNYI" in codes(reading)


def test_a_template_saved_as_a_file_of_another_name_is_still_one(tmp_path: Path) -> None:
    path = tmp_path / "REKAPITULASI BELANJA.xls"
    path.write_bytes((DATA / "templat" / "02_anggaran.xlsx").read_bytes())
    assert read(path, tmp_path).format == "templat"
