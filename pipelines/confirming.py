"""What a person confirms about a writing becomes a small file of the padanan contract, taken in like any other."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import xlsxwriter

from pipelines import imports
from pipelines.contracts.kepegawaian import BELUM_ADA
from pipelines.contracts.lembar import lembar
from pipelines.imports import ImportReport, Job
from pipelines.intake.report import Answers
from pipelines.workspace import Workspace, scratch

_CREATED = datetime(2026, 1, 1)  # the same confirmation is the same bytes
_PREFIX = "padanan "
_TITLE = 60


@dataclass(frozen=True)
class Confirmation:
    """That a writing of a kind (unor, jabatan, nip) in its context means a code, or BELUM_ADA: none of the master."""

    jenis: str
    tertulis: str
    konteks: str | None
    kode: str


def confirm(ws: Workspace, said: Sequence[Confirmation], *, actor: str) -> list[ImportReport]:
    """Take each confirmation in as an import of its own, so that each can be taken back by itself."""
    with scratch(ws) as folder:
        jobs = [_job(one, folder / f"{n}.xlsx") for n, one in enumerate(said)]
        return list(imports.import_files(ws, jobs, actor=actor))


def ours(file: str, actor: str) -> bool:
    """Whether an import's file is one that `confirm` wrote: withdrawing it takes back that confirmation alone."""
    return file.startswith(_PREFIX) and actor == "dasbor"


def _job(one: Confirmation, path: Path) -> Job:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    book.set_properties({"created": _CREATED})
    page = book.add_worksheet("padanan")
    values = {"jenis": one.jenis, "tertulis": one.tertulis, "konteks": one.konteks or "", "kode": one.kode}
    for at, column in enumerate(lembar("padanan").columns):
        page.write_string(0, at, column.name)
        page.write_string(1, at, values.get(column.name, ""))
    book.close()
    return Job(path, Answers(confirm=True), None, _name(one))


def _name(one: Confirmation) -> str:
    """The file's name in the history: what it is about, but never a NIP."""
    if one.jenis == "nip":
        about = hashlib.sha256(f"{one.tertulis}|{one.konteks}".encode()).hexdigest()[:8]
    else:
        about = re.sub(r"[^\w .,&()-]+", " ", one.tertulis).strip()[:_TITLE]
    none = " belum ada di master" if one.kode == BELUM_ADA else ""
    return f"{_PREFIX}{one.jenis} {about}{none}.xlsx"
