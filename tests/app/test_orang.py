"""Pages that speak of people, over the committed example: every part, and nobody named until a reader asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import query
from dashboard.access import Scope
from dashboard.screens import pages
from pipelines.build import build
from pipelines.folders import jobs
from pipelines.imports import import_files
from pipelines.intake.report import Answers
from pipelines.workspace import Workspace, open_workspace
from tests.app.test_pages import PEOPLE, run

EXAMPLE = Path(__file__).parents[2] / "data" / "contoh"
OPD = "DISKOMINFO"


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The committed example: one unit with its money, its staff, their posts and their SKP."""
    ws = open_workspace(tmp_path_factory.mktemp("orang") / "home")
    found, _ = jobs([EXAMPLE], Answers(), None)
    for report in import_files(ws, found, actor="uji"):
        assert report.reading.status == "accepted", report.reading.file
    build(ws)
    return ws


@pytest.fixture(scope="module")
def secrets(ws: Workspace) -> list[str]:
    """Every name and NIP that the files hold."""
    ask = query.current(ws, scope=Scope(names=True), lang="id")
    assert ask is not None
    rows = ask.run("select nip, nama from app.orang union select tertulis, nama from app.karantina")
    found = {str(value) for row in rows for value in row.values() if value}
    assert len(found) > 50
    return sorted(found)


def sent(app: AppTest) -> bytes:
    """All that the server sends to the browser of a page, tables included."""
    return b"\n".join(node.proto.SerializeToString() for node in _nodes(app._tree) if getattr(node, "proto", None))


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _nodes(child)


def every_part() -> list[tuple[str, str]]:
    """Pages and their parts on which an OPD or a person is spoken of."""
    found = [("ringkasan", ""), ("data-mutu", "padanan"), ("data-mutu", "segar")]
    for topic in pages.TOPICS:
        if topic.name in (*PEOPLE, "peringkat", "profil_opd"):
            found += [(topic.name.replace("_", "-"), part) for part, _ in topic.parts] or [(topic.name, "")]
    return found


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(("page", "part"), every_part())
def test_no_page_sends_a_name_or_nip_unasked(
    monkeypatch: pytest.MonkeyPatch, ws: Workspace, secrets: list[str], page: str, part: str, lang: str
) -> None:
    app = run(monkeypatch, ws, page, opd=OPD, bagian=part, bahasa=lang)
    assert not app.exception and not app.error
    body = sent(app)
    assert len(body) > 2_000
    assert [said for said in secrets if said.encode() in body] == []


@pytest.mark.parametrize("part", ["karier", "skp", "target", "catatan"])
def test_the_page_of_one_official_sends_no_name_unasked(
    monkeypatch: pytest.MonkeyPatch, ws: Workspace, secrets: list[str], part: str
) -> None:
    ask = query.current(ws, scope=Scope(), lang="id")
    assert ask is not None
    (head,) = ask.run("select orang_id from app.kepala_opd where tahun = 2026 and bulan = 10 and kode_opd = ?", OPD)
    app = run(monkeypatch, ws, "pejabat", pejabat=head["orang_id"], bagian=part)
    assert not app.exception and not app.error
    assert [said for said in secrets if said.encode() in sent(app)] == []


def test_the_switch_names_people_and_takes_the_names_away_again(
    monkeypatch: pytest.MonkeyPatch, ws: Workspace, secrets: list[str]
) -> None:
    app = run(monkeypatch, ws, "profil-opd", opd=OPD, bagian="masa")
    app.toggle(key="s-nama").set_value(True).run()
    assert not app.exception
    assert any(said.encode() in sent(app) for said in secrets)
    assert not [value for value in app.query_params.values() if "nama" in str(value)]
    app.toggle(key="s-nama").set_value(False).run()
    assert not any(said.encode() in sent(app) for said in secrets)


def test_a_file_taken_along_names_nobody_unless_asked(
    monkeypatch: pytest.MonkeyPatch, ws: Workspace, secrets: list[str]
) -> None:
    from dashboard.view import View

    ask = query.current(ws, scope=Scope(names=True), lang="id")
    assert ask is not None
    view = View(2026, 10, opd=OPD)
    named, unnamed = (
        {figure.id: figure for figure in pages.figures("profil_opd", one, view)} for one in (ask, ask.unnamed())
    )
    assert named.keys() == unnamed.keys()  # what is taken along is found by its id
    assert any(said in str(named["profil_opd.masa"]) for said in secrets)
    assert not any(said in str(figure) for figure in unnamed.values() for said in secrets)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("name", ["kinerja", "rotasi"])
def test_every_part_shows_figures_of_its_own(
    monkeypatch: pytest.MonkeyPatch, ws: Workspace, name: str, lang: str
) -> None:
    topic = next(topic for topic in pages.TOPICS if topic.name == name)
    seen = set()
    for part, _ in topic.parts:
        app = run(monkeypatch, ws, name, bahasa=lang, bagian=part, skp="2025")
        assert not app.exception and not app.error
        seen.add(tuple(element.value for element in app.subheader))
    assert len(seen) == max(1, len(topic.parts))


def test_a_period_of_skp_is_chosen_in_the_address(monkeypatch: pytest.MonkeyPatch, ws: Workspace) -> None:
    app = run(monkeypatch, ws, "kinerja")
    assert app.selectbox(key="s-skp").value == "2026-TW3"
    app.selectbox(key="s-skp").select("2025").run()
    assert not app.exception and app.query_params["skp"] in ("2025", ["2025"])
    assert "2025" in app.subheader[0].value
