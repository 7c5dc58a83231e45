"""The targets of the region: visi, misi, sasaran and their indicators, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipelines.capaian import sampai
from pipelines.sample.bahan import rows, table
from pipelines.sample.kinerja.jalan import per_triwulan
from pipelines.sample.kinerja.ukuran import Angka, Lapor, Setahun, Ukuran, baca, tempat

TAHUN = (2023, 2024, 2025, 2026)


@dataclass(frozen=True)
class Daerah:
    """One regional indicator with all its years."""

    ukuran: Ukuran
    jenis: str
    misi: tuple[str, str, str]  # misi, tujuan, sasaran
    tahun: dict[int, Setahun]
    pengampu: tuple[str, ...]
    ketua: str
    sumber: str
    nasional: Angka | None
    provinsi: Angka | None
    makro: str | None


def skala(nama: str | None) -> dict[str, Decimal]:
    """The numbers behind the predicates of a scale; none where there is no scale."""
    return {kata: Decimal(nilai) for kata, nilai in table("target")["skala"].get(nama, {}).items()}


@cache
def region_targets() -> tuple[Daerah, ...]:
    """Every indicator of the region, the same for all regions of the sample."""
    return tuple(_daerah(row) for row in rows("target"))


def _daerah(row: dict[str, str]) -> Daerah:
    target = [baca(teks) for teks in row["target"].split("|")]
    ukuran = Ukuran(
        row["kode"], row["indikator"], row["satuan"], row["arah"], row["metode"], row["entri"],  # type: ignore[arg-type]
        row["rumus"] or None, row["skala"] or None, tempat(target[-1]),  # type: ignore[arg-type]
    )  # fmt: skip
    misi, tujuan, sasaran = table("target")["sasaran"][row["sasaran"]]
    return Daerah(
        ukuran, row["jenis"], (table("target")["misi"][misi], tujuan, sasaran), _tahunan(ukuran, row, target),
        tuple(row["opd"].split(",")), row["ketua"], row["sumber"], baca(row["nasional"]), baca(row["provinsi"]),
        row["makro"] or None,
    )  # fmt: skip


def _tahunan(ukuran: Ukuran, row: dict[str, str], target: list[Angka | None]) -> dict[int, Setahun]:
    found: dict[int, Setahun] = {}
    lalu: Angka | None = None
    for n, (tahun, hasil) in enumerate(zip(TAHUN, row["realisasi"].split("|"), strict=True)):
        baru = tahun >= table("target")["tahun_awal"]
        lapor = tuple(Lapor(baca(teks)) for teks in hasil.split(" "))
        lapor_tw = (*lapor, None)[:4] if baru else (None, None, None, lapor[0])
        tw: tuple[Angka | None, ...] = (None,) * 4
        if baru and not row["setahun"]:
            tw = per_triwulan(ukuran, target[n], target[n - 1] if n else None)
        akhir = baca(row["akhir"]) if baru else target[1]
        found[tahun] = Setahun(ukuran, tahun, target[n], tw, akhir, lapor_tw, lalu)
        lalu = berdiri(found[tahun])
    return found


def berdiri(setahun: Setahun) -> Angka | None:
    """What an indicator stood at when its year ended, or stands at now; a predicate as the word."""
    if setahun.ukuran.metode == "predikat":
        kata = [lapor.nilai for lapor in setahun.lapor if lapor is not None and lapor.nilai]
        return kata[-1] if kata else None
    angka = [setahun.angka(n, {}) for n in (1, 2, 3, 4)]
    nilai = sampai(angka, metode=setahun.ukuran.metode, entri=setahun.ukuran.entri)
    return None if nilai is None else setahun.ukuran.bulat(nilai)
