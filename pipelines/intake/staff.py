"""Exports about people: one header row, one row a person or a post, under whatever spelling a system gives its columns.

An export is described by a Form; its rows become columns of a contract and pass the same checks as a template's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

from pipelines.contracts import CONTRACTS
from pipelines.contracts.lembar import Lembar, lembar_ekspor
from pipelines.intake import spelling
from pipelines.intake.cells import blank
from pipelines.intake.grid import Book, Cell, Row, Sheet, letter
from pipelines.intake.heads import numbering
from pipelines.intake.out import Out
from pipelines.intake.sheets import people
from pipelines.intake.sheets.checked import take
from pipelines.intake.sheets.recognise import LOOKED_AT, plain
from pipelines.intake.sheets.tables import Raw, Table
from pipelines.intake.twice import Days, days

Cells = Sequence[Cell]
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
        if share > most:
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


def take_in(found: Sequence[Found], parts: Sequence[Raw], out: Out) -> None:
    """The rows of sheets of one export, checked and stored like a template's."""
    for sheet, part in zip(found, parts, strict=True):
        unread(sheet, out)
        said = part.cells.get("nip", ())
        people.counted(
            [*sheet.titles, *_closing(sheet)], len({str(cell) for cell in said if cell != ""}), _height(part),
            sheet.sheet.name, out,
        )  # fmt: skip
    table = Table(list(parts))
    keep = take(table, out)
    people.note(table, keep, out)


def with_column(part: Raw, name: str, values: Sequence[Cell]) -> Raw:
    """The same rows with one column more; a row that says nothing stays blank."""
    said = filled(part)
    return replace(part, cells={**part.cells, name: [v if s else "" for v, s in zip(values, said, strict=True)]})


def filled(part: Raw) -> list[bool]:
    """Which rows say anything."""
    return [any(cell != "" for cell in row) for row in zip(*part.cells.values(), strict=True)]


def _height(part: Raw) -> int:
    return sum(filled(part))


def _closing(found: Found) -> list[str]:
    """The lines below the last row of data, where some systems print a count."""
    last = found.sheet.rows(max(found.row + 1, found.sheet.height - 15))
    return [" ".join(_said(cell) for cell in row if not blank(cell)) for row in last if not data(found, row)]


def _said(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def raw(found: Found, out: Out) -> Raw:
    """The rows below the header as columns of the contract; rows that are no data are left blank."""
    rows = found.sheet.rows(found.row + 1)
    wide = max((len(row) for row in rows), default=0)
    rows = [row + [""] * (wide - len(row)) if len(row) < wide else row for row in rows]
    rows = [row if data(found, row) else [""] * wide for row in rows]
    across: list[tuple[Cell, ...]] = list(zip(*rows, strict=True))
    cells: dict[str, Cells] = {}
    at: dict[str, int] = {}
    dates = {column.name for column in found.form.spec.columns if column.cell.kind == "tanggal"}
    for name, about in found.form.fields.items():
        if name in dates:
            about = replace(about, headers=tuple(h for header in about.headers for h in (header, f"{header}_")))
        places = [found.at[header] for header in about.headers if header in found.at]
        if places:
            columns = [across[place] if place < wide else () for place in places]
            at[name] = places[0]
            cells[name] = _filled(columns, about, found, places, out, dated=name in dates)
    return Raw(found.form.spec, found.sheet.name, found.row + 2, cells, at)


def _filled(
    columns: Sequence[Cells], about: Field, found: Found, places: Sequence[int], out: Out, *, dated: bool
) -> Cells:
    if dated:
        read = days(columns)
        _disagreeing(read, found, places, out)
        return read.cells
    memo: dict[Any, Any] = {}
    turned = [[_turned(cell, about, memo) for cell in cells] for cells in columns]
    if about.words:
        _unknown(turned, columns, about.words, found, places, out)
    if len(turned) == 1:
        return turned[0]
    return [next((cell for cell in row if cell != ""), "") for row in zip(*turned, strict=True)]


def _turned(cell: Cell, about: Field, memo: dict[Any, Any]) -> Any:
    key = str(cell) if isinstance(cell, bool) else cell
    if key not in memo:
        if blank(cell):
            memo[key] = ""
        elif about.words:
            memo[key] = spelling.ours(cell, about.words)
        else:
            memo[key] = about.read(cell) if about.read else cell
    return memo[key]


def _unknown(
    turned: Sequence[Cells], columns: Sequence[Cells], table: str, found: Found, places: Sequence[int], out: Out
) -> None:
    told: set[str] = set()
    for column, place in zip(turned, places, strict=True):
        for i, cell in enumerate(column):
            if cell != "" and str(cell) not in told and not spelling.known(str(cell), table):
                told.add(str(cell))
                out.problem("KATA_TAK_DIKENAL", "warning", sheet=found.sheet.name, row=found.row + 2 + i,
                            column=letter(place), read=cell, judul=found.names[place], tabel=table)  # fmt: skip


def _disagreeing(read: Days, found: Found, places: Sequence[int], out: Out) -> None:
    if read.differing:
        i = read.differing[0]
        out.doubt("TANGGAL_GANDA_BEDA", sheet=found.sheet.name, row=found.row + 2 + i, column=letter(places[0]),
                  judul=found.names[places[0]], n=len(read.differing))  # fmt: skip


def data(found: Found, row: Row) -> bool:
    """Whether a row speaks of somebody: not a header printed again, column numbers, a signature or a count."""
    keys = [row[place] for place in found.keys if place < len(row) and not blank(row[place])]
    if keys and len(str(keys[0])) > 3 and spelt(keys[0]) not in found.at:
        return any(cell != "" for i, cell in enumerate(row) if i not in found.keys)
    said = [cell for cell in row if not blank(cell)]
    if len(said) < 3 and not keys:
        return False
    again = sum(spelt(cell) in found.at for cell in said if isinstance(cell, str))
    return len(said) > 1 and again * 2 <= len(said) and not (len(said) > 2 and numbering(row))


def unread(found: Found, out: Out) -> None:
    """Says once which columns of a sheet are not used."""
    used = {h for about in found.form.fields.values() for header in about.headers for h in (header, f"{header}_")}
    rest = [found.names[i] for word, i in sorted(found.at.items(), key=lambda item: item[1])
            if word not in used and word not in found.form.ignored]  # fmt: skip
    if rest:
        out.problem("KOLOM_TIDAK_DIPAKAI", "info", sheet=found.sheet.name, row=found.row + 1,
                    daftar=", ".join(rest)[:400])  # fmt: skip
