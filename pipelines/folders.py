"""Which files of the given paths to take in, in which order, and what beside them answers their questions."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.imports import Job
from pipelines.intake.report import Answers
from pipelines.trouble import Trouble

SHEETS = {".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt", ".geojson"}
ANSWERS = "jawaban.json"  # [{"file": ..., "answers": {...}}]: the order and the answers of a folder


def jobs(paths: Iterable[Path], answers: Answers, recorded_at: datetime | None) -> tuple[list[Job], int]:
    """The files to take in, in order, and how many others stood in the folders.

    A folder with jawaban.json is taken in as it says; what is answered here goes before what it answers.
    """
    found: list[Job] = []
    skipped = 0
    for path in paths:
        if path.is_dir():
            inside, others = _folder(path, answers, recorded_at)
            found += inside
            skipped += others
        else:
            found.append(Job(path, answers, recorded_at))
    return found, skipped


def _folder(
    folder: Path, answers: Answers, recorded_at: datetime | None, above: frozenset[Path] = frozenset()
) -> tuple[list[Job], int]:
    above |= {folder.resolve()}
    if (folder / ANSWERS).is_file():
        return _told(folder, answers, recorded_at), 0
    found: list[Job] = []
    skipped = 0
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")):  # "~$": what Excel leaves beside an open file
            continue
        if path.is_dir():
            if path.resolve() in above:  # a link back up: its files are being taken in already
                continue
            inside, others = _folder(path, answers, recorded_at, above)
            found += inside
            skipped += others
        elif path.suffix.lower() in SHEETS:
            found.append(Job(path, answers, recorded_at))
        else:
            skipped += 1
    return found, skipped


def _told(folder: Path, answers: Answers, recorded_at: datetime | None) -> list[Job]:
    try:
        entries = json.loads((folder / ANSWERS).read_text(encoding="utf-8"))
        return [_job(folder, entry["file"], dict(entry["answers"]), answers, recorded_at) for entry in entries]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Trouble("perintah.jawaban_rusak", path=folder / ANSWERS, sebab=error) from error


def _job(folder: Path, name: str, said: dict[str, Any], answers: Answers, recorded_at: datetime | None) -> Job:
    written = said.pop("recorded_at", None)
    at = recorded_at or (datetime.fromisoformat(written) if written else None)
    here = {k: v for k, v in dataclasses.asdict(answers).items() if v not in (None, False)}
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(name)
    return Job(path, Answers(**{**said, **here}), at, name)
