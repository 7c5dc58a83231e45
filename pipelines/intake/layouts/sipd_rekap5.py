"""SIPD rekap5: the pagu of every account by source of funds, one row a leaf, in 23 columns."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np

from pipelines.intake import flat
from pipelines.intake.context import settle_year
from pipelines.intake.flat import Field, any_code, code_of, kept, year
from pipelines.intake.grid import Book, Sheet
from pipelines.intake.heads import best_sheet, find
from pipelines.intake.heads import lines as words
from pipelines.intake.layouts.sipd_rak import version
from pipelines.intake.lines import sums_all
from pipelines.intake.money import Money, rupiah
from pipelines.intake.out import Out
from pipelines.intake.report import Answers
from pipelines.intake.spending import others
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
    "kode_program": Field(("kode program",), code_of("program")),
    "nama_program": Field(("nama program",)),
    "kode_kegiatan": Field(("kode kegiatan",), code_of("kegiatan")),
    "nama_kegiatan": Field(("nama kegiatan",)),
    "kode_sub_kegiatan": Field(("kode sub kegiatan",), code_of("sub_kegiatan")),
    "nama_sub_kegiatan": Field(("nama sub kegiatan",)),
    "kode_rekening": Field(("kode rekening",), code_of("rekening"), needed=True),
    "nama_rekening": Field(("nama rekening",)),
    "sumber_dana": Field(("nama sumber dana",)),
}
_CODES = ("kode_program", "kode_kegiatan", "kode_sub_kegiatan")


def score(book: Book) -> float:
    """How surely some visible sheet is this layout, by its header."""
    return best_sheet(book, score_sheet)[1]


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this layout."""
    return 0.95 * find(sheet.top, _SIGNS)[1] ** 2


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `pagu`; hierarchy rows without an account carry no money of their own and are counted as parents."""
    sheet, _, same = best_sheet(book, score_sheet)
    opened = sheet and flat.open_flat(sheet, _SIGNS, FIELDS, {"pagu": ("pagu",)}, out, known=HEADERS)
    if sheet is None or not opened:
        return
    others(out, sheet, same, ())
    titles = words(sheet.top[: opened.header.row])
    out.title = " ".join(titles[:4])[:300] or None
    # Without a title the version is not known: in force from the day it became known, never back to January.
    versi, berlaku = version(titles) if titles else ("rekap5", None)
    whole = 0
    per_unit: Counter[str] = Counter()
    years: set[int] = set()
    fixed: int | None = None
    stated: tuple[int, int] | None = None
    for chunk in opened.chunks():
        values = {name: opened.values(chunk, name) for name in FIELDS}
        pagu = opened.money(chunk, "pagu")
        account = flat.rows_of_data(opened, chunk, values, ("kode_rekening",))
        said = flat.said(chunk, account)
        total = _total(chunk, said & ~account, pagu)
        if total is not None:
            stated = total
        # A row with an amount and no account repeats the rows below it; one without an amount is a title.
        above = said & ~account
        sound = flat.check(opened, chunk, account, values, {"pagu": pagu}, out)
        if fixed is None:
            found = {y for y, good in zip(values["tahun"], sound.tolist(), strict=True) if good and isinstance(y, int)}
            fixed = answers.year if found else settle_year(out, titles)
        sound = flat.without_amount(opened, chunk, sound, "pagu", pagu, out)
        out.count(
            accepted=int(sound.sum()), quarantined=int((account & ~sound).sum()), parents=int(above.sum()),
            other=int((~said).sum()),
        )  # fmt: skip
        units = kept(values["kode_opd"], sound)
        own_years: list[int] = [y or fixed or 0 for y in kept(values["tahun"], sound)]
        years.update(y for y in own_years if y)
        amounts = pagu.take(sound)
        whole += int(amounts.sen.sum())
        per_unit.update(flat.sums(units, amounts))
        out.names.update((u, n) for u, n in set(zip(units, kept(values["nama_opd"], sound), strict=True)) if n)
        if 0 in own_years:
            continue
        columns: dict[str, Any] = {name: kept(values[name], sound) for name in FIELDS}
        for name in _CODES:
            columns[name] = flat.resolved(columns[name], units)
        columns |= {
            "tahun": own_years, "versi": [versi] * len(units), "tgl_berlaku": [berlaku] * len(units),
            "pagu": amounts.arrow(), "lembar": [sheet.name] * len(units), "baris": flat.numbers_of_rows(chunk, sound),
        }  # fmt: skip
        out.batch("pagu", columns, len(units))
    if stated is not None:
        control(out, "Jumlah.pagu", stated[1], whole, sheet=sheet.name, row=stated[0], column=opened.place("pagu") or 0,
                code="JUMLAH_TIDAK_SAMA")  # fmt: skip
    if len(years) == 1:
        out.resolve(year=next(iter(years)))
        for unit, sen in per_unit.items():
            out.total("pagu", unit, next(iter(years)), None, rupiah(sen))


def _total(chunk: flat.Chunk, candidates: flat.Mask, pagu: Money) -> tuple[int, int] | None:
    """Row (1-based) and sen of a printed total."""
    for i in np.flatnonzero(candidates & pagu.known).tolist():
        if any(sums_all(column[i]) for column in chunk.cells):
            return chunk.first + i + 1, int(pagu.sen[i])
    return None
