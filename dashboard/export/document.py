"""Figures as a paper: A4, tagged, PDF/A-2a and PDF/UA-1, drawn by typst from the figures' own numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from dashboard.export.brand import Brand
from dashboard.export.document_parts import part
from dashboard.export.glyphs import drawable
from dashboard.export.logo import png
from dashboard.export.wording import dated
from dashboard.figures.figure import Figure, Lang
from dashboard.look import LIGHT
from pipelines.catalogue import text

_TEMPLATE = Path(__file__).parent / "templat" / "laporan.typ"
_FONTS = Path(__file__).parent / "templat" / "fonts"
STANDARDS = ("a-2a", "ua-1")
_COMPILE: Any = typst.compile


def document(
    figures: Iterable[Figure],
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
    compiled = _COMPILE(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        font_paths=[str(_FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(given)},
        format="pdf",
        pdf_standards=list(STANDARDS),
        timestamp=(made_at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0),
    )
    return bytes(compiled)


def told(figures: Iterable[Figure], *, title: str, subtitle: str, brand: Brand, lang: Lang) -> dict[str, Any]:
    """Everything the template draws: words as shown, positions as shares of the drawing."""
    shown, picture = list(figures), png(brand)
    return {
        "lang": lang,
        "title": drawable(title),
        "subtitle": drawable(subtitle),
        "dated": drawable(dated(shown[0].provenance, lang)) if shown else "",
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
        "figures": drawable([part(figure, brand=brand, lang=lang) for figure in shown]),
    }
