"""An indicator over the years: what may stand on one line, and what stands in the table only."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Figure, Trend
from dashboard.query import Ask
from dashboard.topics import target
from dashboard.view import View
from tests.models.target import capai, iku
from tests.models.world import World
from tests.topics import sasaran


@pytest.fixture(scope="module")
def journey() -> Figure:
    """The years of an index that was told in points of 400 until 2024, and the nation beside the latest."""
    rows = sasaran.rows()
    before = [
        iku("IKU-1", "300", tahun=2024, satuan="skor", indikator="Indeks kesehatan contoh"),
        iku(
            "IKU-1", "74", tahun=2025, satuan="Indeks", indikator="Indeks kesehatan contoh", pembanding_nasional="73,5"
        ),
    ]
    told = [
        {**capai("IKU-1", [None, None, None, "310"])[0], "tahun": 2024},
        {**capai("IKU-1", [None, None, None, "73,4"])[0], "tahun": 2025},
    ]
    world = World({
        **rows, "target_daerah": [*before, *rows["target_daerah"]], "pk_realisasi": [*told, *rows["pk_realisasi"]],
    })  # fmt: skip
    found = target.figures(Ask("uji-tahun", world, Scope(opd=("*",)), "id"), View(2026, 4, indikator="IKU-1"))
    [figure] = [one for one in found if one.id == "target.perjalanan"]
    return figure


def test_a_year_told_in_another_unit_is_in_the_table_and_on_no_line(journey: Figure) -> None:
    """The merit index left its scale of 100 to 400 in 2025: nobody fell from 310 to 0,7."""
    assert isinstance(journey.chart, Trend)
    assert journey.chart.x == ("2025", "2026")
    assert any("skor" in note for note in journey.notes)
    units = [c.id for c in journey.table.columns].index("satuan")
    assert [row[units] for row in journey.table.rows] == ["skor", "Indeks", "indeks"]


def test_the_nation_stands_beside_in_the_years_it_is_known_for(journey: Figure) -> None:
    assert isinstance(journey.chart, Trend)
    by_label = {series.label: series.values for series in journey.chart.series}
    assert by_label["Realisasi"] == (Decimal("73.4"), Decimal("73.9"))
    assert by_label["Nasional"] == (Decimal("73.5"), Decimal("75.0")) and "Provinsi" not in by_label
    assert not journey.chart.zero, "positions, no lengths"
