"""kill -9 at any step, a full disk and five builds at once: the last build is served and the ledger is whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipelines import ledger, publish, store
from pipelines.build import build
from pipelines.engines.duckdb import Reader, fingerprints
from pipelines.imports import import_file
from pipelines.intake.report import Answers
from pipelines.verify import faults
from pipelines.workspace import Workspace, open_workspace
from tests.faults import small
from tests.faults.deaths import DONE, REFUSED, UNCHANGED
from tests.house.source import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("small_sql"),
    pytest.mark.skipif(sys.platform == "win32", reason="processes are forked and killed as Unix does"),
]


def run(way: str, kind: str, base: Path, number: int) -> list[list[int]]:
    """The numbers that tests.faults.deaths printed, line by line."""
    command = [sys.executable, "-m", "tests.faults.deaths", way, kind, str(base), str(number)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [[int(word) for word in line.split()] for line in done.stdout.splitlines()]


@pytest.fixture
def ready(tmp_path: Path) -> Workspace:
    """A workspace with one file imported and built, and another file beside it."""
    ws = open_workspace(tmp_path / "home")
    import_file(ws, small.write(tmp_path / "in", "A", 1, [("5.1", 1_000, 10)], basis="bulanan"), read=small.read)
    build(ws)
    small.write(tmp_path / "in2", "A", 2, [("5.1", 1_000, 20)], basis="bulanan").rename(tmp_path / "berkas.json")
    return ws


def spent(ws: Workspace) -> list[int]:
    served = publish.current(ws)
    assert served
    rows = Reader(served.path).run("select realisasi from app.serap order by bulan", opd=["*"])
    return [int(r["realisasi"]) for r in rows]


def leftovers(ws: Workspace) -> list[str]:
    """What stands in the workspace and belongs to nothing."""
    store.sweep(ws)
    recorded = [e for e in ledger.events(ws.ledger) if e.kind == "impor"]
    named = {e.id for e in recorded} | {e.body["sha256"] for e in recorded}
    kept = [*ws.imports.glob("*"), *ws.raw.glob("*/*")]
    return [p.name for p in kept if p.name not in named] + [p.name for p in ws.tmp.glob("*")]


def test_killed_at_any_step_of_an_import(ready: Workspace, tmp_path: Path) -> None:
    ends = run("steps", "import", tmp_path, 2)
    assert len(ends) > 10
    assert ends[-1][1] == DONE
    events = set()
    for step, _ in ends:
        ws = open_workspace(tmp_path / f"{step:04d}" / "home")
        assert faults(ws) == [], step
        assert spent(ws) == [10], step
        events.add(len(ledger.events(ws.ledger)))
        assert leftovers(ws) == [], step
        report = import_file(ws, tmp_path / "berkas.json", read=small.read)
        assert report.reading.status in ("accepted", "duplicate"), step
        assert [e.id for e in ledger.events(ws.ledger)][1:] == [report.import_id], step
    assert events == {1, 2}  # the death came before the record, or after it


def test_killed_at_any_step_of_a_build(ready: Workspace, tmp_path: Path) -> None:
    import_file(ready, tmp_path / "berkas.json", read=small.read)
    ends = run("steps", "build", tmp_path, 2)
    assert len(ends) > 5
    assert ends[-1][1] in (DONE, UNCHANGED)
    marks, states = set(), set()
    for step, _ in ends:
        ws = open_workspace(tmp_path / f"{step:04d}" / "home")
        states.add(tuple(spent(ws)))
        assert faults(ws) == [], step
        made = build(ws)
        assert spent(ws) == [10, 20], step
        marks.add(str(fingerprints(made.path)))
        assert [p.name for folder in (ws.home, ws.builds) for p in folder.glob(".*")] == [], step
    assert states == {(10,), (10, 20)}
    assert len(marks) == 1


@pytest.mark.parametrize("room", [0, 20_000, 300_000])
def test_a_full_disk_during_a_build(ready: Workspace, tmp_path: Path, room: int) -> None:
    import_file(ready, tmp_path / "berkas.json", read=small.read)
    assert run("room", "build", tmp_path, room) == [[REFUSED]]
    assert spent(ready) == [10]
    assert build(ready).fresh
    assert spent(ready) == [10, 20]


@pytest.mark.parametrize("room", [0, 30, 9_000])
def test_a_full_disk_during_an_import(ready: Workspace, tmp_path: Path, room: int) -> None:
    (how,) = run("room", "import", tmp_path, room)
    assert how != [DONE]
    assert faults(ready) == []
    assert leftovers(ready) == []
    assert len(ledger.events(ready.ledger)) == 1
    assert import_file(ready, tmp_path / "berkas.json", Answers(), read=small.read).reading.status == "accepted"


def test_five_builds_at_once(ready: Workspace, tmp_path: Path) -> None:
    import_file(ready, tmp_path / "berkas.json", read=small.read)
    (ends,) = run("together", "build", tmp_path, 5)
    assert ends.count(DONE) == 1
    assert set(ends) <= {DONE, REFUSED, UNCHANGED}
    assert spent(ready) == [10, 20]
    assert faults(ready) == []


def test_five_imports_of_one_file_at_once(ready: Workspace, tmp_path: Path) -> None:
    (ends,) = run("together", "import", tmp_path, 5)
    assert ends == [DONE] * 5
    assert len(ledger.events(ready.ledger)) == 2
    assert faults(ready) == []
