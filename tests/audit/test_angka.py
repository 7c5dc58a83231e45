"""Figures of the fictional pemda, added up a second time from the bare cells of its files by arithmetic not ours."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from dashboard import access, query
from dashboard.export import packs
from dashboard.export.brand import brand
from dashboard.known import choices
from dashboard.view import from_params
from pipelines import measures
from pipelines.build import Build, build
from pipelines.engines.duckdb import Reader
from tests.audit import hitung
from tests.export.opened import presentation, words
from tests.sample.conftest import Taken, folder, taken, written

pytestmark = pytest.mark.slow  # a whole pemda is imported and built
__all__ = ["folder", "taken", "written"]  # the sample and its workspace, made once for all its tests

SPLITS: dict[str, Callable[[pd.DataFrame], pd.Series]] = {
    "program": lambda t: t["sub"].str[:7],
    "kegiatan": lambda t: t["sub"].str[:12],
    "sub_kegiatan": lambda t: t["sub"],
    "jenis": lambda t: t["rekening"].str[:6],
    "rekening": lambda t: t["rekening"],
    "urusan": lambda t: t["sub"].str[:1],
}


class Sums:
    """One month of the sample: leaves of ceiling, spending and plan with the unit that answers for each."""

    def __init__(self, year: Path, month: int) -> None:
        master = hitung.units(year)
        own = dict(zip(master["kode_sipd"], master["kode_opd"], strict=True))
        above = {k: v for k, v in zip(master["kode_opd"], master["induk_kode_opd"], strict=True) if v}
        self.asisten = {k: str(v) for k, v in zip(master["kode_opd"], master["asisten"], strict=True)}
        self.komisi = dict(zip(master["kode_opd"], master["komisi_dprd"], strict=True))
        self.pagu, self.realisasi, self.rak = (
            hitung.ceiling(year, month),
            hitung.spent(year, month),
            hitung.plan(year, month),
        )
        for table in (self.pagu, self.realisasi, self.rak):
            table.columns = pd.Index(["nilai" if name == "realisasi" else name for name in table.columns])
            table["kode"] = table["opd"].map(lambda code: above.get(own.get(code, code), own.get(code, code)))
        self.told = set(self.realisasi["kode"])

    def compared(self) -> set[str]:
        """The units that reported and whose cash plan is known."""
        return self.told & set(self.rak["kode"])


def rupiah(sen: int) -> Decimal:
    return Decimal(int(sen)) / 100


def percent(part: int, whole: int) -> Decimal | None:
    return (Decimal(int(part)) * 100 / int(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP) if whole else None


def by(table: pd.DataFrame, of: pd.Series) -> dict[str, int]:
    return {str(k): int(v) for k, v in table["nilai"].groupby(of.to_numpy()).sum().items()}


@pytest.fixture(scope="module")
def built(taken: Taken) -> Build:
    return build(taken.ws)


@pytest.fixture(scope="module")
def ask(built: Build) -> Callable[..., dict[str | None, Decimal | None]]:
    reader = Reader(built.path)

    def asked(measure: str, month: int, split: str | None = None, **where: str) -> dict[str | None, Decimal | None]:
        words = [split] if split else []
        told = measures.query(reader, measure, by=words, where=where, until=f"2026-{month:02d}", opd=["*"])
        return {row[split] if split else None: row["nilai"] for row in told["rows"]}

    return asked


@pytest.fixture(scope="module")
def sums(folder: Path) -> Callable[[int], Sums]:
    return cache(lambda month: Sums(folder / "2026", month))


Ask = Callable[..., dict[str | None, Decimal | None]]
Of = Callable[[int], Sums]
MONTHS = (
    4,
    8,
    9,
    10,
)  # monthly files; the first cumulative one with a correction; a cut ceiling; late files and a register


@pytest.mark.parametrize("month", MONTHS)
def test_ceiling_and_spending_of_every_opd(ask: Ask, sums: Of, month: int) -> None:
    own = sums(month)
    pagu, spent = by(own.pagu, own.pagu["kode"]), by(own.realisasi, own.realisasi["kode"])
    assert ask("pagu", month, "opd") == {k: rupiah(v) for k, v in pagu.items()}
    assert ask("serapan", month, "opd") == {k: percent(spent[k], pagu[k]) if k in spent else None for k in pagu}
    assert ask("dilaporkan", month)[None] == len(spent)


@pytest.mark.parametrize("month", MONTHS)
def test_weighted_total_simple_mean_and_points(ask: Ask, sums: Of, month: int) -> None:
    own = sums(month)
    pagu, spent, rak = (by(t, t["kode"]) for t in (own.pagu, own.realisasi, own.rak))
    total = sum(spent.values())
    assert ask("serapan", month)[None] == percent(total, sum(pagu[k] for k in spent))
    mean = sum(Decimal(100 * spent[k]) / pagu[k] for k in spent) / len(spent)
    assert ask("serapan_rata", month)[None] == mean.quantize(Decimal("0.01"), ROUND_HALF_UP)
    both = own.compared() - {"DCKTB"}  # its plan stands in a file of another shape, compared elsewhere
    asked, planned = ask("serapan_rak", month, "opd"), ask("rak", month, "opd")
    assert {k: asked[k] for k in both} == {k: percent(spent[k], rak[k]) for k in both}
    assert {k: planned[k] for k in both} == {k: rupiah(rak[k]) for k in both}
    points = ask("deviasi", month, "opd")
    assert {k: points[k] for k in both} == {k: percent(spent[k] - rak[k], pagu[k]) for k in both}


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("split", SPLITS)
def test_every_split_of_the_ceiling_and_of_the_spending(ask: Ask, sums: Of, month: int, split: str) -> None:
    own, of = sums(month), SPLITS[split]
    assert ask("pagu", month, split) == {k: rupiah(v) for k, v in by(own.pagu, of(own.pagu)).items()}
    spent = by(own.realisasi, of(own.realisasi))
    reported = own.pagu[own.pagu["kode"].isin(own.told)]
    pagu = by(reported, of(reported))
    asked = ask("serapan", month, split)
    assert {k: asked[k] for k in pagu} == {k: percent(spent.get(k, 0), pagu[k]) for k in pagu}


@pytest.mark.parametrize("month", (8, 10))
def test_groups_sources_and_what_remains_without_pegawai_and_btt(ask: Ask, sums: Of, month: int) -> None:
    own = sums(month)
    for split, group in (("kelompok", own.asisten), ("komisi", own.komisi)):
        pagu, spent = (by(t, t["kode"].map(group)) for t in (own.pagu[own.pagu["kode"].isin(own.told)], own.realisasi))
        assert ask("serapan", month, split) == {k: percent(spent.get(k, 0), pagu[k]) for k in pagu}, split
    asked = ask("pagu", month, "sumber_dana")
    assert sum(v for v in asked.values() if v) == rupiah(own.pagu["nilai"].sum())
    kept = [t[~t["rekening"].str.startswith(("5.1.01", "5.3"))] for t in (own.pagu, own.realisasi)]
    pagu, spent = (by(t, t["kode"]) for t in kept)
    asked = ask("serapan", month, "opd", cakupan="tanpa_pegawai_btt")
    expected = {k: percent(spent.get(k, 0), pagu[k]) for k in pagu if k in own.told}
    assert {k: asked[k] for k in expected} == expected


def test_the_same_month_of_last_year(ask: Ask, folder: Path) -> None:
    def read(name: str) -> pd.DataFrame:
        return pd.read_csv(folder / "2025" / name, dtype=str, sep=None, engine="python", encoding="utf-8-sig")

    spent = read("realisasi_2025.csv")
    assert set(spent["basis"]) == {"bulanan"} and set(spent["tahap"]) == {"SP2D"}
    spent = spent[spent["bulan"].astype(int) <= 10]
    pagu = read("pagu_2025.csv")
    last = pagu["versi"].eq("perubahan") if "perubahan" in set(pagu["versi"]) else pagu["versi"].eq("murni")
    expected = percent(spent["realisasi"].map(hitung.sen).sum(), pagu[last]["pagu"].map(hitung.sen).sum())
    assert ask("serapan_lalu", 10)[None] == expected


def test_rank_is_the_order_of_the_ratio(ask: Ask, sums: Of) -> None:
    own = sums(10)
    spent, rak = by(own.realisasi, own.realisasi["kode"]), by(own.rak, own.rak["kode"])
    ranked = {k: v for k, v in ask("peringkat", 10, "opd").items() if v is not None}
    both = sorted(own.compared() & {str(k) for k in ranked}, key=lambda k: ranked[k])
    ratios = [Decimal(spent[k]) / rak[k] for k in both]
    assert ratios == sorted(ratios, reverse=True)
    assert len(both) >= 70


def test_deck_and_book_print_these_numbers(built: Build, taken: Taken, sums: Of) -> None:
    own = sums(10)
    pagu, spent = by(own.pagu, own.pagu["kode"]), by(own.realisasi, own.realisasi["kode"])
    total = percent(sum(spent.values()), sum(pagu[k] for k in spent))
    ask = query.open_build(built.path, built.id, scope=access.scope(), lang="id")
    offered = choices(ask)
    assert offered is not None
    view, dropped = from_params({"tahun": "2026", "bulan": "10", "bahasa": "id"}, offered.known)
    assert not dropped
    said = f"{total}".replace(".", ",")
    deck = presentation(packs.deck_bytes("tepra", ask, view, brand(taken.ws.home)))
    assert said in "\n".join(words(slide) for slide in deck.slides)
    book = openpyxl.load_workbook(BytesIO(packs.book_bytes("tepra", ask, view, brand(taken.ws.home))), data_only=True)
    rows = {row[-1]: row for row in book["peringkat.rapor"].iter_rows(values_only=True) if row[-1] in spent}
    assert set(rows) == set(spent)
    for code, row in rows.items():
        assert float(percent(spent[code], pagu[code]) or 0) in row, code
        assert float(rupiah(pagu[code] - spent[code])) in row, code
