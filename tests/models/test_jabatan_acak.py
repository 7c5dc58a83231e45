"""Random histories and random money: nothing overlaps, nothing is lost, and changes add up to where things stand."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.models import CHECKS, models
from tests.models.jabatan import dinas, dunia, nip, tugas, uang
from tests.models.world import Row, World

OPD = ("A", "B", "C")
TABLES = (
    "marts.riwayat", "marts.pemegang", "marts.kepala_opd", "marts.kepala_bulan", "marts.masa_jabatan", "marts.mutasi",
    "marts.rantai", "marts.plt_bulan", "marts.perhatian",
)  # fmt: skip

days = st.integers(0, 900).map(lambda n: date(2024, 7, 1) + timedelta(days=n))


@st.composite
def posts(draw: st.DrawFn) -> Row:
    begin = draw(days)
    length = draw(st.one_of(st.none(), st.none(), st.integers(0, 400)))
    end = None if length is None else begin + timedelta(days=length)
    kind = draw(st.sampled_from(["definitif", "definitif", "Plt", "Pj", "Plh"]))
    place = draw(st.sampled_from([*(f"{kode}-KEPALA" for kode in OPD), None]))
    post = {"kode_jabatan": place} if place else {"nama_jabatan": "Widyaiswara"}
    return tugas(nip(draw(st.integers(0, 5))), begin, kind, selesai=end, **post)


points = st.one_of(st.none(), st.integers(-4000, 4000).map(lambda n: n / 100))
money = st.lists(points, min_size=12, max_size=12)
histories = st.lists(posts(), max_size=14)


def made(history: list[Row], deviations: list[list[float | None]]) -> World:
    funds = [uang(kode, months) for kode, months in zip(OPD, deviations, strict=True)]
    return World(dunia(dinas(*OPD), *funds, {"riwayat_jabatan": history}, sampai=365))


def content(world: World) -> dict[str, list[Any]]:
    return {name: sorted(world.run(f"from {name}"), key=repr) for name in TABLES}


@given(history=histories, deviations=st.lists(money, min_size=3, max_size=3), seed=st.integers(0, 99))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_histories_add_up_whatever_they_are(
    history: list[Row], deviations: list[list[float | None]], seed: int
) -> None:
    world = made(history, deviations)
    for check in models(CHECKS):
        if check.name.removeprefix("checks.") in (
            "pemegang_tumpang", "kepala_bulan_kembar", "masa_tidak_sama_deviasi",
        ):  # fmt: skip
            assert world.run(check.sql) == []
    for (kode, position), runs in _runs(world).items():
        # months of holders, of vacancies and of times without a record are the year so far, each once
        covered = [month for run in runs for month in range(run["dari_bulan"], run["sampai_bulan"] + 1)]
        assert covered == list(range(1, position + 1))
        own = [run["sendiri"] for run in runs if run["sendiri"] is not None]
        assert sum(own) == (runs[0]["deviasi"] if own else 0)
        reported = [p for p in deviations[OPD.index(kode)][:position] if p is not None]
        assert (float(runs[0]["deviasi"]) if own else None) == (reported[-1] if reported else None)
    again = [dict(row) for row in history]
    random.Random(seed).shuffle(again)
    assert content(made(again, deviations)) == content(world)


def _runs(world: World) -> dict[tuple[str, int], list[Row]]:
    found: dict[tuple[str, int], list[Row]] = {}
    sql = "from marts.masa_jabatan where tahun = 2026 and cakupan = 'semua' order by kode_opd, bulan, urutan"
    for row in world.run(sql):
        found.setdefault((row["kode_opd"], row["bulan"]), []).append(row)
    return found


@given(history=histories)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_on_every_day_the_best_claim_holds_the_seat(history: list[Row]) -> None:
    """The timeline made by segments and windows is the one that a look at each single day gives."""
    rank = {"definitif": 1, "pj": 2, "plt": 3, "plh": 4}
    world = World(dunia(dinas(*OPD), {"riwayat_jabatan": history}, sampai=365))
    claims = world.run("from marts.riwayat where kode_jabatan is not null")
    spans = world.run("from marts.pemegang")
    for seat in {claim["kode_jabatan"] for claim in claims}:
        own = [claim for claim in claims if claim["kode_jabatan"] == seat]
        first = min(claim["mulai"] for claim in own)
        for day in (first + timedelta(days=n) for n in range(0, 900, 13)):
            there = [c for c in own if c["mulai"] <= day < c["selesai"]]
            best = min((rank[c["jenis_penugasan"]], -c["mulai"].toordinal()) for c in there) if there else None
            (span,) = [s for s in spans if s["kode_jabatan"] == seat and s["mulai"] <= day < s["selesai"]]
            if best is None:
                assert span["keadaan"] == "kosong"
            else:
                allowed = {
                    c["orang_id"] for c in there if (rank[c["jenis_penugasan"]], -c["mulai"].toordinal()) == best
                }
                assert rank[span["keadaan"]] == best[0]
                assert span["orang_id"] in allowed
