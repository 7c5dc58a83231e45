"""The material of a meeting as slides, sheets and paper; all forms of one pack show the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from dashboard.export.book import book
from dashboard.export.brand import Brand
from dashboard.export.brand import brand as shipped
from dashboard.export.briefs import brief, on_paper
from dashboard.export.deck import Cover, Slide, slides
from dashboard.export.document import Sheet, document
from dashboard.export.meetings import KINDS
from dashboard.export.pack import Called, Pack
from dashboard.figures.figure import Figure
from dashboard.query import Ask
from dashboard.topics import berubah
from dashboard.view import View
from pipelines.catalogue import text

__all__ = ["KINDS", "Pack", "Since", "book_bytes", "deck_bytes", "document_bytes", "pack"]


_PEOPLE = "select orang_id from app.orang where list_contains(?, orang_id)"


@dataclass(frozen=True)
class Since:
    """The figures that an earlier meeting froze, and the view that it had of them."""

    ask: Ask
    view: View


class Form(Protocol):
    """Makes the pack of a kind in one form; without a brand under the shipped one, without a moment as of now."""

    def __call__(
        self,
        kind: str,
        ask: Ask,
        view: View,
        brand: Brand | None = None,
        *,
        opd: Sequence[str] | None = None,
        pejabat: Sequence[str] | None = None,
        since: Since | None = None,
        made_at: datetime | None = None,
    ) -> bytes: ...


class _Write(Protocol):
    def __call__(self, made: Pack, view: View, brand: Brand, *, made_at: datetime | None) -> bytes: ...


def pack(
    kind: str, ask: Ask, view: View, *, opd: Sequence[str] | None = None, pejabat: Sequence[str] | None = None,
    since: Since | None = None,
) -> Pack:  # fmt: skip
    """The pack of a kind in the view's language; `opd` and `pejabat` are called, as the kind understands it.

    With `since` it also says what has changed since then. Who or what the reader may not see is not called. Raises
    KeyError for a kind that is not in KINDS.
    """
    seen = {row["kode_opd"] for row in ask.run("select kode_opd from app.opd")}
    units = tuple(code for code in opd or () if code in seen)
    people = None
    if pejabat is not None:
        known = {row["orang_id"] for row in ask.run(_PEOPLE, tuple(pejabat))}
        people = tuple(one for one in dict.fromkeys(pejabat) if one in known)
    made = KINDS[kind](ask, view, Called(units, people))
    if since is not None:
        told = [one for one in berubah.figures(ask, since.ask, view, since.view) if not one.empty]
        made = replace(made, slides=_with_changes(made.slides, told))
    return replace(made, mark=text("ekspor.terbatas", view.lang)) if ask.scope.names else made


def _with_changes(slides: tuple[Slide | Cover, ...], told: Sequence[Figure]) -> tuple[Slide | Cover, ...]:
    """The slides with what has changed after the summary, where a meeting asks for it."""
    at = next((n for n, one in enumerate(slides) if isinstance(one, Slide) and _is_summary(one)), 0) + 1
    return (*slides[:at], *(Slide((figure,)) for figure in told), *slides[at:])


def _is_summary(slide: Slide) -> bool:
    return any(figure.id.startswith("ringkasan.") for figure in slide.figures)


def _form(write: _Write) -> Form:
    def made(
        kind: str,
        ask: Ask,
        view: View,
        brand: Brand | None = None,
        *,
        opd: Sequence[str] | None = None,
        pejabat: Sequence[str] | None = None,
        since: Since | None = None,
        made_at: datetime | None = None,
    ) -> bytes:
        made = pack(kind, ask, view, opd=opd, pejabat=pejabat, since=since)
        return write(made, view, brand or shipped(), made_at=made_at)

    return made


def _deck(made: Pack, view: View, brand: Brand, *, made_at: datetime | None) -> bytes:
    """The .pptx."""
    shown = [
        replace(one, figures=tuple(brief(figure, view) for figure in one.figures)) if isinstance(one, Slide) else one
        for one in made.slides
    ]
    return slides(shown, title=made.title, brand=brand, lang=view.lang, mark=made.mark, made_at=made_at)


def _book(made: Pack, view: View, brand: Brand, *, made_at: datetime | None) -> bytes:
    """The .xlsx, every figure with all its rows."""
    said = {"title": made.title, "subtitle": made.subtitle}
    return book(made.sheets or made.figures, **said, brand=brand, lang=view.lang, mark=made.mark, made_at=made_at)


def _document(made: Pack, view: View, brand: Brand, *, made_at: datetime | None) -> bytes:
    """The .pdf."""
    shown = [one if isinstance(one, Sheet) else on_paper(one, view) for one in made.papers]
    said = {"title": made.title, "subtitle": made.subtitle}
    return document(shown, **said, brand=brand, lang=view.lang, mark=made.mark, made_at=made_at)


deck_bytes, book_bytes, document_bytes = _form(_deck), _form(_book), _form(_document)
