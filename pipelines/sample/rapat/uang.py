"""What an OPD or a bagian had spent at the end of a month, of which ceiling and against which plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.sample.anggaran import Tahun
from pipelines.sample.stories import melapor, tanpa_rak

KINI = (2026, 10)  # the last month that anybody reported


@dataclass(frozen=True)
class Posisi:
    """Whole rupiah at the end of one month; no plan where none was handed in."""

    pagu: int
    realisasi: int
    rak: int | None


class Uang:
    """The positions of every OPD and bagian, by month."""

    def __init__(self, tahunan: Sequence[Tahun]) -> None:
        self.tahun = tuple(year.tahun for year in tahunan)
        self._induk: dict[str, str] = {}
        self._jumlah: dict[tuple[str, int, int], list[int]] = defaultdict(lambda: [0, 0, 0])
        for year in tahunan:
            for i, leaf in enumerate(year.leaves):
                self._induk[leaf.unit.kode] = leaf.unit.opd
                self._add(year, i, {leaf.unit.kode, leaf.unit.opd})

    def _add(self, year: Tahun, i: int, milik: set[str]) -> None:
        rak = 0
        for b in range(12):
            rak += year.rak[i][b]
            for kode in milik:
                satu = self._jumlah[kode, year.tahun, b + 1]
                satu[0] += year.pagu[i][b]
                satu[1] += year.kumulatif[i][b]
                satu[2] += rak

    def pada(self, kode: str, tahun: int, bulan: int) -> Posisi | None:
        """The position of a unit; none where its OPD has not reported that month."""
        opd = self._induk.get(kode, kode)
        kini = tahun == KINI[0] and (bulan > KINI[1] or not melapor(opd, bulan))
        if kini or (kode, tahun, bulan) not in self._jumlah:
            return None
        pagu, realisasi, rak = self._jumlah[kode, tahun, bulan]
        return Posisi(pagu, realisasi, None if tanpa_rak(opd, tahun) else rak)

    def opd(self, tahun: int) -> list[str]:
        """The OPD with money in a year, without kecamatan."""
        ada = {kode for kode, y, _ in self._jumlah if y == tahun}
        return sorted(k for k in ada if self._induk.get(k, k) == k and not k.startswith("KEC"))

    def bagian(self, tahun: int) -> list[str]:
        """The bagian with money in a year."""
        ada = {kode for kode, y, _ in self._jumlah if y == tahun}
        return sorted(k for k in ada if self._induk.get(k, k) != k)
