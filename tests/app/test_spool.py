"""Uploads stand on the disk under names of our own and go when they are set aside or the reader leaves."""

from __future__ import annotations

import gc
from pathlib import Path

from dashboard.spool import Spool, Upload
from pipelines.imports import ImportReport
from pipelines.intake.report import Answers, Reading


def _look(path: Path, answers: Answers, name: str) -> ImportReport:
    return ImportReport(Reading(name, "", None, "accepted" if answers.basis else "needs_answer"), None)


def test_a_name_never_becomes_a_path() -> None:
    spool = Spool()
    upload = spool.add("../../etc/cron.d/x.XLSX", b"abc")
    assert upload.path.read_bytes() == b"abc"
    assert upload.path.name == f"{upload.key}.xlsx"
    assert spool.add("kirim.exe", b"x").path.suffix == ""


def test_the_same_bytes_under_the_same_name_are_one_upload() -> None:
    spool = Spool()
    spool.add("a.xlsx", b"1")
    spool.add("a.xlsx", b"1")
    spool.add("b.xlsx", b"1")
    assert [u.name for u in spool.waiting()] == ["a.xlsx", "b.xlsx"]


def test_an_answer_makes_a_file_be_looked_at_again() -> None:
    spool = Spool()
    first = spool.add("a.xlsx", b"1")
    assert spool.check(first, _look).status == "needs_answer"
    assert spool.unchecked() == []
    spool.answer(first.key, Answers(basis="bulanan"))
    (again,) = spool.unchecked()
    assert spool.check(again, _look).status == "accepted"


def test_what_is_set_aside_leaves_the_disk() -> None:
    spool = Spool()
    kept, gone = spool.add("a.csv", b"1"), spool.add("b.csv", b"2")
    spool.drop(gone.key)
    spool.drop("unknown")
    assert kept.path.exists() and not gone.path.exists()


def test_the_folder_goes_with_the_reader() -> None:
    spool = Spool()
    upload: Upload = spool.add("a.csv", b"1")
    folder = upload.path.parent
    assert folder.is_dir()
    del spool
    gc.collect()
    assert not folder.exists()
