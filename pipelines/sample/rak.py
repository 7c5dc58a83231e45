"""The two shapes of the cash plan in SIPD: "RENCANA ANGGARAN KAS" of one unit, and the 32-column export of many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipelines.sample.anggaran import Leaf, nama_sub
from pipelines.sample.bahan import name
from pipelines.sample.book import money, sheet, workbook

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
EKSPOR = (
    "Tahun", "Daerah", "Kode Urusan", "Nama Urusan", "Kode Bidang Urusan", "Nama Bidang Urusan", "Kode SKPD",
    "Nama SKPD", "Kode Sub SKPD", "Nama Sub SKPD", "Kode Program", "Nama Program", "Kode Kegiatan", "Nama Kegiatan",
    "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Akun", "Nama Akun", "Nilai Rincian", "Total RAK",
    *(f"bulan{n}" for n in range(1, 13)),
)  # fmt: skip
Item = tuple[Leaf, int, list[int]]  # leaf, ceiling, plan by month


def write_export(path: Path, daerah: str, tahun: int, items: Sequence[Item], *, versi: str) -> None:
    """The all-unit export under the title staff gave it; one row a leaf, a month of nothing is 0."""
    with workbook(path) as book:
        rows = (
            (
                tahun, daerah, leaf.sub[0], name(leaf.sub[0]), leaf.sub[:4], name(leaf.sub[:4]), *leaf.unit.skpd,
                leaf.unit.sipd, leaf.unit.nama, leaf.sub[:7], nama_sub(leaf)[0], leaf.sub[:12], nama_sub(leaf)[1],
                leaf.sub, nama_sub(leaf)[2], leaf.rekening, name(leaf.rekening), pagu, sum(bulan), *bulan,
            )
            for leaf, pagu, bulan in items
        )  # fmt: skip
        sheet(book, "Sheet1", EKSPOR, rows, titles=(daerah, f"RAK BELANJA {versi} TAHUN ANGGARAN {tahun}"))


def _tree(items: Sequence[Item]) -> list[tuple[str, str, list[int]]]:
    """Code, words and amounts of every row of the single-unit form; parents carry the sums of what is below."""
    rows: dict[tuple[str, ...], tuple[str, str, list[int]]] = {}
    for leaf, pagu, bulan in sorted(items, key=lambda item: item[0].kunci):
        sub, parts = leaf.sub, leaf.rekening.split(".")
        unit = (leaf.unit.sipd, leaf.unit.nama)
        path = [(sub[0], name(sub[0])), (sub[:4], name(sub[:4])), unit, unit]
        path += [(kode, name(kode)) for kode in (sub[:7], sub[:12], sub)]
        path += [(kode, name(kode)) for kode in (".".join(parts[:n]) for n in range(3, 7))]
        for depth, (kode, words) in enumerate(path):
            where = (*(k for k, _ in path[1:depth]), str(depth), kode)
            _, _, angka = rows.setdefault(where, (kode, words, [0] * 14))
            for n, rupiah in enumerate((pagu, sum(bulan), *bulan)):
                angka[n] += rupiah
    return list(rows.values())


def write_form(path: Path, judul: str, items: Sequence[Item], *, coretan: bool) -> None:
    """The single-unit form; `coretan` adds the columns and the sheet that staff put there by hand."""
    with workbook(path) as book:
        page = book.add_worksheet("RAK Belanja")
        rupiah = money(book)
        page.merge_range(0, 0, 0, 15, judul)
        header = ["Kode Rekening", "Uraian", "Anggaran Tahun Ini", "Total RAK", *BULAN]
        page.write_row(2, 0, header + (["Total Jan Jul", "Persen RAK"] if coretan else []))
        page.set_column(1, 1, 60)
        tree = _tree(items)
        jumlah = [sum(sums) for sums in zip(*((pagu, sum(b), *b) for _, pagu, b in items), strict=True)]
        for n, (kode, words, angka) in enumerate([*tree, ("JUMLAH", "", jumlah)], start=3):
            page.write_string(n, 0, kode)
            page.write_string(n, 1, words)
            for column, value in enumerate(angka, start=2):
                page.write_number(n, column, value, rupiah)
            if coretan:
                page.write_number(n, 16, sum(angka[2:9]), rupiah)
                page.write_number(n, 17, sum(angka[2:9]) / angka[1] if angka[1] else 0)
        if coretan:
            catatan = book.add_worksheet("Sheet1")
            catatan.write_row(0, 1, ("Kegiatan", "Anggaran", "Persen di RAK (Rencana Kas)"))
