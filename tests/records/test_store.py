"""Writing and reading: whole or not at all, never over another's word, and everything on the trail."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

from pipelines.contracts.rapat import CATATAN
from pipelines.records import checking
from pipelines.records.changes import Change, Invalid, Overtaken, Record
from pipelines.records.schema import JEJAK, TABEL
from pipelines.records.store import Records, put
from pipelines.records.trail import Mark, back, broken, state
from tests.records.written import DEWI, EVERYTHING, KOMITMEN, RAPAT, RAPAT_1, RINA, TINDAK, TINDAK_1


def test_every_kind_comes_back_as_it_was_written(records: Records) -> None:
    done = records.write(EVERYTHING, RINA)
    assert {one.kind for one in done} == set(CATATAN)
    for said, one in zip(EVERYTHING, done, strict=True):
        found = records.get(one.kind, one.id)
        assert found == one
        assert {name: found.values[name] for name in said.values} == said.values
        assert [type(found.values[n]) for n in said.values] == [type(v) for v in said.values.values()]
    assert checking.faults(records) == []


def test_money_keeps_its_last_sen(records: Records) -> None:
    records.write(EVERYTHING, RINA)
    (temuan,) = records.rows("temuan")
    assert str(temuan.values["nilai"]) == "123456789012345.67"


def test_a_change_keeps_who_when_before_and_after(records: Records) -> None:
    at = datetime(2026, 10, 12, 3, 4, 5, 678, tzinfo=UTC)
    records.write([RAPAT_1, TINDAK_1], RINA)
    records.write([Change("tindak_lanjut", "T1", {"status": "Alert"}, 1)], DEWI, at=at)
    first, last = records.trail(kind="tindak_lanjut", id="T1")
    assert first.before is None and first.oleh == "Rina" and first.versi == 1
    assert last.before == first.after
    assert last.after == {**(first.after or {}), "status": "Alert"}
    assert (last.oleh, last.versi, last.pada) == ("Dewi", 2, "2026-10-12T03:04:05.000678+00:00")


def test_the_second_of_two_writers_is_told_and_nothing_is_lost(records: Records) -> None:
    records.write([RAPAT_1, TINDAK_1], RINA)
    records.write([Change("tindak_lanjut", "T1", {"status": "On-track"}, 1)], RINA)
    mine = Change("tindak_lanjut", "T1", {"status": "Alert", "catatan": "tulisan kedua"}, 1)
    with pytest.raises(Overtaken) as told:
        records.write([mine], DEWI)
    assert told.value.now.values["status"] == "On-track" and told.value.now.oleh == "Rina"
    assert told.value.tried == mine
    records.write([replace(mine, versi=told.value.now.versi)], DEWI)
    assert [m.after and m.after["status"] for m in records.trail(id="T1")] == ["Belum", "On-track", "Alert"]


def test_of_many_writers_at_once_one_wins_and_the_others_are_told(records: Records) -> None:
    records.write([RAPAT_1, TINDAK_1], RINA)
    outcomes: list[str] = []
    barrier = threading.Barrier(6)

    def write(n: int) -> None:
        barrier.wait()
        try:
            records.write([Change("tindak_lanjut", "T1", {"catatan": f"oleh {n}"}, 1)], RINA)
            outcomes.append(f"oleh {n}")
        except Overtaken:
            outcomes.append("disusul")

    threads = [threading.Thread(target=write, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes)[:5] == ["disusul"] * 5
    found = records.get("tindak_lanjut", "T1")
    assert found and found.versi == 2 and found.values["catatan"] in outcomes
    assert checking.faults(records) == []


def test_numbers_given_at_once_are_never_the_same(records: Records) -> None:
    records.write([RAPAT_1], RINA)
    ids: list[str] = []
    barrier = threading.Barrier(6)

    def write() -> None:
        barrier.wait()
        ids.extend(one.id for one in records.write([Change("tindak_lanjut", None, TINDAK)], RINA))

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ids) == [f"TL-2026-{n:03d}" for n in range(1, 7)]
    assert broken(records.trail()) == []


def test_who_reads_does_not_wait_for_who_writes(records: Records) -> None:
    records.write([RAPAT_1], RINA)
    with records.writing() as db:
        put(db, [Change("rapat", "R1", {"perihal": "belum selesai"}, 1)], RINA)
        assert [one.values["perihal"] for one in records.rows("rapat")] == ["Triwulan III"]
    assert [one.values["perihal"] for one in records.rows("rapat")] == ["belum selesai"]


def test_one_wrong_change_of_several_leaves_nothing_behind(records: Records) -> None:
    with pytest.raises(Invalid):
        records.write([RAPAT_1, TINDAK_1, Change("tindak_lanjut", "T2", {**TINDAK, "status": "Mungkin"})], RINA)
    assert records.rows("rapat") == [] and records.trail() == [] and records.head() == 0


def test_what_says_the_same_changes_nothing(records: Records) -> None:
    records.write([RAPAT_1], RINA)
    (same,) = records.write([Change("rapat", "R1", {"perihal": " Triwulan III "}, 1)], DEWI)
    assert same.versi == 1 and same.oleh == "Rina" and len(records.trail()) == 1


def test_what_is_taken_away_can_be_brought_back(records: Records) -> None:
    records.write([RAPAT_1, TINDAK_1], RINA)
    records.write([Change("tindak_lanjut", "T1", versi=1, remove=True)], DEWI)
    assert records.rows("tindak_lanjut") == []
    gone = records.get("tindak_lanjut", "T1")
    assert gone and gone.removed and gone.values["uraian"] == "Ajukan reviu"
    records.write([Change("tindak_lanjut", "T1", gone.values)], DEWI)
    back = records.get("tindak_lanjut", "T1")
    assert back and not back.removed and back.versi == 3 and back.values == gone.values
    assert checking.faults(records) == []


def test_a_record_goes_back_to_how_it_stood_before_any_change(records: Records) -> None:
    records.write([RAPAT_1, TINDAK_1], RINA)
    records.write([Change("tindak_lanjut", "T1", {"status": "Alert"}, 1)], DEWI)
    records.write([Change("tindak_lanjut", "T1", {"uraian": "Lain"}, 2)], DEWI)
    made, alert, other = records.trail(id="T1")

    def brought_back(mark: Mark) -> Record | None:
        now = records.get("tindak_lanjut", "T1")
        assert now
        records.write([back(mark, now)], RINA)
        return records.get("tindak_lanjut", "T1")

    found = brought_back(alert)  # what came after it goes back with it
    assert found and dict(found.values) == made.after and found.versi == 4
    assert (gone := brought_back(made)) and gone.removed
    again = brought_back(other)  # and forward again: nothing on the trail is lost
    assert again and not again.removed and dict(again.values) == other.before
    assert len(records.trail(id="T1")) == 6 and checking.faults(records) == []


@pytest.mark.parametrize(
    ("kind", "changed", "column"),
    [
        ("tindak_lanjut", {"uraian": "  "}, "uraian"),
        ("tindak_lanjut", {"status": "Beres"}, "status"),
        ("tindak_lanjut", {"tenggat": "kapan-kapan"}, "tenggat"),
        ("tindak_lanjut", {"rapat_id": "R9"}, "rapat_id"),
        ("tindak_lanjut", {"tgl_selesai": date(2026, 10, 20)}, "status"),
        ("tindak_lanjut", {"lanjutan_dari": "T9"}, "lanjutan_dari"),
        ("komitmen", {"ukuran": "indikator"}, "kode_indikator"),
        ("komitmen", {"kode_indikator": "IKU-01"}, "kode_indikator"),
        ("komitmen", {"keadaan": "dicabut"}, "catatan"),
        ("komitmen", {"nilai_janji": Decimal("75.12345")}, "nilai_janji"),
    ],
)
def test_what_cannot_be_kept_names_its_column(
    records: Records, kind: str, changed: dict[str, Any], column: str
) -> None:
    records.write([RAPAT_1], RINA)
    with pytest.raises(Invalid) as told:
        records.write([Change(kind, None, {**{"tindak_lanjut": TINDAK, "komitmen": KOMITMEN}[kind], **changed})], RINA)
    assert list(told.value.fields) == [column]
    assert column in told.value.say("id") and column in told.value.say("en")


def test_a_meeting_that_is_named_stays(records: Records) -> None:
    records.write([RAPAT_1, TINDAK_1], RINA)
    with pytest.raises(Invalid, match="T1"):
        records.write([Change("rapat", "R1", versi=1, remove=True)], RINA)


def test_the_same_promise_is_not_written_twice(records: Records) -> None:
    records.write([RAPAT_1, Change("komitmen", None, KOMITMEN)], RINA)
    with pytest.raises(Overtaken):
        records.write([Change("komitmen", None, {**KOMITMEN, "nilai_janji": Decimal(80)})], DEWI)


def test_the_state_of_an_earlier_moment_is_told_from_the_trail(records: Records) -> None:
    records.write([RAPAT_1, TINDAK_1], RINA, at=datetime(2026, 10, 12, tzinfo=UTC))
    records.write([Change("tindak_lanjut", "T1", {"status": "Alert"}, 1)], RINA, at=datetime(2026, 10, 20, tzinfo=UTC))
    records.write([Change("tindak_lanjut", "T1", versi=2, remove=True)], RINA, at=datetime(2026, 10, 25, tzinfo=UTC))

    def status(day: int) -> list[Any]:
        found = state(records.trail(), datetime(2026, 10, day, tzinfo=UTC))["tindak_lanjut"]
        return [(mark.after or {})["status"] for mark in found.values()]

    assert [status(day) for day in (11, 12, 19, 20, 25)] == [[], ["Belum"], ["Belum"], ["Alert"], []]


@pytest.mark.parametrize("statement", ["update jejak set oleh = 'X'", "delete from jejak"])
def test_the_trail_takes_nothing_back(records: Records, statement: str) -> None:
    records.write([RAPAT_1], RINA)
    with pytest.raises(DBAPIError, match="only ever added"), records._engine.begin() as db:
        db.execute(text(statement))
    assert len(records.trail()) == 1


def test_a_record_changed_past_the_application_shows(records: Records) -> None:
    records.write([RAPAT_1, TINDAK_1], RINA)
    with records._engine.begin() as db:
        db.execute(update(TABEL["tindak_lanjut"]).values(tenggat=date(2027, 1, 1)))
    assert [fault["id"] for fault in checking.faults(records)] == [
        "Catatan tindak_lanjut T1 tidak sama dengan jejaknya: diubah di luar aplikasi."
    ]


def test_a_trail_that_was_altered_shows_where(records: Records) -> None:
    records.write([RAPAT_1, TINDAK_1], RINA)
    records.write([Change("rapat", "R1", {"perihal": "Lain"}, 1)], RINA)
    marks = records.trail()
    assert broken(marks) == []
    assert broken([replace(m, oleh="X") if m.seq == 2 else m for m in marks]) == [2]
    assert broken([m for m in marks if m.seq != 2]) == [3]
    assert JEJAK.c.seq.primary_key


def test_names_with_signs_of_another_language_stay_apart(records: Records) -> None:
    said = {**RAPAT, "perihal": "100 % — “uji” 日本 \\ ' ; drop table rapat; --"}
    records.write([Change("rapat", "R'1%_", said)], RINA)
    found = records.get("rapat", "R'1%_")
    assert found and found.values["perihal"] == said["perihal"]
    assert records.get("rapat", "R'1") is None
