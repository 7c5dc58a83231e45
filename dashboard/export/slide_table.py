"""Tables on slides: native, written as one piece of XML because a call per cell costs more than the whole slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from dashboard.export import fit
from dashboard.export.canvas import Align, Box, Canvas, Run, label
from dashboard.figures.figure import STATUSES, Column, Figure, Unit, Value
from dashboard.look import write
from pipelines.catalogue import text

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_SIZES = (12.0, 11.0, 10.0, 9.0)
_PAD = 6.0  # points on either side of a cell
_SLACK = 4.0  # points: office programs break a line that fits to the point
_NUMBERS: tuple[Unit, ...] = ("rupiah", "persen", "poin", "bulat", "hari")
_SAMPLE = 400  # rows that decide the widths
_ROW = 0.36  # inches, the tallest a row of a short table grows


Lines = Literal["rules", "gaps", "none"]  # below each row, white between cells, nowhere


@dataclass(frozen=True)
class Cell:
    """One cell as drawn."""

    text: str
    align: Align = "left"
    colour: str = "#14231F"
    fill: str | None = None
    bold: bool = False


def table(canvas: Canvas, box: Box, figure: Figure, whole: Figure) -> None:
    """The rows of this page in columns as wide as the whole table needs; what cannot be read at 9 points is left out
    and said to stand in the workbook."""
    columns, rows = figure.table.columns, figure.table.rows
    if not rows:
        quiet = Run(text("ekspor.tabel_tanpa_baris", canvas.lang), 14, canvas.look.muted)
        canvas.text(box, [quiet], name=figure.id)
        return
    sample = [[shown(v, c, canvas) for v, c in zip(row, columns, strict=True)] for row in whole.table.rows[:_SAMPLE]]
    kept, size = _readable(columns, sample, box.points[0])
    body = box
    if kept < len(columns):
        body, note = box.split(box.h - 0.25, 0.05)
        more = text("ekspor.kolom_lain", canvas.lang, n=len(columns) - kept)
        canvas.text(note, [Run(more, 10, canvas.look.muted)], name=text("ekspor.catatan", canvas.lang))
    widths = spread([_natural(columns[i], [row[i] for row in sample], size) for i in range(kept)], body.points[0])
    head = [Cell(c.label, _side(c), "#FFFFFF", canvas.brand.utama, bold=True) for c in columns[:kept]]
    crown = _head(head, widths, size)
    tall = min(_ROW, (body.h - crown) / len(rows))
    lines = max(1, int(tall * 72 / (size * fit.LINE)))
    drawn = [
        [_cell(row[i], columns[i], canvas, wide=widths[i], size=size, lines=lines) for i in range(kept)] for row in rows
    ]
    sizes = (crown, tall)
    grid(canvas, body, [head, *drawn], widths=widths, size=size, tall=sizes, name=figure.id, alt=figure.alt)


def _readable(columns: Sequence[Column], written: Sequence[Sequence[str]], room: float) -> tuple[int, float]:
    """How many columns fit at all, and the largest size at which they do without squeezing the texts."""
    natural = {size: [_natural(c, [r[i] for r in written], size) for i, c in enumerate(columns)] for size in _SIZES}
    kept = len(columns)
    while kept > 2 and sum(low for low, _ in natural[_SIZES[-1]][:kept]) > room:
        kept -= 1
    for squeeze in (1.0, 0.5, 0.0):  # texts may be cut to half their wish before the size goes below 10
        for size in _SIZES if squeeze < 0.5 else _SIZES[:-1]:
            if sum(low + (high - low) * squeeze for low, high in natural[size][:kept]) <= room:
                return kept, size
    return kept, _SIZES[-1]


def shown(value: Value, column: Column, canvas: Canvas) -> str:
    """A cell in words: money abbreviated, the rest as everywhere."""
    return write(value, column.unit, canvas.lang, short=column.unit in ("rupiah", "bulan"))


def grid(
    canvas: Canvas,
    box: Box,
    cells: Sequence[Sequence[Cell]],
    *,
    widths: Sequence[float],
    size: float,
    tall: tuple[float, float],
    name: str,
    alt: str,
    lines: Lines = "rules",
) -> Any:
    """A native table; `widths` in points, `tall` the inches of its header and of every other row."""
    colour = canvas.look.line.lstrip("#")
    rows = [_row(row, size, tall[min(number, 1)], colour, lines) for number, row in enumerate(cells)]
    columns = "".join(f'<a:gridCol w="{int(wide * 12700)}"/>' for wide in widths)
    x, y, w, h = (int(Inches(v)) for v in (box.x, box.y, sum(widths) / 72, tall[0] + tall[1] * (len(cells) - 1)))
    frame = parse_xml(
        f'<p:graphicFrame {nsdecls("p", "a")}><p:nvGraphicFramePr><p:cNvPr id="{canvas.slide.shapes._next_shape_id}" '
        f'name="x"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{_URI}"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{"".join(rows)}'
        f"</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    canvas.slide.shapes._spTree.append(frame)
    return label(canvas.slide.shapes[-1], name, alt)


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


def _natural(column: Column, written: Sequence[str], size: float) -> tuple[float, float]:
    """The least and the wished width of a column in points."""
    words = max((fit.width(word, size, bold=True) for word in column.label.split()), default=0)
    wide = max((fit.width(cell, size) for cell in written), default=0)
    full = max(wide, fit.width(column.label, size, bold=True) if len(column.label) < 12 else words)
    least = max(words, wide if column.unit != "teks" else min(wide, 90.0))
    around = 2 * _PAD + _SLACK
    return least + around, min(full, 420.0 if column.unit == "teks" else full) + around


def _side(column: Column) -> Align:
    return "right" if column.unit in _NUMBERS else "left"


def _cell(value: Value, column: Column, canvas: Canvas, *, wide: float, size: float, lines: int) -> Cell:
    fitted = fit.clipped(shown(value, column, canvas), size, room=wide - 2 * _PAD + 1, at_most=lines)
    if column.unit == "status" and value in STATUSES:
        tone = canvas.look.status[str(value)]
        return Cell(fitted, colour=tone.ink, fill=tone.soft, bold=True)
    return Cell(fitted, _side(column), canvas.look.ink if value is not None else canvas.look.muted)


def _head(row: Sequence[Cell], widths: Sequence[float], size: float) -> float:
    most = max(fit.lines(c.text, size, w - 2 * _PAD, bold=True) for c, w in zip(row, widths, strict=True))
    return (most * size * fit.LINE + 6) / 72


def _row(cells: Sequence[Cell], size: float, tall: float, colour: str, lines: Lines) -> str:
    return f'<a:tr h="{int(Inches(tall))}">{"".join(_td(cell, size, colour, lines) for cell in cells)}</a:tr>'


def _td(cell: Cell, size: float, colour: str, lines: Lines) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{cell.fill.lstrip("#")}"/></a:solidFill>' if cell.fill else "<a:noFill/>"
    edges = "".join(_edge(side, colour, lines) for side in ("lnL", "lnR", "lnT", "lnB"))
    align = {"left": "l", "right": "r", "center": "ctr"}[cell.align]
    pad = int((2 if lines == "gaps" else _PAD) * 12700)
    run = (
        f'<a:r><a:rPr lang="id-ID" sz="{int(size * 100)}" b="{int(cell.bold)}"><a:solidFill>'
        f'<a:srgbClr val="{cell.colour.lstrip("#")}"/></a:solidFill></a:rPr><a:t>{_clean(cell.text)}</a:t></a:r>'
    )
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{align}"/>{run}</a:p></a:txBody>'
        f'<a:tcPr marL="{pad}" marR="{pad}" marT="0" marB="0" anchor="ctr">{edges}{fill}</a:tcPr></a:tc>'
    )


def _edge(side: str, colour: str, lines: Lines) -> str:
    if lines == "gaps":
        return f'<a:{side} w="12700"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:{side}>'
    if lines == "rules" and side == "lnB":
        return f'<a:{side} w="6350"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:{side}>'
    return f'<a:{side} w="0"><a:noFill/></a:{side}>'


def _clean(words: str) -> str:
    """The words as XML text; control characters, which XML cannot hold or tables cannot show, are dropped."""
    return escape("".join(letter for letter in words if letter >= " " or letter == "\n"))
