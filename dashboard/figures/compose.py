"""A figure put together: its alternative text is always written from its own rows, and an empty one says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from dashboard.figures.alt import describe
from dashboard.figures.figure import Chart, Column, Figure, Lang, Link, Provenance, Table


def compose(
    id: str,
    *,
    title: str,
    chart: Chart,
    table: Table,
    provenance: Provenance,
    lang: Lang,
    question: str | None = None,
    notes: Iterable[str] = (),
    width: Literal["full", "half"] = "full",
    tags: Iterable[str] = (),
    trail: Iterable[tuple[str, Link]] = (),
) -> Figure:
    """The figure with its words for those who do not see it."""
    return Figure(
        id=id,
        title=title,
        chart=chart,
        table=table,
        provenance=provenance,
        alt=describe(chart, table, title=title, lang=lang),
        question=question,
        notes=tuple(note for note in notes if note),
        width=width,
        tags=tuple(tags),
        trail=tuple(trail),
    )


def missing(
    id: str,
    *,
    title: str,
    empty: str,
    provenance: Provenance,
    columns: Iterable[Column] = (),
    question: str | None = None,
    width: Literal["full", "half"] = "full",
    tags: Iterable[str] = (),
    trail: Iterable[tuple[str, Link]] = (),
) -> Figure:
    """A figure without data: `empty` says what is missing and what to import."""
    return Figure(
        id=id,
        title=title,
        chart=None,
        table=Table(tuple(columns), ()),
        provenance=provenance,
        alt=f"{title}. {empty}",
        question=question,
        empty=empty,
        width=width,
        tags=tuple(tags),
        trail=tuple(trail),
    )
