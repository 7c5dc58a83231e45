"""A workspace of its own for each test, and the small SQL in place of the real one where asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines import models
from pipelines.workspace import Workspace, open_workspace
from tests.faults import small


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "home")


@pytest.fixture
def small_sql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "SQL", small.SQL)
