"""One file read from bytes to rows, inside the child process: guard, open, detect, read, report."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pipelines.catalogue import both
from pipelines.intake import formulas, mapping, personal
from pipelines.intake.detect import Layout, choose, layouts, score, shown, unread
from pipelines.intake.grid import Book, column_of, letter, open_book
from pipelines.intake.guard import Kind, Refused, check_workbook, declared, kind_of
from pipelines.intake.limits import MIB, Limits
from pipelines.intake.out import Out
from pipelines.intake.report import Answers, Choice, Reading
from pipelines.intake.wire import FAULT

Mappings = Mapping[str, dict[str, str]]
_LARGE = 64 * MIB  # once inflated: a smaller workbook is checked before it is opened, at no cost that anyone feels


def read_file(
    path: Path, answers: Answers, *, into: Path, limits: Limits, mappings: Mappings, file: str, sha256: str,
    keep: list[Book] | None = None,
) -> Reading:  # fmt: skip
    """The reading of one file; whatever the file holds, it ends in a status.

    The book goes into `keep`: a process about to end need not tidy up millions of cells one by one.
    """
    out = Out(into, answers=answers, most_problems=limits.problems)
    try:
        _read(path, answers, out, limits, mappings, [] if keep is None else keep)
    except Refused as refused:
        out.refuse(refused.code, **refused.values)
    except MemoryError:
        raise  # the parent says so; this process has no room left to
    except Exception as fault:  # a foreign file can break a reader in any way there is
        (into / FAULT).write_text(_where(fault), "utf-8")
        out.refuse("BERKAS_TAK_TERBACA")
    return out.finish(file=file, sha256=sha256)


def _where(fault: Exception) -> str:
    """The kind of a fault and the line that met it; its own words may quote the file and stay out."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} in {Path(last.filename).name}:{last.lineno} ({last.name})"


def _read(path: Path, answers: Answers, out: Out, limits: Limits, mappings: Mappings, keep: list[Book]) -> None:
    kind = kind_of(path, limits)
    book, with_formulas = _guarded(path, kind, limits)
    keep.append(book)
    tall = [sheet.height for sheet in book.visible if sheet.height > limits.rows]
    if with_formulas:
        _unvalued(book, with_formulas)
    if tall:
        raise Refused("BARIS_TERLALU_BANYAK", ukuran=tall[0], batas=limits.rows)
    book, dropped = personal.shut(book)
    personal.tell(dropped, out)
    layout, book = _layout(book, answers, out)
    if layout is None or (answers.mapping and mapping.fits(book, answers.mapping)):
        unknown(book, answers, out, mappings)
        if out.format:
            _refuse_unvalued(book, out)
        return
    out.format = layout.NAME
    layout.read(book, out.answers, out)
    if left := unread(layout, book):
        out.doubt("LEMBAR_LAIN_TAK_DIBACA", lain=", ".join(left))
    if not getattr(layout, "OWN_FORMULAS", False):
        _refuse_unvalued(book, out)


def _guarded(path: Path, kind: Kind, limits: Limits) -> tuple[Book, list[str]]:
    """The book, and the names of its sheets that hold formulas or errors; the guard is heard before the reader."""
    if kind != "xlsx":
        return _open(path, kind, limits), []
    if declared(path, limits) < _LARGE:
        found = check_workbook(path, limits)
        return _open(path, kind, limits), found
    with ThreadPoolExecutor(1) as beside:  # the reader of workbooks lets other threads run meanwhile
        checking = beside.submit(check_workbook, path, limits)
        try:
            book = _open(path, kind, limits)
        except Refused:
            checking.result()
            raise
        return book, checking.result()


def _open(path: Path, kind: Kind, limits: Limits) -> Book:
    """The book with its visible sheets loaded."""
    try:
        book = open_book(path, kind)
        for sheet in book.visible:
            if sheet.height > limits.rows:
                sheet.trim()
    except MemoryError:
        raise
    except Exception as fault:  # whatever the reader raises, the file is damaged
        raise Refused("BERKAS_RUSAK") from fault
    return book


def _refuse_unvalued(book: Book, out: Out) -> None:
    for sheet in book.visible:
        for row, cells in sorted(sheet.formulas.items()):
            for column, formula in sorted(cells.items()):
                if formula.startswith("#"):
                    continue  # an error has a value of a kind: the cell is refused where it is read, not the file
                out.refuse("RUMUS_TANPA_NILAI", sheet=sheet.name, row=row + 1, column=letter(column), read=formula)


def _layout(book: Book, answers: Answers, out: Out) -> tuple[Layout | None, Book]:
    """The layout to read with, and the book with the sheets it may see."""
    if answers.format is not None:
        wanted = layouts().get(answers.format)
        if wanted is None or score(wanted, book) == 0:
            raise Refused("FORMAT_TIDAK_COCOK", jawaban=answers.format)
        return wanted, book
    found, _ = choose(book)
    hidden = ", ".join(sheet.name for sheet in book.hidden)
    if found is not None or not hidden:
        if hidden:
            out.problem("LEMBAR_TERSEMBUNYI", "info", read=hidden)
        return found, book
    below, dropped = personal.shut(shown(book))
    found, _ = choose(below)
    if found is None:
        out.problem("LEMBAR_TERSEMBUNYI", "info", read=hidden)
        return None, book
    personal.tell(dropped, out)
    out.doubt("LEMBAR_TERSEMBUNYI_DIPAKAI", read=hidden)
    return found, below


def _unvalued(book: Book, parts: list[str]) -> None:
    """Puts the text of formulas without a value where they stand; a layout that needs one then refuses the file."""
    by_name = formulas.parts_of_sheets(book.path)
    for sheet in book.sheets:
        if by_name.get(sheet.name) in parts:
            for cell in formulas.unvalued(book.path, by_name[sheet.name]):
                sheet.formulas.setdefault(cell.row - 1, {})[column_of(cell.column)] = cell.formula


def unknown(book: Book, answers: Answers, out: Out, mappings: Mappings) -> None:
    """A file of no known layout: read by a mapping of its columns, given or remembered, else asked for."""
    if mapping.unknown(book, answers, out, mappings):
        return
    out.problem("FORMAT_TIDAK_DIKENAL", "info")
    out.ask("format", choices=[Choice(name, both(f"masalah.bentuk_{name.replace('-', '_')}")) for name in layouts()])
