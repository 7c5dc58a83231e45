"""What asks for attention on the seats of high officials, each with the rule that says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import kepala, pejabat_daftar, rotasi_plt
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.jpt_kursi import Row
from dashboard.topics.kinerja_unit import rule, setting
from dashboard.view import View
from pipelines.catalogue import text

LOW = ("butuh_perbaikan", "kurang", "sangat_kurang")
_UNITS: dict[str, Any] = {
    "jabatan": "teks", "hal": "teks", "pejabat": "teks", "sejak": "tanggal", "dasar": "teks", "hari": "hari",
    "opd": "teks", "tingkat": "teks", "tag": "kode",
}  # fmt: skip


def attention(ask: Ask, view: View, rows: Sequence[Row], asking: Sequence[Row]) -> Figure:
    """One row a matter with the rule that says so; what the last predicate of a year asks for stands among them."""
    lang = view.lang
    pressing = [rotasi_plt.line(row, view) for row in asking if row["tingkat"] == "perhatian"]
    low = [_low(ask, row, view) for row in rows if is_low(row)]
    lines = [*pressing, *low, *(rotasi_plt.line(row, view) for row in asking if row["tingkat"] != "perhatian")]
    question, provenance = text("jpt.tanya_perhatian", lang), siapa.provenance(ask, view, "riwayat", "skp")
    if not lines:
        return missing(
            "jpt.perhatian", title=text("jpt.kosong_perhatian_judul", lang), question=question,
            empty=text("jpt.kosong_perhatian", lang), provenance=provenance,
        )  # fmt: skip
    return compose(
        "jpt.perhatian",
        title=text("jpt.judul_perhatian", lang, n=len(lines), kursi=len({line["jabatan"] for line in lines})),
        chart=None,
        table=table(lines, [Column(k, text(f"rotasi.kolom_{k}", lang), unit) for k, unit in _UNITS.items()]),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("pejabat.catatan_perhatian", lang),),
    )


def is_low(row: Row) -> bool:
    """Whether the last predicate of a year is below good, under the regime that asks for improvement."""
    told = row["predikat"]
    return row["keadaan"] == "definitif" and bool(told) and told["rezim"] == "pan6" and told["predikat"] in LOW


def _low(ask: Ask, row: Row, view: View) -> Row:
    lang, told = view.lang, row["predikat"]
    end: date = told["selesai"]
    months = write(setting(ask, "bulan_perbaikan"), "bulat", lang)
    said = pejabat_daftar.predicate(told, lang)
    return {
        "jabatan": row["nama_jabatan"], "hal": text("jpt.predikat_bawah", lang, predikat=said, bulan=months),
        "pejabat": kepala.person(row["sebutan"], row["nama"], lang), "sejak": end,
        "hari": (siapa.end_of(view) - end).days, "opd": row["opd"],
        "tingkat": text("rotasi.tingkat_perhatian", lang), "tag": "C2",
        "dasar": rule(ask, "setelan", "bulan_perbaikan", lang),
    }  # fmt: skip
