"""A whole meeting: last time's actions, a promise, the figures frozen, a month restated, the difference, the pack."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from dashboard import query, shots
from dashboard.access import Scope
from dashboard.query import Ask
from pipelines.contracts.lembar import lembar
from pipelines.records.database import open_records
from pipelines.workspace import Workspace, open_workspace
from tests.browser.conftest import Watched, watch
from tests.browser.test_rapat import WIDE, begin, field, named, row_of, step
from tests.export.test_office import converted
from tests.house.source import ROOT

pytestmark = pytest.mark.browser
RESTATED, MONTH = "KEC-02", 8


@pytest.fixture(scope="module")
def ws(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    own = tmp_path_factory.mktemp("penuh") / "home"
    shutil.copytree(home, own)
    return open_workspace(own)


@pytest.fixture(scope="module")
def address(ws: Workspace) -> Iterator[str]:
    with shots.served(ws.home) as served:
        yield served


@pytest.fixture(scope="module")
def reader(browser: Any, address: str) -> Iterator[Watched]:
    watched = watch(browser, address, **WIDE)
    yield watched
    watched.page.context.close()


def asked(ws: Workspace) -> Ask:
    found = query.current(ws, scope=Scope(), lang="id")
    assert found
    return found


def said(ws: Workspace, *words: str) -> Any:
    """What a command prints."""
    env = os.environ | {"RAPORDA_HOME": str(ws.home)}
    code = "import sys; from dashboard.commands import main; sys.argv = ['raporda', *sys.argv[1:]]; main()"
    command = [sys.executable, "-c", code, *words]
    done = subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True)
    return json.loads(done.stdout) if done.stdout else None


def restated(ws: Workspace, folder: Path) -> Path:
    """A month of one OPD as its treasurer sends it again, one account larger."""
    columns = ("kode_program", "kode_kegiatan", "kode_sub_kegiatan", "kode_rekening", "sumber_dana", "realisasi_bulan")
    rows = asked(ws).run(
        f"select {', '.join(columns)} from app.anggaran where kode_opd = ? and tahun = 2026 and bulan = ? "
        "and realisasi_bulan is not null order by realisasi_bulan desc",
        RESTATED, MONTH,
    )  # fmt: skip
    more = Decimal(1_234_567)
    made = openpyxl.Workbook()
    page = made.active
    page.title = "realisasi"
    heads = [column.name for column in lembar("realisasi").columns]
    page.append(heads)
    for at, row in enumerate(rows):
        spent = row["realisasi_bulan"] + (more if at == 0 else 0)
        told = {**row, "tahun": 2026, "bulan": MONTH, "basis": "bulanan", "tahap": "SP2D", "kode_opd": RESTATED,
                "realisasi": float(spent), "tgl_posisi": date(2026, MONTH, 31)}  # fmt: skip
        page.append([told.get(head) for head in heads])
    path = folder / f"02_anggaran {RESTATED} Agustus 2026 ralat.xlsx"
    made.save(path)
    return path


def test_a_whole_meeting(reader: Watched, ws: Workspace, tmp_path: Path) -> None:
    records = open_records(ws)

    # last time's actions: the first that is due is done
    begin(reader, "Evaluasi Oktober")
    named(reader, "Rina")
    (meeting,) = [r for r in records.rows("rapat") if r.values["perihal"] == "Evaluasi Oktober"]
    step(reader, "Tindak lanjut lalu", "tgl_selesai")
    first = reader.page.locator(".baris[data-id]").first
    first.wait_for()
    id = first.get_attribute("data-id")
    assert id
    row_of(reader, id).locator("[data-kolom=status]").select_option("Selesai")
    done = row_of(reader, id).locator("[data-kolom=tgl_selesai]")
    done.fill(f"{meeting.values['tanggal']:%d-%m-%Y}")
    done.press("Tab")
    reader.page.locator(".kabar[data-keadaan=tersimpan]", has_text=id).wait_for()
    found = records.get("tindak_lanjut", id)
    assert found and (found.values["status"], found.oleh) == ("Selesai", "Rina")

    # a promise of a figure by a day
    step(reader, "Komitmen", "nilai_janji")
    field(reader, "unit").select_option("DPUPR")
    field(reader, "nilai_janji").fill("75,5")
    field(reader, "tanggal_janji").fill("30-11-2026")
    field(reader, "tanggal_janji").press("Enter")
    reader.page.locator(".kabar[data-keadaan=tersimpan]", has_text="tercatat").wait_for()
    (promise,) = [r for r in records.rows("komitmen") if r.values["rapat_id"] == meeting.id]
    assert (promise.values["nilai_janji"], promise.values["tanggal_janji"]) == (Decimal("75.5"), date(2026, 11, 30))

    # the figures are frozen
    frozen = asked(ws).build
    reader.page.get_by_role("button", name="Kunci angka Oktober 2026").click()
    reader.page.get_by_text("Angka rapat terkunci").wait_for()
    assert records.get("rapat", meeting.id).values["build"] == frozen  # type: ignore[union-attr]

    # a month is restated, and the page says which import did it
    path = restated(ws, tmp_path)
    (report,) = said(ws, "import", str(path), "--json")["files"]
    assert report["status"] == "accepted", report["problems"]
    said(ws, "build", "--json")
    assert asked(ws).build != frozen
    reader.open(f"/rapat?bagian=berubah&sejak={meeting.id}")
    changed = reader.page.locator(".st-key-fig-berubah-disajikan")
    changed.wait_for()
    title = changed.locator("h3").inner_text()
    # September is told cumulatively: what August has more, it has less
    assert title.startswith("2 angka di 1 OPD disajikan ulang") and title.endswith("Agustus 2026: Rp1,23\u00a0jt")
    changes = reader.page.locator(".st-key-fig-berubah-kartu").inner_text()
    assert "Disajikan ulang" in changes

    # the pack, from what the meeting froze
    reader.open("/bahan")
    reader.page.get_by_role("combobox", name="Untuk rapat").click()
    reader.page.get_by_role("option", name="Evaluasi Oktober").click()
    reader.page.get_by_text("Dicetak dari angka yang dikunci").wait_for()
    reader.page.get_by_role("button", name="Susun bahan rapat").click()
    with reader.page.expect_download(timeout=120_000) as download:
        reader.page.get_by_role("button", name="Unduh .zip").click(timeout=120_000)
    archive = zipfile.ZipFile(BytesIO(Path(download.value.path()).read_bytes()))
    about = json.loads(archive.read("isi.json"))
    assert about["build"] == frozen and about["rapat"] == meeting.id
    assert {"notulen.docx", "memo/dpupr.docx", "tenggat.ics"} <= set(archive.namelist())

    # every slide opens, and the rendered pages are as many
    content = archive.read("tepra-2026-10.pptx")
    slides = list(Presentation(BytesIO(content)).slides)
    deck = tmp_path / "dek.pptx"
    deck.write_bytes(content)
    pages = converted(deck)
    assert pages.count(b"/Type/Page/") + pages.count(b"/Type /Page\n") == len(slides) > 20

    # figures on slides are those of the query, to the last digit
    names = {r["kode_opd"]: r["label"] for r in asked(ws).run("select distinct kode_opd, label from app.rapor_opd")}
    rows = said(ws, "query", "serapan", "--by", "opd", "--until", "2026-10", "--format", "json")["rows"]
    told = {names[row["opd"]]: row for row in rows if row["opd"] in names}
    charts = [s.chart for slide in slides for s in slide.shapes if s.has_chart and s.name.startswith("peringkat.")]
    compared = 0
    for chart in charts:
        for plot in chart.plots:
            series = list(plot.series)
            for at, label in enumerate(plot.categories):
                if label in told and told[label]["nilai"] is not None and label != names[RESTATED]:
                    assert f"{series[0].values[at]:.2f}" == f"{told[label]['nilai']:.2f}", label
                    compared += 1
    assert compared >= 10
    assert reader.outside == []
