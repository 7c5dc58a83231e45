"""Asking a measure: the one place where a number gets its unit, its rounding, its target, its colour and its rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Protocol

from pipelines.measure_catalogue import Both, Dimension, Measure, dimensions, measures, splits
from pipelines.measure_statement import PROFIL, USUAL, Where, conditions, dated, period, source, statement
from pipelines.trouble import Trouble

OF_MONEY = ("anggaran", "opd_bulan", "rapor")  # their months are those of the reports

__all__ = ["Both", "Dimension", "Measure", "dimensions", "exact", "measures", "query", "splits", "statement"]

Row = dict[str, Any]


class Reads(Protocol):
    """What a question needs of an engine."""

    def run(self, sql: str, params: Sequence[Any] = (), *, opd: Sequence[str] | None) -> list[Row]: ...


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
    """A measure by dimensions as `raporda query` prints it; `nilai` is None where nothing was reported."""
    where = dated(where or {})
    statement([measure], by=by, where=where, until="2000-01")  # refuses what cannot be asked before anything is read
    asked = measures()[measure]
    until = until or _last_month(reader, asked, where, opd)
    year, month = period(until)
    for name, value in where.items():
        _must_exist(reader, asked, name, value, opd)
    target = _target(asked, by, where)
    sql, params = statement([measure, *([target] if target else [])], by=by, where=where, until=until)
    at = (int(where.get("tahun", year)), int(where.get("bulan", month)))  # where a split does not say otherwise
    colours = _colours(reader, by, where, opd) if asked.dinilai else {}
    alone = _alone(reader, where, opd) if colours and "opd" not in by else {}
    rows = []
    for row in reader.run(sql, params, opd=opd):
        of_year, of_month = row.get("tahun", at[0]), row.get("bulan", at[1])
        cakupan = row.get("cakupan", where.get("cakupan", "semua"))
        key = (of_year, of_month, row.get("opd", alone.get(of_year)), cakupan)
        shown = {name: value for name, value in row.items() if name not in (measure, target)}
        shown["nilai"] = exact(row[measure], asked.satuan)
        shown["target"] = exact(row[target], measures()[target].satuan) if target else None
        shown["status"] = colours.get(key)
        rows.append(shown)
    return {
        "measure": measure,
        "unit": asked.satuan,
        "build": _build(reader),
        "until": f"{year:04d}-{month:02d}",
        "known_at": known_at.isoformat() if known_at else None,
        "rule": _rule(reader, at, where.get("profil", PROFIL), opd) if asked.dinilai else None,
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


def _last_month(reader: Reads, measure: Measure, where: Mapping[str, str], opd: Sequence[str] | None) -> str:
    """The last month with any report; where a mart of people does not reach it, the last month of that mart."""
    reported = _last_report(reader, where, opd)
    if measure.mart in OF_MONEY:
        return reported
    asked: dict[str, Any] = {**USUAL.get(measure.mart, {}), **where}
    params: list[Any] = []
    kept = " and ".join(["true", *conditions(measure.mart, asked, params)])
    sql = f"select f.tahun, f.bulan {source(measure.mart, list(asked))} where {kept} order by (f.tahun, f.bulan) <= (?, ?) desc, f.tahun desc, f.bulan desc limit 1"  # noqa: E501  names of the catalogue; values are bound
    found = reader.run(sql, [*params, *period(reported)], opd=opd)
    return f"{found[0]['tahun']:04d}-{found[0]['bulan']:02d}" if found else reported


def _last_report(reader: Reads, where: Mapping[str, str], opd: Sequence[str] | None) -> str:
    """The last month with any report of money, of the year asked for when one is; January of it when there is none."""
    if "tahun" in where and str(where["tahun"]).isdigit():
        sql = "select max(periode) as periode from app.bulan where tahun = ?"
        return reader.run(sql, [int(where["tahun"])], opd=opd)[0]["periode"] or f"{where['tahun']}-01"
    last = reader.run("select max(periode) as periode from app.bulan", (), opd=opd)[0]["periode"]
    if last is None:
        last = reader.run("select max(tahun) || '-12' as periode from app.anggaran", (), opd=opd)[0]["periode"]
    return str(last or "2000-01")


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


def _colours(
    reader: Reads, by: Sequence[str], where: Mapping[str, str], opd: Sequence[str] | None
) -> dict[tuple[Any, ...], str]:
    """The colour by year, month, OPD and cakupan, where the split goes no deeper than that."""
    if (set(by) | set(where)) - {"opd", "bulan", "tahun", "cakupan", "kelompok", "komisi", "profil"}:
        return {}
    sql = "select tahun, bulan, kode_opd, cakupan, warna from app.rapor where profil = ?"
    found = reader.run(sql, [where.get("profil", PROFIL)], opd=opd)
    return {(row["tahun"], row["bulan"], row["kode_opd"], row["cakupan"]): row["warna"] for row in found}


def _alone(reader: Reads, where: Mapping[str, str], opd: Sequence[str] | None) -> dict[int, str]:
    """The OPD of each year in which a filter leaves just one; its figures are then that OPD's."""
    params: list[Any] = []
    units = {name: value for name, value in where.items() if name in ("opd", "kelompok", "komisi")}
    kept = " and ".join(["true", *conditions("opd_bulan", units, params)])
    sql = f"select f.tahun, min(f.kode_opd) as kode {source('opd_bulan', list(units))} where {kept} group by f.tahun having min(f.kode_opd) = max(f.kode_opd)"  # noqa: E501  names of the catalogue; values are bound
    return {row["tahun"]: row["kode"] for row in reader.run(sql, params, opd=opd)}


def _build(reader: Reads) -> str | None:
    rows = reader.run("select build from raw.build", (), opd=None)
    return str(rows[0]["build"]) if rows else None


def _rule(reader: Reads, at: tuple[int, int], profil: str, opd: Sequence[str] | None) -> str | None:
    """The id and legal basis of a profile in force at the end of a month."""
    sql = "select distinct aturan_id, dasar_hukum from app.rapor where tahun = ? and bulan = ? and profil = ?"
    rows = reader.run(sql, [*at, profil], opd=opd)
    return f"{rows[0]['aturan_id']} · {rows[0]['dasar_hukum']}" if rows else None
