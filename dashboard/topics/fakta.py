"""The facts that rules speak of, gathered for each OPD or seat: only those wanted, from the tables that hold them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.query import Ask
from dashboard.topics import indikator, kepala
from dashboard.view import View
from pipelines import fakta
from pipelines.measures import exact

if TYPE_CHECKING:
    from dashboard.topics.papan import Unit

Facts = Mapping[str, Any]
_BOARD = ("papan", "pandangan")  # what no table of facts is asked for
_CUT = {  # which rows of a table, beside the month
    "fakta_deret": " and cakupan = ?", "fakta_sub": " and cakupan = ?", "fakta_masa": " and cakupan = ?",
    "fakta_iku": " and profil = ?",
}  # fmt: skip
_HEAD = " and pimpinan_opd"
_PERSON = "fakta_pejabat"


def of_opd(ask: Ask, view: View, wanted: Collection[str]) -> dict[str, dict[str, Any]]:
    """The wanted facts that tables hold, by OPD; what is not known is left out.

    All of them at once, also for one OPD: the next one asked about finds its own.
    """
    found: dict[str, dict[str, Any]] = {}
    for table, names in _tables(wanted).items():
        cut = _HEAD if table == _PERSON else _CUT.get(table, "")
        for row in _rows(ask, view, table, ("kode_opd", *names), cut, _bound(ask, view, table)):
            found.setdefault(row["kode_opd"], {}).update(_known(row, names))
    return found


@dataclass(frozen=True)
class Seat:
    """A seat of a high official or a head, with the facts of it and its holder."""

    kode_jabatan: str
    orang_id: str | None
    heads: str | None  # the OPD that it heads
    facts: Facts


def of_seats(ask: Ask, view: View, wanted: Collection[str]) -> list[Seat]:
    """Every seat of high officials and heads in the view's month with the wanted facts of it."""
    names = sorted({name for name in wanted if fakta.fakta()[name].dari == _PERSON} | {"pimpinan_opd"})
    rows = _rows(ask, view, _PERSON, ("kode_opd", "kode_jabatan", "orang_id", *names), " order by kode_jabatan", ())
    return [
        Seat(row["kode_jabatan"], row["orang_id"], row["kode_opd"] if row["pimpinan_opd"] else None, _known(row, names))
        for row in rows
    ]


def of_unit(unit: Unit, view: View, more: Facts) -> dict[str, Any]:
    """What the board knows of an OPD, in its own rounding, beside the facts that tables hold of it."""
    known = {name: getattr(unit, name) for name in _on_board() if name != "kepala"}
    known["kepala"] = kepala.said(unit.kepala, view.lang) if unit.kepala else None
    return {**of_view(view), **known, **more}


def of_view(view: View) -> dict[str, Any]:
    """What the month itself is."""
    return {"bulan": view.until, "bulan_ke": Decimal(view.bulan), "tahun": str(view.tahun)}


def _on_board() -> list[str]:
    return [name for name, one in fakta.fakta().items() if one.dari == "papan" or name in ("lewat", "lewat_nama")]


def _tables(wanted: Collection[str]) -> dict[str, list[str]]:
    """The wanted facts by the table that holds them."""
    tables: dict[str, list[str]] = {}
    for name in sorted(wanted):
        table = fakta.fakta()[name].dari
        if table not in _BOARD:
            tables.setdefault(table, []).append(name)
    return tables


def _bound(ask: Ask, view: View, table: str) -> tuple[str, ...]:
    if table == "fakta_iku":
        return (indikator.profile(ask, view) or "",)
    return (view.cakupan,) if table in _CUT else ()


def _rows(
    ask: Ask, view: View, table: str, names: Collection[str], cut: str, bound: tuple[str | None, ...]
) -> list[dict[str, Any]]:
    sql = f"select {', '.join(names)} from app.{table} where tahun = ? and bulan = ?{cut}"  # noqa: S608  names of the catalogue
    return ask.run(sql, view.tahun, view.bulan, *bound)


def _known(row: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    """The facts of a row as they are compared and written: percent and points to two decimals."""
    units = fakta.fakta()
    return {name: _exact(row[name], units[name].satuan) for name in names if row[name] is not None}


def _exact(value: Any, satuan: str) -> Any:
    return exact(value, satuan) if satuan in ("persen", "poin") else value
