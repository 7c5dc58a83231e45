"""Officials and seats of the small pemda: who holds what, what was inherited, and nobody named who may not be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Cards, Figure, Ranking, Timeline
from dashboard.figures.plotly import spec
from dashboard.query import Ask
from dashboard.screens.pages import TOPICS
from dashboard.topics import pejabat, rotasi
from dashboard.view import View, to_params
from tests.models.world import World, hari
from tests.topics import orang
from tests.topics.test_topics import by_id, column

SEATS = ("DISDIK-KEPALA", "PUPR-SEK", "TIDAK-ADA")


def everything(ask: Ask, view: View, built: World) -> Iterator[Figure]:
    """Every figure of both pages: lists, each official, seats, and those that do not exist."""
    yield from pejabat.figures(ask, view)
    yield from rotasi.figures(ask, view)
    for person in (*orang.ids(built).values(), "P000000000000"):
        yield from pejabat.figures(ask, replace(view, pejabat=person))
    for seat in SEATS:
        yield from pejabat.figures(ask, replace(view, jabatan=seat))


def rows(figure: Figure) -> list[dict[str, Any]]:
    heads = [head.id for head in figure.table.columns]
    return [dict(zip(heads, row, strict=True)) for row in figure.table.rows]


def test_every_figure_of_people_is_whole(people_ask: Ask, view: View, people: World) -> None:
    parts = {topic.name: {name for _, names in topic.parts for name in names} for topic in TOPICS}
    for figure in everything(people_ask, view, people):
        assert "{" not in figure.title + figure.alt + "".join(figure.notes), figure.id
        assert figure.alt.startswith(figure.title.rstrip(".")), figure.id
        assert all(len(row) == len(figure.table.columns) for row in figure.table.rows), figure.id
        assert not figure.table.links or len(figure.table.links) == len(figure.table.rows), figure.id
        assert bool(figure.empty) != bool(figure.table.rows), figure.id
        topic, _, name = figure.id.partition(".")
        assert name in parts[topic], figure.id  # each figure has its place on the page
        shown = spec(figure, theme="dark", lang=view.lang)
        assert shown is None or shown["data"], figure.id


def test_no_name_and_no_nip_where_people_are_not_named(people_ask: Ask, view: View, people: World) -> None:
    found = [f for f in everything(people_ask, view, people) if not f.empty]
    drawn = [spec(figure, theme="light", lang=view.lang) for figure in found]
    told = f"{found}{drawn}"
    assert [name for name in orang.NAMES.values() if name in told] == []
    assert [nip for nip in orang.NIPS.values() if nip in told] == []
    assert "3B61" in told  # a label of its own, the same on every page


def test_names_show_where_the_scope_says_so_and_the_nip_stays_masked(
    people_named: Ask, view: View, people: World
) -> None:
    told = str(list(everything(people_named, view, people)))
    assert "Contoh Bayumi, S.T." in told
    assert [nip for nip in orang.NIPS.values() if nip in told] == []
    nip = orang.NIPS["B"]
    assert f"{nip[:4]}•••••••••••{nip[-3:]}" in told


def test_heads_run_from_empty_and_acting_to_the_colour_of_their_opd(people_ask: Ask, view: View) -> None:
    figure = by_id(pejabat.figures(people_ask, view))["pejabat.kepala"]
    assert [row["warna"] for row in rows(figure)] == ["biru", "abu", "merah", "kuning", "hijau"]
    assert [str(row["keadaan"]).partition(" ")[0] for row in rows(figure)] == ["◐", "◐", "●", "●", "●"]
    assert [row["hari"] for row in rows(figure)] == [227, 59, 59, 59, 2556]


def test_inherited_and_own_add_up_and_what_nobody_reported_is_not_nil(people_ask: Ask, view: View) -> None:
    found = {row["jabatan"]: row for row in rows(by_id(pejabat.figures(people_ask, view))["pejabat.kepala"])}
    new = found["Kepala Dinas Pendidikan"]
    assert (new["warisan"], new["sendiri"]) == (Decimal("-15.20"), Decimal("-21.28"))
    silent = found["Plt Kepala Dinas Komunikasi"]
    assert (silent["warisan"], silent["sendiri"]) == (Decimal("-3.75"), None)  # last reported in February


def test_a_list_leads_to_the_official_and_an_empty_seat_to_its_history(
    people_ask: Ask, view: View, people: World
) -> None:
    found = by_id(pejabat.figures(people_ask, view))
    who = orang.ids(people)
    assert [dict(link.params)["pejabat"] for link in found["pejabat.kepala"].table.links if link] == [
        who[letter] for letter in "EDBCF"
    ]
    first = found["pejabat.jabatan"].table.links[0]
    assert first is not None and dict(first.params) == {"jabatan": "PUPR-SEK"}


def test_one_official_has_a_way_back_to_the_opd_the_seat_and_the_holder_before(
    people_ask: Ask, view: View, people: World
) -> None:
    who = orang.ids(people)
    found = by_id(pejabat.figures(people_ask, replace(view, pejabat=who["B"])))
    ways = [dict(link.params) for _, link in found["pejabat.kartu"].trail]
    assert ways == [{}, {"opd": "DISDIK"}, {"jabatan": "DISDIK-KEPALA"}, {"pejabat": who["A"]}]
    seats = [dict(link.params)["jabatan"] for link in found["pejabat.karier"].table.links if link]
    assert seats == ["DISDIK-KEPALA", "PUPR-KEPALA"]


def test_one_officials_cards_tell_what_was_found_and_the_hundredth_day(
    people_ask: Ask, view: View, people: World
) -> None:
    found = by_id(pejabat.figures(people_ask, replace(view, pejabat=orang.ids(people)["B"])))
    chart = found["pejabat.kartu"].chart
    assert isinstance(chart, Cards)
    _, days, inherited, own, hundred, skp = chart.cards
    assert (days.value, inherited.value, own.value) == (59, Decimal("-15.20"), Decimal("-21.28"))
    assert str(hundred.value).startswith("13 Jun 2026")  # day 0 is the inauguration of 5 March
    assert "2025" in str(skp.value)
    line = found["pejabat.masa"].chart
    assert isinstance(line, Ranking)
    assert [(dot.target, dot.value) for dot in line.dots] == [
        (Decimal("-15.20"), Decimal("-36.48")), (Decimal("0.00"), Decimal("-1.33"))
    ]  # fmt: skip


def test_regimes_of_skp_stand_apart_each_in_its_own_words(people_ask: Ask, view: View, people: World) -> None:
    found = by_id(pejabat.figures(people_ask, replace(view, pejabat=orang.ids(people)["B"])))
    assert [f"pejabat.skp_{r}" in found for r in ("pan6", "pp30", "pp46")] == [True] * 3
    enough = "Cukup" if view.lang == "id" else "Sufficient"
    assert column(found["pejabat.skp_pp30"], "predikat") == [enough]
    assert "nilai" not in [c.id for c in found["pejabat.skp_pan6"].table.columns]
    assert len([c for c in column(found["pejabat.skp_pan6"], "matriks") if c]) == 1


def test_a_seat_names_its_holders_and_how_long_it_was_empty(people_ask: Ask, view: View) -> None:
    (figure,) = pejabat.figures(people_ask, replace(view, jabatan="PUPR-SEK"))
    assert isinstance(figure.chart, Timeline)
    assert [lane.spans[0].held for lane in figure.chart.lanes] == ["kosong", "definitif"]
    assert [row["hari"] for row in rows(figure)] == [88, 1371]
    assert column(figure, "selesai") == [None, hari("2026-01-31")]


def test_an_earlier_month_shows_who_was_there_then(people_ask: Ask, view: View) -> None:
    found = rows(by_id(pejabat.figures(people_ask, replace(view, bulan=2)))["pejabat.kepala"])
    days = {row["jabatan"]: row["hari"] for row in found}
    assert days["Kepala Dinas Pendidikan"] == (hari("2026-02-28") - hari("2022-01-03")).days


def test_a_reader_of_one_opd_sees_its_head_and_no_other(people: World, view: View) -> None:
    ask = Ask("uji-orang", people, Scope(opd=("BPBD",)), view.lang)
    found = by_id(pejabat.figures(ask, view))
    assert column(found["pejabat.kepala"], "jabatan") == ["Plt Kepala Badan Penanggulangan Bencana"]
    other = pejabat.figures(ask, replace(view, pejabat=orang.ids(people)["F"]))
    assert [bool(figure.empty) for figure in other] == [True]


def test_a_pemda_without_histories_says_what_to_import(ask: Ask, view: View) -> None:
    for topic in (pejabat, rotasi):
        (figure,) = topic.figures(ask, view)
        assert "rw_jabatan" in str(figure.empty)
    (figure,) = pejabat.figures(ask, replace(view, pejabat="P000000000000"))
    assert figure.empty


@pytest.mark.parametrize("topic", [t for t in TOPICS if t.name in ("pejabat", "rotasi")], ids=lambda t: t.name)
def test_a_page_keeps_only_what_it_opens(topic: Any) -> None:
    opened = View(2026, 4, opd="DISDIK", pejabat="P000000000001", jabatan="X", pelantikan="Y")
    kept = set(to_params(topic.looked_at(opened))) - {"tahun", "bulan"}
    assert kept == {"pejabat": {"pejabat", "jabatan"}, "rotasi": {"pelantikan"}}[topic.name]
