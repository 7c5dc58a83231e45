"""Which material a page offers, and for whom: of the region, of one OPD, or of high officials with the one opened."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.access import Scope
from dashboard.export import packs
from dashboard.export.formulir import berkas
from dashboard.query import Ask
from dashboard.screens import downloads
from dashboard.view import View
from tests.models.world import World


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[tuple[str, Any]]]:
    """The files of the menu for a view, each with what its maker was asked for."""
    made: list[tuple[str, Any]] = []
    asked: list[Any] = []

    class Menu(SimpleNamespace):
        open = True

        def __enter__(self) -> None:
            return None

        def __exit__(self, *_: object) -> None:
            return None

    def maker(kind: str, ask: Ask, view: View, brand: object, **called: Any) -> bytes:
        asked.append((kind, ask.scope.names, called))
        return b""

    def button(label: str, make: Callable[[], bytes], name: str, mime: str, *, key: str) -> None:
        make()
        made.append((name, asked.pop()))

    monkeypatch.setattr(downloads, "_menu", lambda *_, **__: Menu())
    monkeypatch.setattr(downloads, "_named", lambda *_: False)
    monkeypatch.setattr(downloads, "button", button)
    for form in ("deck_bytes", "book_bytes", "document_bytes"):
        monkeypatch.setattr(packs, form, maker)
    for form in ("book_bytes", "document_bytes"):
        monkeypatch.setattr(berkas, form, maker)

    def of(view: View, **how: Any) -> list[tuple[str, Any]]:
        made.clear()
        downloads.material(Ask("uji-bahan", World({}), Scope(names=True), "id"), view, **how)
        return list(made)

    return of


def test_a_page_about_all_offers_the_meeting(offered: Callable[..., list[tuple[str, Any]]]) -> None:
    found = offered(View(2026, 4))
    meeting, forms = found[:3], found[3:]
    assert [name for name, _ in meeting] == [f"tepra-2026-04.{form}" for form in ("pptx", "xlsx", "pdf")]
    assert {kind for _, (kind, _, _) in meeting} == {"tepra"}
    assert [name for name, _ in forms] == [f"{k}-2026-04.{form}" for k in ("rkpd", "lkjip") for form in ("xlsx", "pdf")]


def test_a_page_about_one_opd_offers_its_own(offered: Callable[..., list[tuple[str, Any]]]) -> None:
    found = offered(View(2026, 4, opd="DINKES"))
    assert found[0][0] == "opd-dinkes-2026-04.pptx" and found[0][1][0] == "opd"
    forms = [(name, kind, named) for name, (kind, named, _) in found[3:]]
    assert forms == [
        (f"{kind}-dinkes-2026-04.{form}", kind, False) for kind in ("e81", "lkjip") for form in ("xlsx", "pdf")
    ]


def test_the_page_of_officials_offers_theirs_with_the_one_that_is_open(
    offered: Callable[..., list[tuple[str, Any]]],
) -> None:
    name, (kind, named, called) = offered(View(2026, 4), kind="jpt")[0]
    assert (name, kind, named, called) == ("jpt-2026-04.pptx", "jpt", False, {"pejabat": None})
    _, (_, _, called) = offered(View(2026, 4, pejabat="P0123456789ab"), kind="jpt")[0]
    assert called == {"pejabat": ["P0123456789ab"]}
