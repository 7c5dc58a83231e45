"""SIPD "REKAPITULASI BELANJA MENURUT URUSAN …": pagu and realisasi of one month, for one OPD or all."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.intake import dates, per_unit, tree
from pipelines.intake.budget import read_budget
from pipelines.intake.context import When, settle
from pipelines.intake.grid import Book, Row, Sheet
from pipelines.intake.heads import label, norm, numbering
from pipelines.intake.heads import lines as words
from pipelines.intake.lines import sums_all
from pipelines.intake.out import Out
from pipelines.intake.per_unit import About
from pipelines.intake.report import Answers
from pipelines.intake.spending import Spread, again, ignored, store
from pipelines.intake.tree import Line
from pipelines.intake.verify import Column, parents, plausible, totals

NAME = "sipd-lra"
OWN_FORMULAS = True  # says itself which formulas without a value it needed

GROUPS = {"operasi": "5.1", "modal": "5.2", "tak terduga": "5.3", "tidak terduga": "5.3", "transfer": "5.4"}
_SHORT = {"5.1": "operasi", "5.2": "modal", "5.3": "tak_terduga", "5.4": "transfer", "": "belanja"}
_PAGU = ("anggaran", "pagu", "pagu anggaran", "jumlah anggaran", "alokasi", "anggaran belanja")
_SPENT = ("realisasi", "jumlah realisasi", "realisasi anggaran", "realisasi belanja")


@dataclass(frozen=True)
class Frame:
    """Where things stand in the sheet, 0-based."""

    first: int  # first row below the header
    code_columns: tuple[int, ...]
    name_column: int
    pagu: dict[str, int]  # group of belanja ('' when there is one pair) -> column
    spent: dict[str, int]
    ignored: tuple[tuple[int, str], ...]
    again: tuple[tuple[int, int, str], ...]  # a second column of the same kind: which, the one that is read, its words


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this layout."""
    title = any("rekapitulasi belanja" in norm(line) for line in words(sheet.top[:30]))
    found = frame(sheet.top)
    if found is None or not found.code_columns:
        return 0.0
    return 0.5 * title + (0.5 if len(found.pagu) > 1 else 0.3)


def frame(top: list[Row]) -> Frame | None:
    """The header of the sheet, None when there is none: a code, a description, then pairs of pagu and realisasi."""
    for index, row in enumerate(top[:40]):
        said = [norm(cell) for cell in row]
        name = next((c for c, text in enumerate(said) if text.startswith("uraian")), None)
        if name is None or not any(text.startswith("kode") for text in said[:name]):
            continue
        left = next(c for c, text in enumerate(said) if text.startswith("kode"))
        for below in range(index, min(index + 5, len(top))):
            cells = [_heading(cell)[0] for cell in top[below]]
            if any(c > name and text in _PAGU for c, text in enumerate(cells)) and any(t in _SPENT for t in cells):
                return _frame(top, index, below, left, name)
    return None


def _heading(cell: object) -> tuple[str, str]:
    """What a heading says, and the group of belanja where it names one: "Realisasi Belanja Modal (Rp)"."""
    text = label(cell)
    for name, group in GROUPS.items():
        if text.endswith(f" {name}"):
            return text.removesuffix(f" {name}").removesuffix(" belanja"), group
    return text, ""


def _frame(top: list[Row], head: int, pairs: int, left: int, name: int) -> Frame:
    group = ""
    pagu: dict[str, int] = {}
    spent: dict[str, int] = {}
    ignored: list[tuple[int, str]] = []
    twice: list[tuple[int, int, str]] = []
    whole = False  # below a heading "Jumlah": the sum of the groups
    for column in range(name + 1, len(top[pairs])):
        for row in range(head, pairs):
            above = label(top[row][column]).removeprefix("belanja ")
            group = GROUPS.get(above, group)
            whole = sums_all(above) if above else whole
        text, own = _heading(top[pairs][column])
        group = own or group
        found = pagu if text in _PAGU else spent if text in _SPENT else None
        said = str(top[pairs][column]).strip()
        if found is None or (whole and group in found):
            ignored += [(column, said)] if text else []
        elif group in found:
            twice.append((column, found[group], said))
        else:
            found[group] = column
    first = pairs + 1
    while first < len(top) and numbering(top[first]):
        first += 1
    return Frame(first, tuple(range(left, name)), name, pagu, spent, tuple(ignored), tuple(twice))


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `pagu` and `realisasi` from the leaves; parents and "Jumlah" become control totals."""
    sheets = per_unit.sheets(out, book, score_sheet, _about)
    titles = _titles(sheets[0])
    out.titled(titles)
    when = settle(out, titles)
    filled = [_read_sheet(out, sheet, when, mark=mark) for sheet, mark in per_unit.each(out, sheets)]
    if not any(filled):
        out.refuse("FORMULIR_KOSONG", sheet=sheets[0].name)


def _titles(sheet: Sheet) -> list[str]:
    found = frame(sheet.top)
    return words(sheet.top[: found.first]) if found else []


def _about(sheet: Sheet) -> About | None:
    found = frame(sheet.top)
    if found is None:
        return None
    titles = _titles(sheet)
    period = dates.period(titles)
    time = (dates.year(titles), period and (period.first, period.last))
    return About(per_unit.coded_units(sheet, found.first, found.code_columns), time)


def _read_sheet(out: Out, sheet: Sheet, when: When, *, mark: str) -> bool:
    """Rows of one sheet; whether any amount stands in it. `mark` tells its controls from those of other sheets."""
    found = frame(sheet.top)
    if found is None:
        return False
    ignored(out, sheet, found.ignored)
    again(out, sheet, found.again)
    groups = [group for group in found.pagu if group in found.spent]
    columns = [Column(found.pagu[g], f"anggaran.{_SHORT[g]}{mark}") for g in groups]
    columns += [Column(found.spent[g], f"realisasi.{_SHORT[g]}{mark}") for g in groups]
    budget = read_budget(
        out, sheet, first=found.first, code_columns=found.code_columns, name_column=found.name_column, columns=columns
    )
    wrong = tree.mismatches(budget.leaves, budget.above)
    totals(out, budget.leaves, budget.total, columns, sheet=sheet.name, whole=not wrong)
    parents(out, wrong, columns, sheet=sheet.name)
    spent = [spread for leaf in budget.sound for spread in spreads(leaf, groups)]
    if not any(each.pagu or each.realisasi for each in spent):
        return False
    places = {group: found.spent[group] for group in groups}
    plausible(out, [each.as_spent(places) for each in spent if each.spending], sheet=sheet.name)
    store(out, spent, names=budget.names, when=when, sheet=sheet.name)
    return True


def spreads(leaf: Line, groups: list[str]) -> list[Spread]:
    """The leaf's pagu and realisasi by account: its own, or one of each group where it has none."""
    half = len(groups)
    pairs = [(g, leaf.amounts[i], leaf.amounts[half + i]) for i, g in enumerate(groups)]
    filled = [(g, pagu, real) for g, pagu, real in pairs if pagu or real]
    if leaf.account:
        own = next((pair for pair in pairs if pair[0] and leaf.account.startswith(pair[0])), pairs[0])
        chosen = filled or [own]
        # The columns of the other groups hold zeros; an amount under a wrong heading still belongs to its account.
        return [
            Spread(
                leaf, leaf.account, chosen[0][0],
                pagu=_sum([pagu for _, pagu, _ in chosen]), realisasi=_sum([real for _, _, real in chosen]),
            )
        ]  # fmt: skip
    return [Spread(leaf, group or "5", group, pagu=pagu, realisasi=real) for group, pagu, real in filled]


def _sum(amounts: list[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
