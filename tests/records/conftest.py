"""Workspaces whose records stand in SQLite, and ones whose records stand in PostgreSQL."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.records.database import open_records
from pipelines.records.store import Records
from pipelines.records.where import URL
from pipelines.workspace import Workspace
from tests.records import postgres


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The socket of a running PostgreSQL; without one installed the tests are skipped, but not in CI."""
    if postgres.program("initdb") is None and not os.environ.get("CI"):
        pytest.skip("PostgreSQL is not installed here (apt install postgresql)")
    with postgres.cluster() as socket:
        yield socket


@pytest.fixture(params=["sqlite", "postgresql"])
def ws(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """An empty workspace, whose records the engine keeps."""
    if request.param == "postgresql":
        url = postgres.fresh(request.getfixturevalue("server"), f"r{uuid.uuid4().hex[:12]}")
        monkeypatch.setenv(URL, url)
    else:
        monkeypatch.delenv(URL, raising=False)
    return Workspace(tmp_path / "home")


@pytest.fixture
def records(ws: Workspace) -> Records:
    """Empty records."""
    return open_records(ws)
