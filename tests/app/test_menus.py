"""Menus cost nothing while they are closed, and hold their entries once they are opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import main
from pipelines.build import build
from pipelines.imports import import_file
from pipelines.workspace import open_workspace
from tests.faults import small

APP = Path(main.__file__).parent / "app.py"


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AppTest:
    ws = open_workspace(tmp_path / "home")
    path = small.write(tmp_path, "DINKES", 1, [("5.1.02.01", 1_000_000, 250_000)], basis="kumulatif")
    assert import_file(ws, path, read=small.read).reading.status == "accepted"
    build(ws)
    monkeypatch.setenv("RAPORDA_HOME", str(ws.home))
    return AppTest.from_file(str(APP), default_timeout=60).run()


def names(app: AppTest) -> set[str]:
    """The files that are offered."""
    return {str(button.proto.id).rpartition("-")[2] for button in app.get("download_button")}


def test_a_closed_menu_sends_no_entry(app: AppTest) -> None:
    assert not app.exception
    assert names(app) == set()
    assert {"s-kelompok", "s-profil", "s-cakupan"}.isdisjoint(box.key for box in app.selectbox)


@pytest.mark.parametrize(
    ("menu", "entries"), [("bahan", {"pptx", "xlsx", "pdf"}), ("unduh-ringkasan.posisi", {"ringkasan.posisi"})]
)
def test_an_opened_menu_offers_its_files(app: AppTest, menu: str, entries: set[str]) -> None:
    app.session_state[menu] = True
    app.run()
    assert not app.exception
    assert names(app) >= entries


def test_the_opened_filters_are_all_there(app: AppTest) -> None:
    app.session_state["saringan-lagi"] = True
    app.run()
    assert {"s-kelompok", "s-profil", "s-cakupan"} <= {box.key for box in app.selectbox}
