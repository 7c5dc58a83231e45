"""The ledger against a history written by hand: what was known on five days, and what order and names do not change."""

from __future__ import annotations

import itertools
import json
import shutil
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipelines import ledger, store
from pipelines.backup import backup, restore
from pipelines.build import Build, build
from pipelines.engines.duckdb import Reader
from pipelines.imports import import_file, withdraw
from pipelines.intake.report import Answers
from pipelines.verify import faults
from pipelines.workspace import Workspace, open_workspace
from tests.faults import small
from tests.faults.conftest import ws

pytestmark = pytest.mark.slow  # the real models, many times
__all__ = ["ws"]


_SPENT = "select bulan, realisasi_bulan from app.opd_bulan where cakupan = 'semua' and dilaporkan order by bulan"


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 5, tzinfo=UTC)


def taken(ws: Workspace, path: Path, when: datetime, answers: Answers | None = None) -> str:
    report = import_file(ws, path, answers, recorded_at=when, read=small.read)
    assert report.import_id, report
    return report.import_id


def spent(made: Build) -> dict[int, int]:
    rows = Reader(made.path).run(_SPENT, opd=["*"])
    return {row["bulan"]: int(row["realisasi_bulan"]) for row in rows}


def file(folder: Path, month: int, amount: int, **more: str) -> Path:
    return small.write(folder, "A", month, [("5.1.02.01.01.0024", 1_000, amount)], basis="bulanan", **more)


def test_what_was_known_on_five_days(ws: Workspace, tmp_path: Path) -> None:
    taken(ws, file(tmp_path, 1, 10), at(2, 10))
    taken(ws, file(tmp_path, 2, 20), at(3, 10))
    taken(ws, file(tmp_path, 1, 15), at(4, 10))  # a correction of January
    expected = {
        date(2026, 2, 9): {},
        date(2026, 2, 10): {1: 10},  # the day counts whole
        date(2026, 3, 31): {1: 10, 2: 20},
        date(2026, 4, 10): {1: 15, 2: 20},
    }
    for day, known in expected.items():
        assert spent(build(ws, known_at=day)) == known, day
    id = next(e.id for e in ledger.events(ws.ledger) if e.recorded_at == at(4, 10))
    withdraw(ws, id, reason="keliru", actor="uji")
    assert spent(build(ws)) == {1: 10, 2: 20}
    assert spent(build(ws, known_at=date(2026, 4, 10))) == {1: 15, 2: 20}  # it was withdrawn later


def test_only_the_recorded_time_decides_not_the_order_of_importing(tmp_path: Path) -> None:
    files = [(file(tmp_path / "in", 1, amount), at(month, 10)) for month, amount in ((2, 10), (3, 11), (4, 12))]
    for number, order in enumerate(list(itertools.permutations(files))[1::2]):
        ws = open_workspace(tmp_path / str(number))
        for path, when in order:
            taken(ws, path, when)
        assert spent(build(ws)) == {1: 12}, order


def test_withdrawn_and_taken_in_again(ws: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, 1, 10)
    first = taken(ws, path, at(2, 10))
    withdraw(ws, first, reason="keliru", actor="uji")
    assert spent(build(ws)) == {}
    assert taken(ws, path, at(2, 11)) != first
    assert spent(build(ws)) == {1: 10}
    assert faults(ws) == []


def test_same_bytes_same_rows_and_other_answers(ws: Workspace, tmp_path: Path) -> None:
    path = small.write(tmp_path, "A", 1, [("5.1.02.01.01.0024", 1_000, 10)], basis="bulanan")
    first = taken(ws, path, at(2, 10))
    named = tmp_path / "nama lain é.json"
    shutil.copy(path, named)
    again = import_file(ws, named, read=small.read)
    assert (again.reading.status, again.import_id) == ("duplicate", first)
    named.write_text(json.dumps(json.loads(path.read_text()), indent=2))  # the same rows in other bytes: a new import
    second = taken(ws, named, at(2, 11))
    assert spent(build(ws)) == {1: 10}  # and never added to the first
    moved = import_file(ws, named, Answers(month=3), recorded_at=at(2, 12), read=small.read)
    assert [p.code for p in moved.reading.problems if p.code == "SAMA_LAIN_JAWABAN"] == ["SAMA_LAIN_JAWABAN"]
    assert {first, second} < {e.id for e in ledger.in_force(ledger.events(ws.ledger))}


def test_a_byte_of_an_original_a_row_and_an_event_that_changed_are_told(ws: Workspace, tmp_path: Path) -> None:
    id = taken(ws, file(tmp_path, 1, 10), at(2, 10))
    (event,) = ledger.events(ws.ledger)
    for path in (store.raw_path(ws, event.body["sha256"]), ws.imports / id / "realisasi.parquet"):
        whole = path.read_bytes()
        path.chmod(0o600)
        path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        assert len(faults(ws)) == 1, path
        path.write_bytes(whole)
    assert faults(ws) == []
    with sqlite3.connect(ws.ledger) as db:
        for (trigger,) in db.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            db.execute(f"drop trigger {trigger}")
        db.execute("update kejadian set isi = replace(isi, '10', '99')")
    assert faults(ws)


def test_restored_under_another_path_it_is_the_same(ws: Workspace, tmp_path: Path) -> None:
    for month, amount in ((1, 10), (2, 20)):
        taken(ws, file(tmp_path / "in", month, amount), at(month + 1, 10))
    made = build(ws)
    backup(ws, tmp_path / "cadangan.zip")
    other = open_workspace(tmp_path / "Mesin Lain" / "ruang")
    restore(other, tmp_path / "cadangan.zip")
    again = build(other)
    assert again.id == made.id
    assert spent(again) == spent(made)
    assert ledger.events(other.ledger) == ledger.events(ws.ledger)
