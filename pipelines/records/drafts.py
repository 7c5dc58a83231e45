"""Writing as one types: every pause is kept, and what is whole becomes a record, once, whatever is sent again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from pipelines import clock
from pipelines.records.changes import Change, Invalid, Overtaken, Record, Who
from pipelines.records.schema import DRAF
from pipelines.records.store import Records, put
from pipelines.records.typed import Words, understood

_UNSEEN = 0  # records begin with version 1


@dataclass(frozen=True)
class Said:
    """One row as it stands on somebody's screen: `kunci` names the row, `id` and `versi` the record it shows."""

    kunci: str
    isi: Mapping[str, str]  # as typed, by column
    id: str | None = None
    versi: int | None = None
    akhir: bool = True  # the writer has left the field: it may become a record
    peramban: str = ""  # the browser it stands in: two that change one record keep what each has typed


@dataclass(frozen=True)
class Draft:
    """A row that is not recorded as it was typed."""

    kunci: str
    kind: str
    id: str | None
    versi: int | None
    isi: Mapping[str, str]
    oleh: str
    peramban: str


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
    if said.id is None:
        said = _known(records, sheet, said)
    values, faults = understood(kind, said.isi)
    outcome = Outcome(said.kunci, faults=faults)
    if said.akhir and not faults:
        content = {**values, **(fixed or {})}
        try:
            with records.writing() as db:
                (record,) = put(db, [Change(kind, said.id, content, said.versi)], who)
                _keep(db, kind, sheet, said, record, who)
            return Outcome(said.kunci, record)
        except Invalid as error:
            outcome = Outcome(said.kunci, faults=error.fields)
        except Overtaken as error:
            same = not error.now.removed and content.items() <= error.now.values.items()
            outcome = Outcome(said.kunci, error.now) if same else Outcome(said.kunci, overtaken=error.now)
    with records.writing() as db:
        _keep(db, kind, sheet, said, outcome.record, who)
    return outcome


def drop(records: Records, sheet: str, kunci: str, browser: str) -> None:
    """Forget what a browser has typed in a row; a record that it shows stays as it is."""
    with records.writing() as db:
        db.execute(delete(DRAF).where(*_at(sheet, kunci, browser)))


def take(records: Records, sheet: str, kunci: str, of: str, browser: str) -> None:
    """Go on in this browser with what another has typed in a row; nothing where this one has typed in it itself."""
    with records.writing() as db:
        if db.execute(select(DRAF.c.kunci).where(*_at(sheet, kunci, browser), DRAF.c.isi.is_not(None))).first():
            return
        db.execute(delete(DRAF).where(*_at(sheet, kunci, browser)))
        db.execute(update(DRAF).where(*_at(sheet, kunci, of)).values(peramban=browser))


def waiting(records: Records, sheet: str) -> list[Draft]:
    """The rows of a sheet that are typed but not recorded, by browser, in the order in which they were begun."""
    order = (DRAF.c.pada, DRAF.c.kunci, DRAF.c.peramban)
    wanted = select(DRAF).where(DRAF.c.lembar == sheet, DRAF.c.isi.is_not(None)).order_by(*order)
    with records.reading() as db:
        return [_draft(row) for row in db.execute(wanted)]


def became(records: Records, sheet: str) -> dict[str, str]:
    """The rows of a sheet that have become records: the record's id by the row's name."""
    wanted = select(DRAF.c.kunci, DRAF.c.id).where(DRAF.c.lembar == sheet, DRAF.c.id.is_not(None))
    with records.reading() as db:
        return {row.kunci: row.id for row in db.execute(wanted)}


def _known(records: Records, sheet: str, said: Said) -> Said:
    """The row with the record that it has become: the answer was lost, or another browser has gone on with it."""
    wanted = select(DRAF).where(DRAF.c.lembar == sheet, DRAF.c.kunci == said.kunci, DRAF.c.id.is_not(None))
    with records.reading() as db:
        rows = [_draft(row) for row in db.execute(wanted)]
    own = next((row for row in rows if row.peramban == said.peramban), None)
    if own is not None:
        return replace(said, id=own.id, versi=own.versi)
    # A version that no record has: whoever did not see the record is told how it stands.
    return replace(said, id=rows[0].id, versi=_UNSEEN) if rows else said


def _at(sheet: str, kunci: str, browser: str) -> tuple[ColumnElement[bool], ...]:
    return DRAF.c.lembar == sheet, DRAF.c.kunci == kunci, DRAF.c.peramban == browser


def _keep(db: Connection, kind: str, sheet: str, said: Said, record: Record | None, who: Who) -> None:
    place = _at(sheet, said.kunci, said.peramban)
    begun = db.execute(select(DRAF.c.pada).where(*place)).scalar()
    row = {
        "tabel": kind, "oleh": who.oleh, "pada": begun or clock.now().isoformat(timespec="microseconds"),
        "id": record.id if record else said.id,
        "versi": record.versi if record else said.versi,
        "isi": None if record else json.dumps(dict(said.isi), ensure_ascii=False),
    }  # fmt: skip
    if begun is None:
        db.execute(insert(DRAF).values(lembar=sheet, kunci=said.kunci, peramban=said.peramban, **row))
    else:
        db.execute(update(DRAF).where(*place).values(**row))


def _draft(row: Any) -> Draft:
    return Draft(row.kunci, row.tabel, row.id, row.versi, json.loads(row.isi or "{}"), row.oleh, row.peramban)
