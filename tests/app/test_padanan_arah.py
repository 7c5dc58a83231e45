"""The direction of a macro indicator: asked once, one click, remembered, taken back."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard import query
from dashboard.access import Scope
from pipelines.build import build
from pipelines.imports import import_file
from pipelines.workspace import Workspace
from tests.app.test_padanan import UNITS, made
from tests.app.test_pages import run, words
from tests.intake.test_bps_indikator import NATION, TPT, put


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    ws = made(tmp_path, _1_master={"opd": UNITS})
    report = import_file(ws, put(tmp_path, [NATION, TPT]), recorded_at=datetime(2026, 3, 2, 9))
    assert report.reading.status == "accepted", report.reading
    build(ws)
    return ws


def _said(ws: Workspace) -> list[tuple[str, str | None, Decimal | None]]:
    ask = query.current(ws, scope=Scope(), lang="id")
    assert ask is not None
    sql = "select kode_wilayah, arah, capaian from app.indikator_wilayah order by kode_wilayah"
    return [(row["kode_wilayah"], row["arah"], row["capaian"]) for row in ask.run(sql)]


def test_one_click_says_the_direction_and_can_be_taken_back(monkeypatch: pytest.MonkeyPatch, ws: Workspace) -> None:
    assert _said(ws) == [("1000", None, None), ("1100", None, None)]
    app = run(monkeypatch, ws, "data-mutu", bagian="padanan")
    assert not app.exception and "Tingkat Pengangguran Terbuka" in words(app)
    (choice,) = [g for g in app.get("button_group") if str(g.key).startswith("arah-")]
    choice.select("turun")
    app.run()
    app.button(key="arah-simpan").click().run()
    assert not app.exception and not app.error
    # (2 x 5.60 - 6.30) / 5.60, and (2 x 9.10 - 6.49) / 9.10 for the nation
    assert _said(ws) == [("1000", "turun", Decimal("128.681319")), ("1100", "turun", Decimal("87.500000"))]
    assert not [g for g in app.get("button_group") if str(g.key).startswith("arah-")]
    app.button(key="lepas-0").click().run()
    assert not app.exception
    assert _said(ws) == [("1000", None, None), ("1100", None, None)]
