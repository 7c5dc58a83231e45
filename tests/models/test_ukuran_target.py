"""Measures of targets: by level and OPD, with how many they rest on, at the last quarter that had ended."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipelines.measure_statement import statement
from tests.models.world import World
from tests.topics import sasaran


@pytest.fixture(scope="module")
def promised() -> World:
    return sasaran.build()


def asked(world: World, *by: str, until: str = "2026-04", **where: str) -> list[tuple[object, ...]]:
    ids = ("capaian_target", "n_target", "n_target_berangka")
    sql, params = statement(ids, by=by, where=where, until=until)
    rows = world.run(sql, params)
    return [
        (
            *(row[name] for name in by),
            None if row[ids[0]] is None else round(Decimal(str(row[ids[0]])), 2), row[ids[1]], row[ids[2]],
        )
        for row in rows
    ]  # fmt: skip


def test_of_the_heads_agreements_by_opd(promised: World) -> None:
    assert asked(promised, "opd") == [
        ("DINKES", Decimal("98.89"), 2, 2), ("DISDIK", Decimal("50.00"), 1, 1), ("PUPR", Decimal("100.00"), 1, 1),
    ]  # fmt: skip


def test_of_all_together_it_is_the_mean_of_indicators_not_of_opd(promised: World) -> None:
    # (97.777… + 100 + 50 + 100) / 4
    assert asked(promised) == [(Decimal("86.94"), 4, 4)]


def test_of_the_regions_own_targets(promised: World) -> None:
    assert asked(promised, tingkat="daerah") == [(Decimal("91.81"), 5, 4)]


def test_january_answers_for_the_quarter_before(promised: World) -> None:
    assert asked(promised, "opd", until="2026-02") == []
    assert asked(promised, "opd", until="2027-01")[0][0] == "DINKES"


def test_a_level_below_is_asked_by_name(promised: World) -> None:
    assert asked(promised, "opd", tingkat="III") == [("DINKES", None, 1, 0), ("PUPR", None, 1, 0)]
