"""A pack: the figures of one meeting as slides, and what of them sheet and paper have besides."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from dashboard.export.deck import Cover, Slide
from dashboard.export.document import Sheet
from dashboard.figures.figure import Figure


@dataclass(frozen=True)
class Called:
    """Who is called to a meeting besides those that its kind calls by itself."""

    opd: tuple[str, ...] = ()  # codes
    pejabat: tuple[str, ...] | None = None  # officials, by the internal id; None calls nobody in particular


@dataclass(frozen=True)
class Part:
    """What one subject brings to a meeting."""

    slides: tuple[Slide, ...] = ()
    more: tuple[Figure, ...] = ()  # in the workbook and on paper only
    silent: tuple[Figure, ...] = ()  # what cannot be shown, each saying why


@dataclass(frozen=True)
class Pack:
    """The material of one meeting."""

    kind: str
    title: str
    subtitle: str
    slides: tuple[Slide | Cover, ...]
    more: tuple[Figure, ...] = ()  # in the workbook and on paper only: too long for a screen
    sheets: tuple[Figure, ...] = ()  # of the workbook, where it has other figures than the slides
    officials: tuple[str, ...] = ()  # who have a page in it, by the internal id
    mark: str | None = None  # said on every slide, sheet and page of what not everybody may have

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure once, in the order of the slides."""
        found = {
            (figure.id, figure.provenance.scope): figure
            for slide in self.slides
            if isinstance(slide, Slide)
            for figure in slide.figures
        }
        return (*found.values(), *self.more)

    @property
    def papers(self) -> tuple[Figure | Sheet, ...]:
        """The same for paper: what stands on one slide about one entity stays on one page."""
        found: dict[tuple[str, str], Figure | Sheet] = {}
        for slide in self.slides:
            if isinstance(slide, Slide) and slide.columns:
                found[slide.figures[0].id, slide.figures[0].provenance.scope] = _sheet(slide)
            elif isinstance(slide, Slide):
                found |= {(figure.id, figure.provenance.scope): figure for figure in slide.figures}
        return (*found.values(), *self.more)


def _sheet(slide: Slide) -> Sheet:
    """The figures of a slide as rows of a page: the first by itself, the others of both columns side by side."""
    head, *rest = slide.figures
    left, right = rest[: slide.columns[0]], rest[slide.columns[0] :]
    beside = (tuple(one for one in pair if one is not None) for pair in zip_longest(left[1:], right))
    return Sheet(head, (tuple(left[:1]), *beside))
