"""The workbook behind each native chart: the figure's own numbers, to be edited, and nothing in it that runs."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from dashboard.export.book import book
from dashboard.export.deck import Slide, deck, slides
from dashboard.figures.figure import Bars, Figure, Point, Quadrant, Ranking, Trend, Value
from tests.export import opened, world


def behind(chart: Any) -> Any:
    """The sheet that an office program opens for "edit data"."""
    return openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob)).worksheets[0]


def columns(sheet: Any) -> list[list[Any]]:
    """The columns of numbers, without the head."""
    return [[cell.value for cell in column[1:]] for column in sheet.iter_cols(min_col=2)]


def told(values: Any) -> list[Any]:
    return [None if value is None else pytest.approx(float(value)) for value in values]


@pytest.mark.parametrize("figure", [world.trend(), world.bars(), world.colours()])
def test_the_sheet_behind_a_chart_holds_the_figures_numbers_to_the_rupiah(figure: Figure) -> None:
    assert isinstance(figure.chart, Trend | Bars)
    shown = opened.presentation(slides([Slide((figure,))], title="x", brand=world.BRAND))
    [chart] = opened.charts(shown.slides[0])
    sheet = behind(chart)
    said = {sheet.cell(1, i + 2).value: values for i, values in enumerate(columns(sheet))}
    assert said == {one.label: told(one.values) for one in figure.chart.series}
    assert said == {name: told(values) for name, values in opened.numbers(chart).items()}, (
        "what is drawn is what is there"
    )


def test_the_sheets_behind_a_ranking_hold_all_of_it() -> None:
    figure = world.ranking()
    assert isinstance(figure.chart, Ranking)
    shown = opened.presentation(slides([Slide((figure,))], title="x", brand=world.BRAND))
    values: list[Value] = []
    for slide in shown.slides:
        values += columns(behind(opened.charts(slide)[0]))[0]
    assert values == told(dot.value for dot in figure.chart.dots)


def test_the_sheet_behind_a_quadrant_holds_each_point() -> None:
    figure = world.quadrant()
    assert isinstance(figure.chart, Quadrant)
    shown = opened.presentation(slides([Slide((figure,))], title="x", brand=world.BRAND))
    sheet = behind(opened.charts(shown.slides[0])[0])
    pairs = {(row[0].value, row[1].value) for row in sheet.iter_rows() if isinstance(row[0].value, int | float)}
    assert {(float(p.x or 0), float(p.y or 0)) for p in figure.chart.points} <= pairs


def test_the_longest_series_of_points_stands_first() -> None:
    # LibreOffice draws no series of points that stands before a longer one
    figure = world.quadrant()
    assert isinstance(figure.chart, Quadrant)
    few = [Point("a", "A", 1, 2, "merah"), *(Point(str(n), str(n), n, n, "hijau") for n in range(9))]
    many = replace(figure, chart=replace(figure.chart, points=(*few, Point("k", "K", 3, 4, "kuning"))))
    shown = opened.presentation(slides([Slide((many,))], title="x", brand=world.BRAND))
    drawn = list(opened.charts(shown.slides[0])[0].plots[0].series)[:3]
    assert [(one.name, len(list(one.values))) for one in drawn] == [("Hijau", 9), ("Merah", 1), ("Kuning", 1)]


def named(texts: tuple[str, ...]) -> list[Figure]:
    """A ranking, bars and a trend whose names are these."""
    ranking, bars, trend = world.ranking(len(texts)), world.bars(), world.trend()
    assert isinstance(ranking.chart, Ranking)
    assert isinstance(bars.chart, Bars)
    assert isinstance(trend.chart, Trend)
    dots = tuple(replace(dot, label=name) for dot, name in zip(ranking.chart.dots, texts, strict=True))
    one = replace(bars.chart.series[0], values=(1,) * len(texts), label=texts[0])
    lines = tuple(replace(one, label=name) for one, name in zip(trend.chart.series, texts[:4], strict=True))
    return [
        replace(ranking, chart=replace(ranking.chart, dots=dots, value_label=texts[0])),
        replace(bars, chart=replace(bars.chart, categories=texts, series=(one,), statuses=())),
        replace(trend, chart=replace(trend.chart, series=lines)),
    ]


def test_no_name_runs_in_the_sheet_behind_a_chart() -> None:
    shown = opened.presentation(deck(named(world.INJECTED), title="x", subtitle="y", brand=world.BRAND))
    for slide in shown.slides:
        for chart in opened.charts(slide):
            blob = chart.part.chart_workbook.xlsx_part.blob
            with ZipFile(BytesIO(blob)) as file:
                inside = {name: file.read(name) for name in file.namelist()}
            assert not any(b"<f>" in part or b"<f " in part or b"<hyperlink" in part for part in inside.values())
            assert not any("rels" in name and b"contoh.invalid" in part for name, part in inside.items())
            assert all(cell.data_type != "f" for row in behind(chart).iter_rows() for cell in row)


def test_the_sheet_behind_a_chart_names_no_person_and_no_hour() -> None:
    shown = opened.presentation(deck(world.every(), title="x", subtitle="y", brand=world.BRAND))
    for slide in shown.slides:
        for chart in opened.charts(slide):
            with ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as file:
                core = file.read("docProps/core.xml").decode()
            assert "<dc:creator></dc:creator>" in core
            assert ">1980-01-01T00:00:00Z<" in core, "the same figures give the same bytes at any hour"


def test_charts_of_a_workbook_say_what_they_show() -> None:
    content = book(world.every(), title="x", subtitle="y", brand=world.BRAND)
    with ZipFile(BytesIO(content)) as file:
        drawings = "".join(file.read(n).decode() for n in file.namelist() if n.startswith("xl/drawings/drawing"))
    for figure in (world.trend(), world.bars(), world.ranking(), world.quadrant()):
        assert f'descr="{figure.alt}"' in drawings
    assert drawings.count("<xdr:cNvPr ") == drawings.count(' descr="')
