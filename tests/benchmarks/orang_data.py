"""A nation of invented people as the files that imports keep: lists of staff, posts held, twenty quarters of SKP."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines import raw

SQL = Path(__file__).parent / "orang_sql"
YEARS = range(2021, 2026)
WHOLE = 6_000_000


@dataclass(frozen=True)
class Import:
    """One import: its number, the raw table it fills and what its select is told."""

    number: int
    table: str
    told: dict[str, int]

    @property
    def id(self) -> str:
        """The name of its folder."""
        return f"{self.number:04d}"


def imports(people: int) -> list[Import]:
    """Every import of a nation of so many people, in the order of recording."""
    return [Import(number, table, told) for number, (table, told) in enumerate(_told(people), 1)]


def _told(people: int) -> Iterator[tuple[str, dict[str, int]]]:
    size = {"orang": people}
    for table in ("opd", "jabatan", "pegawai"):
        yield table, size
    for turn in (1, 2, 3):
        yield "riwayat_jabatan", {**size, "kali": turn}
    for turn in (1, 2):
        for year in YEARS:
            for quarter in range(1, 5):
                yield "skp", {**size, "kali": turn, "tahun": year, "triwulan": quarter}


def written(folder: Path, people: int, *, mixed: bool = False) -> Path:
    """The folder of the imports' Parquet files, written once and kept; `mixed`, with the rows of each in no order."""
    done = folder / "selesai"
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(config={"threads": 2, "memory_limit": "4GB"}) as db:
            db.execute(f"set temp_directory = '{folder / 'spill'}'")
            db.execute("create macro acak(x) as cast(hash(x) // 8589934592 as integer)")
            db.execute(f"create table orang as {_text('orang')}", {"orang": people})
            for one in imports(people):
                target = folder / one.id / f"{one.table}.parquet"
                target.parent.mkdir(exist_ok=True)
                _write(db, one, target, mixed=mixed)
        shutil.rmtree(folder / "spill", ignore_errors=True)
        done.touch()
    return folder


def _text(table: str) -> str:
    return (SQL / f"{table}.sql").read_text(encoding="utf-8")


def _write(db: duckdb.DuckDBPyConnection, one: Import, target: Path, *, mixed: bool) -> None:
    """The rows of an import with the columns of their contract, packed as the intake packs them."""
    db.register("bentuk", raw.arriving()[one.table].empty_table().drop_columns([name for name, _ in raw.ARRIVAL]))
    sql = _text(one.table)
    named = {name: value for name, value in one.told.items() if f"${name}" in sql}
    rows = f"from bentuk union all by name ({sql})" + (" order by acak(baris)" if mixed else "")
    db.execute(f"copy ({rows}) to '{target}' (format parquet, compression zstd, compression_level 1)", named)
    db.unregister("bentuk")
