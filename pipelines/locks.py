"""Locks between processes, released by the kernel when their holder dies."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from pipelines import clock

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, *, wait: bool) -> None:
        # The locked byte lies far behind the text, which others must still be able to read.
        os.lseek(handle, 1 << 20, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int, *, wait: bool) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


class Busy(Exception):  # noqa: N818
    """Another process holds the lock; says which one and since when."""

    def __init__(self, pid: int | None, since: str | None) -> None:
        self.pid, self.since = pid, since
        super().__init__(f"held by {pid} since {since}")


@contextlib.contextmanager
def held(path: Path, *, wait: bool) -> Iterator[None]:
    """The lock, held for the block; raises Busy at once when it is taken and `wait` is false."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            _take(handle, wait=wait)
        except OSError:
            raise Busy(*_holder(path)) from None
        os.lseek(handle, 0, os.SEEK_SET)
        os.ftruncate(handle, 0)
        os.write(handle, json.dumps({"pid": os.getpid(), "since": f"{clock.local(clock.now()):%H:%M:%S}"}).encode())
        yield
    finally:
        os.close(handle)


def free(path: Path) -> bool:
    """Whether nobody holds the lock now."""
    try:
        with held(path, wait=False):
            return True
    except Busy:
        return False


def _holder(path: Path) -> tuple[int | None, str | None]:
    try:
        said = json.loads(path.read_text())
        return int(said["pid"]), str(said["since"])
    except (OSError, ValueError, KeyError):  # it has taken the lock but not yet signed
        return None, None
