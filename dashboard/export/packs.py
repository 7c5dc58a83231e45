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
from dashboard.export.meeting_pejabat import pejabat as of_official
from dashboard.export.meetings import KINDS, everybody
from dashboard.export.pack import Called, Pack
from dashboard.figures.figure import Figure
from dashboard.query import Ask
from dashboard.topics import berubah
from dashboard.view import View
from pipelines.catalogue import text

__all__ = [
    "KINDS", "Pack", "Since", "book_bytes", "book_of", "deck_bytes", "deck_of", "document_bytes", "document_of",
    "official", "pack",
]  # fmt: skip


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


class Write(Protocol):
    """Writes a pack that is made in one form."""

    def __call__(self, made: Pack, view: View, brand: Brand, *, made_at: datetime | None) -> bytes: ...


def pack(
    kind: str, ask: Ask, view: View, *, opd: Sequence[str] | None = None, pejabat: Sequence[str] | None = None,
    since: Since | None = None,
) -> Pack:  # fmt: skip
    """The pack of a kind in the view's language; `opd` and `pejabat` are called, as the kind understands it.

    With `since` it also says what has changed since then. Who or what the reader may not see is not called. Raises
    KeyError for a kind that is not in KINDS.
    """
    made = KINDS[kind](ask, view, Called(_units(ask, opd or ()), None if pejabat is None else _people(ask, pejabat)))
    if since is not None:
        told = [one for one in berubah.figures(ask, since.ask, view, since.view) if not one.empty]
        made = replace(made, slides=_with_changes(made.slides, told))
    return _marked(made, ask)


def official(ask: Ask, view: View, orang_id: str) -> Pack | None:
    """What one called official is sent; None for one whom the reader may not see or of whom no post is known."""
    made = of_official(ask, everybody(view), orang_id) if _people(ask, (orang_id,)) else None
    return None if made is None else _marked(made, ask)


def _units(ask: Ask, opd: Sequence[str]) -> tuple[str, ...]:
    seen = {row["kode_opd"] for row in ask.run("select kode_opd from app.opd")}
    return tuple(code for code in opd if code in seen)


def _people(ask: Ask, pejabat: Sequence[str]) -> tuple[str, ...]:
    known = {row["orang_id"] for row in ask.run(_PEOPLE, tuple(pejabat))}
    return tuple(one for one in dict.fromkeys(pejabat) if one in known)


def _marked(made: Pack, ask: Ask) -> Pack:
    return replace(made, mark=text("ekspor.terbatas", ask.lang)) if ask.scope.names else made


def _with_changes(slides: tuple[Slide | Cover, ...], told: Sequence[Figure]) -> tuple[Slide | Cover, ...]:
    """The slides with what has changed after the summary, where a meeting asks for it."""
    at = next((n for n, one in enumerate(slides) if isinstance(one, Slide) and _is_summary(one)), 0) + 1
    return (*slides[:at], *(Slide((figure,)) for figure in told), *slides[at:])


def _is_summary(slide: Slide) -> bool:
    return any(figure.id.startswith("ringkasan.") for figure in slide.figures)


def _form(write: Write) -> Form:
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


def deck_of(made: Pack, view: View, brand: Brand, *, made_at: datetime | None) -> bytes:
    """The .pptx of a pack."""
    shown = [
        replace(one, figures=tuple(brief(figure, view) for figure in one.figures)) if isinstance(one, Slide) else one
        for one in made.slides
    ]
    return slides(shown, title=made.title, brand=brand, lang=view.lang, mark=made.mark, made_at=made_at)


def book_of(made: Pack, view: View, brand: Brand, *, made_at: datetime | None) -> bytes:
    """The .xlsx of a pack, every figure with all its rows."""
    said = {"title": made.title, "subtitle": made.subtitle}
    return book(made.sheets or made.figures, **said, brand=brand, lang=view.lang, mark=made.mark, made_at=made_at)


def document_of(made: Pack, view: View, brand: Brand, *, made_at: datetime | None) -> bytes:
    """The .pdf of a pack."""
    shown = [one if isinstance(one, Sheet) else on_paper(one, view) for one in made.papers]
    said = {"title": made.title, "subtitle": made.subtitle}
    return document(shown, **said, brand=brand, lang=view.lang, mark=made.mark, made_at=made_at)


deck_bytes, book_bytes, document_bytes = _form(deck_of), _form(book_of), _form(document_of)
