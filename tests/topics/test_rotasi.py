"""Rotation of the small pemda: the timeline, the clock of acting officials, chains, tenure, and what is never said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dashboard.access import Scope
from dashboard.figures.figure import Bars, Distribution, Flow, Lang, Ranking, Timeline
from dashboard.query import Ask
from dashboard.topics import rotasi
from dashboard.topics.rotasi_masa import back
from dashboard.topics.rotasi_rantai import followed
from dashboard.view import View
from tests.models.world import World
from tests.topics import orang
from tests.topics.test_pejabat import rows
from tests.topics.test_topics import by_id, column

VERDICTS = ("melanggar", "pelanggaran", "violat", "bersalah", "penyebab", "karena kepala", "because of the head")


def test_the_timeline_has_a_lane_for_each_head_seat_to_the_last_day(people_ask: Ask, view: View) -> None:
    chart = by_id(rotasi.figures(people_ask, view))["rotasi.garis_waktu"].chart
    assert isinstance(chart, Timeline)
    assert chart.end == date(2026, 5, 1)
    assert [lane.spans[-1].held for lane in chart.lanes] == ["plt", "plt", "definitif", "definitif", "definitif"]
    for lane in chart.lanes:
        assert lane.spans[-1].end == chart.end
        assert all(a.end <= b.start for a, b in zip(lane.spans, lane.spans[1:], strict=False))


def test_spans_that_need_approval_are_named_bands_with_their_rule(view: View, lang: Lang) -> None:
    election = {"penetapan": date(2024, 9, 22), "akhir_masa": date(2025, 2, 19), "pelantikan": date(2025, 2, 20)}
    ask = Ask("uji-larangan", World({**orang.rows(), "pilkada": [election]}), Scope(), lang)
    figure = by_id(rotasi.figures(ask, view))["rotasi.garis_waktu"]
    assert isinstance(figure.chart, Timeline)
    assert [(band.mark, band.start, band.end) for band in figure.chart.bands] == [
        ("A", date(2024, 3, 22), date(2025, 2, 20)), ("B", date(2025, 2, 20), date(2025, 8, 20)),
    ]  # fmt: skip
    for band in figure.chart.bands:
        (note,) = (note for note in figure.notes if band.label in note)
        assert "UU 10/2016" in note and "[C2]" in note and f" {band.mark} " in note
        assert band.label in figure.alt
    earlier = by_id(rotasi.figures(ask, replace(view, tahun=2023)))["rotasi.garis_waktu"]
    assert isinstance(earlier.chart, Timeline) and earlier.chart.bands == ()
    assert not any("UU 10/2016" in note for note in earlier.notes)


def test_the_clock_sets_each_acting_term_beside_its_own_limits(people_ask: Ask, view: View) -> None:
    figure = by_id(rotasi.figures(people_ask, view))["rotasi.plt"]
    assert isinstance(figure.chart, Ranking)
    first, second = figure.chart.dots
    assert (first.value, first.before, first.target, first.status) == (227, 91, 181, "merah")  # 15 September to March
    assert (second.value, second.status) == (59, "hijau")
    assert column(figure, "definitif") == ["Sekretaris Badan", None]


def test_attention_comes_with_the_rule_behind_each_kind(people_ask: Ask, view: View) -> None:
    found = by_id(rotasi.figures(people_ask, view))
    kinds = [str(kind) for kind in column(found["rotasi.dasar"], "hal")]
    said = [str(one) for one in column(found["rotasi.perhatian"], "hal")]  # a kind, some with the day it ends
    assert {next(kind for kind in kinds if one.startswith(kind)) for one in said} == set(kinds)
    assert all(column(found["rotasi.dasar"], "dasar"))
    assert sum(int(str(n)) for n in column(found["rotasi.dasar"], "n")) == len(found["rotasi.perhatian"].table.rows)


def test_nothing_is_a_verdict_or_a_cause(people_ask: Ask, view: View) -> None:
    said = str(rotasi.figures(people_ask, view)).lower()
    assert [word for word in VERDICTS if word in said] == []
    results = by_id(rotasi.figures(people_ask, view))["rotasi.hasil_cara"]
    assert any("bukan sebab" in note or "not a cause" in note for note in results.notes)


def test_a_chain_names_who_left_who_took_and_what_is_still_open(people_ask: Ask, view: View, people: World) -> None:
    figure = by_id(rotasi.figures(people_ask, view))["rotasi.rantai"]
    assert isinstance(figure.chart, Flow) and figure.chart.chained
    people_of = {v: k for k, v in orang.ids(people).items()}
    assert [people_of[dict(link.params)["pejabat"]] for link in figure.table.links if link] == ["A", "B", "C"]
    assert [row["jeda_hari"] for row in rows(figure)] == [0, 0, 59]  # to the end of the month that is looked at
    taken = [stream.target for stream in figure.chart.streams]
    left = [stream.source for stream in figure.chart.streams]
    assert left[:2] == taken[1:]
    assert taken[0] == "Widyaiswara Ahli Utama"  # a post outside every OPD that we know


def test_a_seat_filled_after_the_month_is_open_in_it(people_ask: Ask, view: View) -> None:
    figure = by_id(rotasi.figures(people_ask, replace(view, bulan=3)))["rotasi.rantai"]
    assert rows(figure)[-1]["jeda_hari"] == 29


def test_an_inauguration_opens_by_its_name(people_ask: Ask, view: View) -> None:
    found = by_id(rotasi.figures(people_ask, view))["rotasi.pelantikan"]
    link = found.table.links[-1]
    assert link is not None
    opened = by_id(rotasi.figures(people_ask, replace(view, pelantikan=dict(link.params)["pelantikan"])))
    assert len(opened["rotasi.rantai"].table.rows) == 1
    assert "2021" in opened["rotasi.rantai"].title


def test_flows_and_turnover_count_the_same_moves(people_ask: Ask, view: View) -> None:
    found = by_id(rotasi.figures(people_ask, view))
    assert column(found["rotasi.arus"], "n") == [1, 1]
    chart = found["rotasi.perputaran"].chart
    assert isinstance(chart, Bars)
    this_year = sum(int(series.values[-1] or 0) for series in chart.series)  # type: ignore[arg-type]
    assert this_year == sum(int(str(row["2026"])) for row in rows(found["rotasi.perputaran"])) == 3


def test_groups_under_five_are_counted_and_not_shown(people_ask: Ask, view: View) -> None:
    found = by_id(rotasi.figures(people_ask, view))
    for name in ("rotasi.lama", "rotasi.hasil_cara"):
        chart = found[name].chart
        assert isinstance(chart, Distribution)
        assert all(group.median is None and group.lower is None and group.note for group in chart.groups)
    lama = found["rotasi.lama"].chart
    assert isinstance(lama, Distribution)
    assert [mark for mark, _ in lama.marks] == [730, 1826]  # 24 and 60 calendar months back from 30 April 2026


def move(at: int, left: str | None, took: str | None) -> dict[str, Any]:
    return {"langkah": at, "dari_kode_jabatan": left, "ke_kode_jabatan": took}


@given(st.permutations(range(5)))
def test_a_chain_is_followed_whatever_the_order_of_its_steps(order: list[int]) -> None:
    seats = ["X", "A", "B", "C", "D", None]
    moves = [move(n + 1, seats[n + 1], seats[n]) for n in range(5)]
    assert [row["langkah"] for row in followed([moves[n] for n in order])] == [1, 2, 3, 4, 5]


def test_a_circle_is_followed_once_around() -> None:
    circle = [move(1, "A", "B"), move(2, "C", "D"), move(3, "B", "C"), move(4, "D", "A")]
    seen = [(row["dari_kode_jabatan"], row["ke_kode_jabatan"]) for row in followed(circle)]
    assert seen == [("A", "B"), ("D", "A"), ("C", "D"), ("B", "C")]


@given(st.dates(date(2000, 3, 1), date(2090, 1, 1)), st.integers(0, 80))
def test_months_back_never_leave_the_month_they_reach(day: date, months: int) -> None:
    reached = back(day, months)
    assert (day.year * 12 + day.month) - (reached.year * 12 + reached.month) == months
    assert reached.day <= day.day
