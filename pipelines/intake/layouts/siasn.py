"""Exports of SIASN, as workbook or delimited text: posts held, staff, the tree of units, SKP of a year and of a period.

A workbook may hold several of them; each sheet is known by its own header.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from pipelines.intake import nip, periods, spelling, staff, staff_rows
from pipelines.intake.cells import Unreadable, blank, tidy
from pipelines.intake.dates import month
from pipelines.intake.grid import Book, Cell, Sheet
from pipelines.intake.layouts.siasn_forms import FORMS, PEGAWAI, PERIODIK, RIWAYAT, SKP22
from pipelines.intake.out import Out
from pipelines.intake.report import Answers
from pipelines.intake.sheets import people
from pipelines.intake.sheets.tables import Raw
from pipelines.intake.staff import Found

NAME = "siasn"
EVERY_SHEET = True  # exports of several kinds in one workbook are all read

_ACTING = re.compile(r"(plt|plh|pj|pelaksana tugas|pelaksana harian|penjabat)\b\.?\s+(?=\S)", re.IGNORECASE)


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is one of these exports, by its header."""
    return max(staff.score(sheet, form) for form in FORMS)


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of the contract each sheet fills; sheets of the same export count as one."""
    known = _known(book)
    ready = [found for found in known if staff.whole(found, out)]
    if out.refused or not ready:
        return
    out.title = " ".join(ready[0].titles[:2])[:300] or None
    for form, same in groupby(sorted(ready, key=_order), key=lambda found: found.form):
        sheets = list(same)
        parts = [_FINISH.get(form.contract, _as_is)(found, staff_rows.raw(found, out), out) for found in sheets]
        if not any(question.id == "period" for question in out.questions):
            staff_rows.take_in(sheets, parts, out)
    if not out.questions:
        people.ended(out)


def _known(book: Book) -> list[Found]:
    """The sheets that are an export, each the one it is most surely; beside a whole one, a likeness is none."""
    best = [(share, found) for sheet in book.visible for share, found in _surest(sheet)]
    least = max((share for share, _ in best), default=0.0)
    return [found for share, found in best if share >= max(least, staff.MOST)]


def _surest(sheet: Sheet) -> list[tuple[float, Found]]:
    """The export a sheet is most surely: of two as sure, the one known by more signs."""
    found = [(share, one) for form in FORMS for one, share in [staff.find(sheet, form)] if one is not None]
    return sorted(found, key=lambda one: (one[0], len(one[1].form.signs)))[-1:]


def _order(found: Found) -> tuple[int, str]:
    return FORMS.index(found.form), found.sheet.name


def _as_is(found: Found, part: Raw, out: Out) -> Raw:
    return part


def _posts(found: Found, part: Raw, out: Out) -> Raw:
    """Posts with the way they are held: "Plt." may stand before the title, and nothing where it is definitif."""
    titles = _column(part, "nama_jabatan")
    held = _column(part, "jenis_penugasan")
    read = [_held(title, how) for title, how in zip(titles, held, strict=True)]
    part = staff_rows.with_column(part, "nama_jabatan", [title for title, _ in read])
    return staff_rows.with_column(part, "jenis_penugasan", [how for _, how in read])


def _held(title: Cell, how: Cell) -> tuple[Cell, Cell]:
    """A post's title without what says how it is held, and how that is."""
    found = _ACTING.match(title.strip()) if isinstance(title, str) else None
    if found is None or not isinstance(title, str):
        return title, how or "definitif"
    acting = spelling.ours(found[1], "penugasan")
    return title.strip()[found.end() :], acting if how in ("", "definitif") else how


def _staff(found: Found, part: Raw, out: Out) -> Raw:
    """Staff with their kind: as written, else as their state of CPNS, else as their NIP says."""
    states = [row[found.at["statuscpnspns"]] if "statuscpnspns" in found.at else "" for row in _rows(found, part)]
    legal = _column(part, "status_aktif")
    numbers, kinds = _column(part, "nip"), _column(part, "jenis")
    read = [_kind(*one) for one in zip(kinds, states, legal, numbers, strict=True)]
    return staff_rows.with_column(part, "jenis", read)


def _kind(written: Cell, state: Cell, legal: Cell, number: Cell) -> str:
    said = tidy(f"{written} {legal}").lower()
    if "pppk" in said or "p3k" in said or "perjanjian kerja" in said:
        return "PPPK paruh waktu" if "paruh" in said else "PPPK"
    if not blank(state) and spelling.ours(state, "jenis_pegawai") == "CPNS":
        return "CPNS"
    word = spelling.ours(written, "jenis_pegawai")
    if word and spelling.known(word, "jenis_pegawai"):
        return word
    if "cpns" in said or "calon" in said:
        return "CPNS"
    if "pns" in said or "negeri sipil" in said:
        return "PNS"
    return word or nip.kind_of(number)


def _assessed(found: Found, part: Raw, out: Out) -> Raw:
    """Evaluations with their period: of the year, or what the row says, or what a person says of the file."""
    if found.form is SKP22:
        part = staff_rows.with_column(part, "jenis_periode", ["tahunan"] * part.height)
        return staff_rows.with_column(part, "periode", [""] * part.height)
    rows = _rows(found, part)
    of_rows = [_period(found, row) for row in rows]
    said = staff_rows.filled(part)
    lacking = any(one is None for one, filled in zip(of_rows, said, strict=True) if filled)
    whole = periods.settled(out, found.titles, sheet=found.sheet.name) if lacking else None
    settled = [one or whole for one in of_rows]
    part = staff_rows.with_column(part, "jenis_periode", [one[0] if one else "" for one in settled])
    return staff_rows.with_column(part, "periode", [float(one[1]) if one and one[1] else "" for one in settled])


def _period(found: Found, row: Sequence[Cell]) -> periods.Period | None:
    """The period of one evaluation: by the months it covers, else by the name of its period."""

    def cell(header: str) -> Cell:
        return row[found.at[header]] if header in found.at else ""

    try:
        first, last = month(cell("bulanmulaipenilaian")), month(cell("bulanselesaipenilaian"))
    except Unreadable:
        first = last = None
    if first and last:
        return periods.of_months(first, last)
    name = cell("periodiknama")
    return periods.of_text(name) if isinstance(name, str) else None


def _rows(found: Found, part: Raw) -> list[list[Cell]]:
    """The whole rows of a sheet, as many as were read, each as wide as the header."""
    wide = max(found.at.values()) + 1
    rows = found.sheet.rows(found.row + 1)[: part.height]
    return [row + [""] * (wide - len(row)) for row in rows]


def _column(part: Raw, name: str) -> Sequence[Cell]:
    return part.cells.get(name) or [""] * part.height


_FINISH: dict[str, Callable[[Found, Raw, Out], Raw]] = {
    RIWAYAT.contract: _posts, PEGAWAI.contract: _staff, PERIODIK.contract: _assessed,
}  # fmt: skip
