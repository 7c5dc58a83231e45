"""Content pasted twice: a unit of which every row stands in the file more than once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipelines.intake.out import Out

FEWEST = 3  # rows of a unit below which equal ones prove nothing


def tell(out: Out, units: Sequence[str], prints: npt.NDArray[np.int64], *, sheet: str) -> None:
    """Doubts a file in which all rows of a unit are repeated; `prints` has one number a row, equal for equal rows."""
    if not len(prints):
        return
    _, place, times = np.unique(prints, return_inverse=True, return_counts=True)
    alone = times[place] == 1
    if alone.all():
        return
    names, of = np.unique(np.array(units, dtype=object).astype(str), return_inverse=True)
    rows = np.bincount(of)
    repeated = (np.bincount(of, weights=alone) == 0) & (rows >= 2 * FEWEST)
    for unit in np.flatnonzero(repeated)[:20].tolist():
        out.doubt("BARIS_KEMBAR", sheet=sheet, unit=names[unit] or "-", jumlah=int(rows[unit]))
