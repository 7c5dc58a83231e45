"""Everything about one entity on one slide: facts above, two columns of figures below, each cut to the room it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.export import fit
from dashboard.export.canvas import Box, Canvas, Run
from dashboard.export.slide_chart import draw
from dashboard.export.slide_table import rows_in
from dashboard.export.slide_timeline import lanes_in
from dashboard.figures.figure import Card, Cards, Figure, Prose, Timeline
from dashboard.look import write
from pipelines.catalogue import text

_FACTS, _HEAD, _GAP, _BETWEEN = 0.9, 0.29, 0.12, 0.35  # inches
_LEFT = 0.58  # of the width, where there are two columns
_LINE = 0.28  # inches of a row or a lane, when room is shared out
_SIZE = 12.0


def one_page(canvas: Canvas, body: Box, figures: Sequence[Figure], columns: Sequence[int]) -> None:
    """Draw the figures: the cards on top, then so many of the rest in each column, from the left."""
    rest = list(figures)
    if isinstance(rest[0].chart, Cards):
        top, body = body.split(_FACTS, 0.12)
        for place, card in zip(top.columns(len(rest[0].chart.cards), 0.14), rest[0].chart.cards, strict=True):
            _fact(canvas, place, card)
        rest = rest[1:]
    places = body.cut(body.w * _LEFT, _BETWEEN) if len(columns) > 1 else (body,)
    for place, count in zip(places, columns, strict=True):
        mine, rest = rest[:count], rest[count:]
        for box, figure in zip(_shared(place, mine), mine, strict=True):
            _part(canvas, box, figure)


def _fact(canvas: Canvas, box: Box, card: Card) -> None:
    """A number with its name and what is said of it on two lines below."""
    look = canvas.look
    canvas.panel(box, fill=look.surface, line=look.line, name=f"Kartu {card.label}", shape="round")
    canvas.panel(Box(box.x, box.y, 0.06, box.h), fill=canvas.brand.utama, name="Tanda kartu")
    inner = Box(box.x + 0.14, box.y + 0.06, box.w - 0.2, box.h - 0.1)
    top, below = inner.split(0.32, 0.0)
    room = inner.points[0] * 0.95
    words, more = write(card.value, card.unit, canvas.lang, short=True), ""
    if words.endswith(")") and not fit.fits(words, _SIZE, room=room, height=20, bold=True):
        words, _, more = words.partition(" (")  # a year in brackets stands with the name of the card
    size = fit.largest(words, (18, 16, 15, 14, 13, _SIZE), room=room, height=top.points[1], bold=True)
    bold = fit.fits(words, size, room=room, height=top.points[1], bold=True)
    words = fit.clipped(words, size, room=room, bold=bold)
    canvas.text(top, [Run(words, size, look.ink, bold=bold)], name=card.label, anchor="middle")
    label = f"{card.label} ({more}" if more else card.label
    said = ", ".join(part for part in (label, card.note) if part)
    said = fit.clipped(said, _SIZE, room=room, at_most=max(1, int(below.points[1] / (_SIZE * fit.LINE))))
    canvas.text(below, [Run(said, _SIZE, look.muted)], name=said)


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
    if isinstance(figure.chart, Timeline):
        return _HEAD + 0.9 + _LINE * len(figure.chart.lanes)
    if isinstance(figure.chart, Prose):
        return _HEAD + 0.1 + 0.22 * 1.5 * len(figure.chart.paragraphs)
    return _HEAD + 0.62 + _LINE * len(figure.table.rows)


def _part(canvas: Canvas, box: Box, figure: Figure) -> None:
    """The figure's short title, how much of it is elsewhere, and as much of it as has room."""
    head, rest = box.split(_HEAD, 0.02)
    cut, more = _cut(canvas, rest, figure)
    said = text("ekspor.sisa_lain", canvas.lang, n=more) if more else ""
    wide = (fit.width(said, _SIZE) + 10) / 72 if said else 0.0
    left, right = head.cut(head.w - wide, 0.0)
    words = fit.clipped(figure.title, 14, room=left.points[0], bold=True)
    canvas.text(left, [Run(words, 14, canvas.look.ink, bold=True)], name=figure.id, anchor="middle")
    if said:
        note = [Run(said, _SIZE, canvas.look.muted)]
        canvas.text(right, note, name=text("ekspor.catatan", canvas.lang), align="right", anchor="middle")
    if isinstance(cut.chart, Prose):
        points = [Run(f"• {one}", _SIZE, canvas.look.ink) for one in cut.chart.paragraphs]
        canvas.text(rest, points, name=figure.title)
    else:
        draw(canvas, rest, cut, cut)


def _cut(canvas: Canvas, box: Box, figure: Figure) -> tuple[Figure, int]:
    """The first of the figure's lanes, lines or rows that stand in the box, and how many more there are."""
    chart = figure.chart
    if isinstance(chart, Timeline):
        lanes = chart.lanes[: lanes_in(box)]
        first = min((span.start for lane in lanes for span in lane.spans), default=chart.start)
        return replace(figure, chart=replace(chart, lanes=lanes, start=first)), len(chart.lanes) - len(lanes)
    if isinstance(chart, Prose):
        said = _standing(chart.paragraphs, box)
        return replace(figure, chart=Prose(said)), len(chart.paragraphs) - len(said)
    kept, table = rows_in(canvas, box, replace(figure, chart=None)), figure.table
    cut = replace(table, rows=table.rows[:kept], links=(), shown=None)
    return replace(figure, chart=None, table=cut), len(table.rows) - kept


def _standing(said: Sequence[str], box: Box) -> tuple[str, ...]:
    """As many lines, from the first, as stand in the box as points."""
    room, height = box.points[0] * 0.97, box.points[1]
    used, kept = 0.0, 0
    for one in said:
        used += fit.lines(f"• {one}", _SIZE, room) * _SIZE * fit.LINE
        if used > height:
            break
        kept += 1
    return tuple(said[:kept])
