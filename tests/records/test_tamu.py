"""The guest book: a name stands beside its visit, on no trail, in no build, and is gone when its time is over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pipelines.records import dump, source, tamu
from pipelines.records.changes import Change, Invalid
from pipelines.records.store import Records
from pipelines.workspace import Workspace
from tests.records.written import RINA

DAY = date(2026, 10, 12)
VISIT = {"kode_opd": "SETDA", "kode_unit": "UMUM", "tanggal": DAY, "jam_masuk": "09:30", "keperluan": "Koordinasi"}
NAME = "Tamu Khayali Seorang"


def test_a_name_stands_beside_its_visit_and_nowhere_else(ws: Workspace, records: Records) -> None:
    made = tamu.receive(records, VISIT, f" {NAME} ", RINA)
    assert tamu.names(records) == {made.id: NAME}
    assert NAME not in str([vars(mark) for mark in records.trail()])
    assert NAME not in str([table.to_pylist() for table in source.tables(ws).values()])
    assert any(NAME in line for line in dump.lines(records))  # a backup brings it back


def test_a_visit_that_cannot_be_kept_leaves_no_name(records: Records) -> None:
    with pytest.raises(Invalid):
        tamu.receive(records, {**VISIT, "keperluan": ""}, NAME, RINA)
    assert tamu.names(records) == {} and records.rows("buku_tamu") == []


def test_a_visit_needs_no_name(records: Records) -> None:
    tamu.receive(records, VISIT, "  ", RINA)
    assert tamu.names(records) == {} and len(records.rows("buku_tamu")) == 1


def test_a_name_is_forgotten_when_its_time_is_over_and_the_visit_stays(ws: Workspace, records: Records) -> None:
    made = tamu.receive(records, VISIT, NAME, RINA)
    last = DAY + timedelta(days=tamu.days(DAY))
    assert tamu.forget(records, last) == 0 and tamu.names(records)
    assert tamu.forget(records, last + timedelta(days=1)) == 1 and tamu.names(records) == {}
    assert [one.id for one in records.rows("buku_tamu")] == [made.id]
    for path in ws.home.glob("records.sqlite*"):  # the log beside it too
        assert NAME.encode() not in path.read_bytes()


def test_a_visit_that_is_taken_away_takes_its_name_along(records: Records) -> None:
    made = tamu.receive(records, VISIT, NAME, RINA)
    records.write([Change("buku_tamu", made.id, versi=1, remove=True)], RINA)
    assert tamu.forget(records, DAY) == 1 and tamu.names(records) == {}
