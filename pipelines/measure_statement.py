"""Measures, dimensions and filters turned into one select over app.*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pipelines.measure_catalogue import Measure, dimensions, measures, splits
from pipelines.trouble import Trouble

Where = Mapping[str, str | int | Sequence[str]]
PROFIL = "rasio-target"  # judges where nobody chose a profile
# What a mart is asked for where nobody says otherwise: without it rows of different cuts would be added up.
USUAL: dict[str, dict[str, str]] = {
    "opd_bulan": {"cakupan": "semua"},
    "pendaratan": {"cakupan": "semua"},
    "unit_bulan": {"cakupan": "semua"},
    "rapor": {"cakupan": "semua", "profil": PROFIL},
    "skp": {"jenis_periode": "tahunan"},
    "masa_jabatan": {"cakupan": "semua"},
    "capaian_bulan": {"tingkat": "puncak"},
}
_TANPA = {"semua": "true", "tanpa_pegawai_btt": "f.pegawai_btt = false"}


def period(until: str) -> tuple[int, int]:
    """Year and month of 'YYYY-MM'; raises Trouble for anything else."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})", until.strip())
    if not match or not 1 <= int(match[2]) <= 12:
        raise Trouble("ukuran.sampai_salah", nilai=until)
    return int(match[1]), int(match[2])


def statement(
    ids: Sequence[str], *, by: Sequence[str] = (), where: Where | None = None, until: str
) -> tuple[str, list[Any]]:
    """One select with a column a dimension (and its `<dim>_nama`) and a column a measure, and its parameters.

    A measure stands at the position of `until`; split by bulan it has a row for each month of the year up to it.
    """
    where = dated(where or {})
    wanted = [_measure(name) for name in ids]
    for name in (*by, *where):
        _dimension(name)
    parts: dict[tuple[str, str], list[Measure]] = {}
    for measure in wanted:
        spread = "arus" if "bulan" in by else measure.rentang
        parts.setdefault((_mart(measure, by, where), spread), []).append(measure)
    params: list[Any] = []
    ctes = []
    for number, ((mart, span), some) in enumerate(parts.items()):
        ctes.append(f"q{number} as ({_part(mart, span, some, by, where, until, params)})")
    return _joined(ctes, [m.id for m in wanted], by), params


def dated(where: Mapping[str, Any]) -> dict[str, Any]:
    """A filter in which a month written with its year ('2025-03') says both; Trouble where they disagree."""
    said = str(where.get("bulan", ""))
    if "-" not in said:
        return dict(where)
    year, month = period(said)
    if str(where.get("tahun", year)) != str(year):
        raise Trouble("ukuran.nilai_salah", dimensi="bulan", nilai=said)
    return {**where, "bulan": str(month), "tahun": str(year)}


def conditions(mart: str, where: Where, params: list[Any]) -> list[str]:
    """The conditions of a filter over a mart named f; what they bind is added to `params`."""
    return [_condition(mart, name, value, params) for name, value in where.items()]


def source(mart: str, names: Sequence[str]) -> str:
    """The from clause of a mart, with the units beside it when a dimension needs them."""
    columns = {dimensions()[name].column(mart) for name in names}
    units = " left join app.opd as o on f.kode_opd = o.kode_opd" if columns & {"asisten", "komisi_dprd"} else ""
    return f"from app.{mart} as f{units}"


def _measure(name: str) -> Measure:
    if name not in measures():
        raise Trouble("ukuran.tak_dikenal", nama=name, ada=", ".join(measures()))
    return measures()[name]


def _dimension(name: str) -> None:
    if name not in dimensions():
        raise Trouble("ukuran.dimensi_tak_dikenal", nama=name, ada=", ".join(dimensions()))


def _mart(measure: Measure, by: Sequence[str], where: Where) -> str:
    """The mart that can answer: the measure's own, or the finer one when only that knows the dimension."""
    missing = [name for name in measure.wajib if name not in by and name not in where]
    if missing:
        raise Trouble("ukuran.wajib_dirinci", nama=measure.id, dimensi=", ".join(missing))
    for mart in (measure.mart, measure.rinci_mart) if measure.rinci else (measure.mart,):
        lacking = [n for n in by if not dimensions()[n].column(mart)]
        lacking += [
            n for n in where if not dimensions()[n].column(mart) and not (n == "cakupan" and mart == "anggaran")
        ]
        if not lacking:
            return mart
    raise Trouble("ukuran.tak_dapat_dirinci", nama=measure.id, dimensi=lacking[0], ada=", ".join(splits(measure)))


def _column(mart: str, name: str) -> str:
    column = dimensions()[name].column(mart)
    return f"o.{column}" if column in ("asisten", "komisi_dprd") else f"f.{column}"


def _part(
    mart: str, spread: str, some: Sequence[Measure], by: Sequence[str], where: Where, until: str, params: list[Any]
) -> str:
    year, month = period(until)
    groups = [f"{_column(mart, name)} as {name}" for name in by]
    values = [f"{_expression(m, mart, by)} as {m.id}" for m in some]
    kept = []
    if "tahun" not in where:
        kept.append("f.tahun <= ?" if "tahun" in by else "f.tahun = ?")
        params.append(year)
    if "bulan" not in where:
        kept.append("f.bulan <= ?" if spread == "arus" else "f.bulan = ?")
        params.append(month)
    for name, value in USUAL.get(mart, {}).items():
        if name not in (*where, *by):
            kept.append(f"{_column(mart, name)} = ?")
            params.append(value)
    kept += conditions(mart, where, params)
    grouped = f" group by {', '.join(str(n) for n in range(1, len(by) + 1))}" if by else ""
    picked = ", ".join([*groups, *values])
    return f"select {picked} {source(mart, [*by, *where])} where {' and '.join(kept)}{grouped}"


def _expression(measure: Measure, mart: str, by: Sequence[str]) -> str:
    if mart != measure.mart:
        return measure.rinci
    return measure.nilai_bulan if "bulan" in by else measure.nilai


def _condition(mart: str, name: str, value: str | int | Sequence[str], params: list[Any]) -> str:
    values = [value] if isinstance(value, str | int) else list(value)
    if name == "cakupan" and mart == "anggaran":
        chosen = [_TANPA[str(v)] for v in values if str(v) in _TANPA]
        if len(chosen) != len(values):
            raise Trouble("ukuran.nilai_tak_ada", dimensi=name, nilai=", ".join(str(v) for v in values))
        return f"({' or '.join(chosen)})"
    return f"({' or '.join(_equals(mart, name, v, params) for v in values)})"


def _equals(mart: str, name: str, value: str | int, params: list[Any]) -> str:
    column, names = _column(mart, name), dimensions()[name].nama
    if name in ("tahun", "bulan"):
        params.append(_number(name, value))
        return f"{column} = ?"
    value = str(value)
    if name in ("kelompok", "komisi"):
        value = re.sub(r"^(asisten|komisi)[\s-]+", "", value, flags=re.IGNORECASE)
    params.append(value)
    if not names:
        return f"{column} = ?"
    params.append(value)
    if names == "opd":
        named = "select kode_opd from app.opd where ? in (nama, singkatan, kode_sipd)"
        return f"{column} = ? or {column} in ({named})"
    params.append(names)
    return f"{column} = ? or {column} in (select kode from app.nama where nama = ? and dimensi = ?)"  # noqa: S608


def _number(name: str, value: str | int) -> int:
    text = str(value)
    if not re.fullmatch(r"[0-9]{1,4}", text) or (name == "bulan" and not 1 <= int(text) <= 12):
        raise Trouble("ukuran.nilai_salah", dimensi=name, nilai=value)
    return int(text)


def _joined(ctes: Sequence[str], ids: Sequence[str], by: Sequence[str]) -> str:
    """The parts side by side: rows of one dimension value are put together, names stand beside codes."""
    # every name in the text comes from the catalogue; what a person says is bound
    stacked = " union all by name ".join(f"from q{n}" for n in range(len(ctes)))
    kept = ", ".join([*by, *(f"max({name}) as {name}" for name in ids)])
    grouped = f" group by {', '.join(by)}" if by else ""
    picked, joins = [], []
    for name in by:
        picked.append(f"s.{name}")
        names = dimensions()[name].nama
        if names:
            picked.append(f"n_{name}.nama as {name}_nama")
            table = "app.opd" if names == "opd" else "app.nama"
            key = "kode_opd" if names == "opd" else "kode"
            only = "" if names == "opd" else f" and n_{name}.dimensi = '{names}'"
            joins.append(f" left join {table} as n_{name} on s.{name} = n_{name}.{key}{only}")
    columns = ", ".join([*picked, *(f"s.{name}" for name in ids)])
    order = f" order by {', '.join(f's.{name} nulls last' for name in by)}" if by else ""
    parts = ", ".join([*ctes, f"semua as (select {kept} from ({stacked}){grouped})"])  # noqa: S608
    return f"with {parts} select {columns} from semua as s{''.join(joins)}{order}"  # noqa: S608
