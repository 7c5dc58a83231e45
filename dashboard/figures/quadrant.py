"""Entities on two scales, cut into four fields."""

from __future__ import annotations

from html import escape
from typing import Any

from dashboard.figures.figure import STATUSES, Point, Quadrant, Unit, Value
from dashboard.figures.pen import Pen, address, plain, spread, wrap
from dashboard.look import SYMBOLS, axis, status

HEIGHT = 460
NAME = 20  # letters of a line of a name; a phone has half its width for it
NAMED = 8  # names beside points; more would lie on each other
_HIGH, _BROAD = 0.05, 0.3  # the part of the field that a name takes up, and so keeps other names out of


def draw(chart: Quadrant, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of a quadrant; the points farthest from the crossing carry their names."""
    named = _named(chart)
    middle = _middle([p.x for p in chart.points])
    traces = []
    for colour in (*STATUSES, None):
        some = [point for point in chart.points if point.status == colour]
        if some:
            traces.append(_trace(some, chart, pen, colour, named=named, middle=middle))
    line = {"color": pen.look.muted, "width": 1.5, "dash": "dot"}
    split_x, split_y = plain(chart.x_split), plain(chart.y_split)
    shapes = [
        {"type": "line", "yref": "paper", "x0": split_x, "x1": split_x, "y0": 0, "y1": 1, "line": line},
        {"type": "line", "xref": "paper", "y0": split_y, "y1": split_y, "x0": 0, "x1": 1, "line": line},
    ]
    return {
        "data": traces,
        "layout": pen.layout(
            height=HEIGHT,
            xaxis=_scale([*(p.x for p in chart.points), chart.x_split], chart.x_unit, chart.x_label, pen),
            yaxis=_scale([*(p.y for p in chart.points), chart.y_split], chart.y_unit, chart.y_label, pen),
            shapes=shapes,
            showlegend=any(point.status for point in chart.points),
            legend=pen.legend(),
            margin={"l": 8, "r": 8, "t": 40, "b": 8},
        ),
    }


def _named(chart: Quadrant) -> set[str]:
    """The points that carry names: those asked for, then the farthest from the crossing; none on another."""
    high, broad = _reach(chart)
    kept: list[Point] = []
    for point in sorted(chart.points, key=lambda p: (p.key not in chart.named, -_far(p, chart))):
        if len(kept) < NAMED and not any(_near(point, other, high, broad) for other in kept):
            kept.append(point)
    return {point.key for point in kept}


def _reach(chart: Quadrant) -> tuple[float, float]:
    """How high and how broad a name is, in the units of the scales."""
    return _span([p.y for p in chart.points]) * _HIGH, _span([p.x for p in chart.points]) * _BROAD


def _near(point: Point, other: Point, high: float, broad: float) -> bool:
    return abs(_x(point) - _x(other)) < broad and abs(_y(point) - _y(other)) < high


def _x(point: Point) -> float:
    return plain(point.x) or 0.0


def _y(point: Point) -> float:
    return plain(point.y) or 0.0


def _side(point: Point, chart: Quadrant, middle: float) -> str:
    """The side of a point where fewer others stand in the way of its name; else the one with more room."""
    high, broad = _reach(chart)
    beside = [other for other in chart.points if other is not point and _near(point, other, high, broad)]
    right = sum(_x(other) >= _x(point) for other in beside)
    if 2 * right != len(beside):
        return "middle right" if 2 * right < len(beside) else "middle left"
    return "middle right" if _x(point) < middle else "middle left"


def _span(values: list[Value]) -> float:
    low, high = spread(values, zero=False)
    return float(high - low)


def _far(point: Point, chart: Quadrant) -> float:
    x, y = _x(point) - (plain(chart.x_split) or 0.0), _y(point) - (plain(chart.y_split) or 0.0)
    return x * x + y * y


def _name(label: str) -> str:
    """A name in two short lines, kept off its mark."""
    return "<br>".join(f"  {line}  " for line in wrap(label, width=NAME).split("<br>"))


def _scale(values: list[Value], unit: Unit, label: str, pen: Pen) -> dict[str, Any]:
    scale: dict[str, Any] = pen.scale(values, unit, zero=False)
    return axis(pen.look, **{**scale, "title": {"text": escape(label), "font": {"color": pen.look.muted, "size": 13}}})


def _middle(values: list[Value]) -> float:
    """The middle of the scale: a name stands on the side of its point where there is more room."""
    low, high = spread(values, zero=False)
    return float(low + high) / 2


def _trace(
    some: list[Point], chart: Quadrant, pen: Pen, colour: str | None, *, named: set[str], middle: float
) -> dict[str, Any]:
    sides = [_side(p, chart, middle) for p in some]
    return {
        "type": "scatter", "mode": "markers+text",
        "name": escape(status(colour, pen.lang).partition(" ")[2]) if colour else "",
        "x": [plain(p.x) for p in some], "y": [plain(p.y) for p in some],
        "text": [_name(p.label) if p.key in named else "" for p in some],
        "textposition": sides, "textfont": {"size": 12, "color": pen.look.ink}, "cliponaxis": False,
        "marker": {
            "symbol": SYMBOLS[colour] if colour else "circle", "size": 12,
            "color": pen.look.status[colour].fill if colour else pen.look.actual,
        },
        "customdata": [address(p.link) for p in some], "hoverinfo": "text",
        "hovertext": [
            f"<b>{escape(p.label)}</b><br>{escape(chart.x_label)}: {pen.number(p.x, chart.x_unit)}"
            f"<br>{escape(chart.y_label)}: {pen.number(p.y, chart.y_unit)}"
            for p in some
        ],
    }  # fmt: skip
