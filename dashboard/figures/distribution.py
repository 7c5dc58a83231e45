"""How values are spread in groups: the middle half as a bar, the median as a mark."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import Any

from dashboard.figures import lines
from dashboard.figures.figure import Distribution, Group
from dashboard.figures.pen import Pen, address, plain, wrap

_ROOM = Decimal("1.3")  # beyond the ends, so that nothing drawn stands behind the words at the right


def draw(chart: Distribution, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of a distribution; a group too small to be shown says so in place of its bar."""
    places = [float(at) for at in range(len(chart.groups))]
    values = [value for group in chart.groups for value in (group.lower, group.median, group.upper)]
    scale = pen.scale([*values, *(value for value, _ in chart.marks)], chart.unit, room=_ROOM)
    scale |= {name: scale[name][::2] for name in ("tickvals", "ticktext")}  # a phone has no room for more
    low, high = scale["range"]
    known = [
        (at + lines.MARK, group) for at, group in zip(places, chart.groups, strict=True) if group.median is not None
    ]
    said = [wrap(group.label, width=30, lines=1) for group in chart.groups]
    asides = [_aside(group, chart, pen) for group in chart.groups]
    line = {"color": pen.look.muted, "width": 1.5, "dash": "dot"}
    marks = [
        {"type": "line", "yref": "paper", "x0": plain(at), "x1": plain(at), "y0": 0, "y1": 1, "line": line}
        for at, _ in chart.marks
    ]
    words = [
        pen.note(escape(word), x=plain(at), yref="paper", y=1, yanchor="bottom", xanchor="center", size=12)
        for at, word in chart.marks
    ]
    data = [_halves(known, pen), _medians(known, chart, pen)] if known else []
    return {
        "data": data + lines.names(said, asides, places, pen, low=low, high=high),
        "layout": pen.layout(
            height=lines.height(len(places)) * len(places) + 110,
            yaxis=lines.down(len(places), pen),
            xaxis=scale,
            shapes=marks,
            annotations=words,
            showlegend=bool(known),
            legend={**pen.legend(), "y": 1.0 if not marks else 1.12},
            margin={"l": 8, "r": 8, "t": 64 if marks else 44, "b": 8},
        ),
    }


def _aside(group: Group, chart: Distribution, pen: Pen) -> str:
    count = pen.word("n_anggota", n=group.n)
    if group.median is None:
        return f"{count} · {escape(group.note or '')}" if group.note else count
    return f"<b>{pen.number(group.median, chart.unit)}</b> · {count}"


def _halves(known: list[tuple[float, Group]], pen: Pen) -> dict[str, Any]:
    return {
        "type": "bar", "orientation": "h", "name": pen.word("separuh_tengah"), "width": 0.34,
        "base": [plain(group.lower) for _, group in known],
        "x": [(plain(group.upper) or 0.0) - (plain(group.lower) or 0.0) for _, group in known],
        "y": [at for at, _ in known],
        "marker": {"color": pen.look.before, "opacity": 0.55}, "hoverinfo": "skip",
    }  # fmt: skip


def _medians(known: list[tuple[float, Group]], chart: Distribution, pen: Pen) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "name": pen.word("median"),
        "x": [plain(group.median) for _, group in known], "y": [at for at, _ in known],
        "marker": {"symbol": "diamond", "size": 13, "color": pen.look.actual,
                   "line": {"width": 1, "color": pen.look.background}},
        "customdata": [address(group.link) for _, group in known],
        "hovertext": [_hover(group, chart, pen) for _, group in known], "hoverinfo": "text", "cliponaxis": False,
    }  # fmt: skip


def _hover(group: Group, chart: Distribution, pen: Pen) -> str:
    low, middle, high = (pen.number(value, chart.unit) for value in (group.lower, group.median, group.upper))
    count = pen.word("n_anggota", n=group.n)
    return f"<b>{escape(group.label)}</b> ({count})<br>{escape(chart.value_label)}: {middle}<br>{low} … {high}"
