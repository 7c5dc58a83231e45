"""The records as the workbook 05_rapat: what goes out comes in again the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

from pipelines import templates
from pipelines.records.arriving import exported
from pipelines.records.store import Records

NAME = "05_rapat"


def content(records: Records, *, lang: str = "id") -> bytes:
    """The same workbook as bytes."""
    with tempfile.TemporaryDirectory(prefix="raporda-") as folder:
        path = Path(folder) / f"{NAME}.xlsx"
        write(records, path, lang=lang)
        return path.read_bytes()


def write(records: Records, path: Path, *, lang: str = "id") -> int:
    """Write every record with its number and version into the template's sheets; how many there were."""
    sheets = dict(exported(records))
    templates.filled(NAME, path, sheets, lang=lang)
    return sum(map(len, sheets.values()))
