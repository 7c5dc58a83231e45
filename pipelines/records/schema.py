"""The tables of the records, made from the contracts: one per kind, beside them the trail and what was taken in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    Numeric,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine

from pipelines.contracts.base import Cell, columns, required
from pipelines.contracts.rapat import CATATAN

# Columns that name a record of another kind.
MENUNJUK = {"rapat_id": "rapat", "tindak_lanjut_id": "tindak_lanjut", "lanjutan_dari": "tindak_lanjut"}

_NAMES = {"fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s", "ix": "ix_%(column_0_label)s"}
META = MetaData(naming_convention=_NAMES)


class Exact(TypeDecorator[Decimal]):
    """A decimal to its last digit: NUMERIC where the engine has it, its writing where SQLite would make it a float."""

    impl = Numeric
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__(18, places)
        self._unit = Decimal(1).scaleb(-places)

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text on SQLite."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else self.impl_instance)

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Rounded to the column's places, as every engine would keep it."""
        if value is None:
            return None
        exact = value.quantize(self._unit)
        return str(exact) if dialect.name == "sqlite" else exact

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """A Decimal from whatever the engine kept."""
        return None if value is None else Decimal(value)


def _type(cell: Cell) -> TypeEngine[Any]:
    match cell.kind:
        case "rupiah":
            return Exact(2)
        case "persen":
            return Exact(4)
        case "tahun" | "bulan" | "bulat":
            return Integer()
        case "tanggal":
            return Date()
        case "ya_tidak":
            return Boolean()
        case _:
            return Text()


def _table(name: str) -> Table:
    contract = CATATAN[name]
    must = required(contract)
    made: list[Column[Any]] = []
    for field, cell in columns(contract).items():
        if field == "id":
            made.append(Column("id", Text(), primary_key=True))
        elif field == "versi":
            made.append(Column("versi", Integer(), nullable=False))
        else:
            keys = [ForeignKey(f"{MENUNJUK[field]}.id")] if field in MENUNJUK else []
            made.append(Column(field, _type(cell), *keys, nullable=field not in must, index=bool(keys)))
    made += [
        Column("oleh", Text(), nullable=False),
        Column("pada", Text(), nullable=False),  # UTC, as the ledger writes it
        Column("asal", Text(), nullable=False),  # the screen, the command, or the import that said it
        Column("dihapus", Boolean(create_constraint=False), nullable=False),
    ]
    return Table(name, META, *made)


TABEL: dict[str, Table] = {name: _table(name) for name in CATATAN}

# Who came: apart from the visit, so that a name stands on no trail and in no build, and can be forgotten for good.
TAMU = Table(
    "tamu", META,
    Column("id", Text(), ForeignKey("buku_tamu.id"), primary_key=True),
    Column("nama", Text(), nullable=False),
)  # fmt: skip

# Everything that was ever said, in the order in which it was said; rows are only ever added.
JEJAK = Table(
    "jejak", META,
    Column("seq", Integer(), primary_key=True, autoincrement=False),
    Column("tabel", Text(), nullable=False),
    Column("id", Text(), nullable=False, index=True),
    Column("versi", Integer(), nullable=False),
    Column("oleh", Text(), nullable=False),
    Column("asal", Text(), nullable=False),
    Column("pada", Text(), nullable=False),
    Column("sebelum", Text()),
    Column("sesudah", Text()),
    Column("hash_sebelum", Text(), nullable=False),
    Column("hash_ini", Text(), nullable=False),
)  # fmt: skip

# One row: where the trail stands. Who writes locks it, so that the trail has one order on every engine.
PUNCAK = Table(
    "puncak", META,
    Column("satu", Integer(), primary_key=True, autoincrement=False),
    Column("seq", Integer(), nullable=False),
    Column("hash", Text(), nullable=False),
)  # fmt: skip

# Imports of 05_rapat whose rows were taken in, so that none is taken in twice.
TERAPAN = Table(
    "terapan", META,
    Column("impor_id", Text(), primary_key=True),
    Column("pada", Text(), nullable=False),
    Column("hasil", Text(), nullable=False),
    Column("ditarik", Boolean(create_constraint=False), nullable=False),
)  # fmt: skip

# What is being typed in a row of a sheet, in each browser; `id` once it has become a record.
DRAF = Table(
    "draf", META,
    Column("lembar", Text(), primary_key=True),
    Column("kunci", Text(), primary_key=True),
    Column("peramban", Text(), primary_key=True),
    Column("tabel", Text(), nullable=False),
    Column("id", Text()),
    Column("versi", Integer()),
    Column("isi", Text()),  # None once it is recorded
    Column("oleh", Text(), nullable=False),
    Column("pada", Text(), nullable=False),
)  # fmt: skip

# Every pack that was printed; its bytes stand in the workspace under their sha256.
CETAKAN = Table(
    "cetakan", META,
    Column("id", Text(), primary_key=True),
    Column("dibuat", Text(), nullable=False),
    Column("oleh", Text(), nullable=False),
    Column("rapat_id", Text()),
    Column("nama", Text(), nullable=False),
    Column("sha256", Text(), nullable=False),
    Column("ukuran", Integer(), nullable=False),
    Column("pesanan", Text(), nullable=False),
)  # fmt: skip
