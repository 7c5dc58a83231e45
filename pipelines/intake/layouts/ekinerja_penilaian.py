"""BKN e-Kinerja, "Laporan Penilaian": one row an evaluation, with both ratings and the predicate as they were given."""

from __future__ import annotations

from datetime import date

from pipelines.intake import periods, staff, staff_rows
from pipelines.intake.grid import Book, Sheet
from pipelines.intake.layouts import ekinerja
from pipelines.intake.out import Out
from pipelines.intake.report import Answers
from pipelines.intake.sheets import people
from pipelines.intake.sheets.tables import Raw
from pipelines.intake.staff import Field, Form, Found

NAME = "ekinerja-penilaian"

FORM = Form(
    contract="skp",
    signs=(
        ("nip",), ("hasilkerja",), ("perilakukerja", "perilaku"), ("hasilakhir", "predikat", "predikatkinerja"),
        ("skpid", "skppenilaianid", "periodeid", "tahunskp", "tahun", "skpunor", "unitkerja", "waktudinilai"),
    ),
    never=("jenisperiode",),  # a sheet of our own template
    fields={
        **ekinerja.WHO,
        "tahun": Field(("tahunskp", "tahun")),
        "mulai": Field(("periodeawal",)),
        "selesai": Field(("periodeakhir",)),
        "plt": Field(("isskppltplhpjb", "ispltplh"), read=ekinerja.acting),
        "hasil_kerja": Field(("hasilkerja",), words="rating"),
        "perilaku": Field(("perilakukerja", "perilaku"), words="rating"),
        "predikat": Field(("hasilakhir", "predikat", "predikatkinerja"), words="predikat"),
        "penilai_nip": Field(("pegawaiatasannip", "nippenilai")),
        "tgl_penilaian": Field(("waktudinilai", "tanggaldinilai")),
        "id_sumber": Field(("skpid", "skppenilaianid", "id")),
    },
    ignored=(
        "id", "idpegawai", "skppenilaianid", "createdat", "golru", "periodeid", "pegawaiatasannama",
        "pegawaiatasanjabatan", "no",
    ),
)  # fmt: skip


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this report, by its header."""
    return staff.score(sheet, FORM)


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `skp` with an evaluation; the period is that of the title or the dates, else asked."""
    found = [sheet for sheet in staff.sheets(book, FORM) if staff.whole(sheet, out)]
    if out.refused or not found:
        return
    out.title = " ".join(found[0].titles[:2])[:300] or None
    parts = [_placed(sheet, staff_rows.raw(sheet, out), out) for sheet in found]
    if any("jenis_periode" not in part.cells for part in parts):
        return  # asked
    staff_rows.take_in(found, parts, out)
    if not out.questions:
        people.ended(out)


def _placed(found: Found, part: Raw, out: Out) -> Raw:
    """The rows with their year and period."""
    said = staff_rows.filled(part)
    starts, ends = (part.cells.get(name) or [""] * part.height for name in ("mulai", "selesai"))
    of_rows = [
        periods.of_dates(start, end) if isinstance(start, date) and isinstance(end, date) else None
        for start, end in zip(starts, ends, strict=True)
    ]
    lacking = any(one is None for one, filled in zip(of_rows, said, strict=True) if filled)
    whole = periods.settled(out, found.titles, sheet=found.sheet.name) if lacking else None
    years = part.cells.get("tahun") or [""] * part.height
    unsaid = any(year == "" for year, filled in zip(years, said, strict=True) if filled)
    year = ekinerja.year(found, out, needed=unsaid)
    if (lacking and whole is None) or (unsaid and year is None):
        return part
    part = staff_rows.with_column(part, "tahun", [y if y != "" else float(year or 0) for y in years])
    settled = [one or whole or periods.YEARLY for one in of_rows]
    part = staff_rows.with_column(part, "jenis_periode", [kind for kind, _ in settled])
    return staff_rows.with_column(part, "periode", ["" if n is None else float(n) for _, n in settled])
