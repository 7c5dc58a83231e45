"""A cash plan that is coarser than the split asked for: its rows then stand beside the money, not under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Line = dict[str, Any]


def fitted(lines: Sequence[Line], *, plan: Iterable[str]) -> tuple[list[Line], bool]:
    """The lines that hold money, and whether the plan had to be left out because it is coarser than they are.

    A line is only plan when it has RAK but neither pagu nor realisasi, and its code is blank or stands above another's.
    `plan` names the columns that compare with RAK; they become unknown, for a plan of nil would be a false one.
    """
    codes = [str(line["kode"]) for line in lines if line["kode"]]
    only = [line for line in lines if line["rak"] and not line["pagu"] and not line["realisasi"]]
    coarse = [line for line in only if not line["kode"] or any(_under(code, str(line["kode"])) for code in codes)]
    if not coarse:
        return list(lines), False
    blank = dict.fromkeys(plan)
    return [{**line, **blank} for line in lines if line not in coarse], True


def _under(code: str, above: str) -> bool:
    return code.startswith(f"{above}.")
