"""One official: the post held now, the career, what was inherited and what came since, OPD by OPD and year by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Card, Cards, Column, Dot, Figure, Lane, Link, Span, Timeline
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import day, month, write
from dashboard.query import Ask
from dashboard.topics import kepala, pejabat_catatan, pejabat_skp, sebutan, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

Row = dict[str, Any]
_PERSON = "select * from app.orang where orang_id = ?"
_POSTS = (
    "select r.* replace (coalesce(r.nama_jabatan, k.nama_jabatan) as nama_jabatan), "
    "coalesce(u.singkatan, u.nama, r.unor) as opd, p.sebelum_orang_id, s.nama_gelar as nama_sebelum "
    "from app.riwayat as r left join app.kursi as k on r.kode_jabatan = k.kode_jabatan "
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
_TERM_UNITS: dict[str, Any] = {
    "opd": "teks", "tahun": "kode", "bulan": "teks", "keadaan": "teks", "warisan": "poin", "sendiri": "poin",
    "akhir_posisi": "poin", "hari": "hari",
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
        *pejabat_skp.figures(ask, view),
        *pejabat_catatan.figures(ask, view),
    ]


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
    before = kepala.person(post["sebelum_orang_id"], post["nama_sebelum"], lang)
    if before and post["sebelum_orang_id"] != person["orang_id"]:
        ways.append((text("pejabat.sebelumnya", lang, nama=before), tautan.pejabat(post["sebelum_orang_id"])))
    return tuple(ways)


def cards(ask: Ask, view: View, person: Row, posts: Sequence[Row], terms: Sequence[Row]) -> Figure:
    """The post held now, how long, the hundredth day, what was inherited and what came since, the last SKP."""
    lang, end = view.lang, siapa.end_of(view)
    post = now(posts, end)
    name = kepala.person(person["orang_id"], person["nama_gelar"], lang)
    title = siapa.post(post["jenis_penugasan"], post["nama_jabatan"], lang)
    gone = post["selesai"] <= end
    days = ((post["selesai"] if gone else end) - post["mulai"]).days
    head = next(iter(ask.run(_HUNDRED, view.tahun, view.bulan, view.pejabat)), None)
    term = next((t for t in terms if t["tahun"] == view.tahun and t["kini"]), None)
    skp = pejabat_skp.last(ask, view)
    nip, how = siapa.masked(person["nip"]), sebutan.way(post["cara"], lang)
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


def readable(term: Mapping[str, Any]) -> bool:
    """Whether the own part of a term can be read: thirty days in post, and at least one month of it reported."""
    return bool(term["n_dilaporkan"]) and not term["terlalu_dini"]


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
        "keadaan": siapa.held(post["jenis_penugasan"], lang), "cara": sebutan.way(post["cara"], lang),
        "selesai": post["selesai"] - timedelta(days=1) if over else None,
        "hari": (until - post["mulai"]).days, "pelantikan": post["tmt_pelantikan"],
        "akhir": text(f"jabatan.akhir_{post['akhir_dari'] if over else 'berjalan'}", lang),
        "sebelum": kepala.person(post["sebelum_orang_id"], post["nama_sebelum"], lang),
    }  # fmt: skip


def _lane(post: Row, end: date, view: View) -> Lane:
    lang = view.lang
    name = siapa.post(post["jenis_penugasan"], post["nama_jabatan"], lang)
    stop = min(post["selesai"], end + timedelta(days=1))
    link = siapa.seat(post["kode_jabatan"]) if post["kode_jabatan"] else None
    span = Span(post["mulai"], stop, post["jenis_penugasan"], str(post["opd"] or name), link)
    return Lane(name, (span,), month(post["mulai"], lang, short=True), link)


def _note(row: Row, lang: Any) -> str:
    """The change within a term in as few letters as a phone has room for, or why there is none."""
    if row["sendiri"] is None:
        return text("pejabat.dini" if row["n_dilaporkan"] else "umum.alasan_belum_lapor", lang)
    return f"Δ {write(row['sendiri'], 'poin', lang).partition(' ')[0]}"


def inherited(ask: Ask, view: View, terms: Sequence[Row]) -> Figure:
    """What the official found and what came since, for each OPD and year held as its head."""
    lang = view.lang
    provenance = siapa.provenance(ask, view, "riwayat", money=True)
    question = text("pejabat.tanya_masa", lang)
    known = [term for term in terms if term["sendiri"] is not None]
    if not known:
        return missing(
            "pejabat.masa", title=text("pejabat.kosong_masa_judul", lang), empty=text("pejabat.kosong_masa", lang),
            provenance=provenance, question=question, width="half",
        )  # fmt: skip
    rows = [
        {
            **term, "akhir_posisi": exact(term["warisan"] + term["sendiri"], "poin"),
            "keadaan": siapa.held(term["keadaan"], lang),
            "warisan": exact(term["warisan"], "poin"),
            "sendiri": exact(term["sendiri"], "poin") if readable(term) else None,
            "bulan": f"{month(term['dari_bulan'], lang, short=True)}–{month(term['sampai_bulan'], lang, short=True)}",
            "tahun": str(term["tahun"]), "link": tautan.opd(term["kode_opd"]),
        }
        for term in known
    ]  # fmt: skip
    first = rows[0]
    dots = (
        Dot(
            key=f"{row['kode_opd']}-{row['tahun']}-{row['urutan']}", label=f"{row['opd']} {row['tahun']}",
            value=row["akhir_posisi"], target=row["warisan"], link=row["link"],
            note=_note(row, lang),
        )
        for row in rows
    )  # fmt: skip
    return compose(
        "pejabat.masa",
        title=text(
            "pejabat.judul_masa", lang, opd=first["opd"], tahun=first["tahun"],
            warisan=write(first["warisan"], "poin", lang), sendiri=write(first["sendiri"], "poin", lang),
        ) if first["sendiri"] is not None else text("pejabat.judul_masa_dini", lang, opd=first["opd"]),
        chart=ranking(
            dots, unit="poin", order=False, value_label=text("pejabat.deret_akhir", lang),
            target_label=text("pejabat.deret_warisan", lang),
        ),
        table=table(
            rows, [Column(name, text(f"pejabat.kolom_{name}", lang), unit) for name, unit in _TERM_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(
            text("pejabat.catatan_angka", lang), text("pejabat.catatan_warisan", lang), text("jabatan.gambaran", lang)
        ),
        width="half",
        tags=("pejabat",),
    )  # fmt: skip
