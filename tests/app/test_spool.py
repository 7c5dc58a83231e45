"""Uploads stand on the disk under names of our own and go when they are set aside or the reader leaves."""

from __future__ import annotations

import gc
from pathlib import Path

from dashboard.spool import Spool, Upload
from pipelines.imports import ImportReport
from pipelines.intake.report import Answers, Reading
from pipelines.workspace import Workspace, sweep_scratch


def _look(path: Path, answers: Answers, name: str) -> ImportReport:
    return ImportReport(Reading(name, "", None, "accepted" if answers.basis else "needs_answer"), None)


def test_a_name_never_becomes_a_path(tmp_path: Path) -> None:
    spool = Spool(Workspace(tmp_path))
    upload = spool.add("../../etc/cron.d/x.XLSX", b"abc")
    assert upload.path.read_bytes() == b"abc"
    assert upload.path.name == f"{upload.key}.xlsx"
    assert spool.add("kirim.exe", b"x").path.suffix == ""


def test_the_same_bytes_under_the_same_name_are_one_upload(tmp_path: Path) -> None:
    spool = Spool(Workspace(tmp_path))
    spool.add("a.xlsx", b"1")
    spool.add("a.xlsx", b"1")
    spool.add("b.xlsx", b"1")
    assert [u.name for u in spool.waiting()] == ["a.xlsx", "b.xlsx"]


def test_an_answer_makes_a_file_be_looked_at_again(tmp_path: Path) -> None:
    spool = Spool(Workspace(tmp_path))
    first = spool.add("a.xlsx", b"1")
    assert spool.check(first, _look).status == "needs_answer"
    assert spool.unchecked() == []
    spool.answer(first.key, Answers(basis="bulanan"))
    (again,) = spool.unchecked()
    assert spool.check(again, _look).status == "accepted"


def test_what_is_set_aside_leaves_the_disk(tmp_path: Path) -> None:
    spool = Spool(Workspace(tmp_path))
    kept, gone = spool.add("a.csv", b"1"), spool.add("b.csv", b"2")
    spool.drop(gone.key)
    spool.drop("unknown")
    assert kept.path.exists() and not gone.path.exists()


def test_the_folder_goes_with_the_reader(tmp_path: Path) -> None:
    spool = Spool(Workspace(tmp_path))
    upload: Upload = spool.add("a.csv", b"1")
    folder = upload.path.parent
    sweep_scratch(Workspace(tmp_path))
    assert folder.is_dir()  # a sweep leaves what a living reader holds
    del spool
    gc.collect()
    assert not folder.exists()


def test_what_a_killed_server_left_is_swept(tmp_path: Path) -> None:
    ws = Workspace(tmp_path)
    left = ws.tmp / "1-abc"
    left.mkdir(parents=True)
    (left / "a.csv").write_bytes(b"1")
    left.with_suffix(".lock").touch()
    sweep_scratch(ws)
    assert not left.exists()
