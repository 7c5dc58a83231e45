"""A workspace: the one folder in which a pemda's files, ledger and builds stand."""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipelines import locks


@dataclass(frozen=True)
class Workspace:
    """Where everything of one pemda stands; nothing is created before something is written."""

    home: Path

    @property
    def raw(self) -> Path:
        """The bytes of every file, under their sha256."""
        return self.home / "raw"

    @property
    def imports(self) -> Path:
        """The checked rows and the report of every import."""
        return self.home / "imports"

    @property
    def builds(self) -> Path:
        """Every finished build that is kept."""
        return self.home / "builds"

    @property
    def ledger(self) -> Path:
        """The SQLite file of events."""
        return self.home / "ledger.sqlite"

    @property
    def snapshots(self) -> Path:
        """The builds that meetings froze."""
        return self.home / "snapshots"

    @property
    def prints(self) -> Path:
        """The packs that were printed, under their sha256."""
        return self.home / "cetakan"

    @property
    def records(self) -> Path:
        """The SQLite file of what people write, unless a PostgreSQL keeps it."""
        return self.home / "records.sqlite"

    @property
    def tmp(self) -> Path:
        """Work in progress; what a dead process left here is swept."""
        return self.home / "tmp"

    @property
    def current(self) -> Path:
        """The pointer to the build that is served."""
        return self.home / "current.json"

    @property
    def writing(self) -> Path:
        """The lock that everyone holds who adds to the ledger."""
        return self.home / "ledger.lock"

    @property
    def building(self) -> Path:
        """The lock that the one running build holds."""
        return self.home / "build.lock"


def open_workspace(home: Path | None = None) -> Workspace:
    """The workspace at `home`, else at RAPORDA_HOME, else ./var."""
    return Workspace((home or Path(os.environ.get("RAPORDA_HOME") or "var")).absolute())


@contextlib.contextmanager
def scratch(ws: Workspace) -> Iterator[Path]:
    """A folder for work in progress, gone afterwards, and told apart from what a dead process left."""
    folder = ws.tmp / f"{os.getpid()}-{uuid.uuid4().hex[:12]}"
    lock = folder.with_suffix(".lock")
    try:
        with locks.held(lock, wait=True):  # before the folder: a folder without a holder is a dead process's
            folder.mkdir()
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.unlink(missing_ok=True)


def sweep_scratch(ws: Workspace) -> None:
    """Remove the work in progress of processes that have died."""
    for lock in ws.tmp.glob("*.lock"):
        if locks.free(lock):
            shutil.rmtree(lock.with_suffix(""), ignore_errors=True)
            lock.unlink(missing_ok=True)
