"""What people are called who are not named: short, nobody else's, and the same however the files come."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipelines.models import TABLES, models
from tests.models.jabatan import nip
from tests.models.world import Row, World, opd

MANY = 900  # among so many a few tails of four signs are alike by chance


def built(people: Sequence[Row]) -> World:
    return World({"opd": [opd("A")], "pegawai": people})


def staff(n: int) -> list[Row]:
    return [{"nip": nip(number), "nama": f"Contoh {number}", "jenis": "PNS"} for number in range(n)]


@pytest.fixture(scope="module")
def world() -> World:
    return built(staff(MANY))


def test_nobody_is_called_what_another_is_called(world: World) -> None:
    rows = world.run("select orang_id, sebutan from core.sebutan")
    assert len({row["orang_id"] for row in rows}) == len({row["sebutan"] for row in rows}) == len(rows) == MANY
    assert all(row["orang_id"].upper().endswith(row["sebutan"]) for row in rows)


def test_a_name_is_longer_only_where_the_short_one_would_be_somebody_elses_too(world: World) -> None:
    rows = world.run("select orang_id, sebutan from core.sebutan")
    tails = [row["orang_id"].upper()[-4:] for row in rows]
    longer = {row["orang_id"] for row in rows if len(row["sebutan"]) > 4}
    shared = {row["orang_id"] for row in rows if tails.count(row["orang_id"].upper()[-4:]) > 1}
    assert longer == shared
    assert 0 < len(shared) < MANY / 20, "the world is large enough to repeat, and small enough to be mostly short"


def test_the_order_of_rows_changes_nothing(world: World) -> None:
    sql = "select orang_id, sebutan from core.sebutan order by orang_id"
    assert built(staff(MANY)[::-1]).run(sql) == world.run(sql)


def test_ids_that_end_alike_get_as_many_signs_as_tell_them_apart() -> None:
    world = built(staff(1))
    world.run("create schema tiruan")
    ids = ("P000000001234", "P00000aa91234", "P00000ab91234", "P0000000abcd", "Pffffff0abcd0")
    told = ", ".join(f"('{one}')" for one in ids)
    world.run(f"create table tiruan.orang_nip as from (values {told}) as t(orang_id)")
    sql = next(model.sql for model in models(TABLES) if model.name == "core.sebutan")
    rows = world.run(sql.replace("core.orang_nip", "tiruan.orang_nip"))
    assert {row["orang_id"]: row["sebutan"] for row in rows} == {
        "P000000001234": "01234", "P00000aa91234": "A91234", "P00000ab91234": "B91234",
        "P0000000abcd": "ABCD", "Pffffff0abcd0": "BCD0",
    }  # fmt: skip
