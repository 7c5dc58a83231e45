"""Every open action on a day: what, whose, until when, how often put off, and who answered for it then and does now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure, Lang
from dashboard.figures.tables import table
from dashboard.look import day, write
from dashboard.query import Ask
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics import rapat_hari, tautan
from dashboard.topics.rapat_hari import Row
from dashboard.topics.rapat_hitung import state
from dashboard.topics.rapat_kata import pilihan
from dashboard.view import View
from pipelines.catalogue import text

SHOWN = 20
NAMED = 2  # actions that the title names
ICONS = {"lewat": "▼", "alert": "◆", "belum": "■", "jalan": "●", "lain": "○"}
_OPEN = (
    "select t.* replace (m.status as status), m.tenggat as jatuh, m.ke, o.nama_gelar as nama, o.sebutan, "
    "k.nama_gelar as nama_kini, k.sebutan as sebutan_kini "
    "from app.tindak_lanjut_tenggat as m inner join app.tindak_lanjut as t on m.id = t.id "
    "left join app.orang as o on t.orang_id = o.orang_id left join app.orang as k on t.orang_kini = k.orang_id "
    "where m.dari <= ? and m.sampai > ? and m.hari_rapat <= ? and m.terbuka_sampai > ? "
    "and (? or list_contains(?, m.kode_opd))"
)
Only = Callable[[Row], bool]  # which actions are meant
_UNITS: dict[str, Any] = {
    "milik": "teks", "uraian": "teks", "tenggat": "tanggal", "hari": "hari", "keadaan": "teks", "diperpanjang": "bulat",
    "diteruskan": "bulat", "penanggung": "teks", "pejabat": "teks", "rapat": "teks", "dari": "kode", "nomor": "kode",
}  # fmt: skip


def open_on(ask: Ask, view: View, only: Only | None = None) -> list[dict[str, Any]]:
    """The actions of the view open on its day: carried over most often first, then longest overdue."""
    on = rapat_hari.day(view)
    rows = ask.run(_OPEN, on, on, on, on, *rapat_hari.cut(ask, view))
    found = [row for row in rows if only is None or only(row)]
    return sorted(found, key=lambda row: (-row["generasi"], row["jatuh"], row["id"]))


def actions(
    ask: Ask, view: View, id: str = "rapat.tindak_lanjut", *, tags: tuple[str, ...] = ("rapat.papan",),
    only: Only | None = None,
) -> list[Figure]:  # fmt: skip
    """The open actions as a table."""
    lang, on = view.lang, rapat_hari.day(view)
    found = open_on(ask, view, only)
    provenance = rapat_hari.provenance(ask, view, "tindak_lanjut")
    question = text("rapat_papan.tanya_tindak", lang)
    if not found:
        return [
            missing(id, title=text("rapat_papan.tuntas_judul", lang, per=rapat_hari.per(view)),
                    empty=text("rapat_papan.tuntas", lang), provenance=provenance, question=question, tags=tags)
        ]  # fmt: skip
    called = rapat_hari.names(ask)
    heads = [Column(one, text(f"rapat_papan.kolom_{one}", lang), unit) for one, unit in _UNITS.items()]
    return [
        compose(
            id,
            title=_title(found, called, view),
            chart=None,
            table=table(
                [_line(row, called, on, lang) for row in found], heads, link=lambda line: line["link"], shown=SHOWN
            ),
            provenance=provenance,
            lang=lang,
            question=question,
            notes=(text("rapat_papan.catatan_pejabat", lang),),
            tags=tags,
        )
    ]


def _line(row: Row, called: dict[str, str], on: date, lang: Lang) -> dict[str, Any]:
    late = (on - row["jatuh"]).days
    how = state({**row, "tenggat": row["jatuh"]}, on) or "lain"
    title = row["nama_jabatan"] or row["penanggung_tertulis"]
    told = pilihan(row["rapat_jenis"], lang) if row["rapat_jenis"] else row["rapat_id"]
    return {
        "milik": rapat_hari.owner(row, called), "uraian": row["uraian"], "tenggat": row["jatuh"],
        "hari": late if late > 0 else None, "keadaan": _state(how, row, lang), "diperpanjang": row["ke"],
        "diteruskan": row["generasi"], "penanggung": siapa.post("definitif", title, lang) if title else None,
        "pejabat": _holders(row, lang), "rapat": f"{told} {day(row['hari_rapat'], lang)}",
        "dari": row["lanjutan_dari"], "nomor": row["id"], "link": tautan.opd(row["kode_opd"]),
    }  # fmt: skip


def _state(how: str, row: Row, lang: Lang) -> str:
    """The state in a word with its icon; one that is late says what was written of it too."""
    said = text(f"rapat_papan.keadaan_{how}", lang)
    if how == "lewat" and row["status"] in ("Alert", "On-track"):
        said = f"{said} · {pilihan(row['status'], lang)}"
    return f"{ICONS[how]} {said}"


def _holders(row: Row, lang: Lang) -> str | None:
    """Who held the seat when it was decided and, where that has changed, who holds it now."""
    then = rapat_hari.person(row, lang)
    if not row["berganti"]:
        return then
    now = rapat_hari.person(row, lang, kini=True) or text("umum.kosong", lang)
    return f"{then or text('umum.kosong', lang)} → {now}"


def _title(found: list[dict[str, Any]], called: dict[str, str], view: View) -> str:
    """How many are open, and the ones that were put off again and again by name; else the longest overdue."""
    lang, on = view.lang, rapat_hari.day(view)
    again = [row for row in found if row["generasi"]]
    late = [row for row in found if row["jatuh"] < on]
    if again and len({rapat_hari.owner(row, called) for row in found}) == 1:  # all are of one: not named
        most = max(row["generasi"] for row in again)
        return text("rapat_papan.judul_tindak_ulang_satu", lang, n=len(found), k=len(again), kali=most)
    if again:
        said = "; ".join(
            text("rapat_papan.diteruskan_kali", lang, nama=rapat_hari.owner(row, called), n=row["generasi"])
            for row in again[:NAMED]
        )
        return text("rapat_papan.judul_tindak_ulang", lang, n=len(found), k=len(again), nama=said)
    if late:
        worst = min(late, key=lambda row: row["jatuh"])
        return text(
            "rapat_papan.judul_tindak_lewat", lang, n=len(found), k=len(late), nama=rapat_hari.owner(worst, called),
            hari=write((on - worst["jatuh"]).days, "hari", lang),
        )  # fmt: skip
    return text("rapat_papan.judul_tindak", lang, n=len(found), per=rapat_hari.per(view))
