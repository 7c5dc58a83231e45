"""Where the bytes and the checked rows of imports are kept, once each, before the ledger names them."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from pathlib import Path

import pyarrow.parquet as pq

from pipelines import disk, ledger, locks
from pipelines.intake.report import Reading
from pipelines.raw import told
from pipelines.reading_json import dumps, loads, restored, stored
from pipelines.workspace import Workspace, sweep_scratch

REPORT = "report.json"


def sha256(path: Path) -> str:
    """The sha256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def raw_path(ws: Workspace, sha: str) -> Path:
    """Where the bytes of a file stand."""
    return ws.raw / sha[:2] / sha


def keep_bytes(ws: Workspace, source: Path, sha: str) -> None:
    """Put a file's bytes (moved from `source`) under their own hash; nothing happens when they stand there."""
    target = raw_path(ws, sha)
    if not target.exists():
        disk.sync(source)
        source.chmod(0o440)
        disk.place(source, target)


def keep_rows(ws: Workspace, import_id: str, reading: Reading, work: Path) -> dict[str, str]:
    """Put a reading and its tables (moved from where intake wrote them) under the import's id; sha256 by file name."""
    folder = work / import_id
    folder.mkdir()
    for name, path in reading.tables.items():
        path.replace(folder / f"{name}.parquet")
    for name, table in told(reading).items():
        pq.write_table(table, folder / f"{name}.parquet")
    (folder / REPORT).write_text(dumps(stored(reading)), encoding="utf-8")
    disk.sync_tree(folder)
    kept = {path.name: sha256(path) for path in sorted(folder.iterdir())}
    target = ws.imports / import_id
    if target.exists():  # of a process that died before it could record it; the ledger does not name it
        shutil.rmtree(target)
    disk.place(folder, target)
    return kept


def reading(ws: Workspace, import_id: str) -> Reading:
    """A recorded import as it was read, with every problem and control total."""
    folder = ws.imports / import_id
    return restored(loads((folder / REPORT).read_text(encoding="utf-8")), folder)


def sweep(ws: Workspace) -> None:
    """Remove what dead processes left; what the ledger names is never touched, nor anything while one writes."""
    sweep_scratch(ws)
    if not ws.home.is_dir():
        return
    with contextlib.suppress(locks.Busy), locks.held(ws.writing, wait=False):
        recorded = ledger.events(ws.ledger)
        ids = {e.id for e in recorded if e.kind == "impor"}
        shas = {e.body["sha256"] for e in recorded if e.kind == "impor"}
        for folder in ws.imports.glob("*"):
            if folder.name not in ids:
                shutil.rmtree(folder, ignore_errors=True)
        for path in ws.raw.glob("*/*"):
            if path.name not in shas:
                path.chmod(0o600)
                path.unlink(missing_ok=True)
