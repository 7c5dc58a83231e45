"""Where a workspace's records are kept: a SQLite file beside the ledger, or the PostgreSQL that a variable names."""

from __future__ import annotations

import os

from pipelines.contracts.rapat import CATATAN
from pipelines.ledger import Event
from pipelines.workspace import Workspace

URL = "RAPORDA_RECORDS_URL"


def address(ws: Workspace) -> str:
    """The URL of a workspace's records."""
    return os.environ.get(URL) or f"sqlite:///{ws.records}"


def kept(ws: Workspace) -> bool:
    """Whether there may be records: nothing is created by asking."""
    return bool(os.environ.get(URL)) or ws.records.exists()


def brought(event: Event) -> bool:
    """Whether an import brought rows about meetings: they go on into the records."""
    kept_files = event.body.get("kept", ()) if event.kind == "impor" else ()
    return any(f"{kind}.parquet" in kept_files for kind in CATATAN)
