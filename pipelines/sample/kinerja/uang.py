"""The money of an agreement: what the plan of five years gives to its program, kegiatan or sub kegiatan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.sample.anggaran import Tahun
from pipelines.sample.kinerja.pk import Pk

TAHUN_RENSTRA = range(2025, 2031)
NAIK = Decimal("1.05")  # a year, of what no budget tells yet
PANJANG = (7, 12, 17)  # of the codes of a program, a kegiatan, a sub kegiatan
_JUTA = 1_000_000
_Jumlah = Counter[tuple[str, str]]


@dataclass(frozen=True)
class Uang:
    """Ceilings and spending at the end of each budget year, by unit and code."""

    pagu: dict[int, _Jumlah]
    keluar: dict[int, _Jumlah]

    def renstra(self, pk: Pk, tahun: int) -> tuple[int | None, int | None]:
        """The budget to the end of the plan, and what was spent of it up to last year; none without money."""
        kunci = (pk.unit, pk.sub or pk.kegiatan or pk.program or "")
        pagu = {y: self.pagu[y][kunci] for y in TAHUN_RENSTRA if y in self.pagu}
        if not kunci[1] or not pagu:
            return None, None
        terakhir = max(pagu)
        semua = sum(pagu[y] if y in pagu else int(pagu[terakhir] * NAIK ** (y - terakhir)) for y in TAHUN_RENSTRA)
        lalu = range(TAHUN_RENSTRA.start, tahun)
        keluar = sum(self.keluar[y][kunci] for y in lalu) if all(y in self.keluar for y in lalu) else None
        return semua // _JUTA * _JUTA, keluar


def money(tahunan: Sequence[Tahun]) -> Uang:
    """The money of some budget years."""
    pagu: dict[int, _Jumlah] = {}
    keluar: dict[int, _Jumlah] = {}
    for year in tahunan:
        p, k = pagu.setdefault(year.tahun, Counter()), keluar.setdefault(year.tahun, Counter())
        for i, leaf in enumerate(year.leaves):
            for n in PANJANG:
                p[leaf.unit.kode, leaf.sub[:n]] += year.pagu[i][11]
                k[leaf.unit.kode, leaf.sub[:n]] += year.kumulatif[i][11]
    return Uang(pagu, keluar)
