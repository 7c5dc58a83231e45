"""Promises as they stand on a day: what was promised, how the figures judge it, or why they cannot."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.figures.figure import Lang, Unit, Value
from dashboard.look import day, month, write
from dashboard.query import Ask
from dashboard.topics import rapat_hari
from dashboard.topics.rapat_hari import Row
from dashboard.topics.rapat_kata import kunci
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

KEPT, BROKEN, RUNNING, WITHDRAWN = "ditepati", "tidak ditepati", "berjalan", "dicabut"
ICONS = {KEPT: "●", BROKEN: "▼", RUNNING: "◔", WITHDRAWN: "–"}
UNSURE = "○"
_UNITS: dict[str, Unit] = {
    "serapan": "persen", "serapan_rak": "persen", "fisik": "persen", "deviasi": "poin", "realisasi": "rupiah",
    "sisa": "rupiah", "indikator": "angka",
}  # fmt: skip
_ALL = (
    "select k.*, i.indikator, o.nama_gelar as nama, o.sebutan, p.nama_gelar as nama_kini, p.sebutan as sebutan_kini "
    "from app.komitmen as k left join app.orang as o on k.orang_id = o.orang_id "
    "left join app.orang as p on k.penerus_id = p.orang_id "
    "left join (select distinct tahun, kode_indikator, any_value(indikator) as indikator from app.indikator "
    "group by tahun, kode_indikator) as i on i.kode_indikator = k.kode_indikator and i.tahun = year(k.tanggal_janji) "
    "where k.hari_rapat <= ? and "
)
_ROWS = _ALL + "k.tanggal_janji >= ? and (? or list_contains(?, k.kode_opd))"
_SOME = _ALL + "list_contains(?, k.id)"


def rows(ask: Ask, view: View, *, since: date | None = None) -> list[dict[str, Any]]:
    """The promises of the view made by its day that fall due in its year (or since a day), and how they stand then."""
    on = rapat_hari.day(view)
    found = ask.run(_ROWS, on, since or date(on.year, 1, 1), *rapat_hari.cut(ask, view))
    return sorted(({**row, "putusan": verdict(row, on)} for row in found), key=_order)


def of(ask: Ask, view: View, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    """These promises as far as they were made by the view's day, the latest due first."""
    on = rapat_hari.day(view)
    found = [{**row, "putusan": verdict(row, on)} for row in ask.run(_SOME, on, ids)]
    return sorted(found, key=lambda row: (row["tanggal_janji"], row["id"]), reverse=True)


def verdict(row: Row, on: date) -> str:
    """How a promise stands on a day: what figures of later days say of it was not known then."""
    if row["putusan"] == WITHDRAWN:
        return WITHDRAWN
    if row["tanggal_janji"] > on and not (row["putusan"] == KEPT and row["hari_nilai"] <= on):
        return RUNNING
    return str(row["putusan"])


def due(row: Row, on: date) -> bool:
    """Whether a promise counts among those that fell due in the year by a day."""
    return bool(row["putusan"] != WITHDRAWN and date(on.year, 1, 1) <= row["tanggal_janji"] <= on)


def _order(row: Row) -> tuple[Any, ...]:
    """Broken ones first, then those in doubt, running, kept and withdrawn; the earlier due before the later."""
    graver = (BROKEN, RUNNING, KEPT, WITHDRAWN)
    place = graver.index(row["putusan"]) * 2 if row["putusan"] in graver else 1
    return place, row["tanggal_janji"], row["kode_opd"] or "", row["id"]


def measure(row: Row, lang: Lang) -> str:
    """What was promised a value of: "serapan", or the indicator by name."""
    if row["ukuran"] == "indikator":
        return str(row.get("indikator") or row["kode_indikator"])
    return text(f"rapat.ukuran_{row['ukuran']}", lang)


def value(row: Row, number: Value, lang: Lang, *, short: bool = False) -> str:
    """A number in the unit of what was promised, to the decimals of the catalogue."""
    unit = _UNITS[row["ukuran"]]
    if number is not None and unit in ("persen", "poin"):
        number = exact(number, unit)
    return write(number, unit, lang, short=short)


def promised(row: Row, lang: Lang, *, short: bool = False, full: bool = False) -> str:
    """A promise in words: "serapan 75,00 % selambatnya 30 Nov 2026"; shorter where a table is narrow.

    In full, where it is put down in writing, money is told to the last rupiah.
    """
    key = "rapat_komitmen.singkat" if short else "rapat.janji"
    said = value(row, row["nilai_janji"], lang, short=not full)
    return text(key, lang, ukuran=measure(row, lang), nilai=said, tanggal=day(row["tanggal_janji"], lang))


def said(written: str, lang: Lang) -> str:
    """A promise as facts hold it (measure|value|indicator) in words: "serapan 75,00 %"."""
    ukuran, number, about = written.split("|", 2)
    row = {"ukuran": ukuran, "indikator": about, "kode_indikator": about}
    return f"{measure(row, lang)} {value(row, Decimal(number), lang, short=True)}"


def now(row: Row, lang: Lang) -> str | None:
    """What the figures say, and as of which day; None where they say nothing yet."""
    if row["nilai"] is None:
        return None
    said = value(row, row["nilai"], lang, short=True)
    if row["hari_nilai"] is None:
        return said
    return text("rapat_komitmen.per_hari", lang, nilai=said, tanggal=day(row["hari_nilai"], lang))


def short_of(row: Row, lang: Lang) -> str | None:
    """What is still missing: points and rupiah; None where the promise is reached, withdrawn, or nobody can say."""
    if row["kurang"] is None or row["kurang"] <= 0 or row["putusan"] in (KEPT, WITHDRAWN):
        return None
    unit: Unit = "poin" if _UNITS[row["ukuran"]] == "persen" else _UNITS[row["ukuran"]]
    gap = row["kurang_rupiah"] if unit == "rupiah" else row["kurang"]
    said = write(exact(gap, unit) if unit == "poin" else gap, unit, lang, short=True).lstrip("+")
    if unit == "poin" and row["kurang_rupiah"]:
        said = f"{said} ({write(row['kurang_rupiah'], 'rupiah', lang, short=True)})"
    return said


def told(row: Row, lang: Lang) -> str:
    """The verdict as icon and word."""
    name = kunci(row["putusan"])
    return f"{ICONS.get(row['putusan'], UNSURE)} {text(f'komitmen.putusan_{name}', lang)}"


def why(row: Row, lang: Lang) -> str | None:
    """Why a promise cannot be judged, or why it was withdrawn; None for one that is judged or running."""
    if row["putusan"] == WITHDRAWN:
        return row["catatan"] or None
    if row["sebab"] is None or row["putusan"] in (KEPT, BROKEN, RUNNING):
        return None
    return text(
        f"komitmen.sebab_{row['sebab']}", lang,
        dari=day(row["antara_dari"], lang) if row["antara_dari"] else "",
        sampai=day(row["antara_sampai"], lang) if row["antara_sampai"] else "",
        periode=month(row["ditunggu"], lang) if row["ditunggu"] else "",
        kode=row["kode_indikator"] or row["unit_tertulis"] or row["opd_tertulis"] or "",
    )  # fmt: skip
