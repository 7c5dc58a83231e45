"""Targets as a leader walks them: from the misi to the red indicator, to the OPD that holds it back, to the person."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from dashboard import query
from dashboard.access import Scope
from dashboard.figures.figure import Ranking, Tree
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import target
from dashboard.view import View
from pipelines.workspace import open_workspace
from tests.browser.conftest import Watched
from tests.browser.test_orang import figure, menu, opened

pytestmark = pytest.mark.browser
OCTOBER = View(2026, 10)


@pytest.fixture(scope="module")
def known(home: Path) -> Ask:
    """What the workspace holds, without names."""
    ask = query.current(open_workspace(home), scope=Scope(), lang="id")
    assert ask is not None
    return ask


def click(reader: Watched, name: str, kind: str, at: int) -> None:
    """Click the nth mark of a chart where it is drawn."""
    path = figure(reader, name).locator(kind).nth(at)
    path.scroll_into_view_if_needed()
    box = path.bounding_box()
    assert box
    reader.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_from_the_misi_to_the_red_indicator_to_the_opd_to_the_person(reader: Watched, known: Ask) -> None:
    found = {one.id: one for one in target.figures(known, OCTOBER)}
    tree = found["target.pohon"].chart
    assert isinstance(tree, Tree)
    leaves = [node for node in tree.nodes if node.leaf and node.value is not None]
    at, red = next((n, node) for n, node in enumerate(leaves) if node.status == "merah")
    assert red.link is not None
    reader.open("/")
    menu(reader, "Target Daerah & Lintas OPD", r"/target")
    assert tree.nodes[0].label.split(":")[0] in figure(reader, "target.pohon").inner_text()
    click(reader, "target.pohon", ".bars .point path", at)
    code = dict(red.link.params)["indikator"]
    opened(reader, rf"/target\?.*indikator={code}")
    card = figure(reader, "target.satu").inner_text()
    assert red.label in card and write(red.value, "persen", "id") in card
    parts = next(f for f in target.figures(known, View(2026, 10, indikator=code)) if f.id == "target.sumbangan")
    assert isinstance(parts.chart, Ranking)
    slow = parts.chart.dots[0]
    click(reader, "target.sumbangan", ".points path", 0)
    assert slow.link is not None
    opened(reader, rf"indikator={dict(slow.link.params)['indikator']}")
    figure(reader, "target.satu").get_by_role("link").last.click()  # the OPD that agreed to it
    opened(reader, r"/profil-opd\?.*opd=")
    reader.page.locator("[data-testid=stMain]").get_by_role("radio", name="Kepala & masa jabatan").click()
    opened(reader, "bagian=masa")
    figure(reader, "profil_opd.kepala").get_by_role("link", name="Buka pejabat ini").click()
    opened(reader, r"/pejabat\?.*pejabat=P")
    reader.page.locator("[data-testid=stMain]").get_by_role("radio", name="Target & 100 hari").click()
    opened(reader, "bagian=target")
    assert re.search(r"PK jabatan ini", figure(reader, "pejabat.pk").inner_text())
    assert reader.outside == [] and reader.complaints == []


def test_the_hundred_days_offer_their_own_material(reader: Watched) -> None:
    reader.open("/seratus-hari?tahun=2026&bulan=9")
    assert "100 hari" in figure(reader, "seratus_hari.kartu").inner_text()
    assert reader.page.get_by_role("button", name="Bahan 100 hari").is_visible()
    assert reader.outside == [] and reader.complaints == []


def test_the_forms_are_where_targets_and_agreements_are_looked_at(reader: Watched) -> None:
    page = reader.page
    reader.open("/kinerja?bagian=pk&opd=DINKES")
    page.locator(".st-key-bahan button").click()
    with page.expect_download(timeout=120_000) as waiting:
        page.locator(".st-key-e81-xlsx button").click()
    assert waiting.value.suggested_filename == "e81-dinkes-2026-10.xlsx"
    sheet = openpyxl.load_workbook(BytesIO(Path(waiting.value.path()).read_bytes())).worksheets[0]
    assert "Renja Dinas Kesehatan" in {cell.value for cell in sheet["A"]}
    assert page.locator(".st-key-lkjip-pdf button").is_visible()
    assert page.locator(".st-key-rkpd-pdf").count() == 0
    reader.open("/target?opd=DINKES")  # what was opened elsewhere does not make it a page of one OPD
    page.locator(".st-key-bahan button").click()
    said = page.locator(".st-key-rkpd-pdf button").inner_text()
    assert re.search(r"Evaluasi RKPD \.pdf · [\d.]+ baris, sekitar \d+,\d MB, \d+ detik", said)
    assert page.locator(".st-key-e81-pdf").count() == 0
    assert reader.outside == [] and reader.complaints == []
