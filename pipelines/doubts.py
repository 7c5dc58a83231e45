"""Doubts about a file that only other files can raise: a figure that jumps, falls, or is another unit's or region's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipelines import whose
from pipelines.catalogue import both, text
from pipelines.intake.regions import region
from pipelines.intake.report import Choice, Problem, Question, Reading, Text, Total

Leaf = tuple[str, str | None, str, str | None]  # unit, sub kegiatan, account, source of funds


@dataclass(frozen=True)
class Said:
    """What an import in force says of one unit and period."""

    nilai: Decimal
    basis: str | None
    import_id: str
    file: str


class History:
    """What the imports in force say, the later over the earlier: by contract, year and month, then by unit.

    `master` tells a unit's own code from its SIPD code: both are one unit. `own` is the region that the workspace
    was set up for, where somebody said so; else the first file decides.
    """

    def __init__(self, master: Mapping[str, str] | None = None, *, own: str | None = None) -> None:
        self._master = master or {}
        self.regions: dict[str, str] = {own: whose.SETTING} if own else {}  # by name, and which file brought it
        self.said: dict[tuple[str, int, int | None], dict[str, Said]] = defaultdict(dict)

    def unit(self, code: str) -> str:
        """The code under which a unit is kept, whichever of its codes a file writes."""
        return self._master.get(code, code)

    def add(self, import_id: str, body: Mapping[str, Any]) -> None:
        """Take in one recorded import."""
        named = body["region"] if "region" in body else region([body.get("title") or ""])
        if named:
            self.regions.setdefault(named, body["file"])
        for t in body["totals"]:
            place = self.said[(t["contract"], t["tahun"], t["bulan"])]
            place[self.unit(t["kode_opd"])] = Said(
                Decimal(t["nilai"]), body["answers"]["basis"], import_id, body["file"]
            )

    def of(self, contract: str, unit: str, year: int, month: int | None) -> Said | None:
        """What is known of one unit in one period."""
        return self.said.get((contract, year, month), {}).get(self.unit(unit))

    def before(self, unit: str, year: int, month: int) -> tuple[int, Said] | None:
        """The nearest earlier month of the year for which the unit's realisasi is known."""
        for earlier in range(month - 1, 0, -1):
            if found := self.of("realisasi", unit, year, earlier):
                return earlier, found
        return None

    def cumulative(self, unit: str, year: int, month: int) -> Decimal | None:
        """The unit's realisasi up to a month, from a cumulative file or from monthly ones without a gap."""
        total = Decimal(0)
        for earlier in range(month, 0, -1):
            found = self.of("realisasi", unit, year, earlier)
            if found is None:
                return None
            total += found.nilai
            if found.basis == "kumulatif":
                return total
        return total


@dataclass(frozen=True)
class Doubt:
    """Something to look at; one that `asks` keeps the file out until a person confirms it."""

    problem: Problem
    asks: bool


def doubts(reading: Reading, history: History) -> list[Doubt]:
    """Every doubt about a reading, given what the imports in force say."""
    found = _stranger(reading.region, history)
    names = reading.names
    for total in reading.totals:
        if total.contract == "pagu":
            found += _jumps(total, history, names)
        elif total.contract == "realisasi" and total.bulan is not None:
            found += _twins(total, history, names, alone=_units(reading.totals) == 1)
            if reading.answers.basis == "kumulatif":
                found += _falls(total, total.bulan, history, names)
            elif reading.answers.basis == "bulanan":
                found += _exceeds(total, total.bulan, reading, history)
    return found


def asking(questions: Sequence[Question], found: Iterable[Doubt]) -> tuple[Question, ...]:
    """The questions with the one that stands before a doubtful file; its reason is every doubt that asks."""
    earlier = next((q.reason for q in questions if q.id == "confirm"), None)
    reasons = [*([earlier] if earlier else []), *(doubt.problem.message for doubt in found if doubt.asks)]
    choices = (Choice("yes", both("impor.pilih_ya")), Choice("no", both("impor.pilih_tidak")))
    reason = {lang: " ".join(said[lang] for said in reasons[:5]) for lang in ("id", "en")}
    question = Question("confirm", both("impor.tanya_yakin"), choices, suggestion="no", reason=reason)
    return (*(q for q in questions if q.id != "confirm"), question)


def basis(
    now: Mapping[Leaf, Decimal], before: Mapping[Leaf, Decimal], *, month: int, file: str
) -> tuple[str, Text] | None:
    """Monthly or cumulative, and why, from the accounts of this file and of the month before; None if it cannot say.

    `before` holds the file of the nearest earlier month, whatever its basis: no cumulative account lies below it.
    """
    filled = [leaf for leaf, value in before.items() if value > 0]
    fallen = sum(now.get(leaf, Decimal(0)) < before[leaf] for leaf in filled)
    if len(filled) < 3:
        return None
    words = {"dari": len(filled), "bulan_lalu": month, "lain": file}
    # Money paid back lowers a few accounts of a cumulative file; a month of its own lowers many.
    if fallen * 10 > len(filled):
        return "bulanan", worded("dasar_turun", n=fallen, **words)
    if fallen == 0:
        return "kumulatif", worded("dasar_naik", **words)
    return None


def basis_of_totals(totals: Iterable[Total], history: History) -> tuple[str, Text] | None:
    """Monthly when a unit's total is below that of an earlier month; None otherwise, for growth proves nothing."""
    for total in totals:
        if total.contract != "realisasi" or total.bulan is None:
            continue
        earlier = history.before(total.kode_opd, total.tahun, total.bulan)
        if earlier and total.nilai < earlier[1].nilai:
            month, said = earlier
            return "bulanan", worded(
                "dasar_total_turun",
                sekarang=rupiah(total.nilai), dulu=rupiah(said.nilai), bulan_lalu=month, lain=said.file,
            )  # fmt: skip
    return None


def worded(key: str, **values: object) -> Text:
    """The words of impor.<key>; a value whose name begins with "bulan" is a month's number and becomes its name."""
    return {
        lang: text(
            f"impor.{key}", lang, **{k: _month(v, lang) if k.startswith("bulan") else v for k, v in values.items()}
        )
        for lang in ("id", "en")
    }


def _month(number: object, lang: str) -> str:
    return text(f"umum.bulan_{number}", lang)


def rupiah(value: Decimal) -> str:
    """An amount as a person here writes it, sen only where there are any."""
    text = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    return f"Rp{text.removesuffix(',00')}"


def _units(totals: Iterable[Total]) -> int:
    return len({t.kode_opd for t in totals if t.contract == "realisasi"})


def _named(total: Total, names: Mapping[str, str]) -> str:
    return names.get(total.kode_opd) or total.kode_opd


def _doubt(key: str, *, asks: bool, **words: object) -> Doubt:
    return Doubt(Problem(key.upper(), "warning", worded(key, **words)), asks)


def _stranger(named: str | None, history: History) -> list[Doubt]:
    """A file of another region than those the workspace holds; a region once confirmed is held."""
    if named is None or not history.regions or named in history.regions:
        return []
    held, brought = next(iter(history.regions.items()))
    return [_doubt("pemda_lain", asks=True, pemda=named.title(), sudah=held.title(), lain=brought)]


def _jumps(total: Total, history: History, names: Mapping[str, str]) -> list[Doubt]:
    months = [None, *range(12, 0, -1)]
    earlier = next((s for m in months if (s := history.of("pagu", total.kode_opd, total.tahun, m))), None)
    if earlier is None or total.nilai <= 0 or earlier.nilai <= 0:
        return []
    if earlier.nilai * 10 >= total.nilai >= earlier.nilai / 10:
        return []
    return [
        _doubt(
            "pagu_melonjak", asks=True, opd=_named(total, names), tahun=total.tahun,
            sekarang=rupiah(total.nilai), dulu=rupiah(earlier.nilai), lain=earlier.file,
        )
    ]  # fmt: skip


def _twins(total: Total, history: History, names: Mapping[str, str], *, alone: bool) -> list[Doubt]:
    others = history.said.get((total.contract, total.tahun, total.bulan), {})
    return [
        _doubt(
            "sama_dengan_opd_lain", asks=alone, opd=_named(total, names), opd_lain=unit, tahun=total.tahun,
            bulan=total.bulan, sekarang=rupiah(total.nilai), lain=said.file,
        )
        for unit, said in others.items()
        if unit != history.unit(total.kode_opd) and total.nilai > 0 and said.nilai == total.nilai
    ]  # fmt: skip


def _falls(total: Total, month: int, history: History, names: Mapping[str, str]) -> list[Doubt]:
    earlier = history.before(total.kode_opd, total.tahun, month)
    if earlier is None:
        return []
    known = history.cumulative(total.kode_opd, total.tahun, earlier[0]) or earlier[1].nilai
    if total.nilai >= known:
        return []
    return [
        _doubt(
            "kumulatif_turun", asks=False, opd=_named(total, names), bulan=month, bulan_lalu=earlier[0],
            sekarang=rupiah(total.nilai), dulu=rupiah(known), lain=earlier[1].file,
        )
    ]  # fmt: skip


def _exceeds(total: Total, month: int, reading: Reading, history: History) -> list[Doubt]:
    before = history.cumulative(total.kode_opd, total.tahun, month - 1)
    own = [
        t.nilai
        for t in reading.totals
        if t.contract == "pagu" and (t.kode_opd, t.tahun) == (total.kode_opd, total.tahun)
    ]
    if not before or not own or before + total.nilai <= sum(own):
        return []
    return [
        _doubt(
            "bulanan_lebih_pagu", asks=True, opd=_named(total, reading.names), bulan=month,
            sekarang=rupiah(before + total.nilai), pagu=rupiah(sum(own, Decimal(0))),
        )
    ]  # fmt: skip
