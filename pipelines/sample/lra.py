"""The SIPD export "REKAPITULASI BELANJA …": parents and leaves mixed, text numbers beside true ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pipelines.sample.anggaran import Leaf, Tahun
from pipelines.sample.bahan import name
from pipelines.sample.book import money, text_rupiah, workbook

KELOMPOK = ("5.1", "5.2", "5.3", "5.4")
JUDUL = (
    "REKAPITULASI BELANJA MENURUT URUSAN PEMERINTAH DAERAH, ORGANISASI, PROGRAM, KEGIATAN",
    "BESERTA HASIL DAN SUB KEGIATAN BESERTA KELUARAN",
)
Coretan = Literal["", "persen", "lembar"]
Teks = Callable[[int], bool]  # row -> whether its numbers were typed as text


def typed(bulan: int) -> Teks:
    """How a month's export was typed: July text all through, odd months mostly, even months only where it is zero."""
    if bulan == 7:
        return lambda row: True
    return (lambda row: row % 7 != 0) if bulan % 2 else (lambda row: False)


@dataclass
class Line:
    """One row of the export; amounts run Operasi, Modal, Tak Terduga, Transfer, each anggaran then realisasi."""

    kode: tuple[str, str, str, str]
    uraian: str
    angka: list[int] = field(default_factory=lambda: [0] * 8)


def _path(leaf: Leaf) -> list[tuple[tuple[str, str, str, str], str]]:
    """The code columns and the words of a leaf and of everything above it, from the top."""
    bidang, sipd, sub, rek = leaf.sub[:4], leaf.unit.sipd, leaf.sub, leaf.rekening
    parts = rek.split(".")
    skpd, nama_skpd = leaf.unit.skpd
    rekening = [".".join(parts[:n]) for n in range(3, 7)]
    return [
        ((bidang[0], "", "", ""), name(bidang[0])),
        ((bidang, "", "", ""), name(bidang)),
        ((bidang, skpd, "", ""), nama_skpd),
        ((bidang, sipd, "", ""), leaf.unit.nama),
        ((bidang, sipd, sub[:7], ""), name(sub[:7])),
        ((bidang, sipd, sub[:12], ""), name(sub[:12])),
        ((bidang, sipd, sub, ""), name(sub)),
        *[((bidang, sipd, sub, kode), name(kode)) for kode in rekening],
    ]


def lines(items: Sequence[tuple[Leaf, int, int]]) -> list[Line]:
    """The rows of the export for leaves with their anggaran and realisasi, and the row Jumlah last."""
    rows: dict[tuple[str, str, str, str], Line] = {}
    jumlah = Line(("", "", "", ""), "Jumlah")
    for leaf, anggaran, realisasi in sorted(items, key=lambda item: (item[0].sub[:4], item[0].kunci)):
        kolom = 2 * KELOMPOK.index(leaf.rekening[:3])
        for kode, uraian in dict(_path(leaf)).items():  # an SKPD without sub units stands there once
            line = rows.setdefault(kode, Line(kode, uraian))
            line.angka[kolom] += anggaran
            line.angka[kolom + 1] += realisasi
        jumlah.angka[kolom] += anggaran
        jumlah.angka[kolom + 1] += realisasi
    return [*rows.values(), jumlah]


def items(year: Tahun, bulan: int, basis: str, *, keep: Callable[[Leaf], bool]) -> list[tuple[Leaf, int, int]]:
    """Leaves with the ceiling at the end of a month (1 to 12) and the money of that month, or up to it."""
    b = bulan - 1
    return [
        (leaf, year.pagu[i][b], year.kumulatif[i][b] if basis == "kumulatif" else year.bulanan(i, b))
        for i, leaf in enumerate(year.leaves)
        if keep(leaf)
    ]


def _header(page: Any, judul: str, tahun: int, center: Any) -> None:
    for row, words in enumerate((judul, *JUDUL, f"TAHUN ANGGARAN {tahun}")):
        page.merge_range(row, 0, row, 12, words, center)
    page.merge_range(5, 0, 7, 3, "Kode", center)
    page.merge_range(5, 4, 7, 4, "Uraian Urusan, Organisasi, Program, Kegiatan dan Sub Kegiatan", center)
    page.merge_range(5, 5, 5, 12, "Kelompok Belanja", center)
    for n, words in enumerate(("Operasi", "Modal", "Tak Terduga", "Transfer")):
        page.merge_range(6, 5 + 2 * n, 6, 6 + 2 * n, words, center)
        page.write_row(7, 5 + 2 * n, ("Anggaran", "Realisasi"), center)
    page.merge_range(8, 0, 8, 3, "1", center)
    for column in range(4, 13):
        page.write_string(8, column, str(column - 2), center)


def write(path: Path, judul: str, tahun: int, rows: Sequence[Line], *, teks: Teks, coretan: Coretan = "") -> None:
    """The export as a workbook; zeros are always the text `0,00`, other numbers where `teks` says so.

    `coretan` is what a hand left in it: a percentage worked out beside a row, or a hidden sheet of sums.
    """
    with workbook(path) as book:
        page = book.add_worksheet("Sheet1")
        rupiah = money(book)
        _header(page, judul, tahun, book.add_format({"align": "center", "bold": True}))
        page.set_column(1, 3, 24)
        page.set_column(4, 4, 60)
        page.set_column(5, 12, 18)
        for n, line in enumerate(rows, start=9):
            for column, kode in enumerate(line.kode):
                if kode:
                    page.write_string(n, column, kode)
            page.write_string(n, 4, line.uraian)
            as_text = teks(n)
            for column, angka in enumerate(line.angka, start=5):
                if angka == 0 or as_text:
                    page.write_string(n, column, text_rupiah(angka))
                else:
                    page.write_number(n, column, angka, rupiah)
        if coretan == "persen":
            page.write_number(12, 13, rows[3].angka[1] / rows[3].angka[0])
        if coretan == "lembar":
            hitung = book.add_worksheet("Sheet2")
            hitung.write_column(0, 0, [line.angka[1] for line in rows[2:40:6]])
            hitung.hide()
