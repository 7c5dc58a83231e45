"""Leading on: the registered pages, and opening the entity that was clicked with the reader's filters kept."""

from __future__ import annotations

from typing import Any, NoReturn

import streamlit as st

from dashboard.figures.figure import Link
from dashboard.view import View, to_params
from dashboard.words import Words

_BELOW = ("program", "kegiatan", "sub", "pejabat", "jabatan", "pelantikan")


def register(pages: dict[str, Any]) -> None:
    """Keep this run's pages by their address."""
    st.session_state["halaman"] = pages


def page(name: str) -> Any:
    """The page at an address."""
    return st.session_state["halaman"][name]


def params(link: Link, view: View) -> dict[str, str]:
    """The address parameters of a link: the reader's month, group and rule, then what the link names."""
    kept = {name: value for name, value in to_params(view).items() if name not in _BELOW}
    return kept | dict(link.params)


def go(link: Link, view: View) -> NoReturn:
    """Open what a link names."""
    st.switch_page(page(link.page), query_params=params(link, view))


def anchor(link: Link, view: View, label: str, *, help: str | None = None, icon: str | None = None) -> None:
    """A link that can be followed with mouse and keyboard alike; `label` is Markdown."""
    st.page_link(page(link.page), label=label, help=help, icon=icon, query_params=params(link, view))


def headed(title: str, link: Link | None, view: View, *, help: str) -> None:
    """A title in Markdown, and beside it the way to what it names, which `help` says in full."""
    with st.container(horizontal=True, wrap=False, vertical_alignment="top", gap="small"):
        st.markdown(title, width="stretch")
        if link:
            anchor(link, view, Words(view.lang)("umum.gambar_buka"), help=help)
