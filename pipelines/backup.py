"""Backup and restore: the ledger, what it names, the records and what meetings froze, in one zip."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from pipelines import disk, ledger, locks, snapshots, store
from pipelines.records.where import kept
from pipelines.trouble import Trouble
from pipelines.verify import faults
from pipelines.workspace import Workspace, scratch

RECORDS = "records.jsonl"  # what people wrote, whichever database keeps it


def backup(ws: Workspace, target: Path) -> int:
    """Write a backup and say how many files it holds; a file that stood there is replaced only by a whole one."""
    if not ws.ledger.exists():
        raise Trouble("perintah.belum_ada_build", home=ws.home)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with locks.held(ws.writing, wait=True), zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
            paths = [ws.ledger, *_named(ws), *snapshots.files(ws), *_printed(ws)]
            for path in paths:
                archive.write(path, path.relative_to(ws.home).as_posix())
            if kept(ws):
                archive.writestr(RECORDS, "".join(f"{line}\n" for line in _said(ws)))
        disk.sync(beside)
        disk.place(beside, target)
    finally:
        beside.unlink(missing_ok=True)
    return len(paths) + kept(ws)


def restore(ws: Workspace, source: Path) -> int:
    """Fill an empty workspace from a backup, checked whole before it is put in place; how many files it held."""
    with locks.held(ws.writing, wait=True), scratch(ws) as folder, ExitStack() as held:
        # files that no ledger names are what a restore left that died: they are put in place again, not refused
        if ledger.events(ws.ledger):
            raise Trouble("perintah.sudah_berisi", home=ws.home)
        try:
            archive = held.enter_context(zipfile.ZipFile(source))
            names = [name for name in archive.namelist() if not name.endswith("/")]
            archive.extractall(folder)  # zipfile drops absolute and parent parts of names
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            raise Trouble("perintah.cadangan_rusak", path=source, sebab=error) from error
        inner = Workspace(folder)
        if not inner.ledger.exists():
            raise Trouble("perintah.cadangan_rusak", path=source, sebab=inner.ledger.name)
        if wrong := faults(inner):
            raise Trouble("perintah.cadangan_rusak", path=source, sebab=wrong[0]["id"])
        for path in inner.raw.glob("*/*"):
            path.chmod(0o440)
        _say_again(ws, folder / RECORDS)
        places = (inner.raw, inner.imports, inner.snapshots, inner.prints)
        for path in sorted(p for place in places for p in place.rglob("*") if p.is_file()):
            _put(path, ws.home / path.relative_to(folder))
        disk.sync_all()
        disk.place(inner.ledger, ws.ledger)  # last: without it the rest counts for nothing and is swept
    return len(names)


def _printed(ws: Workspace) -> list[Path]:
    return sorted(ws.prints.glob("*.zip"))


def _said(ws: Workspace) -> Iterator[str]:
    from pipelines.records import dump  # late: a workspace without meetings needs no database
    from pipelines.records.database import open_records

    return dump.lines(open_records(ws))


def _say_again(ws: Workspace, path: Path) -> None:
    """Fill the records; those that a restore which died has filled already are left as they are."""
    if not path.exists():
        return
    from pipelines.records import dump
    from pipelines.records.database import open_records

    said = path.read_text(encoding="utf-8").splitlines()
    records = open_records(ws)
    if list(dump.lines(records)) != said:
        dump.load(records, said)


def _put(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        target.chmod(0o600)  # Windows replaces no file that is read-only
    path.replace(target)


def _named(ws: Workspace) -> list[Path]:
    imports = [e for e in ledger.events(ws.ledger) if e.kind == "impor"]
    raw = sorted({store.raw_path(ws, e.body["sha256"]) for e in imports})
    records = [ws.imports / e.id / name for e in imports for name in sorted(e.body["kept"])]
    return [*raw, *records]
