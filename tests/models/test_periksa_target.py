"""What a build says of targets: each check finds the row that should not be, and is quiet once its fix is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from pipelines.models import CHECKS, models
from tests.models.jabatan import dinas, dunia, nip, tugas, uang
from tests.models.target import capai, iku, pk
from tests.models.test_seratus_hari import janji
from tests.models.test_tim import anggota, tim
from tests.models.world import Row, World, opd

READ = {m.name.removeprefix("checks."): m for m in models(CHECKS)}
Rows = dict[str, list[Row]]


@dataclass(frozen=True)
class Case:
    """Rows that a check must speak of (`found`: what each of its rows holds), and the same rows put right."""

    check: str
    wrong: Rows
    found: Sequence[Row]
    mended: Rows
    why: str = ""
    beside: Rows = field(default_factory=dict)  # stands in both

    def __str__(self) -> str:
        return f"{self.check}{'-' if self.why else ''}{self.why}"


def told(check: str, rows: Rows) -> list[Row]:
    model = READ[check]
    return World(dunia(rows)).run(model.sql)


def taken(*rows: Row, pada: date = date(2027, 1, 5)) -> list[Row]:
    """Realisations, filled in on a day after their quarters."""
    return [{"tgl_isi": pada, **row} for row in rows]


ORANG = {"pegawai": [{"nip": nip(n), "nama": f"Orang {n}", "jenis": "PNS"} for n in range(3)]}
BERTAHAP = {"metode": "jumlah", "target_tw1": "20", "target_tw2": "50", "target_tw3": "75", "target_tw4": "100"}
SKALA = {"metode": "predikat", "skala": "akip"}

CASES = [
    Case(
        "realisasi_tanpa_indikator", {"pk_realisasi": capai("A-1", ["10"]) + capai("A-9", ["11", " "], baris=7)},
        [{"kode_indikator": "A-9", "baris": 7, "kolom": "kode_indikator", "nama_berkas": "berkas-1.xlsx"}],
        {"pk_realisasi": capai("A-1", ["10"])}, beside={"pk_indikator": [pk("A-1", "A", None)]},
    ),
    Case(
        "realisasi_tanpa_indikator", {"pk_realisasi": capai("A-1", ["10"], tahun=2025)},
        [{"kode_indikator": "A-1", "tahun": 2025}], {"pk_realisasi": capai("A-1", ["10"])}, "year",
        {"pk_indikator": [pk("A-1", "A", None)]},
    ),
    Case(
        "realisasi_di_luar_masa", {"pk_indikator": [pk("A-1", "A", None, berlaku_mulai=date(2026, 7, 15))]},
        [{"triwulan": 1, "kode_indikator": "A-1"}, {"triwulan": 2}], {"pk_indikator": [pk("A-1", "A", None)]},
        beside={"pk_realisasi": capai("A-1", ["10", "20", "30"])},
    ),
    Case(
        "realisasi_unit_berakhir", {"opd": [opd("A", berlaku_sampai=date(2026, 6, 30))]},
        [{"triwulan": 3, "kode_unit": "A"}, {"triwulan": 4}], {"opd": [opd("A", berlaku_sampai=date(2026, 10, 15))]},
        beside={"pk_indikator": [pk("A-1", "A", None)], "pk_realisasi": capai("A-1", ["1", "2", "3", "4"])},
    ),
    Case(
        "realisasi_mendahului_triwulan", {"pk_realisasi": taken(*capai("A-1", ["1", "2"]), pada=date(2026, 3, 31))},
        [{"triwulan": 2, "kolom": "tgl_isi", "diisi": date(2026, 3, 31)}],
        {"pk_realisasi": taken(*capai("A-1", ["1", "2"]), pada=date(2026, 4, 1))},
    ),
    Case(
        "realisasi_mendahului_triwulan", {"pk_realisasi": capai("A-1", [None, "2"])},
        [{"triwulan": 2, "diisi": date(2026, 1, 1)}], {"pk_realisasi": capai("A-1", [None, "2"], percobaan=True)},
        "arrived-before",
    ),
    Case(
        "indikator_tak_pernah_berlaku",
        {"pk_indikator": [pk("A-1", "A", None, berlaku_mulai=date(2026, 10, 1), berlaku_sampai=date(2026, 12, 30))]},
        [{"kode_indikator": "A-1", "kolom": "berlaku_mulai"}],
        {"pk_indikator": [pk("A-1", "A", None, berlaku_mulai=date(2026, 10, 1), berlaku_sampai=date(2026, 12, 31))]},
    ),
    Case(
        "indikator_tak_pernah_berlaku", {"pk_indikator": [pk("A-1", "A", None, berlaku_mulai=date(2027, 1, 4))]},
        [{"kode_indikator": "A-1"}], {"pk_indikator": [pk("A-1", "A", None, berlaku_mulai=date(2026, 1, 4))]}, "year",
    ),
    Case(
        "kode_indikator_ganda", {"pk_indikator": [pk("X-1", "A", None), pk("X-1", "B", None, impor=2)]},
        [{"kode_indikator": "X-1", "pemilik": "A", "pemilik_lain": "B"}],
        {"pk_indikator": [pk("X-1", "A", None), pk("X-1", "S.01", None, impor=2), pk("X-1", "B", None, tahun=2025)]},
        beside={"opd": [opd("A", kode_sipd="S.01"), opd("B")]},
    ),
    Case(
        "kode_indikator_ganda", {"target_daerah": [iku("X-1")]}, [{"pemilik": "A", "pemilik_lain": "daerah"}],
        {"target_daerah": [iku("X-2")]}, "region", {"pk_indikator": [pk("X-1", "A", None)]},
    ),
    Case(
        "versi_target_bertumpuk", {"pk_indikator": [pk("A-1", "A", None, "80", berlaku_sampai=date(2026, 7, 15)),
                                                   pk("A-1", "A", None, "70", berlaku_mulai=date(2026, 7, 15))]},
        [{"target_tahun": "80", "target_tahun_lain": "70", "kolom": "berlaku_sampai"}],
        {"pk_indikator": [pk("A-1", "A", None, "80", berlaku_sampai=date(2026, 7, 14)),
                          pk("A-1", "A", None, "70", berlaku_mulai=date(2026, 7, 15))]},
    ),
    Case(
        "versi_target_bertumpuk", {"pk_indikator": [pk("A-1", "A", None, "80", berlaku_sampai=date(2026, 12, 31)),
                                                   pk("A-1", "A", None, "70", berlaku_mulai=date(2026, 7, 15))]},
        [{"target_tahun": "80"}],
        {"pk_indikator": [pk("A-1", "A", None, "80"), pk("A-1", "A", None, "70", berlaku_mulai=date(2026, 7, 15))]},
        "open-end-is-a-change",
    ),
    Case(
        "target_triwulan_beda_tahun",
        {"pk_indikator": [pk("A-1", "A", None, metode="jumlah", entri="inkremental", target_tw1="25", target_tw2="25",
                             target_tw3="25", target_tw4="25")]},
        [{"kode_indikator": "A-1", "target_tw4": "25", "target_tahun": "100"}],
        {"pk_indikator": [pk("A-1", "A", None, **BERTAHAP, entri="inkremental")]},
    ),
    Case(
        "target_triwulan_beda_tahun",
        {"pk_indikator": [pk("A-1", "A", None, None, metode="jumlah", target_tw1="30", target_tw2="20")]},
        [{"kode_indikator": "A-1", "target_tahun": None}],
        {"pk_indikator": [pk("A-1", "A", None, "9", target_tw1="12", target_tw2="11", target_tw4="9", arah="turun")]},
        "falling",
    ),
    Case(
        "target_triwulan_beda_tahun", {"pk_indikator": [pk("A-1", "A", None, "A", **SKALA, target_tw4="BB")]},
        [{"target_tahun": "A", "target_tw4": "BB"}],
        {"pk_indikator": [pk("A-1", "A", None, "A", **SKALA, target_tw3="BB", target_tw4="a")]}, "predicate",
    ),
    Case(
        "kumulatif_kinerja_turun", {"pk_realisasi": capai("A-1", ["25", None, "20"], baris=3)},
        [{"triwulan": 3, "angka": 20, "lalu": 25, "baris": 3}], {"pk_realisasi": capai("A-1", ["25", None, "25"])},
        beside={"pk_indikator": [pk("A-1", "A", None, **BERTAHAP)]},
    ),
    Case(
        "kumulatif_kinerja_turun", {"pk_indikator": [pk("A-1", "A", None, **BERTAHAP)]}, [{"triwulan": 2}],
        {"pk_indikator": [pk("A-1", "A", None)]}, "only-what-is-added-up", {"pk_realisasi": capai("A-1", ["25", "20"])},
    ),
    Case(
        "persen_dijumlah", {"pk_indikator": [pk("A-1", "A", None, metode="jumlah", entri="inkremental", satuan="%")]},
        [{"kode_indikator": "A-1", "dijumlah": 150, "entri": "inkremental"}],
        {"pk_indikator": [pk("A-1", "A", None, metode="jumlah", satuan="%")]},
        beside={"pk_realisasi": capai("A-1", ["25", "50", "75"])},
    ),
    Case(
        "persen_dijumlah", {"pk_indikator": [pk("A-1", "A", None, metode="jumlah", entri="inkremental")]},
        [{"kode_indikator": "A-1"}],
        {"pk_indikator": [pk("A-1", "A", None, "240", metode="jumlah", entri="inkremental")]}, "target-beyond",
        {"pk_realisasi": capai("A-1", ["60", "60"])},
    ),
    Case(
        "realisasi_jauh_dari_target", {"pk_realisasi": capai("A-1", ["1000,1"])},
        [{"realisasi": "1000,1", "target": "100", "kolom": "realisasi"}], {"pk_realisasi": capai("A-1", ["1000"])},
        beside={"pk_indikator": [pk("A-1", "A", None)]},
    ),
    Case(
        "realisasi_jauh_dari_target", {"pk_realisasi": capai("A-1", ["2147483647"])}, [{"realisasi": "2147483647"}],
        {"pk_realisasi": capai("A-1", ["2147483647"], percobaan=True)}, "cut",
        {"pk_indikator": [pk("A-1", "A", None, None)]},
    ),
    Case(
        "predikat_di_luar_skala", {"pk_realisasi": capai("A-1", ["B+"])},
        [{"tertulis": "B+", "kolom": "realisasi", "skala": "akip", "skala_dikenal": True}],
        {"pk_realisasi": capai("A-1", ["76"])}, beside={"pk_indikator": [pk("A-1", "A", None, "A", **SKALA)]},
    ),
    Case(
        "predikat_di_luar_skala", {"pk_indikator": [pk("A-1", "A", None, "A", metode="predikat", skala="akp")]},
        [{"tertulis": "A", "kolom": "target_tahun", "skala": "akp", "skala_dikenal": False}],
        {"pk_indikator": [pk("A-1", "A", None, "A", **SKALA)]}, "target",
    ),
    Case(
        "predikat_di_luar_skala", {"pk_indikator": [pk("A-1", "A", None, "A", metode="predikat", skala="x")]},
        [{"kolom": "realisasi"}, {"kolom": "target_tahun"}],
        {"pk_indikator": [pk("A-1", "A", None, "A", metode="predikat")]}, "said-on-arrival",
        {"pk_realisasi": capai("A-1", ["BB"])},
    ),
    Case(
        "realisasi_lalu_berbeda",
        {"pk_indikator": [pk("A-1", "A", None, tahun=2025), pk("A-1", "A", None, realisasi_tahun_lalu="81")]},
        [{"tahun": 2026, "kolom": "realisasi_tahun_lalu", "tertulis": "81", "tercatat": 80}],
        {"pk_indikator": [pk("A-1", "A", None, tahun=2025), pk("A-1", "A", None, realisasi_tahun_lalu="80")]},
        beside={"pk_realisasi": capai("A-1", ["20", "40", "60", "80"], tahun=2025)},
    ),
    Case(
        "realisasi_lalu_berbeda",
        {"pk_indikator": [pk("A-1", "A", None, tahun=2025, metode="rata_rata", entri="inkremental"),
                          pk("A-1", "A", None, metode="rata_rata", entri="inkremental", realisasi_tahun_lalu="81,9")]},
        [{"tertulis": "81,9"}],
        {"pk_indikator": [pk("A-1", "A", None, tahun=2025, metode="rata_rata", entri="inkremental"),
                          pk("A-1", "A", None, metode="rata_rata", entri="inkremental", realisasi_tahun_lalu="81,8")]},
        "rounded", {"pk_realisasi": capai("A-1", ["80", "82", "82", "83"], tahun=2025)},  # 81.75
    ),
    Case(
        "realisasi_lalu_berbeda",
        {"pk_indikator": [pk("A-1", "A", None, tahun=2025, metode="jumlah", realisasi_renstra="40"),
                          pk("A-1", "A", None, metode="jumlah", realisasi_renstra="80")]},
        [{"kolom": "realisasi_renstra", "tertulis": "80", "tercatat": 120}],
        {"pk_indikator": [pk("A-1", "A", None, tahun=2025, metode="jumlah", realisasi_renstra="40"),
                          pk("A-1", "A", None, metode="jumlah", realisasi_renstra="120")]},
        "renstra", {"pk_realisasi": capai("A-1", ["20", "40", "60", "80"], tahun=2025)},
    ),
    Case(
        "target_akhir_berubah",
        {"target_daerah": [iku("R-1", target_rpjmd="74,2", tahun_rpjmd=2029, tahun=2025),
                           iku("R-1", target_rpjmd="72", tahun_rpjmd=2029)]},
        [{"kode_indikator": "R-1", "tahun_akhir": 2029, "dari_tahun": 2025, "sampai_tahun": 2026}],
        {"target_daerah": [iku("R-1", target_rpjmd="74,2", tahun_rpjmd=2029, tahun=2025),
                           iku("R-1", target_rpjmd="74,20", tahun_rpjmd=2029),
                           iku("R-1", target_rpjmd="70", tahun_rpjmd=2024, tahun=2024)]},
    ),
    Case(
        "takaran_berubah", {"pk_indikator": [pk("A-1", "A", None), pk("A-1", "A", None, tahun=2025, satuan="orang")]},
        [{"kode_indikator": "A-1", "satuan": "%", "satuan_lain": "orang", "dari_tahun": 2025}],
        {"pk_indikator": [pk("A-1", "A", None), pk("A-1", "A", None, tahun=2025, satuan=" % ")]},
    ),
    Case(
        "takaran_berubah", {"pk_indikator": [pk("A-1", "A", None), pk("A-1", "A", None, tahun=2025, arah="turun")]},
        [{"arah": "naik", "arah_lain": "turun"}],
        {"pk_indikator": [pk("A-1", "A", None), pk("A-1", "A", None, tahun=2025)]}, "direction",
    ),
    Case(
        "induk_di_bawah_anak", {"pk_indikator": [pk("A-1", "A", "A-2"), pk("A-2", "A", None, tingkat="III")]},
        [{"kode_indikator": "A-1", "induk": "A-2", "tingkat": "II", "tingkat_induk": "III"}],
        {"pk_indikator": [pk("A-1", "A", None), pk("A-2", "A", "A-1", tingkat="III"),
                          pk("A-3", "A", "A-4", tingkat="IV"), pk("A-4", "A", "A-2", tingkat="JF")]},
    ),
    Case(
        "makro_tak_dikenal", {"target_daerah": [iku("R-1", kode_makro="imp")]},
        [{"kode_makro": "imp", "kolom": "kode_makro"}], {"target_daerah": [iku("R-1", kode_makro="ipm")]},
        beside={"indikator_wilayah": [
            {"kode_wilayah": "1871", "tahun": 2026, "kode_makro": "ipm", "indikator": "IPM", "nilai": 71}
        ]},
    ),
    Case(
        "realisasi_beda_wilayah", {"pk_realisasi": capai("R-1", [None, None, None, "72,9"])},
        [{"realisasi": "72,9", "kolom": "realisasi", "sumber": "BPS"}],
        {"pk_realisasi": capai("R-1", [None, None, None, "71,3"])},
        beside={
            "pemda": [{"kode_wilayah": "1871"}], "target_daerah": [iku("R-1", kode_makro="ipm", satuan="indeks")],
            "indikator_wilayah": [
                {"kode_wilayah": area, "tahun": tahun, "kode_makro": "ipm", "indikator": "IPM", "satuan": "indeks",
                 "nilai": nilai, "sumber": "BPS"}
                for area, tahun, nilai in (("1871", 2026, "71.28"), ("1871", 2025, "72.9"), ("1800", 2026, "72.9"))
            ],
        },
    ),
    Case(
        "target_lewat_rpjmd", {"target_daerah": [iku("R-1", tahun_rpjmd=2025)]}, [{"kolom": "tahun_rpjmd"}],
        {"target_daerah": [iku("R-1", tahun_rpjmd=2026)]},
    ),
    Case(
        "unit_target_tak_dikenal",
        {"pk_indikator": [pk("A-1", "DINAS A", None, baris=4), pk("A-2", "DINAS A", None, baris=5)],
         "target_daerah": [iku("R-1", opd_pengampu="A, C")]},
        [{"kode": "DINAS A", "kolom": "kode_opd", "baris": 4, "n_baris": 2}, {"kode": "C", "kolom": "opd_pengampu"}],
        {"pk_indikator": [pk("A-1", "A", None), pk("A-2", "S.01", None)],
         "target_daerah": [iku("R-1", opd_pengampu="A,B")]},
        beside={"opd": [opd("A", kode_sipd="S.01"), opd("B")]},
    ),
    Case(
        "unit_target_tak_dikenal", {"opd": [opd("B")]}, [{"kode": "A"}], {}, "no-master-yet",
        {"tim": [tim("T", "A")]},
    ),
    Case(
        "unit_target_tak_dikenal", {"opd": [opd("A"), opd("B")]}, [{"kode": "C"}], {"opd": [opd("A")]}, "one-opd-alone",
        {"target_daerah": [iku("R-1", opd_pengampu="A,C")]},
    ),
    Case(
        "tim_tanpa_ketua", {"tim": [tim("T", "A", baris=2)]}, [{"kode_tim": "T", "baris": 2}],
        {"tim": [tim("T", "A", ketua_nip=nip(1))]}, beside={"tim_anggota": [anggota("T", nip(2), "A")], **ORANG},
    ),
    Case(
        "tim_tanpa_ketua",
        {"tim_anggota": [anggota("T", nip(1), "A", peran="ketua", selesai=date(2026, 7, 1)),
                         anggota("T", nip(2), "A", peran="ketua", mulai=date(2026, 7, 1))]},
        [{"kode_tim": "T", "dua_ketua_sejak": date(2026, 7, 1)}],
        {"tim_anggota": [anggota("T", nip(1), "A", peran="ketua", selesai=date(2026, 6, 30)),
                         anggota("T", nip(2), "A", peran="ketua", mulai=date(2026, 7, 1))]},
        "two", {"tim": [tim("T", "A")], **ORANG},
    ),
    Case(
        "anggota_di_luar_masa_tim",
        {"tim_anggota": [
            anggota("T", nip(1), "A", mulai=date(2025, 12, 1), baris=2),
            anggota("T", nip(2), "A", selesai=date(2026, 10, 1), baris=3),
            anggota("T", nip(2), "A", mulai=date(2026, 9, 5), baris=4), anggota("T9", nip(1), "A", baris=5),
        ]},
        [{"baris": 2, "tim_dikenal": True}, {"baris": 3}, {"baris": 4}, {"baris": 5, "tim_dikenal": False}],
        {"tim_anggota": [anggota("T", nip(1), "A"), anggota("T", nip(2), "A", selesai=date(2026, 8, 31))]},
        beside={"tim": [tim("T", "A", selesai=date(2026, 8, 31))], **ORANG},
    ),
    Case(
        "tim_indikator_tak_dikenal",
        {"tim": [tim("T", "A", kode_indikator="A-1")],
         "tim_anggota": [anggota("T", nip(1), "B", kode_indikator="A-1", baris=9)]},
        [{"lembar": "tim", "kode_indikator": "A-1"}, {"baris": 9, "pemilik": "B"}],
        {"tim": [tim("T", "A", kode_indikator="R-1")],
         "tim_anggota": [anggota("T", nip(1), "A", kode_indikator="A-1"), anggota("T", nip(2), "B")]},
        beside={"target_daerah": [iku("R-1")], "pk_indikator": [pk("A-1", "A", None)], **ORANG},
    ),
    Case(
        "seratus_hari_mundur",
        {"seratus_hari": [janji(1, 60, date(2026, 4, 1)), janji(1, None, date(2026, 4, 5)),
                          janji(1, 40, date(2026, 5, 1))]},
        [{"nomor": 1, "kemajuan": 40, "lalu": 60, "kolom": "kemajuan"}],
        {"seratus_hari": [janji(1, 60, date(2026, 4, 1)), janji(2, 40, date(2026, 5, 1)),
                          janji(1, 60, date(2026, 5, 1))]},
        beside={**dinas("A"), "riwayat_jabatan": [tugas(nip(1), "2026-03-02", kode_jabatan="A-KEPALA")]},
    ),
    Case(
        "seratus_hari_tanggal",
        {"seratus_hari": [janji(1, 60, date(2026, 3, 1), impor=300, baris=2),
                          janji(2, 60, date(2026, 4, 2), impor=90, baris=3)]},
        [{"baris": 2, "nomor": 1}, {"baris": 3, "nomor": 2, "direkam": date(2026, 3, 31)}],
        {"seratus_hari": [janji(1, 60, date(2026, 3, 2), impor=300), janji(2, 60, date(2026, 4, 2), impor=300)]},
        beside={**dinas("A"), "riwayat_jabatan": [tugas(nip(1), "2026-03-02", kode_jabatan="A-KEPALA")]},
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_check_finds_what_should_not_be(case: Case) -> None:
    rows = sorted(told(case.check, {**case.beside, **case.wrong}), key=str)
    assert [{k: row[k] for k in want} for row, want in zip(rows, case.found, strict=True)] == list(case.found)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_check_is_quiet_once_its_fix_is_made(case: Case) -> None:
    assert told(case.check, {**case.beside, **case.mended}) == []


def test_every_check_of_targets_is_held_here() -> None:
    """A check that reads targets, teams or the hundred days and warns has a case."""
    about = {"raw.target_daerah", "raw.pk_indikator", "raw.pk_realisasi", "core.indikator", "core.realisasi_indikator",
             "marts.tim", "marts.tim_anggota", "marts.seratus_hari"}  # fmt: skip
    elsewhere = {"arah_makro_bertentangan"}  # with the figures of areas
    warn = {name for name, m in READ.items() if m.heading.startswith("peringatan") and m.reads & about}
    assert warn - elsewhere == {case.check for case in CASES}


# ---- what must never be in our own tables: the table is bent, and the build would be refused ---------------------

OWN: list[tuple[str, str]] = [
    ("indikator_kembar", "insert into marts.indikator from marts.indikator where triwulan = 1 limit 1"),
    ("indikator_warna_ganda", "insert into marts.indikator_warna from marts.indikator_warna limit 1"),
    ("indikator_warna_ganda", "update marts.indikator_warna set dasar_hukum = null where triwulan = 2"),
    ("capaian_opd_tidak_sama", "update marts.capaian_opd set n_indikator = 9 where tingkat = 'semua' and triwulan = 1"),
    ("capaian_opd_tidak_sama", "update marts.capaian_opd set jumlah_rata = 1 where tingkat = 'III' and triwulan = 1"),
    ("capaian_opd_tidak_sama", "delete from marts.capaian_opd where triwulan = 2"),
    ("masa_tidak_sama_capaian", "update marts.masa_capaian set sendiri = sendiri + 1 where triwulan = 2"),
    ("renja_tidak_sama_realisasi", "update marts.evaluasi_renja set rp_realisasi = rp_realisasi + 1"),
    ("renja_tidak_sama_realisasi", "update marts.evaluasi_renja set rp_target_tahun = null where triwulan = 4"),
    ("seratus_hari_tumpang", "update marts.seratus_hari set dari = date '2026-03-15' where dari = date '2026-05-01'"),
]  # fmt: skip


@pytest.fixture(scope="module")
def whole() -> World:
    rows = dunia(
        dinas("A", "B"), uang("A", [0] * 12), ORANG,
        {
            "target_daerah": [iku("R-1", "80")],
            "pk_indikator": [pk("A-1", "A", "R-1"), pk("A-2", "A", "A-1", tingkat="III"), pk("B-1", "B", "R-1")],
            "pk_realisasi": taken(*capai("A-1", ["80", "90", None, "95"]), *capai("A-2", ["70", "40"])),
            "riwayat_jabatan": [tugas(nip(1), "2026-03-02", kode_jabatan="A-KEPALA")],
            "seratus_hari": [janji(1, p, date(2026, m, 1), impor=300) for m, p in ((4, 20), (5, 60))],
        },
    )  # fmt: skip
    return World(rows)


def test_a_world_as_it_should_be_is_quiet(whole: World) -> None:
    assert whole.checks().keys() & {*(case.check for case in CASES), *(name for name, _ in OWN)} == set()


@pytest.mark.parametrize(("check", "bend"), OWN)
def test_what_must_never_be_is_refused(whole: World, check: str, bend: str) -> None:
    assert READ[check].heading.startswith("tolak:")
    whole.db.execute("begin")
    try:
        whole.db.execute(bend)
        found: list[dict[str, Any]] = whole.run(READ[check].sql)
    finally:
        whole.db.execute("rollback")
    assert found
