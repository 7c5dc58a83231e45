"""People as a user walks to them: the worst OPD, its head, the post before and back; two clicks; nobody named."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dashboard import look, query
from dashboard.access import Scope
from dashboard.query import Ask
from pipelines.workspace import open_workspace
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser
OCTOBER = "tahun = 2026 and bulan = 10"


@pytest.fixture(scope="module")
def known(home: Path) -> Ask:
    """What the workspace holds, names included: to look for them where they may not be."""
    ask = query.current(open_workspace(home), scope=Scope(names=True), lang="id")
    assert ask is not None
    return ask


@pytest.fixture(scope="module")
def secrets(known: Ask) -> list[str]:
    """Every name and NIP of the workspace."""
    rows = known.run("select nip, nama from app.orang union select tertulis, nama from app.karantina")
    found = {str(value) for row in rows for value in row.values() if value}
    assert len(found) > 1_000
    return sorted(found)


def figure(reader: Watched, name: str) -> Any:
    return reader.page.locator(f".st-key-fig-{name.replace('.', '-')}")


def opened(reader: Watched, url: str) -> None:
    reader.page.wait_for_url(re.compile(url))
    reader.settle()


def worst(reader: Watched) -> str:
    """Open the first OPD to ask about; gives its code."""
    figure(reader, "ringkasan.prioritas").get_by_role("link").first.click()
    opened(reader, r"/profil-opd\?.*opd=")
    found = re.search(r"opd=(\w+)", reader.page.url)
    assert found
    return found[1]


def part(reader: Watched, name: str, address: str) -> None:
    """Open a part of the page."""
    reader.page.locator("[data-testid=stMain]").get_by_role("radio", name=name).click()
    opened(reader, f"bagian={address}")


def menu(reader: Watched, name: str, address: str) -> None:
    """Open a page from the menu."""
    reader.page.locator("[data-testid=stSidebarNav]").get_by_role("link", name=name).click()
    opened(reader, address)


def mark(reader: Watched, name: str, at: int) -> None:
    """Click a mark of a chart where it is drawn: Plotly lays its own pane over the marks."""
    path = figure(reader, name).locator(".points path").nth(at)
    path.scroll_into_view_if_needed()
    box = path.bounding_box()
    assert box
    reader.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_from_the_worst_opd_to_its_head_to_the_post_before_and_back(reader: Watched) -> None:
    page = reader.page
    reader.open("/")
    code = worst(reader)
    part(reader, "Kepala & masa jabatan", "masa")
    figure(reader, "profil_opd.kepala").get_by_role("link", name="Buka pejabat ini").click()
    opened(reader, r"/pejabat\?.*pejabat=P")
    official = page.url
    assert "hari" in figure(reader, "pejabat.kartu").inner_text()
    mark(reader, "pejabat.karier", 1)
    opened(reader, r"/pejabat\?.*jabatan=")
    assert figure(reader, "pejabat.pemegang").is_visible()
    page.go_back()
    page.wait_for_url(official)
    reader.settle()
    figure(reader, "pejabat.kartu").get_by_role("link", name=re.compile("Sebelumnya")).click()
    page.wait_for_url(lambda url: "pejabat=P" in url and url != official)
    reader.settle()
    page.go_back()
    page.wait_for_url(official)
    reader.settle()
    figure(reader, "pejabat.kartu").get_by_role("link").nth(1).click()  # the way up, to the OPD
    opened(reader, rf"/profil-opd\?.*opd={code}")
    assert reader.outside == [] and reader.complaints == []


def test_who_heads_it_what_came_before_and_how_the_staff_is_rated(reader: Watched, known: Ask) -> None:
    """Questions 3, 4 and 5: one click to the OPD, a second to its head."""
    reader.open("/")
    code = worst(reader)
    (head,) = known.run(f"select * from app.kepala_opd where {OCTOBER} and kode_opd = ?", code)
    days = f"{look.write(head['hari_menjabat'], 'hari', 'id')} sejak {look.day(head['tmt'], 'id')}"
    cards = figure(reader, "profil_opd.kartu").inner_text()
    assert "Definitif" in cards and days in cards
    part(reader, "Kepala & masa jabatan", "masa")
    sql = f"select * from app.masa_jabatan where {OCTOBER} and kode_opd = ? and cakupan = 'semua' and kini"
    (term,) = known.run(sql, code)
    told = figure(reader, "profil_opd.kepala").inner_text()
    assert f"Pejabat {head['sebelum_orang_id'][-4:].upper()}" in told
    assert all(look.write(term[name], "poin", "id") in told for name in ("warisan", "sendiri"))
    sql = "select * from app.skp where tahun = 2026 and bulan = 9 and jenis_periode = 'triwulan' and kode_opd = ?"
    (skp,) = known.run(sql, code)
    below = sum(skp[f"n_{name}"] or 0 for name in ("butuh_perbaikan", "kurang", "sangat_kurang"))
    assert f"{below} di bawah Baik dari {skp['n_dinilai']}" in figure(reader, "profil_opd.skp").inner_text()


def test_who_is_new_which_posts_are_empty_and_who_is_moved_often(reader: Watched, known: Ask) -> None:
    """Questions 12, 13 and 14: one click to the page, a second to its part."""
    sql = (
        "select count(*) as n from app.kepala_opd where {} and hari_100 between date '2026-10-01' and date '2026-10-31'"
    )
    hundred = known.run(sql.format(OCTOBER))[0]["n"]
    reader.open("/")
    menu(reader, "Pejabat", "/pejabat")
    assert hundred and f"{hundred} genap 100 hari pada Oktober" in figure(reader, "pejabat.ringkas").inner_text()
    reader.open("/")
    menu(reader, "Rotasi & Jabatan", "/rotasi")
    empty = known.run(f"select count(*) as n from app.perhatian where {OCTOBER} and jenis = 'jabatan_kosong'")[0]["n"]
    assert re.search(rf"Jabatan kosong\s+{empty}\b", figure(reader, "rotasi.kartu").inner_text())
    part(reader, "Plt & perhatian", "plt")
    acting = known.run(f"select * from app.plt_bulan where {OCTOBER} order by hari_kumulatif desc")
    clock = figure(reader, "rotasi.plt")
    assert f"{len(acting)} Plt berjalan" in clock.inner_text()
    assert look.write(acting[0]["hari_kumulatif"], "hari", "id") in clock.locator(".main-svg").first.text_content()
    reader.open("/")
    menu(reader, "Rotasi & Jabatan", "/rotasi")
    part(reader, "Masa jabatan", "masa")
    assert re.search(r"mediannya [\d.]+ hari", figure(reader, "rotasi.lama").inner_text())
    assert re.search(r"\d+ pejabat pindah tiga kali", figure(reader, "rotasi.sering").inner_text())


def taken(reader: Watched, menu_key: str, button: str) -> bytes:
    """A file that a page offers, as it arrives."""
    reader.page.locator(f".st-key-{menu_key} button").click()
    with reader.page.expect_download(timeout=120_000) as waiting:
        reader.page.locator(f".st-key-{button} button").click()
    return Path(waiting.value.path()).read_bytes()


def written(file: bytes) -> str:
    """Every word in an office file, whatever part it stands in."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_nobody_is_named_on_a_page_or_in_a_file_until_asked(reader: Watched, known: Ask, secrets: list[str]) -> None:
    (head,) = known.run(f"select * from app.kepala_opd where {OCTOBER} and kode_opd = 'DCKTB'")

    def told(text: str) -> list[str]:
        return [secret for secret in secrets if secret in text]

    for path in ("/", "/profil-opd?opd=DCKTB&bagian=masa", "/kinerja?bagian=konsistensi", "/pejabat"):
        reader.open(path)
        assert told(reader.page.content()) == [], path
    book = written(taken(reader, "unduh-pejabat-kepala", "xlsx-pejabat-kepala"))
    assert "Pejabat " in book and told(book) == []
    reader.open(f"/pejabat?pejabat={head['orang_id']}")
    assert told(reader.page.content()) == []
    # With names on the page, a file still names nobody unless it is asked to.
    reader.page.locator(".st-key-s-nama label").click()
    reader.page.wait_for_function("name => document.body.innerText.includes(name)", arg=_name(known, head["orang_id"]))
    reader.settle()
    assert told(reader.page.content())
    assert told(written(taken(reader, "unduh-pejabat-karier", "xlsx-pejabat-karier"))) == []
    assert "nama" not in reader.page.url and not re.search(r"\d{18}", reader.page.url)


def _name(known: Ask, orang_id: str) -> str:
    (row,) = known.run("select nama from app.orang where orang_id = ?", orang_id)
    return str(row["nama"])
