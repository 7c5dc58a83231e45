"""What one official found and what came since, OPD by OPD and year by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Dot, Figure
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics import tautan
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

Row = dict[str, Any]
_TERM_UNITS: dict[str, Any] = {
    "opd": "teks", "tahun": "kode", "bulan": "teks", "keadaan": "teks", "warisan": "poin", "sendiri": "poin",
    "akhir_posisi": "poin", "hari": "hari",
}  # fmt: skip


def readable(term: Mapping[str, Any]) -> bool:
    """Whether the own part of a term can be read: thirty days in post, and at least one month of it reported."""
    return bool(term["n_dilaporkan"]) and not term["terlalu_dini"]


def _note(row: Row, lang: Any) -> str:
    """The change within a term in as few letters as a phone has room for, or why there is none."""
    if row["sendiri"] is None:
        return text("pejabat.dini" if row["n_dilaporkan"] else "umum.alasan_belum_lapor", lang)
    return f"Δ {write(row['sendiri'], 'poin', lang).partition(' ')[0]}"


def inherited(ask: Ask, view: View, terms: Sequence[Row]) -> Figure:
    """What the official found and what came since, for each OPD and year held as its head."""
    lang = view.lang
    provenance = siapa.provenance(ask, view, "riwayat", money=True)
    question = text("pejabat.tanya_masa", lang)
    known = [term for term in terms if term["sendiri"] is not None]
    if not known:
        return missing(
            "pejabat.masa", title=text("pejabat.kosong_masa_judul", lang), empty=text("pejabat.kosong_masa", lang),
            provenance=provenance, question=question, width="half",
        )  # fmt: skip
    rows = [
        {
            **term, "akhir_posisi": exact(term["warisan"] + term["sendiri"], "poin"),
            "keadaan": siapa.held(term["keadaan"], lang),
            "warisan": exact(term["warisan"], "poin"),
            "sendiri": exact(term["sendiri"], "poin") if readable(term) else None,
            "bulan": "–".join(
                dict.fromkeys(month(term[end], lang, short=True) for end in ("dari_bulan", "sampai_bulan"))
            ),
            "tahun": str(term["tahun"]), "link": tautan.opd(term["kode_opd"]),
        }
        for term in known
    ]  # fmt: skip
    first = rows[0]
    dots = (
        Dot(
            key=f"{row['kode_opd']}-{row['tahun']}-{row['urutan']}", label=f"{row['opd']} {row['tahun']}",
            value=row["akhir_posisi"], target=row["warisan"], link=row["link"],
            note=_note(row, lang),
        )
        for row in rows
    )  # fmt: skip
    return compose(
        "pejabat.masa",
        title=text(
            "pejabat.judul_masa", lang, opd=first["opd"], tahun=first["tahun"],
            warisan=write(first["warisan"], "poin", lang), sendiri=write(first["sendiri"], "poin", lang),
        ) if first["sendiri"] is not None else text("pejabat.judul_masa_dini", lang, opd=first["opd"]),
        chart=ranking(
            dots, unit="poin", order=False, value_label=text("pejabat.deret_akhir", lang),
            target_label=text("pejabat.deret_warisan", lang),
        ),
        table=table(
            rows, [Column(name, text(f"pejabat.kolom_{name}", lang), unit) for name, unit in _TERM_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(
            text("pejabat.catatan_angka", lang), text("pejabat.catatan_warisan", lang), text("jabatan.gambaran", lang)
        ),
        width="half",
        tags=("pejabat",),
    )  # fmt: skip
