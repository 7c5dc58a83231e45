"""How a table is set on a slide: which columns can be read, how large, how wide, and how many rows a slide holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.export import fit
from dashboard.figures.figure import Column, Lang, Table, Unit, Value
from dashboard.look import write

PAD = 5.0  # points on either side of a cell
ROWS = 14  # of one line each that a slide holds
NUMBERS: tuple[Unit, ...] = ("rupiah", "persen", "poin", "bulat", "hari", "angka")
SIZES = (14.0, 13.0, 12.0)  # nothing smaller is read in the third row
_SLACK = 3.0  # points: office programs break a line that fits to the point
_SAMPLE = 200  # rows that decide the widths
_LINES = 4  # of a cell; longer texts are cut and stand whole in the workbook
_FEWEST = 2
_GAP = 5.0  # points around the lines of a row


@dataclass(frozen=True)
class Plan:
    """One setting for all pages of a table."""

    kept: int  # columns, from the left
    size: float  # points
    widths: tuple[float, ...]  # points
    head: float  # height of the header in points
    lines: int  # that most rows need
    rows: int  # a slide holds
    short: bool  # money is abbreviated, because written out it would not fit

    @property
    def tall(self) -> float:
        """The height of a row in points when it holds its lines."""
        return self.high(self.lines)

    def high(self, lines: int) -> float:
        """The height of a row of so many lines in points."""
        return lines * self.size * fit.LINE + _GAP

    def held(self, points: float) -> int:
        """How many lines a row of this height holds."""
        return max(1, int((points + 1) / (self.size * fit.LINE)))


def plan(table: Table, lang: Lang, *, room: float, height: float, sizes: tuple[float, ...] = SIZES) -> Plan:
    """The setting of a table in a box of `room` by `height` points."""
    columns, short = table.columns, False
    written = _written(table, lang, short=False)
    if sum(high for _, high in _wishes(columns, written, SIZES[-1])) > room:
        short, written = True, _written(table, lang, short=True)
    kept, size = _readable(columns, written, room, sizes)
    natural = _wishes(columns, written, size)[:kept]
    widths = tuple(spread(natural, room))
    head = max(
        fit.lines(c.label, size, wide - 2 * PAD, bold=True) for c, wide in zip(columns[:kept], widths, strict=True)
    )
    crown = head * size * fit.LINE + 8
    needed = sorted(
        max(fit.lines(cell, size, wide - 2 * PAD) for cell, wide in zip(row[:kept], widths, strict=True))
        for row in written
    )
    lines = min(_LINES, needed[int(0.85 * (len(needed) - 1))]) if needed else 1
    held = int((height - crown) / (lines * size * fit.LINE + _GAP))
    return Plan(kept, size, widths, crown, lines, max(_FEWEST, min(ROWS, held)), short)


def fewest(table: Table, lang: Lang, *, room: float, height: float) -> Plan:
    """The setting that needs the fewest slides, the largest of those that need as few."""
    plans = [plan(table, lang, room=room, height=height, sizes=SIZES[smaller:]) for smaller in range(len(SIZES))]
    return min(plans, key=lambda one: -(-len(table.rows) // one.rows))


def shown(value: Value, column: Column, lang: Lang, *, short: bool) -> str:
    """A cell in words, money abbreviated or to the rupiah."""
    return write(value, column.unit, lang, short=column.unit == "bulan" or (short and column.unit == "rupiah"))


def _written(table: Table, lang: Lang, *, short: bool) -> list[list[str]]:
    rows = table.rows[:_SAMPLE]
    return [[shown(v, c, lang, short=short) for v, c in zip(row, table.columns, strict=True)] for row in rows]


def _wishes(columns: Sequence[Column], written: Sequence[Sequence[str]], size: float) -> list[tuple[float, float]]:
    return [_natural(column, [row[i] for row in written], size) for i, column in enumerate(columns)]


def spread(natural: Sequence[tuple[float, float]], room: float) -> list[float]:
    """Widths between least and wished for each column that fill `room` points."""
    least, wished = sum(low for low, _ in natural), sum(high for _, high in natural)
    if wished <= room:
        spare = (room - wished) / len(natural)
        return [high + spare for _, high in natural]
    if least >= room:
        return [low * room / least for low, _ in natural]
    share = (room - least) / (wished - least)
    return [low + (high - low) * share for low, high in natural]


def _readable(
    columns: Sequence[Column], written: Sequence[Sequence[str]], room: float, sizes: tuple[float, ...]
) -> tuple[int, float]:
    """How many columns fit at all, and the largest size at which they do without squeezing the texts much."""
    natural = {size: _wishes(columns, written, size) for size in sizes}
    kept = len(columns)
    while kept > 2 and sum(low for low, _ in natural[sizes[-1]][:kept]) > room:
        kept -= 1
    for squeeze in (1.0, 0.5, 0.0):  # texts may be cut to half their wish before the size goes below 13
        for size in sizes:
            if sum(low + (high - low) * squeeze for low, high in natural[size][:kept]) <= room:
                return kept, size
    return kept, sizes[-1]


def _natural(column: Column, written: Sequence[str], size: float) -> tuple[float, float]:
    """The least and the wished width of a column in points."""
    words = max((fit.width(word, size, bold=True) for word in column.label.split()), default=0)
    wide = max((fit.width(cell, size) for cell in written), default=0)
    if len(column.label.split()) > 2:  # a header of two lines, not of four
        words = max(words, fit.width(column.label, size, bold=True) * 0.6)
    full = max(wide, fit.width(column.label, size, bold=True) if len(column.label) < 12 else words)
    least = max(words, wide if column.unit != "teks" else min(wide, 90.0))
    around = 2 * PAD + _SLACK
    return least + around, min(full, 420.0 if column.unit == "teks" else full) + around
