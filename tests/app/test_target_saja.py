"""A region that has brought its targets and nothing else: planners need no budget to see what is red."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import access, known, query
from dashboard.screens import intake, pages
from pipelines.build import build
from pipelines.imports import import_file
from pipelines.sample.book import long_workbook
from pipelines.workspace import Workspace, open_workspace
from tests.app.test_pages import run, words
from tests.models.target import capai, iku, pk

RED = "Persentase penduduk miskin contoh"


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two regional targets and an agreement of one OPD, two quarters told; no master, no budget, no staff."""
    folder = tmp_path_factory.mktemp("target")
    book = {
        "target_daerah": [
            iku("IKU-1", "80", indikator="Indeks contoh", opd_pengampu="DINKES"),
            iku("IKU-2", "10", indikator=RED, arah="turun"),
        ],
        "pk_indikator": [pk("DK-1", "DINKES", "IKU-1", "90", nama_jabatan="Kepala Dinas Kesehatan")],
        "pk_realisasi": [*capai("IKU-1", ["70", "80"]), *capai("IKU-2", ["16", "15"]), *capai("DK-1", ["80", "88"])],
    }
    sheets = {}
    for name, rows in book.items():
        heads = list(dict.fromkeys(key for row in rows for key in row))
        sheets[name] = [heads, *([row.get(key) for key in heads] for row in rows)]
    path = folder / "03_kinerja.xlsx"
    long_workbook(path, sheets)
    ws = open_workspace(folder / "home")
    reading = import_file(ws, path).reading
    assert reading.status == "accepted", reading.problems
    build(ws)
    return ws


def _open(monkeypatch: pytest.MonkeyPatch, ws: Workspace, topic: pages.Topic, **params: str) -> AppTest:
    return run(monkeypatch, ws, topic.name.replace("_", "-"), opd="DINKES", **params)


def test_its_months_are_the_ends_of_its_quarters(planned: Workspace) -> None:
    ask = query.current(planned, scope=access.scope(), lang="id")
    choices = known.choices(ask) if ask else None
    assert choices is not None
    assert choices.known.bulan == {2026: (3, 6)} and choices.known.default == (2026, 6)
    assert choices.opd == {"DINKES": "DINKES"}


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("topic", pages.TOPICS, ids=lambda topic: topic.name)
def test_every_page_and_part_opens(
    monkeypatch: pytest.MonkeyPatch, planned: Workspace, topic: pages.Topic, lang: str
) -> None:
    for part in [part for part, _ in topic.parts] or [""]:
        app = _open(monkeypatch, planned, topic, bahasa=lang, **({"bagian": part} if part else {}))
        assert not app.exception and not app.error, (topic.name, part)
        assert "Build" in words(app)


def test_what_is_red_is_on_the_first_page_and_on_its_own(monkeypatch: pytest.MonkeyPatch, planned: Workspace) -> None:
    by_name = {topic.name: topic for topic in pages.TOPICS}
    assert RED in words(_open(monkeypatch, planned, by_name["target"]))
    first = _open(monkeypatch, planned, by_name["ringkasan"])
    assert {metric.label: metric.value for metric in first.metric}["Target daerah merah"] == "1"


def test_every_kind_that_is_read_may_be_uploaded() -> None:
    assert {"xlsx", "xls", "csv", "geojson"} <= set(intake._KINDS)


def test_an_agency_shows_what_it_agreed_to(monkeypatch: pytest.MonkeyPatch, planned: Workspace) -> None:
    by_name = {topic.name: topic for topic in pages.TOPICS}
    said = words(_open(monkeypatch, planned, by_name["profil_opd"], bagian="target"))
    assert "97,78" in said  # 88 of 90
    assert "LRA" in words(_open(monkeypatch, planned, by_name["profil_opd"]))
