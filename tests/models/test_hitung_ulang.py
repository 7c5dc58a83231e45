"""The real exports of one dinas added up a second time, from the bare cells and by nothing of ours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
import python_calamine

from pipelines import measures
from pipelines.engines.duckdb import Reader
from tests.models.test_lampung import MONTHS, reader
from tests.real import REAL, needs_real

pytestmark = needs_real
__all__ = ["reader"]  # the fixture: the same files through the whole way

Leaf = tuple[str, str]  # sub kegiatan, account
Spent = dict[Leaf, list[Decimal]]
SPLITS: dict[str, Callable[[Leaf], str]] = {
    "program": lambda leaf: leaf[0][:7],
    "kegiatan": lambda leaf: leaf[0][:12],
    "sub_kegiatan": lambda leaf: leaf[0],
    "kelompok_belanja": lambda leaf: leaf[1][:3],
    "jenis": lambda leaf: leaf[1][:6],
    "rekening": lambda leaf: leaf[1],
}


def cells(name: str) -> list[list[object]]:
    assert REAL is not None
    path: Path = REAL / "lampung-selatan-sipd-2026" / name
    return [
        list(row) for row in python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    ]


def rupiah(cell: object) -> Decimal:
    if isinstance(cell, str):
        return Decimal(cell.replace(".", "").replace(",", ".") or "0")
    return Decimal(str(cell))


@pytest.fixture(scope="module")
def sums() -> dict[str, Spent]:
    """Per leaf, January to April: spending and plan; the ceiling stands once."""
    pagu: Spent = {}
    realisasi: Spent = defaultdict(list)
    rak: Spent = {}
    for month in MONTHS:
        for row in cells(f"lra_{month}.xlsx"):
            if str(row[3]).count(".") == 5:
                leaf = (str(row[2]), str(row[3]))
                realisasi[leaf].append(sum((rupiah(row[c]) for c in (6, 8, 10, 12)), Decimal()))
                pagu[leaf] = [sum((rupiah(row[c]) for c in (5, 7, 9, 11)), Decimal())]
    sub = ""
    for row in cells("rak.xlsx"):
        code = str(row[0])
        if code.startswith("5."):
            if code.count(".") == 5:
                rak[(sub, code)] = [rupiah(cell) for cell in row[5:9]]
        else:
            sub = code
    assert len(pagu) == len(realisasi) == len(rak) == 192
    return {"pagu": pagu, "realisasi": realisasi, "rak": rak}


def grouped(leaves: Spent, of: Callable[[Leaf], str]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for leaf, amounts in leaves.items():
        found[of(leaf)] += sum(amounts)
    return found


def percent(part: Decimal, whole: Decimal) -> Decimal | None:
    return (100 * part / whole).quantize(Decimal("0.01"), ROUND_HALF_UP) if whole else None


@pytest.mark.parametrize("split", SPLITS)
def test_every_split_is_what_the_cells_add_up_to(reader: Reader, sums: dict[str, Spent], split: str) -> None:
    pagu, spent, plan = (grouped(sums[name], SPLITS[split]) for name in ("pagu", "realisasi", "rak"))
    expected = {
        "pagu": pagu,
        "realisasi": spent,
        "rak": plan,
        "sisa": {g: pagu[g] - spent[g] for g in pagu},
        "serapan": {g: percent(spent[g], pagu[g]) for g in pagu},
        "serapan_rak": {g: percent(spent[g], plan[g]) for g in pagu},
        "deviasi": {g: percent(spent[g] - plan[g], pagu[g]) for g in pagu},
    }
    for measure, values in expected.items():
        rows = measures.query(reader, measure, by=[split], until="2026-04", opd=["*"])["rows"]
        assert {row[split]: row["nilai"] for row in rows} == values, measure


def test_every_month_is_what_the_cells_add_up_to(reader: Reader, sums: dict[str, Spent]) -> None:
    pagu = sum(grouped(sums["pagu"], lambda leaf: "").values(), Decimal())
    spent, plan = (
        [sum((leaf[m] for leaf in sums[name].values()), Decimal()) for m in range(4)] for name in ("realisasi", "rak")
    )
    expected = {
        "realisasi": spent,
        "rak": plan,
        "serapan": [percent(sum(spent[: m + 1], Decimal()), pagu) for m in range(4)],
        "deviasi": [percent(sum(spent[: m + 1], Decimal()) - sum(plan[: m + 1], Decimal()), pagu) for m in range(4)],
    }
    for measure, values in expected.items():
        rows = measures.query(reader, measure, by=["bulan"], until="2026-04", opd=["*"])["rows"]
        assert [row["nilai"] for row in rows] == values, measure
    judged = measures.query(reader, "serapan", by=["bulan"], until="2026-04", opd=["*"])["rows"]
    assert [row["status"] for row in judged] == ["merah"] * 4  # one dinas alone: its own colour, month by month
