"""Which material a page offers, and for whom: of the region, of one OPD, or of high officials with the one opened."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from dashboard.access import Scope
from dashboard.export import packs
from dashboard.export.formulir import berat, berkas
from dashboard.query import Ask
from dashboard.screens import downloads
from dashboard.view import View
from pipelines.catalogue import text
from tests.export import formulir_dunia
from tests.models.world import World

NAMED = Scope(names=True)
FILES = ("xlsx", "pdf")


@pytest.fixture(scope="module")
def world() -> World:
    return formulir_dunia.build()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The small words of the menu."""
    found: list[str] = []
    monkeypatch.setattr(st, "caption", found.append)
    return found


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, world: World) -> Callable[..., list[tuple[str, Any]]]:
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

    def of(view: View, *, scope: Scope = NAMED, reader: World = world, **how: Any) -> list[tuple[str, Any]]:
        made.clear()
        downloads.material(Ask(f"uji-bahan-{scope}-{reader is world}", reader, scope, "id"), view, **how)
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


def test_the_page_of_agreements_offers_the_forms_of_the_opd_it_was_opened_from(
    offered: Callable[..., list[tuple[str, Any]]],
) -> None:
    names = [name for name, _ in offered(View(2026, 6), opened="DINKES")]
    assert names[:3] == [f"tepra-2026-06.{form}" for form in ("pptx", "xlsx", "pdf")]
    assert names[3:] == [f"{kind}-dinkes-2026-06.{form}" for kind in ("e81", "lkjip") for form in FILES]
    gone = [name for name, _ in offered(View(2026, 6), opened="SUDAH-BUBAR")]
    assert gone[3:] == [f"{kind}-2026-06.{form}" for kind in ("rkpd", "lkjip") for form in FILES]


def test_who_sees_one_opd_is_offered_its_forms_and_no_other(offered: Callable[..., list[tuple[str, Any]]]) -> None:
    for opened in (None, "DINKES", "DISDIK"):
        names = [name for name, _ in offered(View(2026, 6), scope=Scope(opd=("DISDIK",)), opened=opened)]
        assert names[3:] == [f"{kind}-disdik-2026-06.{form}" for kind in ("e81", "lkjip") for form in FILES]


def test_a_form_without_lines_is_not_offered_and_says_what_to_import(
    offered: Callable[..., list[tuple[str, Any]]], said: list[str]
) -> None:
    assert len(offered(View(2026, 6), reader=World({}))) == 3
    assert said[0] == text("formulir.menu", "id", triwulan="TW II 2026")
    assert [one.partition(":")[0] for one in said[1:]] == [text(f"formulir.menu_{k}", "id") for k in ("rkpd", "lkjip")]
    assert all("Data & Mutu" in one and "03_kinerja.xlsx" in one for one in said[1:])


def test_a_form_is_as_long_as_is_said_before_it_is_made(world: World) -> None:
    for scope, opd in ((Scope(), None), (Scope(), "DINKES"), (Scope(opd=("DISDIK",)), None), (Scope(), "TIDAK-ADA")):
        ask, view = Ask(f"uji-berat-{scope}", world, scope, "id"), View(2026, 6, opd=opd)
        for kind in berkas.FORMS:
            rows = [row for form in berkas.filled(kind, ask, view) for row in form.baris if row.jenis != "opd"]
            assert berat.lines(kind, ask, view) == len(rows), (kind, scope, opd)


def test_only_a_long_form_says_what_it_weighs() -> None:
    assert berat.weight(40, "pdf").ringan and berat.weight(40, "xlsx").ringan
    long = berat.weight(1795, "pdf")
    assert (long.baris, str(long.mb), long.detik, long.ringan) == (1795, "2.3", 7, False)
