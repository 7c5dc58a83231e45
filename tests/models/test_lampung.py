"""From the real SIPD exports of one dinas to its figures, to the rupiah."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines import measures, publish
from pipelines.build import build
from pipelines.engines.duckdb import Reader
from pipelines.imports import import_file
from pipelines.intake.report import Answers
from pipelines.workspace import open_workspace
from tests.real import REAL, needs_real

pytestmark = needs_real

MONTHS = {"januari": 126_091_861, "februari": 250_955_054, "maret": 637_656_722, "april": 1_142_726_955}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    assert REAL is not None
    folder: Path = REAL / "lampung-selatan-sipd-2026"
    ws = open_workspace(tmp_path_factory.mktemp("lampung"))
    for month, name in enumerate(MONTHS, 1):
        report = import_file(ws, folder / f"lra_{name}.xlsx", Answers(year=2026, month=month, basis="bulanan"))
        assert report.reading.status == "accepted", report.reading.problems
    assert import_file(ws, folder / "rak.xlsx", Answers(year=2026)).reading.status == "accepted"
    build(ws)
    made = publish.current(ws)
    assert made is not None
    return Reader(made.path)


def ask(reader: Reader, measure: str, **how: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = measures.query(reader, measure, until="2026-04", opd=["*"], **how)["rows"]
    return rows


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("pagu", "10810941900.00"),
        ("rak", "4773985301.00"),
        ("realisasi", "2157430592.00"),
        ("sisa", "8653511308.00"),
        ("serapan", "19.96"),
        ("rak_persen", "44.16"),
        ("serapan_rak", "45.19"),
        ("deviasi", "-24.20"),
        ("deviasi_rak", "-24.20"),
    ],
)
def test_figure(reader: Reader, measure: str, value: str) -> None:
    assert [row["nilai"] for row in ask(reader, measure)] == [Decimal(value)]


def test_each_month(reader: Reader) -> None:
    assert {row["bulan"]: row["nilai"] for row in ask(reader, "realisasi", by=["bulan"])} == dict(
        enumerate(map(Decimal, MONTHS.values()), 1)
    )


def test_the_lone_dinas_is_provisional_red_and_says_why(reader: Reader) -> None:
    (row,) = ask(reader, "serapan", by=["opd"])
    assert row["opd_nama"] == "Dinas Komunikasi dan Informatika"
    assert (row["nilai"], row["target"], row["status"]) == (Decimal("19.96"), Decimal("44.16"), "merah")
    (unit,) = reader.run("select sementara from app.opd where kode_opd = ?", [row["opd"]], opd=["*"])
    assert unit["sementara"] is True
    sql = "select warna_berikut, kurang_rupiah, dasar_hukum from app.rapor where periode = '2026-04' and profil = ? and cakupan = 'semua'"  # noqa: E501
    (judged,) = reader.run(sql, ["rasio-target"], opd=["*"])
    assert judged["warna_berikut"] == "kuning"
    assert judged["kurang_rupiah"] == Decimal("1661757648.80")  # 80 % of 4,773,985,301 minus what was spent
    assert judged["dasar_hukum"]


def test_every_total_the_files_print_is_reached(reader: Reader) -> None:
    rows = reader.run("select nama, selisih from app.rekonsiliasi", opd=["*"])
    assert len(rows) > 4
    assert {row["selisih"] for row in rows} == {Decimal("0.00")}
