"""Rows of a lying chart: the name over its own mark and what is said of it at the right; a phone has room for both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figures.pen import Pen
from dashboard.look import FONT, axis

ROW = 46  # pixels a row: name and mark, to be read from the back of a room
DENSE = 38  # the same when there are many
MANY = 24
NAME, MARK = -0.24, 0.2  # where in its row the name stands, and the mark
ROW_TWO, NAME_TWO, MARK_TWO = 64, -0.21, 0.31  # the same where a name takes two lines


def height(rows: int) -> int:
    """The pixels of one row when there are so many."""
    return ROW if rows <= MANY else DENSE


def down(places: int, pen: Pen, *, above: float = 0) -> dict[str, Any]:
    """The axis of the rows, the first on top under so much room; it says nothing itself."""
    return axis(pen.look, range=[places - 0.45, -0.55 - above], showticklabels=False, showgrid=False, zeroline=False)


def names(
    said: Sequence[str],
    asides: Sequence[str],
    at: Sequence[float],
    pen: Pen,
    *,
    low: float | str,
    high: float | str,
    over: float = NAME,
) -> list[dict[str, Any]]:
    """Two traces of text over the rows: names from the left edge, asides to the right one; both must be safe."""
    shared: dict[str, Any] = {
        "type": "scatter", "mode": "text", "y": [place + over for place in at], "hoverinfo": "skip",
        "showlegend": False, "cliponaxis": False,
    }  # fmt: skip
    font = {"family": FONT, "size": 13, "color": pen.look.ink}
    left = {**shared, "x": [low] * len(at), "text": list(said), "textposition": "middle right", "textfont": font}
    right = {**shared, "x": [high] * len(at), "text": list(asides), "textposition": "middle left", "textfont": font}
    return [left, right]
