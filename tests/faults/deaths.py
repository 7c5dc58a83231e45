"""Processes that die on purpose: forked off one that has everything imported, killed at a counted step.

Run as a module of its own, because a process with threads must not fork. Steps are counted, never timed: every file
that is opened, moved or made by Python, and every table of a build, is one.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipelines import backup, build, imports, ledger, locks, models, rules
from pipelines.trouble import Trouble
from pipelines.workspace import open_workspace
from tests.faults import small

STEPS = {"open", "os.rename", "os.mkdir", "os.chmod", "os.remove", "sqlite3.connect", "os.truncate", "raporda.step"}
DONE, REFUSED, UNCHANGED = 0, 3, 4


def counting(home: Path, at: int) -> None:
    """From now on the process kills itself at step number `at` in this folder."""
    seen = 0

    def hook(event: str, said: tuple[Any, ...]) -> None:
        nonlocal seen
        if event in STEPS and (event == "raporda.step" or str(home) in str(said[0])):
            seen += 1
            if seen == at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def importing(home: Path) -> int:
    """Import the file that lies beside the workspace, or above."""
    report = imports.import_file(open_workspace(home), _above(home, "berkas.json"), read=small.read)
    return DONE if report.import_id else REFUSED


def building(home: Path) -> int:
    """Build, each table being a step."""
    try:
        made = build.build(open_workspace(home), progress=lambda *_: sys.audit("raporda.step"))
    except Trouble:
        return REFUSED
    return DONE if made.fresh else UNCHANGED


def restoring(home: Path) -> int:
    """Restore the backup that lies above."""
    backup.restore(open_workspace(home), _above(home, "cadangan.zip"))
    return DONE


def backing_up(home: Path) -> int:
    """Write a backup beside the ledger, over the one that stands there."""
    backup.backup(open_workspace(home), home / "cadangan.zip")
    return DONE


def withdrawing(home: Path) -> int:
    """Withdraw the first import."""
    ws = open_workspace(home)
    imports.withdraw(ws, ledger.events(ws.ledger)[0].id, reason="keliru", actor="uji")
    return DONE


def _above(home: Path, name: str) -> Path:
    return next(folder / name for folder in home.parents if (folder / name).exists())


WORK: dict[str, Callable[[Path], int]] = {
    "import": importing, "build": building, "restore": restoring, "backup": backing_up, "withdraw": withdrawing,
}  # fmt: skip


def forked(work: Callable[[], int]) -> int:
    """Do the work in a child; its process id."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(work())
        except BaseException as error:
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            os._exit(9)
    return child


def ended(child: int) -> int:
    """How a child ended: its exit code, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def at_every_step(kind: str, base: Path, stride: int) -> None:
    """Copies of base/home, each after a death at another step, until one survives."""
    for step in range(1, 10_000, stride):
        home = base / f"{step:04d}" / "home"
        shutil.copytree(base / "home", home)

        def dying(home: Path = home, step: int = step) -> int:
            counting(home, step)
            return WORK[kind](home)

        how = ended(forked(dying))
        print(step, how)
        if how != -signal.SIGKILL:
            return


def with_little_room(kind: str, base: Path, room: int) -> None:
    """The work on base/home by a process whose files may not grow beyond `room` bytes."""

    def cramped() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        return WORK[kind](base / "home")

    print(ended(forked(cramped)))


def together(kind: str, base: Path, several: int) -> None:
    """The work on base/home by several processes that start at once."""
    gate, opening = os.pipe()

    def waiting() -> int:
        os.close(opening)
        os.read(gate, 1)
        return WORK[kind](base / "home")

    children = [forked(waiting) for _ in range(several)]
    os.close(opening)
    print(*(ended(child) for child in children))


if __name__ == "__main__":
    models.SQL = small.SQL
    rules.tables()  # read once, before the forks
    assert locks is not None
    _, way, kind_, base_, number_ = sys.argv
    ways = {"steps": at_every_step, "room": with_little_room, "together": together}
    ways[way](kind_, Path(base_), int(number_))
