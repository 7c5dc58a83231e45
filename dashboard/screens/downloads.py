"""What can be taken along from a figure or a page; each file is made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.figures.figure import Figure
from dashboard.view import View
from dashboard.words import Words
from pipelines.workspace import open_workspace

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def offer(figure: Figure, *, view: View) -> None:
    """The downloads of one figure: all its rows, and itself as a slide."""
    words = Words(view.lang)
    name = f"{figure.id.replace('.', '-')}-{view.until}"
    with st.popover(words("umum.unduh"), icon=":material/download:", type="tertiary", key=f"unduh-{figure.id}"):
        button(words("umum.unduh_xlsx"), lambda: _book(figure, view), f"{name}.xlsx", XLSX, key=f"xlsx-{figure.id}")
        button(words("umum.unduh_slide"), lambda: _slide(figure, view), f"{name}.pptx", PPTX, key=f"pptx-{figure.id}")


def button(label: str, make: Callable[[], bytes], name: str, mime: str, *, key: str) -> None:
    """A quiet button that makes its file when pressed, without running the page again."""
    st.download_button(label, make, name, mime, key=key, on_click="ignore", type="tertiary", icon=":material/download:")


def _book(figure: Figure, view: View) -> bytes:
    from dashboard.export.book import book
    from dashboard.export.brand import brand

    mine = brand(open_workspace(None).home)
    return book([figure], title=figure.title, subtitle=figure.provenance.as_of, brand=mine, lang=view.lang)


def _slide(figure: Figure, view: View) -> bytes:
    from dashboard.export.brand import brand
    from dashboard.export.deck import Slide, slides

    return slides([Slide((figure,))], title=figure.title, brand=brand(open_workspace(None).home), lang=view.lang)
