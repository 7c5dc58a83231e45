"""Where the records are kept: a SQLite file in the workspace, or the PostgreSQL that RAPORDA_RECORDS_URL names."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from pipelines.records.where import address
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace

if TYPE_CHECKING:
    from pipelines.records.store import Records

HEAD = "0004"  # the newest migration; a test holds it to the folder

_ENGINES: dict[str, Engine] = {}
_OPENING = threading.Lock()


def open_records(ws: Workspace) -> Records:
    """The records of a workspace, made or brought up to date where needed; raises Trouble where they cannot be had."""
    from pipelines.records.store import Records  # the store knows the database, not the other way round

    url = address(ws)
    with _OPENING:
        if url not in _ENGINES:
            if url.startswith("sqlite:"):
                ws.home.mkdir(parents=True, exist_ok=True)
            with told(url):
                _ENGINES[url] = engine(url)
        with told(url):
            upgrade(_ENGINES[url])
    return Records(_ENGINES[url])


def engine(url: str) -> Engine:
    """An engine whose transactions write alone and last, whichever database it is."""
    made = make_url(url)
    if made.get_backend_name() == "sqlite":
        opened = create_engine(made, connect_args={"timeout": 30})
        event.listen(opened, "connect", _alone)
        event.listen(opened, "begin", _immediate)
        return opened
    if made.get_backend_name() == "postgresql" and made.drivername == "postgresql":
        made = made.set(drivername="postgresql+psycopg")
    return create_engine(made, pool_pre_ping=True, isolation_level="READ COMMITTED")


def upgrade(opened: Engine) -> None:
    """Run the migrations that are missing; two processes that start at once wait for each other."""
    with opened.connect() as db:
        if _version(db) == HEAD:
            return
    from alembic import command  # late: only a database that is behind needs it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with opened.begin() as db:
        if opened.dialect.name == "postgresql":
            db.execute(text("select pg_advisory_xact_lock(7274001)"))
        standing = _version(db)
        if standing is not None and standing > HEAD:
            raise Trouble("rapat.versi_lebih_baru", versi=standing)
        config.attributes["connection"] = db
        command.upgrade(config, "head")


@contextmanager
def told(url: str) -> Iterator[None]:
    """What a database says when it cannot be had or written, as a line for a person; no password stands in it."""
    try:
        yield
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise Trouble("rapat.alamat_salah", sebab=str(error).splitlines()[0]) from None
    except DBAPIError as error:
        where = make_url(url).render_as_string(hide_password=True)
        raise Trouble("rapat.tak_terjangkau", alamat=where, sebab=str(error.orig).splitlines()[0]) from error


def _version(db: Connection) -> str | None:
    if not inspect(db).has_table("alembic_version"):
        return None
    found = db.execute(text("select version_num from alembic_version")).scalar()
    return None if found is None else str(found)


def _alone(opened: Any, _record: object) -> None:
    """The driver starts no transaction by itself; what is committed survives a power cut."""
    opened.isolation_level = None
    for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = on"):
        opened.execute(f"pragma {pragma}").close()


def _immediate(db: Connection) -> None:
    if db.get_execution_options().get("isolation_level") != "AUTOCOMMIT":  # who only reads waits for nobody
        db.exec_driver_sql("begin immediate")
