"""SIPD "Laporan Realisasi Per Dokumen": one row a document line in 45 columns, cash only where an SP2D exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipelines.intake import dates
from pipelines.intake.context import settle_year
from pipelines.intake.flat import open_flat
from pipelines.intake.flat_column import Column
from pipelines.intake.flat_fields import ACTIVITY, Field, any_code, code_of, day
from pipelines.intake.flat_pieces import pieces, sums
from pipelines.intake.grid import Book, Sheet, letter
from pipelines.intake.heads import find
from pipelines.intake.money import rupiah
from pipelines.intake.out import Out
from pipelines.intake.report import Answers

NAME = "sipd-dokumen"
OWN_FORMULAS = True  # says itself which formulas without a value it needed

_SIGNS = (
    "kode sub skpd", "kode sub kegiatan", "kode rekening", "nomor dokumen", "jenis dokumen", "tanggal dokumen",
    "nilai realisasi", "nomor sp2d", "tanggal sp2d",
)  # fmt: skip
# Columns of the export that say nothing we use; names and NIP are dropped here, at the door.
_PERSONAL = ("nip pegawai", "nip", "nama pegawai")
_UNUSED = (
    "kode fungsi", "nama fungsi", "kode sub fungsi", "nama sub fungsi", "kode urusan", "nama urusan",
    "kode bidang urusan", "nama bidang urusan", "nomor dpt", "keterangan dokumen", "tanggal simpan", "nomor spd",
    "periode spd", "nilai spd", "tahapan spd", "nama sub tahapan jadwal", "tahapan apbd", "nomor spp", "tanggal spp",
    "nomor spm", "tanggal spm", "kode skpd", "nama skpd",
)  # fmt: skip
FIELDS = {
    "kode_opd": Field(("kode sub skpd", "kode skpd"), any_code, needed=True),
    "nama_opd": Field(("nama sub skpd", "nama skpd")),
    **ACTIVITY,
    "kode_rekening": Field(("kode rekening",), code_of("rekening"), needed=True),
    "nama_rekening": Field(("nama rekening",)),
    "nomor_dokumen": Field(("nomor dokumen",)),
    "jenis_dokumen": Field(("jenis dokumen",)),
    "jenis_transaksi": Field(("jenis transaksi",)),
    "tgl_dokumen": Field(("tanggal dokumen",), day),
    "nomor_sp2d": Field(("nomor sp2d",)),
    "tgl_sp2d": Field(("tanggal sp2d",), day),
    "tgl_transfer": Field(("tanggal transfer",), day),
}
AMOUNTS = {
    "nilai_realisasi": ("nilai realisasi",),
    "nilai_setoran": ("nilai setoran",),
    "nilai_sp2d": ("nilai sp2d",),
}


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this layout."""
    return 0.95 * find(sheet.top, _SIGNS)[1] ** 2


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `dokumen`; documents without an SP2D are kept as obligations, for the marts to tell apart."""
    known = (*_UNUSED, *_PERSONAL)
    opened = open_flat(book, score_sheet, _SIGNS, fields=FIELDS, amounts=AMOUNTS, out=out, known=known)
    if opened is None:
        return
    for word in _PERSONAL:
        column = opened.header.column(word)
        if column is not None:
            name = opened.header.names[column]
            out.problem("KOLOM_PRIBADI_DIBUANG", "info", sheet=opened.sheet.name, row=opened.header.row + 1,
                        column=letter(column), read=name)  # fmt: skip
    year: int | None = None
    per_unit: Counter[str] = Counter()
    for piece in pieces(opened, out, leaf=("kode_rekening", "nomor_dokumen"), main="nilai_realisasi"):
        if year is None:
            year = _year(out, opened.titles, piece.kept("tgl_dokumen"))
        per_unit.update(sums(piece.units, piece.amounts("nilai_realisasi")))
        if year is None:
            continue
        amounts = {name: piece.amounts(name).arrow() for name in AMOUNTS}
        out.batch("dokumen", piece.columns() | amounts | {"tahun": year}, piece.count)
    if year is not None:
        for unit, sen in per_unit.items():
            out.total("dokumen", unit, year, None, rupiah(sen))


def _year(out: Out, titles: Sequence[str], documents: Column) -> int | None:
    """The year the person or the title says, else the one all documents share."""
    own = {found.year for found in documents.distinct() if found is not None}
    if len(own) == 1 and out.answers.year is None and dates.year(titles) is None:
        year = int(next(iter(own)))
        out.resolve(year=year)
        return year
    return settle_year(out, titles)
