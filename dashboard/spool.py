"""Uploaded bytes on the disk at once, and what is known of each file until it is saved or set aside."""

from __future__ import annotations

import hashlib
import weakref
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipelines.folders import SHEETS
from pipelines.imports import ImportReport
from pipelines.intake.report import Answers
from pipelines.workspace import Workspace, scratch

Look = Callable[[Path, Answers, str], ImportReport]  # path, answers, the file's own name


@dataclass(frozen=True)
class Upload:
    """One file waiting to be saved: its bytes, what was answered, and what saving it would do."""

    key: str
    name: str
    path: Path
    answers: Answers = field(default_factory=Answers)
    report: ImportReport | None = None

    @property
    def status(self) -> str:
        """The outcome of the last check; 'new' before the first."""
        return self.report.reading.status if self.report else "new"


class Spool:
    """The files that one reader is about to bring in; its folder goes when the reader's session does."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._held = ExitStack()
        self._folder: Path | None = None  # an open page alone writes nothing
        self._tidy = weakref.finalize(self, self._held.close)
        self._uploads: dict[str, Upload] = {}

    def add(self, name: str, content: bytes | memoryview) -> Upload:
        """Put a file's bytes on the disk; the same bytes under the same name are one upload."""
        key = hashlib.sha256(name.encode() + b"\0" + content).hexdigest()[:16]
        if key not in self._uploads:
            # The reader's own name never becomes part of a path.
            path = self._place() / f"{key}{_suffix(name)}"
            path.write_bytes(content)
            self._uploads[key] = Upload(key, name, path)
        return self._uploads[key]

    def _place(self) -> Path:
        # In the workspace's scratch: what a server that was killed leaves there is swept by the next import.
        if self._folder is None:
            self._folder = self._held.enter_context(scratch(self._ws))
        return self._folder

    def waiting(self) -> list[Upload]:
        """Every upload, in the order they came."""
        return list(self._uploads.values())

    def unchecked(self) -> list[Upload]:
        """Those that were not looked at since they came or were answered."""
        return [u for u in self._uploads.values() if u.report is None]

    def check(self, upload: Upload, look: Look) -> Upload:
        """Look at an upload and keep what saving it would do."""
        checked = replace(upload, report=look(upload.path, upload.answers, upload.name))
        self._uploads[upload.key] = checked
        return checked

    def answer(self, key: str, answers: Answers) -> None:
        """Keep the answers to an upload's questions; it is to be looked at again."""
        self._uploads[key] = replace(self._uploads[key], answers=answers, report=None)

    def drop(self, key: str) -> None:
        """Set an upload aside."""
        gone = self._uploads.pop(key, None)
        if gone:
            gone.path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Set every upload aside."""
        for key in list(self._uploads):
            self.drop(key)


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    return suffix if suffix in SHEETS else ""
