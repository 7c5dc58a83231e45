"""Categories with one or more series, side by side or stacked."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import Any

from dashboard.figures.figure import Bars, Series
from dashboard.figures.pen import Pen, address, plain, wrap
from dashboard.figures.trend import colour
from dashboard.look import axis

ROW = 40
HEIGHT = 380


def lies(chart: Bars) -> bool:
    """Whether the bars lie: many categories or long names are read more easily from top to bottom."""
    return chart.stacked or len(chart.categories) > 7 or max(map(len, chart.categories), default=0) > 14


def draw(chart: Bars, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of bars, each with its value at its end."""
    flat = lies(chart)
    bars = [series for series in chart.series if series.role != "target" or chart.stacked]
    marks = [series for series in chart.series if series.role == "target" and not chart.stacked]
    at = list(range(len(chart.categories)))
    names = axis(
        pen.look, tickmode="array", tickvals=at, showgrid=False, zeroline=False,
        ticktext=[wrap(name, width=26 if flat else 14) for name in chart.categories],
        range=[len(at) - 0.5, -0.5] if flat else [-0.5, len(at) - 0.5], tickfont={"color": pen.look.ink, "size": 13},
    )  # fmt: skip
    several = len(chart.series) > 1
    thick = ROW + 14 * max(0, len(bars) - 1) if not chart.stacked else ROW + 8
    return {
        "data": [_bar(series, chart, pen, n, flat=flat) for n, series in enumerate(bars)]
        + [_mark(series, chart, pen, flat=flat) for series in marks],
        "layout": pen.layout(
            height=(thick * len(at) + 60) if flat else HEIGHT,
            **{"yaxis" if flat else "xaxis": names, "xaxis" if flat else "yaxis": _scale(chart, pen)},
            barmode="stack" if chart.stacked else "group",
            bargap=0.35,
            bargroupgap=0.08,
            showlegend=several,
            legend={
                "orientation": "h", "x": 0, "y": 1, "yref": "container", "yanchor": "top", "traceorder": "normal",
                "font": {"size": 13},
            },
            margin={"l": 8, "r": 24, "t": 44 if several else 12, "b": 8},
        ),
    }  # fmt: skip


def _scale(chart: Bars, pen: Pen) -> dict[str, Any]:
    if not chart.stacked:
        return pen.scale([v for s in chart.series for v in s.values], chart.unit, room=Decimal("1.22"))
    sums = [sum(plain(s.values[n]) or 0.0 for s in chart.series) for n in range(len(chart.categories))]
    return pen.scale(list(sums), chart.unit)


def _hover(series: Series, chart: Bars, pen: Pen) -> list[str]:
    return [
        f"<b>{escape(name)}</b><br>{escape(series.label)}: {pen.number(value, chart.unit, short=False)}"
        for name, value in zip(chart.categories, series.values, strict=True)
    ]


def _along(values: list[float | None], at: list[int], *, flat: bool) -> dict[str, Any]:
    return {"x": values, "y": at} if flat else {"x": at, "y": values}


def _bar(series: Series, chart: Bars, pen: Pen, n: int, *, flat: bool) -> dict[str, Any]:
    hollow = series.role == "before" and not chart.stacked
    shade = colour(series, pen, n)
    own = [pen.look.status[s].fill if s else shade for s in chart.statuses] if chart.statuses else None
    edges: Any = own or shade
    fill: Any = "rgba(0,0,0,0)" if hollow else edges
    written = [_written(value, chart, pen) for value in series.values]
    inside = {"color": pen.look.status[series.status].on_fill if series.status else pen.look.ink, "size": 13}
    return {
        "type": "bar", "name": escape(series.label), "orientation": "h" if flat else "v",
        **_along([plain(v) for v in series.values], list(range(len(chart.categories))), flat=flat),
        "marker": {"color": fill, "line": {"color": edges, "width": 2 if hollow else 0}},
        "text": written, "textposition": "inside" if chart.stacked else "outside", "textangle": 0,
        "insidetextanchor": "middle", "constraintext": "none" if not chart.stacked else "both",
        "textfont": inside if chart.stacked else {"color": pen.look.ink, "size": 13}, "cliponaxis": False,
        "customdata": [address(link) for link in chart.links] or None,
        "hovertext": _hover(series, chart, pen), "hoverinfo": "text",
    }  # fmt: skip


def _written(value: Any, chart: Bars, pen: Pen) -> str:
    if value is None:
        return "" if chart.stacked else pen.word("tanpa_data")
    return "" if chart.stacked and not value else pen.number(value, chart.unit)


def _mark(series: Series, chart: Bars, pen: Pen, *, flat: bool) -> dict[str, Any]:
    symbol = "line-ns-open" if flat else "line-ew-open"
    return {
        "type": "scatter", "mode": "markers", "name": escape(series.label),
        **_along([plain(v) for v in series.values], list(range(len(chart.categories))), flat=flat),
        "marker": {"symbol": symbol, "size": 26, "color": pen.look.target, "line": {"width": 4}},
        "hovertext": _hover(series, chart, pen), "hoverinfo": "text", "cliponaxis": False,
    }  # fmt: skip
