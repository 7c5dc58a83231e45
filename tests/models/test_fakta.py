"""Rows in, facts out: runs of months, sub kegiatan, packages, agreements, posts; the missing stays missing."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import pytest

from tests.models.jabatan import dinas, dunia, kursi, nip, tugas, uang
from tests.models.target import capai, iku, pk
from tests.models.world import Row, World, hari, pagu, rak, realisasi, skp

STORIES: dict[str, list[float | None]] = {
    "TURUN": [0, -1, -3, -6, -6, -8],  # May is no worse than April
    "DIAM": [-1, None, -2, -1, 0, -1],  # February unknown, May on target
    "BISU": [None] * 6,
    "NAIK": [-5, -4, -3, -2, -1, 1],
}
MONTHS = range(1, 7)


@pytest.fixture(scope="module")
def world() -> World:
    return World(dunia(dinas(*STORIES), *(uang(kode, story) for kode, story in STORIES.items())))


def deret(world: World, kode: str, *columns: str) -> list[tuple[Any, ...]]:
    """The columns of an OPD by month."""
    where = f"kode_opd = '{kode}' and cakupan = 'semua' and tahun = 2026 and bulan <= 6"
    return [row[1:] for row in world.table("marts.fakta_deret", "bulan", *columns, where=where)]


def test_a_run_below_target_counts_its_months_and_knows_its_first(world: World) -> None:
    said = deret(world, "TURUN", "tertinggal_beruntun", "tertinggal_sejak")
    assert said == [(0, None), *((n, "2026-02") for n in range(1, 6))]
    assert [n for (n,) in deret(world, "NAIK", "tertinggal_beruntun")] == [1, 2, 3, 4, 5, 0]


def test_an_unknown_month_ends_a_run_and_tells_nothing_itself(world: World) -> None:
    said = deret(world, "DIAM", "tertinggal_beruntun", "tertinggal_sejak", "deviasi_lalu", "bulan_tanpa_lapor")
    assert [row[0] for row in said] == [1, None, 1, 2, 0, 1]
    assert said[5][1] == "2026-06"
    assert said[2][2] is None
    assert [row[3] for row in said] == [0, 1, 0, 0, 0, 0]
    assert deret(world, "BISU", "tertinggal_beruntun", "rasio", "lapor_terakhir", "bulan_tanpa_lapor") == [
        (None, None, None, n) for n in MONTHS
    ]


def test_growing_worse_is_each_month_below_the_one_before(world: World) -> None:
    said = deret(world, "TURUN", "memburuk_beruntun", "memburuk_sejak", "ubah_tiga_bulan", "deviasi_lalu_2")
    assert [row[0] for row in said] == [None, 1, 2, 3, 0, 1]
    assert [row[1] for row in said] == [None, "2026-02", "2026-02", "2026-02", None, "2026-06"]
    assert [row[2] for row in said] == [None, None, None, -6, -5, -5]
    assert said[3][3] == -1


def test_the_ratio_is_spending_over_the_target(world: World) -> None:
    assert [round(row[0], 2) for row in deret(world, "TURUN", "rasio")][:3] == [100, 90, 80]


def test_runs_agree_with_a_count_by_hand() -> None:
    rng = random.Random(7)
    stories = {f"R{n:02d}": [rng.choice([None, -3, -2, -1, 0, 1]) for _ in MONTHS] for n in range(40)}
    world = World(dunia(dinas(*stories), *(uang(kode, story) for kode, story in stories.items())))
    for kode, story in stories.items():
        behind = worse = 0
        expected = []
        for at, points in enumerate(story):
            before = story[at - 1] if at else None
            behind = behind + 1 if points is not None and points < 0 else 0
            worse = worse + 1 if points is not None and before is not None and points < before else 0
            known = points is not None
            expected.append((behind if known else None, worse if known and before is not None else None))
        assert deret(world, kode, "tertinggal_beruntun", "memburuk_beruntun") == expected, (kode, story)


def test_months_without_any_spending_are_counted_only_where_they_are_reported() -> None:
    told = [realisasi("A", bulan, amount) for bulan, amount in ((1, 10), (2, 10), (3, 10), (5, 10))]
    world = World(dunia(dinas("A"), {"pagu": [pagu("A", 100)], "rak": rak("A", [5] * 12), "realisasi": told}))
    said = deret(world, "A", "tanpa_realisasi_beruntun", "tanpa_realisasi_sejak")
    assert said == [(0, None), (1, "2026-02"), (2, "2026-02"), (None, None), (1, "2026-05"), (None, None)]


# ---- sub kegiatan -----------------------------------------------------------------------------------------------


def _sub(kode: str, nama: str, plan: float, spent: float, ceiling: float = 1000) -> dict[str, list[Row]]:
    key = {"kode_sub_kegiatan": kode, "nama_sub_kegiatan": nama}
    return {
        "pagu": [pagu("A", ceiling, **key)], "rak": rak("A", [plan] * 12, **key),
        "realisasi": [realisasi("A", 1, spent, **key)],
    }  # fmt: skip


def test_the_sub_kegiatan_furthest_behind_and_their_part() -> None:
    parts = [
        _sub("1.01.01.2.01.0001", "Satu", 100, 40), _sub("1.01.01.2.01.0002", "Dua", 100, 70),
        _sub("1.01.01.2.01.0003", "Tiga", 100, 95), _sub("1.01.01.2.01.0004", "Empat", 100, 95),
        _sub("1.01.01.2.01.0005", "Lima", 10, 60, ceiling=50),
    ]  # fmt: skip
    world = World(dunia(dinas("A"), *parts))
    (row,) = world.run("select * from marts.fakta_sub where tahun = 2026 and bulan = 1 and cakupan = 'semua'")
    assert [row[name] for name in ("sub1_nama", "sub2_nama", "sub3_nama")] == ["Satu", "Dua", "Tiga"]
    assert (row["sub1_kurang"], row["sub3_kurang"], row["sub_kurang"]) == (60, 95, 100)
    assert (row["sub1_bagian"], row["sub3_bagian"]) == (60, 95)
    assert (row["lewat"], row["lewat_nama"], row["lewat_n"], row["lewat_kode"]) == (10, "Lima", 1, "1.01.01.2.01.0005")


def test_an_opd_on_plan_has_no_sub_kegiatan_behind() -> None:
    world = World(dunia(dinas("A"), _sub("1.01.01.2.01.0001", "Satu", 100, 100)))
    assert world.run("select * from marts.fakta_sub where tahun = 2026 and bulan = 1") == []


# ---- packages ---------------------------------------------------------------------------------------------------


def _paket(rup: str, status: str, **more: Any) -> Row:
    return {"tahun": 2026, "kode_rup": rup, "nama": f"Paket {rup}", "kode_opd": "A", "status": status, **more}


def test_packages_by_the_end_of_each_month() -> None:
    rows = [
        _paket("1", "tender", nilai=500),
        _paket("2", "kontrak", nilai=300, tgl_kontrak=hari("2026-04-15"), tgl_akhir=hari("2026-09-30")),
        _paket("3", "selesai", nilai=200, tgl_kontrak=hari("2026-02-01"), tgl_akhir=hari("2026-03-01")),
        _paket("4", "putus"),
        _paket("5", "belum tender"),
        _paket("1", "kontrak", nilai=500, tgl_kontrak=hari("2026-06-01"), impor=9),  # told again later
    ]
    world = World(dunia(dinas("A"), {"paket": rows, "pagu": [pagu("A", 1000)]}))
    said = {row["bulan"]: row for row in world.run("select * from marts.fakta_paket where kode_opd = 'A'")}
    assert [said[m]["paket_belum_n"] for m in (1, 3, 4, 5, 6)] == [4, 3, 2, 2, 1]
    assert said[4]["paket_belum_nilai"] == 500
    assert said[6]["paket_belum_nilai"] is None  # what is left has no value told
    assert [said[m]["paket_lewat_n"] for m in (3, 9, 10)] == [0, 0, 1]
    assert said[10]["paket_lewat_sejak"] == hari("2026-09-30")
    assert (said[1]["paket_n"], said[1]["paket_putus_n"], said[1]["paket_per"]) == (5, 1, hari("2026-01-09"))


def test_packages_of_a_unit_nobody_knows_are_nobodys() -> None:
    world = World(dunia(dinas("A"), {"paket": [_paket("1", "tender") | {"kode_opd": "X"}], "pagu": [pagu("A", 1)]}))
    assert world.run("select * from marts.fakta_paket") == []


# ---- agreements -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def promises() -> World:
    money = {"kode_program": "1.01.02", "nama_program": "Program", "kode_sub_kegiatan": "1.01.02.2.01.0001"}
    return World(
        dunia(
            dinas("A", "B", "C"),
            {"target_daerah": [iku("IKU-1", opd_pengampu="A")],
             "pk_indikator": [
                pk("A-1", "A", "IKU-1", kode_program="1.01.02"),
                pk("A-2", "A", "IKU-1", kode_program="1.01.09"),
                pk("A-3", "A", "A-1", tingkat="III"),
                pk("C-1", "C", "IKU-1", kode_program="1.01.02"),
             ],
             "pk_realisasi": [*capai("A-1", ["120"]), *capai("A-2", ["60"]), *capai("IKU-1", ["10"])],
             "pagu": [pagu("A", 100, **money), pagu("B", 100, **money)]},
        )
    )  # fmt: skip


def test_agreements_reached_and_without_a_ceiling(promises: World) -> None:
    sql = "select * from marts.fakta_target where kode_opd = ? and tahun = 2026 and bulan = ?"
    (row,) = promises.run(sql, ["A", 3])
    assert (row["pk_n"], row["pk_kepala_n"], row["pk_bernilai_n"], row["pk_tercapai_n"], row["pk_belum_n"]) == (
        3, 2, 2, 1, 1,
    )  # fmt: skip
    assert (row["pk_tanpa_pagu_n"], row["pk_tanpa_pagu_nama"]) == (1, "Indikator A-2")
    (none,) = promises.run(sql, ["B", 4])
    assert (none["pk_n"], none["pk_belum_n"]) == (0, None)
    (moneyless,) = promises.run(sql, ["C", 3])  # whoever has no ceiling at all is not told program by program
    assert (moneyless["pk_n"], moneyless["pk_tanpa_pagu_n"]) == (1, 0)
    assert promises.run(sql, ["A", 1]) == []  # January answers for a quarter of which nothing was agreed


def test_red_regional_targets_by_who_carries_them(promises: World) -> None:
    found = promises.run(
        "select bulan, kode_opd, iku_merah_n, iku_merah_kode from app.fakta_iku where profil = 'capaian' and bulan = 3",
        opd=("*",),
    )
    assert {(r["kode_opd"], r["iku_merah_n"], r["iku_merah_kode"]) for r in found} == {
        ("A", 1, "IKU-1"), ("C", 1, "IKU-1"),
    }  # fmt: skip


def test_a_reader_of_one_opd_has_the_facts_of_that_opd(promises: World) -> None:
    for table in ("fakta_target", "fakta_iku", "fakta_deret", "fakta_sub", "fakta_masa", "fakta_pejabat"):
        found = promises.run(f"select distinct kode_opd from app.{table}", opd=("A",))
        assert {row["kode_opd"] for row in found} <= {"A"}, table


# ---- posts ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def posts() -> World:
    """A is acting in DINAS, B heads LAIN and is near the age limit, the seat of SEPI is empty; C assesses nobody."""
    people = dinas("DINAS", "LAIN", "SEPI")
    people["jabatan"].append(kursi("LAIN-BIDANG", "LAIN", "Kepala Bidang", "III.b"))
    people["riwayat_jabatan"] = [
        tugas(nip(1), "2026-01-15", "Plt", kode_jabatan="DINAS-KEPALA"),
        tugas(nip(2), "2025-06-02", kode_jabatan="LAIN-KEPALA"),
        tugas(nip(3), "2020-01-06", kode_jabatan="SEPI-KEPALA", selesai="2026-02-28"),
        tugas(nip(4), "2026-01-15", "Plt", kode_jabatan="LAIN-BIDANG"),
    ]
    people["pegawai"] = [
        {"nip": nip(2), "nama": "Contoh B", "jenis": "PNS", "bup_tanggal": hari("2026-10-01"),
         "tgl_posisi": hari("2026-01-01")},
    ]  # fmt: skip
    people["skp"] = [skp(str(901 + n), "LAIN", predikat="Kurang" if n == 0 else "Baik", tahun=2025) for n in range(10)]
    return World(dunia(people, uang("LAIN", [-1, -2, -3]), uang("DINAS", [-1]), uang("SEPI", [-1])))


def test_acting_terms_empty_seats_and_the_age_limit(posts: World) -> None:
    sql = "select * from marts.fakta_orang where tahun = 2026 and bulan = ? and kode_opd = ?"
    (april,), (july,) = posts.run(sql, [4, "DINAS"]), posts.run(sql, [7, "DINAS"])
    assert (april["plt_panjang_n"], april["plt_lewat_n"]) == (1, None)
    assert (july["plt_panjang_n"], july["plt_lewat_n"], july["plt_lewat_jabatan"]) == (None, 1, "Kepala Dinas DINAS")
    assert july["plt_lewat_sejak"] == hari("2026-01-15")
    assert july["plt_lewat_lama"] == 197
    (empty,) = posts.run(sql, [4, "SEPI"])
    assert (empty["kosong_n"], empty["kosong_hari"], empty["kosong_sejak"]) == (1, 60, hari("2026-03-01"))
    (other,) = posts.run(sql, [7, "LAIN"])
    assert other["plt_lewat_jabatan"] == "Kepala Bidang"
    seats = "select * from marts.fakta_pejabat where tahun = 2026 and bulan = 7 and kode_jabatan = ?"
    (head,) = posts.run(seats, ["LAIN-KEPALA"])
    assert (head["bup"], head["bup_hari"], head["keadaan"]) == (hari("2026-10-01"), 62, "definitif")
    assert (head["seratus_n"], head["seratus_waktu"], head["plt_lewat_hari"]) == (None, None, None)
    (acting,) = posts.run(seats, ["DINAS-KEPALA"])
    assert (acting["plt_batas"], acting["plt_lewat_hari"], acting["bup"]) == (hari("2026-07-15"), 197, None)
    assert posts.run(seats, ["LAIN-BIDANG"]) == []  # neither high nor a head
    (vacant,) = posts.run(seats, ["SEPI-KEPALA"])
    assert (vacant["keadaan"], vacant["hari"], vacant["orang_id"]) == ("kosong", 152, None)


def test_what_was_inherited_is_told_of_those_long_enough_in_post(posts: World) -> None:
    sql = "select masa_warisan, masa_sendiri from app.fakta_masa where cakupan = 'semua' and kode_opd = ? and bulan = 3"
    (row,) = posts.run(sql, ["LAIN"], opd=("*",))
    assert (row["masa_warisan"], row["masa_sendiri"]) == (0, Decimal(-3))
    assert posts.run(sql, ["SEPI"], opd=("*",)) == []  # an empty seat has no term


def test_assessments_of_the_last_period_that_had_ended(posts: World) -> None:
    (row,) = posts.run("select * from marts.fakta_orang where tahun = 2026 and bulan = 3 and kode_opd = 'LAIN'")
    assert (row["skp_dinilai_n"], row["skp_baik_persen"]) == (10, 90)
    assert round(row["skp_dinilai_persen"], 2) == 90.91  # the head owes one too and is not assessed
    assert (row["skp_akhir"], row["skp_umur_hari"]) == (hari("2025-12-31"), 90)
