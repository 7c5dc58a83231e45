"""Year-ends as the build forecasts them: by OPD, for the view as a whole, and how far the same way missed before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard.figures.figure import Ahead, Lang, Link, Unit, Value
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import tautan
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

_ROWS = (
    "select p.*, coalesce(o.nama, p.kode_opd) as nama, coalesce(o.singkatan, o.nama, p.kode_opd) as label "
    "from app.pendaratan as p left join app.opd as o on p.kode_opd = o.kode_opd "
    "where p.tahun = ? and p.bulan = ? and p.cakupan = ?"
)
_TESTS = (
    "select * from app.uji_pendaratan where tahun = ? and cakupan = ? and lingkup = 'opd' and bulan < 12 "
    "order by bulan, cara"
)
_RULE = "select distinct cara, aturan_id, dasar_hukum, dasar_hukum_en from app.pendaratan where tahun = ? and bulan = ?"
_WRITTEN = re.compile(r"(\D*)([\d.,]+)(\D*)")  # what stands before a number, the number, its unit
SOURCES = ("realisasi", "rak", "pagu")


@dataclass(frozen=True)
class Landing:
    """One OPD at the end of the year, as seen from a month: rupiah, with both ends; None where `alasan` says why."""

    kode: str
    nama: str
    label: str
    pagu: Decimal | None
    kini: Decimal | None  # spent so far
    tengah: Decimal | None
    bawah: Decimal | None
    atas: Decimal | None
    silpa: Decimal | None
    silpa_bawah: Decimal | None
    silpa_atas: Decimal | None
    target: Decimal | None
    perlu: Decimal | None
    terbaik: Decimal | None
    terbaik_bulan: str | None  # 'YYYY-MM'
    melebihi: bool
    luar_pola: bool
    n_tahun: int
    alasan: str | None

    @property
    def link(self) -> Link:
        """The OPD's own page."""
        return tautan.opd(self.kode)

    def persen(self, rupiah: Decimal | None) -> Decimal | None:
        """An amount as percent of the ceiling, to two decimals."""
        return share(rupiah, self.pagu)


@dataclass(frozen=True)
class Uji:
    """How one way of forecasting did at one month, in all closed years before the view's."""

    bulan: int
    cara: str
    dipakai: bool
    n: int
    n_tahun: int
    galat: Decimal
    n_rentang: int
    n_dalam: int
    n_tahun_rentang: int
    lebar: Decimal | None  # of the ranges, in the middle, in points
    dimuat: int  # of a hundred year-ends so many are meant to fall within the range


def share(rupiah: Decimal | None, pagu: Decimal | None) -> Decimal | None:
    """An amount as percent of a ceiling, half up to two decimals; unknown where either is, or the ceiling is nil."""
    if rupiah is None or not pagu:
        return None
    found = exact(100 * rupiah / pagu, "persen")
    assert isinstance(found, Decimal)
    return found


def landings(ask: Ask, view: View) -> list[Landing]:
    """The OPD of the view's group, lowest landing first; those without a forecast last, by name."""
    members = ask.members(view)
    rows = ask.run(_ROWS, view.tahun, view.bulan, view.cakupan)
    found = [_landing(row) for row in rows if members is None or row["kode_opd"] in members]
    return sorted(found, key=lambda one: (one.tengah is None, one.persen(one.tengah) or Decimal(0), one.label))


def _landing(row: dict[str, Any]) -> Landing:
    best = row["terbaik_tahun"]
    return Landing(
        kode=row["kode_opd"], nama=row["nama"], label=row["label"], pagu=row["pagu"], kini=row["realisasi_kum"],
        tengah=row["pendaratan"], bawah=row["pendaratan_bawah"], atas=row["pendaratan_atas"], silpa=row["silpa"],
        silpa_bawah=row["silpa_bawah"], silpa_atas=row["silpa_atas"], target=row["target_akhir"],
        perlu=row["perlu_per_bulan"], terbaik=row["terbaik"],
        terbaik_bulan=None if best is None else f"{best:04d}-{row['terbaik_bulan']:02d}",
        melebihi=bool(row["melebihi_terbaik"]), luar_pola=bool(row["luar_pola"]), n_tahun=int(row["n_tahun"]),
        alasan=row["alasan"],
    )  # fmt: skip


def tests(ask: Ask, view: View) -> list[Uji]:
    """The backtest that the view's year may know, by month and way."""
    return [
        Uji(
            bulan=int(row["bulan"]), cara=row["cara"], dipakai=bool(row["dipakai"]), n=int(row["n"]),
            n_tahun=int(row["n_tahun"]), galat=_points(row["galat_median"]) or Decimal(0),
            n_rentang=int(row["n_rentang"]), n_dalam=int(row["n_dalam"] or 0),
            n_tahun_rentang=int(row["n_tahun_rentang"]), lebar=_points(row["lebar_median"]),
            dimuat=int(row["dimuat"]),
        )
        for row in ask.run(_TESTS, view.tahun, view.cakupan)
    ]  # fmt: skip


def _points(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(exact(value, "poin")))


def used(found: Iterable[Uji], bulan: int) -> Uji | None:
    """How the way in use did at a month; None where it was never tested."""
    return next((one for one in found if one.dipakai and one.bulan == bulan), None)


def error(ask: Ask, view: View) -> str:
    """The sentence of every forecast: how many year-ends fell within the range, and by how much it missed."""
    lang, found = view.lang, tests(ask, view)
    own = used(found, view.bulan)
    if view.bulan == 12:
        return text("pendaratan.galat_desember", lang)
    if own is None:
        return text("pendaratan.galat_kosong", lang)
    naive = next((one for one in found if one.cara == "laju" and one.bulan == view.bulan), None)
    said = {
        "bulan": month(view.bulan, lang), "n": own.n,
        "tahun": own.n_tahun, "galat": points(own.galat, lang), "laju": points(naive.galat if naive else None, lang),
    }  # fmt: skip
    if not own.n_rentang:
        return text("pendaratan.galat_tanpa_rentang", lang, **said)
    return text("pendaratan.galat", lang, **said, dalam=own.n_dalam, rentang=own.n_rentang, uji=own.n_tahun_rentang)


def ahead(ask: Ask, view: View, opd: str | None) -> Ahead | None:
    """Where the line of an OPD, or of all that the view holds, ends in December.

    None where one of them cannot be forecast: the rest would end below a plan that holds all of them.
    """
    if view.bulan == 12:
        return None
    asked = [one for one in landings(ask, view) if (opd is None or one.kode == opd) and (one.pagu or one.kini)]
    parts = [(one.tengah, one.bawah, one.atas) for one in asked]
    known = [(middle, low, high) for middle, low, high in parts if middle is not None and low is not None and high]
    if not known or len(known) < len(parts):
        return None
    middle, low, high = (sum(amounts, Decimal(0)) for amounts in zip(*known, strict=True))
    return Ahead(11, text("pendaratan.perkiraan", view.lang), middle, low, high)


def points(value: Value, lang: str) -> str:
    """A distance in points, without a sign."""
    return write(value, "poin", lang).lstrip("+")


def between(low: Value, high: Value, unit: Unit, lang: str) -> str:
    """Both ends of a range in a few words; one where they are the same."""
    ends = [write(value, unit, lang, short=True) for value in (low, high)]
    if ends[0] == ends[1]:
        return ends[0]
    below, above = (_WRITTEN.fullmatch(end) for end in ends)
    if below and above and (below[1], below[3]) == (above[1], above[3]):  # what both say is said once
        ends = [f"{below[1]}{below[2]}", f"{above[2]}{above[3]}"]
    return text("pendaratan.antara", lang, bawah=ends[0], atas=ends[1])


def remarks(one: Landing, lang: Lang) -> str | None:
    """What must be said of one OPD beside its figures; None where nothing must."""
    said = [
        text(f"pendaratan.alasan_{one.alasan}", lang) if one.alasan else "",
        text("pendaratan.melebihi", lang) if one.melebihi else "",
        text("pendaratan.luar_pola", lang) if one.luar_pola else "",
    ]
    return "; ".join(part for part in said if part) or None


def way(ask: Ask, view: View) -> str:
    """The way of forecasting in use: kurva or rak."""
    rows = ask.run(_RULE, view.tahun, view.bulan)
    return str(rows[0]["cara"]) if rows else "kurva"


def rule(ask: Ask, view: View) -> str | None:
    """The way of forecasting in use, its basis and its id."""
    rows = ask.run(_RULE, view.tahun, view.bulan)
    if not rows:
        return None
    basis = (rows[0]["dasar_hukum_en"] if view.lang == "en" else None) or rows[0]["dasar_hukum"]
    return f"{basis} ({rows[0]['aturan_id']})"


def why(found: Sequence[Landing]) -> str:
    """The reason for which most OPD have no forecast."""
    counts = Counter(one.alasan for one in found if one.alasan)
    return min(counts, key=lambda reason: (-counts[reason], reason)) if counts else "belum_lapor"
