"""Areas coloured by the class of their figure, in one hue; drawn as plain shapes, so that nothing is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape
from itertools import pairwise
from math import cos, radians
from typing import Any

from dashboard.figures.figure import Area, Choropleth
from dashboard.figures.pen import Pen
from dashboard.look import FONT, axis

Ring = tuple[tuple[float, float], ...]  # longitude and latitude
CLASSES = 5
_WIDE = 860  # pixels of the page a map is drawn for
_TALL = (260, 620)
_LETTER, _LINE = 0.016, 0.07  # room of a letter and of a line on a phone, as shares of the width and height


def quantiles(values: Sequence[Decimal], most: int = CLASSES) -> list[tuple[Decimal, Decimal]]:
    """At most so many classes of about as many values each, lowest first; equal values stand in one class."""
    order = sorted(values)
    distinct = sorted(set(order))
    n = min(most, len(distinct))
    classes: list[list[Decimal]] = [[] for _ in range(n)]
    for value in distinct:
        below = order.index(value)
        classes[min(n - 1, below * n // len(order))].append(value)
    return [(one[0], one[-1]) for one in classes if one]


def draw(chart: Choropleth, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of a map: one shape an area, a legend of the classes, names where there is room."""
    xs = [x for area in chart.areas for ring in area.rings for x, _ in ring]
    ys = [y for area in chart.areas for ring in area.rings for _, y in ring]
    left, right, low, high = min(xs), max(xs), min(ys), max(ys)
    stretch = 1 / max(cos(radians((low + high) / 2)), 0.5)
    height = round(_WIDE * (high - low) * stretch / max(right - left, 1e-9))
    hues = shades(pen, len(chart.classes))
    order = sorted(chart.areas, key=lambda area: -_extent(area))  # a town within a kabupaten lies on it
    hidden: dict[str, Any] = {"visible": False, "showgrid": False, "zeroline": False}
    room = (right - left) * 0.02
    return {
        "data": [
            *(_legend(n, words, hues[n]) for n, words in enumerate(chart.classes)),
            *([_legend(-1, pen.word("tanpa_data"), pen.look.surface)] if _silent(chart) else []),
            *(_shape(area, chart, pen, hues) for area in order),
            *(_outline(area, pen) for area in order if area.ours),
            _names(chart, pen, hues, (right - left, high - low)),
        ],
        "layout": pen.layout(
            height=min(max(height, _TALL[0]), _TALL[1]) + 48,
            xaxis=axis(pen.look, **hidden, range=[left - room, right + room], constrain="domain"),
            yaxis=axis(pen.look, **hidden, scaleanchor="x", scaleratio=stretch),
            showlegend=True,
            legend=pen.legend(),
            margin={"l": 8, "r": 8, "t": 44, "b": 8},
        ),
    }


def shades(pen: Pen, n: int) -> list[str]:
    """So many steps of one hue, from near the background to the house's own colour."""
    if n == 1:
        return [_mixed(pen.look.surface, pen.look.primary, 0.55)]
    return [_mixed(pen.look.surface, pen.look.primary, 0.14 + 0.82 * at / (n - 1)) for at in range(n)]


def _mixed(low: str, high: str, share: float) -> str:
    pairs = ((int(low[i : i + 2], 16), int(high[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _silent(chart: Choropleth) -> bool:
    return any(area.step is None for area in chart.areas)


def _legend(at: int, words: str, colour: str) -> dict[str, Any]:
    marker = {"symbol": "square", "size": 14, "color": colour, "line": {"width": 1, "color": "#7C8B95"}}
    return {
        "type": "scatter", "mode": "markers", "x": [None], "y": [None], "name": escape(words) if at >= 0 else words,
        "marker": marker, "hoverinfo": "skip", "legendrank": 1000 + at if at >= 0 else 1100,
    }  # fmt: skip


def _shape(area: Area, chart: Choropleth, pen: Pen, hues: Sequence[str]) -> dict[str, Any]:
    x, y = _path(area)
    value = pen.number(area.value, chart.unit) if area.value is not None else pen.word("tanpa_data")
    edge = {"color": pen.look.background, "width": 0.8}
    return {
        "type": "scatter", "mode": "lines", "fill": "toself", "x": x, "y": y, "showlegend": False,
        "fillcolor": pen.look.surface if area.step is None else hues[area.step],
        "line": edge if area.step is not None else {"color": pen.look.line, "width": 1},
        "hoveron": "fills", "hoverinfo": "text",
        "text": f"<b>{escape(area.label)}</b><br>{escape(chart.value_label)}: {value}",
    }  # fmt: skip


def _outline(area: Area, pen: Pen) -> dict[str, Any]:
    """The line around our own area, over all others."""
    x, y = _path(area)
    line = {"color": pen.look.ink, "width": 3}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "showlegend": False}


def _path(area: Area) -> tuple[list[float | None], list[float | None]]:
    """The outlines of an area in one stroke, a gap between them."""
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in area.rings:
        x += [*(place[0] for place in ring), None]
        y += [*(place[1] for place in ring), None]
    return x[:-1], y[:-1]


def _names(chart: Choropleth, pen: Pen, hues: Sequence[str], span: tuple[float, float]) -> dict[str, Any]:
    """Names in the middle of areas, ours first, then the largest; one that would lie on another is left out."""
    order = sorted((a for a in chart.areas if a.label), key=lambda a: (not a.ours, -_extent(a)))
    placed: list[tuple[float, float, float]] = []
    kept: list[tuple[Area, float, float]] = []
    for area in order:
        x, y = middle(max(area.rings, key=_surface))
        half = len(area.label) * _LETTER * span[0] / 2
        near = (abs(y - b) < _LINE * span[1] and abs(x - a) < half + other for a, b, other in placed)
        if any(near) or (not area.ours and half * 2 > 1.9 * _width(area)):
            continue
        placed.append((x, y, half))
        kept.append((area, x, y))
    inks = [_ink(pen, area, len(hues)) for area, _, _ in kept]
    return {
        "type": "scatter", "mode": "text", "x": [x for _, x, _ in kept], "y": [y for _, _, y in kept],
        "text": [f"<b>{escape(a.label)}</b>" if a.ours else escape(a.label) for a, _, _ in kept],
        "textfont": {"family": FONT, "size": 11, "color": inks}, "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip


def _ink(pen: Pen, area: Area, n: int) -> str:
    """Ink that is read on the class of an area."""
    dark = area.step is not None and n > 1 and area.step / (n - 1) > 0.5
    return pen.look.background if dark else pen.look.ink


def middle(ring: Ring) -> tuple[float, float]:
    """The centre of gravity of a ring; of one without a surface its first place."""
    total = cx = cy = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        total += cross
        cx += (x0 + x1) * cross
        cy += (y0 + y1) * cross
    return (cx / (3 * total), cy / (3 * total)) if total else ring[0]


def _surface(ring: Ring) -> float:
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)))


def _extent(area: Area) -> float:
    return max(map(_surface, area.rings))


def _width(area: Area) -> float:
    ring = max(area.rings, key=_surface)
    return max(x for x, _ in ring) - min(x for x, _ in ring)
