"""What the current build knows: the months, groups, profiles and OPD that a reader may choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.query import Ask
from dashboard.topics import periode_skp
from dashboard.topics.periode_skp import Period
from dashboard.view import ALL, DEFAULT_PROFIL, Known


@dataclass(frozen=True)
class Choices:
    """The choices of the filter bar; `opd` gives each unit's label by its code, `skp` each period, as offered."""

    known: Known
    opd: dict[str, str]
    skp: dict[str, Period]


# What reported money makes a month; so does a quarter of which anything was reached, for it is looked at where it ends.
_MONTHS = (
    "select tahun, bulan, max(n_dilaporkan) as n_dilaporkan from ("
    "select tahun, bulan, n_dilaporkan from app.bulan union all "
    "select tahun, 3 * triwulan, 0 from app.indikator where triwulan_terakhir = triwulan"
    ") group by tahun, bulan order by tahun, bulan"
)
# A plan without any report can still be looked at.
_PLANNED = (
    "select distinct tahun, bulan, 0 as n_dilaporkan from app.opd_bulan union "
    "select distinct tahun, 3 * triwulan, 0 from app.indikator order by tahun, bulan"
)


def choices(ask: Ask) -> Choices | None:
    """What can be chosen in a build; None while it holds neither budget nor targets."""
    months = ask.run(_MONTHS) or ask.run(_PLANNED)
    if not months:
        return None
    units = ask.run("select distinct kode_opd, nama, singkatan, asisten, komisi_dprd from app.opd order by nama")
    judged = {r["profil"] for r in ask.run("select distinct profil from app.rapor")} | {DEFAULT_PROFIL}
    skp = {period.kode: period for period in periode_skp.periods(ask)}
    known = Known(
        bulan=_by_year(months),
        kelompok=(ALL, *_groups(units, "asisten"), *_groups(units, "komisi")),
        profil=(DEFAULT_PROFIL, *sorted(judged - {DEFAULT_PROFIL})),
        opd=tuple(dict.fromkeys(u["kode_opd"] for u in units)),
        skp=tuple(skp),
        default=_default(months),
    )
    return Choices(known, {u["kode_opd"]: u["nama"] or u["kode_opd"] for u in units}, skp)


def _by_year(months: Sequence[dict[str, Any]]) -> dict[int, tuple[int, ...]]:
    years: dict[int, list[int]] = {}
    for row in months:
        years.setdefault(int(row["tahun"]), []).append(int(row["bulan"]))
    return {year: tuple(found) for year, found in years.items()}


def _default(months: Sequence[dict[str, Any]]) -> tuple[int, int]:
    """The latest month that half of the most active one reported: one early bird does not move everyone's page."""
    year = max(int(r["tahun"]) for r in months)
    this = [r for r in months if int(r["tahun"]) == year]
    most = max(int(r["n_dilaporkan"]) for r in this)
    told = [int(r["bulan"]) for r in this if int(r["n_dilaporkan"]) * 2 >= most]
    return year, max(told)


def _groups(units: Sequence[dict[str, Any]], kind: str) -> list[str]:
    column = "komisi_dprd" if kind == "komisi" else kind
    return sorted({f"{kind}-{u[column]}" for u in units if u[column]})
