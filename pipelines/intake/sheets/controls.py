"""Control totals of a table: rows above others and rows that say Jumlah, each beside the sum of what was kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np

from pipelines.catalogue import both
from pipelines.intake import money
from pipelines.intake.out import Out
from pipelines.intake.report import Problem
from pipelines.intake.sheets.columns import shown
from pipelines.intake.sheets.findings import Findings
from pipelines.intake.sheets.parents import parents
from pipelines.intake.sheets.tables import Mask, Table, amounts

_PLACE = ("kode_sub_kegiatan", "kode_rekening")
_INSIDE = ("kode_program", "kode_kegiatan", *_PLACE, "sumber_dana")  # what a parent leaves out or shortens


def above(table: Table, live: Mask) -> dict[int, list[int]]:
    """The rows that stand above others, by index, with their leaves; a leaf that cannot be used still counts as one."""
    if not {"kode_rekening", "kode_opd"} <= set(table.typed):
        return {}
    at = np.flatnonzero(live & table.whole(("kode_opd", "kode_rekening"))).tolist()
    groups = table.tuples([name for name in table.spec.key if name not in _INSIDE])
    places = table.tuples(_PLACE)
    found = parents([(groups[i], *places[i]) for i in at])
    return {at[parent]: [at[leaf] for leaf in leaves] for parent, leaves in found.items()}


def check_parents(table: Table, found: Mapping[int, Sequence[int]], keep: Mask, out: Out, problems: Findings) -> None:
    """Records each parent's amounts as control totals, and finds what does not add up."""
    for parent, leaves in found.items():
        code = table.typed["kode_rekening"].keys[parent]
        for name in _money(table):
            keys = table.typed[name].keys
            if keys[parent] is not None:
                summed = money.rupiah(sum(keys[leaf] or 0 for leaf in leaves if keep[leaf]))
                label = f"{code}.{name} ({table.sheets[parent]}!{int(table.rows[parent])})"
                _control(problems, parent, name, summed, label=label, out=out)
    if found:
        rows = sorted(found)
        message = both("templat.baris_induk", baris=table.text_of(rows))
        out.say(Problem("BARIS_INDUK", "info", message, table.sheets[rows[0]], int(table.rows[rows[0]])))


def check_sums(table: Table, keep: Mask, out: Out, problems: Findings) -> None:
    """Records the last Jumlah row of each sheet as control totals, and finds what does not add up."""
    last = {table.sheets[i]: i for i in np.flatnonzero(table.sums).tolist()}
    names = np.array(table.sheets, dtype=object)
    for sheet, i in last.items():
        for name, summed in amounts(table, keep & (names == sheet)).items():
            if table.typed[name].keys[i] is not None:
                _control(problems, i, name, summed, label=f"Jumlah.{name} ({sheet})", out=out)


def _money(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.cell.kind == "rupiah"]


def _control(problems: Findings, index: int, name: str, summed: Decimal, *, label: str, out: Out) -> None:
    table = problems.table
    in_file = money.rupiah(table.typed[name].keys[index])
    out.control(label, in_file, summed)
    if in_file != summed:
        sums = {"berkas": rupiah(in_file), "hitung": rupiah(summed), "selisih": rupiah(in_file - summed)}
        read = shown(table.cells(name)[index])
        problems.add(index, name, "jumlah_beda", severity="warning", read=read, judul=name, **sums)


def rupiah(value: Decimal) -> str:
    """An amount as people here write it."""
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
