"""Who holds which post: the list, one official, or one seat, as the view asks."""

from __future__ import annotations

from dashboard.figures.figure import Figure
from dashboard.query import Ask
from dashboard.topics import pejabat_daftar, pejabat_kursi, pejabat_orang
from dashboard.view import View


def figures(ask: Ask, view: View) -> list[Figure]:
    """The figures of the official or the seat that the view names; the list where it names none."""
    if view.pejabat:
        return pejabat_orang.figures(ask, view)
    return pejabat_kursi.figures(ask, view) if view.jabatan else pejabat_daftar.figures(ask, view)
