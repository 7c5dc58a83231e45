"""How one indicator moved: over the years against target, province and nation, else over the quarters of its year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal

from dashboard.figures.compose import compose
from dashboard.figures.figure import Column, Figure, Lang, Series, Trend
from dashboard.figures.tables import table
from dashboard.query import Ask
from dashboard.topics import indikator
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Indikator, Quarter
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.satuan import baku

_QUARTERS = (
    "select triwulan, nilai, triwulan_bawah as target_bawah, triwulan_atas as target_atas, capaian "
    "from app.indikator where kode_indikator = ? and tahun = ? order by triwulan"
)
_YEARS = (
    "select i.tahun, i.triwulan, i.nilai, i.target_bawah, i.target_atas, i.target_tahun, i.capaian_tahun, i.lengkap, "
    "i.satuan, "
    # A comparator of an older release stands in the card with its year; a line shows each year's own only.
    "case when coalesce(right(l.sumber_nasional, 4), i.tahun::varchar) = i.tahun::varchar "
    "then l.pembanding_nasional_angka end as nasional, "
    "case when coalesce(right(l.sumber_provinsi, 4), i.tahun::varchar) = i.tahun::varchar "
    "then l.pembanding_provinsi_angka end as provinsi "
    "from app.indikator as i left join app.lkjip as l on i.kode_indikator = l.kode_indikator and i.tahun = l.tahun "
    "and i.triwulan = l.triwulan where i.kode_indikator = ? and i.tahun <= ? "
    "and i.triwulan = case when i.tahun = ? then ? else 4 end order by i.tahun"
)


def trend(ask: Ask, view: View, one: Indikator, when: Quarter) -> Figure:
    """Years of the indicator with their targets where several are known, else the quarters of this one."""
    lang = view.lang
    years = ask.run(_YEARS, one.kode, when.tahun, when.tahun, when.nomor)
    by_year = len(years) > 1
    # An index that is told on another scale since is another number: those years stand in the table only.
    unit = baku(one.row["satuan"])
    other = sorted({str(row["satuan"]) for row in years if baku(row["satuan"]) != unit})
    rows = years if by_year else ask.run(_QUARTERS, one.kode, when.tahun)
    kept = [row for row in rows if by_year or row["triwulan"] <= when.nomor or row["target_bawah"] is not None]
    labels = [
        str(row["tahun"]) if by_year else text(f"target.tw_{row['triwulan']}", lang) for row in kept
    ]  # fmt: skip
    known = [row["nilai"] if by_year or row["triwulan"] <= when.nomor else None for row in kept]
    goals = [_middle(row) for row in kept]
    lines: list[dict[str, Any]] = [
        {
            "kapan": label, "nilai": value, "target": goal,
            "capaian": None if value is None else indikator.share(row["capaian_tahun" if by_year else "capaian"]),
            "nasional": row.get("nasional"), "provinsi": row.get("provinsi"), "satuan": row.get("satuan"),
        }
        for label, row, value, goal in zip(labels, kept, known, goals, strict=True)
    ]  # fmt: skip
    drawn = [line for line in lines if not by_year or baku(line["satuan"]) == unit]
    if one.row["metode"] == "predikat" or all(line[name] is None for line in drawn for name in ("nilai", "target")):
        chart = None
    else:
        chart = Trend(tuple(line["kapan"] for line in drawn), tuple(_lines(drawn, lang)), "angka", zero=False)
    units: dict[str, Any] = {"kapan": "teks", "nilai": "angka", "target": "angka", "capaian": "persen"}
    units |= {name: "angka" for name in ("provinsi", "nasional") if any(line[name] is not None for line in lines)}
    units |= {"satuan": "teks"} if other else {}
    said = sum(value is not None for value in known)
    return compose(
        "target.perjalanan",
        title=text(
            f"target.judul_perjalanan_{'tahun' if by_year else 'triwulan'}", lang, n=said, satuan=one.row["satuan"]
        ),
        chart=chart,
        table=table(lines, [Column(n, text(f"target.kolom_{n}", lang), u) for n, u in units.items()]),
        provenance=siapa.provenance(ask, view, "target"),
        lang=lang,
        question=text("target.tanya_perjalanan", lang),
        notes=(
            text("target.catatan_perjalanan", lang) if by_year else "",
            text("wilayah.tren_satuan", lang, n=len(lines) - len(drawn), satuan=", ".join(other)) if other else "",
        ),
        width="half",
        tags=("target.perjalanan",),
    )


def _lines(lines: Sequence[dict[str, Any]], lang: Lang) -> Iterator[Series]:
    """Target and result, and beside them the province and the nation where a figure of any year is known."""
    yield Series(text("target.target", lang), tuple(line["target"] for line in lines), "target")
    yield Series(text("target.realisasi", lang), tuple(line["nilai"] for line in lines), "actual")
    beside: tuple[tuple[str, Literal["before", "other"]], ...] = (("provinsi", "before"), ("nasional", "other"))
    for name, role in beside:
        values = tuple(line[name] for line in lines)
        if any(value is not None for value in values):
            yield Series(text(f"target.kolom_{name}", lang), values, role)


def _middle(row: dict[str, Any]) -> Decimal | None:
    """A target as one number: a range by its nearer edge is none."""
    return row["target_bawah"] if row["target_bawah"] == row["target_atas"] else None
