"""A ranking as a native bullet chart: a narrow bar of what is, over a wide pale bar of what was planned."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.export import fit
from dashboard.export.canvas import Align, Box, Canvas
from dashboard.export.chart_style import (
    PALE,
    add,
    category_data,
    every_label,
    fill,
    inner_plot,
    legend,
    numbers,
    quiet,
    rounded,
    scaled,
    values_shown,
    written,
)
from dashboard.export.slide_table import Cell, grid
from dashboard.export.table_plan import PAD
from dashboard.figures.figure import Dot, Figure, Ranking
from dashboard.look import status, write
from pipelines.catalogue import text

_NARROW = 8.0  # inches; below it only the status stands beside the bars
_BESIDE = 0.5  # share of the width that the columns may take
_HEAD = 0.4  # inches above the bars, for the legend and the heads of the columns


def ranking(canvas: Canvas, box: Box, figure: Figure, whole: Ranking) -> None:
    """The ranking of this page on the scale of the whole figure, worst on top, with its figures in columns beside."""
    chart = figure.chart
    assert isinstance(chart, Ranking)
    dots = sorted(chart.dots, key=lambda dot: dot.value is None)  # those not reported stand below, in words
    high = min(box.h - _HEAD, max(1.2, 0.42 * len(dots)))
    band = high * 72 / len(dots)
    size = max(7.0, min(12.0, band / 1.35))
    columns = _columns(canvas, whole, dots)
    if box.w < _NARROW:
        columns = [one for one in columns if one[3]]
    widths = [_wide(head, [words(dot) for dot in dots], size) for head, words, *_ in columns]
    while sum(widths) > box.points[0] * _BESIDE and len(columns) > 2:
        gone = next((i for i, one in enumerate(columns) if not one[3]), len(columns) - 1)
        columns.pop(gone)
        widths.pop(gone)
    beside = sum(widths) / 72
    picture = Box(box.x, box.y + _HEAD, box.w - beside - (0.1 if columns else 0), high)
    _bars(canvas, picture, figure, whole, dots=dots, size=size)
    entries = [(canvas.look.ink, whole.value_label)]
    if whole.target_label and any(dot.target is not None for dot in whole.dots):
        entries.append((PALE, whole.target_label))
    legend(canvas, Box(box.x, box.y, picture.w, 0.28), entries)
    if not columns:
        return
    place = Box(box.x + box.w - beside, box.y, beside, _HEAD + high)
    cells = [[Cell(head, side, canvas.look.muted, bold=True) for head, _, _, _, side in columns]]
    for dot in dots:
        drawn = zip(columns, widths, strict=True)
        cells.append([Cell(fit.clipped(words(dot), size, room=wide - 2 * PAD), side, colour(dot))
                      for (_, words, colour, _, side), wide in drawn])  # fmt: skip
    name = text("ekspor.keterangan", canvas.lang)
    tall = (_HEAD, high / len(dots))
    grid(canvas, place, cells, widths=widths, size=size, tall=tall, name=name, alt=figure.alt, lines="none")


def _wide(head: str, cells: list[str], size: float) -> float:
    """The width of a column: its cells on one line, its head on two."""
    wide = max(fit.width(cell, size, bold=True) for cell in cells)
    while fit.lines(head, size, wide, bold=True) > 2:
        wide += 4
    return wide + 2 * PAD + 4


# Head, words, colour, whether it stays where there is little room, side.
Column = tuple[str, Callable[[Dot], str], Callable[[Dot], str], bool, Align]


def _columns(canvas: Canvas, whole: Ranking, dots: list[Dot]) -> list[Column]:
    """What stands beside the bars: planned, last year, status and note, each where the figure has it."""
    lang, look = canvas.lang, canvas.look
    found: list[Column] = []

    def muted(_: Dot) -> str:
        return look.muted

    def inked(dot: Dot) -> str:
        return look.status[dot.status].ink if dot.status else look.ink

    if any(dot.target is not None for dot in whole.dots):
        head = whole.target_label or text("ekspor.target", lang)
        found.append((head, lambda dot: write(dot.target, whole.unit, lang, short=True), muted, False, "right"))
    if any(dot.before is not None for dot in whole.dots):
        found.append(
            (
                whole.before_label or "",
                lambda dot: write(dot.before, whole.unit, lang, short=True),
                muted,
                False,
                "right",
            )
        )
    if any(dot.status for dot in whole.dots):
        found.append(("", lambda dot: status(dot.status, lang) if dot.status else "", inked, True, "left"))
    if any(dot.note or dot.value is None for dot in dots):
        quiet_words = text("ekspor.belum_lapor", lang)
        found.append(("", lambda dot: dot.note or (quiet_words if dot.value is None else ""), muted, False, "left"))
    return found


def _bars(canvas: Canvas, box: Box, figure: Figure, whole: Ranking, *, dots: list[Dot], size: float) -> None:
    look = canvas.look
    names_room = min(box.points[0] * 0.45, max(fit.width(dot.label, size) for dot in dots) + 8)
    planned = any(dot.target is not None for dot in whole.dots)
    series = [(whole.value_label, [dot.value for dot in dots])]
    if planned:
        series.insert(0, (whole.target_label or text("ekspor.target", canvas.lang), [dot.target for dot in dots]))
    data = category_data([fit.clipped(dot.label, size, room=names_room - 6) for dot in dots], series)
    chart = add(canvas, box, XL_CHART_TYPE.BAR_CLUSTERED, data, name=figure.id, alt=figure.alt, size=size)
    known = numbers([v for dot in whole.dots for v in (dot.value, dot.target)])
    limits = rounded(known, room=0.14)
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    quiet(names, look, grid=False)
    every_label(names)
    names.tick_labels.font.size = Pt(size)
    quiet(values, look, grid=False, labels=False)
    scaled(values, limits)
    inner_plot(chart, names_room / box.points[0], 0.0, 1 - names_room / box.points[0], 1.0)
    plot = chart.plots[0]
    plot.gap_width = 30 if planned else 45
    plot.overlap = 100
    actual = plot.series[-1]
    fill(actual, canvas.brand.utama)
    actual.invert_if_negative = False
    for position, dot in enumerate(dots):
        if dot.value is not None and dot.status:
            fill(actual.points[position], look.status[dot.status].fill)
    labels = actual.data_labels
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    values_shown(labels, written(whole.unit, max(map(abs, known), default=1.0), canvas.lang), size, look.ink)
    labels.font.bold = True
    if planned:
        fill(plot.series[0], PALE)
        _lift(chart, plot.series[-1]._element)


def _lift(chart: Any, series: Any) -> None:
    """Move a series to a second pair of hidden axes on the same scale, where its bar may be narrower."""
    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")
    lower = area.find(qn("c:barChart"))
    upper = etree.Element(qn("c:barChart"))
    for tag in ("c:barDir", "c:grouping", "c:varyColors"):
        found = lower.find(qn(tag))
        if found is not None:
            upper.append(copy.deepcopy(found))
    upper.append(series)
    etree.SubElement(upper, qn("c:gapWidth")).set("val", "140")
    ids = [axis.get("val") for axis in lower.findall(qn("c:axId"))]
    fresh = [str(int(old) % 1_000_000_000 + 7) for old in ids]
    for one in fresh:
        etree.SubElement(upper, qn("c:axId")).set("val", one)
    lower.addnext(upper)
    last = area.findall(qn("c:valAx"))[-1]
    for axis in (area.find(qn("c:valAx")), area.find(qn("c:catAx"))):
        twin = copy.deepcopy(axis)
        for place in ("c:axId", "c:crossAx"):
            mark = twin.find(qn(place))
            mark.set("val", fresh[ids.index(mark.get("val"))])
        twin.find(qn("c:delete")).set("val", "1")
        for lines in twin.findall(qn("c:majorGridlines")):
            twin.remove(lines)
        last.addnext(twin)
