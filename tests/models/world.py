"""A small world for the SQL: rows given as dicts, every model run in its order, tables read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

import duckdb
import pyarrow as pa

from pipelines import aturan_jabatan, aturan_pertanyaan, raw, rules, wilayah
from pipelines.models import CHECKS, TABLES, VIEWS, models
from pipelines.records import source

Row = dict[str, Any]
RECORDED = datetime(2026, 1, 1, 8)

_MODELS = {model.name: model for model in models((*TABLES, *VIEWS))}
_NAMED = re.compile(r"\b(?:raw|staging|core|marts|app)\.\w+")


class World:
    """Raw tables filled with `rows` (table -> rows), and the models over them, each made when something asks for it.

    A row may carry `impor` (default 1): its import's number, which is also its order and its day of recording.
    `db` is the whole of it, every model made.
    """

    def __init__(self, rows: Mapping[str, Iterable[Row]], *, opd: Sequence[str] | None = ("*",)) -> None:
        self._db = duckdb.connect()
        for schema in ("raw", *TABLES, *VIEWS):
            self._db.execute(f"create schema {schema}")
        given = {name: [dict(row) for row in body] for name, body in rows.items()}
        numbers = sorted({row.get("impor", 1) for body in given.values() for row in body})
        elections = aturan_jabatan.pilkada({"pilkada": given.pop("pilkada", [])})
        self._raw = {
            "raw.impor": pa.Table.from_pylist([_impor(n) for n in numbers], schema=raw.IMPOR),
            "raw.kalender": _months(),
            "raw.garam": pa.Table.from_pylist([{"garam": "uji"}], schema=raw.GARAM),
            "raw.larangan": aturan_jabatan.larangan(elections),
            "raw.pertanyaan": aturan_pertanyaan.table(),
            "raw.pemda": pa.Table.from_pylist(list(given.pop("pemda", [])), schema=wilayah.PEMDA),
        }
        extra = given.pop("aturan", None)
        self._raw |= {f"raw.{name}": table for name, table in rules.tables().items()}
        if extra:
            more = pa.Table.from_pylist(extra, schema=rules.SCHEMAS["aturan"])
            self._raw["raw.aturan"] = pa.concat_tables([self._raw["raw.aturan"], more])
        for name, schema in raw.arriving().items():
            self._raw[f"raw.{name}"] = _table(given.pop(name, ()), schema)
        for name, schema in source.SCHEMAS.items():
            self._raw[f"raw.{name}"] = _written(given.pop(name, ()), schema)
        assert not given, f"no such raw table: {sorted(given)}"
        self._made: set[str] = set()
        if opd is not None:
            self._db.execute("set variable opd = ?::varchar[]", [list(opd)])

    @property
    def db(self) -> duckdb.DuckDBPyConnection:
        """The connection, with every raw table and every model."""
        for name in (*self._raw, *_MODELS):
            self._make(name)
        return self._db

    def _make(self, name: str) -> None:
        """One table or view and, before it, what it reads; nothing where it stands already or is none of ours."""
        if name in self._made:
            return
        self._made.add(name)
        if name in self._raw:
            self._db.register("arrived", self._raw[name])
            self._db.execute(f"create table {name} as from arrived")
            self._db.unregister("arrived")
        elif model := _MODELS.get(name):
            for read in sorted(model.reads):
                self._make(read)
            table = not (model.view or name.startswith(VIEWS))
            self._db.execute(f"create {'table' if table else 'view'} {name} as {model.sql}")

    def _read(self, sql: str) -> str:
        """A statement, with all that it names made."""
        for name in _NAMED.findall(sql):
            self._make(name)
        return sql

    def run(
        self, sql: str, params: Sequence[Any] = (), *, opd: Sequence[str] | None = None, names: bool = False
    ) -> list[Row]:
        """Rows as dicts; `opd` sets the scope of this and the following reads, `names` whether people are named."""
        if opd is not None:
            self._db.execute("set variable opd = ?::varchar[]", [list(opd)])
        self._db.execute("set variable nama = ?::boolean", [names])
        cursor = self._db.execute(self._read(sql), list(params))
        columns = [c[0] for c in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]

    def table(self, name: str, *columns: str, where: str = "true") -> list[tuple[Any, ...]]:
        """The columns that matter of a table, sorted."""
        rows = self._db.execute(self._read(f"select {', '.join(columns)} from {name} where {where}")).fetchall()
        return sorted(rows, key=lambda r: tuple((v is not None, v) for v in r))

    def checks(self, *names: str) -> dict[str, list[Row]]:
        """The checks that return rows, by name; of these only, where some are named."""
        known = {m.name.removeprefix("checks."): m.sql for m in models(CHECKS)}
        found = {name: self.run(known[name]) for name in names or known}
        return {name: rows for name, rows in found.items() if rows}


@cache
def _months() -> pa.Table:
    """The calendar, which is the same in every world."""
    return raw.kalender()


def _impor(number: int) -> Row:
    return {
        "impor_id": f"{number:04d}", "urut": number, "nama_berkas": f"berkas-{number}.xlsx", "sha256": f"{number:064x}",
        "format": "templat", "status": "accepted", "direkam_pada": _recorded(number), "oleh": "uji", "ditarik": False,
    }  # fmt: skip


def _recorded(number: int) -> datetime:
    return datetime.fromordinal(RECORDED.toordinal() + number - 1)


def _table(rows: Iterable[Row], schema: pa.Schema) -> pa.Table:
    filled = []
    for row in rows:
        number = row.pop("impor", 1)
        values = _values(row, schema)
        filled.append({**values, "impor_id": f"{number:04d}", "urut": number, "direkam_pada": _recorded(number)})
    return pa.Table.from_pylist(filled, schema=schema)


def _written(rows: Iterable[Row], schema: pa.Schema) -> pa.Table:
    """Records; written with the first import where a row does not say when."""
    filled = []
    for row in rows:
        row.pop("impor", None)
        filled.append({"versi": 1, "oleh": "uji", "asal": "uji", "diubah_pada": RECORDED, **_values(row, schema)})
    return pa.Table.from_pylist(filled, schema=schema)


def _values(row: Row, schema: pa.Schema) -> Row:
    exact = {f.name: f.type.scale for f in schema if pa.types.is_decimal(f.type)}
    unknown = set(row) - set(schema.names)
    assert not unknown, f"no such columns: {unknown}"
    return {
        k: Decimal(str(v)).quantize(Decimal(1).scaleb(-exact[k])) if k in exact and v is not None else v
        for k, v in row.items()
    }


# ---- rows, with what does not matter filled in -------------------------------------------------------------


def pagu(opd: str, amount: float | str, **more: Any) -> Row:
    return {"kode_opd": opd, "tahun": 2026, "versi": "murni", "kode_rekening": "5.1.02.01", "pagu": amount, **more}


def realisasi(opd: str, bulan: int, amount: float | str, **more: Any) -> Row:
    return {
        "kode_opd": opd, "tahun": 2026, "bulan": bulan, "basis": "kumulatif", "tahap": "SP2D",
        "kode_rekening": "5.1.02.01", "realisasi": amount, **more,
    }  # fmt: skip


def rak(opd: str, amounts: Sequence[float | str], **more: Any) -> list[Row]:
    return [
        {"kode_opd": opd, "tahun": 2026, "bulan": bulan, "kode_rekening": "5.1.02.01", "rak": amount, **more}
        for bulan, amount in enumerate(amounts, 1)
    ]


def opd(kode: str, **more: Any) -> Row:
    return {"kode_opd": kode, "nama": f"Dinas {kode}", **more}


def skp(nomor: str, opd: str | None, **more: Any) -> Row:
    """The yearly SKP of a fictional person, named by the last three digits of the NIP (901 to 999)."""
    return {
        "nip": f"198001012006041{nomor}", "nama": f"Contoh {nomor}", "tahun": 2026, "jenis_periode": "tahunan",
        "kode_opd": opd, "predikat": "Baik", "baris": int(nomor), **more,
    }  # fmt: skip


def hari(text: str) -> date:
    return date.fromisoformat(text)
