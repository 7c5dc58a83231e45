"""A reader's walk in a real browser: from the summary to the OPD behind, down to a sub kegiatan, out with a deck."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pptx import Presentation

from dashboard.screens import pages
from dashboard.screens.rapat import halaman
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser
PAGES = tuple(f"/{'' if name == pages.ORDER[0] else pages.address(name)}" for name in pages.ORDER if name != "layar")
PARTS = (*(f"/rapat?bagian={part}" for part in halaman.PARTS), *(f"/rapat?langkah={step}" for step in halaman.LANGKAH),
         "/serapan?bagian=pendaratan", "/profil-opd?opd=DCKTB&bagian=pertanyaan", "/profil-opd?opd=DCKTB&bagian=rapat",
         "/peringkat?bagian=peringatan", "/aturan?bagian=pertanyaan")  # fmt: skip


def test_from_the_summary_to_the_worst_opd_to_a_sub_kegiatan_to_the_deck(reader: Watched) -> None:
    page = reader.page
    reader.open("/")
    priorities = page.locator(".st-key-fig-ringkasan-prioritas")
    priorities.get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/profil-opd\?.*opd="))
    reader.settle()
    opened = page.url
    # Down the levels: the chart of sub kegiatan leads to the sub kegiatan itself.
    bars = page.locator(".st-key-fig-profil_opd-sub_terburuk .points path")
    assert bars.count() > 0
    # Plotly lays its own pane over the marks, so the click goes to where the mark is drawn.
    bars.first.scroll_into_view_if_needed()
    box = bars.first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"[?&]sub="))
    reader.settle()
    assert page.url != opened
    assert page.locator(".st-key-fig-profil_opd-rincian").is_visible()
    # Out with the meeting's material.
    page.locator(".st-key-bahan button").click()
    with page.expect_download(timeout=120_000) as waiting:
        page.locator(".st-key-bahan-pptx button").click()
    slides = Presentation(io.BytesIO(Path(waiting.value.path()).read_bytes())).slides
    assert len(slides) >= 2
    assert waiting.value.suggested_filename.endswith(".pptx")
    assert reader.outside == [] and reader.complaints == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_page_stands_in_both_languages_and_asks_nobody_outside(reader: Watched, lang: str) -> None:
    for path in PAGES:
        reader.open(f"{path}?bahasa={lang}")
        assert reader.page.locator("html").get_attribute("lang") == lang
        assert reader.page.get_by_role("heading", level=1).count() == 1
    assert reader.outside == [] and reader.complaints == []


def test_a_link_opens_the_same_view(reader: Watched) -> None:
    reader.open("/serapan?tahun=2026&bulan=3&cakupan=tanpa_pegawai_btt&bahasa=en")
    page = reader.page
    assert "March 2026" in page.locator("[data-testid=stMain]").inner_text()
    page.get_by_role("link", name="Summary").click()
    page.wait_for_url(re.compile(r"bulan=3"))
    reader.settle()
    # The menu gives a bare address; the filters come along and stand in the new one.
    assert "cakupan=tanpa_pegawai_btt" in page.url and "bahasa=en" in page.url


def test_choosing_a_month_moves_the_address(reader: Watched) -> None:
    reader.open("/?tahun=2026&bulan=3")
    page = reader.page
    page.locator(".st-key-s-bulan [role=combobox]").click()
    page.get_by_role("option", name="Februari").click()
    page.wait_for_url(re.compile(r"bulan=2(&|$)"))
    reader.settle()
    assert "Februari 2026" in page.locator("[data-testid=stMain]").inner_text()


def test_the_way_up_moves_the_address(reader: Watched) -> None:
    reader.open("/profil-opd?opd=DCKTB&program=1.03.08")
    page = reader.page
    page.locator(".st-key-fig-profil_opd-rincian").get_by_role("link").first.click()
    page.wait_for_url(lambda url: "opd=DCKTB" in url and "program=" not in url)
    reader.settle()
    page.go_back()
    page.wait_for_url(re.compile("program=1.03.08"))


@pytest.mark.parametrize("path", (*PAGES, *PARTS))
def test_nothing_scrolls_sideways_on_a_phone(phone: Watched, path: str) -> None:
    phone.open(path)
    wide = "[document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth]"
    assert max(phone.page.evaluate(wide)) <= 360


def test_an_opd_opened_elsewhere_is_seen_on_the_page_of_meetings_and_can_be_let_go(reader: Watched) -> None:
    reader.open("/profil-opd?opd=DCKTB")
    page = reader.page
    page.get_by_role("link", name="Rapat & Tindak Lanjut").click()
    page.wait_for_url(re.compile(r"/rapat\?.*opd=DCKTB"))
    reader.settle()
    chosen = page.locator(".st-key-s-opd")
    assert chosen.get_by_role("combobox").input_value() == "Dinas Cipta Karya dan Tata Bangunan"
    chosen.get_by_role("button").first.click()
    page.wait_for_url(lambda url: "/rapat" in url and "opd=" not in url)
    reader.settle()
    assert chosen.get_by_role("combobox").input_value() == ""


def test_the_filters_can_be_reached_by_keyboard(reader: Watched) -> None:
    reader.open("/")
    page = reader.page
    seen = set()
    for _ in range(25):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.closest('[class*=st-key-]')?.className ?? ''"))
    assert {"s-tahun", "s-bulan"} <= {m for name in seen for m in re.findall(r"st-key-([\w-]+)", name)}


def test_the_rows_of_a_figure_come_as_a_workbook(reader: Watched) -> None:
    reader.open("/peringkat")
    page = reader.page
    page.locator(".st-key-unduh-peringkat-serapan button").click()
    with page.expect_download(timeout=60_000) as waiting:
        page.locator(".st-key-xlsx-peringkat-serapan button").click()
    assert Path(waiting.value.path()).read_bytes()[:2] == b"PK"
    assert reader.complaints == []


def test_on_a_phone_a_row_stands_for_itself_and_leads_on(phone: Watched) -> None:
    phone.open("/peringkat?bagian=rapor")
    page = phone.page
    figure = page.locator(".st-key-fig-peringkat-rapor")
    assert figure.locator("[data-testid=stDataFrame]").count() == 0
    assert "Deviasi" in figure.inner_text()
    figure.get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/profil-opd\?.*opd="))
