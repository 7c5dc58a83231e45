"""Rows of a query become the table behind a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dashboard.figures.figure import Column, Link, Table

Row = Mapping[str, Any]


def table(
    rows: Iterable[Row],
    columns: Iterable[Column],
    *,
    link: Callable[[Row], Link | None] | None = None,
    shown: int | None = None,
) -> Table:
    """The table of all rows, one value for each column by its id; a column a row lacks is unknown, not zero."""
    kept, heads = list(rows), tuple(columns)
    return Table(
        columns=heads,
        rows=tuple(tuple(row.get(head.id) for head in heads) for row in kept),
        links=tuple(link(row) for row in kept) if link else (),
        shown=shown,
    )
