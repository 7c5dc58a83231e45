"""One small pemda for every test of topics and figures."""

from __future__ import annotations

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Lang
from dashboard.query import Ask
from dashboard.view import View
from tests.models.world import World
from tests.topics import orang, world


@pytest.fixture(scope="session")
def pemda() -> World:
    """The small pemda, built once."""
    return world.build()


@pytest.fixture(params=["id", "en"])
def lang(request: pytest.FixtureRequest) -> Lang:
    """Both languages, one after the other."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def ask(pemda: World, lang: Lang) -> Ask:
    """Questions to the small pemda by a reader who may see all of it."""
    return Ask("uji-0001", pemda, Scope(), lang)


@pytest.fixture
def view(lang: Lang) -> View:
    """April of the small pemda's year."""
    return View(world.YEAR, world.MONTH, lang=lang)


@pytest.fixture(scope="session")
def people() -> World:
    """The small pemda with its people, built once."""
    return orang.build()


@pytest.fixture
def people_ask(people: World, lang: Lang) -> Ask:
    """Questions to the small pemda with people by a reader to whom nobody is named."""
    return Ask("uji-orang", people, Scope(opd=("*",)), lang)


@pytest.fixture
def people_named(people: World, lang: Lang) -> Ask:
    """The same by a reader who may have people named."""
    return Ask("uji-orang", people, Scope(names=True), lang)
