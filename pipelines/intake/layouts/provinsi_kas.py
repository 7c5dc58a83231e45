"""The form "TARGET (MENURUT ANGGARAN KAS) DAN REALISASI KEUANGAN": the cash plan of one OPD, twelve months in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.intake import dates, lines, per_unit
from pipelines.intake.cells import Unreadable, blank, number, tidy
from pipelines.intake.context import settle_year
from pipelines.intake.grid import Book, Row, Sheet, letter
from pipelines.intake.heads import label, norm
from pipelines.intake.heads import lines as words
from pipelines.intake.money import rupiah, sen_of
from pipelines.intake.out import Out
from pipelines.intake.per_unit import About
from pipelines.intake.report import Answers
from pipelines.intake.scale import times
from pipelines.intake.units import settle_units
from pipelines.intake.verify import control

NAME = "provinsi-kas"
OWN_FORMULAS = True  # says itself which formulas without a value it needed

_QUARTERS = {"triwulan i": (1, 2, 3), "triwulan ii": (4, 5, 6), "triwulan iii": (7, 8, 9), "triwulan iv": (10, 11, 12)}
_KINDS = ("pendapatan", "belanja", "pembiayaan")
_OPD = re.compile(r"^\W*(?:nama\s+)?(?:opd|skpd)\b[\s:.…]*", re.IGNORECASE)


@dataclass(frozen=True)
class Frame:
    """Where things stand in the sheet, 0-based."""

    head: int
    months: dict[int, int]
    quarters: dict[str, int]
    detail: int  # the column that says target or realisasi


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this layout."""
    title = any("anggaran kas" in norm(line) for line in words(sheet.top[:20]))
    return 0.0 if frame(sheet.top) is None else 0.55 + 0.4 * title


def frame(top: Sequence[Row]) -> Frame | None:
    """The header of the sheet, None when there is none: "Rincian" and then the months and quarters by name."""
    for index, row in enumerate(top[:30]):
        said = [label(cell) for cell in row]
        months: dict[int, int] = {}
        for column, text in enumerate(said):
            if month := _month(text):
                months.setdefault(month, column)
        if len(months) >= 6 and "rincian" in said:
            quarters = {text: column for column, text in enumerate(said) if text in _QUARTERS}
            return Frame(index, months, quarters, said.index("rincian"))
    return None


def _month(text: str) -> int | None:
    try:
        return dates.month(text.removeprefix("bulan ")) if text and not text.isdigit() else None
    except Unreadable:
        return None


def unit_name(titles: Sequence[str]) -> str:
    """The unit's name between the form's title and its year; '' when nobody wrote it."""
    for line in titles:
        text = norm(line)
        if "anggaran kas" in text or text.startswith("tahun anggaran") or "pemerintah kabupaten" in text:
            continue
        name = _OPD.sub("", tidy(line)).strip(" .…:")
        if name:
            return name
    return ""


def read(book: Book, answers: Answers, out: Out) -> None:
    """Twelve rows of `rak` for account 5 from the row BELANJA/Target; zeros typed as realisasi are no realisasi."""
    sheets = per_unit.sheets(out, book, score_sheet, _about)
    titles = _titles(sheets[0])
    out.titled(titles)
    read = [(_read_sheet(out, sheet, mark=mark), sheet, mark) for sheet, mark in per_unit.each(out, sheets)]
    for plan, sheet, _ in read:
        if plan is None:
            tell = out.problem if any(other for other, *_ in read) else out.refuse
            tell("FORMULIR_KOSONG", sheet=sheet.name)
    if out.refused:
        return
    year = settle_year(out, titles)
    for plan, _, mark in read:
        if plan is None:
            continue
        written = ""  # one form asks for its unit's code
        if mark:  # of many, each is taken under its name until a master knows it
            written = plan.name
            out.resolve(opd=None)
        unit = settle_units(out, {written}, {written: plan.name} if plan.name else {})[written]
        if plan.whole and unit is not None and year is not None:
            _store(out, plan, unit, year)
    if len(sheets) > 1:
        out.resolve(opd=None)


def _titles(sheet: Sheet) -> list[str]:
    found = frame(sheet.top)
    return words(sheet.top[: found.head]) if found else []


def _about(sheet: Sheet) -> About | None:
    found = frame(sheet.top)
    if found is None:
        return None
    titles = _titles(sheet)
    name = _name(titles, sheet.rows(found.head + 1, found.head + 200), sheet.top[found.head])
    return About(frozenset({norm(name)} - {""}), dates.year(titles))


@dataclass(frozen=True)
class Plan:
    """The cash plan of one sheet, in sen by month; not `whole` where a month could not be read."""

    name: str
    months: dict[int, int]
    whole: bool
    sheet: str
    row: int


def _read_sheet(out: Out, sheet: Sheet, *, mark: str) -> Plan | None:
    found = frame(sheet.top)
    if found is None:
        return None
    titles = words(sheet.top[: found.head])
    rows = sheet.rows(found.head + 1, found.head + 200)
    plan, spent = _row(rows, found, "target"), _row(rows, found, "realisasi")
    if plan is None:
        out.refuse("KOLOM_TIDAK_ADA", sheet=sheet.name, nama="BELANJA / Target")
        return None
    at = found.head + 2 + plan
    months = sorted(found.months)
    columns = [found.months[month] for month in months]
    factor = times(out, sheet.top[: found.head], sheet=sheet.name)
    money = lines.amounts([rows[plan]], columns, times=factor)
    faults = [(column, m.faults[0]) for column, m in zip(columns, money, strict=True) if m.faults]
    for column, fault in faults:
        code = "RUMUS_TANPA_NILAI" if fault.read.startswith("=") else fault.code
        tell = out.refuse if code == "RUMUS_TANPA_NILAI" else out.problem
        tell(code, "error", sheet=sheet.name, row=at, column=letter(column), read=fault.read)
    out.count(accepted=not faults, quarantined=bool(faults), other=sum(any(not blank(c) for c in r) for r in rows) - 1)
    planned = {month: int(m.sen[0]) for month, m in zip(months, money, strict=True) if m.known[0]}
    if not any(planned.values()):
        return None
    if spent is not None and any(_sen(cell) for c in columns if (cell := _cell(rows[spent], c)) is not None):
        out.problem("REALISASI_KAS_TIDAK_DIPAKAI", "info", sheet=sheet.name, row=found.head + 2 + spent)
    missing = [dates.MONTHS[m - 1].capitalize() for m in range(1, 13) if m not in planned]
    if missing:
        out.problem("BULAN_RAK_KURANG", sheet=sheet.name, row=at, bulan=", ".join(missing))
    _controls(out, rows[plan], found, planned, times=factor, sheet=sheet.name, row=at, mark=mark)
    return Plan(_name(titles, rows[: plan + 1], sheet.top[found.head]), planned, not faults, sheet.name, at)


def _store(out: Out, plan: Plan, unit: str, year: int) -> None:
    for month, sen in plan.months.items():
        out.row(
            "rak", kode_opd=unit, nama_opd=plan.name or None, kode_rekening="5", tahun=year, bulan=month,
            rak=rupiah(sen), lembar=plan.sheet, baris=plan.row,
        )  # fmt: skip
        out.total("rak", unit, year, month, rupiah(sen))


def _name(titles: Sequence[str], rows: Sequence[Row], head: Row) -> str:
    """The unit's name in the title, or in a column of its own; '' when nobody wrote it."""
    return unit_name(titles) or _named(rows, head)


def _row(rows: Sequence[Row], found: Frame, detail: str) -> int | None:
    """The row of BELANJA that holds the targets, or the realisasi; its label stands on the first of the two."""
    kind = ""
    for index, row in enumerate(rows):
        for cell in row[: found.detail]:
            kind = norm(cell) if norm(cell) in _KINDS else kind
        if kind == "belanja" and norm(_cell(row, found.detail)).startswith(detail):
            return index
    return None


def _named(rows: Sequence[Row], head: Row) -> str:
    column = next((c for c, cell in enumerate(head) if norm(cell) in ("nama opd", "opd", "nama skpd")), None)
    if column is None:
        return ""
    return next((tidy(str(row[column])) for row in rows if column < len(row) and not blank(row[column])), "")


def _controls(out: Out, cells: Row, found: Frame, planned: dict[int, int], *, times: int, sheet: str, row: int,
              mark: str) -> None:  # fmt: skip
    for name, column in found.quarters.items():
        stated = (_sen(_cell(cells, column)) or 0) * times
        if stated:
            summed = sum(planned.get(month, 0) for month in _QUARTERS[name])
            control(out, f"rak.{name.replace(' ', '_')}{mark}", stated, summed, sheet=sheet, row=row, column=column,
                    code="JUMLAH_TIDAK_SAMA")  # fmt: skip
    for column in range(found.detail):
        stated = (_sen(_cell(cells, column)) or 0) * times
        if stated > 100 * times:
            control(out, f"anggaran{mark}", stated, sum(planned.values()), sheet=sheet, row=row, column=column,
                    code="JUMLAH_TIDAK_SAMA")  # fmt: skip


def _cell(row: Row, column: int) -> object:
    return row[column] if column < len(row) else ""


def _sen(cell: object) -> int | None:
    try:
        amount = number(cell, thousands=".")
    except Unreadable:
        return None
    return None if amount is None else sen_of(amount)
