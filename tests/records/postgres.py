"""A PostgreSQL of the tests' own: on a socket in a folder, gone with the run."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OTHERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)  # where Debian keeps them


def program(name: str) -> str | None:
    """Where one of PostgreSQL's programs stands; None on a machine without it."""
    found = shutil.which(name)
    return found or next((str(folder / name) for folder in _OTHERS if (folder / name).exists()), None)


@contextmanager
def cluster() -> Iterator[str]:
    """A running server; yields the folder of its socket."""
    # Root may not run it, and whoever runs it must be able to enter the folder; a socket's path is short.
    user = "postgres" if os.name == "posix" and os.getuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="rpg-", dir="/tmp"))
    if user:
        shutil.chown(home, user)
    data = home / "data"

    def run(name: str, *args: str) -> None:
        tool = program(name)
        assert tool, f"{name} is not installed"
        subprocess.run(
            [tool, *args], user=user, cwd=home, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL
        )

    try:
        run("initdb", "-D", str(data), "-U", "raporda", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C")
        options = f"-c listen_addresses='' -c unix_socket_directories='{home}' -c fsync=off"
        run("pg_ctl", "-D", str(data), "-l", str(home / "log"), "-o", options, "-w", "start")
        try:
            yield str(home)
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def fresh(socket: str, name: str) -> str:
    """The URL of a new, empty database."""
    tool = program("createdb")
    assert tool
    subprocess.run([tool, "-h", socket, "-U", "raporda", name], check=True)
    return f"postgresql://raporda@/{name}?host={socket}"
