"""What a figure says to those who cannot see it, written from its own rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from dashboard.figures.figure import (
    Bars,
    Cards,
    Chart,
    Choropleth,
    Distribution,
    Flow,
    Grid,
    Lang,
    Priorities,
    Prose,
    Quadrant,
    Ranking,
    Series,
    Table,
    Timeline,
    Tree,
    Trend,
    Unit,
    Value,
)  # fmt: skip
from dashboard.figures.timeline import banded
from dashboard.look import held, status_word, write
from pipelines.catalogue import text


def describe(chart: Chart, table: Table, *, title: str, lang: Lang) -> str:
    """The alternative text of a figure: its title, then what the chart shows in figures."""
    body = _body(chart, table, lang)
    return f"{title.rstrip('.')}. {body}" if body else title


def _body(chart: Chart, table: Table, lang: Lang) -> str:
    match chart:
        case Cards():
            return _cards(chart, lang)
        case Ranking():
            return _ranking(chart, lang)
        case Trend():
            return _trend(chart, lang)
        case Grid():
            return _grid(chart, lang)
        case Bars():
            return _bars(chart, lang)
        case Choropleth():
            return _choropleth(chart, lang)
        case Quadrant():
            return text("figur.alt_sebaran", lang, n=len(chart.points), x=chart.x_label, y=chart.y_label)
        case Timeline():
            return _timeline(chart, lang)
        case Flow():
            return _flow(chart, lang)
        case Distribution():
            return _distribution(chart, lang)
        case Tree():
            return _tree(chart, lang)
        case Priorities():
            return " ".join(f"{n}. {item.title}: {item.reason}." for n, item in enumerate(chart.items, 1))
        case Prose():
            return " ".join(chart.paragraphs)
        case None:
            heads = ", ".join(column.label for column in table.columns)
            return text("figur.alt_tabel", lang, n=len(table.rows), kolom=heads)


def _cards(chart: Cards, lang: Lang) -> str:
    parts = []
    for card in chart.cards:
        word = f" ({status_word(card.status, lang)})" if card.status else ""
        note = f"; {card.note}" if card.note else ""
        parts.append(f"{card.label}: {write(card.value, card.unit, lang, short=True)}{word}{note}.")
    return " ".join(parts)


def _ranking(chart: Ranking, lang: Lang) -> str:
    known = [dot for dot in chart.dots if dot.value is not None]
    parts = [text("figur.alt_peringkat", lang, n=len(known), ukuran=chart.value_label)]
    if known:
        low = min(known, key=lambda dot: _number(dot.value))
        high = max(known, key=lambda dot: _number(dot.value))
        parts.append(
            text(
                "figur.alt_ujung",
                lang,
                rendah=low.label,
                nilai_rendah=write(low.value, chart.unit, lang),
                tinggi=high.label,
                nilai_tinggi=write(high.value, chart.unit, lang),
            )
        )
    silent = len(chart.dots) - len(known)
    if silent:
        parts.append(text("figur.alt_tanpa_data", lang, n=silent))
    return " ".join(parts)


def _last(values: Sequence[Value]) -> int | None:
    return next((i for i in range(len(values) - 1, -1, -1) if values[i] is not None), None)


def _trend(chart: Trend, lang: Lang) -> str:
    parts = []
    for series in chart.series:
        at = _last(series.values)
        if at is None:
            parts.append(text("figur.alt_deret_kosong", lang, deret=series.label))
        else:
            nilai = write(series.values[at], chart.unit, lang, short=True)
            parts.append(text("figur.alt_deret", lang, deret=series.label, nilai=nilai, di=chart.x[at]))
    if chart.ahead:
        low, high = (write(value, chart.unit, lang, short=True) for value in (chart.ahead.low, chart.ahead.high))
        parts.append(
            text("figur.alt_rentang", lang, deret=chart.ahead.label, bawah=low, atas=high, di=chart.x[chart.ahead.at])
        )
    return " ".join(parts)


def _grid(chart: Grid, lang: Lang) -> str:
    cells = [
        (_number(value), row, column)
        for row, line in zip(chart.rows, chart.values, strict=True)
        for column, value in zip(chart.columns, line, strict=True)
        if value is not None
    ]
    parts = [text("figur.alt_petak", lang, baris=len(chart.rows), kolom=len(chart.columns))]
    if cells:
        for key, (value, row, column) in (("terendah", min(cells)), ("tertinggi", max(cells))):
            nilai = write(value, chart.unit, lang)
            parts.append(text(f"figur.alt_petak_{key}", lang, nilai=nilai, baris=row, kolom=column))
    blank = len(chart.rows) * len(chart.columns) - len(cells)
    if blank:
        parts.append(text("figur.alt_petak_kosong", lang, n=blank))
    return " ".join(parts)


def _bars(chart: Bars, lang: Lang) -> str:
    return " ".join(_bar_series(series, chart.categories, chart.unit, lang) for series in chart.series)


def _bar_series(series: Series, categories: Sequence[str], unit: Unit, lang: Lang) -> str:
    pairs = zip(categories, series.values, strict=True)
    return (
        f"{series.label}: " + ", ".join(f"{name} {write(value, unit, lang, short=True)}" for name, value in pairs) + "."
    )


def _timeline(chart: Timeline, lang: Lang) -> str:
    """How many lanes, from when to when, and how each ends: who holds it now is what is asked first."""
    ends = []
    for lane in chart.lanes:
        if lane.spans:
            last = max(lane.spans, key=lambda span: span.start)
            ends.append(f"{lane.label}: {held(last.held, lang).partition(' ')[2]}, {last.label}.")
    span = {"dari": write(chart.start, "tanggal", lang), "sampai": write(chart.end, "tanggal", lang)}
    bands = (
        text("figur.alt_pita", lang, pita=f"{band.mark} ({band.label})", dari=write(band.start, "tanggal", lang),
             sampai=write(band.end - timedelta(days=1), "tanggal", lang))
        for band in banded(chart)
    )  # fmt: skip
    return " ".join([text("figur.alt_garis_waktu", lang, n=len(chart.lanes), **span), *ends, *bands])


def _flow(chart: Flow, lang: Lang) -> str:
    return " ".join(
        f"{stream.source} → {stream.target}: {stream.label or write(stream.value, chart.unit, lang)}."
        for stream in chart.streams
    )


def _distribution(chart: Distribution, lang: Lang) -> str:
    parts = []
    for group in chart.groups:
        if group.median is None:
            parts.append(text("figur.alt_kelompok_kecil", lang, nama=group.label, n=group.n))
        else:
            middle, low, high = (write(value, chart.unit, lang) for value in (group.median, group.lower, group.upper))
            parts.append(
                text("figur.alt_kelompok", lang, nama=group.label, n=group.n, tengah=middle, bawah=low, atas=high)
            )
    return " ".join(parts)


def _choropleth(chart: Choropleth, lang: Lang) -> str:
    """How many areas are coloured, in which classes, and the ends."""
    known = [area for area in chart.areas if area.value is not None and area.label]
    parts = [text("figur.alt_peta", lang, n=len(known), ukuran=chart.value_label, kelas=len(chart.classes))]
    if known:
        low, high = (end(known, key=lambda area: _number(area.value)) for end in (min, max))
        parts.append(
            text("figur.alt_ujung", lang, rendah=low.label, nilai_rendah=write(low.value, chart.unit, lang),
                 tinggi=high.label, nilai_tinggi=write(high.value, chart.unit, lang))
        )  # fmt: skip
    silent = len(chart.areas) - len(known)
    return " ".join([*parts, *([text("figur.alt_tanpa_data", lang, n=silent)] if silent else [])])


def _tree(chart: Tree, lang: Lang) -> str:
    """Every leaf with its number under the heading it hangs on, in reading order."""
    parts = []
    for node in chart.nodes:
        if not node.leaf:
            parts.append(f"{node.label}:")
            continue
        said = node.note if node.value is None else write(node.value, chart.unit, lang)
        word = f" ({status_word(node.status, lang)})" if node.status else ""
        parts.append(f"{node.label} {said}{word}.")
    return " ".join(parts)


def _number(value: Value) -> Decimal:
    return Decimal(str(value))
