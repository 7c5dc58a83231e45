"""Months that were restated since a meeting, and data that came in or went."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import angka, berubah_impor
from dashboard.topics.berubah_hitung import Restated
from dashboard.topics.papan import Unit
from dashboard.topics.tautan import opd as link_opd
from dashboard.view import View
from pipelines.catalogue import text


def months(ask: Ask, view: View, told: Sequence[Restated], units: Sequence[Unit]) -> Figure:
    """Amounts of months the meeting had seen that read otherwise now, with the import that changed them."""
    lang = view.lang
    labels = {unit.kode: unit.label for unit in units}
    found = [one for one in told if one.dulu is not None and one.kini is not None and one.kode_opd in labels]
    provenance = ask.provenance(view, sources=("realisasi", "rak", "pagu"))
    question = text("berubah.tanya_disajikan", lang)
    if not found:
        return missing("berubah.disajikan", title=text("berubah.judul_disajikan_kosong", lang), provenance=provenance,
                       empty=text("berubah.disajikan_kosong", lang), question=question)  # fmt: skip
    imports = berubah_impor.known(ask)
    rows = [
        {
            "opd": labels[one.kode_opd], "bulan": f"{one.tahun:04d}-{one.bulan:02d}",
            "ukuran": text(f"berubah.ukuran_{one.ukuran}", lang), "dulu": one.dulu, "kini": one.kini,
            "selisih": angka.less(one.kini, one.dulu), "impor": berubah_impor.said(one.impor, imports, lang),
            "link": link_opd(one.kode_opd),
        }
        for one in found
    ]  # fmt: skip
    heads = (
        Column("opd", text("berubah.kolom_opd", lang)), Column("bulan", text("berubah.kolom_bulan", lang), "bulan"),
        Column("ukuran", text("berubah.kolom_apa", lang)), Column("dulu", text("berubah.kolom_dulu", lang), "rupiah"),
        Column("kini", text("berubah.kolom_kini", lang), "rupiah"),
        Column("selisih", text("berubah.kolom_selisih", lang), "rupiah"),
        Column("impor", text("berubah.kolom_impor", lang)),
    )  # fmt: skip
    top, first = rows[0], found[0]
    change = write(angka.less(first.kini, first.dulu), "rupiah", lang, short=True)
    title = text(
        "berubah.judul_disajikan", lang, n=len(rows), opd=len({one.kode_opd for one in found}), nama=top["opd"],
        bulan=month(str(top["bulan"]), lang), selisih=change,
    )  # fmt: skip
    return compose(
        "berubah.disajikan", title=title, chart=None, table=table(rows, heads, link=lambda row: row["link"], shown=15),
        provenance=provenance, lang=lang, question=question, notes=(text("berubah.catatan_disajikan", lang),),
        tags=("berubah",),
    )  # fmt: skip


def data(ask: Ask, view: View, told: Sequence[Restated], units: Sequence[Unit]) -> Figure:
    """Months that are known now and were not at the meeting, and months that were known and are not any more."""
    lang = view.lang
    labels = {unit.kode: unit.label for unit in units}
    rows = [
        {
            "opd": labels.get(one.kode_opd, one.kode_opd), "bulan": f"{one.tahun:04d}-{one.bulan:02d}",
            "apa": text("berubah.data_hilang" if one.kini is None else "berubah.data_baru", lang),
            "ukuran": text(f"berubah.ukuran_{one.ukuran}", lang), "nilai": one.kini if one.dulu is None else one.dulu,
            "hilang": one.kini is None, "link": link_opd(one.kode_opd),
        }
        for one in told
        if (one.dulu is None) != (one.kini is None)
    ]  # fmt: skip
    rows.sort(key=lambda row: (not row["hilang"], str(row["bulan"]), str(row["opd"])))
    provenance = ask.provenance(view, sources=("realisasi", "rak", "pagu"))
    question = text("berubah.tanya_data", lang)
    if not rows:
        return missing("berubah.data", title=text("berubah.judul_data_kosong", lang), provenance=provenance,
                       empty=text("berubah.data_kosong", lang), question=question)  # fmt: skip
    heads = (
        Column("opd", text("berubah.kolom_opd", lang)), Column("bulan", text("berubah.kolom_bulan", lang), "bulan"),
        Column("ukuran", text("berubah.kolom_apa", lang)), Column("apa", text("berubah.kolom_kejadian", lang)),
        Column("nilai", text("berubah.kolom_nilai", lang), "rupiah"),
    )  # fmt: skip
    lost = sum(bool(row["hilang"]) for row in rows)
    return compose(
        "berubah.data", title=text("berubah.judul_data", lang, baru=len(rows) - lost, hilang=lost), chart=None,
        table=table(rows, heads, link=lambda row: row["link"], shown=15), provenance=provenance, lang=lang,
        question=question, tags=("berubah",),
    )  # fmt: skip
