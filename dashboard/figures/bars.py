"""Categories with one or more series, side by side or stacked."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape
from typing import Any

from dashboard.figures import lines
from dashboard.figures.figure import Bars, Series
from dashboard.figures.pen import Pen, address, plain, wrap
from dashboard.figures.trend import colour
from dashboard.look import axis

HEIGHT = 340
_COUNTS, _AMOUNTS = 7, 3  # standing bars whose numbers stand beside each other on a phone
_NARROW = 10  # percent of a bar that a written share needs on a phone
CLEAR = "rgba(0,0,0,0)"
BAND = (0.02, 0.44)  # the part of a row that its bars take, below the name


def lies(chart: Bars) -> bool:
    """Whether the bars lie: many categories, long names or amounts, or a target are read best from top to bottom."""
    long = max(map(len, chart.categories), default=0) > 14
    most = _AMOUNTS if chart.unit == "rupiah" else _COUNTS
    return chart.stacked or long or len(chart.categories) > most or any(s.role == "target" for s in chart.series)


def draw(chart: Bars, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of bars, each with its number beside it."""
    return _lying(chart, pen) if lies(chart) else _standing(chart, pen)


def _standing(chart: Bars, pen: Pen) -> dict[str, Any]:
    at = list(range(len(chart.categories)))
    names = axis(
        pen.look, tickmode="array", tickvals=at, ticktext=[wrap(name, width=12) for name in chart.categories],
        range=[-0.5, len(at) - 0.5], showgrid=False, zeroline=False, tickangle=0,
        tickfont={"color": pen.look.ink, "size": 13},
    )  # fmt: skip
    several = len(chart.series) > 1
    data = [{**_bar(s, chart, pen, n), "x": at, "y": [plain(v) for v in s.values]} for n, s in enumerate(chart.series)]
    layout = pen.layout(
        height=HEIGHT, xaxis=names, yaxis=_scale(chart, pen), barmode="group", bargap=0.35, bargroupgap=0.08,
        showlegend=several, legend=pen.legend(), margin={"l": 8, "r": 8, "t": 40 if several else 12, "b": 8},
    )  # fmt: skip
    return {"data": data, "layout": layout}


def _lying(chart: Bars, pen: Pen) -> dict[str, Any]:
    bars = [series for series in chart.series if series.role != "target" or chart.stacked]
    marks = [series for series in chart.series if series.role == "target" and not chart.stacked]
    places = [float(n) for n in range(len(chart.categories))]
    scale = _scale(chart, pen)
    low, high = scale["range"]
    thick = (BAND[1] - BAND[0]) / (1 if chart.stacked else max(1, len(bars)))
    data = []
    for n, series in enumerate(bars):
        middle = BAND[0] + thick * (0.5 if chart.stacked else n + 0.5)
        along = {"x": [plain(v) for v in series.values], "y": [place + middle for place in places]}
        data.append({**_bar(series, chart, pen, n, told=not marks), **along, "orientation": "h", "width": thick * 0.94})
    data += [_mark(series, chart, pen, places) for series in marks]
    asides = [_aside(chart, n, pen) if marks else "" for n in range(len(places))]
    data += lines.names([wrap(n, width=48, lines=1) for n in chart.categories], asides, places, pen, low=low, high=high)
    several = len(chart.series) > 1
    tall = round(lines.height(len(places)) * _thick(chart, bars))
    layout = pen.layout(
        height=tall * len(places) + (70 if several else 30), yaxis=lines.down(len(places), pen),
        xaxis=scale, barmode="stack" if chart.stacked else "overlay", showlegend=several, legend=pen.legend(),
        margin={"l": 8, "r": 8, "t": 44 if several else 8, "b": 8},
    )  # fmt: skip
    return {"data": data, "layout": layout}


def _thick(chart: Bars, bars: Sequence[Series]) -> float:
    """How much taller a row is than one bar needs: each bar beside another carries a number of its own."""
    return 1 if chart.stacked or len(bars) < 2 else 0.75 * len(bars) + 0.1


def _aside(chart: Bars, n: int, pen: Pen) -> str:
    """The number of a bar that has a target beside it: at the right, where no mark can cover it."""
    value = next(series.values[n] for series in chart.series if series.role != "target")
    return f"<b>{_written(value, chart, pen)}</b>"


def _scale(chart: Bars, pen: Pen) -> dict[str, Any]:
    """The axis of the numbers; each bar carries its own, so it keeps silent."""
    quiet = {"showticklabels": False, "showgrid": False}
    if chart.stacked:
        sums = [sum(plain(s.values[n]) or 0.0 for s in chart.series) for n in range(len(chart.categories))]
        return pen.scale(list(sums), chart.unit, room=Decimal("1.01"), **quiet)
    # A phone needs a third of a lying bar for the number at its end; a bar with a target has its number above.
    target = any(series.role == "target" for series in chart.series)
    values = [v for s in chart.series for v in s.values]
    below = any(v is not None and Decimal(str(v)) < 0 for v in values)  # numbers left of their bars
    room = Decimal("1.05" if target else "1.12" if not lies(chart) else "1.5" if below else "1.34")
    return pen.scale(values, chart.unit, room=room, **quiet)


def _hover(series: Series, chart: Bars, pen: Pen) -> list[str]:
    return [
        f"<b>{escape(name)}</b><br>{escape(series.label)}: {pen.number(value, chart.unit, short=False)}"
        for name, value in zip(chart.categories, series.values, strict=True)
    ]


def _bar(series: Series, chart: Bars, pen: Pen, n: int, *, told: bool = True) -> dict[str, Any]:
    hollow = series.role == "before" and not chart.stacked
    shade = colour(series, pen, n)
    own = [pen.look.status[s].fill if s else shade for s in chart.statuses] if chart.statuses else None
    edges: Any = own or shade
    inside = {"color": pen.look.status[series.status].on_fill if series.status else pen.look.ink, "size": 13}
    return {
        "type": "bar",
        "name": escape(series.label),
        "marker": {
            "color": "rgba(0,0,0,0)" if hollow else edges,
            "line": {"color": edges, "width": 2 if hollow else 0},
        },
        "text": [_written(value, chart, pen) if told else "" for value in series.values],
        "textposition": "inside" if chart.stacked else "outside",
        "textangle": 0,
        "insidetextanchor": "middle",
        "constraintext": "none",  # a count stays readable even where its part is narrower than it
        "textfont": inside if chart.stacked else {"color": pen.look.ink, "size": 13},
        "cliponaxis": False,
        "customdata": [address(link) for link in chart.links] or None,
        "hovertext": _hover(series, chart, pen),
        "hoverinfo": "text",
    }


def _written(value: Any, chart: Bars, pen: Pen) -> str:
    if value is None:
        return "" if chart.stacked else pen.word("tanpa_data")
    if not chart.stacked:
        return pen.number(value, chart.unit)
    if chart.unit != "persen":
        return pen.number(value, chart.unit) if value else ""
    # A share is written whole, and not at all where its part is narrower than it; the table has its decimals.
    return f"{pen.number(value, 'bulat')} %" if Decimal(str(value)) >= _NARROW else ""


def _mark(series: Series, chart: Bars, pen: Pen, places: list[float]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": escape(series.label),
        "x": [plain(v) for v in series.values],
        "y": [place + sum(BAND) / 2 for place in places],
        "marker": {"symbol": "line-ns-open", "size": 19, "color": pen.look.target, "line": {"width": 4}},
        "hovertext": _hover(series, chart, pen),
        "hoverinfo": "text",
        "cliponaxis": False,
    }
