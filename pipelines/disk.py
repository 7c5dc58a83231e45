"""Writing so that a power cut leaves either the old or the new, never half of one."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def sync(path: Path) -> None:
    """A file's or a folder's content is on the disk after this; folders cannot be synced on Windows."""
    if sys.platform == "win32":
        if path.is_dir():
            return
        handle = os.open(path, os.O_RDWR)  # Windows flushes only what was opened for writing
    else:
        handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """A folder and every file in it are on the disk after this."""
    for path in folder.iterdir():
        sync(path)
    sync(folder)


def sync_all() -> None:
    """Everything written so far is on the disk after this, where the system can promise it."""
    if sys.platform != "win32":
        os.sync()


def place(source: Path, target: Path) -> None:
    """Move a finished, synced file or folder to its name, replacing a file that stood there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    sync(target.parent)


def write(target: Path, content: str | bytes) -> None:
    """Write a file whole or not at all; text is UTF-8."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        place(beside, target)
    finally:
        beside.unlink(missing_ok=True)
