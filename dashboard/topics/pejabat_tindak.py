"""What one official has to do: the open actions of the seats held on the day, whoever held them when it was decided."""

from __future__ import annotations

from dataclasses import replace

from dashboard.figures.figure import Figure
from dashboard.query import Ask
from dashboard.topics import rapat_hari, rapat_tindak
from dashboard.view import ALL, View

_SEATS = "select kode_jabatan from app.pemegang where orang_id = ? and mulai <= ? and selesai > ?"


def figures(ask: Ask, view: View) -> list[Figure]:
    """The open actions of the view's official; no figure for one whose seats have none."""
    on = rapat_hari.day(view)
    seats = {row["kode_jabatan"] for row in ask.run(_SEATS, view.pejabat, on, on)}
    whole = replace(view, opd=None, kelompok=ALL)

    def held(row: rapat_hari.Row) -> bool:
        return row["kode_jabatan"] in seats

    if not rapat_tindak.open_on(ask, whole, held):
        return []
    return rapat_tindak.actions(ask, whole, "pejabat.tindak_lanjut", tags=("pejabat",), only=held)
