"""Writings that wait to be confirmed: which matter now, what they lie under, and what an answer does on which days."""

from __future__ import annotations

from typing import Any

import pytest

from tests.models.jabatan import dinas, dunia, kursi, nip, tugas
from tests.models.world import Row, World, hari, opd

SATU, DUA, TIGA = nip(0), nip(1), nip(2)
LAST = 290  # something is recorded in October 2026, so that it is the last month told
TITLE = {"kode_opd": "A", "eselon": "IV/a"}


def numbered(posts: list[Row]) -> dict[str, list[Row]]:
    """Assignments as the rows of a file: each at a row of its own."""
    return {"riwayat_jabatan": [{"baris": n, **post} for n, post in enumerate(posts, 2)]}


def waiting(world: World, *columns: str) -> list[tuple[Any, ...]]:
    return world.table("marts.padanan", *columns, where="not dipastikan")


def skp(who: str, unor: str, tahun: int = 2026, **more: Any) -> Row:
    return {"nip": who, "nama": "C", "unor": unor, "tahun": tahun, "jenis_periode": "tahunan", "baris": tahun, **more}


# ---- what matters now -----------------------------------------------------------------------------------------------


def test_a_title_matters_while_somebody_holds_it() -> None:
    posts = [
        tugas(SATU, "2020-01-06", nama_jabatan="Kepala Seksi Lama", selesai="2021-12-31", **TITLE),
        tugas(SATU, "2022-01-03", nama_jabatan="Kepala Seksi Kini", **TITLE),
        tugas(DUA, "2019-01-07", nama_jabatan="Kepala Seksi Kini", selesai="2021-12-31", **TITLE),
    ]
    world = World(dunia(dinas("A"), numbered(posts), sampai=LAST))
    assert waiting(world, "tertulis", "kini", "terakhir") == [
        ("Kepala Seksi Kini", True, hari("2026-10-31")), ("Kepala Seksi Lama", False, hari("2021-12-31")),
    ]  # fmt: skip


def test_a_unit_matters_while_it_has_people() -> None:
    staff = {"nip": TIGA, "nama": "C", "jenis": "PNS", "unor": "Satker Daftar", "tgl_posisi": hari("2026-06-30")}
    old = {**staff, "nip": nip(3), "unor": "Satker Lama", "tgl_posisi": hari("2024-01-31"), "impor": 2}
    posts = [
        tugas(SATU, "2022-01-03", nama_jabatan="Pelaksana", unor="Kantor Kini"),
        tugas(DUA, "2019-01-07", nama_jabatan="Pelaksana", unor="Kantor Lama", selesai="2021-12-31"),
    ]
    reports = [skp(SATU, "Laporan Kini"), skp(SATU, "Laporan Lama", 2023)]
    rows = {**numbered(posts), "pegawai": [staff, old], "skp": reports}
    world = World(dunia(dinas("A"), rows, sampai=LAST))
    assert waiting(world, "tertulis", "kini", "terakhir") == [
        ("Kantor Kini", True, hari("2026-10-31")), ("Kantor Lama", False, hari("2021-12-31")),
        ("Laporan Kini", True, hari("2026-10-31")), ("Laporan Lama", False, hari("2023-12-31")),
        ("Satker Daftar", True, hari("2026-06-30")), ("Satker Lama", False, hari("2024-01-31")),
    ]  # fmt: skip


# ---- a unit and what lies above it ----------------------------------------------------------------------------------

TREE = [
    {"unor_id": "u0", "nama": "Pemerintah Kabupaten"},
    {"unor_id": "u1", "nama": "Dinas Satu", "atasan_id": "u0", "induk_id": "u0"},
    {"unor_id": "u2", "nama": "Dinas Rahasia", "atasan_id": "u0", "induk_id": "u0"},
    {"unor_id": "u3", "nama": "Bidang Sandi", "atasan_id": "u2", "induk_id": "u2"},
    {"unor_id": "u4", "nama": "Seksi Kode", "atasan_id": "u3", "induk_id": "u2"},
]
PLACED = [
    {"unor_id": "u2", "unor": "Dinas Rahasia"}, {"unor_id": "u3", "unor": "Bidang Sandi"},
    {"unor_id": "u4", "unor": "Seksi Kode"}, {"unor": "Sub Bagian Umum", "unor_induk": "DINAS ENTAH"},
    {"unor": "Sub Bagian Umum", "unor_induk": "Dinas Satu"}, {"unor": "DINAS ENTAH", "unor_induk": "DINAS ENTAH"},
]  # fmt: skip


@pytest.fixture(scope="module")
def placed() -> dict[str, list[Row]]:
    """People of an agency that only the tree names, of one that only the parent's name gives, and of a known one."""
    posts = [tugas(nip(n), "2024-01-02", nama_jabatan="Pelaksana", **at) for n, at in enumerate(PLACED)]
    return dunia({"opd": [opd("S", nama="Dinas Satu"), opd("X", nama="Dinas X")], "unor": TREE,
                  **numbered(posts)}, sampai=LAST)  # fmt: skip


def test_units_wait_under_the_agency_that_their_tree_names(placed: dict[str, list[Row]]) -> None:
    world = World(placed)
    assert waiting(world, "tertulis", "n_baris", "n_unit") == [("DINAS ENTAH", 2, 2), ("Dinas Rahasia", 3, 3)]
    below = world.table("marts.padanan_unit", "unor", "tertulis")
    assert below == [
        ("Bidang Sandi", "Dinas Rahasia"), ("DINAS ENTAH", "DINAS ENTAH"), ("Dinas Rahasia", "Dinas Rahasia"),
        ("Seksi Kode", "Dinas Rahasia"), ("Sub Bagian Umum", "DINAS ENTAH"),
    ]  # fmt: skip


def test_an_agency_confirmed_takes_its_units_along_and_no_namesake_elsewhere(placed: dict[str, list[Row]]) -> None:
    sure = [{"jenis": "unor", "tertulis": name, "kode": "X"} for name in ("dinas entah", "Dinas Rahasia")]
    world = World(placed | {"padanan": sure})
    assert waiting(world, "tertulis") == []
    assert world.table("marts.riwayat", "unor", "kode_opd") == [
        ("Bidang Sandi", "X"), ("DINAS ENTAH", "X"), ("Dinas Rahasia", "X"), ("Seksi Kode", "X"),
        ("Sub Bagian Umum", "S"), ("Sub Bagian Umum", "X"),
    ]  # fmt: skip


def test_a_name_that_known_units_carry_too_is_confirmed_by_its_id_or_not_at_all() -> None:
    """ "Sub Bagian Umum" without a parent: to confirm the name would move its namesakes of every agency."""
    posts = [
        tugas(SATU, "2024-01-02", nama_jabatan="Pelaksana", unor="Sub Bagian Umum", unor_induk="Dinas A"),
        tugas(DUA, "2024-01-02", nama_jabatan="Pelaksana", unor="Sub Bagian Umum", unor_id="z9"),
        tugas(TIGA, "2024-01-02", nama_jabatan="Pelaksana", unor="Sub Bagian Umum"),
    ]
    rows = dunia({"opd": [opd("A", nama="Dinas A"), opd("B")], **numbered(posts)}, sampai=LAST)
    found = waiting(World(rows), "tertulis", "nama", "bermakna_ganda")
    assert found == [("Sub Bagian Umum", "Sub Bagian Umum", True), ("z9", "Sub Bagian Umum", False)]
    world = World(rows | {"padanan": [{"jenis": "unor", "tertulis": "z9", "kode": "B"}]})
    assert world.table("marts.riwayat", "kode_opd") == [(None,), ("A",), ("B",)]


# ---- not in the master ----------------------------------------------------------------------------------------------


def test_what_is_said_to_be_in_no_master_leaves_the_list_without_a_link() -> None:
    posts = [
        tugas(SATU, "2022-01-03", nama_jabatan="Kepala Seksi Kini", **TITLE),
        tugas(DUA, "2022-01-03", nama_jabatan="Pelaksana", unor="Kantor Kini"),
    ]
    rows = dunia(dinas("A"), numbered(posts), sampai=LAST)
    none = [
        {"jenis": "jabatan", "tertulis": "kepala seksi kini", "konteks": "A", "kode": "belum-ada"},
        {"jenis": "unor", "tertulis": "KANTOR KINI", "kode": "BELUM-ADA"},
    ]
    before, after = World(rows), World(rows | {"padanan": none})
    assert [row[0] for row in waiting(before, "tertulis")] == ["Kantor Kini", "Kepala Seksi Kini"]
    assert waiting(after, "tertulis") == []
    sure = after.table("marts.padanan", "jenis", "tertulis", "kode", where="dipastikan")
    assert sure == [("jabatan", "kepala seksi kini", None), ("unor", "KANTOR KINI", None)]
    same = "select orang_id, kode_jabatan, kode_opd from marts.riwayat order by all"
    assert before.run(same) == after.run(same)  # nothing is linked by it, nothing unlinked
    linked = [{**none[1], "impor": 2, "kode": "A"}]
    assert {r[0] for r in World(rows | {"padanan": [*none, *linked]}).table("marts.riwayat", "kode_opd")} == {"A"}
    named = rows | {"opd": [*rows["opd"], opd("K", nama="Kantor Kini")], "padanan": none}
    assert "K" in {row[0] for row in World(named).table("marts.riwayat", "kode_opd")}  # the master has it by now


# ---- titles and their days ------------------------------------------------------------------------------------------


def test_a_title_means_the_seat_of_its_day() -> None:
    """ "Kabag Humas" was the one seat to the end of 2023 and the other from then on; in between nobody said so."""
    rows = dinas("A")
    rows["jabatan"] += [kursi(code, "A", f"Kepala {code}", "III.a") for code in ("PROTOKOL", "KOMUNIKASI", "LAIN")]
    said = {"jenis": "jabatan", "tertulis": "Kabag Humas", "konteks": "A"}
    days = ("2021-01-04", "2023-12-29", "2024-01-02", "2025-06-02", "2026-01-05")
    posts = [tugas(nip(n), day, nama_jabatan="Kabag Humas", kode_opd="A", eselon="III/a") for n, day in enumerate(days)]

    def seats(*sure: Row) -> list[str]:
        world = World(dunia(rows, {"padanan": [said | one for one in sure]}, numbered(posts), sampai=LAST))
        return [row[1] for row in world.table("marts.riwayat", "mulai", "kode_jabatan")]

    until = {"kode": "PROTOKOL", "berlaku_sampai": hari("2023-12-31")}
    since = {"kode": "KOMUNIKASI", "berlaku_mulai": hari("2024-01-01")}
    own = "A|kabaghumas"
    assert seats({"kode": "PROTOKOL"}) == ["PROTOKOL"] * 5
    assert seats(until, since) == ["PROTOKOL"] * 2 + ["KOMUNIKASI"] * 3
    assert seats(until) == ["PROTOKOL"] * 2 + [own] * 3
    within = {"kode": "LAIN", "berlaku_mulai": hari("2024-01-01"), "berlaku_sampai": hari("2025-12-31")}
    assert seats({"kode": "PROTOKOL"}, within) == ["PROTOKOL"] * 2 + ["LAIN"] * 2 + ["PROTOKOL"]
    gone = {"kode": "BELUM-ADA", "berlaku_mulai": hari("2024-01-01")}
    assert seats({"kode": "PROTOKOL"}, gone) == ["PROTOKOL"] * 2 + [own] * 3


def test_an_acting_title_is_confirmed_with_or_without_its_prefix() -> None:
    rows = dinas("A")
    post = tugas(SATU, "2026-01-05", "Plt", nama_jabatan="Plt. Kadis", kode_opd="A")
    (open_title,) = waiting(World(dunia(rows, numbered([post]), sampai=LAST)), "tertulis")
    for title in (open_title[0], "Kadis"):
        sure = {"jenis": "jabatan", "tertulis": title, "konteks": "A", "kode": "A-KEPALA"}
        world = World(dunia(rows, {"padanan": [sure]}, numbered([post]), sampai=LAST))
        assert world.table("marts.riwayat", "kode_jabatan") == [("A-KEPALA",)]
        assert waiting(world, "tertulis") == []
