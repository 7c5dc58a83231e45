"""The workbook of problems: the uploaded sheets as plain values, faulty cells marked, to send back to the OPD."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from pipelines.intake.grid import open_book
from pipelines.intake.guard import check_workbook, kind_of
from pipelines.intake.limits import Limits
from pipelines.intake.personal import shut
from pipelines.intake.problem_pages import compose
from pipelines.intake.report import Reading

_READING: TypeAdapter[Reading] = TypeAdapter(Reading)


def workbook(path: Path, reading: Reading, *, lang: str = "id", limits: Limits | None = None) -> bytes:
    """The workbook for an uploaded file, copied in a limited child; only the list where the file cannot be copied."""
    bounds = limits or Limits()
    with tempfile.TemporaryDirectory(prefix="raporda-masalah-") as folder:
        made, told = Path(folder) / "masalah.xlsx", Path(folder) / "reading.json"
        told.write_bytes(_READING.dump_json(reading))
        job = {"path": str(path.resolve()), "reading": str(told), "into": str(made), "lang": lang,
               "limits": asdict(bounds)}  # fmt: skip
        try:
            subprocess.run(
                [sys.executable, "-m", "pipelines.intake.problem_book", json.dumps(job)],
                cwd=Path(__file__).parent.parent.parent, timeout=bounds.wall_seconds, check=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
            )  # fmt: skip
            return made.read_bytes()
        except (subprocess.SubprocessError, OSError):
            return compose(reading, None, lang=lang)


def _child(job: dict[str, Any]) -> None:
    """What the child does: opens the file within its limits and writes the workbook."""
    limits, path = Limits(**job["limits"]), Path(job["path"])
    if os.name == "posix":
        from pipelines.intake.worker import confine

        confine(limits)
    kind = kind_of(path, limits)
    if kind == "xlsx":
        check_workbook(path, limits)
    reading = _READING.validate_json(Path(job["reading"]).read_bytes())
    Path(job["into"]).write_bytes(compose(reading, shut(open_book(path, kind))[0], lang=job["lang"]))


if __name__ == "__main__":
    _child(json.loads(sys.argv[1]))
