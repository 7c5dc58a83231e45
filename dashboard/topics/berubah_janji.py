"""Promises whose verdict has turned since a meeting, and what turned it: a restated month, late data, a deadline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure, Lang
from dashboard.figures.tables import table
from dashboard.look import day, month, write
from dashboard.query import Ask
from dashboard.topics import berubah_impor, rapat_hari, tautan
from dashboard.topics import rapat_janji as janji
from dashboard.topics.berubah_hitung import Restated
from dashboard.topics.berubah_sasaran import Sasaran
from dashboard.topics.indikator import Quarter
from dashboard.view import View
from pipelines.catalogue import text

Row = Mapping[str, Any]
_THEN = "select * from app.komitmen where list_contains(?, id)"
_TERMS = ("opd_tertulis", "unit_tertulis", "ukuran", "kode_indikator", "nilai_janji", "tanggal_janji")
_JUDGED = (janji.KEPT, janji.BROKEN)
# what each measure rests on: amounts of every month up to the one that judges, the ceiling of that month alone
_FLOWS = {"serapan": {"realisasi"}, "serapan_rak": {"realisasi", "rak"}, "deviasi": {"realisasi", "rak"},
          "realisasi": {"realisasi"}, "sisa": {"realisasi"}}  # fmt: skip
_CEILING = ("serapan", "deviasi", "sisa")


@dataclass(frozen=True)
class Turned:
    """One promise whose verdict differs: as the meeting had it, and as it stands on the day looked at."""

    dulu: Row
    kini: Row

    @property
    def overturned(self) -> bool:
        """Whether a verdict that was given became another."""
        return self.dulu["putusan"] in _JUDGED and self.kini["putusan"] in _JUDGED


def turned(ask: Ask, then: Ask, view: View, before: View) -> tuple[list[Turned], int]:
    """The promises the meeting knew whose verdict differs now, overturned ones first, and how many it knew."""
    on = rapat_hari.day(replace(before, per=None))
    now = {row["id"]: row for row in janji.rows(ask, view, since=date(before.tahun, 1, 1))}
    was = {row["id"]: {**row, "putusan": janji.verdict(row, on)} for row in then.run(_THEN, tuple(now))}
    found = [Turned(was[id], row) for id, row in now.items() if id in was and was[id]["putusan"] != row["putusan"]]
    return sorted(found, key=lambda one: not one.overturned), len(was)


def figure(
    ask: Ask, view: View, found: Sequence[Turned], known: int, told: Sequence[Restated], targets: Sequence[Sasaran],
) -> Figure:  # fmt: skip
    """Every promise whose verdict turned: the verdict and the value then and now, and what turned it."""
    lang = view.lang
    provenance = rapat_hari.provenance(ask, view, "komitmen", money=True)
    question = text("berubah.tanya_putusan", lang)
    if not found:
        key = "putusan_kosong" if known else "putusan_tanpa"
        return missing("berubah.putusan", title=text(f"berubah.judul_{key}", lang, n=known), provenance=provenance,
                       empty=text(f"berubah.{key}", lang), question=question)  # fmt: skip
    called, imports = rapat_hari.names(ask), berubah_impor.known(ask)
    rows = [
        {
            "milik": rapat_hari.owner(one.kini, called), "janji": janji.promised(one.kini, lang, short=True),
            "putusan_dulu": janji.told(one.dulu, lang), "putusan_kini": janji.told(one.kini, lang),
            "dulu": janji.now(one.dulu, lang), "kini": janji.now(one.kini, lang),
            "sebab": why(one, told, targets, imports, lang), "link": tautan.opd(one.kini["kode_opd"]),
        }
        for one in found
    ]  # fmt: skip
    names = ("milik", "janji", "putusan_dulu", "putusan_kini", "dulu", "kini", "sebab")
    heads = [Column(name, text(f"berubah.kolom_{_HEADS.get(name, name)}", lang)) for name in names]
    over = sum(one.overturned for one in found)
    key = "judul_putusan_balik" if over else "judul_putusan"
    return compose(
        "berubah.putusan", title=text(f"berubah.{key}", lang, n=len(found), total=known, balik=over),
        chart=None, table=table(rows, heads, link=lambda row: row["link"], shown=15), provenance=provenance, lang=lang,
        question=question, notes=(text("berubah.catatan_putusan", lang),), tags=("berubah",),
    )  # fmt: skip


_HEADS = {"milik": "opd", "dulu": "angka_dulu", "kini": "angka_kini", "sebab": "pengubah"}


def why(
    one: Turned, told: Sequence[Restated], targets: Sequence[Sasaran], imports: berubah_impor.Known, lang: Lang,
) -> str:  # fmt: skip
    """What turned a verdict, in words."""
    was, now = one.dulu, one.kini
    if now["putusan"] == janji.WITHDRAWN:
        return text("berubah.sebab_dicabut", lang)
    if any(was[name] != now[name] for name in _TERMS):
        return text("berubah.sebab_janji", lang, dulu=janji.promised(was, lang, short=True))
    if was["putusan"] == janji.WITHDRAWN:
        return text("berubah.sebab_berlaku", lang)
    if was["putusan"] == janji.RUNNING:
        early = now["putusan"] == janji.KEPT and now["hari_nilai"] < now["tanggal_janji"]
        key, when = ("lebih_awal", now["hari_nilai"]) if early else ("tempo", now["tanggal_janji"])
        return text(f"berubah.sebab_{key}", lang, tanggal=day(when, lang))
    if was["ditunggu"] and was["ditunggu"] != now["ditunggu"]:
        return text("berubah.sebab_data", lang, bulan=month(was["ditunggu"], lang))
    last = max((row["hari_nilai"] for row in (was, now) if row["hari_nilai"]), default=None)
    causes = [_month(each, imports, lang) for each in _restated(now, last, told)]
    causes += [_quarter(each, imports, lang) for each in _results(now, last, targets)]
    if causes:
        return causes[0] + (text("berubah.sebab_lain", lang, n=len(causes) - 1) if len(causes) > 1 else "")
    return janji.why(now, lang) or text("berubah.impor_hitungan", lang)


def _restated(row: Row, last: date | None, told: Sequence[Restated]) -> list[Restated]:
    """The amounts on which a promise's value of a day rests that read otherwise now, the largest change first."""
    flows = _FLOWS.get(row["ukuran"], set())
    return [
        each
        for each in told
        if last is not None and each.kode_opd in (row["kode_opd"], row["kode_unit"]) and each.tahun == last.year
        and (
            (each.ukuran in flows and each.bulan <= last.month)
            or (each.ukuran == "pagu" and row["ukuran"] in _CEILING and each.bulan == last.month)
        )
    ]  # fmt: skip


def _results(row: Row, last: date | None, targets: Sequence[Sasaran]) -> list[Sasaran]:
    """The results of a promised indicator up to a day that read otherwise now, the latest quarter first."""
    return [
        each
        for each in targets
        if last is not None and each.apa == "capaian" and each.row["kode_indikator"] == row["kode_indikator"]
        and each.row["tahun"] == last.year and each.triwulan * 3 <= last.month
    ]  # fmt: skip


def _month(each: Restated, imports: berubah_impor.Known, lang: Lang) -> str:
    """One amount of one month: what it was, what it is, and the file that changed it."""
    dash = text("umum.kosong", lang)
    dulu, kini = (
        dash if amount is None else write(amount, "rupiah", lang, short=True) for amount in (each.dulu, each.kini)
    )
    return text(
        "berubah.sebab_bulan", lang, ukuran=text(f"berubah.ukuran_{each.ukuran}", lang),
        bulan=month(f"{each.tahun:04d}-{each.bulan:02d}", lang), dulu=dulu, kini=kini,
        impor=berubah_impor.said(each.impor, imports, lang),
    )  # fmt: skip


def _quarter(each: Sasaran, imports: berubah_impor.Known, lang: Lang) -> str:
    """One result of one quarter: what it was, what it is, and the file that changed it."""
    return text(
        "berubah.sebab_bulan", lang, ukuran=text("berubah.apa_capaian", lang),
        bulan=Quarter(each.row["tahun"], each.triwulan).said(lang), dulu=each.dulu,
        kini=each.kini or text("berubah.tidak_ada_lagi", lang), impor=berubah_impor.said(each.impor, imports, lang),
    )  # fmt: skip
