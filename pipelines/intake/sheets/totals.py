"""What a table says of each unit, for comparing files: sums of pagu, RAK and realisasi, and the units' names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from pipelines.intake.money import rupiah
from pipelines.intake.out import Out
from pipelines.intake.sheets.controls import rupiah as written
from pipelines.intake.sheets.tables import Mask, Table


def note(table: Table, keep: Mask, out: Out) -> None:
    """Adds the sums and names of the rows kept to the reading."""
    at = np.flatnonzero(keep).tolist()
    _names(table, at, out)
    counted = {"pagu": _pagu, "rak": _rak, "realisasi": _realisasi}.get(table.spec.name)
    if counted:
        counted(table, at, out)


def _names(table: Table, at: list[int], out: Out) -> None:
    pairs = {"opd": ("kode_opd", "nama")}.get(table.spec.name, ("kode_opd", "nama_opd"))
    if table.typed.keys() >= set(pairs):
        codes, names = (table.typed[name].keys for name in pairs)
        for code, name in sorted({(codes[i], names[i]) for i in at if names[i]}):
            out.names.setdefault(code, name)


def _rows(table: Table, at: list[int], names: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """The kept rows of belanja, as tuples of these columns."""
    rows = table.tuples(names)
    accounts = table.typed["kode_rekening"].keys
    return [rows[i] for i in at if accounts[i].startswith("5")]  # pendapatan and pembiayaan are not absorbed


def _pagu(table: Table, at: list[int], out: Out) -> None:
    versions: dict[tuple[str, int], dict[tuple[date, str], int]] = defaultdict(lambda: defaultdict(int))
    for unit, year, start, version, sen in _rows(table, at, ("kode_opd", "tahun", "tgl_berlaku", "versi", "pagu")):
        versions[(unit, year)][(start or date.min, version)] += sen
    for (unit, year), sums in sorted(versions.items()):
        out.total("pagu", unit, year, None, rupiah(sums[max(sums)]))  # the version in force last


def _rak(table: Table, at: list[int], out: Out) -> None:
    sums: dict[tuple[str, int, int], int] = defaultdict(int)
    if table.spec.wide:
        for column in table.columns:
            if column.bulan is not None:
                for unit, year, sen in _rows(table, at, ("kode_opd", "tahun", column.name)):
                    if sen is not None:
                        sums[(unit, year, column.bulan)] += sen
    else:
        for unit, year, month, sen in _rows(table, at, ("kode_opd", "tahun", "bulan", "rak")):
            sums[(unit, year, month)] += sen
    _say("rak", sums, out)


def _realisasi(table: Table, at: list[int], out: Out) -> None:
    sums: dict[tuple[str, int, int], int] = defaultdict(int)
    for unit, year, month, stage, sen in _rows(table, at, ("kode_opd", "tahun", "bulan", "tahap", "realisasi")):
        if stage == "SP2D":
            sums[(unit, year, month)] += sen
    _say("realisasi", sums, out)


def exceeding(kept: Sequence[tuple[Table, Mask]], out: Out) -> None:
    """Asks about units that spent more than the ceiling the same file gives them."""
    spent: dict[tuple[str, int], int] = defaultdict(int)
    for table, keep in kept:
        if table.spec.name == "realisasi":
            at = np.flatnonzero(keep).tolist()
            for unit, year, sen in _spent(table, at):
                spent[(unit, year)] = max(spent[(unit, year)], sen)
    for total in [t for t in out.totals if t.contract == "pagu"]:
        sen = spent.get((total.kode_opd, total.tahun), 0)
        if rupiah(sen) > total.nilai:
            words = {"unit": total.kode_opd, "realisasi": written(rupiah(sen)), "pagu": written(total.nilai)}
            out.doubt("REALISASI_MELEBIHI_PAGU", **words)


def _spent(table: Table, at: list[int]) -> list[tuple[str, int, int]]:
    """What each unit spent in a year: the highest cumulative month, and the sum of the monthly ones."""
    months: dict[tuple[str, int, int | None], int] = defaultdict(int)
    names = ("kode_opd", "tahun", "bulan", "basis", "tahap", "realisasi")
    for unit, year, month, basis, stage, sen in _rows(table, at, names):
        if stage == "SP2D":
            months[(unit, year, month if basis == "kumulatif" else None)] += sen
    return [(unit, year, sen) for (unit, year, _), sen in months.items()]


def _say(contract: str, sums: dict[tuple[str, int, int], int], out: Out) -> None:
    for (unit, year, month), sen in sorted(sums.items()):
        out.total(contract, unit, year, month, rupiah(sen))
