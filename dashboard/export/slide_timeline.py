"""Lanes over days as native shapes: each seat a row, its holders bars whose fill and icon say how it was held."""

from __future__ import annotations

from datetime import date

from dashboard.export import fit
from dashboard.export.canvas import Box, Canvas, Run
from dashboard.export.chart_style import legend, legend_height
from dashboard.export.colour import readable_on
from dashboard.figures.figure import HELD, Figure, Lane, Span, Timeline
from dashboard.figures.timeline import banded, ticks
from dashboard.look import HELD_ICONS, day, held

_NAMES, _NOTES = 0.3, 0.17  # shares of the width for names and for what is said at the right
_NARROW, _NAMES_NARROW, _NOTES_NARROW = 9.0, 0.46, 0.14  # the shares where there are fewer inches
_ROW, _SIZE = 0.42, 12.0
_LEAST = 0.24  # inches of a lane whose name can be read
_LETTERS = 0.24  # inches over the lanes for the letters of bands
_THIN = 0.02  # inches of what would be too thin to be seen


def lanes_in(box: Box) -> int:
    """How many lanes can be read in the box, below a legend of one line and above days without marks; at least one."""
    return max(1, int((box.h - 0.65) / _LEAST))


def timeline(canvas: Canvas, box: Box, figure: Figure) -> None:
    """The lanes of this page on the days of the whole figure, with a legend above and the days below."""
    chart = figure.chart
    assert isinstance(chart, Timeline)
    fills = _fills(canvas)
    kinds = [kind for kind in HELD if any(span.held == kind for lane in chart.lanes for span in lane.spans)]
    named = [(_ink(kind, fills), HELD_ICONS[kind], held(kind, canvas.lang).partition(" ")[2]) for kind in kinds]
    behind = banded(chart)
    named += [(canvas.look.muted, band.mark, band.label) for band in behind]
    head, box = box.split(legend_height(named, box), 0.05)
    legend(canvas, head, named)
    body, foot = box.split(box.h - (0.5 if chart.marks else 0.26), 0.02)
    top, body = body.split(_LETTERS if behind else 0.0, 0.0)
    noted = any(lane.note for lane in chart.lanes)
    names, notes = (_NAMES_NARROW, _NOTES_NARROW) if box.w < _NARROW else (_NAMES, _NOTES)
    left, right = box.w * names, box.w * notes if noted else 0.0
    days = Box(body.x + left, body.y, body.w - left - right, body.h)
    high = min(_ROW, body.h / max(1, len(chart.lanes)))
    tall = high * len(chart.lanes)
    for band in behind:
        x, end = (_at(day, chart, days) for day in (band.start, band.end))
        strip = Box(x, top.y, max(_THIN, end - x), top.h + tall)
        canvas.panel(strip, fill=canvas.look.surface, line=canvas.look.muted, name=f"{band.mark}: {band.label}")
        canvas.text(Box(x, top.y, strip.w, top.h), [Run(band.mark, _SIZE, canvas.look.ink, bold=True)], name=band.mark,
                    align="center", anchor="middle")  # fmt: skip
    for at, _ in chart.marks:
        x = _at(at, chart, days)
        canvas.panel(Box(x, days.y, _THIN, tall), fill=canvas.look.muted, name=day(at, canvas.lang))
    for number, lane in enumerate(chart.lanes):
        _lane(canvas, Box(body.x, body.y + number * high, body.w, high), days, lane, chart)
    _days(canvas, Box(days.x, body.y + tall + 0.03, days.w, 0.24), chart)
    said = " · ".join(f"{day(at, canvas.lang)}: {words}" for at, words in chart.marks)
    if said:
        words = fit.clipped(said, _SIZE, room=foot.points[0])
        canvas.text(Box(foot.x, body.y + tall + 0.27, foot.w, 0.22), [Run(words, _SIZE, canvas.look.muted)], name=said)


def _fills(canvas: Canvas) -> dict[str, str]:
    look = canvas.look
    return {
        "definitif": canvas.brand.utama, "pj": look.parts[1], "plt": look.target, "plh": look.before,
        "kosong": look.background, "tidak_tercatat": look.surface,
    }  # fmt: skip


def _ink(kind: str, fills: dict[str, str]) -> str:
    """The colour that stands for a way of holding in the legend; what is empty is an outline."""
    return fills[kind] if kind not in ("kosong", "tidak_tercatat") else "#5B6B66"


def _at(when: date, chart: Timeline, days: Box) -> float:
    whole = max(1, (chart.end - chart.start).days)
    return days.x + days.w * min(1.0, max(0.0, (when - chart.start).days / whole))


def _lane(canvas: Canvas, row: Box, days: Box, lane: Lane, chart: Timeline) -> None:
    look = canvas.look
    gap = max(0.02, row.h * 0.12)
    label = fit.clipped(lane.label, _SIZE, room=(days.x - row.x) * 72 - 8)
    canvas.text(Box(row.x, row.y, days.x - row.x - 0.1, row.h), [Run(label, _SIZE, look.ink)], name=lane.label,
                anchor="middle")  # fmt: skip
    for span in lane.spans:
        if span.end > chart.start and span.start < chart.end:
            _span(canvas, Box(row.x, row.y + gap, row.w, row.h - 2 * gap), days, span, chart)
    rest = row.x + row.w - days.x - days.w - 0.1
    if lane.note and rest > 0:
        note = fit.clipped(lane.note, _SIZE, room=rest * 72)
        canvas.text(Box(days.x + days.w + 0.1, row.y, rest, row.h), [Run(note, _SIZE, look.muted)], name=lane.note,
                    anchor="middle")  # fmt: skip


def _span(canvas: Canvas, row: Box, days: Box, span: Span, chart: Timeline) -> None:
    fill = _fills(canvas)[span.held]
    start, end = _at(span.start, chart, days), _at(span.end, chart, days)
    place = Box(start, row.y, max(_THIN, end - start - 0.01), row.h)
    edge = canvas.look.muted if span.held in ("kosong", "tidak_tercatat") else None
    canvas.panel(place, fill=fill, line=edge, name=f"{held(span.held, canvas.lang)}: {span.label}")
    icon = HELD_ICONS[span.held]
    words = span.label if fit.width(span.label, _SIZE) < place.points[0] - 8 else icon
    if row.h * 72 >= _SIZE * fit.LINE and fit.width(words, _SIZE) < place.points[0] - 4:
        canvas.text(place, [Run(words, _SIZE, readable_on(fill))], name=words, align="center", anchor="middle")


def _days(canvas: Canvas, box: Box, chart: Timeline) -> None:
    free = 0.0
    for at, words in ticks(chart, canvas.lang):
        x = _at(at, chart, box)
        wide = fit.width(words, _SIZE) / 72 + 0.1
        if x - wide / 2 < free:  # it would run into the one before
            continue
        if box.x <= x and x + wide / 2 <= box.x + box.w + 0.4:
            canvas.text(Box(x - wide / 2, box.y, wide, box.h), [Run(words, _SIZE, canvas.look.muted)], name=words,
                        align="center")  # fmt: skip
            free = x + wide / 2
