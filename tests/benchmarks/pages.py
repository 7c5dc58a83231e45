"""The server under viewers: CPU and wall of a rerun, and fifty opens at once with every viewer's figures checked."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.benchmarks.table import spread, table
from tests.benchmarks.viewer import Viewer, Visit, together

PAGES = ("", "peringkat", "profil-opd", "serapan", "aturan")
PEER = Path(__file__).parent / "peer_app.py"


@contextmanager
def server(command: list[str], port: int) -> Iterator[psutil.Process]:
    """A server of our own, ready to serve; ended by its pid."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        asyncio.run(_ready(port))
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


async def _ready(port: int) -> None:
    for _ in range(240):
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
    for query in queries:
        before = _cpu(process)
        visit = await viewer.visit(page, query)
        seen.append((visit.seconds, _cpu(process) - before))
    await viewer.close()
    return seen


def rerun(home: Path, until: str, port: int = 8690) -> str:
    """CPU and wall per page rerun: the same link again, and each month as a link not opened before."""
    year, month = until.split("-")
    rows = []
    with server(
        [sys.executable, "-m", "dashboard.commands", "--home", str(home), "serve", "--port", str(port)], port
    ) as p:
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
    with server([*peer, "--server.port", str(port + 1), "--server.headless", "true"], port + 1) as p:
        seen = asyncio.run(_reruns(port + 1, p, "", [f"n={n}" for n in range(20)]))
        wall, cpu = spread([s[0] * 1000 for s in seen]), spread([s[1] * 1000 for s in seen])
        rows.append(["peer: two plotly.express charts", "defaults", *(f"{v:.0f}" for v in (*cpu, *wall))])
    head = ["page", "rerun", "CPU ms p50", "CPU ms p95", "wall ms p50", "wall ms p95"]
    return table(f"Page reruns (server memory after: {memory} MB)", head, rows)


def _own_number(visit: Visit, code: str) -> bool:
    """Whether the page speaks of this unit and of no other one's code."""
    codes = set(re.findall(r"\b\d\.\d{2}\.\d\.\d{2}\.\d\.\d{2}\.\d{2}\.\d{4}\b", visit.text))
    return code in codes or not codes


def herd(home: Path, until: str, codes: list[str], *, viewers: int = 50, port: int = 8695) -> str:
    """Everybody opens Ringkasan at once, then everybody his own OPD; wrong figures are counted, not timed."""
    year, month = until.split("-")
    query = f"tahun={year}&bulan={int(month)}"
    rows = []
    with server(
        [sys.executable, "-m", "dashboard.commands", "--home", str(home), "serve", "--port", str(port)], port
    ) as p:
        for name, visits in (
            ("Ringkasan", [("", query)] * viewers),
            (
                "Profil OPD, each his own",
                [("profil-opd", f"{query}&opd={codes[n % len(codes)]}") for n in range(viewers)],
            ),
        ):
            start = time.perf_counter()
            seen = asyncio.run(together(port, visits))
            whole = time.perf_counter() - start
            p50, p95 = spread([v.seconds for v in seen])
            wrong = sum(
                not _own_number(v, codes[n % len(codes)]) for n, v in enumerate(seen) if name.startswith("Profil")
            )
            errors = sum(v.exceptions for v in seen)
            rows.append([name, str(viewers), f"{p50:.2f}", f"{p95:.2f}", f"{whole:.2f}", str(errors), str(wrong)])
        memory = p.memory_info().rss // 2**20
    head = ["page", "viewers", "p50 s", "p95 s", "all s", "errors", "wrong"]
    return table(f"Opened at the same moment (server memory after: {memory} MB)", head, rows)
