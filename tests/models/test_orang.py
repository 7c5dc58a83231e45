"""Who is who and where: one person behind several NIPs, rows that wait, units and seats that are known or are not."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from tests.models.jabatan import dinas, dunia, kursi, nip, tugas
from tests.models.world import Row, World, hari, opd

PPPK, PNS, LAIN = nip(1, tmt="202121"), nip(1, tmt="202403"), nip(2)


def orang(world: World, *numbers: str) -> set[str]:
    wanted = ", ".join(f"'{n}'" for n in numbers)
    return {row["orang_id"] for row in world.run(f"select orang_id from core.orang_nip where nip in ({wanted})")}


def pegawai(number: str, **more: Any) -> Row:
    return {"nip": number, "nama": "Contoh Aruna", "jenis": "PNS", "tgl_posisi": hari("2026-01-31"), **more}


# ---- one person, several NIPs ----------------------------------------------------------------------------------


@pytest.mark.parametrize("tie", ["nip_lama", "id_asn"])
def test_the_nips_of_one_person_are_one(tie: str) -> None:
    if tie == "nip_lama":
        listed = [pegawai(PNS, nip_lama=PPPK)]
    else:
        listed = [pegawai(PPPK, id_asn="a-1"), pegawai(PNS, id_asn="a-1", impor=2)]
    posts = [tugas(PPPK, "2021-03-01", nama_jabatan="Pelaksana"), tugas(PNS, "2024-03-01", kode_jabatan="A-KEPALA")]
    world = World(dunia(dinas("A"), {"pegawai": listed, "riwayat_jabatan": [*posts, tugas(LAIN, "2024-01-01")]}))
    assert len(orang(world, PPPK, PNS)) == 1
    assert len(orang(world, PPPK, LAIN)) == 2
    (row,) = world.run("select * from app.orang where nip = ?", [PNS], names=True)  # the NIP in use
    history = world.run(
        "select mulai, akhir_dari from app.riwayat where orang_id = ? order by mulai", [row["orang_id"]]
    )
    assert history == [
        {"mulai": hari("2021-03-01"), "akhir_dari": "pindah"}, {"mulai": hari("2024-03-01"), "akhir_dari": "berjalan"},
    ]  # fmt: skip


def test_a_chain_of_contracts_is_one_person_and_the_link_stays_when_it_grows() -> None:
    chain = [nip(7, tmt=f"{2015 + i}2{i + 1}") for i in range(9)]
    ties = [pegawai(new, nip_lama=old) for old, new in pairwise(chain)]
    first = orang(World(dunia({"pegawai": ties[:2]})), chain[0])
    whole = World(dunia({"pegawai": ties[::-1]}))
    assert orang(whole, *chain) == first
    assert whole.checks("nip_terpisah", "orang_kembar") == {}


def test_an_id_that_stands_for_a_crowd_ties_nobody() -> None:
    crowd = [pegawai(nip(n), id_asn="0") for n in range(20)]
    assert len(orang(World(dunia({"pegawai": crowd})), *(row["nip"] for row in crowd))) == 20


def test_an_id_says_nothing_of_the_nip() -> None:
    (found,) = orang(World(dunia({"pegawai": [pegawai(PNS)]})), PNS)
    assert found[0] == "P" and len(found) == 13 and PNS not in found


# ---- rows that wait --------------------------------------------------------------------------------------------


def test_a_numeric_nip_stays_out_until_a_person_confirms_it() -> None:
    damaged = {**tugas("", "2026-01-05", kode_jabatan="A-KEPALA"), "nip": None, "nip_angka": PNS[:15], "nama": "Aruna"}
    rows = dunia(dinas("A"), {"pegawai": [pegawai(PNS), pegawai(nip(1, tmt="202404"))], "riwayat_jabatan": [damaged]})
    world = World(rows)
    assert world.table("marts.riwayat", "orang_id") == []
    (waits,) = world.run("from app.karantina", names=True)
    assert (waits["alasan"], waits["tertulis"], waits["calon"]) == ("nip_angka", PNS[:15], PNS)
    hidden = world.run("select tertulis, nama, calon from app.karantina")
    assert hidden == [{"tertulis": None, "nama": None, "calon": None}]
    assert ("nip", PNS[:15], "Aruna", None, False) in world.table(
        "marts.padanan", "jenis", "tertulis", "konteks", "kode", "dipastikan"
    )
    said = {"jenis": "nip", "tertulis": PNS[:15], "konteks": "aruna", "kode": PNS, "impor": 2}
    sure = World(rows | {"padanan": [said]})
    assert [row[0] for row in sure.table("marts.riwayat", "kode_jabatan")] == ["A-KEPALA"]
    assert sure.table("marts.karantina", "alasan") == []
    other = World(rows | {"padanan": [{**said, "konteks": "Orang Lain"}]})
    assert other.table("marts.riwayat", "orang_id") == []


def test_rows_of_one_file_that_differ_are_both_out_and_equal_ones_are_one() -> None:
    same = tugas(PNS, "2026-01-05", kode_jabatan="A-KEPALA", no_sk="1")
    blank = {**same, "no_sk": None, "tgl_sk": hari("2026-01-02")}
    other = {**tugas(LAIN, "2026-01-05", kode_jabatan="B-KEPALA", no_sk="1"), "baris": 5}
    rows = [same, blank, other, {**other, "no_sk": "2", "baris": 6}]
    for order in (rows, rows[::-1]):
        world = World(dunia(dinas("A", "B"), {"riwayat_jabatan": order}))
        found = world.table("marts.riwayat", "kode_jabatan", "no_sk", "tgl_sk")
        assert found == [("A-KEPALA", "1", hari("2026-01-02"))]
        assert world.table("marts.karantina", "alasan", "baris") == [("bertentangan", 5)]


def test_a_later_file_says_it_anew() -> None:
    early = tugas(PNS, "2026-01-05", kode_jabatan="A-KEPALA", no_sk="1")
    late = tugas(PNS, "2026-01-05", kode_jabatan="A-KEPALA", no_sk="2", selesai="2026-03-31", impor=2)
    world = World(dunia(dinas("A"), {"riwayat_jabatan": [late, early]}))
    assert world.table("marts.riwayat", "no_sk", "selesai") == [("2", hari("2026-04-01"))]


def test_an_end_before_the_beginning_is_kept_out() -> None:
    world = World(dunia(dinas("A"), {"riwayat_jabatan": [tugas(PNS, "2026-02-01", selesai="2026-01-01")]}))
    assert world.table("marts.karantina", "alasan") == [("terbalik",)]
    assert world.table("marts.riwayat", "orang_id") == []


def test_an_sk_that_arrives_late_changes_what_is_known_now_but_not_what_was_known_then() -> None:
    head = tugas(PNS, "2024-01-08", kode_jabatan="A-KEPALA")
    late = tugas(LAIN, "2026-01-12", kode_jabatan="A-KEPALA", impor=60)
    then = World(dunia(dinas("A"), {"riwayat_jabatan": [head]}, sampai=59))
    now = World(dunia(dinas("A"), {"riwayat_jabatan": [head, late]}, sampai=60))
    sql = "select orang_id from app.kepala_opd where tahun = 2026 and bulan = 1"
    assert {row["orang_id"] for row in then.run(sql)} == orang(then, PNS)
    assert {row["orang_id"] for row in now.run(sql)} == orang(now, LAIN)


# ---- units ---------------------------------------------------------------------------------------------------------

TREE = [
    {"unor_id": "u1", "nama": "Dinas Satu"},
    {"unor_id": "u2", "nama": "Bidang Dua", "atasan_id": "u1"},
    {"unor_id": "u3", "nama": "Seksi Tiga", "atasan_id": "u2"},
    {"unor_id": "u8", "nama": "Lingkar", "atasan_id": "u9"},
    {"unor_id": "u9", "nama": "Lingkar Juga", "atasan_id": "u8"},
]


@pytest.mark.parametrize(
    ("written", "unit", "how"),
    [
        ({"kode_opd": "A"}, "A", "kode"),
        ({"kode_opd": "1.02.0.00.0.00.01.0000"}, "A", "kode"),
        ({"unor_id": "siasn-a"}, "A", "unor"),
        ({"unor": "DINAS  A"}, "A", "nama"),
        ({"unor": "Satker A"}, "A", "nama"),
        ({"unor_id": "u3", "unor": "Seksi Tiga"}, "B", "pohon"),
        ({"unor": "Subbag Umum", "unor_induk": "dinas satu"}, "B", "induk"),
        ({"unor_id": "u8"}, None, None),
        ({"unor": "Dinas Aa"}, None, None),
        ({"unor": "Yang Dipastikan", "kode_opd": "A"}, "B", "padanan"),
        ({}, None, None),
    ],
    ids=str,
)
def test_a_unit_is_known_by_what_is_exact_and_by_nothing_else(written: Row, unit: str | None, how: str | None) -> None:
    master = [
        opd("A", kode_sipd="1.02.0.00.0.00.01.0000", unor_id_siasn="siasn-a", satker_simpeg="SATKER A"),
        opd("B", nama="Dinas Satu"),
    ]
    sure = [{"jenis": "unor", "tertulis": "yang dipastikan", "kode": "B"}]
    post = tugas(PNS, "2026-01-05", nama_jabatan="Pelaksana", **written)
    world = World(dunia({"opd": master, "unor": TREE, "padanan": sure, "riwayat_jabatan": [post]}))
    assert world.table("marts.riwayat", "kode_opd") == [(unit,)]
    assert world.table("core.unit_tertulis", "kode_opd", "cara") == [(unit, how)]


def test_a_sub_unit_is_answered_for_by_its_opd() -> None:
    master = [opd("SETDA"), opd("UMUM", induk_kode_opd="SETDA")]
    seats = [
        kursi("SEKDA", "SETDA", "Sekretaris Daerah", "II.a", pimpinan_opd=True),
        kursi("KABAG", "UMUM", "Kepala Bagian Umum", "III.a", pimpinan_opd=True),
    ]
    posts = [tugas(PNS, "2026-01-05", kode_jabatan="KABAG"), tugas(LAIN, "2026-01-05", kode_jabatan="SEKDA")]
    world = World(dunia({"opd": master, "jabatan": seats, "riwayat_jabatan": posts}))
    assert world.table("marts.riwayat", "kode_opd", "kode_unit") == [("SETDA", "SETDA"), ("SETDA", "UMUM")]
    assert world.table("marts.kursi", "kode_jabatan", "pimpinan_opd", "pimpinan_unit") == [
        ("KABAG", False, True), ("SEKDA", True, False),
    ]  # fmt: skip


def test_a_unit_that_changed_hands_is_read_by_the_day() -> None:
    said = {"jenis": "unor", "tertulis": "UPT Lama"}
    sure = [
        {**said, "kode": "A", "berlaku_sampai": hari("2024-12-31")},
        {**said, "kode": "B", "berlaku_mulai": hari("2025-01-01")},
    ]  # fmt: skip
    posts = [
        tugas(PNS, day, nama_jabatan="Pelaksana", unor="UPT Lama") for day in ("2024-12-31", "2025-01-01")
    ]  # fmt: skip
    world = World(dunia(dinas("A", "B"), {"padanan": sure, "riwayat_jabatan": posts}))
    assert world.table("marts.riwayat", "mulai", "kode_opd") == [(hari("2024-12-31"), "A"), (hari("2025-01-01"), "B")]
    assert world.table("core.unit_tertulis", "kode_opd") == [("B",)]


# ---- seats ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "seat"),
    [
        ({"kode_jabatan": "A-KEPALA"}, "A-KEPALA"),
        ({"nama_jabatan": "KEPALA DINAS  A"}, "A-KEPALA"),
        ({"nama_jabatan": "Kepala Dinas Kesehatan dan A", "eselon": "II.b"}, "A|kepaladinaskesehatandana"),
        ({"nama_jabatan": "Kadis"}, "A-KEPALA"),  # confirmed
        ({"nama_jabatan": "Kepala Bidang", "eselon": "III/b", "unor": "Bidang P2P"}, "A|kepalabidang|bidangp2p"),
        ({"nama_jabatan": "Analis Kebijakan Ahli Muda"}, None),
        ({"nama_jabatan": "Pelaksana A"}, None),
    ],
    ids=str,
)
def test_a_title_is_a_seat_of_the_master_or_a_provisional_one(written: Row, seat: str | None) -> None:
    sure = [{"jenis": "jabatan", "tertulis": "kadis", "konteks": "A", "kode": "A-KEPALA"}]
    rows = dinas("A")
    rows["jabatan"].append(kursi("A-PELAKSANA", "A", "Pelaksana A", "Pelaksana"))
    post = tugas(PNS, "2026-01-05", kode_opd="A", **written)
    world = World(dunia(rows, {"padanan": sure, "riwayat_jabatan": [post]}))
    assert world.table("marts.riwayat", "kode_jabatan") == [(seat,)]
    provisional = [code for code, sementara in world.table("marts.kursi", "kode_jabatan", "sementara") if sementara]
    assert provisional == ([seat] if seat and "|" in seat else [])
    waits = [row[0] for row in world.table("marts.padanan", "tertulis", where="jenis = 'jabatan' and not dipastikan")]
    assert waits == ([written["nama_jabatan"]] if provisional else [])


def test_an_acting_title_is_the_seat_it_acts_for() -> None:
    posts = [
        tugas(PNS, "2026-01-05", "Plt", nama_jabatan=title, kode_opd="A") for title in ("Plt. Kepala Dinas A",)
    ]  # fmt: skip
    world = World(dunia(dinas("A"), {"riwayat_jabatan": posts}))
    assert world.table("marts.pemegang", "kode_jabatan", "keadaan") == [("A-KEPALA", "plt")]


def test_a_head_of_whom_only_an_acting_one_is_known() -> None:
    acting = tugas(PNS, "2026-01-05", "Plt", nama_jabatan="Plt. Kepala Dinas A", kode_opd="A")
    world = World(dunia({"opd": [opd("A")], "riwayat_jabatan": [acting]}))
    assert world.table("marts.kepala_opd", "keadaan", where="tahun = 2026 and bulan = 2") == [("plt",)]


@pytest.mark.parametrize(
    ("extra", "source"),
    [({}, "pola"), ({"unor": [{"unor_id": "ua", "nama": "A", "nama_jabatan": "Ketua A"}]}, "unor")],
)
def test_the_head_seat_without_a_master(extra: dict[str, list[Row]], source: str) -> None:
    posts = [
        tugas(PNS, "2026-01-05", nama_jabatan="Kepala Dinas A", kode_opd="A", eselon="II.b"),
        tugas(LAIN, "2026-01-05", nama_jabatan="Ketua A", kode_opd="A", eselon="II.b"),
        tugas(nip(5), "2026-01-05", nama_jabatan="Sekretaris", kode_opd="A", eselon="III.a"),
    ]
    world = World(dunia({"opd": [opd("A", unor_id_siasn="ua")], "riwayat_jabatan": posts}, extra))
    heads = world.table("marts.kursi", "nama_jabatan", "pimpinan_dari", where="pimpinan_opd")
    assert heads == [("Ketua A" if source == "unor" else "Kepala Dinas A", source)]


# ---- who sees whom --------------------------------------------------------------------------------------------------


def test_a_person_is_seen_where_any_post_was_and_named_only_where_names_are_on() -> None:
    posts = [tugas(PNS, "2024-01-08", kode_jabatan="A-KEPALA"), tugas(PNS, "2026-01-12", kode_jabatan="B-KEPALA")]
    world = World(
        dunia(dinas("A", "B", "C"), {"riwayat_jabatan": posts, "pegawai": [pegawai(PNS, gelar_belakang="S.E.")]})
    )
    for unit, seen in (("A", 1), ("B", 1), ("C", 0)):
        assert len(world.run("from app.orang", opd=[unit])) == seen
        assert len(world.run("from app.riwayat", opd=[unit])) == 2 * seen
    (masked,) = world.run("from app.orang", opd=["A"])
    (named,) = world.run("from app.orang", opd=["A"], names=True)
    assert (masked["nip"], masked["nama"], masked["nama_gelar"]) == (None, None, None)
    assert (named["nip"], named["nama"], named["nama_gelar"]) == (PNS, "Contoh Aruna", "Contoh Aruna, S.E.")
