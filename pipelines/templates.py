"""Blank workbooks that staff fill in, written from the contracts so that the two cannot drift apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from pipelines.catalogue import text
from pipelines.contracts.base import Kind
from pipelines.contracts.lembar import WORKBOOKS, Column, Lembar, examples, lembar
from pipelines.templates_guide import DARK, INK, LIGHT, guide, meaning, source
from pipelines.trouble import Misuse

_CREATED = datetime(2026, 1, 1)
_LAST_ROW = 1_048_575
_EXACT = 15  # digits that a number in a cell keeps
_EXAMPLE = "#6B7280"
_FORMAT: dict[Kind, str] = {
    "kode": "@",
    "nip": "@",
    "teks": "@",
    "naskah": "@",
    "rupiah": "#,##0.00",
    "persen": "0.00",
    "tahun": "0",
    "bulan": "0",
    "tanggal": "yyyy-mm-dd",
    "jam": "hh:mm",
    "bulat": "0",
    "ya_tidak": "@",
}
_WIDTH: dict[Kind, int] = {
    "kode": 22, "nip": 22, "teks": 26, "naskah": 40, "rupiah": 20, "persen": 13, "tahun": 9, "bulan": 9, "tanggal": 14,
    "jam": 9, "bulat": 9, "ya_tidak": 13,
}  # fmt: skip


def names() -> tuple[str, ...]:
    """The workbooks that can be written."""
    return tuple(WORKBOOKS)


def resolve(wanted: Iterable[str]) -> list[str]:
    """The workbooks meant by names such as `01_master`, `anggaran` or `pagu`; all for none; Misuse for an unknown."""
    found: list[str] = []
    known = [sheet for sheets in WORKBOOKS.values() for sheet in sheets]
    for name in wanted:
        plain = name.removesuffix(".xlsx").lower()
        hits = [w for w, sheets in WORKBOOKS.items() if plain in (w, w.partition("_")[2], w.partition("_")[0], *sheets)]
        if not hits:
            raise Misuse("templat.tak_dikenal", nama=name, daftar=", ".join([*WORKBOOKS, *known]))
        found += [hit for hit in hits if hit not in found]
    return found or list(WORKBOOKS)


def write(wanted: Iterable[str], into: Path, *, lang: str = "id") -> list[Path]:
    """The paths of the workbooks written into a folder; the same input writes the same bytes."""
    into.mkdir(parents=True, exist_ok=True)
    return [_workbook(name, into / f"{name}.xlsx", lang=lang) for name in resolve(wanted)]


def filled(name: str, path: Path, rows: Mapping[str, Sequence[Mapping[str, Any]]], *, lang: str = "id") -> Path:
    """A workbook with rows of its own, by sheet, where the blank one has its fictional examples."""
    return _workbook(name, path, lang=lang, rows=rows)


def _workbook(
    name: str, path: Path, *, lang: str, rows: Mapping[str, Sequence[Mapping[str, Any]]] | None = None
) -> Path:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd", "strings_to_formulas": False})
    book.set_properties({"title": text(f"templat.judul_{name}", lang), "author": "Raporda", "created": _CREATED})
    guide(book, name, lang=lang)
    for sheet_name in WORKBOOKS[name]:
        _sheet(book, lembar(sheet_name), None if rows is None else rows.get(sheet_name, ()), lang=lang)
    book.close()
    return path


def _sheet(book: Any, sheet: Lembar, own: Sequence[Mapping[str, Any]] | None, *, lang: str) -> None:
    page = book.add_worksheet(sheet.name)
    base = {"font_name": "Calibri", "font_size": 11, "valign": "vcenter", "border": 1, "border_color": "#9CB8B3"}
    must = book.add_format({**base, "bold": True, "bg_color": DARK, "font_color": "#FFFFFF"})
    may = book.add_format({**base, "bold": True, "bg_color": LIGHT, "font_color": INK})
    page.set_row(0, 24)
    page.freeze_panes(1, 0)
    page.set_tab_color(DARK)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    rows = examples(sheet.name) if own is None else own
    ink = {"italic": True, "font_color": _EXAMPLE} if own is None else {}
    for i, column in enumerate(sheet.columns):
        kind = column.cell.kind
        page.set_column(i, i, _width(column, rows), book.add_format(_shape(kind)))
        page.write_string(0, i, column.name, must if column.wajib else may)
        page.write_comment(0, i, _note(sheet, column, lang), {"author": "Raporda", "x_scale": 2.4, "y_scale": 1.6})
        _validate(page, i, column, lang)
        style = book.add_format({**_shape(kind), **ink})
        for at, row in enumerate(rows, start=1):
            _put(page, at, i, row.get(column.name), style)
    page.autofilter(0, 0, 0, len(sheet.columns) - 1)


def _shape(kind: Kind) -> dict[str, Any]:
    # Short numbers on the left edge, or they run into the text of the next column.
    left = {"align": "left"} if kind in ("tahun", "bulan", "tanggal", "bulat") else {}
    return {"num_format": _FORMAT[kind], **left}


def _width(column: Column, rows: Sequence[Mapping[str, Any]]) -> int:
    shown = [
        len(str(row[column.name]))
        for row in rows
        if column.name in row and column.cell.kind in ("kode", "nip", "teks", "naskah")
    ]
    return min(46, max([_WIDTH[column.cell.kind] if not shown else 10, len(column.name) + 5, *(n + 2 for n in shown)]))


def _put(page: Any, row: int, column: int, value: object, style: Any) -> None:
    if value is None:
        page.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        page.write_string(row, column, "Y" if value else "T", style)
    elif isinstance(value, date):
        page.write_datetime(row, column, datetime(value.year, value.month, value.day), style)
    elif isinstance(value, Decimal) and len(value.normalize().as_tuple().digits) > _EXACT:
        page.write_string(row, column, f"{value:f}".replace(".", ","), style)
    elif isinstance(value, int | float | Decimal):
        page.write_number(row, column, value, style)
    else:
        page.write_string(row, column, str(value), style)


def _note(sheet: Lembar, column: Column, lang: str) -> str:
    parts = [meaning(column, lang), text(f"templat.{'wajib' if column.wajib else 'boleh_kosong'}", lang).upper()]
    if column.cell.choices:
        parts.append(text("templat.pilihan", lang, daftar=", ".join(column.cell.choices)))
    if column.cell.example:
        parts.append(text("templat.catatan_contoh", lang, contoh=column.cell.example[0]))
    parts.append(text("templat.catatan_asal", lang, asal=source(sheet.name, column, lang)))
    return "\n".join(parts)


def _validate(page: Any, at: int, column: Column, lang: str) -> None:
    kind = column.cell.kind
    rule: dict[str, Any] | None = None
    if column.cell.choices:
        rule = {"validate": "list", "source": list(column.cell.choices), "error_message": "templat.tolak_pilihan"}
    elif kind == "ya_tidak":
        rule = {"validate": "list", "source": ["Y", "T"], "error_message": "templat.tolak_pilihan"}
    elif kind in ("tahun", "bulan"):
        low, high = (2000, 2100) if kind == "tahun" else (1, 12)
        rule = {"validate": "integer", "criteria": "between", "minimum": low, "maximum": high,
                "error_message": f"templat.tolak_{kind}"}  # fmt: skip
    if rule:
        rule["error_title"] = text("templat.tolak_judul", lang)
        rule["error_message"] = text(str(rule["error_message"]), lang)
        page.data_validation(1, at, _LAST_ROW, at, rule)
