"""How officials and seats are called, where a click on one leads, and which files say so."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dashboard import look
from dashboard.figures.figure import Lang, Link, Provenance
from dashboard.query import Ask
from dashboard.topics import kepala, tautan
from dashboard.view import View
from dashboard.words import Words
from pipelines.catalogue import text

_FILES = {
    "riwayat": "select impor_id from app.riwayat",
    "skp": "select impor_id from app.skp_orang",
    "target": "select impor_id from app.indikator union select impor_realisasi from app.indikator",
    "tim": "select impor_id from app.tim union select impor_id from app.tim_anggota",
    "seratus_hari": "select impor_id from app.seratus_hari",
    "jabatan": "select impor_id from app.riwayat where kode_jabatan is not null",
}
_IMPORTS = "select impor_id, format, direkam_pada from app.impor where impor_id in ({of})"
FOREVER = 9999  # the year in which spans without an end are over
_AS_POST = ("plt", "plh", "pj")
_TITLE = {"plt": "Plt", "plh": "Plh", "pj": "Pj"}  # as decrees write them, in every language


def end_of(view: View) -> date:
    """The last day of the view's month."""
    return date(view.tahun, view.bulan, monthrange(view.tahun, view.bulan)[1])


def last_day(over: date) -> date | None:
    """The last day of a span that is over on `over`; None where it has no end."""
    return None if over.year == FOREVER else over - timedelta(days=1)


def post(held: str, title: str | None, lang: Lang) -> str:
    """A post as the holder writes it: "Plt Kepala Dinas Kesehatan"."""
    name = title or text("pejabat.tanpa_jabatan", lang)
    return f"{_TITLE[held]} {name}" if held in _AS_POST else name


def held(kind: str, lang: Lang) -> str:
    """How a seat is held, as an icon and one short word."""
    return f"{look.HELD_ICONS[kind]} {kepala.status(kind, lang)}"


def who(row: Mapping[str, Any], lang: Lang) -> str:
    """The holder of a row: by name, by a neutral label where people are not named, or that there is none."""
    return kepala.person(row["sebutan"], row.get("nama"), lang) or held(str(row["keadaan"]), lang)


def matter(row: Mapping[str, Any], lang: Lang) -> str:
    """What asks for attention, in words; the first hundred days with the day on which they end."""
    if row["jenis"] != "seratus_hari":
        return text(f"jabatan.perhatian_{row['jenis']}", lang)
    last = row["sejak"] + timedelta(days=row["nilai"])
    return text("jabatan.perhatian_seratus_sampai", lang, tanggal=look.day(last, lang))


def masked(nip: str | None) -> str | None:
    """A NIP whose middle is hidden; whole ones stand on no page."""
    return f"{nip[:4]}{'•' * (len(nip) - 7)}{nip[-3:]}" if nip else None


def seat(kode: str) -> Link:
    """The history of a seat."""
    return Link("pejabat", (("jabatan", kode),))


def holder(row: Mapping[str, Any]) -> Link | None:
    """The official of a row, else the seat."""
    if row["orang_id"]:
        return tautan.pejabat(row["orang_id"])
    return seat(row["kode_jabatan"]) if row["kode_jabatan"] else None


def everyone() -> Link:
    """The list of officials."""
    return Link("pejabat", ())


def provenance(ask: Ask, view: View, *of: str, money: bool = False, rule: str | None = None) -> Provenance:
    """The foot of a figure about people: files of their histories or SKP, beside those of money where it uses them."""
    base = ask.provenance(view, sources=("realisasi", "rak") if money else (), rule=rule)
    words = Words(view.lang)
    rows = {r["impor_id"]: r for name in of for r in ask.run(_IMPORTS.format(of=_FILES[name]))}.values()
    until = look.month(view.until, view.lang)
    if not rows:
        nothing = words("umum.sumber_kosong")
        return replace(base, source=base.source if money else nothing, brief=base.brief if money else nothing)
    kinds = ", ".join(sorted({words.source(str(r["format"])) for r in rows}))
    about = ", ".join(words(f"pejabat.sumber_{name}") for name in of)
    said = f"{kinds} ({about}) · {words('umum.n_berkas', n=len(rows))}"
    recorded = look.day(max(r["direkam_pada"] for r in rows), view.lang)
    brief = f"{kinds} ({about}) · {words('umum.posisi_singkat', bulan=until, tanggal=recorded)}"
    if money:
        return replace(base, source=f"{base.source}; {said}", brief=f"{base.brief} · {kinds}", rule=rule)
    when = words("umum.posisi_direkam", bulan=until, tanggal=recorded)
    return replace(base, source=said, as_of=when, brief=brief, rule=rule)
