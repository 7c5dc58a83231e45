"""Workbooks of meetings become records: each import once, whole or not at all, and never over a newer word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from sqlalchemy import Connection, insert, select, update

from pipelines import clock, ledger
from pipelines.catalogue import both
from pipelines.contracts.rapat import CATATAN
from pipelines.ledger import Event
from pipelines.records.changes import Change, Invalid, Record, Who, checked, named, own
from pipelines.records.database import open_records
from pipelines.records.schema import JEJAK, MENUNJUK, TABEL, TERAPAN
from pipelines.records.store import Records, find, mark, put
from pipelines.records.trail import Mark, back
from pipelines.records.where import brought, kept
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace

IMPOR, TARIK = "impor ", "tarik "  # how the trail says that an import said it, or took it back


@dataclass(frozen=True)
class Row:
    """One row of a sheet about meetings."""

    kind: str
    id: str
    versi: int | None  # as the file says
    values: Mapping[str, Any]
    sheet: str
    row: int


@dataclass(frozen=True)
class Refused:
    """A row that was not taken over what stands, with why, in both languages."""

    kind: str
    id: str
    sheet: str
    row: int
    why: dict[str, str]


def rows(ws: Workspace, event: Event) -> list[Row]:
    """The rows about meetings that an import brought, those that others name first."""
    found: list[Row] = []
    for kind in CATATAN:
        if f"{kind}.parquet" in event.body.get("kept", ()):
            table = pq.read_table(ws.imports / event.id / f"{kind}.parquet")
            found += [row_of(kind, one) for one in table.to_pylist()]
    return found


def row_of(kind: str, read: Mapping[str, Any]) -> Row:
    """A row as intake read it."""
    values = {name: read.get(name) for name in own(kind)}
    id = read.get("id") or named(kind, values)
    return Row(kind, str(id), read.get("versi"), values, str(read["lembar"]), int(read["baris"]))


def catch_up(ws: Workspace) -> None:
    """Take into the records what imports brought since, and out what was withdrawn; nothing where nothing is due."""
    recorded = ledger.events(ws.ledger)
    about = [e for e in recorded if brought(e)]
    if not about:
        return
    records, gone = open_records(ws), ledger.withdrawn(recorded)
    done = taken(records)
    for event in about:
        if event.id not in done and event.id not in gone:
            _take(records, event, rows(ws, event))
        elif event.id in gone and not done.get(event.id, True):
            _give_back(records, event.id, gone[event.id])


def taken(records: Records) -> dict[str, bool]:
    """The imports that were taken in, each with whether it was given back."""
    with records.reading() as db:
        return {row.impor_id: bool(row.ditarik) for row in db.execute(select(TERAPAN))}


def refused(records: Records, import_id: str) -> list[Refused]:
    """The rows of an import that were not taken over what stands."""
    with records.reading() as db:
        said = db.execute(select(TERAPAN.c.hasil).where(TERAPAN.c.impor_id == import_id)).scalar()
    return [Refused(**one) for one in json.loads(said)["ditahan"]] if said else []


def weigh(ws: Workspace, tables: Mapping[str, Path]) -> list[Refused]:
    """What of a file's tables would be held back now: said before it is taken in."""
    read = [row_of(kind, one) for kind in CATATAN if kind in tables for one in pq.read_table(tables[kind]).to_pylist()]
    if not read:
        return []
    known: dict[str, set[str]] = {kind: {one.id for one in read if one.kind == kind} for kind in CATATAN}
    held: list[Refused] = []
    if kept(ws):
        records = open_records(ws)
        for kind, ids in known.items():
            ids.update(record.id for record in records.rows(kind))
        with records.reading() as db:
            held = [said for one in read if (said := _judge(db, one)[1])]
    already = {(one.kind, one.id) for one in held}
    for one in read:
        for column, target in MENUNJUK.items():
            named_id = one.values.get(column)
            if named_id is not None and named_id not in known[target] and (one.kind, one.id) not in already:
                words = both("rapat.baris_tak_menunjuk", kolom=column, nilai=named_id)
                held.append(Refused(one.kind, one.id, one.sheet, one.row, words))
    return held


def _take(records: Records, event: Event, read: Sequence[Row]) -> None:
    who = Who(event.actor, f"{IMPOR}{event.id}")
    held: list[Refused] = []
    written = 0
    with records.writing() as db:
        if db.execute(select(TERAPAN.c.impor_id).where(TERAPAN.c.impor_id == event.id)).first():
            return  # another process was quicker
        for one in read:
            change, why = _judge(db, one)
            if why is None and change is not None:
                try:
                    put(db, [change], who, at=event.recorded_at)
                    written += 1
                except Invalid as error:
                    why = Refused(one.kind, one.id, one.sheet, one.row, error.words)
            if why:
                held.append(why)
        outcome = json.dumps({"ditulis": written, "ditahan": [vars(one) for one in held]}, ensure_ascii=False)
        at = clock.now().isoformat(timespec="microseconds")
        db.execute(insert(TERAPAN).values(impor_id=event.id, pada=at, hasil=outcome, ditarik=False))


def _judge(db: Connection, row: Row) -> tuple[Change | None, Refused | None]:
    """What a row changes (None: nothing), or why it is held back.

    A row with a version replaces the record it was exported from; one without adds to it what it fills in, and only to
    a record that nobody has touched on the screen.
    """
    now = find(db, row.kind, row.id)
    if now is None or now.removed:
        return Change(row.kind, row.id, row.values), None
    filled = row.values if row.versi is not None else {k: v for k, v in row.values.items() if v is not None}
    try:
        same = checked(row.kind, row.id, {**now.values, **filled}) == dict(now.values)
    except Invalid as error:
        return None, Refused(row.kind, row.id, row.sheet, row.row, error.words)
    if same:
        return None, None
    newer = row.versi != now.versi if row.versi is not None else not now.asal.startswith(IMPOR)
    if newer:
        return None, Refused(row.kind, row.id, row.sheet, row.row, _newer(now))
    return Change(row.kind, row.id, filled, now.versi), None


def _newer(now: Record) -> dict[str, str]:
    return Trouble("rapat.baris_disusul", id=now.id, oleh=now.oleh, versi=now.versi).words


def _give_back(records: Records, import_id: str, event: Event) -> None:
    """Undo what an import said, latest first; what somebody has changed since stays as it is."""
    who = Who(event.actor, f"{TARIK}{import_id}")
    with records.writing() as db:
        wanted = select(JEJAK).where(JEJAK.c.asal == f"{IMPOR}{import_id}").order_by(JEJAK.c.seq.desc())
        for said in [mark(row) for row in db.execute(wanted).mappings()]:
            now = find(db, said.kind, said.id)
            if now is None or now.removed or not _untouched(db, now, said):
                continue
            try:
                put(db, [back(said, now)], who, at=event.recorded_at)
            except Invalid:
                continue  # something written since names it
        db.execute(update(TERAPAN).where(TERAPAN.c.impor_id == import_id).values(ditarik=True))


def _untouched(db: Connection, now: Record, said: Mark) -> bool:
    """Whether a record still says what an import said, and nobody wrote it on the screen since."""
    later = select(JEJAK.c.asal).where(JEJAK.c.tabel == now.kind, JEJAK.c.id == now.id, JEJAK.c.seq > said.seq)
    files = all(origin.startswith((IMPOR, TARIK)) for origin in db.execute(later).scalars())
    return files and dict(now.values) == said.after


def exported(records: Records) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Every kind with its records as rows of its sheet, versions included."""
    for kind in TABEL:
        yield kind, [{"id": r.id, "versi": r.versi, **r.values} for r in records.rows(kind)]
