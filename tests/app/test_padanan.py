"""A writing that no file links: suggested, confirmed by a person as a small import, and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard import query
from dashboard.access import Scope
from pipelines import ledger
from pipelines.build import build
from pipelines.confirming import Confirmation, confirm, ours
from pipelines.contracts.lembar import lembar
from pipelines.imports import import_file, withdraw
from pipelines.workspace import Workspace, open_workspace
from tests.app.test_pages import run
from tests.intake.written import put
from tests.models.world import Row, World

PERSON = "198001012006041901"
UNITS: list[Row] = [
    {"kode_opd": "DINKES", "nama": "Dinas Kesehatan"},
    {"kode_opd": "DPPKB", "nama": "Dinas Pengendalian Penduduk dan Keluarga Berencana"},
]
SKP = {
    "nip": PERSON, "nama": "Contoh Satu", "unor": "DINAS DALDUK DAN KB", "tahun": 2025, "jenis_periode": "tahunan",
    "hasil_kerja": "sesuai ekspektasi", "perilaku": "sesuai ekspektasi", "predikat": "Baik",
}  # fmt: skip


def _whole(sheet: str, row: Row) -> Row:
    """A row with every column of its sheet, as the template has them."""
    return {column.name: row.get(column.name) for column in lembar(sheet).columns}


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """Two units of the master, and one SKP of a unit written in its own way."""
    ws = open_workspace(tmp_path / "home")
    for name, sheets in {"01_master": {"opd": UNITS}, "04_kepegawaian": {"skp": [SKP]}}.items():
        whole = {of: [_whole(of, row) for row in rows] for of, rows in sheets.items()}
        report = import_file(ws, put(tmp_path / f"{name}.xlsx", whole))
        assert report.reading.status == "accepted", report.reading
    build(ws)
    return ws


def _open(ws: Workspace) -> list[str]:
    ask = query.current(ws, scope=Scope(), lang="id")
    assert ask is not None
    return [row["tertulis"] for row in ask.run("select tertulis from app.padanan where not dipastikan")]


def test_a_confirmation_is_an_import_that_links_and_can_be_taken_back(ws: Workspace) -> None:
    assert _open(ws) == ["DINAS DALDUK DAN KB"]
    said = Confirmation("unor", "DINAS DALDUK DAN KB", None, "DPPKB")
    (report,) = confirm(ws, [said], actor="dasbor")
    assert report.import_id is not None
    event = ledger.events(ws.ledger)[-1]
    assert event.kind == "impor" and event.actor == "dasbor" and ours(event.body["file"], event.actor)
    build(ws)
    assert _open(ws) == []
    (again,) = confirm(ws, [said], actor="dasbor")
    assert again.reading.status == "duplicate"  # the same said twice changes nothing
    withdraw(ws, report.import_id, reason="salah", actor="dasbor")
    build(ws)
    assert _open(ws) == ["DINAS DALDUK DAN KB"]
    (anew,) = confirm(ws, [said], actor="dasbor")
    assert anew.import_id is not None


def test_the_page_confirms_with_one_click_each(monkeypatch: pytest.MonkeyPatch, ws: Workspace) -> None:
    app = run(monkeypatch, ws, "data-mutu", bagian="padanan")
    assert not app.exception and not app.error
    groups: list[Any] = list(app.get("button_group"))
    choice: Any = next(g for g in groups if g.key.startswith("padanan-") and "jenis" not in g.key)
    assert any("Keluarga Berencana" in option for option in choice.options)
    choice.select("DPPKB")
    app.run()
    assert not app.exception
    app.button(key="padanan-simpan").click().run()
    assert not app.exception and _open(ws) == []


def test_no_file_name_carries_a_nip(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path / "home")
    (report,) = confirm(ws, [Confirmation("nip", PERSON[:15], "Contoh Satu", PERSON)], actor="dasbor")
    assert report.reading.status == "accepted"
    assert PERSON[:15] not in ledger.events(ws.ledger)[-1].body["file"]


def test_likeness_orders_and_the_same_letters_stand_first() -> None:
    rows: dict[str, list[Row]] = {
        "opd": UNITS,
        "skp": [
            {"nip": PERSON, "nama": "Satu", "tahun": 2025, "jenis_periode": "tahunan", "unor": "Dinas-Kesehatan",
             "baris": 1},
            {"nip": "198001012006041902", "nama": "Dua", "tahun": 2025, "jenis_periode": "tahunan",
             "unor": "Bidang Keluarga Berencana", "baris": 2},
        ],
    }  # fmt: skip
    world = World(rows)
    found = world.run("select tertulis, kode, persis from app.saran_padanan order by tertulis, persis desc, mirip desc")
    first = {row["tertulis"]: row for row in reversed(found)}
    assert first["Bidang Keluarga Berencana"]["kode"] == "DPPKB" and not first["Bidang Keluarga Berencana"]["persis"]
    assert first["Dinas-Kesehatan"]["kode"] == "DINKES" and first["Dinas-Kesehatan"]["persis"]


def test_candidates_of_a_damaged_nip_show_only_where_people_are_named() -> None:
    person = {"nip": PERSON, "nama": "Contoh Satu", "jenis": "PNS", "kode_opd": "DINKES"}
    damaged = {"nip_angka": PERSON[:15], "nama": "Contoh Satu", "tahun": 2025, "jenis_periode": "tahunan", "baris": 7}
    world = World({"opd": UNITS, "pegawai": [person], "skp": [damaged]})
    sql = "select tertulis, kode from app.saran_padanan where jenis = 'nip'"
    assert world.run(sql) == []
    assert world.run(sql, names=True) == [{"tertulis": PERSON[:15], "kode": PERSON}]
