"""The units below an OPD (bagian of a Setda, puskesmas of a Dinkes): who among them holds the money back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose
from dashboard.figures.figure import Bars, Column, Figure, Series
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import angka
from dashboard.view import View
from pipelines.catalogue import text

MEASURES = ("pagu", "rak_kumulatif", "rak_persen", "realisasi", "sisa", "serapan")


def figures(ask: Ask, view: View) -> list[Figure]:
    """Serapan of each unit, lowest first; no figure where the OPD is one unit or has not reported."""
    lang = view.lang
    found = angka.measure(ask, view, MEASURES, by=("unit",), also={"opd": view.opd})
    rows = [row for row in found if row["pagu"]]
    known = [row for row in rows if row["serapan"] is not None]
    if len(rows) < 2 or not known:
        return []
    rows.sort(key=lambda row: (row["serapan"] is None, row["serapan"] or Decimal(0), str(row["unit"])))
    lines = [{**row, "nama": row["unit_nama"] or row["unit"]} for row in rows]
    series = [Series(text("serapan.serapan", lang), tuple(line["serapan"] for line in lines), "actual", "bar")]
    if any(row["rak_kumulatif"] and not row["pagu"] for row in found):
        # The plan stands on a unit without money of its own: that of the others is then not nil but unknown.
        lines = [{**line, "rak_kumulatif": None, "rak_persen": None} for line in lines]
    targets = tuple(line["rak_persen"] for line in lines)
    if any(target is not None for target in targets):
        series.append(Series(text("serapan.target_rak", lang), targets, "target", "bar"))
    units: dict[str, Any] = {
        "nama": "teks", "pagu": "rupiah", "rak_kumulatif": "rupiah", "realisasi": "rupiah", "sisa": "rupiah",
        "serapan": "persen", "rak_persen": "persen", "unit": "kode",
    }  # fmt: skip
    words = {"rak_kumulatif": "rak", "rak_persen": "target", "unit": "kode"}
    heads = [Column(name, text(f"serapan.kolom_{words.get(name, name)}", lang), kind) for name, kind in units.items()]
    low = lines[0]
    return [
        compose(
            "profil_opd.bagian",
            title=text(
                "profil_opd.judul_bagian", lang, n=len(lines), nama=low["nama"],
                serapan=write(low["serapan"], "persen", lang),
            ),
            chart=Bars(tuple(line["nama"] for line in lines), tuple(series), "persen"),
            table=table(lines, heads),
            provenance=ask.provenance(view, sources=("realisasi", "rak", "pagu")),
            lang=lang,
            question=text("profil_opd.tanya_bagian", lang),
            tags=("opd",),
        )
    ]  # fmt: skip
