"""Charts about people: bands of days, streams and spreads; what is empty, hatched or too small to be shown says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.alt import describe
from dashboard.figures.figure import (
    HELD,
    Band,
    Distribution,
    Flow,
    Group,
    Lane,
    Link,
    Span,
    Stream,
    Table,
    Timeline,
)  # fmt: skip
from dashboard.figures.flow import columns, strongest
from dashboard.figures.pen import followed, pen
from dashboard.figures.plotly import spec
from dashboard.figures.shown import cut, left_out
from dashboard.figures.timeline import fill, ticks
from dashboard.look import held
from dashboard.query import Ask
from dashboard.topics import pejabat, rotasi
from dashboard.view import View
from tests.figures.test_spec import figure, plotly

NONE = Table((), ())
START, END = date(2022, 1, 1), date(2026, 5, 1)


def lanes(*kinds: str, n: int = 1) -> tuple[Lane, ...]:
    step = (END - START) / max(1, len(kinds))
    spans = tuple(
        Span(
            START + at * step, START + (at + 1) * step, kind, f"Pejabat {at}", Link("pejabat", (("jabatan", str(at)),))
        )
        for at, kind in enumerate(kinds)
    )
    return tuple(Lane(f"Kursi {at}", spans, "243 hari") for at in range(n))


def test_each_way_of_holding_has_a_fill_of_its_own_in_both_themes() -> None:
    for theme in ("light", "dark"):
        fills = [str(fill(kind, pen(theme, "id"))) for kind in HELD]
        assert len(set(fills)) == len(HELD)
    for lang in ("id", "en"):
        assert len({held(kind, lang) for kind in HELD}) == len(HELD)


def test_a_timeline_has_one_trace_a_way_and_a_link_a_band() -> None:
    drawn = plotly(Timeline(lanes("definitif", "plt", "kosong"), START, END))
    bands = [trace for trace in drawn["data"] if trace["type"] == "bar"]
    assert [trace["name"] for trace in bands] == ["Definitif", "Pelaksana tugas (Plt)", "Kosong"]
    assert followed(bands[1]["customdata"][0]) == Link("pejabat", (("jabatan", "1"),))
    assert bands[1]["marker"]["pattern"]["shape"] == "/"
    assert bands[2]["marker"]["color"] == "rgba(0,0,0,0)"


def test_a_band_is_cut_to_the_days_that_are_shown() -> None:
    long = Span(date(1999, 1, 1), date(9999, 12, 31), "definitif", "Pejabat 1")
    gone = Span(date(1990, 1, 1), date(1999, 1, 1), "definitif", "Pejabat 0")
    drawn = plotly(Timeline((Lane("Kursi", (gone, long)),), START, END))
    (band,) = [trace for trace in drawn["data"] if trace["type"] == "bar"]
    assert (band["base"], band["x"]) == ([START.isoformat()], [(END - START).days * 86_400_000])


def test_bands_are_told_by_letter_name_and_edge_and_cut_to_the_days_that_are_shown() -> None:
    bands = (
        Band(date(1990, 1, 1), START, "A", "Gone"),
        Band(date(1999, 1, 1), START + timedelta(days=30), "B", "Masa <larangan>"),
    )
    chart = Timeline(lanes("definitif"), START, END, bands)
    drawn = plotly(chart)
    (strip,) = drawn["layout"]["shapes"]
    assert (strip["x0"], strip["x1"]) == (START.isoformat(), (START + timedelta(days=30)).isoformat())
    assert strip["line"]["dash"] and strip["layer"] == "below"
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["<b>B</b>"]
    assert drawn["data"][-1]["name"] == "B: Masa &lt;larangan&gt;"
    assert "Pita B (Masa <larangan>)" in describe(chart, NONE, title="J", lang="id")


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(40, 20_000))
def test_days_are_written_few_times_each_once_and_within(start: date, days: int) -> None:
    chart = Timeline((), start, start + timedelta(days=days))
    for lang in ("id", "en"):
        found = ticks(chart, lang)
        assert 1 <= len(found) <= 12
        assert len({label for _, label in found}) == len(found)
        assert all(chart.start <= at <= chart.end for at, _ in found)


def test_a_long_timeline_is_cut_and_says_how_much() -> None:
    whole = figure(Timeline(lanes("definitif", n=30), START, END, shown=20))
    assert left_out(whole) == 10
    short = cut(whole).chart
    assert isinstance(short, Timeline) and len(short.lanes) == 20


def test_alternative_text_of_a_timeline_tells_how_each_lane_ends() -> None:
    said = describe(Timeline(lanes("definitif", "plt"), START, END), NONE, title="J", lang="id")
    assert "Kursi 0: Pelaksana tugas (Plt), Pejabat 1." in said


def names(streams: Sequence[tuple[str, str]], *, chained: bool = False) -> tuple[list[str], list[str]]:
    return columns(Flow(tuple(Stream(a, b, 1) for a, b in streams), "bulat", "dari", "ke", chained))


def test_a_chain_keeps_its_order_and_joins_what_is_left_to_who_takes_it() -> None:
    moves = [("A", "X"), ("B", "A"), ("C", "B")]
    assert names(moves, chained=True) == (["A", "B", "C"], ["X", "A", "B"])
    drawn = plotly(Flow(tuple(Stream(a, b, 1, "Pejabat") for a, b in moves), "bulat", "dari", "ke", chained=True))
    dotted = drawn["data"][0]
    assert dotted["line"]["dash"] == "dot"
    assert (dotted["x"].count(None), dotted["y"][:2]) == (
        2,
        [0.0, 1.0],
    )  # A: left in the first row, taken in the second


def test_streams_of_many_are_thicker_and_only_those_carry_a_number() -> None:
    drawn = plotly(Flow((Stream("A", "B", 1), Stream("A", "C", 5)), "bulat", "dari", "ke"))
    one, five = [trace for trace in drawn["data"] if trace["mode"] == "lines+markers+text"]
    assert one["line"]["width"] < five["line"]["width"]
    assert ("".join(one["text"]), "5" in "".join(five["text"])) == ("", True)


@given(st.lists(st.tuples(st.sampled_from("ABCD"), st.sampled_from("WXYZ"), st.integers(1, 9)), max_size=20))
def test_the_strongest_streams_come_first_whatever_the_order(given_: list[tuple[str, str, int]]) -> None:
    streams = [Stream(a, b, n) for a, b, n in given_]
    found = strongest(streams, 5)
    assert found == strongest(streams[::-1], 5)
    assert [s.value for s in found] == sorted((s.value for s in streams), reverse=True)[:5]


def test_a_small_group_shows_no_spread() -> None:
    few = Group("Promosi", 3, None, None, None, "di bawah 5, tidak ditampilkan")
    many = Group("Rotasi", 9, Decimal(-3), Decimal(-5), Decimal(-1))
    drawn = plotly(Distribution((many, few), "poin", "Perubahan"))
    bars = next(trace for trace in drawn["data"] if trace["type"] == "bar")
    assert (bars["base"], bars["x"]) == ([-5.0], [4.0])
    assert "di bawah 5" in str(drawn["data"][-1]["text"])
    said = describe(Distribution((many, few), "poin", "Perubahan"), NONE, title="J", lang="id")
    assert "Rotasi (9): median −3,00 poin" in said
    assert "Promosi: 3, terlalu sedikit" in said


def test_pages_of_people_stay_under_two_thousand_marks(people_ask: Ask, view: View) -> None:
    for one in [*pejabat.figures(people_ask, view), *rotasi.figures(people_ask, view)]:
        drawn = spec(one, theme="light", lang=view.lang)
        marks = sum(len(trace["x"]) for trace in drawn["data"]) if drawn else 1
        assert 0 < marks <= 2_000, one.id
