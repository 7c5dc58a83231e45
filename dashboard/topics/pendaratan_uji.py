"""How good the forecast of the year-end was in years that are over, month by month, beside the run-rate."""

from __future__ import annotations

from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure, Series, Trend
from dashboard.figures.tables import table
from dashboard.look import month
from dashboard.query import Ask
from dashboard.topics import angka
from dashboard.topics.pendaratan_baca import SOURCES, Uji, points, rule, tests, used
from dashboard.view import View
from pipelines.catalogue import text

_MONTHS = 11  # in December there is nothing left to miss
_UNITS: dict[str, Any] = {
    "bulan": "bulan", "n": "bulat", **{
        f"{what}_{way}": unit
        for way in ("kurva", "rak", "laju")
        for what, unit in (("galat", "angka"), ("dalam", "teks"), ("lebar", "angka"))
    },
}  # fmt: skip


def figure(ask: Ask, view: View) -> Figure:
    """The median miss of the way in use and of the run-rate at each month; the table has every way and its coverage."""
    lang, found = view.lang, tests(ask, view)
    provenance = ask.provenance(view, sources=SOURCES, rule=rule(ask, view))
    question = text("pendaratan.tanya_uji", lang)
    if used(found, 1) is None:
        return missing(
            "serapan.pendaratan_uji", title=text("pendaratan.judul_uji_kosong", lang),
            empty=text("pendaratan.uji_kosong", lang, tahun=view.tahun), provenance=provenance, question=question,
        )  # fmt: skip
    own = used(found, view.bulan) or used(found, _MONTHS) or found[0]
    naive = next(one for one in found if one.cara == "laju" and one.bulan == own.bulan)
    by = {(one.cara, one.bulan): one for one in found}
    months = range(1, _MONTHS + 1)
    ours = Series(text(f"pendaratan.cara_{own.cara}", lang), tuple(_miss(by, own.cara, n) for n in months), "actual")
    beside = Series(text("pendaratan.cara_laju", lang), tuple(_miss(by, "laju", n) for n in months), "before")
    lines = [_line(by, n, view) for n in months]
    better = [one for one in found if one.bulan == own.bulan and one.galat < own.galat]
    named = month(own.bulan, lang)
    return compose(
        "serapan.pendaratan_uji",
        title=text(
            "pendaratan.judul_uji", lang, bulan=named, galat=points(own.galat, lang), laju=points(naive.galat, lang)
        ),
        chart=Trend(angka.months(lang, until=_MONTHS), (ours, beside), "angka"),
        table=table(
            lines, [Column(name, text(f"pendaratan.kolom_{name}", lang), kind) for name, kind in _UNITS.items()]
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(
            text("pendaratan.catatan_uji", lang, n=own.n, tahun=own.n_tahun, rentang=own.n_tahun_rentang,
                 dimuat=own.dimuat),
            text("pendaratan.catatan_lebih_baik", lang, cara=text(f"pendaratan.cara_{better[0].cara}", lang))
            if better else "",
        ),
        tags=("tepra.lampiran",),
    )  # fmt: skip


def _miss(by: dict[tuple[str, int], Uji], way: str, bulan: int) -> Any:
    return by[way, bulan].galat if (way, bulan) in by else None


def _line(by: dict[tuple[str, int], Uji], bulan: int, view: View) -> dict[str, Any]:
    line: dict[str, Any] = {"bulan": bulan}
    for way in ("kurva", "rak", "laju"):
        one = by.get((way, bulan))
        if one is not None:
            line["n"] = line.get("n", one.n)
            line[f"galat_{way}"] = one.galat
            line[f"lebar_{way}"] = one.lebar
            if one.n_rentang:
                line[f"dalam_{way}"] = text("pendaratan.n_dari", view.lang, n=one.n_dalam, total=one.n_rentang)
    return line
