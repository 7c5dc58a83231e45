"""The columns beside the bars of a ranking: value, planned, last year, status and note, where the figure has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.export import fit
from dashboard.export.canvas import Align, Box, Canvas
from dashboard.export.slide_table import Cell, grid
from dashboard.export.table_plan import PAD
from dashboard.figures.figure import Dot, Ranking
from dashboard.look import status, write
from pipelines.catalogue import text

HEAD = 0.4  # inches above the first row
_ALWAYS = 9
_SPARE = 1.04  # office programs break a word that fits to the point
_SHARE = 0.6  # of the width that the columns may take


@dataclass(frozen=True)
class Column:
    """One column, a cell for each entity of the whole ranking, so that all its slides are set alike."""

    head: str
    cells: dict[str, Cell]  # by the key of the entity
    keep: int = 0  # where there is little room the smallest goes first

    @property
    def side(self) -> Align:
        """Where its words stand."""
        return next(iter(self.cells.values())).align

    def wide(self, size: float) -> float:
        """Its width in points: the cells on one line, the head on two."""
        parts = (*self.head.split(), *(cell.text for cell in self.cells.values()))
        wide = max(fit.width(part, size, bold=True) for part in parts) * _SPARE
        while fit.lines(self.head, size, wide, bold=True) > 2:
            wide += 4
        return wide + 2 * PAD + 4


def columns(canvas: Canvas, whole: Ranking) -> list[Column]:
    """What is known of these entities, as a person would read it along the row."""
    lang, look, dots = canvas.lang, canvas.look, whole.dots
    values = {dot.key: _number(dot.value, whole, canvas, strong=True) for dot in dots}
    found = [Column(whole.value_label, values, keep=_ALWAYS)]
    if any(dot.target is not None for dot in dots):
        head = whole.target_label or text("ekspor.target", lang)
        found.append(Column(head, {dot.key: _number(dot.target, whole, canvas) for dot in dots}, keep=2))
    if any(dot.before is not None for dot in dots):
        found.append(Column(whole.before_label or "", {dot.key: _number(dot.before, whole, canvas) for dot in dots}))
    if any(dot.status for dot in dots):
        found.append(Column("", {dot.key: _status(dot, canvas) for dot in dots}, keep=_ALWAYS))
    if any(dot.note or dot.value is None for dot in dots):
        quiet = text("ekspor.belum_lapor", lang)
        notes = {dot.key: dot.note or (quiet if dot.value is None else "") for dot in dots}
        found.append(Column("", {key: Cell(note, "left", look.muted) for key, note in notes.items()}, keep=1))
    return found


def fitted(found: list[Column], *, size: float, room: float, narrow: bool) -> list[Column]:
    """The columns that have room beside the bars; the least telling go first."""
    kept = [column for column in found if column.keep == _ALWAYS or not narrow]
    while sum(column.wide(size) for column in kept) > room * _SHARE and len(kept) > 2:
        kept.remove(min(kept, key=lambda column: column.keep))
    return kept


def draw(canvas: Canvas, box: Box, found: Sequence[Column], *, keys: Sequence[str], size: float, alt: str) -> None:
    """The columns of the entities of this slide as one native table whose rows stand in line with the bars."""
    rows = [[Cell(column.head, column.side, canvas.look.muted, bold=True) for column in found]]
    rows += [[column.cells[key] for column in found] for key in keys]
    widths = [column.wide(size) for column in found]
    tall = [HEAD, *([(box.h - HEAD) / len(keys)] * len(keys))]
    name = text("ekspor.keterangan", canvas.lang)
    grid(canvas, box, rows, widths=widths, size=size, tall=tall, name=name, alt=alt, lines="none")


def _number(value: object, whole: Ranking, canvas: Canvas, *, strong: bool = False) -> Cell:
    words = write(value, whole.unit, canvas.lang, short=True)  # type: ignore[arg-type]
    known = strong and value is not None
    return Cell(words, "right", canvas.look.ink if known else canvas.look.muted, bold=known)


def _status(dot: Dot, canvas: Canvas) -> Cell:
    if not dot.status:
        return Cell("", "left")
    return Cell(status(dot.status, canvas.lang), "left", canvas.look.status[dot.status].ink)
