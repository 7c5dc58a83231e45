"""The SIPD export "rekap5": ceilings with their source of funds, and hierarchy rows that must not be counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipelines.sample.anggaran import Leaf, nama_sub
from pipelines.sample.bahan import name
from pipelines.sample.book import sheet, workbook

HEADER = (
    "NO", "TAHUN", "KODE URUSAN", "NAMA URUSAN", "KODE SKPD", "NAMA SKPD", "KODE SUB UNIT", "NAMA SUB UNIT",
    "KODE BIDANG URUSAN", "NAMA BIDANG URUSAN", "KODE PROGRAM", "NAMA PROGRAM", "KODE KEGIATAN", "NAMA KEGIATAN",
    "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE SUMBER DANA", "NAMA SUMBER DANA", "KODE REKENING",
    "NAMA REKENING", "PAKET/KELOMPOK", "NAMA PAKET/KELOMPOK", "PAGU",
)  # fmt: skip
Item = tuple[Leaf, int]


def split(leaf: Leaf, pagu: int) -> list[tuple[str, int]]:
    """The ceiling of a leaf by source of funds, to the rupiah."""
    first, *rest = leaf.dana
    others = [(dana, pagu * share // 100) for dana, share in rest]
    return [(first[0], pagu - sum(rupiah for _, rupiah in others)), *others]


def rows(tahun: int, items: Sequence[Item]) -> Iterator[tuple[Any, ...]]:
    """The rows of the export; before each sub kegiatan a row with its total and no account."""
    kode_dana = {dana: f"1.{n}" for n, dana in enumerate(sorted({d for leaf, _ in items for d, _ in leaf.dana}), 1)}
    totals: dict[tuple[str, str], int] = {}
    for leaf, pagu in items:
        totals[leaf.unit.sipd, leaf.sub] = totals.get((leaf.unit.sipd, leaf.sub), 0) + pagu
    nomor = 0
    sebelum: tuple[str, str] | None = None
    for leaf, pagu in sorted(items, key=lambda item: item[0].kunci):
        program, kegiatan, sub = nama_sub(leaf)
        depan = (
            tahun, leaf.sub[0], name(leaf.sub[0]), *leaf.unit.skpd, leaf.unit.sipd, leaf.unit.nama, leaf.sub[:4],
            name(leaf.sub[:4]), leaf.sub[:7], program, leaf.sub[:12], kegiatan, leaf.sub, sub,
        )  # fmt: skip
        if (leaf.unit.sipd, leaf.sub) != sebelum:
            sebelum = (leaf.unit.sipd, leaf.sub)
            nomor += 1
            yield (nomor, *depan, "", "", "", "", "", "", totals[sebelum])
        for dana, rupiah in split(leaf, pagu):
            nomor += 1
            yield (nomor, *depan, kode_dana[dana], dana, leaf.rekening, name(leaf.rekening), "", "", rupiah)


def write(path: Path, daerah: str, tahun: int, items: Sequence[Item]) -> None:
    """The export as a workbook, under the title staff gave it."""
    with workbook(path) as book:
        sheet(book, "rekap5", HEADER, rows(tahun, items), titles=(daerah, f"PAGU APBD MURNI TAHUN ANGGARAN {tahun}"))
