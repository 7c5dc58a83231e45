"""The small pemda after its meetings: actions put off, promises kept and broken, a Setda with bagian. All made up."""

from __future__ import annotations

from typing import Any

from tests.models.jabatan import kursi
from tests.models.rapat import janji, kendala, rapat, temuan, tindak, tunda
from tests.models.world import Row, World, hari, pagu, rak, realisasi
from tests.topics import orang, world

MILLION = world.MILLION
BAGIAN = {"UMUM": "Bagian Umum", "HUKUM": "Bagian Hukum", "KESRA": "Bagian Kesejahteraan Rakyat"}

UNITS: list[Row] = [
    {"kode_opd": "SETDA", "nama": "Sekretariat Daerah", "singkatan": "Setda", "jenis": "sekretariat", "asisten": "3"},
    *({"kode_opd": kode, "nama": nama, "singkatan": nama.removeprefix("Bagian "), "jenis": "bagian",
       "induk_kode_opd": "SETDA"} for kode, nama in BAGIAN.items()),
]  # fmt: skip
MEETINGS = [
    rapat("R1", "2026-01-12"), rapat("R2", "2026-02-12"), rapat("R3", "2026-04-13"),
    rapat("S1", "2026-03-06", jenis="evaluasi Setda", lingkup="SETDA"),
]  # fmt: skip
ACTIONS = [
    # put off from meeting to meeting, and late again
    tindak("T1", "R1", "DISDIK", "2026-02-01", "Alert"),
    tindak("T2", "R2", "DISDIK", "2026-03-15", "Alert", lanjutan_dari="T1"),
    tindak("T3", "R3", "DISDIK", "2026-04-20", "Belum", lanjutan_dari="T2"),
    # given more time; its post has changed hands since
    tindak("T4", "R1", "PUPR", "2026-04-25", "On-track"),
    tindak("T5", "R1", "DINKES", "2026-02-10", "Selesai", selesai="2026-02-08"),
    tindak("T6", "R2", "BPBD", "2026-03-01", "Selesai", selesai="2026-03-05"),
    tindak("T7", "R2", "KOMINFO", "2026-03-20", "Batal", selesai="2026-03-10"),
    tindak("T8", "S1", "SETDA", "2026-03-25", "Alert", kode_unit="UMUM"),
    # open in April, done in May
    tindak("T9", "R3", "DINKES", "2026-05-30", "Selesai", selesai="2026-05-04"),
    tindak("TA", "R3", "BPBD", "2026-05-15", "Belum", uraian="Ajukan <b>berkas</b> & tanda terima"),
]  # fmt: skip
PROMISES = [
    janji("K1", "R1", "DINKES", 28, "2026-03-31"),  # 28,13 % in March
    janji("K2", "R1", "DISDIK", 20, "2026-03-31"),  # 6,80 %; its head left before
    janji("K3", "R3", "PUPR", 45, "2026-05-31"),
    janji("K4", "R2", "KOMINFO", 30, "2026-04-30"),  # reported to February
    janji("K5", "R1", "BPBD", 50, "2026-03-31", keadaan="dicabut", catatan="Pagu dipotong"),
    janji("K6", "S1", "SETDA", 40 * MILLION, "2026-04-30", "realisasi", kode_unit="HUKUM"),  # 30 juta
]
OBSTACLES = [
    kendala("H1", "DISDIK", "2026-01-05", uraian="Lahan sekolah"),
    kendala("H2", "PUPR", "2026-03-01", kategori="gagal tender", pembuka_sumbatan="UKPBJ"),
    kendala("H3", "DINKES", "2026-02-01", "2026-03-01", kategori="SDM", pembuka_sumbatan="BKPSDM"),
    kendala("H4", "SETDA", "2026-04-01", kategori="gagal tender", pembuka_sumbatan="ukpbj ", kode_unit="UMUM"),
]
FINDINGS = [
    temuan("X1", "DISDIK", 100 * MILLION, 40 * MILLION, tgl_lhp=hari("2026-01-20")),
    temuan("X2", "DINKES", None, None, tgl_lhp=hari("2026-04-01"), pemeriksa="APIP"),
    temuan("X3", "PUPR", 5 * MILLION, 5 * MILLION, status="sesuai", tgl_lhp=hari("2026-01-20")),
    temuan("X4", "DISDIK", 7 * MILLION, 0, tgl_lhp=hari("2026-05-20")),  # received after April
]


def _visit(id: str, day: str, unit: str, jam_masuk: str, jam_keluar: str | None) -> Row:
    return {"id": id, "kode_opd": "SETDA", "kode_unit": unit, "tanggal": hari(day), "jam_masuk": jam_masuk,
            "jam_keluar": jam_keluar, "keperluan": "Koordinasi"}  # fmt: skip


VISITS = [
    _visit("G1", "2026-03-02", "UMUM", "09:00", "09:10"), _visit("G2", "2026-04-02", "UMUM", "09:00", "10:00"),
    _visit("G3", "2026-04-03", "UMUM", "09:00", "09:20"), _visit("G4", "2026-04-06", "UMUM", "09:00", None),
    _visit("G5", "2026-04-07", "HUKUM", "13:00", "13:45"),
]  # fmt: skip


def _money(unit: str, ceiling: int, spent: int) -> dict[str, list[Row]]:
    """A bagian with a plan of a twelfth a month."""
    return {
        "pagu": [pagu(unit, ceiling * MILLION)], "rak": rak(unit, [ceiling * MILLION / 12] * 12),
        "realisasi": [realisasi(unit, 4, spent * MILLION)],
    }  # fmt: skip


def rows() -> dict[str, list[Row]]:
    """The raw rows of the small pemda, its people, its Setda and its meetings."""
    made: dict[str, list[Row]] = {name: list(body) for name, body in orang.rows().items()}
    for part in (_money("UMUM", 120, 36), _money("HUKUM", 120, 30)):
        for name, body in part.items():
            made[name] += body
    more: dict[str, list[Any]] = {
        "opd": [*made["opd"], *UNITS],
        "jabatan": [*made["jabatan"], kursi("UMUM-KEPALA", "UMUM", "Kepala Bagian Umum", "III.a", pimpinan_opd=True)],
        "rapat": MEETINGS, "tindak_lanjut": ACTIONS, "perpanjangan": [tunda("P1", "T4", "2026-02-20", "2026-05-10")],
        "komitmen": PROMISES, "kendala": OBSTACLES, "temuan": FINDINGS, "buku_tamu": VISITS,
    }  # fmt: skip
    return made | more


def build() -> World:
    """The small pemda after its meetings, built."""
    made = World(rows())
    made.run("create table raw.build as select 'uji-rapat' as build")
    return made
