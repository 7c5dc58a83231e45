"""Words and shapes on one slide; every shape carries an alternative text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from xml.sax.saxutils import escape

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from dashboard.export.brand import Brand
from dashboard.export.chart_data import printable
from dashboard.figures.figure import Lang
from dashboard.look import LIGHT, Look

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
_RGB: Any = RGBColor  # python-pptx carries no types
LANGUAGE: dict[Lang, str] = {"id": "id-ID", "en": "en-GB"}  # in which words are read aloud and spelled
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
        after: float = 0,
    ) -> None:
        """A text box without margins, of exactly this size; `after` is a gap below each paragraph in points."""
        lines = [(runs,) if isinstance(runs, Run) else tuple(runs) for runs in paragraphs]
        spoken = " ".join(filter(None, ("".join(run.text for run in runs) for runs in lines)))
        gap = f'<a:spcAft><a:spcPts val="{int(after * 100)}"/></a:spcAft>' if after else ""
        body = "".join(
            f'<a:p><a:pPr algn="{_ALIGN[align]}">{gap}</a:pPr>{"".join(_run(run, self.lang) for run in runs)}</a:p>'
            for runs in lines
        )
        self._add(box, "rect", "<a:noFill/>", "<a:ln><a:noFill/></a:ln>", name=name, alt=spoken or name, text=(
            f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
            f'anchor="{_ANCHOR[anchor]}"><a:noAutofit/></a:bodyPr><a:lstStyle/>{body or "<a:p/>"}</p:txBody>'
        ))  # fmt: skip

    def panel(
        self,
        box: Box,
        *,
        fill: str,
        name: str,
        line: str | None = None,
        shape: Literal["square", "round", "oval", "arrow"] = "square",
    ) -> None:
        """A filled shape without words."""
        form = {"square": "rect", "round": "roundRect", "oval": "ellipse", "arrow": "rightArrow"}[shape]
        edge = f'<a:ln w="9525">{_solid(line)}</a:ln>' if line else "<a:ln><a:noFill/></a:ln>"
        self._add(box, form, _solid(fill), edge, name=name, alt=name)

    def _add(self, box: Box, form: str, fill: str, edge: str, *, name: str, alt: str, text: str = "") -> None:
        """Append a shape as one piece of XML: a call per property costs more than the drawing itself."""
        shapes = self.slide.shapes
        x, y, w, h = (int(Inches(value)) for value in (box.x, box.y, box.w, box.h))
        corner = int(min(0.5, 0.06 / min(box.w, box.h)) * 100_000) if form == "roundRect" else None
        bent = f'<a:gd name="adj" fmla="val {corner}"/>' if corner is not None else ""
        made = parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{shapes._next_shape_id}" name="x"/>'
            f"<p:cNvSpPr{' txBox=' + chr(34) + '1' + chr(34) if text else ''}/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>"
            f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="{form}"><a:avLst>{bent}'
            f"</a:avLst></a:prstGeom>{fill}{edge}</p:spPr>{text}</p:sp>"
        )
        described(made, name, alt)
        shapes._spTree.append(made)


def clean(words: str) -> str:
    """The words as XML text, without what XML cannot hold."""
    return escape(printable(words))


def _run(run: Run, lang: Lang) -> str:
    look = f'lang="{LANGUAGE[lang]}" sz="{int(run.size * 100)}" b="{int(run.bold)}"'
    return f"<a:r><a:rPr {look}>{_solid(run.colour)}</a:rPr><a:t>{clean(run.text)}</a:t></a:r>"


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:solidFill>'


def label(shape: Any, name: str, alt: str) -> Any:
    """The shape, named and with its alternative text."""
    described(shape._element, name, alt)
    return shape


def described(element: Any, name: str, alt: str) -> None:
    """Name a shape's element and give it its alternative text."""
    marks = element._nvXxPr.cNvPr
    marks.set("name", "".join(filter(str.isprintable, name)))
    alt = "".join(letter for letter in alt if letter.isprintable())
    marks.set("descr", alt if len(alt) <= _ALT else alt[: _ALT - 1] + "…")


def rgb(colour: str) -> Any:
    """A colour written #RRGGBB as python-pptx takes it."""
    return _RGB.from_string(colour.lstrip("#").upper())
