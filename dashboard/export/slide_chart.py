"""One figure in its place on a slide, by the kind of its chart; where it has none, its table."""

from __future__ import annotations

from dashboard.export import slide_parts
from dashboard.export.canvas import Box, Canvas
from dashboard.export.slide_bars import bars
from dashboard.export.slide_distribution import distribution
from dashboard.export.slide_flow import flow
from dashboard.export.slide_quadrant import quadrant
from dashboard.export.slide_ranking import ranking
from dashboard.export.slide_table import table
from dashboard.export.slide_timeline import timeline
from dashboard.export.slide_trend import trend
from dashboard.figures.figure import (
    Bars,
    Cards,
    Distribution,
    Figure,
    Flow,
    Grid,
    Priorities,
    Prose,
    Quadrant,
    Ranking,
    Timeline,
    Trend,
)


def draw(canvas: Canvas, box: Box, figure: Figure, whole: Figure) -> None:
    """Draw this page's piece of the `whole` figure, as native charts, tables and shapes."""
    chart = figure.chart
    if figure.empty:
        slide_parts.empty(canvas, box, figure.empty)
    elif isinstance(chart, Cards):
        slide_parts.cards(canvas, box, chart)
    elif isinstance(chart, Priorities):
        slide_parts.priorities(canvas, box, chart)
    elif isinstance(chart, Prose):
        slide_parts.prose(canvas, box, chart, cut=whole.chart != chart)
    elif isinstance(chart, Grid) and isinstance(whole.chart, Grid):
        slide_parts.heat(canvas, box, figure, whole.chart)
    elif isinstance(chart, Ranking) and isinstance(whole.chart, Ranking):
        ranking(canvas, box, figure, whole.chart)
    elif isinstance(chart, Bars) and isinstance(whole.chart, Bars):
        bars(canvas, box, figure, whole.chart)
    elif isinstance(chart, Trend):
        trend(canvas, box, figure)
    elif isinstance(chart, Quadrant):
        quadrant(canvas, box, figure)
    elif isinstance(chart, Timeline):
        timeline(canvas, box, figure)
    elif isinstance(chart, Flow):
        flow(canvas, box, figure)
    elif isinstance(chart, Distribution) and isinstance(whole.chart, Distribution):
        distribution(canvas, box, figure, whole.chart)
    else:
        table(canvas, box, figure, whole)
