"""Whether the records are what their trail says: the chain, and every record against its last change."""

from __future__ import annotations

from pipelines.catalogue import both
from pipelines.contracts.rapat import CATATAN
from pipelines.records.changes import Record
from pipelines.records.store import Records
from pipelines.records.trail import Mark, broken, state


def faults(records: Records) -> list[dict[str, str]]:
    """Everything that does not hold, in both languages; empty when all is whole."""
    marks = records.trail()
    found = [both("perintah.jejak_putus", seq=seq) for seq in broken(marks)]
    standing = state(marks)
    for kind in CATATAN:
        now = {record.id: record for record in records.rows(kind)}
        said = standing[kind]
        wrong = now.keys() ^ said.keys()
        wrong |= {id for id in now.keys() & said.keys() if not _as_said(now[id], said[id])}
        found += [both("perintah.rekaman_beda", jenis=kind, id=id) for id in sorted(wrong)]
    return found


def _as_said(now: Record, last: Mark) -> bool:
    return now.versi == last.versi and dict(now.values) == last.after
