"""The cascade from the region to the person: who is above whom on a day, and every place where it leaks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.models.jabatan import dinas, dunia, kursi, nip, tugas
from tests.models.target import capai, iku, pk
from tests.models.world import Row, World


def world(*pk_rows: Row, daerah: tuple[Row, ...] = (iku("R1"),), **more: list[Row]) -> World:
    parts = {"target_daerah": list(daerah), "pk_indikator": list(pk_rows), **more}
    return World(dunia(dinas("A", "B"), parts))


def leaks(w: World, triwulan: int = 4) -> set[tuple[str, str | None]]:
    rows = w.run("select jenis, kode_indikator from marts.bocor where tahun = 2026 and triwulan = ?", [triwulan])
    return {(row["jenis"], row["kode_indikator"]) for row in rows}


def above(w: World, kode: str, triwulan: int = 4) -> list[tuple[str, int]]:
    sql = "select leluhur, jarak from marts.leluhur where kode_indikator = ? and triwulan = ? order by jarak"
    return [(row["leluhur"], row["jarak"]) for row in w.run(sql, [kode, triwulan])]


WHOLE = (pk("A1", "A", "R1"), pk("A2", "A", "A1", tingkat="III"), pk("A3", "A", "A2", tingkat="IV"))


def test_a_whole_cascade_leads_from_the_person_to_the_region_and_does_not_leak() -> None:
    w = world(*WHOLE)
    assert above(w, "A3") == [("A3", 0), ("A2", 1), ("A1", 2), ("R1", 3)]
    assert leaks(w) == set()


def test_a_version_holds_for_the_quarters_at_whose_end_it_is_in_force() -> None:
    old = pk("A1", "A", "R1", "80", berlaku_sampai=date(2026, 8, 15))
    new = pk("A1", "A", "R2", "90", berlaku_mulai=date(2026, 8, 16))
    w = world(old, new, pk("A2", "A", "A1", tingkat="III"), daerah=(iku("R1"), iku("R2")))
    sql = "select triwulan, induk, target_tahun from core.indikator where kode_indikator = 'A1' order by triwulan"
    assert [(r["triwulan"], r["induk"], r["target_tahun"]) for r in w.run(sql)] == [
        (1, "R1", "80"), (2, "R1", "80"), (3, "R2", "90"), (4, "R2", "90"),
    ]  # fmt: skip
    assert above(w, "A2", 2)[-1] == ("R1", 2)
    assert above(w, "A2", 3)[-1] == ("R2", 2)
    assert ("daerah_tanpa_pk", "R2") in leaks(w, 2)
    assert ("daerah_tanpa_pk", "R1") in leaks(w, 4)


def test_an_agreement_that_ended_is_in_no_later_quarter() -> None:
    w = world(
        pk("A1", "A", "R1", berlaku_sampai=date(2026, 9, 29)), **{"pk_realisasi": capai("A1", ["10", "20", "30"])}
    )
    sql = "select triwulan, n_indikator, n_bernilai from marts.capaian_opd where kode_opd = 'A' and tingkat = 'II'"
    assert {(r["triwulan"], r["n_indikator"], r["n_bernilai"]) for r in w.run(sql)} == {(1, 1, 1), (2, 1, 1)}


LEAKS: dict[str, tuple[tuple[Row, ...], dict[str, Any], set[tuple[str, str | None]]]] = {
    "a regional indicator nobody carries on": (
        (), {"target_daerah": [iku("R1"), iku("R2")], "pk_indikator": list(WHOLE)}, {("daerah_tanpa_pk", "R2")},
    ),
    "no agreement at all, which is no leak of each target": ((), {}, set()),
    "an eselon II indicator without child": ((pk("A1", "A", "R1"),), {}, {("tanpa_anak", "A1")}),
    "an agreement that hangs on nothing": ((*WHOLE, pk("B1", "B", None, tingkat="III")), {}, {("tanpa_induk", "B1")}),
    "a parent that does not exist": ((*WHOLE, pk("B1", "B", "X", tingkat="III")), {}, {("induk_hilang", "B1")}),
    "a chain that comes back to itself": (
        (*WHOLE, pk("B1", "B", "B2"), pk("B2", "B", "B1", tingkat="III")), {}, {("lingkar", "B1"), ("lingkar", "B2")},
    ),
    "an owner whom the master does not know": (
        (*WHOLE[:2], pk("A3", "A", "A2", tingkat="IV", kode_jabatan="ENTAH")), {}, {("jabatan_tak_dikenal", "A3")},
    ),
    "an empty seat": (
        (WHOLE[0] | {"kode_jabatan": "A-KEPALA"}, *WHOLE[1:]),
        {"riwayat_jabatan": [tugas(nip(1), "2024-01-02", kode_jabatan="A-KEPALA", selesai="2026-05-31")]},
        {("kursi_kosong", "A1")},
    ),
    "weights of ninety": (
        (*WHOLE, pk("A4", "A", "A2", tingkat="IV", bobot=50), pk("A5", "A", "A2", tingkat="IV", bobot=40)),
        {}, {("bobot", "A2")},
    ),
    "weights of a hundred": (
        (*WHOLE, pk("A4", "A", "A2", tingkat="IV", bobot=50), pk("A5", "A", "A2", tingkat="IV", bobot=50)), {}, set(),
    ),
    "children that cannot reach their parent": (
        (pk("A1", "A", "R1", "90", indikator="Sama"), pk("A2", "A", "A1", "80", tingkat="III", indikator="Sama"),
         pk("A3", "A", "A1", "85", tingkat="III", indikator="sama ")),
        {}, {("target_kurang", "A1")},
    ),
    "percentages of other things say nothing of it": (
        (pk("A1", "A", "R1", "90"), pk("A2", "A", "A1", "80", tingkat="III"), pk("A3", "A", "A1", "85", tingkat="III")),
        {}, set(),
    ),
    "children that may reach it by their mean": (
        (pk("A1", "A", "R1"), pk("A2", "A", "A1", "80", tingkat="III"), pk("A3", "A", "A1", "120", tingkat="III")),
        {}, set(),
    ),
    "children in another unit say nothing of it": (
        (pk("A1", "A", "R1"), pk("A2", "A", "A1", "5", tingkat="III", satuan="dokumen")), {}, set(),
    ),
    "parts that do not add up to their sum": (
        (
            pk("A1", "A", "R1", metode="jumlah", entri="inkremental"),
            pk("A2", "A", "A1", "60", tingkat="III", metode="jumlah", entri="inkremental"),
            pk("A3", "A", "A1", "39,9", tingkat="III", metode="jumlah", entri="inkremental"),
        ),
        {}, {("target_kurang", "A1")},
    ),
    "less is better, and no child goes low enough": (
        (pk("A1", "A", "R1", "5", arah="turun", indikator="Sama"),
         pk("A2", "A", "A1", "6", tingkat="III", arah="turun", indikator="Sama")),
        {}, {("target_kurang", "A1")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LEAKS)
def test_a_leak_is_found_where_it_is_and_nowhere_else(name: str) -> None:
    rows, more, wanted = LEAKS[name]
    assert leaks(world(*rows, **more)) == wanted


def test_a_seat_that_is_held_by_somebody_acting_is_not_empty() -> None:
    told = [
        tugas(nip(1), "2024-01-02", kode_jabatan="A-KEPALA", selesai="2026-05-31"),
        tugas(nip(2), "2026-06-01", "Plt", kode_jabatan="A-KEPALA"),
    ]
    assert leaks(world(WHOLE[0] | {"kode_jabatan": "A-KEPALA"}, *WHOLE[1:], riwayat_jabatan=told)) == set()


def test_targets_that_disagree_are_said_with_both_numbers() -> None:
    same = {"indikator": "Sama"}
    w = world(pk("A1", "A", "R1", "90", **same), pk("A2", "A", "A1", "80", tingkat="III", **same))
    sql = (
        "select diharap, didapat from marts.bocor where jenis = 'target_kurang' and triwulan = 4 and kode_indikator = ?"
    )
    (row,) = w.run(sql, ["A1"])
    assert (row["diharap"], row["didapat"]) == (90, 80)


@given(
    parts=st.lists(st.integers(1, 500), min_size=1, max_size=6),
    done=st.lists(st.integers(0, 700), min_size=6, max_size=6),
)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_parent_that_is_the_sum_of_its_children_stands_where_they_stand(parts: list[int], done: list[int]) -> None:
    added = {"metode": "jumlah", "entri": "inkremental", "satuan": "orang"}
    children = [pk(f"A{n}", "A", "P", str(t), tingkat="III", **added) for n, t in enumerate(parts)]
    reached = done[: len(parts)]
    told = [row for n, r in enumerate(reached) for row in capai(f"A{n}", [str(r)])]
    w = world(
        pk("P", "A", "R1", str(sum(parts)), **added), *children, pk_realisasi=[*told, *capai("P", [str(sum(reached))])],
    )  # fmt: skip
    rows = {r["kode_indikator"]: r for r in w.run("from marts.indikator where triwulan = 1 and lingkup = 'pk'")}
    own = [rows[f"A{n}"] for n in range(len(parts))]
    assert sum(r["nilai"] for r in own) == rows["P"]["nilai"]
    weighted = sum(r["capaian_tahun"] * r["target_bawah"] for r in own) / rows["P"]["target_bawah"]
    assert abs(weighted - rows["P"]["capaian_tahun"]) < Decimal("0.00001")
    assert ("target_kurang", "P") not in leaks(w)


def _skp(siapa: str, serves: str | None, **more: Any) -> Row:
    return {
        "nip": siapa, "tahun": 2026, "jenis_periode": "tahunan", "kode_indikator": "1", "indikator": "Laporan",
        "arah": "naik", "target": "4", "kode_indikator_pk": serves, **more,
    }  # fmt: skip


def test_people_serve_what_their_skp_say_and_the_orphan_is_found() -> None:
    staff = {
        "jabatan": [kursi("A-STAF", "A", "Penata Laporan", "pelaksana")],
        "riwayat_jabatan": [tugas(nip(n), "2024-01-02", kode_jabatan="A-STAF") for n in (1, 2, 3)],
        "pegawai": [{"nip": nip(n), "nama": f"Orang {n}", "jenis": "PNS", "kode_opd": "A"} for n in (1, 2, 3)],
        "skp": [
            {"nip": nip(n), "tahun": 2026, "jenis_periode": "tahunan", "status": "DISETUJUI"} for n in (1, 2, 3)
        ],
        "skp_indikator": [_skp(nip(1), "A3"), _skp(nip(2), None), _skp(nip(3), "ENTAH")],
    }  # fmt: skip
    parts: dict[str, list[Row]] = {"target_daerah": [iku("R1")], "pk_indikator": list(WHOLE)}
    w = World(dunia(dinas("A"), staff, parts))
    ids = {row["nip"]: row["orang_id"] for row in w.run("select nip, orang_id from core.orang_nip")}
    served = w.run("select orang_id, kode_indikator_pk from marts.melayani where pk_dikenal and triwulan = 4")
    assert [(r["orang_id"], r["kode_indikator_pk"]) for r in served] == [(ids[nip(1)], "A3")]
    lost = w.run("select orang_id, lain from marts.bocor where jenis = 'skp_yatim' and triwulan = 4 order by lain")
    assert {(r["orang_id"], r["lain"]) for r in lost} == {(ids[nip(2)], None), (ids[nip(3)], "ENTAH")}


def test_the_slowest_link_is_the_least_reached_and_a_silent_one_is_no_link_to_rank() -> None:
    w = world(
        pk("A1", "A", "R1"), pk("B1", "B", "R1"),
        daerah=(iku("R1", opd_pengampu="A, B,C"),),
        pk_realisasi=[*capai("A1", [None, None, "80"]), *capai("B1", [None, None, "60"])],
    )  # fmt: skip
    sql = "select kode_opd, lewat, capaian, ke, sebab from marts.sumbangan where triwulan = 3 order by ke nulls last"
    assert [(r["kode_opd"], r["lewat"], r["capaian"], r["ke"], r["sebab"]) for r in w.run(sql)] == [
        ("B", "pk", 60, 1, None), ("A", "pk", 80, 2, None), ("C", "pengampu", None, None, "tanpa_pk"),
    ]  # fmt: skip
