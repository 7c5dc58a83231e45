"""Figures of areas as pages ask for them: our own, those beside us, and the files they rest on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dashboard import look
from dashboard.figures.figure import Provenance
from dashboard.query import Ask
from dashboard.view import View
from dashboard.words import Words

NATION = "1000"
Row = dict[str, Any]

_COLOURED = (
    "select w.*, c.warna, c.aturan_id, c.dasar_hukum, c.dasar_hukum_en from app.indikator_wilayah as w "
    "left join app.wilayah_warna as c on w.kode_wilayah = c.kode_wilayah and w.kode_makro = c.kode_makro "
    "and w.tahun = c.tahun and w.periode = c.periode and c.profil = ? "
)
_OWN = "select kode_wilayah, tingkat, induk, wilayah from app.indikator_wilayah where kita order by tahun desc limit 1"
_PROFILES = "select distinct profil from app.wilayah_warna order by profil"
_OF = _COLOURED + "where w.kode_wilayah = ? and w.tahun <= ? order by w.kode_makro, w.tahun, w.periode"
_WHEN = (
    "select tahun, periode from app.indikator_wilayah where kode_makro = ? and tahun <= ? and induk = ? "
    "and nilai is not null group by tahun, periode order by tahun desc, periode desc limit 1"
)
_BESIDE = _COLOURED + "where w.kode_makro = ? and w.tahun = ? and w.periode = ? and w.induk = ? order by w.kode_wilayah"
_FILES = (
    "select i.impor_id, i.format, i.direkam_pada from app.impor as i where i.impor_id in "
    "(select impor_id from app.indikator_wilayah where kode_makro = ? or ? is null)"
)
_BUILT_IN = "capaian"


@dataclass(frozen=True)
class Own:
    """The area the pages speak of: the pemda's, else the nation."""

    kode: str
    tingkat: str
    induk: str | None
    nama: str
    known: bool  # whether the pemda's own code is known and has figures

    @property
    def group(self) -> str:
        """The area whose parts are held beside each other: ours where we have parts of a size, else the one above."""
        return self.kode if self.tingkat in ("nasional", "provinsi") else str(self.induk)


def own(ask: Ask, lang: str) -> Own:
    """The pemda's own area; the nation where its code is not known or has no figures."""
    rows = ask.run(_OWN)
    if rows:
        row = rows[0]
        return Own(row["kode_wilayah"], row["tingkat"], row["induk"], row["wilayah"], known=True)
    return Own(NATION, "nasional", None, "Indonesia", known=False)


def profile(ask: Ask, view: View) -> str:
    """The profile that judges attainment: the view's where it does, else the built-in one."""
    there = [str(row["profil"]) for row in ask.run(_PROFILES)]
    return next((name for name in (view.profil, _BUILT_IN, *there) if name in there), _BUILT_IN)


def series(ask: Ask, view: View, kode: str) -> dict[str, list[Row]]:
    """Every figure of an area up to the view's year, by indicator, the earliest first."""
    found: dict[str, list[Row]] = {}
    for row in ask.run(_OF, profile(ask, view), kode, view.tahun):
        found.setdefault(row["kode_makro"], []).append(row)
    return found


def latest(rows: list[Row]) -> Row | None:
    """The figure that stands for the latest time; None where none is known."""
    return next((row for row in reversed(rows) if row["nilai"] is not None), None)


def beside(ask: Ask, view: View, makro: str, induk: str) -> list[Row]:
    """The parts of an area at the latest time for which any of them has a figure."""
    when = ask.run(_WHEN, makro, view.tahun, induk)
    if not when:
        return []
    return ask.run(_BESIDE, profile(ask, view), makro, when[0]["tahun"], when[0]["periode"], induk)


def held_beside(ask: Ask, view: View, makro: str, own: Own) -> tuple[str, list[Row]]:
    """The parts that are held beside each other and the area they are parts of: ours, else those beside us."""
    parts = beside(ask, view, makro, own.group)
    if parts or own.induk is None:
        return own.group, parts
    return own.induk, beside(ask, view, makro, own.induk)


def provenance(ask: Ask, view: View, *, makro: str | None = None, rows: list[Row] | None = None) -> Provenance:
    """The foot of a figure about areas: the files of its indicator, and the rules that coloured it."""
    words = Words(view.lang)
    base = ask.provenance(view, sources=())
    files = ask.run(_FILES, makro, makro)
    if not files:
        nothing = words("umum.sumber_kosong")
        return replace(base, source=nothing, brief=nothing)
    kinds = ", ".join(sorted({words.source(str(row["format"])) for row in files}))
    recorded = look.day(max(row["direkam_pada"] for row in files), view.lang)
    until = look.month(view.until, view.lang)
    said = words("wilayah.sumber", berkas=kinds, n=len(files))
    return replace(
        base, source=said, rule=_rule(rows or [], view.lang),
        as_of=words("umum.posisi_direkam", bulan=until, tanggal=recorded),
        brief=f"{kinds} · {words('umum.posisi_singkat', bulan=until, tanggal=recorded)}",
    )  # fmt: skip


def _rule(rows: list[Row], lang: str) -> str | None:
    basis = "dasar_hukum_en" if lang == "en" else "dasar_hukum"
    said = (f"{row[basis] or row['dasar_hukum']} ({row['aturan_id']})" for row in rows if row["aturan_id"])
    return "; ".join(dict.fromkeys(said)) or None
