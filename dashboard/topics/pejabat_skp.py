"""The SKP of one official, each regime apart: what one regime says is on no scale of another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.pejabat_daftar import predicate
from dashboard.view import View
from pipelines.catalogue import text

Row = dict[str, Any]
_SQL = (
    "select s.*, coalesce(u.singkatan, u.nama, s.kode_opd) as opd from app.skp_orang as s "
    "left join app.opd as u on s.kode_opd = u.kode_opd where s.orang_id = ? and s.mulai <= ? "
    "order by s.tahun desc, s.mulai desc, s.jenis_periode, s.periode desc, s.segmen"
)
REGIMES = ("pan6", "pp30", "pp46")  # the latest first
_UNITS: dict[str, Any] = {
    "periode": "teks", "predikat": "teks", "hasil": "teks", "perilaku": "teks", "nilai": "teks", "opd": "teks",
    "jabatan": "teks", "status": "teks", "matriks": "teks",
}  # fmt: skip


_GIVEN = ("predikat", "hasil", "perilaku", "nilai_lama", "sesuai_matriks")  # by an evaluation


def told(ask: Ask, view: View) -> list[Row]:
    """The official's SKP by the view's month; one whose period has not ended by then is a plan, whatever came after."""
    end = siapa.end_of(view)
    return [_as_of(row, end) for row in ask.run(_SQL, view.pejabat, end)]


def _as_of(row: Row, end: date) -> Row:
    if row["selesai"] <= end:
        return row
    assessed = row["status"] == "dinilai"
    return {**row, **dict.fromkeys(_GIVEN), "status": "disetujui" if assessed else row["status"]}


def last(ask: Ask, view: View) -> str | None:
    """The last predicate of a whole year that the official was given by the view's month."""
    rows = [row for row in told(ask, view) if row["jenis_periode"] == "tahunan" and row["dihitung"] and row["predikat"]]
    return predicate(rows[0], view.lang) if rows else None


def figures(ask: Ask, view: View) -> list[Figure]:
    """One figure a regime, the latest first; one that says what to import where there is no SKP."""
    lang = view.lang
    rows = told(ask, view)
    if not rows:
        return [
            missing(
                "pejabat.skp", title=text("pejabat.kosong_skp_judul", lang), empty=text("pejabat.kosong_skp", lang),
                provenance=siapa.provenance(ask, view, "skp"), question=text("pejabat.tanya_skp", lang),
            )
        ]  # fmt: skip
    found = [(regime, [row for row in rows if row["rezim"] == regime]) for regime in REGIMES]
    return [_regime(ask, view, regime, some) for regime, some in found if some]


def yearly(ask: Ask, view: View) -> Figure | None:
    """The yearly SKP of all regimes, each row with its regime; words and scores are never joined into a series."""
    lang = view.lang
    found = ask.run(_SQL, view.pejabat, siapa.end_of(view))
    rows = [row for row in found if row["jenis_periode"] == "tahunan" and row["predikat"]]
    if not rows:
        return None
    lines = [{**_line(row, view), "rezim": text(f"jpt.rezim_{row['rezim']}", lang)} for row in rows]
    for line in lines:
        line["predikat"] = f"{line['predikat']} ({line['nilai']})" if line["nilai"] else line["predikat"]
    names = ("periode", "predikat", "rezim")
    return compose(
        "pejabat.skp_tahunan",
        title=text("jpt.judul_skp", lang),
        chart=None,
        table=table(lines, [Column(name, text(f"jpt.kolom_{name}", lang)) for name in names]),
        provenance=siapa.provenance(ask, view, "skp"),
        lang=lang,
        question=text("pejabat.tanya_skp", lang),
        notes=(text("pejabat.catatan_rezim", lang),),
        tags=("pejabat",),
    )


def _regime(ask: Ask, view: View, regime: str, rows: list[Row]) -> Figure:
    lang = view.lang
    lines = [_line(row, view) for row in rows]
    names = [name for name in _UNITS if any(line[name] for line in lines)]
    year = next((row for row in rows if row["jenis_periode"] == "tahunan" and row["predikat"]), None)
    off = sum(row["sesuai_matriks"] is False for row in rows)
    return compose(
        f"pejabat.skp_{regime}",
        title=text(
            "pejabat.judul_skp" if year else "pejabat.judul_skp_tanpa", lang, rezim=text(f"skp.rezim_{regime}", lang),
            predikat=predicate(year, lang),
        ),
        chart=None,
        table=table(lines, [Column(name, text(f"pejabat.kolom_{name}", lang), _UNITS[name]) for name in names]),
        provenance=siapa.provenance(ask, view, "skp"),
        lang=lang,
        question=text("pejabat.tanya_skp", lang),
        notes=(
            text("pejabat.catatan_rezim", lang),
            text("pejabat.catatan_matriks", lang, n=off) if off else "",
        ),
        tags=("pejabat",),
    )  # fmt: skip


def period(row: Mapping[str, Any], lang: Any) -> str:
    """The period of an SKP in words: "2025", "TW II 2026", "Mei 2026", and its months where it is a part of one."""
    if row["jenis_periode"] == "triwulan":
        quarter = text(f"serapan.periode_triwulan_{row['periode']}", lang)
        return f"{quarter} {row['tahun']}"
    if row["jenis_periode"] == "bulanan":
        return f"{month(row['periode'], lang)} {row['tahun']}"
    first, last = (month(row[end].month, lang, short=True) for end in ("mulai", "selesai"))
    months = first if first == last else f"{first}–{last}"
    whole = row["mulai"].month == 1 and row["selesai"].month == 12
    return str(row["tahun"]) if whole else f"{row['tahun']} ({months})"


def _line(row: Row, view: View) -> Row:
    lang = view.lang
    given = row["predikat"]
    title = siapa.post("plt" if row["plt"] else "definitif", row["nama_jabatan"], lang) if row["nama_jabatan"] else None
    return {
        "periode": period(row, lang),
        "predikat": text(f"skp.predikat_{row['rezim']}_{given}", lang) if given else None,
        "hasil": text(f"skp.rating_{row['hasil']}", lang) if row["hasil"] else None,
        "perilaku": text(f"skp.rating_{row['perilaku']}", lang) if row["perilaku"] else None,
        "nilai": None if row["nilai_lama"] is None else write(row["nilai_lama"], "persen", lang).removesuffix(" %"),
        "opd": row["opd"],
        "jabatan": title,
        "status": text(f"skp.status_{row['status']}", lang),
        "matriks": text("pejabat.beda_matriks", lang) if row["sesuai_matriks"] is False else None,
    }
