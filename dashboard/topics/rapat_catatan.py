"""What was noted of an OPD in meetings, and what an OPD objects to in a figure, with the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figures.compose import compose
from dashboard.figures.figure import Column, Figure, Lang
from dashboard.figures.tables import table
from dashboard.look import day, month
from dashboard.query import Ask
from dashboard.topics import rapat_hari, tautan
from dashboard.topics.rapat_hari import Row
from dashboard.topics.rapat_kata import pilihan
from dashboard.view import View
from pipelines.catalogue import text

SHOWN = 20
OBJECTION = "keberatan"
_SAID = (
    "select * from app.catatan where tanggal <= ? and (terbuka or year(tanggal) = ?) "
    "and (? or list_contains(?, kode_opd)) order by terbuka desc, jenis = 'keberatan' desc, tanggal desc, id"
)
_UNITS: dict[str, Any] = {
    "milik": "teks", "jenis": "teks", "tanggal": "tanggal", "tentang": "teks", "keadaan": "teks", "uraian": "teks",
    "tanggapan": "teks",
}  # fmt: skip


def rows(ask: Ask, view: View) -> list[Row]:
    """What was said by the view's day, in its year or open still: open ones first, objections before notes."""
    on = rapat_hari.day(view)
    return list(ask.run(_SAID, on, on.year, *rapat_hari.cut(ask, view)))


def about(row: Row, lang: Lang) -> str | None:
    """The figure that is spoken of: the measure, and of which month."""
    if row["ukuran"] is None:
        return None
    when = month(f"{row['tahun']:04d}-{row['bulan']:02d}", lang) if row["tahun"] and row["bulan"] else None
    return " ".join(part for part in (pilihan(row["ukuran"], lang), when) if part)


def figure(
    ask: Ask, view: View, found: Sequence[Row], id: str = "rapat.catatan", *, tags: tuple[str, ...] = ("rapat.kendala",)
) -> Figure:
    """Every note and objection with its state and the answer; `found` is not empty."""
    lang, called = view.lang, rapat_hari.names(ask)
    lines = [
        {
            **row, "milik": rapat_hari.owner(row, called), "jenis": pilihan(row["jenis"], lang),
            "tentang": about(row, lang), "keadaan": pilihan(row["keadaan"], lang), "link": tautan.opd(row["kode_opd"]),
        }
        for row in found
    ]  # fmt: skip
    heads = [Column(one, text(f"rapat_catatan.kolom_{one}", lang), unit) for one, unit in _UNITS.items()]
    waiting = [row for row in found if row["terbuka"] and row["jenis"] == OBJECTION]
    key = "judul_keberatan" if waiting else "judul"
    last = waiting[0] if waiting else found[0]
    return compose(
        id,
        title=text(f"rapat_catatan.{key}", lang, n=len(waiting or found), terbuka=sum(row["terbuka"] for row in found),
                   nama=rapat_hari.owner(last, called), tanggal=day(last["tanggal"], lang)),
        chart=None, table=table(lines, heads, link=lambda line: line["link"], shown=SHOWN),
        provenance=rapat_hari.provenance(ask, view, "catatan"), lang=lang,
        question=text("rapat_catatan.tanya", lang), notes=(text("rapat_catatan.catatan", lang),), tags=tags,
    )  # fmt: skip
