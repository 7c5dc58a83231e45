"""The catalogue of measures in words: every figure with its formula, unit, direction and basis."""

from __future__ import annotations

from typing import Any

from dashboard.figures.compose import compose
from dashboard.figures.figure import Column, Figure, Lang
from dashboard.figures.tables import table
from dashboard.query import Ask
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import Both, Measure, dimensions, measures


def catalogue(ask: Ask, view: View) -> Figure:
    """One row a measure, in the order of the catalogue."""
    lang = view.lang
    rows = [_row(measure, lang) for measure in measures().values()]
    units: dict[str, Any] = {
        "nama": "teks", "rumus": "teks", "satuan": "teks", "polaritas": "teks", "aditif": "teks", "dasar": "teks",
        "tag": "kode", "id": "kode",
    }  # fmt: skip
    return compose(
        "aturan.ukuran",
        title=text("aturan.judul_katalog", lang, n=len(rows)),
        chart=None,
        table=table(rows, [Column(name, text(f"aturan.kolom_{name}", lang), unit) for name, unit in units.items()]),
        provenance=ask.provenance(view, sources=()),
        lang=lang,
        question=text("aturan.tanya_katalog", lang),
        notes=(text("aturan.catatan_tag", lang),),
        tags=("tepra.lampiran",),
    )


def _said(words: Both, lang: Lang) -> str:
    return words.en if lang == "en" else words.id


def _row(measure: Measure, lang: Lang) -> dict[str, Any]:
    return {
        "nama": _said(measure.label, lang),
        "rumus": _said(measure.rumus, lang),
        "satuan": text(f"aturan.satuan_{measure.satuan}", lang),
        "polaritas": text(f"aturan.polaritas_{measure.polaritas}", lang),
        "aditif": _additive(measure, lang),
        "dasar": _said(measure.dasar, lang),
        "tag": measure.tag,
        "id": measure.id,
    }


def _additive(measure: Measure, lang: Lang) -> str:
    """The dimensions a measure may be summed over; where those are most, the few it may not."""
    never = [name for name in dimensions() if name not in measure.aditif]
    if not measure.aditif:
        return text("aturan.tidak_aditif", lang)
    if len(never) >= len(measure.aditif):
        return ", ".join(_said(dimensions()[name].label, lang) for name in measure.aditif)
    names = ", ".join(_said(dimensions()[name].label, lang) for name in never)
    return text("aturan.aditif_kecuali" if never else "aturan.aditif_semua", lang, kecuali=names)
