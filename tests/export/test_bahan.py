"""The pack of a meeting: everything in one zip, what was said in its letters, and the same again when printed again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from pptx import Presentation

from dashboard import query
from dashboard.access import Scope
from dashboard.export import bundle, packs
from dashboard.export.brand import brand
from dashboard.export.bundle import Order
from dashboard.query import Ask
from dashboard.view import View
from pipelines import snapshots, verify
from pipelines.build import build
from pipelines.imports import import_file
from pipelines.records import prints
from pipelines.records.changes import Change, Who
from pipelines.records.database import open_records
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace, open_workspace
from tests.export.test_office import converted
from tests.faults import small

MOMENT = datetime(2026, 10, 12, 3, 4, 5, tzinfo=UTC)
VIEW, RINA = View(2026, 2), Who("Rina")
TASK = "Ajukan reviu DAK tahap III — sebelum akhir bulan"


def action(id: str, **more: Any) -> Change:
    """An action of the meeting, changed where a test says so."""
    said = {"rapat_id": "R2", "uraian": TASK, "kode_opd": "DINKES", "tenggat": date(2026, 10, 30), "status": "Belum"}
    return Change("tindak_lanjut", id, said | more)


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two units with two months, and a meeting that followed another."""
    folder = tmp_path_factory.mktemp("bahan")
    made = open_workspace(folder / "home")
    for unit, spent in {"DINKES": (10, 40), "DPUPR": (5, 6)}.items():
        for month, amount in enumerate(spent, 1):
            path = small.write(folder, unit, month, [("5.1.02.01", 1_000_000, amount * 10_000)], basis="kumulatif")
            assert import_file(made, path, read=small.read).reading.status == "accepted"
    meeting = {"jenis": "TEPRA", "pimpinan": "Sekretaris Daerah", "tahun": 2026, "bulan": 2}
    promise = {"kode_opd": "DPUPR", "ukuran": "serapan", "nilai_janji": Decimal("50.25"), "rapat_id": "R2",
               "tanggal_janji": date(2026, 11, 30)}  # fmt: skip
    open_records(made).write(
        [
            Change("rapat", "R1", {**meeting, "tanggal": date(2026, 7, 1), "perihal": "Semester I"}),
            Change("rapat", "R2", {**meeting, "tanggal": date(2026, 10, 12), "perihal": "Triwulan III",
                                   "agenda": "Serapan\nKomitmen", "notulen": "Dibuka pukul 09.00."}),
            action("T1", rapat_id="R1", tenggat=date(2026, 8, 1), uraian="Belum selesai dari semester I"),
            action("T2"),
            action("T3", kode_opd="DPUPR", status="Batal", uraian="Tidak jadi"),
            Change("komitmen", None, promise),
        ],
        RINA,
    )  # fmt: skip
    build(made)
    return made


def asked(ws: Workspace, lang: Any = "id") -> Ask:
    found = query.current(ws, scope=Scope(), lang=lang)
    assert found
    return found


def packed(ws: Workspace, order: Order) -> zipfile.ZipFile:
    content = bundle.bundle(order, asked(ws, order.view.lang), brand(ws.home), made_at=MOMENT)
    return zipfile.ZipFile(BytesIO(content))


def contents(content: bytes) -> dict[str, str]:
    """The sha256 of every file of a pack, by its path."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: sha256(archive.read(name)).hexdigest() for name in archive.namelist()}


def words(content: bytes) -> str:
    """Everything that is read in a letter."""
    made = Document(BytesIO(content))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])


def test_the_pack_holds_what_a_secretary_needs(ws: Workspace) -> None:
    archive = packed(ws, Order("tepra", VIEW, rapat="R2"))
    assert archive.namelist() == [
        "tepra-2026-02.pptx", "tepra-2026-02.xlsx", "tepra-2026-02.pdf", "notulen.docx", "memo/dinkes.docx",
        "memo/dpupr.docx", "tenggat.ics", "opd/dpupr.pdf", "opd/dinkes.pdf", "isi.json",
    ]  # fmt: skip
    about = json.loads(archive.read("isi.json"))
    assert about["build"] == asked(ws).build and about["rapat"] == "R2" and about["nama"] is False
    assert {one["berkas"]: one["sha256"] for one in about["isi"]} == {
        name: sha
        for name, sha in contents(archive.fp.getvalue()).items()
        if name != "isi.json"  # type: ignore[union-attr]
    }
    assert Presentation(BytesIO(archive.read("tepra-2026-02.pptx"))).slides


def test_without_a_meeting_there_are_no_letters(ws: Workspace) -> None:
    names = packed(ws, Order("tepra", VIEW, opd=("DINKES",))).namelist()
    assert names == ["tepra-2026-02.pptx", "tepra-2026-02.xlsx", "tepra-2026-02.pdf", "opd/dinkes.pdf", "isi.json"]


def test_the_same_order_is_the_same_content(ws: Workspace) -> None:
    order = Order("tepra", VIEW, rapat="R2")
    first, again = (bundle.bundle(order, asked(ws), brand(ws.home), made_at=MOMENT) for _ in range(2))
    assert contents(first) == contents(again)


def test_a_frozen_build_prints_the_same_after_the_figures_have_moved(ws: Workspace, tmp_path: Path) -> None:
    order = Order("tepra", VIEW)
    before = bundle.bundle(order, asked(ws), brand(ws.home), made_at=MOMENT)
    frozen = snapshots.freeze(ws, asked(ws).build)
    path = small.write(tmp_path, "DPUPR", 2, [("5.1.02.01", 1_000_000, 700_000)], basis="kumulatif")
    assert import_file(ws, path, read=small.read).import_id
    build(ws)
    then = query.frozen(ws, frozen.id, scope=Scope(), lang="id")
    assert then and then.build != asked(ws).build
    assert contents(bundle.bundle(order, then, brand(ws.home), made_at=MOMENT)) == contents(before)
    assert contents(bundle.bundle(order, asked(ws), brand(ws.home), made_at=MOMENT)) != contents(before)


def test_letters_tell_what_was_said_after_the_figures_were_frozen(ws: Workspace) -> None:
    then = asked(ws)
    snapshots.freeze(ws, then.build)
    late = {"jenis": "TEPRA", "tanggal": date(2026, 10, 20), "perihal": "Sesudah dikunci"}
    open_records(ws).write([Change("rapat", "R9", late), action("T9", rapat_id="R9")], RINA)
    build(ws)
    order = Order("tepra", VIEW, rapat="R9")
    content = bundle.bundle(order, then, brand(ws.home), notes=asked(ws), made_at=MOMENT)
    archive = zipfile.ZipFile(BytesIO(content))
    about = json.loads(archive.read("isi.json"))
    assert (about["build"], about["build_catatan"]) == (then.build, asked(ws).build)
    assert TASK in words(archive.read("notulen.docx")) and "memo/dinkes.docx" in archive.namelist()


def test_what_has_changed_since_a_meeting_stands_after_the_summary(ws: Workspace) -> None:
    now = asked(ws)
    snapshots.freeze(ws, now.build)
    then = query.frozen(ws, now.build, scope=Scope(), lang="id")
    assert then
    since = packs.Since(then, View(2026, 1))
    titles = [title for title, _ in bundle.outline(Order("tepra", VIEW), now, since)]
    plain = [title for title, _ in bundle.outline(Order("tepra", VIEW), now)]
    at = titles.index("Yang berubah dari Januari 2026 ke Februari 2026")
    assert titles[:at] == plain[:at] and at < 4 and len(titles) > len(plain)


@pytest.mark.parametrize(("lang", "said"), [("id", "Keputusan dan tindak lanjut"), ("en", "Decisions and actions")])
def test_the_minutes_say_what_was_decided(ws: Workspace, lang: Any, said: str) -> None:
    minutes = words(packed(ws, Order("tepra", View(2026, 2, lang=lang), rapat="R2")).read("notulen.docx"))
    for part in (said, TASK, "Triwulan III", "Dibuka pukul 09.00.", "Belum selesai dari semester I", "Serapan"):
        assert part.casefold() in minutes.casefold()
    assert ("50,25" if lang == "id" else "50.25") in minutes
    assert ("lewat 72 hari" if lang == "id" else "72 days late") in minutes


def test_the_memo_has_what_one_opd_owes_and_nothing_of_others(ws: Workspace) -> None:
    archive = packed(ws, Order("tepra", VIEW, rapat="R2"))
    health, works = (words(archive.read(f"memo/{code}.docx")) for code in ("dinkes", "dpupr"))
    assert TASK in health and "Belum selesai dari semester I" in health and "50,25" not in health
    assert "50,25" in works and TASK not in works
    assert "Tidak jadi" not in works, "what was dropped is not to be done"


def test_due_dates_come_with_their_reminder_and_what_is_off_is_called_off(ws: Workspace) -> None:
    made = Calendar.from_ical(packed(ws, Order("tepra", VIEW, rapat="R2")).read("tenggat.ics"))
    events = {str(e["UID"]).partition("@")[0]: e for e in made.walk("VEVENT")}
    assert events["T2"]["DTSTART"].dt == date(2026, 10, 30) and events["T2"]["STATUS"] == "CONFIRMED"
    assert events["T3"]["STATUS"] == "CANCELLED" and not events["T3"].walk("VALARM")
    (promise,) = [e for id, e in events.items() if id.startswith("KM-")]
    assert promise["DTSTART"].dt == date(2026, 11, 30) and "50,25" in promise["SUMMARY"]


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("lowriter") is None and not os.environ.get("CI"), reason="LibreOffice Writer is absent"
)
def test_a_memo_is_one_page_however_much_there_is(ws: Workspace, tmp_path: Path) -> None:
    many = [action(f"B{n}", rapat_id="R3", uraian=f"{n}. {TASK} " * 6, ukuran_selesai="Surat " * 40) for n in range(20)]
    meeting = {"jenis": "TEPRA", "tanggal": date(2026, 10, 13), "perihal": "Rapat panjang " * 5}
    old = [action(f"C{n}", rapat_id="R1", tenggat=date(2026, 9, 1), uraian=f"{n}. {TASK} " * 6) for n in range(20)]
    records = open_records(ws)
    records.write([Change("rapat", "R3", meeting), *many, *old], RINA)
    build(ws)
    letter = tmp_path / "memo.docx"
    letter.write_bytes(packed(ws, Order("tepra", VIEW, rapat="R3")).read("memo/dinkes.docx"))
    assert "15 lagi" in words(letter.read_bytes())  # what does not fit is counted
    converted(letter)
    told = subprocess.run(["pdfinfo", tmp_path / "memo.pdf"], check=True, capture_output=True, text=True).stdout
    assert "Pages:           1\n" in told


def test_a_frozen_build_that_is_gone_is_told(ws: Workspace) -> None:
    frozen = snapshots.freeze(ws, asked(ws).build)
    records = open_records(ws)
    values = {"jenis": "TEPRA", "tanggal": date(2026, 11, 2), "perihal": "Terkunci", "build": frozen.id}
    (meeting,) = records.write([Change("rapat", None, values)], RINA)
    assert verify.faults(ws) == []
    shutil.rmtree(frozen.path.parent)
    (told,) = verify.faults(ws)
    assert frozen.id in told["id"] and "pulihkan cadangan" in told["id"]
    records.write([Change("rapat", meeting.id, versi=meeting.versi, remove=True)], RINA)


def test_what_was_printed_is_had_again_byte_for_byte(ws: Workspace) -> None:
    order = Order("tepra", VIEW, rapat="R2")
    content = bundle.bundle(order, asked(ws), brand(ws.home), made_at=MOMENT)
    kept = prints.keep(ws, content, "a.zip", order.said(asked(ws)), oleh="Rina", made_at=MOMENT, rapat_id="R2")
    assert prints.keep(ws, content, "a.zip", {}, oleh="Dewi", made_at=MOMENT).id == kept.id
    assert [one.id for one in prints.listed(ws, rapat_id="R2")] == [kept.id]
    assert prints.again(ws, kept.id) == (kept, content)
    path = ws.prints / f"{kept.sha256}.zip"
    assert verify.faults(ws) == []
    path.write_bytes(content[:-1])
    with pytest.raises(Trouble, match="not what was printed"):
        prints.again(ws, kept.id)
    assert ["not what was printed" in said["en"] for said in verify.faults(ws)] == [True]
    path.unlink()
    with pytest.raises(Trouble, match="not on this server"):
        prints.again(ws, kept.id)
    assert ["not on this server" in said["en"] for said in verify.faults(ws)] == [True]
    with pytest.raises(Trouble):
        prints.again(ws, "tiada")
