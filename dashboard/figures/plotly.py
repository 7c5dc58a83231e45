"""A figure's chart as a plain Plotly dict: no library is imported, nothing but data leaves here."""

from __future__ import annotations

from typing import Any

from dashboard.figures import bars, choropleth, distribution, flow, grid, quadrant, ranking, timeline, tree, trend
from dashboard.figures.figure import (
    Bars,
    Choropleth,
    Distribution,
    Figure,
    Flow,
    Grid,
    Lang,
    Quadrant,
    Ranking,
    Timeline,
    Tree,
    Trend,
)  # fmt: skip
from dashboard.figures.pen import pen


def spec(figure: Figure, *, theme: str, lang: Lang) -> dict[str, Any] | None:
    """The chart as {"data": [...], "layout": {...}}; None for what pages write as text.

    A mark's `customdata` is the address of its entity ("profil_opd?opd=DINKES"); `pen.followed` gives the Link back.
    """
    hand = pen(theme, lang)
    match figure.chart:
        case Ranking():
            return ranking.draw(figure.chart, hand)
        case Trend():
            return trend.draw(figure.chart, hand)
        case Grid():
            return grid.draw(figure.chart, hand)
        case Choropleth():
            return choropleth.draw(figure.chart, hand)
        case Bars():
            return bars.draw(figure.chart, hand)
        case Quadrant():
            return quadrant.draw(figure.chart, hand)
        case Timeline():
            return timeline.draw(figure.chart, hand)
        case Flow():
            return flow.draw(figure.chart, hand)
        case Distribution():
            return distribution.draw(figure.chart, hand)
        case Tree():
            return tree.draw(figure.chart, hand)
        case _:
            return None


def drawn(figure: Figure) -> bool:
    """Whether the figure has a chart that Plotly draws."""
    kinds = Choropleth | Ranking | Trend | Grid | Bars | Quadrant | Timeline | Flow | Distribution | Tree
    return isinstance(figure.chart, kinds)
