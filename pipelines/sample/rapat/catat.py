"""What else is kept beside meetings: obstacles, objections and notes, audit findings, the guest book without names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from pipelines.sample.anggaran import Tahun
from pipelines.sample.bahan import dice, table
from pipelines.sample.rapat.jadwal import Rapat
from pipelines.sample.stories import opd as cerita_opd

Baris = Iterator[dict[str, Any]]
TAMU = (date(2026, 9, 1), date(2026, 11, 10))  # the days of the guest book


def obstacles(tahunan: Sequence[Tahun], rapat: Sequence[Rapat]) -> Baris:
    """One obstacle of every category, of a sub kegiatan that the unit has."""
    kini = tahunan[-1]
    subs: dict[str, list[str]] = {}
    for leaf in kini.leaves:
        subs.setdefault(leaf.unit.opd, []).append(leaf.sub)
    mandek = table("kisah")["tender_gagal"]
    for kategori, (opd, pembuka, uraian, sejak, selesai) in table("rapat")["kendala"].items():
        mulai = date.fromisoformat(sejak)
        tepra = [r for r in rapat if r.macam == "TEPRA" and r.tanggal >= mulai]
        punya = sorted(set(subs.get(opd, ())))
        sub = mandek["sub_kegiatan"] if opd == cerita_opd("tender_gagal") else punya[len(punya) // 2] if punya else None
        yield {
            "rapat_id": tepra[0].id if tepra else None, "kode_opd": opd, "kode_sub_kegiatan": sub, "kategori": kategori,
            "uraian": uraian, "pembuka_sumbatan": pembuka, "sejak": mulai,
            "selesai": date.fromisoformat(selesai) if selesai else None,
        }  # fmt: skip


def notes() -> Baris:
    """Objections and notes."""
    for about in table("rapat")["catatan"]:
        yield {
            "kode_opd": about["opd"], "jenis": about["jenis"], "tanggal": about["tanggal"],
            "ukuran": about.get("ukuran"), "tahun": 2026 if "bulan" in about else None, "bulan": about.get("bulan"),
            "uraian": about["uraian"], "keadaan": about.get("keadaan"), "tanggapan": about.get("tanggapan"),
        }  # fmt: skip


def findings() -> Baris:
    """Audit recommendations; blank where they have no value in rupiah."""
    kepala = (
        "pemeriksa", "no_lhp", "nomor", "tahun", "tgl_lhp", "kode_opd", "uraian", "rekomendasi", "nilai", "disetor",
        "status",
    )  # fmt: skip
    for baris in table("rapat")["temuan"]["baris"]:
        satu = {k: None if v == "" else v for k, v in zip(kepala, baris, strict=True)}
        yield {**satu, "tgl_lhp": date.fromisoformat(str(satu["tgl_lhp"]))}


def visits(bagian: Sequence[str], *, seed: int) -> Baris:
    """The guest book of the Setda: some visits every working day, never a name."""
    kata = table("rapat")["kata"]
    rng = dice(seed, "tamu")
    hari = TAMU[0]
    while hari <= TAMU[1]:
        if hari.weekday() < 5:
            for _ in range(rng.randrange(0, 4)):
                masuk = rng.randrange(8 * 60, 15 * 60)
                keluar = masuk + rng.randrange(5, 90)
                yield {
                    "kode_opd": "SETDA", "kode_unit": rng.choice(bagian), "tanggal": hari, "jam_masuk": _jam(masuk),
                    "jam_keluar": _jam(keluar) if rng.random() < 0.9 else None,
                    "instansi": rng.choice(kata["instansi"]), "keperluan": rng.choice(kata["keperluan"]),
                }  # fmt: skip
        hari += timedelta(days=1)


def _jam(menit: int) -> str:
    return f"{menit // 60:02d}:{menit % 60:02d}"
