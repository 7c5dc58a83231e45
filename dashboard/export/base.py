"""The empty presentation: 16:9, two layouts, the pemda's colours and font in the theme, the logo on the layouts."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from dashboard.export.brand import Brand
from dashboard.export.canvas import Box, rgb
from dashboard.export.logo import png
from dashboard.export.package import emptied
from dashboard.look import LIGHT

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
INNER = WIDTH - 2 * MARGIN
TITLE = Box(MARGIN + 0.2, 0.36, INNER - 1.15, 0.78)
FOOTER = Box(MARGIN, 6.92, INNER - 0.8, 0.34)
NUMBER = Box(MARGIN + INNER - 0.7, 6.92, 0.7, 0.34)
_LOGO = Box(MARGIN + INNER - 0.6, 0.42, 0.6, 0.66)
_COVER_TITLE = Box(1.1, 2.35, 11.1, 1.5)
_COVER_SUB = Box(1.1, 4.1, 11.1, 1.0)
_COVER_LOGO = Box(1.1, 0.85, 0.95, 1.0)


def presentation(brand: Brand) -> Any:
    """A presentation without slides: layout 0 is the cover, layout 1 title, body and footer."""
    made = emptied(Presentation())
    made.slide_width, made.slide_height = Inches(WIDTH), Inches(HEIGHT)
    master = made.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _themed(theme.blob, brand)
    cover, inner = made.slide_layouts[0], made.slide_layouts[5]
    for layout in list(made.slide_layouts):
        if layout not in (cover, inner):
            made.slide_layouts.remove(layout)
    _master(master)
    _cover(cover, brand)
    _inner(inner, brand)
    return made


def _themed(blob: bytes, brand: Brand) -> bytes:
    root = etree.fromstring(blob)
    root.set("name", "Raporda")
    for font in root.iter(qn("a:latin")):
        font.set("typeface", brand.fonta)
    colours = {
        "dk1": LIGHT.ink, "lt1": "#FFFFFF", "dk2": brand.utama, "lt2": LIGHT.surface, "accent1": brand.utama,
        "accent2": brand.aksen, "accent3": LIGHT.parts[1], "accent4": LIGHT.parts[3], "accent5": LIGHT.parts[4],
        "accent6": LIGHT.before, "hlink": LIGHT.parts[1], "folHlink": LIGHT.parts[3],
    }  # fmt: skip
    scheme = root.find(f".//{qn('a:clrScheme')}")
    for name, colour in colours.items():
        slot = scheme.find(qn(f"a:{name}"))
        slot.clear()
        etree.SubElement(slot, qn("a:srgbClr")).set("val", colour.lstrip("#"))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _master(master: Any) -> None:
    style = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    run = style.find(qn("a:defRPr"))
    run.set("sz", "2600")
    run.set("b", "1")
    run.find(f".//{qn('a:schemeClr')}").set("val", "tx2")
    for shape in master.placeholders:
        kind = shape._element.find(f".//{qn('p:ph')}").get("type")
        if kind == "dt":
            shape._element.getparent().remove(shape._element)
            continue
        _place(shape, {"title": TITLE, "ftr": FOOTER, "sldNum": NUMBER}.get(kind, Box(MARGIN, 1.7, INNER, 4.8)))
        _bare(shape, anchor="ctr" if kind == "title" else "t")
        if kind in ("ftr", "sldNum"):
            _small(shape, align="l" if kind == "ftr" else "r")


def _cover(layout: Any, brand: Brand) -> None:
    layout.name = "Sampul"
    layout.background.fill.solid()
    layout.background.fill.fore_color.rgb = rgb(brand.utama)
    for shape in list(layout.placeholders):
        kind = shape._element.find(f".//{qn('p:ph')}").get("type")
        if kind == "ctrTitle":
            _place(shape, _COVER_TITLE)
            _bare(shape, anchor="b")
            _level(shape, size=4000, colour="bg1", bold=True)
        elif kind == "subTitle":
            _place(shape, _COVER_SUB)
            _bare(shape, anchor="t")
            _level(shape, size=2000, colour="bg1", bold=False)
        else:
            shape._element.getparent().remove(shape._element)
    tree = layout._element.cSld.spTree
    tree.insert(2, _block(91, Box(0, 0, 0.22, HEIGHT), brand.aksen))
    tree.insert(3, _block(92, Box(1.1, 3.93, 1.4, 0.05), brand.aksen))
    picture = png(brand)
    if picture:
        tree.insert(4, _block(93, Box(1.0, 0.77, 1.15, 1.16), "#FFFFFF", round_corners=True))
        tree.insert(5, _picture(layout, picture, _COVER_LOGO, brand.nama))


def _inner(layout: Any, brand: Brand) -> None:
    layout.name = "Isi"
    for shape in list(layout.placeholders):
        kind = shape._element.find(f".//{qn('p:ph')}").get("type")
        if kind == "dt":
            shape._element.getparent().remove(shape._element)
    tree = layout._element.cSld.spTree
    tree.insert(2, _block(91, Box(MARGIN, 0.44, 0.07, 0.66), brand.aksen))
    tree.insert(3, _block(92, Box(MARGIN, 6.84, INNER, 0.012), LIGHT.line))
    picture = png(brand)
    if picture:
        tree.insert(4, _picture(layout, picture, _LOGO, brand.nama))


def _place(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (Inches(v) for v in (box.x, box.y, box.w, box.h))


def _bare(shape: Any, *, anchor: str) -> None:
    body = shape._element.txBody.find(qn("a:bodyPr"))
    for side in ("lIns", "tIns", "rIns", "bIns"):
        body.set(side, "0")
    body.set("anchor", anchor)
    for child in list(body):
        body.remove(child)


def _level(shape: Any, *, size: int, colour: str, bold: bool) -> None:
    style = shape._element.txBody.find(qn("a:lstStyle"))
    for child in list(style):
        style.remove(child)
    style.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="{size}" b="{int(bold)}">'
            f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        )
    )


def _small(shape: Any, *, align: str) -> None:
    style = shape._element.txBody.find(qn("a:lstStyle"))
    for child in list(style):
        style.remove(child)
    style.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} algn="{align}"><a:defRPr sz="900"><a:solidFill>'
            f'<a:srgbClr val="{LIGHT.muted.lstrip("#")}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        )
    )


def _block(number: int, box: Box, colour: str, *, round_corners: bool = False) -> Any:
    kind = "roundRect" if round_corners else "rect"
    x, y, w, h = (int(Inches(v)) for v in (box.x, box.y, box.w, box.h))
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="Hiasan {number}" descr=""/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/>'
        f"</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _picture(layout: Any, picture: Any, box: Box, alt: str) -> Any:
    part, relation = layout.part.get_or_add_image_part(picture)
    wide, high = part.image.size
    scale = min(box.w / wide, box.h / high)
    w, h = wide * scale, high * scale
    x, y = box.x + (box.w - w) / 2, box.y + (box.h - h) / 2
    made = parse_xml(
        f'<p:pic {nsdecls("p", "a", "r")}><p:nvPicPr><p:cNvPr id="99" name="Logo"/><p:cNvPicPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="{int(Inches(x))}" y="{int(Inches(y))}"/>'
        f'<a:ext cx="{int(Inches(w))}" cy="{int(Inches(h))}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</p:spPr></p:pic>"
    )
    made.find(f".//{qn('p:cNvPr')}").set("descr", f"Logo {alt}")
    return made
