"""What stands at the foot of every exported figure, the same on slide, sheet and paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dashboard.figures.figure import Figure, Lang, Provenance
from pipelines.catalogue import text


def foot(figures: Iterable[Figure], lang: Lang) -> str:
    """Source, as-of, scope, coverage, rule and build of the figures in one line, nothing said twice."""
    said = [figure.provenance for figure in figures]
    joined: dict[str, Any] = {
        name: "; ".join(_fullest([str(getattr(one, name)) for one in said if getattr(one, name)]))
        for name in ("source", "as_of", "scope", "coverage", "rule", "build", "known_at")
    }
    return " · ".join(told(Provenance(**joined), lang))


def _fullest(said: list[str]) -> list[str]:
    """What was said, once, without what another says too and more; each figure's own words stand in the notes."""
    words = {one: {word.strip("(),;") for word in one.split()} - {""} for one in dict.fromkeys(said)}
    named = {one: {word for word in found if not word.isdigit()} for one, found in words.items()}
    return [one for one in named if not any(named[one] < named[other] for other in named if other != one)]


def told(said: Provenance, lang: Lang) -> list[str]:
    """The provenance as short labelled phrases."""
    phrases = [text("ekspor.sumber", lang, isi=said.source), text("ekspor.posisi", lang, isi=said.as_of)]
    phrases += known([said], lang)
    phrases.append(text("ekspor.cakupan", lang, isi=said.scope))
    if said.coverage:
        phrases.append(said.coverage)
    if said.rule:
        phrases.append(text("ekspor.aturan", lang, isi=said.rule))
    phrases.append(text("ekspor.build", lang, isi=said.build))
    return phrases


def known(said: Iterable[Provenance], lang: Lang) -> list[str]:
    """That only what was recorded by a day is in the figures; nothing where all of it is."""
    days = dict.fromkeys(one.known_at for one in said if one.known_at)
    return [text("ekspor.diketahui", lang, tanggal=day) for day in days]


def dated(said: Provenance, lang: Lang) -> str:
    """Both dates and the build, for the foot of a page that has no room for more."""
    position, build = text("ekspor.posisi", lang, isi=said.as_of), text("ekspor.build", lang, isi=said.build)
    return " · ".join((position, *known([said], lang), build))


def warnings(figures: Iterable[Figure]) -> list[str]:
    """Every warning of the figures, once, in order."""
    return list(dict.fromkeys(warning for figure in figures for warning in figure.provenance.warnings))
