"""Codes and units: crosswalk, sub units, unknown units, renamed and merged ones."""

from __future__ import annotations

from typing import Any

from tests.models.world import World, hari, opd, pagu, rak, realisasi

DINAS = "2.16.2.20.2.21.01.0000"
SETDA = "4.01.0.00.0.00.01.0000"
BAGIAN = "4.01.0.00.0.00.01.0003"


def sums(world: World, bulan: int = 1, *, tahun: int = 2026) -> dict[str, Any]:
    """Ceiling by OPD in a month."""
    rows = world.table(
        "app.opd_bulan", "kode_opd", "pagu", where=f"bulan = {bulan} and tahun = {tahun} and cakupan = 'semua'"
    )
    return {kode: None if amount is None else int(amount) for kode, amount in rows}


def test_a_lone_file_gives_its_figures_under_its_own_code_and_name() -> None:
    world = World({"pagu": [pagu(DINAS, 100, nama_opd="Dinas Kominfo")]})
    assert sums(world) == {DINAS: 100}
    assert world.table("app.opd", "kode_opd", "nama", "sementara") == [(DINAS, "Dinas Kominfo", True)]


def test_a_code_is_known_by_short_code_sipd_code_or_name() -> None:
    master = opd("KOMINFO", nama="Dinas Kominfo", kode_sipd=DINAS)
    for written in ("KOMINFO", DINAS, "Dinas Kominfo", "dinas kominfo"):
        world = World({"opd": [master], "pagu": [pagu(written, 100)]})
        assert sums(world) == {"KOMINFO": 100}, written
        assert world.table("app.opd", "kode_opd", "sementara") == [("KOMINFO", False)]


def test_an_unknown_code_with_a_known_name_is_that_unit() -> None:
    world = World({"opd": [opd("BPKAD", nama="Badan Keuangan")], "pagu": [pagu("33", 100, nama_opd="BADAN KEUANGAN")]})
    assert sums(world) == {"BPKAD": 100}


def test_a_sub_unit_belongs_to_its_parent_code() -> None:
    world = World(
        {"opd": [opd("SETDA", kode_sipd=SETDA)], "pagu": [pagu(SETDA, 100), pagu(BAGIAN, 20, nama_opd="Bagian Umum")]}
    )
    assert sums(world) == {"SETDA": 120}
    rows = world.table("app.anggaran", "kode_unit", "kode_opd", "pagu", where="bulan = 1")
    assert rows == [(BAGIAN, "SETDA", 20), ("SETDA", "SETDA", 100)]
    assert (BAGIAN, "Bagian Umum", "SETDA", True) in world.table(
        "app.opd", "kode_opd", "nama", "induk_kode_opd", "sementara"
    )


def test_a_sub_unit_without_its_parent_in_any_file_makes_the_parent_provisional() -> None:
    world = World({"pagu": [pagu(BAGIAN, 20)]})
    assert sums(world) == {SETDA: 20}
    assert (SETDA, True) in world.table("app.opd", "kode_opd", "sementara")


def test_the_master_says_who_the_parent_is() -> None:
    master = [opd("DINKES"), opd("UPTD", induk_kode_opd="DINKES"), opd("PKM", induk_kode_opd="UPTD")]
    world = World({"opd": master, "pagu": [pagu("PKM", 10), pagu("UPTD", 20), pagu("DINKES", 30)]})
    assert sums(world) == {"DINKES": 60}


def test_a_unit_that_the_master_leaves_without_parent_stands_alone() -> None:
    world = World(
        {
            "opd": [opd("SETDA", kode_sipd=SETDA), opd("RSUD", kode_sipd=BAGIAN)],
            "pagu": [pagu(SETDA, 1), pagu(BAGIAN, 2)],
        }
    )
    assert sums(world) == {"SETDA": 1, "RSUD": 2}


def test_files_of_sister_units_stand_beside_each_other() -> None:
    one, two = BAGIAN, BAGIAN[:-1] + "4"
    world = World({"rak": [*rak(one, [10] * 12, impor=1), *rak(two, [5] * 12, impor=2)]})
    rows = world.table("app.opd_bulan", "kode_opd", "rak_kum", where="bulan = 2 and cakupan = 'semua'")
    assert rows == [(SETDA, 30)]


def test_a_later_file_of_the_whole_opd_replaces_the_files_of_its_units() -> None:
    world = World({"pagu": [pagu(BAGIAN, 10, impor=1), pagu(SETDA, 90, impor=2)]})
    assert sums(world) == {SETDA: 90}


def test_a_total_of_the_opd_gives_way_to_its_units() -> None:
    world = World({"pagu": [pagu(SETDA, 90, impor=1), pagu(BAGIAN, 10, impor=2)]})
    assert sums(world) == {SETDA: 10}


def test_one_opd_on_several_rows_is_summed() -> None:
    rows = [
        pagu(DINAS, amount, kode_sub_kegiatan=f"2.{bidang}.02.2.01.0001")
        for bidang, amount in (("16", 5), ("20", 3), ("21", 2))
    ]
    world = World({"pagu": rows})
    assert sums(world) == {DINAS: 10}
    found = world.table(
        "app.anggaran", "kode_urusan", "kode_bidang", "kode_program", "kode_kegiatan", where="bulan = 1"
    )
    assert found == [("2", f"2.{b}", f"2.{b}.02", f"2.{b}.02.2.01") for b in ("16", "20", "21")]


def test_the_template_code_takes_the_units_first_bidang() -> None:
    world = World(
        {
            "pagu": [
                pagu("5.01.5.05.0.00.01.0000", 1, kode_sub_kegiatan="X.XX.01.2.01.0001", nama_sub_kegiatan="Penyusunan")
            ]
        }
    )
    assert world.table("app.anggaran", "kode_sub_kegiatan", "kode_program", where="bulan = 1") == [
        ("5.01.01.2.01.0001", "5.01.01")
    ]
    assert ("sub_kegiatan", "5.01.01.2.01.0001", "Penyusunan") in world.table("app.nama", "dimensi", "kode", "nama")


def test_codes_of_two_and_four_digits_are_never_made_one() -> None:
    rows = [pagu(DINAS, 1, kode_sub_kegiatan="2.16.02.2.01.01"), pagu(DINAS, 2, kode_sub_kegiatan="2.16.02.2.01.0001")]
    world = World({"pagu": rows})
    assert world.table("app.anggaran", "kode_sub_kegiatan", "pagu", where="bulan = 1") == [
        ("2.16.02.2.01.0001", 2),
        ("2.16.02.2.01.01", 1),
    ]


# ---- reorganised --------------------------------------------------------------------------------------------


def test_a_merged_unit_keeps_its_history_and_hands_over_on_its_day() -> None:
    master = [opd("LAMA", berlaku_sampai=hari("2026-06-30"), digabung_ke="BARU"), opd("BARU")]
    world = World(
        {
            "opd": master,
            "pagu": [
                pagu("LAMA", 100),
                pagu("BARU", 200),
                pagu("BARU", 290, versi="perubahan", tgl_berlaku=hari("2026-07-01"), impor=2),
            ],
            "realisasi": [realisasi("LAMA", 6, 40), realisasi("BARU", 6, 50), realisasi("BARU", 7, 95)],
        }
    )
    assert sums(world, 6) == {"LAMA": 100, "BARU": 200}
    assert sums(world, 7) == {"BARU": 290}  # the old ceiling lapses: it was not seen again under the old code
    rows = world.table(
        "app.opd_bulan", "bulan", "kode_opd", "realisasi_kum", where="bulan in (6, 7) and cakupan = 'semua'"
    )
    assert rows == [(6, "BARU", 50), (6, "LAMA", 40), (7, "BARU", 95)]


def test_a_merger_at_the_turn_of_the_year_keeps_what_files_write_under_the_old_code() -> None:
    master = [opd("LAMA", berlaku_sampai=hari("2026-01-01"), digabung_ke="BARU"), opd("BARU")]
    world = World({"opd": master, "pagu": [pagu("LAMA", 100), pagu("BARU", 200)], "rak": rak("LAMA", [5] * 12)})
    assert sums(world) == {"BARU": 300}
    assert world.table("app.opd_bulan", "rak_kum", where="bulan = 2 and cakupan = 'semua'") == [(10,)]


def test_a_plan_lapses_with_a_merger_within_the_year() -> None:
    master = [opd("LAMA", berlaku_sampai=hari("2026-06-30"), digabung_ke="BARU"), opd("BARU")]
    plans = [*rak("LAMA", [5] * 12), *rak("BARU", [7] * 12)]
    world = World(
        {
            "opd": master,
            "pagu": [pagu("LAMA", 100), pagu("BARU", 200)],
            "rak": plans,
            "realisasi": [realisasi("LAMA", 6, 1)],
        }
    )
    rows = world.table("app.opd_bulan", "bulan", "kode_opd", "rak_kum", where="bulan in (6, 7) and cakupan = 'semua'")
    assert rows == [(6, "BARU", 42), (6, "LAMA", 30), (7, "BARU", 49)]
    assert [r["kode_unit"] for r in world.checks("gabung_tengah_tahun")["gabung_tengah_tahun"]] == ["LAMA"]


def test_what_files_still_write_under_the_old_code_goes_to_the_new_unit() -> None:
    master = [opd("LAMA", berlaku_sampai=hari("2026-06-30"), digabung_ke="BARU"), opd("BARU")]
    world = World(
        {
            "opd": master,
            "pagu": [
                pagu("LAMA", 100),
                pagu("BARU", 200),
                pagu("LAMA", 80, versi="lra", tgl_berlaku=hari("2026-08-31"), impor=2),
            ],
        }
    )
    assert sums(world, 8) == {"BARU": 280}


def test_a_unit_not_yet_or_no_longer_valid_is_not_counted() -> None:
    master = [opd("A"), opd("DULU", berlaku_sampai=hari("2025-12-31")), opd("NANTI", berlaku_mulai=hari("2026-03-01"))]
    world = World({"opd": master, "pagu": [pagu("A", 1)]})
    assert sums(world, 2) == {"A": 1}
    assert sums(world, 3) == {"A": 1, "NANTI": None}


def test_a_code_that_was_handed_on_is_read_by_its_year() -> None:
    master = [
        opd("LAMA", kode_sipd=DINAS, berlaku_sampai=hari("2025-12-31")),
        opd("BARU", kode_sipd=DINAS, berlaku_mulai=hari("2026-01-01")),
    ]
    world = World({"opd": master, "pagu": [pagu(DINAS, 1, tahun=2025), pagu(DINAS, 2)]})
    assert sums(world, tahun=2025) == {"LAMA": 1}
    assert sums(world) == {"BARU": 2}


def test_a_renamed_unit_is_one_unit_under_its_latest_name() -> None:
    master = [
        opd("A", nama="Nama Lama", berlaku_mulai=hari("2020-01-01"), berlaku_sampai=hari("2025-12-31")),
        opd("A", nama="Nama Baru", berlaku_mulai=hari("2026-01-01")),
    ]
    world = World({"opd": master, "pagu": [pagu("Nama Lama", 1, tahun=2025), pagu("Nama Baru", 2)]})
    assert sums(world, tahun=2025) == {"A": 1}
    assert sums(world) == {"A": 2}
    assert world.table("app.opd", "kode_opd", "nama") == [("A", "Nama Baru")]


# ---- source of funds ----------------------------------------------------------------------------------------


def test_a_missing_source_is_taken_from_the_budget_when_it_names_one() -> None:
    one, two = "5.1.02.01", "5.2.02.01"
    world = World(
        {
            "pagu": [
                pagu("A", 10, kode_rekening=one, sumber_dana="DAU"),
                pagu("A", 10, kode_rekening=two, sumber_dana="DAU"),
                pagu("A", 5, kode_rekening=two, sumber_dana="DAK"),
            ],
            "realisasi": [
                realisasi("A", 1, 3, kode_rekening=one),
                realisasi("A", 1, 2, kode_rekening=two),
                realisasi("A", 1, 1, kode_rekening="5.3.01"),
            ],
        }
    )
    rows = world.table(
        "app.anggaran", "kode_rekening", "sumber_dana", "realisasi_kum", where="bulan = 1 and realisasi_kum <> 0"
    )
    assert rows == [(one, "DAU", 3), (two, "Lebih dari satu sumber", 2), ("5.3.01", None, 1)]


# ---- physical progress --------------------------------------------------------------------------------------


def test_physical_progress_of_the_whole_unit_speaks_first_then_its_parts_by_weight() -> None:
    parts = [
        {"kode_sub_kegiatan": "1.01.02.2.01.0001", "real_fisik": 10, "bobot": 75},
        {"kode_sub_kegiatan": "1.01.02.2.01.0002", "real_fisik": 50, "bobot": 25},
    ]
    fisik = [{"tahun": 2026, "bulan": bulan, "kode_opd": "A", **part} for bulan in (1, 2) for part in parts]
    fisik.append({"tahun": 2026, "bulan": 2, "kode_opd": "A", "real_fisik": 33})
    world = World({"pagu": [pagu("A", 10)], "fisik": fisik})
    rows = world.table("app.opd_bulan", "bulan", "fisik_real", where="cakupan = 'semua' and bulan < 4")
    assert rows == [(1, 20.0), (2, 33.0), (3, None)]


def test_a_missing_percent_is_not_nil() -> None:
    fisik = [
        {"tahun": 2026, "bulan": 1, "kode_opd": "A", "kode_sub_kegiatan": f"1.01.02.2.01.000{n}", "real_fisik": real}
        for n, real in ((1, 40), (2, None))
    ]
    world = World({"pagu": [pagu("A", 10)], "fisik": fisik})
    assert world.table("app.opd_bulan", "fisik_real", where="cakupan = 'semua' and bulan = 1") == [(40.0,)]


def test_last_year_stands_beside_this_one() -> None:
    world = World(
        {
            "pagu": [pagu("A", 100), pagu("A", 80, tahun=2025)],
            "realisasi": [realisasi("A", 4, 10), realisasi("A", 4, 60, tahun=2025)],
        }
    )
    rows = world.table(
        "app.opd_bulan", "tahun", "pagu_lalu", "realisasi_kum_lalu", where="bulan = 4 and cakupan = 'semua'"
    )
    assert rows == [(2025, None, None), (2026, 80, 60)]


# ---- scope --------------------------------------------------------------------------------------------------


def test_a_scope_sees_its_own_rows_and_an_unset_one_none() -> None:
    world = World({"opd": [opd("A"), opd("B")], "pagu": [pagu("A", 1), pagu("B", 2)]}, opd=None)
    views = ("anggaran", "opd_bulan", "rapor", "posisi_data", "opd")
    for view in views:
        assert world.run(f"select * from app.{view}") == []
    one = {view: len(world.run(f"select * from app.{view}", opd=["A"])) for view in views}
    other = {view: len(world.run(f"select * from app.{view}", opd=["B"])) for view in views}
    both = {view: len(world.run(f"select * from app.{view}", opd=["A", "B"])) for view in views}
    every = {view: len(world.run(f"select * from app.{view}", opd=["*"])) for view in views}
    assert all(one.values())
    assert both == every == {view: one[view] + other[view] for view in views}


def test_money_that_names_no_source_is_set_against_the_ceiling_it_may_come_from() -> None:
    """Two sources share an account and the report names none: neither may show its ceiling beside a nil."""
    mixed, own = "5.2.02.01", "5.1.02.01"
    found = World(
        {
            "opd": [opd("A")],
            "pagu": [
                pagu("A", 60, kode_rekening=mixed, sumber_dana="DAU"),
                pagu("A", 40, kode_rekening=mixed, sumber_dana="DAK"),
                pagu("A", 10, kode_rekening=own, sumber_dana="DAU"),
            ],
            "realisasi": [realisasi("A", 1, 30, kode_rekening=mixed), realisasi("A", 1, 5, kode_rekening=own)],
        }
    )
    sql = "select sumber_dana, sum(pagu) as pagu, sum(realisasi_kum) as realisasi from app.anggaran where bulan = 1 group by 1 order by 1"  # noqa: E501
    assert [tuple(row.values()) for row in found.run(sql)] == [("DAU", 10, 5), ("Lebih dari satu sumber", 100, 30)]


def test_money_that_names_its_source_keeps_it() -> None:
    mixed = "5.2.02.01"
    found = World(
        {
            "opd": [opd("A")],
            "pagu": [
                pagu("A", 60, kode_rekening=mixed, sumber_dana="DAU"),
                pagu("A", 40, kode_rekening=mixed, sumber_dana="DAK"),
            ],
            "realisasi": [realisasi("A", 1, 30, kode_rekening=mixed, sumber_dana="DAK")],
        }
    )
    sql = "select sumber_dana, sum(pagu) as pagu, sum(realisasi_kum) as realisasi from app.anggaran where bulan = 1 group by 1 order by 1"  # noqa: E501
    assert [tuple(row.values()) for row in found.run(sql)] == [("DAK", 40, 30), ("DAU", 60, 0)]
