"""Form E.81: the evaluation of an OPD's Renja in a quarter, all 15 columns, one form an OPD."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from dashboard.export.formulir import tanda
from dashboard.export.formulir.bentuk import Baris, Formulir, Kolom, Sel
from dashboard.export.formulir.catatan import notes
from dashboard.export.formulir.renja import (
    Row,
    Unit,
    beside,
    cells,
    indicator,
    kind,
    line,
    means,
    once,
    roman,
    rows,
    source,
    told,
    units,
)
from dashboard.figures.figure import Lang
from dashboard.query import Ask
from dashboard.topics.indikator import Quarter, quarter
from dashboard.view import View
from pipelines.catalogue import text

K, RP, PERSEN = 8.0, 20.0, 8.0
_C14 = 22  # the cell of column 14's K, from 0: W
_WORDS = 10  # footers have their words in A:J


def forms(ask: Ask, view: View, called: Sequence[str]) -> list[Formulir]:
    """The form of each OPD called, of the one that is open, or of every one the reader may see."""
    when = quarter(view)
    found = {code: list(own) for code, own in groupby(rows(ask, when), lambda row: str(row["kode_opd"]))}
    return [_form(ask, view, when, unit, found.get(unit.kode, [])) for unit in units(ask, view, called, found)]


def _form(ask: Ask, view: View, when: Quarter, unit: Unit, found: Sequence[Row]) -> Formulir:
    lang = view.lang
    period = text("formulir.periode", lang, tw=roman(when.nomor), tahun=when.tahun)
    return Formulir(
        nomor=text("formulir.nomor_e81", lang),
        lembar=unit.sebutan,
        judul=text("formulir.judul_e81", lang),
        kepala=(text("formulir.renja", lang, nama=unit.nama), period),
        kolom=columns(when, lang),
        baris=tuple(_row(number, row, unit, lang) for number, row in enumerate(once(found), 1)),
        kertas="A3",
        asal=source(ask, replace(view, opd=unit.kode), when, found, text("formulir.aturan_e81", lang)),
        judul_sampai=_WORDS,
        ringkas=means(found, _C14, lang),
        uraian=told(found, lang, berikut="tindak_renja"),
        catatan=notes(found, when, lang, form="e81") if found else (text("formulir.tanpa_baris", lang),),
        tanda=(tanda.head(ask, view, when, unit.kode, unit.nama), tanda.planner(ask, view, when)),
    )


def _row(number: int, row: Row, unit: Unit, lang: Lang) -> Baris:
    lead = (Sel(number, "angka"), Sel(row["sasaran"]), Sel(line(row, lang)), Sel(indicator(row)))
    return Baris(kind(row), (*lead, *cells(row), Sel(unit.sebutan), *beside(row)))


def columns(when: Quarter, lang: Lang) -> tuple[Kolom, ...]:
    """The columns A to Y, and beside them the year's own progress."""
    lead = (
        Kolom("1", text("formulir.no", lang), (5,), tengah=True),
        Kolom("2", text("formulir.sasaran", lang), (18,)),
        Kolom("3", text("formulir.program", lang), (34,)),
        Kolom("4", text("formulir.indikator", lang), (32,)),
    )
    return (*lead, *pairs("e81", 5, when, lang), Kolom("15", text("formulir.pj", lang), (12,)), *own("12 ÷ 7", lang))


def pairs(form: str, first: int, when: Quarter, lang: Lang) -> tuple[Kolom, ...]:
    """The ten columns that are split into K and Rp, numbered from `first`: their formulas name those numbers."""
    split = (text("formulir.k", lang), text("formulir.rp", lang))
    years = {"tahun": when.tahun, "lalu": when.tahun - 1}
    above = text("formulir.triwulan", lang)
    made = [
        Kolom(str(first + i), text(f"formulir.{form}_{name}", lang, **years), (K, RP), split)
        for i, name in enumerate(("akhir", "lalu", "tahun"))
    ]
    made += [Kolom(str(first + 2 + n), roman(n), (K, RP), split, payung=above) for n in range(1, 5)]
    made.append(Kolom(str(first + 7), text(f"formulir.{form}_realisasi", lang, **years), (K, RP), split))
    sum_, share = f"{first + 8} = {first + 1} + {first + 7}", f"{first + 9} = {first + 8} ÷ {first} × 100"
    made.append(Kolom(sum_, text(f"formulir.{form}_sampai", lang, **years), (K, RP), split))
    made.append(Kolom(share, text(f"formulir.{form}_tingkat", lang, **years), (PERSEN, PERSEN), split))
    return tuple(made)


def own(formula: str, lang: Lang) -> tuple[Kolom, ...]:
    """The year's progress, named so that nobody takes it for the column beside it."""
    split = (text("formulir.k", lang), text("formulir.rp", lang))
    return (Kolom(formula, text("formulir.lanjut", lang), (PERSEN, PERSEN), split),)
