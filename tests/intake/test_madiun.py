"""A real RPJMD with its programs as rows of our template: taken in, and what is odd in it said with its cell."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipelines.contracts.lembar import lembar
from pipelines.intake.report import Reading
from tests.intake import madiun, twins
from tests.intake.written import put
from tests.models.world import World
from tests.real import REAL, needs_real

TARGET = {
    "kode_indikator": "IKU-1", "tahun": 2021, "misi": "Misi 1", "indikator": "Nilai SAKIP", "satuan": "Nilai",
    "arah": "naik", "metode": "terakhir", "entri": "kumulatif", "target_tahun": "80",
}  # fmt: skip
PK = {**{k: v for k, v in TARGET.items() if k != "misi"}, "tingkat": "II", "kode_opd": "DINKES"}


def taken(folder: Path, **sheets: list[dict[str, object]]) -> Reading:
    """The reading of a template with these rows."""
    whole = {n: [{c.name: row.get(c.name) for c in lembar(n).columns} for row in rows] for n, rows in sheets.items()}
    return twins.reading(put(folder / "03_kinerja.xlsx", whole), folder)


def codes(reading: Reading) -> list[tuple[str, int | None, str | None]]:
    return [(p.code, p.row, p.column) for p in reading.problems]


def test_nil_before_the_first_target_is_said_and_kept(tmp_path: Path) -> None:
    rows = [
        {**TARGET, "tahun": year, "target_tahun": target} for year, target in ((2019, "0"), (2020, "0"), (2021, "80"))
    ]
    reading = taken(tmp_path, target_daerah=rows)
    assert codes(reading) == [("TARGET_NOL_DI_AWAL", 2, "J")] and reading.rows.accepted == 3
    assert "2019, 2020" in reading.problems[0].message["id"]


def test_a_target_of_nil_in_every_year_is_one_that_was_meant(tmp_path: Path) -> None:
    rows = [{**TARGET, "tahun": year, "target_tahun": "0"} for year in (2020, 2021)]
    assert codes(taken(tmp_path, target_daerah=rows)) == []


def test_a_number_as_the_target_of_an_opinion_is_said(tmp_path: Path) -> None:
    reading = taken(tmp_path, target_daerah=[{**TARGET, "satuan": "WTP", "target_tahun": "100"}])
    assert codes(reading) == [("TARGET_BUKAN_PREDIKAT", 2, "J")]
    proper = {**TARGET, "satuan": "WTP", "target_tahun": "WTP", "metode": "predikat", "skala": "opini"}
    assert codes(taken(tmp_path, target_daerah=[proper])) == []


def test_a_unit_that_changes_is_said_and_another_spelling_is_none(tmp_path: Path) -> None:
    rows = [{**TARGET, "tahun": 2021 + n, "satuan": unit} for n, unit in enumerate(("Persen", "persen", "%", "p"))]
    assert codes(taken(tmp_path, target_daerah=rows)) == []
    reading = taken(tmp_path, target_daerah=[*rows, {**TARGET, "tahun": 2025, "satuan": "Orang"}])
    assert codes(reading) == [("SATUAN_BERUBAH", 6, "D")] and reading.rows.accepted == 5


@pytest.mark.parametrize("said", ["2147483647", "2.147.483.647"])
def test_a_number_cut_at_32_bits_is_no_target(tmp_path: Path, said: str) -> None:
    reading = taken(tmp_path, target_daerah=[TARGET, {**TARGET, "kode_indikator": "IKU-2", "target_tahun": said}])
    assert codes(reading) == [("ANGKA_TERPOTONG", 3, "J")] and reading.rows.quarantined == 1


@pytest.mark.parametrize("said", [2147483647, "2147483647", "2.147.483.647,00", "Rp2.147.483.647"])
def test_an_amount_cut_at_32_bits_is_no_amount(tmp_path: Path, said: object) -> None:
    reading = taken(
        tmp_path, pk_indikator=[PK, {**PK, "kode_indikator": "PK-2", "indikator": "X", "pagu_renstra": said}]
    )
    assert [code for code, _, _ in codes(reading)] == ["ANGKA_TERPOTONG"] and reading.rows.quarantined == 1


def test_copies_of_an_indicator_and_units_of_one_name_are_said(tmp_path: Path) -> None:
    reading = taken(
        tmp_path, pk_indikator=[PK, {**PK, "kode_indikator": "PK-2", "indikator": "nilai  SAKIP"}],
        opd=[{"kode_opd": "A", "nama": "Dinas Tenaga Kerja"}, {"kode_opd": "B", "nama": "Dinas Tenaga  Kerja"}],
    )  # fmt: skip
    assert sorted(code for code, _, _ in codes(reading)) == ["INDIKATOR_KEMBAR", "OPD_SENAMA"]
    assert reading.rows.accepted == 4


def test_an_indicator_carried_on_a_level_below_under_its_own_name_is_no_copy(tmp_path: Path) -> None:
    below = {**PK, "kode_indikator": "PK-2", "tingkat": "IV" if PK["tingkat"] != "IV" else "JF"}
    assert codes(taken(tmp_path, pk_indikator=[PK, below])) == []


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    assert REAL is not None
    return taken(tmp_path_factory.mktemp("madiun"), **madiun.sheets(REAL / "madiun-emonev-2019-2023"))


@needs_real
def test_the_real_cascade_is_taken_in_with_its_faults(whole: Reading) -> None:
    assert whole.status == "accepted"
    # 110 rows of 22 programs' indicators without a unit, and two rows written twice
    rows = whole.rows
    assert (rows.total, rows.accepted, rows.quarantined, rows.rejected) == (2112, 2000, 110, 2)
    said = Counter((p.code, p.sheet) for p in whole.problems)
    assert said[("WAJIB_KOSONG", "pk_indikator")] == 110 and said[("BARIS_KEMBAR", "pk_indikator")] == 2
    assert said[("OPD_SENAMA", "opd")] == 2 and said[("TARGET_BUKAN_PREDIKAT", "target_daerah")] == 1
    assert said[("TARGET_NOL_DI_AWAL", "target_daerah")] >= 1
    assert all(p.row is not None for p in whole.problems)


@needs_real
def test_trial_entries_of_the_real_set_are_in_no_attainment(whole: Reading) -> None:
    rows = {name: pq.read_table(path).to_pylist() for name, path in whole.tables.items()}
    assert len(rows["pk_realisasi"]) == 84
    world = World(rows)
    assert world.table("core.realisasi_indikator", "count(*)", "bool_and(percobaan)") == [(84, True)]
    judged = world.table("marts.indikator", "count(*)", where="capaian is not null or capaian_tahun is not null")
    assert judged == [(0,)]
    reasons = {reason for (reason,) in world.table("marts.indikator", "distinct sebab_tahun")}
    assert "percobaan" in reasons and reasons <= {"percobaan", "belum_dilaporkan", "target_meragukan"}
