"""The year-end: what is known of it from earlier years only, how it is tested, and for whom it is shown."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import pytest

from pipelines.measures import query
from tests.models import pendaratan as made
from tests.models.world import Row, World, pagu

ENDS = ("pendaratan_bawah", "pendaratan", "pendaratan_atas")


@pytest.fixture(scope="module")
def world() -> World:
    """The 25 OPD, the last one at half of what is usual."""
    world = made.whole()
    world.run("create table raw.build as select 'uji-0001' as build")
    return world


def _tested(world: World, tahun: int, bulan: int, *, lingkup: str = "opd") -> dict[str, Row]:
    sql = "select * from app.uji_pendaratan where tahun = ? and bulan = ? and lingkup = ? and cakupan = 'semua'"
    return {row["cara"]: row for row in world.run(sql, [tahun, bulan, lingkup])}


def test_the_backtest_counts_what_fell_within_the_range_given_beforehand(world: World) -> None:
    own = _tested(world, 2026, 10)["kurva"]
    # 2024 is forecast from 2023, 2025 from both; ten miss by two points either way, five not at all
    assert (own["n"], own["n_tahun"], own["galat_median"]) == (50, 2, 2)
    # only 2025 had errors before it; its misses stand right on the edge of the range, and the edge is within
    assert (own["n_rentang"], own["n_dalam"], own["n_tahun_rentang"]) == (25, 25, 1)
    assert own["lebar_median"] == pytest.approx(4)
    assert (own["dari_tahun"], own["sampai_tahun"], own["dimuat"], own["dipakai"]) == (2024, 2025, 80, True)


def test_every_way_is_tested_on_the_same_year_ends(world: World) -> None:
    tested = _tested(world, 2026, 10)
    naive = tested["laju"]
    # 70 percent in ten months is 84 in twelve: six short of 90 in the middle
    assert (naive["n"], naive["n_tahun"], naive["dipakai"]) == (tested["kurva"]["n"], 2, False)
    assert naive["galat_median"] == pytest.approx(6, abs=0.5)
    assert "rak" not in tested, "no closed year has a cash plan"


def test_a_region_is_the_sum_of_its_opd_and_its_range_is_wider_than_its_miss(world: World) -> None:
    region = _tested(world, 2026, 10, lingkup="daerah")["kurva"]
    assert (region["n"], region["n_rentang"], region["n_dalam"]) == (2, 1, 1)
    assert region["galat_median"] == 0, "ten above and ten below outweigh each other"


def test_nothing_is_left_to_miss_in_december(world: World) -> None:
    own = _tested(world, 2026, 12)["kurva"]
    assert (own["galat_median"], own["n_dalam"]) == (0, own["n_rentang"])


def test_a_year_is_forecast_from_earlier_years_alone() -> None:
    """What came later changes nothing that was said of an earlier year, neither the forecast nor its test."""
    then = World(made.background(until=2024))
    now = World(made.background())
    for bulan in (1, 6, 11):
        before, after = (made.landing(w, "OPD07", tahun=2024, bulan=bulan) for w in (then, now))
        assert before == after
        assert _tested(then, 2024, bulan) == _tested(now, 2024, bulan)


def test_the_first_years_are_not_forecast_without_a_test(world: World) -> None:
    assert made.landing(world, "OPD01", tahun=2023)["alasan"] == "tanpa_tahun_lalu"
    first = made.landing(world, "OPD01", tahun=2024)
    assert (first["alasan"], first["n_tahun"], first["n_galat"]) == ("tanpa_uji", 1, 0)
    assert [first[name] for name in (*ENDS, "silpa")] == [None] * 4
    assert made.landing(world, "OPD01", tahun=2025)["n_galat"] == 25


def test_too_few_year_ends_give_no_range_and_so_no_forecast() -> None:
    few = {f"OPD{n:02d}" for n in range(1, 20)}
    rows = {name: [row for row in body if row["kode_opd"] in few] for name, body in made.background().items()}
    assert made.landing(World(rows), "OPD01", tahun=2025)["alasan"] == "tanpa_uji", "19 errors are fewer than 20"


def test_percents_do_not_depend_on_the_unit_of_money() -> None:
    small, large = made.whole(), made.whole(times=1000)
    for kode in ("OPD01", "OPD13", "OPD25"):
        one, other = made.landing(small, kode), made.landing(large, kode)
        for name in (*ENDS, "silpa", "perlu_per_bulan"):
            assert abs(other[name] / 1000 - one[name]) <= Decimal("0.01"), "the same to the sen that rounding takes"
        assert one["melebihi_terbaik"] == other["melebihi_terbaik"]


def test_a_successor_inherits_the_years_and_months_of_what_it_took_over() -> None:
    """DINAS had 90 percent and LAMA 70 at the same ceiling: together they ended at 80."""
    parts = [made.background()]
    for kode, end, best in (("DINAS", 90, 20), ("LAMA", 70, 30)):
        rows: dict[str, list[Row]] = {"opd": [], "pagu": [], "realisasi": []}
        for tahun in (2024, 2025):
            rows["pagu"].append(pagu(kode, made.CEILING, tahun=tahun))
            usual = [*range(5, 50, 5), 45 + best, 45 + best, end]
            rows["realisasi"] += made.year(kode, tahun, usual)
        parts.append(rows)
    master = {"opd": [made.merged("LAMA", "DINAS", "2026-01-01")]}
    world = World(made.joined(master, *parts, made.running("DINAS", [*range(5, 50, 5), 60])))
    row = made.landing(world, "DINAS")
    # October: 65 and 75 percent of both, 70 together; from there 20 and -5, 10 together
    assert row["pendaratan"] == Decimal(70) * made.CEILING / 100
    assert (row["terbaik"], row["terbaik_tahun"], row["terbaik_bulan"]) == (500_000, 2024, 10)
    assert row["n_tahun"] == 2
    before = made.landing(world, "LAMA", tahun=2025)
    assert before["alasan"] is None, "in its own last year it answered for itself"
    alone = made.landing(world, "DINAS", tahun=2025)
    assert alone["pendaratan"] == Decimal(90) * made.CEILING / 100, "and so did its successor"


def test_a_silent_predecessor_leaves_its_year_out() -> None:
    rows = made.joined(
        {"opd": [made.merged("LAMA", "DINAS", "2026-01-01")]},
        made.background(),
        made.running("DINAS", [*range(5, 50, 5), 60]),
        {
            "pagu": [pagu(kode, made.CEILING, tahun=2025) for kode in ("DINAS", "LAMA")],
            "realisasi": list(made.year("DINAS", 2025, [*range(5, 60, 5), 90])),
        },
    )
    assert made.landing(World(rows), "DINAS")["alasan"] == "tanpa_tahun_lalu"


@pytest.mark.parametrize("seed", range(3))
def test_a_forecast_holds_together_whatever_was_spent(seed: int) -> None:
    rng = random.Random(seed)
    rows: dict[str, list[Row]] = {"opd": [], "pagu": [], "realisasi": [], "rak": []}
    for number in range(24):
        kode = f"A{number:02d}"
        for tahun in (2023, 2024, 2025, 2026):
            amount = rng.choice([0, 10**6, 3 * 10**8, 10**13])
            rows["pagu"].append(pagu(kode, amount, tahun=tahun))
            spent = sorted(rng.uniform(0, 104) for _ in range(12))
            told = [p if rng.random() > 0.1 else None for p in spent]
            rows["realisasi"] += made.year(kode, tahun, [None if p is None else round(p, 4) for p in told], amount)
    world = World(rows)
    assert world.checks("pendaratan_tidak_cocok") == {}
    found = world.run("select * from marts.pendaratan where pendaratan is not null")
    assert len(found) > 100
    for row in found:
        assert row["realisasi_kum"] <= row["pendaratan_bawah"] <= row["pendaratan"] <= row["pendaratan_atas"]
        assert row["pendaratan_atas"] <= max(row["pagu"], row["realisasi_kum"])
        assert row["silpa_bawah"] <= row["silpa"] <= row["silpa_atas"]


def test_measures_answer_for_one_and_for_all(world: World) -> None:
    def asked(measure: str, **where: str) -> Any:
        rows = query(world, measure, where=where, until="2026-10", opd=["*"])["rows"]
        return rows[0]["nilai"] if rows else None

    one = made.landing(world, "OPD01")
    assert asked("pendaratan", opd="OPD01") == round(100 * one["pendaratan"] / one["pagu"], 2)
    assert asked("n_diperkirakan") == 25
    ends = [asked(name) for name in ENDS]
    assert ends == sorted(ends)
    assert asked("silpa_perkiraan") == sum(made.landing(world, kode)["silpa"] for kode, _ in made.signs())
    assert asked("pendaratan", tahun="2023") is None, "a year without a test has no forecast to ask for"


def test_a_reader_sees_the_year_end_of_their_own_opd_and_everyone_the_test(world: World) -> None:
    mine = {row["kode_opd"] for row in world.run("select kode_opd from app.pendaratan", opd=["OPD01"])}
    assert mine == {"OPD01"}
    assert world.run("select kode_opd from app.pendaratan", opd=[]) == []
    assert len(world.run("select * from app.uji_pendaratan", opd=["OPD01"])) > 0
    world.run("select 1 as satu", opd=["*"])
