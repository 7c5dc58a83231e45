"""Words and shapes on one slide; every shape carries an alternative text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from dashboard.export.brand import Brand
from dashboard.figures.figure import Lang
from dashboard.look import LIGHT, Look

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
_ALIGN = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
_ANCHOR = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
_RGB: Any = RGBColor  # python-pptx carries no types
_ALT = 400  # characters; longer alternative texts are cut by some readers


@dataclass(frozen=True)
class Box:
    """A place on the slide, in inches."""

    x: float
    y: float
    w: float
    h: float

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.w * 72, self.h * 72

    def columns(self, count: int, gap: float = 0.2) -> list[Box]:
        """The box cut into equal columns."""
        wide = (self.w - gap * (count - 1)) / count
        return [Box(self.x + i * (wide + gap), self.y, wide, self.h) for i in range(count)]

    def rows(self, count: int, gap: float = 0.0) -> list[Box]:
        """The box cut into equal rows."""
        high = (self.h - gap * (count - 1)) / count
        return [Box(self.x, self.y + i * (high + gap), self.w, high) for i in range(count)]

    def split(self, top: float, gap: float = 0.2) -> tuple[Box, Box]:
        """The upper `top` inches and what is left below them."""
        return Box(self.x, self.y, self.w, top), Box(self.x, self.y + top + gap, self.w, self.h - top - gap)

    def cut(self, left: float, gap: float = 0.3) -> tuple[Box, Box]:
        """The left `left` inches and what stands to the right of them."""
        return Box(self.x, self.y, left, self.h), Box(self.x + left + gap, self.y, self.w - left - gap, self.h)


@dataclass(frozen=True)
class Run:
    """Words of one kind within a text."""

    text: str
    size: float
    colour: str
    bold: bool = False


@dataclass(frozen=True)
class Canvas:
    """One slide being drawn."""

    slide: Any  # pptx.slide.Slide
    brand: Brand
    lang: Lang
    look: Look = LIGHT

    def text(
        self,
        box: Box,
        paragraphs: Sequence[Run | Sequence[Run]],
        *,
        name: str,
        align: Align = "left",
        anchor: Anchor = "top",
        spacing: float | None = None,
        after: float = 0,
    ) -> Any:
        """A text box without margins; `spacing` is an exact line distance in points, `after` a gap after paragraphs."""
        shape = self.slide.shapes.add_textbox(*_emu(box))
        write(shape.text_frame, paragraphs, align=align, anchor=anchor, spacing=spacing, after=after)
        return label(shape, name, _plain(paragraphs))

    def panel(
        self,
        box: Box,
        *,
        fill: str | None,
        name: str,
        alt: str = "",
        line: str | None = None,
        shape: Literal["square", "round", "oval"] = "square",
    ) -> Any:
        """A filled shape without words."""
        kind = {"square": MSO_SHAPE.RECTANGLE, "round": MSO_SHAPE.ROUNDED_RECTANGLE, "oval": MSO_SHAPE.OVAL}[shape]
        made = self.slide.shapes.add_shape(kind, *_emu(box))
        if shape == "round":
            made.adjustments[0] = min(0.5, 0.06 / min(box.w, box.h))
        style = made._element.find(qn("p:style"))  # it brings shadows that no one asked for
        if style is not None:
            made._element.remove(style)
        if fill is None:
            made.fill.background()
        else:
            made.fill.solid()
            made.fill.fore_color.rgb = rgb(fill)
        if line is None:
            made.line.fill.background()
        else:
            made.line.color.rgb = rgb(line)
            made.line.width = Pt(0.75)
        return label(made, name, alt or name)


def write(
    frame: Any,
    paragraphs: Iterable[Run | Sequence[Run]],
    *,
    align: Align = "left",
    anchor: Anchor = "top",
    spacing: float | None = None,
    after: float = 0,
) -> None:
    """Fill a text frame, without margins and without letting the office program resize it."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = _ANCHOR[anchor]
    for number, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = _ALIGN[align]
        if spacing is not None:
            paragraph.line_spacing = Pt(spacing)
        if after:
            paragraph.space_after = Pt(after)
        for run in (runs,) if isinstance(runs, Run) else runs:
            made = paragraph.add_run()
            made.text = run.text
            made.font.size = Pt(run.size)
            made.font.bold = run.bold
            made.font.color.rgb = rgb(run.colour)


def label(shape: Any, name: str, alt: str) -> Any:
    """The shape, named and with its alternative text."""
    marks = shape._element._nvXxPr.cNvPr
    marks.set("name", name)
    marks.set("descr", alt if len(alt) <= _ALT else alt[: _ALT - 1] + "…")
    return shape


def rgb(colour: str) -> Any:
    """A colour written #RRGGBB as python-pptx takes it."""
    return _RGB.from_string(colour.lstrip("#").upper())


def _emu(box: Box) -> tuple[Any, Any, Any, Any]:
    return Inches(box.x), Inches(box.y), Inches(box.w), Inches(box.h)


def _plain(paragraphs: Iterable[Run | Sequence[Run]]) -> str:
    parts = ("".join(run.text for run in ((p,) if isinstance(p, Run) else p)) for p in paragraphs)
    return " ".join(part for part in parts if part)
