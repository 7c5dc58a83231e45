"""Our own templates, as workbook or one CSV a sheet; a sheet is known by its headers, never by its name or place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress, groupby

import numpy as np

from pipelines.catalogue import both
from pipelines.intake.codes import resolve
from pipelines.intake.grid import Book, Cell, Sheet, letter
from pipelines.intake.heads import lines
from pipelines.intake.out import Out
from pipelines.intake.report import Answers, Problem
from pipelines.intake.scale import times
from pipelines.intake.sheets import people, targets
from pipelines.intake.sheets.checked import take
from pipelines.intake.sheets.recognise import Match, plain, recognise
from pipelines.intake.sheets.tables import Mask, Raw, Table
from pipelines.intake.sheets.totals import exceeding, note

NAME = "templat"
EVERY_SHEET = True


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is one of the templates, by its headers."""
    match = recognise(sheet)
    return match.score if match else 0.0


def read(book: Book, answers: Answers, out: Out) -> None:
    """Takes in every sheet that is recognised; sheets of the same kind count as one."""
    matches = [match for sheet in book.visible if (match := recognise(sheet))]
    out.titled([line for match in matches for line in lines(match.sheet.top[: match.row])])
    whole = [match for match in matches if _headers(match, out)]
    if len(whole) < len(matches):
        out.refused = True
        return
    tables = [Table([raw(match) for match in same], times=factor) for same, factor in _together(whole, out)]
    kept = [(table, take(table, out)) for table in tables]
    for table, keep in kept:
        note(table, keep, out)
        people.note(table, keep, out)
        targets.note(table, keep, out)
    exceeding(kept, out)
    _answers(kept, out)
    people.ended(out)


def _together(matches: Sequence[Match], out: Out) -> list[tuple[list[Match], int]]:
    """The sheets of each kind, with what their amounts are multiplied by to be rupiah."""
    factors = {
        match.sheet.name: times(out, match.sheet.top[: match.row + 1], sheet=match.sheet.name) for match in matches
    }

    def kind(match: Match) -> tuple[str, bool, int]:
        return match.spec.name, match.spec.wide, factors[match.sheet.name]

    # By kind and then by name, so that the order of the sheets changes nothing.
    ordered = sorted(matches, key=lambda match: (*kind(match), match.sheet.name))
    return [(list(same), factor) for (_, _, factor), same in groupby(ordered, kind)]


def _headers(match: Match, out: Out) -> bool:
    """Says what is missing, repeated or unknown in a header; False when no row below it can be read."""
    sheet, row = match.sheet.name, match.row + 1
    missing = [name for name in match.missing if not name.startswith("bulan_")]
    for name in missing:
        message = both("templat.kolom_hilang", judul=name, lembar=sheet)
        out.say(Problem("KOLOM_HILANG", "error", message, sheet, row))
    for column, header, first in match.twice:
        message = both("templat.kolom_ganda", judul=header, lain=letter(first))
        out.say(Problem("KOLOM_GANDA", "error", message, sheet, row, letter(column), header))
    months = [c.name for c in match.spec.columns if c.bulan and c.name not in match.at]
    if len(months) == 12:
        out.say(Problem("TANPA_BULAN", "error", both("templat.tanpa_bulan"), sheet, row))
    elif months:
        message = both("templat.bulan_hilang", daftar=", ".join(months))
        out.say(Problem("BULAN_HILANG", "warning", message, sheet, row))
    unused = ", ".join(c.name for c in match.spec.columns if c.name not in match.at) or "—"
    for column, header in match.extra:
        message = both("templat.kolom_lain", judul=header, lembar=sheet, daftar=unused)
        out.say(Problem("KOLOM_LAIN", "warning", message, sheet, row, letter(column), header))
    return not (missing or match.twice or len(months) == 12)


def raw(match: Match) -> Raw:
    """The rows below a header, column by column; blank rows stay, so that row numbers stay true."""
    rows = match.sheet.rows(match.row + 1)
    across: list[tuple[Cell, ...]] = list(zip(*rows, strict=True)) if rows else []
    cells: dict[str, Sequence[Cell]] = {n: across[i] if i < len(across) else () for n, i in match.at.items()}
    beside = np.zeros(len(rows), dtype=np.bool_)
    for i, _ in match.extra:
        if i < len(across):
            beside |= np.fromiter((c != "" for c in across[i]), dtype=np.bool_, count=len(rows))
    filled = Raw(match.spec, match.sheet.name, match.row + 2, cells, match.at, beside.tolist())
    return _resolved(filled)


def _resolved(found: Raw) -> Raw:
    """The template's X.XX in activity codes replaced by the unit's own bidang."""
    units = found.cells.get("kode_opd", ())
    changed = dict(found.cells)
    for name in ("kode_program", "kode_kegiatan", "kode_sub_kegiatan"):
        cells = found.cells.get(name, ())
        if any(isinstance(c, str) and c[:4].upper() == "X.XX" for c in cells):
            changed[name] = [
                resolve(c.strip().upper(), str(unit).strip()) if isinstance(c, str) and c[:4].upper() == "X.XX" else c
                for c, unit in zip(cells, units, strict=False)
            ]
    return replace(found, cells=changed)


def _answers(kept: Sequence[tuple[Table, Mask]], out: Out) -> None:
    """What the rows themselves say of year, month, basis and unit, where they all say the same."""
    for answer, column in (("year", "tahun"), ("month", "bulan"), ("basis", "basis"), ("opd", "kode_opd")):
        seen: set[object] = set()
        for table, keep in kept:
            if table.spec.name != "opd" and column in table.typed:
                seen |= set(compress(table.typed[column].keys, keep.tolist())) - {None}
        given = getattr(out.answers, answer)
        if given is None and len(seen) == 1:
            out.resolve(**{answer: seen.pop()})
        elif given is not None and seen and plain(str(given)) not in {plain(str(value)) for value in seen}:
            message = both("templat.jawaban_lain", jawaban=given, kolom=column)
            out.say(Problem("JAWABAN_LAIN", "warning", message))
