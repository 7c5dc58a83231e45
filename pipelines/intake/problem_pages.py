"""The pages of the workbook of problems: the list of them, and the uploaded sheets with the faulty cells marked."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import xlsxwriter

from pipelines.catalogue import text
from pipelines.intake.grid import Book, Cell, Sheet, letter
from pipelines.intake.report import Problem, Reading, Severity

WHOLE = 20_000  # rows up to which a sheet is copied whole
TOP = 200  # rows of a larger sheet that are copied beside the faulty ones
_WIDEST = 512  # columns
_LONGEST = 32_767  # characters Excel keeps in a cell
_COLOUR: dict[Severity, str] = {"error": "#F8C7C2", "warning": "#FFE7A3", "info": "#D3E5F7"}
_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}
_INK, _DARK = "#12332F", "#0F5257"
_TABLE = 5  # 0-based row of the list's header
_HEAD = ("no", "tingkat", "sel", "terbaca", "pesan", "pesan_lain", "kode")
_WIDTHS = (5, 14, 22, 26, 74, 74, 24)


@dataclass(frozen=True)
class _Fault:
    severity: Severity
    words: str


Faults = Mapping[tuple[int, int | None], Sequence[_Fault]]  # by 0-based row and column; None marks the whole row


def compose(reading: Reading, book: Book | None, *, lang: str = "id") -> bytes:
    """The workbook, from the reading and the file's raw cells; without cells when the file cannot be read."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
               "nan_inf_to_errors": True, "default_date_format": "yyyy-mm-dd"}  # fmt: skip
    made = xlsxwriter.Workbook(out, options)
    made.set_properties({"title": text("templat.masalah_judul", lang, berkas=reading.file), "author": "Raporda"})
    copied = _names(book, lang) if book else {}
    listing = made.add_worksheet(text("templat.masalah_lembar", lang))
    cut = [_copy(made, sheet, copied[sheet.name], reading.problems, lang=lang) for sheet in _sheets(book)]
    notes = [text("templat.masalah_terpotong", lang, lembar=name, n=TOP) for name in cut if name]
    if book is None:
        notes.append(text("templat.masalah_tanpa_salinan", lang))
    _listing(made, listing, reading, copied, notes=notes, lang=lang)
    listing.activate()
    made.close()
    return out.getvalue()


def _sheets(book: Book | None) -> list[Sheet]:
    return book.visible if book else []


def _names(book: Book, lang: str) -> dict[str, str]:
    """The name each copied sheet gets: Excel allows 31 characters, no []:*?/\\ and no two alike."""
    taken = {text("templat.masalah_lembar", lang).lower()}
    names = {}
    for sheet in book.visible:
        plain = "".join("_" if c in "[]:*?/\\" else c for c in sheet.name).strip("' ")[:31] or "Lembar"
        name, n = plain, 1
        while name.lower() in taken or name.lower() == "history":
            n += 1
            name = f"{plain[: 31 - len(str(n)) - 1]} {n}"
        taken.add(name.lower())
        names[sheet.name] = name
    return names


def _faults(problems: Sequence[Problem], sheet: str) -> dict[tuple[int, int | None], list[_Fault]]:
    found: dict[tuple[int, int | None], list[_Fault]] = defaultdict(list)
    for problem in problems:
        if problem.sheet == sheet and problem.row is not None:
            column = None if problem.column is None else _index(problem.column)
            words = f"{problem.message['id']}\n{problem.message['en']}"
            found[(problem.row - 1, column)].append(_Fault(problem.severity, words))
    return found


def _index(letters: str) -> int:
    number = 0
    for char in letters.upper():
        number = number * 26 + ord(char) - 64
    return number - 1


def _copy(made: Any, sheet: Sheet, name: str, problems: Sequence[Problem], *, lang: str) -> str | None:
    """Copies a sheet with its faults marked; gives its name back when only part of it was copied."""
    page = made.add_worksheet(name)
    faults = _faults(problems, sheet.name)
    faulty = {row for row, _ in faults}
    whole = sheet.height <= WHOLE
    formats = _Formats(made)
    start = 0
    for start, rows in sheet.chunks(0):
        for at, cells in enumerate(rows, start):
            if whole or at < TOP or at in faulty:
                _row(page, at, cells, faults if at in faulty else {}, formats)
    widest = min(max((len(row) for row in sheet.top), default=0), _WIDEST)
    page.set_column(0, max(widest - 1, 0), 18)
    if faulty:
        page.set_tab_color("#C2410C")
    return None if whole else name


def _row(page: Any, at: int, cells: Sequence[Cell], faults: Faults, formats: _Formats) -> None:
    across = faults.get((at, None), ())
    marked = {column for row, column in faults if row == at and column is not None}
    for column in sorted({*range(min(len(cells), _WIDEST)), *marked}):
        value = cells[column] if column < len(cells) else ""
        own = faults.get((at, column), ())
        worst = _worst([*own, *across]) if own or (across and value != "") else None
        _value(page, at, column, value, formats, worst)
        if own:
            _note(page, at, column, own)
    if across:
        first = next((i for i, value in enumerate(cells) if value != "" and i not in marked), 0)
        _note(page, at, first, across)


def _note(page: Any, row: int, column: int, faults: Sequence[_Fault]) -> None:
    words = "\n\n".join(fault.words for fault in faults)
    page.write_comment(row, column, words[:4_000], {"author": "Raporda", "x_scale": 3, "y_scale": 2})


def _worst(faults: Sequence[_Fault]) -> Severity:
    return min((fault.severity for fault in faults), key=lambda severity: _RANK[severity])


class _Formats:
    """The cell formats of one workbook, made once each."""

    def __init__(self, made: Any) -> None:
        self.made = made
        self.known: dict[tuple[str | None, Severity | None], Any] = {}

    def of(self, shape: str | None, severity: Severity | None) -> Any:
        key = (shape, severity)
        if key not in self.known:
            edge = {} if severity == "info" else {"border": 1, "border_color": "#B45309"}
            fill = {} if severity is None else {"bg_color": _COLOUR[severity], **edge}
            self.known[key] = self.made.add_format({**({"num_format": shape} if shape else {}), **fill})
        return self.known[key]


def _value(page: Any, row: int, column: int, value: Cell, formats: _Formats, severity: Severity | None) -> None:
    if value == "" and severity is None:
        return
    if isinstance(value, bool):
        page.write_boolean(row, column, value, formats.of(None, severity))
    elif isinstance(value, int | float):
        page.write_number(row, column, value, formats.of(None, severity))
    elif isinstance(value, datetime | date):
        # Excel's calendar starts in 1900; an earlier date stays readable as text.
        old = value.year < 1900
        write = page.write_string if old else page.write_datetime
        write(row, column, str(value) if old else value, formats.of(None if old else "yyyy-mm-dd", severity))
    elif isinstance(value, time | timedelta):
        page.write_string(row, column, str(value), formats.of(None, severity))
    elif value == "":
        page.write_blank(row, column, None, formats.of(None, severity))
    else:
        # Text stays text, also where it begins with = + - or @: write_string never makes a formula.
        page.write_string(row, column, value[:_LONGEST], formats.of("@", severity))


def _listing(
    made: Any, page: Any, reading: Reading, copied: Mapping[str, str], *, notes: Sequence[str], lang: str
) -> None:
    base = {"font_name": "Calibri", "font_size": 11, "font_color": _INK, "valign": "top"}
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_TABLE)
    for i, width in enumerate(_WIDTHS):
        page.set_column(i, i, width)
    counts = {severity: sum(p.severity == severity for p in reading.problems) for severity in _COLOUR}
    title = text("templat.masalah_judul", lang, berkas=reading.file)
    page.write_string(0, 0, title, made.add_format({**base, "bold": True, "font_size": 18, "font_color": _DARK}))
    page.set_row(0, 28)
    brief = text(
        "templat.masalah_ringkas", lang, n=len(reading.problems), galat=counts["error"],
        peringatan=counts["warning"], info=counts["info"],
    )  # fmt: skip
    page.write_string(1, 0, brief, made.add_format(base))
    page.write_string(2, 0, text("templat.masalah_cara", lang), made.add_format(base))
    if notes:
        page.write_string(3, 0, " ".join(notes), made.add_format({**base, "italic": True}))
    head = made.add_format({**base, "bold": True, "font_color": "#FFFFFF", "bg_color": _DARK})
    for i, key in enumerate(_HEAD):
        page.write_string(_TABLE, i, text(f"templat.masalah_{key}", lang), head)
    page.freeze_panes(_TABLE + 1, 0)
    ordered = sorted(reading.problems, key=lambda p: _RANK[p.severity])
    for n, problem in enumerate(ordered, start=1):
        _problem(made, page, _TABLE + n, (n, problem), copied, lang=lang)
    if ordered:
        page.autofilter(_TABLE, 0, _TABLE + len(ordered), len(_HEAD) - 1)


def _problem(
    made: Any, page: Any, row: int, numbered: tuple[int, Problem], copied: Mapping[str, str], *, lang: str
) -> None:
    number, problem = numbered
    edge = {"font_name": "Calibri", "font_size": 11, "font_color": _INK, "valign": "top", "text_wrap": True,
            "bottom": 1, "bottom_color": "#D5E3E0"}  # fmt: skip
    plain = made.add_format(edge)
    page.write_number(row, 0, number, plain)
    level = made.add_format({**edge, "bold": True, "bg_color": _COLOUR[problem.severity]})
    page.write_string(row, 1, text(f"templat.tingkat_{problem.severity}", lang), level)
    where = address(problem)
    name = copied.get(problem.sheet or "")
    if name and problem.row is not None:
        quoted = name.replace("'", "''")
        link = made.add_format({**edge, "font_color": "#0B6E75", "underline": 1})
        page.write_url(row, 2, f"internal:'{quoted}'!{problem.column or letter(0)}{problem.row}", link, where)
    else:
        page.write_string(row, 2, where, plain)
    other = "en" if lang == "id" else "id"
    page.write_string(row, 3, (problem.read or "")[:_LONGEST], plain)
    page.write_string(row, 4, problem.message[lang], plain)
    page.write_string(row, 5, problem.message[other], plain)
    page.write_string(row, 6, problem.code, plain)
    longest = max(len(problem.message[lang]), len(problem.message[other]))
    page.set_row(row, 15.5 * max(1, -(-longest // 78)) + 3)


def address(problem: Problem) -> str:
    """Where a problem stands, as Excel writes it: sheet!C12, a row, a sheet, or nothing."""
    cell = "" if problem.row is None else f"{problem.column or ''}{problem.row}"
    return "!".join(part for part in (problem.sheet, cell) if part)
