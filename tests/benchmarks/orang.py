"""Six million people, their posts and 120 million SKP rows built by the models, beside a bare scan of their files."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pipelines.engines.duckdb import fingerprints
from tests.benchmarks.orang_build import MEMORY, THREADS
from tests.benchmarks.orang_data import WHOLE, written
from tests.benchmarks.table import table

_SKP = ("skp", "angka_kredit", "konsistensi")
_GROUPS = (("who is who, lists of staff, posts", False), ("SKP", True), ("all", None))


class Step(NamedTuple):
    """One line that the child process told."""

    kind: str
    name: str
    wall: float
    cpu: float
    peak: int  # MB, of the whole process so far


def measure(var: Path, people: int = WHOLE) -> str:
    """Seconds, ratios to the bare scan, memory and spill, and the ten slowest models."""
    folder = written(var / f"orang-{people}", people)
    steps = _built(folder, people, var / "orang.duckdb")
    size = (var / "orang.duckdb").stat().st_size / 2**30
    counted = {step.name: int(step.wall) for step in steps if step.kind == "rows"}
    spill = next(step for step in steps if step.kind == "spill")
    rows = [_row(name, steps, skp) for name, skp in _GROUPS]
    head = ["what", "bare scan s / CPU", "load", "models", "checks", "× scan, CPU", "× scan with load and checks"]
    slow = sorted((s for s in steps if s.kind == "model"), key=lambda s: s.cpu, reverse=True)[:10]
    title = (
        f"{people:,} people: {counted['riwayat_jabatan']:,} rows of posts, {counted['skp']:,} of SKP; {THREADS} threads"
        f", engine held to {MEMORY}; peak memory {spill.peak / 1024:.1f} GB, spill {spill.wall / 1024:.1f} GB, "
        f"published {size:.1f} GB"
    )
    slowest = [[s.name, f"{s.wall:.1f}", f"{s.cpu:.1f}"] for s in slow]
    return table(title, head, rows) + "\n" + table("Ten slowest models", ["model", "s", "CPU s"], slowest)


def same_in_any_order(var: Path, people: int = WHOLE // 100) -> str:
    """Every table built twice, from rows as they come and from the same rows mixed."""
    marks = []
    for mixed in (False, True):
        folder = written(var / f"orang-{people}{'-acak' if mixed else ''}", people, mixed=mixed)
        _built(folder, people, var / "orang-kecil.duckdb")
        marks.append(fingerprints(var / "orang-kecil.duckdb"))
    differing = sorted(name for name in marks[0] if marks[0][name] != marks[1].get(name))
    said = "all equal" if not differing else ", ".join(differing)
    return table(
        "The same rows in another order",
        ["people", "tables", "that differ"],
        [[f"{people:,}", str(len(marks[0])), said]],
    )


def _built(folder: Path, people: int, target: Path) -> list[Step]:
    """What a process of its own tells of scanning and building."""
    target.unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.benchmarks.orang_build", str(folder), str(people), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    shutil.rmtree(target.with_suffix(".spill"), ignore_errors=True)
    return [Step(*json.loads(line)) for line in done.stdout.splitlines()]


def _row(name: str, steps: Iterable[Step], skp: bool | None) -> list[str]:
    """One line of the table: the sums of some steps by kind, and their ratio to the scan."""
    sums = dict.fromkeys(("scan", "load", "model", "check"), (0.0, 0.0))
    for step in steps:
        if step.kind in sums and skp in (None, _of_skp(step.name)):
            wall, cpu = sums[step.kind]
            sums[step.kind] = (wall + step.wall, cpu + step.cpu)
    scan = sums["scan"][1]
    told = [f"{wall:.0f} / {cpu:.0f}" for wall, cpu in sums.values()]
    whole = sum(cpu for kind, (_, cpu) in sums.items() if kind != "scan")
    return [name, *told, f"{sums['model'][1] / scan:.1f}", f"{whole / scan:.1f}"]


def _of_skp(name: str) -> bool:
    return any(word in name for word in _SKP)
