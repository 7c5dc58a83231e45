"""The provincial forms: twins, and every real upload of one kabupaten, each judged by hand."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipelines.intake.report import Reading
from tests.intake import twins
from tests.real import REAL, needs_real

BPKAD = {2: "0.50", 3: "5.71", 4: "7.07", 5: "26.80", 6: "112.00", 7: "132.57", 8: "171.31", 9: "184.85", 10: "199.78",
         11: "257.29"}  # fmt: skip

# What a person would say of the odd uploads, when the unit and the basis are given (month as the upload log has it).
ODD = {
    "2_lra_20221130-122817": {"REALISASI_SAMA_DENGAN_PAGU", "JUMLAH_TIDAK_SAMA"},  # typed twice, the sum doubled
    "2_lra_20221130-123309": {"REALISASI_SAMA_DENGAN_PAGU"},
    "45_lra_20221130-120620": {"REALISASI_KOSONG"},
    "51_lra_20221130-121956": {"JUMLAH_TIDAK_SAMA"},  # 1.61 bn typed over 1.91 bn
    "53_lra_20221130-133818": {"JUMLAH_TIDAK_SAMA"},
    "55_lra_20221130-122103": {"INDUK_NOL"},  # 5 is 0 while 5.1 is filled
    "55_lra_20221130-122259": {"INDUK_NOL"},
}

# The blank form's own amounts left in, in every column or in realisasi alone; no answer makes them anybody's.
EXAMPLES = {
    "11_lra_20221130-120403", "12_lra_20221201-094715", "15_lra_20221130-121353", "25_lra_20221130-121517",
    "32_lra_20221130-120950", "37_lra_20221215-183130",
}  # fmt: skip


def codes_of(reading: Reading) -> set[str]:
    """The codes of its problems."""
    return {problem.code for problem in reading.problems}


def uploads(kind: str) -> list[Path]:
    """The real uploads of one kind."""
    return [] if REAL is None else sorted((REAL / "toba-2022" / "uploads" / kind).glob("*.xlsx"))


def log() -> dict[str, int]:
    """The month that the upload log gives each file."""
    if REAL is None:
        return {}
    with (REAL / "toba-2022" / "tables" / "log_upload.csv").open(newline="") as file:
        return {row["namafile"]: int(row["bulan"]) for row in csv.DictReader(file)}


def read(path: Path, into: Path, **answers: object) -> Reading:
    """A real upload, answered as its log says."""
    return twins.reading(path, into, opd=path.name.split("_")[0], month=log().get(path.name), **answers)


@needs_real
@pytest.mark.slow
def test_every_upload_is_accepted_or_asked_about(tmp_path: Path) -> None:
    """Nothing is wrong in silence: what stays open is the month nobody logged, and the seven odd ones."""
    asked: Counter[tuple[str, ...]] = Counter()
    for path in uploads("lra"):
        reading = read(path, tmp_path, basis="kumulatif")
        assert reading.format == "provinsi-lra", path.name
        if path.stem in EXAMPLES:
            assert (reading.status, "FORMULIR_CONTOH" in codes_of(reading)) == ("refused", True), path.name
            continue
        asked[tuple(q.id for q in reading.questions)] += 1
        assert reading.status in ("accepted", "needs_answer"), (path.name, reading.problems)
        doubts = ODD.get(path.stem, set())
        assert ("confirm" in [q.id for q in reading.questions]) == bool(doubts), (path.name, reading.problems)
        assert doubts <= codes_of(reading), path.name
        assert reading.rows.total == reading.rows.accepted and reading.rows.parents == 2, path.name
    assert asked == {(): 102, ("month",): 13, ("month", "confirm"): 3, ("confirm",): 4}


@needs_real
@pytest.mark.slow
def test_uploads_that_do_not_say_their_basis_ask(tmp_path: Path) -> None:
    asked = Counter(
        tuple(q.id for q in read(path, tmp_path).questions) for path in uploads("lra") if path.stem not in EXAMPLES
    )
    assert sum(asked.values()) == 122
    assert asked[()] == 52 and asked[("basis",)] == 50


@needs_real
@pytest.mark.parametrize("month", list(BPKAD))
def test_bpkad_month_by_month(tmp_path: Path, month: int) -> None:
    """The cumulative series of the upload log, in billions; the August form still says July, the log wins."""
    months = log()
    path = next(p for p in uploads("lra") if p.name.startswith("33_") and months.get(p.name) == month)
    reading = read(path, tmp_path, basis="kumulatif")
    assert reading.status == "accepted"
    spent = next(t.nilai for t in reading.totals if t.contract == "realisasi")
    assert (spent / 10**9).quantize(Decimal("0.01")) == Decimal(BPKAD[month])
    assert ("BULAN_BERBEDA" in codes_of(reading)) == (month == 8)


@needs_real
def test_month_zero_is_asked_with_what_the_form_says(tmp_path: Path) -> None:
    path = next(p for p in uploads("lra") if p.name == "53_lra_20221130-133818.xlsx")
    question = next(q for q in read(path, tmp_path).questions if q.id == "month")
    assert question.suggestion == "10"
    assert question.reason is not None and "Oktober" in question.reason["id"]


@needs_real
def test_realisasi_typed_under_its_own_header(tmp_path: Path) -> None:
    """In one upload the lines stand in S, under the header, and the sums in R."""
    path = next(p for p in uploads("lra") if p.name == "56_lra_20221130-122125.xlsx")
    reading = read(path, tmp_path)
    rows = {r["kode_rekening"]: r["realisasi"] for r in pq.read_table(reading.tables["realisasi"]).to_pylist()}
    assert (rows["5.1"], rows["5.2"]) == (1_270_087_428, 288_190_026)
    assert not any(c.difference for c in reading.controls)


@needs_real
def test_every_cash_plan(tmp_path: Path) -> None:
    """All but the untouched form are taken in; their sums are the pagu that the LRA of the same units shows."""
    plans = {path.name.split("_")[2]: twins.reading(path, tmp_path, opd="X") for path in uploads("anggaran_kas")}
    assert {n for n, r in plans.items() if r.status != "accepted"} == {"1"}
    assert codes_of(plans["1"]) == {"FORMULIR_KOSONG"}
    sums = {n: sum(t.nilai for t in r.totals) for n, r in plans.items()}
    assert sums["2"] == 122_469_821_840 and sums["42"] == 8_646_359_625 and sums["51"] == 2_334_880_409
    assert not any(c.difference for r in plans.values() for c in r.controls)
    assert plans["13"].names["X"].startswith("DINAS PEMBERDAYAAN MASYARAKAT")
    assert "REALISASI_KAS_TIDAK_DIPAKAI" in codes_of(plans["13"])
    assert "REALISASI_KAS_TIDAK_DIPAKAI" not in codes_of(plans["12"])  # only zeros typed as placeholders


def test_form(tmp_path: Path) -> None:
    reading = twins.reading(twins.xlsx(tmp_path / "f.xlsx", twins.form()), tmp_path, opd="D1")
    assert (reading.status, reading.format) == ("accepted", "provinsi-lra")
    assert (reading.answers.month, reading.answers.basis, reading.answers.year) == (10, "kumulatif", 2022)
    assert (reading.rows.total, reading.rows.parents) == (5, 2)
    rows = {r["kode_rekening"]: r for r in pq.read_table(reading.tables["realisasi"]).to_pylist()}
    assert (rows["5.1"]["realisasi"], rows["5.1"]["kode_opd"], rows["5.1"]["nama_opd"]) == (500, "D1", "Dinas Contoh")
    assert reading.names == {"D1": "Dinas Contoh"}
    assert {t.contract: t.nilai for t in reading.totals} == {"pagu": 1000, "realisasi": 520}


@pytest.mark.parametrize("aside", [True, False])
@pytest.mark.parametrize("shift", [(0, 0), (3, 2)])
def test_realisasi_beside_or_under_its_header(tmp_path: Path, aside: bool, shift: tuple[int, int]) -> None:
    path = twins.xlsx(tmp_path / "f.xlsx", twins.form(aside=aside), down=shift[0], right=shift[1])
    reading = twins.reading(path, tmp_path, opd="D1")
    assert reading.status == "accepted", reading.problems
    assert ("REALISASI_DI_SAMPING" in codes_of(reading)) == aside
    assert {t.contract: t.nilai for t in reading.totals}["realisasi"] == 520


def test_two_different_realisasi_quarantine_the_line(tmp_path: Path) -> None:
    rows = twins.form()
    line = next(i for i, row in enumerate(rows) if len(row) > 2 and row[2] == "5.1")
    rows[line][17] = 700.0
    reading = twins.reading(twins.xlsx(tmp_path / "f.xlsx", rows), tmp_path, opd="D1")
    assert reading.rows.quarantined == 1 and reading.rows.total == 5
    problem = next(p for p in reading.problems if p.code == "DUA_NILAI_REALISASI")
    assert (problem.row, problem.column) == (line + 1, "R")


def test_form_asks_for_unit_and_doubtful_basis(tmp_path: Path) -> None:
    rows = twins.form(period="periode 1 Oktober s.d 31 Oktober 2022", unit="……")
    reading = twins.reading(twins.xlsx(tmp_path / "f.xlsx", rows), tmp_path)
    asked = {q.id: q for q in reading.questions}
    assert set(asked) == {"basis", "opd"}
    assert asked["basis"].suggestion == "bulanan" and asked["basis"].reason is not None


def test_untouched_form_is_refused(tmp_path: Path) -> None:
    rows = twins.form([0.0] * 5, [0.0] * 5, period="periode …………. s.d …………..", unit="……")
    reading = twins.reading(twins.xlsx(tmp_path / "f.xlsx", rows), tmp_path)
    assert (reading.status, codes_of(reading) >= {"FORMULIR_KOSONG"}) == ("refused", True)


def test_zero_subtotal_and_typed_total_are_asked(tmp_path: Path) -> None:
    for parents, code in (((0.0, 0.0), "INDUK_NOL"), ((1000.0, 900.0), "JUMLAH_TIDAK_SAMA")):
        path = twins.xlsx(tmp_path / "f.xlsx", twins.form(parents=parents))
        reading = twins.reading(path, tmp_path, opd="D1")
        assert ([q.id for q in reading.questions], code in codes_of(reading)) == (["confirm"], True)
        sure = twins.reading(path, tmp_path, opd="D1", confirm=True)  # the lines count, never the typed sum
        assert {t.contract: t.nilai for t in sure.totals} == {
            "pagu": 1000,
            "realisasi": 520,
        }


def test_only_the_parent_filled(tmp_path: Path) -> None:
    path = twins.xlsx(tmp_path / "f.xlsx", twins.form([0.0] * 5, [0.0] * 5, parents=(1000.0, 300.0)))
    reading = twins.reading(path, tmp_path, opd="D1")
    rows = {r["kode_rekening"]: r["realisasi"] for r in pq.read_table(reading.tables["realisasi"]).to_pylist()}
    assert rows["5"] == 300 and "5.1" not in rows


def test_revenue_above_its_plan_is_no_doubt(tmp_path: Path) -> None:
    rows = twins.form((100.0, 900.0, 100.0, 0.0, 0.0), (500.0, 500.0, 20.0, 0.0, 0.0))
    reading = twins.reading(twins.xlsx(tmp_path / "f.xlsx", rows), tmp_path, opd="D1")
    assert reading.status == "accepted"
    assert {t.contract: t.nilai for t in reading.totals}["realisasi"] == 520  # belanja only
