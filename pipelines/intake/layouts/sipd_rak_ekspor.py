"""The 32-column RAK export of SIPD: one row a leaf with twelve months beside it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from pipelines.intake import flat
from pipelines.intake.context import settle_year
from pipelines.intake.dates import MONTHS
from pipelines.intake.flat import Field, any_code, code_of, kept, year
from pipelines.intake.grid import Book, Sheet, letter
from pipelines.intake.heads import best_sheet, find
from pipelines.intake.heads import lines as words
from pipelines.intake.layouts.sipd_rak import version
from pipelines.intake.money import Money, rupiah
from pipelines.intake.out import Out
from pipelines.intake.report import Answers
from pipelines.intake.spending import others

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
    "kode_program": Field(("kode program",), code_of("program")),
    "nama_program": Field(("nama program",)),
    "kode_kegiatan": Field(("kode kegiatan",), code_of("kegiatan")),
    "nama_kegiatan": Field(("nama kegiatan",)),
    "kode_sub_kegiatan": Field(("kode sub kegiatan",), code_of("sub_kegiatan")),
    "nama_sub_kegiatan": Field(("nama sub kegiatan",)),
    "kode_rekening": Field(("kode akun", "kode rekening"), code_of("rekening"), needed=True),
    "nama_rekening": Field(("nama akun", "nama rekening")),
}
AMOUNTS: dict[str, tuple[str, ...]] = {
    "total": ("total rak",),
    "pagu": ("nilai rincian",),
    **{f"bulan{n}": (f"bulan{n}",) for n in range(1, 13)},
}
_CODES = ("kode_program", "kode_kegiatan", "kode_sub_kegiatan")


def score(book: Book) -> float:
    """How surely some visible sheet is this layout, by its header."""
    return best_sheet(book, score_sheet)[1]


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is this layout."""
    return 0.95 * find(sheet.top, _SIGNS, alike=_MONTHS)[1] ** 2


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `rak`, one a leaf and month, and of `pagu`; a month without a column is unknown, not zero."""
    sheet, _, same = best_sheet(book, score_sheet)
    opened = sheet and flat.open_flat(sheet, _SIGNS, FIELDS, AMOUNTS, out, known=_UNUSED, alike=_MONTHS)
    if sheet is None or not opened:
        return
    others(out, sheet, same, ())
    titles = words(sheet.top[: opened.header.row])
    out.title = " ".join(titles[:4])[:300] or None
    # Without a title the version is not known: in force from the day it became known, never back to January.
    versi, berlaku = version(titles) if titles else ("rak", None)
    months = [n for n in range(1, 13) if opened.place(f"bulan{n}") is not None]
    if len(months) < 12:
        missing = [MONTHS[n - 1].capitalize() for n in range(1, 13) if n not in months]
        out.problem("BULAN_RAK_KURANG", sheet=sheet.name, row=opened.header.row + 1, bulan=", ".join(missing))
    fixed: int | None = None
    wrong: list[int] = []
    right = running = 0  # rows whose months sum to their total, and those that grow to it instead
    totals: Counter[tuple[str, str, int, int | None]] = Counter()
    for chunk in opened.chunks():
        values = {name: opened.values(chunk, name) for name in FIELDS}
        money = {name: opened.money(chunk, name) for name in AMOUNTS}
        data = flat.rows_of_data(opened, chunk, values, ("kode_rekening",))
        said = flat.said(chunk, data)
        sound = flat.check(opened, chunk, data, values, money, out)
        out.count(
            accepted=int(sound.sum()), quarantined=int((data & ~sound).sum()),
            parents=int((said & ~data).sum()), other=int((~said).sum()),
        )  # fmt: skip
        if fixed is None:
            own = {y for y, good in zip(values["tahun"], sound.tolist(), strict=True) if good and isinstance(y, int)}
            fixed = next(iter(own)) if len(own) == 1 else settle_year(out, titles)
        if fixed is None:
            continue
        out.resolve(year=fixed)
        if len(months) == 12:
            summed = sum((money[f"bulan{n}"].sen for n in months), np.zeros(chunk.count, dtype=np.int64))
            odd = np.flatnonzero(sound & money["total"].known & (summed != money["total"].sen))
            wrong.extend((odd + chunk.first + 1).tolist())
            right += int(sound.sum()) - len(odd)
            plan = np.stack([money[f"bulan{n}"].sen for n in months], axis=1)[odd]
            running += int(((np.diff(plan, axis=1) >= 0).all(axis=1) & (plan[:, -1] == money["total"].sen[odd])).sum())
        _write(out, opened, chunk, sound, values, money, months=months, year=fixed, versi=versi, berlaku=berlaku,
               totals=totals)  # fmt: skip
    if running > right:
        out.doubt("RAK_KUMULATIF", sheet=sheet.name, row=wrong[0], column=letter(opened.place("bulan12") or 0))
    elif wrong:
        out.problem("RAK_TIDAK_SAMA_BANYAK", sheet=sheet.name, row=wrong[0], column=letter(opened.place("total") or 0),
                    jumlah=len(wrong))  # fmt: skip
    for (contract, unit, of_year, month), sen in totals.items():
        out.total(contract, unit, of_year, month, rupiah(sen))


def _write(
    out: Out, opened: flat.Flat, chunk: flat.Chunk, sound: flat.Mask, values: dict[str, list[Any]],
    money: dict[str, Money], *, months: list[int], year: int, versi: str, berlaku: date | None,
    totals: Counter[tuple[str, str, int, int | None]],
) -> None:  # fmt: skip
    units = kept(values["kode_opd"], sound)
    out.names.update((u, n) for u, n in set(zip(units, kept(values["nama_opd"], sound), strict=True)) if n)
    common: dict[str, Any] = {name: pa.array(kept(values[name], sound)) for name in FIELDS if name != "tahun"}
    for name in _CODES:
        common[name] = pa.array(flat.resolved(kept(values[name], sound), units), pa.string())
    common |= {
        "tahun": pa.array([kind or year for kind in kept(values["tahun"], sound)], pa.int16()),
        "versi": pa.array([versi] * len(units)),
        "lembar": pa.array([opened.sheet.name] * len(units)),
        "baris": flat.numbers_of_rows(chunk, sound),
    }
    for contract, name, month in [("pagu", "pagu", None), *(("rak", f"bulan{n}", n) for n in months)]:
        amounts = money[name].take(sound)
        if not amounts.known.any():
            continue
        some = pa.array(amounts.known)
        columns = {key: column.filter(some) for key, column in common.items()}
        count = int(amounts.known.sum())
        columns[contract] = amounts.take(amounts.known).arrow()
        if month is None:
            columns["tgl_berlaku"] = pa.array([berlaku] * count, pa.date32())
        else:
            columns["bulan"] = pa.array([month] * count, pa.int8())
        out.batch(contract, columns, count)
        for unit, sen in flat.sums(units, amounts).items():
            totals[contract, unit, year, month] += sen
