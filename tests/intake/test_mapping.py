"""Files of an unknown layout: what is proposed, how the answer is read, and that it is remembered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from pipelines import intake
from pipelines.intake.report import Answers, Reading
from tests.intake.written import put
from tests.real import REAL, needs_real

FOREIGN: dict[str, Any] = {
    "Satuan Kerja": "1.02.0.00.0.00.01.0000",
    "Rekening": "5.1.02.01.001.00024",
    "Anggaran (Rp)": "1.250.000,00",
    "Realisasi s.d. bulan ini": "500.000,00",
}


def read(path: Path, into: Path, answers: Answers | None = None, **more: Any) -> Reading:
    return intake.read(path, answers or Answers(), into=into / "out", **more)


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def question(reading: Reading) -> dict[str, str]:
    assert reading.status == "needs_answer"
    (asked,) = [q for q in reading.questions if q.id == "mapping"]
    assert asked.suggestion is not None
    mapping: dict[str, str] = json.loads(asked.suggestion)
    assert {choice.value for choice in asked.choices} >= {v for k, v in mapping.items() if not k.startswith("#")}
    return mapping


@pytest.mark.parametrize("above", [0, 2, 9])
def test_an_unknown_layout_is_asked_for_and_then_read(tmp_path: Path, above: int) -> None:
    path = put(tmp_path / "a.xlsx", {"Lembar": [FOREIGN]}, above=above)
    first = read(path, tmp_path)
    mapping = question(first)
    assert mapping["#kontrak"] == "realisasi"
    assert mapping["kode_opd"] == "Satuan Kerja"
    assert mapping["kode_rekening"] == "Rekening"
    assert mapping["realisasi"] == "Realisasi s.d. bulan ini"
    second = read(path, tmp_path, Answers(mapping=mapping))
    assert {q.id for q in second.questions} == {"year", "month", "basis"}
    third = read(path, tmp_path, Answers(mapping=mapping, year=2026, month=4, basis="kumulatif"))
    assert third.status == "accepted"
    (row,) = pq.read_table(third.tables["realisasi"]).to_pylist()
    assert (row["realisasi"], row["bulan"], row["basis"], row["baris"]) == (500_000, 4, "kumulatif", above + 2)
    # Remembered by the signature of the header: the next file with the same header asks nothing new.
    assert first.signature is not None
    again = read(path, tmp_path, Answers(year=2026, month=5, basis="kumulatif"), mappings={first.signature: mapping})
    assert again.status == "accepted"
    assert again.answers.mapping == mapping


def test_the_same_file_may_be_mapped_to_another_kind_of_row(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx", {"Lembar": [FOREIGN]})
    mapping = {
        "#kontrak": "pagu",
        "kode_opd": "Satuan Kerja",
        "kode_rekening": "rekening",
        "pagu": "ANGGARAN",
        "versi": "=perubahan",
    }
    reading = read(path, tmp_path, Answers(mapping=mapping, year=2026))
    (row,) = pq.read_table(reading.tables["pagu"]).to_pylist()
    assert (row["pagu"], row["versi"], row["tahun"]) == (1_250_000, "perubahan", 2026)


@pytest.mark.parametrize(
    ("title", "times"),
    [
        ("(dalam jutaan rupiah)", 1_000_000),
        ("Dalam Ribuan Rupiah", 1_000),
        ("Rp Juta", 1_000_000),
        ("TAHUN ANGGARAN 2026", 1),
    ],
)
def test_amounts_in_millions_are_seen_in_the_title_and_asked(tmp_path: Path, title: str, times: int) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["LAPORAN REALISASI ANGGARAN"])
    page.append([title])
    page.append(list(FOREIGN))
    page.append([*list(FOREIGN.values())[:2], 1_250.5, 500.25])
    book.save(tmp_path / "a.xlsx")
    mapping = question(read(tmp_path / "a.xlsx", tmp_path))
    assert ("#satuan" in mapping) == (times > 1)
    reading = read(tmp_path / "a.xlsx", tmp_path, Answers(mapping=mapping, year=2026, month=4, basis="kumulatif"))
    (row,) = pq.read_table(reading.tables["realisasi"]).to_pylist()
    assert float(row["realisasi"]) == 500.25 * times
    assert ("SATUAN_DITEMUKAN" in codes(reading)) == (times > 1)


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({"#kontrak": "apa"}, "PETAKAN_KONTRAK_SALAH"),
        ({"#kontrak": "pagu", "kode_opd": "Tidak Ada"}, "PETAKAN_JUDUL_HILANG"),
        ({"#kontrak": "pagu", "warna": "Rekening"}, "PETAKAN_KOLOM_SALAH"),
        ({"#kontrak": "pagu", "kode_opd": "Satuan Kerja"}, "PETAKAN_KURANG"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_by_name(tmp_path: Path, mapping: dict[str, str], code: str) -> None:
    path = put(tmp_path / "a.xlsx", {"Lembar": [FOREIGN]})
    reading = read(path, tmp_path, Answers(mapping=mapping, year=2026))
    assert reading.status == "refused"
    assert code in codes(reading)


def test_months_side_by_side_are_a_cash_plan(tmp_path: Path) -> None:
    months = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nop", "Des")
    row = {"No": 1, "Kode Perangkat Daerah": "1.02.0.00.0.00.01.0000", "Akun": "5.1.02.01.001.00024"} | {
        m: n for n, m in enumerate(months, 1)
    }
    path = put(tmp_path / "a.xlsx", {"x": [row | {"No": 2, "Akun": "5.1.02.01.001.00025"}, row]})
    mapping = question(read(path, tmp_path))
    assert (mapping["#kontrak"], mapping["bulan_8"], mapping["bulan_11"]) == ("rak", "Agt", "Nop")
    reading = read(path, tmp_path, Answers(mapping=mapping, year=2026))
    assert sum(pq.read_table(reading.tables["rak"])["rak"].to_pylist()) == 2 * 78


def test_what_is_no_table_of_ours_is_not_proposed(tmp_path: Path) -> None:
    people = [{"NIP": "198609262015051001", "Nama": "Fiktif", "Alamat": "Jalan Contoh", "Telepon": "08"}]
    reading = read(put(tmp_path / "a.xlsx", {"x": people}), tmp_path)
    assert reading.status == "needs_answer"
    assert [q.id for q in reading.questions] == ["format"]


def test_a_mapping_given_for_a_folder_leaves_known_files_alone(tmp_path: Path) -> None:
    known = {"tahun": 2026, "versi": "murni", "kode_opd": "DINKES", "kode_rekening": "5.1.02", "pagu": 1_000}
    mapping = {"#kontrak": "pagu", "kode_opd": "Satuan Kerja", "kode_rekening": "Rekening", "pagu": "Anggaran (Rp)"}
    reading = read(put(tmp_path / "a.xlsx", {"pagu": [known]}), tmp_path, Answers(mapping=mapping))
    assert (reading.status, reading.format) == ("accepted", "templat")


def test_sheets_with_one_header_are_one_table_and_contradictions_stay_out(tmp_path: Path) -> None:
    other = FOREIGN | {"Rekening": "5.1.02.01.001.00025"}
    mapping = {"#kontrak": "pagu", "kode_opd": "Satuan Kerja", "kode_rekening": "Rekening", "pagu": "Anggaran (Rp)"}
    path = put(tmp_path / "a.xlsx", {"OPD 1": [FOREIGN], "OPD 2": [other], "OPD 3": [other | {"Anggaran (Rp)": "7,5"}]})
    reading = read(path, tmp_path, Answers(mapping=mapping, year=2026))
    assert (reading.rows.accepted, reading.rows.quarantined) == (1, 2)
    against = [(p.sheet, p.row) for p in reading.problems if p.code == "BARIS_BERTENTANGAN"]
    assert against == [("OPD 2", 2), ("OPD 3", 2)]


@needs_real
@pytest.mark.parametrize(
    ("name", "kind", "given", "total"),
    [
        ("data_realisasi_detail_skpd.csv", "realisasi", Answers(basis="kumulatif"), 266),
        ("anggarankas_detail.csv", "rak", Answers(), 840),
        ("data_uraian_kegiatan_skpd.csv", "pagu", Answers(), None),
    ],
)
def test_real_tables_of_another_application(
    tmp_path: Path, name: str, kind: str, given: Answers, total: int | None
) -> None:
    assert REAL is not None
    path = REAL / "sumut-2021-bulanan" / name
    mapping = question(read(path, tmp_path))
    assert (mapping["#kontrak"], mapping["kode_opd"], mapping["tahun"]) == (kind, "id_skpd", "tahun")
    reading = read(path, tmp_path, Answers(mapping=mapping, basis=given.basis))
    assert reading.status == "accepted"
    assert total is None or reading.rows.accepted == total
    lines = len(path.read_text(encoding="utf-8-sig").splitlines()) - 1
    assert reading.rows.total + reading.rows.parents + reading.rows.other == lines


STAFF: dict[str, Any] = {
    "No": 1, "NIP": "199203172024212903", "Nama Pegawai": "Contoh Candra", "Pangkat/Gol": "IX", "Jabatan": "Perawat",
    "Unit Kerja": "Dinas Kesehatan",
}  # fmt: skip


def test_a_list_of_staff_of_another_system_is_proposed_as_one_and_a_nip_says_of_what_kind(tmp_path: Path) -> None:
    other = STAFF | {"NIP": "198001012006041901", "Nama Pegawai": "Contoh Aruna"}
    path = put(tmp_path / "a.xlsx", {"Lembar": [STAFF, other]}, above=1)
    first = read(path, tmp_path)
    mapping = question(first)
    assert mapping == {
        "#kontrak": "pegawai", "nip": "NIP", "nama": "Nama Pegawai", "gol_ruang": "Pangkat/Gol", "unor": "Unit Kerja",
        "nama_jabatan": "Jabatan",
    }  # fmt: skip
    assert "1992" not in str(first.questions)
    told = read(path, tmp_path, Answers(mapping=mapping))
    assert told.status == "accepted"
    rows = pq.read_table(told.tables["pegawai"]).to_pylist()
    assert [(row["nama"], row["jenis"], row["unor"]) for row in rows] == [
        ("Contoh Candra", "PPPK", "Dinas Kesehatan"), ("Contoh Aruna", "PNS", "Dinas Kesehatan"),
    ]  # fmt: skip


def test_a_mapped_skp_asks_for_the_period_that_no_column_says(tmp_path: Path) -> None:
    path = put(
        tmp_path / "a.xlsx", {"Lembar": [{"NIP": STAFF["NIP"], "Nama": "Contoh Candra", "Hasil": "Baik"}]}, above=1
    )
    mapping = {"#kontrak": "skp", "nip": "NIP", "nama": "Nama", "predikat": "Hasil"}
    asked = read(path, tmp_path, Answers(mapping=mapping))
    assert {q.id for q in asked.questions} == {"year", "period"}
    told = read(path, tmp_path, Answers(mapping=mapping, year=2025, period="triwulan-2"))
    (row,) = pq.read_table(told.tables["skp"]).to_pylist()
    assert (row["tahun"], row["jenis_periode"], row["periode"], row["predikat"]) == (2025, "triwulan", 2, "Baik")
