"""The pages: what each is called, which figures it shows, and what stands there when it cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

import streamlit as st

from dashboard import known, show
from dashboard.figures.figure import Figure
from dashboard.memory import Memory
from dashboard.query import Ask
from dashboard.view import LANGS, View, from_params
from dashboard.words import Words

_FIGURES: Memory[tuple[Figure, ...]] = Memory(400)


@dataclass(frozen=True)
class Topic:
    """A page that only shows: its name is its address, its topic module and its key in the catalogue."""

    name: str
    icon: str
    by_opd: bool = False  # shows one OPD, so the filter bar offers them


TOPICS = (
    Topic("ringkasan", ":material/dashboard:"),
    Topic("peringkat", ":material/leaderboard:"),
    Topic("profil_opd", ":material/account_balance:", by_opd=True),
    Topic("serapan", ":material/stacked_line_chart:"),
    Topic("aturan", ":material/gavel:"),
)


def figures(topic: str, ask: Ask, view: View) -> tuple[Figure, ...]:
    """The figures of a topic for a view, kept by build, scope and view."""
    make: Callable[[Ask, View], list[Figure]] = import_module(f"dashboard.topics.{topic}").figures
    return _FIGURES.get((ask.build, ask.scope, topic, view), lambda: tuple(make(ask, view)))


def first_figures(ask: Ask) -> None:
    """Compute what nearly every reader opens first, in both languages."""
    choice = known.choices(ask)
    if choice is None:
        return
    for lang in LANGS:
        view, _ = from_params({"bahasa": lang}, choice.known)
        for topic in ("ringkasan", "peringkat"):
            for figure in figures(topic, Ask(ask.build, ask.reader, ask.scope, lang), view):
                show.drawing(figure, view=view, theme="light")


def topic_page(topic: Topic, ask: Ask, view: View) -> None:
    """Show a topic for a view."""
    words = Words(view.lang)
    if topic.by_opd and view.opd is None:
        st.info(words("umum.pilih_opd_ket"), icon=":material/account_balance:")
        return
    with st.spinner(words("umum.memuat")):
        found = figures(topic.name, ask, view)
    show.show_all(found, view=view)
