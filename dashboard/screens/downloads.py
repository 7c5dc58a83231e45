"""What can be taken along from a figure or a page; each file is made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.export import picture
from dashboard.export.brand import brand
from dashboard.figures import plotly
from dashboard.figures.figure import Figure
from dashboard.look import Theme, write
from dashboard.query import Ask
from dashboard.screens.markup import plain
from dashboard.topics import indikator
from dashboard.view import View
from dashboard.words import Words
from pipelines.workspace import open_workspace

if TYPE_CHECKING:
    from dashboard.export.formulir.berat import Berat

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
_WITH_FORMS = ("tepra", "opd")  # the meetings at which the official forms are asked for
_UNITS = "select distinct kode_opd, nama from app.opd order by nama"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def offer(figure: Figure, *, view: View, unnamed: Callable[[str], Figure | None] | None = None) -> None:
    """The downloads of one figure: all its rows, and itself as a slide.

    With `unnamed` the figure names people; what is taken along is then the one it gives, unless names are asked for.
    """
    words = Words(view.lang)
    name = f"{figure.id.replace('.', '-')}-{view.until}"
    menu = _menu(words("umum.unduh"), icon=":material/download:", key=f"unduh-{figure.id}", type="tertiary")
    if not menu.open:
        return
    from dashboard.export import single  # late: a page must not load the writers

    mine, mark = brand(open_workspace(None).home), None
    with menu:
        if unnamed:
            masked = unnamed(figure.id)
            if _named(words, f"nama-{figure.id}"):
                mark = single.mark(figure, masked, view)
            elif masked is None:
                return
            else:
                figure = masked
        button(
            words("umum.unduh_xlsx"), lambda: single.figure_book(figure, view, mine, mark=mark), f"{name}.xlsx", XLSX,
            key=f"xlsx-{figure.id}",
        )  # fmt: skip
        button(
            words("umum.unduh_slide"), lambda: single.figure_slide(figure, view, mine, mark=mark), f"{name}.pptx", PPTX,
            key=f"pptx-{figure.id}",
        )  # fmt: skip
        if picture.available() and plotly.drawn(figure):
            _draw(figure, view, f"{name}.png", mark)


def material(ask: Ask, view: View, *, kind: str | None = None, opened: str | None = None) -> None:
    """The whole meeting's material for the view: of the OPD that is open, else of the region.

    A page with a meeting of its own names its `kind`; that on high officials has the page of the official that is open.
    `opened` is the OPD that a page of all OPD was opened from: its forms are offered first.
    """
    from dashboard.export import packs

    words = Words(view.lang)
    own = kind is not None
    kind = kind or ("opd" if view.opd else "tepra")
    name = f"{kind}-{view.opd.lower()}-{view.until}" if kind == "opd" and view.opd else f"{kind}-{view.until}"
    called = [view.pejabat] if kind == "jpt" and view.pejabat else None

    def make(how: Callable[..., bytes]) -> Callable[[], bytes]:
        return lambda: how(kind, asked, view, brand(open_workspace(None).home), pejabat=called)

    label = words(f"umum.unduh_bahan_{kind}" if own else "umum.unduh_bahan")
    menu = _menu(label, icon=":material/slideshow:", key="bahan")
    if not menu.open:
        return
    with menu:
        asked = ask if ask.scope.names and _named(words, "bahan-nama") else ask.unnamed()
        button(words("umum.unduh_dek"), make(packs.deck_bytes), f"{name}.pptx", PPTX, key="bahan-pptx")
        button(words("umum.unduh_buku"), make(packs.book_bytes), f"{name}.xlsx", XLSX, key="bahan-xlsx")
        button(words("umum.unduh_dokumen"), make(packs.document_bytes), f"{name}.pdf", PDF, key="bahan-pdf")
        if kind in _WITH_FORMS:
            _forms(asked, view, words, opened)


def _forms(ask: Ask, view: View, words: Words, opened: str | None) -> None:
    """The official forms of the last quarter that ended: of the OPD that is open or chosen here, else of the region.

    E.81 of every OPD at once is long; it is left to the command.
    """
    from dashboard.export.formulir import berat, berkas

    st.caption(words("formulir.menu", triwulan=indikator.quarter(view).said(view.lang)))
    view = replace(view, opd=view.opd or _whose(ask, view, words, opened), program=None, kegiatan=None, sub=None)
    whose = f"{view.opd.lower()}-" if view.opd else ""
    for kind in ("e81", "lkjip") if view.opd else ("rkpd", "lkjip"):
        name, rows = words(f"formulir.menu_{kind}"), berat.lines(kind, ask, view)
        if not rows:
            st.caption(words(f"formulir.menu_kosong_{kind}", nama=name))
            continue
        for form, kept, mime in (("xlsx", berkas.book_bytes, XLSX), ("pdf", berkas.document_bytes, PDF)):
            label = words("formulir.unduh", nama=name, jenis=f".{form}") + _heavy(berat.weight(rows, form), view, words)
            file = f"{kind}-{whose}{view.until}.{form}"
            button(label, _filled(kept, kind, ask, view), file, mime, key=f"{kind}-{form}")


def _whose(ask: Ask, view: View, words: Words, opened: str | None) -> str | None:
    """The OPD whose forms are taken: the one chosen in the menu, the only one the reader may see; None for all."""
    members = ask.members(view)
    found = {row["kode_opd"]: str(row["nama"] or row["kode_opd"]) for row in ask.run(_UNITS)}
    units = [code for code in found if members is None or code in members]
    if len(units) < 2:
        return next(iter(units), None)
    chosen: str | None = st.selectbox(
        words("formulir.menu_untuk"), [None, *units], index=units.index(opened) + 1 if opened in units else 0,
        format_func=lambda code: found.get(code, words("formulir.menu_daerah")), key=f"formulir-opd-{opened}",
    )  # fmt: skip
    return chosen


def _heavy(weight: Berat, view: View, words: Words) -> str:
    """What a long form weighs and how long it takes, in words; nothing for a short one."""
    if weight.ringan:
        return ""
    rows, mb = write(weight.baris, "angka", view.lang), write(weight.mb, "angka", view.lang)
    return f" · {words('formulir.menu_berat', baris=rows, mb=mb, detik=weight.detik)}"


def _filled(how: Callable[..., bytes], kind: str, ask: Ask, view: View) -> Callable[[], bytes]:
    return lambda: how(kind, ask, view, brand(open_workspace(None).home))


def _named(words: Words, key: str) -> bool:
    """Whether what is taken along shall name people; each file asks anew, for paper wanders."""
    return st.checkbox(words("umum.unduh_nama"), key=key, help=words("umum.unduh_nama_ket"))


def _menu(label: str, **how: Any) -> Any:
    """A menu whose entries are sent when it is opened: unopened ones were a quarter of what a page costs the server."""
    return st.popover(label, on_change="rerun", **how)


def button(label: str, make: Callable[[], bytes], name: str, mime: str, *, key: str) -> None:
    """A quiet button that makes its file when pressed, without running the page again."""
    st.download_button(label, make, name, mime, key=key, on_click="ignore", type="tertiary", icon=":material/download:")


def _draw(figure: Figure, view: View, name: str, mark: str | None) -> None:
    """A picture is drawn first and offered then: where no browser can draw it, the reader is told why."""
    words = Words(view.lang)
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    label = words("umum.buat_gambar")
    if not st.button(label, key=f"gambar-{figure.id}", type="tertiary", icon=":material/image:"):
        return
    try:
        with st.spinner(words("umum.memuat_gambar")):
            made = picture.picture(figure, theme=theme, lang=view.lang, mark=mark)
    except picture.PictureError as error:
        st.warning(plain(str(error)), icon=":material/image_not_supported:")
        return
    button(words("umum.unduh_gambar"), lambda: made, name, "image/png", key=f"png-{figure.id}")
