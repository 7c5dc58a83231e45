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
    with st.container(horizontal=True, gap="small"):
        button(words("umum.unduh_xlsx"), lambda: _book(figure), f"{name}.xlsx", XLSX, key=f"xlsx-{figure.id}")
        if figure.chart is not None or figure.table.rows:
            button(words("umum.unduh_slide"), lambda: _deck(figure), f"{name}.pptx", PPTX, key=f"pptx-{figure.id}")


def button(label: str, make: Callable[[], bytes], name: str, mime: str, *, key: str) -> None:
    """A quiet button that makes its file when pressed, without running the page again."""
    st.download_button(label, make, name, mime, key=key, on_click="ignore", type="tertiary", icon=":material/download:")


def _book(figure: Figure) -> bytes:
    from dashboard.export.book import book
    from dashboard.export.brand import brand

    return book([figure], title=figure.title, subtitle=figure.provenance.as_of, brand=brand(open_workspace(None).home))


def _deck(figure: Figure) -> bytes:
    from dashboard.export.brand import brand
    from dashboard.export.deck import deck

    return deck([figure], title=figure.title, subtitle=figure.provenance.as_of, brand=brand(open_workspace(None).home))
