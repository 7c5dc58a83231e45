"""Ids of people rest on the ledger's first event: the same in every build of a ledger, others in another's."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines import ledger
from pipelines.build import build
from pipelines.engines.duckdb import Reader
from pipelines.workspace import Workspace
from tests.faults import small
from tests.faults.test_build import take

pytestmark = pytest.mark.usefixtures("small_sql")


def salt(path: Path) -> str:
    (row,) = Reader(path).run("from raw.garam", opd=None)
    return str(row["garam"])


def test_the_salt_is_the_first_event_whatever_was_known_when(ws: Workspace, tmp_path: Path) -> None:
    assert salt(build(ws).path) == ""
    files = small.months(tmp_path, "A", [10, 20])
    take(ws, files[0])
    first = salt(build(ws).path)
    assert first == ledger.events(ws.ledger)[0].hash
    take(ws, files[1])
    assert salt(build(ws).path) == first
    assert salt(build(ws, known_at=datetime(2000, 1, 1, tzinfo=UTC)).path) == first


def test_names_are_on_for_one_call_and_for_no_other(ws: Workspace) -> None:
    reader = Reader(build(ws).path)
    sql = "select getvariable('nama') as nama"

    def said(**how: Any) -> Any:
        return reader.run(sql, opd=["*"], **how)[0]["nama"]

    assert said() is None
    assert said(names=True) is True
    assert said() is None
    assert said(names=False) is None
