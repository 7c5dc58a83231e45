"""The LRA form that provinces hand out: revenue and spending by kelompok, one OPD and one period a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.catalogue import toml
from pipelines.intake import dates, lines, tree
from pipelines.intake.cells import Unreadable, number, tidy
from pipelines.intake.context import settle
from pipelines.intake.grid import Book, Row, Sheet, letter
from pipelines.intake.heads import best_sheet, label, norm, numbering
from pipelines.intake.heads import lines as words
from pipelines.intake.money import sen_of, written
from pipelines.intake.out import Out
from pipelines.intake.report import Answers
from pipelines.intake.scale import times
from pipelines.intake.spending import Spread, ignored, others, store
from pipelines.intake.tree import Line
from pipelines.intake.verify import control, plausible

NAME = "provinsi-lra"
OWN_FORMULAS = True  # says itself which formulas without a value it needed

_UNIT = re.compile(
    r"^(?:sub unit organisasi|unit organisasi|perangkat daerah|skpd|opd)\s*:?\s*(?P<code>\d[\d.]*\d)?\s*(?P<name>.*)$",
    re.IGNORECASE,
)


_HEADINGS = {
    "kode": "kode rekening", "rekening": "kode rekening", "jumlah anggaran": "anggaran", "pagu": "anggaran",
    "pagu anggaran": "anggaran", "jumlah realisasi": "realisasi", "realisasi anggaran": "realisasi",
}  # fmt: skip


@dataclass(frozen=True)
class Frame:
    """Where things stand in the sheet, 0-based."""

    head: int
    first: int
    code_columns: tuple[int, ...]
    name_columns: tuple[int, ...]
    pagu: int
    spent: tuple[int, ...]  # the columns in which realisasi may stand
    titled: int  # the column whose header says realisasi
    ignored: tuple[tuple[int, str], ...]


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this layout."""
    title = any("laporan realisasi anggaran" in norm(line) for line in words(sheet.top[:30]))
    return 0.0 if frame(sheet.top) is None else 0.5 + 0.35 * title


def frame(top: Sequence[Row]) -> Frame | None:
    """The header of the sheet, None when there is none: account, description, anggaran, realisasi in one row."""
    for index, row in enumerate(top[:40]):
        at = {_HEADINGS.get(label(c), label(c)): place for place, c in reversed(list(enumerate(row))) if norm(c)}
        if not {"kode rekening", "uraian", "anggaran", "realisasi"} <= at.keys():
            continue
        code, name, pagu, spent = (at[word] for word in ("kode rekening", "uraian", "anggaran", "realisasi"))
        if not code < name < pagu < spent:
            continue
        later = [column for word, column in at.items() if column > spent]
        stop = min(later, default=spent + 2)
        below = top[index + 1 :]
        numbers = Counter(c for line in below for c in range(pagu, min(stop, len(line))) if _amount(line[c]))
        place = next((c for c in range(pagu, spent) if numbers[c]), pagu)
        candidates = tuple(c for c in range(place + 1, stop) if numbers[c]) or (spent,)
        first = index + 1
        while first < len(top) and numbering(top[first]):
            first += 1
        return Frame(
            index, first, tuple(range(code, name)), tuple(range(name, pagu)), place, candidates, spent,
            tuple((column, str(row[column]).strip()) for column in sorted(later)),
        )  # fmt: skip
    return None


def _amount(cell: object) -> bool:
    try:
        return number(cell, thousands=".") is not None
    except Unreadable:
        return False


def unit_of(titles: Sequence[str]) -> tuple[str, str]:
    """Code and name of the unit as the head of the form gives them; '' where it gives none. The sub unit wins."""
    code = name = ""
    for line in titles:
        found = _UNIT.match(tidy(line))
        if found:
            code = found["code"] or code
            name = found["name"].lstrip(": ").strip() or name
    return code, name


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `pagu` and `realisasi` from the leaves of the form; 4 and 5 become control totals."""
    sheet, _, same = best_sheet(book, score_sheet)
    if sheet is None or (found := frame(sheet.rows(stop=400))) is None:
        raise LookupError("the sheet that scored is gone")
    others(out, sheet, same)
    ignored(out, sheet, found.ignored)
    titles = words(sheet.top[: found.head])
    out.titled(titles)
    unit, name = unit_of(titles)
    body = lines.read(
        sheet.rows(found.first), found.first, code_columns=found.code_columns, name_columns=found.name_columns,
        values=[found.pagu, *found.spent], out=out, sheet=sheet.name,
        times=times(out, sheet.top[: found.first], sheet=sheet.name),
    )  # fmt: skip
    merged, torn = _merge(out, body.lines, found, unit, sheet.name)
    leaves, above = tree.split(merged)
    lines.report(out, body, leaves, sheet=sheet.name)
    leaves, above, unused = _typed_above(leaves, above)
    filled = [leaf for leaf in leaves if leaf.sound and any(amount is not None for amount in leaf.amounts)]
    unsound = sum(not leaf.sound for leaf in leaves)
    blank = len(leaves) - len(filled) - unsound
    out.count(
        accepted=len(filled), quarantined=unsound + torn + body.lost, parents=len(above),
        other=body.other + blank + unused,
    )  # fmt: skip
    if not any(any(line.amounts) for line in merged):
        out.refuse("FORMULIR_KOSONG", sheet=sheet.name)
        return
    if example := _example(merged):
        out.refuse("FORMULIR_CONTOH", sheet=sheet.name, row=example[0], read=written(example[1]))
        return
    when = settle(out, titles)
    if not unit and not name and dates.period(titles) is None:
        out.problem("FORMULIR_BELUM_DIISI", sheet=sheet.name)
    _check(out, leaves, above, found, sheet.name)
    spent = [Spread(leaf, leaf.account, "", pagu=leaf.amounts[0], realisasi=leaf.amounts[1]) for leaf in filled]
    plausible(out, [s.as_spent({"": found.spent[0]}) for s in spent if s.spending], sheet=sheet.name)
    store(out, spent, names={unit: name} if name else {}, when=when, sheet=sheet.name)


def _example(rows: Sequence[Line]) -> tuple[int, int] | None:
    """The row and amount of a number that the blank form itself holds; it is no unit's."""
    forms = toml("templat/formulir_contoh")["formulir"]
    known = {sen_of(Decimal(amount)) for form in forms if form["bentuk"] == NAME for amount in form["angka"]}
    return next(((line.row, sen) for line in rows for sen in line.amounts if sen in known), None)


def _merge(out: Out, rows: Sequence[Line], found: Frame, unit: str, sheet: str) -> tuple[list[Line], int]:
    """Lines with one realisasi each, whichever column it stands in; lines with two different ones are set apart."""
    merged: list[Line] = []
    torn = 0
    used: Counter[int] = Counter()
    for line in rows:
        values = {c: v for c, v in zip(found.spent, line.amounts[1:], strict=True) if v is not None}
        used.update(values)
        different = set(values.values())
        if len(different) > 1:
            first, second = list(values.values())[:2]
            out.problem(
                "DUA_NILAI_REALISASI", "error", sheet=sheet, row=line.row, column=letter(list(values)[1]),
                read=written(first), lain=written(second),
            )  # fmt: skip
            torn += 1
            continue
        merged.append(replace(line, unit=unit, amounts=(line.amounts[0], next(iter(different), None))))
    aside = [column for column in used if column != found.titled]
    if aside:
        out.problem("REALISASI_DI_SAMPING", "info", sheet=sheet, column=letter(aside[0]), read=letter(aside[0]))
    return merged, torn


def _typed_above(leaves: list[Line], above: list[Line]) -> tuple[list[Line], list[Line], int]:
    """Where only the parent is filled, and its lines are blank or zero, the parent is the leaf."""
    unused = 0
    for parent in list(above):
        below = [leaf for leaf in leaves if parent.key in set(tree.ancestors(leaf.key))]
        if any(parent.amounts) and not any(any(leaf.amounts) for leaf in below):
            leaves = [leaf for leaf in leaves if leaf not in below] + [parent]
            above = [line for line in above if line is not parent]
            unused += len(below)
    return leaves, above, unused


def _check(out: Out, leaves: Sequence[Line], above: Sequence[Line], found: Frame, sheet: str) -> None:
    columns = ((found.pagu, "anggaran"), (found.spent[0], "realisasi"))
    for parent in above:
        below = [leaf for leaf in leaves if parent.key in set(tree.ancestors(leaf.key))]
        for i, (column, name) in enumerate(columns):
            in_file = parent.amounts[i]
            summed = sum(leaf.amounts[i] or 0 for leaf in below)
            if in_file is None:
                continue
            code = "INDUK_NOL" if in_file == 0 else "JUMLAH_TIDAK_SAMA"
            control(
                out, f"{parent.account}.{name}", in_file, summed, sheet=sheet, row=parent.row, column=column, code=code
            )
