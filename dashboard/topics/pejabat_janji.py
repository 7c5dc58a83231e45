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
_OVER = (rapat_janji.KEPT, rapat_janji.BROKEN, rapat_janji.WITHDRAWN)
_UNITS: dict[str, Any] = {
    "opd": "teks", "janji": "teks", "kini": "teks", "putusan": "teks", "kurang": "teks", "sebab": "teks",
    "hitung": "teks", "rapat": "tanggal", "tanggal": "tanggal", "nomor": "kode",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The promises of the view's official, made or taken over; no figure for one who has none."""
    lang, on = view.lang, rapat_hari.day(view)
    whole, mine = _whole(view), _mine(ask, view)
    found = _found(ask, view, mine)
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
    heads = [Column(one, text(f"rapat_komitmen.kolom_{one}", lang), unit) for one, unit in _UNITS.items()]
    least = rapat_hari.setting(ask, rapat_pemegang.MINIMUM, on)
    return [
        compose(
            "pejabat.komitmen",
            title=_kept(ask, view, len(lines)),
            chart=None, table=table(lines, heads, link=lambda line: line["link"]),
            provenance=rapat_hari.provenance(ask, whole, "komitmen", money=True), lang=lang,
            question=text("rapat_komitmen.tanya_orang", lang),
            notes=(text("rapat_komitmen.catatan_pemegang", lang, n=write(least, "bulat", lang)),), tags=("pejabat",),
        )
    ]  # fmt: skip


def brief(ask: Ask, view: View) -> tuple[str, ...]:
    """The promises of the view's official in a few lines: how many were kept, then each that is still waited for."""
    lang, mine = view.lang, _mine(ask, view)
    found = _found(ask, view, mine)
    if not found:
        return ()
    called = rapat_hari.names(ask)
    waiting = [row for row in found if row["putusan"] not in _OVER and mine[row["id"]]["hasil"] != "berganti"]
    return (
        _kept(ask, view, len(found)),
        *(
            text(
                "rapat_komitmen.ditunggu", lang, milik=rapat_hari.owner(row, called),
                janji=rapat_janji.promised(row, lang, short=True), putusan=rapat_janji.told(row, lang),
            )
            for row in waiting
        ),
    )  # fmt: skip


def _mine(ask: Ask, view: View) -> dict[str, Mapping[str, Any]]:
    """What each promise that concerns the official is to the official, by its id."""
    return {row["id"]: row for row in ask.run(_ROWS, view.pejabat)}


def _found(ask: Ask, view: View, mine: Mapping[str, Any]) -> list[dict[str, Any]]:
    return rapat_janji.of(ask, _whole(view), tuple(sorted(mine))) if mine else []


def _kept(ask: Ask, view: View, total: int) -> str:
    """How many were kept of those that can be judged, in words."""
    own = rapat_pemegang.of(ask, _whole(view), view.pejabat)
    judged = sum(sum(one.dinilai.values()) for one in own)
    kept = sum(sum(one.ditepati.values()) for one in own)
    key = "judul_orang" if judged else "judul_orang_belum"
    return text(f"rapat_komitmen.{key}", view.lang, k=kept, n=judged, total=total)


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
