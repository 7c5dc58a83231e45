"""Rotation and posts: seats over time, acting and empty ones, chains of moves, tenure, and what happened after."""

from __future__ import annotations

from dashboard.figures.compose import missing
from dashboard.figures.figure import Figure
from dashboard.query import Ask
from dashboard.topics import pejabat_daftar, rotasi_garis, rotasi_hasil, rotasi_masa, rotasi_plt, rotasi_rantai
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text


def figures(ask: Ask, view: View) -> list[Figure]:
    """All figures of the page; one that says what to import where there is no history."""
    heads = pejabat_daftar.heads(ask, view)
    if not heads:
        return [
            missing(
                "rotasi.kosong", title=text("pejabat.kosong_judul", view.lang), empty=text("pejabat.kosong", view.lang),
                provenance=siapa.provenance(ask, view, "riwayat"), question=text("rotasi.tanya_garis", view.lang),
            )
        ]  # fmt: skip
    return [
        *rotasi_garis.figures(ask, view, heads),
        *rotasi_plt.figures(ask, view),
        *rotasi_rantai.figures(ask, view),
        *rotasi_masa.figures(ask, view),
        *rotasi_hasil.figures(ask, view),
    ]
