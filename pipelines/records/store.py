"""Reading and writing the records: all of a write or nothing, never over what another has written meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update

from pipelines import clock
from pipelines.catalogue import both
from pipelines.contracts.rapat import CATATAN
from pipelines.records.changes import PREFIX, Change, Invalid, Overtaken, Record, Who, checked, named, numbered, own
from pipelines.records.database import told
from pipelines.records.schema import JEJAK, MENUNJUK, PUNCAK, TABEL
from pipelines.records.trail import Mark, chained, read, written


class Records:
    """The records of one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def rows(self, kind: str, *, removed: bool = False) -> list[Record]:
        """The records of a kind that stand (or, if asked, those taken away too), by id."""
        table = TABEL[kind]
        wanted = select(table).order_by(table.c.id)
        with self.reading() as db:
            found = db.execute(wanted if removed else wanted.where(~table.c.dihapus)).mappings().all()
        return [_record(kind, row) for row in found]

    def get(self, kind: str, id: str) -> Record | None:
        """One record, also one that was taken away; None where there never was one."""
        with self.reading() as db:
            return find(db, kind, id)

    def write(self, changes: Sequence[Change], who: Who, *, at: datetime | None = None) -> list[Record]:
        """The records as they stand after all changes; raises Overtaken or Invalid and has then changed nothing."""
        with self.writing() as db:
            return put(db, changes, who, at=at)

    def trail(self, *, kind: str | None = None, id: str | None = None, after: int = 0) -> list[Mark]:
        """The changes in the order in which they were made: of one record, of a kind, or all."""
        wanted = select(JEJAK).where(JEJAK.c.seq > after).order_by(JEJAK.c.seq)
        if kind:
            wanted = wanted.where(JEJAK.c.tabel == kind)
        if id:
            wanted = wanted.where(JEJAK.c.id == id)
        with self.reading() as db:
            return [mark(row) for row in db.execute(wanted).mappings()]

    def head(self) -> int:
        """The number of the last change; 0 before the first."""
        with self.reading() as db:
            return int(db.execute(select(PUNCAK.c.seq)).scalar() or 0)

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that writes alone: everything in it is kept, or nothing."""
        return _Told(self._engine, self._engine.begin())

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that only reads: each statement sees what was committed before it."""
        opened = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        return _Told(self._engine, opened)


class _Told(AbstractContextManager[Connection]):
    """A connection whose failures are told in words."""

    def __init__(self, engine: Engine, inner: AbstractContextManager[Connection]) -> None:
        self._words = told(engine.url.render_as_string(hide_password=True))
        self._inner = inner

    def __enter__(self) -> Connection:
        self._words.__enter__()
        try:
            return self._inner.__enter__()
        except BaseException as error:
            self._words.__exit__(type(error), error, error.__traceback__)
            raise

    def __exit__(self, *error: Any) -> bool | None:
        try:
            self._inner.__exit__(*error)
        except BaseException as late:
            self._words.__exit__(type(late), late, late.__traceback__)
            raise
        return self._words.__exit__(*error)


def put(db: Connection, changes: Iterable[Change], who: Who, *, at: datetime | None = None) -> list[Record]:
    """Write changes within a transaction that the caller holds; the records as they then stand."""
    seq, hash = _lock(db)
    when = clock.utc(at or clock.now()).isoformat(timespec="microseconds")
    done: list[Record] = []
    for change in changes:
        before = find(db, change.kind, change.id) if change.id else None
        after = _after(db, change, before, who, when)
        if after is None or (before is not None and _same(before, after)):
            done.append(before or _gone(change))
            continue
        _save(db, before, after)
        seq += 1
        hash = _note(db, seq, hash, before, after)
        done.append(after)
    db.execute(update(PUNCAK).values(seq=seq, hash=hash))
    return done


def _lock(db: Connection) -> tuple[int, str]:
    """Where the trail stands; whoever else wants to write waits from here on."""
    row = db.execute(select(PUNCAK.c.seq, PUNCAK.c.hash).with_for_update()).one()
    return int(row.seq), str(row.hash)


def _after(db: Connection, change: Change, before: Record | None, who: Who, when: str) -> Record | None:
    """The record that a change makes; None where there is nothing to take away."""
    standing = before is not None and not before.removed
    if change.remove and not standing:
        return None
    if before is not None and change.versi != (before.versi if standing else None):
        raise Overtaken(before, change)
    if before is None and change.versi is not None:
        raise Overtaken(_gone(change), change)
    if change.remove:
        return _taken_away(db, before, who, when)
    content = {**(before.values if before and standing else {}), **change.values}
    id = change.id or _given(db, change.kind, content)
    if change.id is None:
        earlier = find(db, change.kind, id)
        if earlier is not None and not earlier.removed:
            raise Overtaken(earlier, change)  # the same thing has been written already
        before = earlier
    values = checked(change.kind, id, content)
    _pointing(db, change.kind, values)
    return Record(change.kind, id, (before.versi if before else 0) + 1, values, who.oleh, when, who.asal)


def _taken_away(db: Connection, before: Record | None, who: Who, when: str) -> Record | None:
    if before is None or before.removed:
        return None
    for kind, column in _pointed_at(before.kind):
        table = TABEL[kind]
        used = db.execute(select(table.c.id).where(table.c[column] == before.id, ~table.c.dihapus).limit(1)).scalar()
        if used:
            raise Invalid(before.kind, {"id": both("rapat.isian_dipakai", oleh=used)})
    return Record(before.kind, before.id, before.versi + 1, before.values, who.oleh, when, who.asal, removed=True)


def _pointed_at(kind: str) -> list[tuple[str, str]]:
    return [
        (other, column)
        for other in CATATAN
        for column, target in MENUNJUK.items()
        if target == kind and column in TABEL[other].c
    ]


def _pointing(db: Connection, kind: str, values: Mapping[str, Any]) -> None:
    """Every record that is named must stand."""
    wrong = {}
    for column, target in MENUNJUK.items():
        named_id = values.get(column)
        if named_id is None:
            continue
        found = find(db, target, named_id)
        if found is None or found.removed:
            wrong[column] = both("rapat.isian_tak_dikenal", nilai=named_id)
    if wrong:
        raise Invalid(kind, wrong)


def _given(db: Connection, kind: str, values: Mapping[str, Any]) -> str:
    """The id of a record that comes without one: a running number of its year, or what names it."""
    if not numbered(kind):
        return named(kind, values)
    day = values.get("tenggat") or values.get("tanggal")
    year = day.year if isinstance(day, date) else clock.local(clock.now()).year
    start = f"{PREFIX[kind]}-{year}-"
    table = TABEL[kind]
    used = db.execute(select(table.c.id).where(table.c.id.startswith(start, autoescape=True))).scalars()
    numbers = [int(tail) for id in used if (tail := id.removeprefix(start)).isdecimal()]
    return f"{start}{max(numbers, default=0) + 1:03d}"


def _save(db: Connection, before: Record | None, after: Record) -> None:
    table = TABEL[after.kind]
    row = {
        **after.values, "versi": after.versi, "oleh": after.oleh, "pada": after.pada, "asal": after.asal,
        "dihapus": after.removed,
    }  # fmt: skip
    if before is None:
        db.execute(insert(table).values(id=after.id, **row))
    else:
        db.execute(update(table).where(table.c.id == after.id).values(**row))


def _note(db: Connection, seq: int, hash: str, before: Record | None, after: Record) -> str:
    """The hash of the change, now on the trail."""
    said = {
        "seq": seq, "tabel": after.kind, "id": after.id, "versi": after.versi, "oleh": after.oleh,
        "asal": after.asal, "pada": after.pada,
        "sebelum": written(before.values) if before and not before.removed else None,
        "sesudah": None if after.removed else written(after.values),
    }  # fmt: skip
    own_hash = chained(hash, *said.values())
    db.execute(insert(JEJAK).values(**said, hash_sebelum=hash, hash_ini=own_hash))
    return own_hash


def _same(before: Record, after: Record) -> bool:
    return before.values == after.values and before.removed == after.removed


def _gone(change: Change) -> Record:
    """A record that is not there, in the shape of one."""
    return Record(change.kind, change.id or "", 0, {}, "", "", "", removed=True)


def find(db: Connection, kind: str, id: str) -> Record | None:
    """One record within a transaction, also one that was taken away."""
    row = db.execute(select(TABEL[kind]).where(TABEL[kind].c.id == id)).mappings().first()
    return _record(kind, row) if row else None


def _record(kind: str, row: Any) -> Record:
    values = {name: row[name] for name in own(kind)}
    return Record(kind, row["id"], row["versi"], values, row["oleh"], row["pada"], row["asal"], bool(row["dihapus"]))


def mark(row: Any) -> Mark:
    """A row of the trail."""
    kind = row["tabel"]
    return Mark(
        row["seq"], kind, row["id"], row["versi"], row["oleh"], row["asal"], row["pada"],
        read(kind, row["sebelum"]), read(kind, row["sesudah"]), row["hash_sebelum"], row["hash_ini"],
    )  # fmt: skip
