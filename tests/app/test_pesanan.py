"""What the page Bahan Rapat orders: who is called, by which rule, and what a meeting had frozen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import paper_pack
from dashboard.access import Scope
from dashboard.export.bundle import Order
from dashboard.figures.figure import Lang
from dashboard.query import Ask
from dashboard.screens import pesanan
from dashboard.view import View
from dashboard.words import Words
from pipelines.records.changes import Record
from tests.models.world import World
from tests.topics import orang, rapatan

SAID = {"jenis": "evaluasi JPT", "tanggal": date(2026, 4, 20), "perihal": "Evaluasi", "tahun": 2026, "bulan": 3,
        "build": None, "profil": None, "lingkup": "semua"}  # fmt: skip


@pytest.fixture(scope="module")
def met() -> World:
    return rapatan.build()


def meeting(**more: Any) -> Record:
    return Record("rapat", "J1", 1, SAID | more, "Rina", "2026-04-20T03:00:00+00:00", "layar")


def asked(met: World, lang: Lang = "id", *, names: bool = False) -> Ask:
    return Ask(f"uji-pesanan-{names}", met, Scope(names=names), lang)


def _script(ask: object, view: object, meetings: object, words: object, out: object) -> None:
    """Run by itself, so that it knows no name of this module."""
    from dashboard.screens import pesanan

    out.append(pesanan.chosen(ask, view, meetings, words))  # type: ignore[attr-defined, arg-type]


class Page:
    """The choosers of the page, run as Streamlit runs them."""

    def __init__(self, ask: Ask, view: View, *meetings: Record) -> None:
        self.out: list[pesanan.Chosen] = []
        given = {"ask": ask, "view": view, "meetings": meetings, "words": Words(view.lang), "out": self.out}
        self.app = AppTest.from_function(_script, kwargs=given, default_timeout=60).run()
        assert not self.app.exception, self.app.exception

    def set(self, kind: str, key: str, value: Any) -> Page:
        getattr(self.app, kind)(key=key).set_value(value).run()
        assert not self.app.exception
        return self

    @property
    def order(self) -> Order:
        return self.out[-1].order


def test_officials_are_called_by_name_or_by_their_opd(met: World) -> None:
    ids, page = orang.ids(met), Page(asked(met), View(2026, 4))
    page.set("selectbox", "bahan-jenis", "jpt")
    assert (page.order.opd, page.order.pejabat) == ((), None)
    page.set("multiselect", "bahan-pejabat-jpt", [ids["B"], ids["F"]])
    assert page.order.pejabat == (ids["B"], ids["F"])
    page.set("multiselect", "bahan-opd", ["DINKES"])
    assert (page.order.opd, page.order.pejabat) == (("DINKES",), (ids["F"],)), "of another OPD: let go"
    page.set("selectbox", "bahan-jenis", "tepra")
    assert (page.order.opd, page.order.pejabat) == (("DINKES",), None)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_officials_are_called_by_post_and_named_only_where_names_show(met: World, lang: Lang) -> None:
    view, ids = View(2026, 4, lang=lang), orang.ids(met)
    masked = pesanan.officials(asked(met, lang), view, "jpt", ())
    assert not [name for name in orang.NAMES.values() if name in str(masked)]
    assert masked[ids["F"]].startswith("Kepala Dinas Kesehatan · ")
    assert orang.NAMES["F"] in pesanan.officials(asked(met, lang, names=True), view, "jpt", ())[ids["F"]]
    assert list(pesanan.officials(asked(met, lang), view, "jpt", ("DINKES",))) == [ids["F"]]


def test_a_rule_is_chosen_beside_who_is_called(met: World) -> None:
    page = Page(asked(met), View(2026, 4))
    box = page.app.selectbox(key="bahan-profil-rasio-target")
    assert page.order.view.profil == "rasio-target" and len(box.options) > 1
    page.set("selectbox", "bahan-profil-rasio-target", "deviasi-poin")
    assert page.order.view.profil == "deviasi-poin"


def test_a_meeting_that_froze_its_figures_brings_its_month_and_rule(met: World) -> None:
    view = View(2026, 4, kelompok="asisten-1")
    open_one, frozen = meeting(), meeting(build="abc", profil="deviasi-poin")
    shown = pesanan.looked_at(asked(met), view, open_one)
    assert (shown.until, shown.kelompok, shown.profil) == ("2026-04", "asisten-1", "rasio-target")
    shown = pesanan.looked_at(asked(met), view, frozen)
    assert (shown.until, shown.kelompok, shown.profil) == ("2026-03", "semua", "deviasi-poin")
    assert shown.per == date(2026, 4, 20)
    # the command does as the page
    usual = ("semua", "rasio-target")
    assert paper_pack.usual(asked(met), open_one) == paper_pack.usual(asked(met), None) == usual
    assert paper_pack.usual(asked(met), frozen) == ("semua", "deviasi-poin")
    assert paper_pack.usual(asked(met), meeting(build="abc", profil="dihapus", lingkup="DINKES")) == usual


def test_the_day_is_that_of_the_meeting(met: World) -> None:
    page = Page(asked(met), View(2026, 4), meeting())
    page.set("selectbox", "bahan-jenis", "jpt").set("selectbox", "bahan-rapat-jpt", "J1")
    assert (page.order.rapat, page.order.view.per) == ("J1", date(2026, 4, 20))
