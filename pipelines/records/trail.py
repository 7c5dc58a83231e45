"""The trail: every change with who, when, before and after; chained, so that a gap or an edit shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pipelines.contracts.base import columns
from pipelines.contracts.rapat import CATATAN
from pipelines.records.changes import Change, Record, own


@dataclass(frozen=True)
class Mark:
    """One change on the trail; `before` is None for a new record, `after` None for one that was taken away."""

    seq: int
    kind: str
    id: str
    versi: int
    oleh: str
    asal: str
    pada: str  # UTC
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    hash_before: str
    hash: str


def written(content: Mapping[str, Any] | None) -> str | None:
    """A record's content as one canonical text; None stays None."""
    if content is None:
        return None
    return json.dumps(content, ensure_ascii=False, sort_keys=True, default=_text)


def read(kind: str, content: str | None) -> dict[str, Any] | None:
    """A record's content from its text, in the types of its contract; columns added since are blank."""
    if content is None:
        return None
    said = json.loads(content)
    cells = columns(CATATAN[kind])
    return {name: _value(cells[name].kind, said.get(name)) for name in own(kind)}


def chained(before: str, *said: object) -> str:
    """The hash of a change: of everything it says and of the change before it."""
    return hashlib.sha256(json.dumps([before, *said]).encode()).hexdigest()


def broken(marks: Iterable[Mark]) -> list[int]:
    """The numbers at which the chain does not hold: changed, removed or reordered changes."""
    wrong, before, expected = [], "", 1
    for m in marks:
        own_hash = chained(
            m.hash_before, m.seq, m.kind, m.id, m.versi, m.oleh, m.asal, m.pada, written(m.before), written(m.after)
        )
        if m.seq != expected or m.hash_before != before or m.hash != own_hash:
            wrong.append(m.seq)
        before, expected = m.hash, m.seq + 1
    return wrong


def state(marks: Iterable[Mark], until: datetime | None = None) -> dict[str, dict[str, Mark]]:
    """The last change of every record that stands, by kind and id, as said by `until`."""
    found: dict[str, dict[str, Mark]] = {name: {} for name in CATATAN}
    for mark in said_by(marks, until):
        if mark.after is None:
            found[mark.kind].pop(mark.id, None)
        else:
            found[mark.kind][mark.id] = mark
    return found


def back(mark: Mark, now: Record) -> Change:
    """The change that brings a record from how it stands now to how it stood before a change of the trail."""
    seen = None if now.removed else now.versi
    if mark.before is None:
        return Change(mark.kind, mark.id, versi=seen, remove=True)
    return Change(mark.kind, mark.id, mark.before, seen)


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"no record holds a {type(value).__name__}")


def _value(kind: str, value: Any) -> Any:
    if value is None:
        return None
    if kind == "tanggal":
        return date.fromisoformat(value)
    if kind in ("rupiah", "persen"):
        return Decimal(value)
    return value


def said_by(marks: Iterable[Mark], until: datetime | None = None) -> Iterator[Mark]:
    """The changes that had been said by `until`; all of them where it is None."""
    limit = until.isoformat(timespec="microseconds") if until else None
    return (mark for mark in marks if limit is None or mark.pada <= limit)
