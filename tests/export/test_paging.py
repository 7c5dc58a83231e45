"""Figures cut into slides: nothing lost, nothing doubled; and the estimate of room that decides it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.export import fit
from dashboard.export.chart_style import rounded
from dashboard.export.paging import even, pieces
from dashboard.figures.figure import Grid, Prose, Ranking
from tests.export import world


@given(st.lists(st.integers(), min_size=1, max_size=200), st.integers(1, 30))
def test_parts_hold_everything_in_order_and_differ_little(items: list[int], limit: int) -> None:
    parts = even(items, limit)
    assert [item for part in parts for item in part] == items
    assert all(0 < len(part) <= limit for part in parts)
    assert len(parts) == -(-len(items) // limit)
    sizes = [len(part) for part in parts]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] - sizes[-1] <= 1, "no slide is a leftover of one row"


@given(st.integers(3, 120))
def test_a_ranking_is_cut_without_loss(count: int) -> None:
    figure = world.ranking(count)
    assert isinstance(figure.chart, Ranking)
    cut = [dot for piece in pieces(figure, "id") for dot in piece.chart.dots]  # type: ignore[union-attr]
    assert tuple(cut) == figure.chart.dots


def test_grids_and_words_are_cut_without_loss() -> None:
    grid = world.grid(50)
    assert isinstance(grid.chart, Grid)
    cut = [row for piece in pieces(grid, "id") for row in piece.chart.values]  # type: ignore[union-attr]
    assert tuple(cut) == grid.chart.values
    prose = world.prose()
    assert isinstance(prose.chart, Prose)
    read = [words for piece in pieces(prose, "id") for words in piece.chart.paragraphs]  # type: ignore[union-attr]
    assert tuple(read) == prose.chart.paragraphs


@given(st.text(alphabet=st.characters(codec="latin-1", categories=("L", "N", "P", "Zs")), max_size=200),
       st.floats(30, 400))  # fmt: skip
def test_clipped_text_fits_and_is_a_beginning(text: str, room: float) -> None:
    short = fit.clipped(text, 12, room=room)
    assert short == text or (short.endswith("…") and text.startswith(short[:-1].rstrip(" ,;·")))
    assert short in (text, "…") or fit.lines(short, 12, room) <= 1


@given(st.lists(st.floats(-1e13, 1e13).filter(lambda v: v == 0 or abs(v) > 1e-3), min_size=1, max_size=20))
def test_an_axis_holds_its_values_on_round_steps(values: list[float]) -> None:
    low, high, step = rounded(values)
    assert low <= min(*values, 0.0) + step * 1e-6
    assert high >= max(*values, 0.0) - step * 1e-6
    assert 1 <= round((high - low) / step) <= 12
