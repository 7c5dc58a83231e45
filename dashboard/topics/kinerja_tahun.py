"""Predicates year by year; a line ends where one way of assessing gave way to another, for they cannot be compared."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure, Series, Trend
from dashboard.figures.figure import Unit as Kind
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask, in_group
from dashboard.topics.kinerja_unit import rule, share
from dashboard.view import View
from pipelines.catalogue import text

_SQL = (
    "select distinct s.tahun, s.rezim, s.kode_opd, s.n_wajib, s.n_dinilai, s.n_tanpa_predikat, s.n_sangat_baik, "
    "s.n_baik, o.asisten, o.komisi_dprd from app.skp as s inner join app.opd as o on s.kode_opd = o.kode_opd "
    "where s.jenis_periode = 'tahunan' and s.bulan = 12 and s.n_dinilai is not null"
)


def years(ask: Ask, view: View) -> Figure:
    """The share of good and very good of those with a predicate, each regime a line of its own."""
    lang = view.lang
    rows = _by_year(ask, view)
    provenance = ask.provenance(view, sources=("skp", "pegawai", "riwayat_jabatan"), rule=_rules(ask, rows, view))
    question = text("kinerja.tanya_tahun", lang)
    if not rows:
        return missing(
            "kinerja.tahun", title=text("kinerja.kosong_tahun_judul", lang), empty=text("kinerja.kosong_tahun", lang),
            provenance=provenance, question=question,
        )  # fmt: skip
    regimes = list(dict.fromkeys(row["rezim"] for row in rows))
    series = tuple(
        Series(
            text(f"kinerja.rezim_{regime}", lang),
            tuple(row["baik"] if row["rezim"] == regime else None for row in rows),
            "actual" if regime == regimes[-1] else "other",
        )
        for regime in regimes
    )
    breaks = [at for at, row in enumerate(rows) if at and row["rezim"] != rows[at - 1]["rezim"]]
    kinds: dict[str, Kind] = {
        "tahun": "kode", "rezim": "teks", "wajib": "bulat", "dinilai": "persen", "sangat_baik": "persen",
        "baik": "persen",
    }  # fmt: skip
    body = [{**row, "tahun": str(row["tahun"]), "rezim": text(f"skp.rezim_{row['rezim']}", lang)} for row in rows]
    return compose(
        "kinerja.tahun",
        title=text(
            "kinerja.judul_tahun", lang, tahun=rows[-1]["tahun"], baik=write(rows[-1]["baik"], "persen", lang),
            n=len(regimes),
        ),
        chart=Trend(
            tuple(str(row["tahun"]) for row in rows), series, "persen",
            marks=tuple((at, text("kinerja.aturan_baru", lang)) for at in breaks),
        ),
        table=table(body, [Column(name, text(f"kinerja.kolom_{name}", lang), kind) for name, kind in kinds.items()]),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("kinerja.catatan_tahun", lang),),
        tags=("skp.tahun",),
    )  # fmt: skip


def _by_year(ask: Ask, view: View) -> list[dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for row in ask.run(_SQL):
        if row["tahun"] > view.tahun or not in_group(row, view):
            continue
        year = found.setdefault(row["tahun"], {"rezim": row["rezim"], "n": [0, 0, 0, 0]})
        rated = row["n_dinilai"] - row["n_tanpa_predikat"]
        here = (row["n_wajib"], row["n_dinilai"], rated, row["n_sangat_baik"] + row["n_baik"])
        year["n"] = [a + b for a, b in zip(year["n"], here, strict=True)]
        year["sb"] = year.get("sb", 0) + row["n_sangat_baik"]
    return [
        {
            "tahun": year,
            "rezim": one["rezim"],
            "wajib": one["n"][0],
            "dinilai": share(one["n"][1], one["n"][0]),
            "baik": share(one["n"][3], one["n"][2]),
            "sangat_baik": share(one["sb"], one["n"][2]) or Decimal(0),
        }
        for year, one in sorted(found.items())
    ]


def _rules(ask: Ask, rows: list[dict[str, Any]], view: View) -> str | None:
    regimes = dict.fromkeys(row["rezim"] for row in rows)
    return "; ".join(said for regime in regimes if (said := rule(ask, "rezim", regime, view.lang))) or None
