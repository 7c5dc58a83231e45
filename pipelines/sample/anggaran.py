"""The budgets: leaves with their account and fund, and the versions of their ceiling through a year."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pipelines.sample.bahan import dice, name, pola, subs
from pipelines.sample.pemda import Pemda, Unit

PERTUMBUHAN = {0: 1.0, 1: 0.95, 2: 0.9, 3: 0.84}  # by years before the current one
PERGESERAN_BULAN = 5
PERUBAHAN_BULAN = 9
BERGESER = ("DINKES", "DISTAN", "DISPORA", "BKPSDM", "SATPOLPP", "DINSOS")
# Units whose ceiling the revised budget leaves alone; the stories need their first cash plan to stand.
TETAP = ("DISKOMINFO", "DCKTB", "BPPD", "DISBUD", "DISHUB", "DISDAG", "KEC-01")


@dataclass(frozen=True)
class Leaf:
    """The smallest line of the budget."""

    unit: Unit
    sub: str
    rekening: str
    dana: tuple[tuple[str, int], ...]  # fund and its share in percent; nearly always one

    @property
    def kunci(self) -> tuple[str, str, str]:
        """What names it within a year."""
        return (self.unit.sipd, self.sub, self.rekening)

    @property
    def gaji(self) -> bool:
        """Whether it is belanja pegawai."""
        return self.rekening.startswith("5.1.01")


@dataclass
class Tahun:
    """One budget year of one region; every list runs along `leaves`, months from 0 to 11, whole rupiah."""

    tahun: int
    leaves: list[Leaf]
    murni: list[int]
    pagu: list[list[int]]  # the ceiling in force at the end of each month
    rak: list[list[int]] = field(default_factory=list)  # the cash plan in force at the end of the year
    rak_murni: list[list[int]] = field(default_factory=list)
    kumulatif: list[list[int]] = field(default_factory=list)  # spent since January

    @property
    def perubahan(self) -> date:
        """The day the revised budget came into force."""
        return date(self.tahun, PERUBAHAN_BULAN, 28)

    def bulanan(self, leaf: int, bulan: int) -> int:
        """What a leaf spent in one month (0 is January)."""
        row = self.kumulatif[leaf]
        return row[bulan] - (row[bulan - 1] if bulan else 0)


def lama(kode: str) -> str:
    """A code as it was written before 2025: sub kegiatan with two last digits, accounts in groups of 2 and 4."""
    parts = kode.split(".")
    if len(parts) == 6 and len(parts[4]) == 3:
        return ".".join([*parts[:4], parts[4][1:], parts[5][1:]])
    return ".".join([*parts[:5], parts[5][2:]]) if len(parts) == 6 and len(parts[2]) == 2 else kode


def _sub(kode: str) -> tuple[str, int]:
    sub = subs().get(kode) or subs()["X.XX" + kode[4:]]
    return sub.pola, sub.bobot


def _shares(unit: Unit) -> list[tuple[str, str, float]]:
    """Each sub kegiatan with its pattern and its money in million rupiah."""
    about = [(kode, *_sub(kode)) for kode in unit.sub]
    penunjang = sum(b for kode, p, b in about if kode[4:7] == ".01" and p != "bagian")
    urusan = sum(b for kode, p, b in about if not (kode[4:7] == ".01" and p != "bagian"))
    kantor = float(unit.lain) if not urusan else min(unit.lain * 0.45, 1200 + 0.18 * unit.gaji, 9000.0)
    shares = []
    for kode, pattern, bobot in about:
        if pattern == "gaji":
            shares.append((kode, "gaji_ringkas" if unit.jenis == "kecamatan" else "gaji", float(unit.gaji)))
        elif kode[4:7] == ".01" and pattern != "bagian":
            shares.append((kode, pattern, kantor * bobot / penunjang))
        else:
            isi = unit.lain - (kantor if penunjang else 0.0)
            shares.append((kode, pattern, isi * bobot / urusan))
    return shares


def _leaves(unit: Unit, rng: random.Random) -> list[tuple[Leaf, float]]:
    """The leaves of a unit with their money in rupiah of the current year; the same for every year of a seed."""
    leaves = []
    for sub, pattern, juta in _shares(unit):
        about = pola(pattern)
        dana = rng.choice(about.dana)
        total = sum(bobot for _, bobot in about.rekening)
        for rekening, bobot in about.rekening:
            rupiah = juta * 1e6 * bobot / total * rng.uniform(0.86, 1.14)
            # A capital account paid by two funds: the export prints it twice, the report once.
            dua = rekening.startswith("5.2") and len(about.dana) > 1 and rng.random() < 0.12
            lain = next((d for d in about.dana if d != dana), dana)
            funds = ((dana, 70), (lain, 30)) if dua else ((dana, 100),)
            leaves.append((Leaf(unit, sub, rekening, funds), rupiah))
    return leaves


def _ratusan(rupiah: float) -> int:
    return max(100, round(rupiah / 100) * 100)


def _tetap(unit: Unit, mundur: int) -> bool:
    return mundur == 0 and (unit.kode in TETAP or unit.opd in TETAP)


def _perubahan(leaf: Leaf, murni: int, rng: random.Random) -> int:
    """The ceiling after the revised budget: a third of the lines move, most of them upwards."""
    kocok, geser = rng.random(), rng.uniform(-0.1, 0.16)
    if kocok > 0.35:
        return murni
    return _ratusan(murni * (1 + (geser * 0.2 if leaf.gaji else geser)))


def _geser(leaves: Sequence[Leaf], pagu: list[list[int]]) -> None:
    """Move a tenth of the second leaf of a pair to the first in May: pergeseran leaves the unit's total alone."""
    for kode in BERGESER:
        mine = [i for i, leaf in enumerate(leaves) if leaf.unit.kode == kode and not leaf.gaji][:2]
        pindah = _ratusan(pagu[mine[1]][0] * 0.1)
        for bulan in range(PERGESERAN_BULAN - 1, 12):
            pagu[mine[0]][bulan] += pindah
            pagu[mine[1]][bulan] -= pindah


def budget(pemda: Pemda, tahun: int, *, mundur: int, seed: int) -> Tahun:
    """The ceilings of one year, `mundur` years before the current one."""
    leaves: list[Leaf] = []
    murni: list[int] = []
    pagu: list[list[int]] = []
    for unit in pemda.pada(tahun):
        tetap = dice(seed, pemda.nama, unit.kode)
        rng = dice(seed, pemda.nama, unit.kode, tahun)
        for leaf, rupiah in sorted(_leaves(unit, tetap), key=lambda pair: (pair[0].sub, pair[0].rekening)):
            naik = (PERTUMBUHAN.get(mundur) or 0.84 * 0.95 ** (mundur - 3)) * (
                rng.uniform(0.97, 1.02) if mundur else 1.0
            )
            awal = _ratusan(rupiah * naik)
            akhir = _perubahan(leaf, awal, rng)
            leaves.append(leaf)
            murni.append(awal)
            akhir = awal if _tetap(unit, mundur) else akhir
            pagu.append([awal] * (PERUBAHAN_BULAN - 1) + [akhir] * (13 - PERUBAHAN_BULAN))
    if mundur == 0:
        _geser(leaves, pagu)
    return Tahun(tahun, leaves, murni, pagu)


def nama_sub(leaf: Leaf) -> tuple[str, str, str]:
    """The names of a leaf's program, kegiatan and sub kegiatan."""
    return name(leaf.sub[:7]), name(leaf.sub[:12]), name(leaf.sub)
