"""The native chart of a sheet, fed by a block of numbers of its own, so that filtering the table keeps it whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.export.bar_colour import series_colours, status_colours
from dashboard.export.book_text import words
from dashboard.export.brand import Brand
from dashboard.export.chart_data import number
from dashboard.export.chart_style import numbers, trend_colours, written
from dashboard.figures.figure import STATUSES, Bars, Figure, Grid, Lang, Quadrant, Ranking, Series, Trend, Unit, Value
from dashboard.look import LIGHT, status_word
from pipelines.catalogue import text

_WIDE, _ROW = 760, 20  # pixels
_LABELLED = 60  # bars; more labels than that cannot be read
COLUMNS = 13  # of standard width, that the chart covers
_FONT = {"size": 9, "color": LIGHT.ink}


@dataclass(frozen=True)
class Easel:
    """Where a sheet's chart is drawn and in whose colours."""

    made: Any  # the workbook
    sheet: Any
    figure: Figure
    brand: Brand
    lang: Lang
    row: int  # upper left cell of the chart
    column: int

    @property
    def block(self) -> tuple[int, int]:
        """The upper left cell of the chart's own numbers, beyond its right edge."""
        return self.row, self.column + COLUMNS


def add(easel: Easel, quiet: Any) -> int:
    """The rows that the figure's chart covers, drawn with its numbers beside it; cards, words and grids have none."""
    chart = easel.figure.chart
    made = None
    if isinstance(chart, Ranking):
        made = _lying(easel, _ranked(chart, easel.lang))
    elif isinstance(chart, Bars):
        made = _lying(easel, chart)
    elif isinstance(chart, Trend):
        made = _trend(easel, chart)
    elif isinstance(chart, Quadrant):
        made = _points(easel, chart)
    elif isinstance(chart, Grid):
        _heat(easel, chart)
    if made is None:
        return 0
    made.show_hidden_data()
    easel.sheet.insert_chart(easel.row, easel.column, made, {"description": easel.figure.alt, "object_position": 2})
    words(easel.sheet, easel.row - 1, easel.block[1], text("ekspor.data_gambar", easel.lang), quiet)
    return int(made.height / _ROW) + 1


def drawn(figure: Figure) -> bool:
    """Whether the figure has a chart that stands beside its table."""
    return isinstance(figure.chart, Ranking | Bars | Trend | Quadrant)


def _ranked(chart: Ranking, lang: Lang) -> Bars:
    """A ranking as bars: those not reported are in the table, not in the picture."""
    dots = [dot for dot in chart.dots if dot.value is not None]
    series = [Series(chart.value_label, tuple(dot.value for dot in dots), "actual", "bar")]
    if any(dot.target is not None for dot in dots):
        label = chart.target_label or text("ekspor.target", lang)
        series.append(Series(label, tuple(dot.target for dot in dots), "other", "bar"))
    # beside the middle its ends, as bars of their own: a sheet has room, and a number can be clicked
    for end in ("low", "high"):
        if chart.range_label and any(getattr(dot, end) is not None for dot in dots):
            label = text(f"ekspor.rentang_{end}", lang, nama=chart.range_label)
            series.append(Series(label, tuple(getattr(dot, end) for dot in dots), "part", "bar"))
    names = tuple(dot.label for dot in dots)
    return Bars(names, tuple(series), chart.unit, statuses=tuple(dot.status for dot in dots))


def _block(easel: Easel, names: Sequence[str], series: Sequence[tuple[str, Sequence[Value]]]) -> None:
    """Names down, series across, headers on top; what is not known stays blank."""
    sheet, (row, column) = easel.sheet, easel.block
    for offset, (label, values) in enumerate(series, start=1):
        words(sheet, row, column + offset, label, None)
        for down, value in enumerate(values, start=1):
            known = number(value)
            if known is not None:
                sheet.write_number(row + down, column + offset, known)
    for down, name in enumerate(names, start=1):
        words(sheet, row + down, column, name, None)


def _reference(easel: Easel, offset: int, count: int) -> dict[str, Any]:
    name, (row, column) = easel.sheet.get_name(), easel.block
    return {
        "name": [name, row, column + offset],
        "categories": [name, row + 1, column, row + count, column],
        "values": [name, row + 1, column + offset, row + count, column + offset],
    }


def _lying(easel: Easel, chart: Bars) -> Any:
    count, series = len(chart.categories), chart.series
    if not count:
        return None
    _block(easel, chart.categories, [(one.label, one.values) for one in series])
    made = easel.made.add_chart({"type": "bar", **({"subtype": "stacked"} if chart.stacked else {})})
    largest = max(map(abs, numbers(v for one in series for v in one.values)), default=1.0)
    colours = series_colours(chart, LIGHT, easel.brand.utama)
    for position, colour in enumerate(colours):
        said: dict[str, Any] = {**_reference(easel, position + 1, count), "fill": {"color": colour}, "gap": 40}
        own = status_colours(chart, position, LIGHT)
        if own:
            said["points"] = [{"fill": {"color": one}} if one else None for one in own]
        if count <= _LABELLED:
            code = written(chart.unit, largest, easel.lang)
            said["data_labels"] = {"value": True, "num_format": code, "font": {"size": 8}}
        made.add_series(said)
    made.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": _FONT, "line": {"none": True}})
    made.set_x_axis(_axis(chart.unit, largest, easel.lang) | {"label_position": "high"})
    bands = count * (1 if chart.stacked else len(series))
    _finish(made, legend=len(series) > 1, high=max(300, 60 + 20 * bands))
    return made


def _trend(easel: Easel, chart: Trend) -> Any:
    every = (*chart.series, *_ends(chart, easel.lang))
    _block(easel, chart.x, [(one.label, one.values) for one in every])
    largest = max(map(abs, numbers(v for one in every for v in one.values)), default=1.0)
    kinds: dict[str, Any] = {}
    colours = trend_colours(every, LIGHT, easel.brand.utama)
    for position, one in enumerate(every):
        kind = "column" if one.kind == "bar" else "line"
        if kind not in kinds:
            kinds[kind] = easel.made.add_chart({"type": kind})
        said = _reference(easel, position + 1, len(chart.x))
        if kind == "line":
            main = one.role == "actual"
            said["line"] = {
                "color": colours[position],
                "width": 2.5 if main else 1.75,
                "dash_type": "solid" if main else "dash",
            }
        else:
            said["fill"] = {"color": colours[position]}
        if position >= len(chart.series):  # an end of what is expected: a mark alone
            said |= {"line": {"none": True}, "marker": {"type": "diamond", "size": 7}}
        kinds[kind].add_series(said)
    made = kinds.get("column") or kinds["line"]
    if len(kinds) == 2:
        made.combine(kinds["line"])
    made.set_y_axis(_axis(chart.unit, largest, easel.lang))
    made.set_x_axis({"interval_unit": 1, "num_font": _FONT, "line": {"color": LIGHT.line}})
    made.show_blanks_as("gap")
    _finish(made, legend=True, high=400)
    return made


def _ends(chart: Trend, lang: Lang) -> list[Series]:
    """What is expected of the last month as series of one point each: lowest, middle, highest."""
    ahead = chart.ahead
    if ahead is None:
        return []
    ends = (("low", ahead.low), ("value", ahead.value), ("high", ahead.high))
    return [
        Series(
            text(f"ekspor.rentang_{name}", lang, nama=ahead.label),
            tuple(value if at == ahead.at else None for at in range(len(chart.x))),
            "part",
        )
        for name, value in ends
    ]


def _points(easel: Easel, chart: Quadrant) -> Any:
    known = [point for point in chart.points if point.x is not None and point.y is not None]
    present = [one for one in (*STATUSES, None) if any(point.status == one for point in known)]
    plotted = [point for one in present for point in known if point.status == one]
    if not plotted:
        return None
    across, upward = [point.x for point in plotted], [point.y for point in plotted]
    _block(easel, [point.label for point in plotted], [(chart.x_label, across), (chart.y_label, upward)])
    made = easel.made.add_chart({"type": "scatter"})
    name, (row, column) = easel.sheet.get_name(), easel.block
    start = row + 1
    for status in present:  # a series each: the colour of a single point is lost in some office programs
        last = start + sum(point.status == status for point in plotted) - 1
        fill = LIGHT.status[status].fill if status else easel.brand.utama
        made.add_series(
            {
                "name": status_word(status, easel.lang) if status else chart.y_label,
                "categories": [name, start, column + 1, last, column + 1],
                "values": [name, start, column + 2, last, column + 2],
                "marker": {"type": "circle", "size": 8, "fill": {"color": fill}, "border": {"color": "#FFFFFF"}},
            }
        )
        start = last + 1
    for axis, label, unit in (
        (made.set_x_axis, chart.x_label, chart.x_unit),
        (made.set_y_axis, chart.y_label, chart.y_unit),
    ):
        axis(_axis(unit, 100, easel.lang) | {"name": label, "name_font": {"size": 9, "bold": False}})
    _finish(made, legend=any(present), high=460)
    return made


def _axis(unit: Unit, largest: float, lang: Lang) -> dict[str, Any]:
    return {
        "num_format": written(unit, largest, lang, decimals=0),
        "num_font": _FONT,
        "major_gridlines": {"visible": True, "line": {"color": LIGHT.line, "width": 0.5}},
        "line": {"none": True},
    }


def _finish(chart: Any, *, legend: bool, high: int) -> None:
    chart.set_title({"none": True})
    chart.set_legend({"position": "top", "font": _FONT} if legend else {"none": True})
    chart.set_size({"width": _WIDE, "height": min(high, 1600)})
    chart.set_chartarea({"border": {"color": LIGHT.line}})


def _heat(easel: Easel, chart: Grid) -> None:
    """Colour the figures of the table itself along the diverging scale, where the table holds the grid."""
    columns, rows = easel.figure.table.columns, easel.figure.table.rows
    first = next((i for i, one in enumerate(columns) if one.unit == chart.unit), None)
    if first is None or chart.statuses is not None or not rows:
        return
    below, _, above = LIGHT.diverging
    scale = {"type": "3_color_scale", "mid_type": "num", "mid_value": 0, "mid_color": "#FFFFFF"}
    ends = {"min_color": below, "max_color": above}
    easel.sheet.conditional_format(easel.row + 1, first, easel.row + len(rows), len(columns) - 1, {**scale, **ends})
