"""The first hundred days of each new official: what was promised, how far, the verdict, and past cohorts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Card, Cards, Column, Dot, Figure
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import day, write
from dashboard.query import Ask
from dashboard.topics import indikator, kata, kepala, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

Row = dict[str, Any]
_PROMISES = (
    "select s.*, o.nama_gelar as nama, o.sebutan, coalesce(u.singkatan, u.nama, s.kode_opd) as opd, u.nama as nama_opd "
    "from app.seratus_hari as s left join app.orang as o on s.orang_id = o.orang_id "
    "left join app.opd as u on s.kode_opd = u.kode_opd where s.dari <= ? and s.sampai > ? "
    "order by s.mulai desc, s.kode_jabatan, s.jenis desc, s.nomor"
)
_TERMS = (
    "select kode_opd, orang_id, warisan, sendiri, deviasi, terlalu_dini from app.masa_jabatan "
    "where tahun = ? and bulan = ? and cakupan = 'semua' and kini"
)
_LIMITS = "select kunci, nilai from app.aturan_target where kunci in ('seratus_target', 'seratus_inovasi')"
VERDICTS = ("tercapai", "sebagian", "tidak tercapai")
_CARD_UNITS: dict[str, Any] = {
    "jabatan": "teks", "kemajuan": "persen", "waktu": "persen", "hari": "hari", "tercapai": "bulat", "n": "bulat",
    "sendiri": "poin", "warisan": "poin", "pejabat": "teks", "dilaporkan": "bulat", "mulai": "tanggal",
    "hari_100": "tanggal", "cara": "teks", "catatan": "teks",
}  # fmt: skip
_PROMISE_UNITS: dict[str, Any] = {
    "opd": "teks", "target": "teks", "kemajuan": "persen", "putusan": "teks", "pejabat": "teks", "catatan": "teks",
    "jenis": "teks", "ukuran": "teks", "per": "tanggal", "bukti": "teks",
}  # fmt: skip
_COHORT_UNITS: dict[str, Any] = {
    "pelantikan": "tanggal", "pejabat": "bulat", "n": "bulat", "tercapai": "bulat", "sebagian": "bulat",
    "tidak": "bulat", "belum": "bulat", "kemajuan": "persen",
}  # fmt: skip


@dataclass(frozen=True)
class Term:
    """One official's first hundred days with what was promised for them."""

    promises: tuple[Row, ...]
    end: date  # the day looked at

    @property
    def row(self) -> Row:
        """What all promises share: who, where, since when."""
        return self.promises[0]

    @property
    def days(self) -> int:
        """Days in the post so far."""
        return int((self.end - self.row["mulai"]).days)

    @property
    def running(self) -> bool:
        """Whether day 100 is still to come or today."""
        return bool(self.end <= self.row["hari_100"])

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something: it is running, or a verdict is missing."""
        return self.running or any(p["putusan"] is None for p in self.promises)

    @property
    def time(self) -> Decimal:
        """The part of the hundred days that is over, in percent."""
        whole = int((self.row["hari_100"] - self.row["mulai"]).days)
        return min(Decimal(100), Decimal(100) * self.days / whole)

    @property
    def progress(self) -> Decimal | None:
        """The mean of what was reported; None where nothing was."""
        told = [Decimal(p["kemajuan"]) for p in self.promises if p["kemajuan"] is not None]
        return indikator.share(sum(told) / len(told)) if told else None


def figures(ask: Ask, view: View) -> list[Figure]:
    """The figures of the page: who is within a hundred days, what was promised, verdicts, and past cohorts."""
    found = terms(ask, view)
    if not found:
        return [
            missing(
                "seratus_hari.kartu", title=text("seratus.kosong_judul", view.lang),
                empty=text("seratus.kosong", view.lang), provenance=siapa.provenance(ask, view, "seratus_hari"),
                question=text("seratus.tanya_kartu", view.lang),
            )
        ]  # fmt: skip
    return [cards(ask, view, found), clock(ask, view, found), promises(ask, view, found), cohorts(ask, view, found)]


def terms(ask: Ask, view: View) -> list[Term]:
    """The officials of the view's group who made promises by the end of its month, the latest first."""
    end, members = siapa.end_of(view), ask.members(view)
    grouped: dict[tuple[Any, ...], list[Row]] = {}
    for row in ask.run(_PROMISES, end, end):
        if row["mulai"] <= end and (members is None or row["kode_opd"] in members):
            grouped.setdefault((row["mulai"], row["kode_jabatan"], row["orang_id"]), []).append(row)
    return [Term(tuple(rows), end) for rows in grouped.values()]


def cards(ask: Ask, view: View, found: Sequence[Term]) -> Figure:
    """How many are within their hundred days, on course, behind the clock, silent, and waiting for a verdict."""
    lang = view.lang
    running = [term for term in found if term.running]
    behind = [term for term in running if term.progress is not None and term.progress < term.time]
    silent = [term for term in running if term.progress is None]
    past = [term for term in found if not term.running]
    open_now = [term for term in past if term.open]
    shown = (
        Card(text("seratus.kartu_berjalan", lang), len(running), "bulat", note=_next(running, view)),
        Card(text("seratus.kartu_tertinggal", lang), len(behind), "bulat", note=text("seratus.tertinggal_ket", lang)),
        Card(text("seratus.kartu_diam", lang), len(silent), "bulat", note=text("seratus.diam_ket", lang)),
        Card(text("seratus.kartu_lewat", lang), len(past), "bulat",
             note=text("seratus.lewat_ket", lang, n=len(open_now))),
    )  # fmt: skip
    rows = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in shown]
    key = "berjalan" if running else "lewat"
    return compose(
        "seratus_hari.kartu",
        title=text(
            f"seratus.judul_{key}", lang, n=len(running), tertinggal=len(behind), lewat=len(past), belum=len(open_now)
        ),
        chart=Cards(shown),
        table=table(rows, [Column(n, text(f"kinerja.kolom_{n}", lang)) for n in ("ukuran", "nilai", "keterangan")]),
        provenance=siapa.provenance(ask, view, "seratus_hari", "riwayat"),
        lang=lang,
        question=text("seratus.tanya_kartu", lang),
        tags=("seratus",),
    )  # fmt: skip


def _next(running: Sequence[Term], view: View) -> str | None:
    last = min((term.row["hari_100"] for term in running), default=None)
    return text("seratus.terdekat", view.lang, tanggal=day(last, view.lang)) if last else None


def clock(ask: Ask, view: View, found: Sequence[Term]) -> Figure:
    """Each official's progress beside the part of the hundred days that is over, and the agency's money since."""
    lang = view.lang
    money = {(row["kode_opd"], row["orang_id"]): row for row in ask.run(_TERMS, view.tahun, view.bulan)}
    limits = {row["kunci"]: int(row["nilai"]) for row in ask.run(_LIMITS)}
    running = any(term.running for term in found)
    lines, dots = [], []
    for term in sorted(found, key=lambda t: (not t.running, -t.row["mulai"].toordinal(), t.row["kode_jabatan"])):
        row, own = term.row, money.get((term.row["kode_opd"], term.row["orang_id"]), {})
        told = sum(p["kemajuan"] is not None for p in term.promises)
        link = tautan.pejabat(row["orang_id"]) if row["orang_id"] else siapa.seat(row["kode_jabatan"])
        early = own.get("terlalu_dini")
        said = kepala.person(row["sebutan"], row["nama"], lang)
        lines.append(
            {
                "pejabat": said or text("seratus.tak_dikenal", lang),
                "jabatan": row["nama_jabatan"] or row["kode_jabatan"],
                "cara": kata.way(row["cara"], lang), "mulai": row["mulai"], "hari": term.days,
                "hari_100": row["hari_100"], "kemajuan": term.progress, "waktu": indikator.share(term.time),
                "n": len(term.promises), "dilaporkan": told,
                "tercapai": sum(p["putusan"] == "tercapai" for p in term.promises),
                "warisan": exact(own.get("warisan"), "poin"),
                "sendiri": None if early else exact(own.get("sendiri"), "poin"),
                "catatan": _remarks(term, limits, view), "link": link,
            }
        )  # fmt: skip
        if term.running or (not running and term.open):  # with no clock running, those who still wait for a verdict
            dots.append(
                Dot(
                    key=row["kode_jabatan"], value=term.progress,
                    label=f"{row['opd']}: {said}" if said else str(row["nama_jabatan"] or row["kode_jabatan"]),
                    target=indikator.share(term.time), link=link,
                    note=text("seratus.hari_ke", lang, hari=term.days, n=told, dari=len(term.promises)),
                )
            )  # fmt: skip
    return compose(
        "seratus_hari.jam",
        title=text(
            f"seratus.judul_jam{'' if running else '_menunggu' if dots else '_kosong'}", lang, n=len(dots) or len(lines)
        ),
        chart=ranking(
            dots, unit="persen", value_label=text("seratus.kemajuan", lang), target_label=text("seratus.waktu", lang)
        ) if dots else None,
        table=table(
            lines, [Column(n, text(f"seratus.kolom_{n}", lang), u) for n, u in _CARD_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=siapa.provenance(ask, view, "seratus_hari", "riwayat", money=True),
        lang=lang,
        question=text("seratus.tanya_jam", lang),
        notes=(text("seratus.catatan_jam", lang),),
        tags=("seratus.jam",),
    )  # fmt: skip


def facts(ask: Ask, view: View, term: Term) -> list[Card]:
    """One official in cards: progress against the clock, verdicts, and the agency's money since."""
    lang, row = view.lang, term.row
    own = next(
        (r for r in ask.run(_TERMS, view.tahun, view.bulan)
         if r["orang_id"] == row["orang_id"] and r["kode_opd"] == row["kode_opd"]), None,
    )  # fmt: skip
    early = own is not None and own["terlalu_dini"]
    since = None if own is None or early else exact(own["sendiri"], "poin")
    inherited = write(exact(own["warisan"], "poin"), "poin", lang) if own is not None else None
    key = "dini" if early else "ket" if since is not None else "tiada"
    told = sum(p["kemajuan"] is not None for p in term.promises)
    return [
        Card(text("seratus.kartu_kemajuan", lang), term.progress, "persen",
             note=text("seratus.dari_janji", lang, n=len(term.promises), dilaporkan=told)),
        Card(text("seratus.kartu_waktu", lang), indikator.share(term.time), "persen",
             note=text("seratus.sampai", lang, tanggal=day(row["hari_100"], lang))),
        Card(text("seratus.kartu_tercapai", lang), sum(p["putusan"] == "tercapai" for p in term.promises), "bulat"),
        Card(text("seratus.kartu_serapan", lang), since, "poin",
             note=text(f"seratus.serapan_{key}", lang, warisan=inherited)),
    ]  # fmt: skip


def _remarks(term: Term, limits: dict[str, int], view: View) -> str | None:
    """What the files of this official do not agree on with the rules: too many promises, or a post not recorded."""
    said = []
    for kind, key in (("target", "seratus_target"), ("inovasi", "seratus_inovasi")):
        n = sum(p["jenis"] == kind for p in term.promises)
        if key in limits and n > limits[key]:
            said.append(text(f"seratus.terlalu_{kind}", view.lang, n=n, batas=limits[key]))
    if not term.row["tercatat"]:
        said.append(text("seratus.tidak_tercatat", view.lang))
    return "; ".join(said) or None


def promise(row: Row, view: View) -> Row:
    """A promise as a row of a table."""
    lang = view.lang
    return {
        "pejabat": kepala.person(row["sebutan"], row["nama"], lang) or row["nama_jabatan"] or row["kode_jabatan"],
        "opd": row["opd"], "jenis": text(f"seratus.jenis_{row['jenis']}", lang),
        "target": row["target"], "ukuran": row["ukuran"], "kemajuan": indikator.share(row["kemajuan"]),
        "per": row["tgl_kemajuan"], "bukti": row["bukti"], "catatan": row["catatan"],
        "putusan": text(f"seratus.putusan_{(row['putusan'] or 'belum').replace(' ', '_')}", lang),
        "link": tautan.pejabat(row["orang_id"]) if row["orang_id"] else None,
    }  # fmt: skip


def promises(ask: Ask, view: View, found: Sequence[Term]) -> Figure:
    """The board of verdicts: one row a promise, those of running terms first."""
    lang = view.lang
    lines = [
        promise(row, view)
        for term in sorted(found, key=lambda t: (not t.running, -t.row["mulai"].toordinal(), t.row["kode_jabatan"]))
        for row in term.promises
    ]  # fmt: skip
    every = [p for term in found for p in term.promises]
    done = {name: sum(p["putusan"] == name for p in every) for name in VERDICTS}
    return compose(
        "seratus_hari.putusan",
        title=text(
            "seratus.judul_putusan", lang, n=len(every), tercapai=done["tercapai"], sebagian=done["sebagian"],
            tidak=done["tidak tercapai"], belum=len(every) - sum(done.values()),
        ),
        chart=None,
        table=table(
            lines, [Column(n, text(f"seratus.kolom_{n}", lang), u) for n, u in _PROMISE_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=siapa.provenance(ask, view, "seratus_hari"),
        lang=lang,
        question=text("seratus.tanya_putusan", lang),
        notes=(text("seratus.catatan_putusan", lang),),
        tags=("seratus.putusan",),
    )  # fmt: skip


def cohorts(ask: Ask, view: View, found: Sequence[Term]) -> Figure:
    """Each inauguration as a cohort: how many officials, promises and verdicts, always as counts."""
    lang = view.lang
    days: dict[date, list[Term]] = {}
    for term in found:
        days.setdefault(term.row["mulai"], []).append(term)
    lines = []
    for sworn, group in sorted(days.items(), reverse=True):
        every = [p for term in group for p in term.promises]
        told = [Decimal(p["kemajuan"]) for p in every if p["kemajuan"] is not None]
        done = {name: sum(p["putusan"] == name for p in every) for name in VERDICTS}
        lines.append(
            {
                "pelantikan": sworn, "pejabat": len(group), "n": len(every), "tercapai": done["tercapai"],
                "sebagian": done["sebagian"], "tidak": done["tidak tercapai"], "belum": len(every) - sum(done.values()),
                "kemajuan": indikator.share(sum(told) / len(told)) if told else None,
            }
        )  # fmt: skip
    return compose(
        "seratus_hari.angkatan",
        title=text("seratus.judul_angkatan", lang, n=len(lines)),
        chart=None,
        table=table(lines, [Column(n, text(f"seratus.kolom_{n}", lang), u) for n, u in _COHORT_UNITS.items()]),
        provenance=siapa.provenance(ask, view, "seratus_hari"),
        lang=lang,
        question=text("seratus.tanya_angkatan", lang),
        notes=(text("seratus.catatan_angkatan", lang),),
        tags=("seratus.angkatan",),
    )
