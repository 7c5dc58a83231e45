"""What is personal and not needed: dropped at the door, found nowhere but in the original bytes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from pipelines.contracts import CONTRACTS
from pipelines.contracts.lembar import WORKBOOKS, lembar
from pipelines.imports import import_file
from pipelines.intake.layouts.siasn_forms import FORMS
from pipelines.intake.personal import personal, unneeded, words
from pipelines.intake.problem_book import workbook
from pipelines.intake.report import Answers
from pipelines.reading_json import dumps, shown
from pipelines.workspace import open_workspace
from tests.intake.staff_files import (
    ARUNA,
    BESTARI,
    OPD,
    PEGAWAI_HEAD,
    PENILAIAN_HEAD,
    PRIBADI,
    RIWAYAT_HEAD,
    SKP_HEAD,
    pegawai,
)
from tests.intake.test_ekinerja import codes
from tests.intake.twins import delimited, reading, xlsx
from tests.intake.written import put

BORN = "1980-01-01 secret"  # a birth date is one thing that a NIP says anyway; its own column must go all the same


def everything(folder: Path) -> str:
    """The text of every file below a folder, whatever it is packed in."""
    said = []
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".parquet":
            said.append(repr(pq.read_table(path).to_pylist()))
        elif path.is_file():
            said.append(path.read_bytes().decode("utf-8", "replace"))
    return "\n".join(said)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_nothing_personal_is_left_in_the_workspace_but_the_original(tmp_path: Path, kind: str) -> None:
    lines = [PEGAWAI_HEAD, pegawai(tanggal_lahir=BORN), pegawai(float(BESTARI), tanggal_lahir=BORN), pegawai("12345")]
    write = xlsx if kind == "xlsx" else delimited
    ws = open_workspace(tmp_path / "ws")
    report = import_file(ws, write(tmp_path / f"pegawai.{kind}", lines), Answers())
    assert report.reading.status == "accepted"
    secrets = [*PRIBADI.values(), BORN]
    kept = everything(tmp_path / "ws")
    inside = "\n".join(everything(path) for path in (tmp_path / "ws").iterdir() if path != ws.raw)
    assert ARUNA in inside
    assert [secret for secret in secrets if secret in inside] == []
    assert kind == "xlsx" or all(secret in kept for secret in secrets)  # the search would find them
    assert [secret for secret in secrets if secret in dumps(shown(report.reading))] == []


def test_the_marked_workbook_shows_the_faults_and_nothing_personal(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [PEGAWAI_HEAD, pegawai(), pegawai("12345")])
    read = reading(path, tmp_path / "out")
    book = openpyxl.load_workbook(io.BytesIO(workbook(path, read)))
    cells = {str(cell.value) for page in book.worksheets for line in page.iter_rows() for cell in line}
    assert ARUNA in cells
    assert cells & set(PRIBADI.values()) == set()


def test_the_problem_names_the_headers_and_no_value(tmp_path: Path) -> None:
    read = reading(xlsx(tmp_path / "a.xlsx", [PEGAWAI_HEAD, pegawai()]), tmp_path / "out")
    (told,) = [p for p in read.problems if p.code == "KOLOM_PRIBADI"]
    assert (told.severity, told.row, told.read) == ("info", 1, None)
    assert all(header in told.message["id"] for header in PRIBADI)
    assert not any(value in told.message["id"] for value in PRIBADI.values())


def test_our_own_template_drops_them_too(tmp_path: Path) -> None:
    one = {
        "nip": ARUNA,
        "nama": "Contoh Aruna",
        "jenis": "PNS",
        "kode_opd": "DINKES",
        "Alamat Rumah": "Jalan Rahasia 1",
    }
    read = reading(put(tmp_path / "a.xlsx", {"pegawai": [one]}), tmp_path / "out")
    assert (read.format, read.status) == ("templat", "accepted")
    assert {"KOLOM_PRIBADI"} <= codes(read)
    assert "KOLOM_LAIN" not in codes(read)
    assert "Rahasia" not in dumps(shown(read))


def test_a_mapping_is_asked_without_looking_at_them(tmp_path: Path) -> None:
    head = ["No", "NIP", "Nama Lengkap", "No. HP", "Predikat Tahun Ini", "Kelompok Umur"]
    path = xlsx(tmp_path / "a.xlsx", [head, [1, ARUNA, "Contoh Aruna", "081299990001", "Baik", "x"]] * 3)
    read = reading(path, tmp_path / "out")
    assert "081299990001" not in json.dumps([str(q) for q in read.questions])


@pytest.mark.parametrize(
    "header",
    ["NIK", "nik", "No. KTP", "Alamat", "alamat_rumah", "alamatDomisili", "No HP", "nomorHp", "Nomor Telepon", "Email",
     "emailGov", "Agama", "agama_nama", "Tempat Lahir", "tanggalLahir", "TTL", "Status Kawin", "jenis_kawin_nama",
     "Nama Bank", "No. Rekening", "NPWP", "npwp_nomor", "BPJS", "No BPJS Kesehatan", "Nama Istri", "Jenis Kelamin",
     "JK", "Gaji Pokok", "Golongan Darah", "Foto"],
)  # fmt: skip
def test_headers_of_personal_columns_are_known(header: str) -> None:
    assert unneeded(words(header))


def test_no_column_that_we_read_is_taken_for_a_personal_one() -> None:
    ours = [c.name for sheets in WORKBOOKS.values() for name in sheets for c in lembar(name).columns]
    ours += [c.cell.aliases[0] for name in WORKBOOKS["04_kepegawaian"] for c in lembar(name).columns if c.cell.aliases]
    theirs = [*SKP_HEAD, *PENILAIAN_HEAD, *RIWAYAT_HEAD, "pnsDinilaiId", "golAkhirNama"]
    assert [header for header in [*ours, *theirs] if unneeded(words(header))] == []
    assert {form.contract for form in FORMS} <= set(CONTRACTS)


def test_a_sheet_of_money_is_left_alone() -> None:
    money = ["Kode Rekening", "Nama Rekening", "NIP", "No Rekening", "Nama Bank", "Nilai Realisasi"]
    assert personal([money]) == []
    assert personal([["Nama OPD", "Alamat", "Kepala"]]) == []
    assert [d.header for d in personal([["judul"], ["NIP", "Nama", "Alamat", "Unit"]])] == ["Alamat"]


def test_a_header_divided_below_goes_whole() -> None:
    head = ["NIP", "Nama", "Alamat", "", "", "Unit"]
    below = ["", "", "Jalan", "Kota", "Kode Pos", ""]
    assert [d.column for d in personal([head, below, [ARUNA, "Contoh", "Jalan 1", "Kota 1", "1", OPD]])] == [2, 3, 4]
    alone = ["NIP", "Nama", "Alamat", "", "Unit"]
    assert [d.column for d in personal([alone, [ARUNA, "Contoh", "Jalan 1", "", OPD]])] == [2]


def test_a_formula_never_valued_in_a_personal_column_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["NIP BARU", "NAMA", "ALAMAT", "UNOR NAMA"])
    page.append([ARUNA, "Contoh Aruna", "=VLOOKUP(A2;X!A:B;2)", OPD])
    book.save(path)
    assert reading(path, tmp_path / "out").status == "accepted"
