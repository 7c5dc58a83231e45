"""Figures of areas: what was released last, the direction that somebody said, rank, comparators and attainment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.intake import twins
from tests.models.world import Row, World
from tests.real import REAL, needs_real


def angka(kode: str, nilai: float | str | None, **more: object) -> Row:
    return {
        "kode_wilayah": kode, "tahun": 2025, "periode": "08", "kode_makro": "6", "indikator": "ind1_tpt", "satuan": "%",
        "nilai": nilai, "versi": date(2025, 11, 5), "sumber": "BPS", **more,
    }  # fmt: skip


def arah(kode: str, said: str, **more: object) -> Row:
    return {"jenis": "arah", "tertulis": kode, "kode": said, **more}


def target(kode: str, arah: str = "turun", **more: object) -> Row:
    return {
        "kode_indikator": kode, "tahun": 2025, "misi": "Misi", "indikator": "TPT", "satuan": "%", "arah": arah,
        "metode": "terakhir", "entri": "kumulatif", "target_tahun": "5", "kode_makro": "6", **more,
    }  # fmt: skip


def world(rows: Sequence[Row], *, pemda: str | None = None, **more: list[Row]) -> World:
    own = [{"kode_wilayah": pemda}] if pemda else []
    return World({"indikator_wilayah": rows, "pemda": own, **more})


JATIM = [angka("1000", "4.9"), angka("3500", "4.2"), angka("3501", "3"), angka("3502", "5"), angka("3503", None)]


def test_without_a_direction_there_is_no_rank_and_no_attainment() -> None:
    found = world([angka("3501", "3", target_rkpd="2"), angka("3502", "5")])
    rows = found.table("marts.indikator_wilayah", "kode_wilayah", "arah", "peringkat", "capaian", "sebab")
    assert rows == [("3501", None, None, None, "tanpa_arah"), ("3502", None, None, None, "tanpa_target")]
    assert found.table("marts.arah_wilayah", "kode_makro", "arah", "n_angka") == [("6", None, 2)]


@pytest.mark.parametrize(("said", "first"), [("turun", "3501"), ("naik", "3502")])
def test_the_rank_follows_the_direction_that_was_confirmed(said: str, first: str) -> None:
    found = world(JATIM, padanan=[arah("6", said)])
    best = found.table("marts.indikator_wilayah", "kode_wilayah", where="peringkat = 1 and tingkat = 'kabupaten'")
    assert best == [(first,)]
    # an area without a figure has no rank and is not among those known
    silent = found.table("marts.indikator_wilayah", "peringkat", "n_wilayah", where="kode_wilayah = '3503'")
    assert silent == []  # its row said nothing at all


def test_what_is_kept_at_its_target_is_not_ranked() -> None:
    found = world(JATIM, padanan=[arah("6", "tetap")])
    assert found.table("marts.indikator_wilayah", "peringkat", where="peringkat is not null") == []


def test_the_answer_given_last_holds() -> None:
    answers = [arah("6", "naik"), arah("6", "turun", impor=2)]
    assert world(JATIM, padanan=answers).table("marts.arah_wilayah", "arah", "asal") == [("turun", "dipastikan")]


def test_a_target_of_the_region_says_the_direction_before_anybodys_answer() -> None:
    found = world(JATIM, padanan=[arah("6", "naik")], target_daerah=[target("IKU-1")])
    assert found.table("marts.arah_wilayah", "arah", "asal", "kode_indikator") == [("turun", "target_daerah", "IKU-1")]


def test_targets_that_contradict_each_other_say_nothing() -> None:
    found = World({"indikator_wilayah": JATIM, "target_daerah": [target("IKU-1"), target("IKU-2", "naik")]})
    assert found.table("marts.arah_wilayah", "arah") == [(None,)]
    assert [row["kode_makro"] for row in found.checks("arah_makro_bertentangan")["arah_makro_bertentangan"]] == ["6"]


def test_the_nation_the_province_and_last_year_stand_beside_the_figure() -> None:
    found = world([*JATIM, angka("3501", "3.5", tahun=2024)], pemda="3501")
    row = found.table(
        "marts.indikator_wilayah", "nasional", "provinsi", "tahun_lalu", "wilayah", where="kita and tahun = 2025"
    )
    assert row == [(Decimal("4.9"), Decimal("4.2"), Decimal("3.5"), "Kabupaten Pacitan")]


def test_the_release_that_came_last_holds_and_a_blank_cell_takes_nothing_back() -> None:
    late = angka("3501", "3.1", versi=date(2026, 2, 1))
    first = angka("3501", "3", target_rkpd="2.5", impor=2)  # recorded later, released earlier
    found = world([late, first])
    rows = found.table("marts.indikator_wilayah", "nilai", "target_rkpd", "versi")
    assert rows == [(Decimal("3.1"), Decimal("2.5"), date(2026, 2, 1))]


def test_codes_of_kemendagri_and_of_bps_are_one_area() -> None:
    found = world([angka("11.09", "3"), angka("1101", "4", tahun=2024), angka("11.09.01", "7"), angka("11", "8")])
    rows = found.table("marts.indikator_wilayah", "kode_wilayah", "tingkat", "induk", "tahun_lalu")
    assert rows == [
        ("1100", "provinsi", "1000", None), ("1101", "kabupaten", "1100", None),
        ("1101", "kabupaten", "1100", Decimal(4)), ("110101", "kecamatan", "1101", None),
    ]  # fmt: skip


def test_a_code_that_bps_gave_before_is_the_same_area() -> None:
    """One file of BPS may bear both codes with different figures: the code of today holds."""
    both = [angka("9401", "16"), angka("9501", "16.67"), angka("9401010", "7"), angka("9401", "15", tahun=2024)]
    rows = world(both).table("marts.indikator_wilayah", "kode_wilayah", "nilai", "induk", "tahun_lalu")
    assert rows == [
        ("9501", Decimal(15), "9500", None), ("9501", Decimal("16.67"), "9500", Decimal(15)),
        ("9501010", Decimal(7), "9501", None),
    ]  # fmt: skip


def test_a_blank_comparator_comes_from_the_areas_with_its_source_and_year() -> None:
    older = [angka("1000", "5.3", tahun=2024), angka("3500", "4.7", tahun=2024)]
    found = world(older, pemda="3501", target_daerah=[target("IKU-1"), target("IKU-2", pembanding_nasional="4,0")])
    columns = ("kode_indikator", "pembanding_nasional", "sumber_nasional", "pembanding_provinsi", "sumber_provinsi")
    assert found.table("marts.indikator", *columns, where="triwulan = 4") == [
        ("IKU-1", "5,3", "BPS 2024", "4,7", "BPS 2024"), ("IKU-2", "4,0", None, "4,7", "BPS 2024"),
    ]  # fmt: skip


def test_areas_in_different_units_are_said() -> None:
    rows = [angka("3501", "3", satuan="Persen"), angka("3502", "4", satuan="%"), angka("3503", "5", satuan="Orang")]
    found = World({"indikator_wilayah": rows})
    (row,) = found.checks("satuan_wilayah_berubah")["satuan_wilayah_berubah"]
    assert (row["satuan_satu"], row["satuan_lain"]) == ("%", "orang")
    assert World({"indikator_wilayah": rows[:2]}).checks("satuan_wilayah_berubah") == {}


def test_figures_in_another_unit_stand_beside_nothing() -> None:
    rows = [
        angka("1000", "11013000", satuan="Rp"),
        angka("3501", "11013", satuan="Ribu Rp"),
        angka("3502", "9", satuan=""),
    ]
    found = world([*rows, angka("3501", "10", satuan="Rp", tahun=2024)])
    beside = found.table("marts.indikator_wilayah", "kode_wilayah", "nasional", "tahun_lalu", where="tahun = 2025")
    assert beside == [
        ("1000", Decimal(11013000), None), ("3501", None, None), ("3502", Decimal(11013000), None),
    ]  # fmt: skip


# Bappenas' list with the RKPD targets of 2021 beside what BPS released (3518498a of bps-indikator-peppd), by hand:
# (2T-R)/T where less is better, R/T where more is. Read the other way TPT of Jawa Timur would be 143, not 57.
RKPD_2021 = {
    ("1100", "6", "08"): ("6.30", "5.60", "87.500000", 25),  # TPT: (11.20 - 6.30) / 5.60 = 4.90 / 5.60
    ("3500", "6", "08"): ("5.74", "4.01", "56.857855", 21),  # (8.02 - 5.74) / 4.01 = 2.28 / 4.01
    ("1100", "36", "03"): ("15.33", "15.50", "101.096774", 29),  # kemiskinan: 15.67 / 15.50
    ("3500", "36", "09"): ("10.59", "10.17", "95.870206", 19),  # 9.75 / 10.17
    ("3500", "7", "09"): ("0.364", "0.3912", "106.952965", 22),  # Gini: 0.4184 / 0.3912
    ("1100", "7", "03"): ("0.324", "0.313", "96.485623", 12),  # 0.302 / 0.313
    ("3500", "5", "00"): ("72.14", "72.13", "100.013864", 14),  # IPM, more is better
}


@needs_real
def test_rkpd_targets_of_2021_against_what_was_reached(tmp_path: Path) -> None:
    assert REAL is not None
    (path,) = (REAL / "bps-indikator-peppd" / "csv").glob("3518498a*")
    reading = twins.reading(path, tmp_path)
    rows = pq.read_table(reading.tables["indikator_wilayah"]).to_pylist()
    found = world(rows, padanan=[arah("6", "turun"), arah("36", "turun"), arah("7", "turun"), arah("5", "naik")])
    columns = ("kode_wilayah", "kode_makro", "periode", "nilai", "target_rkpd", "capaian", "peringkat", "n_wilayah")
    said = {row[:3]: row[3:] for row in found.table("marts.indikator_wilayah", *columns)}
    wanted = {key: (*map(Decimal, numbers[:3]), numbers[3], 34) for key, numbers in RKPD_2021.items()}
    assert {key: said[key] for key in wanted} == wanted
