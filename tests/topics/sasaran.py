"""The small pemda with its promises: regional targets, agreements, a team and a hundred days. Nobody in it exists."""

from __future__ import annotations

from typing import Any

from tests.models.target import capai, iku, pk
from tests.models.world import Row, World, hari
from tests.topics import orang

DAERAH = [
    iku("IKU-1", "74,5", misi="Misi 1: Manusia unggul", tujuan="Derajat kesehatan", sasaran="Layanan dasar merata",
        indikator="Indeks kesehatan contoh", satuan="indeks", target_tw1="74,1", target_rpjmd="76", jenis="IKU",
        realisasi_tahun_lalu="73,9", pembanding_nasional="75,0", opd_pengampu="DINKES,DISDIK,KOMINFO",
        visi="Contoh maju"),
    iku("IKU-2", "10", misi="Misi 1: Manusia unggul", indikator="Persentase penduduk miskin contoh", arah="turun",
        opd_pengampu="PUPR"),
    iku("IKU-3", "WTP", misi="Misi 2: Birokrasi bersih", indikator="Opini <b>BPK</b>", satuan="opini",
        metode="predikat", skala="opini", opd_pengampu="DINKES"),
    iku("IKU-4", "80-90", misi="Misi 2: Birokrasi bersih", indikator="Nilai pelayanan contoh", satuan="nilai"),
    iku("IKU-5", "12", misi="Misi 2: Birokrasi bersih", indikator="Inovasi yang dicatat", satuan="inovasi",
        metode="jumlah", entri="inkremental", target_tw1="3"),
]  # fmt: skip
PK = [
    pk("DK-1", "DINKES", "IKU-1", "90", kode_jabatan="DINKES-KEPALA", bobot=60, indikator="Puskesmas terakreditasi"),
    pk("DK-2", "DINKES", "IKU-1", "40", bobot=30, indikator="Kader aktif", satuan="orang", target_tw1="40"),
    pk("DK-3", "DINKES", "DK-1", "90", tingkat="III", indikator="Puskesmas didampingi", kode_program="1.02.02"),
    pk("DD-1", "DISDIK", "IKU-1", "80", kode_jabatan="DISDIK-KEPALA", bobot=10, indikator="Sekolah sehat"),
    pk("PU-1", "PUPR", "IKU-2", "60", kode_jabatan="PUPR-KEPALA", indikator="Jalan mantap"),
    pk("PU-2", "PUPR", "PU-1", "50", tingkat="III", indikator="Jalan dipelihara"),
]  # fmt: skip
NYATA = [
    *capai("IKU-1", ["73,9"], penghambat="Tenaga kurang", tindak_lanjut="Rekrut"), *capai("IKU-2", ["12"]),
    *capai("IKU-3", ["WTP"]), *capai("IKU-4", ["70"]), *capai("IKU-5", ["1"], percobaan=True),
    *capai("DK-1", ["88"]), *capai("DK-2", ["40"]), *capai("DD-1", ["40"]), *capai("PU-1", ["63"]),
]  # fmt: skip


def _skp(letter: str, serves: str | None) -> Row:
    return {
        "nip": orang.NIPS[letter], "nama": orang.NAMES[letter], "tahun": 2026, "jenis_periode": "triwulan",
        "periode": 1, "kode_indikator": "1", "indikator": "Laporan", "arah": "naik", "target": "4", "realisasi": "4",
        "kode_indikator_pk": serves,
    }  # fmt: skip


def _promise(nomor: int, kemajuan: int | None, **more: Any) -> Row:
    return {
        "nip": orang.NIPS["B"], "nama": orang.NAMES["B"], "kode_jabatan": "DISDIK-KEPALA", "tmt": hari("2026-03-02"),
        "nomor": nomor, "jenis": "target", "target": f"Janji contoh {nomor}", "kemajuan": kemajuan,
        "tgl_kemajuan": hari("2026-04-20") if kemajuan is not None else hari("2026-03-06"), **more,
    }  # fmt: skip


def rows() -> dict[str, list[Row]]:
    """The raw rows of the small pemda, its people and its promises."""
    made = orang.rows()
    member = {"kode_tim": "TIM-1", "mulai": hari("2026-01-05"), "peran": "anggota"}
    team = {
        "kode_tim": "TIM-1", "nama": "Tim contoh sehat", "tujuan": "Layanan dasar merata", "kode_indikator": "IKU-1",
        "kode_opd": "DINKES", "ketua_nip": orang.NIPS["F"], "mulai": hari("2026-01-05"),
    }  # fmt: skip
    return {
        **made,
        "target_daerah": DAERAH,
        "pk_indikator": PK,
        "pk_realisasi": NYATA,
        "skala_predikat": [{"skala": "opini", "kode": kode, "nilai": n} for kode, n in (("WTP", 4), ("WDP", 3))],
        "skp_indikator": [_skp("F", "DK-3"), _skp("B", None)],
        "skp": [*made["skp"], *({
            "nip": orang.NIPS[letter], "nama": orang.NAMES[letter], "tahun": 2026, "jenis_periode": "triwulan",
            "periode": 1, "kode_opd": opd, "predikat": "Baik", "hasil_kerja": "sesuai ekspektasi",
            "perilaku": "sesuai ekspektasi", "baris": 70 + at,
        } for at, (letter, opd) in enumerate([("F", "DINKES")]))],
        "tim": [team],
        "tim_anggota": [
            {**member, "nip": orang.NIPS["F"], "nama": orang.NAMES["F"], "kode_opd": "DINKES", "peran": "ketua",
             "kode_indikator": "DK-1"},
            {**member, "nip": orang.NIPS["B"], "nama": orang.NAMES["B"], "kode_opd": "DISDIK",
             "kode_indikator": "DD-1"},
        ],
        "seratus_hari": [
            _promise(1, 60), _promise(2, 20), _promise(3, None), _promise(4, 100, putusan="tercapai", catatan="Bagus"),
            _promise(5, 10, jenis="inovasi"), _promise(6, 5, jenis="inovasi"),
        ],
    }  # fmt: skip


def build() -> World:
    """The small pemda with its people and promises, built."""
    return World(rows())
