"""A meeting as its secretary lives it: typed while people talk, on a line that breaks, beside a quicker colleague."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from dashboard import shots
from pipelines.records import checking
from pipelines.records.database import open_records
from pipelines.records.store import Records
from pipelines.workspace import open_workspace
from tests.browser.conftest import Watched, watch

pytestmark = pytest.mark.browser
WIDE = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def room(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Records]]:
    """A server over a copy of the workspace, and its records."""
    own = tmp_path_factory.mktemp("rapat") / "home"
    shutil.copytree(home, own)
    with shots.served(own) as address:
        yield address, open_records(open_workspace(own))


@pytest.fixture
def secretary(browser: Any, room: tuple[str, Records]) -> Iterator[Watched]:
    watched = watch(browser, room[0], **WIDE)
    yield watched
    watched.page.context.close()


def field(reader: Watched, column: str, row: int = 0) -> Any:
    return reader.page.locator(f".baris [data-kolom={column}]").nth(row)


def row_of(reader: Watched, id: str) -> Any:
    return reader.page.locator(f".baris[data-id='{id}']")


def news(reader: Watched) -> Any:
    return reader.page.locator(".kabar").first


def begin(reader: Watched, about: str) -> None:
    """A new meeting, opened at its new actions."""
    reader.open("/rapat")
    reader.page.get_by_role("button", name="Rapat baru").click()
    reader.page.get_by_role("textbox", name="Perihal").fill(about)
    reader.page.get_by_role("button", name="Mulai rapat").click()
    reader.page.wait_for_url("**rapat=RPT*")
    reader.settle()
    step(reader, "Tindak lanjut baru", "ukuran_selesai")


def step(reader: Watched, name: str, column: str = "uraian") -> None:
    """A step of the meeting, once its sheet (known by one of its columns) is there."""
    reader.page.get_by_role("radio", name=name, exact=True).last.click()  # steps stand below the parts of the page
    reader.settle()
    reader.page.locator(f".baris [data-kolom={column}]").first.wait_for()


def named(reader: Watched, name: str) -> None:
    box = reader.page.get_by_label("Dicatat oleh")
    box.fill(name)
    box.press("Enter")
    reader.settle()


def write(reader: Watched, words: str, *, due: str = "30-11-2026") -> None:
    """An action in the blank row, left with Enter."""
    last = reader.page.locator(".baris").count() - 1
    field(reader, "unit", last).select_option("DPUPR")
    field(reader, "tenggat", last).fill(due)
    field(reader, "uraian", last).fill(words)
    field(reader, "uraian", last).press("Enter")
    reader.page.locator(".kabar[data-keadaan=tersimpan]", has_text="tercatat").wait_for()


def actions(records: Records) -> dict[str, str]:
    """The actions as recorded: state by what is to be done."""
    return {r.values["uraian"]: r.values["status"] for r in records.rows("tindak_lanjut")}


def test_what_is_typed_is_there_after_a_reload(secretary: Watched, room: tuple[str, Records]) -> None:
    begin(secretary, "Rapat muat ulang")
    named(secretary, "Rina")
    write(secretary, "Ajukan reviu DAK")
    field(secretary, "uraian", 1).type("Setengah kalimat")  # a half row: nothing but words
    secretary.page.locator(".baris.draf").wait_for()
    secretary.page.locator(".kabar[data-keadaan=tersimpan]").wait_for()
    secretary.page.reload()
    secretary.settle()
    secretary.page.locator(".baris.draf").wait_for()
    assert [field(secretary, "uraian", n).input_value() for n in (0, 1)] == ["Ajukan reviu DAK", "Setengah kalimat"]
    assert secretary.page.get_by_label("Dicatat oleh").input_value() == "Rina"
    assert "Ajukan reviu DAK" in actions(room[1]) and "Setengah kalimat" not in actions(room[1])
    (mark, *_) = [m for m in room[1].trail(kind="tindak_lanjut") if (m.after or {})["uraian"] == "Ajukan reviu DAK"]
    assert mark.oleh == "Rina"
    assert secretary.outside == []


def test_a_line_that_breaks_loses_nothing(secretary: Watched, room: tuple[str, Records]) -> None:
    begin(secretary, "Rapat putus")
    write(secretary, "Sebelum putus")
    context = secretary.page.context
    context.set_offline(True)
    field(secretary, "uraian", 1).type("Diketik saat putus")
    field(secretary, "unit", 1).select_option("DPUPR")
    field(secretary, "tenggat", 1).fill("15-12-2026")
    field(secretary, "tenggat", 1).press("Tab")
    secretary.page.locator(".kabar[data-keadaan=terputus]").wait_for()
    address = secretary.page.url
    secretary.page.close()  # the window is closed before anything arrived
    context.set_offline(False)
    secretary.page = context.new_page()
    secretary.page.goto(address)
    secretary.settle()
    secretary.page.locator(".kabar[data-keadaan=tersimpan]", has_text="tercatat").wait_for()
    assert "Diketik saat putus" in actions(room[1])


def test_the_second_of_two_secretaries_is_told(browser: Any, secretary: Watched, room: tuple[str, Records]) -> None:
    records = room[1]
    begin(secretary, "Rapat berdua")
    named(secretary, "Rina")
    write(secretary, "Cocokkan data non-ASN")
    (id,) = [r.id for r in records.rows("tindak_lanjut") if r.values["uraian"] == "Cocokkan data non-ASN"]
    other = watch(browser, room[0], **WIDE)
    other.open(secretary.page.url.removeprefix(room[0]))
    named(other, "Dewi")
    theirs, mine = row_of(other, id), row_of(secretary, id)
    theirs.wait_for()
    # both have the record open; he writes while hers is on its way
    theirs.locator("[data-kolom=ukuran_selesai]").focus()
    secretary.page.context.set_offline(True)
    mine.locator("[data-kolom=status]").select_option("Selesai")
    theirs.locator("[data-kolom=status]").select_option("Alert")
    other.page.locator(".kabar[data-keadaan=tersimpan]", has_text="tercatat").wait_for()
    secretary.page.context.set_offline(False)
    told = secretary.page.locator(".baris.disusul .susul")
    told.wait_for()
    assert "Dewi lebih dahulu" in told.inner_text() and "Alert" in told.inner_text()
    assert actions(records)["Cocokkan data non-ASN"] == "Alert"
    assert mine.locator("[data-kolom=status]").input_value() == "Selesai"  # hers is still there
    told.get_by_role("button", name="Simpan tulisan saya").click()
    secretary.page.locator(".baris.disusul").wait_for(state="detached")
    secretary.page.locator(".kabar[data-keadaan=tersimpan]", has_text="tercatat").wait_for()
    assert actions(records)["Cocokkan data non-ASN"] == "Selesai"
    states = [(m.oleh, (m.after or {})["status"]) for m in records.trail(id=id)]
    assert states == [("Rina", "Belum"), ("Dewi", "Alert"), ("Rina", "Selesai")]
    assert checking.faults(records) == []
    other.page.context.close()


def test_two_browsers_keep_what_each_has_typed(browser: Any, secretary: Watched, room: tuple[str, Records]) -> None:
    begin(secretary, "Rapat dua peramban")
    named(secretary, "Rina")
    write(secretary, "Siapkan data aset")
    other = watch(browser, room[0], **WIDE)
    other.open(secretary.page.url.removeprefix(room[0]))
    named(other, "Dewi")
    for reader, words in ((secretary, "Kata Rina"), (other, "Kata Dewi")):
        box = field(reader, "ukuran_selesai")
        box.wait_for()
        box.type(words)  # without leaving the field: half typed
    field(other, "uraian", 1).type("Dimulai Dewi")
    for reader, words, beside in ((secretary, "Kata Rina", "Dewi"), (other, "Kata Dewi", "Rina")):
        reader.page.reload()
        reader.settle()
        reader.page.locator(".lain", has_text=f"Sedang diketik {beside}").first.wait_for()
        assert field(reader, "ukuran_selesai").input_value() == words
    begun = field(secretary, "uraian", 1)  # hers to read, his to write, until she goes on with it
    expect(begun).to_have_value("Dimulai Dewi", timeout=30_000)
    expect(begun).to_be_disabled()
    secretary.page.get_by_role("button", name="Lanjutkan di sini").click()
    expect(begun).to_be_enabled(timeout=30_000)
    begun.fill("Dimulai Dewi, selesai Rina")
    field(secretary, "unit", 1).select_option("DPUPR")
    field(secretary, "tenggat", 1).fill("30-11-2026")
    field(secretary, "tenggat", 1).press("Tab")
    secretary.page.locator(".kabar[data-keadaan=tersimpan]", has_text="tercatat").wait_for()
    assert "Dimulai Dewi, selesai Rina" in actions(room[1])
    other.page.context.close()


def test_the_post_that_answers_is_offered_and_called_by_its_name(secretary: Watched, room: tuple[str, Records]) -> None:
    begin(secretary, "Rapat penanggung jawab")
    write(secretary, "Susun jadwal lelang")
    box = field(secretary, "penanggung_jawab")
    box.wait_for()
    offered = secretary.page.locator("datalist#saran-penanggung_jawab option")
    expect(offered).not_to_have_count(0)
    code, name = offered.first.get_attribute("value"), offered.first.text_content()
    box.fill(str(code))
    box.press("Tab")
    secretary.page.locator(".ket .info", has_text=f"Penanggung jawab: {name}").wait_for()
    (kept,) = [r for r in room[1].rows("tindak_lanjut") if r.values["uraian"] == "Susun jadwal lelang"]
    assert kept.values["penanggung_jawab"] == code
    box.fill("BUKAN-JABATAN")
    box.press("Tab")
    secretary.page.locator(".ket .info", has_text="BUKAN-JABATAN tidak ada di data").wait_for()


def test_what_was_taken_away_comes_back(secretary: Watched, room: tuple[str, Records]) -> None:
    begin(secretary, "Rapat hapus")
    write(secretary, "Salah catat")
    secretary.page.locator(".baris[data-id] button", has_text="Hapus").click()
    secretary.page.get_by_role("button", name="Urungkan").wait_for()
    assert "Salah catat" not in actions(room[1])
    secretary.page.get_by_role("button", name="Urungkan").click()
    secretary.page.locator(".baris[data-id]").wait_for()
    assert "Salah catat" in actions(room[1])


def test_a_meeting_frozen_at_the_wrong_month_is_frozen_anew(secretary: Watched, room: tuple[str, Records]) -> None:
    begin(secretary, "Rapat salah bulan")
    freeze = secretary.page.get_by_role("button", name="Kunci angka")
    freeze.click()
    held = secretary.page.get_by_text("Angka rapat terkunci")
    held.wait_for()
    (meeting,) = [r for r in room[1].rows("rapat") if r.values["perihal"] == "Rapat salah bulan"]
    secretary.open(f"/rapat?rapat={meeting.id}&bulan={meeting.values['bulan'] - 1}")
    secretary.page.get_by_role("button", name="Ganti kunci").click()
    freeze.click()
    secretary.page.get_by_role("button", name="Ganti kunci").wait_for(state="detached")
    months = [(m.after or {})["bulan"] for m in room[1].trail(id=meeting.id)]
    assert months[-2:] == [meeting.values["bulan"], meeting.values["bulan"] - 1]
