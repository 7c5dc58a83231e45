"""A small world for the SQL: rows given as dicts, every model run in its order, tables read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

import duckdb
import pyarrow as pa

from pipelines import aturan_jabatan, raw, rules, wilayah
from pipelines.models import CHECKS, TABLES, VIEWS, models

Row = dict[str, Any]
RECORDED = datetime(2026, 1, 1, 8)

_DECIMALS = {
    "pagu",
    "rak",
    "realisasi",
    "nilai_realisasi",
    "nilai_setoran",
    "target_persen",
    "batas_bawah",
    "batas_atas",
}


class World:
    """Raw tables filled with `rows` (table -> rows), and every model built over them.

    A row may carry `impor` (default 1): its import's number, which is also its order and its day of recording.
    With `only`, just these tables and what they rest on are made, raw ones too, and no views.
    """

    def __init__(
        self, rows: Mapping[str, Iterable[Row]], *, opd: Sequence[str] | None = ("*",), only: Sequence[str] = ()
    ) -> None:
        self.db = duckdb.connect()
        for schema in ("raw", *TABLES, *VIEWS):
            self.db.execute(f"create schema {schema}")
        self._wanted, self._whole = _needed(only), not only
        given = {name: [dict(row) for row in body] for name, body in rows.items()}
        numbers = sorted({row.get("impor", 1) for body in given.values() for row in body})
        self._load("raw.impor", pa.Table.from_pylist([_impor(n) for n in numbers], schema=raw.IMPOR))
        self._load("raw.kalender", _months())
        self._load("raw.garam", pa.Table.from_pylist([{"garam": "uji"}], schema=raw.GARAM))
        elections = aturan_jabatan.pilkada({"pilkada": given.pop("pilkada", [])})
        self._load("raw.larangan", aturan_jabatan.larangan(elections))
        self._load("raw.pemda", pa.Table.from_pylist(list(given.pop("pemda", [])), schema=wilayah.PEMDA))
        extra = given.pop("aturan", None)
        for name, table in rules.tables().items():
            self._load(f"raw.{name}", table)
        if extra:
            self.db.register("extra", pa.Table.from_pylist(extra, schema=rules.SCHEMAS["aturan"]))
            self.db.execute("insert into raw.aturan from extra")
        for name, schema in raw.arriving().items():
            self._load(f"raw.{name}", _table(given.pop(name, ()), schema))
        assert not given, f"no such raw table: {sorted(given)}"
        for model in models(TABLES):
            if model.name in self._wanted:
                self.db.execute(f"create {'view' if model.view else 'table'} {model.name} as {model.sql}")
        for model in () if only else models(VIEWS):
            self.db.execute(f"create view {model.name} as {model.sql}")
        if opd is not None:
            self.db.execute("set variable opd = ?::varchar[]", [list(opd)])

    def _load(self, name: str, table: pa.Table) -> None:
        if not (self._whole or name in self._wanted):
            return
        self.db.register("arrived", table)
        self.db.execute(f"create table {name} as from arrived")
        self.db.unregister("arrived")

    def run(
        self, sql: str, params: Sequence[Any] = (), *, opd: Sequence[str] | None = None, names: bool = False
    ) -> list[Row]:
        """Rows as dicts; `opd` sets the scope of this and the following reads, `names` whether people are named."""
        if opd is not None:
            self.db.execute("set variable opd = ?::varchar[]", [list(opd)])
        self.db.execute("set variable nama = ?::boolean", [names])
        cursor = self.db.execute(sql, list(params))
        columns = [c[0] for c in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]

    def table(self, name: str, *columns: str, where: str = "true") -> list[tuple[Any, ...]]:
        """The columns that matter of a table, sorted."""
        rows = self.db.execute(f"select {', '.join(columns)} from {name} where {where}").fetchall()
        return sorted(rows, key=lambda r: tuple((v is not None, v) for v in r))

    def checks(self) -> dict[str, list[Row]]:
        """The checks that return rows, by name."""
        found = {m.name.removeprefix("checks."): self.run(m.sql) for m in models(CHECKS)}
        return {name: rows for name, rows in found.items() if rows}


@cache
def _months() -> pa.Table:
    """The calendar, which is the same in every world."""
    return raw.kalender()


def _needed(only: Sequence[str]) -> set[str]:
    """The tables asked for and all that they read; every table where none is named."""
    wanted = set(only) or {model.name for model in models(TABLES)}
    for model in reversed(models(TABLES)):
        if model.name in wanted:
            wanted |= model.reads
    return wanted


def _impor(number: int) -> Row:
    return {
        "impor_id": f"{number:04d}", "urut": number, "nama_berkas": f"berkas-{number}.xlsx", "sha256": f"{number:064x}",
        "format": "templat", "status": "accepted", "direkam_pada": _recorded(number), "oleh": "uji", "ditarik": False,
    }  # fmt: skip


def _recorded(number: int) -> datetime:
    return datetime.fromordinal(RECORDED.toordinal() + number - 1)


def _table(rows: Iterable[Row], schema: pa.Schema) -> pa.Table:
    exact = {f.name: f.type.scale for f in schema if pa.types.is_decimal(f.type)}
    filled = []
    for row in rows:
        number = row.pop("impor", 1)
        unknown = set(row) - set(schema.names)
        assert not unknown, f"no such columns: {unknown}"
        values = {k: Decimal(str(v)).quantize(Decimal(1).scaleb(-exact[k])) if k in exact and v is not None else v
                  for k, v in row.items()}  # fmt: skip
        filled.append({**values, "impor_id": f"{number:04d}", "urut": number, "direkam_pada": _recorded(number)})
    return pa.Table.from_pylist(filled, schema=schema)


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
