"""Streams between two columns of names: who gave and who received."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from html import escape
from typing import Any

from dashboard.figures.figure import Flow, Stream
from dashboard.figures.pen import Pen, address, plain, wrap
from dashboard.look import FONT, axis

ROW, ROW_CHAINED = 66, 84  # three lines of a name, in the letters of a projector; four with who takes it
LEFT, RIGHT = 0.36, 0.63  # where the streams begin and end; a phone needs the rest for the names
_POINTS = 13
_THIN, _STEP, _MOST = 2.0, 2.5, 7  # pixels of a stream of one, of each one more, and how many more are drawn
_NAME = 18  # letters of a line of a name
_BARE = {"showticklabels": False, "showgrid": False, "zeroline": False, "showline": False}


def draw(chart: Flow, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of a flow: a curve a stream, as thick as it is large, its word in the middle."""
    left, right = columns(chart)
    rows = max(len(left), len(right), 1)
    top_left, top_right = _places(left, rows), _places(right, rows)
    ways = [_way(stream, top_left[stream.source], top_right[stream.target], chart, pen) for stream in chart.streams]
    heads = [
        pen.note(f"<b>{escape(label)}</b>", x=x, xanchor=side, y=-0.8, yanchor="middle", muted=True)
        for label, x, side in ((chart.source_label, 0, "left"), (chart.target_label, 1, "right"))
    ]
    return {
        "data": [
            *_kept(chart, top_left, top_right, pen), *ways, _names(top_left, pen, x=LEFT - 0.015, side="left"),
            _names(top_right, pen, x=RIGHT + 0.025, side="right", said=_taken(chart)),
        ],
        "layout": pen.layout(
            height=(ROW_CHAINED if chart.chained else ROW) * rows + 56,
            xaxis=axis(pen.look, range=[0, 1], **_BARE),
            yaxis=axis(pen.look, range=[rows - 0.4, -1.1], **_BARE),
            annotations=heads,
            margin={"l": 4, "r": 4, "t": 4, "b": 4},
        ),
    }  # fmt: skip


def columns(chart: Flow) -> tuple[list[str], list[str]]:
    """The names of both columns; on the right each near those it receives from, or as the chain runs."""
    left = list(dict.fromkeys(stream.source for stream in chart.streams))
    if chart.chained:
        return left, list(dict.fromkeys(stream.target for stream in chart.streams))
    met: dict[str, list[int]] = {}
    for stream in chart.streams:
        met.setdefault(stream.target, []).append(left.index(stream.source))
    return left, sorted(met, key=lambda name: (sum(met[name]) / len(met[name]), list(met).index(name)))


def _kept(chart: Flow, left: dict[str, float], right: dict[str, float], pen: Pen) -> list[dict[str, Any]]:
    """Of a chain: a dotted line from where a name is left to where it is taken."""
    both = [name for name in left if name in right] if chart.chained else []
    if not both:
        return []
    x: list[float | None] = []
    y: list[float | None] = []
    for name in both:
        x += [LEFT, RIGHT, None]
        y += [left[name], right[name], None]
    line = {"color": pen.look.muted, "width": 1, "dash": "dot"}
    return [
        {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "showlegend": False}
    ]


def _places(names: Iterable[str], rows: int) -> dict[str, float]:
    """The row of each name; the shorter column stands in the middle of the longer."""
    kept = list(names)
    first = (rows - len(kept)) / 2
    return {name: first + at for at, name in enumerate(kept)}


def _way(stream: Stream, start: float, end: float, chart: Flow, pen: Pen) -> dict[str, Any]:
    steps = [n / (_POINTS - 1) for n in range(_POINTS)]
    value = plain(stream.value) or 0.0
    said = "" if chart.chained else stream.label or (pen.number(stream.value, chart.unit) if value > 1 else "")
    link = address(stream.link)
    way = f"<b>{escape(stream.source)} → {escape(stream.target)}</b>"
    hover = f"{way}<br>{escape(stream.label) or pen.number(stream.value, chart.unit)}"
    width = _THIN + _STEP * min(max(value - 1, 0), _MOST)
    return {
        "type": "scatter", "mode": "lines+markers+text",
        "x": [LEFT + (RIGHT - LEFT) * step for step in steps],
        "y": [start + (end - start) * step * step * (3 - 2 * step) for step in steps],
        "line": {"color": pen.look.before, "width": width},
        "marker": {
            "symbol": ["circle"] * (_POINTS - 1) + ["triangle-right"], "color": pen.look.actual,
            "size": [1] * (_POINTS - 1) + [13], "opacity": 1,
        },
        # At its end, where no other stream passes.
        "text": [""] * (_POINTS - 1) + [f"<b>{wrap(said, width=14, lines=1)}</b>  " if said else ""],
        "textposition": "top left", "textfont": {"family": FONT, "size": 12, "color": pen.look.ink},
        "customdata": [link] * _POINTS if link else None, "hovertext": [hover] * _POINTS, "hoverinfo": "text",
        "cliponaxis": False, "showlegend": False,
    }  # fmt: skip


def _taken(chart: Flow) -> dict[str, str]:
    """Of a chain: who takes each name, said under it; a phone has no room on the way."""
    found: dict[str, list[str]] = {}
    for stream in chart.streams if chart.chained else ():
        found.setdefault(stream.target, []).append(stream.label)
    return {name: ", ".join(label for label in labels if label) for name, labels in found.items()}


def _named(name: str, said: str) -> str:
    if not said:
        return wrap(name, width=_NAME, lines=3)
    return f"{wrap(name, width=_NAME)}<br><b>{wrap(said, width=_NAME)}</b>"


def _names(
    places: dict[str, float], pen: Pen, *, x: float, side: str, said: Mapping[str, str] | None = None
) -> dict[str, Any]:
    told = said or {}
    return {
        "type": "scatter", "mode": "text", "x": [x] * len(places), "y": list(places.values()),
        "text": [_named(name, told.get(name, "")) for name in places],
        "textposition": "middle left" if side == "left" else "middle right",
        "textfont": {"family": FONT, "size": 12, "color": pen.look.ink}, "hoverinfo": "skip", "showlegend": False,
        "cliponaxis": False,
    }  # fmt: skip


def strongest(streams: Iterable[Stream], most: int) -> tuple[Stream, ...]:
    """The largest streams, at most so many, by size and then by name."""
    kept = sorted(streams, key=lambda s: (-Decimal(str(s.value or 0)), s.source, s.target))
    return tuple(kept[:most])
