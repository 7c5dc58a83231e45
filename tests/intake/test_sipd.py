"""SIPD's LRA and RAK: the real exports to the rupiah, and twins with the dirt of other offices."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from pipelines.intake.report import Reading
from tests.intake import twins
from tests.intake.twins import OTHER, SUB, UNIT
from tests.real import REAL, needs_real

MONTHS = {"januari": 126_091_861, "februari": 250_955_054, "maret": 637_656_722, "april": 1_142_726_955}


def total(reading: Reading, contract: str, column: str) -> Decimal:
    """The sum of a stored column."""
    return Decimal(pc.sum(pq.read_table(reading.tables[contract])[column]).as_py())


def codes_of(reading: Reading) -> set[str]:
    """The codes of its problems."""
    return {problem.code for problem in reading.problems}


@needs_real
@pytest.mark.parametrize(("month", "spent"), list(MONTHS.items()))
def test_lampung_lra_to_the_rupiah(tmp_path: Path, month: str, spent: int) -> None:
    assert REAL is not None
    number = list(MONTHS).index(month) + 1
    path = REAL / "lampung-selatan-sipd-2026" / f"lra_{month}.xlsx"
    reading = twins.reading(path, tmp_path, month=number, basis="bulanan")
    assert (reading.status, reading.format) == ("accepted", "sipd-lra")
    assert (reading.rows.total, reading.rows.accepted, reading.rows.parents) == (192, 192, 288)
    assert len(reading.controls) == 8 and not any(c.difference for c in reading.controls)
    assert total(reading, "pagu", "pagu") == 10_810_941_900
    assert total(reading, "realisasi", "realisasi") == spent
    rows = pq.read_table(reading.tables["realisasi"]).to_pylist()
    assert {row["kode_opd"] for row in rows} == {UNIT}
    assert {row["kode_sub_kegiatan"].split(".")[1] for row in rows} == {"16", "20", "21"}  # three urusan, one OPD
    assert rows[0]["nama_program"] == "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"
    assert (rows[0]["tahun"], rows[0]["bulan"], rows[0]["basis"], rows[0]["tahap"]) == (2026, number, "bulanan", "SP2D")


@needs_real
def test_lampung_lra_asks_what_it_does_not_say(tmp_path: Path) -> None:
    assert REAL is not None
    reading = twins.reading(REAL / "lampung-selatan-sipd-2026" / "lra_maret.xlsx", tmp_path)
    assert reading.status == "needs_answer"
    assert [q.id for q in reading.questions] == ["month", "basis"]
    assert not reading.tables and not list(tmp_path.glob("*.parquet"))
    assert {t.contract: t.nilai for t in reading.totals}["realisasi"] == MONTHS["maret"]


@needs_real
def test_lampung_rak(tmp_path: Path) -> None:
    assert REAL is not None
    reading = twins.reading(REAL / "lampung-selatan-sipd-2026" / "rak.xlsx", tmp_path)
    assert (reading.status, reading.format, reading.rows.total) == ("accepted", "sipd-rak", 192)
    assert not any(c.difference for c in reading.controls)
    until_april = sum(t.nilai for t in reading.totals if t.contract == "rak" and (t.bulan or 99) <= 4)
    assert until_april == 4_773_985_301
    assert round(until_april / total(reading, "pagu", "pagu") * 100, 2) == Decimal("44.16")
    ignored = {p.read for p in reading.problems if p.code == "KOLOM_DIABAIKAN"}
    assert ignored == {"Realisasi", "Total Jan Jul", "Persen RAK"}
    missing = next(p for p in reading.problems if p.code == "BULAN_RAK_KURANG")
    assert "Agustus" in missing.message["id"] and "Desember" in missing.message["id"]
    rows = pq.read_table(reading.tables["rak"]).to_pylist()
    assert {row["bulan"] for row in rows} == set(range(1, 8))
    assert {row["versi"] for row in rows} == {"pergeseran"}


VARIANTS: dict[str, Any] = {
    "as exported": {},
    "shifted": {"down": 4, "right": 3},
    "beside scratch and hidden sheets": {"scratch": ("Coba",), "hidden": ("Rahasia",)},
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_lra_wherever_it_stands(tmp_path: Path, variant: str) -> None:
    path = twins.xlsx(tmp_path / "lra.xlsx", twins.lra(), **VARIANTS[variant])
    reading = twins.reading(path, tmp_path, month=3, basis="kumulatif")
    assert reading.status == "accepted", reading.problems
    assert (reading.rows.total, reading.rows.accepted, reading.rows.quarantined) == (3, 3, 0)
    assert total(reading, "realisasi", "realisasi") == Decimal("1750000.50")
    rows = {r["kode_rekening"]: r for r in pq.read_table(reading.tables["pagu"]).to_pylist()}
    assert rows["5.2.02.05.001.00001"]["pagu"] == 3_000_000
    assert rows["5.2.02.05.001.00001"]["kode_sub_kegiatan"] == OTHER
    assert reading.names == {UNIT: "Dinas Contoh"}


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_lra_as_delimited_text(tmp_path: Path, mark: str, encoding: str) -> None:
    first = f"sep={mark}\n" if encoding == "cp1252" else ""
    path = twins.delimited(tmp_path / "lra.csv", twins.lra(text=False), mark=mark, encoding=encoding, first=first)
    reading = twins.reading(path, tmp_path, month=3, basis="kumulatif")
    assert reading.status == "accepted", reading.problems
    assert total(reading, "realisasi", "realisasi") == Decimal("1750000.50")


def test_lra_numbers_that_ate_codes(tmp_path: Path) -> None:
    rows = twins.lra([("1.10.0.00.0.00.01.0000", "1.10.01.2.01.0001", "5.1.02.01.001.00024", 900.0, 100.0)])
    rows = [[1.1 if cell == "1.10" else 1.0 if cell == "1" and row[4] != "2" else cell for cell in row] for row in rows]
    reading = twins.reading(twins.xlsx(tmp_path / "lra.xlsx", rows), tmp_path, month=1, basis="bulanan")
    assert (reading.status, reading.rows.accepted) == ("accepted", 1)
    assert not any(c.difference for c in reading.controls)


def test_lra_of_all_opd_keeps_units_apart(tmp_path: Path) -> None:
    other = "1.01.2.22.0.00.01.0000"
    leaves = [
        (UNIT, SUB, "5.1.02.01.001.00024", 1_000.0, 250.0),
        (other, "1.01.01.2.01.0001", "5.1.02.01.001.00024", 2_000.0, 500.0),
        (other, "1.01.01.2.01.0001", "5.1.02", 0.0, 0.0),
    ][:2]
    path = twins.xlsx(tmp_path / "lra.xlsx", twins.lra(leaves))
    reading = twins.reading(path, tmp_path, month=3, basis="kumulatif", opd="DINAS")
    assert {(t.contract, t.kode_opd): t.nilai for t in reading.totals} == {
        ("pagu", UNIT): 1_000, ("realisasi", UNIT): 250, ("pagu", other): 2_000, ("realisasi", other): 500,
    }  # fmt: skip
    assert "OPD_JAWABAN_DIABAIKAN" in codes_of(reading)


def test_lra_leaf_above_the_sixth_level(tmp_path: Path) -> None:
    leaves = [(UNIT, SUB, "5.1.02", 1_000.0, 250.0), (UNIT, OTHER, "5.1.02.01.001.00024", 500.0, 50.0)]
    path = twins.xlsx(tmp_path / "lra.xlsx", twins.lra(leaves))
    reading = twins.reading(path, tmp_path, month=3, basis="kumulatif")
    assert reading.rows.accepted == 2
    assert total(reading, "pagu", "pagu") == 1_500


@pytest.mark.parametrize(("off", "status"), [(1.0, "accepted"), (900_000.0, "needs_answer")])
def test_lra_jumlah_that_does_not_match(tmp_path: Path, off: float, status: str) -> None:
    path = twins.xlsx(tmp_path / "lra.xlsx", twins.lra(total=(1_500_000.0 + off, 250_000.0)))
    reading = twins.reading(path, tmp_path, month=3, basis="kumulatif")
    assert reading.status == status
    assert [c.difference for c in reading.controls if c.difference] == [Decimal(str(off))]
    problem = next(p for p in reading.problems if p.code == "JUMLAH_TIDAK_SAMA")
    assert (problem.column, problem.row) == ("F", len(twins.lra()))
    confirmed = twins.reading(path, tmp_path, month=3, basis="kumulatif", confirm=True)
    assert confirmed.status == "accepted"
    assert [c.difference for c in confirmed.controls if c.difference] == [Decimal(str(off))]


def test_lra_cut_short_asks(tmp_path: Path) -> None:
    rows = twins.lra()
    cut = next(i for i, row in enumerate(rows) if len(row) > 2 and row[2] == OTHER)
    reading = twins.reading(twins.xlsx(tmp_path / "lra.xlsx", rows[:cut]), tmp_path, month=3, basis="bulanan")
    assert {"JUMLAH_TIDAK_ADA", "INDUK_TIDAK_SAMA"} <= codes_of(reading)
    assert (reading.status, [q.id for q in reading.questions]) == ("needs_answer", ["confirm"])


def test_lra_swapped_columns_ask(tmp_path: Path) -> None:
    leaves = [(UNIT, SUB, "5.1.02.01.001.00024", 10.0, 1_000.0), (UNIT, OTHER, "5.1.02.01.001.00024", 20.0, 900.0)]
    path = twins.xlsx(tmp_path / "lra.xlsx", twins.lra(leaves))
    reading = twins.reading(path, tmp_path, month=3, basis="bulanan")
    assert (reading.status, [q.id for q in reading.questions]) == ("needs_answer", ["confirm"])
    assert reading.questions[0].reason is not None and UNIT in reading.questions[0].reason["id"]


def test_lra_copied_column_asks(tmp_path: Path) -> None:
    leaves = [(UNIT, SUB, "5.1.02.01.001.00024", 10.0, 10.0), (UNIT, OTHER, "5.1.02.01.001.00024", 20.0, 20.0)]
    reading = twins.reading(twins.xlsx(tmp_path / "lra.xlsx", twins.lra(leaves)), tmp_path, month=3, basis="bulanan")
    assert (reading.status, "REALISASI_SAMA_DENGAN_PAGU" in codes_of(reading)) == ("needs_answer", True)


def test_lra_bad_cells_quarantine_their_row_and_name_the_cell(tmp_path: Path) -> None:
    rows = twins.lra()
    leaf = next(i for i, row in enumerate(rows) if row and len(row) > 3 and row[3] == "5.1.02.01.001.00024")
    rows[leaf][6] = "dua juta"
    bad = next(i for i, row in enumerate(rows) if row and len(row) > 3 and row[3] == "5.2.02.05.001.00001")
    rows[bad][3] = "5.2.02.05.1.1"
    reading = twins.reading(twins.xlsx(tmp_path / "l.xlsx", rows), tmp_path, month=3, basis="bulanan", confirm=True)
    # The parent of the lost leaf has nothing below it any more and becomes a leaf: its money is not lost.
    assert reading.rows.quarantined == 2
    assert reading.rows.total == reading.rows.accepted + 2
    cells = {(p.code, p.row, p.column, p.read) for p in reading.problems}
    assert ("ANGKA_TAK_TERBACA", leaf + 1, "G", "dua juta") in cells
    assert ("KODE_TAK_TERBACA", bad + 1, "D", "5.2.02.05.1.1") in cells
    assert {"JUMLAH_TIDAK_SAMA"} <= codes_of(reading)


def test_lra_title_that_says_the_period(tmp_path: Path) -> None:
    rows = twins.lra()
    rows[4] = ["Periode Januari s.d Oktober 2026"]
    reading = twins.reading(twins.xlsx(tmp_path / "lra.xlsx", rows), tmp_path)
    assert reading.status == "accepted"
    assert (reading.answers.month, reading.answers.basis, reading.answers.year) == (10, "kumulatif", 2026)
    against = twins.reading(tmp_path / "lra.xlsx", tmp_path, month=9, basis="bulanan", year=2025)
    assert {"BULAN_BERBEDA", "BASIS_BERBEDA", "TAHUN_BERBEDA"} <= codes_of(against)
    assert (against.answers.month, against.answers.basis, against.answers.year) == (9, "bulanan", 2025)


def test_lra_only_on_a_hidden_sheet_is_asked(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Depan"
    sheet = book.create_sheet("Rahasia")
    for row in twins.lra():
        sheet.append(row)
    sheet.sheet_state = "veryHidden"
    book.save(tmp_path / "lra.xlsx")
    reading = twins.reading(tmp_path / "lra.xlsx", tmp_path, month=3, basis="bulanan")
    assert (reading.status, [q.id for q in reading.questions]) == ("needs_answer", ["confirm"])
    sure = twins.reading(tmp_path / "lra.xlsx", tmp_path, month=3, basis="bulanan", confirm=True)
    assert (sure.status, sure.rows.accepted) == ("accepted", 3)


def test_lra_twice_in_one_workbook_is_asked(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for name in ("JAN", "FEB"):
        sheet = book.create_sheet(name)
        for row in twins.lra():
            sheet.append(row)
    book.save(tmp_path / "lra.xlsx")
    reading = twins.reading(tmp_path / "lra.xlsx", tmp_path, month=3, basis="bulanan")
    assert (reading.status, "LEMBAR_SEJENIS" in codes_of(reading)) == ("needs_answer", True)


def test_lra_formulas_without_values(tmp_path: Path) -> None:
    """openpyxl writes formulas without their value: in a parent that is harmless, in a leaf the file is refused."""
    import openpyxl

    rows = twins.lra()
    parent = next(i for i, row in enumerate(rows) if row and len(row) > 3 and row[3] == "5.1.02")
    leaf = next(i for i, row in enumerate(rows) if row and len(row) > 3 and row[3] == "5.1.02.01.001.00024")
    for where, status in ((parent, "accepted"), (leaf, "refused")):
        book = openpyxl.Workbook()
        for i, row in enumerate(rows):
            book.active.append([("=SUM(F1:F2)" if i == where and c == 5 else cell) for c, cell in enumerate(row)])
        book.save(tmp_path / "lra.xlsx")
        reading = twins.reading(tmp_path / "lra.xlsx", tmp_path, month=3, basis="bulanan")
        assert reading.status == status
        assert ("RUMUS_TANPA_NILAI", where + 1, "F") in {(p.code, p.row, p.column) for p in reading.problems}


def test_blank_lra_is_refused(tmp_path: Path) -> None:
    leaves = [(UNIT, SUB, "5.1.02.01.001.00024", 0.0, 0.0)]
    reading = twins.reading(twins.xlsx(tmp_path / "lra.xlsx", twins.lra(leaves)), tmp_path, month=3, basis="bulanan")
    assert (reading.status, "FORMULIR_KOSONG" in codes_of(reading)) == ("refused", True)


@pytest.mark.parametrize("extra", [False, True])
def test_rak_twin(tmp_path: Path, extra: bool) -> None:
    months = 7 if extra else 12
    path = twins.xlsx(tmp_path / "rak.xlsx", twins.rak(months=months, extra=extra), down=2, right=1)
    reading = twins.reading(path, tmp_path)
    assert (reading.status, reading.rows.total, reading.answers.year) == ("accepted", 2, 2026)
    assert not any(c.difference for c in reading.controls)
    expected = sum(100_000 * n + 50_000 for n in range(1, months + 1))
    assert total(reading, "rak", "rak") == expected
    assert ("BULAN_RAK_KURANG" in codes_of(reading)) == extra
    assert total(reading, "pagu", "pagu") == 8_400_000


@pytest.mark.parametrize(
    ("title", "version", "day"),
    [
        # A date that is not written is not known; the models date it from the day it was recorded.
        ("APBD TAHUN 2026", "murni", None), ("PERGESERAN KE 2 APBD TAHUN 2026", "pergeseran-2", None),
        ("PERUBAHAN APBD TAHUN 2026 berlaku 30 September 2026", "perubahan", date(2026, 9, 30)),
    ],
)  # fmt: skip
def test_rak_version_from_the_title(tmp_path: Path, title: str, version: str, day: date | None) -> None:
    reading = twins.reading(twins.xlsx(tmp_path / "rak.xlsx", twins.rak(title=title)), tmp_path)
    row = pq.read_table(reading.tables["pagu"]).to_pylist()[0]
    assert (row["versi"], row["tgl_berlaku"]) == (version, day)
