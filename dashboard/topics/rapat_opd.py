"""What meetings left one OPD: its open actions, promises, obstacles, audit findings, and what it objects to."""

from __future__ import annotations

from dataclasses import replace

from dashboard.figures.figure import Figure
from dashboard.query import Ask
from dashboard.topics import (
    rapat_catatan,
    rapat_janji,
    rapat_kendala,
    rapat_komitmen,
    rapat_papan,
    rapat_temuan,
    rapat_tindak,
)
from dashboard.view import View

TAGS = ("opd.rapat",)


def figures(ask: Ask, view: View) -> list[Figure]:
    """The figures of the view's OPD that have anything to say; what to do where no meeting spoke of it."""
    found: list[Figure] = []
    if rapat_tindak.open_on(ask, view):
        found += rapat_tindak.actions(ask, view, "profil_opd.tindak_lanjut", tags=TAGS)
    if promises := rapat_janji.rows(ask, view):
        found.append(rapat_komitmen.ledger(ask, view, promises, "profil_opd.komitmen", tags=TAGS))
    if obstacles := rapat_kendala.open_on(ask, view):
        found.append(rapat_kendala.oldest(ask, view, obstacles, "profil_opd.kendala", tags=TAGS))
    if said := rapat_catatan.rows(ask, view):
        found.append(rapat_catatan.figure(ask, view, said, "profil_opd.catatan", tags=TAGS))
    for figure in rapat_temuan.figures(ask, view):
        if figure.id == "rapat.temuan" and not figure.empty:
            found.append(replace(figure, id="profil_opd.temuan", tags=TAGS))
    return found or [replace(rapat_papan.nothing(ask, view, "profil_opd.tindak_lanjut"), tags=TAGS)]
