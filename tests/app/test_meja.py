"""What the desk does with what browsers send: conflicts are settled as chosen, and a database that is gone is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.screens.rapat.meja import Meja, _Hand, _Said
from dashboard.words import Words
from pipelines.records import drafts
from pipelines.records.changes import Change
from pipelines.records.database import open_records
from pipelines.records.store import Records
from pipelines.records.where import URL
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace
from tests.records.written import DEWI, RAPAT_1, RINA, TINDAK_1

SHEET = "R1/tindak_lanjut"
WHOLE = {
    "jenis": "instruksi", "unit": "DPU", "uraian": "Ajukan reviu", "tenggat": "30-11-2026", "ukuran_selesai": "",
    "status": "Alert",
}  # fmt: skip


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    monkeypatch.delenv(URL, raising=False)
    made = open_records(Workspace(tmp_path / "home"))
    made.write([RAPAT_1, TINDAK_1], RINA)
    return made


@pytest.fixture
def hand(records: Records) -> _Hand:
    desk = Meja(SHEET, "tindak_lanjut", (), {"rapat_id": "R1"})
    shown = {one.id: one for one in records.rows("tindak_lanjut")}
    return _Hand(records, desk, shown, DEWI, _Said(), Words("id"))


def row(nomor: int, **more: Any) -> dict[str, Any]:
    return {"kunci": "T1", "id": "T1", "versi": 1, "isi": WHOLE, "akhir": True, "nomor": nomor, "peramban": "a", **more}


def wrote(hand: _Hand, **more: Any) -> None:
    hand.wrote({"peramban": "a", "baris": [row(1, **more)]})


@pytest.mark.parametrize("removed", [False, True])
def test_mine_is_kept_over_what_somebody_was_quicker_with(hand: _Hand, records: Records, *, removed: bool) -> None:
    records.write([Change("tindak_lanjut", "T1", {} if removed else {"status": "Batal"}, 1, removed)], RINA)
    wrote(hand)
    assert hand.said.outcomes["T1"].overtaken
    hand.chose(row(2, cara="saya"))
    found = records.get("tindak_lanjut", "T1")
    assert found and not found.removed and found.values["status"] == "Alert" and found.oleh == DEWI.oleh
    assert drafts.waiting(records, SHEET) == [] and hand.said.heard["T1"] == 2


def test_theirs_is_taken_and_mine_forgotten(hand: _Hand, records: Records) -> None:
    records.write([Change("tindak_lanjut", "T1", {"status": "Batal"}, 1)], RINA)
    wrote(hand)
    hand.chose(row(2, cara="kini"))
    found = records.get("tindak_lanjut", "T1")
    assert found and found.values["status"] == "Batal" and "T1" not in hand.said.outcomes
    assert drafts.waiting(records, SHEET) == []


@pytest.mark.parametrize("what", ["wrote", "pressed", "chose", "took"])
def test_a_database_that_is_gone_is_told_and_nothing_is_said_to_be_kept(
    hand: _Hand, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: Any, **__: Any) -> None:
        raise Trouble("rapat.tak_terjangkau", alamat="db", sebab="tiada")

    monkeypatch.setattr(Records, "writing", gone)
    monkeypatch.setattr(Records, "reading", gone)
    if what == "wrote":
        wrote(hand)
    else:
        getattr(hand, what)(row(2, cara="kini", nama="hapus", dari="b"))
    assert "tidak terjangkau" in hand.said.trouble and hand.said.heard == {}
