"""What is noteworthy in rows of targets and units: nil before the first target, a predicate as a unit, copies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from pipelines.catalogue import toml
from pipelines.intake.cells import Unreadable, number
from pipelines.intake.out import Out
from pipelines.intake.sheets.tables import Mask, Table
from pipelines.satuan import baku

_TARGETS = ("target_daerah", "pk_indikator")
_AIMS = (
    "target_tahun", "target_tw1", "target_tw2", "target_tw3", "target_tw4", "target_rpjmd", "target_renstra",
)  # fmt: skip
_WRITTEN = re.compile(r"(rp\.?)?\s*([-−]?[\d.,]+)\s*(.*)")  # what stands before a number, the number, what stands after
_RANGE = re.compile(r"(?<=[\d%])\s*(?:[-–—]|s\.?d\.?|s/d|sampai(?: dengan)?)\s*(?=[\d])")


def note(table: Table, keep: Mask, out: Out) -> None:
    """Says what a person would ask about rows that are kept; no row is set aside for it."""
    kept = [i for i in range(table.height) if keep[i]]
    if table.spec.name in _TARGETS:
        _nil_at_first(table, kept, out)
        _predicates(table, kept, out)
        _scales(table, kept, out)
        _readable(table, kept, out)
        _units(table, kept, out)
    if table.spec.name == "pk_indikator":
        _copies(table, kept, out)
    if table.spec.name == "opd":
        _namesakes(table, kept, out)


def _column(table: Table, name: str) -> Sequence[Any]:
    return table.typed[name].keys if name in table.typed else [None] * table.height


def _nil_at_first(table: Table, kept: Sequence[int], out: Out) -> None:
    """Indicators whose first years have the target 0 and whose later ones have more; said once for the same years."""
    codes, years, targets = (_column(table, name) for name in ("kode_indikator", "tahun", "target_tahun"))
    of: dict[str, list[tuple[int, int]]] = {}
    for i in kept:
        of.setdefault(codes[i], []).append((years[i], i))
    alike: dict[tuple[int, ...], list[int]] = {}
    for listed in of.values():
        values = [(year, i, _plain(targets[i])) for year, i in sorted(listed)]
        first = next((n for n, (_, _, value) in enumerate(values) if value), 0)
        nil = [(year, i) for year, i, value in values[:first] if value == 0]
        if nil:
            alike.setdefault(tuple(year for year, _ in nil), []).append(nil[0][1])
    for when, rows in sorted(alike.items()):
        out.problem("TARGET_NOL_DI_AWAL", sheet=table.sheets[rows[0]], row=int(table.rows[rows[0]]), n=len(rows),
                    read=targets[rows[0]], column=table.column_letter(rows[0], "target_tahun"),
                    tahun=", ".join(map(str, when)), baris=table.text_of(sorted(rows)))  # fmt: skip


def _predicates(table: Table, kept: Sequence[int], out: Out) -> None:
    """Indicators in a predicate whose target is a number; each is said once."""
    codes, units, targets, ways = (
        _column(table, name) for name in ("kode_indikator", "satuan", "target_tahun", "metode")
    )
    told: set[str] = set()
    for i in kept:
        unit = str(units[i] or "").strip().lower()
        if unit in _predicate_units() and ways[i] != "predikat" and _plain(targets[i]) and codes[i] not in told:
            told.add(codes[i])
            out.problem("TARGET_BUKAN_PREDIKAT", sheet=table.sheets[i], row=int(table.rows[i]), read=targets[i],
                        column=table.column_letter(i, "target_tahun"), kode=codes[i], satuan=units[i])  # fmt: skip


def _scales(table: Table, kept: Sequence[int], out: Out) -> None:
    """Indicators in a predicate that name no scale: nothing says what the predicate is worth."""
    ways, scales, codes = (_column(table, name) for name in ("metode", "skala", "kode_indikator"))
    told: set[str] = set()
    for i in kept:
        if ways[i] == "predikat" and not scales[i] and codes[i] not in told:
            told.add(codes[i])
            out.problem("SKALA_KOSONG", sheet=table.sheets[i], row=int(table.rows[i]), kode=codes[i],
                        column=table.column_letter(i, "skala"))  # fmt: skip


def _readable(table: Table, kept: Sequence[int], out: Out) -> None:
    """Targets that no result can be held against: no number or range, or one in another unit than the indicator's."""
    ways, units = _column(table, "metode"), _column(table, "satuan")
    for name in _AIMS:
        aims = _column(table, name)
        for i in kept:
            fault = None if ways[i] == "predikat" or aims[i] is None else _fault(str(aims[i]), str(units[i] or ""))
            if fault is not None:
                out.problem(fault, sheet=table.sheets[i], row=int(table.rows[i]), read=aims[i], satuan=units[i],
                            column=table.column_letter(i, name))  # fmt: skip


def _fault(aim: str, unit: str) -> str | None:
    for side in _RANGE.split(aim.strip().lower()):
        found = _WRITTEN.fullmatch(side.strip())
        if found is None or _plain(found[2]) is None:
            return "TARGET_BUKAN_ANGKA"
        said = [baku(word) for word in (found[1], found[3]) if word]
        if any(word != baku(unit) for word in said):
            return "TARGET_SATUAN_LAIN"
    return None


def _units(table: Table, kept: Sequence[int], out: Out) -> None:
    """Indicators whose unit is another one in another year; another spelling of one is none."""
    codes, units = _column(table, "kode_indikator"), _column(table, "satuan")
    of: dict[str, dict[str, int]] = {}
    for i in kept:
        of.setdefault(codes[i], {}).setdefault(baku(units[i]), i)
    for code, found in of.items():
        if len(found) > 1:
            last = max(found.values())
            said = ", ".join(f"{unit} ({table.text_of([i])})" for unit, i in found.items())
            out.problem("SATUAN_BERUBAH", sheet=table.sheets[last], row=int(table.rows[last]), kode=code, daftar=said,
                        column=table.column_letter(last, "satuan"), read=units[last])  # fmt: skip


def _copies(table: Table, kept: Sequence[int], out: Out) -> None:
    """Indicators of one unit, year, level and program that share their name under different codes.

    One that is carried on under its own name on the level below is a cascade, no copy.
    """
    units, years, levels, names, programs, codes = (
        _column(table, name) for name in ("kode_opd", "tahun", "tingkat", "indikator", "kode_program", "kode_indikator")
    )
    of: dict[tuple[Any, ...], list[int]] = {}
    for i in kept:
        of.setdefault((units[i], years[i], levels[i], programs[i], _folded(names[i])), []).append(i)
    told: set[tuple[Any, ...]] = set()
    for (unit, year, level, program, name), rows in sorted(of.items(), key=lambda one: one[1]):
        if len({codes[i] for i in rows}) > 1 and (unit, level, program, name) not in told:
            told.add((unit, level, program, name))  # of the first year; the others say the same
            out.problem("INDIKATOR_KEMBAR", sheet=table.sheets[rows[0]], row=int(table.rows[rows[0]]), opd=unit,
                        column=table.column_letter(rows[0], "indikator"), read=names[rows[0]], tahun=year,
                        baris=table.text_of(rows))  # fmt: skip


def _namesakes(table: Table, kept: Sequence[int], out: Out) -> None:
    """Units that share their name under different codes."""
    codes, names = _column(table, "kode_opd"), _column(table, "nama")
    of: dict[str, list[int]] = {}
    for i in kept:
        of.setdefault(_folded(names[i]), []).append(i)
    for rows in of.values():
        if len({codes[i] for i in rows}) > 1:
            out.problem("OPD_SENAMA", sheet=table.sheets[rows[0]], row=int(table.rows[rows[0]]), read=names[rows[0]],
                        column=table.column_letter(rows[0], "nama"), baris=table.text_of(rows))  # fmt: skip


def _folded(name: Any) -> str:
    return re.sub(r"[^a-z0-9]+", " ", str(name or "").lower()).strip()


def _plain(target: Any) -> Any:
    """A target as one number; None where it is blank, a range or a word."""
    try:
        return number(target)
    except Unreadable:
        return None


@cache
def _predicate_units() -> frozenset[str]:
    return frozenset(toml("satuan")["predikat"]["satuan"])
