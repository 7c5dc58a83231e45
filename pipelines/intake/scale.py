"""What amounts are written in: rupiah, unless the head of the sheet says thousands or millions of them."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.intake.grid import Row
from pipelines.intake.out import Out
from pipelines.intake.sheets.proposal import TIMES, unit_of


def times(out: Out, head: Sequence[Row], *, sheet: str) -> int:
    """What the amounts of a sheet are multiplied by to be rupiah; other than 1 a person must confirm it."""
    unit, words = unit_of(head)
    factor = TIMES[unit]
    if factor != 1:
        row = next((i for i, cells in enumerate(head, start=1) if unit_of([cells])[1]), None)
        out.doubt("SATUAN_DIKALIKAN", sheet=sheet, row=row, read=words, kali=f"{factor:,}".replace(",", "."))
    return factor
