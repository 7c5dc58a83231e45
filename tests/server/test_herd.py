"""Many readers at one moment, each with another OPD, month or language: nobody is shown a number of somebody else.

Nothing is timed here. The pages come from the real server, over its own websocket, from a process of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.view import LANGS
from pipelines import publish
from pipelines.build import build
from pipelines.imports import Job, import_files
from pipelines.workspace import Workspace, open_workspace
from tests.faults import small
from tests.server.own import Own, profiles, summary
from tests.server.running import raporda, server
from tests.server.viewer import Viewer, Visit, together

UNITS, MONTHS = 12, ("2026-01", "2026-02")
MORE = 50_000  # of a ceiling of 100.000: no figure of the second build is one of the first
WAYS = [(until, lang) for until in MONTHS for lang in LANGS]
TURNS = 6  # pages that each reader opens one after the other while the build changes


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return open_workspace(tmp_path_factory.mktemp("kawanan") / "home")


@pytest.fixture(scope="module")
def builds(home: Workspace) -> tuple[publish.Build, publish.Build]:
    """Twelve units with two months each, and the same after every file was corrected."""
    first, second = (_built(home, more) for more in (0, MORE))
    return first, second


@pytest.fixture(scope="module")
def port(home: Workspace, builds: tuple[publish.Build, publish.Build]) -> Iterator[int]:
    with server(raporda(home.home)) as (_, port):
        publish.point(home, builds[0].id)  # a server brings itself up to all that is recorded; the first is shown here
        yield port


def _built(ws: Workspace, more: int) -> publish.Build:
    folder = ws.home.parent / f"berkas-{more}"
    files = [
        small.write(folder, f"OPD-{unit:02d}", month, [("5.1.02.01", 100_000, spent + more)], basis="kumulatif")
        for unit in range(1, UNITS + 1)
        for month, spent in ((1, 1_000 * unit), (2, 1_000 * unit + 130))
    ]
    reports = list(import_files(ws, [Job(path) for path in files], read=small.read))
    assert {report.reading.status for report in reports} == {"accepted"}
    return build(ws)


def _everyone(made: Path) -> list[Own]:
    """A reader for each unit, months and languages going round, and one of Ringkasan for each month and language."""
    own = [profiles(made, until, lang) for until, lang in WAYS]
    assert {len(units) for units in own} == {UNITS}
    return [own[n % len(WAYS)][n] for n in range(UNITS)] + [summary(made, until, lang) for until, lang in WAYS]


def _said(visit: Visit, builds: tuple[publish.Build, ...]) -> set[str]:
    """The builds that a page names."""
    return {made.id for made in builds if made.id.encode() in visit.content}


def _wrong(readers: list[Own], visits: list[Visit]) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    return [
        (own.link, own.card[1], visit.cards)
        for own, visit in zip(readers, visits, strict=True)
        if not own.shown(visit)
    ]  # fmt: skip


def test_no_two_readers_are_due_the_same_page(builds: tuple[publish.Build, publish.Build]) -> None:
    """What the tests below compare can tell one reader's page from another's, and one build from the other."""
    readers = [own for made in builds for own in _everyone(made.path)]
    assert len({own.card[1] for own in readers}) == len(readers)


def test_each_reader_gets_his_own_figure_however_many_open_at_once(
    port: int, builds: tuple[publish.Build, publish.Build]
) -> None:
    readers = _everyone(builds[0].path)
    for _ in range(2):  # nothing of it is in memory, then all of it
        visits = asyncio.run(together(port, [(own.page, own.link) for own in readers]))
        assert _wrong(readers, visits) == []
        assert {frozenset(_said(visit, builds)) for visit in visits} == {frozenset({builds[0].id})}


async def _turns(port: int, ways: list[list[Own]], publish_next: asyncio.Event) -> list[list[Visit]]:
    """Every reader opens his pages one after the other; half way through somebody publishes."""
    done = 0
    half = len(ways) * TURNS // 2

    async def one(own: list[Own]) -> list[Visit]:
        nonlocal done
        viewer, seen = Viewer(port), []
        await viewer.open()
        try:
            for turn in range(TURNS):
                page = own[turn % len(own)]
                seen.append(await viewer.visit(page.page, page.link))
                done += 1
                if done == half:
                    publish_next.set()
        finally:
            await viewer.close()
        return seen

    return await asyncio.gather(*(one(own) for own in ways))


def test_a_build_published_in_the_middle_never_mixes_with_the_one_before(
    port: int, home: Workspace, builds: tuple[publish.Build, publish.Build]
) -> None:
    first, second = builds
    publish.point(home, first.id)
    due = {made.id: _everyone(made.path) for made in builds}
    # Each reader goes between his own OPD and a Ringkasan.
    ways = {
        id: [[own, readers[UNITS + n % len(WAYS)]] for n, own in enumerate(readers[:UNITS])]
        for id, readers in due.items()
    }

    async def play() -> list[list[Visit]]:
        now = asyncio.Event()

        async def publishing() -> None:
            await now.wait()
            publish.point(home, second.id)

        seen, _ = await asyncio.gather(_turns(port, ways[first.id], now), publishing())
        return seen

    seen = asyncio.run(play())
    order: list[list[str]] = []
    for n, visits in enumerate(seen):
        named = [_said(visit, builds) for visit in visits]
        assert {len(ids) for ids in named} == {1}, (n, named)
        order.append([id for ids in named for id in ids])
        assert _wrong([ways[id][n][turn % 2] for turn, id in enumerate(order[-1])], visits) == []
    assert all(ids == sorted(ids, key=[first.id, second.id].index) for ids in order)  # nobody goes back
    assert {id for ids in order for id in ids} == {first.id, second.id}
    # Whoever comes now gets the second.
    visits = asyncio.run(together(port, [(own.page, own.link) for own in due[second.id]]))
    assert _wrong(due[second.id], visits) == []
