"""Seats over the years: who headed each OPD and how, and the figures of the month in five cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Band, Card, Cards, Column, Figure, Lane, Span, Timeline
from dashboard.figures.tables import table
from dashboard.look import day, month, write
from dashboard.query import Ask
from dashboard.topics import kata, kepala, pejabat_daftar, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.aturan_jabatan import ALWAYS
from pipelines.catalogue import text

Row = dict[str, Any]
_SPANS = (
    "select g.*, k.nama_jabatan, o.nama_gelar as nama, o.sebutan, coalesce(u.singkatan, u.nama, k.kode_opd) as opd "
    "from app.pemegang as g inner join app.kursi as k on g.kode_jabatan = k.kode_jabatan and k.pimpinan_opd "
    "left join app.orang as o on g.orang_id = o.orang_id left join app.opd as u on k.kode_opd = u.kode_opd "
    "where g.mulai <= ? and g.selesai > ? order by g.kode_jabatan, g.mulai desc"
)
_MATTERS = "select jenis, tingkat, kode_opd, kode_jabatan from app.perhatian where tahun = ? and bulan = ?"
_MOVES = (
    "select tingkat, dari_opd, ke_opd, jeda_hari, pengisi_tanggal from app.rantai where tanggal >= ? and tanggal <= ? "
    "and tingkat in ('I', 'II', 'III', 'IV')"
)
_FROZEN = "select * from app.larangan where mulai <= ? and sampai > ? order by mulai, jenis"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
YEARS = 5
DRAWN = 20
_UNITS: dict[str, Any] = {
    "jabatan": "teks", "pejabat": "teks", "keadaan": "teks", "mulai": "tanggal", "selesai": "tanggal", "hari": "hari",
    "cara": "teks", "no_sk": "teks",
}  # fmt: skip


def figures(ask: Ask, view: View, rows: Sequence[Row]) -> list[Figure]:
    """The cards and the timeline of the heads; `rows` are the heads in the order of the list of officials."""
    return [cards(ask, view, rows), lanes(ask, view, rows)]


def cards(ask: Ask, view: View, rows: Sequence[Row]) -> Figure:
    """How many posts are acting, empty and over their term, how many moved this year, and how long seats stood open."""
    lang, end, members = view.lang, siapa.end_of(view), ask.members(view)
    matters = [m for m in ask.run(_MATTERS, view.tahun, view.bulan) if members is None or m["kode_opd"] in members]
    moves = [
        m
        for m in ask.run(_MOVES, date(view.tahun, 1, 1), end)
        if members is None or m["dari_opd"] in members or m["ke_opd"] in members
    ]
    n = pejabat_daftar.counted(rows)
    late = {m["kode_jabatan"] for m in matters if m["jenis"] in ("plt_lewat_3", "plt_lewat_6")}
    empty = [m for m in matters if m["jenis"] == "jabatan_kosong"]
    heads = {row["kode_jabatan"] for row in rows}
    gaps = [m["jeda_hari"] for m in moves if m["pengisi_tanggal"] and m["pengisi_tanggal"] <= end]
    second = sum(m["tingkat"] in ("I", "II") for m in moves)
    five = (
        Card(
            text("rotasi.kartu_plt", lang), n["plt"] + n["plh"] + n["pj"], "bulat",
            note=text("rotasi.lewat_batas", lang, n=len(late)),
        ),
        Card(
            text("rotasi.kartu_kosong", lang), len(empty), "bulat",
            note=text("rotasi.di_antaranya_kepala", lang, n=sum(m["kode_jabatan"] in heads for m in empty)),
        ),
        Card(
            text("rotasi.kartu_perhatian", lang), sum(m["tingkat"] == "perhatian" for m in matters), "bulat",
            note=text("rotasi.sekadar_info", lang, n=sum(m["tingkat"] != "perhatian" for m in matters)),
        ),
        Card(
            text("rotasi.kartu_pindah", lang, tahun=view.tahun), len(moves), "bulat",
            note=text("rotasi.eselon_dua", lang, n=second),
        ),
        Card(
            text("rotasi.kartu_jeda", lang), int(median(gaps)) if gaps else None, "hari",
            note=text("rotasi.jeda_dari", lang, n=len(gaps)),
        ),
    )  # fmt: skip
    lines = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in five]
    heads_of = [Column(name, text(f"pejabat.kolom_{name}", lang)) for name in ("ukuran", "nilai", "keterangan")]
    return compose(
        "rotasi.kartu",
        title=text("rotasi.judul_kartu", lang, n=len(moves), bulan=month(view.until, lang)),
        chart=Cards(five),
        table=table(lines, heads_of),
        provenance=siapa.provenance(ask, view, "riwayat"),
        lang=lang,
        question=text("rotasi.tanya_kartu", lang),
        tags=("rotasi",),
    )


def lanes(ask: Ask, view: View, rows: Sequence[Row]) -> Figure:
    """One lane a head seat over the last years; the table has every holder of those years."""
    lang, end = view.lang, siapa.end_of(view)
    start = date(view.tahun - YEARS + 1, 1, 1)
    spans: dict[str, list[Row]] = {}
    for span in ask.run(_SPANS, end, start):
        spans.setdefault(span["kode_jabatan"], []).append(span)
    seats = [row for row in rows if row["kode_jabatan"] in spans]
    provenance, question = siapa.provenance(ask, view, "riwayat"), text("rotasi.tanya_garis", lang)
    if not seats:
        return missing(
            "rotasi.garis_waktu", title=text("rotasi.kosong_garis_judul", lang),
            empty=text("rotasi.kosong_garis", lang), provenance=provenance, question=question,
        )  # fmt: skip
    held_by = {code: len({s["orang_id"] for s in some if s["orang_id"]}) for code, some in spans.items()}
    most = max(seats, key=lambda row: held_by[row["kode_jabatan"]])
    frozen = dict(zip(_LETTERS, ask.run(_FROZEN, end, start), strict=False))
    lines = [_line(span, end, view) for seat in seats for span in spans[seat["kode_jabatan"]]]
    return compose(
        "rotasi.garis_waktu",
        title=text(
            "rotasi.judul_garis", lang, n=len(seats), dari=start.year, jabatan=most["nama_jabatan"],
            kali=held_by[most["kode_jabatan"]],
        ),
        chart=Timeline(
            tuple(_lane(seat, spans[seat["kode_jabatan"]], end, view) for seat in seats), start,
            end + timedelta(days=1), tuple(_bands(frozen, view)), shown=DRAWN,
        ),
        table=table(
            lines, [Column(name, text(f"pejabat.kolom_{name}", lang), unit) for name, unit in _UNITS.items()],
            link=lambda line: siapa.seat(line["kode_jabatan"]),
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("rotasi.catatan_garis", lang), *_freezes(frozen, view)),
        tags=("rotasi",),
    )  # fmt: skip


def _bands(frozen: dict[str, Row], view: View) -> Iterable[Band]:
    """The spans in which replacing officials needs approval, each by its letter."""
    for mark, row in frozen.items():
        yield Band(row["mulai"], row["sampai"], mark, text(f"rotasi.larangan_{row['jenis']}", view.lang))


def _freezes(frozen: dict[str, Row], view: View) -> Iterable[str]:
    """Each span in words: its days, what it asks for, and the rule that says so."""
    lang = view.lang
    for mark, row in frozen.items():
        last = day(row["sampai"] - timedelta(days=1), lang) if row["sampai"] < ALWAYS else None
        days = text("rotasi.larangan_hari" if last else "rotasi.larangan_sejak", lang, dari=day(row["mulai"], lang),
                    sampai=last)  # fmt: skip
        basis = row["dasar_hukum_en"] if lang == "en" else row["dasar_hukum"]
        name = text(f"rotasi.larangan_{row['jenis']}", lang)
        yield text("rotasi.catatan_larangan", lang, pita=mark, nama=name, hari=days, dasar=basis, tag=row["tag"])


def _lane(seat: Row, spans: Sequence[Row], end: date, view: View) -> Lane:
    stop = end + timedelta(days=1)
    parts = tuple(
        Span(
            span["mulai"],
            min(span["selesai"], stop),
            span["keadaan"],
            siapa.who(span, view.lang),
            tautan.pejabat(span["orang_id"]) if span["orang_id"] else None,
        )
        for span in reversed(spans)
    )
    days = write(seat["hari_menjabat"], "hari", view.lang)
    status = kepala.status(seat["keadaan"], view.lang)
    return Lane(str(spans[0]["opd"]), parts, f"{status} {days}", siapa.seat(seat["kode_jabatan"]))


def _line(span: Row, end: date, view: View) -> Row:
    over = span["selesai"] <= end
    until = span["selesai"] if over else end
    return {
        **span, "jabatan": span["nama_jabatan"], "keadaan": siapa.held(span["keadaan"], view.lang),
        "pejabat": kepala.person(span["sebutan"], span["nama"], view.lang), "hari": (until - span["mulai"]).days,
        "selesai": span["selesai"] - timedelta(days=1) if over else None, "cara": kata.way(span["cara"], view.lang),
    }  # fmt: skip
