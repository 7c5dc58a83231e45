"""A pack: the figures of one meeting as slides, and what of them sheet and paper have besides."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.export.deck import Cover, Slide
from dashboard.figures.figure import Figure


@dataclass(frozen=True)
class Called:
    """Who is called to a meeting besides those that its kind calls by itself."""

    opd: tuple[str, ...] = ()  # codes
    pejabat: tuple[str, ...] = ()  # officials, by the internal id


@dataclass(frozen=True)
class Pack:
    """The material of one meeting."""

    kind: str
    title: str
    subtitle: str
    slides: tuple[Slide | Cover, ...]
    more: tuple[Figure, ...] = ()  # in the workbook and on paper only: too long for a screen
    sheets: tuple[Figure, ...] = ()  # of the workbook, where it has other figures than the slides
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
