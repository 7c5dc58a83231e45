"""Axes and alternative texts: round numbers, and figures taken from the rows."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.alt import describe
from dashboard.figures.figure import Bars, Column, Dot, Grid, Series, Table, Trend
from dashboard.figures.pen import pen, spread, ticks, wrap
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table

NONE = Table((), ())
amounts = st.decimals(min_value=-(10**15), max_value=10**15, places=2)


@given(st.lists(st.one_of(st.none(), amounts), max_size=8), st.booleans())
def test_ticks_are_round_rising_and_within(values: list[Decimal | None], whole: bool) -> None:
    low, high = spread(list(values))
    marks = ticks(low, high, whole=whole)
    assert marks == sorted(set(marks))
    assert len(marks) <= 8
    assert all(low <= mark <= high for mark in marks)
    assert Decimal(0) in marks
    if whole:
        assert all(mark == mark.to_integral_value() for mark in marks)


def test_an_axis_never_writes_a_number_twice() -> None:
    for top in (1, 2, 3, 7, 48, 105):
        shown = pen("light", "id").scale([top], "bulat")["ticktext"]
        assert len(shown) == len(set(shown))


def test_an_axis_leaves_room_below_zero_too() -> None:
    low, high = pen("light", "id").scale([Decimal(-1), Decimal(100)], "rupiah", room=Decimal("1.2"))["range"]
    assert low < -15
    assert high > 115


@given(st.text(max_size=80))
def test_a_wrapped_label_is_safe_and_short(label: str) -> None:
    shown = wrap(label, width=20, lines=2)
    assert "<" not in shown.replace("<br>", "")
    assert shown.count("<br>") <= 1


def test_alternative_text_names_both_ends_and_the_silent() -> None:
    dots = [Dot("a", "Dinas A", Decimal("9.92")), Dot("b", "Dinas B", Decimal(105)), Dot("c", "Dinas C", None)]
    said = describe(ranking(dots, unit="persen", value_label="Serapan"), NONE, title="Judul", lang="id")
    assert said.startswith("Judul. 2 unit")
    assert "Dinas A 9,92 %" in said
    assert "Dinas B 105,00 %" in said
    assert "1 unit tanpa data" in said


def test_alternative_text_tells_the_last_known_of_each_series() -> None:
    series = (Series("Realisasi", (Decimal(10**9), None), "actual"), Series("RAK", (None, None), "target"))
    said = describe(Trend(("Jan", "Feb"), series, "rupiah"), NONE, title="J", lang="en")
    assert "Rp1.00 bn at Jan" in said
    assert "RAK: no data yet" in said


def test_alternative_text_of_a_grid_counts_blank_cells() -> None:
    said = describe(Grid(("A", "B"), ("Jan",), ((Decimal(-4),), (None,)), "poin"), NONE, title="J", lang="id")
    assert "−4,00 poin: A, Jan" in said
    assert "1 petak tanpa data" in said


def test_alternative_text_of_bars_gives_every_bar() -> None:
    said = describe(Bars(("x", "y"), (Series("n", (1, None), "part", "bar"),), "bulat"), NONE, title="J", lang="id")
    assert "n: x 1, y –." in said


def test_a_table_keeps_what_is_missing_missing() -> None:
    found = table([{"a": 1}], [Column("a", "A"), Column("b", "B")])
    assert found.rows == ((1, None),)
    assert found.links == ()
