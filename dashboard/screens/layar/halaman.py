"""The wall: one figure at a time, large, nobody named, turning by itself until it is paused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import look, show
from dashboard.drawn import Drawn
from dashboard.figures import plotly
from dashboard.figures.enlarged import enlarged
from dashboard.figures.figure import Cards, Figure, Priorities, Ranking
from dashboard.query import Ask
from dashboard.screens import pages
from dashboard.screens.markup import firm, plain
from dashboard.view import View
from dashboard.words import Words

_HERE = Path(__file__).parent
_SECONDS = (10, 15, 20, 30)
# What hangs on the wall, in this order; a figure without data is passed over.
_TOPICS = ("ringkasan", "peringkat", "serapan", "target", "seratus_hari")
_TAGS = (
    "tepra.ringkasan", "tepra.posisi", "tepra.warna", "tepra.terendah", "tepra.tertinggi", "tepra.kelompok",
    "tepra.jenis", "layar",
)  # fmt: skip
_MOST = 6  # of a ranking or a list: more cannot be read from the back of a hall
_TALL = 1080  # pixels of the screen until it has said its own
_DESK = 430  # of a screen on which a chart's letters have the size they were drawn with
_CHART = 0.74  # of the screen's height


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
    """What hangs on the wall: the figures of the meeting that can be read from afar, in its order."""
    every = [figure for topic in _TOPICS for figure in pages.figures(topic, ask, view) if not figure.empty]
    ordered = [figure for tag in _TAGS for figure in every if tag in figure.tags and _readable(figure)]
    return list({figure.id: _short(figure) for figure in ordered}.values())


def _readable(figure: Figure) -> bool:
    return isinstance(figure.chart, Cards | Priorities) or (plotly.drawn(figure) and _entities(figure) <= _MOST * 2)


def _entities(figure: Figure) -> int:
    return len(figure.chart.dots) if isinstance(figure.chart, Ranking) else 0


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
            with st.grid(3, gap="small"):
                for card in cards:
                    with st.container(border=True, height="stretch", gap="xsmall"):
                        written = look.write(card.value, card.unit, view.lang, short=True)
                        st.metric(plain(card.label), written)
                        if card.note:
                            st.caption(firm(card.note))
        case Priorities(items):
            for number, item in enumerate(items, 1):
                badge = f"{show.status_badge(item.status, view.lang)} " if item.status else ""
                st.markdown(f"**{number}\\. {badge}{plain(item.title)}**  \n{firm(item.reason)}")
        case _:
            drawn = plotly.spec(figure, theme=st.context.theme.type or "light", lang=view.lang)
            if drawn is not None:
                height = round(tall * _CHART)
                st.plotly_chart(
                    Drawn(enlarged(drawn, times=tall / _DESK, height=height)), theme=None, alt=figure.alt,
                    key=f"layar-{figure.id}-{tall}", config=look.CONFIG,
                )  # fmt: skip
    st.caption(plain(figure.provenance.brief or f"{figure.provenance.source} · {figure.provenance.as_of}"))


def _sheet() -> str:
    """The page without menu and margins, enlarged to the screen."""
    return (_HERE / "layar.html").read_text(encoding="utf-8")
