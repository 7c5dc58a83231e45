"""The blank workbooks: what is committed is what the contracts give, and Excel keeps what people type."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipelines.catalogue import DATA
from pipelines.contracts import CONTRACTS, columns, required
from pipelines.contracts.lembar import WORKBOOKS, examples, lembar, lembar_panjang
from pipelines.templates import names, resolve, write
from pipelines.trouble import Misuse

SHEETS = [(book, sheet) for book, sheets in WORKBOOKS.items() for sheet in sheets]


def _shown(cell: Any) -> tuple[Any, ...]:
    note = cell.comment.text if cell.comment else None
    return cell.value, cell.number_format, note, cell.font.b, cell.fill.fgColor.rgb


def _cells(path: Path) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(path)
    return {page.title: [[_shown(cell) for cell in row] for row in page.iter_rows()] for page in book.worksheets}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("templat")
    write([], into)
    return into


@pytest.mark.parametrize("name", names())
def test_the_committed_workbooks_are_those_of_the_contracts(fresh: Path, name: str) -> None:
    assert _cells(DATA / "templat" / f"{name}.xlsx") == _cells(fresh / f"{name}.xlsx")


def test_writing_twice_gives_the_same_bytes(fresh: Path, tmp_path: Path) -> None:
    for path in write([], tmp_path):
        assert path.read_bytes() == (fresh / path.name).read_bytes()


@pytest.mark.parametrize(("book", "sheet"), SHEETS)
def test_a_sheet_has_every_column_at_row_one_and_three_examples(fresh: Path, book: str, sheet: str) -> None:
    page = openpyxl.load_workbook(fresh / f"{book}.xlsx")[sheet]
    header = [cell.value for cell in page[1]]
    assert header == [column.name for column in lembar(sheet).columns]
    typed = {name for name, cell in columns(CONTRACTS[sheet]).items() if not cell.internal}
    assert {column.field for column in lembar(sheet).columns} == typed - ({"bulan"} if lembar(sheet).wide else set())
    assert page.max_row == 4 == 1 + len(examples(sheet))
    assert page.freeze_panes == "A2"
    assert all(cell.comment for cell in page[1])
    for at, column in enumerate(lembar(sheet).columns, start=1):
        if column.cell.kind in ("kode", "nip", "teks"):
            assert page.cell(2, at).number_format == "@"
            # The whole column, rows nobody has typed in yet too, or Excel turns 1.10 into 1.1.
            assert page.column_dimensions[openpyxl.utils.get_column_letter(at)].number_format == "@"


@pytest.mark.parametrize(("book", "sheet"), SHEETS)
def test_choices_are_offered_as_lists(fresh: Path, book: str, sheet: str) -> None:
    page = openpyxl.load_workbook(fresh / f"{book}.xlsx")[sheet]
    offered = {
        str(rule.sqref).split(":")[0].rstrip("0123456789"): rule.formula1
        for rule in page.data_validations.dataValidation
    }
    for at, column in enumerate(lembar(sheet).columns, start=1):
        if column.cell.choices:
            assert offered[openpyxl.utils.get_column_letter(at)] == f'"{",".join(column.cell.choices)}"'


@pytest.mark.parametrize("book", names())
def test_the_instructions_come_first_and_name_every_sheet(fresh: Path, book: str) -> None:
    loaded = openpyxl.load_workbook(fresh / f"{book}.xlsx")
    assert loaded.sheetnames == ["Petunjuk", *WORKBOOKS[book]]
    words = "\n".join(str(c.value) for row in loaded["Petunjuk"].iter_rows() for c in row if c.value)
    assert all(sheet in words for sheet in WORKBOOKS[book])
    assert "bukan nol" in words


@pytest.mark.parametrize(("book", "sheet"), SHEETS)
def test_examples_satisfy_their_contract_and_cannot_be_real(book: str, sheet: str) -> None:
    rows = examples(sheet)
    assert len(rows) == 3
    spec = lembar(sheet)
    for row in rows:
        assert set(row) <= {column.name for column in spec.columns}
        assert set(spec.required) <= set(row) | {"bulan"}
        assert any("contoh" in str(value).lower() for value in row.values())
        months = [column for column in spec.columns if column.bulan]
        for column in months or [None]:
            fields = {c.field: str(row[c.name]) if c.cell.kind in ("kode", "teks") else row[c.name]
                      for c in spec.columns if c.name in row and c.bulan is None}  # fmt: skip
            if column is not None:
                if column.name not in row:
                    continue
                fields |= {column.field: row[column.name], "bulan": column.bulan}
            CONTRACTS[sheet].model_validate(fields)


def test_keys_are_columns_of_the_contract() -> None:
    for _, sheet in SHEETS:
        for spec in (lembar(sheet), lembar_panjang(sheet)):
            assert set(spec.key) <= set(columns(spec.contract))
            assert spec.key
    assert "bulan" not in lembar("rak").key
    assert "bulan" in lembar_panjang("rak").key
    assert set(required(CONTRACTS["rak"])) - set(lembar("rak").required) == {"bulan", "rak"}


def test_workbooks_are_found_by_several_names() -> None:
    assert resolve([]) == list(WORKBOOKS)
    assert resolve(["anggaran", "02", "pagu", "02_anggaran.xlsx"]) == ["02_anggaran"]
    assert resolve(["opd"]) == ["01_master"]
    assert resolve(["kinerja", "seratus_hari"]) == ["03_kinerja"]
    with pytest.raises(Misuse, match="02_anggaran"):
        resolve(["rapat_kerja"])


def test_english_is_written_too(tmp_path: Path) -> None:
    (path,) = write(["master"], tmp_path, lang="en")
    assert openpyxl.load_workbook(path).sheetnames[0] == "Instructions"
