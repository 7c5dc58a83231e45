"""A drawing goes to the browser as it is; that it is a valid one is looked at here, once a kind."""

from __future__ import annotations

import json
from pathlib import Path

import plotly.graph_objects as go
import pytest
from plotly.tools import return_figure_from_figure_or_data

from dashboard.drawn import Drawn

GOLDEN = sorted((Path(__file__).parent.parent / "figures" / "golden").rglob("*.json"))


def test_streamlit_gets_the_very_dict() -> None:
    spec = {"data": [{"type": "bar", "x": [1], "y": [2]}], "layout": {}}
    assert return_figure_from_figure_or_data(Drawn(spec), validate_figure=True) is spec


def _specs(path: Path) -> list[dict[str, object]]:
    """Every Plotly dict in a golden file, however deep it stands."""
    found, waiting = [], [json.loads(path.read_text(encoding="utf-8"))]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("data"), list) and isinstance(value.get("layout"), dict):
                found.append(value)
            else:
                waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return found


def test_the_golden_files_hold_drawings() -> None:
    assert sum(len(_specs(path)) for path in GOLDEN) >= 10


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_kind_of_drawing_is_valid(path: Path) -> None:
    for spec in _specs(path):
        go.Figure(spec)  # raises for a property that Plotly does not know
