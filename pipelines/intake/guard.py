"""What is known of a file before anything reads it: its kind by its bytes, and that a workbook is not a bomb."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from pipelines.intake.limits import MIB, Limits

Kind = Literal["xlsx", "xls", "csv"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
_TAG = re.compile(rb"<(?:!--|!doctype|[a-z][a-z0-9]*[\s>/])")
_BOF = b"\x09\x08\x10\x00\x00\x06"  # where the records of an .xls begin, before anything is encrypted
_FILEPASS = 0x2F
_CELL_FORMULA = re.compile(rb"<f[ >/]")
_ERROR = b't="e"'  # an error may stand alone, pasted as a value


class Refused(Exception):  # noqa: N818 (an outcome, not a failure)
    """The file cannot be read; `code` names the problem, `values` fill its words."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values: dict[str, Any] = values


def kind_of(path: Path, limits: Limits) -> Kind:
    """What a file is by its content, whatever its name says; raises Refused for what we cannot or will not read."""
    size = path.stat().st_size
    if size == 0:
        raise Refused("BERKAS_KOSONG")
    if size > limits.file:
        raise Refused("BERKAS_TERLALU_BESAR", ukuran=size // MIB, batas=limits.file // MIB)
    with path.open("rb") as file:
        start = file.read(4_096)
    if start.startswith(b"PK\x03\x04"):
        return "xlsx"
    if start.startswith(_OLE):
        data = path.read_bytes()
        if "EncryptedPackage".encode("utf-16-le") in data or _locked(data):
            raise Refused("BERKAS_BERSANDI")
        return "xls"
    text = start.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if text.startswith(b"<?xml"):
        raise Refused("HTML_SEBAGAI_EXCEL" if b"<html" in text else "XML_SEBAGAI_EXCEL")
    if _TAG.match(text) or text.startswith(b"mime-version:"):
        raise Refused("HTML_SEBAGAI_EXCEL")
    if text.startswith(b"%pdf"):
        raise Refused("PDF_BUKAN_TABEL")
    if _binary(start):
        raise Refused("BUKAN_TABEL")
    return "csv"


def _locked(data: bytes) -> bool:
    """Whether an .xls asks for a password: among its first records stands the one that says how it was encrypted."""
    at = data.find(_BOF)
    for _ in range(4 if at >= 0 else 0):
        at += 4 + int.from_bytes(data[at + 2 : at + 4], "little")
        if int.from_bytes(data[at : at + 2], "little") == _FILEPASS:
            return True
    return False


def _binary(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    odd = sum(byte < 9 or 13 < byte < 32 for byte in start)
    zeros = start.count(0)
    half = len(start) // 4
    wide = start[1::2].count(0) > half or start[0::2].count(0) > half  # UTF-16 without a mark
    return odd > len(start) // 50 and not (wide and odd == zeros)


def declared(path: Path, limits: Limits) -> int:
    """How many bytes a workbook says it holds; raises Refused for what is none, is damaged or says too many."""
    with _archive(path) as archive:
        return _declared(archive.infolist(), path.stat().st_size, limits)


def check_workbook(path: Path, limits: Limits) -> list[str]:
    """The names of the sheet parts that hold formulas or errors; raises Refused for a damaged archive or a bomb.

    Sizes are counted while inflating, because the sizes an archive declares can lie.
    """
    with _archive(path) as archive:
        parts = archive.infolist()
        _declared(parts, path.stat().st_size, limits)
        return _inflate(archive, parts, limits)


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as fault:
        raise Refused("BERKAS_RUSAK") from fault


def _declared(parts: list[zipfile.ZipInfo], stored: int, limits: Limits) -> int:
    names = {part.filename.lower() for part in parts}
    if {"mimetype", "content.xml"} <= names:
        raise Refused("ODS_BUKAN_EXCEL")
    if "xl/workbook.bin" in names:  # its formulas and errors cannot be told from blanks
        raise Refused("XLSB_BUKAN_XLSX")
    if "xl/workbook.xml" not in names:
        raise Refused("BUKAN_TABEL")
    if len(parts) > limits.entries:
        raise Refused("BERKAS_BOM", ukuran=len(parts), batas=limits.entries)
    if len(names) != len(parts):
        raise Refused("BERKAS_RUSAK")
    size = sum(part.file_size for part in parts)
    _bounded(size, stored, limits)
    return size


def _bounded(size: int, stored: int, limits: Limits) -> None:
    if size > limits.inflated or (size > limits.ratio_from and size > stored * limits.ratio):
        raise Refused("BERKAS_BOM", ukuran=size // MIB, batas=limits.inflated // MIB)


def _has_formula(text: bytes) -> bool:
    start = text.find(b"<f")  # many times faster than the pattern alone, and mostly all there is to do
    return (start >= 0 and _CELL_FORMULA.search(text, start) is not None) or _ERROR in text


def _inflate(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], limits: Limits) -> list[str]:
    formulas: list[str] = []
    stored = sum(part.compress_size for part in parts)
    size = 0
    for part in parts:
        sheet = bool(_SHEET.search(part.filename))
        found = False
        tail = b""
        with archive.open(part) as content:
            while piece := content.read(MIB):
                size += len(piece)
                _bounded(size, stored, limits)
                if sheet and not found:
                    found = _has_formula(tail + piece)
                    tail = piece[-5:]
        if found:
            formulas.append(part.filename)
    return formulas
