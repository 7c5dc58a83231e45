"""How the posts of the Setda are held: the Sekda, the Asisten and the heads of its bagian, empty and acting first."""

from __future__ import annotations

from dataclasses import replace

from dashboard.figures.compose import compose
from dashboard.figures.figure import Figure
from dashboard.figures.tables import table
from dashboard.query import Ask
from dashboard.topics import kata, kepala, pejabat_daftar
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text

LEVELS = ("I", "II", "III")
_ACTING = ("plt", "plh", "pj")


def figures(ask: Ask, whole: View) -> list[Figure]:
    """The posts of the view's OPD as a table; no figure where no history of them is known."""
    lang = whole.lang
    rows = [row for row in pejabat_daftar.seats(ask, whole, *LEVELS) if row["kode_opd"] == whole.opd]
    if not rows:
        return []
    lines = [
        {
            **row, "jabatan": siapa.post(row["keadaan"], row["nama_jabatan"], lang),
            "pejabat": kepala.person(row["sebutan"], row["nama"], lang), "keadaan": siapa.held(row["keadaan"], lang),
            "cara": kata.way(row["cara"], lang),
        }
        for row in rows
    ]  # fmt: skip
    empty = sum(row["keadaan"] == "kosong" for row in rows)
    acting = sum(row["keadaan"] in _ACTING for row in rows)
    return [
        compose(
            "setda.jabatan",
            title=text("setda.judul_jabatan", lang, n=len(rows), plt=acting, kosong=empty),
            chart=None,
            table=table(
                lines, pejabat_daftar.heads_of(whole, "jabatan", "keadaan", "hari", "pejabat", "tmt", "cara", "eselon"),
                link=lambda line: siapa.seat(line["kode_jabatan"]),
            ),
            provenance=replace(siapa.provenance(ask, whole, "riwayat"), rule=None),
            lang=lang, question=text("setda.tanya_jabatan", lang), tags=("setda",),
        )
    ]  # fmt: skip
