"""A small pemda in JSON files, and a reader for them: the machinery is tested without any real layout."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.contracts import CONTRACTS, schema
from pipelines.intake.report import Answers, Control, Problem, Question, Reading, Rows, Total

SQL = Path(__file__).parent / "small_sql"


def read(path: Path, answers: Answers, *, into: Path, mappings: Mapping[str, dict[str, str]]) -> Reading:
    """Read a file: {"unit", "month", "basis"?, "rows": [[account, pagu, realisasi], ...], "refuse"?}; or a master."""
    said = json.loads(path.read_text())
    problem = Problem("RUSAK", "error", {"id": "berkas rusak", "en": "broken file"}, "Sheet1", 3, "B", "x")
    if said.get("refuse"):
        return Reading(path.name, "", None, "refused", problems=(problem,))
    if "master" in said:  # [[kode_opd, kode_sipd], ...]
        units = [
            {"kode_opd": k, "nama": k, "kode_sipd": sipd, "lembar": "opd", "baris": 2} for k, sipd in said["master"]
        ]
        return Reading(path.name, "", "kecil", "accepted", answers=answers, tables={"opd": _write(into, "opd", units)})
    basis = answers.basis or said.get("basis")
    month = answers.month or said["month"]
    resolved = replace(answers, opd=said["unit"], year=2026, month=month, basis=basis)
    rows = [(a, Decimal(p), Decimal(r)) for a, p, r in said["rows"]]
    sums = {"pagu": sum((p for _, p, _ in rows), Decimal()), "realisasi": sum((r for *_, r in rows), Decimal())}
    totals = tuple(Total(c, said["unit"], 2026, month if c == "realisasi" else None, v) for c, v in sums.items())
    if basis is None:
        question = Question("basis", {"id": "bulanan atau kumulatif?", "en": "monthly or cumulative?"})
        return Reading(path.name, "", "kecil", "needs_answer", questions=(question,), answers=resolved, totals=totals)
    shared = {"tahun": 2026, "kode_opd": said["unit"], "nama_opd": said["unit"]}
    spent = [
        {**shared, "bulan": month, "basis": basis, "tahap": "SP2D", "kode_rekening": a, "realisasi": r, "lembar": "S",
         "baris": i}
        for i, (a, _, r) in enumerate(rows)
    ]  # fmt: skip
    ceiling = [
        {**shared, "versi": "murni", "kode_rekening": a, "pagu": p, "lembar": "S", "baris": i}
        for i, (a, p, _) in enumerate(rows)
    ]
    tables = {"realisasi": _write(into, "realisasi", spent), "pagu": _write(into, "pagu", ceiling)}
    return Reading(
        path.name, "", "kecil", "accepted", Rows(len(rows), len(rows)),
        (Control("Jumlah", sums["pagu"], sums["pagu"]),),
        answers=resolved, totals=totals, tables=tables, signature="kecil",
    )  # fmt: skip


def write(folder: Path, unit: str, month: int, rows: Iterable[tuple[str, int, int]], **more: Any) -> Path:
    """A small file on the disk, named by what it holds and by nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"unit": unit, "month": month, "rows": list(rows), **more})
    path = folder / f"{unit}-{month:02d}-{abs(hash(text)) % 10**8}.json"
    path.write_text(text)
    return path


def months(folder: Path, unit: str, spent: Iterable[int]) -> list[Path]:
    """One monthly file a month for one unit with one account."""
    return [write(folder, unit, m, [("5.1.02", 1000, value)], basis="bulanan") for m, value in enumerate(spent, 1)]


def _write(into: Path, name: str, rows: list[dict[str, Any]]) -> Path:
    path = into / f"{name}.parquet"
    pq.write_table(pa.Table.from_pylist(rows, schema=schema(CONTRACTS[name])), path)
    return path
