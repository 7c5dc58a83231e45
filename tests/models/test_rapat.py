"""What is written in meetings, rows in and rows out: actions with due dates, chains and owners, and the rest."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.models.jabatan import dinas, dunia, kursi, nip, tugas
from tests.models.rapat import kendala, rapat, temuan, tindak, tunda
from tests.models.world import Row, World, hari, opd, pagu

MEETINGS = [
    rapat("R1", "2026-01-20"), rapat("R2", "2026-04-20"), rapat("R3", "2026-07-20"),
    rapat("RA", "2026-04-20", jenis="rapat dinas", lingkup="asisten-1"),
]  # fmt: skip
SETDA = {
    "opd": [
        opd("SETDA", nama="Sekretariat Daerah"),
        opd("UMUM", nama="Bagian Umum", jenis="bagian", induk_kode_opd="SETDA", kode_sipd="4.01.0.00.0.00.01.0008"),
        opd("HUKUM", nama="Bagian Hukum", jenis="bagian", induk_kode_opd="SETDA"),
    ],
    "jabatan": [
        kursi("SEKDA", "SETDA", "Sekretaris Daerah", "II.a", pimpinan_opd=True),
        kursi("UMUM-KEPALA", "UMUM", "Kepala Bagian Umum", "III.a"),
    ],
}  # fmt: skip


def world(*parts: dict[str, list[Row]], **tables: list[Row]) -> World:
    return World(dunia(dinas("A", "B"), {"rapat": MEETINGS}, *parts, tables))


def action(found: World, id: str = "T1") -> Row:
    (row,) = found.run("select * from app.tindak_lanjut where id = ?", [id], opd=["*"])
    return row


def late(found: World, day: str) -> list[tuple[str, int]]:
    """The actions that are late on a day, with the days."""
    sql = "select id, ?::date - tenggat as hari from app.tindak_lanjut_masa where dari <= ?::date and sampai > ?::date and tenggat < ?::date order by id"  # noqa: E501
    return [(row["id"], row["hari"]) for row in found.run(sql, [hari(day)] * 4, opd=["*"])]


# ---- meetings -----------------------------------------------------------------------------------------------------


def test_a_meeting_knows_the_one_before_it_of_its_kind_and_circle() -> None:
    found = world()
    assert found.table("app.rapat", "id", "rapat_lalu_id", "rapat_berikut_id") == [
        ("R1", None, "R2"), ("R2", "R1", "R3"), ("R3", "R2", None), ("RA", None, None),
    ]  # fmt: skip


def test_a_meeting_counts_who_came_and_what_came_of_it() -> None:
    came = [
        {"id": f"H{n}", "rapat_id": "R1", "kode_opd": kode, "kehadiran": how}
        for n, (kode, how) in enumerate([("A", "hadir"), ("B", "diwakili"), ("C", "tidak hadir")])
    ]
    found = world(kehadiran=came, tindak_lanjut=[tindak("T1", "R1", "A", "2026-02-01")])
    columns = ("id", "n_hadir", "n_diwakili", "n_tidak_hadir", "n_diundang", "n_tindak_lanjut", "n_komitmen")
    assert found.table("app.rapat", *columns, where="id in ('R1', 'R2')") == [
        ("R1", 1, 1, 1, 3, 1, 0), ("R2", 0, 0, 0, 0, 0, 0),
    ]  # fmt: skip
    assert found.run("select n_diundang from app.rapat where id = 'R1'", opd=["A"]) == [{"n_diundang": 1}]


# ---- due dates ----------------------------------------------------------------------------------------------------


def test_an_action_is_late_from_the_day_after_its_due_date_until_it_is_done() -> None:
    found = world(tindak_lanjut=[
        tindak("T1", "R1", "A", "2026-02-10", "Selesai", selesai="2026-02-15"), tindak("T2", "R1", "A", "2026-02-10"),
    ])  # fmt: skip
    assert late(found, "2026-02-10") == []
    assert late(found, "2026-02-11") == [("T1", 1), ("T2", 1)]
    assert late(found, "2026-02-14") == [("T1", 4), ("T2", 4)]
    assert late(found, "2026-02-15") == [("T2", 5)]
    assert late(found, "2026-01-19") == []
    assert (action(found)["terlambat_selesai"], action(found, "T2")["terlambat_selesai"]) == (5, None)


def test_an_extension_counts_from_the_day_it_was_asked_for() -> None:
    found = world(
        tindak_lanjut=[tindak("T1", "R1", "A", "2026-02-10")],
        perpanjangan=[
            tunda("P2", "T1", "2026-03-05", "2026-04-01", disetujui="Sekda"),
            tunda("P1", "T1", "2026-02-12", "2026-03-01"),
        ],
    )  # fmt: skip
    row = action(found)
    assert (row["tenggat_awal"], row["tenggat"], row["n_perpanjangan"], row["hari_perpanjangan"]) == (
        hari("2026-02-10"), hari("2026-04-01"), 2, 50,
    )  # fmt: skip
    assert (row["alasan_perpanjangan"], row["perpanjangan_disetujui"]) == ("Alasan P2", "Sekda")
    assert [bool(late(found, day)) for day in ("2026-02-11", "2026-02-12", "2026-03-01", "2026-03-02")] == [
        True, False, False, True,
    ]  # fmt: skip
    assert late(found, "2026-03-31") == [] and late(found, "2026-04-02") == [("T1", 1)]


def test_of_two_extensions_asked_on_one_day_the_later_due_date_counts() -> None:
    said = [tunda("P1", "T1", "2026-02-05", "2026-03-15"), tunda("P2", "T1", "2026-02-05", "2026-03-01")]
    for order in (said, said[::-1]):
        found = world(tindak_lanjut=[tindak("T1", "R1", "A", "2026-02-10")], perpanjangan=order)
        assert (action(found)["tenggat"], action(found)["n_perpanjangan"]) == (hari("2026-03-15"), 2)


def test_done_without_a_day_counts_from_the_last_change_and_is_said() -> None:
    said = datetime(2026, 3, 3, 9)
    found = world(tindak_lanjut=[{**tindak("T1", "R1", "A", "2026-02-10", "Selesai"), "diubah_pada": said}])
    assert action(found)["ditutup"] == date(2026, 3, 3)
    assert "selesai_tanpa_tanggal" in found.checks("selesai_tanpa_tanggal")


# ---- chains -------------------------------------------------------------------------------------------------------


def test_what_is_carried_over_counts_once_by_its_last_link() -> None:
    found = world(tindak_lanjut=[
        tindak("T1", "R1", "A", "2026-02-10"), tindak("T2", "R2", "A", "2026-05-10", lanjutan_dari="T1"),
        tindak("T3", "R3", "A", "2026-08-10", lanjutan_dari="T2"),
    ])  # fmt: skip
    columns = ("id", "akar_id", "generasi", "diteruskan", "penerus_id", "terbuka", "terbuka_sampai")
    assert found.table("app.tindak_lanjut", *columns) == [
        ("T1", "T1", 0, True, "T2", False, hari("2026-04-20")), ("T2", "T1", 1, True, "T3", False, hari("2026-07-20")),
        ("T3", "T1", 2, False, None, True, hari("9999-12-31")),
    ]  # fmt: skip
    assert [late(found, day) for day in ("2026-04-19", "2026-04-20", "2026-06-30", "2026-08-11")] == [
        [("T1", 68)], [], [("T2", 51)], [("T3", 1)],
    ]  # fmt: skip
    some = "tahun = 2026 and bulan in (1, 3, 4, 6)"
    months = found.table("app.rapat_bulan", "bulan", "n_tindak_lanjut", "n_lewat", where=some)
    assert months == [(1, 1, 0), (3, 1, 1), (4, 1, 0), (6, 1, 1)]


def test_a_long_chain_keeps_its_root() -> None:
    meetings = [rapat(f"M{n:02d}", f"2025-01-{n + 1:02d}") for n in range(25)]
    chain = [
        tindak(f"T{n:02d}", f"M{n:02d}", "A", "2026-12-31", lanjutan_dari=f"T{n - 1:02d}" if n else None)
        for n in range(25)
    ]
    found = World(dunia(dinas("A"), {"rapat": meetings, "tindak_lanjut": chain}))
    assert (action(found, "T24")["akar_id"], action(found, "T24")["generasi"]) == ("T00", 24)
    assert found.table("app.tindak_lanjut", "count(*)", where="terbuka") == [(1,)]


def test_a_circle_is_cut_where_it_would_go_back_in_time() -> None:
    found = world(tindak_lanjut=[
        tindak("T1", "R1", "A", "2026-02-10", lanjutan_dari="T2"),
        tindak("T2", "R2", "A", "2026-05-10", lanjutan_dari="T1"),
        tindak("T3", "R2", "A", "2026-05-10", lanjutan_dari="T9"),
    ])  # fmt: skip
    assert found.table("app.tindak_lanjut", "id", "akar_id", "generasi", "terbuka") == [
        ("T1", "T1", 0, False), ("T2", "T1", 1, True), ("T3", "T3", 0, True),
    ]  # fmt: skip
    said = found.checks("rantai_tindak_lanjut")["rantai_tindak_lanjut"]
    assert sorted(row["id"] for row in said) == ["T1", "T3"]


def test_done_and_then_taken_up_again_is_done_once_and_open_once() -> None:
    found = world(tindak_lanjut=[
        tindak("T1", "R1", "A", "2026-02-10", "Selesai", selesai="2026-02-05"),
        tindak("T2", "R2", "A", "2026-05-10", lanjutan_dari="T1"),
        tindak("T3", "R1", "A", "2026-02-10", "Selesai", selesai="2026-06-01"),
        tindak("T4", "R2", "A", "2026-05-10", "Selesai", lanjutan_dari="T3", selesai="2026-06-01"),
    ])  # fmt: skip
    (june,) = found.table("app.rapat_bulan", "n_selesai", "n_terbuka", "n_lewat", where="periode = '2026-06'")
    assert june == (2, 1, 1)


# ---- counted by month ---------------------------------------------------------------------------------------------


def test_in_time_is_counted_among_those_due_by_then() -> None:
    found = world(tindak_lanjut=[
        tindak("T1", "R1", "A", "2026-02-10", "Selesai", selesai="2026-02-10"),
        tindak("T2", "R1", "A", "2026-02-10", "Selesai", selesai="2026-02-11"),
        tindak("T3", "R1", "A", "2026-02-10", "Batal", selesai="2026-02-01"),
        tindak("T4", "R1", "A", "2026-06-30", "Selesai", selesai="2026-02-01"),
        tindak("T5", "R1", "A", "2026-02-28"),
        tindak("T6", "R1", "A", "2025-12-31"),
    ])  # fmt: skip
    columns = ("bulan", "n_jatuh_tempo", "n_tepat", "n_selesai", "n_terbuka", "n_lewat")
    assert found.table("app.rapat_bulan", *columns, where="tahun = 2026 and bulan in (1, 2, 6)") == [
        (1, 0, 0, 0, 6, 1), (2, 3, 1, 3, 2, 1), (6, 4, 2, 3, 2, 2),
    ]  # fmt: skip


def test_done_last_year_is_no_work_of_this_one() -> None:
    found = World(dunia(dinas("A"), {
        "rapat": [rapat("R0", "2025-10-10")],
        "tindak_lanjut": [
            tindak("T1", "R0", "A", "2025-11-10", "Selesai", selesai="2025-12-31"),
            tindak("T2", "R0", "A", "2025-11-10", "Selesai", selesai="2026-01-01"),
            tindak("T3", "R0", "A", "2025-11-10"),
        ],
    }))  # fmt: skip
    columns = ("periode", "n_tindak_lanjut", "n_selesai", "n_lewat")
    assert found.table("app.rapat_bulan", *columns, where="periode in ('2025-12', '2026-01')") == [
        ("2025-12", 3, 1, 2), ("2026-01", 2, 1, 1),
    ]  # fmt: skip


# ---- who answers --------------------------------------------------------------------------------------------------


def test_the_head_answers_where_nobody_is_named_and_who_held_the_seat_is_kept() -> None:
    posts = [
        tugas(nip(1), "2024-01-15", kode_jabatan="A-KEPALA", selesai="2026-01-20"),
        tugas(nip(2), "2026-01-21", "Plt", kode_jabatan="A-KEPALA"),
    ]
    found = world(riwayat_jabatan=posts, tindak_lanjut=[
        tindak("T1", "R1", "A", "2026-02-10"), tindak("T2", "R2", "A", "2026-05-10"),
        tindak("T3", "R1", "B", "2026-02-10"),
    ])  # fmt: skip
    said = [
        (
            row["kode_jabatan"],
            row["keadaan"],
            row["keadaan_kini"],
            row["berganti"],
            row["orang_id"] == row["orang_kini"],
        )
        for row in (action(found, id) for id in ("T1", "T2", "T3"))
    ]
    assert said == [
        ("A-KEPALA", "definitif", "plt", True, False), ("A-KEPALA", "plt", "plt", False, True),
        ("B-KEPALA", "tidak_tercatat", "tidak_tercatat", None, True),
    ]  # fmt: skip


def test_a_bagian_answers_through_its_own_head_and_a_named_seat_comes_first() -> None:
    found = world(SETDA, tindak_lanjut=[
        tindak("T1", "R1", "SETDA", "2026-02-10", kode_unit="UMUM"),
        tindak("T2", "R1", "SETDA", "2026-02-10", kode_unit="HUKUM"),
        tindak("T3", "R1", "SETDA", "2026-02-10", kode_unit="UMUM", penanggung_jawab="sekda"),
        tindak("T4", "R1", "SETDA", "2026-02-10", penanggung_jawab="Kepala Bagian Umum"),
        tindak("T5", "R1", "SETDA", "2026-02-10", penanggung_jawab="ENTAH"),
    ])  # fmt: skip
    assert found.table("app.tindak_lanjut", "id", "kode_unit", "kode_jabatan", "kursi_dari") == [
        ("T1", "UMUM", "UMUM-KEPALA", "pimpinan_unit"), ("T2", "HUKUM", "SEKDA", "pimpinan_opd"),
        ("T3", "UMUM", "SEKDA", "ditunjuk"), ("T4", None, "UMUM-KEPALA", "ditunjuk"), ("T5", None, None, "ditunjuk"),
    ]  # fmt: skip
    assert [row["id"] for row in found.checks("penanggung_tak_dikenal")["penanggung_tak_dikenal"]] == ["T5"]


# ---- whose it is --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode_opd", "kode_unit", "expected"),
    [
        ("SETDA", "UMUM", ("SETDA", "UMUM", True, True)),
        ("setda", "Bagian umum", ("SETDA", "UMUM", True, True)),
        ("Sekretariat Daerah", "4.01.0.00.0.00.01.0008", ("SETDA", "UMUM", True, True)),
        ("UMUM", None, ("SETDA", "UMUM", True, True)),
        ("SETDA", "SETDA", ("SETDA", None, True, True)),
        ("SETDA", "ENTAH", ("SETDA", None, True, False)),
        ("A", "UMUM", ("A", None, True, False)),
        ("ENTAH", None, ("ENTAH", None, False, True)),
    ],
)
def test_a_unit_is_known_by_what_people_write(kode_opd: str, kode_unit: str | None, expected: tuple[Any, ...]) -> None:
    found = world(SETDA, tindak_lanjut=[tindak("T1", "R1", kode_opd, "2026-02-10", kode_unit=kode_unit)])
    row = action(found)
    assert (row["kode_opd"], row["kode_unit"], row["opd_dikenal"], row["unit_dikenal"]) == expected
    assert (row["opd_tertulis"], row["unit_tertulis"]) == (kode_opd, kode_unit)
    assert bool(found.checks("unit_rapat_tak_dikenal")) is not (expected[2] and expected[3])


def test_a_name_of_two_units_is_nobodys() -> None:
    twins = {"opd": [opd("K1", nama="Kelurahan Contoh"), opd("K2", nama="Kelurahan Contoh")]}
    found = world(twins, tindak_lanjut=[tindak("T1", "R1", "Kelurahan Contoh", "2026-02-10")])
    assert (action(found)["kode_opd"], action(found)["opd_dikenal"]) == ("Kelurahan Contoh", False)


def test_a_unit_that_only_budgets_name_is_known_by_them() -> None:
    money = {"pagu": [pagu("1.02.0.00.0.00.01.0003", 100, nama_opd="UPTD Contoh")]}
    found = world(money, tindak_lanjut=[tindak("T1", "R1", "1.02.0.00.0.00.01.0003", "2026-02-10")])
    assert (action(found)["kode_opd"], action(found)["kode_unit"]) == (
        "1.02.0.00.0.00.01.0000",
        "1.02.0.00.0.00.01.0003",
    )


def test_a_reader_of_one_opd_sees_what_is_said_of_it() -> None:
    found = world(
        tindak_lanjut=[tindak("T1", "RA", "A", "2026-02-10"), tindak("T2", "R1", "B", "2026-02-10")],
        kendala=[kendala("H1", "A", "2026-01-01"), kendala("H2", "B", "2026-01-01")],
        temuan=[temuan("X1", "B", 100, 40)],
    )

    def seen(view: str, *reader: str) -> list[str]:
        return sorted(row["id"] for row in found.run(f"select id from app.{view}", opd=reader))

    assert (seen("tindak_lanjut", "A"), seen("kendala", "A"), seen("temuan", "A")) == (["T1"], ["H1"], [])
    assert seen("rapat", "A") == ["R1", "R2", "R3", "RA"] and seen("rapat", "B") == ["R1", "R2", "R3"]
    assert seen("rapat") == seen("tindak_lanjut") == []
    assert {row["kode_opd"] for row in found.run("select kode_opd from app.rapat_bulan", opd=["B"])} == {"B"}


def test_minutes_of_a_meeting_of_all_are_for_those_who_see_all() -> None:
    meetings = [rapat("R1", "2026-01-20", notulen="semua"), rapat("R2", "2026-01-21", lingkup="A", notulen="hanya A")]
    found = World(dunia(dinas("A", "B"), {"rapat": meetings}))

    def read(*reader: str) -> dict[str, Any]:
        return {row["id"]: row["notulen"] for row in found.run("select id, notulen from app.rapat", opd=reader)}

    assert (read("A"), read("B"), read("*")) == (
        {"R1": None, "R2": "hanya A"}, {"R1": None}, {"R1": "semua", "R2": "hanya A"},
    )  # fmt: skip


# ---- what else is kept --------------------------------------------------------------------------------------------


def test_an_obstacle_stands_from_its_day_to_the_day_before_it_is_cleared() -> None:
    found = world(kendala=[
        kendala("H1", "A", "2026-01-31", "2026-02-28"), kendala("H2", "A", None, rapat_id="R2"),
        {**kendala("H3", "A", None), "diubah_pada": datetime(2026, 5, 5)},
    ])  # fmt: skip
    columns = ("id", "sejak", "sejak_dari", "hari_sampai_selesai", "terbuka")
    assert found.table("app.kendala", *columns) == [
        ("H1", hari("2026-01-31"), "ditulis", 28, False), ("H2", hari("2026-04-20"), "rapat", None, True),
        ("H3", hari("2026-05-05"), "dicatat", None, True),
    ]  # fmt: skip
    assert found.table("app.rapat_bulan", "bulan", "n_kendala", where="tahun = 2026 and bulan in (1, 2, 4, 5)") == [
        (1, 1), (2, 0), (4, 1), (5, 2),
    ]  # fmt: skip


def test_a_finding_is_due_sixty_days_after_the_report_and_unknown_money_is_not_nil() -> None:
    lhp = hari("2026-05-26")
    found = world(temuan=[
        temuan("X1", "A", 100, 40, tgl_lhp=lhp),
        temuan("X2", "A", 50, None, tgl_lhp=lhp, status="belum ditindaklanjuti", pemeriksa="APIP"),
        temuan("X3", "A", 70, None, tenggat=hari("2026-06-30")), temuan("X4", "A", 30, 30, status="sesuai"),
        temuan("X5", "A", None, None),
    ])  # fmt: skip
    assert found.table("app.temuan", "id", "sisa", "terbuka", "tenggat", "tenggat_dari") == [
        ("X1", 60, True, hari("2026-07-25"), "aturan"), ("X2", 50, True, hari("2026-07-25"), "aturan"),
        ("X3", None, True, hari("2026-06-30"), "ditulis"), ("X4", 0, False, None, None), ("X5", None, True, None, None),
    ]  # fmt: skip
    assert found.table("app.temuan", "id", "aturan_id", where="aturan_id is not null") == [
        ("X1", "lhp_bpk@2004-07-19"), ("X2", "lhp_lain@2000-01-01"),
    ]  # fmt: skip
    columns = ("n_temuan", "n_temuan_terbuka", "temuan_nilai", "temuan_sisa")
    assert found.table("app.rapat_bulan", *columns, where="periode in ('2026-04', '2026-05')") == [
        (3, 2, 100, None), (5, 4, 250, 110),
    ]  # fmt: skip


def test_visits_are_counted_by_day_and_say_nothing_of_who_came() -> None:
    def visit(id: str, masuk: str, keluar: str | None, **more: Any) -> Row:
        return {"id": id, "kode_opd": "SETDA", "kode_unit": "UMUM", "tanggal": hari("2026-03-02"), "jam_masuk": masuk,
                "jam_keluar": keluar, "keperluan": "Koordinasi", "instansi": "Kantor", **more}  # fmt: skip

    found = world(SETDA, buku_tamu=[
        visit("V1", "09:30", "10:15"), visit("V2", "10:00", None), visit("V3", "14:00", "13:00"),
        visit("V4", "08:00", "08:00", kode_unit=None),
    ])  # fmt: skip
    (at_opd, at_unit) = found.run("select * from app.kunjungan order by kode_unit nulls first", opd=["SETDA"])
    assert list(at_unit.values()) == ["SETDA", "UMUM", hari("2026-03-02"), 3, 2, 1, 45]
    assert list(at_opd.values())[3:] == [1, 1, 1, 0]
    assert set(at_unit) == {"kode_opd", "kode_unit", "tanggal", "n_kunjungan", "n_keluar", "n_bermenit", "menit"}
    assert [row["id"] for row in found.checks("kunjungan_terbalik")["kunjungan_terbalik"]] == ["V3"]


def test_notes_stand_open_until_something_is_said() -> None:
    def note(id: str, keadaan: str | None) -> Row:
        return {"id": id, "kode_opd": "A", "jenis": "keberatan", "tanggal": hari("2026-03-02"), "uraian": "SP2D",
                "keadaan": keadaan}  # fmt: skip

    found = world(catatan=[note("C1", None), note("C2", "ditolak")])
    assert found.table("app.catatan", "id", "keadaan", "terbuka") == [("C1", "terbuka", True), ("C2", "ditolak", False)]


# ---- what cannot be meant -----------------------------------------------------------------------------------------


def test_checks_name_what_cannot_be_meant() -> None:
    found = world(
        tindak_lanjut=[
            tindak("T1", "R2", "A", "2026-04-19"),
            tindak("T2", "R2", "A", "2026-04-20", "Selesai", selesai="2026-04-01"),
        ],
        perpanjangan=[tunda("P1", "T2", "2026-04-20", "2026-04-20"), tunda("P2", "T1", "2026-04-20", "2026-05-01")],
        kendala=[
            kendala("H1", "A", "2026-01-01", kode_sub_kegiatan="1.01.02.2.01.0009"), kendala("H2", "A", "2026-01-01"),
        ],
        pagu=[pagu("A", 100, kode_sub_kegiatan="1.01.02.2.01.0001")],
        temuan=[temuan("X1", "A", 100, 40, status="sesuai"), temuan("X2", "A", 100, 101), temuan("X3", "A", 100, 100)],
    )  # fmt: skip
    names = ("perpanjangan_mundur", "tanggal_mendahului_rapat", "kendala_sub_tak_dikenal", "temuan_janggal")
    said = found.checks(*names)
    assert [row["tindak_lanjut_id"] for row in said["perpanjangan_mundur"]] == ["T2"]
    assert sorted((row["id"], row["kolom"]) for row in said["tanggal_mendahului_rapat"]) == [
        ("T1", "tenggat"), ("T2", "tgl_selesai"),
    ]  # fmt: skip
    assert [row["id"] for row in said["kendala_sub_tak_dikenal"]] == ["H1"]
    assert sorted(row["id"] for row in said["temuan_janggal"]) == ["X1", "X2"]


def test_a_proper_meeting_leaves_nothing_to_check() -> None:
    found = world(
        tindak_lanjut=[tindak("T1", "R1", "A", "2026-02-10", "Selesai", selesai="2026-02-09")],
        perpanjangan=[tunda("P1", "T1", "2026-02-01", "2026-02-20")],
        temuan=[temuan("X1", "A", 100, Decimal("99.99"))],
    )
    assert found.checks() == {}


# ---- how it stood on a day ----------------------------------------------------------------------------------------


def states(found: World, id: str, *days: str) -> list[tuple[str, int]]:
    """The state and the extensions of an action on days; each day has one row."""
    sql = "select status, ke from app.tindak_lanjut_tenggat where id = ? and dari <= ? and sampai > ?"
    rows = [found.run(sql, [id, hari(day), hari(day)], opd=["*"]) for day in days]
    assert all(len(row) == 1 for row in rows)
    return [(row["status"], row["ke"]) for (row,) in rows]


def said(id: str, *changes: tuple[str, str]) -> list[Row]:
    """What the trail has of an action's state: days and states."""
    return [
        {"id": id, "urut": n, "status": status, "pada": datetime.fromisoformat(f"{day}T09:00")}
        for n, (day, status) in enumerate(changes)
    ]


def test_the_state_of_a_past_day_is_what_was_written_by_then() -> None:
    trail = said("T1", ("2026-01-21", "Belum"), ("2026-02-10", "On-track"), ("2026-02-10", "Alert"),
                 ("2026-03-09", "Selesai"))  # fmt: skip
    found = world(
        tindak_lanjut=[tindak("T1", "R1", "A", "2026-02-20", "Selesai", selesai="2026-03-05")],
        perpanjangan=[tunda("P1", "T1", "2026-02-18", "2026-03-01")], status_tindak_lanjut=trail,
    )  # fmt: skip
    days = ("2026-01-20", "2026-02-09", "2026-02-10", "2026-02-18", "2026-03-04", "2026-03-05", "2026-03-31")
    assert states(found, "T1", *days) == [
        ("Belum", 0), ("Belum", 0), ("Alert", 0), ("Alert", 1), ("Alert", 1), ("Selesai", 1), ("Selesai", 1),
    ]  # fmt: skip


def test_what_was_written_once_stands_from_the_beginning_and_what_ended_keeps_its_end() -> None:
    found = world(
        tindak_lanjut=[
            tindak("T1", "R1", "A", "2026-02-20", "Selesai", selesai="2026-03-05"),
            tindak("T2", "R1", "A", "2026-02-20"),
            tindak("T3", "R2", "A", "2026-05-20", "Alert", lanjutan_dari="T2"),
        ],
        status_tindak_lanjut=[*said("T1", ("2026-06-01", "Selesai")), *said("T3", ("2026-06-01", "Alert"))],
    )  # fmt: skip
    assert states(found, "T1", "2026-02-01", "2026-03-05") == [("Selesai", 0)] * 2
    assert states(found, "T2", "2026-02-01", "2026-04-20") == [("Belum", 0)] * 2
    assert states(found, "T3", "2026-05-01", "2026-06-02") == [("Alert", 0)] * 2
