"""The server under viewers: CPU and wall of a rerun, and fifty opens at once with every viewer's figures checked."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from dashboard import look
from pipelines import publish
from pipelines.engines.duckdb import Reader
from pipelines.measures import query
from pipelines.workspace import open_workspace
from tests.benchmarks.table import spread, table
from tests.benchmarks.viewer import Viewer, Visit, together

PAGES = ("", "peringkat", "profil-opd", "serapan", "aturan")
RAPORDA = [sys.executable, "-c", "from dashboard.commands import main; main()"]
PEER = Path(__file__).parent / "peer_app.py"


@contextmanager
def server(command: list[str], option: str) -> Iterator[tuple[psutil.Process, int]]:
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


async def _ready(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(240):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode} before it served")
        try:
            viewer = Viewer(port)
            await viewer.open()
            await viewer.visit("")
            await viewer.close()
        except OSError:
            await asyncio.sleep(0.25)
        else:
            return
    raise TimeoutError(f"no server on port {port}")


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


async def _reruns(port: int, process: psutil.Process, page: str, queries: list[str]) -> list[tuple[float, float]]:
    viewer = Viewer(port)
    await viewer.open()
    await viewer.visit(page, queries[0])
    seen = []
    for link in queries:
        before = _cpu(process)
        visit = await viewer.visit(page, link)
        seen.append((visit.seconds, _cpu(process) - before))
    await viewer.close()
    return seen


def rerun(home: Path, until: str) -> str:
    """CPU and wall per page rerun: the same link again, and each month as a link not opened before."""
    year, month = until.split("-")
    rows = []
    with server([*RAPORDA, "--home", str(home), "serve"], "--port") as (p, port):
        for page in PAGES:
            warm = [f"tahun={year}&bulan={int(month)}"] * 20
            cold = [f"tahun={year}&bulan={m}" for m in range(1, int(month) + 1)]
            for name, queries in (("again", warm), ("another month", cold)):
                seen = asyncio.run(_reruns(port, p, page, queries))
                wall, cpu = spread([s[0] * 1000 for s in seen]), spread([s[1] * 1000 for s in seen])
                rows.append(
                    [page or "ringkasan", name, f"{cpu[0]:.0f}", f"{cpu[1]:.0f}", f"{wall[0]:.0f}", f"{wall[1]:.0f}"]
                )
        memory = p.memory_info().rss // 2**20
    peer = [sys.executable, "-m", "streamlit", "run", str(PEER)]
    with server([*peer, "--server.headless", "true"], "--server.port") as (p, port):
        seen = asyncio.run(_reruns(port, p, "", [f"n={n}" for n in range(20)]))
        wall, cpu = spread([s[0] * 1000 for s in seen]), spread([s[1] * 1000 for s in seen])
        rows.append(["peer: two plotly.express charts", "defaults", *(f"{v:.0f}" for v in (*cpu, *wall))])
    head = ["page", "rerun", "CPU ms p50", "CPU ms p95", "wall ms p50", "wall ms p95"]
    return table(f"Page reruns (server memory after: {memory} MB)", head, rows)


@dataclass(frozen=True)
class Own:
    """A unit and the absorption its page must show, as written."""

    code: str
    name: str
    serapan: str


def owners(home: Path, until: str) -> list[Own]:
    """The units that have reported by `until`, each with its figure, read past the server."""
    made = publish.current(open_workspace(home))
    if made is None:
        raise RuntimeError("nothing is published")
    found = query(Reader(made.path), "serapan", by=["opd"], where={}, until=until, known_at=None, opd=["*"])
    return [
        Own(row["opd"], row["opd_nama"], look.write(row["nilai"], "persen", "id").split()[0])
        for row in found["rows"]
        if row["nilai"] is not None
    ]


def _wrong(visit: Visit, own: Own) -> bool:
    """Whether the page misses this unit's name or its figure."""
    return own.name.encode() not in visit.content or own.serapan.encode() not in visit.content


def herd(home: Path, until: str, *, viewers: int = 50) -> str:
    """Everybody opens Ringkasan at once, then everybody his own OPD; wrong figures are counted, not timed."""
    year, month = until.split("-")
    link = f"tahun={year}&bulan={int(month)}"
    units = owners(home, until)
    rows = []
    with server([*RAPORDA, "--home", str(home), "serve"], "--port") as (p, port):
        for name, visits in (
            ("Ringkasan", [("", link)] * viewers),
            (
                "Profil OPD, each his own",
                [("profil-opd", f"{link}&opd={units[n % len(units)].code}") for n in range(viewers)],
            ),
        ):
            start = time.perf_counter()
            seen = asyncio.run(together(port, visits))
            whole = time.perf_counter() - start
            p50, p95 = spread([v.seconds for v in seen])
            own = name.startswith("Profil")
            wrong = sum(own and _wrong(visit, units[n % len(units)]) for n, visit in enumerate(seen))
            errors = sum(v.exceptions for v in seen)
            rows.append([name, str(viewers), f"{p50:.2f}", f"{p95:.2f}", f"{whole:.2f}", str(errors), str(wrong)])
        memory = p.memory_info().rss // 2**20
    head = ["page", "viewers", "p50 s", "p95 s", "all s", "errors", "wrong"]
    return table(f"Opened at the same moment (server memory after: {memory} MB)", head, rows)
