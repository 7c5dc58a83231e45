"""Indicator sets that other systems keep: read by a mapping of their columns, or left to a person; never guessed."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.intake import twins
from tests.real import REAL, needs_real

pytestmark = needs_real


@pytest.fixture
def semarang(tmp_path: Path) -> Path:
    """The LPPD of one city as the table it was: two years side by side."""
    assert REAL is not None
    rows = json.loads((REAL / "semarang-lppd-2018-2019" / "data.json").read_text("utf-8"))
    path = tmp_path / "lppd.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_table_of_results_is_asked_about_and_then_read_a_year_at_a_time(semarang: Path, tmp_path: Path) -> None:
    asked = twins.reading(semarang, tmp_path)
    assert asked.status == "needs_answer" and [q.id for q in asked.questions] == ["format"]
    columns = {
        "#kontrak": "indikator_wilayah", "kode_wilayah": "=3374", "tahun": "=2018", "kode_makro": "_id",
        "indikator": "Indikator_Kinerja", "nilai": "Capaian_Tahun_2018",
    }  # fmt: skip
    reading = twins.reading(semarang, tmp_path, mapping=columns)
    assert (reading.status, reading.rows.accepted, reading.rows.quarantined) == ("accepted", 82, 1)
    assert [(p.row, p.read) for p in reading.problems if p.severity == "error"] == [(34, "WTP")]  # no number
    stored = {row["kode_makro"]: row["nilai"] for row in pq.read_table(reading.tables["indikator_wilayah"]).to_pylist()}
    assert (stored["1"], stored["44"]) == (Decimal("75.57"), Decimal("-71.06"))


def test_predicates_stay_words_among_quarterly_results(semarang: Path, tmp_path: Path) -> None:
    columns = {"#kontrak": "pk_realisasi", "kode_indikator": "_id", "tahun": "=2018", "triwulan": "=4",
               "realisasi": "Capaian_Tahun_2018"}  # fmt: skip
    reading = twins.reading(semarang, tmp_path, mapping=columns)
    assert reading.rows.accepted == reading.rows.total == 83
    rows = pq.read_table(reading.tables["pk_realisasi"]).to_pylist()
    assert {row["kode_indikator"]: row["realisasi"] for row in rows}["33"] == "WTP"


def test_indicators_of_an_index_are_targets_once_a_person_says_how_they_count(tmp_path: Path) -> None:
    assert REAL is not None
    columns = {
        "#kontrak": "target_daerah", "kode_indikator": "idindikator", "tahun": "tahun_indikator", "misi": "=SPBE",
        "indikator": "namaindikator", "satuan": "=level", "arah": "=naik", "metode": "=terakhir", "entri": "=kumulatif",
    }  # fmt: skip
    path = REAL / "denpasar-spbe" / "tb_indikator.csv"
    assert twins.reading(path, tmp_path, mapping=columns).rows.accepted == 84
    del columns["arah"]
    refused = twins.reading(path, tmp_path, mapping=columns)
    assert refused.status == "refused" and {p.code for p in refused.problems} >= {"PETAKAN_KURANG"}


def test_a_tree_without_indicators_is_no_target(tmp_path: Path) -> None:
    assert REAL is not None
    folder = REAL / "pohon-kinerja-tangsel"
    for path in sorted(folder.iterdir()):
        assert twins.reading(path, tmp_path).status == "needs_answer", path.name
    columns = {"#kontrak": "target_daerah", "misi": "misi", "kode_indikator": "id"}
    reading = twins.reading(folder / "cascading_misi.csv", tmp_path, mapping=columns)
    lacking = " ".join(p.message["id"] for p in reading.problems if p.code == "PETAKAN_KURANG")
    assert reading.status == "refused" and all(name in lacking for name in ("indikator", "satuan", "arah"))
