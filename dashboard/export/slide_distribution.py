"""Spreads as native shapes: the middle half of each group a bar, its median a mark, small groups in words only."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.export import fit
from dashboard.export.canvas import Box, Canvas, Run
from dashboard.export.chart_data import number
from dashboard.export.chart_style import legend, numbers, rounded
from dashboard.figures.figure import Distribution, Figure, Group, Value
from dashboard.look import write
from pipelines.catalogue import text

_NAMES, _SAID = 0.28, 0.24  # shares of the width
_ROW, _SIZE = 0.5, 12.0
Limits = tuple[float, float, float]


def distribution(canvas: Canvas, box: Box, figure: Figure, whole: Distribution) -> None:
    """The groups of this page on the scale of the whole figure, with a legend above and the scale below."""
    chart, look = figure.chart, canvas.look
    assert isinstance(chart, Distribution)
    head, box = box.split(0.3, 0.05)
    middle, median = text("figur.separuh_tengah", canvas.lang), text("figur.median", canvas.lang)
    legend(canvas, head, [(look.before, "■", middle), (canvas.brand.utama, "◆", median)])
    values: list[Value] = [v for group in whole.groups for v in (group.lower, group.median, group.upper)]
    limits = rounded(numbers([*values, *(at for at, _ in whole.marks)]), room=0.04)
    body, foot = box.split(box.h - 0.5, 0.0)
    scale = Box(body.x + body.w * _NAMES, body.y, body.w * (1 - _NAMES - _SAID), body.h)
    high = min(_ROW, body.h / max(1, len(chart.groups)))
    tall = high * len(chart.groups)
    for at, words in chart.marks:
        place = Box(_at(at, limits, scale), body.y, 0.02, tall)
        canvas.panel(place, fill=look.muted, name=words)
    for order, group in enumerate(chart.groups):
        _group(canvas, Box(body.x, body.y + order * high, body.w, high), scale, group, (chart, limits))
    _scale(canvas, Box(scale.x, body.y + tall + 0.02, scale.w, 0.22), chart, limits)
    said = [f"{words}: {write(at, chart.unit, canvas.lang, short=True)}" for at, words in chart.marks]
    words = fit.clipped(" · ".join((chart.value_label, *said)), _SIZE, room=foot.points[0])
    canvas.text(Box(foot.x, body.y + tall + 0.25, foot.w, 0.22), [Run(words, _SIZE, look.muted)], name=words)


def _at(value: Value, limits: Limits, scale: Box) -> float:
    return scale.x + scale.w * ((number(value) or 0.0) - limits[0]) / (limits[1] - limits[0])


def _group(canvas: Canvas, row: Box, scale: Box, group: Group, on: tuple[Distribution, Limits]) -> None:
    chart, limits = on
    look, lang = canvas.look, canvas.lang
    name = Box(row.x, row.y, scale.x - row.x - 0.15, row.h)
    label = fit.clipped(group.label, _SIZE, room=name.points[0])
    canvas.text(name, [Run(label, _SIZE, look.ink)], name=group.label, anchor="middle")
    if group.median is not None:
        start, end = _at(group.lower, limits, scale), _at(group.upper, limits, scale)
        high = row.h * 0.5
        bar = Box(start, row.y + row.h * 0.25, max(0.03, end - start), high)
        canvas.panel(bar, fill=look.before, name=f"{group.label}: {_spread(group, chart, canvas)}")
        middle = Box(_at(group.median, limits, scale) - 0.03, row.y + row.h * 0.15, 0.06, row.h * 0.7)
        canvas.panel(middle, fill=canvas.brand.utama, name=f"{group.label}: {write(group.median, chart.unit, lang)}")
    count = text("figur.n_anggota", lang, n=write(group.n, "bulat", lang))
    told = group.note if group.median is None else write(group.median, chart.unit, lang, short=True)
    words = " · ".join(part for part in (told, count) if part)
    rest = Box(scale.x + scale.w + 0.15, row.y, row.x + row.w - scale.x - scale.w - 0.15, row.h)
    lines = max(1, int(rest.points[1] / (_SIZE * fit.LINE)))
    said = fit.clipped(words, _SIZE, room=rest.points[0] - 2, at_most=lines)
    canvas.text(rest, [Run(said, _SIZE, look.muted)], name=words, anchor="middle")


def _spread(group: Group, chart: Distribution, canvas: Canvas) -> str:
    low, high = (write(value, chart.unit, canvas.lang) for value in (group.lower, group.upper))
    return f"{low} … {high}"


def _scale(canvas: Canvas, box: Box, chart: Distribution, limits: Limits) -> None:
    """The ends of the scale and, where it lies within, zero: the other values stand at their groups."""
    low, high, _ = limits
    within: Sequence[float] = (low, high) if low >= 0 or high <= 0 else (low, 0.0, high)
    for at in within:
        words = write(round(at), chart.unit, canvas.lang)
        wide = fit.width(words, _SIZE) / 72 + 0.1
        x = min(max(box.x, _at(at, limits, box) - wide / 2), box.x + box.w - wide)
        canvas.text(Box(x, box.y, wide, box.h), [Run(words, _SIZE, canvas.look.muted)], name=words, align="center")
