"""A year of one OPD's uploads as they came, several a month: the series the data README prints."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import pytest

from pipelines import measures, publish
from pipelines.build import build
from pipelines.engines.duckdb import Reader
from pipelines.imports import import_file
from pipelines.intake.report import Answers
from pipelines.workspace import open_workspace
from tests.real import REAL, needs_real

pytestmark = needs_real

BPKAD = "33"
MILIAR = ["0.00", "0.50", "5.71", "7.07", "26.80", "112.00", "132.57", "171.31", "184.85", "199.78", "257.29"]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    assert REAL is not None
    folder: Path = REAL / "toba-2022"
    ws = open_workspace(tmp_path_factory.mktemp("toba"))
    with (folder / "tables" / "log_upload.csv").open(newline="") as file:
        log = [row for row in csv.DictReader(file) if row["id_skpd"] == BPKAD and row["bulan"] != "0"]
    for row in log:
        path = folder / "uploads" / "lra" / row["namafile"]
        if path.exists():
            answers = Answers(opd=BPKAD, year=2022, month=int(row["bulan"]), basis="kumulatif", confirm=True)
            import_file(ws, path, answers, recorded_at=datetime.fromisoformat(row["tanggal_input"] + "+07:00"))
    build(ws)
    made = publish.current(ws)
    assert made is not None
    return Reader(made.path)


def test_the_series_of_the_year(reader: Reader) -> None:
    answer = measures.query(reader, "realisasi_kumulatif", by=["bulan"], until="2022-12", opd=["*"])
    found = {row["bulan"]: row["nilai"] for row in answer["rows"]}
    assert [f"{found[month] / 10**9:.2f}" for month in range(1, 12)] == MILIAR
    assert found[12] is None  # not reported, not nil


def test_its_months_add_up_to_its_position(reader: Reader) -> None:
    flows = measures.query(reader, "realisasi", by=["bulan"], until="2022-11", opd=["*"])["rows"]
    (total,) = measures.query(reader, "realisasi", until="2022-11", opd=["*"])["rows"]
    assert sum(row["nilai"] for row in flows) == total["nilai"]


def test_without_a_plan_the_month_table_stands_in_and_says_so(reader: Reader) -> None:
    sql = "select sumber_target, target_persen, target_dasar from app.opd_bulan where periode = '2022-09' and cakupan = 'semua'"  # noqa: E501
    (row,) = reader.run(sql, opd=["*"])
    assert (row["sumber_target"], row["target_persen"]) == ("tabel", 70.0)
    assert "Asumsi" in row["target_dasar"]
