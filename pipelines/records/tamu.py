"""Who came: names of guests, kept apart from their visits and forgotten for good when their time is over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete, insert, select

from pipelines import aturan_rapat
from pipelines.records.changes import Change, Record, Who
from pipelines.records.schema import TABEL, TAMU
from pipelines.records.store import Records, put

KIND = "buku_tamu"


def days(today: date) -> int:
    """For how many days after a visit the guest's name is kept, by the rule of that day."""
    return int(aturan_rapat.on(KIND, today).nilai)


def receive(records: Records, visit: Mapping[str, Any], nama: str | None, who: Who) -> Record:
    """The visit as recorded, the name beside it where one was given: both or neither."""
    with records.writing() as db:
        (made,) = put(db, [Change(KIND, None, visit)], who)
        if nama and nama.strip():
            db.execute(insert(TAMU).values(id=made.id, nama=nama.strip()))
    return made


def names(records: Records) -> dict[str, str]:
    """The names still kept, by the visit's id."""
    with records.reading() as db:
        return {row.id: row.nama for row in db.execute(select(TAMU))}


def forget(records: Records, today: date) -> int:
    """Forget the names whose time is over, and those of visits that were taken away; how many there were."""
    visits = TABEL[KIND]
    over = select(visits.c.id).where((visits.c.tanggal < today - timedelta(days=days(today))) | visits.c.dihapus)
    with records.reading() as db:
        due = db.execute(select(TAMU.c.id).where(TAMU.c.id.in_(over))).scalars().all()
    if due:
        with records.writing() as db:
            if db.dialect.name == "sqlite":
                db.exec_driver_sql("pragma secure_delete = on")  # what is deleted is overwritten, not only let go
            db.execute(delete(TAMU).where(TAMU.c.id.in_(due)))
        with records.reading() as db:
            if db.dialect.name == "sqlite":
                db.exec_driver_sql("pragma wal_checkpoint(truncate)")  # the log still held the page with the name
    return len(due)
