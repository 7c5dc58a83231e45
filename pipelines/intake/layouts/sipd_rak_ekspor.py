"""The 32-column RAK export of SIPD: one row a leaf with twelve months beside it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from pipelines.intake.context import settle_year
from pipelines.intake.dates import MONTHS
from pipelines.intake.flat import open_flat
from pipelines.intake.flat_fields import ACTIVITY, Field, any_code, code_of, year
from pipelines.intake.flat_pieces import Piece, pieces, sums
from pipelines.intake.grid import Book, Sheet, letter
from pipelines.intake.heads import find
from pipelines.intake.layouts.sipd_rak import version
from pipelines.intake.money import rupiah
from pipelines.intake.out import Out
from pipelines.intake.report import Answers

Key = tuple[str, str, int, int | None]  # contract, unit, year, month

NAME = "sipd-rak-ekspor"
OWN_FORMULAS = True  # says itself which formulas without a value it needed

_SIGNS = ("kode sub skpd", "kode akun", "total rak", "bulan1", "bulan2", "bulan3", "bulan12")
_MONTHS = {
    alias: f"bulan{n}"
    for n, name in enumerate(MONTHS, start=1)
    for alias in (f"bulan {n}", name, name[:3], f"bulan {name}", f"rak {name}", f"rak bulan {n}")
}
_UNUSED = (
    "daerah", "kode urusan", "nama urusan", "kode bidang urusan", "nama bidang urusan", "kode skpd", "nama skpd",
)  # fmt: skip
FIELDS = {
    "tahun": Field(("tahun",), year),
    "kode_opd": Field(("kode sub skpd", "kode skpd"), any_code, needed=True),
    "nama_opd": Field(("nama sub skpd", "nama skpd")),
    **ACTIVITY,
    "kode_rekening": Field(("kode akun", "kode rekening"), code_of("rekening"), needed=True),
    "nama_rekening": Field(("nama akun", "nama rekening")),
}
AMOUNTS: dict[str, tuple[str, ...]] = {
    "total": ("total rak",),
    "pagu": ("nilai rincian",),
    **{f"bulan{n}": (f"bulan{n}",) for n in range(1, 13)},
}


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this layout."""
    return 0.95 * find(sheet.top, _SIGNS, alike=_MONTHS)[1] ** 2


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `rak`, one a leaf and month, and of `pagu`; a month without a column is unknown, not zero."""
    opened = open_flat(book, score_sheet, _SIGNS, fields=FIELDS, amounts=AMOUNTS, out=out, known=_UNUSED, alike=_MONTHS)
    if opened is None:
        return
    # Without a title the version is not known: in force from the day it became known, never back to January.
    versi, berlaku = version(opened.titles) if opened.titles else ("rak", None)
    months = [n for n in range(1, 13) if opened.place(f"bulan{n}") is not None]
    if len(months) < 12:
        missing = [MONTHS[n - 1].capitalize() for n in range(1, 13) if n not in months]
        out.problem("BULAN_RAK_KURANG", sheet=opened.sheet.name, row=opened.header.row + 1, bulan=", ".join(missing))
    fixed: int | None = None
    wrong: list[int] = []
    right = running = 0  # rows whose months sum to their total, and those that grow to it instead
    totals: Counter[Key] = Counter()
    for piece in pieces(opened, out, leaf=("kode_rekening",)):
        money, sound = piece.money, piece.sound
        if fixed is None:
            own = {said for said in piece.kept("tahun").distinct() if said}
            fixed = next(iter(own)) if len(own) == 1 else settle_year(out, opened.titles)
        if fixed is None:
            continue
        out.resolve(year=fixed)
        if len(months) == 12:
            summed = sum((money[f"bulan{n}"].sen for n in months), np.zeros(piece.chunk.count, dtype=np.int64))
            odd = np.flatnonzero(sound & money["total"].known & (summed != money["total"].sen))
            wrong.extend((odd + piece.chunk.first + 1).tolist())
            right += int(sound.sum()) - len(odd)
            plan = np.stack([money[f"bulan{n}"].sen for n in months], axis=1)[odd]
            running += int(((np.diff(plan, axis=1) >= 0).all(axis=1) & (plan[:, -1] == money["total"].sen[odd])).sum())
        totals.update(_write(out, piece, months=months, year=fixed, versi=versi, berlaku=berlaku))
    sheet = opened.sheet.name
    if running > right:
        out.doubt("RAK_KUMULATIF", sheet=sheet, row=wrong[0], column=letter(opened.place("bulan12") or 0))
    elif wrong:
        out.problem("RAK_TIDAK_SAMA_BANYAK", sheet=sheet, row=wrong[0], column=letter(opened.place("total") or 0),
                    jumlah=len(wrong))  # fmt: skip
    for (contract, unit, of_year, month), sen in totals.items():
        out.total(contract, unit, of_year, month, rupiah(sen))


def _write(out: Out, piece: Piece, *, months: list[int], year: int, versi: str, berlaku: date | None) -> Counter[Key]:
    """Writes the rows of a piece, one a month and one for the pagu; gives their sums."""
    own_years = piece.kept("tahun").each(lambda own: own or year)
    common = piece.columns() | {"tahun": own_years.arrow()}
    totals: Counter[Key] = Counter()
    for contract, name, month in [("pagu", "pagu", None), *(("rak", f"bulan{n}", n) for n in months)]:
        amounts = piece.amounts(name)
        if not amounts.known.any():
            continue
        some = pa.array(amounts.known)
        columns: dict[str, Any] = {key: column.filter(some) for key, column in common.items()}
        columns |= {"versi": versi, contract: amounts.take(amounts.known).arrow()}
        columns |= {"tgl_berlaku": berlaku} if month is None else {"bulan": month}
        out.batch(contract, columns, int(amounts.known.sum()))
        totals.update({(contract, unit, year, month): sen for unit, sen in sums(piece.units, amounts).items()})
    return totals
