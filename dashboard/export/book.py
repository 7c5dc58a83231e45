"""Figures as a workbook: one sheet a figure with all its rows, its provenance and a native chart; no live formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from dashboard.export import book_chart, book_print
from dashboard.export.book_text import words
from dashboard.export.brand import Brand
from dashboard.export.canvas import LANGUAGE
from dashboard.export.logo import png
from dashboard.export.wording import dated, told, warnings
from dashboard.figures.figure import STATUSES, Column, Figure, Lang, Unit, Value
from dashboard.look import LIGHT, status, write
from pipelines.catalogue import text

# What a cell says is said by its text: nothing from data may run as a formula, open a link or turn into a number.
_OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    "default_date_format": "dd-mm-yyyy",
}  # fmt: skip
_FORMATS: dict[Unit, str] = {
    "rupiah": "#,##0.00", "persen": "#,##0.00", "poin": "+#,##0.00;-#,##0.00;0.00", "bulat": "#,##0", "hari": "#,##0",
    "angka": "#,##0.####",
    "kode": "@", "teks": "@", "status": "@", "bulan": "@", "tanggal": "dd-mm-yyyy",
}  # fmt: skip
_NUMBERS: tuple[Unit, ...] = ("rupiah", "persen", "poin", "bulat", "hari", "angka")
_SHEET = 31
_WIDEST = 60  # characters of a column; longer texts wrap
_MEASURED = 500  # rows that decide the width of a column
HEAD = 5  # row of the table's header, from 0, below title, question, provenance and warnings


def book(
    figures: Iterable[Figure],
    *,
    title: str,
    subtitle: str,
    brand: Brand,
    lang: Lang = "id",
    mark: str | None = None,
    made_at: datetime | None = None,
) -> bytes:
    """A workbook of the figures: contents first, then a sheet each; `mark` stands beside each title."""
    shown = list(figures)
    buffer = BytesIO()
    font = {"font_name": brand.fonta, "font_size": 10}  # columns are measured in its digits
    made = xlsxwriter.Workbook(buffer, {**_OPTIONS, "default_format_properties": font})
    moment = (made_at or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    said = {"title": title, "author": brand.unit, "company": brand.nama, "comments": subtitle, "category": mark or ""}
    made.set_properties({**said, "created": moment})
    made.set_custom_property("Language", LANGUAGE[lang])  # the writer knows no other place for it
    styles = _styles(made, brand)
    contents = made.add_worksheet(text("ekspor.daftar_isi", lang))
    names = _names(shown, contents.get_name())
    for figure, name in zip(shown, names, strict=True):
        titled = replace(figure, title=f"{mark} · {figure.title}") if mark else figure
        _sheet(made, made.add_worksheet(name), titled, styles, brand, lang)
    subtitle = f"{mark} · {subtitle}" if mark else subtitle
    _contents(contents, shown, names, styles, title=title, subtitle=subtitle, brand=brand, lang=lang)
    made.close()
    return buffer.getvalue()


def _styles(made: Any, brand: Brand) -> dict[str, Any]:
    plain = {"font_name": brand.fonta, "font_size": 10, "valign": "top"}
    found = {
        "bold": made.add_format({**plain, "bold": True}),
        "plain": made.add_format(plain),
        "wrap": made.add_format({**plain, "text_wrap": True}),
        "link": made.add_format({**plain, "font_color": LIGHT.parts[1], "underline": 1}),
        "head": made.add_format({**plain, "bold": True, "font_color": "#FFFFFF", "bg_color": brand.utama,
                                 "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "#FFFFFF"}),
    }  # fmt: skip
    tone = LIGHT.status["oranye"]
    said: dict[str, dict[str, Any]] = {
        "title": {"font_size": 16, "bold": True, "font_color": brand.utama},
        "quiet": {"font_color": LIGHT.muted},
        "warn": {"bold": True, "font_color": tone.ink, "bg_color": tone.soft},
    }
    for name, look in said.items():  # above a table it is as wide as the table, elsewhere it may run on
        found[name] = made.add_format({**plain, **look})
        found[f"{name} wrapped"] = made.add_format({**plain, **look, "text_wrap": True})
    for unit, code in _FORMATS.items():
        apart = {} if unit in _NUMBERS else {"indent": 1}  # words do not touch the number before them
        found[unit] = made.add_format({**plain, **apart, "num_format": code, "text_wrap": unit == "teks"})
    for one in STATUSES:
        tone = LIGHT.status[one]
        found[f"status {one}"] = made.add_format({**plain, "bold": True, "font_color": tone.ink, "bg_color": tone.soft})
    return found


def _names(figures: Sequence[Figure], taken: str) -> list[str]:
    """A sheet name for each figure: its id, made to fit Excel's rules, never twice."""
    used = {taken.lower()}
    names = []
    for figure in figures:
        base = re.sub(r"[\[\]:*?/\\']", " ", figure.id).strip()[:_SHEET] or "-"
        name, number = base, 2
        while name.lower() in used:
            tail = f" {number}"
            name, number = base[: _SHEET - len(tail)] + tail, number + 1
        used.add(name.lower())
        names.append(name)
    return names


def _contents(
    sheet: Any,
    figures: Sequence[Figure],
    names: Sequence[str],
    styles: dict[str, Any],
    *,
    title: str,
    subtitle: str,
    brand: Brand,
    lang: Lang,
) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 9)
    sheet.set_column(1, 1, 28)
    sheet.set_column(2, 2, 90)
    picture = png(brand)
    if picture:
        size = {"x_scale": 0.15, "y_scale": 0.15, "x_offset": 6, "y_offset": 4, "object_position": 3}
        sheet.insert_image(0, 0, "logo.png", {"image_data": picture, "description": f"Logo {brand.nama}", **size})
    sheet.set_row(0, 24)
    words(sheet, 0, 1, title, styles["title"])
    words(sheet, 1, 1, subtitle, styles["quiet"])
    owner = " · ".join(part for part in (brand.nama, brand.unit, brand.remark(lang)) if part)
    words(sheet, 2, 1, owner, styles["quiet"])
    for column, key in enumerate(("nomor", "lembar", "temuan")):
        words(sheet, 4, column, text(f"ekspor.{key}", lang), styles["head"])
    row = 5
    for number, (figure, name) in enumerate(zip(figures, names, strict=True), start=1):
        sheet.write_number(row, 0, number, styles["plain"])
        sheet.write_url(row, 1, f"internal:'{name}'!A1", styles["link"], name)
        words(sheet, row, 2, figure.title, styles["wrap"])
        row += 1
    row += 1
    said = dict.fromkeys(phrase for figure in figures for phrase in told(figure.provenance, lang))
    words(sheet, row, 1, text("ekspor.asal_angka", lang), styles["bold"])
    for phrase in said:
        row += 1
        words(sheet, row, 1, phrase, styles["plain"])
    for warning in warnings(figures):
        row += 1
        words(sheet, row, 1, f"{text('ekspor.peringatan', lang)}: {warning}", styles["warn"])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _sheet(made: Any, sheet: Any, figure: Figure, styles: dict[str, Any], brand: Brand, lang: Lang) -> None:
    columns = figure.table.columns
    widths = [_width(one, [row[i] for row in figure.table.rows[:_MEASURED]], lang) for i, one in enumerate(columns)]
    sheet.hide_gridlines(2)
    alarm = figure.provenance.warnings
    said = f"{text('ekspor.peringatan', lang)}: {' · '.join(alarm)}" if alarm else " · ".join(figure.notes)
    crown = (
        (figure.title, "title", 1.8),
        (figure.question or "", "quiet", 1.0),
        (" · ".join(told(figure.provenance, lang)), "quiet", 1.0),
        (figure.empty or said, "warn" if alarm else "quiet", 1.1),
    )
    across = widths if book_chart.drawn(figure) else book_print.wide_enough(widths)
    for above, (line, style, broad) in enumerate(crown):
        book_print.line(sheet, above, line, styles[f"{style} wrapped"], widths=across, broad=broad)
    for column, one in enumerate(columns):
        words(sheet, HEAD, column, _headed(one), styles["head"])
    for number, row in enumerate(figure.table.rows, start=HEAD + 1):
        for column, (value, one) in enumerate(zip(row, columns, strict=True)):
            _cell(sheet, (number, column), value, unit=one.unit, styles=styles, lang=lang)
        lines = max((-(-len(v) // _WIDEST) for v in row if isinstance(v, str)), default=1)
        if lines > 1:
            sheet.set_row(number, 13.5 * lines)
    last = HEAD + len(figure.table.rows)
    for column, wide in enumerate(widths):
        sheet.set_column(column, column, wide)
    if columns:
        sheet.freeze_panes(HEAD + 1, 1)
        sheet.autofilter(HEAD, 0, max(last, HEAD + 1), len(columns) - 1)
    after = last + 2
    if alarm:
        for note in figure.notes:
            book_print.line(sheet, after, note, styles["quiet wrapped"], widths=widths)
            after += 1
    easel = book_chart.Easel(made, sheet, figure, brand, lang, HEAD, len(columns) + 1)
    deep = book_chart.add(easel, styles["quiet"])
    bottom = max(after, HEAD + deep)
    foot = dated(figure.provenance, lang)
    book_print.paper(sheet, across, bottom=bottom, head=HEAD, chart=book_chart.COLUMNS if deep else 0, foot=foot)


def _headed(column: Column) -> str:
    mark = {"rupiah": "Rp", "persen": "%"}.get(column.unit)
    return f"{column.label} ({mark})" if mark and mark not in column.label else column.label


def _cell(sheet: Any, place: tuple[int, int], value: Value, *, unit: Unit, styles: dict[str, Any], lang: Lang) -> None:
    row, column = place
    if value is None:
        sheet.write_blank(row, column, None, styles[unit])
    elif unit == "status" and value in STATUSES:
        words(sheet, row, column, status(str(value), lang), styles[f"status {value}"])
    elif unit == "tanggal" and (day := _day(value)) is not None:
        sheet.write_datetime(row, column, day, styles[unit])
    elif unit in _NUMBERS and isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        sheet.write_number(row, column, float(value), styles[unit])
    else:
        words(sheet, row, column, write(value, unit, lang), styles[unit])


def _day(value: Value | date) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value)).replace(tzinfo=None)
    except ValueError:
        return None


def _width(column: Column, values: Sequence[Value], lang: Lang) -> float:
    longest = max((len(write(value, column.unit, lang)) for value in values), default=0)
    label = max((len(word) for word in _headed(column).split()), default=0)
    return min(_WIDEST, max(8.0, longest + 2, label + 4))
