"""A real server over a workspace of its own, and a browser that writes down what it asks for and complains of."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from dashboard import shots
from pipelines import sample
from pipelines.build import build
from pipelines.catalogue import DATA
from pipelines.folders import jobs
from pipelines.imports import import_files
from pipelines.intake.report import Answers
from pipelines.workspace import open_workspace

pytestmark = pytest.mark.browser
SAMPLE = DATA / "contoh"

# Opened by a deep link, Streamlit's page first asks for its server below the page's own path, then at the root.
_LOOKING = re.compile(r"/[a-z-]+/_stcore/(health|host-config)$")


@dataclass
class Watched:
    """A page, with every request it made and every complaint of its console."""

    page: Any
    address: str
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to a page of the dashboard and wait until it stands."""
        self.page.goto(self.address + path)
        self.settle()

    def settle(self) -> None:
        """Wait until the page stands; fails when it shows an error."""
        shots.settled(self.page)
        assert self.page.locator("[data-testid=stException]").count() == 0


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    try:
        path = shots.chromium()
    except FileNotFoundError:
        if os.environ.get("CI"):
            raise
        pytest.skip("no Chromium on this machine; CI installs it")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        launched = play.chromium.launch(executable_path=path, args=list(shots.QUIET))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with this year of the fictional pemda and as few people as its stories need, built."""
    ws = open_workspace(tmp_path_factory.mktemp("raporda") / "home")
    folder = tmp_path_factory.mktemp("contoh")
    sample.generate(folder, years=1, asn=1)
    found, _ = jobs([folder], Answers(), None)
    reports = {r.reading.file: r.reading.status for r in import_files(ws, found, actor="uji")}
    assert {name for name, status in reports.items() if status != "accepted"} == set()
    build(ws)
    return ws.home


@pytest.fixture(scope="session")
def served(home: Path) -> Iterator[str]:
    with shots.served(home) as address:
        yield address


@pytest.fixture(scope="session")
def served_empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A server over an empty workspace, and where that is."""
    home = tmp_path_factory.mktemp("kosong") / "home"
    with shots.served(home) as address:
        yield address, home


def watch(browser: Any, address: str, *, width: int, height: int, agent: str | None = None) -> Watched:
    """A new reader with a window of a size; `agent` is what the browser says of itself."""
    size = {"width": width, "height": height}
    context = browser.new_context(viewport=size, accept_downloads=True, user_agent=agent)
    page = context.new_page()
    watched = Watched(page, address)

    def request(asked: Any) -> None:
        where = urlsplit(asked.url)
        if where.scheme not in ("data", "blob") and where.hostname not in ("127.0.0.1", "localhost"):
            watched.outside.append(asked.url)

    def complain(message: Any) -> None:
        if message.type == "error" and not _LOOKING.search(urlsplit(message.location["url"]).path):
            watched.complaints.append(f"{message.text} {message.location['url']}")

    page.on("request", request)
    page.on("console", complain)
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    return watched


@pytest.fixture
def reader(browser: Any, served: str) -> Iterator[Watched]:
    watched = watch(browser, served, width=1440, height=900)
    yield watched
    watched.page.context.close()


@pytest.fixture
def phone(browser: Any, served: str) -> Iterator[Watched]:
    watched = watch(browser, served, width=360, height=740, agent=shots.AGENT)
    yield watched
    watched.page.context.close()


@pytest.fixture
def newcomer(browser: Any, served_empty: tuple[str, Path]) -> Iterator[Watched]:
    watched = watch(browser, served_empty[0], width=1440, height=900)
    yield watched
    watched.page.context.close()
