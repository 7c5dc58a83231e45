"""How alike a foreign column is to one of ours: by the words of its header and by what stands under it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from pipelines.catalogue import toml
from pipelines.contracts.base import Kind
from pipelines.contracts.lembar import Column
from pipelines.intake import codes, dates
from pipelines.intake.cells import Unreadable, blank, number
from pipelines.intake.grid import Cell

Words = frozenset[str]

_SHAPES: dict[str, codes.Kind] = {
    "kode_program": "program",
    "kode_kegiatan": "kegiatan",
    "kode_sub_kegiatan": "sub_kegiatan",
    "kode_rekening": "rekening",
    "kode_sipd": "unit",
}
_NAMED = {"real_fisik": "fisik", "target_fisik": "fisik", "target_persen": "target"}  # the word a header must say
_VAGUE = frozenset({"jumlah", "nilai", "nama", "kode", "persen"})
_WORDS, _CONTENT = 0.7, 0.3  # what a header says counts for more than what stands under it
_BY_SHAPE = 0.75  # a column full of one kind of code is that code, whatever its header says
_LEAST_WORDS = 0.6


@cache
def _same() -> list[tuple[re.Pattern[str], str]]:
    pairs = [(word, one) for one, words in toml("templat/kata")["sama"].items() for word in words]
    longest = sorted(pairs, key=lambda pair: -len(pair[0]))  # "perangkat daerah" before any of its words
    return [(re.compile(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])"), one) for word, one in longest]


@cache
def words(header: str) -> Words:
    """The words of a header, each brought to the one that stands for it."""
    text = unicodedata.normalize("NFKC", header).lower()
    text = re.sub(r"[^a-z0-9%]+", " ", text.replace("_", " "))
    text = re.sub(r"\b(?:bulan|bln) ?(\d{1,2})\b", r"bulan\1", text)
    for filler in toml("templat/kata")["buang"]:
        text = re.sub(rf"(?<![a-z0-9]){filler}(?![a-z0-9])", " ", text)
    for pattern, one in _same():
        text = pattern.sub(one, text)
    return frozenset(text.split())


@cache
def _ways(name: str, aliases: tuple[str, ...]) -> tuple[Words, ...]:
    listed = (name, *aliases, *toml("templat/kata")["kolom"].get(name, ()))
    return tuple(words(way) for way in listed)


@cache
def by_words(header: str, column: Column) -> float:
    """How alike a header is to a column, 0 to 1: the share of words they have in common."""
    own = words(header)
    if not own:
        return 0.0
    name = f"bulan_{column.bulan}" if column.bulan else column.name
    aliases = () if column.bulan else column.cell.aliases
    return max(
        (2 * len(own & way) / (len(own) + len(way)) for way in _ways(name, aliases) if _tells(own, way)), default=0.0
    )


def _tells(own: Words, way: Words) -> bool:
    """Whether what two headers share says anything: "jumlah" alone is no realisasi."""
    return bool(own & way) and (not own & way <= _VAGUE or way <= _VAGUE)


def by_content(cells: Sequence[Cell], column: Column) -> float:
    """The share of filled cells that could stand in a column."""
    filled = [cell for cell in cells if not blank(cell)]
    if not filled:
        return 0.0
    fits = _fits(column)
    return sum(map(fits, filled)) / len(filled)


def likeness(header: str, cells: Sequence[Cell], column: Column) -> float:
    """How alike a column of the file is to one of ours, 0 to 1; 0 where it cannot be."""
    said = by_words(header, column)
    if column.field in _NAMED and _NAMED[column.field] not in words(header):
        return 0.0
    if column.cell.kind in ("rupiah", "persen") and words(header) & {"kode", "nama"}:
        return 0.0  # the code or the name of an amount is no amount
    if said < _LEAST_WORDS and column.field not in _SHAPES:
        return 0.0
    held = by_content(cells, column)
    if column.field in _SHAPES and held > 0.9 and (column.field != "kode_rekening" or _deep(cells)):
        return max(_BY_SHAPE, _WORDS * said + _CONTENT * held)
    if said < _LEAST_WORDS or held < 0.5:
        return 0.0
    return _WORDS * said + _CONTENT * held


def _deep(cells: Sequence[Cell]) -> bool:
    """Whether account codes go below one digit; a lone 4, 5 or 6 may be a count of anything."""
    return any(isinstance(cell, str) and cell.count(".") >= 2 for cell in cells)


def _fits(column: Column) -> Callable[[Cell], bool]:
    kind: Kind = column.cell.kind
    if column.field in _SHAPES:
        want = _SHAPES[column.field]
        return lambda cell: _reads(lambda: codes.code(cell, want))
    if kind == "kode":
        return lambda cell: not isinstance(cell, str) or len(cell) <= 30
    if kind == "teks":
        return lambda cell: (isinstance(cell, str) and not _reads(lambda: number(cell))) or bool(column.cell.choices)
    if kind == "rupiah":
        return lambda cell: _reads(lambda: number(cell, thousands="."))
    if kind in ("persen", "bulat"):
        return lambda cell: _within(cell, 0, 1_000)
    if kind == "tahun":
        return lambda cell: _within(cell, 2000, 2100)
    if kind == "bulan":
        return lambda cell: _reads(lambda: dates.month(cell))
    if kind == "tanggal":
        return lambda cell: _reads(lambda: dates.day(cell))
    return lambda cell: True


def _reads(read: Callable[[], Any]) -> bool:
    try:
        return read() is not None
    except (Unreadable, ValueError, ArithmeticError):
        return False


def _within(cell: Cell, low: int, high: int) -> bool:
    text = cell.replace("%", "") if isinstance(cell, str) else cell
    try:
        found = number(text)
    except (Unreadable, ValueError):
        return False
    return found is not None and low <= found <= high
