"""Leading questions and early warnings of the small pemda: what is asked, where it leads, and nobody named."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from dashboard.access import Scope
from dashboard.export import meetings
from dashboard.export.deck import Slide
from dashboard.export.pack import Called
from dashboard.figures.figure import Figure, Lang, Priorities
from dashboard.query import Ask
from dashboard.screens import data, pages
from dashboard.topics import (
    aturan_kata,
    ditanya,
    peringatan,
    peringkat,
    pertanyaan,
    pertanyaan_pejabat,
    profil_opd,
)  # fmt: skip
from dashboard.topics.papan import papan
from dashboard.topics.pertanyaan import Question
from dashboard.view import View
from pipelines.aturan_pertanyaan import built_in
from tests.models.world import World
from tests.topics import orang, sasaran, world

EVERYONE = ("DINKES", "DISDIK", "PUPR", "BPBD", "KOMINFO", world.PROVISIONAL)
ID = View(world.YEAR, world.MONTH)


@pytest.fixture(scope="module")
def promised() -> World:
    return sasaran.build()


@pytest.fixture
def promised_ask(promised: World, lang: Lang) -> Ask:
    return Ask("uji-tanya", promised, Scope(), lang)


def by_rule(found: list[Question]) -> dict[str, Question]:
    return {one.rule_id.partition("@")[0]: one for one in found}


def figure(found: list[Figure], id: str) -> Figure:
    return next(one for one in found if one.id == id)


# ---- questions --------------------------------------------------------------------------------------------------


ASKED = {
    "DINKES": ["selisih-kontrol", "pk-belum"],
    "DISDIK": ["tertinggal", "makin-tertinggal", "sub-penahan", "masa-sendiri", "pk-belum", "seratus-tertinggal"],
    "PUPR": ["sub-penahan", "masa-sendiri", "fisik-mendahului"],
    "BPBD": ["pagu-lewat", "tanpa-indikator", "plt-lewat"],
    "KOMINFO": ["belum-lapor"],
    world.PROVISIONAL: ["tertinggal", "makin-tertinggal", "turun-ke-merah", "serapan-tanpa-rak", "tanpa-indikator"],
}


@pytest.mark.parametrize("kode", ASKED)
def test_which_rules_ask_each_opd_of_the_small_pemda(promised_ask: Ask, view: View, kode: str) -> None:
    assert list(by_rule(pertanyaan.pertanyaan(promised_ask, view, kode))) == ASKED[kode]


def test_a_question_as_a_speaker_reads_it(promised: World) -> None:
    ask = Ask("uji-tanya", promised, Scope(), "id")
    assert pertanyaan.pertanyaan(ask, ID, "DISDIK")[0].spoken == (
        "Serapan 9,92 % dari target 46,40 %, tertinggal 36,48 poin, sisa Rp2,25 M — apa langkah 30 hari ke depan?"
    )


def test_the_gravest_question_comes_first_and_leads_to_its_evidence(promised_ask: Ask, view: View) -> None:
    found = pertanyaan.pertanyaan(promised_ask, view, "DISDIK")
    rules = [one.rule_id.partition("@")[0] for one in found]
    assert rules[:3] == ["tertinggal", "makin-tertinggal", "sub-penahan"]
    sub = by_rule(found)["sub-penahan"]
    assert sub.link.page == "profil_opd"
    assert dict(sub.link.params) == {"opd": "DISDIK", "bagian": "keadaan", "sub": "1.01.02.2.01.0003"}
    assert "Rehabilitasi Sedang/Berat Ruang Kelas" in sub.sentence
    assert ("30 hari" if view.lang == "id" else "30 days") in found[0].question
    assert found[0].since == ("Januari 2026" if view.lang == "id" else "January 2026")
    assert found[0].basis.endswith("(tertinggal@2000-01-01)")


def test_every_link_opens_a_page_that_is_registered(promised_ask: Ask, view: View) -> None:
    topics = {topic.name: {part for part, _ in topic.parts} for topic in pages.TOPICS}
    topics["data_mutu"] = set(data.PARTS)
    for kode in EVERYONE:
        for one in pertanyaan.pertanyaan(promised_ask, view, kode):
            params = dict(one.link.params)
            assert params.pop("bagian", None) in {None, *topics[one.link.page]}
            assert all(params.values())


def test_nobody_asks_anything_of_an_opd_that_is_not_there(promised_ask: Ask, view: View) -> None:
    assert pertanyaan.pertanyaan(promised_ask, view, "TIDAK-ADA") == []


def test_the_profile_shows_five_and_its_table_all(promised_ask: Ask, view: View) -> None:
    shown = figure(profil_opd.figures(promised_ask, replace(view, opd="DISDIK")), "profil_opd.pertanyaan")
    found = pertanyaan.pertanyaan(promised_ask, view, "DISDIK")
    assert isinstance(shown.chart, Priorities)
    assert len(shown.chart.items) == min(len(found), pertanyaan.MOST)
    assert len(shown.table.rows) == len(found)
    assert shown.chart.items[0].link == found[0].link
    assert shown.table.links == tuple(one.link for one in found)


def test_where_no_rule_asks_the_figure_says_so(promised_ask: Ask, view: View) -> None:
    unit = next(one for one in papan(promised_ask, view) if one.kode == "DINKES")
    calm = pertanyaan.drawn("x.y", [], promised_ask, view, name=unit.nama, sources=("realisasi",))
    assert calm.empty
    assert unit.nama in calm.title


def test_a_question_does_not_change_with_the_group_that_is_looked_at(promised_ask: Ask, view: View) -> None:
    group = replace(view, kelompok="asisten-2")
    assert pertanyaan.pertanyaan(promised_ask, group, "DISDIK") == pertanyaan.pertanyaan(promised_ask, view, "DISDIK")


def test_nobody_is_named_to_who_may_not_see_names(promised_ask: Ask, view: View) -> None:
    told = " ".join(
        one.spoken
        for kode in EVERYONE
        for one in pertanyaan.pertanyaan(promised_ask, view, kode)
    )  # fmt: skip
    assert not [name for name in orang.NAMES.values() if name in told]


def test_a_reader_of_one_opd_is_asked_about_that_one_only(promised: World, view: View) -> None:
    ask = Ask("uji-tanya-satu", promised, Scope(opd=("DISDIK",)), view.lang)
    assert pertanyaan.pertanyaan(ask, view, "DISDIK")
    assert pertanyaan.pertanyaan(ask, view, "PUPR") == []


# ---- officials --------------------------------------------------------------------------------------------------


def test_an_official_is_asked_about_the_seat_and_the_opd(promised: World, promised_ask: Ask, view: View) -> None:
    who = orang.ids(promised)
    found = by_rule(pertanyaan_pejabat.of_official(promised_ask, view, who["B"]))
    assert "tertinggal" in found
    assert "seratus-tertinggal" in found
    assert found["seratus-tertinggal"].link.page == "seratus_hari"
    assert pertanyaan_pejabat.of_official(promised_ask, view, who["A"]) == []  # teaches now


def test_acting_beyond_the_limit_is_asked_of_who_acts(promised: World, promised_ask: Ask, view: View) -> None:
    who = orang.ids(promised)
    found = by_rule(pertanyaan_pejabat.of_official(promised_ask, view, who["E"]))
    assert "plt-sendiri-lewat" in found
    assert "Badan Penanggulangan Bencana" in found["plt-sendiri-lewat"].sentence


# ---- warnings ---------------------------------------------------------------------------------------------------


def test_each_warning_has_its_reason_and_its_rule(promised_ask: Ask, view: View) -> None:
    kinds, rows = peringatan.figures(promised_ask, view, papan(promised_ask, view))
    at = {column.id: i for i, column in enumerate(rows.table.columns)}
    told = {(row[at["kode"]], str(row[at["id"]]).partition("@")[0]) for row in rows.table.rows}
    assert told == {
        ("PUPR", "fisik-mendahului"), ("KOMINFO", "belum-lapor"), ("BPBD", "plt-lewat"),
        ("BPBD", "tanpa-indikator"), (world.PROVISIONAL, "serapan-tanpa-rak"), (world.PROVISIONAL, "tanpa-indikator"),
        *((kode, "makin-tertinggal") for kode in ("DISDIK", world.PROVISIONAL)), (world.PROVISIONAL, "turun-ke-merah"),
    }  # fmt: skip
    assert all(row[at["alasan"]] for row in rows.table.rows)
    n = {column.id: i for i, column in enumerate(kinds.table.columns)}["n"]
    assert sum(int(str(row[n])) for row in kinds.table.rows) == len(rows.table.rows)


def test_who_has_most_warnings_stands_first(promised_ask: Ask, view: View) -> None:
    found = peringatan.warned(promised_ask, view, papan(promised_ask, view))
    counts = [len(one.found) for one in found]
    assert counts == sorted(counts, reverse=True)


def test_the_order_of_the_opd_changes_nothing(promised_ask: Ask, view: View) -> None:
    units = papan(promised_ask, view)
    said = [(one.unit.kode, [w.rule.kunci for w in one.found]) for one in peringatan.warned(promised_ask, view, units)]
    for seed in range(5):
        mixed = random.Random(seed).sample(units, len(units))
        again = peringatan.warned(promised_ask, view, mixed)
        assert [(one.unit.kode, [w.rule.kunci for w in one.found]) for one in again] == said


def test_the_page_makes_each_part_by_itself(promised_ask: Ask, view: View) -> None:
    topic = next(topic for topic in pages.TOPICS if topic.name == "peringkat")
    assert list(peringkat.PARTS) == [part for part, _ in topic.parts]
    for part, make in peringkat.PARTS.items():
        found = make(promised_ask, view)
        assert topic.of(part, found) == found, part
    assert all(make(promised_ask, replace(view, tahun=2019)) for make in peringkat.PARTS.values())


# ---- rules and material -----------------------------------------------------------------------------------------


def test_every_rule_stands_on_the_page_of_rules_in_words(promised_ask: Ask, view: View) -> None:
    shown = aturan_kata.figure(promised_ask, view)
    at = {column.id: i for i, column in enumerate(shown.table.columns)}
    assert {str(row[at["id"]]).partition("@")[0] for row in shown.table.rows} == {
        key.replace("_", "-") for key in built_in()
    }
    for row in shown.table.rows:
        words = " ".join(str(cell) for cell in row)
        assert "{" not in words
        assert all(row[at[name]] for name in ("nama", "jenis", "bila", "kalimat", "dasar", "tag"))


def test_a_rule_in_words(promised: World) -> None:
    ask = Ask("uji-tanya", promised, Scope(), "id")
    every = aturan_kata.every(ask, ID)
    said = {one.kunci: aturan_kata.when(one, every, "id") for one in every}
    assert said["tertinggal"] == "warna rapor merah; deviasi terhadap target kurang dari 0 poin"
    assert said["merah"] == "warna rapor merah; tidak sudah disebut oleh aturan: tertinggal dari target"
    assert said["belum_lapor"] == "realisasi bulan ini dilaporkan: tidak"
    assert said["pagu_turun"].startswith("pagu kurang dari pagu murni; realisasi sekurangnya 95 % dari pagu")


def test_rules_of_a_month_before_they_were_in_force_are_silent(promised_ask: Ask) -> None:
    then = View(2019, 6, lang=promised_ask.lang)
    assert "plt_lewat" not in {one.kunci for one in ditanya.rules(promised_ask, then, "peringatan")}
    assert "plt_lewat" in {one.kunci for one in ditanya.rules(promised_ask, View(2019, 7), "peringatan")}


def test_the_speaker_is_given_the_questions(promised_ask: Ask, view: View) -> None:
    made = meetings.KINDS["opd"](promised_ask, replace(view, opd="DISDIK"), Called())
    slide = next(one for one in made.slides if isinstance(one, Slide))
    found = pertanyaan.pertanyaan(promised_ask, view, "DISDIK")
    assert slide.spoken == pertanyaan.spoken(found, view.lang)
    assert len(slide.spoken) == 1 + min(len(found), pertanyaan.MOST)
    assert found[0].rule_id in slide.spoken[1]
