"""Parsing outside this process: a small pool of workers, started when first needed, ended with us.

Not multiprocessing: its children import the main module again, and under Streamlit that is the page itself.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import select
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from pipelines.catalogue import both
from pipelines.contracts import CONTRACTS
from pipelines.intake.limits import Limits
from pipelines.intake.report import Answers, Problem, Reading
from pipelines.intake.wire import FAULT, READING, RESULT

_LOG = logging.getLogger("raporda")
_GRACE = 15  # seconds a worker may need beyond the child's wall clock
_lock = threading.Lock()
_idle: list[subprocess.Popen[str]] = []
_owner = os.getpid()


def run(
    path: Path, answers: Answers, *, into: Path, limits: Limits, mappings: Mapping[str, dict[str, str]],
    file: str, sha256: str,
) -> Reading:  # fmt: skip
    """The reading of a file, parsed in a limited child; however the child ends, there is a reading."""
    result = into / RESULT
    for left in (result, into / FAULT, *(into / f"{name}.parquet" for name in CONTRACTS)):  # of an earlier reading
        left.unlink(missing_ok=True)
    job = {
        "path": str(path.resolve()), "into": str(into.resolve()), "file": file, "sha256": sha256,
        "answers": asdict(answers), "limits": asdict(limits), "mappings": dict(mappings),
    }  # fmt: skip
    ending = _ask(job, limits) or _ask(job, limits)  # a worker that was killed meanwhile is replaced
    if ending == "done" and result.is_file():
        reading = READING.validate_json(result.read_bytes())
        _log_fault(into / FAULT, file)
        # What the child calls its tables is not trusted further than their names.
        return replace(reading, tables={name: into / f"{name}.parquet" for name in reading.tables})
    for name in CONTRACTS:
        (into / f"{name}.parquet").unlink(missing_ok=True)
    ends = {"memory": "MEMORI_HABIS", "time": "WAKTU_HABIS", "": "PEMBACA_TIDAK_JALAN"}
    code = ends.get(ending, "BERKAS_TAK_TERBACA")
    if ending not in ends:  # whoever sent the file is told what to do; how the child ended helps whoever looks after us
        _LOG.warning("the reader of %r ended: %s", file, ending)
    words = both(f"masalah.{code.lower()}", batas=limits.wall_seconds)
    return Reading(file, sha256, None, "refused", problems=(Problem(code, "error", words),), answers=answers)


def _log_fault(told: Path, file: str) -> None:
    """Hand what broke a reader in the child on to the log."""
    if told.is_file():
        _LOG.warning("the reader of %r broke: %s", file, told.read_text("utf-8"))
        told.unlink()


def _ask(job: dict[str, Any], limits: Limits) -> str:
    """How a worker fared with a job; '' when the worker itself was or went away."""
    worker = _take()
    if worker.stdin is None or worker.stdout is None:
        raise RuntimeError("a worker without pipes")
    try:
        worker.stdin.write(json.dumps(job) + "\n")
        worker.stdin.flush()
        if os.name == "posix":
            ready, _, _ = select.select([worker.stdout], [], [], limits.wall_seconds + _GRACE)
            ending = worker.stdout.readline().strip() if ready else "time"
        else:
            ending = _wait(worker, limits)
    except (BrokenPipeError, OSError):
        ending = ""
    if ending in ("done", "memory", "time") and os.name == "posix" and worker.poll() is None:
        _give_back(worker)
    else:
        _end(worker)
    return ending


def _wait(worker: subprocess.Popen[str], limits: Limits) -> str:
    """The answer of a worker that parses by itself; killed when it takes too long."""
    timer = threading.Timer(limits.wall_seconds, worker.kill)
    timer.start()
    try:
        line = worker.stdout.readline().strip() if worker.stdout else ""
        return line or ("died" if timer.is_alive() else "time")
    finally:
        timer.cancel()


def _take() -> subprocess.Popen[str]:
    global _owner
    with _lock:
        if _owner != os.getpid():  # forked: the workers belong to the parent
            _idle.clear()
            _owner = os.getpid()
        while _idle:
            worker = _idle.pop()
            if worker.poll() is None:
                return worker
            _end(worker)
    return subprocess.Popen(
        [sys.executable, "-m", "pipelines.intake.worker"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        cwd=Path(__file__).parent.parent.parent,
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"},
    )  # fmt: skip


def warm() -> None:
    """Starts a worker ahead of the first file, so that nobody waits for its imports."""
    _give_back(_take())


def _give_back(worker: subprocess.Popen[str]) -> None:
    with _lock:
        if len(_idle) < 2:
            _idle.append(worker)
            return
    _end(worker)


def _end(worker: subprocess.Popen[str]) -> None:
    for pipe in (worker.stdin, worker.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue
    try:
        worker.wait(timeout=1)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()


@atexit.register
def close() -> None:
    """Ends the idle workers."""
    with _lock:
        workers, _idle[:] = list(_idle), []
    if _owner == os.getpid():
        for worker in workers:
            _end(worker)
