"""`make bench`: every table, or those named: intake, build, pages, deck, pack, pendaratan; `orang` if named."""

from __future__ import annotations

import sys
from pathlib import Path

from pipelines import publish, sample
from pipelines.build import build
from pipelines.folders import jobs
from pipelines.imports import import_files
from pipelines.intake.report import Answers
from pipelines.workspace import open_workspace
from tests.benchmarks.table import machine

VAR = Path("var") / "bench"
UNTIL = "2026-10"


def _prepare(home: Path, **how: int) -> None:
    """Fills a workspace with the sample, once, and builds what is new."""
    ws = open_workspace(home)
    if not ws.current.exists():
        sample.generate(home / "contoh", **how)
        for _ in import_files(ws, jobs([home / "contoh"], Answers(), None)[0]):
            pass
    build(ws)


def main(wanted: list[str]) -> None:
    """Print the tables, each as soon as it is there."""
    names = wanted or ["intake", "build", "pages", "deck", "pack", "pendaratan"]
    out = sys.stdout.write
    if "intake" in names:
        from tests.benchmarks import intake

        out(intake.measure(intake.workbook(VAR / "sejuta.xlsx")) + "\n")
    if "build" in names:
        from tests.benchmarks import builds

        out(builds.measure(VAR) + "\n")
    home, whole = VAR / "home", VAR / "lengkap"
    if {"pages", "deck"} & set(names):
        _prepare(home, asn=0)
    if {"pages", "pack"} & set(names):
        _prepare(whole)
    if "pages" in names:
        from tests.benchmarks import pages

        out(pages.rerun(home, UNTIL) + "\n")
        out(pages.herd(home, UNTIL) + "\n")
        out(pages.rerun(whole, UNTIL, pages=pages.WITH_PEOPLE, of="people and targets") + "\n")
    if "deck" in names:
        from tests.benchmarks import exports

        out(exports.measure(home, UNTIL) + "\n")
    if "pack" in names:
        from tests.benchmarks import paket

        out(paket.measure(whole, UNTIL) + "\n")
    if "pendaratan" in names:
        from tests.benchmarks import pendaratan

        home = VAR / "enam-tahun"  # five closed years: ranges are then tested in three of them, not in one
        _prepare(home, asn=0, years=6)
        made = publish.current(open_workspace(home))
        out(pendaratan.measure(made.path) + "\n" if made else "")
    if "orang" in names:
        from tests.benchmarks import orang

        out(orang.same_in_any_order(VAR) + "\n")
        out(orang.measure(VAR) + "\n")
    out(machine() + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
