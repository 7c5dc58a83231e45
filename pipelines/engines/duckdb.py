"""DuckDB: the engine that builds a file, and the reader that answers from one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from pipelines.trouble import Trouble

# Files that a 1.5 can still open; 2.0's own format cannot.
STORAGE = "v1.2.0"

EngineError = duckdb.Error

_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "threads": 2,
    "memory_limit": "1GB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "enable_external_access": False,
    "lock_configuration": True,
}


class Outdated(Trouble):
    """The file has not what is asked of it: another version of the program built it."""

    def __init__(self, cause: str) -> None:
        super().__init__("perintah.build_versi_lain", sebab=cause)


class Reader:
    """Answers from one published file, which it can neither change nor leave."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = duckdb.connect(str(path.resolve()), read_only=True, config=_LOCKED)

    def run(
        self,
        sql: str,
        params: Sequence[object] | dict[str, object] = (),
        *,
        opd: Sequence[str] | None,
        names: bool = False,
    ) -> list[dict[str, Any]]:
        """The rows of a query, seen by a reader of these units: ['*'] sees all, None sees none of what is cut.

        Names and NIP of people are null unless `names`.
        Every call has a cursor of its own: a shared one hands a thread another thread's rows.
        """
        cursor = self._db.cursor()
        try:
            if opd is not None:
                cursor.execute("set variable opd = ?::varchar[]", [list(opd)])
            if names:
                cursor.execute("set variable nama = true")
            cursor.execute(sql, params)
            columns = [column[0] for column in cursor.description or ()]
            return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
        except (duckdb.BinderException, duckdb.CatalogException) as error:
            # our own words always fit the file that this version builds; this one comes from another
            raise Outdated(str(error).splitlines()[0]) from error
        finally:
            cursor.close()


class Builder:
    """Writes one new file; nobody reads it before it is closed."""

    def __init__(self, path: Path, *, scratch: Path) -> None:
        self._db = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
        self._db.execute("set enable_progress_bar = false")  # it would stand on standard output, where a document goes
        self._db.execute(f"set temp_directory = '{_quoted(scratch)}'")
        self._db.execute("set timezone = 'UTC'")
        self._db.execute(f"attach '{_quoted(path)}' as build (storage_version '{STORAGE}')")
        self._db.execute("use build")

    def schemas(self, names: Iterable[str]) -> None:
        """Create the schemas."""
        for name in names:
            self._db.execute(f"create schema if not exists {name}")

    def empty(self, table: str, schema: pa.Schema) -> None:
        """Create a table with an arrow schema's columns and no rows."""
        self.rows(table, schema.empty_table())

    def rows(self, table: str, rows: pa.Table) -> None:
        """Create a table from arrow rows."""
        self._db.register("arrived", rows)
        try:
            self.select(table, "from arrived")
        finally:
            self._db.unregister("arrived")

    def parquet(self, table: str, files: Sequence[Path]) -> None:
        """Add to a table the rows of files that stand in imports' folders, with the import's id, order and time."""
        self._db.execute(f"insert into {table} by name {_arrive(files)}")

    def look(self, table: str, schema: pa.Schema, files: Sequence[Path]) -> None:
        """Show the rows of such files as a table without copying them, until forgotten; columns as in the schema."""
        self._db.register("arrived", schema.empty_table())
        types = [
            f'cast(null as {row["column_type"]}) as "{row["column_name"]}"' for row in self.fetch("describe arrived")
        ]
        self._db.unregister("arrived")
        self.view(table, f"select {', '.join(types)} where false union all by name {_arrive(files)}")

    def forget(self, names: Iterable[str]) -> None:
        """Drop views."""
        for name in names:
            self._db.execute(f"drop view {name}")

    def select(self, table: str, sql: str) -> None:
        """Create a table from one select."""
        self._db.execute(f"create table {table} as {sql}")

    def view(self, name: str, sql: str) -> None:
        """Create a view from one select."""
        self._db.execute(f"create view {name} as {sql}")

    def fetch(self, sql: str, params: Sequence[object] = ()) -> list[dict[str, Any]]:
        """The rows of a query over what is built so far."""
        cursor = self._db.execute(sql, params)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def attach_previous(self, path: Path) -> bool:
        """Open an earlier build to copy from; False when it cannot be, and everything is then computed."""
        try:
            self._db.execute(f"attach '{_quoted(path)}' as earlier (read_only)")
        except duckdb.Error:
            return False
        return True

    def copy(self, table: str) -> None:
        """Create a table as the earlier build has it."""
        self.select(table, f"from earlier.{table}")

    def finish(self) -> None:
        """Write everything into the one file, so that no write-ahead log stands beside it."""
        self._db.execute("checkpoint build")
        self._db.execute("use memory")
        self._db.execute("detach build")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def _arrive(files: Sequence[Path]) -> str:
    """The rows of imports' files; an import's id is the name of the folder the file stands in."""
    named = ", ".join(f"'{_quoted(file)}'" for file in files)
    return (
        "select f.* exclude (filename), i.impor_id, i.urut, i.direkam_pada "  # noqa: S608
        f"from read_parquet([{named}], union_by_name = true, filename = true) as f "
        "inner join raw.impor as i on i.impor_id = parse_filename(parse_dirpath(f.filename))"
    )


def fingerprints(path: Path) -> dict[str, str]:
    """A hash of the rows of every table in a file, whatever their order; equal rows give equal hashes."""
    with duckdb.connect(str(path), read_only=True, config=_LOCKED) as db:
        tables = db.execute("select schema_name || '.' || table_name from duckdb_tables() order by 1").fetchall()
        sums = "select count(*)::varchar || '-' || coalesce(sum(hash(t)), 0)::varchar from"
        return {name: db.execute(f"{sums} {name} as t").fetchall()[0][0] for (name,) in tables}


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
