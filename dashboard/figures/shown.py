"""How much of a long chart a page draws before it is asked for all."""

from __future__ import annotations

from dataclasses import replace

from dashboard.figures.figure import Figure, Ranking


def cut(figure: Figure) -> Figure:
    """The figure with as much of its chart as a page draws at first; its table and its words stay whole."""
    chart = figure.chart
    if not isinstance(chart, Ranking) or not left_out(figure):
        return figure
    return replace(figure, chart=replace(chart, dots=chart.dots[: chart.shown]))


def left_out(figure: Figure) -> int:
    """How many entities of the chart a page leaves out at first."""
    chart = figure.chart
    if not isinstance(chart, Ranking) or chart.shown is None:
        return 0
    return max(0, len(chart.dots) - chart.shown)
