"""Slides opened again: what they say, that it fits, and that the charts are charts with the figures' numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from dashboard.export.deck import Cover, Slide, deck, slides
from dashboard.figures.figure import Bars, Cards, Ranking, Series, Trend
from tests.export import opened, world

MOMENT = datetime(2026, 11, 12, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def made() -> bytes:
    return deck(world.every(), title="Rapat Uji", subtitle="s.d. Oktober 2026", brand=world.BRAND, made_at=MOMENT)


def test_every_slide_but_the_cover_has_footer_number_title_and_notes(made: bytes) -> None:
    shown = opened.presentation(made)
    assert shown.slides[0].shapes.title.text_frame.text == "Rapat Uji"
    for slide in list(shown.slides)[1:]:
        foot = opened.footer(slide)
        assert "Sumber: SIPD" in foot
        assert "Build a1b2c3d4" in foot
        assert "Posisi s.d. Oktober 2026" in foot
        assert "Cakupan: Seluruh OPD" in foot
        assert opened.numbered(slide)
        assert slide.shapes.title.text_frame.text
        assert "Build a1b2c3d4" in slide.notes_slide.notes_text_frame.text


def test_what_is_long_is_cut_where_the_properties_of_a_file_end() -> None:
    long = "Posisi data beberapa OPD " * 20
    made = slides([Cover(long, long), Slide((world.cards(),))], title=long, brand=world.BRAND, mark=long)
    core = opened.presentation(made).core_properties
    for said in (core.title, core.comments, core.category):
        assert len(said) <= 255 and said.startswith("Posisi data beberapa OPD") and said.endswith("…")


def test_every_shape_has_an_alternative_text(made: bytes) -> None:
    for slide in opened.presentation(made).slides:
        for shape in slide.shapes:
            assert shape._element._nvXxPr.cNvPr.get("descr"), shape.name


def test_nothing_is_cut_or_over_the_edge(made: bytes) -> None:
    shown = opened.presentation(made)
    for slide in shown.slides:
        assert list(opened.overfull(slide)) == []
        assert list(opened.beyond(slide, shown.slide_width, shown.slide_height)) == []


def test_no_picture_stands_in_for_a_chart(made: bytes) -> None:
    shown = opened.presentation(made)
    kinds = {shape.shape_type for slide in shown.slides for shape in slide.shapes}
    assert not any("PICTURE" in str(kind) for kind in kinds)
    assert sum(len(opened.charts(slide)) for slide in shown.slides) == 7  # trend, colours, 3 of ranking, bars, quadrant


def test_a_ranking_keeps_its_numbers_over_its_slides_and_leaves_gaps() -> None:
    figure = world.ranking()
    chart = figure.chart
    assert isinstance(chart, Ranking)
    shown = opened.presentation(slides([Slide((figure,))], title="x", brand=world.BRAND))
    values = [value for slide in shown.slides for value in opened.numbers(opened.charts(slide)[0])["Serapan"]]
    assert len(shown.slides) == 3
    assert values == [None if dot.value is None else pytest.approx(float(dot.value)) for dot in chart.dots]
    targets = [value for slide in shown.slides for value in opened.numbers(opened.charts(slide)[0])["RAK"]]
    assert targets == [None if dot.target is None else float(dot.target) for dot in chart.dots]
    scales = {(c.value_axis.minimum_scale, c.value_axis.maximum_scale) for s in shown.slides for c in opened.charts(s)}
    assert len(scales) == 1, "all slides of one ranking share one scale"
    assert "Belum lapor" in opened.words(shown.slides[2])
    assert "(3 dari 3)" in shown.slides[2].shapes.title.text_frame.text


def test_the_worst_stands_on_top_and_every_name_shows() -> None:
    shown = opened.presentation(slides([Slide((world.ranking(12),))], title="x", brand=world.BRAND))
    chart = opened.charts(shown.slides[0])[0]
    assert chart.category_axis.reverse_order
    assert '<c:tickLblSkip val="1"/>' in chart.part.blob.decode()


def test_a_trend_has_bars_and_lines_with_gaps_and_no_smoothing() -> None:
    figure = world.trend()
    chart = figure.chart
    assert isinstance(chart, Trend)
    shown = opened.presentation(slides([Slide((figure,))], title="x", brand=world.BRAND))
    found = opened.charts(shown.slides[0])[0]
    assert opened.numbers(found) == {
        one.label: [None if value is None else pytest.approx(float(value)) for value in one.values]
        for one in chart.series
    }
    xml = found.part.blob.decode()
    assert "<c:barChart>" in xml or "<c:barChart " in xml
    assert '<c:dispBlanksAs val="gap"/>' in xml
    assert '<c:smooth val="1"/>' not in xml


def test_a_warning_stands_on_the_slide_of_every_figure_that_carries_it(made: bytes) -> None:
    shown = opened.presentation(made)
    warned = [slide for slide in shown.slides if "selisih terbesar Rp1" in opened.words(slide)]
    titles = [slide.shapes.title.text_frame.text.replace("\u00a0", " ") for slide in warned]
    assert titles == [world.trend().title]


def test_a_table_repeats_its_header_and_says_which_part_it_is() -> None:
    shown = opened.presentation(slides([Slide((world.table(40),))], title="x", brand=world.BRAND))
    assert len(shown.slides) == 3
    rows = []
    for number, slide in enumerate(shown.slides, start=1):
        table = next(shape.table for shape in slide.shapes if shape.has_table)
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        assert cells[0][:3] == ["Peringkat", "Kode OPD", "OPD"]
        assert len(cells) <= 15
        assert f"({number} dari 3)" in slide.shapes.title.text_frame.text
        rows += cells[1:]
    assert [row[0] for row in rows] == [str(n) for n in range(1, 41)]
    assert rows[3][3] == "–", "what is not known is not zero"


def test_what_a_slide_leaves_out_of_a_table_is_said() -> None:
    figure = world.table(40)
    figure = replace(figure, table=replace(figure.table, shown=5))
    shown = opened.presentation(slides([Slide((figure,))], title="x", brand=world.BRAND))
    assert len(shown.slides) == 1
    assert "35 baris lain ada di buku kerja" in opened.words(shown.slides[0])


def test_cards_priorities_and_a_chart_share_a_summary() -> None:
    summary = Slide((world.cards(), world.priorities(), world.trend()))
    shown = opened.presentation(slides([Cover("a", "b"), summary], title="x", brand=world.BRAND))
    said = opened.words(shown.slides[1])
    assert len(shown.slides) == 2
    for words in ("61,92 %", "Rp1,24 T", "▼ Merah", "−12,18 poin", "46 dari 48", "belum ada laporan fisik"):
        assert words in said
    assert list(opened.overfull(shown.slides[1])) == []


@pytest.mark.parametrize("count", [5, 6, 7, 10])
def test_many_cards_above_other_figures_each_hold_their_words(count: int) -> None:
    five = world.cards()
    assert isinstance(five.chart, Cards)
    many = replace(five, chart=Cards((five.chart.cards * 2)[:count]))
    summary = Slide((many, world.priorities()))
    [slide] = opened.presentation(slides([summary], title="x", brand=world.BRAND)).slides
    panels = [shape for shape in slide.shapes if shape.name.startswith("Kartu ")]
    assert len(panels) == count
    for shape in slide.shapes:
        if shape.name == "Catatan kartu":
            assert any(_within(shape, panel) for panel in panels), shape.text_frame.text
    floor = max(panel.top + panel.height for panel in panels)
    assert all(shape.top >= floor for shape in slide.shapes if shape.name.startswith(("Prioritas", "Nomor ")))


def _within(shape: Any, panel: Any) -> bool:
    return bool(
        panel.left <= shape.left and shape.left + shape.width <= panel.left + panel.width
        and panel.top <= shape.top and shape.top + shape.height <= panel.top + panel.height
    )  # fmt: skip


def test_stacked_bars_speak_the_language_and_say_no_number_that_does_not_fit() -> None:
    figure = world.bars()
    assert isinstance(figure.chart, Bars)
    stacked = replace(figure, chart=replace(figure.chart, stacked=True, unit="persen"))
    for lang, locale in (("id", "[$-421]"), ("en", "[$-409]")):
        shown = opened.presentation(slides([Slide((stacked,))], title="x", brand=world.BRAND, lang=lang))  # type: ignore[arg-type]
        for series in opened.charts(shown.slides[0])[0].plots[0].series:
            blank, said = series.data_labels.number_format.split(";", 1)
            assert blank.startswith(f"{locale}[<") and blank.endswith('""')
            assert said.startswith(locale)


@pytest.mark.parametrize(
    ("values", "code", "floor"),
    [
        ((Decimal("0.361"), Decimal("0.344"), Decimal("0.34")), "#,##0.000", 0.3),
        ((Decimal("70.71"), Decimal("71.28"), Decimal(72)), "#,##0.00", 69.0),
        ((Decimal(3), Decimal(40), Decimal(12)), "#,##0", 0.0),
    ],
)
def test_an_index_is_written_with_its_decimals_and_its_change_can_be_seen(
    values: tuple[Decimal, ...], code: str, floor: float
) -> None:
    figure = replace(world.trend(), chart=Trend(("2023", "2024", "2025"), (Series("Kita", values, "actual"),), "angka"))
    shown = opened.presentation(slides([Slide((figure,))], title="x", brand=world.BRAND))
    chart = opened.charts(shown.slides[0])[0]
    found = chart._chartSpace.xpath(".//c:dLbl/c:numFmt/@formatCode")
    assert found == [f"[$-421]{code}"]
    assert chart.value_axis.minimum_scale >= floor
    assert (chart.value_axis.minimum_scale == 0) is (floor == 0)
    assert chart.value_axis.minimum_scale <= float(min(values))


def test_an_empty_figure_says_what_to_import(made: bytes) -> None:
    last = opened.presentation(made).slides[-1]
    assert "Unggah templat 02_anggaran" in opened.words(last)
    assert opened.charts(last) == []


def test_the_same_figures_give_the_same_parts() -> None:
    def parts() -> dict[str, bytes]:
        content = deck([world.cards(), world.grid(), world.table()], title="x", subtitle="y", brand=world.BRAND,
                       made_at=MOMENT)  # fmt: skip
        with ZipFile(BytesIO(content)) as file:
            return {name: file.read(name) for name in file.namelist()}

    assert parts() == parts()


def test_the_theme_carries_the_pemda(made: bytes) -> None:
    with ZipFile(BytesIO(made)) as file:
        theme = next(file.read(name).decode() for name in file.namelist() if name.startswith("ppt/theme/theme1"))
        media = [name for name in file.namelist() if name.startswith("ppt/media/")]
    assert 'typeface="Arial"' in theme
    assert "0B5D4B" in theme
    assert len(media) == 1, "one logo, on the layouts"
    core = opened.presentation(made).core_properties
    assert (core.title, core.author, core.subject) == ("Rapat Uji", "Sekretariat Daerah", "Kabupaten Uji Contoh")
    assert core.created == MOMENT.replace(tzinfo=None)


def test_english_slides_speak_english() -> None:
    content = slides([Slide((world.table(30),)), Slide((world.empty(),))], title="x", brand=world.BRAND, lang="en")
    shown = opened.presentation(content)
    assert "(1 of 3)" in shown.slides[0].shapes.title.text_frame.text
    assert "Source: SIPD" in opened.footer(shown.slides[0])
    assert "Rp10,810,941,900" in opened.words(shown.slides[0]) or "Rp10.81 bn" in opened.words(shown.slides[0])
    assert "No data yet" in opened.words(shown.slides[-1])


# The order that the schema asks of what we write into charts by hand; PowerPoint repairs a file that breaks it.
ORDER = {
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat val xVal yVal smooth",
    "dLbl": "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent "
    "showBubbleSize separator",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
    "catAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark "
    "tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    "plotArea": "layout barChart lineChart scatterChart catAx valAx spPr",
}


def test_what_is_written_by_hand_keeps_the_order_of_the_schema(made: bytes) -> None:
    for slide in opened.presentation(made).slides:
        for chart in opened.charts(slide):
            for element in chart._chartSpace.iter("{*}" + "ser", *("{*}" + name for name in ORDER)):
                order = ORDER[element.tag.split("}")[1]].split()
                places = [order.index(child.tag.split("}")[1]) for child in element]
                assert places == sorted(places), element.tag
