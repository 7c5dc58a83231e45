"""Lanes over days: who held each seat, or which posts one person held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from html import escape
from typing import Any

from dashboard.figures import lines
from dashboard.figures.figure import HELD, Band, Lane, Span, Timeline
from dashboard.figures.pen import Pen, address, wrap
from dashboard.look import axis, day, held, month

HEAD = 0.5  # the room over the first row for the letters of bands, as a share of a row
BAND = 0.34  # the thickness of a span, as a share of its row
SHORT = 0.015  # the share of all days under which a span has no edge
_DAY = 86_400_000  # a day on the axis, in milliseconds
_YEARS, _QUARTERS = 900, 300  # days from which only every year, every quarter is written
_TICKS = 6
CLEAR = "rgba(0,0,0,0)"


def draw(chart: Timeline, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of a timeline: definitive is solid, acting hatched, an empty seat an outline."""
    places = [float(at) for at in range(len(chart.lanes))]
    said = [wrap(lane.label, width=28) for lane in chart.lanes]
    two = any("<br>" in name for name in said)
    asides = [escape(lane.note or "") for lane in chart.lanes]
    low, high = chart.start.isoformat(), chart.end.isoformat()
    names = lines.names(said, asides, places, pen, low=low, high=high, over=lines.NAME_TWO if two else lines.NAME)
    marks = [_mark(at, pen) for at, _ in chart.marks]
    words = [_mark_word(at, label, chart, pen) for at, label in chart.marks]
    behind = banded(chart)
    tall = lines.ROW_TWO if two else lines.height(len(chart.lanes))
    spans = _spans(chart, pen, at=lines.MARK_TWO if two else lines.MARK, thick=BAND * lines.ROW / tall if two else BAND)
    return {
        "data": [*spans, *names, *(_band_named(band, chart, pen) for band in behind)],
        "layout": pen.layout(
            height=round(tall * (len(chart.lanes) + (HEAD if behind else 0))) + (104 if marks else 88),
            yaxis=lines.down(len(chart.lanes), pen, above=HEAD if behind else 0),
            xaxis=axis(
                pen.look, type="date", range=[low, high], tickmode="array", showgrid=True, zeroline=False,
                tickvals=[at.isoformat() for at, _ in ticks(chart, pen.lang)],
                ticktext=[escape(label) for _, label in ticks(chart, pen.lang)], side="bottom",
            ),
            barmode="overlay",
            shapes=[*(_band(band, pen) for band in behind), *marks],
            annotations=[*(_band_mark(band, pen) for band in behind), *words],
            showlegend=True,
            legend=pen.legend(),
            margin={"l": 8, "r": 8, "t": 58 if marks else 42, "b": 8},
        ),
    }  # fmt: skip


def ticks(chart: Timeline, lang: str) -> list[tuple[date, str]]:
    """Where the days are written: years over a long span, quarters or months over a short one."""
    span = (chart.end - chart.start).days
    if span > _YEARS:
        years = [date(year, 1, 1) for year in range(chart.start.year + 1, chart.end.year + 1)]
        step = -(-len(years) // _TICKS)
        return [(at, str(at.year)) for at in years if at <= chart.end][:: step or 1]
    step = 3 if span > _QUARTERS else 1
    first = chart.start.year  # later years are written with their months
    return [
        (at, month(at.month if at.year == first else f"{at:%Y-%m}", lang, short=True))
        for at in _months(chart.start, chart.end)
        if (at.month - 1) % step == 0
    ]


def _months(start: date, end: date) -> Iterator[date]:
    at = start.replace(day=1)
    while at <= end:
        if at >= start:
            yield at
        at = (at + timedelta(days=32)).replace(day=1)


def _spans(chart: Timeline, pen: Pen, *, at: float, thick: float) -> list[dict[str, Any]]:
    """One trace a way of holding, so that fill and word stand together in the legend."""
    shown = [
        (place + at, lane, cut)
        for place, lane in enumerate(chart.lanes)
        for span in lane.spans
        if (cut := _within(span, chart)) is not None
    ]
    traces = []
    for kind in HELD:
        some = [(at, lane, span) for at, lane, span in shown if span.held == kind]
        if some:
            traces.append(
                {
                    "type": "bar", "orientation": "h", "width": thick,
                    "name": escape(held(kind, pen.lang).partition(" ")[2]),
                    "base": [span.start.isoformat() for _, _, span in some],
                    "x": [(span.end - span.start).days * _DAY for _, _, span in some],
                    "y": [y for y, _, _ in some],
                    "marker": _edged(fill(kind, pen), [span for _, _, span in some], chart),
                    "customdata": [address(span.link or lane.link) for _, lane, span in some],
                    "hovertext": [_hover(lane, span, pen) for _, lane, span in some],
                    "hoverinfo": "text",
                }
            )  # fmt: skip
    return traces


def fill(kind: str, pen: Pen) -> dict[str, Any]:
    """How a way of holding is drawn; the line keeps two holders of one kind apart."""
    look = pen.look
    edge = {"color": look.background, "width": 2}
    if kind in ("kosong", "tidak_tercatat"):
        shade = look.status["merah"].fill if kind == "kosong" else look.line
        return {"color": CLEAR, "line": {"color": shade, "width": 2}}
    if kind == "definitif":
        return {"color": look.actual, "line": edge}
    shade = {"pj": look.parts[1], "plt": look.target, "plh": look.before}[kind]
    hatch = {"pj": "", "plt": "/", "plh": "."}[kind]
    pattern = {"shape": hatch, "fgcolor": look.background, "bgcolor": shade, "size": 7, "solidity": 0.35}
    return {"color": shade, "line": {"color": shade, "width": 1}, **({"pattern": pattern} if hatch else {})}


def _edged(marker: dict[str, Any], spans: list[Span], chart: Timeline) -> dict[str, Any]:
    """The fill with an edge each, but for spans so short that an edge would hide them."""
    short = (chart.end - chart.start) * SHORT
    width = marker["line"]["width"]
    if marker["color"] == CLEAR:
        return marker
    return {**marker, "line": {**marker["line"], "width": [0 if s.end - s.start < short else width for s in spans]}}


def _within(span: Span, chart: Timeline) -> Span | None:
    start, end = max(span.start, chart.start), min(span.end, chart.end)
    return Span(start, end, span.held, span.label, span.link) if start < end else None


def _hover(lane: Lane, span: Span, pen: Pen) -> str:
    days = f"{day(span.start, pen.lang)} – {day(span.end - timedelta(days=1), pen.lang)}"
    length = pen.number((span.end - span.start).days, "hari")
    who = f"<b>{escape(lane.label)}</b><br>{escape(span.label)}"
    return f"{who}<br>{escape(held(span.held, pen.lang))}<br>{days} · {length}"


def banded(chart: Timeline) -> list[Band]:
    """The bands as far as the days of the chart reach; those outside are left out."""
    cut = (Band(max(b.start, chart.start), min(b.end, chart.end), b.mark, b.label) for b in chart.bands)
    return [band for band in cut if band.start < band.end]


def _band(band: Band, pen: Pen) -> dict[str, Any]:
    """The days as a pale strip with an edge, so that it is seen without its colour."""
    edge = {"color": pen.look.muted, "width": 1, "dash": "dash"}
    days = {"x0": band.start.isoformat(), "x1": band.end.isoformat()}
    return {
        "type": "rect", "yref": "paper", "y0": 0, "y1": 1, **days, "layer": "below", "fillcolor": pen.look.line,
        "opacity": 0.55, "line": edge,
    }  # fmt: skip


def _band_mark(band: Band, pen: Pen) -> dict[str, Any]:
    middle = band.start + (band.end - band.start) / 2
    return pen.note(f"<b>{escape(band.mark)}</b>", muted=False, size=14, x=middle.isoformat(), y=-0.42 - HEAD / 2)


def _band_named(band: Band, chart: Timeline, pen: Pen) -> dict[str, Any]:
    """The band's name in the legend, by its letter; the point itself is drawn nowhere."""
    edge = {"color": pen.look.muted, "width": 1}
    return {
        "type": "scatter", "mode": "markers", "x": [chart.start.isoformat()], "y": [None], "hoverinfo": "skip",
        "name": escape(f"{band.mark}: {band.label}"),
        "marker": {"symbol": "square", "size": 12, "color": pen.look.line, "line": edge},
    }  # fmt: skip


def _mark(at: date, pen: Pen) -> dict[str, Any]:
    line = {"color": pen.look.muted, "width": 1.5, "dash": "dot"}
    day = at.isoformat()
    return {"type": "line", "yref": "paper", "x0": day, "x1": day, "y0": 0, "y1": 1, "line": line}


def _mark_word(at: date, label: str, chart: Timeline, pen: Pen) -> dict[str, Any]:
    late = (at - chart.start) * 2 > chart.end - chart.start
    place: dict[str, Any] = {"xanchor": "right", "xshift": -4} if late else {"xanchor": "left", "xshift": 4}
    return pen.note(escape(label), x=at.isoformat(), yref="paper", y=1, yanchor="bottom", size=12, **place)
