"""The map: safe labels, a town over the kabupaten around it, ours outlined, what is not known without a class."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from dashboard.figures.alt import describe
from dashboard.figures.choropleth import middle
from dashboard.figures.figure import Area, Choropleth
from tests.figures.test_spec import HOSTILE, figure, plotly, texts


def square(size: float, west: float = 110.0) -> tuple[tuple[float, float], ...]:
    return ((west, -8.0), (west + size, -8.0), (west + size, -8.0 + size), (west, -8.0 + size), (west, -8.0))


def chart(name: str = "Kota") -> Choropleth:
    town = Area("3573", name, (square(0.1),), Decimal(4), step=0)
    around = Area("3507", "Malang", (square(1.0),), Decimal(9), step=1, ours=True)
    silent = Area("3576", "Mojokerto", (square(0.5, 112.0),), None)
    return Choropleth((town, around, silent), "persen", name, (f"4 {name}", "9"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_label_is_markup(theme: str) -> None:
    found = plotly(chart(HOSTILE), theme=theme)
    assert not [said for said in [*texts(found["data"]), *texts(found["layout"])] if "<img" in said]
    json.dumps(found)


def test_a_town_lies_over_the_area_around_it_and_ours_is_outlined_last() -> None:
    traces = plotly(chart())["data"]
    filled = [trace["text"].partition("<br>")[0] for trace in traces if trace.get("fill") == "toself"]
    assert filled == ["<b>Malang</b>", "<b>Mojokerto</b>", "<b>Kota</b>"]
    (line,) = [t for t in traces if t.get("mode") == "lines" and "fill" not in t]
    assert line["line"]["width"] == 3 and line["x"][0] == 110.0


def test_what_is_not_known_has_no_class_and_its_own_word() -> None:
    found = plotly(chart())
    shown = [trace["name"] for trace in found["data"] if trace.get("mode") == "markers"]
    assert shown == ["4 Kota", "9", "belum ada data"]
    said = describe(chart(), figure(chart()).table, title="Peta", lang="id")
    assert "2 wilayah" in said and "1 unit tanpa data" in said


def test_a_name_stands_in_the_middle_of_its_area() -> None:
    x, y = middle(square(1.0))
    assert (round(x, 6), round(y, 6)) == (110.5, -7.5)
