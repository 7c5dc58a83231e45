"""What figures of meetings say, kept as text; nobody is named in them."""

from __future__ import annotations

import os

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Lang
from dashboard.query import Ask
from dashboard.topics import rapat, setda
from dashboard.view import View
from tests.figures.test_golden import GOLDEN, _written
from tests.models.world import World
from tests.topics import orang, rapatan

KEPT = (
    "rapat.kartu", "rapat.pemilik", "rapat.tindak_lanjut", "rapat.kunjungan", "rapat.kartu_komitmen", "rapat.komitmen",
    "rapat.komitmen_triwulan", "rapat.pemegang", "rapat.kendala", "rapat.kendala_lama", "rapat.kartu_temuan",
    "rapat.temuan_opd", "rapat.temuan", "setda.peringkat",
)  # fmt: skip


@pytest.fixture(scope="module")
def met() -> World:
    return rapatan.build()


@pytest.mark.parametrize("name", KEPT)
def test_a_figure_of_meetings_says_what_it_said(met: World, view: View, lang: Lang, name: str) -> None:
    ask = Ask("uji-rapat", met, Scope(), lang)
    found = {figure.id: figure for figure in (*rapat.figures(ask, view), *setda.figures(ask, view))}
    written = _written(found[name], lang)
    assert [who for who in orang.NAMES.values() if who in written] == []
    path = GOLDEN / f"{name}.{lang}.json"
    if os.environ.get("RAPORDA_UPDATE_GOLDEN"):
        path.write_text(written, encoding="utf-8")
    assert path.is_file(), "no golden text yet: run once with RAPORDA_UPDATE_GOLDEN=1 and read it"
    assert written == path.read_text(encoding="utf-8")
