"""Promises: how many fell due and were kept, quarter by quarter, each with its verdict, and the heads who made them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Card, Cards, Column, Figure, Series
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import kepala, rapat_hari, tautan
from dashboard.topics import rapat_janji as janji
from dashboard.topics.indikator import Quarter
from dashboard.topics.rapat_hari import Row
from dashboard.topics.rapat_pemegang import heads
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

SHOWN = 20
MINIMUM = "janji_minimum"
_UNITS: dict[str, Any] = {
    "milik": "teks", "janji": "teks", "kini": "teks", "putusan": "teks", "kurang": "teks", "sebab": "teks",
    "pejabat": "teks",
    "jabatan": "teks", "rapat": "tanggal", "tanggal": "tanggal", "nomor": "kode",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The promises of the view; one figure that says what to do where nobody promised anything."""
    on = rapat_hari.day(view)
    found = janji.rows(ask, view, since=date(on.year - 1, 1, 1))
    if not found:
        return [nothing(ask, view)]
    ours = [row for row in found if row["tanggal_janji"].year >= on.year]
    return [cards(ask, view, ours), ledger(ask, view, ours), *quarters(ask, view, found), *heads(ask, view)]


def nothing(ask: Ask, view: View) -> Figure:
    """No promise is known on the view's day."""
    lang = view.lang
    return missing(
        "rapat.komitmen", title=text("rapat_komitmen.kosong_judul", lang, per=rapat_hari.per(view)),
        empty=text("rapat_komitmen.kosong", lang), provenance=rapat_hari.provenance(ask, view, "komitmen"),
        question=text("rapat_komitmen.tanya_kartu", lang), tags=("rapat.komitmen",),
    )  # fmt: skip


def cards(ask: Ask, view: View, found: Sequence[Row]) -> Figure:
    """How many fell due, were kept, were not, cannot be judged; the share where enough are judged."""
    lang, on = view.lang, rapat_hari.day(view)
    due = [row for row in found if janji.due(row, on)]
    kept = sum(row["putusan"] == janji.KEPT for row in due)
    broken = sum(row["putusan"] == janji.BROKEN for row in due)
    least = rapat_hari.setting(ask, MINIMUM, on)
    enough = bool(kept + broken) and (least is None or kept + broken >= least)
    of = text("rapat_komitmen.dari", lang, k=kept, n=kept + broken)
    running = sum(row["putusan"] == janji.RUNNING for row in found)
    few = text("rapat_komitmen.terlalu_sedikit", lang, dari=of, n=write(least, "bulat", lang))
    shown = (
        Card(text("rapat_komitmen.kartu_tempo", lang), len(due), "bulat",
             note=text("rapat_komitmen.kartu_tempo_ket", lang, tahun=on.year, n=running)),
        Card(text("rapat_komitmen.kartu_ditepati", lang), kept, "bulat"),
        Card(text("rapat_komitmen.kartu_tidak", lang), broken, "bulat"),
        Card(text("rapat_komitmen.kartu_belum", lang), len(due) - kept - broken, "bulat",
             note=text("rapat_komitmen.kartu_belum_ket", lang)),
        Card(text("rapat_komitmen.kartu_tingkat", lang),
             exact(Decimal(100 * kept) / (kept + broken), "persen") if enough else None, "persen",
             note=of if enough or not kept + broken else few),
    )  # fmt: skip
    columns = [Column(one, text(f"rapat_papan.kolom_{one}", lang)) for one in ("ukuran", "nilai", "keterangan")]
    lines = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in shown]
    key = "judul_kartu" if due else "judul_kartu_berjalan"
    return compose(
        "rapat.kartu_komitmen",
        title=text(f"rapat_komitmen.{key}", lang, k=kept, n=len(due), jalan=running, per=rapat_hari.per(view)),
        chart=Cards(shown), table=table(lines, columns),
        provenance=rapat_hari.provenance(ask, view, "komitmen", money=True), lang=lang,
        question=text("rapat_komitmen.tanya_kartu", lang), notes=(text("rapat_komitmen.catatan_kartu", lang),),
        tags=("rapat.komitmen",),
    )  # fmt: skip


def ledger(
    ask: Ask, view: View, found: Sequence[Row], id: str = "rapat.komitmen",
    *, tags: tuple[str, ...] = ("rapat.komitmen",),
) -> Figure:  # fmt: skip
    """Every promise: who, what, until when, what the figures say, the verdict and what is missing."""
    lang = view.lang
    called = rapat_hari.names(ask)
    lines = [
        {
            "milik": rapat_hari.owner(row, called), "janji": janji.promised(row, lang), "kini": janji.now(row, lang),
            "putusan": janji.told(row, lang), "sebab": janji.why(row, lang), "kurang": janji.short_of(row, lang),
            "pejabat": _who(row, view),
            "jabatan": row["nama_jabatan"], "rapat": row["hari_rapat"], "tanggal": row["tanggal_janji"],
            "nomor": row["id"], "link": tautan.opd(row["kode_opd"]),
        }
        for row in found
    ]  # fmt: skip
    columns = [Column(one, text(f"rapat_komitmen.kolom_{one}", lang), unit) for one, unit in _UNITS.items()]
    return compose(
        id, title=_title(found, called, view), chart=None,
        table=table(lines, columns, link=lambda line: line["link"], shown=SHOWN),
        provenance=rapat_hari.provenance(ask, view, "komitmen", money=True), lang=lang,
        question=text("rapat_komitmen.tanya_daftar", lang), notes=(text("rapat_komitmen.catatan_daftar", lang),),
        tags=tags,
    )  # fmt: skip


def _who(row: Row, view: View) -> str | None:
    """Who promised and, where the seat changed hands before it fell due, who took it over."""
    then = kepala.person(row["sebutan"], row["nama"], view.lang)
    if not row["berganti"]:
        return then
    dash = text("umum.kosong", view.lang)
    return f"{then or dash} → {kepala.person(row['sebutan_kini'], row['nama_kini'], view.lang) or dash}"


def _title(found: Sequence[Row], called: dict[str, str], view: View) -> str:
    lang = view.lang
    broken = [row for row in found if row["putusan"] == janji.BROKEN]
    running = [row for row in found if row["putusan"] == janji.RUNNING]
    if len({rapat_hari.owner(row, called) for row in found}) == 1 and (broken or running):  # all are of one: not named
        key, first = ("judul_tidak", broken[-1]) if broken else ("judul_jalan", running[0])
        n = len(broken or running)
        return text(f"rapat_komitmen.{key}_satu", lang, n=n, janji=janji.promised(first, lang))
    if broken:
        names = list(dict.fromkeys(rapat_hari.owner(row, called) for row in broken))
        more = text("pertanyaan.dan_lain", lang, n=len(names) - 3) if len(names) > 3 else ""
        return text("rapat_komitmen.judul_tidak", lang, n=len(broken), nama=", ".join(names[:3]) + more)
    if running:
        return text(
            "rapat_komitmen.judul_jalan", lang, n=len(running), nama=rapat_hari.owner(running[0], called),
            janji=janji.promised(running[0], lang),
        )  # fmt: skip
    return text("rapat_komitmen.judul_semua", lang, n=len(found))


def quarters(ask: Ask, view: View, found: Sequence[Row]) -> list[Figure]:
    """The promises that fell due by quarter of this year and the last: kept, not kept, not judged."""
    lang, on = view.lang, rapat_hari.day(view)
    past = [row for row in found if row["putusan"] != janji.WITHDRAWN and row["tanggal_janji"] <= on]
    if not past:
        return []
    at = sorted({_quarter(row) for row in past})
    counts = {
        name: tuple(sum(_quarter(row) == one and _kind(row) == name for row in past) for one in at)
        for name in ("ditepati", "tidak", "belum")
    }
    labels = tuple(Quarter(year, quarter + 1).said(lang) for year, quarter in at)
    colours = {"ditepati": "hijau", "tidak": "merah", "belum": "abu"}
    series = tuple(
        Series(text(f"rapat_komitmen.kartu_{name}", lang), values, "part", "bar", status=colours[name])
        for name, values in counts.items()
    )
    columns = (Column("triwulan", text("rapat_komitmen.kolom_triwulan", lang)),
               *(Column(name, text(f"rapat_komitmen.kartu_{name}", lang), "bulat") for name in counts))  # fmt: skip
    lines = [{"triwulan": label, **{name: counts[name][n] for name in counts}} for n, label in enumerate(labels)]
    kept, judged = counts["ditepati"][-1], sum(values[-1] for values in counts.values())
    return [
        compose(
            "rapat.komitmen_triwulan",
            title=text("rapat_komitmen.judul_triwulan", lang, k=kept, triwulan=labels[-1], n=judged),
            chart=Bars(labels, series, "bulat", stacked=True), table=table(lines, columns),
            provenance=rapat_hari.provenance(ask, view, "komitmen", money=True), lang=lang,
            question=text("rapat_komitmen.tanya_triwulan", lang), tags=("rapat.komitmen",),
        )
    ]  # fmt: skip


def _quarter(row: Row) -> tuple[int, int]:
    return row["tanggal_janji"].year, (row["tanggal_janji"].month - 1) // 3


def _kind(row: Row) -> str:
    return {janji.KEPT: "ditepati", janji.BROKEN: "tidak"}.get(row["putusan"], "belum")
