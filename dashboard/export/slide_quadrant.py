"""Two measures against each other as a native scatter, with the dividing lines and the names that matter."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.util import Pt

from dashboard.export import fit
from dashboard.export.canvas import Box, Canvas, Run, rgb
from dashboard.export.chart_data import number, xy_data
from dashboard.export.chart_style import add, legend, numbers, quiet, rounded, scaled, stroke, written
from dashboard.export.label_place import Side, Spot, sides
from dashboard.figures.figure import STATUSES, Figure, Point, Quadrant
from dashboard.look import status_word
from pipelines.catalogue import text

_LIMITS = tuple[float, float, float]
_SIZE = 10.0
_AXES = (62.0, 52.0)  # points that the names and titles of both axes take
_SIDES = {
    "right": XL_LABEL_POSITION.RIGHT, "left": XL_LABEL_POSITION.LEFT, "above": XL_LABEL_POSITION.ABOVE,
    "below": XL_LABEL_POSITION.BELOW,
}  # fmt: skip


def quadrant(canvas: Canvas, box: Box, figure: Figure) -> None:
    """Points coloured by status, split lines, axis names, and who is not plotted and why."""
    chart = figure.chart
    assert isinstance(chart, Quadrant)
    if chart.excluded:
        box, side = box.cut(box.w - 2.9)
        _excluded(canvas, side, chart)
    plotted = [point for point in chart.points if point.x is not None and point.y is not None]
    present = _longest_first(plotted)
    across = rounded([*numbers(p.x for p in plotted), *numbers([chart.x_split])], zero=False, room=0.05)
    upward = rounded([*numbers(p.y for p in plotted), *numbers([chart.y_split])], zero=False, room=0.05)
    data = xy_data()
    for one in present:
        series = data.add_series(status_word(one, canvas.lang) if one else chart.y_label)
        for point in plotted:
            if point.status == one:
                series.add_data_point(number(point.x), number(point.y))
    splits = _splits(data, chart, across, upward)
    head, body = box.split(0.3, 0.05)
    colours = [canvas.look.status[one].fill if one else canvas.brand.utama for one in present]
    shades = dict(zip(present, colours, strict=True))
    names = [(shades[one], "●", status_word(one, canvas.lang)) for one in STATUSES if one in shades]
    legend(canvas, head, names)
    size = 11.0
    made = add(canvas, body, XL_CHART_TYPE.XY_SCATTER, data, name=figure.id, alt=figure.alt, size=size)
    for axis, limits, unit, words in (
        (made.category_axis, across, chart.x_unit, chart.x_label),
        (made.value_axis, upward, chart.y_unit, chart.y_label),
    ):
        quiet(axis, canvas.look, grid=True)
        scaled(axis, limits)
        axis.tick_labels.number_format = written(unit, max(map(abs, limits[:2])), canvas.lang, decimals=0)
        axis.tick_labels.number_format_is_linked = False
        axis.has_title = True
        axis.axis_title.text_frame.text = words
        run = axis.axis_title.text_frame.paragraphs[0].runs[0]
        run.font.size, run.font.bold = Pt(size), False
        run.font.color.rgb = rgb(canvas.look.muted)
    drawn = made.plots[0].series
    names_shown = _names(plotted, chart, body, (across, upward))
    for position, one in enumerate(present):
        _points(drawn[position], [p for p in plotted if p.status == one], colours[position], canvas, names_shown)
    for position in range(len(present), len(present) + splits):
        stroke(drawn[position], canvas.look.muted, 1.0, dashed=True)
        drawn[position].marker.style = XL_MARKER_STYLE.NONE


def _longest_first(points: list[Point]) -> list[str | None]:
    """The statuses there are, that of most points first: LibreOffice draws no series of points before a longer one."""
    count = Counter(point.status for point in points)
    return sorted(count, key=lambda one: (-count[one], one is None, STATUSES.index(one) if one else 0))


def _splits(data: Any, chart: Quadrant, across: _LIMITS, upward: _LIMITS) -> int:
    """Add the dividing lines as two-point series; how many were added."""
    count = 0
    if chart.x_split is not None:
        line = data.add_series(chart.x_label)
        line.add_data_point(number(chart.x_split), upward[0])
        line.add_data_point(number(chart.x_split), upward[1])
        count += 1
    if chart.y_split is not None:
        line = data.add_series(chart.y_label)
        line.add_data_point(across[0], number(chart.y_split))
        line.add_data_point(across[1], number(chart.y_split))
        count += 1
    return count


def _names(points: list[Point], chart: Quadrant, box: Box, limits: tuple[_LIMITS, _LIMITS]) -> dict[str, Side]:
    """On which side of its point each name stands; a name for which no side is free is left to the table."""
    wide, high = box.points[0] - _AXES[0], box.points[1] - _AXES[1]
    (left, right, _), (low, top, _) = limits
    every = {
        point.key: Spot(
            point.key,
            wide * ((number(point.x) or 0.0) - left) / (right - left),
            high * ((number(point.y) or 0.0) - low) / (top - low),
            fit.width(_label(point), _SIZE) + 4,
        )
        for point in points
    }
    wanted = named(points, chart)
    listed = [every[key] for key in chart.named if key in every] or [every[p.key] for p in points if p.key in wanted]
    return sides(listed, list(every.values()), high=_SIZE * fit.LINE, room=(wide, high))


def _label(point: Point) -> str:
    return fit.clipped(point.label, _SIZE, room=130)


def _points(drawn: Any, points: list[Point], colour: str, canvas: Canvas, named: dict[str, Side]) -> None:
    drawn.format.line.fill.background()
    drawn.marker.style = XL_MARKER_STYLE.CIRCLE
    drawn.marker.size = 9
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = rgb(colour)
    drawn.marker.format.line.color.rgb = rgb("#FFFFFF")
    for position, point in enumerate(points):
        if point.key in named:
            label = drawn.points[position].data_label
            label.has_text_frame = True
            label.text_frame.text = _label(point)
            run = label.text_frame.paragraphs[0].runs[0]
            run.font.size = Pt(_SIZE)
            run.font.color.rgb = rgb(canvas.look.ink)
            label.position = _SIDES[named[point.key]]


def named(points: list[Point], chart: Quadrant) -> set[str]:
    """The points to name: those the figure names, else the farthest from the middle that sit on no other name."""
    if chart.named or not points:
        return set(chart.named)
    xs, ys = numbers(p.x for p in points), numbers(p.y for p in points)
    wide, high = (max(xs) - min(xs)) or 1, (max(ys) - min(ys)) or 1
    mid_x = float(chart.x_split) if chart.x_split is not None else sum(xs) / len(xs)
    mid_y = float(chart.y_split) if chart.y_split is not None else sum(ys) / len(ys)
    spots = {p.key: ((float(p.x or 0) - mid_x) / wide, (float(p.y or 0) - mid_y) / high) for p in points}
    kept: dict[str, tuple[float, float]] = {}
    for key, (x, y) in sorted(spots.items(), key=lambda item: -(item[1][0] ** 2 + item[1][1] ** 2)):
        if len(kept) < 14 and all(abs(x - a) > 0.16 or abs(y - b) > 0.05 for a, b in kept.values()):
            kept[key] = (x, y)
    return set(kept)


def _excluded(canvas: Canvas, box: Box, chart: Quadrant) -> None:
    head = Run(text("ekspor.tidak_diplot", canvas.lang), 12, canvas.look.ink, bold=True)
    lines = [f"{name}: {why}" for name, why in chart.excluded]
    room, height = box.points
    size = fit.largest("\n".join(lines), (11, 10, 9), room=room, height=height - 20)
    kept: list[str] = []
    used = 20.0
    for line in lines:
        used += fit.lines(line, size, room) * size * fit.LINE
        if used > height - 14 and len(kept) < len(lines) - 1:
            kept.append(text("ekspor.baris_lain", canvas.lang, n=len(lines) - len(kept)))
            break
        kept.append(line)
    canvas.text(box, [head, *(Run(line, size, canvas.look.muted) for line in kept)], name="Tidak diplot")
