"""What an unknown sheet most resembles: the kind of rows, its header row, and which of its columns are ours."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipelines.contracts.lembar import Column, Lembar
from pipelines.intake.cells import blank, tidy
from pipelines.intake.grid import Book, Cell, Row, Sheet, letter
from pipelines.intake.heads import numbering
from pipelines.intake.sheets.likeness import by_words, likeness
from pipelines.intake.sheets.recognise import LOOKED_AT, plain, signature, specs

KIND, UNIT = "#kontrak", "#satuan"  # keys of a mapping that name no column
TIMES = {"rupiah": 1, "ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000}
# What a file need not say in a column, because a person or its title can say it once for all rows.
ONCE = frozenset(
    {"tahun", "bulan", "basis", "tahap", "versi", "kode_opd", "kode_rekening", "berlaku_mulai", "jenis_periode"}
)
_PLACE = frozenset({"kode_opd", "kode_rekening"})
_ABSENT = 0.3  # what a place still counts when it is not there; a time that is not there does not count at all
_DEEPER = {"realisasi": 0.03}  # where a file has both a ceiling and what was spent of it, the latter is the news
_ENOUGH = 0.5
_OTHERS = 0.5  # what a kind without people counts for a sheet that names them by NIP
_SAMPLE = 60
_UNITS = re.compile(
    r"\b(?:dalam|dlm|x|satuan\s*:?)?\s*\(?\s*(?:rp\.?\s*)?(ribu|juta|miliar|milyar|milliar)(?:an)?\b", re.IGNORECASE
)
_UNIT_CUE = re.compile(r"dalam|dlm|rp|rupiah|satuan|\(", re.IGNORECASE)


@dataclass(frozen=True)
class Table:
    """A header row of a sheet: where it stands, what its columns are called, a look at what is under it."""

    sheet: Sheet
    row: int  # 0-based
    headers: dict[int, str]  # by column, no two alike
    sample: list[Row]

    @property
    def signature(self) -> str:
        return signature(self.headers[i] for i in sorted(self.headers))

    def cells(self, column: int) -> list[Cell]:
        """The sampled cells of a column."""
        return [row[column] for row in self.sample if column < len(row)]


@dataclass(frozen=True)
class Proposal:
    """The best reading of an unknown file: the kind of rows and header -> column, with how sure it is."""

    table: Table
    spec: Lembar
    columns: dict[str, int]  # our header -> column of the file
    score: float
    unit: str = "rupiah"  # what amounts are written in, by the title
    said: str = ""  # the words of the title that say so

    @property
    def mapping(self) -> dict[str, str]:
        """The proposal as an answer: our header -> the file's, with the kind of rows and the unit of amounts."""
        named = {name: self.table.headers[i] for name, i in self.columns.items()}
        return {KIND: self.spec.name, **({UNIT: self.unit} if self.unit != "rupiah" else {}), **named}

    def text(self) -> str:
        """The mapping as one line of JSON, which is how a question suggests it."""
        return json.dumps(self.mapping, ensure_ascii=False)


def headers(sheet: Sheet, row: int) -> dict[int, str]:
    """The header of each column of a row; twins are told apart by the group above them, else by their letter."""
    cells = sheet.top[row]
    own = {i: tidy(cell) for i, cell in enumerate(cells) if isinstance(cell, str) and not blank(cell)}
    seen = Counter(own.values())
    groups = _groups(sheet.top[row - 1]) if row else {}
    named = {i: f"{groups[i]} {text}" if seen[text] > 1 and i in groups else text for i, text in own.items()}
    again = Counter(named.values())
    return {i: f"{text} ({letter(i)})" if again[text] > 1 else text for i, text in named.items()}


def _groups(cells: Row) -> dict[int, str]:
    """The group a merged header spans: its text stands in the first cell, the others are blank."""
    found: dict[int, str] = {}
    last = ""
    for i, cell in enumerate(cells):
        last = tidy(cell) if isinstance(cell, str) and not blank(cell) else last
        if last:
            found[i] = last
    return found


def tables(book: Book) -> list[Table]:
    """Every row of the visible sheets that could be a header: texts, at least three, with something under them."""
    found = []
    for sheet in book.visible:
        for row, cells in enumerate(sheet.top[:LOOKED_AT]):
            texts = [c for c in cells if isinstance(c, str) and not blank(c)]
            filled = [c for c in cells if not blank(c)]
            if len(texts) >= 3 and len(texts) >= len(filled) * 0.8 and not numbering(cells):
                sample = [r for r in sheet.rows(row + 1, row + 1 + _SAMPLE) if not numbering(r)]
                if sample:
                    found.append(Table(sheet, row, headers(sheet, row), sample))
    return found


def propose(book: Book) -> Proposal | None:
    """The best proposal for a file; None when nothing in it looks like a table of ours."""
    listed = tables(book)
    hopeful = sorted(((_hope(table, spec), n, table, spec) for n, table in enumerate(listed) for spec in specs()),
                     key=lambda h: (-h[0], h[1], h[3].name, h[3].wide))[:10]  # fmt: skip
    found = [_assign(table, spec) for hope, _, table, spec in hopeful if hope > 0]
    found = [replace(p, score=p.score * _OTHERS) if people(p.table) and not person(p.spec) else p for p in found]
    best = max(found, key=lambda p: (p.score, -p.table.row), default=None)
    if best is None or best.score < _ENOUGH:
        return None
    unit, said = unit_of([best.table.sheet.top[i] for i in range(best.table.row + 1)])
    return Proposal(best.table, best.spec, best.columns, best.score, unit, said)


def people(table: Table) -> bool:
    """Whether a table has a column of NIP."""
    return any(
        plain(header) in ("nip", "nipbaru", "nippegawai", "nomorindukpegawai") for header in table.headers.values()
    )


def person(spec: Lembar) -> bool:
    """Whether each row of a kind is of one person."""
    return any(column.name == "nip" for column in spec.columns)


def _hope(table: Table, spec: Lembar) -> float:
    """How good a match could be by words alone; cheap, so that contents are looked at for a few only."""
    likely = {c.name: max(by_words(h, c) for h in table.headers.values()) for c in spec.columns}
    return _score(spec, {name: value for name, value in likely.items() if value >= 0.6}, len(table.headers))


def _assign(table: Table, spec: Lembar) -> Proposal:
    """The columns of a table given to ours, the likeliest pair first."""
    pairs = [
        (likeness(header, table.cells(i), column), column, i)
        for i, header in table.headers.items()
        for column in spec.columns
        # A list of people names its units; only a header that says so gives their code.
        if not (column.name == "kode_opd" and person(spec) and "kode" not in header.lower())
    ]
    columns: dict[str, int] = {}
    values: dict[str, float] = {}
    for value, column, i in sorted(pairs, key=lambda p: (-p[0], p[2], p[1].name)):
        if value > 0 and column.name not in columns and i not in columns.values():
            columns[column.name], values[column.name] = i, value
    ordered = {c.name: columns[c.name] for c in spec.columns if c.name in columns}
    return Proposal(table, spec, ordered, _score(spec, values, len(table.headers)))


def _score(spec: Lembar, values: dict[str, float], width: int) -> float:
    """How well a table fits: every required column, the amount above all; nothing without it."""
    months = [values[c.name] for c in spec.columns if c.bulan and c.name in values]
    must = {c.name: values.get(c.name) for c in spec.columns if c.wajib}
    if spec.wide:
        must["bulan_1"] = max(months) if len(months) >= 2 and _run(spec, values) else None
    if spec.name == "pegawai":
        must = {name: values.get(name) for name in ("nip", "nama")}  # a NIP says of what kind they are
    once = ONCE if "kode_rekening" in must or "tahun" in must else frozenset()  # a list of units must name them
    lacking = any(value is None and name not in once for name, value in must.items())
    amounts = [c.name for c in spec.columns if _amount(spec, c.name)]
    placed = not {"kode_opd", "kode_rekening"} <= set(must) or values.keys() & {"kode_opd", "kode_rekening"}
    if lacking or not placed or (amounts and not any(name in values for name in amounts)):
        return 0.0
    counted = {name: value for name, value in must.items() if value is not None or name in _PLACE}
    weights = {name: 2.0 if name in amounts or name == "bulan_1" else 1.0 for name in counted}
    got = sum(weights[n] * (_ABSENT if v is None else v) for n, v in counted.items()) / sum(weights.values())
    return got * 0.8 + 0.2 * len(values) / max(width, len(values)) + _DEEPER.get(spec.name, 0.0)


def _run(spec: Lembar, values: dict[str, float]) -> bool:
    """Whether any two months stand in a row of the calendar; a lone pair far apart is no plan."""
    found = sorted(c.bulan for c in spec.columns if c.bulan and c.name in values)
    return any(b - a == 1 for a, b in pairwise(found))


def _amount(spec: Lembar, name: str) -> bool:
    column: Column = next(c for c in spec.columns if c.name == name)
    return column.cell.kind in ("rupiah", "persen")


def unit_of(rows: Sequence[Row]) -> tuple[str, str]:
    """The unit amounts are written in by the title or header ("dalam jutaan rupiah"), and the words that say so."""
    for row in rows:
        for cell in row:
            if isinstance(cell, str) and (match := _UNITS.search(cell)) and _UNIT_CUE.search(cell):
                word = match[1].lower()
                return ("miliar" if word.startswith("mil") else word), tidy(cell)[:120]
    return "rupiah", ""
