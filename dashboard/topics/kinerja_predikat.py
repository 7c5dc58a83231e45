"""How the predicates of each OPD's people spread, with those who are not assessed in grey."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose
from dashboard.figures.figure import Bars, Column, Figure, Series, Value
from dashboard.figures.figure import Unit as Kind
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics.kinerja_unit import PREDIKAT, WARNA, Staff, basis, few, hidden, share, word
from dashboard.topics.periode_skp import Period
from dashboard.view import View
from pipelines.catalogue import text

SHOWN = 20  # OPD in the drawing; the table holds all


def spread(ask: Ask, view: View, period: Period, units: Sequence[Staff]) -> Figure:
    """Shares of those who owe an SKP, the OPD with the fewest good ones first."""
    lang = view.lang
    order = sorted(units, key=lambda unit: (_good(unit), unit.label))
    drawn = [unit for unit in order if unit.wajib and unit.dinilai is not None and not hidden(ask, unit.wajib)][:SHOWN]
    series = [
        Series(
            word(name, period.rezim, lang), tuple(share(unit.n[name], unit.wajib) for unit in drawn), "part", "bar",
            status=WARNA[name],
        )
        for name in PREDIKAT
        if any(unit.n[name] for unit in drawn)
    ]  # fmt: skip
    blank: tuple[Value, ...] = tuple(share(_blank(unit), unit.wajib) for unit in drawn)
    series.append(Series(text("kinerja.belum_dinilai", lang), blank, "other", "bar", status="abu"))
    heads, rows = _rows(ask, view, period, order)
    secret = sum(hidden(ask, unit.wajib) for unit in units)
    return compose(
        "kinerja.predikat",
        title=_title(drawn, view, period),
        chart=Bars(
            tuple(unit.label for unit in drawn), tuple(series), "persen", stacked=True,
            links=tuple(unit.link for unit in drawn),
        ) if drawn else None,  # who may not be drawn, or is not assessed, stands in the table with the reason
        table=table(rows, heads, link=lambda row: row["link"]),
        provenance=ask.provenance(view, sources=("skp", "pegawai", "riwayat_jabatan"), rule=basis(ask, period, lang)),
        lang=lang,
        question=text("kinerja.tanya_predikat", lang, periode=period.said(lang)),
        notes=(
            text("kinerja.catatan_predikat", lang, n=len(drawn), total=len(units)) if drawn else "",
            text("kinerja.catatan_kecil", lang, n=secret, batas=few(ask)) if secret else "",
        ),
        tags=("skp.predikat",),
    )  # fmt: skip


def _good(unit: Staff) -> Decimal:
    return share(unit.baik_ke_atas, unit.wajib) or Decimal(0)


def _blank(unit: Staff) -> int:
    """Those who owe one and have no predicate."""
    return unit.wajib - sum(n or 0 for n in unit.n.values())


def _title(drawn: Sequence[Staff], view: View, period: Period) -> str:
    low = next((unit for unit in drawn if unit.dinilai), None)  # who has not begun is grey, not low
    if low is None:
        return text("kinerja.judul_belum", view.lang, periode=period.said(view.lang))
    said = write(share(low.baik_ke_atas, low.wajib), "persen", view.lang)
    return text("kinerja.judul_predikat", view.lang, nama=low.label, baik=said)


def _rows(ask: Ask, view: View, period: Period, order: Sequence[Staff]) -> tuple[list[Column], list[dict[str, Any]]]:
    lang = view.lang
    kinds: dict[str, Kind] = {"opd": "teks", "wajib": "bulat", "dikecualikan": "bulat", "dinilai": "bulat"}
    heads = [Column(name, text(f"kinerja.kolom_{name}", lang), kind) for name, kind in kinds.items()]
    heads += [Column(name, word(name, period.rezim, lang), "bulat") for name in PREDIKAT]
    more: dict[str, Kind] = {"belum": "bulat", "baik_atas": "persen", "catatan": "teks"}
    rows = []
    for unit in order:
        row: dict[str, Any] = {"opd": unit.nama, "link": unit.link, "wajib": unit.wajib}
        if hidden(ask, unit.wajib):
            row["catatan"] = text("kinerja.kecil", lang, batas=few(ask))
        elif unit.dinilai is None:
            row["catatan"] = text("kinerja.tanpa_laporan", lang)
        else:
            row |= {
                **unit.n, "dikecualikan": unit.dikecualikan, "dinilai": unit.dinilai, "belum": _blank(unit),
                "baik_atas": share(unit.baik_ke_atas, unit.wajib),
            }  # fmt: skip
        rows.append(row)
    if not any("catatan" in row for row in rows):
        del more["catatan"]
    return heads + [Column(name, text(f"kinerja.kolom_{name}", lang), kind) for name, kind in more.items()], rows
