"""SKP of one OPD on its own page: how its people are rated in the last period, beside those not assessed yet."""

from __future__ import annotations

from dataclasses import replace

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Column, Figure, Link, Series
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics.kinerja_unit import PREDIKAT, WARNA, Staff, basis, few, hidden, share, staff, word
from dashboard.topics.papan import Unit
from dashboard.topics.periode_skp import Period, chosen
from dashboard.view import ALL, View
from pipelines.catalogue import text

_BELOW = ("butuh_perbaikan", "kurang", "sangat_kurang")


def figures(ask: Ask, view: View, unit: Unit) -> list[Figure]:
    """The predicates of the OPD's people in the view's period of SKP; none where no SKP names anyone of it."""
    period = chosen(ask, view)
    found = staff(ask, replace(view, kelompok=ALL, opd=None), period) if period else []
    mine = next((one for one in found if one.kode == unit.kode), None)
    if period is None or mine is None or not mine.wajib:
        return []
    return [_spread(ask, view, period, mine)]


def _spread(ask: Ask, view: View, period: Period, mine: Staff) -> Figure:
    lang = view.lang
    provenance = ask.provenance(view, sources=("skp", "pegawai", "riwayat_jabatan"), rule=basis(ask, period, lang))
    question = text("kinerja.tanya_opd", lang, periode=period.said(lang))
    if mine.dinilai is None or hidden(ask, mine.wajib):
        key = "tanpa_laporan" if mine.dinilai is None else "kecil"
        return missing(
            "profil_opd.skp", title=text("kinerja.judul_belum", lang, periode=period.said(lang)),
            empty=text(f"kinerja.{key}", lang, batas=few(ask)), provenance=provenance, question=question, width="half",
        )  # fmt: skip
    counts = [(word(name, period.rezim, lang), mine.n[name] or 0, WARNA[name]) for name in PREDIKAT]
    blank = mine.wajib - sum(n for _, n, _ in counts)
    counts.append((text("kinerja.belum_dinilai", lang), blank, "abu"))
    label = text("kinerja.kolom_n", lang)
    rows = [{"predikat": said, "n": n, "persen": share(n, mine.wajib)} for said, n, _ in counts]
    heads = (
        Column("predikat", text("kinerja.kolom_predikat_opd", lang)),
        Column("n", label, "bulat"),
        Column("persen", text("kinerja.kolom_bagian", lang), "persen"),
    )
    below = sum(mine.n[name] or 0 for name in _BELOW)
    agency = text(f"skp.organisasi_{mine.organisasi}", lang) if mine.organisasi else None
    return compose(
        "profil_opd.skp",
        title=text(
            "kinerja.judul_opd", lang, n=write(below, "bulat", lang), dinilai=write(mine.dinilai, "bulat", lang),
            wajib=write(mine.wajib, "bulat", lang), periode=period.said(lang),
        ),
        chart=Bars(
            tuple(said for said, _, _ in counts), (Series(label, tuple(n for _, n, _ in counts), "actual", "bar"),),
            "bulat", statuses=tuple(colour for _, _, colour in counts),
        ),
        table=table(rows, heads),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("kinerja.organisasi_opd", lang, predikat=agency) if agency else "",),
        tags=("opd.skp",),
        trail=((text("kinerja.buka", lang), Link("kinerja", (("bagian", "konsistensi"),))),),
    )  # fmt: skip
