"""How a year goes: the target by quarter, and what is handed in where somebody works so well."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from pipelines.sample.kinerja.ukuran import Angka, Ukuran

BAGIAN = (Decimal("0.15"), Decimal("0.40"), Decimal("0.70"), Decimal(1))  # of what is added up, by the end of a quarter
MUTU = ((0.975, 1.04), (0.87, 0.96), (0.66, 0.84), (0.4, 0.58), (1.07, 1.22))
SERING = (62, 19, 9, 3, 7)  # of a hundred indicators so many in each of these spans
KOSONG = 0.02  # of a hundred reports so many come in blank
SERATUS = Decimal(100)


def per_triwulan(ukuran: Ukuran, target: Angka | None, lalu: Angka | None) -> tuple[Angka | None, ...]:
    """The target by the end of each quarter: added up, on the way from last year's, or the year's own."""
    if not isinstance(target, Decimal) or ukuran.metode == "rata_rata" or ukuran.arah == "tetap":
        return (target,) * 4
    if ukuran.metode == "jumlah":
        return tuple(ukuran.bulat(target * bagian) for bagian in BAGIAN)
    awal = lalu if isinstance(lalu, Decimal) and abs(lalu - target) < abs(target) / 3 else target  # a new scale begins
    return tuple(ukuran.bulat(awal + (target - awal) * n / 4) for n in (1, 2, 3, 4))


def mutu(rng: random.Random, khusus: tuple[float, float] | None = None) -> Decimal:
    """How well somebody works, as a part of the target; `khusus` is the span of a story."""
    span = khusus or rng.choices(MUTU, weights=SERING)[0]
    return Decimal(f"{rng.uniform(*span):.4f}")


def hasil(ukuran: Ukuran, tw: Sequence[Angka | None], baik: Decimal, rng: random.Random) -> list[Angka]:
    """What is reached in each of the quarters whose targets are given, each told alone or since January."""
    if ukuran.metode == "predikat":
        return [str(target) for target in tw]
    nilai = [
        _triwulan(ukuran, target, baik * Decimal(f"{rng.uniform(0.985, 1.015):.4f}")) for target in _langkah(tw, ukuran)
    ]
    if ukuran.metode == "jumlah" and ukuran.entri == "kumulatif":
        nilai = list(accumulate(nilai))
    if ukuran.metode == "rata_rata" and len(nilai) > 2:  # a mean of three that can be written down
        satu = Decimal(1).scaleb(-ukuran.desimal)
        nilai[2] -= int(sum(nilai[:3]) / satu) % 3 * satu
    return list(nilai)


def _langkah(tw: Sequence[Angka | None], ukuran: Ukuran) -> list[Decimal]:
    target = [(t[0] + t[1]) / 2 if isinstance(t, tuple) else Decimal(t or 0) for t in tw]
    if ukuran.metode != "jumlah":
        return target
    return [kini - lalu for kini, lalu in zip(target, [Decimal(), *target], strict=False)]


def _triwulan(ukuran: Ukuran, target: Decimal, baik: Decimal) -> Decimal:
    if ukuran.arah == "turun":
        return max(Decimal(), ukuran.bulat(target * (2 - baik)))
    if ukuran.arah == "tetap":
        return ukuran.bulat(target * (1 + (1 - baik) / 2))
    nilai = ukuran.bulat(target * baik)
    return min(nilai, SERATUS) if ukuran.satuan == "persen" and target <= SERATUS else nilai
