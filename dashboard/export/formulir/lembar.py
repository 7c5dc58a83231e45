"""Forms as a workbook laid out as the regulation prints them: numbers are numbers, and no cell is a formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from textwrap import wrap
from typing import Any

import xlsxwriter

from dashboard.export.book_text import words
from dashboard.export.brand import Brand
from dashboard.export.canvas import LANGUAGE
from dashboard.export.formulir.bentuk import Baris, Formulir, Ringkas, Sel, Uraian
from dashboard.export.formulir.gaya import styles
from dashboard.export.formulir.kop import depth, heading
from dashboard.export.wording import told
from dashboard.figures.figure import Lang
from pipelines.catalogue import text

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_PAPER = {"A3": 8, "F4": 14}  # 14 is Folio, 8.5 × 13 inches, which F4 is sold as
_LINE = 11.0  # points of a line of 8-point text
_TALL = 400.0  # Excel refuses rows of more than 409
_SHEET = 31
_FOOT = 240  # characters; Excel refuses more than 255
_PLAIN, _BOLD = 0.95, 0.84  # letters that a column holds, as a part of its digits
_SENTENCES = 24  # of a footer in one row, which Excel lets be so high and no higher
_EMPTY = 3  # lines left to be filled in by hand


def workbook(forms: Sequence[Formulir], *, brand: Brand, lang: Lang, made_at: datetime | None = None) -> bytes:
    """The forms, a sheet each."""
    buffer = BytesIO()
    font = {"font_name": brand.fonta, "font_size": 8}
    made = xlsxwriter.Workbook(buffer, {**_OPTIONS, "default_format_properties": font})
    moment = (made_at or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    title = forms[0].judul if forms else text("formulir.belum_ada_formulir", lang)
    said = {"title": title, "author": brand.unit, "company": brand.nama}
    made.set_properties({**said, "category": (forms[0].terbatas if forms else None) or "", "created": moment})
    made.set_custom_property("Language", LANGUAGE[lang])
    look = styles(made, brand)
    used: set[str] = set()
    for form in forms:
        _Sheet(made.add_worksheet(_name(form.lembar, used)), form, look, brand, lang).draw()
    if not forms:
        words(made.add_worksheet("-"), 0, 0, title, look["judul"])
    made.close()
    return buffer.getvalue()


def _name(wanted: str, used: set[str]) -> str:
    """A sheet name by Excel's rules, never twice."""
    base = "".join(" " if one in "[]:*?/\\'" else one for one in wanted).strip()[:_SHEET] or "-"
    name, number = base, 2
    while name.lower() in used:
        tail = f" {number}"
        name, number = base[: _SHEET - len(tail)] + tail, number + 1
    used.add(name.lower())
    return name


class _Sheet:
    """One form on its sheet, drawn from the top down."""

    def __init__(self, sheet: Any, form: Formulir, look: dict[str, Any], brand: Brand, lang: Lang) -> None:
        self.sheet, self.form, self.look, self.brand, self.lang = sheet, form, look, brand, lang
        self.lebar = form.lebar
        self.last = len(self.lebar) - 1
        self.at = 0

    def draw(self) -> None:
        """Title, head, rows, footer, notes and signatures."""
        self.sheet.hide_gridlines(2)
        for column, wide in enumerate(self.lebar):
            self.sheet.set_column(column, column, wide)
        self._title()
        head = self._head()
        for row in self.form.baris:
            self._row(row)
        for line in self.form.ringkas:
            self._sums(line)
        for said in self.form.uraian:
            self._told(said)
        self._signed()
        self._notes()
        self._paper(head)

    def _title(self) -> None:
        form = self.form
        lines = [(form.nomor, "nomor"), (form.judul.upper(), "judul"), *((one, "kepala") for one in form.kepala)]
        lines.append((self.brand.nama, "kepala"))
        if form.terbatas:
            lines.insert(0, (form.terbatas, "terbatas"))
        for said, style in lines:
            self._across(0, self.last, said, style, tall=18 if style == "judul" else None)
            self.at += 1
        self.at += 1

    def _head(self) -> int:
        """The heading and the row that numbers the columns; the first of its rows."""
        first, deep = self.at, depth(self.form.kolom)
        for cell in heading(self.form.kolom):
            top = first + cell.baris
            place = (top, cell.kolom, top + cell.tinggi - 1, cell.kolom + cell.luas - 1)
            self._merged(place, cell.isi, "nomor kolom" if cell.nomor else "kop")
        words_ = max(_lines(one.judul, sum(one.lebar) * 0.9) for one in self.form.kolom if not one.payung)
        named = deep - 1
        for row in range(first, first + named):
            self.sheet.set_row(row, max(_LINE * 1.4, _LINE * (words_ + 0.6) / named))
        self.at = first + deep
        return first

    def _row(self, row: Baris) -> None:
        for column, cell in enumerate(row.sel):
            bold = row.jenis == "opd" or (row.jenis == "program" and column == self.form.nama)
            self._cell(column, cell, bold=bold, shade=row.jenis)
        texts = ((i, str(cell.isi)) for i, cell in enumerate(row.sel) if cell.satuan == "teks" and cell.isi)
        heavy = {self.form.nama} if row.jenis in ("opd", "program") else set()
        room = [wide * (_BOLD if i in heavy else _PLAIN) for i, wide in enumerate(self.lebar)]
        lines = max((_lines(said, room[i]) for i, said in texts), default=1.0)
        self.sheet.set_row(self.at, min(_TALL, _LINE * lines + 3))
        self.at += 1

    def _sums(self, line: Ringkas) -> None:
        self._across(0, self.form.judul_sampai - 1, line.judul, "kaki", tall=_LINE * 1.5)
        cells = dict(line.sel)
        for column in range(self.form.judul_sampai, len(self.lebar)):
            self._cell(column, cells.get(column, Sel()), bold=True)
        for column, cell in line.sel if line.luas > 1 else ():
            self._merged((self.at, column, self.at, column + line.luas - 1), str(cell.isi or ""), "kaki tengah")
        self.at += 1

    def _cell(self, column: int, cell: Sel, *, bold: bool = False, shade: str = "") -> None:
        middle = self._centred(column)
        unit = f"angka {_decimals(cell.isi)}" if cell.satuan == "angka" else cell.satuan
        style = self.look[
            f"{unit}|{'tebal' if bold else ''}|{shade if shade == 'opd' else ''}|{'tengah' if middle else ''}"
        ]
        if cell.isi is None or cell.isi == "":
            self.sheet.write_blank(self.at, column, None, style)
        elif isinstance(cell.isi, Decimal | int):
            self.sheet.write_number(self.at, column, float(cell.isi), style)
        else:
            words(self.sheet, self.at, column, cell.isi, style)

    def _centred(self, column: int) -> bool:
        at = 0
        for one in self.form.kolom:
            at += one.luas
            if column < at:
                return one.tengah
        return False

    def _told(self, said: Uraian) -> None:
        """Footer rows of sentences over the whole width, as many as they need; empty lines where nobody wrote any."""
        room = sum(self.lebar)
        lines = [f"{said.judul}:", *(f"– {one}" for one in said.isi)]
        for first in range(0, len(lines), _SENTENCES):
            part = lines[first : first + _SENTENCES]
            empty = 0 if said.isi else _EMPTY
            tall = _LINE * (sum(_lines(one, room) for one in part) + empty) + 4
            self._across(0, self.last, "\n".join(part), "uraian", tall=min(_TALL, tall))
            self.at += 1

    def _signed(self) -> None:
        if not self.form.tanda:
            return
        self.at += 1
        half = len(self.lebar) // 2
        spans = [(0, half - 2), (half + 1, self.last)]
        place = text("formulir.tempat", self.lang, kota=self.brand.kota)
        for (left, right), one in zip(spans[-len(self.form.tanda) :], self.form.tanda, strict=True):
            lines = (
                place if right == self.last else "",
                one.judul,
                one.jabatan,
                "",
                "",
                "",
                one.nama or "…" * 20,
            )
            for below, line in enumerate((*lines, text("formulir.nip", self.lang))):
                style = self.look["tanda nama" if below == len(lines) - 1 else "tanda"]
                self.sheet.merge_range(self.at + below, left, self.at + below, right, "", style)
                words(self.sheet, self.at + below, left, line, style)
        self.at += 9

    def _notes(self) -> None:
        lines = [text("formulir.catatan", self.lang), *self.form.catatan, " · ".join(told(self.form.asal, self.lang))]
        alarm = [f"{text('ekspor.peringatan', self.lang)}: {one}" for one in self.form.asal.warnings]
        room = sum(self.lebar)
        for number, said in enumerate((*alarm, *lines)):
            style = "awas" if number < len(alarm) else "catatan judul" if number == len(alarm) else "catatan"
            self._across(0, self.last, said, style, tall=_LINE * _lines(said, room) + 1)
            self.at += 1

    def _across(self, left: int, right: int, said: str, style: str, *, tall: float | None = None) -> None:
        self._merged((self.at, left, self.at, right), said, style)
        if tall is not None:
            self.sheet.set_row(self.at, tall)

    def _merged(self, place: tuple[int, int, int, int], said: str, style: str) -> None:
        top, left, bottom, right = place
        if (top, left) != (bottom, right):
            self.sheet.merge_range(top, left, bottom, right, "", self.look[style])
        words(self.sheet, top, left, said, self.look[style])

    def _paper(self, head: int) -> None:
        """On its side, as wide as the paper, the heading on each page and in sight on a screen."""
        below = head + depth(self.form.kolom)
        self.sheet.freeze_panes(below, self.form.beku)
        self.sheet.set_landscape()
        self.sheet.set_paper(_PAPER[self.form.kertas])
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.print_area(0, 0, self.at - 1, self.last)
        self.sheet.repeat_rows(head, below - 1)
        foot = " · ".join((self.form.asal.as_of, *told(self.form.asal, self.lang)[-1:])).replace("&", "&&")[:_FOOT]
        self.sheet.set_footer(f"&L&7{foot}&R&7&P / &N")


def _decimals(value: Any) -> int:
    """How many decimals a number needs, four at most."""
    if not isinstance(value, Decimal):
        return 0
    return min(4, max(0, -int(value.normalize().as_tuple().exponent)))


def _lines(said: str, room: float) -> float:
    """The lines a text takes in a column so many characters wide, broken between words."""
    wide = max(4, int(room))
    return float(sum(max(1, len(wrap(part, wide))) for part in said.split("\n")))
