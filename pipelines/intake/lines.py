"""Rows of a sheet as coded budget lines, whether the codes stand in one column or in several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.intake import codes
from pipelines.intake.cells import Unreadable, blank, mark, tidy
from pipelines.intake.codes import Kind
from pipelines.intake.grid import Row, letter
from pipelines.intake.heads import norm, numbering
from pipelines.intake.money import Money, Reader
from pipelines.intake.out import Out
from pipelines.intake.tree import Line

TOTALS = frozenset(
    {"jumlah", "total", "jumlah total", "total jumlah", "jumlah belanja", "total belanja", "grand total"}
)
_GROUP: dict[Kind, str] = {
    "urusan": "bidang", "bidang": "bidang", "unit": "unit", "program": "activity", "kegiatan": "activity",
    "sub_kegiatan": "activity", "rekening": "account",
}  # fmt: skip


@dataclass(frozen=True)
class Body:
    """The lines of a sheet, its printed total (row and amounts in sen), and rows that could not be placed."""

    lines: list[Line]
    total: Line | None
    lost: int  # rows with an amount but no readable place: quarantined
    other: int


@dataclass
class _Place:
    bidang: str = ""
    unit: str = ""
    activity: str = ""
    account: str = ""

    def enter(self, group: str, code: str) -> None:
        """Moves to a code; what stood below the old one ends."""
        order = ("bidang", "unit", "activity", "account")
        setattr(self, group, code)
        for lower in order[order.index(group) + 1 :]:
            setattr(self, lower, "")


def amounts(rows: Sequence[Row], columns: Sequence[int]) -> list[Money]:
    """The value columns of the rows, read with the marks that all of them together show."""
    thousands = mark(row[c] for c in columns for row in rows if c < len(row))
    reader = Reader(thousands)
    return [reader.column([row[c] if c < len(row) else "" for row in rows]) for c in columns]


def read(
    rows: Sequence[Row], first: int, *, code_columns: Sequence[int], name_columns: Sequence[int], values: Sequence[int],
    out: Out, sheet: str,
) -> Body:  # fmt: skip
    """The body of a sheet below its header; `first` is the 0-based row of rows[0]. Problems name their cells."""
    money = amounts(rows, values)
    faulty: dict[int, list[int]] = {}
    for column, found in zip(values, money, strict=True):
        for fault in found.faults:
            faulty.setdefault(fault.index, []).append(column)
    groups = _groups(rows, code_columns)
    place = _Place()
    lines: list[Line] = []
    total: Line | None = None
    lost = other = 0
    for index, row in enumerate(rows):
        row_number = first + index + 1
        cells = tuple(int(m.sen[index]) if m.known[index] else None for m in money)
        empty = all(cell is None for cell in cells) and index not in faulty
        said = [row[c] for c in code_columns if c < len(row) and not blank(row[c])]
        name = next((tidy(str(row[c])) for c in name_columns if c < len(row) and not blank(row[c])), "")
        if not empty and TOTALS.intersection(norm(cell) for cell in (name, *said)):
            total = Line(row_number, "", "", "", "", name, cells, index not in faulty)
            continue
        if not said:
            if empty or numbering(row):
                other += 1
            else:
                lost += 1
                _report(out, rows, index, faulty, money, values, first=first, sheet=sheet)
                out.problem("BARIS_TANPA_KODE", sheet=sheet, row=row_number, read=name)
            continue
        if empty and numbering(row):
            other += 1
            continue
        unplaced = _move(place, row, rows, index, code_columns, groups)
        if unplaced is not None:
            column, read_as = unplaced
            if empty:
                other += 1
                continue
            lost += 1
            out.problem("KODE_TAK_TERBACA", "error", sheet=sheet, row=row_number, column=letter(column), read=read_as)
            continue
        if index in faulty:
            _report(out, rows, index, faulty, money, values, first=first, sheet=sheet)
        lines.append(
            Line(row_number, place.bidang, place.unit, place.activity, place.account, name, cells, index not in faulty)
        )
    return Body(lines, total, lost, other)


def _report(
    out: Out, rows: Sequence[Row], index: int, faulty: dict[int, list[int]], money: Sequence[Money],
    values: Sequence[int], *, first: int, sheet: str,
) -> None:  # fmt: skip
    for column in faulty.get(index, []):
        fault = next(f for f in money[list(values).index(column)].faults if f.index == index)
        out.problem(
            fault.code, "error", sheet=sheet, row=first + index + 1, column=letter(column), read=rows[index][column]
        )


def _groups(rows: Sequence[Row], code_columns: Sequence[int]) -> dict[int, str]:
    """What each code column holds by the shape of most of its codes; {} when one column holds them all."""
    if len(code_columns) < 2:
        return {}
    groups: dict[int, str] = {}
    for column in code_columns:
        seen: Counter[str] = Counter()
        for row in rows:
            if column < len(row) and not blank(row[column]):
                shape = codes.kind(codes.plain(str(row[column])))
                if shape and "." in str(row[column]).strip("."):
                    seen[_GROUP[shape]] += 1
        if seen:
            groups[column] = seen.most_common(1)[0][0]
    # Two columns of one group mean one more level than we know; then the codes are read one by one.
    return groups if len(set(groups.values())) == len(groups) else {}


def _move(
    place: _Place, row: Row, rows: Sequence[Row], index: int, code_columns: Sequence[int], groups: dict[int, str]
) -> tuple[int, str] | None:
    """Moves the place to the codes of a row; gives the column and cell that could not be read."""
    if not groups:
        column = next(c for c in code_columns if c < len(row) and not blank(row[c]))
        return _move_one(place, row[column], column, rows, index)
    found = {"bidang": "", "unit": "", "activity": "", "account": ""}
    for column, group in groups.items():
        cell = row[column] if column < len(row) else ""
        if blank(cell):
            continue
        try:
            found[group] = _read(cell, group)
        except Unreadable:
            return column, str(cell)
    if not any(found.values()):
        return None if place.bidang or place.unit else (code_columns[0], "")
    # A blank in a column left of a filled one is a cell that was merged downwards.
    deeper = bool(found["activity"] or found["account"])
    place.bidang = found["bidang"] or place.bidang
    place.unit = found["unit"] or (place.unit if deeper else "")
    place.activity = found["activity"] or (place.activity if found["account"] else "")
    place.account = found["account"]
    if place.activity and place.unit:
        place.activity = codes.resolve(place.activity, place.unit)
    return None


def _read(cell: Any, group: str) -> str:
    kinds: tuple[Kind, ...] = {
        "bidang": ("bidang", "urusan"), "unit": ("unit",), "activity": ("sub_kegiatan", "kegiatan", "program"),
        "account": ("rekening",),
    }[group]  # type: ignore[assignment]  # fmt: skip
    for want in kinds:
        if want == "bidang" and isinstance(cell, float) and cell == int(cell):
            continue  # a whole number is an urusan; 4.00 is no bidang
        try:
            return codes.code(cell, want) or ""
        except Unreadable:
            continue
    raise Unreadable(str(cell))


def _move_one(place: _Place, cell: Any, column: int, rows: Sequence[Row], index: int) -> tuple[int, str] | None:
    text = codes.plain(str(int(cell) if isinstance(cell, float) and cell == int(cell) else cell))
    shape = codes.kind(text)
    if isinstance(cell, float) and cell != int(cell):
        # 5.1 is an account; any other number with a fraction lost its text form and is a bidang, or nothing.
        shape = "rekening" if place.activity and round(cell, 1) == cell else "bidang"
        try:
            text = codes.code(cell, shape) or ""
        except Unreadable:
            return column, str(cell)
    if shape is None:
        return column, str(cell)
    if shape == "rekening" and "." not in text and _next_is_bidang(rows, index, column, text):
        shape = "urusan"
    group = _GROUP[shape]
    if group == "activity" and place.unit:
        text = codes.resolve(text, place.unit)
    place.enter(group, text)
    return None


def _next_is_bidang(rows: Sequence[Row], index: int, column: int, digit: str) -> bool:
    for row in rows[index + 1 : index + 6]:
        if column < len(row) and not blank(row[column]):
            text = codes.plain(str(row[column]))
            return codes.kind(text) in ("bidang", "unit", "program") and text.startswith(f"{digit}.")
    return False
