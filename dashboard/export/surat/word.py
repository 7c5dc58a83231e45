"""Letters and minutes as .docx: a letterhead, what it is about, parts with words and tables, a place to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from dashboard.export.brand import Brand
from dashboard.export.logo import png
from dashboard.export.package import as_property, repacked
from dashboard.figures.figure import Lang

_FONT = "Arial"  # what an office of a pemda has on every machine
_PAGE = (Cm(21.0), Cm(29.7))
_MARGIN = Cm(2.2)
_LANGUAGE = {"id": "id-ID", "en": "en-GB"}


@dataclass(frozen=True)
class Tabel:
    """A table: heads with their share of the width, rows of words."""

    heads: Sequence[tuple[str, float]]
    rows: Sequence[Sequence[str]]
    blank: int = 0  # empty rows below, to be filled by hand


@dataclass(frozen=True)
class Bagian:
    """A part of a letter."""

    heading: str = ""
    paragraphs: Sequence[str] = ()
    bullets: Sequence[str] = ()
    table: Tabel | None = None
    lines: int = 0  # ruled lines to write on


@dataclass(frozen=True)
class Surat:
    """A letter: its title, what it is about, its parts, and who signs."""

    title: str
    facts: Sequence[tuple[str, str]]
    parts: Sequence[Bagian]
    signed: Sequence[str] = ()  # place and day, then the post that signs
    foot: str = ""
    small: bool = False  # set tighter: for what must stay one page


def docx(letter: Surat, *, brand: Brand, lang: Lang, made_at: datetime | None = None, mark: str | None = None) -> bytes:
    """The .docx; the same letter of the same moment is the same bytes."""
    moment = (made_at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    made = _blank(letter, brand, lang, moment)
    _head(made, brand, mark)
    size = 9.5 if letter.small else 10.5
    title = made.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(4 if letter.small else 8)
    _run(title, letter.title, 13, bold=True, colour=brand.utama)
    _facts(made, letter.facts, size)
    for part in letter.parts:
        _part(made, part, size, brand)
    if letter.signed:
        _signed(made, letter.signed, size)
    if letter.foot:
        _foot(made, letter.foot)
    return _saved(made, moment)


def _blank(letter: Surat, brand: Brand, lang: Lang, moment: datetime) -> Any:
    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Cm(1.5 if letter.small else 2.0)
    base = made.styles["Normal"]
    base.font.name = _FONT
    base.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    said = OxmlElement("w:lang")
    said.set(qn("w:val"), _LANGUAGE[lang])
    base.element.rPr.append(said)
    core = made.core_properties
    core.title, core.author, core.subject = as_property(letter.title), brand.unit, brand.nama
    core.last_modified_by = "Raporda"
    core.created = core.modified = moment.replace(tzinfo=None)
    core.language, core.comments, core.keywords = _LANGUAGE[lang], "", "Raporda"
    return made


def _head(made: Any, brand: Brand, mark: str | None) -> None:
    """The letterhead: logo, whose it is, a rule below."""
    table = made.add_table(rows=1, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _widths(table, (2.0, 14.6))
    picture = png(brand)
    if picture is not None:
        run = table.cell(0, 0).paragraphs[0].add_run()
        run.add_picture(BytesIO(picture.getvalue()), height=Cm(1.5))
        _described(run, f"Logo {brand.nama}")
    names = table.cell(0, 1).paragraphs[0]
    names.paragraph_format.space_after = Pt(0)
    _run(names, brand.nama.upper(), 12, bold=True)
    _run(names, f"\n{brand.unit}", 10.5)
    if mark:
        _run(names, f"\n{mark}", 9, bold=True, colour="#B03A2E")
    rule = made.add_paragraph()
    rule.paragraph_format.space_after = Pt(6)
    rule.paragraph_format.space_before = Pt(0)
    _border(rule, ("bottom",), brand.utama)


def _facts(made: Any, facts: Sequence[tuple[str, str]], size: float) -> None:
    if not facts:
        return
    table = made.add_table(rows=0, cols=2)
    _widths(table, (4.2, 12.4))
    for name, value in facts:
        left, right = table.add_row().cells
        _words(left, name, size, bold=True)
        _words(right, value, size)
    _widths(table, (4.2, 12.4))
    _gap(made)


def _part(made: Any, part: Bagian, size: float, brand: Brand) -> None:
    if part.heading:
        heading = made.add_heading(level=2)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(8), Pt(3)
        _run(heading, part.heading, size + 1, bold=True, colour=brand.utama)
    for words in part.paragraphs:
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        _run(paragraph, words, size)
    for words in part.bullets:
        paragraph = made.add_paragraph(style="List Bullet")
        paragraph.paragraph_format.space_after = Pt(2)
        _run(paragraph, words, size)
    if part.table:
        _table(made, part.table, size - 1, brand)
    for _ in range(part.lines):
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(10)
        _border(paragraph, ("bottom", "between"), "#999999")  # rules of one kind in a row are drawn once without it


def _table(made: Any, said: Tabel, size: float, brand: Brand) -> None:
    table = made.add_table(rows=1, cols=len(said.heads))
    table.style = "Table Grid"
    whole = sum(share for _, share in said.heads)
    widths = [16.6 * share / whole for _, share in said.heads]
    for cell, (name, _) in zip(table.rows[0].cells, said.heads, strict=True):
        _words(cell, name, size, bold=True, colour="#FFFFFF")
        _fill(cell, brand.utama)
    _repeated(table.rows[0])
    for row in said.rows:
        made_row = table.add_row()
        _whole(made_row)
        for cell, words in zip(made_row.cells, row, strict=True):
            _words(cell, words, size)
    for _ in range(said.blank):
        for cell in table.add_row().cells:
            _words(cell, "\n", size)
    _widths(table, widths)
    _gap(made)


def _signed(made: Any, lines: Sequence[str], size: float) -> None:
    for at, words in enumerate(lines):
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(9.5)
        paragraph.paragraph_format.space_before = Pt(10 if at == 0 else 0)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = True
        _run(paragraph, words, size)
    line = made.add_paragraph()
    line.paragraph_format.left_indent = Cm(9.5)
    line.paragraph_format.space_before = Pt(36)
    _run(line, "(" + "\u00a0" * 46 + ")", size)


def _foot(made: Any, words: str) -> None:
    paragraph = made.sections[0].footer.paragraphs[0]
    _run(paragraph, words, 7.5, colour="#666666")


def _words(cell: Any, words: str, size: float, *, bold: bool = False, colour: str | None = None) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.paragraph_format.space_before = Pt(1)
    _run(paragraph, words, size, bold=bold, colour=colour)


def _run(paragraph: Any, words: str, size: float, *, bold: bool = False, colour: str | None = None) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, _FONT
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())


def _gap(made: Any) -> None:
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(6)


def _widths(table: Any, widths: Sequence[float]) -> None:
    """Word reads the width of every cell, LibreOffice that of the columns."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def _border(paragraph: Any, sides: Sequence[str], colour: str) -> None:
    edges = OxmlElement("w:pBdr")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "1"), ("color", colour.lstrip("#"))):
            edge.set(qn(f"w:{name}"), value)
        edges.append(edge)
    paragraph._p.get_or_add_pPr().append(edges)


def _fill(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour.lstrip("#"))):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeated(row: Any) -> None:
    """The heads stand again on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _whole(row: Any) -> None:
    """A row is not torn between pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _described(run: Any, words: str) -> None:
    for shape in run._r.iter(qn("wp:docPr")):
        shape.set("descr", words)


def _saved(made: Any, moment: datetime) -> bytes:
    buffer = BytesIO()
    made.save(buffer)
    return repacked(buffer.getvalue(), moment)
