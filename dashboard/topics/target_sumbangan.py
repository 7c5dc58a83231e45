"""What one indicator hangs on: the contribution of each OPD to a regional one, the children of one of an agreement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Dot, Figure
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import indikator, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Indikator, Quarter
from dashboard.view import View
from pipelines.catalogue import text

_PARTS = (
    "select s.*, coalesce(o.singkatan, o.nama, s.kode_opd) as opd, o.nama as nama_opd, w.warna from app.sumbangan as s "
    "left join app.opd as o on s.kode_opd = o.kode_opd "
    "left join app.indikator_warna as w on s.kode_sumbangan = w.kode_indikator and s.tahun = w.tahun "
    "and s.triwulan = w.triwulan and w.profil = ? where s.kode_indikator = ? and s.tahun = ? and s.triwulan = ? "
    "order by s.ke nulls last, opd, s.kode_sumbangan"
)
_PART_UNITS: dict[str, Any] = {
    "opd": "teks", "sumbangan": "teks", "lewat": "teks", "target": "teks", "nilai": "teks", "capaian": "persen",
    "status": "status", "sebab": "teks",
}  # fmt: skip


def parts(ask: Ask, view: View, one: Indikator, when: Quarter) -> Figure:
    """What each OPD contributes to a regional indicator, the slowest on top."""
    lang = view.lang
    rows = ask.run(_PARTS, indikator.profile(ask, view) or "", one.kode, when.tahun, when.nomor)
    question = text("target.tanya_sumbangan", lang)
    provenance = siapa.provenance(ask, view, "target", "tim")
    if not rows:
        return missing(
            "target.sumbangan", title=text("target.kosong_sumbangan_judul", lang),
            empty=text("target.kosong_sumbangan", lang), provenance=provenance, question=question, width="half",
        )  # fmt: skip
    lines = [
        {
            "opd": row["nama_opd"] or row["kode_opd"], "sumbangan": row["indikator"],
            "lewat": text(f"target.lewat_{row['lewat']}", lang),
            "target": indikator.said(row["target_triwulan"] or row["target_tahun"] or "", lang) or None,
            "nilai": None if row["nilai"] is None else f"{write(row['nilai'], 'angka', lang)} {row['satuan']}",
            "capaian": indikator.share(row["capaian"]), "status": row["warna"] or "abu",
            "sebab": indikator.why(row["sebab"], lang),
            "link": tautan.indikator(row["kode_sumbangan"]) if row["kode_sumbangan"] else tautan.opd(row["kode_opd"]),
        }
        for row in rows
    ]  # fmt: skip
    dots = [
        Dot(
            key=f"{row['kode_opd']}-{row['kode_sumbangan']}", label=f"{row['opd']}: {row['indikator'] or '–'}",
            value=line["capaian"], status=row["warna"] if line["capaian"] is not None else None,
            note=line["sebab"], link=line["link"],
        )
        for row, line in zip(rows, lines, strict=True)
    ]  # fmt: skip
    slow = slowest(ask, view, one)
    return compose(
        "target.sumbangan",
        title=text(
            "target.judul_sumbangan" if slow else "target.judul_sumbangan_tanpa", lang,
            opd=slow and slow["opd"], capaian=slow and write(indikator.share(slow["capaian"]), "persen", lang),
            n=len({row["kode_opd"] for row in rows}),
        ),
        chart=ranking(dots, unit="persen", value_label=text("target.capaian", lang)),
        table=table(
            lines, [Column(n, text(f"target.kolom_{n}", lang), u) for n, u in _PART_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("target.catatan_sumbangan", lang),),
        width="half",
        tags=("target.sumbangan",),
    )  # fmt: skip


def slowest(ask: Ask, view: View, one: Indikator) -> dict[str, Any] | None:
    """The slowest contribution with a number to a regional indicator; None where none has one."""
    when = indikator.quarter(view)
    rows = ask.run(_PARTS, indikator.profile(ask, view) or "", one.kode, when.tahun, when.nomor)
    return next((row for row in rows if row["ke"] == 1), None)


def below(ask: Ask, view: View, one: Indikator, found: Sequence[Indikator], when: Quarter) -> Figure:
    """The indicators that hang on one of an agreement, the slowest on top."""
    lang = view.lang
    children = [each for each in found if each.row["induk"] == one.kode]
    question = text("target.tanya_bawah", lang)
    provenance = siapa.provenance(ask, view, "target")
    if not children:
        return missing(
            "target.bawah", title=text("target.kosong_bawah_judul", lang), empty=text("target.kosong_bawah", lang),
            provenance=provenance, question=question, width="half",
        )  # fmt: skip
    rows = [
        {
            "indikator": each.nama, "jabatan": each.row["nama_jabatan"] or each.row["opd"],
            "target": indikator.goal(each, lang), "nilai": indikator.value(each, lang), "capaian": each.capaian,
            "status": each.warna, "sebab": indikator.why(each.sebab, lang), "link": each.link,
        }
        for each in sorted(children, key=lambda each: (each.capaian is None, each.capaian or 0, each.kode))
    ]  # fmt: skip
    units: dict[str, Any] = {
        "indikator": "teks", "jabatan": "teks", "target": "teks", "nilai": "teks", "capaian": "persen",
        "status": "status", "sebab": "teks",
    }  # fmt: skip
    return compose(
        "target.bawah",
        title=text("target.judul_bawah", lang, n=len(rows)),
        chart=ranking(
            (Dot(key=each.kode, label=each.nama, value=each.capaian, note=indikator.why(each.sebab, lang),
                 status=each.warna if each.capaian is not None else None, link=each.link) for each in children),
            unit="persen", value_label=text("target.capaian", lang),
        ),
        table=table(
            rows, [Column(n, text(f"target.kolom_{n}", lang), u) for n, u in units.items()],
            link=lambda row: row["link"],
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        width="half",
        tags=("target.bawah",),
    )  # fmt: skip
