"""What a newcomer meets: a first start that was cut short, a workspace emptied again, a build of an older version."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from dashboard import start
from pipelines import ledger, publish, sample
from pipelines.build import build
from pipelines.engines.duckdb import Outdated, Reader
from pipelines.folders import jobs
from pipelines.imports import import_files, withdraw
from pipelines.intake.report import Answers
from pipelines.sample import small
from pipelines.workspace import Workspace, open_workspace


@pytest.fixture
def ws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """An empty workspace whose sample is one small OPD."""
    monkeypatch.setenv("RAPORDA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("sys.argv", ["start", "--no-serve"])
    monkeypatch.setattr(sample, "generate", lambda folder, progress: small.write(folder))
    return open_workspace()


def files(ws: Workspace) -> int:
    return len(jobs([ws.home / "contoh"], Answers(), None)[0])


def test_a_first_start_cut_short_is_finished_by_the_next(ws: Workspace) -> None:
    small.write(ws.home / "contoh")
    some = jobs([ws.home / "contoh"], Answers(), None)[0][:4]
    assert all(r.import_id for r in import_files(ws, some, actor=start.SAMPLE))
    assert start.main() == 0
    assert len(ledger.in_force(ledger.events(ws.ledger))) == files(ws)


def test_a_second_start_adds_nothing(ws: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main() == start.main() == 0
    assert len(ledger.events(ws.ledger)) == files(ws)


def test_the_sample_is_never_put_among_the_data_of_a_pemda(ws: Workspace, tmp_path: Path) -> None:
    small.write(tmp_path / "milik")
    own = jobs([tmp_path / "milik"], Answers(), None)[0][:2]
    done = [report.import_id for report in import_files(ws, own, actor="cli")]
    for import_id in done:
        assert import_id
        withdraw(ws, import_id, reason="keliru", actor="cli")
    assert start.main() == 0
    assert ledger.in_force(ledger.events(ws.ledger)) == []
    assert not (ws.home / "contoh").exists()


def test_a_build_of_another_version_says_so(ws: Workspace, tmp_path: Path) -> None:
    made = build(ws)
    old = tmp_path / "lama.duckdb"
    shutil.copy(made.path, old)
    with duckdb.connect(str(old)) as db:
        db.execute("create or replace view app.bulan as select 1 as lain")
    with pytest.raises(Outdated, match="raporda build"):
        Reader(old).run("select max(periode) from app.bulan", opd=["*"])
    assert publish.current(ws)
