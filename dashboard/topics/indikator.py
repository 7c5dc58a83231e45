"""Indicators as pages speak of them: the quarter a month answers for, where each stands, and how that was computed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard.figures.figure import Lang, Link
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import tautan
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

_SQL = (
    "select i.*, w.warna, w.alasan, w.aturan_id, w.dasar_hukum, w.dasar_hukum_en, o.nama as nama_opd, "
    "coalesce(o.singkatan, o.nama, i.kode_opd) as opd, k.nama_jabatan from app.indikator as i "
    "left join app.indikator_warna as w on i.kode_indikator = w.kode_indikator and i.tahun = w.tahun "
    "and i.triwulan = w.triwulan and w.profil = ? left join app.opd as o on i.kode_opd = o.kode_opd "
    "left join app.kursi as k on i.kode_jabatan = k.kode_jabatan where i.tahun = ? and i.triwulan = ? "
    "order by i.lingkup, i.misi, i.tujuan, i.sasaran, i.kode_opd, i.tingkat, i.kode_indikator"
)
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+")  # as people write it in Bahasa
_SWAPPED = str.maketrans(",.", ".,")
_PROFILES = "select distinct profil from app.indikator_warna order by profil"
_UNITS = "select kode_opd, coalesce(singkatan, nama, kode_opd) as opd from app.opd"
_OWN = "capaian"  # the built-in profile of attainment


@dataclass(frozen=True)
class Quarter:
    """The last quarter that had ended by a month."""

    tahun: int
    nomor: int

    def said(self, lang: Lang) -> str:
        """The quarter in words: "TW III 2026"."""
        return text(f"target.triwulan_{self.nomor}", lang, tahun=self.tahun)


@dataclass(frozen=True)
class Indikator:
    """One indicator at the end of one quarter; None is unknown, never zero."""

    kode: str
    nama: str
    row: dict[str, Any]
    capaian: Decimal | None  # what judges it: against the quarter's target, else the year's
    warna: str
    sebab: str | None  # why there is no number

    @property
    def link(self) -> Link:
        """Its own page."""
        return tautan.indikator(self.kode)


def quarter(view: View) -> Quarter:
    """The quarter a month answers for: before the end of March that is the last one of the year before."""
    done = view.bulan // 3
    return Quarter(view.tahun, done) if done else Quarter(view.tahun - 1, 4)


def profile(ask: Ask, view: View) -> str | None:
    """The profile that judges attainment: the view's where it does, else the built-in one."""
    there = [str(row["profil"]) for row in ask.run(_PROFILES)]
    wanted = (name for name in (view.profil, _OWN, *there) if name in there)
    return next(wanted, None)


def found(ask: Ask, view: View, when: Quarter | None = None) -> list[Indikator]:
    """Every indicator the reader may see in the view's quarter: the region's first, then agreements by OPD."""
    now = when or quarter(view)
    return [_one(row) for row in ask.run(_SQL, profile(ask, view) or "", now.tahun, now.nomor)]


def _one(row: dict[str, Any]) -> Indikator:
    judged = {"triwulan": "capaian", "tahun": "capaian_tahun"}.get(str(row["acuan"]))
    return Indikator(
        row["kode_indikator"], row["indikator"], row, share(row[judged]) if judged else None,
        row["warna"] or "abu", None if judged else row["alasan"] or row["sebab"] or row["sebab_tahun"],
    )  # fmt: skip


def ours(ask: Ask, view: View, of: Iterable[Indikator], lingkup: str) -> list[Indikator]:
    """Those of the region, or of the agreements of the view's group."""
    members = ask.members(view)
    return [
        one for one in of
        if one.row["lingkup"] == lingkup and (lingkup == "daerah" or members is None or one.row["kode_opd"] in members)
    ]  # fmt: skip


def rule(of: Iterable[Indikator], lang: Lang) -> str | None:
    """The rules that judged them, each with its legal basis and id."""
    basis = "dasar_hukum_en" if lang == "en" else "dasar_hukum"
    said = (
        f"{one.row[basis] or one.row['dasar_hukum']} ({one.row['aturan_id']})" for one in of if one.row["aturan_id"]
    )
    return "; ".join(dict.fromkeys(said)) or None


def why(sebab: str | None, lang: Lang) -> str | None:
    """Why an indicator has no number, in words."""
    return text(f"target.sebab_{sebab}", lang) if sebab else None


def carriers(ask: Ask, codes: str | None) -> str | None:
    """The agencies that carry an indicator, by the names people use; a code that the reader knows no name of stays."""
    if not codes:
        return None
    names = {row["kode_opd"]: str(row["opd"]) for row in ask.run(_UNITS)}
    return ", ".join(names.get(code, code) for code in (part.strip() for part in codes.split(",")) if code)


def value(one: Indikator, lang: Lang) -> str:
    """Where it stands with its unit: "74,1 indeks", or the predicate as it was written."""
    row = one.row
    if row["metode"] == "predikat" or row["nilai"] is None:
        told = row["tertulis"] and row["sebab_tahun"] != "belum_dilaporkan"
        return said(row["tertulis"], lang) if told else _dash(lang)
    return f"{write(row['nilai'], 'angka', lang)} {row['satuan']}"


def goal(one: Indikator, lang: Lang) -> str:
    """The target that judges it with its unit: a number as people write it, a range or a predicate as it is written."""
    row = one.row
    quarterly = row["acuan"] == "triwulan" or not row["target_tahun"]
    written = row["target_triwulan"] if quarterly else row["target_tahun"]
    if not written:
        return _dash(lang)
    if row["metode"] == "predikat":
        return said(written, lang)
    low, high = (row[f"{'triwulan' if quarterly else 'target'}_{end}"] for end in ("bawah", "atas"))
    shown = write(low, "angka", lang) if low is not None and low == high else said(written, lang)
    return f"{shown} {row['satuan']}"


def said(written: object, lang: Lang) -> str:
    """A target or figure as its file has it, with the marks of the language: "4,65" reads "4.65" in English."""
    if lang == "id":
        return str(written)
    return _FIGURE.sub(lambda found: found.group().translate(_SWAPPED), str(written))


def computed(one: Indikator, lang: Lang) -> str:
    """In one sentence, how its attainment came about, or why there is none."""
    row = one.row
    if one.capaian is None:
        return text("target.hitung_tidak", lang, sebab=why(one.sebab, lang) or _dash(lang))
    arah = "rentang" if row["target_bawah"] != row["target_atas"] else str(row["arah"])
    how = f"turun_{row['cara']}" if arah == "turun" else arah
    return text(
        f"target.hitung_{how}", lang, nilai=value(one, lang), target=goal(one, lang),
        capaian=write(one.capaian, "persen", lang), acuan=text(f"target.acuan_{row['acuan']}", lang),
        metode=text(f"target.metode_{row['metode']}_{row['entri']}", lang),
    )  # fmt: skip


def share(value: Any) -> Decimal | None:
    """An attainment as it is printed: never below nil, where (2T-R)/T of a result beyond twice its target would be."""
    rounded = exact(value, "persen")
    return None if rounded is None else max(Decimal(rounded), Decimal(0))


def mean(of: Iterable[Indikator]) -> tuple[Decimal | None, int]:
    """The mean attainment, each capped as the mart does it, and of how many."""
    capped = [Decimal(str(one.row["capaian_dinilai"])) for one in of if one.row["capaian_dinilai"] is not None]
    if not capped:
        return None, 0
    return share(sum(capped) / len(capped)), len(capped)


def _dash(lang: Lang) -> str:
    return text("umum.kosong", lang)
