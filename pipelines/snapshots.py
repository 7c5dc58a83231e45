"""Frozen builds: what a meeting looked at stays readable for as long as the workspace stands."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from pipelines import disk, publish
from pipelines.publish import FILE, MANIFEST, Build
from pipelines.store import sha256
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace, scratch


def freeze(ws: Workspace, id: str) -> Build:
    """The frozen build of that id, frozen now unless it is already; raises Trouble where no such build is kept."""
    if found := find(ws, id):
        return found
    build = publish.find(ws, id)
    if build is None:
        raise Trouble("perintah.build_tak_ada", build=id)
    with scratch(ws) as room:
        beside = room / id
        beside.mkdir()
        for name in (FILE, MANIFEST):
            _same(build.path.parent / name, beside / name)
        disk.sync_tree(beside)
        with contextlib.suppress(OSError):  # another process was quicker
            disk.place(beside, ws.snapshots / id)
    frozen = find(ws, id)
    if frozen is None:
        raise RuntimeError("the build that was just frozen cannot be found")
    return frozen


def find(ws: Workspace, id: str) -> Build | None:
    """A frozen build by its id; None where it was never frozen."""
    return publish.read(ws.snapshots / id)


def faults(ws: Workspace) -> list[str]:
    """The ids of frozen builds whose file is not what it was when it was frozen."""
    kept = sorted(folder.name for folder in ws.snapshots.glob("[!.]*"))
    return [id for id in kept if not _whole(ws.snapshots / id)]


def files(ws: Workspace) -> list[Path]:
    """Every file of every frozen build."""
    return sorted(path for path in ws.snapshots.glob("[!.]*/*") if path.is_file())


def _whole(folder: Path) -> bool:
    said = publish.manifest(folder)
    return said is not None and (folder / FILE).is_file() and sha256(folder / FILE) == said["sha256"]


def _same(source: Path, target: Path) -> None:
    """The same bytes under another name; a build is never written to once it is finished."""
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that knows no links
        shutil.copy2(source, target)
