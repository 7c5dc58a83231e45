"""Where a click leads: an OPD opens its profile, a level below it opens that level."""

from __future__ import annotations

from dashboard.figures.figure import Link

PROFIL = "profil_opd"
PEJABAT = "pejabat"
TARGET = "target"
DATA = "data_mutu"
ATURAN = "aturan"


def opd(kode: str, **levels: str | None) -> Link:
    """The profile of an OPD, opened at a program, kegiatan or sub kegiatan where given."""
    below = tuple((name, code) for name, code in levels.items() if code)
    return Link(PROFIL, (("opd", kode), *below))


def indikator(kode: str) -> Link:
    """The page of one indicator."""
    return Link(TARGET, (("indikator", kode),))


def kelompok(name: str) -> Link:
    """The summary of one group of OPD ("asisten-2", "komisi-IV")."""
    return Link("ringkasan", (("kelompok", name),))


def pejabat(orang_id: str) -> Link:
    """The page of one official, by the internal id; never a NIP."""
    return Link(PEJABAT, (("pejabat", orang_id),))
