"""What figures about people say, kept as text like those about money; nobody is named in them."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Figure, Lang
from dashboard.query import Ask
from dashboard.topics import aturan, kinerja, kinerja_pk, pejabat, peringkat, profil_opd, rotasi, seratus_hari, target
from dashboard.view import View
from tests.figures import staf
from tests.figures.test_golden import GOLDEN, _written
from tests.models.world import World
from tests.topics import orang, sasaran

KEPT = {
    "pejabat.ringkas", "pejabat.kepala", "pejabat.kartu", "pejabat.karier", "pejabat.masa", "rotasi.garis_waktu",
    "rotasi.plt", "rotasi.rantai", "rotasi.arus", "rotasi.lama", "profil_opd.masa",
}  # fmt: skip
STAFF = {
    f"kinerja.{name}"
    for name in (
        "kartu", "predikat", "tahun", "konsistensi", "pola", "kepala", "matriks", "indikator", "sebab", "diklat",
        "disiplin", "ip_asn", "angka_kredit", "pk",
    )
}  # fmt: skip


def _figures(ask: Ask, view: View, people: World) -> dict[str, Figure]:
    found = [*pejabat.figures(ask, view), *rotasi.figures(ask, view)]
    found += pejabat.figures(ask, replace(view, pejabat=orang.ids(people)["B"]))
    found += profil_opd.figures(ask, replace(view, opd="DISDIK"))
    return {figure.id: figure for figure in found if figure.id in KEPT}


PROMISES = {
    "target.kartu", "target.pohon", "target.tim", "target.satu", "target.sumbangan", "target.perjalanan", "kinerja.pk",
    "kinerja.kuadran", "kinerja.bocor", "seratus_hari.jam", "seratus_hari.putusan",
}  # fmt: skip


# what rules say of the small pemda: every sentence of its OPD and of one of its officials
ASKED = {
    "profil_opd.pertanyaan", "pejabat.pertanyaan", "peringkat.peringatan", "peringkat.peringatan_opd",
    "aturan.pertanyaan",
}  # fmt: skip


@pytest.fixture(scope="module")
def staff() -> World:
    """The small pemda with the SKP of its people, built once."""
    return staf.build()


def _kept(name: str, figure: Figure, lang: Lang) -> None:
    written = _written(figure, lang)
    assert [who for who in (*orang.NAMES.values(), "Contoh Staf") if who in written] == []
    path = GOLDEN / f"{name}.{lang}.json"
    if os.environ.get("RAPORDA_UPDATE_GOLDEN"):
        path.write_text(written, encoding="utf-8")
    assert path.is_file(), "no golden text yet: run once with RAPORDA_UPDATE_GOLDEN=1 and read it"
    assert written == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(KEPT))
def test_a_figure_of_people_says_what_it_said(
    people_ask: Ask, view: View, people: World, lang: Lang, name: str
) -> None:
    _kept(name, _figures(people_ask, view, people)[name], lang)


@pytest.mark.parametrize("name", sorted(STAFF))
def test_a_figure_of_performance_says_what_it_said(staff: World, view: View, lang: Lang, name: str) -> None:
    found = kinerja.figures(Ask("uji-staf", staff, Scope(), lang), replace(view, skp="2025"))
    assert {figure.id for figure in found} == STAFF
    _kept(name, next(figure for figure in found if figure.id == name), lang)


@pytest.fixture(scope="module")
def promised() -> World:
    """The small pemda with its promises, built once."""
    return sasaran.build()


@pytest.mark.parametrize("name", sorted(PROMISES))
def test_a_figure_of_targets_says_what_it_said(promised: World, view: View, lang: Lang, name: str) -> None:
    ask = Ask("uji-sasaran", promised, Scope(), lang)
    found = [*target.figures(ask, view), *target.figures(ask, replace(view, indikator="IKU-1"))]
    found += [*kinerja_pk.figures(ask, view), *seratus_hari.figures(ask, view)]
    _kept(f"janji.{name}", next(figure for figure in found if figure.id == name), lang)


@pytest.mark.parametrize("name", sorted(ASKED))
def test_a_figure_of_questions_says_what_it_said(promised: World, view: View, lang: Lang, name: str) -> None:
    ask = Ask("uji-sasaran", promised, Scope(), lang)
    found = [*peringkat.figures(ask, view), *aturan.figures(ask, view)]
    found += profil_opd.figures(ask, replace(view, opd="DISDIK"))
    found += pejabat.figures(ask, replace(view, pejabat=orang.ids(promised)["B"]))
    _kept(f"janji.{name}", next(figure for figure in found if figure.id == name), lang)
