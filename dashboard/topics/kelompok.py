"""The groups that a leader calls together: Asisten and Komisi, weighted total beside the simple mean of their OPD."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose
from dashboard.figures.figure import Bars, Column, Figure, Series
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import angka, tautan
from dashboard.view import View
from pipelines.catalogue import text

MEASURES = ("pagu", "realisasi", "sisa", "serapan", "deviasi", "serapan_rata")


def figures(ask: Ask, view: View) -> list[Figure]:
    """One figure for each way of grouping that the master knows."""
    found = [group(ask, view, dimension) for dimension in ("kelompok", "komisi")]
    return [figure for figure in found if figure]


def group(ask: Ask, view: View, dimension: str) -> Figure | None:
    """Serapan of each group against its target, lowest first; None where the master names fewer than two groups."""
    lang = view.lang
    rows = [row for row in angka.measure(ask, view, MEASURES, by=(dimension,)) if row[dimension]]
    if len(rows) < 2:
        return None
    lines = sorted((_line(row, dimension, lang) for row in rows), key=_low)
    whole = _line({**angka.total(ask, view, MEASURES), dimension: None}, dimension, lang)
    known = [line for line in lines if line["serapan"] is not None]
    key = f"peringkat.judul_kelompok_{dimension}" if known else "peringkat.judul_kelompok_kosong"
    return compose(
        f"peringkat.{'asisten' if dimension == 'kelompok' else dimension}",
        title=text(
            key, lang, nama=known[0]["nama"] if known else "",
            serapan=write(known[0]["serapan"] if known else None, "persen", lang),
            total=write(whole["serapan"], "persen", lang), rata=write(whole["rata"], "persen", lang),
        ),
        chart=Bars(
            categories=tuple(line["nama"] for line in lines),
            series=(
                Series(text("peringkat.serapan", lang), tuple(line["serapan"] for line in lines), "actual", "bar"),
                Series(text("peringkat.target", lang), tuple(line["target"] for line in lines), "target", "bar"),
            ),
            unit="persen",
            links=tuple(line["link"] for line in lines),
        ),
        table=table([*lines, whole], _heads(lang), link=lambda line: line["link"]),
        provenance=ask.provenance(view, sources=("realisasi", "rak", "pagu")),
        lang=lang,
        question=text("peringkat.tanya_kelompok", lang),
        notes=(text("peringkat.catatan_rata", lang),),
        width="half",
        tags=("tepra.kelompok",),
    )  # fmt: skip


def _low(line: dict[str, Any]) -> tuple[bool, Decimal]:
    return line["serapan"] is None, line["serapan"] or Decimal(0)


def _line(row: Any, dimension: str, lang: Any) -> dict[str, Any]:
    kode = row[dimension]
    words = "umum.asisten" if dimension == "kelompok" else "umum.komisi"
    kind = "asisten" if dimension == "kelompok" else dimension
    return {
        "link": tautan.kelompok(f"{kind}-{kode}") if kode else None,
        "nama": text(words, lang, nama=kode) if kode else text("peringkat.seluruhnya", lang),
        "pagu": row.get("pagu"), "realisasi": row.get("realisasi"), "sisa": row.get("sisa"),
        "serapan": row.get("serapan"), "target": angka.less(row.get("serapan"), row.get("deviasi")),
        "deviasi": row.get("deviasi"), "rata": row.get("serapan_rata"),
    }  # fmt: skip


def _heads(lang: Any) -> list[Column]:
    units: dict[str, Any] = {
        "nama": "teks", "serapan": "persen", "rata": "persen", "target": "persen", "deviasi": "poin",
        "pagu": "rupiah", "realisasi": "rupiah", "sisa": "rupiah",
    }  # fmt: skip
    return [Column(name, text(f"peringkat.kolom_{name}", lang, tahun=""), unit) for name, unit in units.items()]
