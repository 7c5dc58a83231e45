"""The official forms opened again: each number recomputed from what stands beside it, by a reader that knows no SQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string as at

from dashboard.access import Scope
from dashboard.export.formulir import berkas
from dashboard.export.formulir.bentuk import Uraian
from dashboard.export.formulir.lembar import workbook
from dashboard.export.formulir.rkpd import parts
from dashboard.figures.figure import Lang
from dashboard.query import Ask
from dashboard.view import View
from pipelines.catalogue import text
from tests.export import formulir_dunia
from tests.export.test_office import converted
from tests.export.world import BRAND
from tests.models.world import World

JUNE = View(2026, 6)
SEN = Decimal("0.01")


@pytest.fixture(scope="module")
def world() -> World:
    return formulir_dunia.build()


@pytest.fixture
def ask(world: World) -> Ask:
    return Ask("uji-0081", world, Scope(), "id")


def book(ask: Ask, kind: str, view: View = JUNE, *opd: str) -> Any:
    return openpyxl.load_workbook(BytesIO(berkas.book_bytes(kind, ask, view, BRAND, opd=opd)))


@dataclass(frozen=True)
class Line:
    """A row of a form by its column letters."""

    sheet: Any
    row: int

    def said(self, letter: str) -> Any:
        return self.sheet.cell(self.row, at(letter)).value

    def exact(self, letter: str) -> Decimal | None:
        value = self.said(letter)
        return None if value is None or isinstance(value, str) else Decimal(str(value))


def head_of(sheet: Any) -> int:
    """The row that numbers the columns."""
    return next(r for r in range(1, 20) if str(sheet.cell(r, 1).value) == "1" and str(sheet.cell(r, 2).value) == "2")


def lines(sheet: Any) -> Iterator[Line]:
    """The numbered rows below the heading."""
    row = head_of(sheet) + 1
    while not str(sheet.cell(row, 1).value or "").startswith(text("formulir.rata_rata", "id")):
        if sheet.cell(row, 1).value is not None:
            yield Line(sheet, row)
        row += 1


def footer(sheet: Any, words: str) -> Line:
    return Line(sheet, next(r for r in range(1, sheet.max_row + 1) if sheet.cell(r, 1).value == words))


def share(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return None if part is None or not whole else (100 * part / whole).quantize(SEN, ROUND_HALF_UP)


def of(sheet: Any, indicator: str) -> Line:
    return next(line for line in lines(sheet) if str(line.said("D")).startswith(indicator))


def test_e81_stands_in_the_columns_that_the_regulation_prints(ask: Ask) -> None:
    sheet = book(ask, "e81")["Dinkes"]
    numbers = head_of(sheet)
    said = {letter: str(sheet.cell(numbers, at(letter)).value) for letter in "ABCDEGIKMOQSUWY"}
    assert said == {
        "A": "1", "B": "2", "C": "3", "D": "4", "E": "5", "G": "6", "I": "7", "K": "8", "M": "9", "O": "10", "Q": "11",
        "S": "12", "U": "13 = 6 + 12", "W": "14 = 13 ÷ 5 × 100", "Y": "15",
    }  # fmt: skip
    merged = {str(one) for one in sheet.merged_cells.ranges}
    first = numbers - 3
    assert {f"K{first}:R{first}", f"E{first}:F{first + 1}", f"W{numbers}:X{numbers}"} <= merged
    assert [sheet.cell(numbers - 1, at(c)).value for c in "EFWX"] == ["K", "Rp", "K", "Rp"]
    assert sheet.freeze_panes == f"D{numbers + 1}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (
        "landscape",
        8,
        0,
    )
    assert sheet.print_title_rows == f"${first}:${numbers}"
    for kind in ("E", "F", "W", "Z"):
        cell = sheet.cell(of(sheet, "Ibu hamil").row, at(kind))
        assert cell.data_type == "n"
        assert "#,##0" in cell.number_format


@pytest.mark.parametrize("month", [3, 6, 9, 12])
def test_every_cell_of_e81_follows_from_its_own_row(ask: Ask, month: int) -> None:
    counted = 0
    for sheet in book(ask, "e81", View(2026, month)).worksheets:
        for line in lines(sheet):
            quarters = [line.exact(c) for c in "LNPR"]
            known = [one for one in quarters if one is not None]
            assert quarters[month // 3 :] == [None] * (4 - month // 3)
            assert line.exact("T") == (sum(known) if known else None)
            if (before := line.exact("H")) is None or line.exact("T") is None:
                assert line.exact("V") is None
            else:
                assert line.exact("V") == before + (line.exact("T") or 0)
                counted += 1
            assert line.exact("X") == share(line.exact("V"), line.exact("F"))
            assert line.exact("AA") == share(line.exact("T"), line.exact("J"))
    assert counted == 2


def test_vectors_12_and_13_stand_in_the_file(ask: Ask) -> None:
    sheet = book(ask, "e81")["Dinkes"]
    found = {str(line.said("C")).split(" ")[0]: line for line in lines(sheet) if line.said("C")}
    program, sub = found[formulir_dunia.PROGRAM], found[formulir_dunia.IMUN]
    assert [program.said(c) for c in "FHLNTVX"] == [10650857000, 0, 492775283, 695355169, 1188130452, 1188130452, 11.16]
    assert [sub.said(c) for c in "FHLNTVX"] == [93000000, 0, 14820000, 18511800, 33331800, 33331800, 35.84]


@pytest.mark.parametrize(
    ("indicator", "quarters", "year", "end", "level"),
    [
        pytest.param("Ibu hamil", (25, 30), 55, 175, "35.00", id="added up: 13 = 6 + 12"),
        pytest.param("Alat kesehatan", (10, 22), 22, 72, "28.80", id="added up, told since January"),
        pytest.param("Persentase fasilitas", (83, 85), 85, 85, "89.47", id="the last one: 13 = 12"),
        pytest.param("Prevalensi", (13.8, 13), 13, 13, "70.00", id="less is better"),
        pytest.param("Waktu tunggu", (95, 85), 85, 85, "100.00", id="a range"),
        pytest.param("Persentase administrasi", (91.5, None), 91.5, 91.5, "91.50", id="a mean of one quarter"),
        pytest.param("Kader", (None, None), None, None, None, id="a trial"),
    ],
)
def test_the_performance_columns_of_each_way_of_counting(
    ask: Ask, indicator: str, quarters: tuple[Any, Any], year: Any, end: Any, level: str | None
) -> None:
    line = of(book(ask, "e81")["Dinkes"], indicator)
    assert tuple(line.said(c) for c in "KM") == quarters
    assert (line.said("S"), line.said("U")) == (year, end)
    assert line.exact("W") == (None if level is None else Decimal(level))
    assert (line.said("O"), line.said("Q")) == (None, None)


def test_the_mean_is_of_the_indicators_shown_and_the_predicate_is_that_of_the_mean(ask: Ask) -> None:
    sheet = book(ask, "e81")["Dinkes"]
    for letter, name in (("W", "Sedang"), ("Z", "Tinggi")):
        known = [value for line in lines(sheet) if (value := line.exact(letter)) is not None]
        mean = footer(sheet, text("formulir.rata_rata", "id")).exact(letter)
        capped = sum(min(Decimal(100), one) for one in known) / len(known)
        assert mean is not None
        assert abs(mean - capped) <= SEN
        plain = footer(sheet, text("formulir.rata_asli", "id")).exact(letter)
        assert plain is not None
        assert abs(plain - sum(known) / len(known)) <= SEN
        assert footer(sheet, text("formulir.predikat", "id")).said(letter) == name
    programs = [line for line in lines(sheet) if len(str(line.said("C") or "").partition(" ")[0]) == 7]
    year = share(_sum(programs, "T"), _sum(programs, "J"))
    assert footer(sheet, text("formulir.rata_rata", "id")).exact("AA") == year


def _sum(of_: list[Line], letter: str) -> Decimal:
    return sum((line.exact(letter) or Decimal() for line in of_), Decimal())


def test_the_footer_tells_what_was_written_and_leaves_the_rest_to_be_filled(ask: Ask) -> None:
    words = [str(cell.value) for row in book(ask, "e81")["Dinkes"].iter_rows() for cell in row if cell.value]
    helped = next(one for one in words if one.startswith(text("formulir.pendorong", "id")))
    assert helped.endswith("– Persentase fasilitas kesehatan sesuai standar: Puskesmas baru beroperasi")
    assert f"{text('formulir.tindak_renja', 'id')}:" in words
    for wanted in ("Kepala Dinas Kesehatan", "Kepala Bappeda"):
        assert wanted in words
    assert text("formulir.n_lapor", "id", n=5, total=7, tw="II") in words
    assert any("Permendagri 86/2017" in one and "Build uji-0081" in one and "s.d. Juni 2026" in one for one in words)


def test_no_footer_is_higher_than_a_row_can_be(ask: Ask) -> None:
    form = berkas.filled("e81", ask, JUNE, ("DINKES",))[0]
    many = tuple(f"indikator {n}: {'alasan ' * 20}" for n in range(100))
    content = workbook([replace(form, uraian=(Uraian("Faktor", many),))], brand=BRAND, lang="id")
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    told = [str(cell.value) for cell in sheet["A"] if "– indikator " in str(cell.value)]
    assert sum(one.count("– indikator ") for one in told) == 100
    assert max(row.height or 0 for row in sheet.row_dimensions.values()) <= 409


def test_what_is_not_reported_is_blank_and_said(ask: Ask) -> None:
    sheet = book(ask, "e81")["Disdik"]
    first = next(lines(sheet))
    assert [first.said(c) for c in "EIKMSUW"] == [98, 95, None, None, None, None, None]
    assert [first.said(c) for c in "LNT"] == [55500000, None, 55500000]
    words = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert text("formulir.catatan_belum_lapor", "id", baris="1") in words
    assert text("formulir.uang_sampai", "id", n=1, total=1, bulan="Februari 2026") in words


def test_before_the_end_of_a_quarter_the_form_is_that_of_the_one_before(ask: Ask) -> None:
    title = text("formulir.periode", "id", tw="II", tahun=2026)
    assert title in {cell.value for cell in book(ask, "e81", View(2026, 8))["Dinkes"]["A"]}
    early = book(ask, "e81", View(2026, 2), "DINKES")["Dinkes"]
    assert text("formulir.periode", "id", tw="IV", tahun=2025) in {cell.value for cell in early["A"]}
    assert text("formulir.tanpa_baris", "id") in {cell.value for cell in early["A"]}


def test_rkpd_divides_by_column_6_and_adds_up_each_opd(ask: Ask) -> None:
    sheet = book(ask, "rkpd")["RKPD"]
    row = head_of(sheet) + 1
    names = [str(sheet.cell(r, at("H")).value) for r in range(row, row + 14)]
    start = row + names.index("Dinas Kesehatan")
    unit = Line(sheet, start)
    own = [line for line in lines(sheet) if line.row > start]
    programs = [line for line in own if line.said("E") and not line.said("F")]
    assert [unit.exact("O"), unit.exact("Y")] == [_sum(programs, "O"), _sum(programs, "Y")]
    words = [str(cell.value) for cell in sheet["A"] if cell.value]
    assert any(
        one.endswith("– Dinkes – Persentase fasilitas kesehatan sesuai standar: Dokter gigi kurang") for one in words
    )
    counted = 0
    for line in own:
        if (before := line.exact("M")) is not None and (year := line.exact("Y")) is not None:
            assert line.exact("AA") == before + year
            counted += 1
        assert line.exact("AC") == share(line.exact("AA"), line.exact("K"))
    assert counted == 2
    mothers = next(line for line in own if str(line.said("I")).startswith("Ibu hamil"))
    assert [mothers.said(c) for c in ("C", "D", "E", "F", "G")] == ["1", "02", "02", "2.01", "0001"]
    assert [mothers.said(c) for c in ("J", "L", "X", "Z", "AB")] == [500, 120, 55, 175, 35]


@pytest.mark.parametrize(
    ("kode", "cells"),
    [
        ("1.02.02.2.01.0001", ("1", "02", "02", "2.01", "0001")), ("1.02.02.2.01", ("1", "02", "02", "2.01", "")),
        ("1.02.02", ("1", "02", "02", "", "")), ("LAIN", ("LAIN", "", "", "", "")), (None, ("", "", "", "", "")),
    ],
)  # fmt: skip
def test_a_code_stands_in_five_cells(kode: str | None, cells: tuple[str, ...]) -> None:
    assert parts(kode) == cells


def test_lkjip_holds_year_and_end_of_plan_side_by_side_with_how_it_is_computed(ask: Ask) -> None:
    opened = book(ask, "lkjip")
    assert opened.sheetnames == ["Daerah", "Disdik", "Dinkes"]
    rows = {str(line.said("C")): line for line in lines(opened["Daerah"])}
    poor = rows["Persentase penduduk miskin (persen)"]
    assert [poor.said(c) for c in "DEFGHIJK"] == [6.5, 7, 92.31, 7.1, 5, 60, None, 8.47]
    assert "makin kecil makin baik" in poor.said("L")
    opinion = rows["Opini BPK (predikat)"]
    assert [opinion.said(c) for c in "DEFGHI"] == ["WTP", "wtp", 100, "WTP", "WTP", 100]
    assert opened["Daerah"].page_setup.paperSize == 14
    own = {str(line.said("C")) for line in lines(opened["Dinkes"])}
    assert own == {"Persentase fasilitas kesehatan sesuai standar (persen)", "Prevalensi stunting (persen)"}


@pytest.mark.parametrize("kind", berkas.FORMS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_forms_are_made_in_both_languages_without_a_formula(world: World, kind: str, lang: Lang) -> None:
    asked, view = Ask("uji-0081", world, Scope(), lang), View(2026, 9, lang=lang)
    assert berkas.document_bytes(kind, asked, view, BRAND).startswith(b"%PDF")
    for sheet in book(asked, kind, view):
        assert [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type in ("f", "e")] == []


@pytest.mark.parametrize("kind", berkas.FORMS)
def test_a_reader_of_one_opd_gets_its_own_only(world: World, kind: str) -> None:
    own = Ask("uji-satu", world, Scope(opd=("DISDIK",)), "id")
    for opd in ((), ("DINKES",), ("DISDIK", "DINKES")):
        made = book(own, kind, JUNE, *opd)
        words = {str(cell.value) for sheet in made for row in sheet.iter_rows() for cell in row if cell.value}
        assert not [one for one in words if "Kesehatan" in one or "Dinkes" in one]
        assert any("Pendidikan" in one for one in words)


def test_who_signs_is_named_only_where_people_are_named() -> None:
    named = formulir_dunia.named()
    for scope, there in ((Scope(), False), (Scope(names=True), True)):
        asked = Ask(f"uji-nama-{there}", named, scope, "id")
        sheet = book(asked, "e81")["Dinkes"]
        words = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
        assert ("Contoh Satu" in words) is there
        assert (text("ekspor.terbatas", "id") in words) is there


def test_an_empty_pemda_still_gives_a_file() -> None:
    nothing = Ask("uji-kosong", World({}), Scope(), "id")
    for kind in berkas.FORMS:
        assert book(nothing, kind).sheetnames
        assert berkas.document_bytes(kind, nothing, JUNE, BRAND).startswith(b"%PDF")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("kind", berkas.FORMS)
def test_libreoffice_opens_each_form_one_page_wide(ask: Ask, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"{kind}.xlsx"
    path.write_bytes(berkas.book_bytes(kind, ask, JUNE, BRAND))
    pages = converted(path)
    assert pages.startswith(b"%PDF")
    sheets = len(openpyxl.load_workbook(path).sheetnames)
    assert pages.count(b"/Type/Page/") + pages.count(b"/Type /Page\n") == sheets
