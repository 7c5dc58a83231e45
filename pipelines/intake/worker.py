"""The process that parses uploads: it waits with everything imported, and forks one limited child a file.

Run as `python -m pipelines.intake.worker`. Each line on standard input is one job in JSON; the answer is one line:
"done" when into/reading.json stands, else how the child ended. It ends when its input closes, so it never outlives
the process that started it. Where processes cannot fork (Windows) it parses one file itself and ends.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

from pipelines.catalogue import toml
from pipelines.intake.detect import layouts
from pipelines.intake.limits import Limits
from pipelines.intake.reader import read_file
from pipelines.intake.wire import ANSWERS, READING, RESULT

_OUT_OF_MEMORY = 77  # exit code of a child that ran out of room in Python


def main() -> None:
    """Serves jobs until standard input closes."""
    sys.meta_path.insert(0, _NoPandas())
    layouts()  # imported once here, not in every child
    toml("istilah/masalah")
    while line := sys.stdin.readline():
        job = json.loads(line)
        if not hasattr(os, "fork"):
            sys.exit(_answer("done" if work(job) else "memory"))
        _answer(_forked(job))


class _NoPandas(MetaPathFinder):
    """Keeps pandas out: pyarrow would import it in every child (a second), only to ask whether a list is a frame."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        if fullname == "pandas":
            raise ImportError(fullname)


def _answer(text: str) -> int:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
    return 0


def work(job: dict[str, Any], keep: list[Any] | None = None) -> bool:
    """Reads the file of a job and leaves its reading; False when memory ran out."""
    into = Path(job["into"])
    try:
        reading = read_file(
            Path(job["path"]), ANSWERS.validate_python(job["answers"]), into=into, limits=Limits(**job["limits"]),
            mappings=job["mappings"], file=job["file"], sha256=job["sha256"], keep=keep,
        )  # fmt: skip
    except MemoryError:
        return False
    (into / RESULT).write_bytes(READING.dump_json(reading))
    return True


def _forked(job: dict[str, Any]) -> str:
    """How a child fared with a job: done, memory, time or died."""
    limits = Limits(**job["limits"])
    watch, held = os.pipe()  # the child holds one end: it reads as closed when the child is gone
    child = os.fork()
    if child == 0:
        os.close(watch)
        _child(job, limits)
    os.close(held)
    ready, _, _ = select.select([watch], [], [], limits.wall_seconds)
    if not ready:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(watch)
    if not ready:
        return "time"
    if os.WIFSIGNALED(status):
        return {signal.SIGXCPU: "time", signal.SIGABRT: "memory"}.get(signal.Signals(os.WTERMSIG(status)), "died")
    return {0: "done", _OUT_OF_MEMORY: "memory"}.get(os.WEXITSTATUS(status), "died")


def _child(job: dict[str, Any], limits: Limits) -> None:
    """The child: limited, silent, and gone with os._exit, so that nothing of the parent's is run or closed."""
    code = 1
    try:
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):  # a dying reader may write where our answers go
            os.dup2(quiet, stream)
        confine(limits)
        gc.disable()  # millions of cells make no cycles, and looking for some costs a quarter of the time
        kept: list[Any] = []
        code = 0 if work(job, kept) else _OUT_OF_MEMORY
    except MemoryError:
        code = _OUT_OF_MEMORY
    finally:
        os._exit(code)


def confine(limits: Limits) -> None:
    """Sets the limits of this process; macOS may refuse the memory limit, then only time is limited there."""
    import resource

    used = _address_space()
    for what, most in (
        (resource.RLIMIT_AS, used + limits.memory),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            _, hard = resource.getrlimit(what)
            ceiling = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (ceiling, hard))
        except (ValueError, OSError):
            continue


def _address_space() -> int:
    """What this process has mapped already: libraries, mostly, which cost no memory of their own."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


if __name__ == "__main__":
    main()
