"""The forecast of the year-end on years that are over: by how much each way missed at each month, and what it held."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipelines.engines.duckdb import Reader
from tests.benchmarks.table import table

YEAR = 2026
MONTHS = (1, 3, 6, 8, 9, 10, 11)
WAYS = {"kurva": "own curve (in use)", "rak": "cash plan left", "laju": "run-rate"}
_SQL = (
    "select * from app.uji_pendaratan where tahun = ? and cakupan = 'semua' and lingkup = ? and cara = ? and bulan = ?"
)


def measure(path: Path) -> str:
    """One row a month and way: the median miss, and how many year-ends the range held and how wide it was."""
    reader, rows = Reader(path), []
    for month in MONTHS:
        for way, name in WAYS.items():
            [opd], [region] = (reader.run(_SQL, [YEAR, scope, way, month], opd=["*"]) for scope in ("opd", "daerah"))
            rows.append(
                [
                    str(month),
                    name,
                    str(opd["n"]),
                    _points(opd),
                    _held(opd),
                    f"{opd['lebar_median'] or 0:.2f}",
                    _points(region),
                    _held(region),
                ]
            )
    head = [
        "from month",
        "way",
        "OPD year-ends",
        "missed by, points",
        "within range",
        "range, points",
        "region missed by",
        "within",
    ]
    return table(f"Year-end forecast on closed years before {YEAR} (each from earlier years alone)", head, rows)


def _points(row: dict[str, Any]) -> str:
    return f"{row['galat_median']:.2f}"


def _held(row: dict[str, Any]) -> str:
    held, given = row["n_dalam"] or 0, row["n_rentang"]
    return f"{held} of {given} ({100 * held / given:.0f} %)" if given else "–"
