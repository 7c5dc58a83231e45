"""05_rapat.xlsx in and out: each import once, never over a newer word, and what goes out comes in again the same."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipelines import backup, imports, verify
from pipelines.contracts.lembar import WORKBOOKS, lembar
from pipelines.contracts.rapat import CATATAN
from pipelines.records import drafts, dump, source, workbook
from pipelines.records.arriving import catch_up, refused
from pipelines.records.changes import Change
from pipelines.records.database import open_records
from pipelines.records.drafts import Said
from pipelines.records.store import Records
from pipelines.records.where import URL
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace
from tests.records.written import DEWI, EVERYTHING, RAPAT, RAPAT_1, RINA, TINDAK, TINDAK_1

_NUMBER = itertools.count()
R1 = {"id": "R1", **RAPAT}
T1 = {"id": "T1", **TINDAK}


def book(folder: Path, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Path:
    """A workbook as a secretary fills it."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, filled in rows.items():
        page = made.create_sheet(name)
        heads = [column.name for column in lembar(name).columns]
        page.append(heads)
        for row in filled:
            page.append([row.get(head) for head in heads])
    path = folder / f"05_rapat {next(_NUMBER)}.xlsx"
    made.save(path)
    return path


def taken(ws: Workspace, folder: Path, **rows: Sequence[Mapping[str, Any]]) -> imports.ImportReport:
    """The report of taking such a workbook in."""
    report = imports.import_file(ws, book(folder, rows), actor="Rina")
    assert report.reading.status == "accepted"
    return report


def status(records: Records, id: str = "T1") -> Any:
    found = records.get("tindak_lanjut", id)
    return found and not found.removed and found.values["status"]


def test_the_workbook_has_a_sheet_for_every_kind() -> None:
    assert list(WORKBOOKS["05_rapat"]) == list(CATATAN)


def test_rows_become_records_that_name_their_import(ws: Workspace, tmp_path: Path) -> None:
    report = taken(ws, tmp_path, rapat=[R1], tindak_lanjut=[T1])
    records = open_records(ws)
    (found,) = records.rows("tindak_lanjut")
    assert (found.id, found.oleh, found.asal, found.versi) == ("T1", "Rina", f"impor {report.import_id}", 1)
    assert found.values["tenggat"] == date(2026, 10, 30)
    catch_up(ws)
    assert len(records.trail()) == 2  # taken in once


def test_a_corrected_workbook_corrects_and_a_blank_cell_takes_nothing_away(ws: Workspace, tmp_path: Path) -> None:
    taken(ws, tmp_path, rapat=[R1], tindak_lanjut=[{**T1, "catatan": "sudah bersurat"}])
    taken(ws, tmp_path, rapat=[R1], tindak_lanjut=[{**T1, "status": "Alert"}])
    found = open_records(ws).get("tindak_lanjut", "T1")
    assert found and (found.values["status"], found.values["catatan"], found.versi) == ("Alert", "sudah bersurat", 2)


def test_a_row_does_not_overwrite_what_was_changed_on_the_screen(ws: Workspace, tmp_path: Path) -> None:
    taken(ws, tmp_path, rapat=[R1], tindak_lanjut=[T1])
    records = open_records(ws)
    records.write([Change("tindak_lanjut", "T1", {"status": "Selesai"}, 1)], DEWI)
    report = taken(ws, tmp_path, rapat=[R1], tindak_lanjut=[{**T1, "status": "Alert"}])
    assert status(records) == "Selesai"
    (problem,) = [p for p in report.reading.problems if p.code == "CATATAN_DITAHAN"]
    assert (problem.sheet, problem.row) == ("tindak_lanjut", 2) and "Dewi" in problem.message["id"]
    (held,) = refused(records, report.import_id or "")
    assert (held.id, held.sheet, held.row) == ("T1", "tindak_lanjut", 2)


def test_an_exported_row_is_taken_over_only_while_nobody_is_newer(ws: Workspace, tmp_path: Path) -> None:
    records = open_records(ws)
    records.write([RAPAT_1, TINDAK_1], RINA)
    taken(ws, tmp_path, tindak_lanjut=[{**T1, "versi": 1, "status": "On-track", "ukuran_selesai": None}])
    assert status(records) == "On-track"
    taken(ws, tmp_path, tindak_lanjut=[{**T1, "versi": 1, "status": "Batal"}])
    assert status(records) == "On-track"


def test_a_row_that_names_no_meeting_is_held_back_and_said(ws: Workspace, tmp_path: Path) -> None:
    report = taken(ws, tmp_path, rapat=[R1], tindak_lanjut=[{**T1, "rapat_id": "R9"}, {**T1, "id": "T2"}])
    assert [one.id for one in open_records(ws).rows("tindak_lanjut")] == ["T2"]
    (problem,) = [p for p in report.reading.problems if p.code == "CATATAN_DITAHAN"]
    assert (problem.row, problem.severity) == (2, "warning") and "R9" in problem.message["id"]


def test_withdrawing_takes_back_what_nobody_has_touched_since(ws: Workspace, tmp_path: Path) -> None:
    first = taken(ws, tmp_path, rapat=[R1], tindak_lanjut=[T1, {**T1, "id": "T2"}])
    second = taken(ws, tmp_path, tindak_lanjut=[{**T1, "status": "Alert"}, {**T1, "id": "T2", "status": "Alert"}])
    records = open_records(ws)
    records.write([Change("tindak_lanjut", "T2", {"status": "Selesai"}, 2)], DEWI)
    imports.withdraw(ws, second.import_id or "", reason="salah berkas", actor="Rina")
    assert (status(records), status(records, "T2")) == ("Belum", "Selesai")
    imports.withdraw(ws, first.import_id or "", reason="salah berkas", actor="Rina")
    assert [one.id for one in records.rows("tindak_lanjut")] == ["T2"]
    assert [one.id for one in records.rows("rapat")] == ["R1"]  # T2 still names it
    assert verify.faults(ws) == []


def test_a_withdrawn_workbook_can_come_back(ws: Workspace, tmp_path: Path) -> None:
    path = book(tmp_path, {"rapat": [R1], "tindak_lanjut": [T1]})
    first = imports.import_file(ws, path)
    imports.withdraw(ws, first.import_id or "", reason="keliru", actor="Rina")
    assert open_records(ws).rows("tindak_lanjut") == []
    imports.import_file(ws, path)
    assert status(open_records(ws)) == "Belum"


def test_a_dry_run_writes_nothing_but_says_what_would_be_held_back(ws: Workspace, tmp_path: Path) -> None:
    report = imports.preview(ws, book(tmp_path, {"tindak_lanjut": [T1]}))
    assert [p.code for p in report.reading.problems if p.severity == "warning"] == ["CATATAN_DITAHAN"]
    assert not ws.ledger.exists()


def test_what_goes_out_comes_in_again_the_same(ws: Workspace, tmp_path: Path) -> None:
    records = open_records(ws)
    records.write(EVERYTHING, RINA)
    before = {kind: records.rows(kind) for kind in CATATAN}
    out = tmp_path / "05_rapat.xlsx"
    assert workbook.write(records, out) == len(EVERYTHING)
    assert workbook.content(records) == out.read_bytes()
    report = imports.import_file(ws, out)
    assert report.reading.rows.accepted == len(EVERYTHING)
    assert [p.message["id"] for p in report.reading.problems if p.severity != "info"] == []
    assert {kind: records.rows(kind) for kind in CATATAN} == before


def test_an_export_fills_an_empty_workspace(ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = open_records(ws)
    records.write(EVERYTHING, RINA)
    out = tmp_path / "05_rapat.xlsx"
    workbook.write(records, out)
    monkeypatch.delenv(URL, raising=False)
    other = Workspace(tmp_path / "lain")
    imports.import_file(other, out)
    assert {k: [(r.id, r.values) for r in open_records(other).rows(k)] for k in CATATAN} == {
        k: [(r.id, r.values) for r in records.rows(k)] for k in CATATAN
    }


def test_the_records_move_from_one_database_to_another(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = open_records(ws)
    records.write(EVERYTHING, RINA)
    carried = {**TINDAK, "lanjutan_dari": "T1"}
    records.write([Change("tindak_lanjut", "A0", carried), Change("tindak_lanjut", "T1", {"status": "Alert"}, 1)], DEWI)
    records.write([Change("kendala", records.rows("kendala")[0].id, versi=1, remove=True)], DEWI)
    said = list(dump.lines(records))
    monkeypatch.delenv(URL, raising=False)
    other = open_records(Workspace(tmp_path / "lain"))
    assert dump.load(other, said) == len(records.trail())
    assert list(dump.lines(other)) == said
    assert {k: other.rows(k, removed=True) for k in CATATAN} == {k: records.rows(k, removed=True) for k in CATATAN}
    with pytest.raises(Trouble):
        dump.load(other, said)


def test_a_dump_that_was_altered_is_refused_whole(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = open_records(ws)
    records.write(EVERYTHING, RINA)
    said = [line.replace("Ajukan reviu", "Ajukan revisi") for line in dump.lines(records)]
    monkeypatch.delenv(URL, raising=False)
    other = open_records(Workspace(tmp_path / "lain"))
    with pytest.raises(Trouble):
        dump.load(other, said)
    assert other.trail() == [] and other.rows("rapat") == []


def test_a_backup_holds_what_was_written(ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken(ws, tmp_path, rapat=[R1], tindak_lanjut=[T1])
    records = open_records(ws)
    records.write([Change("tindak_lanjut", "T1", {"status": "Alert"}, 1)], DEWI)
    half = Said("k1", {"uraian": "Setengah"}, akhir=False, peramban="a")
    drafts.note(records, "tindak_lanjut", "R1/tindak_lanjut", half, DEWI)
    zipped = tmp_path / "cadangan.zip"
    backup.backup(ws, zipped)
    said = list(dump.lines(records))
    monkeypatch.delenv(URL, raising=False)
    other = Workspace(tmp_path / "pulih")
    backup.restore(other, zipped)
    assert list(dump.lines(open_records(other))) == said
    assert [one.isi for one in drafts.waiting(open_records(other), "R1/tindak_lanjut")] == [half.isi]
    assert verify.faults(other) == []


def test_the_build_reads_the_records_as_they_stood(ws: Workspace) -> None:
    records = open_records(ws)
    records.write([RAPAT_1, TINDAK_1], RINA, at=datetime(2026, 10, 12, 3, tzinfo=UTC))
    records.write([Change("tindak_lanjut", "T1", {"status": "Alert"}, 1)], DEWI, at=datetime(2026, 10, 20, tzinfo=UTC))

    def said(until: datetime | None) -> list[Any]:
        rows = source.tables(ws, until)["tindak_lanjut"].to_pylist()
        return [(row["id"], row["status"], row["oleh"], row["versi"], row["diubah_pada"]) for row in rows]

    assert said(None) == [("T1", "Alert", "Dewi", 2, datetime(2026, 10, 20, 7))]
    assert said(datetime(2026, 10, 19, tzinfo=UTC)) == [("T1", "Belum", "Rina", 1, datetime(2026, 10, 12, 10))]
    assert said(datetime(2026, 10, 1, tzinfo=UTC)) == []

    def states(until: datetime | None) -> list[Any]:
        rows = source.tables(ws, until)[source.STATUS].to_pylist()
        return [(row["id"], row["status"], row["pada"]) for row in rows]

    first = ("T1", "Belum", datetime(2026, 10, 12, 10))
    assert states(None) == [first, ("T1", "Alert", datetime(2026, 10, 20, 7))]
    assert states(datetime(2026, 10, 19, tzinfo=UTC)) == [first]
    records.write([Change("tindak_lanjut", "T1", {"catatan": "Ditelepon"}, 2)], DEWI)
    assert len(states(None)) == 2  # nothing new of its state
