"""Headings and what hangs under them: leaves as bars on one scale with a mark at the target."""

from __future__ import annotations

from html import escape
from typing import Any

from dashboard.figures import lines
from dashboard.figures.figure import Node, Tree
from dashboard.figures.pen import Pen, address, plain, wrap
from dashboard.look import FONT, axis, status

LEAF, HEADING = 50, 34  # pixels of a line
_NAME, _BAR = 15, 35  # where in a leaf's line its name and its bar stand
_INDENT = "   "  # a level, in spaces that stay


def draw(chart: Tree, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of a tree; a leaf without a number says why in place of its bar."""
    tops, down = [], 0
    for node in chart.nodes:
        tops.append(down)
        down += LEAF if node.leaf else HEADING
    placed = list(zip(tops, chart.nodes, strict=True))
    scale = pen.scale([*(node.value for node in chart.nodes), chart.target], chart.unit)
    low, high = scale["range"]
    leaves = [(top, node) for top, node in placed if node.leaf]
    rows = axis(pen.look, range=[down + 4, -4], showticklabels=False, showgrid=False, zeroline=False)
    marks = [
        {
            "type": "line", "x0": plain(chart.target), "x1": plain(chart.target), "y0": top + _BAR - 9,
            "y1": top + _BAR + 9, "line": {"color": pen.look.target, "width": 3},
        }
        for top, node in leaves
        if node.value is not None
    ]  # fmt: skip
    return {
        "data": [
            *_headings([(top, node) for top, node in placed if not node.leaf], pen, low),
            *_bars(leaves, chart, pen),
            *lines.names(
                [_INDENT * max(0, node.level - 1) + wrap(node.label, width=44, lines=1) for _, node in leaves],
                [_aside(node, chart, pen) for _, node in leaves],
                [float(top + _NAME) for top, _ in leaves], pen, low=low, high=high, over=0,
            ),
        ],
        "layout": pen.layout(
            height=down + 60, xaxis={**scale, "showticklabels": False, "showgrid": False}, yaxis=rows, shapes=marks,
            annotations=[
                pen.note(
                    escape(f"{chart.target_label} ({pen.number(chart.target, chart.unit)})"), x=plain(chart.target),
                    xanchor="right", yref="paper", y=1, yanchor="bottom", size=12,
                )
            ],
            margin={"l": 8, "r": 8, "t": 28, "b": 8}, bargap=0,
        ),
    }  # fmt: skip


def _headings(found: list[tuple[int, Node]], pen: Pen, low: float) -> list[dict[str, Any]]:
    """The names of what holds others; the root's stand out."""
    said = [
        f"<b>{wrap(node.label, width=64, lines=1)}</b>" if node.level == 0
        else _INDENT * max(0, node.level - 1) + wrap(node.label, width=60, lines=1)
        for _, node in found
    ]  # fmt: skip
    font = {"family": FONT, "size": 13, "color": pen.look.muted}
    own = [{**font, "color": pen.look.ink} if node.level == 0 else font for _, node in found]
    colours = [one["color"] for one in own]
    return [
        {
            "type": "scatter", "mode": "text", "x": [low] * len(found),
            "y": [top + HEADING - 14 for top, _ in found], "text": said, "textposition": "middle right",
            "textfont": {**font, "color": colours}, "hoverinfo": "skip", "showlegend": False, "cliponaxis": False,
        }
    ]  # fmt: skip


def _bars(leaves: list[tuple[int, Node]], chart: Tree, pen: Pen) -> list[dict[str, Any]]:
    known = [(top, node) for top, node in leaves if node.value is not None]
    colours = [pen.look.status[node.status].fill if node.status else pen.look.actual for _, node in known]
    return [
        {
            "type": "bar", "orientation": "h", "name": escape(chart.value_label), "width": [12] * len(known),
            "x": [plain(node.value) for _, node in known], "y": [top + _BAR for top, _ in known],
            "marker": {"color": colours, "line": {"width": 0}},
            "customdata": [address(node.link) for _, node in known],
            "hovertext": [_hover(node, chart, pen) for _, node in known], "hoverinfo": "text", "showlegend": False,
        }
    ]  # fmt: skip


def _aside(node: Node, chart: Tree, pen: Pen) -> str:
    """The number with its status as icon and word, or why there is none."""
    if node.value is None:
        return escape(node.note or "")
    word = f"{escape(status(node.status, pen.lang))} " if node.status else ""
    return f"{word}<b>{pen.number(node.value, chart.unit)}</b>"


def _hover(node: Node, chart: Tree, pen: Pen) -> str:
    told = [f"<b>{escape(node.label)}</b>", f"{escape(chart.value_label)}: {pen.number(node.value, chart.unit)}"]
    return "<br>".join([*told, *([escape(node.note)] if node.note else [])])
