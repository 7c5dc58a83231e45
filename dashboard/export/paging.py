"""A figure cut into as many slides as it can be read on; each piece is a figure of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from dashboard.export import fit
from dashboard.export.table_plan import fewest
from dashboard.figures.figure import (
    Bars,
    Cards,
    Chart,
    Choropleth,
    Distribution,
    Figure,
    Flow,
    Grid,
    Lang,
    Priorities,
    Prose,
    Quadrant,
    Ranking,
    Timeline,
    Tree,
)
from pipelines.catalogue import text

DOTS, GRID_ROWS, ITEMS, CARDS, CATEGORIES = 18, 13, 6, 10, 20
LANES, STREAMS, GROUPS = 12, 8, 10
PROSE_SIZE, PROSE_GAP = 15, 9  # points
ROOM = (12.13 * 72, 4.5 * 72)  # points of a slide's body with a strip of warnings

T = TypeVar("T")


def as_list(figure: Figure) -> Figure:
    """The figure as slides take it: a tree is its table there, which names every level, and so is a map."""
    return replace(figure, chart=None) if isinstance(figure.chart, Tree | Choropleth) else figure


def pieces(figure: Figure, lang: Lang) -> list[Figure]:
    """The figure as one figure a slide, in order; a figure that fits stays alone."""
    chart = figure.chart
    if figure.empty:
        return [figure]
    if _nothing(chart):  # every group is too small to be drawn, say: the table tells so
        figure, chart = replace(figure, chart=None), None
    if isinstance(chart, Ranking) and len(chart.dots) > DOTS:
        return [replace(figure, chart=replace(chart, dots=part)) for part in even(chart.dots, DOTS)]
    if isinstance(chart, Grid) and len(chart.rows) > GRID_ROWS:
        return list(_grids(figure, chart))
    if isinstance(chart, Priorities) and len(chart.items) > ITEMS:
        return [replace(figure, chart=Priorities(part)) for part in even(chart.items, ITEMS)]
    if isinstance(chart, Cards) and len(chart.cards) > CARDS:
        return [replace(figure, chart=Cards(part)) for part in even(chart.cards, CARDS)]
    if isinstance(chart, Bars) and len(chart.categories) > CATEGORIES:
        return list(_bars(figure, chart))
    if isinstance(chart, Timeline) and len(chart.lanes) > LANES:
        return [replace(figure, chart=replace(chart, lanes=part)) for part in even(chart.lanes, LANES)]
    if isinstance(chart, Flow) and len(chart.streams) > STREAMS:
        return [replace(figure, chart=replace(chart, streams=part)) for part in even(chart.streams, STREAMS)]
    if isinstance(chart, Distribution) and len(chart.groups) > GROUPS:
        return [replace(figure, chart=replace(chart, groups=part)) for part in even(chart.groups, GROUPS)]
    if isinstance(chart, Prose):
        return [replace(figure, chart=Prose(part)) for part in _prose(chart.paragraphs)]
    if chart is None and figure.table.rows:
        figure = _shown(figure, lang)
        held = fewest(figure.table, lang, room=ROOM[0], height=ROOM[1]).rows
        return list(_tables(figure, held)) if len(figure.table.rows) > held else [figure]
    return [figure]


def _nothing(chart: Chart) -> bool:
    """Whether a chart has no entity that it could draw."""
    match chart:
        case Bars():
            return not chart.categories
        case Ranking():
            return not chart.dots
        case Quadrant():
            return not any(point.x is not None and point.y is not None for point in chart.points)
        case Timeline():
            return not chart.lanes
        case Flow():
            return not chart.streams
        case Distribution():
            return not chart.groups
        case _:
            return False


def even(items: Sequence[T], limit: int) -> list[tuple[T, ...]]:
    """The items in parts of at most `limit`, as equal as can be, the longer ones first: no slide is a leftover."""
    parts = -(-len(items) // limit)
    if not parts:
        return []
    size, longer = divmod(len(items), parts)
    ends = [size * (n + 1) + min(n + 1, longer) for n in range(parts)]
    return [tuple(items[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def _grids(figure: Figure, grid: Grid) -> Iterator[Figure]:
    for part in even(range(len(grid.rows)), GRID_ROWS):
        rows = slice(part[0], part[-1] + 1)
        statuses = grid.statuses[rows] if grid.statuses is not None else None
        cut = replace(grid, rows=grid.rows[rows], values=grid.values[rows], statuses=statuses, links=grid.links[rows])
        yield replace(figure, chart=cut)


def _bars(figure: Figure, bars: Bars) -> Iterator[Figure]:
    for part in even(range(len(bars.categories)), CATEGORIES):
        rows = slice(part[0], part[-1] + 1)
        series = tuple(replace(one, values=one.values[rows]) for one in bars.series)
        cut = replace(bars, categories=bars.categories[rows], series=series, statuses=bars.statuses[rows])
        yield replace(figure, chart=replace(cut, links=bars.links[rows]))


def _shown(figure: Figure, lang: Lang) -> Figure:
    """The rows that the figure wants shown; how many more the workbook has becomes a note."""
    limit = figure.table.shown
    more = len(figure.table.rows) - limit if limit is not None else 0
    if limit is None or more <= 0:
        return figure
    cut = replace(figure.table, rows=figure.table.rows[:limit], links=())
    return replace(figure, table=cut, notes=(*figure.notes, text("ekspor.baris_lain", lang, n=more)))


def _tables(figure: Figure, held: int) -> Iterator[Figure]:
    for part in even(figure.table.rows, held):
        yield replace(figure, table=replace(figure.table, rows=part, links=()))


def _prose(paragraphs: Sequence[str]) -> list[tuple[str, ...]]:
    room, height = ROOM
    parts: list[tuple[str, ...]] = []
    kept: list[str] = []
    used = 0.0
    for paragraph in paragraphs:
        needs = fit.lines(paragraph, PROSE_SIZE, room) * PROSE_SIZE * fit.LINE + PROSE_GAP
        if kept and used + needs > height:
            parts.append(tuple(kept))
            kept, used = [], 0.0
        kept.append(paragraph)
        used += needs
    parts.append(tuple(kept))
    level = even(paragraphs, -(-len(paragraphs) // len(parts)))
    return level if all(_height(part) <= height for part in level) else parts


def _height(paragraphs: Sequence[str]) -> float:
    room = ROOM[0]
    return sum(fit.lines(p, PROSE_SIZE, room) * PROSE_SIZE * fit.LINE + PROSE_GAP for p in paragraphs)
