"""Headings and what hangs under them: leaves as bars on one scale with a mark at the target.

A name has its line to itself, so that a phone can show it; the number stands right of the bar.
"""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import Any

from dashboard.figures.figure import Node, Tree
from dashboard.figures.pen import Pen, address, plain, wrap
from dashboard.look import FONT, axis, status

_LINE, _BAR, _AIR = 17, 14, 12  # pixels of a line of words, of a bar, and under each node
_WIDE = 46  # letters of a line: what a phone has room for
_ROOM = Decimal("1.66")  # right of the longest bar, for its number
_INDENT = "\u2003"  # a level, in a space that stays
Placed = list[tuple[int, Node, str]]  # where a node begins, and its name as it is written


def draw(chart: Tree, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of a tree; a leaf without a number says why in place of its bar."""
    placed: Placed = []
    down = 0
    for node in chart.nodes:
        said = wrap(node.label, width=_WIDE, lines=2)
        placed.append((down, node, said))
        down += _height(node, said)
    leaves = [one for one in placed if one[1].leaf]
    values = [node.value for node in chart.nodes]
    scale = pen.scale([*values, chart.target], chart.unit, room=_ROOM)
    low, high = scale["range"]
    rows = axis(pen.look, range=[down + 4, -4], showticklabels=False, showgrid=False, zeroline=False)
    marks = [
        {
            "type": "line", "x0": plain(chart.target), "x1": plain(chart.target), "y0": _middle(one) - 11,
            "y1": _middle(one) + 11, "line": {"color": pen.look.target, "width": 3},
        }
        for one in leaves
        if one[1].value is not None
    ]  # fmt: skip
    goal = escape(f"{chart.target_label} ({pen.tick(Decimal(str(chart.target)), chart.unit)})")
    return {
        "data": [
            *_names(placed, pen, low), *_bars(leaves, chart, pen), *_asides(leaves, chart, pen, low=low, high=high),
        ],
        "layout": pen.layout(
            height=down + 60, xaxis={**scale, "showticklabels": False, "showgrid": False}, yaxis=rows, shapes=marks,
            annotations=[
                pen.note(goal, x=plain(chart.target), xanchor="center", yref="paper", y=1, yanchor="bottom", size=12)
            ],
            margin={"l": 8, "r": 8, "t": 28, "b": 8}, bargap=0,
        ),
    }  # fmt: skip


def _height(node: Node, said: str) -> int:
    lines = 1 + said.count("<br>")
    return lines * _LINE + (_BAR if node.leaf else 0) + _AIR


def _middle(one: tuple[int, Node, str]) -> float:
    """Where the bar of a leaf stands: under its name."""
    top, _, said = one
    return top + (1 + said.count("<br>")) * _LINE + _BAR / 2 + 2


def _names(placed: Placed, pen: Pen, low: float) -> list[dict[str, Any]]:
    """Every name on a line of its own; roots stand out, what lies between is quiet."""
    said, colours = [], []
    for _, node, words in placed:
        before = _INDENT * max(0, node.level - 1)
        text = words.replace("<br>", f"<br>{before}")
        said.append(f"<b>{text}</b>" if node.level == 0 else before + text)
        colours.append(pen.look.ink if node.leaf or node.level == 0 else pen.look.muted)
    middles = [top + (1 + words.count("<br>")) * _LINE / 2 for top, _, words in placed]
    return [_words(said, [low] * len(said), middles, "middle right", pen, colours)]


def _bars(leaves: Placed, chart: Tree, pen: Pen) -> list[dict[str, Any]]:
    known = [one for one in leaves if one[1].value is not None]
    nodes = [node for _, node, _ in known]
    return [
        {
            "type": "bar", "orientation": "h", "name": escape(chart.value_label), "width": [_BAR] * len(known),
            "x": [plain(node.value) for node in nodes], "y": [_middle(one) for one in known],
            "marker": {
                "color": [pen.look.status[n.status].fill if n.status else pen.look.actual for n in nodes],
                "line": {"width": 0},
            },
            "customdata": [address(node.link) for node in nodes],
            "hovertext": [_hover(node, chart, pen) for node in nodes], "hoverinfo": "text", "showlegend": False,
        }
    ]  # fmt: skip


def _asides(leaves: Placed, chart: Tree, pen: Pen, *, low: float, high: float) -> list[dict[str, Any]]:
    """The number at the right with its status as icon and word; where there is none, why, in place of the bar."""
    known = [one for one in leaves if one[1].value is not None]
    silent = [one for one in leaves if one[1].value is None]
    found = []
    if known:
        said = [_number(node, chart, pen) for _, node, _ in known]
        found.append(_words(said, [high] * len(known), [_middle(one) for one in known], "middle left", pen))
    if silent:
        said = [f"<i>{_INDENT}{escape(node.note or '')}</i>" for _, node, _ in silent]
        found.append(_words(said, [low] * len(silent), [_middle(one) for one in silent], "middle right", pen))
    return found


def _words(
    said: list[str], x: list[float], y: list[float], side: str, pen: Pen, colours: list[str] | None = None
) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "text", "x": x, "y": y, "text": said, "textposition": side,
        "textfont": {"family": FONT, "size": 13, "color": colours or pen.look.ink}, "hoverinfo": "skip",
        "showlegend": False, "cliponaxis": False,
    }  # fmt: skip


def _number(node: Node, chart: Tree, pen: Pen) -> str:
    word = f"{escape(status(node.status, pen.lang))} " if node.status else ""
    return f"{word}<b>{pen.number(node.value, chart.unit)}</b>"


def _hover(node: Node, chart: Tree, pen: Pen) -> str:
    told = [f"<b>{escape(node.label)}</b>", f"{escape(chart.value_label)}: {pen.number(node.value, chart.unit)}"]
    return "<br>".join([*told, *([escape(node.note)] if node.note else [])])
