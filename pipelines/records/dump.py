"""The records as lines of text and back: for backups, and for moving from one database to another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from pipelines.contracts.rapat import CATATAN
from pipelines.records.schema import CETAKAN, DRAF, JEJAK, PUNCAK, TABEL, TAMU, TERAPAN
from pipelines.records.store import Records, mark
from pipelines.records.trail import Mark, broken
from pipelines.trouble import Trouble

# The trail makes the records; the others stand by themselves.
_PLAIN = {"jejak": JEJAK, "terapan": TERAPAN, "tamu": TAMU, "cetakan": CETAKAN, "draf": DRAF}


def lines(records: Records) -> Iterator[str]:
    """One JSON object a line: every change in order, what was taken in, and what is kept beside it."""
    with records.reading() as db:
        for name, table in _PLAIN.items():
            for row in db.execute(select(table).order_by(*table.primary_key.columns)).mappings():
                yield json.dumps({"tabel": name, "isi": dict(row)}, ensure_ascii=False, sort_keys=True)


def load(records: Records, said: Iterable[str]) -> int:
    """Fill empty records from such lines, all or nothing; how many changes there were.

    Raises Trouble where the records are not empty or the trail does not hold.
    """
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in _PLAIN}
    for line in said:
        one = json.loads(line)
        rows[one["tabel"]].append(one["isi"])
    marks = [mark(row) for row in rows["jejak"]]
    if wrong := broken(marks):
        raise Trouble("perintah.jejak_putus", seq=wrong[0])
    with records.writing() as db:
        if db.execute(select(JEJAK.c.seq).limit(1)).first():
            raise Trouble("rapat.sudah_berisi")
        _fill(db, marks)
        for name, table in _PLAIN.items():
            if rows[name]:
                db.execute(insert(table), rows[name])
        if marks:
            db.execute(update(PUNCAK).values(seq=marks[-1].seq, hash=marks[-1].hash))
    return len(marks)


def _fill(db: Connection, marks: Iterable[Mark]) -> None:
    last: dict[str, dict[str, Mark]] = {kind: {} for kind in CATATAN}
    for one in marks:
        last[one.kind][one.id] = one
    for kind, table in TABEL.items():
        for one in _first_those_named(list(last[kind].values())):
            content = one.after if one.after is not None else one.before
            row: Mapping[str, Any] = {
                "id": one.id, "versi": one.versi, "oleh": one.oleh, "pada": one.pada, "asal": one.asal,
                "dihapus": one.after is None, **(content or {}),
            }  # fmt: skip
            db.execute(insert(table).values(**row))


def _first_those_named(marks: list[Mark]) -> list[Mark]:
    """In an order in which no record names one of its own kind that is still to come."""
    done: set[str] = set()
    ordered: list[Mark] = []
    waiting = marks
    while waiting:
        ready = [m for m in waiting if ((m.after or m.before or {}).get("lanjutan_dari") or m.id) in {*done, m.id}]
        ready = ready or waiting  # a circle: the database will say so
        ordered += ready
        done |= {m.id for m in ready}
        waiting = [m for m in waiting if m.id not in done]
    return ordered
