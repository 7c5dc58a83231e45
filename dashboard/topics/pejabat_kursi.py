"""One seat: everyone who held it, how, and how long it was empty between them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure, Lane, Link, Span, Timeline
from dashboard.figures.tables import table
from dashboard.look import day, write
from dashboard.query import Ask
from dashboard.topics import kata, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text

Row = dict[str, Any]
_HOLDERS = (
    "select g.*, o.nama_gelar as nama, o.sebutan from app.pemegang as g "
    "left join app.orang as o on g.orang_id = o.orang_id where g.kode_jabatan = ? and g.mulai <= ? "
    "order by g.mulai desc"
)
_SEAT = (
    "select k.*, coalesce(u.singkatan, u.nama, k.kode_opd) as opd from app.kursi as k "
    "left join app.opd as u on k.kode_opd = u.kode_opd where k.kode_jabatan = ?"
)
DRAWN = 12  # holders drawn at first
_UNITS: dict[str, Any] = {
    "pejabat": "teks", "keadaan": "teks", "mulai": "tanggal", "selesai": "tanggal", "hari": "hari", "cara": "teks",
    "pelantikan": "tanggal", "no_sk": "teks",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The holders of the view's seat, the latest first."""
    lang, end = view.lang, siapa.end_of(view)
    rows = ask.run(_HOLDERS, view.jabatan, end)
    seats = ask.run(_SEAT, view.jabatan)
    provenance = siapa.provenance(ask, view, "riwayat")
    question = text("pejabat.tanya_pemegang", lang)
    if not rows or not seats:
        return [
            missing(
                "pejabat.pemegang", title=text("pejabat.kosong_pemegang_judul", lang), question=question,
                empty=text("pejabat.kosong_pemegang", lang), provenance=provenance,
                trail=((text("pejabat.semua", lang), siapa.everyone()),),
            )
        ]  # fmt: skip
    lines = [_line(row, end, view) for row in rows]
    people = len({row["orang_id"] for row in rows if row["orang_id"]})
    now = siapa.who(rows[0], lang)
    return [
        compose(
            "pejabat.pemegang",
            title=text(
                "pejabat.judul_pemegang", lang, jabatan=seats[0]["nama_jabatan"], n=people, kini=now,
                tanggal=day(rows[0]["masa_mulai"], lang),
            ),
            chart=Timeline(
                tuple(_lane(row, end, view) for row in rows), min(row["mulai"] for row in rows),
                end + timedelta(days=1), shown=DRAWN,
            ),
            table=table(
                lines, [Column(name, text(f"pejabat.kolom_{name}", lang), unit) for name, unit in _UNITS.items()],
                link=lambda line: tautan.pejabat(line["orang_id"]) if line["orang_id"] else None,
            ),
            provenance=provenance,
            lang=lang,
            question=question,
            trail=trail(seats[0], view),
            notes=(text("pejabat.catatan_sementara", lang) if seats[0]["sementara"] else "",),
            tags=("jabatan.lampiran",),
        )
    ]  # fmt: skip


def trail(seat: Row, view: View) -> tuple[tuple[str, Link], ...]:
    """The way up from a seat: all officials, then the OPD it stands in."""
    return (text("pejabat.semua", view.lang), siapa.everyone()), (str(seat["opd"]), tautan.opd(seat["kode_opd"]))


def _line(row: Row, end: date, view: View) -> Row:
    over = row["selesai"] <= end
    until = row["selesai"] if over else end
    return {
        **row, "pejabat": siapa.who(row, view.lang), "keadaan": siapa.held(row["keadaan"], view.lang),
        "selesai": row["selesai"] - timedelta(days=1) if over else None, "hari": (until - row["mulai"]).days,
        "pelantikan": row["tmt_pelantikan"], "cara": kata.way(row["cara"], view.lang),
    }  # fmt: skip


def _lane(row: Row, end: date, view: View) -> Lane:
    name = siapa.who(row, view.lang)
    stop = min(row["selesai"], end + timedelta(days=1))
    link = tautan.pejabat(row["orang_id"]) if row["orang_id"] else None
    note = write((min(row["selesai"], end) - row["mulai"]).days, "hari", view.lang)
    return Lane(name, (Span(row["mulai"], stop, row["keadaan"], name, link),), note, link)
