"""One official's first hundred days: what was promised by when, how far it is, and the agency's money since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.figures.figure import Card
from dashboard.look import day, write
from dashboard.query import Ask
from dashboard.topics import indikator, kepala, tautan
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
MONEY = (
    "select kode_opd, orang_id, warisan, sendiri, deviasi, terlalu_dini from app.masa_jabatan "
    "where tahun = ? and bulan = ? and cakupan = 'semua' and kini"
)


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


def terms(ask: Ask, view: View) -> list[Term]:
    """The officials of the view's group who made promises by the end of its month, the latest first."""
    end, members = siapa.end_of(view), ask.members(view)
    grouped: dict[tuple[Any, ...], list[Row]] = {}
    for row in ask.run(_PROMISES, end, end):
        if row["mulai"] <= end and (members is None or row["kode_opd"] in members):
            grouped.setdefault((row["mulai"], row["kode_jabatan"], row["orang_id"]), []).append(row)
    return [Term(tuple(rows), end) for rows in grouped.values()]


def facts(ask: Ask, view: View, term: Term) -> list[Card]:
    """One official in cards: progress against the clock, verdicts, and the agency's money since."""
    lang, row = view.lang, term.row
    own = next(
        (r for r in ask.run(MONEY, view.tahun, view.bulan)
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
