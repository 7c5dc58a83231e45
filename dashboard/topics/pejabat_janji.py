"""What one official promised: each promise with its verdict, and how many of those that count were kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dashboard.figures.compose import compose
from dashboard.figures.figure import Column, Figure, Lang
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import rapat_hari, rapat_janji, rapat_pemegang, tautan
from dashboard.topics.rapat_kata import kunci
from dashboard.view import ALL, View
from pipelines.catalogue import text

_ROWS = "select id, peran, hasil, dihitung from app.komitmen_orang where orang_id = ?"
_UNITS: dict[str, Any] = {
    "opd": "teks", "janji": "teks", "kini": "teks", "putusan": "teks", "kurang": "teks", "sebab": "teks",
    "hitung": "teks", "rapat": "tanggal", "tanggal": "tanggal", "nomor": "kode",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The promises of the view's official, made or taken over; no figure for one who has none."""
    lang, on = view.lang, rapat_hari.day(view)
    whole = _whole(view)
    mine = {row["id"]: row for row in ask.run(_ROWS, view.pejabat)}
    found = rapat_janji.of(ask, whole, tuple(sorted(mine))) if mine else []
    if not found:
        return []
    called = rapat_hari.names(ask)
    lines = [
        {
            "opd": rapat_hari.owner(row, called), "janji": rapat_janji.promised(row, lang),
            "kini": rapat_janji.now(row, lang), "putusan": rapat_janji.told(row, lang),
            "kurang": rapat_janji.short_of(row, lang), "sebab": rapat_janji.why(row, lang),
            "hitung": _counts(mine[row["id"]], row, lang), "rapat": row["hari_rapat"],
            "tanggal": row["tanggal_janji"], "nomor": row["id"], "link": tautan.opd(row["kode_opd"]),
        }
        for row in found
    ]  # fmt: skip
    own = rapat_pemegang.of(ask, whole, view.pejabat)
    judged = sum(sum(one.dinilai.values()) for one in own)
    kept = sum(sum(one.ditepati.values()) for one in own)
    key = "judul_orang" if judged else "judul_orang_belum"
    heads = [Column(one, text(f"rapat_komitmen.kolom_{one}", lang), unit) for one, unit in _UNITS.items()]
    least = rapat_hari.setting(ask, rapat_pemegang.MINIMUM, on)
    return [
        compose(
            "pejabat.komitmen",
            title=text(f"rapat_komitmen.{key}", lang, k=kept, n=judged, total=len(lines)),
            chart=None, table=table(lines, heads, link=lambda line: line["link"]),
            provenance=rapat_hari.provenance(ask, whole, "komitmen", money=True), lang=lang,
            question=text("rapat_komitmen.tanya_orang", lang),
            notes=(text("rapat_komitmen.catatan_pemegang", lang, n=write(least, "bulat", lang)),), tags=("pejabat",),
        )
    ]  # fmt: skip


def _whole(view: View) -> View:
    """The view without an OPD or a group: promises go with the person."""
    return replace(view, opd=None, kelompok=ALL)


def _counts(mine: Mapping[str, Any], row: Mapping[str, Any], lang: Lang) -> str | None:
    """Whether a promise counts for the person, and why it does not; None for one that is not due yet."""
    if row["putusan"] == rapat_janji.RUNNING and mine["peran"] == "berjanji" and mine["hasil"] != "berganti":
        return None
    if mine["dihitung"]:
        return text("rapat_komitmen.dihitung", lang)
    return text(f"rapat_komitmen.luar_{kunci(mine['hasil'])}", lang)
