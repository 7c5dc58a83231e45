"""The records as a source of the build: one raw table a kind, as they stood at a moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import pyarrow as pa

from pipelines import clock
from pipelines.contracts.base import ARROW, columns
from pipelines.contracts.rapat import CATATAN
from pipelines.ledger import Event
from pipelines.records.where import brought, kept
from pipelines.workspace import Workspace

# What every row says of who wrote it last.
_WRITTEN = [("oleh", pa.string()), ("diubah_pada", pa.timestamp("us")), ("asal", pa.string())]

SCHEMAS: dict[str, pa.Schema] = {
    name: pa.schema([*(pa.field(n, ARROW[c.kind]) for n, c in columns(contract).items()), *_WRITTEN])
    for name, contract in CATATAN.items()
}
# What was written of the state of actions in the course of time; the trail has it, a record only its last one.
STATUS = "status_tindak_lanjut"
SCHEMAS[STATUS] = pa.schema(
    [("id", pa.string()), ("urut", pa.int64()), ("status", pa.string()), ("pada", pa.timestamp("us"))]
)


def tables(ws: Workspace, until: datetime | None = None) -> dict[str, pa.Table]:
    """The records that stood at `until` (now, where it is None), by kind; empty tables where nobody wrote anything."""
    if not kept(ws):
        return {name: schema.empty_table() for name, schema in SCHEMAS.items()}
    from pipelines.records.database import open_records  # late: a workspace without records needs no database

    return of(open_records(ws).trail(), until)


def arrive(ws: Workspace, recorded: Iterable[Event]) -> None:
    """Take into the records what imports brought of meetings and is not there yet."""
    if any(map(brought, recorded)):
        from pipelines.records.arriving import catch_up  # late: a workspace without meetings needs no database

        catch_up(ws)


def head(ws: Workspace) -> int:
    """The number of the last change of the records; 0 where nobody wrote anything."""
    if not kept(ws):
        return 0
    from pipelines.records.database import open_records

    return open_records(ws).head()


def of(marks: list[Any], until: datetime | None = None) -> dict[str, pa.Table]:
    """The same from a trail."""
    from pipelines.records.trail import said_by, state

    standing = state(marks, until)
    rows = {name: [_row(mark) for _, mark in sorted(standing[name].items())] for name in CATATAN}
    actions = standing["tindak_lanjut"]
    rows[STATUS] = [
        {"id": mark.id, "urut": mark.seq, "status": mark.after["status"], "pada": _at(mark)}
        for mark in said_by(marks, until)
        if mark.kind == "tindak_lanjut" and mark.id in actions and mark.after is not None
        and (mark.before is None or mark.before["status"] != mark.after["status"])
    ]  # fmt: skip
    return {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in SCHEMAS.items()}


def _row(mark: Any) -> dict[str, Any]:
    said = {"oleh": mark.oleh, "diubah_pada": _at(mark), "asal": mark.asal}
    return {"id": mark.id, "versi": mark.versi, **mark.after, **said}


def _at(mark: Any) -> datetime:
    return clock.local(datetime.fromisoformat(mark.pada))
