"""Moves and what follows: chains, seats left and filled, turnover, results by way of appointment and after a change."""

from __future__ import annotations

from typing import Any

import pytest

from tests.models.jabatan import dinas, dunia, nip, tugas, uang
from tests.models.world import Row, World, hari

LETTERS = "ABCDEFGH"
WHO = {letter: nip(n) for n, letter in enumerate(LETTERS)}


def post(who: str, begin: str, where: str | None, kind: str = "definitif", **more: Any) -> Row:
    place = {"kode_jabatan": f"{where}-KEPALA"} if where else {"nama_jabatan": "Widyaiswara Ahli Utama"}
    return tugas(WHO[who], begin, kind, **place, **more)


def names(world: World) -> dict[str | None, str | None]:
    letters = {number: letter for letter, number in WHO.items()}
    return {None: None} | {row["orang_id"]: letters[row["nip"]] for row in world.run("from core.orang_nip")}


@pytest.fixture(scope="module")
def world() -> World:
    """On 4 May A leaves P to teach, B goes from Q to P, C from R to Q; nobody to R until D comes in June."""
    day = "2026-05-04"
    posts = [
        post("A", "2022-01-03", "P"), post("A", day, None),
        post("B", "2023-01-02", "Q"), post("B", day, "P", cara="rotasi", kode_sk_batch="Mei"),
        post("C", "2024-01-02", "R"), post("C", day, "Q", cara="promosi", kode_sk_batch="Mei"),
        post("E", "2026-05-20", "R", "Plt"), post("D", "2026-06-15", "R", cara="seleksi terbuka"),
        # two who change places in July
        post("F", "2024-01-02", "S"), post("F", "2026-07-01", "T"),
        post("G", "2024-01-02", "T"), post("G", "2026-07-01", "S"),
        # one who goes and is not replaced
        post("H", "2024-01-02", "U"), post("H", "2026-08-03", None),
    ]  # fmt: skip
    return World(dunia(dinas(*"PQRSTU"), {"riwayat_jabatan": posts}, sampai=290))


def test_a_chain_names_who_left_who_filled_and_after_how_many_days(world: World) -> None:
    who = names(world)
    rows = world.run("from app.rantai where pelantikan = 'Mei' order by rantai, langkah")
    seen = [
        (who[r["orang_id"]], r["dari_opd"], r["ke_opd"], r["keadaan"], who[r["pengisi_orang_id"]], r["jeda_hari"])
        for r in rows
    ]
    assert seen == [("B", "Q", "P", "terisi", "C", 0), ("C", "R", "Q", "terisi", "D", 42)]
    assert [(r["langkah"], r["diisi_bersama"]) for r in rows] == [(1, True), (2, False)]
    assert len({r["rantai"] for r in rows}) == 1
    assert (who[rows[1]["plt_orang_id"]], rows[1]["plt_mulai"]) == ("E", hari("2026-05-20"))


def test_two_who_change_places_are_one_chain(world: World) -> None:
    rows = world.run("from app.rantai where pelantikan = '2026-07-01' order by langkah")
    assert [(r["langkah"], r["diisi_bersama"], r["jeda_hari"]) for r in rows] == [(1, True, 0), (2, True, 0)]
    assert len({r["rantai"] for r in rows}) == 1


def test_a_seat_that_nobody_filled_stays_named(world: World) -> None:
    (row,) = world.run("from app.rantai where pelantikan = '2026-08-03'")
    assert (row["keadaan"], row["pengisi_orang_id"], row["jeda_hari"]) == ("kosong", None, 89)  # to 31 October
    (first,) = world.run("from app.rantai where pelantikan = '2026-06-15'")
    assert (first["keadaan"], first["jeda_hari"]) == (None, None)  # D left no seat that we know


def test_moves_count_as_rotation_only_where_somebody_moved(world: World) -> None:
    who = names(world)
    rows = world.run("select orang_id, tanggal, rotasi from app.mutasi where tanggal >= date '2026-01-01'")
    assert all(row["rotasi"] for row in rows)
    firsts = world.run("select orang_id, rotasi from app.mutasi where dari_mulai is null order by orang_id")
    assert {who[r["orang_id"]]: r["rotasi"] for r in firsts} == {letter: letter == "D" for letter in "ABCDFGH"}


def test_turnover_and_tenure_are_one_question(world: World) -> None:
    turnover = world.run(
        "select dari_opd as opd, year(tanggal) as tahun, count(*) as n from app.mutasi "
        "where rotasi and dari_opd is not null group by all order by all"
    )
    assert [(r["opd"], r["tahun"], r["n"]) for r in turnover] == [(opd, 2026, 1) for opd in "PQRSTU"]
    tenure = world.run(
        "select median(hari_menjabat) as tengah, count(*) as n from app.kepala_opd "
        "where tahun = 2026 and bulan = 10 and keadaan = 'definitif'"
    )
    assert tenure == [{"tengah": 138.0, "n": 5}]


def test_a_reader_of_one_opd_sees_the_moves_that_touch_it(world: World) -> None:
    who = names(world)
    rows = world.run("select orang_id from app.mutasi where tanggal >= date '2026-01-01'", opd=["Q"])
    assert sorted(str(who[r["orang_id"]]) for r in rows) == ["B", "C"]
    world.run("select 1", opd=["*"])


# ---- results, described ---------------------------------------------------------------------------------------------


def test_results_by_way_of_appointment_are_told_from_five_on() -> None:
    own = {"P": -2.0, "Q": -1.0, "R": 0.0, "S": 4.0, "T": 9.0}
    ways = [post(letter, "2025-06-02", opd, cara="seleksi terbuka") for letter, opd in zip("ABCDE", own, strict=True)]
    few = [post("F", "2025-06-02", "U", cara="rotasi")]
    late = [post("G", "2026-03-16", "V", cara="rotasi")]  # under 90 days at the position
    money = [uang(opd, [0, 0, 0, 0, points]) for opd, points in {**own, "U": 5.0, "V": 5.0}.items()]
    found = World(dunia(dinas(*"PQRSTUV"), *money, {"riwayat_jabatan": [*ways, *few, *late]}, sampai=150))
    sql = "select * exclude (tahun, bulan, dari_tahun, sampai_tahun) from app.hasil_cara where bulan = 5 order by cara"
    assert found.run(sql) == [
        {"cara": "rotasi", "n": 1, "n_orang": 1, "median": None, "kuartil_bawah": None, "kuartil_atas": None},
        {"cara": "seleksi terbuka", "n": 5, "n_orang": 5, "median": 0.0, "kuartil_bawah": -1.0, "kuartil_atas": 4.0},
    ]
    assert found.run("from app.hasil_cara", opd=["P"]) == []


def test_absorption_around_a_change_stands_beside_those_without_one() -> None:
    """P changes its head in May: 10 points in three months before, 15 in May to July; the others go on at 5 a month."""
    changed = uang("P", [0, 0, 0, 0, 0, 0, 0])
    sums = [100, 150, 180, 200, 250, 300, 350]
    for row, amount in zip(changed["realisasi"], sums, strict=True):
        row["realisasi"] = amount
    others = [uang(opd, [0] * 7) for opd in "QRSTU"]
    posts = [post("A", "2024-01-02", "P", selesai="2026-04-30"), post("B", "2026-05-01", "P")]
    posts += [post(letter, "2024-01-02", opd) for letter, opd in zip("CDEFG", "QRSTU", strict=True)]
    found = World(dunia(dinas(*"PQRSTU"), changed, *others, {"riwayat_jabatan": posts}, sampai=210))
    (row,) = found.run("from app.sesudah_ganti")
    assert (row["kode_opd"], row["tahun"], row["bulan"], row["n_pembanding"]) == ("P", 2026, 5, 5)
    assert [round(row[c], 6) for c in ("sebelum", "sesudah", "sebelum_pembanding", "sesudah_pembanding")] == [
        10,
        15,
        15,
        15,
    ]
    alone = World(dunia(dinas(*"PQ"), changed, others[0], {"riwayat_jabatan": posts[:3]}, sampai=210))
    (row,) = alone.run("from app.sesudah_ganti")
    assert (row["n_pembanding"], row["sebelum_pembanding"]) == (1, None)  # too few to stand beside
