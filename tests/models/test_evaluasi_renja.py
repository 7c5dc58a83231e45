"""Form E.81 as rows: vectors 12 and 13 of the rule book, and every number against the arithmetic of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, cast

import pytest

from pipelines.capaian import Arah, Cara, Entri, Metode, capaian, sampai
from pipelines.evaluasi_renja import rata_rata, realisasi_tahun, tingkat_capaian
from tests.export import formulir_dunia
from tests.export.formulir_dunia import ALAT, IMUN, PROGRAM
from tests.models.target import capai, pk
from tests.models.world import Row, World, pagu, realisasi

TW = ("tw1", "tw2", "tw3", "tw4")


@pytest.fixture(scope="module")
def renja() -> World:
    return World(formulir_dunia.rows())


def rows(world: World, triwulan: int = 2, opd: str = "DINKES") -> list[Row]:
    sql = "select * from marts.evaluasi_renja where tahun = 2026 and triwulan = ? and kode_opd = ? order by urut, ke"
    return world.run(sql, [triwulan, opd])


def one(world: World, kode: str, triwulan: int = 2, ke: int = 1) -> Row:
    return next(row for row in rows(world, triwulan) if row["kode"] == kode and row["ke"] == ke)


@pytest.mark.parametrize(
    ("kode", "target", "quarters", "year", "share"),
    [
        (PROGRAM, "10650857000", ("492775283", "695355169"), "1188130452", "11.16"),
        (IMUN, "93000000", ("14820000", "18511800"), "33331800", "35.84"),
    ],
    ids=["vector 12", "vector 13"],
)
def test_vectors_of_the_rule_book(
    renja: World, kode: str, target: str, quarters: tuple[str, str], year: str, share: str
) -> None:
    row = one(renja, kode)
    assert row["rp_target_akhir"] == Decimal(target)
    assert (row["rp_tw1"], row["rp_tw2"]) == tuple(map(Decimal, quarters))
    assert row["rp_renstra"] == 0
    assert row["rp_realisasi"] == row["rp_realisasi_akhir"] == Decimal(year)
    assert row["rp_capaian_akhir"] == Decimal(share)


@pytest.mark.parametrize("triwulan", [1, 2, 3, 4])
def test_money_is_the_arithmetic_of_the_rules(renja: World, triwulan: int) -> None:
    counted = 0
    for row in rows(renja, triwulan):
        assert row["rp_realisasi"] == realisasi_tahun([row[f"rp_{tw}"] for tw in TW])
        if row["rp_renstra"] is not None and row["rp_realisasi"] is not None:
            assert row["rp_realisasi_akhir"] == row["rp_renstra"] + row["rp_realisasi"]
            share = tingkat_capaian(
                target_akhir=row["rp_target_akhir"], sampai_lalu=row["rp_renstra"], tahun_ini=row["rp_realisasi"]
            )
            assert row["rp_capaian_akhir"] == share
            counted += 1
        year = tingkat_capaian(
            target_akhir=row["rp_target_tahun"], sampai_lalu=Decimal(), tahun_ini=row["rp_realisasi"]
        )
        assert row["rp_lanjut"] == year
    assert counted == 2


@pytest.mark.parametrize("triwulan", [1, 2, 3])
def test_indicators_are_the_arithmetic_of_the_rules(renja: World, triwulan: int) -> None:
    counted = 0
    for row in rows(renja, triwulan):
        if row["kode_indikator"] is None:
            continue
        told = [row[f"{tw}_angka"] for tw in TW[:triwulan]]
        year = sampai(told, metode=cast(Metode, row["metode"]), entri=cast(Entri, row["entri"]))
        assert row["realisasi_angka"] == year
        end = _end(row, year)
        assert row["realisasi_akhir_angka"] == end
        if row["target_akhir_angka"] is not None and end is not None:
            goal = (row["target_akhir_angka"], row["target_akhir_angka"])
            wanted = capaian(end, target=goal, arah=cast(Arah, row["arah"]), cara=cast(Cara, row["cara"]))
            assert row["capaian_akhir"] == wanted
            counted += 1
    assert counted >= 4


def _end(row: Row, year: Decimal | None) -> Decimal | None:
    if row["metode"] != "jumlah":
        return year
    before = row["realisasi_renstra_angka"]
    return None if year is None or before is None else before + year


def test_thirteen_adds_what_is_added_up_and_takes_the_last_of_everything_else(renja: World) -> None:
    row = one(renja, IMUN)  # 25 + 30 of this year on 120 of the years before, of 500
    assert (row["realisasi_angka"], row["realisasi_akhir_angka"], row["capaian_akhir"]) == (55, 175, 35)
    row = one(renja, PROGRAM)  # 85 now; 82 last year is no part of it
    assert (row["realisasi_angka"], row["realisasi_akhir_angka"]) == (85, 85)
    assert row["capaian_akhir"].quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal("89.47")


def test_a_cumulative_sum_is_its_last_number_and_stands_in_the_quarters_as_reported(renja: World) -> None:
    row = one(renja, ALAT)
    assert (row["tw1_angka"], row["tw2_angka"], row["realisasi_angka"], row["realisasi_akhir_angka"]) == (
        10,
        22,
        22,
        72,
    )


def test_less_is_better_lowers_the_attainment_instead_of_raising_it(renja: World) -> None:
    row = one(renja, PROGRAM, ke=2)
    assert (row["kode_indikator"], row["realisasi_akhir_angka"], row["capaian_akhir"]) == ("DINKES-2", 13, 70)


def test_a_range_is_met_inside_it_and_stands_as_it_is_written(renja: World) -> None:
    row = next(r for r in rows(renja) if r["kode_indikator"] == "DINKES-4")
    assert (row["target_akhir"], row["target_akhir_angka"], row["capaian_akhir"]) == ("80-90", None, 100)


def test_quarters_to_come_are_blank_and_so_are_those_not_reported(renja: World) -> None:
    for row in rows(renja):
        assert [row[name] for tw in TW[2:] for name in (tw, f"{tw}_angka", f"rp_{tw}")] == [None] * 6
    late = one(renja, "1.02.01")
    assert (late["tw1_angka"], late["tw2"]) == (Decimal("91.5"), None)
    assert (late["realisasi_angka"], late["lengkap"]) == (Decimal("91.5"), False)
    assert one(renja, IMUN, 3)["tw3_angka"] == 20


def test_money_not_reported_is_blank_and_says_how_far_it_was(renja: World) -> None:
    program = rows(renja, 2, "DISDIK")[0]
    assert (program["rp_tw1"], program["rp_tw2"], program["rp_realisasi"]) == (55_500_000, None, 55_500_000)
    assert program["bulan_lapor"] == 2


def test_the_ceiling_is_the_one_in_force_at_the_end_of_the_quarter(renja: World) -> None:
    assert [one(renja, IMUN, tw)["rp_target_tahun"] for tw in (1, 2, 3, 4)] == [60_000_000] * 2 + [40_000_000] * 2


def test_indicators_of_a_line_share_its_money_once(renja: World) -> None:
    first, second = one(renja, PROGRAM), one(renja, PROGRAM, ke=2)
    assert first["rp_target_tahun"] == 2_560_000_000
    assert {second[name] for name in second if name.startswith("rp_")} == {None}
    programs = [row["rp_target_tahun"] for row in rows(renja) if row["tingkat"] == "program" and row["rp_target_tahun"]]
    subs = [
        row["rp_target_tahun"] for row in rows(renja) if row["tingkat"] == "sub_kegiatan" and row["rp_target_tahun"]
    ]
    assert sum(programs) == sum(subs) == 10_560_000_000


def test_lines_stand_with_money_alone_or_with_an_indicator_alone(renja: World) -> None:
    salaries = one(renja, "1.02.01.2.02.0001")
    assert (salaries["kode_indikator"], salaries["rp_target_tahun"]) == (None, 8_000_000_000)
    trained = one(renja, "1.02.05")
    assert (trained["kode_indikator"], trained["berpagu"], trained["rp_target_tahun"]) == ("DINKES-6", False, None)


def test_a_trial_entry_is_no_achievement(renja: World) -> None:
    trial = one(renja, "1.02.05")
    assert (trial["tw1"], trial["realisasi_angka"], trial["sebab"], trial["percobaan"]) == (
        None,
        None,
        "percobaan",
        True,
    )


def test_the_support_program_meets_its_indicator_whatever_bidang_a_file_writes(renja: World) -> None:
    row = one(renja, "1.02.01")
    assert (row["kode_indikator"], row["rp_target_tahun"]) == ("DINKES-5", 8_000_000_000)


def _small(*indicators: Row, said: Sequence[Row] = ()) -> World:
    codes = {"kode_program": "1.02.02", "kode_kegiatan": "1.02.02.2.01", "kode_sub_kegiatan": IMUN}
    parts: dict[str, list[Row]] = {
        "opd": [{"kode_opd": "A", "nama": "Dinas A"}],
        "pagu": [pagu("A", 100) | codes],
        "realisasi": [realisasi("A", 3, 40) | codes],
        "pk_indikator": list(indicators),
        "pk_realisasi": list(said),
    }
    return World(parts)


def test_different_sums_for_one_line_are_refused_and_said() -> None:
    w = _small(*(pk(f"A{n}", "A", None, kode_program="1.02.02", pagu_renstra=n, keuangan_renstra=1) for n in (1, 2)))
    first = rows(w, 1, "A")[0]
    assert (first["rp_target_akhir"], first["renstra_berbeda"], first["rp_realisasi_akhir"]) == (None, True, 41)


def test_earlier_years_that_are_not_given_leave_the_sum_blank() -> None:
    w = _small(
        pk("A1", "A", None, kode_program="1.02.02", metode="jumlah", entri="inkremental", target_renstra="10"),
        said=capai("A1", ["4"]),
    )
    row = rows(w, 1, "A")[0]
    assert (row["realisasi_angka"], row["realisasi_akhir_angka"], row["sebab_akhir"]) == (
        4,
        None,
        "realisasi_lalu_kosong",
    )
    assert (row["rp_renstra"], row["rp_realisasi"], row["rp_realisasi_akhir"]) == (None, 40, None)


def test_a_sub_kegiatan_tells_the_lines_above_it() -> None:
    w = _small(pk("A1", "A", None, kode_sub_kegiatan="1.02.03.2.01.0009"))
    orphan = rows(w, 1, "A")[-1]
    assert (orphan["kode_program"], orphan["kode_kegiatan"]) == ("1.02.03", "1.02.03.2.01")


def test_a_reader_of_one_opd_gets_its_lines_only(renja: World) -> None:
    whole = formulir_dunia.build()
    count = "select distinct kode_opd from app.evaluasi_renja order by kode_opd"
    assert [r["kode_opd"] for r in whole.run(count, opd=["DISDIK"])] == ["DISDIK"]
    assert whole.run(count, opd=[]) == []
    assert [r["kode_opd"] for r in whole.run(count, opd=["*"])] == ["DINKES", "DISDIK"]


@pytest.mark.parametrize(
    ("given", "capped", "plain"),
    [
        (["50", "150"], "75.00", "100.00"), (["-20", "40"], "20.00", "10.00"),
        (["33.333333", "33.34"], "33.34", "33.34"), ([], None, None),
    ],
)  # fmt: skip
def test_a_mean_counts_no_indicator_above_the_cap_or_below_nil(given: list[str], capped: Any, plain: Any) -> None:
    values = [Decimal(one) for one in given]
    assert rata_rata(values, batas=Decimal(100)) == (None if capped is None else Decimal(capped))
    assert rata_rata(values) == (None if plain is None else Decimal(plain))
