"""What is typed is kept at every pause and becomes a record once, whatever the browser sends again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipelines.records import drafts
from pipelines.records.changes import Change
from pipelines.records.drafts import Outcome, Said
from pipelines.records.store import Records
from pipelines.records.typed import shown, understood
from tests.records.written import DEWI, RAPAT_1, RINA, TINDAK_1

SHEET = "R1/tindak_lanjut"
WHOLE = {
    "jenis": "instruksi", "kode_opd": "DPU", "kode_unit": "", "uraian": "Ajukan reviu\nke Inspektorat",
    "tenggat": "30-11-2026", "ukuran_selesai": "", "status": "Belum",
}  # fmt: skip


@pytest.fixture
def meeting(records: Records) -> Records:
    records.write([RAPAT_1], RINA)
    return records


def note(records: Records, said: Said, who: Any = RINA, *, sheet: str = SHEET) -> Outcome:
    return drafts.note(records, "tindak_lanjut", sheet, said, who, fixed={"rapat_id": "R1"})


def typed(records: Records, sheet: str = SHEET) -> dict[tuple[str, str], str]:
    """What stands half typed: its words by row and browser."""
    return {(one.kunci, one.peramban): one.isi["uraian"] for one in drafts.waiting(records, sheet)}


def test_a_whole_row_becomes_a_record(meeting: Records) -> None:
    outcome = note(meeting, Said("k1", WHOLE))
    assert outcome.record and outcome.record.values["uraian"] == "Ajukan reviu\nke Inspektorat"
    assert outcome.record.values["tenggat"] == date(2026, 11, 30)
    assert drafts.waiting(meeting, SHEET) == [] and drafts.became(meeting, SHEET) == {"k1": outcome.record.id}


def test_half_a_row_is_kept_as_it_was_typed(meeting: Records) -> None:
    half = {**WHOLE, "tenggat": "30-1", "uraian": "Ajuk"}
    assert note(meeting, Said("k1", half, akhir=False)).record is None
    (draft,) = drafts.waiting(meeting, SHEET)
    assert draft.isi == half and draft.oleh == "Rina"
    assert meeting.rows("tindak_lanjut") == []
    assert drafts.waiting(meeting, "R2/tindak_lanjut") == []


def test_what_is_wrong_is_said_when_the_writer_leaves_the_field(meeting: Records) -> None:
    outcome = note(meeting, Said("k1", {**WHOLE, "tenggat": "31-11-2026"}))
    assert list(outcome.faults) == ["tenggat"] and "kalender" in outcome.faults["tenggat"]["id"]
    outcome = note(meeting, Said("k1", {**WHOLE, "uraian": " "}))
    assert list(outcome.faults) == ["uraian"]
    assert drafts.waiting(meeting, SHEET)[0].isi["uraian"] == " "
    assert note(meeting, Said("k1", WHOLE)).record is not None
    assert drafts.waiting(meeting, SHEET) == []


def test_sent_twice_it_is_one_record(meeting: Records) -> None:
    first = note(meeting, Said("k1", WHOLE))
    again = note(meeting, Said("k1", WHOLE))
    assert first.record == again.record and len(meeting.rows("tindak_lanjut")) == 1
    more = note(meeting, Said("k1", {**WHOLE, "uraian": "Ajukan reviu DAK"}))  # the answer had been lost
    assert more.record and more.record.id == first.record.id and more.record.versi == 2  # type: ignore[union-attr]


def test_what_already_stands_so_is_no_conflict(meeting: Records) -> None:
    meeting.write([TINDAK_1], RINA)
    change = Said("T1", {"status": "Alert"}, "T1", 1)
    first, again = note(meeting, change), note(meeting, change, DEWI)  # sent twice, or both chose the same
    assert first.record and again.record == first.record and again.overtaken is None
    assert drafts.waiting(meeting, SHEET) == []


def test_the_second_of_two_writers_is_told_and_keeps_what_was_typed(meeting: Records) -> None:
    meeting.write([TINDAK_1], RINA)
    hers = Said("T1", {"status": "On-track"}, "T1", 1)
    mine = Said("T1", {"status": "Alert", "catatan": "lahan belum bebas"}, "T1", 1)
    assert note(meeting, hers).record
    told = note(meeting, mine, DEWI)
    assert told.overtaken and told.overtaken.values["status"] == "On-track" and told.overtaken.oleh == "Rina"
    (draft,) = drafts.waiting(meeting, SHEET)
    assert draft.isi == mine.isi
    done = note(meeting, replace(mine, versi=told.overtaken.versi), DEWI)
    assert done.record and done.record.values["status"] == "Alert" and done.record.versi == 3
    assert drafts.waiting(meeting, SHEET) == []


def test_taking_theirs_forgets_mine(meeting: Records) -> None:
    meeting.write([TINDAK_1], RINA)
    note(meeting, Said("T1", {"status": "On-track"}, "T1", 1))
    note(meeting, Said("T1", {"status": "Alert"}, "T1", 1), DEWI)
    drafts.drop(meeting, SHEET, "T1", "")
    found = meeting.get("tindak_lanjut", "T1")
    assert found and found.values["status"] == "On-track" and drafts.waiting(meeting, SHEET) == []


def test_two_browsers_keep_their_own_words_of_one_record(meeting: Records) -> None:
    meeting.write([TINDAK_1], RINA)
    for browser, words in (("a", "Kata Rina"), ("b", "Kata Dewi"), ("a", "Kata Rina, lebih panjang")):
        note(meeting, Said("T1", {**WHOLE, "uraian": words}, "T1", 1, akhir=False, peramban=browser))
    assert typed(meeting) == {("T1", "a"): "Kata Rina, lebih panjang", ("T1", "b"): "Kata Dewi"}
    assert note(meeting, Said("T1", {**WHOLE, "uraian": "Kata Rina"}, "T1", 1, peramban="a")).record
    assert typed(meeting) == {("T1", "b"): "Kata Dewi"}
    told = note(meeting, Said("T1", {**WHOLE, "uraian": "Kata Dewi"}, "T1", 1, peramban="b"), DEWI)
    assert told.overtaken and told.overtaken.values["uraian"] == "Kata Rina"
    drafts.drop(meeting, SHEET, "T1", "b")
    assert typed(meeting) == {}


def test_a_record_that_stands_on_two_sheets_is_half_typed_on_each(meeting: Records) -> None:
    meeting.write([TINDAK_1], RINA)
    for sheet in (SHEET, "R2/lalu"):
        note(meeting, Said("T1", {**WHOLE, "uraian": sheet}, "T1", 1, akhir=False, peramban="a"), sheet=sheet)
    assert [typed(meeting, sheet) for sheet in (SHEET, "R2/lalu")] == [{("T1", "a"): SHEET}, {("T1", "a"): "R2/lalu"}]


def test_a_row_begun_elsewhere_is_gone_on_with_and_its_first_writer_is_told(meeting: Records) -> None:
    note(meeting, Said("k1", {**WHOLE, "uraian": "Ajuk"}, akhir=False, peramban="a"))
    drafts.take(meeting, SHEET, "k1", "a", "b")
    assert typed(meeting) == {("k1", "b"): "Ajuk"}
    note(meeting, Said("k1", {**WHOLE, "uraian": "Ajukan reviu"}, akhir=False, peramban="a"))  # she types on
    done = note(meeting, Said("k1", WHOLE, peramban="b"), DEWI)
    assert done.record and typed(meeting) == {("k1", "a"): "Ajukan reviu"}
    told = note(meeting, Said("k1", {**WHOLE, "uraian": "Ajukan reviu"}, peramban="a"))
    assert told.overtaken and told.overtaken.oleh == DEWI.oleh
    assert len(meeting.rows("tindak_lanjut")) == 1 and typed(meeting) == {("k1", "a"): "Ajukan reviu"}


def test_one_takes_nothing_over_where_one_has_typed_oneself(meeting: Records) -> None:
    meeting.write([TINDAK_1], RINA)
    for browser in ("a", "b"):
        note(meeting, Said("T1", {**WHOLE, "uraian": browser}, "T1", 1, akhir=False, peramban=browser))
    drafts.take(meeting, SHEET, "T1", "a", "b")
    assert typed(meeting) == {("T1", "a"): "a", ("T1", "b"): "b"}


def test_a_record_that_was_removed_meanwhile_is_told(meeting: Records) -> None:
    meeting.write([TINDAK_1], RINA)
    meeting.write([Change("tindak_lanjut", "T1", versi=1, remove=True)], RINA)
    told = note(meeting, Said("T1", {"status": "Alert"}, "T1", 1), DEWI)
    assert told.overtaken and told.overtaken.removed and meeting.rows("tindak_lanjut") == []
    back = note(meeting, Said("T1", {**WHOLE, "status": "Alert"}, "T1", None), DEWI)
    assert back.record and back.record.versi == 3 and back.record.values["status"] == "Alert"


@pytest.mark.parametrize(
    ("kind", "column", "text", "value"),
    [
        ("komitmen", "nilai_janji", "75,5", Decimal("75.5")),
        ("komitmen", "nilai_janji", "75,5 %", Decimal("75.5")),
        ("komitmen", "nilai_janji", "12.500.000.000", Decimal(12_500_000_000)),
        ("komitmen", "nilai_janji", "79,9990", Decimal("79.999")),
        ("komitmen", "tanggal_janji", "30-11-2026", date(2026, 11, 30)),
        ("komitmen", "tanggal_janji", "30 November 2026", date(2026, 11, 30)),
        ("komitmen", "tanggal_janji", "2026-11-30", date(2026, 11, 30)),
        ("temuan", "nilai", "125.000.000,50", Decimal("125000000.50")),
        ("temuan", "nilai", "", None),
        ("buku_tamu", "jam_masuk", "9.30", "09:30"),
        ("tindak_lanjut", "status", "on track", "On-track"),
    ],
)
def test_what_is_typed_is_understood_as_a_workbook_is(kind: str, column: str, text: str, value: Any) -> None:
    values, faults = understood(kind, {column: text})
    assert (values, faults) == ({column: value}, {})
    again, _ = understood(kind, {column: shown(kind, values)[column]})
    assert again == values  # what is shown can be typed again


@pytest.mark.parametrize(
    ("kind", "column", "text", "words"),
    [
        ("temuan", "nilai", "1.250", "bisa 1250 atau 1,250"),
        ("komitmen", "nilai_janji", "1.250", "bisa 1250 atau 1,250"),
        ("komitmen", "nilai_janji", "naik sedikit", "bukan angka"),
        ("temuan", "tahun", "19", "2000 sampai 2100"),
        ("buku_tamu", "jam_masuk", "25.00", "jam"),
    ],
)
def test_what_cannot_be_understood_is_told_with_what_to_write(kind: str, column: str, text: str, words: str) -> None:
    values, faults = understood(kind, {column: text})
    assert values == {} and words in faults[column]["id"] and set(faults[column]) == {"id", "en"}


@pytest.mark.parametrize("value", ["0.1", "79.999", "79.9999", "1250", "12500000000", "-3.25", "100"])
def test_every_number_that_is_shown_reads_as_itself(value: str) -> None:
    values, faults = understood(
        "komitmen", {"nilai_janji": shown("komitmen", {"nilai_janji": Decimal(value)})["nilai_janji"]}
    )
    assert (values.get("nilai_janji"), faults) == (Decimal(value), {})
