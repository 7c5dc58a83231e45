"""Delimited text as a sheet: every cell stays text, whatever the encoding and the mark between cells."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MARKS = ",;\t|"


@dataclass(frozen=True)
class Delimited:
    cells: list[list[str]]
    width: int

    @property
    def height(self) -> int:
        return len(self.cells)

    def rows(self) -> Iterator[list[Any]]:  # as wide as the widest
        for row in self.cells:
            yield row + [""] * (self.width - len(row))

    @classmethod
    def from_path(cls, path: Path) -> Delimited:
        """The rows of a file; quoted line breaks stay inside their cell."""
        text = decode(path.read_bytes())
        text, mark = mark_of(text)
        csv.field_size_limit(1_000_000)
        cells = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
        return cls(cells, max(map(len, cells), default=0))


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else UTF-16 by its zeros, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig")
    start = data[:2_000]
    if start[1::2].count(0) > len(start) // 4:
        return data.decode("utf-16-le")
    if start[0::2].count(0) > len(start) // 4:
        return data.decode("utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def mark_of(text: str) -> tuple[str, str]:
    """The text without a `sep=` line, and the mark between its cells (the one that cuts most lines alike)."""
    first, _, rest = text.partition("\n")
    hint = first.strip().strip('"').lower()
    if hint.startswith("sep=") and len(hint) == 5:
        return rest, hint[4]
    if first.rstrip("\r") == "sep=\t":
        return rest, "\t"
    sample = text[:200_000]
    if len(text) > len(sample):
        sample = sample.rsplit("\n", 1)[0]
    best, most = ",", (0, 0)
    for mark in MARKS:
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=mark)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if widths:
            # The header decides: it is cut like the data by the right mark, and not at all by a decimal comma.
            score = max((count, width) for width, count in widths.items())
            if score > most:
                best, most = mark, score
    return text, best
