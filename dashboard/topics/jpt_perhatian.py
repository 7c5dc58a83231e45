"""What asks for attention on the seats of high officials, each with the rule that says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure
from dashboard.figures.tables import table
from dashboard.query import Ask
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics import rotasi_plt
from dashboard.topics.jpt_kursi import Row
from dashboard.view import View
from pipelines.catalogue import text

_UNITS: dict[str, Any] = {
    "jabatan": "teks", "hal": "teks", "pejabat": "teks", "sejak": "tanggal", "dasar": "teks", "hari": "hari",
    "opd": "teks", "tingkat": "teks", "tag": "kode",
}  # fmt: skip


def attention(ask: Ask, view: View, asking: Sequence[Row]) -> Figure:
    """One row a matter with the rule that says so."""
    lang = view.lang
    lines = [rotasi_plt.line(row, view) for row in asking]
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
