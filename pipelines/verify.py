"""Whether a workspace is what its ledger says: the chain, every original file, every stored row."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipelines import ledger, publish, snapshots, store
from pipelines.catalogue import both
from pipelines.intake.report import Text
from pipelines.ledger import Event
from pipelines.records.where import kept
from pipelines.workspace import Workspace


def faults(ws: Workspace) -> list[Text]:
    """Everything that is not as recorded, in words; empty when all is whole."""
    found = [both("perintah.rantai_putus", seq=seq) for seq in ledger.broken(ws.ledger)]
    for event in ledger.events(ws.ledger):
        if event.kind == "impor":
            found += _originals(ws, event)
            found += _records(ws, event)
    if kept(ws):
        found += _said(ws)
    found += [both("perintah.build_beda", build=id) for id in snapshots.faults(ws)]
    served = publish.current(ws)
    if served:
        said = json.loads((served.path.parent / publish.MANIFEST).read_text(encoding="utf-8"))
        if store.sha256(served.path) != said["sha256"]:
            found.append(both("perintah.build_beda", build=served.id))
    return found


def _said(ws: Workspace) -> Iterator[Text]:
    """What people wrote, the builds that they froze, and the packs that they printed."""
    from pipelines.records import checking, prints  # late: a workspace without meetings needs no database
    from pipelines.records.database import open_records

    records = open_records(ws)
    yield from checking.faults(records)
    for frozen in sorted({build for one in records.rows("rapat") if (build := one.values["build"])}):
        if snapshots.find(ws, frozen) is None:
            yield both("rapat.berubah_hilang", build=frozen)
    yield from prints.faults(ws)


def _originals(ws: Workspace, event: Event) -> Iterator[Text]:
    path = store.raw_path(ws, event.body["sha256"])
    if not path.is_file():
        yield both("perintah.berkas_hilang", id=event.id)
    elif store.sha256(path) != event.body["sha256"]:
        yield both("perintah.berkas_berubah", id=event.id)


def _records(ws: Workspace, event: Event) -> Iterator[Text]:
    for name, sha in event.body["kept"].items():
        path = ws.imports / event.id / name
        if not path.is_file() or store.sha256(path) != sha:
            yield both("perintah.catatan_berubah", id=event.id, nama=name)
