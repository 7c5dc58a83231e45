"""Everything about one entity on one slide: cards above, columns of figures below, each cut to the room it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.export import fit
from dashboard.export.canvas import Box, Canvas, Run
from dashboard.export.slide_chart import draw
from dashboard.export.slide_table import rows_in
from dashboard.export.slide_timeline import lanes_in
from dashboard.figures.figure import Cards, Figure, Timeline
from pipelines.catalogue import text

_CARDS, _HEAD, _GAP, _BETWEEN = 1.42, 0.3, 0.16, 0.4  # inches
_LINE = 0.28  # inches of a row or a lane, when room is shared out
_CROWN = {True: 0.95, False: 0.7}  # inches around the lanes of a timeline, around the rows of a table
_NOTE = 0.24  # inches of the line that says what is elsewhere


def one_page(canvas: Canvas, body: Box, figures: Sequence[Figure], columns: Sequence[int]) -> None:
    """Draw the figures: the cards on top, then so many of the rest in each column, from the left."""
    rest = list(figures)
    if isinstance(rest[0].chart, Cards):
        top, body = body.split(_CARDS, 0.12)
        draw(canvas, top, rest[0], rest[0])
        rest = rest[1:]
    for place, count in zip(body.columns(len(columns), _BETWEEN), columns, strict=True):
        mine, rest = rest[:count], rest[count:]
        for box, figure in zip(_shared(place, mine), mine, strict=True):
            _part(canvas, box, figure)


def _shared(column: Box, figures: Sequence[Figure]) -> list[Box]:
    """The column cut so that each figure has room by the rows it holds; where there is too little, all give way."""
    wished = [_wish(figure) for figure in figures]
    room = column.h - _GAP * (len(figures) - 1)
    if sum(wished) > room:
        least = [min(wish, 0.38 * room) for wish in wished]
        over = sum(wish - low for wish, low in zip(wished, least, strict=True))
        share = (room - sum(least)) / over if over else 0.0
        wished = [low + (wish - low) * share for wish, low in zip(wished, least, strict=True)]
    boxes, at = [], column.y
    for high in wished:
        boxes.append(Box(column.x, at, column.w, high))
        at += high + _GAP
    return boxes


def _wish(figure: Figure) -> float:
    lanes = isinstance(figure.chart, Timeline)
    count = len(figure.chart.lanes) if isinstance(figure.chart, Timeline) else 1.15 * len(figure.table.rows)
    return _HEAD + _CROWN[lanes] + _LINE * count


def _part(canvas: Canvas, box: Box, figure: Figure) -> None:
    head, rest = box.split(_HEAD, 0.02)
    words = fit.clipped(figure.title, 14, room=head.points[0], bold=True)
    canvas.text(head, [Run(words, 14, canvas.look.ink, bold=True)], name=figure.id, anchor="middle")
    if isinstance(figure.chart, Timeline):
        _lanes(canvas, rest, figure, figure.chart)
        return
    figure = replace(figure, chart=None)
    kept, table = rows_in(canvas, rest, figure), figure.table
    cut = replace(figure, table=replace(table, rows=table.rows[:kept], links=()))
    whole = figure if kept == len(table.rows) else replace(figure, table=replace(table, shown=kept))
    draw(canvas, rest, cut, whole)


def _lanes(canvas: Canvas, box: Box, figure: Figure, chart: Timeline) -> None:
    """The latest lanes on the days that they need, with a line that says how many there were before."""
    if len(chart.lanes) > lanes_in(box):
        box, note = box.split(box.h - _NOTE, 0.0)
        lanes = chart.lanes[: lanes_in(box)]
        said = text("ekspor.baris_lain", canvas.lang, n=len(chart.lanes) - len(lanes))
        canvas.text(note, [Run(said, 12, canvas.look.muted)], name=text("ekspor.catatan", canvas.lang))
        chart = replace(chart, lanes=lanes, start=min(span.start for lane in lanes for span in lane.spans))
    cut = replace(figure, chart=chart)
    draw(canvas, box, cut, cut)
