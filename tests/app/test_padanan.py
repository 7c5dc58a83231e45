"""A writing that no file links: suggested, confirmed by a person as a small import, and taken back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import query
from dashboard.access import Scope
from pipelines import ledger
from pipelines.build import build
from pipelines.confirming import Confirmation, confirm, ours
from pipelines.contracts.kepegawaian import BELUM_ADA
from pipelines.contracts.lembar import lembar
from pipelines.imports import import_file, withdraw
from pipelines.workspace import Workspace, open_workspace
from tests.app.test_pages import run, words
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


SEATS: list[Row] = [
    {"kode_jabatan": "DK-1", "kode_opd": "DINKES", "nama_jabatan": "Kepala Dinas Kesehatan", "eselon": "II.b",
     "pimpinan_opd": True},
]  # fmt: skip
POST = {"nip": PERSON, "nama": "Contoh Satu", "kode_opd": "DINKES", "eselon": "IV.a", "jenis_penugasan": "definitif"}
POSTS: list[Row] = [
    {**POST, "nama_jabatan": "Kepala Seksi Lama", "tmt_mulai": "2020-01-06", "tmt_selesai": "2021-12-31"},
    {**POST, "nama_jabatan": "Kepala Seksi Kini", "tmt_mulai": "2022-01-03"},
]
BELOW = {**SKP, "nip": "198001012006041902", "unor": "Bidang KB", "unor_induk": "DINAS DALDUK DAN KB"}


def made(folder: Path, **books: dict[str, list[Row]]) -> Workspace:
    """A workspace with those workbooks, all recorded in March 2026, built."""
    ws = open_workspace(folder / "home")
    for name, sheets in books.items():
        whole = {of: [_whole(of, row) for row in rows] for of, rows in sheets.items()}
        path = put(folder / f"0{name[1:]}.xlsx", whole)
        report = import_file(ws, path, recorded_at=datetime(2026, 3, 2, 9))
        assert report.reading.status == "accepted", report.reading
    build(ws)
    return ws


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """Two units of the master, and one SKP of a unit written in its own way."""
    return made(tmp_path, _1_master={"opd": UNITS}, _4_kepegawaian={"skp": [SKP]})


@pytest.fixture
def titled(tmp_path: Path) -> Workspace:
    """A unit with a title held now and one of old, and two units below each other that no master names."""
    people = {"riwayat_jabatan": POSTS, "skp": [SKP, BELOW]}
    return made(tmp_path, _1_master={"opd": UNITS, "jabatan": SEATS}, _4_kepegawaian=people)


def cards(app: AppTest) -> list[Any]:
    """The candidates of each writing on the page."""
    return [g for g in app.get("button_group") if str(g.key).startswith("padanan-") and "jenis" not in str(g.key)]


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
    (choice,) = cards(app)
    assert any("Keluarga Berencana" in option for option in choice.options)
    choice.select("DPPKB")
    app.run()
    assert not app.exception
    app.button(key="padanan-simpan").click().run()
    assert not app.exception and _open(ws) == []


def test_what_is_in_use_stands_first_and_the_rest_behind_a_name(
    monkeypatch: pytest.MonkeyPatch, titled: Workspace
) -> None:
    app = run(monkeypatch, titled, "data-mutu", bagian="padanan")
    assert not app.exception
    assert "DINAS DALDUK DAN KB" in words(app) and "Kepala Seksi Lama" not in words(app)
    app.button_group(key="padanan-jenis-kini").select("jabatan").run()
    assert "Kepala Seksi Kini" in words(app) and "Kepala Seksi Lama" not in words(app)
    app.button_group(key="saring-padanan").select("lama").run()
    assert not app.exception
    assert "Kepala Seksi Lama" in words(app) and "Kepala Seksi Kini" not in words(app)
    assert "terakhir dipakai Desember 2021" in words(app)


def test_the_agency_above_is_confirmed_and_takes_its_units_along(
    monkeypatch: pytest.MonkeyPatch, titled: Workspace
) -> None:
    app = run(monkeypatch, titled, "data-mutu", bagian="padanan")
    (choice,) = cards(app)  # the unit below has no card of its own
    assert "1 unit di bawahnya ikut tertaut: Bidang KB" in words(app).replace("\\", "")
    choice.select("DPPKB")
    app.run()
    app.button(key="padanan-simpan").click().run()
    assert not app.exception
    ask = query.current(titled, scope=Scope(), lang="id")
    assert ask is not None
    sql = "select distinct kode_opd from app.skp_orang"
    assert ask.run(sql) == [{"kode_opd": "DPPKB"}]


def test_a_writing_of_no_master_leaves_the_list_and_comes_back_when_taken_back(
    monkeypatch: pytest.MonkeyPatch, titled: Workspace
) -> None:
    app = run(monkeypatch, titled, "data-mutu", bagian="padanan")
    app.button_group(key="padanan-jenis-kini").select("jabatan").run()
    (choice,) = cards(app)
    choice.select(BELUM_ADA)
    app.run()
    app.button(key="padanan-simpan").click().run()
    assert not app.exception and not app.error
    assert "Kepala Seksi Kini" not in _open(titled) and "Kepala Seksi Lama" in _open(titled)
    event = ledger.events(titled.ledger)[-1]
    assert event.kind == "impor" and event.body["file"] == "padanan jabatan Kepala Seksi Kini belum ada di master.xlsx"
    assert "Belum ada di master" in words(app)  # among what was confirmed
    app.button(key="lepas-0").click().run()
    assert not app.exception and "Kepala Seksi Kini" in _open(titled)
    assert ledger.events(titled.ledger)[-1].kind == "tarik"


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
