"""The one way a measurement is printed: a markdown table with the machine and the date under it."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version


def spread(values: Sequence[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    ordered = sorted(values)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A titled markdown table."""
    widths = [max(len(str(r[i])) for r in [head, *rows]) for i in range(len(head))]
    lines = [f"### {title}", ""]
    lines.append("| " + " | ".join(h.ljust(w) for h, w in zip(head, widths, strict=True)) + " |")
    lines.append("|" + "|".join("-" * (w + 2) for w in widths) + "|")
    lines += ["| " + " | ".join(str(c).ljust(w) for c, w in zip(r, widths, strict=True)) + " |" for r in rows]
    return "\n".join([*lines, ""])


def machine() -> str:
    """What the figures were measured on."""
    names = ("streamlit", "duckdb", "pandas", "python-calamine", "openpyxl", "python-pptx")
    libraries = ", ".join(f"{name} {version(name)}" for name in names)
    system = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"{system}, {libraries}; {date.today().isoformat()}"
