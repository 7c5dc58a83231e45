"""A hundred days: each statement of progress holds until the next, and nothing is known before it was told."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.models.jabatan import dinas, dunia, nip, tugas
from tests.models.world import Row, World


def janji(nomor: int, kemajuan: float | None, pada: date | None, **more: Any) -> Row:
    return {
        "nip": nip(1), "kode_jabatan": "A-KEPALA", "tmt": date(2026, 3, 2), "nomor": nomor, "jenis": "target",
        "target": f"Janji {nomor}", "kemajuan": kemajuan, "tgl_kemajuan": pada, **more,
    }  # fmt: skip


def made(*rows: Row, pelantikan: date | None = None) -> World:
    post = tugas(nip(1), "2026-03-02", kode_jabatan="A-KEPALA", tmt_pelantikan=pelantikan)
    return World(dunia(dinas("A"), {"riwayat_jabatan": [post], "seratus_hari": list(rows)}))


def on(w: World, day: date) -> list[tuple[int, float | None, str | None]]:
    sql = "select nomor, kemajuan, putusan from marts.seratus_hari where dari <= ? and sampai > ? order by nomor"
    return [
        (r["nomor"], None if r["kemajuan"] is None else float(r["kemajuan"]), r["putusan"])
        for r in w.run(sql, [day, day])
    ]


def test_a_statement_holds_from_its_day_until_the_next() -> None:
    w = made(
        janji(1, 20, date(2026, 4, 1)), janji(1, 60, date(2026, 5, 15)),
        janji(1, 100, date(2026, 6, 12), putusan="tercapai"), janji(2, 10, date(2026, 5, 1)),
    )  # fmt: skip
    assert on(w, date(2026, 3, 1)) == []
    assert on(w, date(2026, 3, 31)) == [(1, None, None), (2, None, None)]
    assert on(w, date(2026, 4, 30)) == [(1, 20, None), (2, None, None)]
    assert on(w, date(2026, 5, 31)) == [(1, 60, None), (2, 10, None)]
    assert on(w, date(2026, 12, 31)) == [(1, 100, "tercapai"), (2, 10, None)]


def test_day_zero_is_the_inauguration() -> None:
    (row,) = made(janji(1, None, date(2026, 3, 9)), pelantikan=date(2026, 3, 9)).run("from marts.seratus_hari")
    assert (row["mulai"], row["hari_100"], row["tercatat"]) == (date(2026, 3, 9), date(2026, 6, 17), True)


def test_what_is_promised_by_somebody_without_such_a_post_says_so() -> None:
    w = made(janji(1, None, date(2026, 3, 5), tmt=date(2026, 3, 5)))
    assert {row["tercatat"] for row in w.run("from marts.seratus_hari")} == {False}


def test_a_correction_of_the_same_day_replaces_what_was_said() -> None:
    w = made(janji(1, 20, date(2026, 4, 1)), janji(1, 25, date(2026, 4, 1), impor=2))
    assert on(w, date(2026, 4, 2)) == [(1, 25, None)]
