"""Periods of SKP: which there are, which one a view looks at, and the catalogue's measures of people in one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures.figure import Lang
from dashboard.look import month
from dashboard.query import Ask, Row
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact, measures

YEAR, QUARTER, MONTH = "tahunan", "triwulan", "bulanan"
_ORDER = (YEAR, QUARTER, MONTH)  # of periods that end in one month, the longest first
_PERIODS = (
    "select tahun, jenis_periode, periode, max(bulan) as bulan, max(rezim) as rezim, sum(n_dinilai) as n_dinilai "
    "from app.skp group by tahun, jenis_periode, periode"
)


@dataclass(frozen=True)
class Period:
    """A year, a quarter or a month of SKP."""

    tahun: int
    jenis: str
    nomor: int  # 0 for a year
    akhir: int  # the month it ends in
    rezim: str
    dinilai: bool  # whether any report with evaluations came

    @property
    def kode(self) -> str:
        """The period in an address: 2025, 2026-TW3, 2026-09."""
        if self.jenis == YEAR:
            return str(self.tahun)
        return f"{self.tahun}-TW{self.nomor}" if self.jenis == QUARTER else f"{self.tahun}-{self.nomor:02d}"

    @property
    def until(self) -> str:
        """Its last month, as 'YYYY-MM'."""
        return f"{self.tahun}-{self.akhir:02d}"

    def said(self, lang: Lang) -> str:
        """The period in words."""
        if self.jenis == YEAR:
            return text("kinerja.periode_tahun", lang, tahun=self.tahun)
        if self.jenis == QUARTER:
            return f"{text(f'serapan.periode_triwulan_{self.nomor}', lang)} {self.tahun}"
        return month(f"{self.tahun}-{self.nomor:02d}", lang)


def periods(ask: Ask) -> list[Period]:
    """Every period that any report speaks of, the latest first."""
    found = [
        Period(
            row["tahun"], row["jenis_periode"], row["periode"], row["bulan"], row["rezim"], row["n_dinilai"] is not None
        )
        for row in ask.run(_PERIODS)
    ]
    return sorted(found, key=lambda p: (p.tahun, p.akhir, -_ORDER.index(p.jenis)), reverse=True)


def last(ask: Ask, view: View) -> Period | None:
    """The last evaluated period that had ended by the view's month; None where there is none."""
    return next((p for p in periods(ask) if p.dinilai and p.until <= view.until), None)


def chosen(ask: Ask, view: View) -> Period | None:
    """The period that the address names, else the last that had ended, else the first that there is."""
    there = periods(ask)
    named = next((p for p in there if p.kode == view.skp), None)
    return named or last(ask, view) or (there[-1] if there else None)


def measure(
    ask: Ask, view: View, period: Period, ids: Sequence[str], *, by: Sequence[str] = (), opd: str | None = None
) -> list[Row]:
    """Measures of people in a period, exact, for the view's group or one OPD; spending covered has no say in them."""
    where = {"jenis_periode": period.jenis}
    if opd:
        where["opd"] = opd
    else:
        where |= {name: code for name, code in (("kelompok", view.asisten), ("komisi", view.komisi)) if code}
    rows = ask.measure(ids, by=by, where=where, until=period.until)
    units = {name: measures()[name].satuan for name in ids}
    return [{**row, **{name: exact(row[name], unit) for name, unit in units.items()}} for row in rows]


def total(ask: Ask, view: View, period: Period, ids: Sequence[str], *, opd: str | None = None) -> dict[str, Any]:
    """One row: the measures for the view as a whole; empty where nothing is known."""
    rows = measure(ask, view, period, ids, opd=opd)
    return rows[0] if rows else {}
