"""How money flows through a year: the cash plan and what was really spent, month by month."""

from __future__ import annotations

import random
from itertools import accumulate

from pipelines.sample.anggaran import PERUBAHAN_BULAN, Leaf, Tahun
from pipelines.sample.bahan import dice
from pipelines.sample.pemda import Pemda
from pipelines.sample.stories import dipotong, laju, mandek, tanpa_ubah_rak

# The usual shape of a cash plan by kind of spending, in parts of the year's money.
BENTUK: dict[str, tuple[int, ...]] = {
    "5.1.01": (70, 70, 140, 70, 70, 140, 70, 70, 70, 70, 70, 90),  # THR in March, the 13th salary in June
    "5.1.02": (30, 60, 80, 90, 90, 90, 90, 90, 100, 110, 100, 70),
    "5.1.05": (0, 0, 100, 200, 50, 100, 150, 100, 100, 100, 100, 0),
    "5.1.06": (0, 0, 50, 150, 100, 150, 100, 150, 100, 100, 100, 0),
    "5.2": (0, 0, 20, 40, 70, 90, 110, 120, 130, 140, 150, 130),
    "5.3": (80, 80, 80, 80, 80, 80, 80, 80, 90, 90, 90, 90),
    "5.4": (0, 50, 200, 150, 100, 100, 150, 100, 50, 100, 0, 0),
}


def _bentuk(leaf: Leaf, rng: random.Random) -> list[float]:
    dasar = next(BENTUK[k] for k in (leaf.rekening[:6], leaf.rekening[:3]) if k in BENTUK)
    if leaf.gaji:
        return [float(b) for b in dasar]
    return [b * rng.uniform(0.75, 1.25) for b in dasar]


def _bagi(total: int, bentuk: list[float]) -> list[int]:
    """`total` spread over the months in thousands, the last month with money taking the remainder."""
    jumlah = sum(bentuk)
    bulan = [int(total * b / jumlah / 1000) * 1000 for b in bentuk]
    akhir = max(i for i, b in enumerate(bentuk) if b)
    bulan[akhir] += total - sum(bulan)
    return bulan


def _dini(rak: list[int]) -> list[int]:
    """The plan of a tender that was to be let before the year began: an advance in January, the first term in February.

    What is planned by October stays what it was.
    """
    muka, termin = (sum(rak[:10]) * bagian // 100_000 * 1000 for bagian in (28, 42))
    sisa = _bagi(sum(rak[:10]) - muka - termin, [float(b) for b in rak[2:10]])
    return [muka, termin, *sisa, *rak[10:]]


def _ubah(rak: list[int], pagu: int) -> list[int]:
    """The plan after the revised budget: September and before stand, the rest is shared out anew."""
    sisa = pagu - sum(rak[:PERUBAHAN_BULAN])
    if sisa >= 0:
        ekor = [float(b) for b in rak[PERUBAHAN_BULAN:]]
        return rak[:PERUBAHAN_BULAN] + _bagi(sisa, ekor if any(ekor) else [1.0, 0.0, 0.0])
    bulan = [*rak[:PERUBAHAN_BULAN], 0, 0, 0]
    for i in range(PERUBAHAN_BULAN - 1, -1, -1):
        potong = min(bulan[i], -sisa)
        bulan[i] -= potong
        sisa += potong
    return bulan


def _belanja(year: Tahun, i: int, rng: random.Random, *, kini: bool) -> list[int]:
    """What a leaf has spent since January: its plan, times how fast such a unit spends, never back, never over."""
    leaf = year.leaves[i]
    if kini and mandek(leaf):
        return [0] * 12
    rencana = list(accumulate(year.rak_murni[i]))
    derau = rng.uniform(0.9, 1.09)
    kumulatif: list[int] = []
    sebelum = 0
    for bulan in range(12):
        lepas = derau + (1 - derau) * bulan / 11  # the noise of a leaf dies out towards the year's end
        rupiah = round(rencana[bulan] * laju(leaf, bulan, kini=kini) * (1.0 if leaf.gaji else lepas))
        sebelum = max(sebelum, min(rupiah, round(year.pagu[i][bulan] * 0.992)))
        kumulatif.append(sebelum)
    return kumulatif


def flow(year: Tahun, pemda: Pemda, *, kini: bool, seed: int) -> Tahun:
    """The year with its cash plan and its spending filled in; `kini` tells the current year's stories."""
    for i, leaf in enumerate(year.leaves):
        rng = dice(seed, pemda.nama, year.tahun, *leaf.kunci)
        awal = _bagi(year.murni[i], _bentuk(leaf, rng))
        awal = _dini(awal) if kini and mandek(leaf) else awal
        year.rak_murni.append(awal)
        year.kumulatif.append(_belanja(year, i, rng, kini=kini))
        if kini and dipotong(leaf):
            terpakai = year.kumulatif[i][PERUBAHAN_BULAN - 1]
            baru = round(terpakai / 1.08 / 100) * 100
            year.pagu[i][PERUBAHAN_BULAN - 1 :] = [baru] * (13 - PERUBAHAN_BULAN)
            year.kumulatif[i][PERUBAHAN_BULAN - 1 :] = [terpakai] * (13 - PERUBAHAN_BULAN)
        year.rak.append(awal if kini and tanpa_ubah_rak(leaf) else _ubah(awal, year.pagu[i][11]))
    return year
