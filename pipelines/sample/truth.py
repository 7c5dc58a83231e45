"""What the generator planned: the figures every import, build and page must come back to."""

from __future__ import annotations

from typing import Any

from pipelines.sample.anggaran import Tahun
from pipelines.sample.stories import melapor, tanpa_rak


def _sum(year: Tahun, rows: list[list[int]]) -> dict[str, list[int]]:
    sums: dict[str, list[int]] = {}
    for leaf, row in zip(year.leaves, rows, strict=True):
        mine = sums.setdefault(leaf.unit.opd, [0] * len(row))
        for n, value in enumerate(row):
            mine[n] += value
    return sums


def expected(year: Tahun, *, sampai: int, kini: bool) -> dict[str, dict[str, list[int | None] | None]]:
    """By OPD: pagu in force at each month end, RAK and realisasi of each month; None where nothing was reported."""
    pagu, rak = _sum(year, year.pagu), _sum(year, year.rak)
    bulanan = [[year.bulanan(i, b) for b in range(12)] for i in range(len(year.leaves))]
    realisasi = _sum(year, bulanan)
    return {
        kode: {
            "pagu": list(pagu[kode]),
            "rak": None if tanpa_rak(kode, year.tahun) else list(rak[kode]),
            "realisasi": [
                rupiah if n <= sampai and (not kini or melapor(kode, n)) else None
                for n, rupiah in enumerate(realisasi[kode], start=1)
            ],
        }
        for kode in pagu
    }


def totals(by_opd: dict[str, dict[str, list[int | None] | None]], bulan: int) -> dict[str, Any]:
    """The region up to a month: pagu, RAK and realisasi cumulative, and how many of its OPD reported."""
    lapor = [kode for kode, a in by_opd.items() if a["realisasi"] and a["realisasi"][bulan - 1] is not None]
    return {
        "bulan": bulan,
        "pagu": sum((a["pagu"] or [])[bulan - 1] or 0 for a in by_opd.values()),
        "rak": sum(sum(x or 0 for x in (a["rak"] or [])[:bulan]) for a in by_opd.values()),
        "realisasi": sum(sum(x or 0 for x in (a["realisasi"] or [])[:bulan]) for a in by_opd.values()),
        "n_dilaporkan": len(lapor),
        "n_opd": len(by_opd),
    }
