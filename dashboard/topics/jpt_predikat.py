"""How the yearly predicates of high officials spread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Column, Figure, Series
from dashboard.figures.tables import table
from dashboard.query import Ask
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.jpt_kursi import LOW, Row
from dashboard.topics.kinerja_unit import PREDIKAT, WARNA, few, hidden, share, word
from dashboard.view import View
from pipelines.catalogue import text


def spread(ask: Ask, view: View, rows: Sequence[Row]) -> Figure:
    """How the last predicates of a year spread among definitive holders; of the latest year only."""
    lang = view.lang
    definitive = [row for row in rows if row["keadaan"] == "definitif"]
    told = [row["predikat"] for row in definitive if row["predikat"]]
    provenance, question = siapa.provenance(ask, view, "skp"), text("jpt.tanya_predikat", lang)
    year = max((one["tahun"] for one in told), default=None)
    kept = [one for one in told if one["tahun"] == year]
    if not kept or hidden(ask, len(kept)):
        return missing(
            "jpt.predikat", title=text("jpt.kosong_predikat_judul", lang), question=question, provenance=provenance,
            empty=text("jpt.kecil_predikat" if kept else "pejabat.kosong_skp", lang, batas=few(ask)),
        )  # fmt: skip
    regime = kept[0]["rezim"]
    n = {name: sum(one["predikat"] == name for one in kept) for name in PREDIKAT}
    there = [name for name in PREDIKAT if n[name]]
    shares = tuple(share(n[name], len(kept)) for name in there)
    lines = [
        {"predikat": word(name, regime, lang), "n": n[name], "bagian": share(n[name], len(kept))} for name in PREDIKAT
    ]
    units: dict[str, Any] = {"predikat": "teks", "n": "bulat", "bagian": "persen"}
    good = sum(n[name] for name in PREDIKAT if name not in LOW)
    return compose(
        "jpt.predikat",
        title=text("jpt.judul_predikat", lang, n=good, total=len(kept), tahun=year),
        chart=Bars(
            tuple(word(name, regime, lang) for name in there),
            (Series(text("jpt.kolom_bagian", lang), shares, "actual", "bar"),),
            "persen",
            statuses=tuple(WARNA[name] for name in there),
        ),
        table=table(lines, [Column(k, text(f"jpt.kolom_{k}", lang), unit) for k, unit in units.items()]),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("jpt.catatan_predikat", lang, total=len(kept), definitif=len(definitive), tahun=year),),
    )
