"""The build: the same ledger gives the same numbers, checks stand before publishing, and readers see one build."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipelines import models, publish
from pipelines.backup import backup, restore
from pipelines.build import build
from pipelines.engines.duckdb import Builder, Reader, fingerprints
from pipelines.imports import import_file, withdraw
from pipelines.intake.report import Answers
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace, open_workspace
from tests.faults import small
from tests.house.source import ROOT

ALL = ["*"]
MAY, JUNE = (datetime(2026, month, 5, 3, tzinfo=UTC) for month in (5, 6))

pytestmark = pytest.mark.usefixtures("small_sql")


def take(ws: Workspace, *paths: Path, at: datetime = MAY) -> list[str]:
    reports = [import_file(ws, p, Answers(confirm=True), recorded_at=at, read=small.read) for p in paths]
    assert all(r.reading.status in ("accepted", "duplicate") for r in reports)
    return [str(r.import_id) for r in reports]


def spent(path: Path) -> dict[tuple[str, int], int]:
    return {(r["kode_opd"], r["bulan"]): int(r["realisasi"]) for r in Reader(path).run("from app.serap", opd=ALL)}


def test_an_empty_ledger_builds(ws: Workspace) -> None:
    made = build(ws)
    assert spent(made.path) == {}
    assert publish.current(ws) == publish.find(ws, made.id)
    assert made.recorded_until is None


def test_the_same_ledger_gives_the_same_build_elsewhere(ws: Workspace, tmp_path: Path) -> None:
    other = open_workspace(tmp_path / "other")
    files = small.months(tmp_path / "in", "A", [10, 20, 30])
    builds = []
    for home in (ws, other):
        take(home, *files)
        builds.append(build(home))
    assert builds[0].id == builds[1].id
    assert fingerprints(builds[0].path) == fingerprints(builds[1].path)


def test_the_order_of_files_that_do_not_compete_does_not_matter(ws: Workspace, tmp_path: Path) -> None:
    other = open_workspace(tmp_path / "other")
    files = [*small.months(tmp_path / "in", "A", [10, 20, 30]), *small.months(tmp_path / "in", "B", [1, 2, 3])]
    take(ws, *files)
    take(other, *reversed(files))
    marks = [fingerprints(build(home).path) for home in (ws, other)]
    assert marks[0]["marts.serap"] == marks[1]["marts.serap"]
    assert marks[0]["marts.pagu"] == marks[1]["marts.pagu"]


def test_nothing_new_is_not_built_again(ws: Workspace, tmp_path: Path) -> None:
    take(ws, *small.months(tmp_path, "A", [10]))
    first, second = build(ws), build(ws)
    assert (first.fresh, second.fresh) == (True, False)
    assert first.id == second.id


def test_a_withdrawn_import_leaves_the_figures_and_the_build_before_comes_back(ws: Workspace, tmp_path: Path) -> None:
    take(ws, *small.months(tmp_path, "A", [10]))
    before = build(ws)
    (id,) = take(ws, small.write(tmp_path, "A", 2, [("5.1", 1_000, 99)], basis="bulanan"))
    assert spent(build(ws).path) == {("A", 1): 10, ("A", 2): 99}
    withdraw(ws, id, reason="salah", actor="uji")
    after = build(ws)
    assert spent(after.path) == spent(before.path) == {("A", 1): 10}
    told = Reader(after.path).run("select impor_id, ditarik, alasan from raw.impor order by urut", opd=None)
    assert [(r["ditarik"], r["alasan"]) for r in told] == [(False, None), (True, "salah")]


def test_as_it_was_known_on_a_day(ws: Workspace, tmp_path: Path) -> None:
    take(ws, *small.months(tmp_path, "A", [10]), at=MAY)
    take(ws, small.write(tmp_path, "B", 1, [("5.1", 1_000, 7)], basis="bulanan"), at=JUNE)
    now = build(ws)
    then = build(ws, known_at=date(2026, 5, 31))
    assert spent(now.path) == {("A", 1): 10, ("B", 1): 7}
    assert spent(then.path) == {("A", 1): 10}
    served = publish.current(ws)
    assert served and served.id == now.id  # looking back changes nothing for others
    assert build(ws, known_at=date(2026, 5, 31)).path == then.path
    assert spent(build(ws, known_at=date(2026, 5, 4)).path) == {}
    assert spent(build(ws, known_at=date(2026, 5, 5)).path) == {("A", 1): 10}  # the day itself counts whole


def test_days_that_know_the_same_share_a_file(ws: Workspace, tmp_path: Path) -> None:
    take(ws, *small.months(tmp_path, "A", [10]), at=MAY)
    take(ws, small.write(tmp_path, "B", 1, [("5.1", 1_000, 7)], basis="bulanan"), at=JUNE)
    now = build(ws)
    then = [build(ws, known_at=date(2026, 5, day)) for day in (5, 20)]
    assert then[0].path == then[1].path != now.path
    assert then[0].known_at != then[1].known_at  # each says the day that was asked for
    assert build(ws, known_at=date(2026, 7, 1)).path == now.path  # everything was known: what is served


def test_a_withdrawal_counts_from_when_it_was_known(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (id,) = take(ws, *small.months(tmp_path, "A", [10]), at=MAY)
    monkeypatch.setattr("pipelines.clock.now", lambda: JUNE)
    withdraw(ws, id, reason="salah", actor="uji")
    assert spent(build(ws).path) == {}
    assert spent(build(ws, known_at=date(2026, 5, 31)).path) == {("A", 1): 10}


def test_what_did_not_change_is_copied_and_equal_to_what_would_be_computed(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    copy = Builder.copy
    monkeypatch.setattr(Builder, "copy", lambda self, table: (copied.append(table), copy(self, table)))
    files = small.months(tmp_path, "A", [10, 20])
    take(ws, files[0])
    earlier = build(ws)
    reader = Reader(earlier.path)  # served, and open in this very process
    take(ws, files[1])
    made = build(ws)
    assert spent(made.path) == {("A", 1): 10, ("A", 2): 20}
    assert {"raw.kalender", "raw.rak", "raw.aturan"} <= set(copied)
    assert not {"raw.impor", "raw.realisasi", "marts.serap"} & set(copied)
    assert reader.run("select count(*) as n from app.serap", opd=ALL) == [{"n": 1}]
    again = open_workspace(tmp_path / "again")
    take(again, *files)
    assert fingerprints(build(again).path) == fingerprints(made.path)
    ids = "select nama, sidik from raw.model where nama like 'raw.%'"
    marks = [{r["nama"]: r["sidik"] for r in Reader(p).run(ids, opd=None)} for p in (earlier.path, made.path)]
    assert marks[0]["raw.kalender"] == marks[1]["raw.kalender"]
    assert marks[0]["raw.realisasi"] != marks[1]["raw.realisasi"]


def test_a_check_that_refuses_keeps_the_last_build(ws: Workspace, tmp_path: Path) -> None:
    take(ws, *small.months(tmp_path, "A", [10]))
    good = build(ws)
    take(ws, small.write(tmp_path, "A", 2, [("5.1", 1_000, -5)], basis="bulanan"))
    with pytest.raises(Trouble) as told:
        build(ws)
    assert "realisasi negatif" in told.value.say("id")
    assert '"bulan": 2' in told.value.say("id")
    assert publish.current(ws) == publish.find(ws, good.id)
    assert not (ws.builds / publish.FILE).exists()


def test_a_check_that_warns_is_published_with_the_build(ws: Workspace, tmp_path: Path) -> None:
    take(ws, small.write(tmp_path, "A", 1, [("5.1", 10, 50)], basis="bulanan"))
    made = build(ws)
    assert [(c.name, c.severity, c.count) for c in made.checks] == [("besar", "peringatan", 1)]
    (row,) = Reader(made.path).run("from app.periksa", opd=None)
    assert (row["arti"], json.loads(row["contoh"])) == ("realisasi melebihi pagu", {"kode_opd": "A", "bulan": 1})


def test_a_model_that_does_not_compute_says_which(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sql"
    shutil.copytree(small.SQL, folder)
    (folder / "marts" / "rusak.sql").write_text("-- One row per mistake.\nselect tidak_ada from marts.serap\n")
    good = build(ws)
    monkeypatch.setattr(models, "SQL", folder)
    with pytest.raises(Trouble, match=r"marts\.rusak"):
        build(ws)
    assert publish.current(ws) == publish.find(ws, good.id)


def test_a_changed_model_makes_another_build(ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take(ws, *small.months(tmp_path, "A", [10]))
    first = build(ws)
    folder = tmp_path / "sql"
    shutil.copytree(small.SQL, folder)
    model = folder / "staging" / "serap.sql"
    model.write_text(model.read_text().replace("sum(realisasi) as", "2 * sum(realisasi) as"))
    monkeypatch.setattr(models, "SQL", folder)
    second = build(ws)
    assert first.id != second.id
    assert spent(second.path) == {("A", 1): 20}  # what reads the changed model was computed anew too


def test_a_reader_sees_only_its_units_and_nothing_when_not_told(ws: Workspace, tmp_path: Path) -> None:
    take(ws, *small.months(tmp_path, "A", [10]), *small.months(tmp_path, "B", [7]))
    reader = Reader(build(ws).path)
    sql = "select kode_opd from app.serap order by 1"
    seen = {str(opd): [r["kode_opd"] for r in reader.run(sql, opd=opd)] for opd in (None, [], ["A"], ["A", "B"], ["*"])}
    assert seen == {"None": [], "[]": [], "['A']": ["A"], "['A', 'B']": ["A", "B"], "['*']": ["A", "B"]}


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_text('/etc/hostname')",
        "attach '/tmp/x.duckdb' as x",
        "copy (select 1) to '/tmp/x.csv'",
        "create table raw.x as select 1",
        "set enable_external_access = true",
        "set memory_limit = '10GB'",
        "install httpfs",
    ],
)
def test_a_reader_can_neither_change_nor_leave_its_file(ws: Workspace, sql: str) -> None:
    from pipelines.engines.duckdb import EngineError

    reader = Reader(build(ws).path)
    with pytest.raises(EngineError):
        reader.run(sql, opd=ALL)


def test_a_build_draws_nothing_on_the_output_however_long_it_takes(tmp_path: Path) -> None:
    """Where the interpreter was given no file the library takes it for a person's shell and draws a bar."""
    script = (
        "import sys\nfrom pathlib import Path\nfrom pipelines.engines.duckdb import Builder\n"
        "folder = Path(sys.argv[1])\n"
        "sql = \"select current_setting('enable_progress_bar') as drawn\"\n"
        "print(Builder(folder / 'baru.duckdb', scratch=folder).fetch(sql))"
    )
    line = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "[{'drawn': False}]"


def test_threads_never_get_each_others_rows(ws: Workspace, tmp_path: Path) -> None:
    units = [f"U{i}" for i in range(8)]
    take(ws, *(p for i, u in enumerate(units) for p in small.months(tmp_path, u, [100 + i])))
    reader, wrong = Reader(build(ws).path), []

    def ask(unit: str) -> None:
        for _ in range(100):
            rows = reader.run("select kode_opd from app.serap", opd=[unit])
            if rows != [{"kode_opd": unit}]:
                wrong.append((unit, rows))

    threads = [threading.Thread(target=ask, args=(unit,)) for unit in units]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_readers_during_twenty_publications_see_one_build_each(ws: Workspace, tmp_path: Path) -> None:
    take(ws, small.write(tmp_path, "A", 1, [("5.1", 10**6, 1)], basis="bulanan"))
    build(ws)
    stop, mixed, reads = threading.Event(), [], []

    def look() -> None:
        while not stop.is_set():
            served = publish.current(ws)
            assert served
            reader = Reader(served.path)
            about = reader.run("select build from raw.build", opd=None)[0]["build"]
            rows = reader.run("select sum(realisasi) as s, max(seluruh) as t from app.serap", opd=ALL)[0]
            reads.append(about)
            if about != served.id or rows["s"] != rows["t"]:
                mixed.append((about, served.id, rows))

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for month in range(2, 22):
            path = small.write(tmp_path, f"U{month}", 1, [("5.1", 10**6, month * 7)], basis="bulanan")
            take(ws, path)
            build(ws)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert mixed == []
    assert len(set(reads)) > 1
    kept = [p for p in ws.builds.iterdir() if p.is_dir()]
    assert len(kept) == publish.KEEP


def test_a_backup_restored_elsewhere_gives_the_same_build(ws: Workspace, tmp_path: Path) -> None:
    take(ws, *small.months(tmp_path / "in", "A", [10, 20, 30]))
    first = build(ws)
    backup(ws, tmp_path / "cadangan.zip")
    other = open_workspace(tmp_path / "other")
    restore(other, tmp_path / "cadangan.zip")
    second = build(other)
    assert first.id == second.id
    assert fingerprints(first.path) == fingerprints(second.path)
    with pytest.raises(Trouble, match="already holds data"):
        restore(other, tmp_path / "cadangan.zip")


def test_a_damaged_backup_restores_nothing(ws: Workspace, tmp_path: Path) -> None:
    take(ws, *small.months(tmp_path / "in", "A", [10, 20, 30]))
    path = tmp_path / "cadangan.zip"
    backup(ws, path)
    whole = path.read_bytes()
    other = open_workspace(tmp_path / "other")
    for damaged in (b"", whole[: len(whole) // 2], whole[:300] + bytes(64) + whole[364:]):
        path.write_bytes(damaged)
        with pytest.raises(Trouble, match="not a whole"):
            restore(other, path)
        assert not other.ledger.exists()
        assert not other.raw.exists()


def test_progress_counts_to_the_end(ws: Workspace) -> None:
    seen: list[tuple[int, int]] = []
    build(ws, progress=lambda _what, done, total: seen.append((done, total)))
    totals = {total for _, total in seen}
    assert len(totals) == 1
    assert [done for done, _ in seen] == list(range(totals.pop()))
