"""A sheet of coded budget lines sorted into leaves and what stands above them, counted and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipelines.intake import doubled, lines, tree
from pipelines.intake.grid import Sheet
from pipelines.intake.out import Out
from pipelines.intake.scale import times
from pipelines.intake.spending import names_of
from pipelines.intake.tree import Line
from pipelines.intake.verify import Column


@dataclass(frozen=True)
class Budget:
    """The lines of one sheet; amounts in sen, in the order of its value columns."""

    leaves: list[Line]
    above: list[Line]
    total: Line | None  # the row that sums everything, where there is one
    names: dict[str, str]  # of units and activities, by code

    @property
    def sound(self) -> list[Line]:
        """The leaves whose every amount could be read."""
        return [leaf for leaf in self.leaves if leaf.sound]


def read_budget(
    out: Out, sheet: Sheet, *, first: int, code_columns: Sequence[int], name_column: int, columns: Sequence[Column]
) -> Budget:
    """The lines from the 0-based row `first` on; their problems are told, and they are counted."""
    body = lines.read(
        sheet.rows(first), first, code_columns=code_columns, name_columns=[name_column],
        values=[column.place for column in columns], out=out, sheet=sheet.name,
        times=times(out, sheet.top[:first], sheet=sheet.name),
    )  # fmt: skip
    leaves, above = tree.split(body.lines)
    lines.report(out, body, leaves, sheet=sheet.name)
    budget = Budget(leaves, above, body.total, names_of(body.lines))
    sound = len(budget.sound)
    said = np.fromiter((hash((leaf.key, leaf.name, leaf.amounts)) for leaf in budget.sound), np.int64, sound)
    units, of = np.unique(np.array([leaf.unit for leaf in budget.sound], dtype=np.str_), return_inverse=True)
    doubled.tell(out, units.tolist(), of, said.view(np.uint64), sheet=sheet.name)
    out.count(accepted=sound, quarantined=len(leaves) - sound + body.lost, parents=len(above), other=body.other)
    return budget
