"""data/ukuran.toml, typed: what a measure is, what it may be split by, and that its formula is plain aggregates."""

from __future__ import annotations

from functools import cache
from typing import Literal

import sqlglot
from pydantic import BaseModel, ConfigDict, Field, field_validator
from sqlglot import exp

from pipelines.catalogue import toml

Mart = Literal[
    "anggaran", "opd_bulan", "unit_bulan", "rapor", "skp", "kepala_opd", "masa_jabatan", "capaian_bulan", "pendaratan",
    "rapat_bulan",
]  # fmt: skip

_AGGREGATES = (exp.Sum, exp.Avg, exp.Max, exp.Min, exp.Count)
_OPERATORS = (exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Neg, exp.Paren, exp.Literal, exp.GT)
_ARITHMETIC = (*_OPERATORS, exp.Nullif, exp.Coalesce, exp.Case, exp.If)
_CONDITION = (exp.Where, exp.And, exp.Not, exp.Is, exp.Null, exp.Paren, exp.Column, exp.Identifier)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(_Strict):
    """Words in both languages."""

    id: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Dimension(_Strict):
    """A way to split: its column in each mart ("" where the mart has none) and where its names stand."""

    id: str
    label: Both
    anggaran: str
    opd_bulan: str
    rapor: str
    skp: str = ""  # marts of people name the few dimensions they have
    kepala_opd: str = ""
    masa_jabatan: str = ""
    capaian_bulan: str = ""
    pendaratan: str = ""
    unit_bulan: str = ""
    rapat_bulan: str = ""
    nama: str  # "" no names; "opd" those of the units; else a dimension of app.nama

    def column(self, mart: str) -> str:
        """The column of a mart that holds this dimension's codes; "" where there is none."""
        return str(getattr(self, mart))


class Measure(_Strict):
    """A number that may be asked for; every field is required, so that none can be forgotten."""

    id: str
    label: Both
    singkat: Both
    satuan: Literal["rupiah", "persen", "poin", "bulat"]
    polaritas: Literal["naik", "turun", "netral"]
    mart: Mart
    rentang: Literal["posisi", "arus"]
    nilai: str
    nilai_bulan: str
    rinci: str
    rinci_mart: Mart = "anggaran"  # the only field with a usual value: what `rinci` is asked of
    aditif: tuple[str, ...]
    wajib: tuple[str, ...]
    target: tuple[str, ...]
    dinilai: bool
    dasar: Both
    tag: Literal["C", "C2", "L", "D", "X"]
    rumus: Both

    @field_validator("nilai", "nilai_bulan", "rinci")
    @classmethod
    def _plain(cls, value: str) -> str:
        if value and (wrong := fault(value)):
            raise ValueError(f"{value}: {wrong}")
        return value


def fault(expression: str) -> str | None:
    """Why an expression is more than arithmetic of aggregates over plain columns; None when it is just that."""
    try:
        tree = sqlglot.parse_one(f"select {expression}", read="duckdb")
    except sqlglot.errors.ParseError as error:
        return f"does not parse: {error}"
    if not isinstance(tree, exp.Select) or len(tree.expressions) != 1 or set(_given(tree)) != {"expressions"}:
        return "is not one expression"
    return _outside(tree.expressions[0])


def _given(node: exp.Expression) -> list[str]:
    return [name for name, value in node.args.items() if value]


def _outside(node: exp.Expression) -> str | None:
    if isinstance(node, exp.Filter):
        where = node.expression
        odd = [n for n in where.walk() if not isinstance(n, _CONDITION)]
        return f"a filter of more than plain columns: {odd[0].sql()}" if odd else _outside(node.this)
    if isinstance(node, _AGGREGATES):
        if node.args.get("distinct") or not isinstance(node.this, exp.Column | exp.Star):
            return f"{node.sql()} is not over a plain column"
        return "a column of another table" if isinstance(node.this, exp.Column) and node.this.table else None
    if isinstance(node, exp.Column):
        return f"{node.sql()} stands outside an aggregate"
    if not isinstance(node, _ARITHMETIC):
        return f"{node.sql()} is neither an aggregate nor arithmetic"
    found = (_outside(child) for child in node.iter_expressions())
    return next((wrong for wrong in found if wrong), None)


@cache
def dimensions() -> dict[str, Dimension]:
    """Every dimension by id."""
    return {name: Dimension.model_validate({"id": name, **body}) for name, body in toml("ukuran")["dimensi"].items()}


@cache
def measures() -> dict[str, Measure]:
    """Every measure by id; what it names (dimensions, targets) must exist."""
    found = {name: Measure.model_validate({"id": name, **body}) for name, body in toml("ukuran")["ukuran"].items()}
    for measure in found.values():
        unknown = ({*measure.aditif, *measure.wajib} - dimensions().keys()) | (set(measure.target) - found.keys())
        if unknown:
            raise ValueError(f"ukuran.toml: {measure.id} names {sorted(unknown)}, which is not there")
    return found


def splits(measure: Measure) -> tuple[str, ...]:
    """The dimensions a measure can be split by."""
    marts = (measure.mart, measure.rinci_mart) if measure.rinci else (measure.mart,)
    return tuple(d.id for d in dimensions().values() if any(d.column(mart) for mart in marts))
