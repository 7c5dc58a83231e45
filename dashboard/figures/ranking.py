"""Entities from worst to best on one scale, with the target as a mark and last year hollow."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from html import escape
from typing import Any

from dashboard.figures.figure import STATUSES, Dot, Ranking, Unit
from dashboard.figures.pen import Pen, address, plain, wrap
from dashboard.look import SYMBOLS, axis, status

ROW = 34  # pixels a row: two lines beside a dot that can be read from the back of a room
DENSE = 26  # the same when there are many


def ranking(
    dots: Iterable[Dot],
    *,
    unit: Unit,
    value_label: str,
    target_label: str | None = None,
    before_label: str | None = None,
    order: bool = True,
) -> Ranking:
    """The dots sorted from the lowest value up; those without a value stand apart, last, by name."""
    given = list(dots)
    known = [dot for dot in given if dot.value is not None]
    silent = sorted((dot for dot in given if dot.value is None), key=lambda dot: dot.label)
    if order:
        known.sort(key=lambda dot: (Decimal(str(dot.value)), dot.label))
    return Ranking(tuple(known + silent), unit, value_label, target_label, before_label)


def draw(chart: Ranking, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of a ranking; rows run down from the first dot."""
    dots = chart.dots
    known = [(at, dot) for at, dot in enumerate(dots) if dot.value is not None]
    apart = len(dots) - len(known)
    # The unreported stand one row below the rest.
    place = [at if dot.value is not None else at + 1 for at, dot in enumerate(dots)]
    row = ROW if len(dots) <= 24 else DENSE
    values = [value for dot in dots for value in (dot.value, dot.target, dot.before)]
    rows = len(dots) + (1 if apart else 0)
    span = [rows - 0.4, -0.6]
    left = axis(
        pen.look, tickmode="array", tickvals=place, ticktext=[wrap(dot.label, width=28) for dot in dots],
        range=span, showgrid=False, zeroline=False, tickfont={"color": pen.look.ink, "size": 13},
    )  # fmt: skip
    right = axis(
        pen.look, tickmode="array", tickvals=place, ticktext=[_aside(dot, chart, pen) for dot in dots],
        range=span, showgrid=False, zeroline=False, overlaying="y", side="right",
        tickfont={"color": pen.look.ink, "size": 13},
    )  # fmt: skip
    shapes, notes = _apart(len(known), apart, pen)
    return {
        "data": [
            *_stems(known, pen),
            *_befores(known, chart, pen),
            *_targets(known, chart, pen),
            *_values(known, chart, pen),
        ],
        "layout": pen.layout(
            height=row * rows + 90,
            yaxis=left,
            yaxis2=right,
            xaxis=pen.scale(values, chart.unit, side="top"),
            shapes=shapes,
            annotations=notes,
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": 1, "yref": "container", "yanchor": "top", "font": {"size": 13}},
            margin={"l": 8, "r": 8, "t": 66, "b": 8},
        ),
    }


def _aside(dot: Dot, chart: Ranking, pen: Pen) -> str:
    if dot.value is None:
        return escape(dot.note) if dot.note else pen.word("belum_lapor")
    value = f"<b>{pen.number(dot.value, chart.unit)}</b>"
    return f"{value} {escape(dot.note)}" if dot.note else value


def _hover(dot: Dot, chart: Ranking, pen: Pen) -> str:
    lines = [f"<b>{escape(dot.label)}</b>", f"{escape(chart.value_label)}: {pen.number(dot.value, chart.unit)}"]
    if dot.status:
        lines.append(escape(status(dot.status, pen.lang)))
    if dot.target is not None and chart.target_label:
        lines.append(f"{escape(chart.target_label)}: {pen.number(dot.target, chart.unit)}")
    if dot.before is not None and chart.before_label:
        lines.append(f"{escape(chart.before_label)}: {pen.number(dot.before, chart.unit)}")
    return "<br>".join([*lines, *([escape(dot.note)] if dot.note else [])])


Placed = list[tuple[int, Dot]]
_SILENT = {"type": "scatter", "hoverinfo": "skip", "showlegend": False}


def _stems(known: Placed, pen: Pen) -> list[dict[str, Any]]:
    """A thin line from each value to its target: the length is what is missing."""
    x: list[float | None] = []
    y: list[int | None] = []
    for at, dot in known:
        if dot.target is not None:
            x += [plain(dot.value), plain(dot.target), None]
            y += [at, at, None]
    if not x:
        return []
    line = {"color": pen.look.line, "width": 4}
    return [{**_SILENT, "mode": "lines", "x": x, "y": y, "line": line}]


def _marks(name: str, x: list[float | None], y: list[int], marker: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "scatter", "mode": "markers", "name": escape(name), "x": x, "y": y, "marker": marker, **more}


def _befores(known: Placed, chart: Ranking, pen: Pen) -> list[dict[str, Any]]:
    some = [(at, dot) for at, dot in known if dot.before is not None]
    if not some or not chart.before_label:
        return []
    marker = {"symbol": "circle-open", "size": 11, "color": pen.look.before, "line": {"width": 2}}
    xs = [plain(dot.before) for _, dot in some]
    return [_marks(chart.before_label, xs, [at for at, _ in some], marker, hoverinfo="skip")]


def _targets(known: Placed, chart: Ranking, pen: Pen) -> list[dict[str, Any]]:
    some = [(at, dot) for at, dot in known if dot.target is not None]
    if not some or not chart.target_label:
        return []
    marker = {"symbol": "line-ns-open", "size": 18, "color": pen.look.target, "line": {"width": 4}}
    xs = [plain(dot.target) for _, dot in some]
    return [_marks(chart.target_label, xs, [at for at, _ in some], marker, hoverinfo="skip")]


def _values(known: Placed, chart: Ranking, pen: Pen) -> list[dict[str, Any]]:
    """One trace a status, so that colour, shape and word stand together in the legend."""
    traces = []
    for colour in (*STATUSES, None):
        some = [(at, dot) for at, dot in known if dot.status == colour]
        if not some:
            continue
        name = status(colour, pen.lang).partition(" ")[2] if colour else chart.value_label
        fill = pen.look.status[colour].fill if colour else pen.look.actual
        marker = {
            "symbol": SYMBOLS[colour] if colour else "circle",
            "size": 15,
            "color": fill,
            "line": {"width": 1, "color": pen.look.background},
        }
        traces.append(
            _marks(
                name, [plain(dot.value) for _, dot in some], [at for at, _ in some], marker,
                customdata=[address(dot.link) for _, dot in some],
                hovertext=[_hover(dot, chart, pen) for _, dot in some], hoverinfo="text",
            )
        )  # fmt: skip
    # The right-hand axis is drawn only when something hangs on it.
    traces.append({**_SILENT, "x": [None], "y": [None], "yaxis": "y2"})
    return traces


def _apart(known: int, apart: int, pen: Pen) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    if not apart:
        return [], []
    line = {"color": pen.look.line, "width": 1, "dash": "dot"}
    shape = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": known, "y1": known, "line": line}
    words = pen.note(f"{pen.word('tanpa_data')}: {apart}", xref="paper", x=0, xanchor="left", y=known, yanchor="bottom")
    return [shape], [words]
