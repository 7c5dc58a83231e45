"""Exports opened again, as the office programs would."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from dashboard.export import fit


def presentation(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def numbers(chart: Any) -> dict[str, list[float | None]]:
    """The values of each series as the slide holds them."""
    return {series.name: list(series.values) for plot in chart.plots for series in plot.series}


def footer(slide: Any) -> str:
    """The text of the slide's footer placeholder; empty where it has none."""
    found = [s for s in slide.placeholders if s.placeholder_format.type == PP_PLACEHOLDER.FOOTER]
    return found[0].text_frame.text if found else ""


def numbered(slide: Any) -> bool:
    return any(s.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER for s in slide.placeholders)


def words(slide: Any) -> str:
    """Every word on the slide, those in tables too; spaces that hold a number and its unit together are spaces."""
    parts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            parts += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(parts).replace("\u00a0", " ")


def overfull(slide: Any) -> Iterator[str]:
    """Text boxes whose words, by our estimate, take more height than the box has."""
    for shape in slide.shapes:
        if not shape.has_text_frame or not shape.text_frame.text or shape.is_placeholder:
            continue
        room, height = shape.width / 12700, shape.height / 12700
        needs = 0.0
        for paragraph in shape.text_frame.paragraphs:
            sizes = [run.font.size.pt for run in paragraph.runs if run.font.size]
            size = max(sizes, default=12.0)
            needs += fit.lines(paragraph.text, size, room) * size * fit.LINE
        if needs > height * 1.02 + 1:
            yield f"{shape.name}: {shape.text_frame.text[:60]!r} needs {needs:.0f} pt of {height:.0f}"


def beyond(slide: Any, wide: int, high: int) -> Iterator[str]:
    """Shapes that reach over the edge of the slide."""
    for shape in slide.shapes:
        if shape.left is None:
            continue
        if shape.left < 0 or shape.top < 0 or shape.left + shape.width > wide or shape.top + shape.height > high:
            yield shape.name
