"""A figure as the document's template draws it: words already written, lengths as shares between 0 and 1."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.export import fit
from dashboard.export.bar_colour import series_colours, status_colours
from dashboard.export.brand import Brand
from dashboard.export.chart_data import number
from dashboard.export.chart_style import numbers, rounded, trend_colours
from dashboard.export.colour import mixed, readable_on
from dashboard.export.slide_quadrant import named
from dashboard.export.wording import told
from dashboard.figures.figure import (
    STATUSES,
    Bars,
    Cards,
    Column,
    Figure,
    Grid,
    Lang,
    Priorities,
    Prose,
    Quadrant,
    Ranking,
    Series,
    Trend,
    Unit,
    Value,
)
from dashboard.look import LIGHT, status, status_word, write
from pipelines.catalogue import text

# Points of room for a name, a little less than the template gives: its font runs wider than Arial.
_LABEL, _NAME, _POINT = 150.0, 72.0, 80.0
_NUMBERS: tuple[Unit, ...] = ("rupiah", "persen", "poin", "bulat", "hari", "angka")
_WORD = 9.0  # letters of a word that a column of weight 1 holds on one line
_TEXTS, _PORTRAIT = 4, 12.0  # columns of words, and their weights, that an upright page holds
Scale = Callable[[Value], float | None]


def part(figure: Figure, *, brand: Brand, lang: Lang) -> dict[str, Any]:
    """One figure with its words, its drawing or table, and its foot."""
    said = {
        "title": figure.title,
        "question": figure.question,
        "alt": figure.alt or figure.title,
        "foot": " · ".join(told(figure.provenance, lang)),
        "warnings": list(figure.provenance.warnings),
        "notes": list(figure.notes),
        "empty": figure.empty,
        "kind": "empty" if figure.empty else "table",
    }
    return said if figure.empty else {**said, **_drawn(figure, brand, lang)}


def _drawn(figure: Figure, brand: Brand, lang: Lang) -> dict[str, Any]:
    chart = figure.chart
    match chart:
        case Cards():
            return {"kind": "cards", "cards": _cards(chart, lang)}
        case Priorities():
            items = [{"title": i.title, "reason": i.reason, "status": tone(i.status, lang)} for i in chart.items]
            return {"kind": "priorities", "items": items}
        case Prose():
            return {"kind": "prose", "paragraphs": list(chart.paragraphs)}
        case Ranking():
            return {"kind": "ranking", **_ranking(chart, brand, lang)}
        case Trend():
            return {"kind": "trend", **_trend(chart, brand, lang)}
        case Bars():
            return {"kind": "bars", **_bars(chart, brand, lang)}
        case Grid():
            return {"kind": "grid", **_grid(chart, lang)}
        case Quadrant():
            return {"kind": "quadrant", **_quadrant(chart, brand, lang)}
        case _:
            return {"kind": "table", **_table(figure.table.columns, figure.table.rows, lang)}


def tone(name: str | None, lang: Lang) -> dict[str, str] | None:
    """A status as icon, word and colours; None where there is none."""
    if name not in STATUSES:
        return None
    shade = LIGHT.status[name]
    return {"words": status(name, lang), "ink": shade.ink, "soft": shade.soft, "fill": shade.fill}


def _cards(chart: Cards, lang: Lang) -> list[dict[str, Any]]:
    found = []
    for card in chart.cards:
        delta = None
        if card.delta is not None:
            unit: Unit = "poin" if card.unit == "persen" else card.unit
            delta = f"{write(card.delta, unit, lang, short=True)} {card.delta_label or ''}".strip()
        value = write(card.value, card.unit, lang, short=True)
        shade = tone(card.status, lang)
        found.append({"label": card.label, "value": value, "note": card.note, "delta": delta, "status": shade})
    return found


def _ranking(chart: Ranking, brand: Brand, lang: Lang) -> dict[str, Any]:
    share, zero = _shares(numbers(v for d in chart.dots for v in (d.value, d.target, d.before)))
    quiet = text("ekspor.belum_lapor", lang)
    rows = [
        {
            "label": fit.clipped(dot.label, 8, room=_LABEL),
            "value": share(dot.value),
            "target": share(dot.target),
            "before": share(dot.before),
            "words": write(dot.value, chart.unit, lang, short=True),
            "status": tone(dot.status, lang),
            "note": dot.note or (quiet if dot.value is None else ""),
        }
        for dot in sorted(chart.dots, key=lambda dot: dot.value is None)
    ]
    legend = [{"colour": LIGHT.ink, "words": chart.value_label, "mark": "bar"}]
    if chart.target_label and any(dot.target is not None for dot in chart.dots):
        legend.append({"colour": LIGHT.ink, "words": chart.target_label, "mark": "tick"})
    if chart.before_label and any(dot.before is not None for dot in chart.dots):
        legend.append({"colour": LIGHT.before, "words": chart.before_label, "mark": "ring"})
    return {"rows": rows, "zero": zero, "legend": legend, "utama": brand.utama}


def _shares(values: list[float]) -> tuple[Scale, float]:
    """A scale from values to shares of the width, and where zero stands on it."""
    low, high, _ = rounded(values)
    reach = high - low

    def share(value: Value) -> float | None:
        known = number(value)
        return None if known is None else (known - low) / reach

    return share, (0 - low) / reach


def _trend(chart: Trend, brand: Brand, lang: Lang) -> dict[str, Any]:
    known = numbers(v for one in chart.series for v in one.values)
    low, high, step = rounded(known, room=0.04)
    share, zero = _shares([low, high])
    ticks = []
    for i in range(round((high - low) / step) + 1):
        at = low + i * step
        ticks.append({"at": (at - low) / (high - low), "words": _tick(at, chart.unit, lang)})
    series = []
    ordered = sorted(chart.series, key=lambda one: one.kind == "line")
    for one, colour in zip(ordered, trend_colours(ordered, LIGHT, brand.utama), strict=True):
        series.append(
            {
                "label": one.label,
                "kind": one.kind,
                "colour": colour,
                "main": one.role == "actual",
                "values": [share(value) for value in one.values],
                "last": _last(one, chart.unit, lang),
            }
        )
    marks = [{"at": at, "words": words} for at, words in chart.marks]
    return {"x": list(chart.x), "ticks": ticks, "series": series, "zero": zero, "marks": marks}


def _tick(value: float, unit: Unit, lang: Lang) -> str:
    """An axis number without needless decimals."""
    words = write(round(value, 6), unit, lang, short=True)
    for empty in (",00", ".00"):
        words = words.replace(f"{empty} ", " ")
    return words


def _last(one: Series, unit: Unit, lang: Lang) -> str | None:
    known = [value for value in one.values if value is not None]
    return write(known[-1], unit, lang, short=True) if known and one.kind == "line" else None


def _bars(chart: Bars, brand: Brand, lang: Lang) -> dict[str, Any]:
    sums = [sum(numbers(s.values[i] for s in chart.series)) for i in range(len(chart.categories))]
    every = numbers(v for s in chart.series for v in s.values)
    share, zero = _shares(sums if chart.stacked else every)
    colours = series_colours(chart, LIGHT, brand.utama)
    own = [status_colours(chart, i, LIGHT) or [None] * len(chart.categories) for i in range(len(chart.series))]
    rows = []
    for i, name in enumerate(chart.categories):
        bars = [
            {
                "share": share(s.values[i]),
                "words": write(s.values[i], chart.unit, lang, short=True),
                "colour": own[j][i] or colours[j],
            }
            for j, s in enumerate(chart.series)
        ]
        rows.append({"label": name, "bars": bars})
    legend = [{"colour": colours[j], "words": s.label, "mark": "bar"} for j, s in enumerate(chart.series)]
    return {"rows": rows, "zero": zero, "stacked": chart.stacked, "legend": legend if len(legend) > 1 else []}


def _grid(chart: Grid, lang: Lang) -> dict[str, Any]:
    reach = max((abs(v) for v in numbers(v for row in chart.values for v in row)), default=0.0)
    below, zero, above = LIGHT.diverging
    rows = []
    for r, name in enumerate(chart.rows):
        cells = []
        for c, value in enumerate(chart.values[r]):
            own = chart.statuses[r][c] if chart.statuses is not None else None
            known = number(value)
            if own is not None:
                fill, ink = LIGHT.status[own].soft, LIGHT.status[own].ink
            elif known is None:
                fill, ink = LIGHT.surface, LIGHT.muted
            else:
                fill = mixed(zero, below if known < 0 else above, min(1.0, abs(known) / (reach or 1)) * 0.85)
                ink = readable_on(fill)
            cells.append({"words": bare(value, chart.unit, lang), "fill": fill, "ink": ink})
        rows.append({"label": fit.clipped(name, 6.6, room=_NAME), "cells": cells})
    return {"columns": list(chart.columns), "rows": rows}


def bare(value: Value, unit: Unit, lang: Lang) -> str:
    """A value without its unit, where title and question already say it."""
    return write(value, unit, lang, short=True).removesuffix(f" {text('umum.satuan_poin', lang)}").removesuffix(" %")


def _quadrant(chart: Quadrant, brand: Brand, lang: Lang) -> dict[str, Any]:
    plotted = [point for point in chart.points if point.x is not None and point.y is not None]
    across = rounded([*numbers(p.x for p in plotted), *numbers([chart.x_split])], zero=False, room=0.05)
    upward = rounded([*numbers(p.y for p in plotted), *numbers([chart.y_split])], zero=False, room=0.05)

    def on(limits: tuple[float, float, float], value: Value) -> float | None:
        known = number(value)
        return None if known is None else (known - limits[0]) / (limits[1] - limits[0])

    named_points = named(plotted, chart)
    points = [
        {
            "x": on(across, p.x),
            "y": on(upward, p.y),
            "colour": LIGHT.status[p.status].fill if p.status else brand.utama,
            "label": fit.clipped(p.label, 6, room=_POINT) if p.key in named_points else None,
        }
        for p in plotted
    ]
    present = [one for one in STATUSES if any(point.status == one for point in plotted)]
    return {
        "points": points,
        "x_label": chart.x_label,
        "y_label": chart.y_label,
        "x_split": on(across, chart.x_split),
        "y_split": on(upward, chart.y_split),
        "x_ends": [_tick(end, chart.x_unit, lang) for end in across[:2]],
        "y_ends": [_tick(end, chart.y_unit, lang) for end in upward[:2]],
        "legend": [{"colour": LIGHT.status[s].fill, "words": status_word(s, lang), "mark": "dot"} for s in present],
        "excluded": [f"{name}: {why}" for name, why in chart.excluded],
        "excluded_head": text("ekspor.tidak_diplot", lang),
    }


def _weight(column: Column, cells: Sequence[Value]) -> float:
    """How much of the room for words a column of texts asks for: its longer texts on a few lines, no word broken."""
    if not cells:
        return 1.0
    said = [str(one or "") for one in cells]
    lengths = sorted(map(len, said))
    word = max(len(word) for one in (*said, column.label) for word in one.split() or [""])
    return max(1.0, word / _WORD, min(6.0, lengths[int(0.8 * (len(lengths) - 1))] / 14))


def _table(columns: Sequence[Column], rows: Sequence[Sequence[Value]], lang: Lang) -> dict[str, Any]:
    weights = [_weight(c, [row[i] for row in rows]) for i, c in enumerate(columns)]
    said = [weight for c, weight in zip(columns, weights, strict=True) if c.unit == "teks"]
    heads = [
        {"words": c.label, "right": c.unit in _NUMBERS, "text": c.unit == "teks", "weight": weights[i]}
        for i, c in enumerate(columns)
    ]
    cells = [
        [
            {"words": write(v, c.unit, lang, short=c.unit == "bulan" or (c.unit == "rupiah" and len(columns) > 6)),
             "status": tone(str(v), lang) if c.unit == "status" and v is not None else None}
            for v, c in zip(row, columns, strict=True)
        ]
        for row in rows
    ]  # fmt: skip
    wide = len(columns) > 9 or (len(said) > _TEXTS and sum(said) > _PORTRAIT)
    return {"heads": heads, "cells": cells, "wide": wide, "none": text("ekspor.tabel_tanpa_baris", lang)}
