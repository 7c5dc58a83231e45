"""A server in a process of its own, for those who open its pages without a browser."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.server.viewer import Viewer

_LOOKS, _APART = 480, 0.25  # how often a starting server is asked whether it serves, and how many seconds apart


def raporda(home: Path) -> list[str]:
    """The command that serves a workspace; the port is still to be said."""
    return [sys.executable, "-c", "from dashboard.commands import main; main()", "--home", str(home), "serve"]


@contextmanager
def server(command: Sequence[str], option: str = "--port") -> Iterator[tuple[psutil.Process, int]]:
    """A server of our own on a free port, ready to serve; ended by its pid."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([*command, option, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        asyncio.run(_ready(process, port))
        yield psutil.Process(process.pid), port
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


async def _ready(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(_LOOKS):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode} before it served")
        try:
            viewer = Viewer(port)
            await viewer.open()
            await viewer.visit("")
            await viewer.close()
        except OSError:
            await asyncio.sleep(_APART)
        else:
            return
    raise TimeoutError(f"no server on port {port}")
