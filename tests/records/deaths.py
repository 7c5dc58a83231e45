"""A process that dies while it writes: `python -m tests.records.deaths HOME AT` kills itself before statement AT."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import event

from pipelines.records.changes import Change
from pipelines.records.database import open_records
from pipelines.workspace import Workspace
from tests.records.written import RINA, TINDAK


def main(home: str, at: int) -> int:
    """Write two actions and change a third, all in one; says how many statements that took."""
    records = open_records(Workspace(Path(home)))
    seen = 0

    def die(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(records._engine, "before_cursor_execute", die)
    event.listen(records._engine, "commit", die)
    records.write(
        [
            Change("tindak_lanjut", "T2", TINDAK),
            Change("tindak_lanjut", "T1", {"status": "Alert"}, 1),
            Change("tindak_lanjut", "T3", {**TINDAK, "lanjutan_dari": "T2"}),
        ],
        RINA,
    )
    return seen


if __name__ == "__main__":
    print(main(sys.argv[1], int(sys.argv[2])))
