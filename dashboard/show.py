"""A Figure on a page: its finding, its chart, its rows, where it comes from, and how to take it along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from dashboard import look
from dashboard.access import Scope
from dashboard.drawn import Drawn
from dashboard.figures import plotly, shown
from dashboard.figures.figure import Card, Cards, Figure, Item, Priorities, Prose
from dashboard.figures.pen import followed
from dashboard.memory import Memory
from dashboard.screens import downloads, failure, lead, rows
from dashboard.screens.badges import badge
from dashboard.screens.markup import firm, plain
from dashboard.view import View
from dashboard.words import Words

_ALL = "seluruh"  # the address parameter that names the figure whose chart is drawn whole
Unnamed = Callable[[str], Figure | None]
_ACROSS = 6  # cards beside each other on a desk; more stand in two even rows
_NOBODY = Scope()  # names nobody
_DRAWINGS: Memory[dict[str, Any] | None] = Memory(600)


def drawing(
    figure: Figure, *, view: View, theme: str, scope: Scope = _NOBODY, whole: bool = True
) -> dict[str, Any] | None:
    """The figure's chart as a Plotly dict, kept by build, scope, view, theme, figure and whether it was cut short."""
    key = (figure.provenance.build, scope, figure.provenance.scope, figure.id, view, theme, whole)
    return _DRAWINGS.get(key, lambda: plotly.spec(figure, theme=theme, lang=view.lang))


def show_all(figures: Sequence[Figure], *, view: View, scope: Scope = _NOBODY, unnamed: Unnamed | None = None) -> None:
    """Figures one below the other; halves stand side by side where there is room.

    Where the scope names people, `unnamed` gives a figure without them by its id: what is downloaded unless asked for.
    """
    grid = st.grid(2, min_column_width=420, gap="medium")
    for figure, beside in paired(figures):
        with grid.cell(column_span=1 if beside else "all"):
            show(figure, view=view, scope=scope, unnamed=unnamed)


def paired(figures: Sequence[Figure]) -> list[tuple[Figure, bool]]:
    """Each figure with whether it stands beside another; a half without a neighbour takes the whole width."""
    found: list[tuple[Figure, bool]] = []
    waiting = list(figures)
    while waiting:
        two = [f for f in waiting[:2] if f.width == "half"]
        beside = len(two) == 2
        found += [(figure, beside) for figure in waiting[: 2 if beside else 1]]
        del waiting[: 2 if beside else 1]
    return found


def show(figure: Figure, *, view: View, scope: Scope = _NOBODY, unnamed: Unnamed | None = None) -> None:
    """One figure with everything that belongs to it; one that breaks says so and leaves the others standing."""
    with st.container(border=not isinstance(figure.chart, Cards), height="stretch", key=_key(figure)):
        _head(figure, view, unnamed if scope.names else None)
        if figure.empty:
            st.info(plain(figure.empty), icon=":material/inbox:")
        else:
            try:
                _chart(figure, view, scope)
                _rows(figure, view)
            except Exception:
                reference = failure.log(f"figure {figure.id}")
                st.error(Words(view.lang)("umum.gagal_gambar", rujukan=reference), icon=":material/error:")
        for note in figure.notes:
            st.caption(firm(note))
        _foot(figure, view)


def _key(figure: Figure) -> str:
    return f"fig-{figure.id.replace('.', '-')}"


def _head(figure: Figure, view: View, unnamed: Unnamed | None) -> None:
    # A finding and its question are read as one; the way up between them needs room of its own.
    with st.container(gap="xsmall" if figure.trail else None):
        with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
            st.subheader(firm(figure.title), anchor=False, width="stretch")
            if not figure.empty:
                downloads.offer(figure, view=view, unnamed=unnamed)
        if figure.trail:
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                for name, link in figure.trail:
                    lead.anchor(link, view, plain(name), icon=":material/chevron_right:")
        if figure.question:
            st.caption(plain(figure.question))


def _chart(figure: Figure, view: View, scope: Scope) -> None:
    match figure.chart:
        case Cards():
            _cards(figure.chart, view)
        case Priorities():
            for at, item in enumerate(figure.chart.items):
                _item(item, at + 1, view)
        case Prose():
            for paragraph in figure.chart.paragraphs:
                st.markdown(plain(paragraph))
        case None:
            return
        case _:
            _plot(figure, view, scope)


def _plot(figure: Figure, view: View, scope: Scope) -> None:
    theme = st.context.theme.type or "light"
    whole = _whole(figure, view)
    drawn = drawing(figure if whole else shown.cut(figure), view=view, theme=theme, scope=scope, whole=whole)
    if drawn is None:
        return
    clickable = any(trace.get("customdata") for trace in drawn["data"])
    # Pages and months differ in key, so that a mark chosen on one is not chosen on the next.
    key = f"{figure.id}-{view.until}-{view.kelompok}-{view.opd}-{view.cakupan}-{theme}-{whole}"
    more: dict[str, Any] = {"on_select": "rerun", "selection_mode": "points"} if clickable else {}
    chosen = st.plotly_chart(Drawn(drawn), theme=None, key=key, config=look.CONFIG, alt=_alt(figure), **more)
    if clickable:
        for point in chosen.selection.points:
            mark = point.get("customdata")
            mark = mark[0] if isinstance(mark, list | tuple) and mark else mark
            if mark:
                lead.go(followed(str(mark)), view)


def _whole(figure: Figure, view: View) -> bool:
    """Whether all of a long chart is drawn; the switch stands in the address, so that a link opens the same."""
    out = shown.left_out(figure)
    if not out:
        return True
    key = f"seluruh-{figure.id}"
    st.session_state[key] = st.query_params.get(_ALL) == figure.id

    def chosen() -> None:
        if st.session_state[key]:
            st.query_params[_ALL] = figure.id
        else:
            st.query_params.pop(_ALL, None)

    total = shown.entities(figure)
    label = Words(view.lang)("umum.gambar_seluruh", n=total - out, total=total)
    return st.toggle(label, key=key, on_change=chosen)


def _alt(figure: Figure) -> str:
    return figure.alt.strip() or figure.title


def _cards(chart: Cards, view: View) -> None:
    across = len(chart.cards) if len(chart.cards) <= _ACROSS else -(-len(chart.cards) // 2)
    with st.grid(across, min_column_width=150, gap="small"):
        for card in chart.cards:
            with st.container(border=True, height="stretch", gap="xsmall"):
                st.metric(
                    plain(card.label), look.write(card.value, card.unit, view.lang, short=True), **_delta(card, view)
                )
                if card.status:
                    st.markdown(badge(card.status, view.lang))
                said = [part for part in (card.delta is not None and card.delta_label, card.note) if part]
                if said:
                    st.caption(firm(" · ".join(said)))


def _delta(card: Card, view: View) -> dict[str, Any]:
    """The change beside a card's value: good or bad only where more is better, and no arrow for no change."""
    if card.delta is None:
        return {}
    share = card.unit in ("persen", "poin")
    # A plus or minus that Streamlit can read tells it which way the arrow points.
    written = look.write(card.delta, "poin" if share else card.unit, view.lang, short=True).replace(look.MINUS, "-")
    still = not Decimal(str(card.delta))
    return {
        "delta": written,
        "delta_color": "normal" if share and not still else "off",
        "delta_arrow": "off" if still else "auto",
    }


def _item(item: Item, number: int, view: View) -> None:
    title = f"**{number}\\. {plain(item.title)}**"
    mark = f"{badge(item.status, view.lang)} " if item.status else ""
    with st.container(border=True, gap="xsmall"):
        lead.headed(mark + title, item.link, view, help=item.title)
        st.caption(firm(item.reason))


def _rows(figure: Figure, view: View) -> None:
    if not figure.table.rows or isinstance(figure.chart, Cards | Priorities):
        return
    if figure.chart is None:
        rows.rows(figure, view)
        return
    label = Words(view.lang)("umum.gambar_tabel")
    box = st.expander(label, icon=":material/table_rows:", on_change="rerun", key=f"tabel-{figure.id}")
    if box.open:
        with box:
            rows.grid(figure, view, figure.table.rows)


def _foot(figure: Figure, view: View) -> None:
    """One line under a figure; the question mark beside it tells all that paper prints."""
    words, where = Words(view.lang), figure.provenance
    alarm = f":orange[:material/warning: {plain(words('umum.gambar_selisih'))}] :gray[·] " if where.warnings else ""
    whole = (
        *where.warnings, f"{words('umum.gambar_sumber')}: {where.source}", where.as_of, where.scope, where.coverage,
        f"{words('umum.gambar_aturan')}: {where.rule}" if where.rule else None,
        words("umum.kaki_build", build=where.build),
    )  # fmt: skip
    line = where.brief or f"{where.source} · {where.as_of}"
    # Not a caption: its faded ink would take the warning's colour below what can be read.
    st.markdown(f":small[{alarm}:gray[{plain(line)}]]", help="\n\n".join(plain(part) for part in whole if part))
