"""What has changed since a meeting: ranks and colours, what was restated and by whom, data, verdicts, people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import STATUSES, Bars, Card, Cards, Column, Figure, Series
from dashboard.figures.tables import table
from dashboard.look import month, status_word, write
from dashboard.query import Ask
from dashboard.topics import angka, berubah_janji, berubah_sasaran
from dashboard.topics.berubah_angka import data, months
from dashboard.topics.berubah_hitung import Restated, restated
from dashboard.topics.berubah_janji import Turned
from dashboard.topics.berubah_pejabat import heads_of, people
from dashboard.topics.berubah_sasaran import Sasaran
from dashboard.topics.papan import Unit, papan
from dashboard.view import View
from pipelines.catalogue import text


def figures(ask: Ask, then: Ask, view: View, before: View) -> list[Figure]:
    """What differs between the build and month of a meeting (`then`, `before`) and those looked at now."""
    now_units, then_units = papan(ask, view), papan(then, before)
    told = restated(ask, then, before)
    targets, came = berubah_sasaran.changed(ask, then, view, before)
    verdicts, promised = berubah_janji.turned(ask, then, view, before)
    heads = heads_of(ask, then, view, before)
    return [
        cards(ask, view, before, (now_units, then_units), told, targets, verdicts, heads),
        colours(ask, view, before, now_units, then_units),
        movers(ask, view, before, now_units, then_units),
        months(ask, view, told, now_units),
        data(ask, view, told, now_units),
        berubah_sasaran.figure(ask, view, targets, came),
        berubah_janji.figure(ask, view, verdicts, promised, told, targets),
        people(ask, view, heads, now_units),
    ]


def cards(
    ask: Ask, view: View, before: View, units: tuple[Sequence[Unit], Sequence[Unit]], told: Sequence[Restated],
    targets: Sequence[Sasaran], verdicts: Sequence[Turned], heads: Sequence[Mapping[str, Any]],
) -> Figure:  # fmt: skip
    """How much has changed, in eight numbers."""
    lang = view.lang
    better, worse = _moved(*units)
    sums = angka.total(ask, view, ("serapan",))
    changed = [one for one in told if one.dulu is not None and one.kini is not None]
    data_of = [one for one in told if one.ukuran == "realisasi" and None in (one.dulu, one.kini)]
    shown = (
        Card(text("berubah.kartu_serapan", lang), sums.get("serapan"), "persen",
             note=text("berubah.kartu_sejak", lang, bulan=month(before.until, lang))),
        Card(text("berubah.kartu_membaik", lang), len(better), "bulat"),
        Card(text("berubah.kartu_memburuk", lang), len(worse), "bulat"),
        Card(text("berubah.kartu_disajikan", lang), len(changed), "bulat",
             note=text("berubah.kartu_opd", lang, n=len({one.kode_opd for one in changed}))),
        Card(text("berubah.kartu_data", lang), len(data_of), "bulat"),
        Card(text("berubah.kartu_indikator", lang), len(targets), "bulat"),
        Card(text("berubah.kartu_putusan", lang), len(verdicts), "bulat",
             note=text("berubah.kartu_berbalik", lang, n=sum(one.overturned for one in verdicts))),
        Card(text("berubah.kartu_pejabat", lang), len(heads), "bulat"),
    )  # fmt: skip
    heads_of = [Column("ukuran", text("berubah.kolom_apa", lang)), Column("nilai", text("berubah.kolom_n", lang))]
    rows = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang)} for c in shown]
    return compose(
        "berubah.kartu",
        title=text("berubah.judul_kartu", lang, dari=month(before.until, lang), ke=month(view.until, lang)),
        chart=Cards(shown), table=table(rows, heads_of), provenance=ask.provenance(view, rule=True), lang=lang,
        question=text("berubah.tanya_kartu", lang), tags=("berubah",),
    )  # fmt: skip


def _moved(now: Sequence[Unit], then: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """The OPD whose colour is better now, and those whose is worse; the unjudged are neither."""
    was = {unit.kode: unit.warna for unit in then if unit.warna != "abu"}
    both = [(unit, STATUSES.index(was[unit.kode])) for unit in now if unit.kode in was and unit.warna != "abu"]
    better = [unit for unit, rank in both if STATUSES.index(unit.warna) > rank]
    worse = [unit for unit, rank in both if STATUSES.index(unit.warna) < rank]
    return better, worse


def colours(ask: Ask, view: View, before: View, now: Sequence[Unit], then: Sequence[Unit]) -> Figure:
    """How many OPD stand in each colour now and stood in it at the meeting."""
    lang = view.lang
    here, there = Counter(u.warna for u in now), Counter(u.warna for u in then)
    kept = [name for name in STATUSES if here[name] or there[name]]
    labels = (text("berubah.kini", lang, bulan=month(view.until, lang)),
              text("berubah.saat_rapat", lang, bulan=month(before.until, lang)))  # fmt: skip
    series = (
        Series(labels[0], tuple(here[name] for name in kept), "actual", "bar"),
        Series(labels[1], tuple(there[name] for name in kept), "before", "bar"),
    )
    heads = (
        Column("warna", text("berubah.kolom_warna", lang), "status"), Column("kini", labels[0], "bulat"),
        Column("dulu", labels[1], "bulat"),
    )  # fmt: skip
    rows = [{"warna": name, "kini": here[name], "dulu": there[name]} for name in kept]
    better, worse = _moved(now, then)
    return compose(
        "berubah.warna",
        title=text("berubah.judul_warna", lang, baik=len(better), buruk=len(worse)),
        chart=Bars(tuple(status_word(name, lang) for name in kept), series, "bulat"),
        table=table(rows, heads), provenance=ask.provenance(view, rule=True), lang=lang,
        question=text("berubah.tanya_warna", lang), width="half", tags=("berubah",),
    )  # fmt: skip


def movers(ask: Ask, view: View, before: View, now: Sequence[Unit], then: Sequence[Unit]) -> Figure:
    """The OPD whose colour or place changed, those that fell furthest first."""
    lang = view.lang
    was = {unit.kode: unit for unit in then}
    rows = [_mover(unit, was.get(unit.kode)) for unit in now]
    rows = [row for row in rows if row["warna"] != row["warna_dulu"] or row["naik"]]
    rows.sort(key=lambda row: (row["naik"] is None, row["naik"] or 0, row["opd"]))
    provenance = ask.provenance(view, rule=True)
    question = text("berubah.tanya_gerak", lang)
    if not rows:
        return missing("berubah.gerak", title=text("berubah.judul_gerak_kosong", lang), provenance=provenance,
                       empty=text("berubah.gerak_kosong", lang), question=question)  # fmt: skip
    heads = (
        Column("opd", text("berubah.kolom_opd", lang)),
        Column("warna_dulu", text("berubah.kolom_warna_dulu", lang), "status"),
        Column("warna", text("berubah.kolom_warna_kini", lang), "status"),
        Column("peringkat_dulu", text("berubah.kolom_peringkat_dulu", lang), "bulat"),
        Column("peringkat", text("berubah.kolom_peringkat_kini", lang), "bulat"),
        Column("naik", text("berubah.kolom_naik", lang), "bulat"),
        Column("serapan_dulu", text("berubah.kolom_serapan_dulu", lang), "persen"),
        Column("serapan", text("berubah.kolom_serapan_kini", lang), "persen"),
    )
    one = rows[0]  # the furthest down, else one that rose or only changed colour
    key = "judul_gerak_turun" if (one["naik"] or 0) < 0 else "judul_gerak_warna"
    if key == "judul_gerak_warna" and any(row["naik"] for row in rows):
        key, one = "judul_gerak_naik", max(rows, key=lambda row: row["naik"] or 0)
    return compose(
        "berubah.gerak",
        title=text(f"berubah.{key}", lang, nama=one["opd"], dari=one["peringkat_dulu"], ke=one["peringkat"],
                   n=len(rows)),
        chart=None, table=table(rows, heads, link=lambda row: row["link"], shown=15), provenance=provenance, lang=lang,
        question=question, tags=("berubah",),
    )  # fmt: skip


def _mover(unit: Unit, was: Unit | None) -> dict[str, Any]:
    up = None
    if was and unit.peringkat and was.peringkat:
        up = was.peringkat - unit.peringkat
    return {
        "opd": unit.label, "warna": unit.warna, "warna_dulu": was.warna if was else None, "peringkat": unit.peringkat,
        "peringkat_dulu": was.peringkat if was else None, "naik": up, "serapan": unit.serapan,
        "serapan_dulu": was.serapan if was else None, "link": unit.link,
    }  # fmt: skip
