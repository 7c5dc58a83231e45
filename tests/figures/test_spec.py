"""Plotly dicts: plain data, safe labels, few marks, gaps where nothing is known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import (
    Bars,
    Cards,
    Chart,
    Column,
    Distribution,
    Dot,
    Figure,
    Flow,
    Grid,
    Group,
    Lane,
    Lang,
    Link,
    Node,
    Point,
    Provenance,
    Quadrant,
    Series,
    Span,
    Stream,
    Table,
    Timeline,
    Tree,
    Trend,
)  # fmt: skip
from dashboard.figures.pen import address, followed
from dashboard.figures.plotly import drawn, spec
from dashboard.figures.ranking import ranking
from dashboard.look import look
from dashboard.query import Ask
from dashboard.topics import aturan, peringkat, profil_opd, ringkasan, serapan
from dashboard.view import View

WHERE = Provenance("uji", "s.d. April 2026", "Seluruh OPD", None, "uji-0001")
HOSTILE = '<img src=x onerror="alert(1)">&{{x}}'


def figure(chart: Chart, lang: Lang = "id") -> Figure:
    return compose("uji.x", title="Uji", chart=chart, table=Table((Column("a", "A"),), ()), provenance=WHERE, lang=lang)


def plotly(chart: Chart, *, theme: str = "light", lang: Lang = "id") -> dict[str, Any]:
    found = spec(figure(chart, lang), theme=theme, lang=lang)
    assert found is not None
    return found


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def every_chart(name: str) -> list[Chart]:
    link = Link("profil_opd", (("opd", name),))
    line = Series(name, (Decimal(1), None, Decimal(3)), "actual")
    bar = Series(name, (Decimal(1), None, Decimal(3)), "part", "bar")
    return [
        ranking([Dot(name, name, Decimal(4), Decimal(5), Decimal(3), "merah", name, link), Dot("b", name, None)],
                unit="persen", value_label=name, target_label=name, before_label=name),
        Trend((name, "b", "c"), (line, bar), "rupiah", marks=((1, name),)),
        Grid((name, "b"), ("x", name), ((Decimal(-4), None), (Decimal(2), Decimal(0))), "poin", links=(link, None)),
        Grid((name,), (name, "b"), ((Decimal(1), Decimal(2)),), "persen", statuses=(("merah", None),)),
        Bars((name, "b", "c"), (bar, replace(bar, role="target")), "persen", links=(link, link, link)),
        Bars((name, "b", "c"), (replace(bar, status="merah"), replace(bar, status="hijau")), "bulat", stacked=True),
        Timeline((Lane(name, (Span(date(2026, 1, 1), date(2026, 4, 1), "plt", name, link),), name, link),),
                 date(2026, 1, 1), date(2026, 5, 1), marks=((date(2026, 3, 2), name),)),
        Flow((Stream(name, "b", 2, name, link), Stream("b", name, 1)), "bulat", name, name, chained=True),
        Distribution((Group(name, 7, Decimal(3), Decimal(1), Decimal(4), None, link),
                      Group(name, 2, None, None, None, name)), "poin", name, marks=((Decimal(2), name),)),
        Bars((name[:9], "b", "c"), (bar,), "rupiah", statuses=("merah", None, "biru")),
        Quadrant((Point("a", name, Decimal(1), Decimal(2), "merah", link),), name, name, "persen", "persen", 50, 50),
        Tree((Node(name, 0), Node(name, 1, leaf=True, value=Decimal(80), status="kuning", note=name, link=link),
              Node(name, 1, leaf=True, note=name)), "persen", name, 100, name),
    ]  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("at", range(12))
def test_no_label_is_markup(at: int, theme: str) -> None:
    found = plotly(every_chart(HOSTILE)[at], theme=theme)
    labels = list(texts(found["data"])) + list(texts(found["layout"]))
    assert not [label for label in labels if "<img" in label]
    json.dumps(found)


@pytest.mark.parametrize("at", range(12))
def test_a_chart_reads_the_same_in_both_languages_and_themes(at: int) -> None:
    chart = every_chart("Dinas Kesehatan")[at]
    shapes = set()
    for lang in ("id", "en"):
        for theme in ("light", "dark"):
            found = plotly(chart, theme=theme, lang=lang)  # type: ignore[arg-type]
            shapes.add(tuple((trace["type"], trace.get("mode")) for trace in found["data"]))
            assert found["layout"]["separators"] == (",." if lang == "id" else ".,")
            assert found["layout"]["height"] > 0
    assert len(shapes) == 1


def test_what_is_unknown_is_a_gap() -> None:
    line = plotly(Trend(("a", "b", "c"), (Series("r", (Decimal(1), None, Decimal(3)), "actual"),), "rupiah"))
    assert line["data"][0]["y"] == [1.0, None, 3.0]
    assert line["data"][0]["connectgaps"] is False
    heat = plotly(Grid(("a",), ("x", "y"), ((Decimal(-4), None),), "poin"))
    void, filled = heat["data"]
    assert void["z"] == [[None, 1]]
    assert filled["z"] == [[-4.0, None]]


def test_who_has_no_value_is_never_at_zero() -> None:
    chart = ranking([Dot("a", "A", Decimal(4)), Dot("b", "B", None)], unit="persen", value_label="v")
    found = plotly(chart)
    xs = [x for trace in found["data"] if trace.get("mode") == "markers" for x in trace["x"]]
    assert xs == [4.0]
    assert any("1" in note["text"] for note in found["layout"]["annotations"])


def test_ranking_sorts_ties_by_name_and_leaves_a_given_order() -> None:
    dots = [Dot("z", "Z", Decimal(2)), Dot("a", "A", Decimal(2)), Dot("m", "M", Decimal(1))]
    assert [d.key for d in ranking(dots, unit="persen", value_label="v").dots] == ["m", "a", "z"]
    assert [d.key for d in ranking(dots, unit="persen", value_label="v", order=False).dots] == ["z", "a", "m"]


def test_a_status_is_shape_and_word_beside_its_colour() -> None:
    chart = ranking([Dot("a", "A", Decimal(4), status="merah"), Dot("b", "B", Decimal(9), status="hijau")],
                    unit="persen", value_label="v")  # fmt: skip
    marks = [trace for trace in plotly(chart)["data"] if trace.get("mode") == "markers"]
    assert [trace["name"] for trace in marks] == ["Merah", "Hijau"]
    assert len({trace["marker"]["symbol"] for trace in marks}) == 2
    assert [trace["marker"]["color"] for trace in marks] == [look("light").status[s].fill for s in ("merah", "hijau")]


def test_last_year_is_hollow_and_the_target_a_mark() -> None:
    chart = ranking([Dot("a", "A", Decimal(4), Decimal(6), Decimal(3))], unit="persen", value_label="v",
                    target_label="RAK", before_label="2025")  # fmt: skip
    marks = {t["name"]: t["marker"]["symbol"] for t in plotly(chart)["data"] if t.get("mode") == "markers"}
    assert marks["2025"] == "circle-open"
    assert marks["RAK"] == "line-ns-open"


def test_a_click_leads_to_the_entity() -> None:
    link = Link("profil_opd", (("opd", "7.01 & <b>"), ("program", "1.02")))
    mark = address(link)
    assert mark is not None
    assert followed(mark) == link
    found = plotly(ranking([Dot("a", "A", Decimal(4), link=link)], unit="persen", value_label="v"))
    assert [t["customdata"] for t in found["data"] if t.get("customdata")] == [[mark]]


def test_what_plotly_does_not_draw_is_none() -> None:
    assert spec(figure(Cards(())), theme="light", lang="id") is None
    assert not drawn(figure(None))
    empty = missing("uji.y", title="Uji", empty="Unggah LRA", provenance=WHERE)
    assert spec(empty, theme="dark", lang="en") is None
    assert "Unggah LRA" in empty.alt


def test_every_topic_stays_under_two_thousand_marks(ask: Ask, view: View, lang: Lang) -> None:
    found = [f for topic in (ringkasan, peringkat, serapan, aturan) for f in topic.figures(ask, view)]
    found += profil_opd.figures(ask, replace(view, opd="DISDIK"))
    assert sum(drawn(f) for f in found) > 10
    for one in found:
        shown = spec(one, theme="light", lang=lang)
        if shown:
            marks = sum(_marks(trace) for trace in shown["data"])
            assert 0 < marks <= 2_000, one.id


def _marks(trace: dict[str, Any]) -> int:
    return sum(len(line) for line in trace["z"]) if trace["type"] == "heatmap" else len(trace["x"])


def test_seventy_seven_opd_by_twelve_months_still_fit() -> None:
    values = tuple(tuple(Decimal(n - m) for m in range(12)) for n in range(77))
    found = plotly(Grid(tuple(map(str, range(77))), tuple(map(str, range(12))), values, "poin"))
    assert sum(_marks(trace) for trace in found["data"]) <= 2_000


def test_names_of_lines_that_end_together_stay_apart_and_inside() -> None:
    ends = (Decimal("5.9"), Decimal("5.1"), Decimal("4.8"), Decimal("4.8"))
    lines = tuple(Series(f"garis {n}", (Decimal(5), value), "other") for n, value in enumerate(ends))
    drawn = plotly(Trend(("2024", "2025"), lines, "angka"))["layout"]
    places = sorted(note["y"] for note in drawn["annotations"])
    low, high = drawn["yaxis"]["range"]
    assert low <= places[0] and places[-1] <= high
    assert min(b - a for a, b in pairwise(places)) > (high - low) / 10
