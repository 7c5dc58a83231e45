"""What stands in a column of an export: how each kind of cell is parsed, and the columns that every export shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipelines.intake import codes, dates
from pipelines.intake.cells import Unreadable, blank, tidy

Read = Callable[[Any], Any]
UNREADABLE = object()  # stands in a column where a cell could not be read


class Memo(dict[Any, Any]):
    """What a parser makes of each distinct cell: exports repeat their codes and names endlessly."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Any) -> Any:
        self[cell] = found = self.read(cell)
        return found

    def read(self, cell: Any) -> Any:
        """What the parser makes of a cell, asked anew."""
        try:
            return self._read(cell)
        except Unreadable:
            return UNREADABLE


def text(cell: Any) -> str | None:
    """A cell as tidy text, None when blank."""
    if blank(cell):
        return None
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return tidy(str(cell))


def year(cell: Any) -> int | None:
    """A budget year, None when blank; raises Unreadable."""
    said = text(cell)
    if said is None:
        return None
    if not said.isdigit() or not 2000 <= int(said) <= 2100:
        raise Unreadable(said)
    return int(said)


def code_of(kind: codes.Kind) -> Read:
    """A reader of codes of one kind."""
    return lambda cell: codes.code(cell, kind)


def any_code(cell: Any) -> str | None:
    """A unit's code as the file writes it, whatever its shape."""
    said = text(cell)
    return None if said is None else codes.plain(said)


def day(cell: Any) -> date | None:
    """A date, None when blank; raises Unreadable."""
    return dates.day(cell)


FAULTS: dict[Read, str] = {year: "TAHUN_TAK_TERBACA", day: "TANGGAL_TAK_TERBACA"}  # others are codes


@dataclass(frozen=True)
class Field:
    """One column of a contract: the headers it may stand under, its parser, and whether it must be filled."""

    headers: tuple[str, ...]
    read: Read = text
    needed: bool = False


ACTIVITY = {
    "kode_program": Field(("kode program",), code_of("program")),
    "nama_program": Field(("nama program",)),
    "kode_kegiatan": Field(("kode kegiatan",), code_of("kegiatan")),
    "nama_kegiatan": Field(("nama kegiatan",)),
    "kode_sub_kegiatan": Field(("kode sub kegiatan",), code_of("sub_kegiatan")),
    "nama_sub_kegiatan": Field(("nama sub kegiatan",)),
}
