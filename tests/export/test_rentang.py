"""A range on slides and in workbooks: error bars and marks of the figure's own numbers, to be edited like the rest."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from dashboard.export.book import book
from dashboard.export.deck import Slide, slides
from dashboard.figures.figure import Ahead, Figure, Ranking, Trend
from tests.export import opened, world

NS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ENDS = (Decimal("1900000000000"), Decimal("2005910000000"), Decimal("2050000000000"))


def ranged() -> Figure:
    figure = world.ranking(6)
    assert isinstance(figure.chart, Ranking)
    dots = tuple(
        replace(dot, low=dot.value - 3, high=dot.value + 2) if isinstance(dot.value, Decimal) else dot
        for dot in figure.chart.dots
    )
    return replace(figure, chart=replace(figure.chart, dots=dots, range_label="Rentang"))


def expected() -> Figure:
    figure = world.trend()
    assert isinstance(figure.chart, Trend)
    low, middle, high = ENDS
    return replace(figure, chart=replace(figure.chart, ahead=Ahead(11, "Perkiraan", middle, low, high)))


def bars_of(figure: Figure) -> list[Any]:
    shown = opened.presentation(slides([Slide((figure,))], title="x", brand=world.BRAND))
    [chart] = opened.charts(shown.slides[0])
    return [one for one in chart._chartSpace.iter(f"{NS}errBars") if one.find(f"{NS}errValType").get("val") == "cust"]


def lengths(bar: Any, side: str) -> list[float]:
    return [float(v.text) for v in bar.find(f"{NS}{side}").iter(f"{NS}v")]


def test_a_ranking_carries_its_ranges_from_its_values() -> None:
    figure = ranged()
    assert isinstance(figure.chart, Ranking)
    [bar] = bars_of(figure)
    known = [dot.low is not None for dot in figure.chart.dots]
    assert lengths(bar, "minus") == [3.0 if there else 0.0 for there in known]
    assert lengths(bar, "plus") == [2.0 if there else 0.0 for there in known]


def test_a_ranking_without_ranges_has_none() -> None:
    assert bars_of(world.ranking(6)) == []


def test_the_end_of_a_line_carries_its_range_in_december_alone() -> None:
    [bar] = bars_of(expected())
    assert lengths(bar, "minus") == [0.0] * 11 + [float(ENDS[1] - ENDS[0])]
    assert lengths(bar, "plus") == [0.0] * 11 + [float(ENDS[2] - ENDS[1])]


@pytest.mark.parametrize("figure", [ranged(), expected()], ids=["ranking", "trend"])
def test_a_workbook_has_both_ends_beside_the_chart(figure: Figure) -> None:
    made = openpyxl.load_workbook(BytesIO(book([figure], title="x", subtitle="y", brand=world.BRAND)))
    heads = {str(cell.value) for sheet in made.worksheets for row in sheet.iter_rows() for cell in row}
    name = "Rentang" if isinstance(figure.chart, Ranking) else "Perkiraan"
    assert {f"{name}, terendah", f"{name}, tertinggi"} <= heads
