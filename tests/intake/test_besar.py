"""A large workbook is checked while it is read: what the guard finds is told all the same, and before the reader's."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from pipelines.intake import reader
from pipelines.intake.limits import Limits
from pipelines.intake.reader import read_file
from pipelines.intake.report import Answers, Reading
from tests.intake import twins
from tests.intake.test_sipd import codes_of


@pytest.fixture(autouse=True, params=[0, reader._LARGE], ids=["beside", "before"])
def large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every workbook counts as large, or none here does: the outcome is the same."""
    monkeypatch.setattr(reader, "_LARGE", request.param)


def read(path: Path, limits: Limits | None = None) -> Reading:
    answers = Answers(month=3, basis="bulanan")
    return read_file(
        path, answers, into=path.parent, limits=limits or Limits(), mappings={}, file=path.name, sha256="0" * 64
    )


def test_a_sound_file_is_accepted(tmp_path: Path) -> None:
    assert read(twins.xlsx(tmp_path / "lra.xlsx", twins.lra())).status == "accepted"


def test_a_formula_without_value_is_found(tmp_path: Path) -> None:
    rows = twins.lra()
    leaf = next(i for i, row in enumerate(rows) if row and len(row) > 3 and row[3] == "5.1.02.01.001.00024")
    book = openpyxl.Workbook()
    for i, row in enumerate(rows):
        book.active.append([("=SUM(F1:F2)" if i == leaf and c == 5 else cell) for c, cell in enumerate(row)])
    book.save(tmp_path / "lra.xlsx")
    found = read(tmp_path / "lra.xlsx")
    assert (found.status, "RUMUS_TANPA_NILAI" in codes_of(found)) == ("refused", True)


def test_a_part_that_is_no_sheet_at_all_is_damage(tmp_path: Path) -> None:
    path = twins.xlsx(tmp_path / "lra.xlsx", twins.lra())
    data = bytearray(path.read_bytes())
    at = data.find(b"xl/worksheets/sheet1.xml") + 60
    data[at : at + 40] = b"\0" * 40
    path.write_bytes(data)
    assert codes_of(read(path)) == {"BERKAS_RUSAK"}


def test_a_bomb_is_called_a_bomb_though_the_reader_fails_first(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(twins.xlsx(tmp_path / "lra.xlsx", twins.lra())) as good, zipfile.ZipFile(path, "w") as bad:
        for name in good.namelist():
            content = b"<worksheet><sheetData><row>" if name.endswith("sheet1.xml") else good.read(name)
            bad.writestr(name, content)
        bad.writestr("xl/media/a.bin", b"0" * 3_000_000, zipfile.ZIP_DEFLATED)
    assert codes_of(read(path, Limits(inflated=2_000_000))) == {"BERKAS_BOM"}
