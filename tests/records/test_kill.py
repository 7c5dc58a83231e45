"""kill -9 while a record is written: it is whole or it is not there, and the next writer goes on."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from pipelines.records import checking
from pipelines.records.store import Records
from pipelines.workspace import Workspace
from tests.house.source import ROOT
from tests.records.written import RAPAT_1, RINA, TINDAK_1

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are killed as Unix does"),
]


def dying(ws: Workspace, at: int) -> subprocess.CompletedProcess[str]:
    """What became of the process that dies before its statement `at`."""
    command = [sys.executable, "-m", "tests.records.deaths", str(ws.home), str(at)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_killed_at_any_statement_everything_is_whole_or_absent(ws: Workspace, records: Records) -> None:
    records.write([RAPAT_1, TINDAK_1], RINA)
    before = [(one.id, one.versi) for one in records.rows("tindak_lanjut")]
    at = 0
    while True:
        at += 1
        done = dying(ws, at)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        assert [(one.id, one.versi) for one in records.rows("tindak_lanjut")] == before
        assert checking.faults(records) == []
    assert int(done.stdout) == at - 1 > 10  # every statement and the commit had its turn
    assert [(one.id, one.versi) for one in records.rows("tindak_lanjut")] == [("T1", 2), ("T2", 1), ("T3", 1)]
    assert checking.faults(records) == []
