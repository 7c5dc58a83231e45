"""One official: the post held now, the career, what was inherited and what came since, OPD by OPD and year by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Card, Cards, Column, Figure, Lane, Link, Span, Timeline
from dashboard.figures.tables import table
from dashboard.look import day, month, write
from dashboard.query import Ask
from dashboard.topics import (
    kata,
    kepala,
    pejabat_catatan,
    pejabat_janji,
    pejabat_skp,
    pejabat_target,
    pejabat_tindak,
    pertanyaan_pejabat,
    tautan,
)
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.pejabat_masa import inherited, readable
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

Row = dict[str, Any]
_PERSON = "select * from app.orang where orang_id = ?"
_POSTS = (
    "select r.* replace (coalesce(r.nama_jabatan, k.nama_jabatan) as nama_jabatan), "
    "coalesce(u.singkatan, u.nama, r.unor) as opd, p.sebelum_orang_id, s.nama_gelar as nama_sebelum, "
    "s.sebutan as sebutan_sebelum from app.riwayat as r left join app.kursi as k on r.kode_jabatan = k.kode_jabatan "
    "left join app.opd as u on r.kode_opd = u.kode_opd "
    "left join app.pemegang as p on r.kode_jabatan = p.kode_jabatan and r.orang_id = p.orang_id and r.mulai = p.mulai "
    "left join app.orang as s on p.sebelum_orang_id = s.orang_id "
    "where r.orang_id = ? and r.mulai <= ? order by r.mulai desc, r.jenis_penugasan, r.nama_jabatan"
)
_TERMS = (
    "select m.*, coalesce(u.singkatan, u.nama, m.kode_opd) as opd from app.masa_jabatan as m "
    "left join app.opd as u on m.kode_opd = u.kode_opd where m.orang_id = ? and m.cakupan = ? "
    "and m.tahun <= ? and m.bulan = case when m.tahun = ? then ? else 12 end "
    "order by m.tahun desc, m.kode_opd, m.urutan"
)
_HUNDRED = "select hari_100, hari_menjabat from app.kepala_opd where tahun = ? and bulan = ? and orang_id = ?"
DRAWN = 12  # posts drawn at first
_POST_UNITS: dict[str, Any] = {
    "jabatan": "teks", "opd": "teks", "keadaan": "teks", "mulai": "tanggal", "selesai": "tanggal", "hari": "hari",
    "cara": "teks", "sebelum": "teks", "pelantikan": "tanggal", "no_sk": "teks", "akhir": "teks",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The figures of the view's official."""
    lang, end = view.lang, siapa.end_of(view)
    people = ask.run(_PERSON, view.pejabat)
    posts = ask.run(_POSTS, view.pejabat, end)
    if not people or not posts:
        return [
            missing(
                "pejabat.kartu", title=text("pejabat.kosong_orang_judul", lang),
                empty=text("pejabat.kosong_orang", lang), provenance=siapa.provenance(ask, view, "riwayat"),
                trail=((text("pejabat.semua", lang), siapa.everyone()),),
            )
        ]  # fmt: skip
    person = people[0]
    terms = ask.run(_TERMS, view.pejabat, view.cakupan, view.tahun, view.tahun, view.bulan)
    return [
        cards(ask, view, person, posts, terms),
        career(ask, view, posts),
        inherited(ask, view, terms),
        *pertanyaan_pejabat.figures(ask, view, str(view.pejabat), _called(person, now(posts, end), view)[0]),
        *pejabat_skp.figures(ask, view),
        *pejabat_target.figures(ask, view, now(posts, siapa.end_of(view))),
        *pejabat_janji.figures(ask, view),
        *pejabat_tindak.figures(ask, view),
        *pejabat_catatan.figures(ask, view),
    ]


def who(ask: Ask, view: View) -> tuple[str, str] | None:
    """How the view's official is called, and the post held on the last day of the month; None for one not known."""
    end = siapa.end_of(view)
    people, posts = ask.run(_PERSON, view.pejabat), ask.run(_POSTS, view.pejabat, end)
    return _called(people[0], now(posts, end), view) if people and posts else None


def _called(person: Row, post: Row, view: View) -> tuple[str, str]:
    name = kepala.person(person["sebutan"], person["nama_gelar"], view.lang)
    return str(name), siapa.post(post["jenis_penugasan"], post["nama_jabatan"], view.lang)


def now(posts: Sequence[Row], end: date) -> Row:
    """The post held on the day, the definitive one first; the latest one where none is."""
    running = [post for post in posts if post["selesai"] > end]
    own = [post for post in running if post["jenis_penugasan"] == "definitif"]
    return (own or running or list(posts))[0]


def _trail(person: Row, post: Row, view: View) -> tuple[tuple[str, Link], ...]:
    lang = view.lang
    ways: list[tuple[str, Link]] = [(text("pejabat.semua", lang), siapa.everyone())]
    if post["kode_opd"]:
        ways.append((str(post["opd"]), tautan.opd(post["kode_opd"])))
    if post["kode_jabatan"]:
        ways.append((text("pejabat.riwayat_kursi", lang), siapa.seat(post["kode_jabatan"])))
    before = kepala.person(post["sebutan_sebelum"], post["nama_sebelum"], lang)
    if before and post["sebelum_orang_id"] != person["orang_id"]:
        ways.append((text("pejabat.sebelumnya", lang, nama=before), tautan.pejabat(post["sebelum_orang_id"])))
    return tuple(ways)


def cards(ask: Ask, view: View, person: Row, posts: Sequence[Row], terms: Sequence[Row]) -> Figure:
    """The post held now, how long, the hundredth day, what was inherited and what came since, the last SKP."""
    lang, end = view.lang, siapa.end_of(view)
    post = now(posts, end)
    name, title = _called(person, post, view)
    gone = post["selesai"] <= end
    days = ((post["selesai"] if gone else end) - post["mulai"]).days
    head = next(iter(ask.run(_HUNDRED, view.tahun, view.bulan, view.pejabat)), None)
    term = next((t for t in terms if t["tahun"] == view.tahun and t["kini"]), None)
    skp = pejabat_skp.last(ask, view)
    nip, how = siapa.masked(person["nip"]), kata.way(post["cara"], lang)
    key = "judul_orang_dulu" if gone else "judul_orang"
    said = text(f"pejabat.{key}", lang, nama=name, jabatan=title, hari=write(days, "hari", lang))
    five = (
        Card(
            text("pejabat.kartu_tugas", lang), siapa.held(post["jenis_penugasan"], lang), "teks",
            note=" · ".join(part for part in (post["opd"], post["eselon"], how) if part) or None,
        ),
        Card(
            text("pejabat.kartu_hari", lang), days, "hari",
            note=text("pejabat.sejak", lang, tanggal=day(post["mulai"], lang)),
        ),
        Card(text("pejabat.kartu_warisan", lang), *_points(term, "warisan"), note=_of(term, view)),
        Card(text("pejabat.kartu_sendiri", lang), *_points(term, "sendiri"), note=_early(term, view)),
        Card(
            text("pejabat.kartu_seratus", lang), day(head["hari_100"], lang) if head and head["hari_100"] else None,
            "teks",
            note=_hundred(head, end, view),
        ),
        Card(
            text("pejabat.kartu_skp", lang), skp, "teks",
            note=None if skp else text("pejabat.skp_belum", lang),
        ),
    )  # fmt: skip
    lines = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in five]
    names = ("ukuran", "nilai", "keterangan")
    return compose(
        "pejabat.kartu",
        title=said,
        chart=Cards(five),
        table=table(lines, [Column(one, text(f"pejabat.kolom_{one}", lang)) for one in names]),
        provenance=siapa.provenance(ask, view, "riwayat", "skp", money=True),
        lang=lang,
        question=text("pejabat.tanya_orang", lang),
        notes=(
            " · ".join(part for part in (nip and f"NIP {nip}", person["gol_ruang"], person["pendidikan"]) if part),
            text("pejabat.tanpa_nama_ket", lang) if person["nama_gelar"] is None else "",
        ),
        trail=_trail(person, post, view),
        tags=("pejabat",),
    )


def _points(term: Mapping[str, Any] | None, column: str) -> tuple[Any, Any]:
    if term is None or (column == "sendiri" and not readable(term)):
        return None, "poin"
    return exact(term[column], "poin"), "poin"


def _of(term: Mapping[str, Any] | None, view: View) -> str:
    if term is None:
        return text("pejabat.bukan_kepala", view.lang)
    if term["dari_bulan"] == 1:
        return text("pejabat.warisan_awal", view.lang, tahun=term["tahun"])
    return text("pejabat.warisan_per", view.lang, bulan=month(term["dari_bulan"] - 1, view.lang))


def _early(term: Mapping[str, Any] | None, view: View) -> str | None:
    if term is None:
        return None
    if not term["n_dilaporkan"]:
        return text("pejabat.belum_lapor", view.lang)
    if term["terlalu_dini"]:
        return text("pejabat.terlalu_dini", view.lang, hari=write(term["hari"], "hari", view.lang))
    return text("pejabat.deviasi_kini", view.lang, poin=write(exact(term["deviasi"], "poin"), "poin", view.lang))


def _hundred(head: Mapping[str, Any] | None, end: date, view: View) -> str:
    if head is None or head["hari_100"] is None:
        return text("pejabat.seratus_bukan", view.lang)
    left = (head["hari_100"] - end).days
    key = "seratus_sisa" if left >= 0 else "seratus_lewat"
    return text(f"pejabat.{key}", view.lang, hari=write(abs(left), "hari", view.lang))


def career(ask: Ask, view: View, posts: Sequence[Row]) -> Figure:
    """Every post of the official, the latest on top."""
    lang, end = view.lang, siapa.end_of(view)
    lines = [_post(post, end, view) for post in posts]
    seats = len({(post["kode_jabatan"], post["nama_jabatan"]) for post in posts})
    return compose(
        "pejabat.karier",
        title=text(
            "pejabat.judul_karier", lang, n=seats, tahun=min(post["mulai"] for post in posts).year,
            opd=len({post["kode_opd"] for post in posts if post["kode_opd"]}),
        ),
        chart=Timeline(
            tuple(_lane(post, end, view) for post in posts), min(post["mulai"] for post in posts),
            end + timedelta(days=1), shown=DRAWN,
        ),
        table=table(
            lines, [Column(name, text(f"pejabat.kolom_{name}", lang), unit) for name, unit in _POST_UNITS.items()],
            link=lambda line: siapa.seat(line["kode_jabatan"]) if line["kode_jabatan"] else None,
        ),
        provenance=siapa.provenance(ask, view, "riwayat"),
        lang=lang,
        question=text("pejabat.tanya_karier", lang),
        notes=(text("pejabat.catatan_karier", lang),),
        width="half",
        tags=("pejabat",),
    )  # fmt: skip


def _post(post: Row, end: date, view: View) -> Row:
    lang, over = view.lang, post["selesai"] <= end
    until = post["selesai"] if over else end
    return {
        **post, "jabatan": siapa.post(post["jenis_penugasan"], post["nama_jabatan"], lang),
        "keadaan": siapa.held(post["jenis_penugasan"], lang), "cara": kata.way(post["cara"], lang),
        "selesai": post["selesai"] - timedelta(days=1) if over else None,
        "hari": (until - post["mulai"]).days, "pelantikan": post["tmt_pelantikan"],
        "akhir": text(f"jabatan.akhir_{post['akhir_dari'] if over else 'berjalan'}", lang),
        "sebelum": kepala.person(post["sebutan_sebelum"], post["nama_sebelum"], lang),
    }  # fmt: skip


def _lane(post: Row, end: date, view: View) -> Lane:
    lang = view.lang
    name = siapa.post(post["jenis_penugasan"], post["nama_jabatan"], lang)
    stop = min(post["selesai"], end + timedelta(days=1))
    link = siapa.seat(post["kode_jabatan"]) if post["kode_jabatan"] else None
    span = Span(post["mulai"], stop, post["jenis_penugasan"], str(post["opd"] or name), link)
    return Lane(name, (span,), month(post["mulai"], lang, short=True), link)
