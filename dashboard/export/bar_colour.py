"""The colour of each bar, the same on slide, sheet and paper: its status, paler for what went before, or its role."""

from __future__ import annotations

from dashboard.export.chart_style import colour_of
from dashboard.export.colour import mixed
from dashboard.figures.figure import Bars
from dashboard.look import Look

_PALER = 0.6  # how much white goes into what went before


def series_colours(chart: Bars, look: Look, utama: str) -> list[str]:
    """A colour for each series as the legend names it; ink and its shade where the bars themselves say the status."""
    by_status = any(chart.statuses) and len(chart.series) > 1 and not chart.stacked
    named = {"actual": look.ink, "before": mixed(look.ink, "#FFFFFF", _PALER)} if by_status else {}
    return [named.get(one.role) or colour_of(one, i, look, utama) for i, one in enumerate(chart.series)]


def status_colours(chart: Bars, series: int, look: Look) -> list[str | None]:
    """A colour for each bar of a series that its category's status decides; None leaves the colour of the series."""
    role = chart.series[series].role
    if chart.stacked or not any(chart.statuses) or (len(chart.series) > 1 and role not in ("actual", "before")):
        return []
    fills = [look.status[one].fill if one else None for one in chart.statuses]
    return [mixed(fill, "#FFFFFF", _PALER) if fill and role == "before" else fill for fill in fills]
