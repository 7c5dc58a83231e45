"""Targets as clerks write them: other words for a choice are taken, what cannot be a target is said with its cell."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.intake.test_madiun import PK, TARGET, codes, taken

REACHED = {"kode_indikator": "IKU-1", "tahun": 2021, "triwulan": 1, "realisasi": "70"}


def stored(folder: Path, sheet: str, row: dict[str, object]) -> dict[str, object]:
    reading = taken(folder, **{sheet: [row]})
    assert reading.rows.accepted == 1, reading.problems
    return dict(pq.read_table(reading.tables[sheet]).to_pylist()[0])


@pytest.mark.parametrize(
    ("sheet", "column", "written", "meant"),
    [
        ("target_daerah", "arah", "Makin kecil makin baik", "turun"),
        ("target_daerah", "arah", "MENINGKAT", "naik"),
        ("target_daerah", "metode", "Rata-rata", "rata_rata"),
        ("target_daerah", "entri", "s.d. triwulan", "kumulatif"),
        ("pk_indikator", "tingkat", "Eselon II", "II"),
        ("pk_indikator", "tingkat", "III.a", "III"),
        ("pk_indikator", "tingkat", "Jabatan Fungsional", "JF"),
        ("pk_realisasi", "triwulan", "TW II", 2),
        ("pk_realisasi", "triwulan", "iv", 4),
        ("pk_realisasi", "triwulan", "3", 3),
    ],
)
def test_another_word_for_a_choice_is_that_choice(
    tmp_path: Path, sheet: str, column: str, written: str, meant: object
) -> None:
    row = {"target_daerah": TARGET, "pk_indikator": PK, "pk_realisasi": REACHED}[sheet]
    assert stored(tmp_path, sheet, {**row, column: written})[column] == meant


@pytest.mark.parametrize(
    ("sheet", "column", "written", "code"),
    [
        ("target_daerah", "arah", "baik", "BUKAN_PILIHAN"),
        ("target_daerah", "metode", "akumulasi", "BUKAN_PILIHAN"),  # added up, or written since January: nobody knows
        ("pk_indikator", "tingkat", "eselon", "BUKAN_PILIHAN"),
        ("pk_realisasi", "triwulan", "TW V", "BUKAN_BULAT"),
        ("pk_realisasi", "triwulan", "5", "DI_LUAR_BATAS"),
    ],
)
def test_a_word_that_may_mean_anything_waits(tmp_path: Path, sheet: str, column: str, written: str, code: str) -> None:
    row = {"target_daerah": TARGET, "pk_indikator": PK, "pk_realisasi": REACHED}[sheet]
    reading = taken(tmp_path, **{sheet: [{**row, "kode_indikator": "IKU-2"}, {**row, column: written}]})
    assert reading.rows.accepted == 1 and [(p.code, p.row) for p in reading.problems] == [(code, 3)]


@pytest.mark.parametrize(
    ("target", "unit"),
    [
        ("80", "persen"), ("80 %", "persen"), ("80,5%", "%"), ("1.250.000.000", "rupiah"),
        ("Rp1.250.000.000", "Rupiah"),
        ("15 menit", "menit"), ("7 s.d. 8", "bulan"), ("80-90", "nilai"), ("-2,5", "persen"), ("12 dok.", "dokumen"),
    ],
)  # fmt: skip
def test_a_number_a_range_and_its_own_unit_are_targets(tmp_path: Path, target: str, unit: str) -> None:
    assert codes(taken(tmp_path, target_daerah=[{**TARGET, "target_tahun": target, "satuan": unit}])) == []


@pytest.mark.parametrize(
    ("target", "unit", "code"),
    [
        (">= 90", "persen", "TARGET_BUKAN_ANGKA"),
        ("minimal 3", "dokumen", "TARGET_BUKAN_ANGKA"),
        ("WTP", "opini", "TARGET_BUKAN_ANGKA"),
        ("20%", "rupiah", "TARGET_SATUAN_LAIN"),
        ("15 jam", "menit", "TARGET_SATUAN_LAIN"),
        ("Rp80", "persen", "TARGET_SATUAN_LAIN"),
    ],
)
def test_what_cannot_be_held_against_is_said_with_its_cell(tmp_path: Path, target: str, unit: str, code: str) -> None:
    reading = taken(tmp_path, target_daerah=[{**TARGET, "target_tw1": target, "satuan": unit}])
    assert codes(reading) == [(code, 2, "K")]
    assert reading.rows.accepted == 1, "what is written is kept; only its attainment is unknown"


def test_a_predicate_without_a_scale_is_asked_for_one(tmp_path: Path) -> None:
    opinion = {**TARGET, "satuan": "opini", "metode": "predikat", "target_tahun": "WTP"}
    assert codes(taken(tmp_path, target_daerah=[opinion])) == [("SKALA_KOSONG", 2, "I")]
    assert codes(taken(tmp_path, target_daerah=[{**opinion, "skala": "opini"}])) == []
