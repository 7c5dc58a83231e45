"""kill -9 at any step of a restore, a backup or a withdrawal: nothing is half, the same command again ends it."""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from pipelines import ledger
from pipelines.backup import backup, restore
from pipelines.build import build
from pipelines.imports import import_file
from pipelines.trouble import Trouble
from pipelines.verify import faults
from pipelines.workspace import Workspace, open_workspace
from tests.faults import small
from tests.faults.conftest import small_sql
from tests.faults.deaths import DONE
from tests.faults.test_kill import run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("small_sql"),
    pytest.mark.skipif(sys.platform == "win32", reason="processes are forked and killed as Unix does"),
]
__all__ = ["small_sql"]


@pytest.fixture
def full(tmp_path: Path) -> Workspace:
    """A workspace with two imports, built."""
    ws = open_workspace(tmp_path / "home")
    for month, spent in ((1, 10), (2, 20)):
        path = small.write(tmp_path / "in", "A", month, [("5.1", 1_000, spent)], basis="bulanan")
        import_file(ws, path, read=small.read)
    build(ws)
    return ws


def deaths(kind: str, base: Path) -> list[Workspace]:
    ends = run("steps", kind, base, 1)
    assert len(ends) > 3
    assert ends[-1][1] == DONE
    return [open_workspace(base / f"{step:04d}" / "home") for step, _ in ends]


def test_a_restore_that_died_can_be_done_again(full: Workspace, tmp_path: Path) -> None:
    backup(full, tmp_path / "cadangan.zip")
    before = ledger.events(full.ledger)
    shutil.rmtree(full.home)
    full.home.mkdir()
    for ws in deaths("restore", tmp_path):
        if ledger.events(ws.ledger):  # it died after the last step: then all is there
            with pytest.raises(Trouble):
                restore(ws, tmp_path / "cadangan.zip")
        else:
            restore(ws, tmp_path / "cadangan.zip")
        assert faults(ws) == []
        assert ledger.events(ws.ledger) == before
        assert build(ws).fresh


def test_a_backup_that_died_leaves_the_one_before(full: Workspace, tmp_path: Path) -> None:
    backup(full, full.home / "cadangan.zip")
    for ws in deaths("backup", tmp_path):
        with zipfile.ZipFile(ws.home / "cadangan.zip") as archive:
            assert archive.testzip() is None
        restore(open_workspace(ws.home.parent / "lain"), ws.home / "cadangan.zip")


def test_a_withdrawal_that_died_was_made_or_not(full: Workspace, tmp_path: Path) -> None:
    seen = set()
    for ws in deaths("withdraw", tmp_path):
        recorded = ledger.events(ws.ledger)
        seen.add(len(recorded))
        assert faults(ws) == []
        assert [e.seq for e in ledger.in_force(recorded)] == ([1, 2] if len(recorded) == 2 else [2])
    assert seen == {2, 3}
