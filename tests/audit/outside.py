"""`raporda` as another program calls it: a process of its own, its input closed, its output bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.house.source import ROOT


def command(home: Path, *words: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """What a call gave; fails when it does not end within two minutes."""
    own = {**os.environ, "RAPORDA_HOME": str(home), "RAPORDA_LANG": "id", **(env or {})}
    line = [sys.executable, "-c", "from dashboard.commands import main; main()", *map(str, words)]
    return subprocess.run(line, cwd=ROOT, env=own, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


def document(home: Path, *words: object, code: int = 0, env: dict[str, str] | None = None) -> Any:
    """The one JSON document that a call printed, in UTF-8 and with nothing beside it."""
    done = command(home, *words, "--json", env=env)
    assert b"Traceback" not in done.stderr, done.stderr.decode(errors="replace")
    assert done.returncode == code, done.stdout + done.stderr
    return json.loads(done.stdout.decode("utf-8"), parse_float=Decimal)
