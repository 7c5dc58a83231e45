"""Which rule makes an OPD red, and how much is still missing to the next colour: the same data under every profile."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure
from dashboard.figures.tables import table
from dashboard.look import month, status_word, write
from dashboard.query import Ask
from dashboard.topics.papan import Unit
from dashboard.view import View
from dashboard.words import Words
from pipelines.catalogue import text
from pipelines.measures import exact

_SQL = (
    "select profil, ukuran, nilai, warna, alasan, dasar_hukum, dasar_hukum_en, tag, warna_berikut, kurang_rupiah "
    "from app.rapor where tahun = ? and bulan = ? and kode_opd = ? and cakupan = ? order by profil"
)


def why(ask: Ask, view: View, unit: Unit) -> Figure:
    """One row a profile: value, colour, what the next colour still needs in rupiah and points, and the basis."""
    lang = view.lang
    rows = ask.run(_SQL, view.tahun, view.bulan, unit.kode, view.cakupan)
    provenance = ask.provenance(view, rule=True)
    question = text("profil_opd.tanya_aturan", lang)
    if not rows:
        return missing(
            "profil_opd.aturan", title=text("profil_opd.kosong_aturan_judul", lang),
            empty=text("profil_opd.kosong_aturan", lang), provenance=provenance, question=question, tags=("opd",),
        )  # fmt: skip
    lines = [_line(row, unit, view) for row in rows]
    units: dict[str, Any] = {
        "profil": "teks", "nilai": "teks", "warna": "status", "alasan": "teks", "berikut": "status",
        "kurang": "rupiah", "kurang_poin": "poin", "dasar": "teks", "tag": "kode",
    }  # fmt: skip
    for name in ("alasan", "berikut", "kurang", "kurang_poin"):
        if all(line[name] is None for line in lines):
            del units[name]
    heads = [Column(name, text(f"profil_opd.kolom_{name}", lang), kind) for name, kind in units.items()]
    lines.sort(key=lambda line: (line["kode"] != view.profil, line["profil"]))
    return compose(
        "profil_opd.aturan",
        title=_title(lines, rows, unit, view),
        chart=None,
        table=table(lines, heads),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("profil_opd.catatan_aturan", lang, pagu=write(unit.pagu, "rupiah", lang, short=True)),),
        tags=("opd",),
    )


def _line(row: dict[str, Any], unit: Unit, view: View) -> dict[str, Any]:
    lang, kind = view.lang, "poin" if row["ukuran"] == "deviasi_poin" else "persen"
    missing_rupiah = row["kurang_rupiah"]
    points = None
    if missing_rupiah is not None and unit.pagu:
        points = exact(Decimal(missing_rupiah) * 100 / Decimal(unit.pagu), "poin")
    return {
        "kode": row["profil"],
        "profil": Words(lang).profile(row["profil"]),
        "nilai": write(row["nilai"], "poin" if kind == "poin" else "persen", lang),
        "warna": row["warna"],
        "alasan": text(f"umum.alasan_{row['alasan']}", lang) if row["alasan"] else None,
        "berikut": row["warna_berikut"],
        "kurang": missing_rupiah,
        "kurang_poin": points,
        "dasar": (row["dasar_hukum_en"] if lang == "en" else None) or row["dasar_hukum"],
        "tag": row["tag"],
    }


def _title(lines: list[dict[str, Any]], rows: list[dict[str, Any]], unit: Unit, view: View) -> str:
    lang = view.lang
    chosen = next((line for line in lines if line["kode"] == view.profil), None)
    red = sum(row["warna"] == "merah" for row in rows)
    if chosen is None or unit.serapan is None:
        return text("profil_opd.judul_aturan_belum", lang, nama=unit.label, bulan=month(view.until, lang))
    warna = status_word(chosen["warna"], lang).lower()
    if chosen["kurang"] is None or not chosen["berikut"]:
        return text("profil_opd.judul_aturan_puncak", lang, warna=warna, merah=red, n=len(rows))
    return text(
        "profil_opd.judul_aturan", lang, warna=warna, berikut=status_word(chosen["berikut"], lang).lower(),
        rupiah=write(chosen["kurang"], "rupiah", lang, short=True), merah=red, n=len(rows),
    )  # fmt: skip
