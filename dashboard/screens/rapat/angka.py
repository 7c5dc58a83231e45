"""What meetings left behind as figures: of today, and saying what was written since they were computed."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import show
from dashboard.figures.figure import Figure
from dashboard.memory import Memory
from dashboard.query import Ask
from dashboard.screens import publishing
from dashboard.topics import rapat
from dashboard.view import View
from dashboard.words import Words
from pipelines import clock, publish
from pipelines.records.store import Records
from pipelines.workspace import Workspace

_FIGURES: Memory[tuple[Figure, ...]] = Memory(100)
PARTS = tuple(rapat.PARTS)


def part(name: str, ws: Workspace, records: Records, ask: Ask, view: View, words: Words) -> None:
    """The figures of a part, as of today unless the address names a day."""
    _behind(ws, records, ask, words)
    shown = view if view.per else replace(view, per=clock.local(clock.now()).date())
    with st.spinner(words("umum.memuat")):
        found = _FIGURES.get((ask.build, ask.scope, name, shown), lambda: tuple(rapat.PARTS[name](ask, shown)))

    def unnamed(id: str) -> Figure | None:
        plain = rapat.PARTS[name](ask.unnamed(), shown)
        return next((figure for figure in plain if figure.id == id), None)

    show.show_all(found, view=shown, scope=ask.scope, unnamed=unnamed)


def _behind(ws: Workspace, records: Records, ask: Ask, words: Words) -> None:
    """How much was written since the figures were computed, and the way to take it in."""
    new = records.head() - publish.said_until(ws, ask.build)
    if new <= 0:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":material/pending: {words('rapat.belum_masuk', n=new)}", width="stretch")
        pressed = st.button(words("rapat.perbarui"), key="rapat-perbarui", icon=":material/refresh:")
    if pressed:
        publishing.now(ws, words)
