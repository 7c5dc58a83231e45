"""SIPD "RENCANA ANGGARAN KAS": the cash plan by month and the pagu it stands on; hand-added columns are left aside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.intake import dates, per_unit, tree
from pipelines.intake.budget import read_budget
from pipelines.intake.cells import Unreadable
from pipelines.intake.context import settle_year
from pipelines.intake.grid import Book, Row, Sheet, letter
from pipelines.intake.heads import filled, label, norm, numbering
from pipelines.intake.heads import lines as words
from pipelines.intake.money import rupiah, written
from pipelines.intake.out import Out
from pipelines.intake.per_unit import About
from pipelines.intake.report import Answers
from pipelines.intake.spending import again, ignored, key
from pipelines.intake.tree import Line
from pipelines.intake.units import settle_units
from pipelines.intake.verify import Column, control, parents, totals

NAME = "sipd-rak"
OWN_FORMULAS = True  # says itself which formulas without a value it needed

_PAGU = ("anggaran tahun ini", "anggaran", "jumlah anggaran", "pagu anggaran", "pagu", "nilai anggaran")
_WHOLE = ("total rak", "jumlah rak", "total anggaran kas", "jumlah")
_IN_FORCE = re.compile(r"(?:berlaku|tanggal|tgl)\D{0,20}(\d{1,2}[\s/-]\w+[\s/-]\d{4})", re.IGNORECASE)


@dataclass(frozen=True)
class Frame:
    """Where things stand in the sheet, 0-based."""

    first: int
    code_columns: tuple[int, ...]
    name_column: int
    pagu: int | None
    whole: int | None
    months: dict[int, int]  # month -> column
    ignored: tuple[tuple[int, str], ...]
    again: tuple[tuple[int, int, str], ...]  # a second column of the same kind: which, the one that is read, its words


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this layout."""
    title = any("rencana anggaran kas" in norm(line) or "anggaran kas" in norm(line) for line in words(sheet.top[:30]))
    found = frame(sheet.top)
    return 0.0 if found is None else 0.5 + 0.4 * title


def frame(top: Sequence[Row]) -> Frame | None:
    """The header of the sheet, None when there is none: a code, a description, then months by name."""
    for index in range(min(len(top), 40)):
        # The months may stand one or two rows lower, under a heading that spans them.
        for below in range(index, min(index + 3, len(top))):
            if found := _frame(top, index, below):
                return found
    return None


def _frame(top: Sequence[Row], index: int, below: int) -> Frame | None:
    row = _folded(top[index : below + 1])
    said = [label(cell) for cell in row]
    name = next((c for c, text in enumerate(said) if text.startswith("uraian")), None)
    left = next((c for c, text in enumerate(said) if text.startswith("kode")), None)
    if name is None or left is None or left > name:
        return None
    months: dict[int, int] = {}
    ignored: list[tuple[int, str]] = []
    twice: list[tuple[int, int, str]] = []
    pagu = whole = None
    for column in range(name + 1, len(row)):
        month = _month(said[column])
        if month is not None and month not in months:
            months[month] = column
        elif month is not None:
            twice.append((column, months[month], str(row[column]).strip()))
        elif said[column] in _PAGU and pagu is None:
            pagu = column
        elif pagu is not None and said[column] == said[pagu]:
            twice.append((column, pagu, str(row[column]).strip()))
        elif said[column] in _WHOLE and whole is None:
            whole = column
        elif said[column]:
            ignored.append((column, str(row[column]).strip()))
    if len(months) < 3:
        return None
    first = below + 1
    while first < len(top) and numbering(top[first]):
        first += 1
    return Frame(first, tuple(range(left, name)), name, pagu, whole, months, tuple(ignored), tuple(twice))


def _folded(rows: Sequence[Row]) -> Row:
    """Several header rows as one: the lowest words of each column."""
    wide = max(map(len, rows))
    return [next((row[c] for row in reversed(rows) if filled(row, c)), "") for c in range(wide)]


def version(titles: Sequence[str]) -> tuple[str, date | None]:
    """The version of the budget a title names, and its date where it is written."""
    text = " ".join(titles).lower()
    written = _IN_FORCE.search(text)
    found: date | None = None
    if written:
        try:
            found = dates.day(written[1])
        except Unreadable:
            found = None
    if re.search(r"pergeseran", text):
        number = re.search(r"pergeseran(?:\s+(?:apbd|anggaran))?\s*(?:ke|ke-|-)?\s*(\d)\b", text)
        return (f"pergeseran-{number[1]}" if number else "pergeseran"), found
    if re.search(r"perubahan|p-apbd|apbd-p|papbd", text):
        return "perubahan", found
    return "murni", found


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `rak` (one a leaf and month) and `pagu`; a month without a column is unknown, not zero."""
    sheets = per_unit.sheets(out, book, score_sheet, _about)
    titles = _titles(sheets[0])
    out.titled(titles)
    year = settle_year(out, titles)
    said = {sheet.name: _read_sheet(out, sheet, year, mark=mark) for sheet, mark in per_unit.each(out, sheets)}
    empty = [name for name, any_amount in said.items() if not any_amount]
    for name in empty:
        tell = out.problem if len(empty) < len(said) else out.refuse
        tell("FORMULIR_KOSONG", sheet=name)


def _titles(sheet: Sheet) -> list[str]:
    found = frame(sheet.top)
    return words(sheet.top[: found.first - 1]) if found else []


def _about(sheet: Sheet) -> About | None:
    found = frame(sheet.top)
    if found is None:
        return None
    units = per_unit.coded_units(sheet, found.first, found.code_columns)
    return About(units, dates.year(_titles(sheet)))


def _read_sheet(out: Out, sheet: Sheet, year: int | None, *, mark: str) -> bool:
    """Rows of one sheet; whether any amount stands in it. `mark` tells its controls from those of other sheets."""
    found = frame(sheet.top)
    if found is None:
        return False
    ignored(out, sheet, found.ignored)
    again(out, sheet, found.again[:1])  # of twelve months the first says it all
    months = sorted(found.months)
    if len(months) < 12:
        missing = [dates.MONTHS[m - 1].capitalize() for m in range(1, 13) if m not in months]
        out.problem("BULAN_RAK_KURANG", sheet=sheet.name, bulan=", ".join(missing))
    columns = [Column(found.months[m], f"rak.{m}{mark}") for m in months]
    columns += [
        Column(column, f"{name}{mark}")
        for column, name in ((found.whole, "rak.total"), (found.pagu, "anggaran"))
        if column is not None
    ]
    budget = read_budget(
        out, sheet, first=found.first, code_columns=found.code_columns, name_column=found.name_column, columns=columns
    )
    leaves, sound = budget.leaves, budget.sound
    if not any(any(leaf.amounts) for leaf in sound):
        return False
    if budget.total is not None:
        totals(out, leaves, budget.total, columns, sheet=sheet.name, whole=True)
    _tops(out, leaves, budget.above, columns, sheet.name)
    parents(out, tree.mismatches(leaves, budget.above), columns, sheet=sheet.name)
    if len(months) == 12 and running([leaf.amounts[:12] for leaf in sound], [leaf.amounts[12:] for leaf in sound]):
        out.doubt("RAK_KUMULATIF", sheet=sheet.name, row=sound[0].row, column=letter(found.months[12]))
    elif found.whole is not None and len(months) == 12:
        _rows_add_up(out, sound, columns.index(Column(found.whole, f"rak.total{mark}")), sheet.name)
    versi, written = version(_titles(sheet))
    _store(out, sound, budget.names, months, has_pagu=found.pagu is not None, year=year, versi=versi,
           berlaku=written, sheet=sheet.name)  # fmt: skip
    return True


def running(plans: Sequence[Sequence[int | None]], wholes: Sequence[Sequence[int | None]]) -> bool:
    """Whether the months of most lines only ever grow and end at a total of their row: sums up to each month."""
    grown = plain = 0
    for plan, whole in zip(plans, wholes, strict=True):
        known = [amount or 0 for amount in plan]
        ends = known[-1] in [amount for amount in whole if amount]
        if ends and known == sorted(known) and sum(known) != known[-1]:
            grown += 1
        elif any(known) and sum(known) != known[-1]:
            plain += 1
    return grown > plain


def _month(text: str) -> int | None:
    try:
        return dates.month(text.removeprefix("bulan").strip()) if text and not text.isdigit() else None
    except Unreadable:
        return None


def _tops(out: Out, leaves: Sequence[Line], above: Sequence[Line], columns: Sequence[Column], sheet: str) -> None:
    # The form has no "Jumlah": its urusan rows (or units, without them) are the totals a reader would check.
    urusan = [line for line in above if not line.unit and not line.activity and "." not in line.bidang]
    heads = urusan or [line for line in above if line.unit and not line.activity]
    first = {line.key: line for line in reversed(heads)}
    for line in first.values():
        summed = [leaf for leaf in leaves if line.key in set(tree.ancestors(leaf.key))]
        for i, column in enumerate(columns):
            amount = line.amounts[i]
            if amount is not None:
                below = sum(leaf.amounts[i] or 0 for leaf in summed)
                control(
                    out, f"{line.unit or line.bidang}.{column.name}", amount, below,
                    sheet=sheet, row=line.row, column=column.place, code="JUMLAH_TIDAK_SAMA",
                )  # fmt: skip


def _rows_add_up(out: Out, leaves: Sequence[Line], whole: int, sheet: str) -> None:
    for leaf in leaves:
        summed = sum(amount or 0 for amount in leaf.amounts[:12])
        stated = leaf.amounts[whole]
        if stated is not None and stated != summed:
            out.problem(
                "RAK_BARIS_TIDAK_SAMA", sheet=sheet, row=leaf.row, read=written(stated),
                dijumlah=written(summed), selisih=written(stated - summed),
            )  # fmt: skip


def _store(
    out: Out, leaves: Sequence[Line], names: dict[str, str], months: Sequence[int], *, has_pagu: bool,
    year: int | None, versi: str, berlaku: date | None, sheet: str,
) -> None:  # fmt: skip
    units = settle_units(out, {leaf.unit for leaf in leaves}, names)
    sums: dict[tuple[str, str, int | None], int] = defaultdict(int)
    for leaf in leaves:
        unit = units[leaf.unit]
        if unit is None or year is None:
            continue
        account = leaf.account or "5"
        place = key(leaf, unit, account, names) | {"lembar": sheet, "tahun": year, "versi": versi}
        for month, planned in zip(months, leaf.amounts, strict=False):
            if planned is not None:
                out.row("rak", **place, bulan=month, rak=rupiah(planned))
                if account.startswith("5"):
                    sums["rak", unit, month] += planned
        pagu = leaf.amounts[-1] if has_pagu else None
        if pagu is not None:
            out.row("pagu", **place, tgl_berlaku=berlaku, pagu=rupiah(pagu))
            if account.startswith("5"):
                sums["pagu", unit, None] += pagu
    for (contract, code, of_month), sen in sums.items():
        out.total(contract, code, year or 0, of_month, rupiah(sen))
