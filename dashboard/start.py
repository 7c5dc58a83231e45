"""`make run`: from an empty folder to a served dashboard, saying at every step what is done and how far it is."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipelines import ledger, sample
from pipelines.build import build
from pipelines.catalogue import text
from pipelines.folders import ANSWERS, jobs
from pipelines.imports import import_files
from pipelines.intake.report import Answers
from pipelines.workspace import Workspace, open_workspace

SAMPLE = "contoh"  # who records the files of the sample


def main() -> int:
    """Sample, import, build, serve; ends with the server's own exit code."""
    options = argparse.ArgumentParser(prog="python -m dashboard.start")
    options.add_argument("--port", type=int, default=8501)
    options.add_argument("--lang", choices=("id", "en"), default="id")
    options.add_argument("--no-serve", action="store_true", help="prepare only")
    chosen = options.parse_args()
    console = Console(file=sys.stdout, highlight=False)
    ws = open_workspace()
    _fill(ws, console, chosen.lang)
    with _bar(console) as bar:
        task = bar.add_task(text("mulai.hitung", chosen.lang), total=None)
        made = build(ws, progress=lambda _, done, total: bar.update(task, completed=done, total=total))
        bar.update(task, completed=bar.tasks[task].total or 1, total=bar.tasks[task].total or 1)
    console.print(text("mulai.hitung_selesai", chosen.lang, build=made.id))
    if chosen.no_serve:
        return 0
    from dashboard import main as server  # late: preparing does not need the server

    console.print(text("mulai.siap", chosen.lang, alamat=f"http://127.0.0.1:{chosen.port}"), style="bold")
    os.environ["RAPORDA_HOME"] = str(ws.home)
    server.serve(ws.home, port=chosen.port)
    return 0


def _fill(ws: Workspace, console: Console, lang: str) -> None:
    folder = ws.home / "contoh"
    recorded = ledger.events(ws.ledger)
    if recorded and not _begun(recorded, folder):
        console.print(text("mulai.impor_lewat", lang, jumlah=len(ledger.in_force(recorded))))
        return
    if (folder / ANSWERS).exists():
        console.print(text("mulai.contoh_ada", lang, folder=folder.name))
    else:
        with _bar(console) as bar:
            task = bar.add_task(text("mulai.contoh", lang), total=None)
            sample.generate(folder, progress=lambda _, done, total: bar.update(task, completed=done, total=total))

    found, _ = jobs([folder], Answers(), None)
    with _bar(console) as bar:
        task = bar.add_task(text("mulai.impor", lang, jumlah=len(found)), total=len(found))
        for report in import_files(ws, found, actor=SAMPLE):
            reading = report.reading
            if reading.status not in ("accepted", "duplicate"):
                first = next((p.message[lang] for p in reading.problems if p.severity == "error"), "")
                values = {"berkas": reading.file, "status": reading.status, "pesan": first}
                console.print(text("mulai.tak_diterima", lang, **values))
            bar.advance(task)


def _begun(recorded: list[ledger.Event], folder: Path) -> bool:
    """Whether these are the first files of a sample whose import was cut short; nobody else's data is added to."""
    if any(event.actor != SAMPLE for event in recorded) or not (folder / ANSWERS).exists():
        return False
    return len(recorded) < len(jobs([folder], Answers(), None)[0])


def _bar(console: Console) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=24), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console)


if __name__ == "__main__":
    sys.exit(main())
