"""The parts of a slide that are shapes and words: cards, priorities, prose, heat maps, and what an empty one says."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from dashboard.export import fit
from dashboard.export.canvas import Box, Canvas, Run
from dashboard.export.colour import mixed, readable_on
from dashboard.export.paging import PROSE_GAP, PROSE_SIZE
from dashboard.export.slide_table import Cell
from dashboard.export.slide_table import grid as draw_grid
from dashboard.figures.figure import Card, Cards, Figure, Grid, Item, Priorities, Prose
from dashboard.look import status as status_words
from dashboard.look import write
from pipelines.catalogue import text

_PAD, _NARROW_PAD = 0.16, 0.08
_MANY = 6  # cards of one row beyond which each has less air around it
_TWO_ROWS = 2.6  # inches that two rows of cards need
_UNIT = re.compile(r"(?<=\d) (?=(?:%|T|M|jt|rb|tn|bn|mn|poin|points|hari|days)(?!\w))")
_ORDINAL = re.compile(r"\b(ke)-(?=\d)")
_SAFE = 0.95  # of the room: a line that fits to the point is broken by some office programs


def cards(canvas: Canvas, box: Box, chart: Cards) -> None:
    """Numbers side by side, at most five in a row; all of them where the box holds one row only."""
    one_row = len(chart.cards) if box.h < _TWO_ROWS else 5
    per_row = len(chart.cards) if len(chart.cards) <= one_row else -(-len(chart.cards) // 2)
    lines = -(-len(chart.cards) // per_row)
    high = min(box.h, (2.9 if lines == 1 else 2.2) * lines + 0.2 * (lines - 1))
    rows, many = Box(box.x, box.y, box.w, high).rows(lines, 0.2), per_row > _MANY
    for number, card in enumerate(chart.cards):
        place = rows[number // per_row].columns(per_row, 0.1 if many else 0.2)[number % per_row]
        _card(canvas, place, card, narrow=many)


def _card(canvas: Canvas, box: Box, card: Card, *, narrow: bool) -> None:
    look, pad = canvas.look, _NARROW_PAD if narrow else _PAD
    tone = look.status.get(card.status or "")
    value = write(card.value, card.unit, canvas.lang, short=True)
    canvas.panel(box, fill=look.surface, line=look.line, name=f"Kartu {card.label}", shape="round")
    canvas.panel(Box(box.x, box.y, 0.08, box.h), fill=tone.fill if tone else canvas.brand.utama, name="Tanda kartu")
    inner = Box(box.x + pad + 0.06, box.y + 0.75 * pad, box.w - 2 * pad - 0.06, box.h - 1.25 * pad)
    room = inner.points[0]
    label = fit.clipped(card.label, 12, room=room, at_most=2, bold=True)
    crown = 0.06 + fit.lines(label, 12, room, bold=True) * 12 * fit.LINE / 72
    canvas.text(Box(inner.x, inner.y, inner.w, crown), [Run(label, 12, look.muted, bold=True)], name="Nama kartu")
    tall = 0.8 if box.h >= 2.5 else 0.38 if narrow else 0.5
    sizes = (40, 36, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14) if tall > 0.6 else (30, 28, 26, 24, 22, 20, 18, 16, 14)
    size = fit.largest(value, (*sizes, 13, 12), room=room * _SAFE, height=tall * 72, bold=True)
    value = fit.clipped(value, size, room=room * _SAFE, at_most=max(1, int(tall * 72 / size / fit.LINE)), bold=True)
    canvas.text(
        Box(inner.x, inner.y + crown, inner.w, tall), [Run(value, size, look.ink, bold=True)],
        name=card.label, anchor="middle",
    )  # fmt: skip
    below = _below(canvas, card)
    rest = Box(inner.x, inner.y + crown + 0.04 + tall, inner.w, max(0.3, inner.h - crown - 0.04 - tall))
    flat = "\n".join("".join(run.text for run in runs) for runs in below)
    small = fit.largest(flat, (14, 13, 12), room=room * _SAFE, height=rest.points[1])
    below = _held(below, small, room=room, lines=int(rest.points[1] / (small * fit.LINE)))
    canvas.text(rest, [[Run(r.text, small, r.colour, r.bold) for r in runs] for runs in below], name="Catatan kartu")


def _held(below: list[list[Run]], size: float, *, room: float, lines: int) -> list[list[Run]]:
    """The lines below a number that its card holds; the last of them is cut at a word where it runs on."""
    kept: list[list[Run]] = []
    for runs in below:
        words, left = "".join(run.text for run in runs), lines - _taken(kept, size, room)
        if left < 1:
            break
        kept.append([replace(runs[0], text=fit.clipped(words, size, room=room * _SAFE, at_most=left))])
    return kept


def _taken(kept: list[list[Run]], size: float, room: float) -> int:
    return sum(fit.lines("".join(run.text for run in runs), size, room) for runs in kept)


def _below(canvas: Canvas, card: Card) -> list[list[Run]]:
    look, found = canvas.look, []
    if card.status and card.unit != "status":
        found.append([Run(status_words(card.status, canvas.lang), 12, look.status[card.status].ink, bold=True)])
    if card.delta is not None:
        unit = card.unit if card.unit != "persen" else "poin"
        delta = write(card.delta, unit, canvas.lang, short=True)
        found.append([Run(joined(f"{delta} {card.delta_label or ''}".strip()), 12, look.ink)])
    if card.note:
        found.append([Run(joined(card.note), 12, look.muted)])
    return found


def joined(words: str) -> str:
    """The words with numbers that keep their unit, and "ke-108" its number, at the end of a line."""
    return _ORDINAL.sub("\\1\u2011", _UNIT.sub("\u00a0", words))


def priorities(canvas: Canvas, box: Box, chart: Priorities) -> None:
    """Numbered rows: what to ask, why, and how it stands."""
    high = min(0.95, box.h / max(1, len(chart.items)))
    for number, item in enumerate(chart.items, start=1):
        _item(canvas, Box(box.x, box.y + (number - 1) * high, box.w, high), number, item)


def _item(canvas: Canvas, box: Box, number: int, item: Item) -> None:
    look = canvas.look
    tone = look.status.get(item.status or "")
    mark = min(0.42, box.h - 0.08)
    circle = Box(box.x, box.y + 0.02, mark, mark)
    canvas.panel(circle, fill=tone.fill if tone else canvas.brand.utama, name=f"Nomor {number}", shape="oval")
    on = tone.on_fill if tone else "#FFFFFF"
    canvas.text(circle, [Run(str(number), 14, on, bold=True)], name=str(number), align="center", anchor="middle")
    pill = 1.5 if item.status else 0.0
    words = Box(box.x + mark + 0.2, box.y, box.w - mark - 0.2, box.h)  # the reason may run on below the status
    room, height = words.points[0] * _SAFE, words.points[1]
    big = max(12.0, min(16.0, box.h * 30))
    title = fit.clipped(item.title, big, room=room - (pill + 0.1) * 72, bold=True)
    sizes = (14,) if big >= 14 else (13, 12)  # cut rather than set smaller: its whole reason stands in the notes
    size = fit.largest(item.reason, sizes, room=room, height=height - big * fit.LINE)
    allowed = max(1, int((height - big * fit.LINE) / (size * fit.LINE)))
    reason = fit.clipped(item.reason, size, room=room, at_most=allowed)
    canvas.text(
        words, [Run(title, big, look.ink, bold=True), Run(reason, size, look.muted)], name=f"Prioritas {number}"
    )
    if item.status and tone:
        place = Box(box.x + box.w - pill, box.y + 0.01, pill, min(0.3, box.h / 2 - 0.02))
        canvas.panel(place, fill=tone.soft, name="Latar status", shape="round")
        words_status = status_words(item.status, canvas.lang)
        size = fit.largest(words_status, (12, 11, 10, 9), room=pill * 72 - 8, height=20, bold=True)
        canvas.text(
            place, [Run(words_status, size, tone.ink, bold=True)], name="Status", align="center", anchor="middle"
        )


def prose(canvas: Canvas, box: Box, chart: Prose, *, cut: bool) -> None:
    """Paragraphs, as large as they fit; of one size on every slide where they were `cut` into several."""
    joined = "\n".join(chart.paragraphs)
    room, height = box.points
    gaps = PROSE_GAP * len(chart.paragraphs)
    sizes = (PROSE_SIZE, 13, 12) if cut else (18, 16, PROSE_SIZE, 13, 12)
    size = fit.largest(joined, sizes, room=room, height=height - gaps)
    canvas.text(box, [Run(p, size, canvas.look.ink) for p in chart.paragraphs], name="Uraian", after=PROSE_GAP)


def heat(canvas: Canvas, box: Box, figure: Figure, whole: Grid) -> None:
    """A heat map as a coloured native table; the scale is that of the whole figure, not of this page."""
    chart = figure.chart
    assert isinstance(chart, Grid)
    tall = min(0.36, box.h / (len(chart.rows) + 1))
    size = min(12.0, tall * 72 / fit.LINE - 1)
    longest = max((fit.width(row, size) for row in chart.rows), default=60)
    first = min(longest + 16, box.points[0] * 0.34)
    other = min((box.points[0] - first) / max(1, len(chart.columns)), 110)
    size = _grid_size(canvas, chart, size, other)
    head = [Cell("", fill=None), *(Cell(c, "center", canvas.look.muted, bold=True) for c in chart.columns)]
    rows = [head]
    reach = _reach(whole)
    for r, name in enumerate(chart.rows):
        row = [Cell(fit.clipped(name, size, room=first - 8), "left", canvas.look.ink)]
        for c, value in enumerate(chart.values[r]):
            status = chart.statuses[r][c] if chart.statuses is not None else None
            row.append(_heat_cell(canvas, chart, value, status, reach))
        rows.append(row)
    widths = [first, *([other] * len(chart.columns))]
    draw_grid(
        canvas,
        box,
        rows,
        widths=widths,
        size=size,
        tall=[tall] * len(rows),
        name=figure.id,
        alt=figure.alt,
        lines="gaps",
    )


def _grid_size(canvas: Canvas, chart: Grid, size: float, room: float) -> float:
    flat = [_bare(canvas, chart, value) for row in chart.values for value in row]
    widest = max((fit.width(one, 10) for one in flat), default=10) / 10
    return max(8.0, min(size, (room - 5) / widest))


def _bare(canvas: Canvas, chart: Grid, value: object) -> str:
    """A value without its unit, which the title and the question already say."""
    written = write(value, chart.unit, canvas.lang, short=True)  # type: ignore[arg-type]
    return written.removesuffix(f" {text('umum.satuan_poin', canvas.lang)}").removesuffix(" %")


def _heat_cell(canvas: Canvas, chart: Grid, value: object, status: str | None, reach: float) -> Cell:
    look = canvas.look
    written = _bare(canvas, chart, value)
    if status is not None:
        return Cell(written, "center", look.status[status].ink, look.status[status].soft)
    if value is None:
        return Cell(written, "center", look.muted, look.surface)
    share = float(Decimal(str(value))) / reach if reach else 0.0
    below, zero, above = look.diverging
    fill = mixed(zero, below if share < 0 else above, min(1.0, abs(share)) * 0.85)
    return Cell(written, "center", readable_on(fill), fill)


def _reach(grid: Grid) -> float:
    return max((abs(float(Decimal(str(v)))) for row in grid.values for v in row if v is not None), default=0.0)


def empty(canvas: Canvas, box: Box, words: str) -> None:
    """What is missing and what to import, in place of a picture."""
    place = Box(box.x, box.y, box.w, min(box.h, 1.8))
    canvas.panel(place, fill=canvas.look.surface, line=canvas.look.line, name="Latar", shape="round")
    inner = Box(place.x + 0.4, place.y + 0.2, place.w - 0.8, place.h - 0.4)
    head = Run(text("ekspor.kosong", canvas.lang), 16, canvas.look.ink, bold=True)
    size = fit.largest(words, (14, 13, 12, 11, 10), room=inner.points[0], height=inner.points[1] - 22)
    canvas.text(inner, [head, Run(words, size, canvas.look.muted)], name="Belum ada data", anchor="middle")
