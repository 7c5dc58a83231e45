"""Documents entered but not yet paid: owed, and therefore in no realisasi."""

from __future__ import annotations

from decimal import Decimal

from dashboard.figures.compose import compose
from dashboard.figures.figure import Column, Figure
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import tautan
from dashboard.view import View
from pipelines.catalogue import text

_SQL = (
    "select k.kode_opd, o.nama, sum(k.n_dokumen) as n, sum(k.nilai) as nilai from app.kewajiban as k "
    "inner join app.opd as o on k.kode_opd = o.kode_opd where k.tahun = ? and k.bulan <= ? "
    "and ? in ('semua', 'asisten-' || o.asisten, 'komisi-' || o.komisi_dprd) "
    "group by k.kode_opd, o.nama order by nilai desc, o.nama"
)


def figures(ask: Ask, view: View) -> list[Figure]:
    """What is owed, by OPD; no figure where no document register was given."""
    lang = view.lang
    rows = ask.run(_SQL, view.tahun, view.bulan, view.kelompok)
    if not rows:
        return []
    whole = sum((Decimal(row["nilai"]) for row in rows), Decimal(0))
    heads = (
        Column("nama", text("serapan.kolom_opd", lang)),
        Column("n", text("serapan.kolom_dokumen", lang), "bulat"),
        Column("nilai", text("serapan.kolom_nilai_kewajiban", lang), "rupiah"),
    )
    return [
        compose(
            "serapan.kewajiban",
            title=text(
                "serapan.judul_kewajiban", lang, n=len(rows), nilai=write(whole, "rupiah", lang, short=True)
            ),
            chart=None,
            table=table(rows, heads, link=lambda row: tautan.opd(row["kode_opd"])),
            provenance=ask.provenance(view, sources=("realisasi",)),
            lang=lang,
            question=text("serapan.tanya_kewajiban", lang),
            notes=(text("serapan.catatan_kewajiban", lang),),
            width="half",
            tags=("tepra.lampiran",),
        )
    ]  # fmt: skip
