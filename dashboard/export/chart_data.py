"""What a native chart draws, and the sheet behind it that people edit: names there are texts, nothing runs or links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import xlsxwriter
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter

from dashboard.figures.figure import Value

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_UNDATED = {"created": datetime(1980, 1, 1)}
_CATEGORIES: Any = CategoryChartData  # python-pptx carries no types
_POINTS: Any = XyChartData
_CATEGORY_SHEET: Any = CategoryWorkbookWriter
_POINT_SHEET: Any = XyWorkbookWriter


class _Still:
    """A writer whose sheet holds texts as texts: python-pptx lets xlsxwriter read "=…" as a formula."""

    @contextmanager
    def _open_worksheet(self, file: Any) -> Iterator[tuple[Any, Any]]:
        made = xlsxwriter.Workbook(file, _OPTIONS)
        made.set_properties(_UNDATED)
        yield made, made.add_worksheet()
        made.close()


class _CategorySheet(_Still, _CATEGORY_SHEET):  # type: ignore[misc]
    pass


class _PointSheet(_Still, _POINT_SHEET):  # type: ignore[misc]
    pass


class _Categories(_CATEGORIES):  # type: ignore[misc]
    @property
    def _workbook_writer(self) -> Any:
        return _CategorySheet(self)


class _Points(_POINTS):  # type: ignore[misc]
    @property
    def _workbook_writer(self) -> Any:
        return _PointSheet(self)


def number(value: Value) -> float | None:
    """A chart's number; None stays a gap and is never zero."""
    return None if value is None else float(value)


def category_data(names: Sequence[str], series: Sequence[tuple[str, Sequence[Value]]]) -> Any:
    """Chart data of named series over categories; what is not known stays a gap."""
    data = _Categories()
    data.categories = [printable(name) for name in names]
    for words, values in series:
        data.add_series(printable(words), [number(value) for value in values])
    return data


def xy_data() -> Any:
    """Chart data of points, empty."""
    return _Points()


def printable(words: str) -> str:
    """The words without control characters, which XML cannot hold; what breaks a line is a space."""
    return "".join(letter if letter >= " " else " " * (letter in "\t\n\r") for letter in words)
