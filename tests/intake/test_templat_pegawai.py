"""Template 04 read back: people, posts, SKP, and what stands for what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipelines.catalogue import DATA
from pipelines.contracts.lembar import WORKBOOKS, lembar
from tests.intake.staff_files import ARUNA, BESTARI, CANDRA, DAMAR
from tests.intake.test_ekinerja import codes, content, rows
from tests.intake.twins import reading
from tests.intake.written import put

POST: dict[str, Any] = {
    "nip": ARUNA, "nama": "Contoh Aruna", "kode_opd": "DINKES", "kode_jabatan": "DINKES-KEPALA",
    "nama_jabatan": "Kepala Dinas Kesehatan", "jenis_penugasan": "definitif", "tmt_mulai": "2026-01-02",
}  # fmt: skip
SKP: dict[str, Any] = {
    "nip": ARUNA, "nama": "Contoh Aruna", "kode_opd": "DINKES", "tahun": 2025, "jenis_periode": "tahunan",
    "hasil_kerja": "sesuai ekspektasi", "perilaku": "di atas ekspektasi", "predikat": "Baik",
}  # fmt: skip


def filled(path: Path, sheets: dict[str, dict[str, Any]]) -> Path:
    """The blank template with one row typed below the examples of each sheet named."""
    book = openpyxl.load_workbook(DATA / "templat" / "04_kepegawaian.xlsx")
    for name, values in sheets.items():
        page = book[name]
        for at, column in enumerate(lembar(name).columns, start=1):
            if column.name in values:
                page.cell(5, at, values[column.name])
    book.save(path)
    return path


def test_a_filled_template_gives_every_kind_of_row(tmp_path: Path) -> None:
    typed: dict[str, dict[str, Any]] = {
        "pegawai": {"nip": DAMAR, "nama": "Contoh Damar", "jenis": "pppk", "kode_opd": "DINKES"},
        "riwayat_jabatan": POST | {"jenis_penugasan": "PLT", "tmt_selesai": "31-03-2026"},
        "skp": SKP | {"plt": "Y", "nilai_lama": "88,5", "tahun": "2020"},
        "skp_indikator": {
            "nip": ARUNA, "tahun": 2025, "jenis_periode": "triwulan", "periode": 2, "kode_indikator": "1.10",
            "indikator": "Waktu layanan", "arah": "turun", "target": "80-90", "realisasi": 85,
        },
        "predikat_organisasi": {
            "tahun": 2025, "jenis_periode": "tahunan", "kode_opd": "DINKES", "predikat": "istimewa",
        },
        "disiplin_diklat": {"nip": ARUNA, "jenis": "diklat", "tahun": 2025, "nilai": "24"},
        "pengecualian": {"nip": BESTARI, "alasan": "CPNS", "mulai": "1 Maret 2025"},
        "padanan": {"jenis": "nip", "tertulis": BESTARI[:15], "konteks": "Contoh Bestari", "kode": BESTARI},
    }  # fmt: skip
    read = reading(filled(tmp_path / "a.xlsx", typed), tmp_path / "out")
    assert (read.format, read.status) == ("templat", "accepted")
    assert read.rows.accepted == len(typed) == len(WORKBOOKS["04_kepegawaian"])
    found = {name: rows(read, name)[0] for name in typed}
    assert found["pegawai"]["jenis"] == "PPPK"
    assert (found["riwayat_jabatan"]["jenis_penugasan"], found["riwayat_jabatan"]["tmt_selesai"]) == (
        "Plt", date(2026, 3, 31),
    )  # fmt: skip
    assert (found["skp"]["plt"], found["skp"]["nilai_lama"]) == (True, Decimal("88.5"))
    assert (found["skp_indikator"]["target"], found["skp_indikator"]["realisasi"]) == ("80-90", "85")
    assert found["predikat_organisasi"]["predikat"] == "Istimewa"
    assert found["padanan"]["kode"] == BESTARI


def test_a_nip_typed_as_a_number_is_set_apart(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx", {"skp": [SKP, SKP | {"nip": int(CANDRA)}, SKP | {"nip": "19860926201505100"}]})
    read = reading(path, tmp_path / "out")
    assert (read.rows.accepted, read.rows.quarantined) == (1, 2)
    assert [(r["nip"], r["nip_angka"]) for r in rows(read)] == [(ARUNA, None), (None, CANDRA[:15]), (None, None)]
    assert {"NIP_ANGKA", "NIP_PANJANG"} <= codes(read)


def test_a_row_without_a_nip_is_nobody_s_unless_its_staff_have_none(tmp_path: Path) -> None:
    two = [{"nip": "", "nama": "Contoh A", "jenis": "non-ASN"}, {"nip": "", "nama": "Contoh B", "jenis": "PNS"}]
    staff = reading(put(tmp_path / "a.xlsx", {"pegawai": two}), tmp_path / "o1")
    assert [row["nama"] for row in rows(staff, "pegawai")] == ["Contoh A"]
    assert "NIP_KOSONG" in codes(staff)
    skp = reading(put(tmp_path / "b.xlsx", {"skp": [SKP, SKP | {"nip": None}]}), tmp_path / "o2")
    assert (skp.rows.accepted, skp.rows.quarantined) == (1, 1)
    assert "WAJIB_KOSONG" in codes(skp)


def test_staff_without_a_nip_are_several_people(tmp_path: Path) -> None:
    two = [{"nip": "", "nama": name, "jenis": "alih daya"} for name in ("Contoh A", "Contoh B")]
    read = reading(put(tmp_path / "a.xlsx", {"pegawai": two}), tmp_path / "out")
    assert (read.status, read.rows.accepted) == ("accepted", 2)


def test_names_in_another_case_are_one_person_and_other_names_are_not(tmp_path: Path) -> None:
    def listed(name: str) -> dict[str, Any]:
        return {"nip": ARUNA, "nama": name, "jenis": "PNS", "kode_opd": "DINKES"}

    same = reading(
        put(tmp_path / "a.xlsx", {"pegawai": [listed("Contoh Aruna"), listed("CONTOH  ARUNA")]}), tmp_path / "o"
    )
    assert (same.rows.accepted, same.rows.rejected) == (1, 1)
    other = reading(
        put(tmp_path / "b.xlsx", {"pegawai": [listed("Contoh Aruna"), listed("Contoh Lain")]}), tmp_path / "p"
    )
    assert (other.rows.accepted, other.rows.quarantined) == (0, 2)


def test_an_appointment_late_in_life_is_a_warning_and_no_more(tmp_path: Path) -> None:
    read = reading(put(tmp_path / "a.xlsx", {"skp": [SKP | {"nip": "196609262015051901"}]}), tmp_path / "out")
    assert read.status == "accepted"
    assert [p.severity for p in read.problems if p.code == "NIP_TUA"] == ["warning"]


def test_the_export_s_spellings_are_understood_in_a_template(tmp_path: Path) -> None:
    post = {
        "nipBaru": ARUNA, "jenis_penugasan": "definitif", "tmt_mulai": "2026-01-02", "unorNama": "DINAS",
        "namaJabatan": "Kepala", "kode_opd": "DINKES",
    }  # fmt: skip
    read = reading(put(tmp_path / "a.xlsx", {"riwayat_jabatan": [post]}), tmp_path / "out")
    assert (read.format, read.status) == ("templat", "accepted")
    assert rows(read, "riwayat_jabatan")[0]["unor"] == "DINAS"


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_changes_nothing(tmp_path: Path, seed: int) -> None:
    import random

    many = [
        SKP | {"nip": nip, "jenis_periode": "triwulan", "periode": n} for nip in (ARUNA, BESTARI) for n in (1, 2, 3, 4)
    ]
    many += [many[0], many[1] | {"predikat": "Kurang"}]
    straight = reading(put(tmp_path / "a.xlsx", {"skp": many}), tmp_path / "o1")
    random.Random(seed).shuffle(many)
    shuffled = reading(put(tmp_path / "b.xlsx", {"skp": many}), tmp_path / "o2")
    assert content(straight) == content(shuffled)
    assert straight.rows == shuffled.rows


@pytest.mark.parametrize("meant", [ARUNA[:17], BESTARI, "DINKES"])
def test_a_nip_is_confirmed_by_a_whole_one_that_begins_alike(tmp_path: Path, meant: str) -> None:
    right = {"jenis": "nip", "tertulis": ARUNA[:15], "konteks": "Contoh Aruna Lain", "kode": ARUNA}
    path = put(tmp_path / "a.xlsx", {"padanan": [right, right | {"konteks": "Contoh B", "kode": meant}]})
    read = reading(path, tmp_path / "out")
    assert [row["kode"] for row in rows(read, "padanan")] == [ARUNA]
    assert "PADANAN_NIP" in codes(read)
