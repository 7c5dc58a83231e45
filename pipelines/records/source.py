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
    from pipelines.records.trail import state

    standing = state(marks, until)
    return {
        name: pa.Table.from_pylist([_row(mark) for _, mark in sorted(standing[name].items())], schema=schema)
        for name, schema in SCHEMAS.items()
    }


def _row(mark: Any) -> dict[str, Any]:
    at = clock.local(datetime.fromisoformat(mark.pada))
    return {"id": mark.id, "versi": mark.versi, **mark.after, "oleh": mark.oleh, "diubah_pada": at, "asal": mark.asal}
