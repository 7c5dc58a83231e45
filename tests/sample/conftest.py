"""One region's plan and one folder of its files, made once for all tests of the sample."""

from __future__ import annotations

import json
import os
import pickle
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest

from pipelines import locks, store
from pipelines.imports import ImportReport, Job, import_files
from pipelines.intake.report import Answers, Reading
from pipelines.sample import Manifest, generate, plan
from pipelines.sample.anggaran import Tahun
from pipelines.sample.pemda import Pemda, region
from pipelines.workspace import Workspace, open_workspace

SEED = 2026
T = TypeVar("T")


@pytest.fixture(scope="session")
def pemda() -> Pemda:
    return region(0, SEED)


@pytest.fixture(scope="session")
def years(pemda: Pemda) -> dict[int, Tahun]:
    return {year.tahun: year for year in plan(pemda, 4, SEED)}


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    """The money of the sample: four years, thirty-odd files; its people have a folder of their own in their tests."""
    return once(tmp_path_factory, "contoh", lambda into: generate(into, seed=SEED, asn=0))


@pytest.fixture(scope="session")
def folder(written: Manifest) -> Path:
    return written.into


@dataclass
class Taken:
    """The sample in a workspace: what the reader said of every file, and where its rows are kept."""

    ws: Workspace
    reports: dict[str, ImportReport]

    def stored(self, file: str) -> Reading:
        id_ = self.reports[file].import_id
        assert id_ is not None
        return store.reading(self.ws, id_)


def job(folder: Path, entry: dict[str, object]) -> Job:
    answers = dict(entry["answers"])  # type: ignore[call-overload]
    recorded_at = datetime.fromisoformat(answers.pop("recorded_at"))
    return Job(folder / str(entry["file"]), Answers(**answers), recorded_at)


def _take(folder: Path, home: Path) -> dict[str, ImportReport]:
    entries = json.loads((folder / "jawaban.json").read_text(encoding="utf-8"))
    done = import_files(open_workspace(home), [job(folder, entry) for entry in entries], actor="contoh")
    return {entry["file"]: report for entry, report in zip(entries, done, strict=True)}


@pytest.fixture(scope="session")
def taken(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """The sample taken in, in a workspace of this process's own."""
    reports = once(tmp_path_factory, "rumah", lambda home: _take(folder, home))
    home = tmp_path_factory.mktemp("rumah") / "sendiri"
    shutil.copytree(shared(tmp_path_factory) / "rumah", home)
    return Taken(open_workspace(home), reports)


def shared(factory: pytest.TempPathFactory) -> Path:
    """A folder of this run that its workers have in common."""
    own = factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "bersama"


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], T]) -> T:
    """What `make` gives for a common folder of that name: made by the worker that comes first, read by the others."""
    told = shared(factory) / f"{name}.pickle"
    with locks.held(told.with_suffix(".lock"), wait=True):
        if not told.exists():
            told.write_bytes(pickle.dumps(make(shared(factory) / name)))
        made: T = pickle.loads(told.read_bytes())
    return made
