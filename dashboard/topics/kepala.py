"""Who heads an OPD on the last day of a month: the post, how it is held, since when, and by whom if names show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.figures.figure import Lang, Link
from dashboard.look import day, write
from dashboard.query import Ask
from dashboard.topics import tautan
from dashboard.view import View
from pipelines.catalogue import text

_SQL = (
    "select k.*, o.nama_gelar, o.sebutan from app.kepala_opd as k left join app.orang as o on k.orang_id = o.orang_id "
    "where k.tahun = ? and k.bulan = ?"
)
UNKNOWN = "tidak_tercatat"


@dataclass(frozen=True)
class Kepala:
    """The head seat of one OPD on the last day of a month."""

    kode_opd: str
    jabatan: str
    keadaan: str  # definitif, pj, plt, plh, kosong
    orang_id: str | None
    nama: str | None  # None where people are not named
    sebutan: str | None  # what the person is called then
    tmt: date | None  # of the term, or since when the seat is empty
    pelantikan: date | None
    hari: int | None
    cara: str | None
    hari_100: date | None
    baru: bool  # within the first hundred days
    sebelum: str | None  # the holder before, by id

    @property
    def link(self) -> Link | None:
        """The official's own page."""
        return tautan.pejabat(self.orang_id) if self.orang_id else None


def heads(ask: Ask, view: View) -> dict[str, Kepala]:
    """The head of each OPD that the reader sees, by its code; without those whose seat has no recorded history."""
    rows = ask.run(_SQL, view.tahun, view.bulan)
    return {row["kode_opd"]: _head(row) for row in rows if row["keadaan"] != UNKNOWN}


def _head(row: Mapping[str, Any]) -> Kepala:
    return Kepala(
        kode_opd=row["kode_opd"],
        jabatan=row["nama_jabatan"] or row["kode_jabatan"],
        keadaan=row["keadaan"],
        orang_id=row["orang_id"],
        nama=row["nama_gelar"],
        sebutan=row["sebutan"],
        tmt=row["tmt"],
        pelantikan=row["tmt_pelantikan"],
        hari=row["hari_menjabat"],
        cara=row["cara"],
        hari_100=row["hari_100"],
        baru=bool(row["baru"]),
        sebelum=row["sebelum_orang_id"],
    )


def status(keadaan: str, lang: Lang) -> str:
    """How a seat is held, in one short word."""
    return text(f"kepala.{keadaan}", lang)


def person(sebutan: str | None, nama: str | None, lang: Lang) -> str | None:
    """A person by name, else by a neutral label that is the same everywhere and nobody else's; None for nobody."""
    if nama or sebutan is None:
        return nama
    return text("kepala.tanpa_nama", lang, kode=sebutan)


def said(head: Kepala, lang: Lang) -> str:
    """A head in a few words: "Plt Siti Contoh", or "Plt" where people are not named."""
    word = status(head.keadaan, lang)
    return f"{head.nama} ({word})" if head.nama else word


def days(head: Kepala, lang: Lang) -> str:
    """How long and since when: "244 hari sejak 2 Mar 2026"; empty where that is not known."""
    if head.tmt is None or head.hari is None:
        return ""
    return text("kepala.sejak", lang, hari=write(head.hari, "hari", lang), tanggal=day(head.tmt, lang))
