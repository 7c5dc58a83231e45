"""Writing as one types: every pause is kept, and what is whole becomes a record, once, whatever is sent again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from pipelines import clock
from pipelines.records.changes import Change, Invalid, Overtaken, Record, Who
from pipelines.records.schema import DRAF
from pipelines.records.store import Records, put
from pipelines.records.typed import Words, understood


@dataclass(frozen=True)
class Said:
    """One row as it stands on somebody's screen: `kunci` names the row, `id` and `versi` the record it shows."""

    kunci: str
    isi: Mapping[str, str]  # as typed, by column
    id: str | None = None
    versi: int | None = None
    akhir: bool = True  # the writer has left the field: it may become a record


@dataclass(frozen=True)
class Draft:
    """A row that is not recorded as it was typed."""

    kunci: str
    kind: str
    id: str | None
    versi: int | None
    isi: Mapping[str, str]
    oleh: str


@dataclass(frozen=True)
class Outcome:
    """What became of a row: the record, or what keeps it a draft."""

    kunci: str
    record: Record | None = None
    faults: Mapping[str, Words] = field(default_factory=dict)  # by column
    overtaken: Record | None = None  # how the record stands that somebody else has written meanwhile


def note(
    records: Records, kind: str, sheet: str, said: Said, who: Who, *, fixed: Mapping[str, Any] | None = None
) -> Outcome:
    """Keep a row of the sheet of that name, as a record where it is whole; `fixed` is what the sheet says itself."""
    kept = _kept(records, said.kunci)
    if said.id is None and kept is not None and kept.id is not None:
        said = Said(said.kunci, said.isi, kept.id, kept.versi, said.akhir)  # it became one; the answer was lost
    values, faults = understood(kind, said.isi)
    outcome = Outcome(said.kunci, faults=faults)
    if said.akhir and not faults:
        change = Change(kind, said.id, {**values, **(fixed or {})}, said.versi)
        try:
            with records.writing() as db:
                (record,) = put(db, [change], who)
                _keep(db, kind, sheet, said, record, who)
            return Outcome(said.kunci, record)
        except Invalid as error:
            outcome = Outcome(said.kunci, faults=error.fields)
        except Overtaken as error:
            outcome = Outcome(said.kunci, overtaken=error.now)
    with records.writing() as db:
        _keep(db, kind, sheet, said, None, who)
    return outcome


def drop(records: Records, kunci: str) -> None:
    """Forget what was typed in a row; a record that it shows stays as it is."""
    with records.writing() as db:
        db.execute(delete(DRAF).where(DRAF.c.kunci == kunci))


def waiting(records: Records, sheet: str) -> list[Draft]:
    """The rows of a sheet that are typed but not recorded, in the order in which they were begun."""
    wanted = select(DRAF).where(DRAF.c.lembar == sheet, DRAF.c.isi.is_not(None)).order_by(DRAF.c.pada, DRAF.c.kunci)
    with records.reading() as db:
        return [_draft(row) for row in db.execute(wanted)]


def became(records: Records, sheet: str) -> dict[str, str]:
    """The rows of a sheet that have become records: the record's id by the row's name."""
    wanted = select(DRAF.c.kunci, DRAF.c.id).where(DRAF.c.lembar == sheet, DRAF.c.id.is_not(None))
    with records.reading() as db:
        return {row.kunci: row.id for row in db.execute(wanted)}


def _kept(records: Records, kunci: str) -> Draft | None:
    with records.reading() as db:
        row = db.execute(select(DRAF).where(DRAF.c.kunci == kunci)).first()
    return _draft(row) if row else None


def _keep(db: Connection, kind: str, sheet: str, said: Said, record: Record | None, who: Who) -> None:
    begun = db.execute(select(DRAF.c.pada).where(DRAF.c.kunci == said.kunci)).scalar()
    row = {
        "tabel": kind, "lembar": sheet, "oleh": who.oleh,
        "pada": begun or clock.now().isoformat(timespec="microseconds"),
        "id": record.id if record else said.id,
        "versi": record.versi if record else said.versi,
        "isi": None if record else json.dumps(dict(said.isi), ensure_ascii=False),
    }  # fmt: skip
    if begun is None:
        db.execute(insert(DRAF).values(kunci=said.kunci, **row))
    else:
        db.execute(update(DRAF).where(DRAF.c.kunci == said.kunci).values(**row))


def _draft(row: Any) -> Draft:
    return Draft(row.kunci, row.tabel, row.id, row.versi, json.loads(row.isi or "{}"), row.oleh)
