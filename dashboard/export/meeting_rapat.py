"""What a meeting is shown of the ones before, and the sheet on which it writes down what it decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.export.deck import Slide
from dashboard.export.pack import Part
from dashboard.figures.compose import compose
from dashboard.figures.figure import Column, Figure
from dashboard.figures.tables import table
from dashboard.look import day
from dashboard.query import Ask
from dashboard.topics import rapat_hari, rapat_kendala, rapat_komitmen, rapat_papan, rapat_temuan, rapat_tindak
from dashboard.view import View
from pipelines.catalogue import text

EMPTY = "\u00a0"  # a cell to be filled in: what is merely unknown would be written as a dash
LINES = 8
_WIDE = {"keputusan": 40, "pemilik": 24, "tenggat": 14, "ukuran": 26}  # blanks that keep the room to write in
_DECISION = ("nomor", "keputusan", "pemilik", "tenggat", "ukuran")
_OPD = ("profil_opd.tindak_lanjut", "profil_opd.komitmen", "profil_opd.kendala")


def actions(ask: Ask, view: View) -> Part:
    """What the last meetings left to do: whose it is beside the list; nothing where no meeting decided anything."""
    found = [figure for figure in rapat_papan.figures(ask, view) if not figure.empty]
    by_id = {figure.id: figure for figure in found}
    if "rapat.pemilik" not in by_id:
        return Part()
    shown = tuple(by_id[id] for id in ("rapat.pemilik", "rapat.tindak_lanjut") if id in by_id)
    return Part((Slide(shown, title=by_id["rapat.kartu"].title),), (by_id["rapat.kartu"],))


def earlier(ask: Ask, view: View, jenis: str) -> tuple[Figure, ...]:
    """What earlier meetings of this kind left open; nothing where they left nothing."""
    on = rapat_hari.day(view)
    left = rapat_tindak.actions(ask, view, only=lambda row: row["rapat_jenis"] == jenis and row["hari_rapat"] < on)
    return tuple(figure for figure in left if not figure.empty)


def promises(ask: Ask, view: View) -> Part:
    """What heads promised and how it stands; nothing where nobody promised anything."""
    by_id = {figure.id: figure for figure in rapat_komitmen.figures(ask, view) if not figure.empty}
    if "rapat.kartu_komitmen" not in by_id:
        return Part()
    more = tuple(by_id[id] for id in ("rapat.komitmen_triwulan", "rapat.pemegang") if id in by_id)
    cards, listed = by_id["rapat.kartu_komitmen"], by_id["rapat.komitmen"]
    return Part((Slide((cards, listed), title=cards.title),), more)


def obstacles(ask: Ask, view: View) -> Part:
    """Kinds of obstacles by who can clear them, then the oldest; nothing where none stands."""
    by_id = {figure.id: figure for figure in rapat_kendala.figures(ask, view) if not figure.empty}
    shown = tuple(by_id[id] for id in ("rapat.kendala", "rapat.kendala_lama") if id in by_id)
    more = (by_id["rapat.kendala_opd"],) if "rapat.kendala_opd" in by_id else ()
    return Part(tuple(Slide((figure,)) for figure in shown), more)


def findings(ask: Ask, view: View) -> Part:
    """Audit findings for the annex: who owes what beside every open recommendation; nothing where none is open."""
    by_id = {figure.id: figure for figure in rapat_temuan.figures(ask, view) if not figure.empty}
    shown = tuple(by_id[id] for id in ("rapat.temuan_opd", "rapat.temuan") if id in by_id)
    if not shown:
        return Part()
    return Part((Slide(shown, title=by_id["rapat.kartu_temuan"].title),), (by_id["rapat.kartu_temuan"],))


def decisions(ask: Ask, view: View) -> Figure:
    """Empty lines for what this meeting decides and what it is promised."""
    lang = view.lang
    heads = [Column(one, text(f"rapat_papan.isi_{one}", lang)) for one in _DECISION]
    said = text("rapat_papan.sumber_keputusan", lang)
    on = text("rapat_papan.posisi", lang, tanggal=day(rapat_hari.day(view), lang))
    lines = [{"nomor": str(n + 1), **{name: EMPTY * wide for name, wide in _WIDE.items()}} for n in range(LINES)]
    return compose(
        "rapat.keputusan",
        title=text("rapat_papan.judul_keputusan", lang),
        chart=None, table=table(lines, heads),
        provenance=replace(ask.provenance(view, sources=()), source=said, as_of=on, brief=said),
        lang=lang, question=text("rapat_papan.tanya_keputusan", lang), tags=("rapat.keputusan",),
    )  # fmt: skip


def of_opd(found: Sequence[Figure], view: View) -> list[Slide]:
    """What a called OPD still has to do and has promised, of its own page; none where no meeting spoke of it."""
    by_id = {figure.id: figure for figure in found if not figure.empty}
    shown = tuple(by_id[id] for id in _OPD if id in by_id)[:2]
    if not shown:
        return []
    name = shown[0].provenance.scope
    said = text("rapat_papan.judul_opd", view.lang, nama=name, temuan=shown[0].title)
    return [Slide(shown, title=said)]
