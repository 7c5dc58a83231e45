"""The whole pack of a meeting that called 48 OPD and left each something to do: seconds by kind of file."""

from __future__ import annotations

import io
import time
from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path

from pptx import Presentation

from dashboard import access, query
from dashboard.export.brand import brand
from dashboard.export.bundle import Order, pieces
from dashboard.topics.papan import papan
from dashboard.view import View
from pipelines.build import build
from pipelines.records.changes import Change, Who
from pipelines.records.database import open_records
from pipelines.records.store import Records
from pipelines.workspace import open_workspace
from tests.benchmarks.table import table

CALLED = 48
MEETING = "UKUR-48"
MOMENT = datetime(2026, 11, 10, tzinfo=UTC)


def _meeting(records: Records, units: list[str]) -> None:
    """A meeting with an action for each unit; written once."""
    if records.get("rapat", MEETING) is not None:
        return
    said = {"jenis": "TEPRA", "tanggal": date(2026, 11, 10), "perihal": "Ukuran paket"}
    task = {"rapat_id": MEETING, "uraian": "Laporkan percepatan", "tenggat": date(2026, 11, 30), "status": "Belum"}
    tasks = [Change("tindak_lanjut", f"U-{code}", {**task, "kode_opd": code}) for code in units]
    records.write([Change("rapat", MEETING, said), *tasks], Who("ukur"))


def measure(home: Path, until: str) -> str:
    """Files, pages or slides, seconds and size of each kind of file in the pack."""
    ws = open_workspace(home)
    year, month = (int(part) for part in until.split("-"))
    ask = query.current(ws, scope=access.scope(), lang="id")
    if ask is None:
        raise RuntimeError("nothing is published to make a pack of")
    units = [unit.kode for unit in papan(ask, View(tahun=year, bulan=month))][:CALLED]
    _meeting(open_records(ws), units)
    build(ws)
    ask = query.current(ws, scope=access.scope(), lang="id")
    assert ask
    order = Order("tepra", View(tahun=year, bulan=month), opd=tuple(units), rapat=MEETING)
    seconds: dict[str, float] = defaultdict(float)
    files: dict[str, int] = defaultdict(int)
    size: dict[str, int] = defaultdict(int)
    slides = 0
    for piece in pieces(order, ask, brand(ws.home), MOMENT):
        kind = piece.name.partition("/")[0] if "/" in piece.name else piece.name.rpartition(".")[2]
        start = time.perf_counter()
        content = piece.make()
        seconds[kind] += time.perf_counter() - start
        files[kind] += 1
        size[kind] += len(content)
        if kind == "pptx":
            slides = len(Presentation(io.BytesIO(content)).slides)
    shown = {"pptx": str(slides)}
    rows = [
        [name, str(files[name]), shown.get(name, ""), f"{seconds[name]:.1f}", f"{size[name] // 1024} KB"]
        for name in files
    ]
    whole = [str(sum(files.values())), "", f"{sum(seconds.values()):.1f}", f"{sum(size.values()) // 1024} KB"]
    rows.append(["all", *whole])
    return table(f"Pack of {len(units)} OPD", ["files", "n", "slides", "s", "size"], rows)
