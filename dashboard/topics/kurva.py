"""Where the year stands: cumulative RAK, realisasi and last year, with what happened in each month."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Ahead, Column, Figure, Series, Trend, Value
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import angka, pendaratan_baca, pergantian, susulan
from dashboard.view import View
from pipelines.catalogue import text

Months = tuple[Value, ...]
_ENDS = {"bawah": "low", "tengah": "value", "atas": "high"}


def curve(
    ask: Ask,
    view: View,
    id: str,
    *,
    opd: str | None = None,
    monthly: bool,
    width: Literal["full", "half"] = "full",
    tags: Iterable[str] = (),
) -> Figure:
    """The curve of the view, or of one OPD; bars for the months where `monthly`."""
    lang, also = view.lang, {"opd": opd}
    flows = ("rak", "realisasi") if monthly else ()
    rows = angka.measure(
        ask, view, ("rak_kumulatif", "realisasi_kumulatif", *flows), by=("bulan",), until=f"{view.tahun}-12", also=also
    )
    past = angka.measure(ask, view, ("realisasi_kumulatif",), by=("bulan",), until=f"{view.tahun - 1}-12", also=also)
    plan, spent = (
        angka.over_months(rows, "rak_kumulatif"),
        angka.over_months(rows, "realisasi_kumulatif", last=view.bulan),
    )
    given: list[tuple[str, Series]] = [
        ("rak", Series(text("serapan.deret_rak", lang), plan, "target")),
        ("realisasi", Series(text("serapan.deret_realisasi", lang), spent, "actual")),
        (
            "lalu",
            Series(
                text("serapan.deret_lalu", lang, tahun=view.tahun - 1),
                angka.over_months(past, "realisasi_kumulatif"),
                "before",
            ),
        ),
    ]
    if monthly:
        planned = angka.over_months(rows, "rak")
        own = angka.over_months(rows, "realisasi", last=view.bulan)
        given += [
            (
                "rak_bulan",
                Series(text("serapan.deret_rak_bulan", lang), planned, "target", "bar"),
            ),
            ("realisasi_bulan", Series(text("serapan.deret_realisasi_bulan", lang), own, "actual", "bar")),
        ]
    known = [(key, series) for key, series in given if any(value is not None for value in series.values)]
    provenance = ask.provenance(view, sources=("realisasi", "rak"))
    question = text("serapan.tanya_kurva", lang)
    if not known:
        return missing(
            id, title=text("serapan.judul_kurva_kosong", lang, bulan=month(view.until, lang)),
            empty=text("serapan.kurva_kosong", lang), provenance=provenance, question=question, width=width, tags=tags,
        )  # fmt: skip
    one = opd is not None
    # Only a month's own bar can be misread: a cumulative line is right whenever it is known.
    late = susulan.held(ask, view, opd=opd, until=view.bulan) if monthly else {}
    about = {at: susulan.said(at, what, view, one=one) for at, what in late.items()}
    # The first page asks for nothing that it does not show.
    expected = pendaratan_baca.ahead(ask, view, opd) if monthly and spent[view.bulan - 1] is not None else None
    heads = [Column("bulan", text("serapan.kolom_bulan", lang), "bulan")]
    heads += [Column(key, series.label, "rupiah") for key, series in known]
    heads += [Column(f"akhir_{end}", text(f"pendaratan.kolom_rp_{end}", lang), "rupiah") for end in _ENDS if expected]
    heads += [Column("memuat", text("serapan.kolom_memuat", lang))] if about else []
    lines = [
        {"bulan": n + 1, "memuat": about.get(n + 1)} | {key: series.values[n] for key, series in known}
        for n in range(12)
    ]
    if expected:
        lines[expected.at] |= {f"akhir_{end}": getattr(expected, name) for end, name in _ENDS.items()}
    return compose(
        id,
        title=_title(view, spent[view.bulan - 1], plan[view.bulan - 1]),
        chart=Trend(
            angka.months(lang), tuple(series for _, series in known), "rupiah",
            marks=(
                *((at - 1, about[at]) for at, what in late.items() if what.most),
                *(pergantian.marks(ask, view, opd) if opd else ()),
            ),
            ahead=expected,
        ),
        table=table(lines, heads),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(_coverage(view, plan, one=one), susulan.note(late, view, one=one), _expected(ask, view, expected)),
        width=width,
        tags=tags,
    )  # fmt: skip


def _expected(ask: Ask, view: View, expected: Ahead | None) -> str:
    if expected is None:
        return ""
    ends = pendaratan_baca.between(expected.low, expected.high, "rupiah", view.lang)
    return f"{text('pendaratan.catatan_kurva', view.lang, rentang=ends)} {pendaratan_baca.error(ask, view)}"


def _title(view: View, spent: Value, plan: Value) -> str:
    gap = angka.less(spent, plan)
    key = "kosong" if spent is None else "tanpa_rak" if gap is None else "kurang" if gap < 0 else "cukup"
    short = write(None if gap is None else abs(gap), "rupiah", view.lang, short=True)
    said = write(spent, "rupiah", view.lang, short=True)
    return text(f"serapan.judul_kurva_{key}", view.lang, bulan=month(view.until, view.lang), realisasi=said, beda=short)


def _coverage(view: View, plan: Months, *, one: bool) -> str:
    if all(value is None for value in plan):
        return text("serapan.catatan_tanpa_rak", view.lang)
    return "" if one else text("serapan.catatan_kurva", view.lang)
