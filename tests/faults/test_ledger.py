"""The ledger: the same file changes nothing, a correction adds, and a changed past is found."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines import clock, imports, ledger, store
from pipelines.intake.report import Answers, Problem, Reading
from pipelines.trouble import Trouble
from pipelines.verify import faults
from pipelines.workspace import Workspace
from tests.faults import small


def take(ws: Workspace, path: Path, answers: Answers | None = None, **more: object) -> imports.ImportReport:
    return imports.import_file(ws, path, answers, read=small.read, **more)  # type: ignore[arg-type]


def everything(ws: Workspace) -> dict[str, bytes]:
    """Every file of a workspace but its locks."""
    return {
        path.relative_to(ws.home).as_posix(): path.read_bytes()
        for path in sorted(ws.home.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def test_the_same_file_twice_changes_nothing(ws: Workspace, tmp_path: Path) -> None:
    path = small.write(tmp_path, "A", 1, [("5.1.02", 100, 10)], basis="bulanan")
    first = take(ws, path)
    before = everything(ws)
    renamed = path.rename(tmp_path / "nama lain.json")
    second = take(ws, renamed)
    assert (first.reading.status, second.reading.status) == ("accepted", "duplicate")
    assert second.import_id == first.import_id
    assert second.reading.file == "nama lain.json"
    assert everything(ws) == before


def test_the_same_file_with_another_answer_is_another_import_and_says_so(ws: Workspace, tmp_path: Path) -> None:
    path = small.write(tmp_path, "A", 1, [("5.1.02", 100, 10)], basis="bulanan")
    first = take(ws, path)
    other = take(ws, path, Answers(month=2))
    again = take(ws, path, Answers(month=2))
    assert [other.reading.status, again.reading.status] == ["accepted", "duplicate"]
    assert [p.code for p in other.reading.problems] == ["SAMA_LAIN_JAWABAN"]
    assert first.import_id and first.import_id in other.reading.problems[0].message["id"]
    assert len(list(ws.raw.glob("*/*"))) == 1  # the bytes stand once


def test_a_dry_run_writes_nothing(ws: Workspace, tmp_path: Path) -> None:
    path = small.write(tmp_path, "A", 1, [("5.1.02", 100, 10)], basis="bulanan")
    report = take(ws, path, dry_run=True)
    assert report.reading.status == "accepted"
    assert report.import_id is None
    assert not ws.home.exists()


def test_a_refused_file_leaves_one_event_and_nothing_else(ws: Workspace, tmp_path: Path) -> None:
    path = small.write(tmp_path, "A", 1, [], refuse=True)
    assert [take(ws, path).reading.status for _ in range(2)] == ["refused", "refused"]
    recorded = ledger.events(ws.ledger)
    assert [e.kind for e in recorded] == ["ditolak"]
    assert recorded[0].body["problems"][0]["code"] == "RUSAK"
    assert not ws.raw.exists()
    assert not ws.imports.exists()


def test_a_reader_that_could_not_run_is_not_held_against_the_file(ws: Workspace, tmp_path: Path) -> None:
    def gone(path: Path, answers: Answers, **more: object) -> Reading:
        words = {"id": "pembaca tidak jalan", "en": "the reader did not run"}
        return Reading(path.name, "", None, "refused", problems=(Problem("PEMBACA_TIDAK_JALAN", "error", words),))

    path = small.write(tmp_path, "A", 1, [("5.1.02", 100, 10)], basis="bulanan")
    assert imports.import_file(ws, path, read=gone).reading.status == "refused"
    assert ledger.events(ws.ledger) == []


def test_a_question_leaves_nothing_behind(ws: Workspace, tmp_path: Path) -> None:
    report = take(ws, small.write(tmp_path, "A", 1, [("5.1.02", 100, 10)]))
    assert report.reading.status == "needs_answer"
    assert ledger.events(ws.ledger) == []


def test_a_file_that_cannot_be_read_is_refused(ws: Workspace, tmp_path: Path) -> None:
    report = take(ws, tmp_path / "tidak ada.xlsx")
    assert report.reading.status == "refused"
    assert report.reading.problems[0].code == "TAK_TERBACA"


def test_what_was_recorded_reads_back_whole(ws: Workspace, tmp_path: Path) -> None:
    report = take(ws, small.write(tmp_path, "A", 1, [("5.1.02", 100, 10)], basis="bulanan"))
    assert report.import_id
    back = store.reading(ws, report.import_id)
    for name in ("file", "sha256", "rows", "controls", "problems", "answers", "totals", "signature"):
        assert getattr(back, name) == getattr(report.reading, name), name
    assert all(path.is_file() for path in back.tables.values())


def test_withdrawal(ws: Workspace, tmp_path: Path) -> None:
    report = take(ws, small.write(tmp_path, "A", 1, [("5.1.02", 100, 10)], basis="bulanan"))
    assert report.import_id
    imports.withdraw(ws, report.import_id, reason="salah OPD", actor="uji")
    assert ledger.in_force(ledger.events(ws.ledger)) == []
    assert faults(ws) == []  # its bytes and rows stay
    with pytest.raises(Trouble, match="already withdrawn"):
        imports.withdraw(ws, report.import_id, reason="lagi", actor="uji")
    with pytest.raises(Trouble, match="no import"):
        imports.withdraw(ws, "00099-deadbeef", reason="x", actor="uji")
    with pytest.raises(Trouble, match="why"):
        imports.withdraw(ws, report.import_id, reason=" ", actor="uji")
    # Withdrawn, the same file may come in again.
    path = small.write(tmp_path, "A", 1, [("5.1.02", 100, 10)], basis="bulanan")
    assert take(ws, path).reading.status == "accepted"


def test_order_is_that_of_the_ledger_when_the_clock_jumps_back(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = datetime(2026, 12, 31, 16, 59, tzinfo=UTC)  # 23:59 WIB, the last minute of the year
    monkeypatch.setattr(clock, "now", lambda: late - timedelta(hours=2 * len(ledger.events(ws.ledger))))
    for value in (10, 20):
        take(ws, small.write(tmp_path, "A", 1, [("5.1.02", 100, value)], basis="bulanan"))
    recorded = ledger.in_force(ledger.events(ws.ledger))
    assert [e.seq for e in recorded] == [1, 2]
    assert recorded[0].recorded_at > recorded[1].recorded_at
    assert ledger.broken(ws.ledger) == []


def _unguarded(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    db.execute("drop trigger kejadian_tetap")
    db.execute("drop trigger kejadian_utuh")
    return db


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ("update kejadian set oleh = 'orang lain' where seq = 2", [2]),
        ("update kejadian set isi = replace(isi, '\"month\": 2', '\"month\": 7') where seq = 2", [2]),
        ("update kejadian set direkam_pada = '2020-01-01T00:00:00+00:00' where seq = 3", [3]),
        ("delete from kejadian where seq = 2", [3]),
    ],
)
def test_a_changed_past_is_found(ws: Workspace, tmp_path: Path, change: str, at: list[int]) -> None:
    for path in small.months(tmp_path, "A", [10, 20, 30]):
        take(ws, path)
    assert ledger.broken(ws.ledger) == []
    with _unguarded(ws.ledger) as db:
        db.execute(change)
    db.close()
    assert ledger.broken(ws.ledger) == at


@pytest.mark.parametrize("change", ["update kejadian set oleh = 'x'", "delete from kejadian"])
def test_the_ledger_itself_refuses_to_be_edited(ws: Workspace, tmp_path: Path, change: str) -> None:
    take(ws, small.write(tmp_path, "A", 1, [("5.1.02", 100, 10)], basis="bulanan"))
    db = sqlite3.connect(ws.ledger)
    with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        db.execute(change)
    db.close()


def test_changed_or_missing_files_are_found(ws: Workspace, tmp_path: Path) -> None:
    reports = [take(ws, path) for path in small.months(tmp_path, "A", [10, 20, 30])]
    ids = [r.import_id for r in reports]
    raw = store.raw_path(ws, reports[0].reading.sha256)
    raw.chmod(0o600)
    raw.write_text("lain")
    store.raw_path(ws, reports[1].reading.sha256).unlink()
    (ws.imports / str(ids[2]) / "realisasi.parquet").write_bytes(b"x")
    told = " ".join(fault["id"] for fault in faults(ws))
    for id, word in zip(ids, ("berubah", "hilang", "realisasi.parquet"), strict=True):
        assert str(id) in told
        assert word in told


def test_what_a_dead_import_left_is_swept_and_nothing_else(ws: Workspace, tmp_path: Path) -> None:
    report = take(ws, small.write(tmp_path, "A", 1, [("5.1.02", 100, 10)], basis="bulanan"))
    before = everything(ws)
    (ws.imports / "00002-deadbeef").mkdir()
    (ws.raw / "de").mkdir()
    (ws.raw / "de" / "deadbeef").write_text("x")
    (ws.tmp / "1-abc").mkdir(parents=True)
    (ws.tmp / "1-abc.lock").write_text("")
    store.sweep(ws)
    assert everything(ws) == before
    assert list(ws.tmp.iterdir()) == []
    assert (ws.imports / str(report.import_id)).is_dir()


def test_two_files_of_one_batch_that_are_the_same(ws: Workspace, tmp_path: Path) -> None:
    path = small.write(tmp_path / "a", "A", 1, [("5.1.02", 100, 10)], basis="bulanan")
    twin = tmp_path / "twin.json"
    twin.write_bytes(path.read_bytes())
    reports = list(imports.import_files(ws, map(imports.Job, [path, twin]), read=small.read))
    assert [r.reading.status for r in reports] == ["accepted", "duplicate"]


def test_a_mapping_is_remembered_by_signature(ws: Workspace, tmp_path: Path) -> None:
    seen = []

    def read(path: Path, answers: Answers, **more: object) -> object:
        seen.append(more["mappings"])
        return small.read(path, answers, **more)  # type: ignore[arg-type]

    for path in small.months(tmp_path, "A", [10, 20]):
        answers = Answers(mapping={"pagu": "Anggaran"}) if not seen else None
        imports.import_file(ws, path, answers, read=read)  # type: ignore[arg-type]
    assert seen == [{}, {"kecil": {"pagu": "Anggaran"}}]


def test_a_damaged_ledger_says_what_to_do(ws: Workspace, tmp_path: Path) -> None:
    take(ws, small.write(tmp_path, "A", 1, [("5.1.02", 100, 10)], basis="bulanan"))
    ws.ledger.write_bytes(b"bukan basis data" * 100)
    with pytest.raises(Trouble, match="Restore the last backup"):
        ledger.events(ws.ledger)
