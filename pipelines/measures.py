"""Asking a measure: the one place where a number gets its unit, its rounding, its target, its colour and its rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pipelines.measure_catalogue import Both, Dimension, Measure, dimensions, measures, splits
from pipelines.measure_rules import Judged, Reads
from pipelines.measure_statement import USUAL, Where, conditions, dated, period, source, statement
from pipelines.trouble import Trouble

OF_MONEY = ("anggaran", "opd_bulan", "rapor", "pendaratan")  # their months are those of the reports

__all__ = ["Both", "Dimension", "Measure", "dimensions", "exact", "measures", "query", "splits", "statement"]


def query(
    reader: Reads,
    measure: str,
    *,
    by: Sequence[str] = (),
    where: Mapping[str, str] | None = None,
    until: str | None = None,
    known_at: date | datetime | None = None,
    opd: Sequence[str] | None = None,
) -> dict[str, Any]:
    """A measure by dimensions as `raporda query` prints it; `nilai` is None where nothing was reported.

    Each row of a judged measure names its own rule: months of one answer may be judged by different ones.
    """
    where = dated(where or {})
    statement([measure], by=by, where=where, until="2000-01")  # refuses what cannot be asked before anything is read
    asked = measures()[measure]
    until = until or _last_month(reader, asked, where, opd)
    head = {"measure": measure, "unit": asked.satuan, "build": _build(reader)}
    known = known_at.isoformat() if known_at else None
    if until is None:
        return {**head, "until": None, "known_at": known, "rule": None, "rows": []}
    year, month = period(until)
    for name, value in where.items():
        _must_exist(reader, asked, name, value, opd)
    target = _target(asked, by, where)
    sql, params = statement([measure, *([target] if target else [])], by=by, where=where, until=until)
    at = (int(where.get("tahun", year)), int(where.get("bulan", month)))  # where a split does not say otherwise
    judged = Judged(reader, by, where, at, opd) if asked.dinilai else None
    rows = []
    for row in reader.run(sql, params, opd=opd):
        shown = {name: value for name, value in row.items() if name not in (measure, target)}
        shown["nilai"] = exact(row[measure], asked.satuan)
        shown["target"] = exact(row[target], measures()[target].satuan) if target else None
        shown["status"] = None
        if judged:
            shown["status"], shown["rule"] = judged.of(row)
        rows.append(shown)
    return {
        **head,
        "until": f"{year:04d}-{month:02d}",
        "known_at": known,
        "rule": judged.rules(rows) if judged else None,
        "rows": rows,
    }


def exact(value: Any, unit: str) -> Decimal | int | None:
    """A value as it is printed: rupiah to the sen, percent and points half-up to two decimals, counts whole."""
    if value is None:
        return None
    if unit == "bulat":
        return int(value)
    rounded = Decimal(str(value)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return rounded if rounded else abs(rounded)


def _last_month(reader: Reads, measure: Measure, where: Mapping[str, str], opd: Sequence[str] | None) -> str | None:
    """The last month with any report; for a measure of people the last one up to it of which anything is known.

    An SKP of the running year is set but not assessed: what is asked of evaluations stands where the last ones are.
    """
    reported = _last_report(reader, where, opd)
    if measure.mart in OF_MONEY:
        return reported
    asked: dict[str, Any] = {**USUAL.get(measure.mart, {}), **where}
    params: list[Any] = []
    kept = " and ".join(["true", *conditions(measure.mart, asked, params)])
    sql = f"select f.tahun, f.bulan {source(measure.mart, list(asked))} where {kept} group by f.tahun, f.bulan order by ({measure.nilai}) is not null desc, (f.tahun, f.bulan) <= (?, ?) desc, f.tahun desc, f.bulan desc limit 1"  # noqa: E501  names of the catalogue; values are bound
    found = reader.run(sql, [*params, *(period(reported) if reported else (9999, 12))], opd=opd)
    return f"{found[0]['tahun']:04d}-{found[0]['bulan']:02d}" if found else reported


def _last_report(reader: Reads, where: Mapping[str, str], opd: Sequence[str] | None) -> str | None:
    """The last month with any report of money, of the year asked for when one is; January of it when there is none.

    None where nothing was ever reported and no ceiling is known.
    """
    if "tahun" in where and str(where["tahun"]).isdigit():
        sql = "select max(periode) as periode from app.bulan where tahun = ?"
        return reader.run(sql, [int(where["tahun"])], opd=opd)[0]["periode"] or f"{where['tahun']}-01"
    last = reader.run("select max(periode) as periode from app.bulan", (), opd=opd)[0]["periode"]
    if last is None:
        last = reader.run("select max(tahun) || '-12' as periode from app.anggaran", (), opd=opd)[0]["periode"]
    return str(last) if last else None


def _must_exist(reader: Reads, measure: Measure, name: str, value: str, opd: Sequence[str] | None) -> None:
    """Raise Trouble for a code or name that nothing carries: an empty answer would read as "nothing spent"."""
    mart = measure.mart if dimensions()[name].column(measure.mart) else "anggaran"
    params: list[Any] = []
    kept = conditions(mart, {name: value}, params)[0]
    found = reader.run(f"select 1 as ada {source(mart, [name])} where {kept} limit 1", params, opd=opd)
    if not found and name not in ("tahun", "bulan"):
        raise Trouble("ukuran.nilai_tak_ada", dimensi=name, nilai=value)


def _target(measure: Measure, by: Sequence[str], where: Where) -> str | None:
    """The first target of a measure that can be split the same way."""
    for name in measure.target:
        try:
            statement([name], by=by, where=where, until="2000-01")
        except Trouble:
            continue
        return name
    return None


def _build(reader: Reads) -> str | None:
    rows = reader.run("select build from raw.build", (), opd=None)
    return str(rows[0]["build"]) if rows else None
