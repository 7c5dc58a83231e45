"""What meetings left behind: the board of actions, promises, obstacles, audit findings and visits."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.figures.figure import Figure
from dashboard.query import Ask
from dashboard.topics import rapat_catatan, rapat_kendala, rapat_komitmen, rapat_kunjungan, rapat_papan, rapat_temuan
from dashboard.view import View


def _board(ask: Ask, view: View) -> list[Figure]:
    return [*rapat_papan.figures(ask, view), *rapat_kunjungan.figures(ask, view)]


def _hindered(ask: Ask, view: View) -> list[Figure]:
    said = rapat_catatan.rows(ask, view)
    return [*rapat_kendala.figures(ask, view), *([rapat_catatan.figure(ask, view, said)] if said else [])]


# each shown by itself, so made by itself
PARTS: dict[str, Callable[[Ask, View], list[Figure]]] = {
    "papan": _board, "komitmen": rapat_komitmen.figures, "kendala": _hindered,
    "temuan": rapat_temuan.figures,
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The figures of every part."""
    return [figure for part in PARTS.values() for figure in part(ask, view)]
