"""Streams as native shapes: a row each, who gave on the left, who received on the right, an arrow between."""

from __future__ import annotations

from dashboard.export import fit
from dashboard.export.canvas import Box, Canvas, Run
from dashboard.figures.figure import Figure, Flow, Stream
from dashboard.look import write

_SIDE, _GAP = 0.36, 0.15  # share of the width of a column of names; inches beside it
_ROW, _SIZE = 0.62, 12.0


def flow(canvas: Canvas, box: Box, figure: Figure) -> None:
    """The streams of this page under the names of both columns."""
    chart = figure.chart
    assert isinstance(chart, Flow)
    look = canvas.look
    head, box = box.split(0.28, 0.05)
    wide = box.w * _SIDE
    for x, words in ((head.x, chart.source_label), (head.x + head.w - wide, chart.target_label)):
        canvas.text(Box(x, head.y, wide, head.h), [Run(words, 14, look.muted, bold=True)], name=words)
    high = min(_ROW, box.h / max(1, len(chart.streams)))
    for number, stream in enumerate(chart.streams):
        _stream(canvas, Box(box.x, box.y + number * high, box.w, high), stream, chart)


def _stream(canvas: Canvas, row: Box, stream: Stream, chart: Flow) -> None:
    look = canvas.look
    wide, high = row.w * _SIDE, row.h * 0.86
    for x, words in ((row.x, stream.source), (row.x + row.w - wide, stream.target)):
        place = Box(x, row.y, wide, high)
        canvas.panel(place, fill=look.surface, line=look.line, name=words, shape="round")
        inner = Box(place.x + 0.1, place.y, place.w - 0.2, place.h)
        lines = max(1, int(inner.points[1] / (_SIZE * fit.LINE)))
        said = fit.clipped(words, _SIZE, room=inner.points[0] - 4, at_most=lines)
        canvas.text(inner, [Run(said, _SIZE, look.ink)], name=words, anchor="middle")
    way = Box(row.x + wide + _GAP, row.y, row.w - 2 * (wide + _GAP), high)
    said = stream.label or write(stream.value, chart.unit, canvas.lang)
    label, arrow = way.split(high * 0.55, 0.0)
    canvas.text(label, [Run(fit.clipped(said, _SIZE, room=label.points[0]), _SIZE, look.ink, bold=True)], name=said,
                align="center", anchor="bottom")  # fmt: skip
    thick = min(arrow.h, 0.2)
    canvas.panel(Box(arrow.x, arrow.y, arrow.w, thick), fill=look.before, shape="arrow",
                 name=f"{stream.source} → {stream.target}")  # fmt: skip
