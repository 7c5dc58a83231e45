"""Workbooks and csv files as exports write them: the same cells for the same content, and no author."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

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


_JENIS = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{lembar}</Types>'
)
_JENIS_LEMBAR = (
    '<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
)
_UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"


def long_workbook(path: Path, sheets: Mapping[str, Iterable[Sequence[Any]]]) -> None:
    """A workbook of long plain sheets, without formats: every text in its own cell, as exports of web systems write it.

    Five times as fast as `workbook`, which tens of thousands of people need.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for n, rows in enumerate(sheets.values(), start=1):
            _part(out, f"xl/worksheets/sheet{n}.xml", "".join(_sheet_xml(rows)))
        names = "".join(
            f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, start=1)
        )
        _part(out, "xl/workbook.xml", f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{_UTAMA}" '
              f'xmlns:r="{_HUBUNGAN}"><sheets>{names}</sheets></workbook>')  # fmt: skip
        links = "".join(_link(n, "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1))
        _part(out, "xl/_rels/workbook.xml.rels", _links(links))
        _part(out, "_rels/.rels", _links(_link(1, "officeDocument", "xl/workbook.xml")))
        lembar = "".join(_JENIS_LEMBAR.format(n=n) for n in range(1, len(sheets) + 1))
        _part(out, "[Content_Types].xml", _JENIS.format(lembar=lembar))


def _part(out: zipfile.ZipFile, name: str, xml: str) -> None:
    info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    out.writestr(info, xml)


def _link(n: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{n}" Type="{_HUBUNGAN}/{kind}" Target="{target}"/>'


def _links(links: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_PAKET}">{links}</Relationships>'


def _sheet_xml(rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    letters = [*(chr(65 + n) for n in range(26)), *(f"A{chr(65 + n)}" for n in range(26))]
    yield f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_UTAMA}"><sheetData>'
    for r, row in enumerate(rows, start=1):
        yield f'<row r="{r}">'
        for letter, value in zip(letters, row, strict=False):
            if isinstance(value, str):
                if value:
                    yield f'<c r="{letter}{r}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
            elif value is not None:
                yield f'<c r="{letter}{r}"><v>{value!r}</v></c>'
        yield "</row>"
    yield "</sheetData></worksheet>"
