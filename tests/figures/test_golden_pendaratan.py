"""What the figures of the year-end say, kept as text; accepted with RAPORDA_UPDATE_GOLDEN=1."""

from __future__ import annotations

import os

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Figure, Lang
from dashboard.query import Ask
from dashboard.topics import pendaratan
from dashboard.view import View
from tests.figures.test_golden import GOLDEN, _written
from tests.models import pendaratan as made

KEPT = ("serapan.pendaratan", "serapan.pendaratan_opd", "serapan.pendaratan_laju", "serapan.pendaratan_uji")


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str], Figure]:
    region = made.whole()
    langs: tuple[Lang, ...] = ("id", "en")
    return {
        (figure.id, lang): figure
        for lang in langs
        for figure in pendaratan.figures(
            Ask("uji-pendaratan", region, Scope(), lang), View(made.NOW, made.MONTH, lang=lang)
        )
    }


@pytest.mark.parametrize("name", KEPT)
def test_a_figure_of_the_year_end_says_what_it_said(
    found: dict[tuple[str, str], Figure], lang: Lang, name: str
) -> None:
    written = _written(found[name, lang], lang)
    path = GOLDEN / f"{name}.{lang}.json"
    if os.environ.get("RAPORDA_UPDATE_GOLDEN"):
        path.write_text(written, encoding="utf-8")
    assert path.is_file(), "no golden text yet: run once with RAPORDA_UPDATE_GOLDEN=1 and read it"
    assert written == path.read_text(encoding="utf-8")
