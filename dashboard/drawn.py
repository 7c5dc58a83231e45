"""A finished drawing as Streamlit takes one: its plain dict goes to the browser as it is.

`st.plotly_chart` builds a validated Plotly figure from every dict at every rerun and takes it apart again, which
cost more than the rest of the page together. The dicts are ours, and a test validates every kind of them once.
"""

from __future__ import annotations

from typing import Any

from plotly.basedatatypes import BaseFigure


class Drawn(BaseFigure):  # type: ignore[misc]  # plotly has no types
    """A Plotly spec that says it is valid."""

    def __init__(self, spec: dict[str, Any]) -> None:
        object.__setattr__(self, "_spec", spec)  # not BaseFigure's own making: that is the cost

    def to_dict(self) -> dict[str, Any]:
        """The spec itself, not a copy."""
        spec: dict[str, Any] = object.__getattribute__(self, "_spec")
        return spec
