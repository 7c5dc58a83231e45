"""Perjanjian kinerja: how far they are in each OPD, beside its money."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Dot, Figure
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import indikator, kepala, kinerja_bocor, kinerja_kuadran
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Quarter
from dashboard.topics.papan import Unit, papan
from dashboard.view import View
from pipelines.catalogue import text

Row = dict[str, Any]
_PK = "select * from app.capaian_opd where tahun = ? and triwulan = ? and tingkat = 'puncak'"
_ALL = "select * from app.capaian_opd where tahun = ? and triwulan = ? and tingkat = 'semua'"
_DONE = Decimal(100)  # an attainment of 100 reaches its target: arithmetic, not a threshold
_UNITS: dict[str, Any] = {
    "opd": "teks", "capaian": "persen", "apa_adanya": "persen", "n": "bulat", "dari": "bulat", "warna": "status",
    "serapan": "persen", "deviasi": "poin", "kepala": "teks", "hari": "hari",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The figures of agreements in the view's quarter; one that says what to import where there are none."""
    when = indikator.quarter(view)
    units = {unit.kode: unit for unit in papan(ask, view)}
    heads = {row["kode_opd"]: row for row in ask.run(_PK, when.tahun, when.nomor)}
    every = {row["kode_opd"]: row for row in ask.run(_ALL, when.tahun, when.nomor)}
    if not any(kode in units for kode in every):
        return [
            missing(
                "kinerja.pk", title=text("pk.kosong_judul", view.lang, triwulan=when.said(view.lang)),
                empty=text("pk.kosong", view.lang), provenance=siapa.provenance(ask, view, "target"),
                question=text("pk.tanya_pk", view.lang),
            )
        ]  # fmt: skip
    return [
        bullets(ask, view, units, heads, every, when),
        kinerja_kuadran.quadrant(ask, view, units, heads, when),
        kinerja_bocor.leaks(ask, view, units, when),
    ]


def bullets(
    ask: Ask, view: View, units: dict[str, Unit], heads: dict[str, Row], every: dict[str, Row], when: Quarter
) -> Figure:
    """The mean attainment of each OPD's eselon II indicators against 100, with how many have a number."""
    lang = view.lang
    lines: list[Row] = []
    dots = []
    for kode, unit in units.items():
        row = heads.get(kode)
        value = indikator.share(row["rata"]) if row else None
        n, total = (row["n_bernilai"], row["n_indikator"]) if row else (0, 0)
        why = None if row else text("pk.tanpa_pk_ii" if kode in every else "pk.tanpa_pk", lang)
        lines.append(
            {
                "kode": kode, "opd": unit.nama, "capaian": value, "n": n, "dari": total,
                "apa_adanya": indikator.share(row["rata_apa_adanya"]) if row else None,
                "warna": unit.warna, "serapan": unit.serapan, "deviasi": unit.deviasi,
                "kepala": kepala.said(unit.kepala, lang) if unit.kepala else None,
                "hari": unit.kepala.hari if unit.kepala else None, "link": unit.link,
            }
        )  # fmt: skip
        note = why or text("pk.n_dari", lang, n=n, dari=total)
        dots.append(Dot(key=kode, label=unit.label, value=value, target=_DONE if value is not None else None,
                        note=note, link=unit.link))  # fmt: skip
    lines.sort(key=lambda line: (line["capaian"] is None, line["capaian"] or 0, line["opd"]))
    low = [line for line in lines if line["capaian"] is not None]
    return compose(
        "kinerja.pk",
        title=text(
            "pk.judul_pk", lang, nama=low[0]["opd"], capaian=write(low[0]["capaian"], "persen", lang),
            triwulan=when.said(lang), n=len(low), total=len(lines),
        ) if low else text("pk.judul_pk_kosong", lang, triwulan=when.said(lang)),
        chart=ranking(
            dots, unit="persen", value_label=text("pk.capaian", lang), target_label=text("pk.target", lang), shown=20
        ),
        table=table(
            lines, [Column(n, text(f"pk.kolom_{n}", lang), u) for n, u in _UNITS.items()], link=lambda row: row["link"]
        ),
        provenance=siapa.provenance(ask, view, "target", money=True),
        lang=lang,
        question=text("pk.tanya_pk", lang),
        notes=(text("pk.catatan_pk", lang, triwulan=when.said(lang)),),
        tags=("pk.capaian",),
    )  # fmt: skip
