"""The official forms as files: which kinds there are, each as a workbook (.xlsx) and on paper (.pdf)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from dashboard.export.brand import Brand
from dashboard.export.brand import brand as shipped
from dashboard.export.formulir import e81, lkjip, rkpd
from dashboard.export.formulir.bentuk import Formulir
from dashboard.export.formulir.kertas import paper
from dashboard.export.formulir.lembar import workbook
from dashboard.query import Ask
from dashboard.view import View
from pipelines.catalogue import text

FORMS: dict[str, Callable[[Ask, View, Sequence[str]], list[Formulir]]] = {
    "e81": e81.forms, "rkpd": rkpd.forms, "lkjip": lkjip.forms,
}  # fmt: skip


def filled(kind: str, ask: Ask, view: View, opd: Sequence[str] = ()) -> list[Formulir]:
    """The forms of a kind, of the OPD called; what the reader may not see is not called.

    A form on which a name stands says that it is restricted. Raises KeyError for a kind that is not in FORMS.
    """
    seen = {row["kode_opd"] for row in ask.run("select kode_opd from app.opd")}
    made = FORMS[kind](ask, view, tuple(code for code in opd if code in seen))
    mark = text("ekspor.terbatas", view.lang)
    return [replace(one, terbatas=mark) if any(by.nama for by in one.tanda) else one for one in made]


def book_bytes(
    kind: str, ask: Ask, view: View, brand: Brand | None = None, *, opd: Sequence[str] = (),
    made_at: datetime | None = None,
) -> bytes:  # fmt: skip
    """The forms as a workbook, a sheet each."""
    return workbook(filled(kind, ask, view, opd), brand=brand or shipped(), lang=view.lang, made_at=made_at)


def document_bytes(
    kind: str, ask: Ask, view: View, brand: Brand | None = None, *, opd: Sequence[str] = (),
    made_at: datetime | None = None,
) -> bytes:  # fmt: skip
    """The forms on paper, each on pages of its own."""
    return paper(filled(kind, ask, view, opd), brand=brand or shipped(), lang=view.lang, made_at=made_at)
