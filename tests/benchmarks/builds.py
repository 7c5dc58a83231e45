"""The build of the sample and of ten times the sample, beside a bare scan of the same rows."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import pyarrow.parquet as pq

from pipelines import intake, sample
from pipelines.build import build
from pipelines.folders import jobs
from pipelines.imports import import_files
from pipelines.intake import sandbox
from pipelines.intake.report import Answers
from pipelines.workspace import Workspace, open_workspace
from tests.benchmarks.table import table

T = TypeVar("T")


def _scan(home: Path) -> tuple[float, int]:
    """Seconds and rows of reading every stored table once."""
    start = time.perf_counter()
    rows = sum(pq.read_table(path).num_rows for path in (home / "imports").rglob("*.parquet"))
    return time.perf_counter() - start, rows


def _cpu() -> float:
    """CPU seconds of this process and of the workers that ended so far."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _timed(work: Callable[[], T]) -> tuple[T, str]:
    """What a piece of work gives, and its seconds as wall / CPU."""
    start, before = time.perf_counter(), _cpu()
    given = work()
    return given, f"{time.perf_counter() - start:.1f} / {_cpu() - before:.1f}"


def _import(ws: Workspace, folder: Path) -> list[str]:
    """Takes a folder in as `raporda import` does, with the limits of one who has a shell; the outcome of each file."""
    read = partial(intake.read, limits=intake.Limits.bulk())
    outcomes = [report.reading.status for report in import_files(ws, jobs([folder], Answers(), None)[0], read=read)]
    sandbox.close()  # the workers' CPU is counted when they have ended
    return outcomes


def measure(var: Path) -> str:
    """Rows, seconds to import and to build, a build with nothing changed, and the bare scan."""
    rows = []
    for name, many in (("the sample, four years", 1), ("ten times the sample: every unit ten times", 10)):
        home = var / f"times-{many}"
        ws = open_workspace(home)
        folder = home / "contoh"
        if not folder.exists():
            sample.generate(folder, times=many, asn=0)
        taken, imported = _timed(partial(_import, ws, folder))
        made, built = _timed(partial(build, ws))
        _, again = _timed(partial(build, ws))
        scan, count = _scan(home)
        size = made.path.stat().st_size // 2**20
        files = f"{taken.count('accepted')} of {len(taken)}"
        rows.append([name, files, f"{count:,}", imported, built, again, f"{scan:.1f}", f"{size} MB"])
    head = ["data", "files", "rows stored", "import s / CPU", "build", "build again", "bare scan s", "published"]
    return table("Build, seconds wall / CPU", head, rows)
