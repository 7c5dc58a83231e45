"""Texts in sheets: written as texts, whatever they look like."""

from __future__ import annotations

import re
from typing import Any

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CELL = 32_767  # characters Excel can hold in one


def words(sheet: Any, row: int, column: int, said: str, style: Any) -> None:
    """Write a text that never runs, links or turns into a number; without control characters, which break the file."""
    sheet.write_string(row, column, _CONTROL.sub("", said)[:_CELL], style)
