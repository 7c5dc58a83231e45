"""Months, bases and replacements: what is known of a month, and what a later file replaces."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.models.target import capai, pk
from tests.models.world import Row, World, hari, opd, pagu, rak, realisasi


def position(world: World, kode: str = "A") -> dict[int, tuple[Any, Any]]:
    """Per month, what came in it and the position; months that are unknown are left out."""
    rows = world.table(
        "app.opd_bulan",
        "bulan",
        "realisasi_bulan",
        "realisasi_kum",
        "dilaporkan",
        where=f"kode_opd = '{kode}' and cakupan = 'semua'",
    )
    assert all((cum is not None) == bool(reported) for _, _, cum, reported in rows)
    return {month: (flow, cum) for month, flow, cum, reported in rows if reported}


def world(*spent: Row, **more: Any) -> World:
    return World({"opd": [opd("A")], "pagu": [pagu("A", 1000)], "realisasi": list(spent), **more})


def monthly(bulan: int, amount: float, **more: Any) -> Row:
    return realisasi("A", bulan, amount, basis="bulanan", **more)


def test_cumulative_reports_give_the_flow_since_the_last_one() -> None:
    found = position(world(realisasi("A", 1, 10), realisasi("A", 2, 30), realisasi("A", 4, 100)))
    assert found == {1: (10, 10), 2: (20, 30), 4: (70, 100)}


def test_monthly_reports_are_known_while_no_month_is_missing() -> None:
    found = position(world(monthly(1, 10), monthly(2, 20), monthly(4, 40)))
    assert found == {1: (10, 10), 2: (20, 30)}


def test_a_monthly_january_may_not_be_missing() -> None:
    assert position(world(monthly(2, 20), monthly(3, 20))) == {}


def test_a_cumulative_report_closes_a_gap_and_monthly_ones_go_on_from_it() -> None:
    found = position(world(monthly(1, 10), realisasi("A", 3, 50), monthly(4, 5), monthly(6, 5)))
    assert found == {1: (10, 10), 3: (40, 50), 4: (5, 55)}


def test_a_report_of_nothing_is_a_report() -> None:
    assert position(world(realisasi("A", 1, 0))) == {1: (0, 0)}


def test_an_account_that_is_absent_in_a_reported_month_counts_nil() -> None:
    other = "5.2.02.01"
    found = world(realisasi("A", 1, 10), realisasi("A", 1, 5, kode_rekening=other), realisasi("A", 2, 30))
    rows = found.table("app.anggaran", "bulan", "realisasi_kum", where=f"kode_rekening = '{other}' and bulan < 4")
    assert rows == [(1, 5), (2, 0), (3, None)]


def test_the_later_recorded_file_of_a_month_replaces_the_earlier_whole() -> None:
    other = "5.2.02.01"
    found = world(
        realisasi("A", 1, 10, kode_rekening=other, impor=2),
        realisasi("A", 1, 99, impor=1),
        realisasi("A", 2, 30, impor=1),
    )
    assert position(found) == {1: (10, 10), 2: (20, 30)}


def test_another_basis_recorded_later_replaces_too() -> None:
    assert position(world(realisasi("A", 1, 10, impor=1), monthly(1, 12, impor=2))) == {1: (12, 12)}


def test_spj_is_kept_apart_from_sp2d() -> None:
    found = world(realisasi("A", 1, 10), realisasi("A", 1, 8, tahap="SPJ"))
    assert found.table("app.opd_bulan", "realisasi_kum", "spj_kum", where="bulan = 1 and cakupan = 'semua'") == [
        (10, 8)
    ]


def test_income_and_financing_stay_out() -> None:
    found = world(realisasi("A", 1, 10), realisasi("A", 1, 500, kode_rekening="4.1.01"))
    assert position(found) == {1: (10, 10)}


def test_a_fall_is_shown_and_told() -> None:
    found = world(realisasi("A", 1, 50), realisasi("A", 2, 40))
    assert position(found) == {1: (50, 50), 2: (-10, 40)}
    assert [(r["kode_opd"], r["bulan"]) for r in found.checks("kumulatif_turun")["kumulatif_turun"]] == [("A", 2)]


def test_the_last_position_is_carried_for_those_who_did_not_report() -> None:
    found = world(realisasi("A", 2, 30))
    rows = found.table("app.anggaran", "bulan", "realisasi_kum", "realisasi_posisi", where="bulan in (1, 2, 5)")
    assert rows == [(1, None, None), (2, 30, 30), (5, None, 30)]
    rows = found.table("app.opd_bulan", "bulan", "posisi_terakhir", where="cakupan = 'semua' and bulan in (1, 5)")
    assert rows == [(1, None), (5, "2026-02")]


# ---- pagu ---------------------------------------------------------------------------------------------------


def ceilings(found: World, kode: str = "A") -> list[Any]:
    rows = found.table(
        "app.opd_bulan", "bulan", "pagu", "pagu_murni", where=f"kode_opd = '{kode}' and cakupan = 'semua'"
    )
    assert len({murni for _, _, murni in rows}) == 1
    return [int(amount) for _, amount, _ in rows]


def test_the_ceiling_in_force_is_the_latest_seen_by_the_end_of_the_month() -> None:
    found = World(
        {
            "opd": [opd("A")],
            "pagu": [
                pagu("A", 100),
                pagu("A", 120, versi="pergeseran-1", tgl_berlaku=hari("2026-04-15")),
                pagu("A", 90, versi="perubahan", tgl_berlaku=hari("2026-09-30")),
            ],
        }
    )
    assert ceilings(found) == [100] * 3 + [120] * 5 + [90] * 4


def test_what_a_monthly_report_prints_as_budget_is_an_observation() -> None:
    found = World(
        {
            "opd": [opd("A")],
            "pagu": [
                pagu("A", 100, versi="lra", tgl_berlaku=hari("2026-02-28")),
                pagu("A", 110, versi="lra", tgl_berlaku=hari("2026-05-31")),
            ],
        }
    )
    assert ceilings(found) == [100] * 4 + [110] * 8  # before the first observation, the first


def test_on_one_date_the_later_recorded_wins() -> None:
    found = World({"opd": [opd("A")], "pagu": [pagu("A", 100, impor=2), pagu("A", 70, impor=1)]})
    assert ceilings(found) == [100] * 12


def test_an_account_dropped_by_a_later_version_has_no_ceiling_any_more() -> None:
    dropped = "5.2.02.01"
    found = World(
        {
            "opd": [opd("A")],
            "pagu": [
                pagu("A", 100),
                pagu("A", 30, kode_rekening=dropped),
                pagu("A", 130, versi="perubahan", tgl_berlaku=hari("2026-06-01")),
            ],
            "realisasi": [realisasi("A", 5, 7, kode_rekening=dropped), realisasi("A", 7, 7, kode_rekening=dropped)],
        }
    )
    assert ceilings(found) == [130] * 12
    rows = found.table(
        "app.anggaran",
        "bulan",
        "pagu",
        "pagu_murni",
        "realisasi_kum",
        where=f"kode_rekening = '{dropped}' and bulan in (5, 7)",
    )
    assert rows == [(5, 30, 30, 7), (7, 0, 30, 7)]


def test_the_original_ceiling_stays_beside_the_one_in_force() -> None:
    found = World(
        {
            "opd": [opd("A")],
            "pagu": [
                pagu("A", 150, versi="lra", tgl_berlaku=hari("2026-01-31"), impor=1),
                pagu("A", 100, impor=2),
            ],
        }
    )
    rows = found.table("app.opd_bulan", "pagu", "pagu_murni", where="bulan = 3 and cakupan = 'semua'")
    assert rows == [(150, 100)]


def test_spending_over_a_cut_ceiling_is_told() -> None:
    sub = {"kode_sub_kegiatan": "1.01.02.2.01.0001"}
    found = World({"opd": [opd("A")], "pagu": [pagu("A", 100, **sub)], "realisasi": [realisasi("A", 1, 130, **sub)]})
    assert [r["realisasi_kum"] for r in found.checks("realisasi_melebihi_pagu")["realisasi_melebihi_pagu"]] == [130]


# ---- cash plan ----------------------------------------------------------------------------------------------


def test_the_cash_plan_is_cumulative_only_while_every_month_is_there() -> None:
    plan = rak("A", [10, 20, 30])
    del plan[1]
    found = World({"opd": [opd("A")], "pagu": [pagu("A", 100)], "rak": plan})
    rows = found.table("app.opd_bulan", "bulan", "rak_bulan", "rak_kum", where="cakupan = 'semua' and bulan < 5")
    assert rows == [(1, 10, 10), (2, None, None), (3, 30, None), (4, None, None)]


def test_a_later_plan_replaces_the_year() -> None:
    found = World(
        {
            "opd": [opd("A")],
            "pagu": [pagu("A", 100)],
            "rak": [*rak("A", [10] * 12, impor=1), *rak("A", [7] * 3, impor=2)],
        }
    )
    rows = found.table("app.opd_bulan", "bulan", "rak_kum", where="cakupan = 'semua' and bulan in (3, 4)")
    assert rows == [(3, 21), (4, None)]


def test_a_plan_known_only_as_a_whole_still_stands_against_the_ceiling() -> None:
    found = World(
        {
            "opd": [opd("A")],
            "pagu": [pagu("A", 60, kode_rekening="5.1"), pagu("A", 40, kode_rekening="5.2")],
            "rak": rak("A", [10] * 12, kode_rekening="5"),
            "realisasi": [realisasi("A", 2, 15, kode_rekening="5.1")],
        }
    )
    rows = found.table(
        "app.opd_bulan", "pagu", "target_kum", "target_persen", "realisasi_kum", "cakupan", where="bulan = 2"
    )
    assert (100, 20, 20.0, 15, "semua") in rows
    assert [r[0] for r in rows if r[-1] == "tanpa_pegawai_btt"] == [None]  # 5.1 does not tell pegawai apart


def test_without_pegawai_and_btt_leaves_them_out() -> None:
    found = World(
        {
            "opd": [opd("A")],
            "pagu": [
                pagu("A", 500, kode_rekening="5.1.01.01"),
                pagu("A", 50, kode_rekening="5.3.01"),
                pagu("A", 30, kode_rekening="5.1.02.01"),
            ],
        }
    )
    rows = found.table("app.opd_bulan", "cakupan", "pagu", where="bulan = 1")
    assert rows == [("semua", 580), ("tanpa_pegawai_btt", 30)]


# ---- documents ----------------------------------------------------------------------------------------------


def dokumen(amount: float, tanggal: str, *, sp2d: str | None = "SP2D-1", **more: Any) -> Row:
    day = hari(tanggal)
    return {
        "kode_opd": "A",
        "tahun": 2026,
        "kode_rekening": "5.1.02.01",
        "nilai_realisasi": amount,
        "tgl_dokumen": day,
        "nomor_sp2d": sp2d,
        "tgl_sp2d": day if sp2d else None,
        **more,
    }


def test_documents_are_cash_only_with_an_sp2d_and_less_what_is_paid_back() -> None:
    found = world(
        dokumen=[
            dokumen(100, "2026-02-10"),
            dokumen(40, "2026-04-01", nilai_setoran=15),
            dokumen(70, "2026-04-20", sp2d=None),
        ]
    )
    assert position(found) == {1: (0, 0), 2: (100, 100), 3: (0, 100), 4: (25, 125)}
    assert found.table("app.kewajiban", "bulan", "n_dokumen", "nilai") == [(4, 1, 70)]
    assert [r["bulan"] for r in found.checks("register_mulai_terlambat")["register_mulai_terlambat"]] == [1]


def test_a_register_of_one_month_does_not_wipe_out_the_months_before() -> None:
    found = world(
        realisasi("A", 1, 10, impor=1), realisasi("A", 2, 30, impor=1), dokumen=[dokumen(5, "2026-03-09", impor=2)]
    )
    assert position(found) == {1: (10, 10), 2: (20, 30), 3: (5, 35)}


def test_an_sp2d_of_next_january_closes_december() -> None:
    found = world(dokumen=[dokumen(10, "2026-01-05"), dokumen(20, "2027-01-03")])
    assert position(found)[12] == (20, 30)


# ---- control totals -----------------------------------------------------------------------------------------


def test_a_control_total_that_differs_marks_the_months_that_use_it() -> None:
    found = world(
        realisasi("A", 1, 10, impor=1),
        realisasi("A", 2, 20, impor=2),
        kontrol=[{"nama": "Jumlah", "di_berkas": 21, "dijumlah": 20, "impor": 2}],
    )
    rows = found.table("app.opd_bulan", "bulan", "selisih_kontrol", where="cakupan = 'semua' and bulan < 4")
    assert rows == [(1, False), (2, True), (3, False)]
    assert found.table("app.rekonsiliasi", "nama", "selisih", "kode_opd") == [("Jumlah", 1, "A")]


@pytest.mark.parametrize("amount", ["9999999999999999.99", "0.01"])
def test_amounts_stay_exact_at_both_ends(amount: str) -> None:
    found = World({"opd": [opd("A")], "pagu": [pagu("A", amount)], "realisasi": [realisasi("A", 1, amount)]})
    assert found.table("app.opd_bulan", "realisasi_kum", where="bulan = 1 and cakupan = 'semua'") == [
        (Decimal(amount),)
    ]


def test_agreements_are_as_fresh_as_the_last_quarter_told() -> None:
    told = [*capai("A1", ["10", "20"], impor=4), *capai("A1", ["11"], impor=5)]
    w = World({"opd": [opd("A")], "pk_indikator": [pk("A1", "A", None)], "pk_realisasi": told})
    rows = w.run("select kode_opd, posisi_terakhir, impor_id from app.posisi_data where sumber = 'target'")
    assert [(r["kode_opd"], r["posisi_terakhir"]) for r in rows] == [("A", "2026-06")]
    assert rows[0]["impor_id"].startswith("0004")
