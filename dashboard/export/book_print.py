"""A sheet on paper: lines above the table that wrap, the table as wide as a page, its chart on pages of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.export.book_text import words

_LINE = 13.5  # points of a line of 10-point text
_PAGE = 880  # pixels between the margins of A4 on its side, less what printers differ by
_MARGIN = 0.5  # inches
_SMALLEST = 40  # percent; below it nobody can read
_SENTENCE, _STANDARD = 90, 8.43  # characters: of a readable line, of a column that nobody set
_FOOT = 240  # characters; Excel refuses more than 255


def line(sheet: Any, row: int, said: str, style: Any, *, widths: Sequence[float], broad: float = 1.0) -> None:
    """Words across columns of these widths, on as many lines as they need; `broad`: beside plain text."""
    if len(widths) > 1:
        sheet.merge_range(row, 0, row, len(widths) - 1, "", style)
    words(sheet, row, 0, said, style)
    lines = -(-len(said) * broad // max(10.0, sum(widths)))
    sheet.set_row(row, _LINE * max(1.0, lines) * (broad if broad > 1.5 else 1.0))


def wide_enough(widths: Sequence[float]) -> list[float]:
    """The widths of the table's columns, with those empty ones beside a narrow table that a sentence needs."""
    found = list(widths)
    while sum(found) < _SENTENCE:
        found.append(_STANDARD)
    return found


def paper(sheet: Any, widths: Sequence[float], *, bottom: int, head: int, chart: int, foot: str) -> None:
    """The pages of a sheet down to row `bottom`: the header on each, a chart of `chart` columns after the table."""
    pixels = sum(7 * wide + 5 for wide in widths)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=_MARGIN, right=_MARGIN)
    sheet.set_print_scale(max(_SMALLEST, min(100, int(100 * _PAGE / max(pixels, 1)))))
    sheet.print_area(0, 0, bottom, max(0, len(widths) - 1 + (1 + chart if chart else 0)))
    if chart:
        sheet.set_v_pagebreaks([len(widths)])
    sheet.repeat_rows(head)
    said = foot.replace("&", "&&")[:_FOOT]
    sheet.set_footer(f"&L{said}&R&P / &N")
