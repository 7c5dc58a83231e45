"""The server under viewers: CPU and wall of a rerun, and fifty opens at once with every viewer's figures checked."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from pipelines import publish
from pipelines.workspace import open_workspace
from tests.benchmarks.table import spread, table
from tests.server.own import profiles, summary
from tests.server.running import raporda, server
from tests.server.viewer import Viewer, together

PAGES = ("", "peringkat", "profil-opd", "serapan", "aturan")
WITH_PEOPLE = ("", "target", "kinerja", "pejabat", "rotasi", "seratus-hari", "wilayah", "setda")  # on the whole sample
PEER = Path(__file__).parent / "peer_app.py"


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


def rerun(home: Path, until: str, *, pages: Sequence[str] = PAGES, of: str = "money") -> str:
    """CPU and wall per page rerun: the same link again, and each month as a link not opened before."""
    year, month = until.split("-")
    rows = []
    with server(raporda(home)) as (p, port):
        for page in pages:
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
    return table(f"Page reruns on the sample's {of} (server memory after: {memory} MB)", head, rows)


def herd(home: Path, until: str, *, viewers: int = 50) -> str:
    """Everybody opens Ringkasan at once, then everybody his own OPD, then again; wrong figures are counted."""
    made = publish.current(open_workspace(home))
    if made is None:
        raise RuntimeError("nothing is published")
    units, whole = profiles(made.path, until), summary(made.path, until)
    each = [units[n % len(units)] for n in range(viewers)]
    crowds = (
        ("Ringkasan", [whole] * viewers),
        ("Profil OPD, each his own, nobody before", each),
        ("Profil OPD, each his own, again", each),
    )
    rows = []
    with server(raporda(home)) as (p, port):
        for name, readers in crowds:
            before, start = _cpu(p), time.perf_counter()
            seen = asyncio.run(together(port, [(own.page, own.link) for own in readers]))
            everyone = time.perf_counter() - start
            p50, p95 = spread([v.seconds for v in seen])
            wrong = sum(not own.shown(visit) for own, visit in zip(readers, seen, strict=True))
            errors = sum(v.exceptions for v in seen)
            cost = (_cpu(p) - before) * 1000 / viewers
            times = [f"{p50:.2f}", f"{p95:.2f}", f"{everyone:.2f}", f"{cost:.0f}"]
            rows.append([name, str(viewers), *times, str(errors), str(wrong)])
        memory = p.memory_info().rss // 2**20
    head = ["page", "viewers", "p50 s", "p95 s", "all s", "CPU ms each", "errors", "wrong"]
    return table(f"Opened at the same moment (server memory after: {memory} MB)", head, rows)
