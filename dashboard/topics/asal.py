"""What an OPD's numbers are read from, and whether the totals in its files agree with their rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.view import View
from dashboard.words import Words
from pipelines.catalogue import text

_SOURCES = (
    "select sumber, posisi_terakhir, direkam_pada, format, impor_id, tanpa_tanggal from app.posisi_data "
    "where kode_opd = ? order by sumber"
)
_CONTROLS = (
    "select nama_berkas, nama, di_berkas, dijumlah, selisih, direkam_pada from app.rekonsiliasi "
    "where kode_opd = ? order by abs(selisih) desc, nama_berkas, nama"
)
SHOWN = 12


def figures(ask: Ask, view: View) -> list[Figure]:
    """The sources of the view's OPD and the reconciliation of its files."""
    return [sources(ask, view), controls(ask, view)]


def sources(ask: Ask, view: View) -> Figure:
    """One row a source: up to which month, recorded when, from which file."""
    lang = view.lang
    rows = ask.run(_SOURCES, view.opd)
    provenance = ask.provenance(view, sources=("realisasi", "rak", "pagu", "fisik"))
    question = text("profil_opd.tanya_sumber", lang)
    if not rows:
        return missing(
            "profil_opd.sumber", title=text("profil_opd.kosong_sumber_judul", lang),
            empty=text("profil_opd.kosong_sumber", lang), provenance=provenance, question=question, width="half",
        )  # fmt: skip
    # What speaks of an earlier year only is shown with its date, but is not there for this one.
    there = {row["sumber"] for row in rows if str(row["posisi_terakhir"] or "") >= str(view.tahun)}
    missing_ones = {"realisasi", "rak", "pagu", "fisik"} - there
    names = ", ".join(text(f"umum.sumber_{name}", lang) for name in sorted(missing_ones))
    words = Words(lang)
    lines = [
        {
            **row,
            "sumber": words(f"umum.sumber_{row['sumber']}"),
            "format": words.source(str(row["format"])),
            "posisi_terakhir": reach(row, lang),
        }
        for row in rows
    ]
    heads = (
        Column("sumber", text("profil_opd.kolom_sumber", lang)),
        Column("posisi_terakhir", text("profil_opd.kolom_posisi", lang)),
        Column("direkam_pada", text("profil_opd.kolom_direkam", lang), "tanggal"),
        Column("format", text("profil_opd.kolom_format", lang)),
        Column("impor_id", text("profil_opd.kolom_impor", lang), "kode"),
    )
    key = "judul_sumber_kurang" if missing_ones else "judul_sumber"
    return compose(
        "profil_opd.sumber",
        title=text(f"profil_opd.{key}", lang, n=len(there), kurang=names, tahun=view.tahun),
        chart=None,
        table=table(lines, heads),
        provenance=provenance,
        lang=lang,
        question=question,
        width="half",
        tags=("opd.lampiran",),
    )


def reach(row: Mapping[str, Any], lang: str) -> str:
    """Up to which month a source speaks; a ceiling without a date of its own says so, for none may be read into it."""
    if row["tanpa_tanggal"]:
        return text("umum.tanpa_tanggal", lang)
    return write(row["posisi_terakhir"], "bulan", lang, short=True)


def controls(ask: Ask, view: View) -> Figure:
    """One row a control total: in the file, summed from its rows, and the difference to the rupiah."""
    lang = view.lang
    rows = [{**row, "nama": Words(lang).control(row["nama"])} for row in ask.run(_CONTROLS, view.opd)]
    provenance = ask.provenance(view)
    question = text("profil_opd.tanya_kontrol", lang)
    if not rows:
        return missing(
            "profil_opd.rekonsiliasi", title=text("profil_opd.kosong_kontrol_judul", lang),
            empty=text("profil_opd.kosong_kontrol", lang), provenance=provenance, question=question, width="half",
        )  # fmt: skip
    off = [row for row in rows if row["selisih"]]
    worst = max((abs(row["selisih"]) for row in off), default=None)
    heads = (
        Column("nama_berkas", text("profil_opd.kolom_berkas", lang)),
        Column("nama", text("profil_opd.kolom_total", lang)),
        Column("di_berkas", text("profil_opd.kolom_di_berkas", lang), "rupiah"),
        Column("dijumlah", text("profil_opd.kolom_dijumlah", lang), "rupiah"),
        Column("selisih", text("profil_opd.kolom_selisih", lang), "rupiah"),
    )
    title = (
        text("profil_opd.judul_kontrol_selisih", lang, n=len(off), total=len(rows), rupiah=write(worst, "rupiah", lang))
        if off
        else text("profil_opd.judul_kontrol", lang, n=len(rows))
    )
    return compose(
        "profil_opd.rekonsiliasi",
        title=title,
        chart=None,
        table=table(rows, heads, shown=SHOWN),
        provenance=provenance,
        lang=lang,
        question=question,
        width="half",
        tags=("opd.lampiran",),
    )
