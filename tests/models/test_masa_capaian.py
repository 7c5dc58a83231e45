"""Targets split by who held the seat: changes of all holders add up to where the year stands."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.models.jabatan import dinas, dunia, nip, tugas, uang
from tests.models.target import capai, iku, pk
from tests.models.world import Row, World


def made(values: Sequence[str | None], posts: list[Row]) -> World:
    parts = {
        "target_daerah": [iku("R1")], "pk_indikator": [pk("A1", "A", "R1")], "pk_realisasi": capai("A1", values),
        "riwayat_jabatan": posts,
    }  # fmt: skip
    return World(dunia(dinas("A"), uang("A", [0] * 12), parts))


def runs(w: World, triwulan: int) -> list[tuple[str | None, int, int, float | None, float | None]]:
    sql = "from marts.masa_capaian where tahun = 2026 and kode_opd = 'A' and triwulan = ? order by urutan"
    ids = {row["orang_id"]: row["nip"] for row in w.run("select nip, orang_id from core.orang_nip")}
    return [
        (
            ids.get(r["orang_id"]), r["dari_triwulan"], r["sampai_triwulan"], float(r["warisan"]),
            None if r["sendiri"] is None else float(r["sendiri"]),
        )
        for r in w.run(sql, [triwulan])
    ]  # fmt: skip


TWO = [
    tugas(nip(1), "2024-01-02", kode_jabatan="A-KEPALA", selesai="2026-07-31"),
    tugas(nip(2), "2026-08-01", kode_jabatan="A-KEPALA"),
]


def test_what_was_inherited_stands_beside_what_came_since() -> None:
    w = made(["70", "80", "75", "95"], TWO)
    assert runs(w, 2) == [(nip(1), 1, 2, 0, -20)]
    assert runs(w, 4) == [(nip(1), 1, 2, 0, -20), (nip(2), 3, 4, -20, 15)]


def test_a_quarter_belongs_to_whom_most_of_its_days_belong() -> None:
    late = [
        tugas(nip(1), "2024-01-02", kode_jabatan="A-KEPALA", selesai="2026-08-31"),
        tugas(nip(2), "2026-09-01", kode_jabatan="A-KEPALA"),
    ]
    assert runs(made(["70", "80", "75", "95"], late), 4) == [(nip(1), 1, 3, 0, -25), (nip(2), 4, 4, -25, 20)]


values = st.lists(st.one_of(st.none(), st.integers(0, 100)), min_size=4, max_size=4)
changes = st.lists(st.integers(1, 12), max_size=3, unique=True)


@given(said=values, months=changes)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_own_changes_of_all_holders_add_up_to_the_position(said: list[int | None], months: list[int]) -> None:
    starts = ["2024-01-02", *(f"2026-{m:02d}-01" for m in sorted(months))]
    posts = [tugas(nip(n), day, kode_jabatan="A-KEPALA") for n, day in enumerate(starts)]
    w = made([None if s is None else str(s) for s in said], posts)
    for triwulan in range(1, 5):
        found = runs(w, triwulan)
        known = [s for s in said[:triwulan] if s is not None]
        covered = [q for _, first, last, _, _ in found for q in range(first, last + 1)]
        assert covered == list(range(1, triwulan + 1))
        own = [sendiri for *_, sendiri in found if sendiri is not None]
        assert sum(own) == (min(known[-1], 100) - 100 if known else 0)
