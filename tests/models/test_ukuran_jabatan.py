"""Measures of posts asked like any other: by OPD, by month, refused where a sum would mean nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pipelines import measures
from pipelines.trouble import Trouble
from tests.models.jabatan import dinas, dunia, nip, tugas, uang
from tests.models.test_measures import Asked
from tests.models.world import World


@pytest.fixture(scope="module")
def asked() -> Asked:
    posts = [
        tugas(nip(1), "2024-01-08", kode_jabatan="A-KEPALA", selesai="2026-03-31"),
        tugas(nip(2), "2026-04-01", "Plt", kode_jabatan="A-KEPALA"),
        tugas(nip(3), "2026-03-02", kode_jabatan="B-KEPALA"),
        tugas(nip(4), "2024-01-08", kode_jabatan="C-KEPALA", selesai="2026-04-15"),
    ]
    funds = [uang(kode, [-1, -2, -4, -9]) for kode in "ABC"]
    return Asked(World(dunia(dinas("A", "B", "C"), *funds, {"riwayat_jabatan": posts})))


@pytest.mark.parametrize(
    ("measure", "by_opd", "total"),
    [
        ("n_plt", {"A": 1, "B": 0, "C": 0}, 1),
        ("n_kosong", {"A": 0, "B": 0, "C": 1}, 1),
        ("n_kepala_baru", {"A": 0, "B": 1, "C": 0}, 1),
    ],
)
def test_counts_of_heads_add_up(asked: Asked, measure: str, by_opd: dict[str, int], total: int) -> None:
    assert asked.values(measure, "opd") == by_opd
    assert asked(measure)["rows"][0]["nilai"] == total


def test_what_the_present_head_inherited_and_changed(asked: Asked) -> None:
    assert asked.values("warisan", "opd") == {"A": Decimal("-4.00"), "B": Decimal("-2.00"), "C": Decimal("0.00")}
    assert asked.values("sendiri", "opd") == {"A": Decimal("-5.00"), "B": Decimal("-7.00"), "C": Decimal("-9.00")}
    months = asked.values("sendiri", "bulan", where={"opd": "A"})
    assert months == {1: Decimal("-1.00"), 2: Decimal("-2.00"), 3: Decimal("-4.00"), 4: Decimal("-5.00")}


def test_days_in_post(asked: Asked) -> None:
    assert asked.values("hari_menjabat", "opd") == {"A": 29, "B": 59, "C": 14}
    assert asked("hari_menjabat", where={"opd": "B"}, until="2026-03")["rows"][0]["nilai"] == 29


@pytest.mark.parametrize("how", [{}, {"by": ["kelompok"]}, {"by": ["opd", "program"]}], ids=str)
def test_days_and_points_are_never_added_over_units(asked: Asked, how: dict[str, Any]) -> None:
    for measure in ("hari_menjabat", "warisan", "sendiri"):
        with pytest.raises(Trouble):
            measures.query(asked, measure, opd=["*"], **how)
