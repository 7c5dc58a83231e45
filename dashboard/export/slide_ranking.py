"""A ranking as native bars, worst on top, with what was planned as a mark across each bar."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from dashboard.export import beside, fit
from dashboard.export.canvas import Box, Canvas
from dashboard.export.chart_data import category_data
from dashboard.export.chart_style import add, fill, legend, legend_height, numbers, plain_bars, rounded
from dashboard.export.colour import mixed
from dashboard.export.paging import DOTS, even
from dashboard.export.slide_reach import reach
from dashboard.figures.figure import Dot, Figure, Ranking
from pipelines.catalogue import text

_NARROW = 8.0  # inches; below it only value and status stand beside the bars
_BEFORE = "#5A6B75"  # what was: quiet, but to be seen beside and upon every status
_NAMES = 0.55  # of the picture, at most: a name cut short may be that of another OPD
_BAND = 0.42  # inches, the tallest a row grows


def ranking(canvas: Canvas, box: Box, figure: Figure, whole: Ranking) -> None:
    """The ranking of this page on the scale of the whole figure, its figures in columns beside the bars."""
    chart = figure.chart
    assert isinstance(chart, Ranking)
    dots = sorted(chart.dots, key=lambda dot: dot.value is None)  # those not reported stand below, in words
    most = len(even(whole.dots, DOTS)[0]) if whole.dots else 1  # rows of the fullest slide set all slides
    band = min(_BAND, (box.h - beside.HEAD) / most)
    high, size = band * len(dots), max(10.0, min(12.0, band * 72 / 1.28))
    found = beside.fitted(beside.columns(canvas, whole), size=size, room=box.points[0], narrow=box.w < _NARROW)
    wide = sum(column.wide(size) for column in found) / 72
    picture = Box(box.x, box.y + beside.HEAD, box.w - wide - 0.15, high)
    entries = [(canvas.look.ink, "■", whole.value_label)]
    if _planned(whole):
        entries.append((canvas.look.ink, "|", whole.target_label or text("ekspor.target", canvas.lang)))
    if _before(whole):
        entries.append((_BEFORE, "H", whole.before_label or ""))
    if whole.range_label and any(dot.low is not None for dot in whole.dots):
        entries.append((canvas.look.ink, "━", whole.range_label))
    place = Box(box.x, box.y, picture.w, 0.28)
    legend(canvas, replace(place, h=min(legend_height(entries, place), beside.HEAD + 0.01)), entries)
    _bars(canvas, picture, figure, whole, dots=dots, size=size)
    place = Box(box.x + box.w - wide, box.y, wide, beside.HEAD + high)
    beside.draw(canvas, place, found, keys=[dot.key for dot in dots], size=size, alt=figure.alt)


def _before(whole: Ranking) -> bool:
    return any(dot.before is not None for dot in whole.dots)


def _planned(whole: Ranking) -> bool:
    return any(dot.target is not None for dot in whole.dots)


def _bars(canvas: Canvas, box: Box, figure: Figure, whole: Ranking, *, dots: list[Dot], size: float) -> None:
    look = canvas.look
    names_room = min(box.points[0] * _NAMES, max(fit.width(dot.label, size) for dot in dots) + 8)
    series = [(whole.value_label, [dot.value for dot in dots])]
    if _planned(whole):
        series.append((whole.target_label or text("ekspor.target", canvas.lang), [dot.target for dot in dots]))
    if _before(whole):
        series.append((whole.before_label or "", [dot.before for dot in dots]))
    data = category_data([fit.clipped(dot.label, size, room=names_room - 6) for dot in dots], series)
    chart = add(canvas, box, XL_CHART_TYPE.BAR_CLUSTERED, data, name=figure.id, alt=figure.alt, size=size)
    limits = rounded(numbers(v for dot in whole.dots for v in (dot.value, dot.target, dot.before, dot.high)))
    plain_bars(chart, look, limits, size=size, names=names_room / box.points[0])
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.overlap = 100
    actual = plot.series[0]
    # Without statuses the bars are paler, so that the dark mark of the plan shows on them.
    fill(actual, mixed(canvas.brand.utama, "#FFFFFF", 0.45) if _planned(whole) else canvas.brand.utama)
    actual.invert_if_negative = False
    for position, dot in enumerate(dots):
        if dot.value is not None and dot.status:
            fill(actual.points[position], look.status[dot.status].fill)
    reach(actual, [(dot.value, dot.low, dot.high) for dot in dots], look.ink, lying=True)
    if _planned(whole):
        _tick(plot.series[1], look.ink)
    if _before(whole):
        _tick(plot.series[len(plot.series) - 1], _BEFORE, reach=(limits[1] - limits[0]) / 250, width=15875)


def _tick(target: Any, colour: str, *, reach: float = 0.00001, width: int = 28575) -> None:
    """Show a series as marks across the bars: its own bars stay empty, an error bar `reach` long draws a | or an H."""
    target.format.fill.background()
    target.format.line.fill.background()
    target._element.find(qn("c:cat")).addprevious(
        parse_xml(
            f'<c:errBars {nsdecls("c", "a")}><c:errBarType val="both"/><c:errValType val="fixedVal"/>'
            f'<c:noEndCap val="0"/><c:val val="{reach:.5f}"/><c:spPr><a:ln w="{width}"><a:solidFill>'
            f'<a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
        )
    )
