"""Doubts about a workbook of meetings that only the records can raise: rows overtaken on the screen."""

from __future__ import annotations

from pipelines.contracts.rapat import CATATAN
from pipelines.doubts import Doubt
from pipelines.intake.report import Problem, Reading
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace

CODE = "CATATAN_DITAHAN"


def meeting_doubts(reading: Reading, ws: Workspace) -> list[Doubt]:
    """Every row that will not be taken over what stands, with its place in the file; none where all will."""
    if CATATAN.keys().isdisjoint(reading.tables):
        return []
    from pipelines.records.arriving import weigh  # late: other files need no database

    try:
        held = weigh(ws, reading.tables)
    except Trouble as trouble:  # the import stands; its rows arrive with the first build that reaches the records
        return [Doubt(Problem("CATATAN_TAK_TERJANGKAU", "warning", trouble.words), asks=False)]
    return [Doubt(Problem(CODE, "warning", one.why, one.sheet, one.row), asks=False) for one in held]
