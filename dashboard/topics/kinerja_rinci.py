"""Below the predicates: rows that the matrix contradicts, what indicators attain, and why some cannot be computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Column, Dot, Figure, Series
from dashboard.figures.figure import Unit as Kind
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import kepala, tautan
from dashboard.topics.kinerja_unit import Staff, basis, hidden, rule, word
from dashboard.topics.periode_skp import Period
from dashboard.view import View
from pipelines.catalogue import text

_MATRIX = (
    "select s.*, o.nama_gelar, o.sebutan, i.nama_berkas from app.skp_orang as s "
    "left join app.orang as o on s.orang_id = o.orang_id left join app.impor as i on s.impor_id = i.impor_id "
    "where s.tahun = ? and s.jenis_periode = ? and s.periode = ? and s.sesuai_matriks = false"
)
_WHY = (
    "select kode_opd, sebab from app.indikator_skp where tahun = ? and jenis_periode = ? and periode = ? "
    "and dihitung and sebab is not null"
)
SHOWN = 15


def figures(ask: Ask, view: View, period: Period, units: Sequence[Staff]) -> list[Figure]:
    """Disagreements with the matrix, attainment by OPD, and the reasons for gaps."""
    by_code = {unit.kode: unit for unit in units}
    return [matrix(ask, view, period, by_code), attained(ask, view, period, units), *_gaps(ask, view, period, by_code)]


def matrix(ask: Ask, view: View, period: Period, units: dict[str, Staff]) -> Figure:
    """The rows whose predicate is not what their two ratings, or their score, give: to be mended at the source."""
    lang = view.lang
    rows = [r for r in ask.run(_MATRIX, period.tahun, period.jenis, period.nomor) if r["kode_opd"] in units]
    rows = [r for r in rows if not hidden(ask, units[r["kode_opd"]].wajib)]
    provenance = ask.provenance(view, sources=("skp",), rule=_matrix_rule(ask, period, view))
    question = text("kinerja.tanya_matriks", lang, periode=period.said(lang))
    named = ask.scope.names
    if not rows:
        return missing(
            "kinerja.matriks", title=text("kinerja.judul_matriks_cocok", lang, periode=period.said(lang)),
            empty=text("kinerja.matriks_cocok", lang), provenance=provenance, question=question,
        )  # fmt: skip
    lines = sorted(
        (
            {
                "opd": units[r["kode_opd"]].nama, "siapa": kepala.person(r["sebutan"], r["nama_gelar"], lang),
                "hasil": text(f"skp.rating_{r['hasil']}", lang) if r["hasil"] else None,
                "perilaku": text(f"skp.rating_{r['perilaku']}", lang) if r["perilaku"] else None,
                "predikat": word(r["predikat"], r["rezim"], lang) if r["predikat"] else None,
                "seharusnya": word(r["predikat_matriks"], r["rezim"], lang) if r["predikat_matriks"] else None,
                "berkas": r["nama_berkas"], "baris": r["baris"],
                "link": tautan.pejabat(r["orang_id"]) if named else units[r["kode_opd"]].link,
            }
            for r in rows
        ),
        key=lambda line: (line["opd"], str(line["siapa"])),
    )  # fmt: skip
    kinds: dict[str, Kind] = {
        "siapa": "teks", "opd": "teks", "hasil": "teks", "perilaku": "teks", "predikat": "teks", "seharusnya": "teks",
        "berkas": "teks", "baris": "bulat",
    }  # fmt: skip
    if not named:
        del kinds["siapa"]
    return compose(
        "kinerja.matriks",
        title=text("kinerja.judul_matriks", lang, n=len(lines), periode=period.said(lang)),
        chart=None,
        table=table(
            lines, [Column(k, text(f"kinerja.kolom_{k}", lang), kind) for k, kind in kinds.items()],
            link=lambda line: line["link"], shown=SHOWN,
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("kinerja.catatan_matriks", lang), "" if named else text("kinerja.siapa_tertutup", lang)),
        tags=("skp.matriks",),
    )  # fmt: skip


def _matrix_rule(ask: Ask, period: Period, view: View) -> str | None:
    return rule(ask, "matriks", "sesuai sesuai", view.lang) if period.rezim == "pan6" else basis(ask, period, view.lang)


def attained(ask: Ask, view: View, period: Period, units: Sequence[Staff]) -> Figure:
    """The mean attainment of the indicators of each OPD's people: a figure of indicators, never a predicate."""
    lang = view.lang
    known = [unit for unit in units if unit.indikator_semua]
    provenance = ask.provenance(view, sources=("skp",), rule=rule(ask, "setelan", "rata_batas", lang))
    question = text("kinerja.tanya_indikator", lang, periode=period.said(lang))
    if not known:
        return missing(
            "kinerja.indikator", title=text("kinerja.kosong_indikator_judul", lang),
            empty=text("kinerja.kosong_indikator", lang, periode=period.said(lang)), provenance=provenance,
            question=question,
        )  # fmt: skip
    known.sort(key=lambda unit: (unit.capaian is None, unit.capaian or Decimal(0), unit.label))
    dots = [
        Dot(
            unit.kode, unit.label, unit.capaian, status=None, link=unit.link,
            note=text("kinerja.n_indikator", lang, n=unit.indikator, total=unit.indikator_semua),
        )
        for unit in known
    ]  # fmt: skip
    kinds: dict[str, Kind] = {
        "opd": "teks", "capaian": "persen", "indikator": "bulat", "indikator_semua": "bulat", "warna": "status",
    }  # fmt: skip
    rows = [
        {"opd": u.nama, "capaian": u.capaian, "indikator": u.indikator, "indikator_semua": u.indikator_semua,
         "warna": u.warna, "link": u.link}
        for u in known
    ]  # fmt: skip
    low = known[0]
    return compose(
        "kinerja.indikator",
        title=text("kinerja.judul_indikator", lang, nama=low.label, capaian=write(low.capaian, "persen", lang)),
        chart=ranking(dots, unit="persen", value_label=text("kinerja.kolom_capaian", lang), order=False, shown=SHOWN),
        table=table(
            rows, [Column(k, text(f"kinerja.kolom_{k}", lang), kind) for k, kind in kinds.items()],
            link=lambda row: row["link"],
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("kinerja.catatan_indikator", lang),),
        tags=("skp.indikator",),
    )  # fmt: skip


def _gaps(ask: Ask, view: View, period: Period, units: dict[str, Staff]) -> list[Figure]:
    """Why indicators have no attainment; no figure where all have one."""
    lang = view.lang
    rows = [r for r in ask.run(_WHY, period.tahun, period.jenis, period.nomor) if r["kode_opd"] in units]
    if not rows:
        return []
    counted = sorted(Counter(str(r["sebab"]) for r in rows).items(), key=lambda pair: (-pair[1], pair[0]))
    names = tuple(text(f"skp.sebab_{why}", lang) for why, _ in counted)
    label = text("kinerja.kolom_n_indikator", lang)
    values = [{"sebab": name, "n_indikator": n} for name, (_, n) in zip(names, counted, strict=True)]
    return [
        compose(
            "kinerja.sebab",
            title=text("kinerja.judul_sebab", lang, n=len(rows), sebab=names[0]),
            chart=Bars(names, (Series(label, tuple(n for _, n in counted), "actual", "bar"),), "bulat"),
            table=table(
                values, [Column("sebab", text("kinerja.kolom_sebab", lang)), Column("n_indikator", label, "bulat")]
            ),
            provenance=ask.provenance(view, sources=("skp",)),
            lang=lang,
            question=text("kinerja.tanya_sebab", lang),
        )
    ]
