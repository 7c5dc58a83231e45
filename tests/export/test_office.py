"""LibreOffice opens what we write."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from dashboard.export.book import book
from dashboard.export.deck import deck
from tests.export import opened, world

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("soffice") is None and not os.environ.get("CI"), reason="LibreOffice is not on this machine"
    ),
]


def converted(path: Path) -> bytes:
    profile = f"-env:UserInstallation=file://{path.parent / 'profil'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return path.with_suffix(".pdf").read_bytes()


def test_slides_become_as_many_pages(tmp_path: Path) -> None:
    content = deck(world.every(), title="Rapat Uji", subtitle="x", brand=world.BRAND)
    path = tmp_path / "rapat.pptx"
    path.write_bytes(content)
    pages = converted(path)
    assert pages.count(b"/Type/Page/") + pages.count(b"/Type /Page\n") == len(opened.presentation(content).slides)


def test_a_workbook_opens(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(book(world.every(), title="Buku Uji", subtitle="x", brand=world.BRAND))
    assert converted(path).startswith(b"%PDF")
