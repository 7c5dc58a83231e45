"""Every file of the sample goes through the real reader, and the rows add up to what the generator planned."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipelines.sample.anggaran import Tahun
from pipelines.sample.stories import di_gabungan, tanpa_rak
from tests.sample.conftest import Taken

pytestmark = pytest.mark.slow  # thirty files through the child process

FORMAT = {
    "01_master": "templat", "02_anggaran": "templat", "pagu_": "templat", "rak_": "templat", "realisasi": "templat",
    "rekap5": "sipd-rekap5", "RAK belanja": "sipd-rak-ekspor", "RAK D": "sipd-rak", "LRA": "sipd-lra",
    "Laporan Realisasi": "sipd-dokumen",
}  # fmt: skip


def sums(taken: Taken, file: str, contract: str, *by: str) -> dict[tuple[Any, ...], Decimal]:
    """The money of one file's stored rows, by columns."""
    table = pq.read_table(taken.stored(file).tables[contract])
    found: dict[tuple[Any, ...], Decimal] = defaultdict(Decimal)
    keys = [table.column(name).to_pylist() for name in by]
    for n, rupiah in enumerate(table.column(contract).to_pylist()):
        found[tuple(key[n] for key in keys)] += rupiah or Decimal(0)
    return dict(found)


def total(rows: list[list[int]], year: Tahun, bulan: int | None = None) -> dict[tuple[Any, ...], Decimal]:
    sums: dict[tuple[Any, ...], Decimal] = defaultdict(Decimal)
    for leaf, row in zip(year.leaves, rows, strict=True):
        sums[(leaf.unit.sipd,)] += sum(row) if bulan is None else row[bulan - 1]
    return dict(sums)


def test_every_file_is_recognised_and_taken_in_whole(taken: Taken) -> None:
    for file, reading in ((file, report.reading) for file, report in taken.reports.items()):
        said = [(p.code, p.row, p.message["id"]) for p in reading.problems if p.severity == "error"]
        assert reading.status == "accepted" and not said, (file, reading.status, reading.questions, said[:3])
        expected = next(format_ for word, format_ in FORMAT.items() if word in file)
        assert (reading.format, reading.rows.quarantined, reading.rows.rejected) == (expected, 0, 0), file
        assert reading.rows.accepted > 0


def test_only_the_one_rupiah_is_out_of_balance(taken: Taken) -> None:
    berselisih = {
        (file, control.difference)
        for file, report in taken.reports.items()
        for control in report.reading.controls
        if control.difference
    }
    assert berselisih == {("2026/LRA BAPENDA Oktober 2026.xlsx", Decimal(1))}


@pytest.mark.parametrize("tahun", [2023, 2024, 2025])
def test_the_closed_years_add_up(taken: Taken, years: dict[int, Tahun], tahun: int) -> None:
    year = years[tahun]
    murni = [[rupiah] for rupiah in year.murni]
    pagu = sums(taken, f"{tahun}/pagu_{tahun}.csv", "pagu", "kode_opd", "versi")
    assert {(u,): v for (u, versi), v in pagu.items() if versi == "murni"} == total(murni, year)
    assert {(u,): v for (u, versi), v in pagu.items() if versi == "perubahan"} == total(year.pagu, year, 12)
    assert sums(taken, f"{tahun}/rak_{tahun}.csv", "rak", "kode_opd") == total(year.rak, year)
    assert sums(taken, f"{tahun}/realisasi_{tahun}.csv", "realisasi", "kode_opd") == total(year.kumulatif, year, 12)


def test_the_running_year_adds_up(taken: Taken, years: dict[int, Tahun]) -> None:
    year = years[2026]
    murni = total([[rupiah] for rupiah in year.murni], year)
    assert sums(taken, "2026/rekap5 pagu murni 2026.xlsx", "pagu", "kode_opd") == murni
    kode = {leaf.unit.sipd: leaf.unit for leaf in year.leaves}
    formulir = ("DISKOMINFO", "DCKTB")
    berencana = {u: v for u, v in murni.items() if not (tanpa_rak(kode[u[0]].opd, 2026) or kode[u[0]].kode in formulir)}
    assert sums(taken, "2026/RAK belanja 2026.xlsx", "rak", "kode_opd") == berencana
    for satu in formulir:
        (rencana,) = sums(taken, f"2026/RAK {satu} 2026.xlsx", "rak", "kode_opd").items()
        assert rencana == next((u, v) for u, v in murni.items() if kode[u[0]].kode == satu)


@pytest.mark.parametrize(("bulan", "nama"), [(1, "Januari"), (7, "Juli"), (10, "Oktober")])
def test_a_joint_report_adds_up(taken: Taken, years: dict[int, Tahun], bulan: int, nama: str) -> None:
    year = years[2026]
    bulanan = [[year.bulanan(i, b) for b in range(12)] for i in range(len(year.leaves))]
    expected = total(year.kumulatif if bulan >= 8 else bulanan, year, bulan)
    ada = {leaf.unit.sipd for leaf in year.leaves if di_gabungan(leaf.unit.opd, bulan)}
    found = sums(taken, f"2026/LRA {nama} 2026.xlsx", "realisasi", "kode_opd")
    assert found == {u: v for u, v in expected.items() if u[0] in ada}
    pagu = sums(taken, f"2026/LRA {nama} 2026.xlsx", "pagu", "kode_opd")
    assert pagu == {u: v for u, v in total(year.pagu, year, bulan).items() if u[0] in ada}


def test_typed_text_reads_as_the_money_it_says(taken: Taken, years: dict[int, Tahun]) -> None:
    year = years[2026]
    mine = [i for i, leaf in enumerate(year.leaves) if leaf.unit.kode == "KEC-01"]
    found = sums(taken, "2026/realisasi KEC-01 2026.xlsx", "realisasi", "bulan")
    assert found == {(b + 1,): Decimal(sum(year.kumulatif[i][b] for i in mine)) for b in range(10)}


def test_documents_that_are_paid_add_up_to_the_month(taken: Taken, years: dict[int, Tahun]) -> None:
    year = years[2026]
    reading = taken.stored("2026/Laporan Realisasi Per Dokumen DISKOMINFO Oktober 2026.xlsx")
    table = pq.read_table(reading.tables["dokumen"]).to_pylist()
    cair = sum((row["nilai_sp2d"] or 0) for row in table if row["nomor_sp2d"])
    assert cair == sum(year.bulanan(i, 9) for i, leaf in enumerate(year.leaves) if leaf.unit.kode == "DISKOMINFO")
    assert sum(1 for row in table if not row["nomor_sp2d"]) == 2
