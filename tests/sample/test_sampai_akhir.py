"""From the files to the published figures: what the marts say of every OPD and month is what was planned, no less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from pipelines.build import Build, build
from pipelines.engines.duckdb import Reader
from pipelines.sample import Manifest
from pipelines.sample.anggaran import Tahun
from pipelines.sample.stories import opd
from tests.sample.conftest import Taken

pytestmark = pytest.mark.slow  # a whole pemda is imported and built

Rows = dict[tuple[int, int, str], dict[str, Any]]


@pytest.fixture(scope="module")
def built(taken: Taken) -> Build:
    return build(taken.ws)


@pytest.fixture(scope="module")
def reader(built: Build) -> Iterator[Reader]:
    yield Reader(built.path)


@pytest.fixture(scope="module")
def posisi(reader: Reader) -> Rows:
    rows = reader.run("select * from app.opd_bulan where cakupan = 'semua'", opd=["*"])
    return {(r["tahun"], r["bulan"], r["kode_opd"]): r for r in rows}


@pytest.mark.parametrize(
    ("ukuran", "kolom"), [("pagu", "pagu"), ("rak", "rak_bulan"), ("realisasi", "realisasi_bulan")]
)
def test_every_opd_and_month_is_as_planned(posisi: Rows, written: Manifest, ukuran: str, kolom: str) -> None:
    hasil = written.pemda[0]["hasil"]
    planned = {
        (int(tahun), bulan, kode): about[ukuran][bulan - 1] if about[ukuran] else None
        for tahun, by_opd in hasil.items()
        for kode, about in by_opd.items()
        for bulan in range(1, 13)
    }
    assert len(planned) > 3_500
    assert {k: posisi[k][kolom] for k in planned} == {
        k: None if rupiah is None else Decimal(rupiah) for k, rupiah in planned.items()
    }
    assert set(posisi) == set(planned)


def test_the_murni_ceiling_survives_the_revised_one(posisi: Rows, years: dict[int, Tahun]) -> None:
    for tahun in (2025, 2026):
        murni: Counter[str] = Counter()
        for leaf, rupiah in zip(years[tahun].leaves, years[tahun].murni, strict=True):
            murni[leaf.unit.opd] += rupiah
        assert {kode: posisi[tahun, 10, kode]["pagu_murni"] for kode in murni} == dict(murni)


def test_the_stories_show(posisi: Rows) -> None:
    def kini(key: str) -> dict[str, Any]:
        return posisi[2026, 10, opd(key)]

    assert kini("belum_lapor")["posisi_terakhir"] == "2025-12" and not kini("belum_lapor")["dilaporkan"]
    assert kini("terlambat_lapor")["posisi_terakhir"] == "2026-08"
    assert kini("tanpa_rak")["sumber_target"] == "surat"
    assert kini("tender_gagal")["sumber_target"] == "rak"
    assert kini("selisih_satu_rupiah")["selisih_kontrol"] and not kini("koreksi")["selisih_kontrol"]
    maju = kini("fisik_mendahului")
    assert maju["fisik_real"] - 100 * float(maju["realisasi_kum"] / maju["pagu"]) > 30


def test_only_the_two_known_warnings_are_given(built: Build) -> None:
    given = {check.name for check in built.checks if check.count}
    assert given == {"kontrol_berselisih", "realisasi_melebihi_pagu"}


def test_before_the_correction_august_lacked_one_payment(taken: Taken, posisi: Rows, written: Manifest) -> None:
    lalu = build(taken.ws, known_at=datetime(2026, 9, 20, tzinfo=UTC))
    sql = "select realisasi_kum from app.opd_bulan where tahun = 2026 and bulan = 8 and cakupan = 'semua'"
    (row,) = Reader(lalu.path).run(f"{sql} and kode_opd = ?", [opd("koreksi")], opd=["*"])
    kurang = posisi[2026, 8, opd("koreksi")]["realisasi_kum"] - row["realisasi_kum"]
    assert kurang == written.pemda[0]["koreksi_rupiah"] > 0
