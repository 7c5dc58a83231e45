"""A finished file becomes the one that is served: a new name, then a pointer that moves in one step."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines import clock, disk
from pipelines.store import sha256
from pipelines.workspace import Workspace

FILE = "raporda.duckdb"
MANIFEST = "build.json"
KEEP = 5  # a reader opens its file within a moment of reading the pointer; five generations are ample

_UNFINISHED = ".building-"
_AS_KNOWN = "as-known-"


@dataclass(frozen=True)
class Check:
    """What a check found: rows that should not be."""

    name: str
    severity: str  # "tolak" | "peringatan"
    meaning: str  # in Bahasa Indonesia
    count: int
    example: str | None
    meaning_en: str = ""


@dataclass(frozen=True)
class Build:
    """A finished file; `known_at` is set when it shows what was known at an earlier time."""

    id: str
    path: Path
    known_at: datetime | None
    recorded_until: datetime | None  # the latest recorded time among its imports
    checks: tuple[Check, ...] = ()
    fresh: bool = False  # this very call made it


def current(ws: Workspace) -> Build | None:
    """The build that is served; None before the first."""
    try:
        said = json.loads(ws.current.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return find(ws, said["build"])


def find(ws: Workspace, id: str, *, as_known: bool = False) -> Build | None:
    """A kept build by its id."""
    return read(ws.builds / f"{_AS_KNOWN if as_known else ''}{id}")


def manifest(folder: Path) -> dict[str, Any] | None:
    """What a build's folder says of itself; None where it is no build."""
    try:
        said: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return said


def read(folder: Path) -> Build | None:
    """The build that stands in a folder; None where there is none."""
    said = manifest(folder)
    if said is None or not (folder / FILE).is_file():
        return None
    checks = tuple(Check(**check) for check in said["checks"])
    return Build(said["build"], folder / FILE, _moment(said["known_at"]), _moment(said["recorded_until"]), checks)


def said_until(ws: Workspace, id: str) -> int:
    """The number of the last change of the records that a kept build knows."""
    told = manifest(ws.builds / id) or manifest(ws.snapshots / id) or {}
    return int(told.get("catatan", 0))


def sweep(ws: Workspace) -> None:
    """Remove what dead builds left: folders half written and pointers that never moved. The caller holds the lock."""
    for left in ws.builds.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
    for pointer in ws.home.glob(f".{ws.current.name}.*"):
        pointer.unlink(missing_ok=True)


def unfinished(ws: Workspace, id: str) -> Path:
    """A clean folder to build in, after a sweep. The caller holds the build lock."""
    folder = ws.builds / f"{_UNFINISHED}{id}"
    folder.mkdir(parents=True)
    return folder


def finish(ws: Workspace, folder: Path, said: Mapping[str, Any]) -> None:
    """Give a built folder its final name; it is whole on the disk before it has one."""
    if (folder / f"{FILE}.wal").exists():
        raise RuntimeError("a build with a write-ahead log is not finished")
    disk.sync(folder / FILE)
    own = {**said, "sha256": sha256(folder / FILE), "built_at": clock.now().isoformat()}
    disk.write(folder / MANIFEST, json.dumps(own, ensure_ascii=False, indent=1))
    disk.sync_tree(folder)
    name = f"{_AS_KNOWN if said['known_at'] else ''}{said['build']}"
    if (ws.builds / name).exists():  # its manifest or file was lost; find() did not count it
        shutil.rmtree(ws.builds / name)
    disk.place(folder, ws.builds / name)


def point(ws: Workspace, id: str) -> None:
    """Serve a build from now on."""
    disk.write(ws.current, json.dumps({"build": id, "since": clock.now().isoformat()}))


def tidy(ws: Workspace) -> None:
    """Remove builds that nobody reads any more; the served one always stays."""
    served = current(ws)
    for prefixed in (False, True):
        kept = [p for p in ws.builds.glob("[!.]*") if p.name.startswith(_AS_KNOWN) == prefixed]
        kept.sort(key=lambda p: p.stat().st_mtime_ns, reverse=True)
        for folder in kept[KEEP:]:
            if served is None or folder != served.path.parent:
                shutil.rmtree(folder, ignore_errors=True)  # on Windows an open file stays until the next time


def _moment(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said) if said else None
