"""What each called official is sent: the page of the meeting, promises, actions and targets; nobody named unasked."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from dashboard.access import Scope
from dashboard.export import bundle, packs
from dashboard.export.bundle import Order
from dashboard.export.deck import Slide
from dashboard.export.making import Making
from dashboard.export.pack import Pack
from dashboard.figures.figure import Figure, Lang, Prose
from dashboard.paper import known
from dashboard.query import Ask
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.trouble import Misuse
from tests.export.test_people import named, parts
from tests.export.world import BRAND
from tests.models.rapat import rapat, tindak
from tests.models.world import World
from tests.topics import orang, rapatan, sasaran

MOMENT = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def met() -> World:
    return rapatan.build()


@pytest.fixture
def asked(met: World, lang: Lang) -> Ask:
    return Ask("uji-panggilan", met, Scope(), lang)


def figures(pack: Pack | None) -> dict[str, Figure]:
    assert pack is not None
    return {figure.id: figure for figure in pack.figures}


def names(order: Order, ask: Ask) -> list[str]:
    return [piece.name for piece in bundle.pieces(order, ask, BRAND, MOMENT)]


def test_a_paper_has_the_page_then_promises_actions_and_questions(met: World, asked: Ask, view: View) -> None:
    pack = packs.official(asked, view, orang.ids(met)["C"])
    found = figures(pack)
    order = ["pejabat.kartu", "pejabat.karier", "pejabat.komitmen", "pejabat.tindak_lanjut", "pejabat.pertanyaan"]
    assert [one for one in found if one in order] == order
    assert "Kerjakan T4" in str(found["pejabat.tindak_lanjut"].table.rows)
    assert "lampiran.belum_ada" not in found or "perhatian" not in str(found["lampiran.belum_ada"].table.rows)


def test_a_paper_has_the_targets_of_the_first_hundred_days(lang: Lang) -> None:
    made = sasaran.build()
    ask, view = Ask("uji-panggilan-target", made, Scope(), lang), View(2026, 4, lang=lang)
    ids = packs.pack("seratus_hari", ask, view).officials
    assert ids
    found = [figures(packs.official(ask, view, one)) for one in ids]
    assert all("pejabat.seratus" in one for one in found) and any("pejabat.pk" in one for one in found)


def test_a_meeting_about_a_hundred_days_asks_about_them_first(lang: Lang) -> None:
    ask, view = Ask("uji-panggilan-tanya", sasaran.build(), Scope(), lang), View(2026, 4, lang=lang)
    for orang_id in packs.pack("seratus_hari", ask, view).officials:
        pages = {}
        for kind in ("jpt", "seratus_hari"):
            making = Making(Order(kind, view), ask, ask, None, BRAND, MOMENT)
            pages[kind] = [one.link.page for one in making.of_official(orang_id)]
        assert "seratus_hari" in pages["jpt"] and sorted(pages["jpt"]) == sorted(pages["seratus_hari"])
        assert pages["seratus_hari"][0] == "seratus_hari"


def test_promises_stand_on_the_page_of_the_meeting(met: World, asked: Ask, view: View) -> None:
    pack = packs.pack("jpt", asked, view, pejabat=[orang.ids(met)["C"]])
    [page] = [slide for slide in pack.slides if isinstance(slide, Slide) and slide.columns]
    [told] = [figure.chart for figure in page.figures if figure.id == "pejabat.hal"]
    assert isinstance(told, Prose)
    waited = "45,00 % s.d. 31 Mei 2026" if view.lang == "id" else "45.00 % by 31 May 2026"
    assert waited in told.paragraphs[1]
    assert {"jpt.janji", "jpt.tindak"} <= {figure.id for figure in pack.sheets}


@pytest.mark.parametrize("kind", ["jpt", "seratus_hari"])
def test_every_called_official_has_a_paper_in_the_zip(met: World, asked: Ask, view: View, kind: str) -> None:
    every = packs.pack(kind, asked, view).officials
    papers = [name for name in names(Order(kind, view), asked) if name.startswith("pejabat/")]
    assert len(papers) == len(every) and len(set(papers)) == len(papers)
    one = orang.ids(met)["F"]
    called = packs.pack(kind, asked, view, pejabat=[one]).officials
    papers = [name for name in names(Order(kind, view, pejabat=(one,)), asked) if name.startswith("pejabat/")]
    assert len(papers) == len(called) and (
        kind == "seratus_hari" or papers == ["pejabat/01-kepala-dinas-kesehatan.pdf"]
    )


def test_kinds_that_call_opd_have_no_papers_of_officials(asked: Ask, view: View) -> None:
    for kind in ("tepra", "opd", "setda"):
        assert not [n for n in names(Order(kind, view, opd=("DINKES",)), asked) if n.startswith("pejabat/")], kind


def test_who_the_reader_may_not_see_has_no_paper(met: World, view: View) -> None:
    ask = Ask("uji-panggilan-satu", met, Scope(opd=("DINKES",)), view.lang)
    ids = orang.ids(met)
    assert packs.official(ask, view, ids["B"]) is None and packs.official(ask, view, ids["F"]) is not None


def test_officials_are_named_only_to_kinds_that_call_them() -> None:
    known("jpt", ["P000000000000"], tuple(packs.KINDS))
    with pytest.raises(Misuse):
        known("tepra", ["P000000000000"], tuple(packs.KINDS))


@pytest.mark.parametrize("people_named", [False, True])
def test_a_paper_names_nobody_unasked(met: World, view: View, tmp_path: Path, people_named: bool) -> None:
    ask = Ask(f"uji-panggilan-{people_named}", met, Scope(names=people_named), view.lang)
    shown = replace(view, per=date(2026, 4, 30))
    order = Order("jpt", shown, pejabat=(orang.ids(met)["C"],), rapat=None)
    for piece in bundle.pieces(order, ask, BRAND, MOMENT):
        if not piece.name.startswith("pejabat/"):
            continue
        found = parts("document", piece.make(), tmp_path)
        assert bool(named(found)) is people_named
        assert any(text("ekspor.terbatas", view.lang) in part for part in found) is people_named


def test_earlier_actions_of_the_kind_come_first_and_lines_to_fill_last(lang: Lang) -> None:
    rows: dict[str, Any] = rapatan.rows()
    made = World(
        rows
        | {
            "rapat": [
                *rows["rapat"],
                rapat("J1", "2026-02-20", jenis="evaluasi JPT"),
                rapat("J2", "2026-04-30", jenis="evaluasi JPT"),
            ],
            "tindak_lanjut": [
                *rows["tindak_lanjut"],
                tindak("JA", "J1", "DISDIK", "2026-03-20"),
                tindak("JB", "J2", "DISDIK", "2026-06-20"),
            ],
        }
    )
    made.run("create table raw.build as select 'uji-panggilan' as build")
    ask, view = Ask("uji-panggilan-jpt", made, Scope(), lang), View(2026, 4, lang=lang)
    pack = packs.pack("jpt", ask, view)
    ids = [figure.id for slide in pack.slides if isinstance(slide, Slide) for figure in slide.figures]
    assert ids[0] == "rapat.tindak_lanjut" and ids.index("rapat.keputusan") + 1 == ids.index("lampiran.cakupan")
    [left] = [figure for figure in pack.figures if figure.id == "rapat.tindak_lanjut"]
    assert "Kerjakan JA" in str(left.table.rows) and len(left.table.rows) == 1


def test_the_zip_holds_the_papers_as_they_are_named(met: World, asked: Ask, view: View) -> None:
    order = Order("jpt", view, pejabat=(orang.ids(met)["F"],))
    content = bundle.bundle(order, asked, BRAND, made_at=MOMENT)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.read("pejabat/01-kepala-dinas-kesehatan.pdf").startswith(b"%PDF")
