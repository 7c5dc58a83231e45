"""Foreign files to checked rows. `read` is the one way in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.intake.limits import Limits

if TYPE_CHECKING:
    from pipelines.intake.report import Answers, Reading

__all__ = ["Limits", "read"]


def read(
    path: Path,
    answers: Answers,
    *,
    into: Path,
    limits: Limits | None = None,
    mappings: Mapping[str, dict[str, str]] | None = None,
) -> Reading:
    """The reading of one file, parsed in a limited child process that writes its rows to into/<contract>.parquet.

    Never raises for what a file contains: a damaged or hostile file is a reading with status "refused".
    `mappings` are the remembered column mappings of unknown layouts, by header signature.
    """
    from pipelines.intake.sandbox import run

    into.mkdir(parents=True, exist_ok=True)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return run(
        path, answers, into=into, limits=limits or Limits(), mappings=mappings or {}, file=path.name, sha256=sha256
    )
