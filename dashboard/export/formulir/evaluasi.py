"""The evaluation of a plan in a quarter as a form: what E.81 and the RKPD form have in common, which is nearly all.

Both begin with columns of their own and go on alike: ten columns in pairs, the OPD, and the year's own progress.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from dashboard.export.formulir.bentuk import Baris, Formulir, Kolom, Sel, Tanda
from dashboard.export.formulir.catatan import notes
from dashboard.export.formulir.pasangan import beside, cells, means, own, pairs
from dashboard.export.formulir.renja import Row, Unit, kind, roman, source, told
from dashboard.figures.figure import Lang
from dashboard.query import Ask
from dashboard.topics.indikator import Quarter
from dashboard.view import View
from pipelines.catalogue import text

_PLANS, _YEAR = 6, 18  # cells of the pairs before the quarters, and before the attainment


def form(
    jenis: Literal["e81", "rkpd"],
    ask: Ask,
    view: View,
    when: Quarter,
    found: Sequence[Row],
    *,
    lembar: str,
    awal: tuple[Kolom, ...],
    baris: tuple[Baris, ...],
    berikut: str,
    tanda: tuple[Tanda, ...],
    kepala: tuple[str, ...] = (),
    opd: str | None = None,
    singkat: Mapping[str, str] | None = None,
) -> Formulir:
    """The form with its own first columns (`awal`) and rows; `singkat` names each OPD where there are several."""
    lang, lead = view.lang, sum(one.luas for one in awal)
    return Formulir(
        nomor=text(f"formulir.nomor_{jenis}", lang),
        lembar=lembar,
        judul=text(f"formulir.judul_{jenis}", lang),
        kepala=(*kepala, text("formulir.periode", lang, tw=roman(when.nomor), tahun=when.tahun)),
        kolom=(*awal, *_columns(jenis, len(awal) + 1, when, lang)),
        baris=baris,
        kertas="A3",
        asal=source(ask, replace(view, opd=opd), when, found, text(f"formulir.aturan_{jenis}", lang)),
        nama=lead - 2,
        beku=lead - 1,
        judul_sampai=lead + _PLANS,
        ringkas=means(found, lead + _YEAR, lang),
        uraian=told(found, lang, berikut=berikut, whose=singkat),
        catatan=notes(found, when, lang, form=jenis) if found else (text("formulir.tanpa_baris", lang),),
        tanda=tanda,
    )


def row(line: Row, unit: Unit, *awal: Sel) -> Baris:
    """One line of a plan: the form's own first cells, then those that both forms have."""
    return Baris(kind(line), (*awal, *cells(line), Sel(unit.sebutan), *beside(line)))


def _columns(jenis: str, first: int, when: Quarter, lang: Lang) -> tuple[Kolom, ...]:
    """The columns from the first pair on: their formulas name each other by number."""
    last = Kolom(str(first + 10), text("formulir.pj", lang), (12,))
    return (*pairs(jenis, first, when, lang), last, *own(f"{first + 7} ÷ {first + 2}", lang))
