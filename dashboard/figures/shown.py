"""How much of a long chart a page draws before it is asked for all."""

from __future__ import annotations

from dataclasses import replace

from dashboard.figures.figure import Figure, Ranking, Timeline


def cut(figure: Figure) -> Figure:
    """The figure with as much of its chart as a page draws at first; its table and its words stay whole."""
    chart = figure.chart
    if not left_out(figure):
        return figure
    if isinstance(chart, Timeline):
        return replace(figure, chart=replace(chart, lanes=chart.lanes[: chart.shown]))
    if isinstance(chart, Ranking):
        return replace(figure, chart=replace(chart, dots=chart.dots[: chart.shown]))
    return figure


def entities(figure: Figure) -> int:
    """How many entities the whole chart has; none where a chart is never cut."""
    chart = figure.chart
    if isinstance(chart, Timeline):
        return len(chart.lanes)
    return len(chart.dots) if isinstance(chart, Ranking) else 0


def left_out(figure: Figure) -> int:
    """How many entities of the chart a page leaves out at first."""
    chart = figure.chart
    if not isinstance(chart, Ranking | Timeline) or chart.shown is None:
        return 0
    return max(0, entities(figure) - chart.shown)
