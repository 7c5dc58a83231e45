"""This year's quarters and semesters beside the same of last year, up to the same month."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Dot, Figure, Ranking, Value
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import angka
from dashboard.view import View
from pipelines.catalogue import text

_SHARES = ("serapan", "serapan_lalu")
Positions = tuple[Value, ...]  # January to December


@dataclass(frozen=True)
class Period:
    """A stretch of the year, cut at the month looked at."""

    kind: str  # "triwulan", "semester", "tahun"
    number: int
    first: int
    last: int
    whole: bool  # whether its last month is not after the month looked at


def periods(until: int, *, months: int, kind: str) -> list[Period]:
    """The periods of so many months that have begun by a month."""
    starts = range(1, until + 1, months)
    return [
        Period(kind, n, first, min(first + months - 1, until), whole=first + months - 1 <= until)
        for n, first in enumerate(starts, 1)
    ]


def quarters(ask: Ask, view: View) -> Figure:
    """What was spent in each quarter, this year and last; semesters and the year to date stand in the table."""
    lang = view.lang
    now, then = _positions(ask, view, view.tahun), _positions(ask, view, view.tahun - 1)
    own = periods(view.bulan, months=3, kind="triwulan")
    year = Period("tahun", 1, 1, view.bulan, whole=True)
    shares = {angka.month_of(row): row for row in angka.measure(ask, view, _SHARES, by=("bulan",))}
    rows = [
        {**_sums(period, now, then), "periode": _name(period, view)}
        | {name: shares.get(period.last, angka.NOTHING).get(name) for name in _SHARES}
        for period in (*own, *periods(view.bulan, months=6, kind="semester"), year)
    ]
    drawn = rows[: len(own)]
    provenance = ask.provenance(view, sources=("realisasi",))
    question = text("serapan.tanya_triwulan", lang)
    if all(row["kini"] is None for row in rows):
        return missing(
            "serapan.triwulan", title=text("serapan.judul_triwulan_kosong", lang),
            empty=text("serapan.triwulan_kosong", lang), provenance=provenance, question=question,
        )  # fmt: skip
    dots = [
        Dot(
            key=row["periode"], label=row["periode"], value=row["kini"], before=row["lalu"],
            note=_gap(row, view) if row["kini"] is not None else text("serapan.triwulan_gabung", lang),
        )
        for row in sorted(drawn, key=lambda row: row["kini"] is None)  # a ranking sets the unknown apart, last
    ]  # fmt: skip
    units: dict[str, Any] = {
        "periode": "teks", "kini": "rupiah", "lalu": "rupiah", "beda": "rupiah", "n": "bulat", "serapan": "persen",
        "serapan_lalu": "persen",
    }  # fmt: skip
    heads = [
        Column(name, text(f"serapan.kolom_triwulan_{name}", lang, tahun=view.tahun, lalu=view.tahun - 1), unit)
        for name, unit in units.items()
    ]
    return compose(
        "serapan.triwulan",
        title=_title(drawn[-1], view),
        chart=Ranking(tuple(dots), "rupiah", str(view.tahun), before_label=str(view.tahun - 1)),
        table=table(rows, heads),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("serapan.catatan_triwulan", lang, n=drawn[-1]["n"], total=len(now)),),
    )


def _positions(ask: Ask, view: View, year: int) -> dict[str, Positions]:
    """What each OPD had spent by the end of each month; unknown where it did not report, and later than the view."""
    until = f"{year}-{view.bulan:02d}"
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in angka.measure(ask, view, ("realisasi_kumulatif",), by=("opd", "bulan"), until=until):
        rows[row["opd"]].append(row)
    return {opd: angka.over_months(own, "realisasi_kumulatif", last=view.bulan) for opd, own in rows.items()}


def _flow(positions: Positions | None, period: Period) -> Decimal | None:
    """What came between the position before the period and the one at its end; unknown when either is."""
    if positions is None:
        return None
    return angka.less(positions[period.last - 1], positions[period.first - 2] if period.first > 1 else 0)


def _sums(period: Period, now: dict[str, Positions], then: dict[str, Positions]) -> dict[str, Any]:
    """The period this year and last over the same OPD; over all who are known where last year is not."""
    known = {opd: (_flow(positions, period), _flow(then.get(opd), period)) for opd, positions in now.items()}
    told = [(kini, lalu) for kini, lalu in known.values() if kini is not None]
    both = [(kini, lalu) for kini, lalu in told if lalu is not None]
    kini = sum((kini for kini, _ in both or told), Decimal(0)) if told else None
    lalu = sum((lalu for _, lalu in both), Decimal(0)) if both else None
    return {"kini": kini, "lalu": lalu, "beda": angka.less(kini, lalu), "n": len(both or told)}


def _gap(row: dict[str, Any], view: View) -> str | None:
    if row["beda"] is None:
        return None
    sign = "+" if row["beda"] > 0 else ""
    return sign + write(row["beda"], "rupiah", view.lang, short=True)


def _name(period: Period, view: View) -> str:
    last = month(period.last, view.lang, short=True)
    if period.kind == "tahun":
        return text("serapan.periode_tahun", view.lang, bulan=last)
    said = text(f"serapan.periode_{period.kind}_{period.number}", view.lang)
    return said if period.whole else text("serapan.periode_sampai", view.lang, periode=said, bulan=last)


def _title(row: dict[str, Any], view: View) -> str:
    beda = row["beda"]
    key = "belum" if row["kini"] is None else "tanpa_lalu" if beda is None else "turun" if beda < 0 else "naik"
    return text(
        f"serapan.judul_triwulan_{key}", view.lang, periode=row["periode"], lalu=view.tahun - 1,
        nilai=write(row["kini"], "rupiah", view.lang, short=True),
        beda=write(None if beda is None else abs(beda), "rupiah", view.lang, short=True),
    )  # fmt: skip
