"""Cells that look empty to every reader and are not: formulas never valued, and Excel's errors (#REF!, #DIV/0!)."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

_CELL = re.compile(rb"<c\s([^>]*?)(?<!/)>(.*?)</c>", re.DOTALL)
_ADDRESS = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ERROR = re.compile(rb"<v>(#[^<]{1,20})</v>")
_VALUE = re.compile(rb"<v(?: [^>]*)?>[^<]|<is>")


@dataclass(frozen=True)
class Unvalued:
    """One formula cell without a value, or one that holds an error."""

    row: int  # 1-based
    column: str
    formula: str  # "=…", or the error as Excel shows it


def unvalued(path: Path, part: str, *, most: int = 20_000) -> list[Unvalued]:
    """The formula cells of one sheet part that carry no value and the cells that hold an error, at most `most`."""
    found: list[Unvalued] = []
    with zipfile.ZipFile(path) as archive, archive.open(part) as content:
        rest = b""
        while piece := content.read(1 << 20):
            text = rest + piece
            end = 0
            for match in _CELL.finditer(text):
                end = match.end()
                about, body = match.groups()
                fault = _ERROR.search(body) if b't="e"' in about else None
                if fault is None and (b"<f" not in body or _VALUE.search(body) or b't="str"' in about):
                    continue  # text formulas may well give an empty text
                address = _ADDRESS.search(about)
                if address:
                    words = re.sub(rb"<[^>]*>", b"", body).decode("utf-8", "replace")
                    shown = fault.group(1).decode("utf-8", "replace") if fault else f"={words}"[:80]
                    found.append(Unvalued(int(address.group(2)), address.group(1).decode(), shown))
                    if len(found) >= most:
                        return found
            rest = text[end:][-65_536:]
    return found


def parts_of_sheets(path: Path) -> dict[str, str]:
    """The part of the archive that holds each sheet, by the sheet's name."""
    with zipfile.ZipFile(path) as archive:
        names = {name.lower(): name for name in archive.namelist()}
        if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
            return {}
        book = archive.read(names["xl/workbook.xml"])
        links = archive.read(names["xl/_rels/workbook.xml.rels"])
    targets = {}
    for tag in re.findall(rb"<Relationship\s[^>]*>", links):
        target = _attribute(tag, rb"Target").lstrip("/")
        targets[_attribute(tag, rb"Id")] = target if target.startswith("xl/") else f"xl/{target}"
    sheets = {}
    for tag in re.findall(rb"<(?:\w+:)?sheet\s[^>]*>", book):
        part = targets.get(_attribute(tag, rb"\w+:id"), "")
        if part.lower() in names:
            sheets[_unescape(_attribute(tag, rb"name"))] = names[part.lower()]
    return sheets


def _attribute(tag: bytes, name: bytes) -> str:
    found = re.search(rb"[\s]" + name + rb'\s*=\s*"([^"]*)"', tag)
    return found.group(1).decode("utf-8", "replace") if found else ""


def _unescape(text: str) -> str:
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, char)
    return text
