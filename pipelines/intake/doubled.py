"""Content pasted twice: a unit of which every row stands in the file more than once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipelines.intake.out import Out

FEWEST = 3  # rows of a unit below which equal ones prove nothing


def tell(
    out: Out, units: Sequence[str], of: npt.NDArray[np.integer], prints: npt.NDArray[np.uint64], *, sheet: str
) -> None:
    """Doubts a file in which all rows of a unit are repeated.

    `of` says which of the units each row belongs to, `prints` has one number a row, equal for equal rows.
    """
    ordered = np.sort(prints)
    if (ordered[1:] != ordered[:-1]).all():
        return
    _, place, times = np.unique(prints, return_inverse=True, return_counts=True)
    alone = times[place] == 1
    rows = np.bincount(of, minlength=len(units))
    repeated = (np.bincount(of, weights=alone, minlength=len(units)) == 0) & (rows >= 2 * FEWEST)
    for unit in sorted(np.flatnonzero(repeated).tolist(), key=lambda i: str(units[i]))[:20]:
        out.doubt("BARIS_KEMBAR", sheet=sheet, unit=units[unit] or "-", jumlah=int(rows[unit]))
