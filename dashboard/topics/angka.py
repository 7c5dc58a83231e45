"""The catalogue's measures for what a reader looks at: group, cakupan and month come from the view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from dashboard import look
from dashboard.figures.figure import Value
from dashboard.query import Ask
from dashboard.view import View
from pipelines.measures import exact, measures

Row = dict[str, Any]
NOTHING: Mapping[str, Any] = MappingProxyType({})


def where(view: View, also: Mapping[str, str | None]) -> dict[str, str]:
    """The filters of the view and others; an OPD that is looked at stands above the group."""
    kept = {name: code for name, code in also.items() if code}
    if "opd" not in kept:
        group = {"kelompok": view.asisten, "komisi": view.komisi}
        kept |= {name: code for name, code in group.items() if code}
    if view.cakupan != "semua":
        kept["cakupan"] = view.cakupan
    return kept


def measure(
    ask: Ask,
    view: View,
    ids: Sequence[str],
    *,
    by: Sequence[str] = (),
    until: str | None = None,
    also: Mapping[str, str | None] = NOTHING,
) -> list[Row]:
    """The measures by dimensions, exact, for the view's group and cakupan, up to its month or another."""
    rows = ask.measure(ids, by=by, where=where(view, also), until=until or view.until)
    units = {name: measures()[name].satuan for name in ids}
    return [{**row, **{name: exact(row[name], unit) for name, unit in units.items()}} for row in rows]


def total(
    ask: Ask, view: View, ids: Sequence[str], *, until: str | None = None, also: Mapping[str, str | None] = NOTHING
) -> Mapping[str, Any]:
    """One row: the measures for the view as a whole; empty where nothing is known."""
    rows = measure(ask, view, ids, until=until, also=also)
    return rows[0] if rows else NOTHING


def months(lang: str, *, until: int = 12) -> tuple[str, ...]:
    """The short names of the year's months up to one."""
    return tuple(look.month(n, lang, short=True) for n in range(1, until + 1))


def month_of(row: Mapping[str, Any]) -> int:
    """The month's number of a row by `bulan`, whether that is a number or 'YYYY-MM'."""
    return int(str(row["bulan"]).rpartition("-")[2])


def over_months(rows: Sequence[Row], column: str, *, last: int = 12) -> tuple[Value, ...]:
    """The values of a column by month, January to December; unknown after `last` and where there is no row."""
    found = {month_of(row): row.get(column) for row in rows}
    return tuple(found.get(month) if month <= last else None for month in range(1, 13))


def less(a: Any, b: Any) -> Decimal | None:
    """a − b; unknown when either is."""
    return None if a is None or b is None else Decimal(str(a)) - Decimal(str(b))
