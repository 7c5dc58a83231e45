"""Tables on slides: native, written as one piece of XML because a call per cell costs more than the whole slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from dashboard.export import fit
from dashboard.export.canvas import LANGUAGE, Align, Box, Canvas, Run, clean, label
from dashboard.export.table_plan import NUMBERS, PAD, SIZES, Plan, plan, shown
from dashboard.figures.figure import STATUSES, Column, Figure, Lang, Value
from pipelines.catalogue import text

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_ROW = 26.0  # points, the least a row of a short table takes

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
    """The rows of this page, set as the whole table needs; columns that cannot be read are said to be elsewhere."""
    columns, rows = figure.table.columns, figure.table.rows
    if not rows:
        quiet = Run(text("ekspor.tabel_tanpa_baris", canvas.lang), 14, canvas.look.muted)
        canvas.text(box, [quiet], name=figure.id)
        return
    made, box = _set(canvas, box, whole, rows)
    head = [Cell(c.label, _side(c), "#FFFFFF", canvas.brand.utama, bold=True) for c in columns[: made.kept]]
    tall = _heights(made, _needed(rows, columns, canvas.lang, made), box.points[1] - made.head)
    cells = [head]
    for row, high in zip(rows, tall, strict=True):
        lines, places = made.held(high), zip(row, columns, made.widths, strict=False)
        cells.append([_cell(value, one, canvas, made, room=w - 2 * PAD, lines=lines) for value, one, w in places])
    inches = [high / 72 for high in (made.head, *tall)]
    grid(canvas, box, cells, widths=made.widths, size=made.size, tall=inches, name=figure.id, alt=figure.alt)


def rows_in(canvas: Canvas, box: Box, figure: Figure) -> int:
    """How many rows of the figure stand uncut in the box, the first ones; at least one."""
    table = figure.table
    for kept in range(len(table.rows), 1, -1):
        first = replace(figure, table=replace(table, rows=table.rows[:kept], links=(), shown=None))
        if _setting(canvas, box, first, first.table.rows)[3]:
            return kept
    return min(1, len(table.rows))


def _setting(canvas: Canvas, box: Box, whole: Figure, rows: Sequence[Sequence[Value]]) -> tuple[Plan, Box, str, bool]:
    """The largest setting for these rows, its box, what the note below says, and whether they stand in it uncut."""
    for smaller in range(len(SIZES)):
        made = plan(whole.table, canvas.lang, room=box.points[0], height=box.points[1], sizes=SIZES[smaller:])
        elsewhere = _elsewhere(whole, made, canvas)
        place = box.split(box.h - 0.25, 0.05)[0] if elsewhere else box
        lines = _needed(rows, whole.table.columns, canvas.lang, made)
        uncut = sum(map(made.high, lines)) <= place.points[1] - made.head
        if uncut:
            break
    return made, place, elsewhere, uncut


def _set(canvas: Canvas, box: Box, whole: Figure, rows: Sequence[Sequence[Value]]) -> tuple[Plan, Box]:
    """The largest setting in which these rows stand uncut, and the box above the note of what is elsewhere."""
    made, place, elsewhere, _ = _setting(canvas, box, whole, rows)
    if elsewhere:
        note = box.split(box.h - 0.25, 0.05)[1]
        canvas.text(note, [Run(elsewhere, 12, canvas.look.muted)], name=text("ekspor.catatan", canvas.lang))
    return made, place


def _needed(rows: Sequence[Sequence[Value]], columns: Sequence[Column], lang: Lang, made: Plan) -> list[int]:
    """The lines that the longest cell of each row takes."""
    return [
        max(
            fit.lines(shown(value, one, lang, short=made.short), made.size, wide - 2 * PAD)
            for value, one, wide in zip(row, columns, made.widths, strict=False)
        )
        for row in rows
    ]


def _heights(made: Plan, lines: Sequence[int], room: float) -> list[float]:
    """Points of each row: as its words need, with air where there is room, all alike where there is too little."""
    natural = [made.high(count) for count in lines]
    airy = [max(_ROW, high) for high in natural]
    if sum(airy) <= room:
        return airy
    return natural if sum(natural) <= room else [room / len(lines)] * len(lines)


def _elsewhere(whole: Figure, made: Plan, canvas: Canvas) -> str:
    """What of the table only the workbook has."""
    columns = len(whole.table.columns) - made.kept
    rows = len(whole.table.rows) - whole.table.shown if whole.table.shown is not None else 0
    said = [text("ekspor.kolom_lain", canvas.lang, n=columns)] if columns else []
    said += [text("ekspor.baris_lain", canvas.lang, n=rows)] if rows > 0 else []
    return " · ".join(said)


def grid(
    canvas: Canvas,
    box: Box,
    cells: Sequence[Sequence[Cell]],
    *,
    widths: Sequence[float],
    size: float,
    tall: Sequence[float],
    name: str,
    alt: str,
    lines: Lines = "rules",
) -> Any:
    """A native table; `widths` in points, `tall` the inches of each row, the header's first."""
    colour = canvas.look.line.lstrip("#")
    brush = _Brush(size, colour, lines, LANGUAGE[canvas.lang])
    rows = [_row(row, high, brush) for row, high in zip(cells, tall, strict=True)]
    columns = "".join(f'<a:gridCol w="{int(wide * 12700)}"/>' for wide in widths)
    x, y, w, h = (int(Inches(v)) for v in (box.x, box.y, sum(widths) / 72, sum(tall)))
    frame = parse_xml(
        f'<p:graphicFrame {nsdecls("p", "a")}><p:nvGraphicFramePr><p:cNvPr id="{canvas.slide.shapes._next_shape_id}" '
        f'name="x"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{_URI}"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{"".join(rows)}'
        f"</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    canvas.slide.shapes._spTree.append(frame)
    return label(canvas.slide.shapes[-1], name, alt)


def _side(column: Column) -> Align:
    return "right" if column.unit in NUMBERS else "left"


def _cell(value: Value, column: Column, canvas: Canvas, made: Plan, *, room: float, lines: int) -> Cell:
    fitted = fit.clipped(shown(value, column, canvas.lang, short=made.short), made.size, room=room, at_most=lines)
    if column.unit == "status" and value in STATUSES:
        tone = canvas.look.status[str(value)]
        return Cell(fitted, colour=tone.ink, fill=tone.soft, bold=True)
    return Cell(fitted, _side(column), canvas.look.ink if value is not None else canvas.look.muted)


@dataclass(frozen=True)
class _Brush:
    """What all cells of a table share."""

    size: float
    colour: str  # of the lines
    lines: Lines
    language: str


def _row(cells: Sequence[Cell], tall: float, brush: _Brush) -> str:
    return f'<a:tr h="{int(Inches(tall))}">{"".join(_td(cell, brush) for cell in cells)}</a:tr>'


def _td(cell: Cell, brush: _Brush) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{cell.fill.lstrip("#")}"/></a:solidFill>' if cell.fill else "<a:noFill/>"
    edges = "".join(_edge(side, brush.colour, brush.lines) for side in ("lnL", "lnR", "lnT", "lnB"))
    align = {"left": "l", "right": "r", "center": "ctr"}[cell.align]
    pad = int((2 if brush.lines == "gaps" else PAD) * 12700)
    run = (
        f'<a:r><a:rPr lang="{brush.language}" sz="{int(brush.size * 100)}" b="{int(cell.bold)}"><a:solidFill>'
        f'<a:srgbClr val="{cell.colour.lstrip("#")}"/></a:solidFill></a:rPr><a:t>{clean(cell.text)}</a:t></a:r>'
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
