"""The words a contract is written in: the types of a cell, and what a column says about itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal

import pyarrow as pa
from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

Kind = Literal[
    "kode", "nip", "teks", "naskah", "rupiah", "persen", "tahun", "bulan", "tanggal", "jam", "bulat", "ya_tidak"
]

ARROW: dict[Kind, pa.DataType] = {
    "kode": pa.string(),
    "nip": pa.string(),
    "teks": pa.string(),
    "naskah": pa.string(),  # people's own words, kept letter by letter
    "rupiah": pa.decimal128(18, 2),
    "persen": pa.decimal128(18, 4),
    "tahun": pa.int16(),
    "bulan": pa.int8(),
    "tanggal": pa.date32(),
    "jam": pa.string(),  # HH:MM
    "bulat": pa.int32(),
    "ya_tidak": pa.bool_(),
}

# Where a row stood in the file it came from; every stored table carries both.
ASAL: list[tuple[str, pa.DataType]] = [("lembar", pa.string()), ("baris", pa.int32())]


@dataclass(frozen=True)
class Cell:
    """What a template, a reader and a reviewer need to know of one column."""

    kind: Kind
    id: str  # the explanation in Bahasa Indonesia
    en: str
    example: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = field(default=())  # other headers under which exports carry it
    internal: bool = False  # filled while reading; no template has the column


class Baris(BaseModel):
    """One row of a contract; subclasses name the columns and say in `judul` what a row is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    judul: ClassVar[dict[str, str]]  # what one row is, {"id": ..., "en": ...}
    kunci: ClassVar[tuple[str, ...]] = ()  # columns that name a row; a second row with the same key is a fault
    sebutan: ClassVar[tuple[str, ...]] = ()  # columns in which two rows may differ and still say the same


def cell(
    kind: Kind,
    id: str,
    en: str,
    *,
    wajib: bool = False,
    internal: bool = False,
    example: tuple[str, ...] = (),
    choices: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
    **limits: Any,
) -> Any:
    """A pydantic field that carries its Cell; required when `wajib`."""
    about = Cell(kind, id, en, example, choices, aliases, internal)
    extra: dict[str, Any] = {"json_schema_extra": {"cell": about}, **limits}
    return Field(..., **extra) if wajib else Field(None, **extra)


def about(info: FieldInfo) -> Cell:
    """The Cell of a contract's field."""
    extra = info.json_schema_extra
    if not isinstance(extra, dict) or not isinstance(extra.get("cell"), Cell):
        raise TypeError("a contract's field must be made with cell()")
    return extra["cell"]  # type: ignore[return-value]


def columns(contract: type[Baris]) -> dict[str, Cell]:
    """The Cell of every column, in the order they are declared."""
    return {name: about(info) for name, info in contract.model_fields.items()}


def required(contract: type[Baris]) -> tuple[str, ...]:
    """The columns that must be filled."""
    return tuple(name for name, info in contract.model_fields.items() if info.is_required())


def schema(contract: type[Baris]) -> pa.Schema:
    """The arrow schema a contract is stored with: its columns, then where the row stood."""
    fields = [pa.field(name, ARROW[c.kind]) for name, c in columns(contract).items()]
    return pa.schema(fields + [pa.field(n, t) for n, t in ASAL])


Kode = str
Rupiah = Decimal
Persen = Decimal
Tanggal = date

__all__ = [
    "ARROW", "ASAL", "Baris", "Cell", "Kind", "Kode", "Persen", "Rupiah", "Tanggal",
    "about", "cell", "columns", "required", "schema",
]  # fmt: skip
