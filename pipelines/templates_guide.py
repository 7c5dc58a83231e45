"""The Petunjuk sheet of a blank workbook: how to fill it in, what each column is and where it comes from."""

from __future__ import annotations

from typing import Any

from pipelines.catalogue import keys, text
from pipelines.contracts.lembar import WORKBOOKS, Column, Lembar, lembar

DARK, LIGHT, INK = "#0F5257", "#BFDCD6", "#12332F"
_STEPS = 8
_WIDTHS = (4, 26, 14, 58, 24, 58)
_ROW = 15.5  # points for one line of text


def source(sheet: str, column: Column, lang: str) -> str:
    """Where the content of a column is found in SIPD, SIASN or a regulation."""
    own = f"templat.asal_{sheet}_{column.field}"
    return text(own if own in keys() else f"templat.asal_{column.field}", lang)


def meaning(column: Column, lang: str) -> str:
    """What a column holds."""
    if column.bulan is not None:
        return text("templat.arti_bulan", lang, bulan=text(f"templat.bulan_{column.bulan}", lang))
    return column.cell.id if lang == "id" else column.cell.en


def guide(book: Any, name: str, *, lang: str) -> None:
    """Adds the instructions as the first sheet of a workbook."""
    page = book.add_worksheet(text("templat.petunjuk", lang))
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_tab_color("#E0A100")
    for i, width in enumerate(_WIDTHS):
        page.set_column(i, i, width)
    row = _opening(book, page, name, lang)
    row = _list_of_sheets(book, page, name, row, lang=lang)
    for sheet_name in WORKBOOKS[name]:
        row = _columns_of(book, page, lembar(sheet_name), row, lang=lang)
    page.activate()


def _style(book: Any, **more: object) -> Any:
    return book.add_format({"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top", **more})


def _opening(book: Any, page: Any, name: str, lang: str) -> int:
    page.set_row(1, 30)
    page.write_string(1, 1, text(f"templat.judul_{name}", lang), _style(book, bold=True, font_size=20, font_color=DARK))
    page.write_string(2, 1, text(f"templat.sub_{name}", lang), _style(book, font_color="#4B5F5C"))
    page.write_string(4, 1, text("templat.cara", lang), _style(book, bold=True, font_size=14, font_color=DARK))
    number = _style(book, bold=True, font_color=DARK, align="center")
    for n in range(1, _STEPS + 1):
        page.write_number(4 + n, 0, n, number)
        page.write_string(4 + n, 1, text(f"templat.cara_{n}", lang), _style(book))
        page.set_row(4 + n, _ROW + 2)
    return 4 + _STEPS + 2


def _list_of_sheets(book: Any, page: Any, name: str, row: int, *, lang: str) -> int:
    title = text("templat.daftar_lembar", lang)
    page.write_string(row, 1, title, _style(book, bold=True, font_size=14, font_color=DARK))
    link = _style(book, bold=True, underline=1, font_color="#0B6E75")
    for sheet in WORKBOOKS[name]:
        row += 1
        page.write_url(row, 1, f"internal:'{sheet}'!A1", link, sheet)
        page.write_string(row, 2, text(f"templat.untuk_{sheet}", lang), _style(book))
        page.set_row(row, _ROW + 2)
    return row + 2


def _columns_of(book: Any, page: Any, sheet: Lembar, row: int, *, lang: str) -> int:
    title = f"{text('templat.kepala_kolom', lang)} · {sheet.name}"
    page.write_string(row, 1, title, _style(book, bold=True, font_size=13, font_color=DARK))
    head = _style(book, bold=True, font_color="#FFFFFF", bg_color=DARK, border=1, border_color="#9CB8B3")
    for i, key in enumerate(("kolom", "isian", "arti", "contoh", "asal"), start=1):
        page.write_string(row + 1, i, text(f"templat.kepala_{key}", lang), head)
    row += 2
    for column in _shown(sheet):
        _line(book, page, row, (sheet, column), lang=lang)
        row += 1
    return row + 1


def _shown(sheet: Lembar) -> list[Column]:
    # Twelve lines that differ in the month's name alone would bury the rest.
    return [column for column in sheet.columns if column.bulan in (None, 1, 12)]


def _line(book: Any, page: Any, row: int, what: tuple[Lembar, Column], *, lang: str) -> None:
    sheet, column = what
    edge = {"bottom": 1, "bottom_color": "#D5E3E0", "text_wrap": True}
    words = meaning(column, lang)
    if column.cell.choices:
        words += "\n" + text("templat.pilihan", lang, daftar=", ".join(column.cell.choices))
    must = "wajib" if column.wajib else "boleh_kosong"
    fill = {"bg_color": DARK, "font_color": "#FFFFFF", "bold": True} if column.wajib else {"bg_color": LIGHT}
    origin = source(sheet.name, column, lang)
    page.write_string(row, 1, column.name, _style(book, **edge, bold=True))
    page.write_string(row, 2, text(f"templat.{must}", lang), _style(book, **edge, **fill))
    page.write_string(row, 3, words, _style(book, **edge))
    page.write_string(row, 4, ", ".join(column.cell.example), _style(book, **edge, font_color="#6B7280", italic=True))
    page.write_string(row, 5, origin, _style(book, **edge))
    lines = max(sum(-(-len(part) // 66) for part in words.split("\n")), -(-len(origin) // 66), 1)
    page.set_row(row, _ROW * lines + 3)
