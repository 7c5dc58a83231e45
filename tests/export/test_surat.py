"""The letters of a meeting tell how things stood on its day, whatever has been written since."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from dashboard.access import Scope
from dashboard.export.surat.isi import Isi, isi
from dashboard.export.surat.notulen import notulen
from dashboard.export.surat.word import docx
from dashboard.figures.figure import Lang
from dashboard.query import Ask
from tests.export.world import BRAND
from tests.models.rapat import catatan, janji, rapat, tindak
from tests.models.world import World, hari
from tests.topics import rapatan


@pytest.fixture(scope="module")
def met() -> World:
    return rapatan.build()


@pytest.fixture
def asked(met: World, lang: Lang) -> Ask:
    return Ask("uji-surat", met, Scope(), lang)


def said(ask: Ask, id: str) -> Isi:
    found = isi(ask, id)
    assert found is not None
    return found


def tables(ask: Ask, id: str) -> dict[str, list[list[str]]]:
    """The tables of the minutes by their heading, without their heads."""
    letter = notulen(said(ask, id), lang=ask.lang, posisi=(), tanya=(), kota="Uji", build=ask.build)
    made = Document(BytesIO(docx(letter, brand=BRAND, lang=ask.lang)))
    found: dict[str, list[list[str]]] = {}
    heading = ""
    for block in made.iter_inner_content():
        if hasattr(block, "rows"):
            found[heading] = [[cell.text for cell in row.cells] for row in block.rows][1:]
        elif block.style is not None and str(block.style.name).startswith("Heading"):
            heading = block.text
    return found


HEADINGS: dict[Lang, dict[str, str]] = {
    "id": {"lalu": "Tindak lanjut rapat sebelumnya", "tempo": "Komitmen yang jatuh tempo"},
    "en": {"lalu": "Follow-up of earlier meetings", "tempo": "Commitments that fell due"},
}


@pytest.mark.parametrize(("id", "due"), [("R2", {"id": "25 Apr 2026", "en": "25 Apr 2026"}),
                                         ("R3", {"id": "10 Mei 2026", "en": "10 May 2026"})])  # fmt: skip
def test_an_open_action_has_the_due_date_that_was_in_force(asked: Ask, id: str, due: dict[Lang, str]) -> None:
    rows = tables(asked, id)[HEADINGS[asked.lang]["lalu"]]
    (told,) = [row for row in rows if row[2] == "Kerjakan T4"]  # given more time between the two
    assert told[3] == due[asked.lang]


def test_the_minutes_list_the_commitments_that_fell_due_as_they_are_read_out(asked: Ask) -> None:
    rows = tables(asked, "R3")[HEADINGS[asked.lang]["tempo"]]
    wanted: dict[Lang, list[list[str]]] = {
        "id": [
            ["1", "Dinas Pendidikan dan Kebudayaan", "serapan 20,00 % selambatnya 31 Mar 2026", "6,80 % (31 Mar 2026)",
             "▼ tidak ditepati, kurang 13,20 poin (Rp330,00 jt)"],
            ["2", "Dinas Kesehatan", "serapan 28,00 % selambatnya 31 Mar 2026", "28,13 % (31 Mar 2026)", "● ditepati"],
        ],
        "en": [
            ["1", "Dinas Pendidikan dan Kebudayaan", "absorption 20.00 % by 31 Mar 2026", "6.80 % (31 Mar 2026)",
             "▼ not kept, 13.20 points (Rp330.00 mn) missing"],
            ["2", "Dinas Kesehatan", "absorption 28.00 % by 31 Mar 2026", "28.13 % (31 Mar 2026)", "● kept"],
        ],
    }  # fmt: skip
    assert rows == wanted[asked.lang]


def test_where_nothing_fell_due_the_minutes_have_no_such_table(asked: Ask) -> None:
    assert HEADINGS[asked.lang]["tempo"] not in tables(asked, "R2")


def _later(*promises: Any, **more: Any) -> World:
    """A small pemda with a meeting in June, and one before that looked at March."""
    rows = rapatan.rows()
    meetings = [rapat("R4", "2026-04-27", tahun=2026, bulan=3), rapat("R5", "2026-06-15", tahun=2026, bulan=4)]
    rows |= {"rapat": [*rows["rapat"], *meetings], "komitmen": [*promises], **more}
    made = World(rows)
    made.run("create table raw.build as select 'uji-surat' as build")
    return made


def test_a_promise_is_heard_of_where_its_month_was_not_yet_known_before(lang: Lang) -> None:
    made = _later(
        janji("A1", "R1", "DINKES", 28, "2026-03-31"),  # the figures of the meeting before had March
        janji("A2", "R1", "DISDIK", 20, "2026-04-20"),  # due before that meeting, but not known then
        janji("A3", "R1", "KOMINFO", 30, "2026-03-31"),  # reported to February: still in doubt
        janji("A4", "R1", "PUPR", 45, "2026-04-30", keadaan="dicabut", catatan="Pagu dipotong"),
        janji("A5", "R5", "DINKES", 10, "2026-05-31"), janji("A6", "S1", "DINKES", 10, "2026-05-31"),
    )  # fmt: skip
    found = said(Ask("uji-surat-tempo", made, Scope(), lang), "R5")
    assert sorted(row["id"] for row in found.jatuh_tempo) == ["A2", "A3"]
    assert [row["id"] for row in found.komitmen] == ["A5"]
    rows = tables(Ask("uji-surat-tempo", made, Scope(), lang), "R5")[HEADINGS[lang]["tempo"]]
    (doubt,) = [row for row in rows if "31 Mar 2026" in row[2]]
    wait = {"id": "○ menunggu data: menunggu data Maret 2026",
            "en": "○ waiting for data: waiting for the data of March 2026"}  # fmt: skip
    assert doubt[4] == wait[lang]


def test_what_was_closed_since_is_told_as_it_was_open(lang: Lang) -> None:
    done = tindak("B1", "R1", "DINKES", "2026-04-01", "Selesai", selesai="2026-07-01")
    now = tindak("B2", "R1", "DINKES", "2026-05-01", "Selesai", selesai="2026-06-15")
    then = [
        tindak("B0", "R1", "DINKES", "2026-06-01", "Alert"),
        tindak("B3", "R5", "DINKES", "2026-08-01", lanjutan_dari="B0"),
    ]
    made = _later(tindak_lanjut=[done, now, *then], perpanjangan=[])
    rows = tables(Ask("uji-surat-tutup", made, Scope(), lang), "R5")[HEADINGS[lang]["lalu"]]
    late = {"id": "Terbuka, lewat 75 hari", "en": "Open, 75 days late"}
    closed = {"id": "Selesai", "en": "Done"}
    passed_on = {"id": "Alert, lewat 14 hari, diteruskan", "en": "Alert, 14 days late, carried over"}
    assert [row[4] for row in rows] == [late[lang], closed[lang], passed_on[lang]]


def test_what_was_closed_since_is_told_as_it_was_written_by_then(lang: Lang) -> None:
    done = tindak("B1", "R1", "DINKES", "2026-04-01", "Selesai", selesai="2026-07-01")
    trail = [
        {"id": "B1", "urut": n, "status": status, "pada": datetime(2026, month, 1, 9)}
        for n, (status, month) in enumerate([("Belum", 4), ("Alert", 6), ("Selesai", 7)])
    ]
    made = _later(tindak_lanjut=[done], perpanjangan=[], status_tindak_lanjut=trail)
    rows = tables(Ask("uji-surat-tertulis", made, Scope(), lang), "R5")[HEADINGS[lang]["lalu"]]
    assert [row[4] for row in rows] == [{"id": "Alert, lewat 75 hari", "en": "Alert, 75 days late"}[lang]]


def test_objections_raised_in_the_meeting_stand_in_its_minutes(lang: Lang) -> None:
    said = [
        catatan("C1", "DISDIK", "2026-06-15", rapat_id="R5", ukuran="serapan", tahun=2026, bulan=4),
        catatan("C2", "PUPR", "2026-06-15", rapat_id="R5", keadaan="ditolak"),
        catatan("C3", "PUPR", "2026-04-27", rapat_id="R4"),
    ]
    rows = tables(Ask("uji-surat-keberatan", _later(catatan=said), Scope(), lang), "R5")
    told = rows[{"id": "Catatan dan keberatan", "en": "Notes and objections"}[lang]]
    measure, refused = {"id": ("Serapan (%) April 2026", "Ditolak"), "en": ("Absorption (%) April 2026", "Rejected")}[
        lang
    ]
    assert [row[2:] for row in told] == [[f"{measure}: Isi C1", ""], ["Isi C2", refused]]


def test_a_promise_of_money_is_written_to_the_last_rupiah(lang: Lang) -> None:
    ask = Ask(
        "uji-surat-rupiah", _later(janji("A1", "R5", "DINKES", 1234567890, "2026-12-31", "realisasi")), Scope(), lang
    )
    rows = tables(ask, "R5")
    (told,) = [row for body in rows.values() for row in body if "31 De" in " ".join(row)]
    assert ("Rp1.234.567.890" if lang == "id" else "Rp1,234,567,890") in told[2]


def test_a_row_of_what_nothing_knows_is_called_as_it_was_written(lang: Lang) -> None:
    made = _later(tindak_lanjut=[tindak("B1", "R5", "Dinas Entah", "2026-07-01")], perpanjangan=[])
    found = said(Ask("uji-surat-entah", made, Scope(), lang), "R5")
    assert [found.unit(row) for row in found.tindak] == ["Dinas Entah"]


def test_hari_of_the_meeting_is_its_own(asked: Ask) -> None:
    assert said(asked, "R3").hari == hari("2026-04-13")
    assert isi(asked, "tiada") is None
