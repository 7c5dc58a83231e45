"""Figures as a paper: A4, tagged, PDF/A-2a and PDF/UA-1, drawn by typst from the figures' own numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from dashboard.export.brand import Brand
from dashboard.export.document_parts import part
from dashboard.export.logo import png
from dashboard.export.typeset import typeset
from dashboard.export.wording import dated
from dashboard.figures.figure import Figure, Lang, Prose, Table
from dashboard.look import LIGHT
from pipelines.catalogue import text

_KEPT = 14  # rows of a part of a sheet, so that the sheet stays one page


@dataclass(frozen=True)
class Sheet:
    """All about one entity on a page of its own: its facts, then rows of one figure or two side by side."""

    head: Figure
    rows: tuple[tuple[Figure, ...], ...]


def document(
    figures: Iterable[Figure | Sheet],
    *,
    title: str,
    subtitle: str,
    brand: Brand,
    lang: Lang = "id",
    mark: str | None = None,
    made_at: datetime | None = None,
) -> bytes:
    """The figures in order as one PDF, `mark` on each page; words and numbers go in as data, never as markup."""
    given = told(figures, title=title, subtitle=subtitle, brand=brand, lang=lang) | {"mark": mark}
    return typeset("laporan.typ", given, made_at=made_at)


def told(figures: Iterable[Figure | Sheet], *, title: str, subtitle: str, brand: Brand, lang: Lang) -> dict[str, Any]:
    """Everything the template draws: words as shown, positions as shares of the drawing."""
    shown, picture = list(figures), png(brand)
    first = next((one.head if isinstance(one, Sheet) else one for one in shown), None)
    return {
        "lang": lang,
        "title": title,
        "subtitle": subtitle,
        "dated": dated(first.provenance, lang) if first else "",
        "nama": brand.nama,
        "unit": brand.unit,
        "keterangan": brand.remark(lang),
        "utama": brand.utama,
        "aksen": brand.aksen,
        "ink": LIGHT.ink,
        "muted": LIGHT.muted,
        "line": LIGHT.line,
        "surface": LIGHT.surface,
        "warn": {"ink": LIGHT.status["oranye"].ink, "soft": LIGHT.status["oranye"].soft},
        "perhatian": text("ekspor.peringatan", lang),
        "logo": list(picture.getvalue()) if picture else None,
        "logo_alt": f"Logo {brand.nama}",
        "figures": [_part(one, brand, lang) for one in shown],
    }


def _part(one: Figure | Sheet, brand: Brand, lang: Lang) -> dict[str, Any]:
    if isinstance(one, Figure):
        return part(one, brand=brand, lang=lang)
    rows = [[part(_short(figure, lang), brand=brand, lang=lang) for figure in row] for row in one.rows]
    head = part(one.head, brand=brand, lang=lang)
    return {**head, "kind": "sheet", "rows": rows}


def _short(figure: Figure, lang: Lang) -> Figure:
    """The first rows or lines of a part; how many more there are stands in its title."""
    chart, table = figure.chart, figure.table
    whole = len(chart.paragraphs) if isinstance(chart, Prose) else len(table.rows)
    if whole <= _KEPT:
        return figure
    if isinstance(chart, Prose):
        figure = replace(figure, chart=Prose(chart.paragraphs[:_KEPT]))
    said = text("ekspor.sisa_lain", lang, n=whole - _KEPT)
    cut = Table(table.columns, table.rows[:_KEPT])
    return replace(figure, table=cut, title=f"{figure.title} ({said})")
