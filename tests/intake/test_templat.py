"""Templates read back: what staff type, paste, move and break, and what is said of it."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from pipelines.catalogue import DATA
from pipelines.contracts import CONTRACTS, schema
from pipelines.contracts.lembar import WORKBOOKS
from pipelines.control_words import control_words
from pipelines.intake.detect import score
from pipelines.intake.grid import open_book
from pipelines.intake.layouts import templat
from pipelines.intake.out import Out
from pipelines.intake.report import Answers, Reading
from tests.intake.written import put

LEAF = {
    "tahun": 2026, "versi": "murni", "kode_opd": "DINKES", "kode_sub_kegiatan": "1.02.01.2.01.0001",
    "kode_rekening": "5.1.02.01.001.00024", "pagu": 1_000,
}  # fmt: skip
SPENT = {
    "tahun": 2026, "bulan": 4, "basis": "kumulatif", "tahap": "SP2D", "kode_opd": "DINKES",
    "kode_rekening": "5.1.02", "realisasi": 500,
}  # fmt: skip


def read(path: Path, into: Path, answers: Answers | None = None) -> Reading:
    book = open_book(path, "csv" if path.suffix == ".csv" else "xlsx")
    given = answers or Answers()
    assert score(templat, book) >= 0.6
    out = Out(into, answers=given)
    templat.read(book, given, out)
    return out.finish(file=path.name, sha256="-")


def rows(reading: Reading, contract: str) -> list[dict[str, Any]]:
    table = pq.read_table(reading.tables[contract])
    assert table.schema.equals(schema(CONTRACTS[contract]))
    found: list[dict[str, Any]] = table.to_pylist()
    return found


def codes(reading: Reading, severity: str = "error") -> list[str]:
    return [problem.code for problem in reading.problems if problem.severity == severity]


def sheet(path: Path, **sheets: Sequence[dict[str, Any]]) -> Path:
    return put(path, {name: list(given) for name, given in sheets.items()})


# ---- the way it should be ------------------------------------------------------------------------------------------


def test_an_untouched_template_says_so_and_changes_nothing(tmp_path: Path) -> None:
    for name in WORKBOOKS:
        reading = read(DATA / "templat" / f"{name}.xlsx", tmp_path)
        assert reading.status == "refused"
        assert codes(reading) == ["TANPA_DATA"]
        assert set(codes(reading, "info")) == {"CONTOH_DILEWATI"}
        assert reading.rows.total == 0


def test_a_filled_template_gives_every_kind_of_row_in_its_type(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(DATA / "templat" / "02_anggaran.xlsx")
    typed: dict[str, dict[str, Any]] = {
        "pagu": LEAF | {"tgl_berlaku": "1 Januari 2026", "pagu": "Rp 12.226.200,50"},
        "rak": {k: LEAF[k] for k in ("tahun", "kode_opd", "kode_rekening")} | {"bulan_2": "1.000.000", "bulan_12": 0},
        "realisasi": SPENT | {"bulan": "April", "basis": "Kumulatif", "tahap": "sp2d", "realisasi": -25.25},
        "fisik": {"tahun": 2026, "bulan": 4, "kode_opd": "DINKES", "target_fisik": "25 %", "real_fisik": 21.5},
        "paket": {"tahun": 2026, "kode_rup": 55123456, "nama": "Jalan", "kode_opd": "DPUPR", "status": "Belum Tender"},
    }
    for name, row in typed.items():
        page = book[name]
        page.append([row.get(str(cell.value)) for cell in page[1]])
    book.save(tmp_path / "isi.xlsx")
    reading = read(tmp_path / "isi.xlsx", tmp_path)
    assert (reading.status, codes(reading)) == ("accepted", [])
    assert (reading.rows.total, reading.rows.accepted, reading.rows.other) == (5, 5, 15)
    (pagu,) = rows(reading, "pagu")
    assert (pagu["pagu"], pagu["tgl_berlaku"]) == (Decimal("12226200.50"), date(2026, 1, 1))
    assert (pagu["lembar"], pagu["baris"]) == ("pagu", 5)
    plan = {row["bulan"]: row["rak"] for row in rows(reading, "rak")}
    assert plan == {2: Decimal("1000000.00"), 12: Decimal("0.00")}  # blank months are unknown, not nil
    (spent,) = rows(reading, "realisasi")
    assert (spent["bulan"], spent["basis"], spent["tahap"], spent["realisasi"]) == (
        4,
        "kumulatif",
        "SP2D",
        Decimal("-25.25"),
    )
    (fisik,) = rows(reading, "fisik")
    assert (fisik["target_fisik"], fisik["real_fisik"], fisik["bobot"]) == (Decimal(25), Decimal("21.5"), None)
    (paket,) = rows(reading, "paket")
    assert (paket["kode_rup"], paket["status"]) == ("55123456", "belum tender")
    assert (reading.answers.year, reading.answers.month, reading.answers.basis) == (2026, 4, "kumulatif")


def test_sheets_and_columns_in_any_order_and_spelling(tmp_path: Path) -> None:
    turned = {
        "Nilai lain": "x", "REALISASI (Rp)": 500, "Kode Rekening ★": "5.1.02", "kode skpd": "DINKES",
        "TAHAP": "SP2D", "Basis": "bulanan", "bulan": 4, " Tahun ": 2026,
    }  # fmt: skip
    path = put(tmp_path / "a.xlsx", {"Sheet7": [turned], "Apa saja": [LEAF]})
    reading = read(path, tmp_path)
    assert reading.status == "accepted"
    assert rows(reading, "realisasi")[0]["kode_opd"] == "DINKES"
    assert rows(reading, "pagu")[0]["pagu"] == 1_000
    (extra,) = [p for p in reading.problems if p.code == "KOLOM_LAIN"]
    assert (extra.severity, extra.sheet, extra.column, extra.read) == ("warning", "Sheet7", "A", "Nilai lain")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_one_csv_a_sheet(tmp_path: Path, mark: str, encoding: str) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=mark)
    writer.writerow([*LEAF, "nama_opd"])
    writer.writerow([*(str(v) for v in LEAF.values()), "Dinas Kesehatan – Café"])
    path = tmp_path / "lembar.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    reading = read(path, tmp_path)
    assert (reading.status, codes(reading)) == ("accepted", [])
    assert rows(reading, "pagu")[0]["pagu"] == Decimal(1_000)
    assert reading.names["DINKES"].startswith("Dinas Kesehatan")


@pytest.mark.parametrize("offset", [0, 1, 3, 8])
def test_titles_above_the_header_are_no_rows(tmp_path: Path, offset: int) -> None:
    path = put(tmp_path / "a.xlsx", {"pagu": [LEAF]}, above=offset)
    reading = read(path, tmp_path)
    assert rows(reading, "pagu")[0]["baris"] == offset + 2
    assert reading.rows.total == 1


def test_rak_with_one_row_a_month_is_read_too(tmp_path: Path) -> None:
    base = {k: LEAF[k] for k in ("tahun", "kode_opd", "kode_rekening")}
    reading = read(
        sheet(tmp_path / "a.xlsx", rak=[base | {"bulan": 3, "rak": 5}, base | {"bulan": 4, "rak": 6}]), tmp_path
    )
    assert [(r["bulan"], r["rak"]) for r in rows(reading, "rak")] == [(3, 5), (4, 6)]
    assert [(t.contract, t.bulan, t.nilai) for t in reading.totals] == [("rak", 3, 5), ("rak", 4, 6)]


def test_the_template_code_x_xx_takes_the_units_own_bidang(tmp_path: Path) -> None:
    row = LEAF | {"kode_opd": "5.01.5.05.0.00.01.0000", "kode_sub_kegiatan": "X.XX.01.2.01.0001"}
    reading = read(sheet(tmp_path / "a.xlsx", pagu=[row]), tmp_path)
    assert rows(reading, "pagu")[0]["kode_sub_kegiatan"] == "5.01.01.2.01.0001"


def test_a_sheet_is_what_most_of_its_headers_say(tmp_path: Path) -> None:
    # Without `status` it is a package list that lacks a column, not a list of units that has two.
    row = {"tahun": 2026, "kode_rup": "1", "nama": "Jalan", "kode_opd": "DPUPR", "nilai": 5}
    reading = read(sheet(tmp_path / "a.xlsx", opd=[row]), tmp_path)
    assert (reading.status, codes(reading)) == ("refused", ["KOLOM_HILANG"])


# ---- nobody's figures are lost ------------------------------------------------------------------------------------


def test_a_row_that_merely_resembles_an_example_is_kept(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(DATA / "templat" / "02_anggaran.xlsx")
    page = book["pagu"]
    amount = [cell.value for cell in page[1]].index("pagu") + 1
    page.cell(2, amount, page.cell(2, amount).value + 1)
    book.save(tmp_path / "a.xlsx")
    reading = read(tmp_path / "a.xlsx", tmp_path)
    assert [row["pagu"] for row in rows(reading, "pagu")] == [Decimal("850000001.00")]


def test_an_example_with_something_beside_it_is_somebodys_row(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(DATA / "templat" / "02_anggaran.xlsx")
    page = book["pagu"]
    page.cell(1, page.max_column + 1, "catatan")
    page.cell(3, page.max_column, "ini data kami")
    book.save(tmp_path / "a.xlsx")
    assert len(rows(read(tmp_path / "a.xlsx", tmp_path), "pagu")) == 1


# ---- what is wrong is named, all in one pass ----------------------------------------------------------------------


def test_every_fault_has_its_cell_and_what_to_do(tmp_path: Path) -> None:
    wrong = [
        SPENT | {"realisasi": "seribu"},
        SPENT | {"tahun": 1999},
        SPENT | {"bulan": 13},
        SPENT | {"basis": "mingguan"},
        SPENT | {"tgl_posisi": "31/02/2026"},
        SPENT | {"kode_rekening": "belanja"},
        SPENT | {"kode_opd": 1.5},
        SPENT | {"kode_opd": None},
        SPENT | {"realisasi": "'#REF!"},
        SPENT | {"kode_rekening": datetime(2026, 1, 2)},
        SPENT,
    ]
    header = [*SPENT, "tgl_posisi"]
    reading = read(put(tmp_path / "a.xlsx", {"r": [{k: row.get(k) for k in header} for row in wrong]}), tmp_path)
    assert [(p.code, p.row, p.column) for p in reading.problems] == [
        ("BUKAN_RUPIAH", 2, "G"), ("DI_LUAR_BATAS", 3, "A"), ("BUKAN_BULAN", 4, "B"), ("BUKAN_PILIHAN", 5, "C"),
        ("BUKAN_TANGGAL", 6, "H"), ("KODE_BENTUK", 7, "F"), ("KODE_ANGKA", 8, "E"), ("WAJIB_KOSONG", 9, "E"),
        ("ANGKA_GALAT", 10, "G"), ("KODE_TANGGAL", 11, "F"),
    ]  # fmt: skip
    assert (reading.rows.total, reading.rows.accepted, reading.rows.quarantined) == (11, 1, 10)
    assert reading.problems[0].read == "seribu"
    for problem in reading.problems:
        assert problem.message["id"] != problem.message["en"]
        assert "{" not in problem.message["id"] + problem.message["en"]
    assert "2000 sampai 2100" in reading.problems[1].message["id"]


def test_a_missing_required_column_is_named_and_nothing_is_taken(tmp_path: Path) -> None:
    row = {k: v for k, v in SPENT.items() if k != "basis"}
    reading = read(sheet(tmp_path / "a.xlsx", r=[row], pagu=[LEAF]), tmp_path)
    assert reading.status == "refused"
    assert reading.tables == {}
    (problem,) = [p for p in reading.problems if p.code == "KOLOM_HILANG"]
    assert '"basis"' in problem.message["id"]
    assert (problem.sheet, problem.row) == ("r", 1)


def test_a_header_used_twice_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append([*LEAF, "Pagu"])
    page.append([*LEAF.values(), 7])
    book.save(tmp_path / "a.xlsx")
    reading = read(tmp_path / "a.xlsx", tmp_path)
    assert reading.status == "refused"
    assert codes(reading) == ["KOLOM_GANDA"]


def test_months_that_are_missing_are_named(tmp_path: Path) -> None:
    base = {k: LEAF[k] for k in ("tahun", "kode_opd", "kode_rekening")} | {f"bulan_{n}": n for n in range(1, 8)}
    reading = read(sheet(tmp_path / "a.xlsx", rak=[base]), tmp_path)
    (problem,) = [p for p in reading.problems if p.code == "BULAN_HILANG"]
    assert "bulan_8" in problem.message["id"]
    assert len(rows(reading, "rak")) == 7


@pytest.mark.parametrize(("cells", "code"), [(["1.234"], "ANGKA_RANCU"), (["1.234", "1.234.567"], None)])
def test_an_amount_that_can_be_read_two_ways_is_decided_by_its_column_or_not_at_all(
    tmp_path: Path, cells: list[str], code: str | None
) -> None:
    listed = [LEAF | {"pagu": text, "kode_sub_kegiatan": f"1.02.01.2.01.000{n + 2}"} for n, text in enumerate(cells)]
    reading = read(sheet(tmp_path / "a.xlsx", pagu=[LEAF, *listed]), tmp_path)
    assert codes(reading) == ([code] if code else [])
    if code is None:
        assert sorted(row["pagu"] for row in rows(reading, "pagu")) == [1_000, 1_234, 1_234_567]


def test_an_answer_that_the_file_contradicts_is_pointed_out(tmp_path: Path) -> None:
    reading = read(sheet(tmp_path / "a.xlsx", r=[SPENT]), tmp_path, Answers(month=3, year=2026))
    assert codes(reading, "warning") == ["JAWABAN_LAIN"]
    assert rows(reading, "realisasi")[0]["bulan"] == 4


# ---- repeats, parents, totals --------------------------------------------------------------------------------------


def test_equal_rows_count_once_and_contradicting_ones_not_at_all(tmp_path: Path) -> None:
    other = LEAF | {"kode_rekening": "5.1.02.01.001.00025"}
    listed = [LEAF, other, LEAF, other | {"pagu": 2}, LEAF | {"kode_rekening": "5.1.02.01.001.00026"}]
    reading = read(sheet(tmp_path / "a.xlsx", pagu=listed), tmp_path)
    assert [row["kode_rekening"][-2:] for row in rows(reading, "pagu")] == ["24", "26"]
    assert (reading.rows.accepted, reading.rows.quarantined, reading.rows.rejected) == (2, 2, 1)
    against = [p for p in reading.problems if p.code == "BARIS_BERTENTANGAN"]
    assert [(p.row, p.column) for p in against] == [(3, "F"), (5, "F")]


def test_the_order_of_rows_and_sheets_changes_nothing(tmp_path: Path) -> None:
    listed = [
        LEAF | {"kode_sub_kegiatan": f"1.02.01.2.01.{n % 7:04d}", "pagu": n // 14, "nama_opd": f"Dinas {n % 3}"}
        for n in range(60)
    ]
    wanted: set[tuple[Any, ...]] | None = None
    for seed in range(4):
        random.Random(seed).shuffle(listed)
        halves = [("a", listed[:30]), ("b", listed[30:])]
        random.Random(seed).shuffle(halves)
        reading = read(sheet(tmp_path / f"{seed}.xlsx", **dict(halves)), tmp_path)
        counts = replace(reading.rows)
        found = {(*(v for k, v in row.items() if k not in ("lembar", "baris")),) for row in
                 (rows(reading, "pagu") if reading.tables else [])} | {(counts, reading.status)}  # fmt: skip
        assert wanted in (None, found)
        wanted = found


def test_accounts_above_others_are_controls_not_rows(tmp_path: Path) -> None:
    listed = [
        LEAF | {"kode_rekening": "5", "pagu": 300},
        LEAF | {"kode_rekening": "5.1", "pagu": 301},
        LEAF | {"kode_rekening": "5.1.02.01.001.00001", "pagu": 100},
        LEAF | {"kode_rekening": "5.1.02.01.001.00002", "pagu": 200},
        LEAF | {"kode_sub_kegiatan": None, "kode_rekening": "5", "pagu": 300},
        LEAF | {"kode_opd": "LAIN", "kode_rekening": "5", "pagu": 9},
    ]
    reading = read(sheet(tmp_path / "a.xlsx", pagu=listed), tmp_path)
    assert sum(row["pagu"] for row in rows(reading, "pagu")) == 309
    assert reading.rows.parents == 3
    assert {(c.in_file, c.difference) for c in reading.controls} == {
        (Decimal(300), Decimal(0)),
        (Decimal(301), Decimal(1)),
    }
    assert sorted(control_words(c.name, "id") for c in reading.controls) == [
        "Pagu, baris kode 5, lembar pagu baris 2",
        "Pagu, baris kode 5, lembar pagu baris 6",
        "Pagu, baris kode 5.1, lembar pagu baris 3",
    ]  # fmt: skip
    assert codes(reading, "warning") == ["JUMLAH_BEDA"]


@pytest.mark.parametrize(("typed", "difference"), [(3_000, 0), ("3.001,50", Decimal("1.50"))])
def test_a_total_row_is_compared_never_added(tmp_path: Path, typed: Any, difference: Any) -> None:
    listed = [LEAF, LEAF | {"kode_rekening": "5.2.02", "pagu": 2_000}, {"tahun": "Jumlah", "pagu": typed}]
    reading = read(sheet(tmp_path / "a.xlsx", pagu=listed), tmp_path)
    assert reading.rows.accepted == 2
    assert [c.difference for c in reading.controls] == [difference]
    assert ("JUMLAH_BEDA" in codes(reading, "warning")) == bool(difference)


def test_the_totals_of_a_reading_are_those_of_its_version_in_force(tmp_path: Path) -> None:
    later = LEAF | {"versi": "perubahan", "tgl_berlaku": "2026-09-01", "pagu": 700}
    reading = read(sheet(tmp_path / "a.xlsx", pagu=[LEAF | {"tgl_berlaku": "2026-01-01"}, later]), tmp_path)
    assert [(t.kode_opd, t.tahun, t.bulan, t.nilai) for t in reading.totals] == [("DINKES", 2026, None, 700)]


@pytest.mark.parametrize(("basis", "amounts", "asked"), [
    ("kumulatif", (400, 900), False), ("kumulatif", (400, 1_001), True), ("bulanan", (400, 601), True),
    ("bulanan", (400, 600), False),
])  # fmt: skip
def test_spending_above_the_ceiling_of_the_same_file_is_asked_about(
    tmp_path: Path, basis: str, amounts: tuple[int, ...], asked: bool
) -> None:
    listed = [SPENT | {"bulan": n, "basis": basis, "realisasi": sen} for n, sen in enumerate(amounts, start=1)]
    reading = read(sheet(tmp_path / "a.xlsx", pagu=[LEAF], realisasi=listed), tmp_path)
    assert reading.status == ("needs_answer" if asked else "accepted")
    assert ("REALISASI_MELEBIHI_PAGU" in codes(reading, "warning")) == asked
    again = read(sheet(tmp_path / "a.xlsx", pagu=[LEAF], realisasi=listed), tmp_path, Answers(confirm=True))
    assert again.status == "accepted"


# ---- bands ---------------------------------------------------------------------------------------------------------


def band(low: float | None, high: float | None, colour: str, **more: Any) -> dict[str, Any]:
    return {"profil": "P", "ukuran": "rasio_target", "batas_bawah": low, "batas_atas": high, "warna": colour,
            "dasar_hukum": "SE 1/2026", "berlaku_mulai": "2026-01-01", **more}  # fmt: skip


@pytest.mark.parametrize(
    ("listed", "code"),
    [
        ([band(None, 80, "merah"), band(80, None, "hijau")], None),
        ([band(80, None, "hijau"), band(None, 80, "merah")], None),
        ([band(None, 80, "merah"), band(85, None, "hijau")], "PITA_CELAH"),
        ([band(None, 80, "merah"), band(75, None, "hijau")], "PITA_TUMPANG"),
        ([band(0, 80, "merah"), band(80, None, "hijau")], "PITA_TANPA_BAWAH"),
        ([band(None, 80, "merah"), band(80, 100, "hijau")], "PITA_TANPA_ATAS"),
        ([band(None, 80, "merah"), band(90, 80, "kuning"), band(80, None, "hijau")], "PITA_TERBALIK"),
        ([band(None, 80, "merah"), band(80, None, "hijau", ukuran="capaian")], "PITA_UKURAN"),
    ],
)
def test_bands_of_a_profile_must_join(tmp_path: Path, listed: list[dict[str, Any]], code: str | None) -> None:
    sound = [band(None, None, "biru", profil="lain")]
    reading = read(sheet(tmp_path / "a.xlsx", aturan=[*listed, *sound]), tmp_path)
    assert codes(reading) == ([code] if code else [])
    kept = {row["profil"] for row in rows(reading, "aturan_rapor")}
    assert kept == ({"P", "lain"} if code is None else {"lain"})
    for problem in reading.problems:
        assert any(f" {row}" in problem.message["id"] for row in (2, 3, 4)) or code == "PITA_UKURAN"


def test_bands_of_another_month_or_date_are_judged_apart(tmp_path: Path) -> None:
    later = {"berlaku_mulai": "2027-01-01"}
    listed = [
        band(None, 80, "merah"),
        band(80, None, "hijau"),
        band(None, 50, "merah", **later),
        band(50, None, "biru", **later),
    ]
    reading = read(sheet(tmp_path / "a.xlsx", aturan=listed), tmp_path)
    assert (codes(reading), len(rows(reading, "aturan_rapor"))) == ([], 4)
