"""BKN e-Kinerja, "Laporan SKP": one row an SKP, with its status and the dates it covers; evaluations come elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipelines.intake import periods, staff, staff_rows
from pipelines.intake.grid import Book, Cell, Sheet
from pipelines.intake.layouts import ekinerja
from pipelines.intake.out import Out
from pipelines.intake.report import Answers
from pipelines.intake.sheets import people
from pipelines.intake.sheets.tables import Raw
from pipelines.intake.staff import Field, Form, Found

NAME = "ekinerja-skp"

FORM = Form(
    contract="skp",
    signs=(
        ("nip",), ("skpid", "id"), ("skpstatus", "statusskp", "status"),
        ("skpunor", "unit", "skpjabatan", "jabatan"), ("periodeawal", "ispltplh", "skpmodel"),
    ),
    fields={
        **ekinerja.WHO,
        "mulai": Field(("periodeawal", "tanggalawal")),
        "selesai": Field(("periodeakhir", "tanggalakhir")),
        "plt": Field(("ispltplh", "isskppltplhpjb"), read=ekinerja.acting),
        "pendekatan": Field(("skpmodel", "modelskp")),
        "status": Field(("skpstatus", "statusskp", "status"), read=ekinerja.upper),
        "id_sumber": Field(("skpid", "id")),
    },
    never=("jenisperiode", "hasilkerja"),  # our own template; an evaluation
    ignored=("id", "createdat", "skpunoratasan", "no"),
)  # fmt: skip


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this report, by its header."""
    return staff.score(sheet, FORM)


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `skp` without an evaluation; the year is that of the dates, else of the title, else asked."""
    found = [sheet for sheet in staff.sheets(book, FORM) if staff.whole(sheet, out)]
    if out.refused or not found:
        return
    out.title = " ".join(found[0].titles[:2])[:300] or None
    parts = [_dated(sheet, staff_rows.raw(sheet, out), out) for sheet in found]
    staff_rows.take_in(found, parts, out)
    if not out.questions:
        people.ended(out)


def _dated(found: Found, part: Raw, out: Out) -> Raw:
    starts = _days(part, "mulai")
    ends = _days(part, "selesai")
    undated = any(start is None for start, said in zip(starts, staff_rows.filled(part), strict=True) if said)
    year = ekinerja.year(found, out, needed=undated)
    title = periods.of_title(found.titles)
    kinds = [_period(title, start, end) for start, end in zip(starts, ends, strict=True)]
    part = staff_rows.with_column(part, "tahun", [float(s.year) if s else float(year) if year else "" for s in starts])
    part = staff_rows.with_column(part, "jenis_periode", [kind for kind, _ in kinds])
    return staff_rows.with_column(part, "periode", ["" if number is None else float(number) for _, number in kinds])


def _days(part: Raw, name: str) -> Sequence[date | None]:
    cells: Sequence[Cell] = part.cells.get(name) or [""] * part.height
    return [cell if isinstance(cell, date) else None for cell in cells]


def _period(title: periods.Period | None, start: date | None, end: date | None) -> periods.Period:
    """The title's quarter or month where the row's dates lie in it; an SKP of any other stretch is the year's."""
    if title is None or title == periods.YEARLY:
        return periods.YEARLY
    if start is None or end is None:
        return title
    return title if periods.of_dates(start, end) == title else periods.YEARLY
