"""The SIPD export "Laporan Realisasi Per Dokumen": one row a document, cash only where an SP2D exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipelines.sample.anggaran import Leaf, Tahun, nama_sub
from pipelines.sample.bahan import name
from pipelines.sample.book import money, workbook
from pipelines.sample.rak import BULAN

HEADER = (
    "Kode SKPD", "Nama SKPD", "Kode Sub SKPD", "Nama Sub SKPD", "Kode Fungsi", "Nama Fungsi", "Kode Sub Fungsi",
    "Nama Sub Fungsi", "Kode Urusan", "Nama Urusan", "Kode Bidang Urusan", "Nama Bidang Urusan", "Kode Program",
    "Nama Program", "Kode Kegiatan", "Nama Kegiatan", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Rekening",
    "Nama Rekening", "Nomor Dokumen", "Jenis Dokumen", "Jenis Transaksi", "Nomor DPT", "Tanggal Dokumen",
    "Keterangan Dokumen", "Nilai Realisasi", "Nilai Setoran", "NIP Pegawai", "Nama Pegawai", "Tanggal Simpan",
    "Nomor SPD", "Periode SPD", "Nilai SPD", "Tahapan SPD", "Nama Sub Tahapan Jadwal", "Tahapan APBD", "Nomor SPP",
    "Tanggal SPP", "Nomor SPM", "Tanggal SPM", "Nomor SP2D", "Tanggal SP2D", "Tanggal Transfer", "Nilai SP2D",
)  # fmt: skip


def _tanggal(hari: int, bulan: int, tahun: int) -> str:
    return f"{hari} {BULAN[bulan - 1]} {tahun}"


def _row(leaf: Leaf, nomor: int, nilai: int, tahun: int, bulan: int, *, cair: bool) -> list[Any]:
    program, kegiatan, sub = nama_sub(leaf)
    hari = 1 + nomor * 7 % 27
    ls = leaf.rekening.startswith(("5.1.01", "5.2"))
    akhir = f"{nomor:05d}/{leaf.unit.kode}/{bulan:02d}/{tahun}"
    return [
        *leaf.unit.skpd, leaf.unit.sipd, leaf.unit.nama, "1", "PELAYANAN UMUM", "1.01", "Eksekutif dan Legislatif",
        leaf.sub[0], name(leaf.sub[0]), leaf.sub[:4], name(leaf.sub[:4]), leaf.sub[:7], program, leaf.sub[:12],
        kegiatan, leaf.sub, sub, leaf.rekening, name(leaf.rekening), f"TBP/{akhir}", "LS" if ls else "TBP",
        "LS" if ls else "GU", "-", _tanggal(hari, bulan, tahun), f"Pembayaran {name(leaf.rekening)}", nilai, "-", "-",
        "-", _tanggal(hari, bulan, tahun), f"SPD/{bulan:02d}", f"Triwulan {(bulan + 2) // 3}", "-", "Murni", "null",
        "APBD", f"SPP/{akhir}", _tanggal(hari, bulan, tahun), f"SPM/{akhir}" if cair else "-",
        _tanggal(hari, bulan, tahun) if cair else "-", f"SP2D/{akhir}" if cair else "-",
        _tanggal(hari + 1, bulan, tahun) if cair else "undefined",
        _tanggal(hari + 1, bulan, tahun) if cair else "-", nilai if cair else "-",
    ]  # fmt: skip


def documents(year: Tahun, kode: str, bulan: int) -> Iterator[list[Any]]:
    """The documents of one unit and month: their SP2D add up to what it spent; two bills still lie unpaid."""
    nomor = 0
    mine = [(i, leaf) for i, leaf in enumerate(year.leaves) if leaf.unit.kode == kode]
    for i, leaf in mine:
        nilai = year.bulanan(i, bulan - 1)
        if not nilai:
            continue
        potongan = [nilai] if nilai < 20_000_000 else [nilai - nilai // 3, nilai // 3]
        for bagian in potongan:
            nomor += 1
            yield _row(leaf, nomor, bagian, year.tahun, bulan, cair=True)
    for _, leaf in mine[-2:]:
        nomor += 1
        yield _row(leaf, nomor, 12_500_000, year.tahun, bulan, cair=False)


def write(path: Path, judul: str, tahun: int, rows: Sequence[list[Any]]) -> None:
    """The export as a workbook: four title rows, the header in row 5."""
    with workbook(path) as book:
        page = book.add_worksheet("Sheet1")
        page.write_column(0, 0, ("LAPORAN REALISASI PER DOKUMEN", judul, f"TAHUN ANGGARAN {tahun}"))
        page.write_row(4, 0, HEADER)
        rupiah = money(book)
        for n, row in enumerate(rows, start=5):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    page.write_string(n, column, value)
                else:
                    page.write_number(n, column, value, rupiah)
