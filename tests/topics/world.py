"""A small pemda, one OPD a story, for the tests of topics: raw rows by hand, judged by the house's own SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.models.world import Row, World, hari

YEAR, MONTH = 2026, 4
MILLION = 10**6


@dataclass(frozen=True)
class Leaf:
    """A leaf of the plan: what it may spend, when it planned to, and what it spent by month, in millions."""

    opd: str
    sub: str
    nama: str
    rekening: str
    dana: str
    pagu: int
    rak: tuple[int, ...] | None
    realisasi: tuple[int, ...]  # shorter than four: not reported since
    lalu: tuple[int, ...] | None = None
    sesudah: int | None = None  # the ceiling since mid March


PROVISIONAL = "7.01.0.00.0.00.99.0000"

OPD: list[Row] = [
    {"kode_opd": "DINKES", "nama": "Dinas Kesehatan", "asisten": "1", "komisi_dprd": "IV"},
    {"kode_opd": "DISDIK", "nama": "Dinas Pendidikan dan Kebudayaan", "asisten": "1", "komisi_dprd": "IV"},
    {"kode_opd": "PUPR", "nama": "Dinas Pekerjaan Umum dan Penataan Ruang", "singkatan": "Dinas PUPR", "asisten": "2",
     "komisi_dprd": "III"},
    {"kode_opd": "BPBD", "nama": "Badan Penanggulangan Bencana Daerah", "singkatan": "BPBD", "asisten": "2",
     "komisi_dprd": "I"},
    {"kode_opd": "KOMINFO", "nama": "Dinas Komunikasi & Informatika", "asisten": "1", "komisi_dprd": "I"},
]  # fmt: skip

GOODS, STAFF = "5.1.02.01.001.00024", "5.1.01.01.001.00001"
LEAVES = [
    # on plan
    Leaf("DINKES", "1.02.02.2.01.0001", "Pelayanan Kesehatan Ibu Hamil", GOODS, "DAU", 1000, (100,) * 4,
         (90, 100, 110, 95), lalu=(80, 90, 90, 90)),
    Leaf("DINKES", "1.02.01.2.02.0001", "Penyediaan Gaji dan Tunjangan ASN", STAFF, "DAU", 600, (50,) * 4, (50,) * 4,
         lalu=(45,) * 4),
    # far behind, held by one sub kegiatan
    Leaf("DISDIK", "1.01.02.2.01.0003", "Rehabilitasi Sedang/Berat Ruang Kelas", "5.2.03.01.001.00005", "DAK Fisik",
         2000, (100, 300, 300, 300), (0, 20, 30, 40)),
    Leaf("DISDIK", "1.01.02.2.02.0001", "Penambahan Ruang Kelas Baru", GOODS, "DAU", 500, (40,) * 4, (40, 40, 40, 38),
         lalu=(35,) * 4),
    # fisik far before keuangan
    Leaf("PUPR", "1.03.10.2.01.0020", "Rehabilitasi Jalan", "5.2.04.01.001.00003", "DAK Fisik", 3000,
         (100, 200, 300, 400), (90, 170, 250, 360)),
    # a ceiling that was cut under what is spent
    Leaf("BPBD", "1.05.03.2.02.0002", "Penanganan Darurat", "5.3.01.01.001.00001", "PAD", 500, (100, 80, 60, 50),
         (110, 90, 70, 45), sesudah=300),
    # reported to February only
    Leaf("KOMINFO", "2.16.02.2.01.0001", "Penyebaran Informasi Publik", GOODS, "DAU", 400, (30,) * 4, (20, 25)),
    # no RAK, not in the master
    Leaf(PROVISIONAL, "7.01.01.2.06.0002", "Penyediaan Peralatan Kantor", GOODS, "DAU", 120, None, (5,) * 4),
]  # fmt: skip

NAMES = {"1.01.02": "Program Pengelolaan Pendidikan", "1.01.02.2.01": "Pengelolaan Pendidikan Sekolah Dasar",
         "1.01.02.2.02": "Pengelolaan Pendidikan Sekolah Menengah Pertama"}  # fmt: skip
ACCOUNTS = {
    "5.2.03.01.001.00005": "Belanja Modal Bangunan Gedung Tempat Pendidikan",
    GOODS: "Belanja Alat Tulis Kantor",
}


def _key(leaf: Leaf) -> dict[str, Any]:
    program, kegiatan = leaf.sub[:7], leaf.sub[:12]
    return {
        "kode_opd": leaf.opd,
        "nama_opd": "Kecamatan Contoh <b>Baru</b>" if leaf.opd == PROVISIONAL else None,
        "kode_program": program,
        "nama_program": NAMES.get(program),
        "kode_kegiatan": kegiatan,
        "nama_kegiatan": NAMES.get(kegiatan),
        "kode_sub_kegiatan": leaf.sub,
        "nama_sub_kegiatan": leaf.nama,
        "kode_rekening": leaf.rekening,
        "nama_rekening": ACCOUNTS.get(leaf.rekening),
        "sumber_dana": leaf.dana,
    }


def _pagu() -> Iterator[Row]:
    for leaf in LEAVES:
        first = {"tahun": YEAR, "versi": "murni", "tgl_berlaku": hari("2026-01-01"), "pagu": leaf.pagu * MILLION}
        yield _key(leaf) | first
        if leaf.sesudah is not None:
            cut = {"versi": "pergeseran-1", "tgl_berlaku": hari("2026-03-15"), "pagu": leaf.sesudah * MILLION}
            yield _key(leaf) | first | cut | {"impor": 4}
        if leaf.lalu is not None:
            yield _key(leaf) | first | {"tahun": YEAR - 1, "tgl_berlaku": hari("2025-01-01")}


def _rak() -> Iterator[Row]:
    for leaf in LEAVES:
        for bulan, amount in enumerate((*(leaf.rak or ()), *((10,) * 8 if leaf.rak else ())), 1):
            yield _key(leaf) | {"tahun": YEAR, "bulan": bulan, "rak": amount * MILLION, "impor": 2}


def _realisasi() -> Iterator[Row]:
    for leaf in LEAVES:
        for tahun, flows in ((YEAR, leaf.realisasi), (YEAR - 1, leaf.lalu or ())):
            for bulan, amount in enumerate(flows, 1):
                told = {
                    "tahun": tahun,
                    "bulan": bulan,
                    "basis": "bulanan",
                    "tahap": "SP2D",
                    "realisasi": amount * MILLION,
                }
                # Each OPD's report is a file of its own, so that a control total belongs to it.
                yield _key(leaf) | told | {"impor": 3 if leaf.opd != "DINKES" else 5}


def rows() -> dict[str, list[Row]]:
    """The raw rows of every story."""
    physical = {"PUPR": ("30", "52.5"), "DINKES": ("30", "31"), "DISDIK": ("30", "12.25")}
    return {
        "opd": OPD,
        "pagu": list(_pagu()),
        "rak": list(_rak()),
        "realisasi": list(_realisasi()),
        "fisik": [
            *({"tahun": YEAR, "bulan": MONTH, "kode_opd": opd, "target_fisik": target, "real_fisik": real}
              for opd, (target, real) in physical.items()),
            {"tahun": YEAR, "bulan": MONTH, "kode_opd": "DISDIK", "kode_sub_kegiatan": "1.01.02.2.01.0003",
             "target_fisik": "40", "real_fisik": "6.5"},
        ],
        "dokumen": [
            {**_key(LEAVES[2]), "tahun": YEAR, "nomor_dokumen": "001", "tgl_dokumen": hari("2026-03-20"),
             "nilai_realisasi": 45 * MILLION, "impor": 6},
        ],
        "kontrol": [
            {"nama": "Jumlah", "di_berkas": 955_000_001, "dijumlah": 955_000_000, "impor": 5},
            {"nama": "Jumlah", "di_berkas": 100, "dijumlah": 100, "impor": 3},
        ],
    }  # fmt: skip


def build() -> World:
    """The small pemda, built."""
    return World(rows())
