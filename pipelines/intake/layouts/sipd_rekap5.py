"""SIPD rekap5: the pagu of every account by source of funds, one row a leaf, in 23 columns."""

from __future__ import annotations

from collections import Counter

import numpy as np

from pipelines.intake.context import settle_year
from pipelines.intake.flat import open_flat
from pipelines.intake.flat_fields import ACTIVITY, Field, any_code, code_of, year
from pipelines.intake.flat_pieces import Piece, pieces, sums
from pipelines.intake.grid import Book, Sheet
from pipelines.intake.heads import find
from pipelines.intake.layouts.sipd_rak import version
from pipelines.intake.lines import sums_all
from pipelines.intake.money import rupiah
from pipelines.intake.out import Out
from pipelines.intake.report import Answers
from pipelines.intake.verify import control

NAME = "sipd-rekap5"
OWN_FORMULAS = True  # says itself which formulas without a value it needed

HEADERS = (
    "no", "tahun", "kode urusan", "nama urusan", "kode skpd", "nama skpd", "kode sub unit", "nama sub unit",
    "kode bidang urusan", "nama bidang urusan", "kode program", "nama program", "kode kegiatan", "nama kegiatan",
    "kode sub kegiatan", "nama sub kegiatan", "kode sumber dana", "nama sumber dana", "kode rekening",
    "nama rekening", "paket kelompok", "nama paket kelompok", "pagu",
)  # fmt: skip
_SIGNS = ("kode sub unit", "kode sumber dana", "nama sumber dana", "kode sub kegiatan", "kode rekening", "pagu")
FIELDS = {
    "tahun": Field(("tahun",), year),
    "kode_opd": Field(("kode sub unit", "kode skpd"), any_code, needed=True),
    "nama_opd": Field(("nama sub unit", "nama skpd")),
    **ACTIVITY,
    "kode_rekening": Field(("kode rekening",), code_of("rekening"), needed=True),
    "nama_rekening": Field(("nama rekening",)),
    "sumber_dana": Field(("nama sumber dana",)),
}


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this layout."""
    return 0.95 * find(sheet.top, _SIGNS)[1] ** 2


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `pagu`; hierarchy rows without an account carry no money of their own and are counted as parents."""
    amounts = {"pagu": ("pagu",)}
    opened = open_flat(book, score_sheet, _SIGNS, fields=FIELDS, amounts=amounts, out=out, known=HEADERS)
    if opened is None:
        return
    # Without a title the version is not known: in force from the day it became known, never back to January.
    versi, berlaku = version(opened.titles) if opened.titles else ("rekap5", None)
    whole = 0
    per_unit: Counter[str] = Counter()
    years: set[int] = set()
    fixed: int | None = None
    stated: tuple[int, int] | None = None
    # A row with an amount and no account repeats the rows below it; one without an amount is a title.
    for piece in pieces(opened, out, leaf=("kode_rekening",), main="pagu"):
        stated = _total(piece) or stated
        said = piece.kept("tahun")
        if fixed is None:
            fixed = answers.year if any(said.distinct()) else settle_year(out, opened.titles)
        own_years = said.each(lambda own, fixed=fixed: own or fixed or 0)  # type: ignore[misc]
        found = own_years.distinct()
        years.update(found - {0})
        pagu, count = piece.amounts("pagu"), piece.count
        whole += int(pagu.sen.sum())
        per_unit.update(sums(piece.units, pagu))
        if 0 not in found:
            about = {"tahun": own_years.arrow(), "versi": versi, "tgl_berlaku": berlaku, "pagu": pagu.arrow()}
            out.batch("pagu", piece.columns() | about, count)
    if stated is not None:
        control(out, "Jumlah.pagu", stated[1], whole, sheet=opened.sheet.name, row=stated[0],
                column=opened.place("pagu") or 0, code="JUMLAH_TIDAK_SAMA")  # fmt: skip
    if len(years) == 1:
        out.resolve(year=next(iter(years)))
        for unit, sen in per_unit.items():
            out.total("pagu", unit, next(iter(years)), None, rupiah(sen))


def _total(piece: Piece) -> tuple[int, int] | None:
    """Row (1-based) and sen of a printed total."""
    chunk, pagu = piece.chunk, piece.money["pagu"]
    for i in np.flatnonzero(piece.said & ~piece.data & pagu.known).tolist():
        if any(map(sums_all, chunk.rows[i])):
            return chunk.first + i + 1, int(pagu.sen[i])
    return None
