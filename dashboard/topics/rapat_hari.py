"""Of which day, of whom and from which records the figures of meetings speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard import look
from dashboard.figures.figure import Lang, Provenance
from dashboard.query import Ask
from dashboard.topics import kepala
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text

Row = Mapping[str, Any]
_NAMES = "select distinct kode_opd, nama, singkatan, induk_kode_opd from app.opd"
_RULE = (
    "select nilai, aturan_id, dasar_hukum, dasar_hukum_en from app.aturan_rapat "
    "where kunci = ? and berlaku_mulai <= ? and (berlaku_sampai is null or berlaku_sampai > ?)"
)
_WRITTEN = {
    "tindak_lanjut": "select count(*) as n, max(diubah_pada) as pada from app.tindak_lanjut",
    "komitmen": "select count(*) as n, max(diubah_pada) as pada from app.komitmen",
    "kendala": "select count(*) as n, max(diubah_pada) as pada from app.kendala",
    "temuan": "select count(*) as n, max(diubah_pada) as pada from app.temuan",
    "catatan": "select count(*) as n, max(diubah_pada) as pada from app.catatan",
    "kunjungan": "select sum(n_kunjungan)::integer as n, max(tanggal) as pada from app.kunjungan",
}
_CUT = " where (? or list_contains(?, kode_opd))"


def day(view: View) -> date:
    """The day that is looked at: the one asked for, else the last of the month."""
    return view.per or siapa.end_of(view)


def per(view: View) -> str:
    """That day in words: "per 12 Nov 2026"."""
    return text("rapat_papan.per", view.lang, tanggal=look.day(day(view), view.lang))


def cut(ask: Ask, view: View) -> tuple[bool, tuple[str, ...]]:
    """Whether every OPD of the reader is meant, else which; the one that is looked at stands above the group."""
    if view.opd:
        return False, (view.opd,)
    members = ask.members(view)
    return members is None, tuple(sorted(members or ()))


def names(ask: Ask) -> dict[str, str]:
    """What OPD and units are called: an OPD in short where it has a short name, a unit in full."""
    return {
        row["kode_opd"]: str((None if row["induk_kode_opd"] else row["singkatan"]) or row["nama"] or row["kode_opd"])
        for row in ask.run(_NAMES)
    }


def owner(row: Row, called: Mapping[str, str]) -> str:
    """Whose a record is: the unit where it has one, else the OPD; as it was written where nothing knows it."""
    code = row["kode_unit"] or row["kode_opd"]
    return called.get(code) or str(row.get("unit_tertulis") or row.get("opd_tertulis") or code)


def person(row: Row, lang: Lang, *, kini: bool = False) -> str | None:
    """Who held the seat of a record then, or holds it now: a neutral label where people are not named."""
    end = "_kini" if kini else ""
    said = kepala.person(row[f"sebutan{end}"], row[f"nama{end}"], lang)
    held = row[f"keadaan{end}"]
    return said or (siapa.held(held, lang) if held and held != kepala.UNKNOWN else None)


def setting(ask: Ask, key: str, on: date) -> Decimal | None:
    """A number of data/aturan/rapat.toml in force on a day."""
    rows = ask.run(_RULE, key, on, on)
    return Decimal(rows[0]["nilai"]) if rows else None


def basis(ask: Ask, key: str, on: date, lang: Lang) -> str | None:
    """On what that number rests, with its id."""
    rows = ask.run(_RULE, key, on, on)
    if not rows:
        return None
    row = rows[0]
    return f"{(row['dasar_hukum_en'] if lang == 'en' else None) or row['dasar_hukum']} ({row['aturan_id']})"


def provenance(ask: Ask, view: View, of: str, *, money: bool = False, rule: str | None = None) -> Provenance:
    """The foot of a figure over records of one kind: how many there are, the day, and when they were last written."""
    lang = view.lang
    base = ask.provenance(view, sources=("realisasi", "rak", "pagu") if money else (), rule=rule)
    written = ask.run(_WRITTEN[of] + _CUT, *cut(ask, view))[0]
    n = look.write(written["n"] or 0, "bulat", lang)
    said = text(f"rapat_papan.sumber_{of}", lang, n=n)
    # paper says "As of" before it
    on, when = text("rapat_papan.posisi", lang, tanggal=look.day(day(view), lang)), per(view)
    if written["pada"]:
        last = look.day(written["pada"], lang)
        on, when = (text("rapat_papan.dicatat", lang, per=one, tanggal=last) for one in (on, when))
    if money:
        return replace(base, source=f"{said}; {base.source}", as_of=f"{on}; {base.as_of}", brief=f"{said} · {when}")
    return replace(base, source=said, as_of=on, brief=f"{said} · {when}", rule=rule)
