"""Every pack that was ever printed: what was ordered, from which build, and its bytes, to be had again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from pipelines import clock, disk
from pipelines.records.database import open_records
from pipelines.records.schema import CETAKAN
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace


@dataclass(frozen=True)
class Cetakan:
    """One printed pack; `pesanan` says of what, for whom and from which build."""

    id: str
    dibuat: datetime  # UTC
    oleh: str
    rapat_id: str | None
    nama: str
    sha256: str
    ukuran: int
    pesanan: Mapping[str, Any]


def keep(
    ws: Workspace, content: bytes, name: str, order: Mapping[str, Any], *, oleh: str, made_at: datetime,
    rapat_id: str | None = None,
) -> Cetakan:  # fmt: skip
    """Keep a pack: its bytes first, then its line; the same bytes are kept once."""
    sha = sha256(content).hexdigest()
    path = _path(ws, sha)
    if not path.exists():
        disk.write(path, content)
    records = open_records(ws)
    made = Cetakan(sha[:12], clock.utc(made_at), oleh, rapat_id, name, sha, len(content), order)
    with records.writing() as db:
        if not db.execute(select(CETAKAN.c.id).where(CETAKAN.c.id == made.id)).first():
            row = {**vars(made), "dibuat": made.dibuat.isoformat(), "pesanan": json.dumps(order, ensure_ascii=False)}
            db.execute(insert(CETAKAN).values(**row))
    return made


def listed(ws: Workspace, *, rapat_id: str | None = None) -> list[Cetakan]:
    """The packs that were printed, the latest first; of one meeting where asked."""
    wanted = select(CETAKAN).order_by(CETAKAN.c.dibuat.desc(), CETAKAN.c.id)
    if rapat_id is not None:
        wanted = wanted.where(CETAKAN.c.rapat_id == rapat_id)
    with open_records(ws).reading() as db:
        return [_read(row) for row in db.execute(wanted)]


def again(ws: Workspace, id: str) -> tuple[Cetakan, bytes]:
    """A pack as it was printed; raises Trouble where it is not known or its bytes are not what they were."""
    with open_records(ws).reading() as db:
        row = db.execute(select(CETAKAN).where(CETAKAN.c.id == id)).first()
    if row is None:
        raise Trouble("bahan.tak_dikenal", id=id)
    found = _read(row)
    return found, _content(ws, found)


def faults(ws: Workspace) -> list[dict[str, str]]:
    """The packs whose bytes are gone or not what was printed, in both languages; empty when all are whole."""
    found = []
    for one in listed(ws):
        try:
            _content(ws, one)
        except Trouble as trouble:
            found.append(dict(trouble.words))
    return found


def _content(ws: Workspace, printed: Cetakan) -> bytes:
    try:
        content = _path(ws, printed.sha256).read_bytes()
    except FileNotFoundError:
        raise Trouble("bahan.berkas_hilang", id=printed.id) from None
    if sha256(content).hexdigest() != printed.sha256:
        raise Trouble("bahan.berkas_berubah", id=printed.id)
    return content


def _path(ws: Workspace, sha: str) -> Path:
    return ws.prints / f"{sha}.zip"


def _read(row: Any) -> Cetakan:
    made = datetime.fromisoformat(row.dibuat)
    return Cetakan(row.id, made, row.oleh, row.rapat_id, row.nama, row.sha256, row.ukuran, json.loads(row.pesanan))
