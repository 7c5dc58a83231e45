"""The build of the sample and of ten times the sample, beside a bare scan of the same rows."""

from __future__ import annotations

import time
from pathlib import Path

import pyarrow.parquet as pq

from pipelines import sample
from pipelines.build import build
from pipelines.folders import jobs
from pipelines.imports import import_files
from pipelines.intake.report import Answers
from pipelines.workspace import open_workspace
from tests.benchmarks.table import table


def _scan(home: Path) -> tuple[float, int]:
    """Seconds and rows of reading every stored table once."""
    start = time.perf_counter()
    rows = sum(pq.read_table(path).num_rows for path in (home / "imports").rglob("*.parquet"))
    return time.perf_counter() - start, rows


def measure(var: Path) -> str:
    """Rows, seconds to import and to build, a build with nothing changed, and the bare scan."""
    rows = []
    for name, many in (("the sample, four years", 1), ("ten times the sample: every unit ten times", 10)):
        home = var / f"times-{many}"
        ws = open_workspace(home)
        folder = home / "contoh"
        if not folder.exists():
            sample.generate(folder, times=many)
        start = time.perf_counter()
        taken = [report.reading.status for report in import_files(ws, jobs([folder], Answers(), None)[0])]
        imported = time.perf_counter() - start
        start = time.perf_counter()
        made = build(ws)
        built = time.perf_counter() - start
        start = time.perf_counter()
        build(ws)
        again = time.perf_counter() - start
        scan, count = _scan(home)
        size = made.path.stat().st_size // 2**20
        times = [f"{imported:.1f}", f"{built:.1f}", f"{again:.2f}", f"{scan:.1f}"]
        rows.append([name, f"{taken.count('accepted')} of {len(taken)}", f"{count:,}", *times, f"{size} MB"])
    head = ["data", "files", "rows stored", "import s", "build s", "build again s", "bare scan s", "published"]
    return table("Build", head, rows)
