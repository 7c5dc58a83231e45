"""Targets, agreements and the hundred days as pages say them: true to the rows, nobody named, nothing from later on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Cards, Figure, Lang, Quadrant, Ranking, Tree, Trend
from dashboard.query import Ask
from dashboard.topics import indikator, kinerja_pk, pejabat, profil_opd, ringkasan, seratus_hari, target
from dashboard.view import View
from tests.models.world import World
from tests.topics import orang, sasaran


@pytest.fixture(scope="module")
def promised() -> World:
    """The small pemda with its promises, built once."""
    return sasaran.build()


@pytest.fixture
def asked(promised: World, lang: Lang) -> Ask:
    """Questions to it by a reader to whom nobody is named."""
    return Ask("uji-sasaran", promised, Scope(opd=("*",)), lang)


def one(found: Sequence[Figure], name: str) -> Figure:
    [figure] = [figure for figure in found if figure.id == name]
    return figure


def column(figure: Figure, name: str) -> list[object]:
    at = [c.id for c in figure.table.columns].index(name)
    return [row[at] for row in figure.table.rows]


@pytest.mark.parametrize(
    ("month", "wanted"), [(1, (2025, 4)), (2, (2025, 4)), (3, (2026, 1)), (4, (2026, 1)), (12, (2026, 4))]
)
def test_a_month_answers_for_the_last_quarter_that_has_ended(month: int, wanted: tuple[int, int]) -> None:
    when = indikator.quarter(View(2026, month))
    assert (when.tahun, when.nomor) == wanted


def test_the_tree_names_every_level_once_and_every_indicator_with_its_number(asked: Ask, view: View) -> None:
    figure = one(target.figures(asked, view), "target.pohon")
    assert isinstance(figure.chart, Tree)
    heads = [(n.label, n.level) for n in figure.chart.nodes if not n.leaf]
    assert heads == [
        ("Misi 1: Manusia unggul", 0), ("Layanan dasar merata", 1), ("Misi 2: Birokrasi bersih", 0),
    ]  # fmt: skip
    leaves = {n.label: (n.value, n.status) for n in figure.chart.nodes if n.leaf}
    assert leaves == {
        "Indeks kesehatan contoh": (Decimal("99.73"), "hijau"),
        "Persentase penduduk miskin contoh": (Decimal("80.00"), "kuning"),  # (2 × 10 − 12) / 10
        "Opini <b>BPK</b>": (Decimal("100.00"), "hijau"),
        "Nilai pelayanan contoh": (Decimal("87.50"), "kuning"),  # 70 / 80, the nearer edge
        "Inovasi yang dicatat": (None, None),  # a trial entry is no achievement
    }
    assert figure.provenance.rule and "capaian@" in figure.provenance.rule


def test_the_mean_says_how_many_it_rests_on(asked: Ask, view: View) -> None:
    figure = one(target.figures(asked, view), "target.kartu")
    assert isinstance(figure.chart, Cards)
    mean = figure.chart.cards[2]
    # (99.730094… + 80 + 100 + 87.5) / 4
    assert mean.value == Decimal("91.81") and mean.note and "4" in mean.note and "5" in mean.note


def test_every_indicator_says_how_it_was_computed(asked: Ask, view: View) -> None:
    for found in indikator.found(asked, view):
        said = indikator.computed(found, view.lang)
        assert said.endswith(".") and "{" not in said
        assert (found.capaian is None) == (("tidak dihitung" in said) or ("No attainment" in said))


def test_an_indicator_opens_with_its_trend_its_contributors_and_the_way_up(asked: Ask, view: View) -> None:
    found = target.figures(asked, replace(view, indikator="DK-3"))
    card = one(found, "target.satu")
    assert [link.params for _, link in card.trail] == [
        (), (("indikator", "IKU-1"),), (("indikator", "DK-1"),), (("opd", "DINKES"),),
    ]  # fmt: skip
    regional = target.figures(asked, replace(view, indikator="IKU-1"))
    parts = one(regional, "target.sumbangan")
    assert isinstance(parts.chart, Ranking)
    assert [dot.value for dot in parts.chart.dots] == [Decimal("50.00"), Decimal("97.78"), Decimal("100.00"), None]
    assert column(parts, "opd")[0] == "Dinas Pendidikan dan Kebudayaan" and "Dinas Pendidikan" in parts.title
    line = one(regional, "target.perjalanan").chart
    assert isinstance(line, Trend)
    assert [series.values for series in line.series] == [
        (Decimal("74.1"), Decimal("74.5")), (Decimal("73.9"), None),
    ]  # fmt: skip


def test_a_code_nobody_knows_says_so_and_leads_back(asked: Ask, view: View) -> None:
    [figure] = target.figures(asked, replace(view, indikator="ENTAH"))
    assert figure.empty and "ENTAH" in figure.empty and figure.trail[0][1].page == "target"


def test_a_region_without_targets_says_what_to_import(people_ask: Ask, view: View) -> None:
    figures = [*target.figures(people_ask, view), *seratus_hari.figures(people_ask, view)]
    assert all(figure.empty and "03_kinerja.xlsx" in figure.empty for figure in figures)
    assert one(kinerja_pk.figures(people_ask, view), "kinerja.pk").empty


def test_the_quadrant_names_who_is_not_plotted_and_why(asked: Ask, view: View) -> None:
    figure = one(kinerja_pk.figures(asked, view), "kinerja.kuadran")
    assert isinstance(figure.chart, Quadrant)
    assert {p.key for p in figure.chart.points} == {"DINKES", "DISDIK", "PUPR"}
    assert len(figure.chart.excluded) == 3 and all(why for _, why in figure.chart.excluded)
    assert len(figure.table.rows) == 6
    assert (figure.chart.x_split, figure.chart.y_split) == (90, 95)  # where the two profiles turn green


def test_leaks_stand_with_their_numbers_and_people_are_only_counted(asked: Ask, view: View, promised: World) -> None:
    figure = one(kinerja_pk.figures(asked, view), "kinerja.bocor")
    kinds = {"daerah_tanpa_pk": 3, "tanpa_anak": 2, "skp_yatim": 1}
    assert len(figure.table.rows) == sum(kinds.values())  # DK-3 is another thing than DK-1: its 90 says nothing
    assert set(column(figure, "pejabat")) == {None}
    named = Ask("uji-sasaran", promised, Scope(names=True), view.lang)
    assert orang.NAMES["B"] in " ".join(
        map(str, column(one(kinerja_pk.figures(named, view), "kinerja.bocor"), "pejabat"))
    )


def test_nobody_is_named_unasked(asked: Ask, view: View, promised: World) -> None:
    ids = orang.ids(promised)
    found = [
        *target.figures(asked, view), *target.figures(asked, replace(view, indikator="IKU-1")),
        *kinerja_pk.figures(asked, view), *seratus_hari.figures(asked, view),
        *pejabat.figures(asked, replace(view, pejabat=ids["B"])),
        *profil_opd.figures(asked, replace(view, opd="DISDIK")),
    ]  # fmt: skip
    for figure in found:
        assert not [name for name in (*orang.NAMES.values(), *orang.NIPS.values()) if name in repr(figure)], figure.id


def test_a_hundred_days_stand_against_the_clock(asked: Ask, view: View) -> None:
    found = seratus_hari.figures(asked, view)
    clock = one(found, "seratus_hari.jam")
    # inaugurated 5 March, looked at on 30 April: day 56; (60 + 20 + 100 + 10 + 5) / 5 reported of 6
    assert (column(clock, "hari"), column(clock, "kemajuan")) == ([56], [Decimal("39.00")])
    assert (column(clock, "dilaporkan"), column(clock, "n"), column(clock, "sendiri")) == (
        [5],
        [6],
        [Decimal("-21.28")],
    )
    [remark] = column(clock, "catatan")
    assert remark and "2" in str(remark)  # two innovations, one is allowed


def test_an_earlier_month_knows_nothing_of_later_progress(asked: Ask, view: View) -> None:
    march = one(seratus_hari.figures(asked, replace(view, bulan=3)), "seratus_hari.putusan")
    assert set(column(march, "kemajuan")) == {None} and len(march.table.rows) == 6
    assert one(seratus_hari.figures(asked, replace(view, bulan=2)), "seratus_hari.kartu").empty


def test_an_official_sees_the_posts_agreement_the_promises_and_the_teams(
    asked: Ask, view: View, promised: World
) -> None:
    found = pejabat.figures(asked, replace(view, pejabat=orang.ids(promised)["B"]))
    assert column(one(found, "pejabat.pk"), "capaian") == [Decimal("50.00")]
    assert len(one(found, "pejabat.seratus").table.rows) == 6
    assert one(found, "pejabat.seratus").table.links == ()  # they would lead to the page they stand on
    assert len(one(found, "pejabat.tim").table.rows) == 1
    served = pejabat.figures(asked, replace(view, pejabat=orang.ids(promised)["F"]))
    assert column(one(served, "pejabat.layanan"), "misi") == ["Misi 1: Manusia unggul"]


def test_the_profile_lists_every_level_and_the_summary_counts_the_red(asked: Ask, view: View) -> None:
    figure = one(profil_opd.figures(asked, replace(view, opd="DINKES")), "profil_opd.pk")
    assert column(figure, "tingkat") == ["II", "II", "III"]
    cards = one(ringkasan.figures(asked, view), "ringkasan.kartu").chart
    assert isinstance(cards, Cards)
    told = [card.value for card in cards.cards if card.note and ("TW I " in card.note or "Q1" in card.note)]
    assert told[:1] == [0]  # two are amber, none is red


def test_a_reader_of_one_opd_sees_its_agreements_and_the_regions_targets_only(promised: World, view: View) -> None:
    own = Ask("uji-sasaran", promised, Scope(opd=("DINKES",)), view.lang)
    seen = {found.kode for found in indikator.found(own, view)}
    assert seen == {"IKU-1", "IKU-2", "IKU-3", "IKU-4", "IKU-5", "DK-1", "DK-2", "DK-3"}
    assert seratus_hari.figures(own, view)[0].empty
    parts = one(target.figures(own, replace(view, indikator="IKU-1")), "target.sumbangan")
    assert {str(name) for name in column(parts, "opd")} == {"Dinas Kesehatan"}


@pytest.mark.parametrize(
    ("written", "read"),
    [("4,65", "4.65"), ("1.250,5", "1,250.5"), ("10,5 - 12,5", "10.5 - 12.5"), ("WTP", "WTP"), ("2026", "2026")],
)
def test_a_written_number_has_the_marks_of_the_language(written: str, read: str) -> None:
    assert indikator.said(written, "en") == read
    assert indikator.said(written, "id") == written
