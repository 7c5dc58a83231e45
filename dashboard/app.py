"""Streamlit's entry: who is reading, which pages there are, and the frame around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard import known, query
from dashboard.query import Ask
from dashboard.screens import data, frame, lead, pages
from dashboard.screens.layar import halaman as layar
from dashboard.view import View
from dashboard.words import Words
from pipelines.workspace import open_workspace

_STATIC = "/app/static"  # by address: Streamlit reads and hashes a file anew at every rerun


def _page(make: Callable[[], None], name: str, words: Words, *, icon: str, default: bool = False) -> Any:
    title, told = words(f"umum.hal_{name}"), words(f"umum.bantu_{name}")
    return st.Page(make, title=title, icon=icon, url_path=pages.address(name), default=default, help=told)


lang = frame.language()
words = Words(lang)
# A local icon: Streamlit would fetch a page's own from another host.
st.set_page_config(page_title=words("umum.judul_panjang"), page_icon=f"{_STATIC}/ikon.png", layout="wide")
st.logo(f"{_STATIC}/lambang.png", icon_image=f"{_STATIC}/ikon.png", size="large")

workspace = open_workspace(None)
ask = query.current(workspace, scope=frame.scope(), lang=lang)  # the pointer is read once: one run, one build
choices = known.choices(ask) if ask else None
shown = None


def _topic(topic: pages.Topic) -> Callable[[], None]:
    def run() -> None:
        if ask is None or shown is None:
            data.welcome(words, data_page=registered["data_mutu"])
        else:
            pages.topic_page(topic, ask, shown)

    return run


registered = {
    topic.name: _page(_topic(topic), topic.name, words, icon=topic.icon, default=topic.name == "ringkasan")
    for topic in pages.TOPICS
}
registered["data_mutu"] = _page(
    lambda: data.page(workspace, ask, shown, words), "data_mutu", words, icon=":material/fact_check:"
)


def _own(make: Callable[[Ask, View], None]) -> Callable[[], None]:
    """A page with a hand of its own, or what to bring in where no figure is published."""

    def run() -> None:
        if ask is None or shown is None:
            data.welcome(words, data_page=registered["data_mutu"])
        else:
            make(ask, shown)

    return run


def _meetings(ask: Ask, view: View) -> None:
    from dashboard.screens.rapat import halaman  # late: only who opens the page needs the records

    halaman.page(workspace, ask, view, words)


def _material(ask: Ask, view: View) -> None:
    from dashboard.screens import bahan  # late: other pages must not load the writers

    bahan.page(workspace, ask, view, words)


def _wall(ask: Ask, view: View) -> None:
    layar.page(ask, view, words)


registered["rapat"] = _page(_own(_meetings), "rapat", words, icon=":material/forum:")
registered["bahan"] = _page(_own(_material), "bahan", words, icon=":material/inventory_2:")
registered["layar"] = _page(_own(_wall), "layar", words, icon=":material/tv:")
lead.register(registered)
page = st.navigation([registered[name] for name in pages.ORDER])

wall = page.url_path == "layar"  # nothing but the figures
if not wall:
    frame.head(page.title, lang)
if ask is not None and choices is not None:
    shown = frame.view(choices)
if ask is not None and choices is not None and shown is not None and not wall:
    where = page.url_path
    meeting = {"pejabat": "jpt", "seratus-hari": "seratus_hari", "setda": "setda"}.get(where)
    by_person = where == "kinerja"  # there each OPD answers with its agreement: so do its forms
    frame.bar(
        ask, shown, choices, by_opd=where == "profil-opd", any_opd=where == "rapat", by_skp=by_person, meeting=meeting,
        forms_of_opd=by_person,
    )  # fmt: skip
    frame.banner(ask, shown)
page.run()
if ask is not None and shown is not None and not wall:
    frame.foot(ask, shown)
