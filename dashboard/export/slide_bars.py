"""Categories as native bars: standing where the names are short, lying where they are long."""

from __future__ import annotations

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION

from dashboard.export import fit
from dashboard.export.bar_colour import series_colours, status_colours
from dashboard.export.canvas import Box, Canvas
from dashboard.export.chart_data import category_data
from dashboard.export.chart_style import (
    add,
    fill,
    legend,
    legend_height,
    numbers,
    plain_bars,
    rounded,
    shown_from,
    spoken,
    values_shown,
)
from dashboard.export.colour import readable_on
from dashboard.figures.figure import Bars, Figure, Value
from dashboard.look import write

_NAMES = 0.42  # share of the width that lying bars give to their names
_BROADEST = 1.7  # inches of a bar
_LEAST = 10.0  # points
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
        colours = series_colours(chart, canvas.look, canvas.brand.utama)
        entries = [(colour, "■", one.label) for colour, one in zip(colours, chart.series, strict=True)]
        head, box = box.split(legend_height(entries, box), 0.05)
        legend(canvas, head, entries)
    room = box.points[0] / max(1, len(chart.categories))
    lying = max((fit.width(name, 12) for name in chart.categories), default=0) > room * 1.8 or len(chart.categories) > 9
    size = _size(box, chart, lying=lying)
    small, rows = _names_size(box, chart, size) if lying else (size, 1)
    wide = box.points[0] * (_NAMES if lying else 1.0) - 6
    names = [fit.clipped(name, small, room=wide, at_most=rows) for name in chart.categories]
    data = category_data(names, [(series.label, series.values) for series in chart.series])
    made = add(canvas, box, _KINDS[lying, chart.stacked], data, name=figure.id, alt=figure.alt, size=size)
    limits = rounded(_reach(whole), room=0.0 if chart.stacked else 0.1)
    share = min(_NAMES, (max(fit.width(name, small) for name in names) + 8) / box.points[0]) if lying else None
    plain_bars(made, canvas.look, limits, size=small, names=share)
    label = size if lying or chart.stacked else _label_size(canvas, box, chart)
    long = box.points[0] * (1 - share) if share is not None else box.points[1] * 0.8  # of the longest bar, about
    said = max((fit.width(write(v, chart.unit, canvas.lang, short=True), label) for v in _parts(chart)), default=0.0)
    thin = limits[1] * (said + 4 if lying else label) / long  # a part that its own number does not fit into
    _draw(canvas, made, chart, spoken(whole.unit, _reach(whole), canvas.lang), (label, thin))
    made.plots[0].gap_width = _gap(box.h if lying else box.w, chart)


def _names_size(box: Box, chart: Bars, size: float) -> tuple[float, int]:
    """The size and lines of the names: two where one would cut what tells them apart."""
    room = box.points[0] * _NAMES - 6
    if all(fit.lines(name, size, room) == 1 for name in chart.categories):
        return size, 1
    two = box.points[1] / max(1, len(chart.categories)) / (2 * fit.LINE)
    return (min(size, two), 2) if two >= _LEAST else (size, 1)


def _label_size(canvas: Canvas, box: Box, chart: Bars) -> float:
    """The size at which a number stands above its own bar without touching the next."""
    each = box.points[0] / max(1, len(chart.categories)) / (len(chart.series) + 0.55)
    words = [write(v, chart.unit, canvas.lang, short=True) for one in chart.series for v in one.values]
    wide = max((fit.width(word, 1.0) for word in words), default=1.0)
    return max(9.0, min(12.0, each / wide))


def _gap(long: float, chart: Bars) -> int:
    """The gap between categories in percent of a bar, wider where few bars would become slabs."""
    beside = 1 if chart.stacked else len(chart.series)
    least = (long / max(1, len(chart.categories)) / _BROADEST - beside) * 100
    return int(max(55, min(500, least)))


def _size(box: Box, chart: Bars, *, lying: bool) -> float:
    if not lying:
        return 12.0
    each = 1 if chart.stacked else len(chart.series)
    return max(9.0, min(12.0, box.points[1] / max(1, len(chart.categories) * each) / 1.3))


def _reach(whole: Bars) -> list[float]:
    if not whole.stacked:
        return numbers(value for series in whole.series for value in series.values)
    return [sum(numbers(series.values[i] for series in whole.series)) for i in range(len(whole.categories))]


def _parts(chart: Bars) -> list[Value]:
    return [value for series in chart.series for value in series.values if value is not None]


def _draw(canvas: Canvas, made: Any, chart: Bars, code: str, labelled: tuple[float, float]) -> None:
    plot, told = made.plots[0], series_colours(chart, canvas.look, canvas.brand.utama)
    size, thin = labelled
    plot.overlap = 100 if chart.stacked else -5
    for position, (drawn, colour) in enumerate(zip(plot.series, told, strict=True)):
        fill(drawn, colour)
        drawn.invert_if_negative = False
        for point, own in enumerate(status_colours(chart, position, canvas.look)):
            if own:
                fill(drawn.points[point], own)
        labels = drawn.data_labels
        labels.position = XL_LABEL_POSITION.CENTER if chart.stacked else XL_LABEL_POSITION.OUTSIDE_END
        ink = readable_on(colour) if chart.stacked else canvas.look.ink
        values_shown(labels, shown_from(thin, code, canvas.lang) if chart.stacked else code, size, ink)
