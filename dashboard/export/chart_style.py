"""How native charts look: number formats, round axes, quiet lines; exact values stay in the embedded sheet."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree
from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from dashboard.export.canvas import Box, Canvas, Run, label, rgb
from dashboard.export.colour import mixed
from dashboard.export.fit import LINE, width
from dashboard.figures.figure import Lang, Series, Unit, Value
from dashboard.look import Look
from pipelines.catalogue import text

_LOCALE = {"id": "[$-421]", "en": "[$-409]"}  # readers that honour it write the decimal comma of the language
_SCALES = (("triliun", 12), ("miliar", 9), ("juta", 6), ("ribu", 3))
PALE = "#C3CFCB"  # what is only there to be measured against
_STEPS = (1, 2, 2.5, 5, 10)


def numbers(values: Iterable[Value]) -> list[float]:
    """The known values as floats."""
    return [float(value) for value in values if value is not None]


def values_shown(labels: Any, code: str, size: float, colour: str) -> None:
    """Number labels in a format, on one line: some office programs break them at the space before the unit."""
    labels.show_value = True
    labels.number_format = code
    labels.number_format_is_linked = False
    labels.font.size = Pt(size)
    labels.font.color.rgb = rgb(colour)
    body = labels._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}")
    body.set("wrap", "none")


def written(unit: Unit, largest: float, lang: Lang, *, decimals: int | None = None) -> str:
    """The number format of a unit: money is scaled by the format, so that the sheet behind keeps the rupiah."""
    locale = _LOCALE[lang]
    if unit == "rupiah":
        for name, power in _SCALES:
            if largest >= 10**power:
                digits = "0" if decimals == 0 else "0.0"
                return f'{locale}#,##{digits}{"," * (power // 3)}"\u00a0{text(f"umum.skala_{name}", lang)}"'
        return f"{locale}#,##0"
    places = 2 if decimals is None else decimals
    digits = "0." + "0" * places if places else "0"
    if unit == "persen":
        return f'{locale}{digits}"\u00a0%"'
    if unit == "poin":
        return f"{locale}+{digits};−{digits};{digits}"
    return f"{locale}#,##{digits if decimals else '0'}"


def shown_from(least: float, code: str, lang: Lang) -> str:
    """The number format, blank below a value; the language stands in both halves, or the comma becomes a point."""
    return f'{_LOCALE[lang]}[<{least:.4f}]"";{code}'


def places(values: Iterable[float]) -> int:
    """As many decimals as the values have, three at the most."""
    return max((len(f"{value:.3f}".rstrip("0").partition(".")[2]) for value in values), default=0)


def spoken(unit: Unit, values: Sequence[float], lang: Lang) -> str:
    """The number format of data labels: each amount of money in the unit that suits it."""
    if unit == "angka":
        return written(unit, 0.0, lang, decimals=places(values))
    if unit != "rupiah" or min(values, default=0.0) < 0:
        return written(unit, max(map(abs, values), default=1.0), lang)
    locale = _LOCALE[lang]
    big, middle, small = (text(f"umum.skala_{name}", lang) for name in ("triliun", "miliar", "juta"))
    return (
        f'[>=1000000000000]{locale}#,##0.00,,,,"\u00a0{big}";[>=1000000000]{locale}#,##0.0,,,"\u00a0{middle}";'
        f'{locale}#,##0.0,,"\u00a0{small}"'
    )


def rounded(values: Iterable[float], *, zero: bool = True, room: float = 0.0) -> tuple[float, float, float]:
    """Least, greatest and step of an axis that holds the values, on round numbers; `room` widens the far end."""
    known = list(values) or [0.0, 1.0]
    low, high = min(known), max(known)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        high = low + 1
    reach = high - low
    high, low = high + reach * room * (high > 0), low - reach * room * (low < 0)
    step = _step((high - low) / 5)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step


def _step(raw: float) -> float:
    power = 10.0 ** math.floor(math.log10(raw))
    return next(power * step for step in _STEPS if power * step >= raw * (1 - 1e-9))


def add(canvas: Canvas, box: Box, kind: Any, data: Any, *, name: str, alt: str, size: float) -> Any:
    """A native chart without title and legend, in our font size, named and described."""
    frame = canvas.slide.shapes.add_chart(kind, Inches(box.x), Inches(box.y), Inches(box.w), Inches(box.h), data)
    label(frame, name, alt)
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(size)
    chart.font.color.rgb = rgb(canvas.look.ink)
    return chart


def quiet(axis: Any, look: Look, *, grid: bool, labels: bool = True) -> None:
    """An axis with faint grid lines or none, no ticks, no line."""
    axis.has_major_gridlines = grid
    if grid:
        axis.major_gridlines.format.line.color.rgb = rgb(look.line)
        axis.major_gridlines.format.line.width = Pt(0.5)
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW if labels else XL_TICK_LABEL_POSITION.NONE


def scaled(axis: Any, limits: tuple[float, float, float]) -> None:
    """Fix the axis, so that every page of one figure has the same scale."""
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = limits


def every_label(axis: Any) -> None:
    """Show every category: the default hides each second one."""
    element = axis._element
    for tag in ("c:tickLblSkip", "c:tickMarkSkip"):
        for old in element.findall(qn(tag)):
            element.remove(old)
    after = element.find(qn("c:noMultiLvlLbl"))
    skip = etree.SubElement(element, qn("c:tickLblSkip"))
    skip.set("val", "1")
    if after is not None:
        after.addprevious(skip)


def plain_bars(chart: Any, look: Look, limits: tuple[float, float, float], *, size: float, names: float | None) -> None:
    """Bars without grid on a fixed scale, each one named; lying where `names` of the width is given to the names."""
    axis = chart.category_axis
    axis.reverse_order = names is not None
    axis.tick_labels.font.size = Pt(size)
    if names is not None:
        inner_plot(chart, names, 0.0, 1 - names, 1.0)
    quiet(axis, look, grid=False)
    every_label(axis)
    quiet(chart.value_axis, look, grid=False, labels=False)
    scaled(chart.value_axis, limits)


def inner_plot(chart: Any, x: float, y: float, w: float, h: float) -> None:
    """Fix the plotting area (shares of the chart), so that words beside it stand in line with its bars."""
    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    parts = {"layoutTarget": "inner", "xMode": "edge", "yMode": "edge", "x": x, "y": y, "w": w, "h": h}
    for tag, value in parts.items():
        etree.SubElement(manual, qn(f"c:{tag}")).set("val", value if isinstance(value, str) else f"{value:.5f}")
    area.insert(0, layout)


def fill(part: Any, colour: str) -> None:
    """Fill a series or point with one colour."""
    part.format.fill.solid()
    part.format.fill.fore_color.rgb = rgb(colour)


def stroke(series: Any, colour: str, points: float, *, dashed: bool = False) -> None:
    """Draw a line series, never smoothed."""
    series.smooth = False
    line = series.format.line
    line.color.rgb = rgb(colour)
    line.width = Pt(points)
    if dashed:
        line.dash_style = MSO_LINE.DASH


def colour_of(series: Series, position: int, look: Look, utama: str) -> str:
    """The colour of a series by its role; parts take the neutral palette in order."""
    if series.status:
        return look.status[series.status].fill
    named = {"actual": utama, "target": look.target, "before": look.before, "other": PALE}
    return named.get(series.role) or look.parts[position % len(look.parts)]


def trend_colours(ordered: Sequence[Series], look: Look, utama: str) -> list[str]:
    """One colour a series; bars of a role that a line has too take a paler one, so that the line leads."""
    lines = {one.role for one in ordered if one.kind == "line"}
    found = []
    for position, one in enumerate(ordered):
        colour = colour_of(one, position, look, utama)
        if one.kind == "line" and colour == PALE:  # a line as pale as that is not seen
            colour = look.before
        found.append(mixed(colour, "#FFFFFF", 0.6) if one.kind == "bar" and one.role in lines else colour)
    return found


_GAP = "    "
_LEGEND = 12.0  # points


def legend_height(entries: Sequence[tuple[str, str, str]], box: Box) -> float:
    """The inches that a legend takes at a size that can be read: one line or two."""
    return 0.3 if _legend_wide(entries, _LEGEND) <= box.points[0] else 0.46


def _legend_wide(entries: Sequence[tuple[str, str, str]], size: float) -> float:
    return width(_GAP.join(f"{mark} {words}" for _, mark, words in entries), size) * 1.03


def _longer(entries: Sequence[tuple[str, str, str]], cut: int) -> float:
    """How long the longer of two lines becomes when the legend is broken there."""
    return max(_legend_wide(entries[:cut], 1.0), _legend_wide(entries[cut:], 1.0))


def legend(canvas: Canvas, box: Box, entries: Sequence[tuple[str, str, str]]) -> None:
    """The names of colours (colour, mark, words) above a chart, on two lines where the box is that high."""
    if not entries:
        return
    parts = [entries]
    if box.points[1] > 2 * _LEGEND * LINE and _legend_wide(entries, _LEGEND) > box.points[0]:
        at = min(range(1, len(entries)), key=lambda cut: _longer(entries, cut), default=1)
        parts = [entries[:at], entries[at:]]
    wide = max(_legend_wide(part, 1.0) for part in parts)
    size = next((s for s in (12.0, 11.0, 10.0, 9.0, 8.0) if wide * s <= box.points[0]), 7.0)
    lines = [_legend_line(canvas, part, size) for part in parts]
    canvas.text(box, lines, name=text("ekspor.keterangan_warna", canvas.lang), anchor="middle")


def _legend_line(canvas: Canvas, entries: Sequence[tuple[str, str, str]], size: float) -> list[Run]:
    runs: list[Run] = []
    for number, (colour, mark, words) in enumerate(entries):
        before = _GAP if number else ""
        runs += [Run(f"{before}{mark} ", size, colour, bold=True), Run(words, size, canvas.look.muted)]
    return runs
