"""Doubts and control totals that every realisasi layout shares: never wrong in silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.intake.grid import letter
from pipelines.intake.money import rupiah, written
from pipelines.intake.out import Out
from pipelines.intake.tree import Line, Mismatch

# Up to a thousandth of the total a difference is shown but does not stop the file; beyond it, a person decides.
TOLERATED = Decimal("0.001")


@dataclass(frozen=True)
class Column:
    """A value column of a sheet: its 0-based place and what it is called in control totals."""

    place: int
    name: str  # e.g. "realisasi.operasi"


def control(
    out: Out, name: str, in_file: int, summed: int, *, sheet: str, row: int, column: int, code: str
) -> None:  # amounts in sen
    """A printed total against the sum of its leaves: a control, and a problem when they differ."""
    out.control(name, rupiah(in_file), rupiah(summed))
    difference = in_file - summed
    if not difference:
        return
    small = abs(difference) <= TOLERATED * max(abs(summed), abs(in_file))
    tell = out.problem if small else out.doubt
    tell(
        code, sheet=sheet, row=row, column=letter(column), read=written(in_file), nama=name,
        di_berkas=written(in_file), dijumlah=written(summed), selisih=written(difference),
    )  # fmt: skip


def totals(
    out: Out, leaves: Sequence[Line], total: Line | None, columns: Sequence[Column], *, sheet: str, whole: bool
) -> None:
    """The "Jumlah" row against the leaves, column by column.

    Without it the file may have been cut short; where parents do not add up either (not `whole`), it surely was.
    """
    if total is None:
        (out.problem if whole else out.doubt)("JUMLAH_TIDAK_ADA", sheet=sheet)
        return
    for i, column in enumerate(columns):
        in_file = total.amounts[i]
        if in_file is None:
            continue
        summed = sum(leaf.amounts[i] or 0 for leaf in leaves)
        control(
            out, f"Jumlah.{column.name}", in_file, summed,
            sheet=sheet, row=total.row, column=column.place, code="JUMLAH_TIDAK_SAMA",
        )  # fmt: skip


def parents(out: Out, wrong: Sequence[Mismatch], columns: Sequence[Column], *, sheet: str, most: int = 100) -> None:
    """The parents that do not add up, as controls and warnings."""
    for miss in wrong[:most]:
        line = miss.line
        code = line.account or line.activity or line.unit or line.bidang
        name = f"{code}.{columns[miss.column].name}"
        out.control(name, rupiah(miss.in_file), rupiah(miss.summed))
        out.problem(
            "INDUK_TIDAK_SAMA", sheet=sheet, row=line.row, column=letter(columns[miss.column].place),
            read=written(miss.in_file), nama=code, di_berkas=written(miss.in_file), dijumlah=written(miss.summed),
            selisih=written(miss.in_file - miss.summed),
        )  # fmt: skip
    if len(wrong) > most:
        out.problem("INDUK_LAINNYA", "info", jumlah=len(wrong) - most)


@dataclass(frozen=True)
class Spent:
    """Pagu and realisasi of one leaf, in sen, and where they stand."""

    unit: str
    row: int
    column: int  # of realisasi
    pagu: int
    realisasi: int


def plausible(out: Out, leaves: Sequence[Spent], *, sheet: str) -> None:
    """Doubts about a realisasi file as a whole: swapped columns, example numbers, a copied column, nothing at all."""
    units: dict[str, list[int]] = {}
    for leaf in leaves:
        sums = units.setdefault(leaf.unit, [0, 0])
        sums[0] += leaf.pagu
        sums[1] += leaf.realisasi
    for unit, (pagu, spent) in units.items():
        if spent > pagu:
            first = next(leaf for leaf in leaves if leaf.unit == unit and leaf.realisasi > leaf.pagu)
            out.doubt(
                "REALISASI_MELEBIHI_PAGU", sheet=sheet, row=first.row, column=letter(first.column),
                read=written(first.realisasi), unit=unit or "-", pagu=written(pagu), realisasi=written(spent),
            )  # fmt: skip
    budgeted = [leaf for leaf in leaves if leaf.pagu]
    if len(budgeted) > 1 and all(leaf.pagu == leaf.realisasi for leaf in budgeted):
        out.doubt("REALISASI_SAMA_DENGAN_PAGU", sheet=sheet, row=budgeted[0].row, column=letter(budgeted[0].column))
    over = [leaf for leaf in leaves if leaf.realisasi > leaf.pagu and units[leaf.unit][1] <= units[leaf.unit][0]]
    if over:
        out.problem(
            "RINCIAN_MELEBIHI_PAGU", sheet=sheet, row=over[0].row, column=letter(over[0].column),
            read=written(over[0].realisasi), jumlah=len(over),
        )  # fmt: skip
    if leaves and not any(leaf.realisasi for leaf in leaves):
        out.problem("REALISASI_NOL_SEMUA", "info", sheet=sheet)
