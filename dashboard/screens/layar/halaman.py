"""The wall: one figure at a time, large, nobody named, turning by itself until it is paused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import look
from dashboard.drawn import Drawn
from dashboard.figures import plotly
from dashboard.figures.enlarged import enlarged
from dashboard.figures.figure import Bars, Card, Cards, Figure, Priorities, Ranking
from dashboard.query import Ask
from dashboard.screens import pages
from dashboard.screens.badges import badge
from dashboard.screens.markup import firm, plain
from dashboard.view import View
from dashboard.words import Words

_HERE = Path(__file__).parent
_SECONDS = (10, 15, 20, 30)
# What hangs on the wall, in this order; a figure without data is passed over.
_TOPICS = ("ringkasan", "rapat", "peringkat", "serapan", "target", "seratus_hari")
_TAGS = (
    "tepra.ringkasan", "rapat.papan", "tepra.posisi", "tepra.pendaratan", "tepra.warna", "tepra.terendah",
    "tepra.tertinggi", "tepra.kelompok", "tepra.jenis", "rapat.komitmen",
)  # fmt: skip
_REGION = pages.Topic("layar", "")  # looked at like any page that is not of one OPD
_MOST = 6  # of a ranking or a list: more cannot be read from the back of a hall
_TALL = 1080  # pixels of the screen until it has said its own
_DESK = 430  # of a screen on which a chart's letters have the size they were drawn with
_CHART = 0.68  # of the screen's height: a finding of two lines has room above it, its sources below
_TIGHT = 0.85  # how far a chart may be pressed together against its letters before names at its lines meet
_EM = 0.58  # of a letter's height that a letter of a large number is wide
_FEW = 4  # cards that stand two by two


def page(ask: Ask, view: View, words: Words) -> None:
    """The wall for the view."""
    st.html(_sheet())
    found = figures(ask.unnamed(), view)
    if not found:
        st.info(words("layar.kosong"), icon=":material/inbox:")
        return
    tall = int(getattr(st.session_state.get("layar-kendali"), "tinggi", None) or _TALL)
    at = int(st.session_state.get("layar", 0)) % len(found)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="layar-atas"):
        month = plain(look.month(view.until, view.lang))
        st.markdown(f"**{plain(words('umum.judul_panjang'))}** · {month}", width="stretch")
        seconds = st.selectbox(
            words("layar.detik"), _SECONDS, index=1, key="layar-detik", width=110, label_visibility="collapsed",
            format_func=lambda n: words("layar.tiap", n=n),
        )  # fmt: skip
        _control(at, len(found), seconds, words)
    with st.container(key="layar-isi"):
        _large(found[at], view, tall)


def figures(ask: Ask, view: View) -> list[Figure]:
    """What hangs on the wall: the figures of the meeting that can be read from afar, in its order; a finding once."""
    seen = _REGION.looked_at(view)
    every = [figure for topic in _TOPICS for figure in pages.figures(topic, ask, seen) if not figure.empty]
    once: dict[str, Figure] = {}
    for figure in (figure for tag in _TAGS for figure in every if tag in figure.tags and _readable(figure)):
        once.setdefault(figure.title, figure)
    return [_short(figure) for figure in once.values()]


def _readable(figure: Figure) -> bool:
    return isinstance(figure.chart, Cards | Priorities) or (plotly.drawn(figure) and _entities(figure) <= _MOST)


def _entities(figure: Figure) -> int:
    match figure.chart:
        case Ranking():
            return len(figure.chart.dots)
        case Bars():
            return len(figure.chart.categories)
        case _:
            return 0


def _short(figure: Figure) -> Figure:
    match figure.chart:
        case Priorities(items):
            return replace(figure, chart=Priorities(items[: _MOST // 2]))
        case Cards(cards):
            return replace(figure, chart=Cards(cards[:_MOST]))
        case _:
            return figure


def _control(at: int, n: int, seconds: int, words: Words) -> None:
    component = st.components.v2.component(
        "raporda.layar",
        css=(_HERE / "kendali.css").read_text(encoding="utf-8"),
        js=(_HERE / "kendali.js").read_text(encoding="utf-8"),
    )

    def turned() -> None:
        said: Any = getattr(st.session_state["layar-kendali"], "ke", None)
        if said:
            st.session_state["layar"] = int(said["i"])

    spoken = {name: words(f"layar.{name}") for name in ("mundur", "maju", "jeda", "lanjut", "penuh")}
    data = {"i": at, "n": n, "detik": seconds, "kata": spoken}
    component(key="layar-kendali", data=data, on_ke_change=turned, on_tinggi_change=lambda: None, width="content")


def _large(figure: Figure, view: View, tall: int) -> None:
    st.subheader(firm(figure.title), anchor=False)
    match figure.chart:
        case Cards(cards):
            across = 2 if len(cards) <= _FEW else 3
            st.html(f"<style>[data-testid=stMetricValue] {{ --lebar: {widest(cards, across, view.lang)}vw; }}</style>")
            with st.grid(across, gap="small"):
                for card in cards:
                    _card(card, view)
        case Priorities(items):
            for number, item in enumerate(items, 1):
                mark = f"{badge(item.status, view.lang)} " if item.status else ""
                st.markdown(f"**{number}\\. {mark}{plain(item.title)}**  \n{firm(item.reason)}")
        case _:
            drawn = plotly.spec(figure, theme=st.context.theme.type or "light", lang=view.lang)
            if drawn is not None:
                height = round(tall * _CHART)
                times = min(tall / _DESK, height / (_TIGHT * drawn["layout"]["height"]))
                st.plotly_chart(
                    Drawn(enlarged(drawn, times=times, height=height)), theme=None, alt=figure.alt,
                    key=f"layar-{figure.id}-{tall}", config=look.CONFIG,
                )  # fmt: skip
    _sources(figure, Words(view.lang))


def _card(card: Card, view: View) -> None:
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.metric(plain(card.label), look.write(card.value, card.unit, view.lang, short=True))
        if card.status:
            st.markdown(badge(card.status, view.lang))
        if card.note:
            st.caption(firm(card.note))


def widest(cards: Sequence[Card], across: int, lang: str) -> float:
    """The height of letters at which the longest number fits its card, in hundredths of the screen's width."""
    letters = max(len(look.write(card.value, card.unit, lang, short=True)) for card in cards)
    return round((96 / across - 4) / (letters * _EM), 2)


def _sources(figure: Figure, words: Words) -> None:
    """Where the figure comes from: also on a wall nobody is shown a total that does not match without being told."""
    where = figure.provenance
    alarm = f":orange[:material/warning: {plain(words('umum.gambar_selisih'))}] · " if where.warnings else ""
    line = where.brief or f"{where.source} · {where.as_of}"
    with st.container(key="layar-kaki"):
        st.markdown(alarm + plain(f"{line} · {words('layar.build', build=where.build)}"))


def _sheet() -> str:
    """The page without menu and margins, enlarged to the screen."""
    return (_HERE / "layar.html").read_text(encoding="utf-8")
