"""Form E.81: the evaluation of an OPD's Renja in a quarter, all 15 columns, one form an OPD."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.export.formulir import evaluasi, tanda
from dashboard.export.formulir.bentuk import Baris, Formulir, Kolom, Sel
from dashboard.export.formulir.renja import Row, Unit, indicator, line, once, read
from dashboard.figures.figure import Lang
from dashboard.query import Ask
from dashboard.topics.indikator import Quarter
from dashboard.view import View
from pipelines.catalogue import text


def forms(ask: Ask, view: View, called: Sequence[str]) -> list[Formulir]:
    """The form of each OPD called, of the one that is open, or of every one the reader may see."""
    when, found = read(ask, view, called)
    return [_form(ask, view, when, unit, rows) for unit, rows in found]


def _form(ask: Ask, view: View, when: Quarter, unit: Unit, found: Sequence[Row]) -> Formulir:
    lang = view.lang
    return evaluasi.form(
        "e81", ask, view, when, found, lembar=unit.sebutan, kepala=(text("formulir.renja", lang, nama=unit.nama),),
        awal=_lead(lang), opd=unit.kode, berikut="tindak_renja",
        baris=tuple(_row(number, row, unit, lang) for number, row in enumerate(once(found), 1)),
        tanda=(tanda.head(ask, view, when, unit.kode, unit.nama), tanda.planner(ask, view, when)),
    )  # fmt: skip


def _row(number: int, row: Row, unit: Unit, lang: Lang) -> Baris:
    lead = (Sel(number, "angka"), Sel(row["sasaran"]), Sel(line(row, lang)), Sel(indicator(row)))
    return evaluasi.row(row, unit, *lead)


def _lead(lang: Lang) -> tuple[Kolom, ...]:
    """The columns A to D."""
    return (
        Kolom("1", text("formulir.no", lang), (5,), tengah=True),
        Kolom("2", text("formulir.sasaran", lang), (18,)),
        Kolom("3", text("formulir.program", lang), (34,)),
        Kolom("4", text("formulir.indikator", lang), (32,)),
    )
