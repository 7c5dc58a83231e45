"""SIPD "Laporan Realisasi Per Dokumen": one row a document line in 45 columns, cash only where an SP2D exists."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pipelines.intake import dates, flat
from pipelines.intake.context import settle_year
from pipelines.intake.flat import Field, any_code, code_of, day, kept
from pipelines.intake.grid import Book, Sheet, letter
from pipelines.intake.heads import best_sheet, find
from pipelines.intake.heads import lines as words
from pipelines.intake.money import rupiah
from pipelines.intake.out import Out
from pipelines.intake.report import Answers
from pipelines.intake.spending import others

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
    "kode_program": Field(("kode program",), code_of("program")),
    "nama_program": Field(("nama program",)),
    "kode_kegiatan": Field(("kode kegiatan",), code_of("kegiatan")),
    "nama_kegiatan": Field(("nama kegiatan",)),
    "kode_sub_kegiatan": Field(("kode sub kegiatan",), code_of("sub_kegiatan")),
    "nama_sub_kegiatan": Field(("nama sub kegiatan",)),
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
_CODES = ("kode_program", "kode_kegiatan", "kode_sub_kegiatan")


def score(book: Book) -> float:
    """How surely some visible sheet is this layout, by its header."""
    return best_sheet(book, score_sheet)[1]


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this layout."""
    return 0.95 * find(sheet.top, _SIGNS)[1] ** 2


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `dokumen`; documents without an SP2D are kept as obligations, for the marts to tell apart."""
    sheet, _, same = best_sheet(book, score_sheet)
    known = (*_UNUSED, *_PERSONAL)
    opened = sheet and flat.open_flat(sheet, _SIGNS, FIELDS, AMOUNTS, out, known=known)
    if sheet is None or not opened:
        return
    others(out, sheet, same, ())
    for word in _PERSONAL:
        column = opened.header.column(word)
        if column is not None:
            name = opened.header.names[column]
            out.problem("KOLOM_PRIBADI_DIBUANG", "info", sheet=sheet.name, row=opened.header.row + 1,
                        column=letter(column), read=name)  # fmt: skip
    titles = words(sheet.top[: opened.header.row])
    out.title = " ".join(titles[:4])[:300] or None
    year: int | None = None
    per_unit: Counter[str] = Counter()
    for chunk in opened.chunks():
        values = {name: opened.values(chunk, name) for name in FIELDS}
        money = {name: opened.money(chunk, name) for name in AMOUNTS}
        data = flat.rows_of_data(opened, chunk, values, ("kode_rekening", "nomor_dokumen"))
        said = flat.said(chunk, data)
        sound = flat.check(opened, chunk, data, values, money, out)
        sound = flat.without_amount(opened, chunk, sound, "nilai_realisasi", money["nilai_realisasi"], out)
        out.count(
            accepted=int(sound.sum()), quarantined=int((data & ~sound).sum()),
            parents=int((said & ~data).sum()), other=int((~said).sum()),
        )  # fmt: skip
        if year is None:
            year = _year(out, titles, kept(values["tgl_dokumen"], sound))
        units = kept(values["kode_opd"], sound)
        per_unit.update(flat.sums(units, money["nilai_realisasi"].take(sound)))
        out.names.update((u, n) for u, n in set(zip(units, kept(values["nama_opd"], sound), strict=True)) if n)
        if year is None:
            continue
        columns: dict[str, Any] = {name: kept(values[name], sound) for name in FIELDS}
        for name in _CODES:
            columns[name] = flat.resolved(columns[name], units)
        columns |= {name: column.take(sound).arrow() for name, column in money.items()}
        columns |= {
            "tahun": [year] * len(units), "lembar": [sheet.name] * len(units),
            "baris": flat.numbers_of_rows(chunk, sound),
        }  # fmt: skip
        out.batch("dokumen", columns, len(units))
    if year is not None:
        for unit, sen in per_unit.items():
            out.total("dokumen", unit, year, None, rupiah(sen))


def _year(out: Out, titles: list[str], documents: list[Any]) -> int | None:
    """The year the person or the title says, else the one all documents share."""
    own = {found.year for found in documents if found is not None}
    if len(own) == 1 and out.answers.year is None and dates.year(titles) is None:
        year = int(next(iter(own)))
        out.resolve(year=year)
        return year
    return settle_year(out, titles)
