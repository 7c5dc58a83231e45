"""A clerk brings a file in: looked at first, asked, answered, saved, and the summary has the figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines import ledger, publish
from pipelines.workspace import open_workspace
from tests.browser.conftest import SAMPLE, Watched

pytestmark = pytest.mark.browser
LRA = SAMPLE / "LRA DISKOMINFO April 2026.xlsx"


def test_an_lra_with_questions_comes_in(newcomer: Watched, served_empty: tuple[str, Path]) -> None:
    ws = open_workspace(served_empty[1])
    page = newcomer.page
    newcomer.open("/")
    page.locator("[data-testid=stMain]").get_by_role("link", name="Masukkan berkas").click()
    page.wait_for_url("**/data-mutu*")
    newcomer.settle()
    page.locator("input[type=file]").set_input_files(LRA)
    page.get_by_text("Yang perlu Anda jawab").wait_for(timeout=60_000)
    newcomer.settle()
    # Looked at, asked, and nothing stored.
    assert ledger.events(ws.ledger) == [] and publish.current(ws) is None
    form = page.locator("[data-testid=stForm]")
    form.get_by_role("combobox").click()
    page.get_by_role("option", name="April").click()
    form.get_by_text("Bulanan", exact=False).first.click()
    form.get_by_role("button", name="Periksa lagi").click()
    save = page.locator(".st-key-simpan button:enabled")
    save.wait_for(timeout=60_000)
    newcomer.settle()
    assert ledger.events(ws.ledger) == []
    save.click()
    page.get_by_text("tersimpan; angka disusun ulang").wait_for(timeout=120_000)
    (stored,) = ledger.in_force(ledger.events(ws.ledger))
    assert (stored.body["file"], stored.body["answers"]["basis"]) == (LRA.name, "bulanan")
    page.get_by_role("link", name="Buka Ringkasan").click()
    page.locator(".st-key-fig-ringkasan-kartu").wait_for(timeout=60_000)
    newcomer.settle()
    # The same file again changes nothing.
    newcomer.open("/data-mutu")
    page.locator("input[type=file]").set_input_files(LRA)
    card = page.locator("[class*=st-key-berkas-]")
    card.get_by_text("Sudah pernah masuk").wait_for(timeout=60_000)
    assert len(ledger.events(ws.ledger)) == 1
    assert newcomer.outside == [] and newcomer.complaints == []


def test_a_hostile_file_is_refused_with_its_reason(newcomer: Watched, tmp_path: Path) -> None:
    page = newcomer.page
    bad = tmp_path / "laporan.xlsx"
    bad.write_bytes(b"<html><table><tr><td>1</td></tr></table></html>")
    newcomer.open("/data-mutu")
    page.locator("input[type=file]").set_input_files(bad)
    page.locator("[class*=st-key-berkas-]").get_by_text("Ditolak").wait_for(timeout=60_000)
    newcomer.settle()
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.locator(".st-key-simpan button").is_disabled()
    assert newcomer.complaints == []
