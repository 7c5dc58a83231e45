"""What an auditor asks of a pack: how far each source reaches, and whether the files agree with their own totals."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dashboard.export.wording import known
from dashboard.figures.figure import Column, Figure, Table, Value
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics.asal import reach
from dashboard.view import View
from dashboard.words import Words
from pipelines.catalogue import text

_SOURCES = ("pagu", "rak", "realisasi", "fisik")
_FEW = 12
_NAMES = "select distinct kode_opd, nama from app.opd order by nama"
_ACTIVE = "select distinct kode_opd from app.opd_bulan where tahun = ? and bulan = ?"
_REACH = "select kode_opd, sumber, posisi_terakhir, direkam_pada, tanpa_tanggal from app.posisi_data"
_TOTALS = "select nama_berkas, format, kode_opd, nama, di_berkas, dijumlah, selisih from app.rekonsiliasi"
_ORDER = " order by abs(selisih) desc, nama_berkas, nama"


def coverage(ask: Ask, view: View) -> Figure:
    """One row an OPD: up to which month each source reaches."""
    lang, members = view.lang, ask.members(view)
    active = {row["kode_opd"] for row in ask.run(_ACTIVE, view.tahun, view.bulan)}
    found = {(row["kode_opd"], row["sumber"]): row for row in ask.run(_REACH)}
    rows: list[tuple[Value, ...]] = []
    for code, name in {row["kode_opd"]: row["nama"] for row in ask.run(_NAMES)}.items():
        if code not in active or (members is not None and code not in members):
            continue
        known = [found.get((code, source)) for source in _SOURCES]
        recorded = max((str(row["direkam_pada"]) for row in known if row and row["direkam_pada"]), default=None)
        pagu, *others = known
        # A ceiling without a date of its own has no month to print.
        stands = (reach(pagu, lang) if pagu else None, *(row["posisi_terakhir"] if row else None for row in others))
        rows.append((name or code, *stands, recorded))
    behind = sum(row[3] is None or str(row[3]) < view.until for row in rows)
    columns = (
        Column("opd", text("ekspor.kolom_opd", lang)),
        *(
            Column(source, _headed(text(f"umum.sumber_{source}", lang)), "teks" if source == "pagu" else "bulan")
            for source in _SOURCES
        ),
        Column("direkam", text("ekspor.kolom_direkam", lang), "tanggal"),
    )
    rows.sort(key=lambda row: (str(row[3] or ""), str(row[0])))
    title = text("ekspor.judul_cakupan", lang, n=len(rows) - behind, total=len(rows))
    few = max(behind, _FEW)  # the rest reaches this month and stands in the workbook
    return _figure("lampiran.cakupan", title, columns, rows, ask, view, question="ekspor.tanya_cakupan", shown=few)


def missing(empty: Sequence[Figure], ask: Ask, view: View) -> Figure:
    """What the material could not show, with what to import for it, said once instead of on an empty slide each."""
    lang = view.lang
    columns = (
        Column("bagian", text("ekspor.kolom_bagian", lang)),
        Column("sebab", text("ekspor.kolom_sebab", lang)),
    )
    rows = [(figure.title, figure.empty) for figure in empty]
    title = text("ekspor.judul_belum_ada", lang, n=len(rows))
    return _figure("lampiran.belum_ada", title, columns, rows, ask, view, question="ekspor.tanya_belum_ada")


def _headed(words: str) -> str:
    return words[:1].upper() + words[1:]


def reconciliation(ask: Ask, view: View) -> Figure:
    """The control totals of the files beside the sums of their rows: the ones that differ first."""
    lang, members = view.lang, ask.members(view)
    found = [row for row in ask.run(_TOTALS + _ORDER) if members is None or row["kode_opd"] in members]
    off = [row for row in found if row["selisih"]]
    columns = (
        Column("berkas", text("ekspor.kolom_berkas", lang)),
        Column("kontrol", text("ekspor.kolom_kontrol", lang)),
        Column("di_berkas", text("ekspor.kolom_di_berkas", lang), "rupiah"),
        Column("dijumlah", text("ekspor.kolom_dijumlah", lang), "rupiah"),
        Column("selisih", text("ekspor.kolom_selisih", lang), "rupiah"),
    )
    words = Words(lang)
    rows = [
        (row["nama_berkas"], words.control(row["nama"]), row["di_berkas"], row["dijumlah"], row["selisih"])
        for row in (*off, *(one for one in found if not one["selisih"]))
    ]
    files = len({row["nama_berkas"] for row in found})
    if off:
        worst = max(abs(Decimal(row["selisih"])) for row in off)
        amount = write(worst, "rupiah", lang)
        title = text("ekspor.judul_rekonsiliasi", lang, n=len(off), total=len(found), rupiah=amount)
    else:
        title = text("ekspor.judul_rekonsiliasi_cocok", lang, total=len(found), berkas=files)
    few = max(len(off), _FEW)  # those that match stand behind those that do not; the rest in the workbook
    question = "ekspor.tanya_rekonsiliasi"
    return _figure("lampiran.rekonsiliasi", title, columns, rows, ask, view, question=question, shown=few)


def _figure(
    id: str,
    title: str,
    columns: tuple[Column, ...],
    rows: Sequence[tuple[Any, ...]],
    ask: Ask,
    view: View,
    *,
    question: str,
    shown: int | None = None,
) -> Figure:
    provenance = ask.provenance(view, sources=_SOURCES)
    return Figure(
        id=id,
        title=title,
        chart=None,
        table=Table(columns, tuple(rows), shown=shown),
        provenance=provenance,
        alt=title,
        question=text(question, view.lang),
        notes=tuple(known((provenance,), view.lang)),
        tags=("tepra.lampiran",),
    )
