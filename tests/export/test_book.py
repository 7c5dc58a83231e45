"""Workbooks opened again: nothing runs, every row is there, numbers are numbers and codes are text."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from dashboard.export.book import HEAD, book
from dashboard.figures.figure import Figure
from tests.export import world


def made(figures: list[Figure]) -> bytes:
    return book(figures, title="Bahan Uji", subtitle="s.d. Oktober 2026", brand=world.BRAND)


def sheets(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def test_no_cell_is_a_formula_whatever_the_data_says() -> None:
    content = made(world.every())
    for sheet in sheets(content):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", f"{sheet.title}!{cell.coordinate}: {cell.value!r}"
    with ZipFile(BytesIO(content)) as file:
        for name in file.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert not re.search(rb"<f[ >]", file.read(name)), name
            assert b"http://contoh.invalid" not in file.read(name) or name == "xl/sharedStrings.xml"


def test_injected_texts_come_back_as_the_texts_they_were() -> None:
    sheet = sheets(made([world.table()]))["peringkat.rapor"]
    read = [sheet.cell(HEAD + 2 + i, 3).value for i in range(len(world.INJECTED))]
    expected = [text.replace("\x01", "").replace("\r", "\n") for text in world.INJECTED]
    assert [str(one).replace("_x000D_", "\n").replace("\r", "\n") for one in read] == expected


def test_all_rows_and_exact_numbers() -> None:
    figure = world.table(40)
    sheet = sheets(made([figure]))["peringkat.rapor"]
    assert [cell.value for cell in sheet[HEAD + 1]][:4] == ["Peringkat", "Kode OPD", "OPD", "Pagu (Rp)"]
    for number, row in enumerate(figure.table.rows):
        rank, code, _, money, share, *_ = row
        cells = [sheet.cell(HEAD + 2 + number, column) for column in range(1, 10)]
        assert cells[0].value == rank
        assert (cells[1].value, cells[1].data_type) == (code, "s")
        assert cells[3].value is None if money is None else Decimal(str(cells[3].value)) == money
        assert Decimal(str(cells[4].value)) == share
    assert sheet.cell(HEAD + 2, 4).number_format == "#,##0.00"
    assert sheet.cell(HEAD + 2, 9).is_date
    assert sheet.cell(HEAD + 2, 7).value == "▼ Merah"


def test_the_header_stays_in_sight_and_filters() -> None:
    sheet = sheets(made([world.table(40)]))["peringkat.rapor"]
    assert sheet.freeze_panes == f"B{HEAD + 2}"
    assert sheet.auto_filter.ref == f"A{HEAD + 1}:I{HEAD + 41}"


def test_contents_lead_to_every_sheet_and_repeat_warnings() -> None:
    figures = world.every()
    opened = sheets(made(figures))
    first = opened.worksheets[0]
    said = {str(cell.value) for row in first.iter_rows() for cell in row if cell.value is not None}
    assert opened.sheetnames[1:] == [figure.id for figure in figures]
    assert {figure.title for figure in figures} <= said
    assert any("selisih terbesar Rp1" in words for words in said)
    assert "Build a1b2c3d4" in said
    assert "selisih terbesar Rp1" in str(opened["ringkasan.posisi"].cell(4, 1).value)


def test_charts_are_native_and_hold_the_figures_numbers() -> None:
    opened = sheets(made(world.every()))
    charted = {sheet.title for sheet in opened if sheet._charts}
    assert charted == {
        "ringkasan.posisi", "ringkasan.warna", "peringkat.serapan", "serapan.jenis", "serapan.kuadran",
    }  # fmt: skip
    sheet = opened["ringkasan.posisi"]
    block = next(cell for cell in sheet[HEAD] if cell.value == "Data grafik (agregat)").column
    chart = world.trend().chart
    assert chart is not None
    read = [[sheet.cell(HEAD + 2 + i, block + 1 + s).value for i in range(12)] for s in range(4)]
    expected = [[None if v is None else pytest.approx(float(v)) for v in one.values] for one in chart.series]  # type: ignore[union-attr]
    assert read == expected


def test_two_figures_of_one_name_get_two_sheets() -> None:
    names = sheets(made([world.table(2), world.table(3)])).sheetnames
    assert names[1:] == ["peringkat.rapor", "peringkat.rapor 2"]
