"""What the reports of BKN e-Kinerja share: who a row speaks of, and the year their title names."""

from __future__ import annotations

from typing import Any

from pipelines.intake import periods
from pipelines.intake.cells import tidy
from pipelines.intake.out import Out
from pipelines.intake.sheets.columns import shown
from pipelines.intake.staff import Field, Found

WHO = {
    "nip": Field(("nip", "nipbaru")),
    "nama": Field(("nama", "namapegawai")),
    "unor_id": Field(("skpunorid", "unorid")),
    "unor": Field(("skpunor", "unit", "unitkerja", "unor")),
    "unor_induk": Field(("skpunorinduk", "unorinduk")),
    "nama_jabatan": Field(("skpjabatan", "jabatan", "namajabatan")),
    "jenis_jabatan": Field(("skpjenisjabatan", "jenisjabatan")),
    "jenis_pegawai": Field(("jenispegawai",)),
}


def acting(cell: Any) -> str:
    """Y for an SKP as acting head (any mark but 0, F, T or tidak), T for one's own."""
    said = shown(cell).strip().lower()
    return "T" if said in ("0", "false", "f", "tidak", "t", "n", "no", "bukan") else "Y"


def upper(cell: Any) -> str:
    """A status as e-Kinerja spells it, whatever case a file has."""
    return tidy(shown(cell)).upper()


def year(found: Found, out: Out, *, needed: bool) -> int | None:
    """The year of the title, else the answer; asked where rows need it and nobody says."""
    said, given = periods.year_of(found.titles), out.answers.year
    if said is not None and given is not None and said != given:
        out.problem("TAHUN_BERBEDA", sheet=found.sheet.name, read=said, jawaban=given)
    settled = given or said
    if settled is not None:
        out.resolve(year=settled)
    elif needed:
        out.ask("year", words="tanya_tahun_skp")
    return settled
