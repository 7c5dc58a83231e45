"""Situations of posts as data: who holds the seat, whose month it is, what was inherited, what asks for attention."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.models.jabatan import dinas, dunia, kursi, nip, tugas, uang
from tests.models.world import Row, World

SITUASI = tomllib.loads((Path(__file__).parent / "situasi_jabatan.toml").read_text("utf-8"))["situasi"]
PILKADA = [{"penetapan": date(2024, 9, 22), "akhir_masa": date(2025, 2, 19), "pelantikan": date(2025, 2, 20)}]


def each(*said: str) -> pytest.MarkDecorator:
    """The situations that say something of this."""
    found = [(n, s) for n, s in enumerate(SITUASI) if set(said) & s.keys()]
    return pytest.mark.parametrize(("number", "situasi"), found, ids=[s["nama"] for _, s in found])


def who(number: int, letter: str) -> str:
    return nip(number * 99 + ord(letter) - ord("A"))


def _rows(number: int, s: dict[str, Any]) -> dict[str, list[Row]]:
    """Each situation is an OPD of its own, with another OPD beside it."""
    kode, lain = f"S{number:02d}", f"T{number:02d}"
    rows = dinas(kode, lain)
    rows["jabatan"].append(kursi(f"{kode}-BIDANG", kode, "Kepala Bidang Contoh", "III.b"))
    seats = {"kepala": f"{kode}-KEPALA", "kepala lain": f"{lain}-KEPALA", "bidang": f"{kode}-BIDANG"}
    rows["riwayat_jabatan"] = []
    for r in s["riwayat"]:
        place = r.get("pada", "kepala")
        post = {"kode_jabatan": seats[place]} if place in seats else {"nama_jabatan": place}
        more = {"cara": r.get("cara"), "tmt_pelantikan": r.get("pelantikan"), "selesai": r.get("sampai")}
        rows["riwayat_jabatan"].append(
            tugas(who(number, r["siapa"]), r["sejak"], r.get("sebagai", "definitif"), kode_opd=kode, **post, **more)
        )
    rows["pegawai"] = [
        {"nip": who(number, letter), "jenis": "PNS", "bup_tanggal": day, "tgl_posisi": date(2026, 1, 1)}
        for letter, day in s.get("pensiun", {}).items()
    ]
    if "deviasi" in s:
        rows |= uang(kode, [None if points == "-" else points for points in s["deviasi"]])
    return rows


@pytest.fixture(scope="module")
def world() -> World:
    return World(dunia(*(_rows(n, s) for n, s in enumerate(SITUASI)), {"pilkada": PILKADA}))


def _name(world: World, number: int, orang: str | None) -> str:
    if orang is None:
        return "-"
    (row,) = world.run("select min(nip) as nip from core.orang_nip where orang_id = ?", [orang])
    return next(letter for letter in "ABCD" if who(number, letter) == row["nip"])


def _at(s: dict[str, Any]) -> tuple[int, int]:
    year, month = s["posisi"].split("-")
    return int(year), int(month)


def _attention(world: World, kode: str, s: dict[str, Any]) -> list[Row]:
    sql = "select * from app.perhatian where kode_opd = ? and tahun = ? and bulan = ? order by jenis"
    return world.run(sql, [kode, *_at(s)])


@each("kepala", "hari_100")
def test_who_heads_the_unit(world: World, number: int, situasi: dict[str, Any]) -> None:
    sql = "select * from app.kepala_opd where kode_opd = ? and tahun = ? and bulan = ?"
    (row,) = world.run(sql, [f"S{number:02d}", *_at(situasi)])
    if "kepala" in situasi:
        assert [_name(world, number, row["orang_id"]), row["keadaan"], row["tmt"] or "-"] == situasi["kepala"]
    if "hari_100" in situasi:
        assert row["hari_100"] == situasi["hari_100"]


@each("milik")
def test_whose_month_it_is(world: World, number: int, situasi: dict[str, Any]) -> None:
    for month, owner in situasi["milik"].items():
        sql = "select orang_id, keadaan from app.kepala_bulan where kode_opd = ? and tahun = ? and bulan = ?"
        (row,) = world.run(sql, [f"S{number:02d}", *_at({"posisi": month})])
        assert (_name(world, number, row["orang_id"]) if row["orang_id"] else row["keadaan"]) == owner, month


@each("akhir")
def test_when_posts_end_and_why(world: World, number: int, situasi: dict[str, Any]) -> None:
    for post, (end, reason) in situasi["akhir"].items():
        letter, begin = post.split()
        sql = (
            "select selesai, akhir_dari from app.riwayat as r join core.orang_nip as n using (orang_id) "
            "where nip = ? and mulai = ?"
        )
        assert world.run(sql, [who(number, letter), begin]) == [{"selesai": end, "akhir_dari": reason}], post


@each("plt")
def test_the_clock_of_an_acting_official(world: World, number: int, situasi: dict[str, Any]) -> None:
    sql = "select * from app.plt_bulan where kode_opd = ? and tahun = ? and bulan = ?"
    (row,) = world.run(sql, [f"S{number:02d}", *_at(situasi)])
    assert {key: row[key] for key in situasi["plt"]} == situasi["plt"]


@each("perhatian", "perhatian_lain")
def test_what_asks_for_attention_and_by_which_rule(world: World, number: int, situasi: dict[str, Any]) -> None:
    for kode, key in ((f"S{number:02d}", "perhatian"), (f"T{number:02d}", "perhatian_lain")):
        if key not in situasi:
            continue
        rows = _attention(world, kode, situasi)
        assert [row["jenis"] for row in rows] == situasi[key]
        assert all(row["aturan_id"] and row["dasar_hukum"] and row["dasar_hukum_en"] and row["tag"] for row in rows)
        assert not any("pelanggaran" in row["dasar_hukum"].lower() for row in rows)
        for row in rows:
            if row["jenis"] in situasi.get("info", ()):
                assert row["tingkat"] == "info"


@each("rotasi", "pindah")
def test_what_counts_as_rotation(world: World, number: int, situasi: dict[str, Any]) -> None:
    people = ", ".join(f"'{who(number, letter)}'" for letter in "ABCD")
    sql = f"select m.rotasi from marts.mutasi as m join core.orang_nip as n using (orang_id) where nip in ({people})"
    moves = [row["rotasi"] for row in world.run(sql)]
    if "rotasi" in situasi:
        assert sum(moves) == situasi["rotasi"]
    if "pindah" in situasi:
        assert len(moves) == situasi["pindah"]


@each("masa")
def test_what_each_holder_inherited_and_changed(world: World, number: int, situasi: dict[str, Any]) -> None:
    kept = "kode_opd = ? and tahun = ? and bulan = ? and cakupan = 'semua'"
    rows = world.run(f"from app.masa_jabatan where {kept} order by urutan", [f"S{number:02d}", *_at(situasi)])
    said = [
        [
            _name(world, number, row["orang_id"]) if row["orang_id"] else row["keadaan"],
            float(row["warisan"]),
            "-" if row["sendiri"] is None else float(row["sendiri"]),
        ]
        for row in rows
    ]
    assert said == situasi["masa"]
    assert sum(row["sendiri"] or 0 for row in rows) == rows[0]["deviasi"]
    early = [_name(world, number, row["orang_id"]) for row in rows if row["terlalu_dini"]]
    assert early == situasi.get("terlalu_dini", [])


def test_nothing_that_must_not_be_is(world: World) -> None:
    never = ("pemegang_tumpang", "kepala_bulan_kembar", "masa_tidak_sama_deviasi", "orang_kembar", "nip_terpisah")
    assert world.checks(*never) == {}
