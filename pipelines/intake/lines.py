"""Rows of a sheet as coded budget lines, whether the codes stand in one column or in several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.intake import codes
from pipelines.intake.cells import Unreadable, blank, mark, tidy
from pipelines.intake.codes import Kind
from pipelines.intake.grid import Row, letter
from pipelines.intake.heads import norm, numbering
from pipelines.intake.money import Fault, Money, Reader
from pipelines.intake.out import Out
from pipelines.intake.tree import Line

_SUM = re.compile(r"(?:grand |sub )?(?:jumlah|total|subtotal)\b")
_WHOLE = re.compile(  # a sum of everything; "Jumlah Urusan Pendidikan" is the sum of some lines
    r"(?:grand )?(?:jumlah|total)(?: (?:jumlah|total|belanja|daerah|anggaran|apbd|keseluruhan|seluruhnya|seluruh"
    r"|semua|umum|besar|akhir|rp|rupiah))*"
)
_CODED = re.compile(r"'?(?:\d{1,2}|X)(?:[.\s]|$)", re.IGNORECASE)  # "5.1.02", never "NIP. 1970…"
_SHORT_BIDANG = re.compile(r"[1-9]\.\d")  # 1.10 whose zero was eaten
_LETTERS = re.compile(r"(?:[a-z] ){3,}[a-z]\b")
_GROUP: dict[Kind, str] = {
    "urusan": "bidang", "bidang": "bidang", "unit": "unit", "program": "activity", "kegiatan": "activity",
    "sub_kegiatan": "activity", "rekening": "account",
}  # fmt: skip


@dataclass(frozen=True)
class Body:
    """The lines of a sheet, its printed total, and rows that could not be placed."""

    lines: list[Line]
    total: Line | None
    lost: int  # rows with an amount but no readable place: quarantined
    other: int
    faults: dict[int, list[tuple[int, Fault]]]  # by 1-based row: the columns (0-based) that could not be read


def _summing(cells: Sequence[Any]) -> re.Match[str] | None:
    """The word that makes a row a printed sum: "Jumlah", "T O T A L", "Jumlah Belanja Daerah (Rp)"."""
    said = (_LETTERS.sub(lambda found: found[0].replace(" ", ""), norm(cell)) for cell in cells)
    return next((found for text in said if (found := _SUM.match(text))), None)


def sums_all(cell: Any) -> bool:
    """Whether a cell names the total of a whole table."""
    found = _summing([cell])
    return found is not None and _WHOLE.fullmatch(found.string) is not None


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


def amounts(rows: Sequence[Row], columns: Sequence[int], *, times: int = 1) -> list[Money]:
    """The value columns of the rows in rupiah, read with the marks that all of them together show."""
    thousands = mark(row[c] for c in columns for row in rows if c < len(row))
    reader = Reader(thousands)
    return [reader.column([row[c] if c < len(row) else "" for row in rows]).scaled(times) for c in columns]


def read(
    rows: Sequence[Row], first: int, *, code_columns: Sequence[int], name_columns: Sequence[int], values: Sequence[int],
    out: Out, sheet: str, times: int = 1,
) -> Body:  # fmt: skip
    """The body of a sheet below its header; `first` is the 0-based row of rows[0]. Problems name their cells."""
    money = amounts(rows, values, times=times)
    faults: dict[int, list[tuple[int, Fault]]] = {}
    for column, found in zip(values, money, strict=True):
        for fault in found.faults:
            faults.setdefault(first + fault.index + 1, []).append((column, fault))
    groups = _groups(rows, code_columns)
    place = _Place()
    lines: list[Line] = []
    total: Line | None = None
    lost = other = 0
    for index, row in enumerate(rows):
        number = first + index + 1
        cells = tuple(int(m.sen[index]) if m.known[index] else None for m in money)
        filled = number in faults or any(cell is not None for cell in cells)
        said = [row[c] for c in code_columns if c < len(row) and not blank(row[c])]
        name = next((tidy(str(row[c])) for c in name_columns if c < len(row) and not blank(row[c])), "")
        if filled and any(map(sums_all, (name, *said))):
            total = Line(number, "", "", "", "", name, cells, number not in faults)
        elif numbering(row) or (not filled and not said) or _only_words(said, cells, faults.get(number, ())):
            faults.pop(number, None)
            other += 1
        elif not said and _summing([name]):
            other += 1  # repeats lines that are there
        elif not said:
            lost += 1
            out.problem("BARIS_TANPA_KODE", sheet=sheet, row=number, read=name)
        elif unplaced := _move(place, row, rows, index, code_columns, groups):
            lost, other = lost + filled, other + (not filled)
            column, read_as = unplaced
            if filled:
                out.problem("KODE_TAK_TERBACA", "error", sheet=sheet, row=number, column=letter(column), read=read_as)
        else:
            key = (place.bidang, place.unit, place.activity, place.account)
            lines.append(Line(number, *key, name, cells, number not in faults))
    return Body(lines, total, lost, other, faults)


def _only_words(said: Sequence[Any], cells: Sequence[int | None], faults: Sequence[tuple[int, Fault]]) -> bool:
    """Whether a row is a repeated header or part of a signature: no amount, no code, words where amounts stand.

    Such a row is no data and may name a person, so that nothing of it goes into a problem.
    """
    if any(cell is not None for cell in cells) or any(fault.read.startswith("=") for _, fault in faults):
        return False
    numbers = [cell for cell in said if isinstance(cell, int | float)]
    return not any(0 < cell < 100 for cell in numbers) and not any(
        _CODED.match(tidy(cell)) for cell in said if isinstance(cell, str)
    )


def report(out: Out, body: Body, leaves: Sequence[Line], *, sheet: str) -> None:
    """Problems of amounts that could not be read; a leaf that is a formula without a value refuses the file."""
    below = {leaf.row for leaf in leaves}
    for row, found in sorted(body.faults.items()):
        for column, fault in found:
            code = "RUMUS_TANPA_NILAI" if fault.read.startswith("=") else fault.code
            tell = out.refuse if code == "RUMUS_TANPA_NILAI" and row in below else out.problem
            tell(code, "error", sheet=sheet, row=row, column=letter(column), read=fault.read)


def _groups(rows: Sequence[Row], code_columns: Sequence[int]) -> dict[int, str]:
    """What each code column holds by the shape of most of its codes; {} when one column holds them all."""
    if len(code_columns) < 2:
        return {}
    groups: dict[int, str] = {}
    for column in code_columns:
        seen: Counter[str] = Counter()
        for row in rows:
            if column < len(row) and not blank(row[column]):
                text = codes.plain(str(row[column]))
                shape = codes.kind(text) or ("bidang" if _SHORT_BIDANG.fullmatch(text) else None)
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
    if shape is None and _SHORT_BIDANG.fullmatch(text):
        shape, text = "bidang", f"{text}0"
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
