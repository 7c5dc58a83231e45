"""The wall: the region's figures, each finding once, large enough for the hall, and never without its warning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard import known, query
from dashboard.access import Scope
from dashboard.figures.figure import Bars, Card, Figure, Provenance, Series, Table
from dashboard.screens import pages
from dashboard.screens.layar import halaman
from dashboard.view import View, from_params
from pipelines.build import build
from pipelines.imports import import_file
from pipelines.workspace import Workspace, open_workspace
from tests.app.test_pages import run, words
from tests.faults import small


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two units with two months."""
    folder = tmp_path_factory.mktemp("dinding")
    ws = open_workspace(folder / "home")
    for unit, spent in {"DINKES": (10, 40), "DPUPR": (5, 6)}.items():
        for month, amount in enumerate(spent, 1):
            rows = [("5.1.02.01", 1_000_000, amount * 10_000)]
            path = small.write(folder, unit, month, rows, basis="kumulatif")
            assert import_file(ws, path, read=small.read).reading.status == "accepted"
    build(ws)
    return ws


def asked(ws: Workspace) -> tuple[query.Ask, View]:
    """The door to the build as the wall opens it, and the view of its last month."""
    ask = query.current(ws, scope=Scope(), lang="id")
    assert ask is not None
    choices = known.choices(ask)
    assert choices is not None
    return ask, from_params({}, choices.known)[0]


def test_an_opd_opened_elsewhere_does_not_change_the_wall(filled: Workspace) -> None:
    ask, view = asked(filled)
    found = halaman.figures(ask, replace(view, opd="DINKES"))
    assert found and found == halaman.figures(ask, view)
    assert {figure.provenance.scope for figure in found} == {"Seluruh OPD"}


def test_a_finding_hangs_once_and_only_what_can_be_read_from_afar(
    monkeypatch: pytest.MonkeyPatch, filled: Workspace
) -> None:
    ask, view = asked(filled)
    where = Provenance("uji", "s.d. April 2026", "Seluruh OPD", None, "b1")

    def bars(name: str, title: str, n: int) -> Figure:
        values = Series("Serapan", tuple(range(n)), "actual")
        chart = Bars(tuple(map(str, range(n))), (values,), "bulat")
        return Figure(f"x.{name}", title, chart, Table((), ()), where, "alt", tags=("tepra.posisi",))

    hung = {"ringkasan": (bars("a", "Satu", 2), bars("b", "Dua", 7)), "serapan": (bars("c", "Satu", 3),)}
    monkeypatch.setattr(pages, "figures", lambda topic, ask, view: hung.get(topic, ()))
    assert [figure.id for figure in halaman.figures(ask, view)] == ["x.a"]


def test_the_longest_number_decides_how_large_all_are() -> None:
    short, long = Card("a", 12, "bulat"), Card("b", "Rp135,25 – 172,71 M", "teks")
    assert halaman.widest([short], 3, "id") > halaman.widest([short, long], 3, "id")
    assert halaman.widest([short, long], 2, "id") > halaman.widest([short, long], 3, "id")


def test_a_total_that_does_not_match_is_told_on_the_wall_too(
    monkeypatch: pytest.MonkeyPatch, filled: Workspace
) -> None:
    plain = pages.figures
    assert "Total kontrol tidak cocok" not in words(run(monkeypatch, filled, "layar"))

    def doubtful(topic: str, ask: query.Ask, view: View) -> tuple[Figure, ...]:
        found = plain(topic, ask, view)
        return tuple(replace(f, provenance=replace(f.provenance, warnings=("selisih Rp1",))) for f in found)

    monkeypatch.setattr(pages, "figures", doubtful)
    app = run(monkeypatch, filled, "layar")
    assert not app.exception and "Total kontrol tidak cocok" in words(app)
    assert asked(filled)[0].build in words(app)
