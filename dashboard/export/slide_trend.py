"""Series over months as one native chart: bars and lines on the same axes, gaps where nothing was reported."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard.export import fit
from dashboard.export.canvas import Box, Canvas, Run, rgb
from dashboard.export.chart_data import category_data, number
from dashboard.export.chart_style import (
    add,
    every_label,
    fill,
    legend,
    legend_height,
    numbers,
    places,
    quiet,
    rounded,
    scaled,
    spoken,
    stroke,
    trend_colours,
    written,
)
from dashboard.export.slide_reach import reach
from dashboard.figures.figure import Ahead, Figure, Series, Trend
from pipelines.catalogue import text

_WIDTHS = {"actual": 3.0, "target": 2.25, "before": 1.75, "part": 2.0, "other": 1.75}


def trend(canvas: Canvas, box: Box, figure: Figure) -> None:
    """The series with a legend above, the last known value written at each line, and marks named below."""
    chart = figure.chart
    assert isinstance(chart, Trend)
    ordered = sorted(chart.series, key=lambda one: one.kind == "line")  # bars first: lines are drawn over them
    colours = trend_colours(ordered, canvas.look, canvas.brand.utama)
    named = [(colours[i], "■" if one.kind == "bar" else "–", one.label) for i, one in enumerate(ordered)]
    ahead = chart.ahead
    if ahead:
        named.append((canvas.brand.utama, "◆", ahead.label))
    head, box = box.split(legend_height(named, box), 0.05)
    legend(canvas, head, named)
    if chart.marks:
        box, foot = box.split(box.h - 0.28, 0.02)
        said = "┊ " + " · ".join(f"{chart.x[at]}: {words}" for at, words in chart.marks)
        said = fit.clipped(said, 12, room=foot.points[0])
        canvas.text(foot, [Run(said, 12, canvas.look.muted)], name="Tanda")
    known = numbers(value for series in chart.series for value in series.values)
    known += numbers((ahead.low, ahead.high)) if ahead else []
    limits = _limits(chart, known)
    given = [(series.label, series.values) for series in ordered]
    if chart.marks:  # a series of its own, so that the lines move with the chart
        at_top = {at: limits[1] for at, _ in chart.marks}
        given.append((text("ekspor.tanda", canvas.lang), tuple(at_top.get(at) for at in range(len(chart.x)))))
    if ahead:
        given.append((ahead.label, tuple(ahead.value if at == ahead.at else None for at in range(len(chart.x)))))
    data = category_data(chart.x, given)
    size = 12.0 if box.w > 5 else 10.0
    made = add(canvas, box, XL_CHART_TYPE.LINE_MARKERS, data, name=figure.id, alt=figure.alt, size=size)
    quiet(made.category_axis, canvas.look, grid=False)
    every_label(made.category_axis)
    quiet(made.value_axis, canvas.look, grid=True)
    scaled(made.value_axis, limits)
    reach = max(abs(limits[0]), abs(limits[1]))
    labels = made.value_axis.tick_labels
    labels.number_format = written(chart.unit, reach, canvas.lang, decimals=_decimals(chart, limits))
    labels.number_format_is_linked = False
    labels.font.size = Pt(size)
    labels.font.color.rgb = rgb(canvas.look.muted)
    made._chartSpace.find(f".//{qn('c:dispBlanksAs')}").set("val", "gap")
    code = spoken(chart.unit, known, canvas.lang)
    for position, (drawn, series) in enumerate(zip(made.plots[0].series, ordered, strict=False)):
        _line(drawn, series, colours[position])
        if series.kind == "line":
            last = max((i for i, value in enumerate(series.values) if value is not None), default=None)
            if last is not None:
                lines = [one for one in ordered if one.kind == "line"]
                standing = numbers(one.values[last] for one in ordered if one.kind == "bar")
                place = _place(series, lines, last, floor=max(standing, default=0.0) + 0.14 * reach)
                colour = colours[position] if series.role != "before" else canvas.look.muted
                _last(drawn, last, place, colour=colour, code=code, size=size)
    if chart.marks:
        _upright(made.plots[0].series[len(ordered)], limits[1] - limits[0], canvas.look.muted)
    if ahead:
        _expected(made.plots[0].series[len(given) - 1], ahead, len(chart.x), canvas.brand.utama)
    _stand(made, [i for i, one in enumerate(ordered) if one.kind == "bar"], colours)


def _limits(chart: Trend, known: list[float]) -> tuple[float, float, float]:
    """The axis from nil; where there are lines only and they lie close together far from it, around them."""
    far = bool(known) and min(known) > 2 * (max(known) - min(known))
    if not far or any(one.kind == "bar" for one in chart.series):
        return rounded(known, room=0.04)
    low, high, step = rounded(known, zero=False)
    return max(0.0, low - step), high + step, step


def _decimals(chart: Trend, limits: tuple[float, float, float]) -> int | None:
    """No decimals on the axis where its steps are whole in the unit that is written."""
    if chart.unit != "rupiah":
        return places(limits[2:]) if chart.unit == "angka" else 0 if limits[2] >= 1 else 2
    reach = max(abs(limits[0]), abs(limits[1]))
    power = next((p for p in (12, 9, 6, 3) if reach >= 10**p), 0)
    return 0 if (limits[2] / 10**power).is_integer() else None


def _line(drawn: Any, series: Series, colour: str) -> None:
    stroke(drawn, colour, _WIDTHS[series.role], dashed=series.role in ("target", "before"))
    marker = drawn.marker
    marker.style = XL_MARKER_STYLE.CIRCLE if series.role == "actual" else XL_MARKER_STYLE.NONE
    if series.role == "actual":
        marker.size = 7
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = rgb(colour)
        marker.format.line.color.rgb = rgb("#FFFFFF")


def _expected(drawn: Any, ahead: Ahead, places: int, colour: str) -> None:
    """Show where a line may end: a diamond on a bar from the low to the high end, and no line of its own."""
    drawn.smooth = False
    drawn.format.line.fill.background()
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.DIAMOND, 9
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = rgb(colour)
    ends = [(ahead.value, ahead.low, ahead.high) if at == ahead.at else (None, None, None) for at in range(places)]
    reach(drawn, ends, colour, lying=False, width=76200)


def _upright(drawn: Any, reach: float, colour: str) -> None:
    """Show a series as dotted lines from top to bottom: nothing of its own is drawn, an error bar hangs from it."""
    drawn.smooth = False
    drawn.format.line.fill.background()
    drawn.marker.style = XL_MARKER_STYLE.NONE
    drawn._element.find(qn("c:cat")).addprevious(
        parse_xml(
            f'<c:errBars {nsdecls("c", "a")}><c:errDir val="y"/><c:errBarType val="minus"/>'
            f'<c:errValType val="fixedVal"/><c:noEndCap val="1"/><c:val val="{reach:.5f}"/><c:spPr><a:ln w="15875">'
            f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill><a:prstDash val="sysDot"/></a:ln>'
            "</c:spPr></c:errBars>"
        )
    )


def _place(series: Series, lines: list[Series], last: int, *, floor: float) -> Any:
    """Where the label of a line's last point crosses the fewest other lines; below `floor` are bars and months."""
    ending = [one for one in lines if one is not series and one.values[-1:] == one.values[last : last + 1]]
    others, here = numbers(one.values[last] for one in lines if one is not series), number(series.values[last]) or 0.0
    if here < floor or all(here >= other for other in others):
        return XL_LABEL_POSITION.ABOVE
    below = any((number(one.values[last]) or 0.0) < here for one in ending)
    return XL_LABEL_POSITION.RIGHT if below else XL_LABEL_POSITION.BELOW


def _last(drawn: Any, last: int, place: Any, *, colour: str, code: str, size: float) -> None:
    """Write the value of the last known point; the sheet's own number, so that an edit moves the label too."""
    label = drawn.points[last].data_label
    label.position = place
    label.font.size, label.font.bold = Pt(size), True
    label.font.color.rgb = rgb(colour)
    element = label._dLbl
    element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")  # some office programs break it at the unit
    shape = element.find(qn("c:spPr"))
    after = shape if shape is not None else element.find(qn("c:txPr"))
    form = etree.Element(qn("c:numFmt"))
    form.set("formatCode", code)
    form.set("sourceLinked", "0")
    after.addprevious(form)
    for tag in ("c:showLegendKey", "c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"):
        found = element.find(qn(tag))
        if found is not None:
            found.set("val", "0")
    element.find(qn("c:showVal")).set("val", "1")


def _stand(made: Any, positions: list[int], colours: list[str]) -> None:
    """Move the series at `positions` from the lines into bars on the same axes."""
    if not positions:
        return
    lines = made._chartSpace.find(f".//{qn('c:lineChart')}")
    moved = [lines.findall(qn("c:ser"))[i] for i in positions]
    standing = parse_xml(
        f'<c:barChart {nsdecls("c")}><c:barDir val="col"/><c:grouping val="clustered"/>'
        '<c:varyColors val="0"/></c:barChart>'
    )
    for series in moved:
        for tag in ("c:marker", "c:smooth", "c:spPr"):
            for old in series.findall(qn(tag)):
                series.remove(old)
        etree.SubElement(series, qn("c:invertIfNegative")).set("val", "0")
        series.find(qn("c:tx")).addnext(series.find(qn("c:invertIfNegative")))
        standing.append(series)
    etree.SubElement(standing, qn("c:gapWidth")).set("val", "60")
    etree.SubElement(standing, qn("c:overlap")).set("val", "0")
    for axis in lines.findall(qn("c:axId")):
        etree.SubElement(standing, qn("c:axId")).set("val", axis.get("val"))
    lines.addprevious(standing)
    if lines.find(qn("c:ser")) is None:
        lines.getparent().remove(lines)
    for plot in made.plots:
        if plot._element.tag == qn("c:barChart"):
            for position, drawn in zip(positions, plot.series, strict=True):
                fill(drawn, colours[position])
