"""Files that a clerk might really upload and that no other test holds: none is read wrongly in silence."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipelines.intake.limits import Limits
from pipelines.intake.reader import read_file
from pipelines.intake.report import Answers, Reading
from tests.intake import twins
from tests.intake.test_ekspor import DOKUMEN, REKAP5, document, rekap
from tests.intake.test_ragam import BODY, HEAD, _sheets, lra, read, whole
from tests.intake.test_sipd import codes_of
from tests.intake.twins import Rows


def file(path: Path, **more: Any) -> Reading:
    """The reading of a file as it lies there, in this process."""
    answers = Answers(month=3, basis="kumulatif")
    limits = more.get("limits", Limits())
    into = path.parent
    return read_file(path, answers, into=into, limits=limits, mappings={}, file=path.name, sha256="0" * 64)


def amounts(change: Callable[[str], str]) -> Rows:
    """The twin LRA with every amount as text, changed."""
    rows = deepcopy(twins.lra())
    for row in rows[BODY:]:
        for column in range(5, 13):
            text = row[column] if isinstance(row[column], str) else twins.rupiah(row[column])
            row[column] = change(text)
    return rows


TYPED: dict[str, Callable[[str], str]] = {
    "Rp and no-break spaces": lambda text: f"Rp\u00a0{text}\u00a0",
    "apostrophe before": lambda text: f"'{text}",
    "apostrophe behind": lambda text: f"{text}'",
    "zero-width space": lambda text: f"\u200b{text}",
    "full-width digits": lambda text: text.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"}),
    "marks of another country": lambda text: text.translate({ord("."): ",", ord(","): "."}),
}


@pytest.mark.parametrize("typed", TYPED)
def test_amounts_as_people_type_and_paste_them(tmp_path: Path, typed: str) -> None:
    whole(lra(amounts(TYPED[typed]), tmp_path))


@pytest.mark.parametrize("spell", ["({0})", "-{0}", "{0}-", "(Rp {0})"])
def test_money_paid_back_is_negative(tmp_path: Path, spell: str) -> None:
    reading = lra(amounts(lambda text: spell.format(text) if text == "250.000,00" else text), tmp_path)
    assert reading.status == "accepted", reading.problems
    assert next(t.nilai for t in reading.totals if t.contract == "realisasi") == Decimal("1250000.50")


@pytest.mark.parametrize("dash", ["-", " - ", "Rp -", "Rp        -   "])
def test_a_typed_dash_is_unknown_and_asked_about(tmp_path: Path, dash: str) -> None:
    reading = lra(amounts(lambda text: dash if text == "0,00" else text), tmp_path)
    assert ([q.id for q in reading.questions], "REALISASI_KOSONG" in codes_of(reading)) == (["confirm"], True)


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#N/A", "#VALUE!"])
def test_an_error_in_a_leaf_sets_its_row_apart_and_asks(tmp_path: Path, error: str) -> None:
    rows = deepcopy(twins.lra())
    rows[BODY + 9][6] = error
    reading = lra(rows, tmp_path)
    assert (reading.status, reading.rows.accepted) == ("needs_answer", 3 if error == "#N/A" else 2)
    assert "JUMLAH_TIDAK_SAMA" in codes_of(reading)


@pytest.mark.parametrize("total", [True, False])
def test_content_pasted_twice_is_asked_about_even_where_no_total_betrays_it(tmp_path: Path, total: bool) -> None:
    rows = twins.lra()
    again = [*rows[:-1], *rows[BODY:-1], *(rows[-1:] if total else [])]
    reading = lra(again, tmp_path)
    assert [q.id for q in reading.questions] == ["confirm"]
    told = next(p for p in reading.problems if p.code == "BARIS_KEMBAR")
    assert twins.UNIT in told.message["id"]
    assert "6 baris" in told.message["id"]


@pytest.mark.parametrize("kind", ["rekap5", "dokumen"])
def test_rows_of_an_export_pasted_twice_are_asked_about(tmp_path: Path, kind: str) -> None:
    head: Rows = [["TAHUN 2026"], DOKUMEN] if kind == "dokumen" else [REKAP5]
    key, one = ("Nilai Realisasi", document()) if kind == "dokumen" else ("PAGU", rekap())
    place = head[-1].index(key)
    rows = [[*one[:place], 100.0 * n, *one[place + 1 :]] for n in range(1, 5)]
    assert "BARIS_KEMBAR" not in codes_of(read([*head, *rows], tmp_path))
    # One row twice is a package bought twice; every row twice is a paste.
    assert "BARIS_KEMBAR" not in codes_of(read([*head, *rows, rows[0]], tmp_path))
    reading = read([*head, *rows, *rows], tmp_path)
    assert ([q.id for q in reading.questions], "BARIS_KEMBAR" in codes_of(reading)) == (["confirm"], True)


def test_two_months_side_by_side_are_asked_about(tmp_path: Path) -> None:
    rows = deepcopy(twins.lra())
    rows[HEAD + 1] = ["", "", "", "", "", "Januari", "", "Februari"]
    rows[HEAD + 2] = ["", "", "", "", "", "Anggaran", "Realisasi", "Anggaran", "Realisasi"]
    reading = lra([row[:9] if index > HEAD + 2 else row for index, row in enumerate(rows)], tmp_path)
    assert [q.id for q in reading.questions] == ["confirm"]
    said = [(p.column, p.read) for p in reading.problems if p.code == "PASANGAN_GANDA"]
    assert said == [("H", "Anggaran"), ("I", "Realisasi")]


def test_a_sum_of_the_groups_beside_them_is_no_second_pair(tmp_path: Path) -> None:
    rows = deepcopy(twins.lra())
    rows[HEAD + 1] += ["Jumlah", ""]
    rows[HEAD + 2] += ["Anggaran", "Realisasi"]
    for row in rows[BODY:]:
        row += [9.0, 9.0]
    whole(lra(rows, tmp_path))


def test_a_plan_and_what_came_of_it_side_by_side_are_asked_about(tmp_path: Path) -> None:
    rows = twins.rak()
    beside = [[*row, *(twins.MONTHS if "Kode Rekening" in row else [1.0] * 12)] for row in rows[2:]]
    reading = read([*rows[:2], *beside], tmp_path)
    assert [q.id for q in reading.questions] == ["confirm"]
    assert [(p.column, p.read) for p in reading.problems if p.code == "PASANGAN_GANDA"] == [("Q", "Januari")]


def test_two_columns_of_one_name_in_an_export_are_asked_about(tmp_path: Path) -> None:
    reading = read([[*REKAP5, "Pagu"], [*rekap(), 5.0]], tmp_path)
    assert [q.id for q in reading.questions] == ["confirm"]
    assert [(p.column, p.read) for p in reading.problems if p.code == "PASANGAN_GANDA"] == [("X", "Pagu")]


def test_a_sheet_of_another_layout_is_not_left_out_in_silence(tmp_path: Path) -> None:
    reading = file(_sheets(tmp_path / "b.xlsx", {"LRA": twins.lra(), "RAK": twins.rak(), "coretan": [["a", 1.0]]}))
    assert [q.id for q in reading.questions] == ["confirm"]
    told = next(p for p in reading.problems if p.code == "LEMBAR_LAIN_TAK_DIBACA")
    assert "Lembar RAK juga" in told.message["id"]
    whole(file(_sheets(tmp_path / "c.xlsx", {"coretan": [["a", 1.0]], "LRA": twins.lra()})))


def test_a_template_in_thousands_is_asked_about_and_multiplied(tmp_path: Path) -> None:
    head = ["tahun", "versi", "kode_opd", "kode_rekening", "pagu"]
    rows: Rows = [["PAGU (dalam ribuan rupiah)"], head, [2026, "murni", "DINKES", "5.1.02", 1_000.0]]
    plain: Rows = [head, [2026, "murni", "DISDIK", "5.1.02", 5.0]]
    pages = {"pagu": rows, "pagu lain": plain}
    asked = file(_sheets(tmp_path / "b.xlsx", pages))
    assert ([q.id for q in asked.questions], "SATUAN_DIKALIKAN" in codes_of(asked)) == (["confirm"], True)
    path = tmp_path / "b.xlsx"
    sure = read_file(
        path, Answers(confirm=True), into=tmp_path, limits=Limits(), mappings={}, file="b", sha256="0" * 64
    )
    assert {t.kode_opd: int(t.nilai) for t in sure.totals} == {"DINKES": 1_000_000, "DISDIK": 5}


def test_a_period_of_another_year_than_the_budget_is_asked_about(tmp_path: Path) -> None:
    rows = twins.lra()
    rows[4] = ["PERIODE 1 Januari s.d. 31 Maret 2025"]
    reading = lra(rows, tmp_path)
    assert ([q.id for q in reading.questions], "TAHUN_PERIODE_BERBEDA" in codes_of(reading)) == (["confirm"], True)
    rows[4] = ["PERIODE 1 Januari s.d. 31 Maret 2026"]
    assert "TAHUN_PERIODE_BERBEDA" not in codes_of(lra(rows, tmp_path))


def test_merged_headers_and_codes_merged_downwards(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    for row in twins.lra():
        page.append([None if cell == "" else cell for cell in row])
    for area in ("A6:D8", "F6:M6", "F7:G7", "A12:A25", "B12:B25", "C15:C20", "C21:C25"):
        page.merge_cells(area)
    book.save(tmp_path / "b.xlsx")
    whole(file(tmp_path / "b.xlsx"))


def _with_rows(path: Path, extra: str) -> Path:
    """The twin LRA with rows written below it by hand."""
    source = twins.xlsx(path.parent / "asal.xlsx", twins.lra())
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part.endswith("sheet1.xml"):
                content = content.replace(b"</sheetData>", extra.encode() + b"</sheetData>")
            new.writestr(part, content)
    return path


def test_empty_rows_that_only_carry_a_format_are_no_rows(tmp_path: Path) -> None:
    styled = "".join(f'<row r="{n}" ht="15" customHeight="1"><c r="A{n}" s="0"/></row>' for n in range(100, 3_000))
    whole(file(_with_rows(tmp_path / "b.xlsx", styled), limits=Limits(rows=200)))


def test_a_stray_blank_far_below_is_no_row(tmp_path: Path) -> None:
    stray = '<row r="900"><c r="A900" t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row>'
    whole(file(_with_rows(tmp_path / "b.xlsx", stray), limits=Limits(rows=200)))
    filled = stray.replace("> </t>", ">x</t>")
    reading = file(_with_rows(tmp_path / "c.xlsx", filled), limits=Limits(rows=200))
    assert codes_of(reading) == {"BARIS_TERLALU_BANYAK"}


@pytest.mark.parametrize(
    "content",
    [
        b"<!-- dibuat aplikasi -->\n<html><table>", b"<div><table border=1><tr><td>Kode</td></tr></table></div>",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>",
        b'<?xml version="1.0"?>\n<html xmlns="x">',
        "\ufeff<TABLE class='x'>".encode("utf-16-le"), b"\r\n  <center><b>LAPORAN</b>",
    ],
)  # fmt: skip
def test_a_web_page_named_excel_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "laporan.xls").write_bytes(content)
    reading = file(tmp_path / "laporan.xls")
    assert (reading.status, codes_of(reading)) == ("refused", {"HTML_SEBAGAI_EXCEL"})


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("name", ["b.csv", "b.xls"])
def test_text_in_any_encoding_under_any_name(tmp_path: Path, encoding: str, name: str) -> None:
    lines = "\r\n".join("\t".join(str(cell) for cell in row) for row in twins.lra())
    (tmp_path / name).write_bytes(lines.encode(encoding))
    whole(file(tmp_path / name))


def test_an_old_workbook_with_a_password_is_refused_by_name(tmp_path: Path) -> None:
    records = b"".join(
        struct.pack("<HH", kind, len(body)) + body
        for kind, body in ((0x0809, b"\x00\x06\x05\x00" + b"\0" * 12), (0x002F, b"\x01\x00" + b"\0" * 52))
    )
    (tmp_path / "sandi.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + records + b"\0" * 512)
    reading = file(tmp_path / "sandi.xls")
    assert (reading.status, codes_of(reading)) == ("refused", {"BERKAS_BERSANDI"})


@pytest.mark.parametrize(("name", "whole_file"), [("b.xlsb", True), ("b.xlsx", True), ("b.xlsb", False)])
def test_a_binary_workbook_is_refused_with_the_way_out(tmp_path: Path, name: str, whole_file: bool) -> None:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", b"\x83\x01\x00\x84\x01\x00")
        archive.writestr("xl/worksheets/sheet1.bin", b"\x81\x01\x00\x82\x01\x00")
    if not whole_file:
        path.write_bytes(path.read_bytes()[:-30])
    reading = file(path)
    assert (reading.status, codes_of(reading)) == ("refused", {"XLSB_BUKAN_XLSX" if whole_file else "BERKAS_RUSAK"})
    if whole_file:
        assert "Save As > Excel Workbook (.xlsx)" in reading.problems[0].message["id"]
