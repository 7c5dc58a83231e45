"""Categories as native bars: standing where the names are short, lying where they are long."""

from __future__ import annotations

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Pt

from dashboard.export import fit
from dashboard.export.canvas import Box, Canvas
from dashboard.export.chart_style import (
    add,
    category_data,
    colour_of,
    every_label,
    fill,
    inner_plot,
    legend,
    numbers,
    quiet,
    rounded,
    scaled,
    spoken,
    values_shown,
)
from dashboard.export.colour import readable_on
from dashboard.figures.figure import Bars, Figure

_NAMES = 0.42  # share of the width that lying bars give to their names
_LEAST = 7.0  # points
_KINDS = {
    (False, False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    (False, True): XL_CHART_TYPE.COLUMN_STACKED,
    (True, False): XL_CHART_TYPE.BAR_CLUSTERED,
    (True, True): XL_CHART_TYPE.BAR_STACKED,
}


def bars(canvas: Canvas, box: Box, figure: Figure, whole: Bars) -> None:
    """The bars of this page on the scale of the whole figure, each series named by its colour above."""
    chart = figure.chart
    assert isinstance(chart, Bars)
    if len(chart.series) > 1:
        head, box = box.split(0.3, 0.05)
        entries = [(colour_of(s, i, canvas.look, canvas.brand.utama), "■", s.label) for i, s in enumerate(chart.series)]
        legend(canvas, head, entries)
    room = box.points[0] / max(1, len(chart.categories))
    lying = max((fit.width(name, 12) for name in chart.categories), default=0) > room * 1.8 or len(chart.categories) > 9
    size = _size(box, chart, lying=lying)
    small = _names_size(box, chart, size) if lying else size
    wide = box.points[0] * (_NAMES if lying else 1.0) - 6
    names = [fit.clipped(name, small, room=wide, at_most=2 if small < size else 1) for name in chart.categories]
    data = category_data(names, [(series.label, series.values) for series in chart.series])
    made = add(canvas, box, _KINDS[lying, chart.stacked], data, name=figure.id, alt=figure.alt, size=size)
    limits = rounded(_reach(whole), room=0.0 if chart.stacked else 0.1)
    made.category_axis.reverse_order = lying
    if lying:
        made.category_axis.tick_labels.font.size = Pt(small)
        room = min(_NAMES, (max(fit.width(name, small) for name in names) + 8) / box.points[0])
        inner_plot(made, room, 0.0, 1 - room, 1.0)
    quiet(made.category_axis, canvas.look, grid=False)
    every_label(made.category_axis)
    quiet(made.value_axis, canvas.look, grid=False, labels=False)
    scaled(made.value_axis, limits)
    _draw(canvas, made, chart, spoken(whole.unit, _reach(whole), canvas.lang), size)


def _names_size(box: Box, chart: Bars, size: float) -> float:
    """The size of the names: smaller, on two lines, where one line would cut what tells them apart."""
    room = box.points[0] * _NAMES - 6
    if all(fit.lines(name, size, room) == 1 for name in chart.categories):
        return size
    two = box.points[1] / max(1, len(chart.categories)) / (2 * fit.LINE)
    return min(size - 1, two) if two >= _LEAST else size


def _size(box: Box, chart: Bars, *, lying: bool) -> float:
    if not lying:
        return 12.0 if len(chart.categories) * len(chart.series) <= 16 or chart.stacked else 10.0
    each = 1 if chart.stacked else len(chart.series)
    return max(8.0, min(12.0, box.points[1] / max(1, len(chart.categories) * each) / 1.3))


def _reach(whole: Bars) -> list[float]:
    if not whole.stacked:
        return numbers(value for series in whole.series for value in series.values)
    return [sum(numbers(series.values[i] for series in whole.series)) for i in range(len(whole.categories))]


def _draw(canvas: Canvas, made: Any, chart: Bars, code: str, size: float) -> None:
    plot = made.plots[0]
    small = max(_reach(chart), default=0.0) * 0.04  # a label would not fit into a part as thin as this
    plot.gap_width = 55
    plot.overlap = 100 if chart.stacked else -5
    for position, (drawn, series) in enumerate(zip(plot.series, chart.series, strict=True)):
        colour = colour_of(series, position, canvas.look, canvas.brand.utama)
        fill(drawn, colour)
        drawn.invert_if_negative = False
        for point, status in enumerate(chart.statuses if len(chart.series) == 1 else ()):
            if status:
                fill(drawn.points[point], canvas.look.status[status].fill)
        labels = drawn.data_labels
        labels.position = XL_LABEL_POSITION.CENTER if chart.stacked else XL_LABEL_POSITION.OUTSIDE_END
        ink = readable_on(colour) if chart.stacked else canvas.look.ink
        values_shown(labels, f'[<{small:.4f}]"";{code}' if chart.stacked else code, max(8.0, size - 1), ink)
