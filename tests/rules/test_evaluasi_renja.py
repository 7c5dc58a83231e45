"""Vectors 12, 13, 14 and 18 of the rule book, and the edges where two readings part."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipelines.bulan_kalender import akhir_masa_awal, mulai_larangan, tambah_bulan
from pipelines.evaluasi_renja import predikat, realisasi_tahun, tingkat_capaian


@pytest.mark.parametrize(
    ("target_akhir", "triwulan", "tahun_ini", "tingkat"),
    [
        pytest.param("10650857000", ["492775283", "695355169"], "1188130452", "11.16", id="12"),
        pytest.param("93000000", ["14820000", "18511800"], "33331800", "35.84", id="13"),
    ],
)
def test_e81_rupiah(target_akhir: str, triwulan: list[str], tahun_ini: str, tingkat: str) -> None:
    column_12 = realisasi_tahun([Decimal(t) for t in triwulan])
    assert column_12 == Decimal(tahun_ini)
    column_14 = tingkat_capaian(target_akhir=Decimal(target_akhir), sampai_lalu=Decimal(0), tahun_ini=column_12)
    assert column_14 == Decimal(tingkat)


def test_e81_keeps_blank_and_zero_apart() -> None:
    assert realisasi_tahun([None, None]) is None
    assert realisasi_tahun([None, Decimal(0)]) == 0
    assert tingkat_capaian(target_akhir=None, sampai_lalu=Decimal(1), tahun_ini=Decimal(1)) is None
    assert tingkat_capaian(target_akhir=Decimal(0), sampai_lalu=Decimal(0), tahun_ini=Decimal(0)) is None
    assert tingkat_capaian(target_akhir=Decimal(200), sampai_lalu=Decimal(50), tahun_ini=Decimal(25)) == Decimal(
        "37.50"
    )


@pytest.mark.parametrize(
    ("capaian", "pembulatan", "menerus"),
    [
        ("50", "SR", "SR"), ("50.4", "SR", "R"), ("50.5", "R", "R"), ("65.4", "R", "S"), ("65.5", "S", "S"),
        ("75.4", "S", "T"), ("75.5", "T", "T"), ("90", "T", "T"), ("90.3", "T", "ST"), ("90.5", "ST", "ST"),
        ("120", "ST", "ST"), ("0", "SR", "SR"),
    ],
)  # fmt: skip
def test_bands_by_both_readings(capaian: str, pembulatan: str, menerus: str) -> None:
    value = Decimal(capaian)
    assert (predikat(value, cara="pembulatan"), predikat(value, cara="menerus")) == (pembulatan, menerus)
    assert predikat(value) == pembulatan  # the default keeps the printed edges


def test_nothing_reported_has_no_predicate() -> None:
    assert predikat(None) is None


@pytest.mark.parametrize(
    ("penetapan", "mulai"),
    [
        (date(2024, 9, 22), date(2024, 3, 22)),
        (date(2020, 7, 8), date(2020, 1, 8)),
        (date(2024, 8, 31), date(2024, 2, 29)),
    ],
)
def test_the_window_before_an_election_is_counted_in_calendar_months(penetapan: date, mulai: date) -> None:
    assert mulai_larangan(penetapan) == mulai


def test_six_months_from_the_end_of_august_is_the_end_of_february() -> None:
    assert akhir_masa_awal(date(2026, 8, 31)) == date(2027, 2, 28)
    assert tambah_bulan(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert tambah_bulan(date(2026, 1, 15), 12) == date(2027, 1, 15)
