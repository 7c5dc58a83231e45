"""Leaves with pagu and realisasi as rows of the two contracts, and their sums per unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.intake import codes, dates
from pipelines.intake.context import When
from pipelines.intake.grid import Sheet, letter
from pipelines.intake.money import rupiah
from pipelines.intake.out import Out
from pipelines.intake.tree import Line
from pipelines.intake.units import settle_units
from pipelines.intake.verify import Spent


@dataclass(frozen=True)
class Spread:
    """What one leaf says of one account, in sen; None is blank."""

    line: Line
    account: str
    group: str
    pagu: int | None
    realisasi: int | None

    @property
    def spending(self) -> bool:
        """Whether it is belanja (account 5); only belanja counts in totals and doubts."""
        return self.account.startswith("5")

    def as_spent(self, columns: Mapping[str, int]) -> Spent:
        """For the doubts about the whole file; `columns` gives the realisasi column of each group."""
        return Spent(self.line.unit, self.line.row, columns.get(self.group, 0), self.pagu or 0, self.realisasi or 0)


def ignored(out: Out, sheet: Sheet, columns: Iterable[tuple[int, str]]) -> None:
    """Says which columns are not read."""
    for column, name in columns:
        out.problem("KOLOM_DIABAIKAN", "info", sheet=sheet.name, column=letter(column), read=name)


def again(out: Out, sheet: Sheet, columns: Iterable[tuple[int, int, str]]) -> None:
    """Doubts a second column of a kind of which one is read: which it is, which one is read, and its words."""
    for column, taken, name in columns:
        out.doubt("PASANGAN_GANDA", sheet=sheet.name, column=letter(column), read=name, nama=name,
                  lain=letter(column), dibaca=letter(taken))  # fmt: skip


def others(out: Out, sheet: Sheet, same: Sequence[str]) -> None:
    """Doubts a file with several sheets of one layout, of which one is read."""
    if same:
        out.doubt("LEMBAR_SEJENIS", sheet=sheet.name, lain=", ".join(same))


def names_of(lines: Iterable[Line]) -> dict[str, str]:
    """The name of every unit and activity that stands on a row of its own."""
    return {
        line.activity or line.unit: line.name
        for line in lines
        if line.name and not line.account and (line.unit or line.activity)
    }


def key(line: Line, unit: str, account: str, names: Mapping[str, str]) -> dict[str, Any]:
    """The columns that say where a leaf's money belongs."""
    chain = [line.activity, *codes.above(line.activity)]
    by_kind = {kind: code for code in chain if code and (kind := codes.kind(code))}
    program, kegiatan, sub = (by_kind.get(kind) for kind in ("program", "kegiatan", "sub_kegiatan"))
    return {
        "kode_opd": unit,
        "nama_opd": names.get(line.unit) or None,
        "kode_program": program,
        "nama_program": names.get(program or ""),
        "kode_kegiatan": kegiatan,
        "nama_kegiatan": names.get(kegiatan or ""),
        "kode_sub_kegiatan": sub,
        "nama_sub_kegiatan": names.get(sub or ""),
        "kode_rekening": account,
        "nama_rekening": (line.name or None) if account == line.account else None,
        "baris": line.row,
    }


def store(out: Out, spent: Sequence[Spread], *, names: Mapping[str, str], when: When, sheet: str) -> None:
    """Rows of `pagu` (observed at the month's end) and `realisasi`; blank realisasi under a pagu is doubted."""
    units = settle_units(out, {each.line.unit for each in spent}, names)
    missing = [each for each in spent if each.spending and each.pagu and each.realisasi is None]
    if missing:
        out.doubt("REALISASI_KOSONG", sheet=sheet, row=missing[0].line.row, jumlah=len(missing))
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for each in spent:
        unit = units[each.line.unit]
        if unit is None:
            continue
        for contract, amount in (("pagu", each.pagu), ("realisasi", each.realisasi)):
            if amount is not None and each.spending:
                sums[contract, unit] += amount
        if when.year is None or when.month is None or when.basis is None:
            continue
        place = key(each.line, unit, each.account, names) | {"lembar": sheet, "tahun": when.year}
        if each.pagu is not None:
            out.row(
                "pagu", **place, versi="lra", tgl_berlaku=dates.last_day(when.year, when.month),
                pagu=rupiah(each.pagu),
            )  # fmt: skip
        if each.realisasi is not None:
            out.row(
                "realisasi", **place, bulan=when.month, basis=when.basis, tahap="SP2D", tgl_posisi=when.position,
                realisasi=rupiah(each.realisasi),
            )  # fmt: skip
    if when.year is not None:
        for (contract, unit), sen in sums.items():
            out.total(contract, unit, when.year, when.month, rupiah(sen))
