"""Twins of the real layouts, generated: the same headers, the same dirt, invented units and amounts."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from pipelines.intake import Limits, read
from pipelines.intake.report import Answers, Reading

Rows = list[list[Any]]

UNIT = "2.16.2.20.2.21.01.0000"
SUB = "2.16.01.2.01.0001"
OTHER = "2.16.01.2.01.0002"


def rupiah(amount: int | float) -> str:
    """An amount as SIPD writes it in text."""
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


def reading(path: Path, into: Path, *, limits: Limits | None = None, **answers: Any) -> Reading:
    """The reading of a file."""
    return read(path, Answers(**answers), into=into, limits=limits)


def xlsx(path: Path, rows: Sequence[Sequence[Any]], *, down: int = 0, right: int = 0, sheet: str = "Sheet1",
         hidden: Sequence[str] = (), scratch: Sequence[str] = ()) -> Path:  # fmt: skip
    """A workbook with the rows shifted down and right, and sheets beside it that are not to be read."""
    book = xlsxwriter.Workbook(str(path))
    for name in scratch:
        book.add_worksheet(name).write_row(0, 0, ["Kegiatan", "Anggaran", "Realisasi DI LRA"])
    page = book.add_worksheet(sheet)
    for name in hidden:
        book.add_worksheet(name).hide()
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell != "":
                page.write(r + down, c + right, cell)
    page.activate()
    book.close()
    return path


def delimited(path: Path, rows: Sequence[Sequence[Any]], *, mark: str = ";", encoding: str = "utf-8",
              first: str = "") -> Path:  # fmt: skip
    """The rows as delimited text, numbers spelt the Indonesian way."""
    with path.open("w", newline="", encoding=encoding) as file:
        file.write(first)
        writer = csv.writer(file, delimiter=mark)
        for row in rows:
            writer.writerow([rupiah(cell) if isinstance(cell, float) else cell for cell in row])
    return path


def lra(leaves: Sequence[tuple[str, str, str, float, float]] | None = None, *, title: str = "TAHUN ANGGARAN 2026",
        total: tuple[float, float] | None = None, text: bool = True) -> Rows:  # fmt: skip
    """An LRA of SIPD; each leaf is (unit, sub kegiatan, account, pagu, realisasi), parents are computed."""
    leaves = leaves or [
        (UNIT, SUB, "5.1.02.01.001.00024", 1_000_000.0, 250_000.0),
        (UNIT, SUB, "5.1.02.01.001.00025", 500_000.0, 0.0),
        (UNIT, OTHER, "5.2.02.05.001.00001", 3_000_000.0, 1_500_000.5),
    ]
    rows: Rows = [
        ["KAB. CONTOH"], ["REKAPITULASI BELANJA MENURUT URUSAN PEMERINTAH DAERAH, ORGANISASI, PROGRAM, KEGIATAN"],
        ["BESERTA HASIL DAN SUB KEGIATAN BESERTA KELUARAN"], [title], [],
        ["Kode", "", "", "", "Uraian Urusan, Organisasi, Program, Kegiatan dan Sub Kegiatan", "Kelompok Belanja"],
        ["", "", "", "", "", "Operasi", "", "Modal", "", "Tak Terduga", "", "Transfer", ""],
        ["", "", "", "", "", *["Anggaran", "Realisasi"] * 4],
        ["1", "", "", "", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
    ]  # fmt: skip
    written: set[tuple[str, ...]] = set()
    for unit, sub, account, _, _ in leaves:
        for codes in _chain(unit, sub, account):
            if codes not in written:
                written.add(codes)
                below = [leaf for leaf in leaves if any(codes == c for c in _chain(*leaf[:3]))]
                rows.append([*codes, _name(codes), *_amounts(below, text=text)])
    whole = _amounts(leaves, text=text)
    if total is not None:
        whole[0], whole[1] = total
    rows.append(["", "", "", "", "Jumlah", *whole])
    return rows


def _chain(unit: str, sub: str, account: str) -> list[tuple[str, str, str, str]]:
    groups, digits = sub.split("."), account.split(".")
    bidang = ".".join(groups[:2])
    chain = [(bidang[0], "", "", ""), (bidang, "", "", ""), (bidang, unit, "", "")]
    chain += [(bidang, unit, ".".join(groups[:n]), "") for n in (3, 5, 6)]
    return chain + [(bidang, unit, sub, ".".join(digits[:n])) for n in range(3, len(digits) + 1)]


def _name(codes: Sequence[str]) -> str:
    return "Dinas Contoh" if codes[1] and not codes[2] else f"Uraian {'.'.join(c for c in codes if c)}"


def _amounts(leaves: Sequence[tuple[str, str, str, float, float]], *, text: bool) -> list[Any]:
    cells: list[Any] = []
    for group in ("5.1", "5.2", "5.3", "5.4"):
        for at in (3, 4):
            amount = sum(leaf[at] for leaf in leaves if leaf[2].startswith(group))
            # The real exports mix both spellings in one sheet.
            cells.append(rupiah(amount) if text and (amount == 0 or at == 4) else amount)
    return cells


MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
          "November", "Desember"]  # fmt: skip


def rak(*, months: int = 12, extra: bool = False, title: str = "PERGESERAN APBD TAHUN 2026") -> Rows:
    """A RENCANA ANGGARAN KAS of one unit with two leaves; `extra` adds the columns people add by hand."""
    tail = ["Persen"] if extra else []
    head = ["Kode Rekening", "Uraian", "Anggaran Tahun Ini", "Total RAK", *(["Realisasi"] if extra else [])]
    rows: Rows = [
        [f"RENCANA ANGGARAN KAS SATUAN KERJA PERANGKAT DAERAH KAB. CONTOH {title} DINAS CONTOH"], [],
        [*head, *MONTHS[:months], *tail],
    ]  # fmt: skip

    def line(code: str, name: str, monthly: list[float]) -> list[Any]:
        middle = [123.0] if extra else []
        return [code, name, sum(monthly), sum(monthly), *middle, *monthly[:months], *([0.5] if extra else [])]

    one = [100_000.0 * n for n in range(1, 13)]
    two = [50_000.0] * 12
    both = [a + b for a, b in zip(one, two, strict=True)]
    for code, name in (("2", "URUSAN"), ("2.16", "BIDANG"), (UNIT, "Dinas Contoh"), (UNIT, "Dinas Contoh"),
                       ("2.16.01", "PROGRAM"), ("2.16.01.2.01", "Kegiatan")):  # fmt: skip
        rows.append(line(code, name, both))
    for sub, monthly in ((SUB, one), (OTHER, two)):
        rows.append(line(sub, f"Sub {sub}", monthly))
        for code in ("5.1.02", "5.1.02.01", "5.1.02.01.001", "5.1.02.01.001.00024"):
            rows.append(line(code, f"Belanja {code}", monthly))
    return rows


def form(pagu: Sequence[float | str] = (0.0, 900.0, 100.0, 0.0, 0.0), spent: Sequence[float | str] | None = None, *,
         period: str = "periode Januari s.d Oktober 2022", unit: str = "Dinas Contoh", aside: bool = True,
         parents: tuple[float, float] | None = None) -> Rows:  # fmt: skip
    """The provincial LRA form: 4.1, then 5.1 to 5.4; realisasi one column left of its header when `aside`."""
    spent = spent if spent is not None else (0.0, 500.0, 20.0, 0.0, 0.0)
    rows: Rows = [[] for _ in range(13)]
    rows[2] = ["", "", "", "PEMERINTAH KABUPATEN CONTOH"]
    rows[3] = ["", "", "", "LAPORAN REALISASI ANGGARAN PENDAPATAN DAN BELANJA DAERAH"]
    rows[4] = ["", "", "", period]
    rows[7] = ["", "", "Urusan Pemerintahan", *[""] * 5, ":", "….."]
    rows[8] = ["", "", "Unit Organisasi", *[""] * 5, ":", unit]
    rows.append(["KODE REKENING", *[""] * 4, "URAIAN", *[""] * 9, "ANGGARAN", "", "REALISASI"])
    rows += [[], [], []]
    sums = parents or (sum(_number(p) for p in pagu[1:]), sum(_number(s) for s in spent[1:]))
    lines = [("4", pagu[0], spent[0]), ("4.1", pagu[0], spent[0]), ("5", *sums)]
    lines += [(f"5.{n}", pagu[n], spent[n]) for n in range(1, 5)]
    for code, budget, real in lines:
        amounts = [budget, real, ""] if aside else [budget, "", real]
        rows.append(["", "", code, "", "", "", f"URAIAN {code}", *[""] * 8, *amounts])
    return rows


def _number(value: float | str) -> float:
    return value if isinstance(value, float) else 0.0
