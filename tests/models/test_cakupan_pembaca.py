"""What a reader of one OPD sees of the imports and of what is wrong with them."""

from __future__ import annotations

from tests.models.world import World, pagu, realisasi

ROWS = {
    "pagu": [pagu("A", 100, impor=1), pagu("B", 100, impor=2), pagu("A", 90, impor=3), pagu("B", 90, impor=3)],
    "realisasi": [realisasi("B", 1, 10, impor=4)],
    "masalah": [
        {"impor": n, "kode": "ANGKA", "tingkat": "error", "pesan_id": "salah", "pesan_en": "wrong"} for n in range(1, 5)
    ],
}


def seen(world: World, view: str, *opd: str) -> list[int]:
    rows = world.run(f"select distinct impor_id from app.{view} order by 1", opd=opd)
    return [int(row["impor_id"]) for row in rows]


def test_imports_and_problems_keep_to_the_scope() -> None:
    world = World(ROWS)
    assert seen(world, "impor", "*") == seen(world, "masalah", "*") == [1, 2, 3, 4]
    assert seen(world, "impor", "A") == [1, 3]
    assert seen(world, "masalah", "A") == [1]  # the third file shows cells of B too
    assert seen(world, "masalah", "B") == [2, 4]
    assert seen(world, "impor", "Z") == seen(world, "masalah") == []
