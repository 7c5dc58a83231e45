"""What makes the sample worth a meeting: who is slow, who leaps, who is silent. The words stand in kisah.toml."""

from __future__ import annotations

from typing import Any

from pipelines.sample.anggaran import TETAP, Leaf
from pipelines.sample.bahan import table, words

# Spending as a part of the cash plan so far, January to December, where nothing special happens.
BIASA = (0.38, 0.52, 0.6, 0.66, 0.7, 0.73, 0.76, 0.78, 0.8, 0.82, 0.85, 0.95)
GAJI = (0.985, 0.985, 0.99, 0.985, 0.985, 0.99, 0.985, 0.985, 0.985, 0.985, 0.985, 0.985)
LONJAK = (0.05, 0.1, 0.14, 0.17, 0.2, 0.23, 0.25, 0.27, 0.29, 0.31, 0.36, 0.95)
DAK = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.34, 0.38, 0.42, 0.55, 0.93)
TEPAT = (0.98, 0.99, 1.0, 0.99, 1.0, 0.99, 1.0, 0.99, 1.0, 0.99, 0.99, 0.98)
BELUM_TAGIH = (0.3, 0.38, 0.43, 0.47, 0.5, 0.52, 0.54, 0.56, 0.58, 0.6, 0.68, 0.94)


def opd(key: str) -> str:
    """The unit a story is about."""
    return str(words(key)["opd"])


def _sub(key: str) -> str:
    return str(words(key)["sub_kegiatan"])


def laju(leaf: Leaf, bulan: int, *, kini: bool) -> float:
    """Spending of a leaf up to a month (0 is January) as a part of its cash plan so far."""
    kode = leaf.unit.opd
    if leaf.gaji:
        return GAJI[bulan]
    if kode == opd("capai_rencana"):
        return TEPAT[bulan]
    if kode == opd("melonjak_desember"):
        return LONJAK[bulan]
    if leaf.dana[0][0] == "DAK Fisik":
        return DAK[bulan] * (1.0 if kini else 1.15)
    if kini and kode == opd("mendahului_rencana"):
        return 1.42 - 0.01 * bulan
    if kini and dipotong(leaf):
        return 1.12
    if kini and kode == opd("fisik_mendahului"):
        return BELUM_TAGIH[bulan]
    watak = leaf.unit.watak if bulan < 11 else 1 + (leaf.unit.watak - 1) * 0.3
    return min(1.15, BIASA[bulan] * watak)


def mandek(leaf: Leaf) -> bool:
    """Whether the leaf waits for the tender that failed twice."""
    return leaf.unit.kode == opd("tender_gagal") and leaf.sub == _sub("tender_gagal") and leaf.rekening[:3] == "5.2"


def dipotong(leaf: Leaf) -> bool:
    """Whether the revised budget cut the leaf below what it had spent."""
    return leaf.unit.kode == opd("anggaran_dipotong") and leaf.sub == _sub("anggaran_dipotong")


def tanpa_ubah_rak(leaf: Leaf) -> bool:
    """Whether its unit never handed in a cash plan after the revised budget."""
    return leaf.unit.kode in (opd("anggaran_dipotong"), *TETAP)


def tanpa_rak(kode_opd: str, tahun: int) -> bool:
    """Whether a unit handed in no cash plan for that year."""
    return kode_opd == opd("tanpa_rak") and tahun == int(words("tanpa_rak")["tahun"])


def di_gabungan(kode_opd: str, bulan: int) -> bool:
    """Whether a unit stands in the joint report of that month (1 to 12) of the current year."""
    if kode_opd in (opd("belum_lapor"), opd("angka_teks")):
        return False
    if kode_opd == opd("terlambat_lapor"):
        return bulan <= int(words("terlambat_lapor")["bulan"])
    return not (kode_opd == opd("selisih_satu_rupiah") and bulan == int(words("selisih_satu_rupiah")["bulan"]))


def melapor(kode_opd: str, bulan: int) -> bool:
    """Whether what a unit spent is known for that month (1 to 12) of the current year, by whatever file."""
    if kode_opd == opd("belum_lapor"):
        return False
    return kode_opd != opd("terlambat_lapor") or bulan <= int(words("terlambat_lapor")["bulan"])


def all_words() -> dict[str, dict[str, Any]]:
    """Every story as the manifest carries it."""
    return {key: dict(about) for key, about in table("kisah").items()}
