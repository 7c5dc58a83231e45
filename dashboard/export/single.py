"""One figure taken along by itself: as a workbook or a slide, marked like a pack where it names people."""

from __future__ import annotations

from datetime import datetime

from dashboard.export.book import book
from dashboard.export.brand import Brand
from dashboard.export.deck import Slide, slides
from dashboard.figures.figure import Figure
from dashboard.view import View
from pipelines.catalogue import text


def mark(figure: Figure, unnamed: Figure | None, view: View) -> str | None:
    """What has to stand on the figure: nothing where it is the same to a reader who has nobody named."""
    return None if figure == unnamed else text("ekspor.terbatas", view.lang)


def figure_book(
    figure: Figure, view: View, brand: Brand, *, mark: str | None = None, made_at: datetime | None = None
) -> bytes:
    """The figure's rows as a workbook (.xlsx)."""
    said = {"title": figure.title, "subtitle": _whose(figure)}
    return book([figure], **said, brand=brand, lang=view.lang, mark=mark, made_at=made_at)


def figure_slide(
    figure: Figure, view: View, brand: Brand, *, mark: str | None = None, made_at: datetime | None = None
) -> bytes:
    """The figure as slides (.pptx)."""
    said = {"title": figure.title, "subtitle": _whose(figure)}
    return slides([Slide((figure,))], **said, brand=brand, lang=view.lang, mark=mark, made_at=made_at)


def _whose(figure: Figure) -> str:
    said = figure.provenance
    return " · ".join(dict.fromkeys((said.as_of, said.scope)))
