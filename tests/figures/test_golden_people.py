"""What figures about people say, kept as text like those about money; nobody is named in them."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from dashboard.figures.figure import Figure, Lang
from dashboard.query import Ask
from dashboard.topics import pejabat, rotasi
from dashboard.view import View
from tests.figures.test_golden import GOLDEN, _written
from tests.models.world import World
from tests.topics import orang

KEPT = {
    "pejabat.ringkas", "pejabat.kepala", "pejabat.kartu", "pejabat.karier", "pejabat.masa", "rotasi.garis_waktu",
    "rotasi.plt", "rotasi.rantai", "rotasi.arus", "rotasi.lama",
}  # fmt: skip


def _figures(ask: Ask, view: View, people: World) -> dict[str, Figure]:
    found = [*pejabat.figures(ask, view), *rotasi.figures(ask, view)]
    found += pejabat.figures(ask, replace(view, pejabat=orang.ids(people)["B"]))
    return {figure.id: figure for figure in found if figure.id in KEPT}


@pytest.mark.parametrize("name", sorted(KEPT))
def test_a_figure_of_people_says_what_it_said(
    people_ask: Ask, view: View, people: World, lang: Lang, name: str
) -> None:
    written = _written(_figures(people_ask, view, people)[name], lang)
    assert [who for who in orang.NAMES.values() if who in written] == []
    path = GOLDEN / f"{name}.{lang}.json"
    if os.environ.get("RAPORDA_UPDATE_GOLDEN"):
        path.write_text(written, encoding="utf-8")
    assert path.is_file(), "no golden text yet: run once with RAPORDA_UPDATE_GOLDEN=1 and read it"
    assert written == path.read_text(encoding="utf-8")
