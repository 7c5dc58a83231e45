"""The child process of the people benchmark: scans the Parquet files bare, then builds from them, and tells both."""

from __future__ import annotations

import json
import resource
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipelines import aturan_jabatan, raw, rules
from pipelines.engines.duckdb import Builder
from pipelines.models import CHECKS, TABLES, VIEWS, models
from tests.benchmarks.orang_data import Import, imports

THREADS, MEMORY = 2, "10GB"


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def say(kind: str, name: str, work: Callable[[], Any]) -> Any:
    """What some work gives; tells its kind, name, wall and CPU seconds on a line of JSON."""
    start, before = time.perf_counter(), _cpu()
    given = work()
    told = [kind, name, time.perf_counter() - start, _cpu() - before, _peak()]
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    return given


@contextmanager
def _watched(folder: Path) -> Iterator[None]:
    """Tells at the end how large the spill grew at most, in MB, looked at twice a second."""
    most, over = 0, threading.Event()

    def look() -> None:
        nonlocal most
        while not over.wait(0.5):
            try:
                most = max(most, sum(path.stat().st_size for path in folder.rglob("*")))
            except OSError:
                continue

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
        sys.stdout.write(json.dumps(["spill", "", most / 2**20, 0, _peak()]) + "\n")


def files(folder: Path, all_imports: list[Import], table: str) -> list[Path]:
    """The files that hold rows of a raw table."""
    return [folder / one.id / f"{one.table}.parquet" for one in all_imports if one.table == table]


def scan(engine: Builder, paths: list[Path]) -> int:
    """The rows of some files, every column of them read."""
    named = ", ".join(f"'{path}'" for path in paths)
    return int(engine.fetch(f"select count(*) as n, sum(hash(t)) as h from read_parquet([{named}]) as t")[0]["n"])


def _impor(one: Import) -> dict[str, Any]:
    return {
        "impor_id": one.id, "urut": one.number, "nama_berkas": f"{one.table}-{one.id}.xlsx", "sha256": one.id,
        "format": "templat", "status": "accepted", "direkam_pada": datetime(2026, 1, 1) + timedelta(hours=one.number),
        "oleh": "uji", "ditarik": False,
    }  # fmt: skip


def _given(all_imports: list[Import]) -> dict[str, pa.Table]:
    """The raw tables that come from no file."""
    return {
        "impor": pa.Table.from_pylist([_impor(one) for one in all_imports], schema=raw.IMPOR),
        "kalender": raw.kalender(),
        "garam": pa.Table.from_pylist([{"garam": "uji"}], schema=raw.GARAM),
        "larangan": aturan_jabatan.larangan(()),
        **rules.tables(),
    }


def _arrive(engine: Builder, name: str, columns: pa.Schema, paths: list[Path]) -> None:
    """A raw table as the build makes it: looked at where the files stand when they are large, else copied."""
    if raw.stay(name, paths):
        say("load", name, lambda: engine.look(f"raw.{name}", columns, paths))
        return
    engine.rows(f"raw.{name}", columns.empty_table())
    if paths:
        say("load", name, lambda: engine.parquet(f"raw.{name}", paths))


def main(folder: Path, people: int, target: Path) -> None:
    """Scan, load, build; each step told on a line."""
    all_imports = imports(people)
    spill = target.with_suffix(".spill")
    engine = Builder(target, scratch=spill)
    engine.fetch(f"set threads = {THREADS}")
    engine.fetch(f"set memory_limit = '{MEMORY}'")
    engine.schemas(["raw", *TABLES, *VIEWS])
    with _watched(spill):
        for table in sorted({one.table for one in all_imports}):
            rows = say("scan", table, lambda table=table: scan(engine, files(folder, all_imports, table)))
            sys.stdout.write(json.dumps(["rows", table, rows, 0, 0]) + "\n")
        for name, given in _given(all_imports).items():
            engine.rows(f"raw.{name}", given)
        for name, columns in raw.arriving().items():
            _arrive(engine, name, columns, files(folder, all_imports, name))
        for model in models(TABLES):
            make = engine.view if model.view else engine.select
            say("model", model.name, lambda make=make, model=model: make(model.name, model.sql))
        for model in models(CHECKS):
            found = say("check", model.name, lambda model=model: engine.fetch(model.sql))
            sys.stdout.write(json.dumps(["found", model.name, len(found), 0, 0]) + "\n")
        say("finish", "", engine.finish)
        engine.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
