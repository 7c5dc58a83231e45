"""What heads promised: the stories, and in every TEPRA the slowest units and the best one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any

from pipelines.sample.bahan import dice
from pipelines.sample.kinerja.daerah import skala
from pipelines.sample.kinerja.rencana import Kinerja
from pipelines.sample.orang.manusia import lebih
from pipelines.sample.rapat import kisah
from pipelines.sample.rapat.jadwal import Rapat
from pipelines.sample.rapat.uang import Uang

TERENDAH = 4  # how many of the slowest promise in a meeting, beside the best


@dataclass(frozen=True)
class Janji:
    """One promise."""

    id: str
    rapat: Rapat
    opd: str
    unit: str | None
    ukuran: str
    kode: str | None
    nilai: Decimal
    tanggal: date
    dicabut: str | None = None  # why it was taken back
    cerita: str | None = None

    @property
    def milik(self) -> str:
        """The unit whose money judges it."""
        return self.unit or self.opd


def value(uang: Uang, kinerja: Kinerja, janji: Janji, tahun: int, bulan: int) -> Fraction | None:
    """What a promised measure stood at in the end of a month, or of a quarter; none where it was not reported."""
    if janji.ukuran == "indikator":
        satu = kinerja.setahun[str(janji.kode), tahun]
        angka = satu.angka(bulan // 3, skala(satu.ukuran.skala))
        return None if angka is None else Fraction(angka)
    p = uang.pada(janji.milik, tahun, bulan)
    if p is None:
        return None
    if janji.ukuran == "deviasi":
        return None if p.rak is None else Fraction(100 * (p.realisasi - p.rak), p.pagu)
    return {
        "serapan": Fraction(100 * p.realisasi, p.pagu),
        "realisasi": Fraction(p.realisasi),
        "sisa": Fraction(p.pagu - p.realisasi),
    }[janji.ukuran]


def promises(rapat: Sequence[Rapat], uang: Uang, kinerja: Kinerja, *, seed: int) -> list[Janji]:
    """Every promise of the years whose money is there, in the order of the meetings."""
    per_id = {r.id: r for r in rapat}
    cerita = [
        _cerita(key, about, per_id[about["rapat"]], uang, kinerja)
        for key, about in kisah.janji().items()
        if about["tanggal"].year in uang.tahun and about["opd"] in kinerja.penduduk.sotk.opd
    ]
    sudah = {(j.rapat.id, j.opd) for j in cerita}
    biasa = [j for r in rapat if r.macam == "TEPRA" for j in _biasa(r, uang, sudah, seed)]
    urut = sorted([*cerita, *biasa], key=lambda j: (j.rapat.tanggal, j.rapat.id, j.opd, j.unit or ""))
    return [replace(j, id=f"KM-{j.rapat.tanggal.year}-{n:03d}") for n, j in enumerate(urut, start=1)]


def _cerita(key: str, about: dict[str, Any], rapat: Rapat, uang: Uang, kinerja: Kinerja) -> Janji:
    ukuran = about.get("ukuran", "serapan")
    unit, kode = about.get("unit"), about.get("kode")
    kosong = Janji("", rapat, about["opd"], unit, ukuran, kode, Decimal(0), about["tanggal"], about.get("catatan"), key)
    nilai = Decimal(about["nilai"]) if "nilai" in about else _nilai(about["cara"], kosong, uang, kinerja)
    return replace(kosong, nilai=nilai)


def _nilai(cara: str, janji: Janji, uang: Uang, kinerja: Kinerja) -> Decimal:
    hari = janji.tanggal
    akhir = value(uang, kinerja, janji, hari.year, hari.month) or Fraction(0)
    if cara == "tengah":
        awal = value(uang, kinerja, janji, hari.year, hari.month - 1) or Fraction(0)
        return Decimal(round((awal + akhir) / 2))
    if cara == "tepat":
        return Decimal(akhir.numerator) / akhir.denominator
    return Decimal(floor(akhir)) if cara == "bawah" else Decimal(floor(akhir) + 1)


def _biasa(rapat: Rapat, uang: Uang, sudah: set[tuple[str, str]], seed: int) -> Iterator[Janji]:
    """Of the units that were called: absorption by the end of the quarter, more or less than what came of it."""
    tenggat = lebih(rapat.tanggal.replace(day=1), bulan=3) - timedelta(days=1)
    if rapat.tahun not in uang.tahun or tenggat.year not in uang.tahun:
        return
    urut = sorted(
        (Fraction(p.realisasi, p.pagu), kode)
        for kode in uang.opd(rapat.tahun)
        if (p := uang.pada(kode, rapat.tahun, rapat.bulan)) and uang.pada(kode, tenggat.year, 1)
    )
    rng = dice(seed, "janji", rapat.id)
    for rasio, kode in [*urut[:TERENDAH], *urut[-1:]]:
        jadi = uang.pada(kode, tenggat.year, tenggat.month)
        tercapai = Fraction(jadi.realisasi, jadi.pagu) if jadi else min(Fraction(1), rasio + Fraction(1, 5))
        nilai = Decimal(ceil(100 * tercapai * Fraction(rng.randrange(88, 107), 100)))
        if (rapat.id, kode) not in sudah:
            yield Janji("", rapat, kode, None, "serapan", None, min(nilai, Decimal(100)), tenggat)
