"""Small workbooks written for a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl


def put(path: Path, sheets: Mapping[str, Sequence[Mapping[str, Any]]], *, above: int = 0) -> Path:
    """A workbook with one sheet a name: the keys of all rows as header, below `above` lines of title."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for n in range(above):
            page.append([f"JUDUL {n}"])
        header = list(dict.fromkeys(key for row in rows for key in row))
        page.append(header)
        for row in rows:
            page.append([row.get(key) for key in header])
    book.save(path)
    return path
