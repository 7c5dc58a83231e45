"""What `raporda serve` does before it serves: the pages of this version never meet tables of an older one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.commands import brought_up
from pipelines import models, publish
from pipelines.build import build
from pipelines.workspace import Workspace
from tests.faults import small
from tests.faults.test_build import take

pytestmark = pytest.mark.usefixtures("small_sql")


def test_an_empty_workspace_is_left_alone(ws: Workspace) -> None:
    brought_up(ws, "id")
    assert not ws.home.exists()


def test_what_an_older_version_built_is_built_again(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(ws, *small.months(tmp_path / "in", "A", [10]))
    older = build(ws)
    newer = shutil.copytree(small.SQL, tmp_path / "sql")
    view = newer / "app" / "serap.sql"
    view.write_text(view.read_text() + "\n-- told otherwise since\n")
    monkeypatch.setattr(models, "SQL", newer)
    brought_up(ws, "id")
    served = publish.current(ws)
    assert served is not None
    assert served.id != older.id


def test_a_build_that_is_refused_leaves_the_earlier_one_and_says_why(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    take(ws, *small.months(tmp_path / "in", "A", [10]))
    earlier = build(ws)
    newer = shutil.copytree(small.SQL, tmp_path / "sql")
    (newer / "checks" / "selalu.sql").write_text("-- tolak: One row, always.\nselect 1 as satu\n")
    monkeypatch.setattr(models, "SQL", newer)
    brought_up(ws, "id")
    served = publish.current(ws)
    assert served is not None
    assert served.id == earlier.id
    assert "selalu" in capsys.readouterr().err
