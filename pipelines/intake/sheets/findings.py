"""What the checks of a table find, kept small until it is told: words are made only for what will be listed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from pipelines.catalogue import both, text
from pipelines.intake.out import Out
from pipelines.intake.report import Problem, Severity, Text
from pipelines.intake.sheets.columns import Fault, Wrong
from pipelines.intake.sheets.tables import Table

_WORDED = 1_000  # no report lists more


@dataclass
class Findings:
    """The problems of one table, by row."""

    table: Table
    _made: list[tuple[int, Callable[[], Problem]]] = field(default_factory=list)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {column.name: column.cell.kind for column in self.table.columns}

    def add(
        self, index: int, column: str | None, key: str, *, severity: Severity = "error", read: str | None = None,
        **values: Any,
    ) -> None:  # fmt: skip
        """One problem at a cell, or at a row when no column is named; its words are `templat.<key>`."""
        self._made.append((index, partial(self._plain, index, column, key, severity, read, values)))

    def faults(self, column: str, found: Iterable[Fault]) -> None:
        """The cells of a column that could not be taken."""
        self._made += [(fault.index, partial(self._fault, column, fault)) for fault in found]

    def tell(self, out: Out) -> None:
        """Says everything in the order of the rows; beyond what is listed, problems are only counted."""
        ordered = sorted(self._made, key=lambda made: made[0])
        told = [make() for _, make in ordered[:_WORDED]]
        for problem in told:
            out.say(problem)
        for _ in ordered[_WORDED:]:
            out.say(told[-1])

    def _plain(
        self, index: int, column: str | None, key: str, severity: Severity, read: str | None, values: dict[str, Any]
    ) -> Problem:
        return self._at(index, column, both(f"templat.{key}", **values), key, severity, read)

    def _fault(self, column: str, fault: Fault) -> Problem:
        read = hidden(fault.read) if self._kinds[column] == "nip" else fault.read
        said = said_of(fault.wrong, column, read)
        return self._at(fault.index, column, said, fault.wrong.key, "error", read)

    def _at(
        self, index: int, column: str | None, message: Text, key: str, severity: Severity, read: str | None
    ) -> Problem:
        where = self.table.column_letter(index, column) if column else None
        row = int(self.table.rows[index])
        return Problem(key.upper(), severity, message, self.table.sheets[index], row, where, read and read[:200])


def hidden(text: str) -> str:
    """A cell that may hold a NIP, its digits hidden: how many there are and what else stands there stays visible."""
    return re.sub(r"\d", "•", text)


def said_of(wrong: Wrong, column: str, read: str) -> Text:
    """What is said of a cell that its column does not accept."""
    values = dict(wrong.values)
    shown = read.strip()[:200]
    if wrong.key == "angka_rancu":
        whole = shown.replace(".", "").replace(",", "")
        fraction = {"id": shown.replace(".", ","), "en": shown.replace(",", ".")}
        return {
            lang: text("templat.angka_rancu", lang, judul=column, terbaca=shown, satu=whole, dua=other)
            for lang, other in fraction.items()
        }
    if wrong.key == "di_luar_batas":
        low, high = values.pop("bawah", None), values.pop("atas", None)
        kind = "paling_sedikit" if high is None else "paling_banyak" if low is None else "antara"
        edge = both(f"templat.batas_{kind}", bawah=low, atas=high)
        return {
            lang: text("templat.di_luar_batas", lang, judul=column, terbaca=shown, batas=words)
            for lang, words in edge.items()
        }
    return both(f"templat.{wrong.key}", judul=column, terbaca=shown, **values)
