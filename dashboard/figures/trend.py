"""Series over months: bars for what happened in a month, lines for where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape
from typing import Any

from dashboard.figures.figure import Series, Trend
from dashboard.figures.pen import Pen, plain, spread, wrap
from dashboard.look import FONT, axis

HEIGHT = 400
_GAP = 0.14  # least distance between two labels at the end of lines, as a share of the axis
_FLOOR = 0.15  # the share of the height below which a name would lie on the axis
_BASE = 0.06  # the same for a name of two lines beside the last point
_CEILING = 1.08  # the share of the height above which a name would leave the chart
_STEP = 16  # pixels between the words of two upright lines
_NARROW = 11  # letters of a name at the end of a line


def draw(chart: Trend, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of a trend; each line carries its name where it ends."""
    bars = [series for series in chart.series if series.kind == "bar"]
    lines = [series for series in chart.series if series.kind == "line"]
    values = [value for series in chart.series for value in series.values]
    if chart.ahead:
        values += [chart.ahead.low, chart.ahead.high]
    names = _ends(lines, chart, pen)
    months = [escape(x) for x in chart.x]  # categories: a narrow screen leaves out every second one by itself
    marks = [_mark(at, pen) for at, _ in chart.marks]
    words = [_mark_word(at, label, n, pen) for n, (at, label) in enumerate(sorted(chart.marks))]
    return {
        "data": [
            *(_bar(series, chart, pen) for series in bars),
            *(_line(series, chart, pen) for series in lines),
            *_ahead(chart, pen),
        ],
        "layout": pen.layout(
            height=HEIGHT,
            xaxis=axis(
                pen.look, type="category", categoryorder="array", categoryarray=months,
                range=[-0.6, len(months) - 0.4], showgrid=False, zeroline=False, autotickangles=[0, 90],
                tickfont={"color": pen.look.muted, "size": 12},
            ),
            yaxis=pen.scale(values, chart.unit, room=Decimal("1.12"), zero=chart.zero or bool(bars)),
            barmode="group",
            bargap=0.35,
            bargroupgap=0.05,
            shapes=marks,
            annotations=names + words,
            showlegend=bool(bars),
            legend=pen.legend(),
            margin={"l": 8, "r": 84 if lines else 16, "t": 40 if bars else 24, "b": 8},
        ),
    }  # fmt: skip


def colour(series: Series, pen: Pen, at: int = 0) -> str:
    """The colour of a series by the part it plays."""
    if series.status:
        return pen.look.status[series.status].fill
    roles = {"actual": pen.look.actual, "target": pen.look.target, "before": pen.look.before, "other": pen.look.muted}
    return roles.get(series.role, pen.look.parts[at % len(pen.look.parts)])


def _hover(series: Series, chart: Trend, pen: Pen) -> list[str]:
    return [
        f"<b>{escape(x)}</b><br>{escape(series.label)}: {pen.number(value, chart.unit, short=False)}"
        for x, value in zip(chart.x, series.values, strict=True)
    ]


def _bar(series: Series, chart: Trend, pen: Pen) -> dict[str, Any]:
    shade = colour(series, pen)
    hollow = series.role in ("target", "before")
    fill = "rgba(0,0,0,0)" if hollow else shade
    return {
        "type": "bar", "name": escape(series.label), "x": [escape(x) for x in chart.x],
        "y": [plain(value) for value in series.values],
        "marker": {"color": fill, "line": {"color": shade, "width": 2 if hollow else 0}},
        "hovertext": _hover(series, chart, pen), "hoverinfo": "text",
    }  # fmt: skip


def _line(series: Series, chart: Trend, pen: Pen) -> dict[str, Any]:
    shade = colour(series, pen)
    dash = {"target": "dash", "before": "dot"}.get(series.role, "solid")
    hollow = {"color": pen.look.background, "line": {"color": shade, "width": 2}}
    return {
        "type": "scatter", "mode": "lines+markers", "name": escape(series.label), "x": [escape(x) for x in chart.x],
        "y": [plain(value) for value in series.values], "connectgaps": False, "showlegend": False,
        "line": {"color": shade, "width": 4 if series.role == "actual" else 2.5, "dash": dash},
        "marker": {"size": 7, **(hollow if series.role == "before" else {"color": shade})},
        "hovertext": _hover(series, chart, pen), "hoverinfo": "text", "cliponaxis": False,
    }  # fmt: skip


def _ahead(chart: Trend, pen: Pen) -> list[dict[str, Any]]:
    """What is expected: a wedge that opens from the last known point of the actual line, closed by a bar at its end."""
    ahead = chart.ahead
    if ahead is None:
        return []
    shade, at = pen.look.actual, escape(chart.x[ahead.at])
    low, middle, high = plain(ahead.low), plain(ahead.value), plain(ahead.high)
    ends = [pen.number(value, chart.unit) for value in (ahead.low, ahead.high)]
    said = f"<b>{at}</b><br>{escape(ahead.label)}: {pen.number(ahead.value, chart.unit)}<br>{' … '.join(ends)}"
    shared = {"type": "scatter", "showlegend": False, "cliponaxis": False}
    drawn: list[dict[str, Any]] = []
    for series in chart.series:
        known = [i for i, value in enumerate(series.values) if value is not None]
        if series.role == "actual" and series.kind == "line" and known and known[-1] < ahead.at:
            start, here = escape(chart.x[known[-1]]), plain(series.values[known[-1]])
            drawn.append(
                {
                    **shared, "mode": "lines", "x": [start, at, at, start], "y": [here, high, low, here],
                    "fill": "toself", "fillcolor": _sheer(shade), "line": {"width": 0}, "hoverinfo": "skip",
                }
            )  # fmt: skip
    drawn.append(
        {
            **shared, "mode": "lines", "x": [at, at], "y": [low, high], "line": {"color": shade, "width": 9},
            "opacity": 0.55, "hoverinfo": "skip",
        }
    )  # fmt: skip
    marker = {"symbol": "diamond", "size": 11, "color": shade, "line": {"width": 1, "color": pen.look.background}}
    drawn.append(
        {
            **shared, "mode": "markers", "name": escape(ahead.label), "x": [at], "y": [middle], "marker": marker,
            "hovertext": [said], "hoverinfo": "text",
        }
    )  # fmt: skip
    return drawn


def _sheer(colour: str) -> str:
    """A colour through which what lies behind is seen."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.18)"


def _ends(lines: Sequence[Series], chart: Trend, pen: Pen) -> list[dict[str, Any]]:
    """The name of each line at its last point, moved apart where two would lie on each other."""
    low, high = spread([value for series in chart.series for value in series.values], zero=chart.zero)
    height = float(high - low)
    ends = []
    for series in lines:
        known = [i for i, value in enumerate(series.values) if value is not None]
        if known:
            ends.append((plain(series.values[known[-1]]) or 0.0, known[-1], series))
    if chart.ahead:
        expected = Series(chart.ahead.label, (), "actual")
        ends.append((plain(chart.ahead.value) or 0.0, chart.ahead.at, expected))
    ends.sort(key=lambda end: end[0])
    edge = len(chart.x) - 1
    notes = []
    apart = iter(_apart([value for value, at, _ in ends if at == edge], low=float(low), height=height))
    for value, at, series in ends:
        y = next(apart) if at == edge else value
        # Cumulative lines rise, so the space below and right of one that ends early is free.
        place: dict[str, Any] = {"yanchor": "middle"} if at == edge else {"yanchor": "top", "yshift": -2}
        if at != edge and value - float(low) < _FLOOR * height:  # down there the months are written
            place = {"yanchor": "bottom", "yshift": 2}
        font = {"family": FONT, "size": 13, "color": colour(series, pen)}
        notes.append(
            {
                "text": f"<b>{wrap(series.label, width=_NARROW)}</b>", "showarrow": False, "font": font,
                "align": "left", "x": at, "y": y, "xanchor": "left", "xshift": 9, **place,
                # Bars of later months may stand behind the name of a line that ends early.
                "bgcolor": pen.look.background, "borderpad": 1,
            }
        )  # fmt: skip
    return notes


def _apart(values: Sequence[float], *, low: float, height: float) -> list[float]:
    """Where names of rising values stand: moved up off each other, and down again where that would leave the chart."""
    found: list[float] = []
    for value in values:
        found.append(max(value, found[-1] + _GAP * height) if found else max(value, low + _BASE * height))
    top = low + _CEILING * height
    for n in range(len(found) - 1, -1, -1):
        found[n] = min(found[n], top)
        top = found[n] - _GAP * height
    return found


def _mark(at: int, pen: Pen) -> dict[str, Any]:
    line = {"color": pen.look.muted, "width": 1.5, "dash": "dot"}
    return {"type": "line", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": line}


def _mark_word(at: int, label: str, n: int, pen: Pen) -> dict[str, Any]:
    """The word of the nth line; three steps down, so that words of lines near each other do not meet on a phone."""
    down: dict[str, Any] = {"yshift": -_STEP * (n % 3)} if n % 3 else {}
    return pen.note(escape(label), x=at, xanchor="left", xshift=4, yref="paper", y=1, yanchor="top", **down)
