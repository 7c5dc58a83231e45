"""Entities from worst to best on one scale, with the target as a mark and last year hollow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape
from typing import Any

from dashboard.figures import lines
from dashboard.figures.figure import STATUSES, Dot, Ranking, Unit
from dashboard.figures.pen import Pen, address, plain, wrap
from dashboard.look import SYMBOLS, status, status_word

_LETTERS, _LEAST = 40, 20  # letters over a mark that a phone has room for: name and what stands at its right
_SILENT = {"type": "scatter", "hoverinfo": "skip", "showlegend": False}
Placed = list[tuple[float, Dot]]  # where the mark of a dot stands


def ranking(
    dots: Iterable[Dot],
    *,
    unit: Unit,
    value_label: str,
    target_label: str | None = None,
    before_label: str | None = None,
    order: bool = True,
    shown: int | None = None,
    range_label: str | None = None,
) -> Ranking:
    """The dots sorted from the lowest value up; those without a value stand apart, last, by name."""
    given = list(dots)
    known = [dot for dot in given if dot.value is not None]
    silent = sorted((dot for dot in given if dot.value is None), key=lambda dot: dot.label)
    if order:
        known.sort(key=lambda dot: (Decimal(str(dot.value)), dot.label))
    return Ranking(tuple(known + silent), unit, value_label, target_label, before_label, shown, range_label)


def draw(chart: Ranking, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of a ranking; rows run down from the first dot, the unreported after a gap."""
    dots = chart.dots
    apart = sum(dot.value is None for dot in dots)
    places = [float(at + (dot.value is None)) for at, dot in enumerate(dots)]
    rows = len(dots) + bool(apart)
    across = pen.scale(
        [value for dot in dots for value in (dot.value, dot.target, dot.before, dot.low, dot.high)], chart.unit
    )
    low, high = across["range"]
    said, asides, two = _written(dots, chart, pen)
    mark, name = (lines.MARK_TWO, lines.NAME_TWO) if two else (lines.MARK, lines.NAME)
    known: Placed = [(place + mark, dot) for place, dot in zip(places, dots, strict=True) if dot.value is not None]
    shapes, notes = _apart(len(dots) - apart, apart, pen)
    marks = (
        _stems(known, pen)
        + _ranges(known, chart, pen)
        + _befores(known, chart, pen)
        + _targets(known, chart, pen)
        + _values(known, chart, pen)
    )
    return {
        "data": marks + lines.names(said, asides, places, pen, low=low, high=high, over=name),
        "layout": pen.layout(
            height=(lines.ROW_TWO if two else lines.height(len(dots))) * rows + 100,
            yaxis=lines.down(rows, pen),
            xaxis=across,
            shapes=shapes,
            annotations=notes,
            showlegend=True,
            legend=pen.legend(),
            margin={"l": 8, "r": 8, "t": 44, "b": 8},
        ),
    }


def _written(dots: Sequence[Dot], chart: Ranking, pen: Pen) -> tuple[list[str], list[str], bool]:
    """The names and what is said at their right; in two lines each where one has no room for some, if rows are few."""
    rooms = [max(_LEAST, _LETTERS - len(_plain_aside(dot, chart, pen))) for dot in dots]
    two = len(dots) <= lines.MANY and any(len(dot.label) > room for dot, room in zip(dots, rooms, strict=True))
    if not two:
        names = [wrap(dot.label, width=room, lines=1) for dot, room in zip(dots, rooms, strict=True)]
        return names, [_aside(dot, chart, pen) for dot in dots], False
    names = [wrap(dot.label, width=max(_LEAST, _LETTERS - _broader(dot, chart, pen)), lines=2) for dot in dots]
    return names, [_aside(dot, chart, pen, between="<br>") for dot in dots], True


def _plain_aside(dot: Dot, chart: Ranking, pen: Pen) -> str:
    value = "" if dot.value is None else pen.number(dot.value, chart.unit)
    return " · ".join(part for part in (value, dot.note) if part) or pen.word("belum_lapor")


def _broader(dot: Dot, chart: Ranking, pen: Pen) -> int:
    return max(len(part) for part in _plain_aside(dot, chart, pen).split(" · ", 1))


def _aside(dot: Dot, chart: Ranking, pen: Pen, *, between: str = " · ") -> str:
    if dot.value is None:
        return escape(dot.note) if dot.note else pen.word("belum_lapor")
    value = f"<b>{pen.number(dot.value, chart.unit)}</b>"
    return f"{value}{between}{escape(dot.note)}" if dot.note else value


def _hover(dot: Dot, chart: Ranking, pen: Pen) -> str:
    told = [f"<b>{escape(dot.label)}</b>", f"{escape(chart.value_label)}: {pen.number(dot.value, chart.unit)}"]
    if dot.status:
        told.append(escape(status(dot.status, pen.lang)))
    if dot.target is not None and chart.target_label:
        told.append(f"{escape(chart.target_label)}: {pen.number(dot.target, chart.unit)}")
    if dot.before is not None and chart.before_label:
        told.append(f"{escape(chart.before_label)}: {pen.number(dot.before, chart.unit)}")
    if dot.low is not None and dot.high is not None and chart.range_label:
        ends = (pen.number(dot.low, chart.unit), pen.number(dot.high, chart.unit))
        told.append(f"{escape(chart.range_label)}: {' … '.join(ends)}")
    return "<br>".join([*told, *([escape(dot.note)] if dot.note else [])])


def _stems(known: Placed, pen: Pen) -> list[dict[str, Any]]:
    """A thin line from each value to its target: the length is what is missing."""
    x: list[float | None] = []
    y: list[float | None] = []
    for at, dot in known:
        if dot.target is not None and dot.low is None:  # beside a range the stem would be read as a part of it
            x += [plain(dot.value), plain(dot.target), None]
            y += [at, at, None]
    return [{**_SILENT, "mode": "lines", "x": x, "y": y, "line": {"color": pen.look.line, "width": 5}}] if x else []


def _ranges(known: Placed, chart: Ranking, pen: Pen) -> list[dict[str, Any]]:
    """A bar from the low to the high end of each value that has both."""
    x: list[float | None] = []
    y: list[float | None] = []
    for at, dot in known:
        if dot.low is not None and dot.high is not None:
            x += [plain(dot.low), plain(dot.high), None]
            y += [at, at, None]
    if not x or not chart.range_label:
        return []
    line = {"color": pen.look.actual, "width": 14}
    named = {"type": "scatter", "name": escape(chart.range_label), "hoverinfo": "skip", "cliponaxis": False}
    return [{**named, "mode": "lines", "x": x, "y": y, "line": line, "opacity": 0.4}]


def _marks(name: str, x: list[float | None], y: list[float], marker: dict[str, Any], **more: Any) -> dict[str, Any]:
    shown = {"type": "scatter", "mode": "markers", "name": escape(name), "x": x, "y": y, "marker": marker}
    return {**shown, "cliponaxis": False, **more}


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
    marker = {"symbol": "line-ns-open", "size": 16, "color": pen.look.target, "line": {"width": 4}}
    xs = [plain(dot.target) for _, dot in some]
    return [_marks(chart.target_label, xs, [at for at, _ in some], marker, hoverinfo="skip")]


def _values(known: Placed, chart: Ranking, pen: Pen) -> list[dict[str, Any]]:
    """One trace a status, so that colour, shape and word stand together in the legend."""
    traces = []
    for colour in (*STATUSES, None):
        some = [(at, dot) for at, dot in known if dot.status == colour]
        if not some:
            continue
        ranged = all(dot.low is not None for _, dot in some)  # small, so that its range is seen behind it
        marker = {
            "symbol": SYMBOLS[colour] if colour else "diamond" if ranged else "circle",
            "size": 10 if ranged else 15,
            "color": pen.look.status[colour].fill if colour else pen.look.actual,
            "line": {"width": 1, "color": pen.look.background},
        }
        traces.append(
            _marks(
                status_word(colour, pen.lang) if colour else chart.value_label,
                [plain(dot.value) for _, dot in some],
                [at for at, _ in some],
                marker,
                customdata=[address(dot.link) for _, dot in some],
                hovertext=[_hover(dot, chart, pen) for _, dot in some],
                hoverinfo="text",
            )
        )
    return traces


def _apart(known: int, apart: int, pen: Pen) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    if not apart:
        return [], []
    line = {"color": pen.look.muted, "width": 1, "dash": "dot"}
    shape = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": known + 0.3, "y1": known + 0.3, "line": line}
    words = pen.word("tanpa_data_n", n=apart)
    return [shape], [pen.note(words, xref="paper", x=0, xanchor="left", y=known + 0.25, yanchor="bottom")]
