"""Facts of meetings at the end of a month: short still, due soon, late, open; unknown where nobody meets."""

from __future__ import annotations

from typing import Any

import pytest

from tests.models.jabatan import dunia, uang
from tests.models.rapat import janji, kendala, rapat, temuan, tindak
from tests.models.world import World, hari, opd

LHP = hari("2026-02-15")
CAUGHT_UP: list[float | None] = [0, -3, -1, 0, 0, 0]


@pytest.fixture(scope="module")
def met() -> World:
    return World(dunia({"opd": [opd("A"), opd("B")]}, uang("A", CAUGHT_UP), uang("B", [0, 0, 0]), {
        "rapat": [rapat("R", "2026-01-10")],
        # plan 5 % a month: 7,0 % in February, 14,9 % in March, 20 % in April
        "komitmen": [
            janji("K1", "R", "A", 8, "2026-02-28"), janji("K2", "R", "A", 30, "2026-06-30"),
            janji("K3", "R", "A", 9, "2026-02-28", keadaan="dicabut"), janji("K4", "R", "B", 99, "2026-05-10"),
        ],
        "tindak_lanjut": [
            tindak("T1", "R", "A", "2026-02-10", uraian="x" * 120), tindak("T2", "R", "A", "2026-03-10"),
            tindak("T3", "R", "A", "2026-02-01", "Selesai", selesai="2026-02-28"),
        ],
        "kendala": [kendala("H1", "A", "2026-01-31", kategori="UP/GU"), kendala("H2", "A", "2026-01-05", "2026-02-20")],
        "temuan": [
            temuan("X1", "A", 100, 30, tgl_lhp=LHP), temuan("X2", "A", None, None, tgl_lhp=LHP),
            temuan("X3", "B", 10, 10, tgl_lhp=LHP),
        ],
    }))  # fmt: skip


def facts(met: World, kode: str, *columns: str) -> dict[int, tuple[Any, ...]]:
    found = met.table(
        "marts.fakta_rapat", "bulan", *columns, where=f"kode_opd = '{kode}' and tahun = 2026 and bulan <= 6"
    )
    return {row[0]: row[1:] for row in found}


def test_a_promise_is_asked_about_until_its_value_is_reached(met: World) -> None:
    said = facts(met, "A", "komitmen_lewat_n", "komitmen_lewat_isi", "komitmen_lewat_tanggal")
    assert said[1] == (0, None, None)
    assert said[2] == (1, "serapan|8.0000|", hari("2026-02-28"))
    assert said[3] == (0, None, None), "reached a month late: no longer short"


def test_a_promise_is_asked_about_in_the_month_before_it_falls_due(met: World) -> None:
    near = {bulan: n for bulan, (n,) in facts(met, "A", "komitmen_dekat_n").items()}
    assert (near[1], near[4], near[5]) == (1, 0, 1)  # 28 February is 28 days after January, 30 June 30 after May
    assert facts(met, "B", "komitmen_dekat_n", "komitmen_dekat_isi")[4] == (1, "serapan|99.0000|")


def test_the_action_longest_past_its_date_is_told_cut_to_a_line(met: World) -> None:
    said = facts(met, "A", "tindak_lanjut_lewat_n", "tindak_lanjut_lewat_hari", "tindak_lanjut_lewat_isi")
    assert (said[1][:2], said[2][:2], said[3][:2]) == ((0, None), (1, 18), (2, 49))
    assert (len(said[3][2]), said[3][2][-1]) == (90, "…")


def test_obstacles_and_findings_stand_from_their_day_on(met: World) -> None:
    said = facts(met, "A", "kendala_terbuka_n", "kendala_terbuka_kategori", "kendala_terbuka_hari")
    assert (said[1], said[2]) == ((2, "lahan", 26), (1, "up_gu", 28))
    owed = facts(met, "A", "temuan_terbuka_n", "temuan_terbuka_nilai")
    assert (owed[1], owed[2]) == ((0, None), (2, 70))
    assert facts(met, "B", "temuan_terbuka_n", "temuan_terbuka_nilai")[2] == (1, None), "nothing is owed any more"


def test_nothing_is_known_where_nobody_meets() -> None:
    silent = World(dunia({"opd": [opd("A")]}, uang("A", [0, 0])))
    assert silent.table("marts.fakta_rapat", "kode_opd") == []
