"""Figures as an editable presentation: native charts and tables, the finding as title, its provenance at the foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from dashboard.export import fit
from dashboard.export.base import INNER, MARGIN, TITLE, WIDTH, presentation
from dashboard.export.brand import Brand
from dashboard.export.briefs import filled
from dashboard.export.canvas import LANGUAGE, Box, Canvas, Run, label
from dashboard.export.package import as_property, saved
from dashboard.export.paging import as_list, pieces
from dashboard.export.slide_chart import draw
from dashboard.export.slide_page import one_page
from dashboard.export.slide_parts import joined
from dashboard.export.wording import foot, told, warnings
from dashboard.figures.figure import Cards, Figure, Lang
from dashboard.look import LIGHT
from pipelines.catalogue import text

_QUESTION = Box(TITLE.x, 1.17, TITLE.w, 0.3)
_BODY = Box(MARGIN, 1.58, INNER, 5.14)
_FEW = 6  # rows that fit below a picture, or of two tables that stand one below the other
_HEADED = 2  # rows that the title and the heads of a table take
_STRIP = 0.36  # inches of a line of warnings
_TITLES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
_CARDS = 1.8  # inches of a row of cards above other figures


@dataclass(frozen=True)
class Slide:
    """Figures shown together; cards go on top, two others stand side by side."""

    figures: tuple[Figure, ...]
    title: str | None = None  # None: the finding of the first figure
    below: bool = False  # the table of a single figure stands below its chart
    columns: tuple[int, ...] = ()  # all on one slide: below the cards so many figures in each column
    spoken: tuple[str, ...] = ()  # what the speaker is given to ask, above all else in the notes


@dataclass(frozen=True)
class Cover:
    """The first slide, and the first of each annex."""

    title: str
    subtitle: str


def deck(
    figures: Iterable[Figure],
    *,
    title: str,
    subtitle: str,
    brand: Brand,
    lang: Lang = "id",
    tables: bool = False,
    made_at: datetime | None = None,
) -> bytes:
    """A presentation with a cover and a slide for each figure; `tables` adds each figure's table after its chart."""
    shown: list[Slide | Cover] = [Cover(title, subtitle)]
    for figure in map(as_list, figures):
        shown.append(Slide((figure,)))
        if tables and figure.chart is not None and figure.table.rows and not figure.empty:
            shown.append(Slide((replace(figure, chart=None),)))
    return slides(shown, title=title, brand=brand, lang=lang, made_at=made_at)


def slides(
    shown: Sequence[Slide | Cover],
    *,
    title: str,
    brand: Brand,
    subtitle: str | None = None,
    lang: Lang = "id",
    mark: str | None = None,
    made_at: datetime | None = None,
) -> bytes:
    """The .pptx of the slides in order, long figures cut into as many slides as they need; `mark` stands on each.

    Without a `subtitle` the properties of the file carry that of the cover: whose it is, and as of when.
    """
    made = presentation(brand)
    moment = (made_at or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    core = made.core_properties
    core.title, core.author, core.subject = as_property(title), brand.unit, brand.nama
    core.comments = as_property(subtitle or next((one.subtitle for one in shown if isinstance(one, Cover)), ""))
    core.created = core.modified = moment
    core.last_modified_by, core.language, core.keywords = "Raporda", LANGUAGE[lang], "Raporda"
    core.category = as_property(mark or "")
    for one in shown:
        if isinstance(one, Cover):
            _cover(made, one, brand, lang)
            _mark(made, mark, brand, lang)
            continue
        for page in _pages(one, lang):
            _page(made, page, brand, lang)
            _mark(made, mark, brand, lang)
    return saved(made)


@dataclass(frozen=True)
class _Page:
    figures: tuple[Figure, ...]  # as shown on this slide
    whole: tuple[Figure, ...]  # as they are, for common scales
    title: str
    number: int
    count: int
    below: bool = False
    columns: tuple[int, ...] = ()
    spoken: tuple[str, ...] = ()


def _pages(slide: Slide, lang: Lang) -> list[_Page]:
    """The pages of a slide; what is to be asked stands in the notes of the first."""
    first, *rest = _cut(slide, lang)
    return [replace(first, spoken=slide.spoken), *rest]


def _cut(slide: Slide, lang: Lang) -> list[_Page]:
    """The first piece of every figure together, then what is left over of each on slides of its own."""
    if slide.below and len(slide.figures) == 1:
        only = slide.figures[0]
        if only.chart is not None and not only.empty and 0 < len(only.table.rows) <= _FEW:
            table_of = replace(only, chart=None, table=filled(only.table))
            return [_Page((only, table_of), (only, table_of), slide.title or only.title, 1, 1, below=True)]
    title = slide.title or slide.figures[0].title
    if slide.columns:
        return [_Page(slide.figures, slide.figures, title, 1, 1, columns=slide.columns)]
    cut = [pieces(as_list(figure), lang) for figure in slide.figures]
    alone = len(slide.figures) == 1
    first = tuple(parts[0] for parts in cut)
    pages = [_Page(first, slide.figures, title, 1, len(cut[0]) if alone else 1)]
    for whole, parts in zip(slide.figures, cut, strict=True):
        for number, part in enumerate(parts[1:], start=2):
            pages.append(_Page((part,), (whole,), title if alone else whole.title, number, len(parts)))
    return pages


def _cover(made: Any, cover: Cover, brand: Brand, lang: Lang) -> None:
    slide = made.slides.add_slide(made.slide_layouts[0])
    canvas = Canvas(slide, brand, lang)
    size = fit.largest(cover.title, (40, 36, 32, 28, 24), room=11.1 * 72, height=1.5 * 72, bold=True)
    _fill(slide.shapes.title, cover.title, size, lang)
    small = fit.largest(cover.subtitle, (20, 18, 16, 14), room=11.1 * 72, height=72)
    _fill(slide.placeholders[1], cover.subtitle, small, lang)
    words = [Run(brand.nama, 16, "#FFFFFF", bold=True), Run(brand.unit, 14, "#FFFFFF")]
    if brand.remark(lang):
        words.append(Run(brand.remark(lang), 12, "#FFFFFF"))
    canvas.text(Box(1.1, 5.75, 11.1, 1.0), words, name="Pemda", anchor="bottom", after=2)


def _page(made: Any, page: _Page, brand: Brand, lang: Lang) -> None:
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.turbo_add_enabled = True  # ids are counted, not searched for
    canvas = Canvas(slide, brand, lang)
    count = f" ({text('ekspor.halaman_dari', lang, ke=page.number, jumlah=page.count)})" if page.count > 1 else ""
    room, height = TITLE.points
    title = joined(page.title)
    title = fit.clipped(title, _TITLES[-1], room=room - 80, at_most=2, bold=True) + count
    _fill(slide.shapes.title, title, fit.largest(title, _TITLES, room=room, height=height, bold=True), lang)
    body = _BODY
    if page.figures[0].question:
        size = fit.largest(page.figures[0].question, (14, 13, 12), room=_QUESTION.points[0], height=20)
        canvas.text(_QUESTION, [Run(page.figures[0].question, size, LIGHT.muted)], name=text("ekspor.pertanyaan", lang))
    else:
        body = Box(body.x, body.y - 0.15, body.w, body.h + 0.15)
    alarm = warnings(page.whole)
    if alarm:
        body, strip = body.split(body.h - _STRIP, 0.0)
        body = Box(body.x, body.y, body.w, body.h - 0.12)
    _arrange(canvas, body, page)
    if alarm:
        _warn(canvas, strip, alarm)
    _footer(slide, foot(page.figures, lang), lang)  # last: shapes are read aloud in the order in which they are added
    _notes(slide, page, lang)


def _mark(made: Any, words: str | None, brand: Brand, lang: Lang) -> None:
    """Who may have the slide, over its upper edge; nothing on slides that anybody may have."""
    if not words:
        return
    canvas = Canvas(made.slides[-1], brand, lang)
    tone = canvas.look.status["merah"]
    room = fit.width(words, 12, bold=True) / 72 + 0.4
    place = Box(WIDTH - MARGIN - room, 0.06, room, 0.27)
    canvas.panel(place, fill=tone.fill, name=words, shape="round")
    canvas.text(place, [Run(words, 12, tone.on_fill, bold=True)], name=words, align="center", anchor="middle")


def _arrange(canvas: Canvas, body: Box, page: _Page) -> None:
    drawn = list(zip(page.figures, page.whole, strict=True))
    if page.columns:
        one_page(canvas, body, page.figures, page.columns)
        return
    if len(drawn) > 1 and isinstance(drawn[0][0].chart, Cards):
        top, body = body.split(_CARDS, 0.14)
        draw(canvas, top, *drawn.pop(0))
    if page.below:
        top, under = body.split(0.45 * body.h, 0.2)
        draw(canvas, top, *drawn[0])
        draw(canvas, under, *drawn[1])
        return
    if len(drawn) == 1 and len(page.figures) == 1:
        draw(canvas, body, *drawn[0])
        return
    alone = len(drawn) == len(page.figures)
    places = (_stacked(body, page.figures) if alone else []) or body.columns(len(drawn), 0.45)
    wide = places[0].points[0]
    one_line = all(fit.fits(figure.title, 13, room=wide, height=20, bold=True) for figure, _ in drawn)
    for place, (figure, whole) in zip(places, drawn, strict=True):
        head, rest = place.split(0.3 if one_line else 0.46, 0.06)
        room, height = head.points
        size = fit.largest(figure.title, (14, 13, 12), room=room, height=height, bold=True)
        words = fit.clipped(figure.title, size, room=room, at_most=int(height / (size * fit.LINE)), bold=True)
        canvas.text(head, [Run(words, size, canvas.look.ink, bold=True)], name=figure.id, anchor="middle")
        draw(canvas, rest, figure, whole)


def _stacked(body: Box, figures: Sequence[Figure]) -> list[Box]:
    """Two short tables one below the other, each as wide as the slide; none where they stand beside each other."""
    if len(figures) != 2 or any(figure.chart is not None or figure.empty for figure in figures):
        return []
    first, second = (min(len(figure.table.rows), figure.table.shown or _FEW) + _HEADED for figure in figures)
    if first + second > _FEW + 2 * _HEADED:
        return []
    return list(body.split((body.h - 0.2) * first / (first + second), 0.2))


def _fill(shape: Any, words: str, size: float, lang: Lang) -> None:
    """Write into a placeholder, at a size that was found to fit."""
    shape.text_frame.text = words
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)
            run._r.get_or_add_rPr().set("lang", LANGUAGE[lang])
    label(shape, shape.name, words)


def _footer(slide: Any, words: str, lang: Lang) -> None:
    """Fill the layout's footer and slide number, which python-pptx leaves behind."""
    room = (INNER - 0.8) * 72
    one_line = next((s for s in (9.0, 8.5, 8.0) if fit.lines(words, s, room) == 1), None)
    size = one_line or fit.largest(words, (9, 8.5, 8, 7.5, 7), room=room, height=0.36 * 72)
    words = fit.clipped(words, size, room=room, at_most=int(0.36 * 72 / (size * fit.LINE)))
    for kind, order in (("ftr", 11), ("sldNum", 12)):
        number = slide.shapes._next_shape_id
        field = _NUMBER % LANGUAGE[lang] if kind == "sldNum" else ""
        shape = parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="{kind}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{order}"/></p:nvPr>'
            f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{field}</a:p></p:txBody></p:sp>"
        )
        slide.shapes._spTree.append(shape)
        made = slide.shapes[-1]
        if kind == "ftr":
            run = made.text_frame.paragraphs[0].add_run()
            run.text, run.font.size = words, Pt(size)
            run._r.get_or_add_rPr().set("lang", LANGUAGE[lang])
        label(made, "Sumber" if kind == "ftr" else "Nomor halaman", words if kind == "ftr" else "#")


_NUMBER = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="%s"/><a:t>‹#›</a:t></a:fld>'


def _warn(canvas: Canvas, box: Box, alarm: Sequence[str]) -> None:
    """A strip that cannot be overlooked: what does not match, never dropped."""
    tone = canvas.look.status["oranye"]
    canvas.panel(box, fill=tone.soft, name="Latar peringatan")
    canvas.panel(Box(box.x, box.y, 0.07, box.h), fill=tone.fill, name="Tanda peringatan")
    words = f"▲ {text('ekspor.peringatan', canvas.lang)}: " + " · ".join(alarm)
    inner = Box(box.x + 0.2, box.y, box.w - 0.3, box.h)
    room, height = inner.points
    size = fit.largest(words, (13, 12), room=room, height=height)
    words = fit.clipped(words, size, room=room, at_most=max(1, int(height / (size * fit.LINE))))
    canvas.text(
        inner, [Run(words, size, tone.ink, bold=True)], name=text("ekspor.peringatan", canvas.lang), anchor="middle"
    )


def _notes(slide: Any, page: _Page, lang: Lang) -> None:
    """Speaker notes: what to ask, question, what the figure shows, notes, every warning and the provenance in full."""
    said: list[str] = list(page.spoken)
    for figure in page.whole:
        if figure.question:
            said.append(f"{text('ekspor.pertanyaan', lang)}: {figure.question}")
        if figure.alt:
            said.append(f"{text('ekspor.catatan_pembaca', lang)}: {figure.alt}")
        said += [f"{text('ekspor.catatan', lang)}: {note}" for note in figure.notes]
        said += [f"{text('ekspor.peringatan', lang)}: {warning}" for warning in figure.provenance.warnings]
        said.append(" · ".join(told(figure.provenance, lang)))
    slide.notes_slide.notes_text_frame.text = "\n".join(dict.fromkeys(said))
