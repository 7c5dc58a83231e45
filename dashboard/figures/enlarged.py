"""A drawn chart for a screen that is read from afar: everything measured in pixels grows alike."""

from __future__ import annotations

from typing import Any

# What Plotly measures in pixels, by the part of a chart it belongs to.
_ALWAYS = frozenset(
    {"size", "xshift", "yshift", "standoff", "ticklen", "borderpad", "borderwidth", "arrowwidth", "tracegroupgap"}
)
_WITHIN = {
    "margin": frozenset({"l", "r", "t", "b", "pad"}),
    "line": frozenset({"width"}),
    "error_x": frozenset({"width", "thickness"}),
    "error_y": frozenset({"width", "thickness"}),
    "legend": frozenset({"itemwidth"}),
}


def enlarged(drawn: dict[str, Any], *, times: float, height: int) -> dict[str, Any]:
    """The chart with its letters, marks and margins so many times as large, at a height in pixels."""
    grown: dict[str, Any] = _grown(drawn, "", times)
    return {**grown, "layout": {**grown["layout"], "height": height, "autosize": True}}


def _grown(part: Any, name: str, times: float) -> Any:
    if isinstance(part, dict):
        return {key: _value(value, key, name, times) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_grown(one, name, times) for one in part]
    return part


def _value(value: Any, key: str, within: str, times: float) -> Any:
    if key in _ALWAYS or key in _WITHIN.get(within, ()):
        return _times(value, times)
    return _grown(value, key, times)


def _times(value: Any, times: float) -> Any:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return value * times
    if isinstance(value, list | tuple):
        return [_times(one, times) for one in value]
    return value
