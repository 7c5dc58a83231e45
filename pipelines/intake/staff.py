"""Exports about people: one header row, one row a person or a post, under whatever spelling a system gives its columns.

An export is described by a Form; its rows become columns of a contract and pass the same checks as a template's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

from pipelines.contracts import CONTRACTS
from pipelines.contracts.lembar import Lembar, lembar_ekspor
from pipelines.intake.cells import blank
from pipelines.intake.grid import Book, Cell, Sheet
from pipelines.intake.out import Out
from pipelines.intake.sheets.recognise import LOOKED_AT, plain

MOST = 0.74  # the share of its signs that makes a sheet an export, if a damaged one


@dataclass(frozen=True)
class Field:
    """Where a column of ours stands in an export: its headers, the first that is filled counts."""

    headers: tuple[str, ...]
    words: str | None = None  # the table of spellings its cells are brought to
    read: Callable[[Any], Any] | None = None


@dataclass(frozen=True)
class Form:
    """One export: the contract it fills, the headers it is known by, and where each column stands."""

    contract: str
    signs: tuple[tuple[str, ...], ...]  # of each group one header must be there
    fields: Mapping[str, Field]
    free: frozenset[str] = frozenset()  # columns whose unknown words are kept as written
    ignored: tuple[str, ...] = ()  # headers that are known and not needed
    never: tuple[str, ...] = ()  # headers of something else that is alike

    @property
    def spec(self) -> Lembar:
        """The contract's columns; those that are free take any word."""
        whole = lembar_ekspor(CONTRACTS[self.contract], self.contract)
        listed = [replace(c, cell=replace(c.cell, choices=())) if c.name in self.free else c for c in whole.columns]
        return replace(whole, columns=tuple(listed))


@dataclass(frozen=True)
class Found:
    """A sheet known for an export: its header row and the columns by their spelling."""

    sheet: Sheet
    form: Form
    row: int  # 0-based
    at: Mapping[str, int]
    names: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """The columns that say whose row it is, or what it is of."""
        fields = self.form.fields
        about = fields["nip"] if "nip" in fields else next(iter(fields.values()))
        return tuple(self.at[header] for header in about.headers if header in self.at)

    @property
    def titles(self) -> list[str]:
        """The lines above the header."""
        rows = [[str(cell).strip() for cell in row if not blank(cell)] for row in self.sheet.top[: self.row]]
        return [" ".join(row) for row in rows if row]


def spelt(header: Cell) -> str:
    """A header in one spelling; the second of two date columns (tmtJabatan_) keeps its mark."""
    return _spelt(header) if isinstance(header, str) else ""


@lru_cache(maxsize=16_384)
def _spelt(header: str) -> str:
    said = plain(header)
    return f"{said}_" if said and header.strip().endswith("_") else said


def find(sheet: Sheet, form: Form) -> tuple[Found | None, float]:
    """The header row of an export on a sheet, and which share of its signs it carries."""
    best: Found | None = None
    most = 0.0
    for index, row in enumerate(sheet.top[:LOOKED_AT]):
        at: dict[str, int] = {}
        for column, cell in enumerate(row):
            if word := spelt(cell):
                at.setdefault(word, column)
        share = sum(any(word in at for word in group) for group in form.signs) / len(form.signs)
        if share > most and not any(word in at for word in form.never):
            names = {column: str(row[column]).strip() for column in at.values()}
            best, most = Found(sheet, form, index, at, names), share
    return best, most


def score(sheet: Sheet, form: Form) -> float:
    """How surely a sheet is this export; more signs make surer."""
    return (0.97 + 0.003 * len(form.signs)) * find(sheet, form)[1] ** 2


def sheets(book: Book, form: Form) -> list[Found]:
    """Every visible sheet that is this export, by name: their order changes nothing."""
    found = [find(sheet, form) for sheet in book.visible]
    least = max((share for _, share in found), default=0.0)  # beside a whole one, a likeness is something else
    return sorted((f for f, share in found if f is not None and share >= max(least, MOST)), key=lambda f: f.sheet.name)


def whole(found: Found, out: Out) -> bool:
    """Whether a sheet has every column its export is known by; each that lacks is said, and the file refused."""
    lacking = [group[0] for group in found.form.signs if not any(word in found.at for word in group)]
    for name in lacking:
        out.refuse("KOLOM_TIDAK_ADA", sheet=found.sheet.name, row=found.row + 1, nama=name.upper())
    return not lacking
