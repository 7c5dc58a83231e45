"""Which of the templates' sheets a sheet is, by its header alone; and a short name for a header row."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from pipelines.contracts.lembar import WORKBOOKS, Lembar, lembar, lembar_panjang
from pipelines.intake.grid import Cell, Row, Sheet

LOOKED_AT = 31  # rows from the top among which a header is sought
_DECORATION = re.compile(r"\((?:wajib|required|rp|rupiah|%|1-12|1–12)\)|[★*]")
_WHOLE = 0.6  # a header with every required column is ours at least this surely
_LACKING = 0.9  # what one that lacks a required column still counts, beside a whole one as well known
_KNOWN = 0.4  # the share of headers that must be ours
_ONE_OF = {"fisik": ("target_fisik", "real_fisik")}  # a sheet without any of these says nothing


def plain(header: Cell) -> str:
    """A header in one spelling: lower case, no spaces, underscores, marks or "(wajib)"."""
    if not isinstance(header, str):
        return ""
    text = unicodedata.normalize("NFKC", header).lower()
    return re.sub(r"[^a-z0-9%]+", "", _DECORATION.sub("", text))


def signature(headers: Iterable[Cell]) -> str:
    """A short name for a header row; the same for every file with the same headers in the same order."""
    spelt = [plain(header) for header in headers]
    return hashlib.sha256("\x1f".join(spelt).rstrip("\x1f").encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Match:
    """A sheet recognised as one of the templates'."""

    sheet: Sheet
    spec: Lembar
    row: int  # 0-based row of the header
    at: dict[str, int]  # header of the template -> 0-based column
    missing: tuple[str, ...]  # required headers the sheet does not have
    extra: tuple[tuple[int, str], ...]  # columns the template does not know
    twice: tuple[tuple[int, str, int], ...]  # columns that repeat another's header: column, header, the first
    score: float


@cache
def specs() -> tuple[Lembar, ...]:
    """Every sheet that is recognised by its headers."""
    listed = tuple(lembar(name) for sheets in WORKBOOKS.values() for name in sheets)
    return (*listed, lembar_panjang("rak"))


@cache
def spellings(spec: Lembar) -> dict[str, str]:
    """Every plain spelling of a sheet's headers -> the header; its own name wins over another's alias."""
    found: dict[str, str] = {}
    for column in spec.columns:
        for alias in column.cell.aliases if column.bulan is None else ():
            found.setdefault(plain(alias), column.name)
    return found | {plain(column.name): column.name for column in spec.columns}


def recognise(sheet: Sheet) -> Match | None:
    """The template's sheet that this one is; None when it is none of them."""
    found = [match for row, cells in enumerate(sheet.top[:LOOKED_AT]) for match in _matches(sheet, row, cells)]
    return max(found, key=lambda match: (match.score, -match.row), default=None)


def _matches(sheet: Sheet, row: int, cells: Row) -> list[Match]:
    headers = {i: spelt for i, cell in enumerate(cells) if (spelt := plain(cell))}
    if len(headers) < 3:
        return []
    return [match for spec in specs() if (match := _match(sheet, row, cells, headers, spec))]


def _match(sheet: Sheet, row: int, cells: Row, headers: dict[int, str], spec: Lembar) -> Match | None:
    words = spellings(spec)
    at: dict[str, int] = {}
    twice, extra = [], []
    for i, header in headers.items():
        name = words.get(header)
        if name is None:
            extra.append((i, str(cells[i]).strip()))
        elif name in at:
            twice.append((i, str(cells[i]).strip(), at[name]))
        else:
            at[name] = i
    missing = tuple(name for name in spec.required if name not in at)
    if not any(name in at for name in one_of(spec)):
        missing = (*missing, one_of(spec)[0])
    known = len(at) / len(headers)
    if known < _KNOWN or (missing and not _ours(cells, at, spec)):
        return None
    score = _WHOLE + (1 - _WHOLE) * known * (_LACKING if missing else 1.0)
    return Match(sheet, spec, row, at, missing, tuple(extra), tuple(twice), score)


def one_of(spec: Lembar) -> tuple[str, ...]:
    """Headers of which a sheet must have at least one, beside those required."""
    if spec.wide:
        return tuple(column.name for column in spec.columns if column.bulan)
    return _ONE_OF.get(spec.name, spec.required[:1])


def _ours(cells: Sequence[Cell], at: dict[str, int], spec: Lembar) -> bool:
    """Whether a header that lacks required columns is still clearly ours: most of it spelt exactly as we do."""
    own = {column.name for column in spec.columns}
    written = [cell.strip() for cell in cells if isinstance(cell, str) and cell.strip()]
    exact = {cell for cell in written if cell in own}
    return any("_" in name for name in exact) and len(exact) >= max(3, len(written) * 0.6)
