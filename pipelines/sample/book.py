"""Workbooks and csv files as exports write them: the same cells for the same content, and no author."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

_DIBUAT = datetime(2026, 1, 1)  # a fixed date, so that the same seed gives the same bytes


@contextmanager
def workbook(path: Path) -> Iterator[Any]:
    """An open xlsxwriter workbook that is written when the block ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Data fiktif untuk contoh Raporda", "author": "Raporda", "created": _DIBUAT})
    yield book
    book.close()


def money(book: Any) -> Any:
    """The number format exports give to rupiah."""
    return book.add_format({"num_format": "#,##0.00"})


def text_rupiah(rupiah: int) -> str:
    """An amount as SIPD writes it in a text cell: `10.373.024.900,00`."""
    return f"{rupiah:,}".replace(",", ".") + ",00"


def sheet(
    book: Any, name: str, header: Sequence[str], rows: Iterable[Sequence[Any]], *, titles: Sequence[str] = ()
) -> None:
    """A plain sheet: what staff typed above it, the header, then the rows; larger numbers get the money format."""
    page = book.add_worksheet(name)
    rupiah = money(book)
    atas = len(titles) + 1 if titles else 0
    page.write_column(0, 0, titles)
    page.write_row(atas, 0, header)
    page.freeze_panes(atas + 1, 0)
    for n, row in enumerate(rows, start=atas + 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(n, column, value)
            elif value is not None:
                page.write_number(n, column, value, rupiah if value >= 100_000 else None)


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A csv as Indonesian Excel saves it: semicolons, CRLF, a byte order mark."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, delimiter=";", lineterminator="\r\n")
        out.writerow(header)
        out.writerows(rows)
