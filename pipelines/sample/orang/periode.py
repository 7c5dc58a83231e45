"""The periods of SKP that the sample has files about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from pipelines.sample.orang.manusia import lebih


@cache
def _akhir(tahun: int, bulan: int) -> date:
    return lebih(date(tahun, bulan, 1), bulan=1) - timedelta(days=1)


@dataclass(frozen=True)
class Periode:
    """One period of SKP."""

    tahun: int
    triwulan: int  # 0 is the whole year

    @property
    def awal(self) -> date:
        """Its first day."""
        return date(self.tahun, 3 * self.triwulan - 2 if self.triwulan else 1, 1)

    @property
    def akhir(self) -> date:
        """Its last day."""
        return _akhir(self.tahun, 3 * self.triwulan or 12)

    @property
    def nama(self) -> str:
        """Its key in the manifest."""
        return f"{self.tahun}-TW{self.triwulan}" if self.triwulan else str(self.tahun)


PERIODE = (*(Periode(y, 0) for y in range(2020, 2027)), *(Periode(2026, n) for n in (1, 2, 3)))
