"""The ledger: what was recorded, in order, each event chained to the one before by its hash."""

from __future__ import annotations

import errno
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from pipelines.trouble import Trouble

Kind = Literal["impor", "tarik", "ditolak", "pemetaan"]

_SCHEMA = Path(__file__).with_name("ledger.sql")
_READ = (
    "select seq, id, jenis, direkam_pada, oleh, isi, hash_sebelum, hash_ini from kejadian where seq > ? order by seq"
)
_ADD = "insert into kejadian values (?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True)
class Event:
    """One thing recorded; `body` is its content, `hash` chains it to `before`."""

    seq: int
    id: str
    kind: Kind
    recorded_at: datetime  # UTC
    actor: str
    body: dict[str, Any]
    before: str
    hash: str


@dataclass(frozen=True)
class Entry:
    """What is to be recorded; `id` gets the sequence number it will have."""

    kind: Kind
    recorded_at: datetime
    actor: str
    body: dict[str, Any]
    id: Callable[[int], str]


def chained(before: str, seq: int, id: str, kind: str, at: str, actor: str, body: str) -> str:
    """The hash of an event: of everything it says and of the event before it."""
    return hashlib.sha256(json.dumps([before, seq, id, kind, at, actor, body]).encode()).hexdigest()


def events(path: Path, *, after: int = 0) -> list[Event]:
    """Every event after number `after`, in order; none where there is no ledger yet."""
    if not path.exists():
        return []
    with _open(path) as db:
        if not db.execute("select count(*) from sqlite_master where name = 'kejadian'").fetchone()[0]:
            return []  # its first writer died before it could write
        return [_event(row) for row in db.execute(_READ, (after,))]


def append(path: Path, entries: Iterable[Entry], *, after: int) -> list[Event]:
    """Record all entries or none, following event number `after`; the caller holds the writing lock."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _open(path) as db:
        db.executescript(_SCHEMA.read_text(encoding="utf-8"))
        db.execute("begin immediate")
        try:
            row = db.execute("select seq, hash_ini from kejadian order by seq desc limit 1").fetchone()
            seq, before = row or (0, "")
            if seq != after:
                raise RuntimeError(f"the ledger stands at {seq}, not at {after}: the writing lock was not held")
            for entry in entries:
                seq += 1
                at = entry.recorded_at.astimezone(UTC).isoformat(timespec="microseconds")
                body = json.dumps(entry.body, ensure_ascii=False, sort_keys=True)
                id = entry.id(seq)
                own = chained(before, seq, id, entry.kind, at, entry.actor, body)
                db.execute(_ADD, (seq, id, entry.kind, at, entry.actor, body, before, own))
                before = own
            db.execute("commit")
        except BaseException:
            if db.in_transaction:
                db.execute("rollback")
            raise
    return events(path, after=after)


def broken(path: Path) -> list[int]:
    """The sequence numbers at which the chain does not hold: changed, removed or reordered events."""
    wrong, before, expected = [], "", 1
    for e in events(path):
        at = e.recorded_at.isoformat(timespec="microseconds")
        body = json.dumps(e.body, ensure_ascii=False, sort_keys=True)
        if e.seq != expected or e.before != before or e.hash != chained(before, e.seq, e.id, e.kind, at, e.actor, body):
            wrong.append(e.seq)
        before, expected = e.hash, e.seq + 1
    return wrong


def withdrawn(recorded: Iterable[Event]) -> dict[str, Event]:
    """The withdrawals, by the id of the import that each takes back."""
    return {e.body["import_id"]: e for e in recorded if e.kind == "tarik"}


def in_force(recorded: Iterable[Event], *, until: datetime | None = None) -> list[Event]:
    """The imports that count, as known at `until`: recorded by then and not withdrawn by then."""
    known = [e for e in recorded if until is None or e.recorded_at <= until]
    gone = withdrawn(known)
    return [e for e in known if e.kind == "impor" and e.id not in gone]


def mappings(recorded: Iterable[Event]) -> dict[str, dict[str, str]]:
    """The column mappings that people gave, the latest by header signature."""
    return {e.body["signature"]: e.body["mapping"] for e in recorded if e.kind == "pemetaan"}


@contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(path, timeout=60, isolation_level=None)) as db:
            db.execute("pragma synchronous = full")
            yield db
    except sqlite3.OperationalError as error:  # no room, no permission, locked for a minute
        raise OSError(errno.EIO, str(error), str(path)) from error
    except sqlite3.DatabaseError as error:
        raise Trouble("perintah.ledger_rusak", path=path, sebab=error) from error


def _event(row: tuple[Any, ...]) -> Event:
    seq, id, kind, at, actor, body, before, own = row
    return Event(seq, id, kind, datetime.fromisoformat(at), actor, json.loads(body), before, own)
