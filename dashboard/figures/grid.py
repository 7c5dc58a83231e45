"""A heat map: rows by columns, along one diverging scale about zero or by status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from dashboard.figures.figure import STATUSES, Grid, Link, Unit, Value
from dashboard.figures.pen import Pen, address, plain, wrap
from dashboard.look import ICONS, axis, status

ROW = 26
HEADS = 2  # lines of a column's name: turned upright on a phone, more would meet
LINE = 16  # pixels of each beyond the first
WIDE = 6  # columns beyond which cells are too narrow for decimals


def grid(
    rows: Iterable[dict[str, Any]], *, row: str, column: str, value: str, unit: Unit,
    order: Sequence[tuple[str, str, Link | None]], columns: Sequence[tuple[Any, str]],
) -> Grid:  # fmt: skip
    """The rows pivoted: `order` names the lines (key, label, link) and `columns` the columns (key, label)."""
    found = {(line[row], line[column]): line[value] for line in rows}
    values: list[tuple[Value, ...]] = [tuple(found.get((key, at)) for at, _ in columns) for key, _, _ in order]
    return Grid(
        rows=tuple(label for _, label, _ in order),
        columns=tuple(label for _, label in columns),
        values=tuple(values),
        unit=unit,
        links=tuple(link for _, _, link in order),
    )


def draw(chart: Grid, pen: Pen) -> dict[str, Any]:
    """The Plotly dict of a heat map; a cell without data is a plain grey one that says so."""
    down = list(range(len(chart.rows)))
    across = list(range(len(chart.columns)))
    named = [wrap(row, width=18 if len(across) > WIDE else 30, lines=1) for row in chart.rows]
    heads = [wrap(column, width=14, lines=HEADS) for column in chart.columns]
    tall = 36 + LINE * max((head.count("<br>") for head in heads), default=0)
    links = chart.links or (None,) * len(chart.rows)
    shared = {
        "type": "heatmap", "x": across, "y": down, "xgap": 2, "ygap": 2, "showscale": False,
        "customdata": [[address(link)] * len(across) for link in links], "hoverinfo": "text",
    }  # fmt: skip
    blank = [[1 if value is None else None for value in line] for line in chart.values]
    ground = pen.look.status["abu"].soft
    void = {
        **shared, "z": blank, "colorscale": [[0, ground], [1, ground]],
        "text": [["·" if value is None else "" for value in line] for line in chart.values], "texttemplate": "%{text}",
        "textfont": {"color": pen.look.muted, "size": 12}, "hovertext": _hover(chart, pen, blank=True),
    }  # fmt: skip
    filled = {**shared, **(_by_status(chart, pen) if chart.statuses else _about_zero(chart, pen))}
    return {
        "data": [void, {**filled, "hovertext": _hover(chart, pen, blank=False)}],
        "layout": pen.layout(
            height=ROW * len(chart.rows) + 34 + tall,
            xaxis=axis(
                pen.look, tickmode="array", tickvals=across, ticktext=heads, side="top",
                range=[-0.5, len(across) - 0.5], showgrid=False, zeroline=False,
            ),
            yaxis=axis(
                pen.look, tickmode="array", tickvals=down, ticktext=named,
                range=[len(down) - 0.5, -0.5], showgrid=False, zeroline=False,
                tickfont={"color": pen.look.ink, "size": 13},
            ),
            margin={"l": 8, "r": 8, "t": tall, "b": 8},
        ),
    }  # fmt: skip


def _about_zero(chart: Grid, pen: Pen) -> dict[str, Any]:
    known = sorted(abs(plain(v) or 0.0) for line in chart.values for v in line if v is not None)
    # One cell far out must not wash out the others: the scale ends at the 95th percentile.
    end = known[int(0.95 * (len(known) - 1))] if known and known[int(0.95 * (len(known) - 1))] > 0 else 1.0
    low, middle, high = pen.look.diverging
    return {
        "z": [[plain(value) for value in line] for line in chart.values],
        "zmin": -end, "zmax": end, "zmid": 0, "colorscale": [[0, low], [0.5, middle], [1, high]],
        "text": [[_short(value, chart, pen) for value in line] for line in chart.values],
        "texttemplate": "%{text}", "textfont": {"size": 13, "color": pen.look.ink},
    }  # fmt: skip


def _by_status(chart: Grid, pen: Pen) -> dict[str, Any]:
    steps = len(STATUSES)
    scale: list[list[Any]] = []
    for at, name in enumerate(STATUSES):
        fill = pen.look.status[name].fill
        scale += [[at / steps, fill], [(at + 1) / steps, fill]]
    statuses = chart.statuses or ()
    return {
        "z": [[STATUSES.index(s) + 0.5 if s else None for s in line] for line in statuses],
        "zmin": 0, "zmax": steps, "colorscale": scale,
        "text": [
            [f"{ICONS[s]} {_short(value, chart, pen)}" if s else "" for value, s in zip(line, marks, strict=True)]
            for line, marks in zip(chart.values, statuses, strict=True)
        ],
        "texttemplate": "%{text}", "textfont": {"size": 13},
    }  # fmt: skip


def _short(value: Value, chart: Grid, pen: Pen) -> str:
    """The number of a cell without its unit, to one decimal: the unit stands in the title, the rest in the table."""
    if value is None:
        return ""
    if chart.unit not in ("poin", "persen"):
        return pen.number(value, chart.unit)
    decimals = 0 if len(chart.columns) > WIDE else 1
    bare = f"{float(str(value)):.{decimals}f}".replace("-", "−")
    bare = "0" if bare == "−0" else bare
    return bare.replace(".", ",") if pen.lang == "id" else bare


def _hover(chart: Grid, pen: Pen, *, blank: bool) -> list[list[str]]:
    lines = []
    for at, (name, line) in enumerate(zip(chart.rows, chart.values, strict=True)):
        texts = []
        for across, (column, value) in enumerate(zip(chart.columns, line, strict=True)):
            said = pen.word("belum_lapor") if value is None else pen.number(value, chart.unit)
            mark = chart.statuses[at][across] if chart.statuses else None
            judged = f"<br>{escape(status(mark, pen.lang))}" if mark else ""
            texts.append(
                "" if blank != (value is None) else f"<b>{escape(name)}</b><br>{escape(column)}: {said}{judged}"
            )
        lines.append(texts)
    return lines
