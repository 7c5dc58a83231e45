"""Indicators of areas as BPS and Bappenas pass them on: one row an area and period, with the targets set beside it.

The file says nothing of which direction is better; a person does (kind `arah` of padanan, or target_daerah).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipelines.contracts import CONTRACTS
from pipelines.contracts.lembar import lembar_ekspor
from pipelines.intake import indikator_rows as rows
from pipelines.intake.cells import Unreadable, blank, mark, number
from pipelines.intake.grid import Book, Cell, Sheet, letter
from pipelines.intake.indikator_rows import Found
from pipelines.intake.out import Out
from pipelines.intake.report import Answers
from pipelines.intake.sheets.checked import take
from pipelines.intake.sheets.columns import FINE
from pipelines.intake.sheets.tables import Mask, Raw, Table
from pipelines.satuan import baku

NAME = "bps-indikator"
CONTRACT = "indikator_wilayah"

_TARGETS = ("target_rkp", "target_rpjmn", "target_rkpd", "target_kewilayahan")
_NEAR = Decimal("0.001")  # two roundings of one figure


def score_sheet(sheet: Sheet) -> float:
    """How surely a sheet is such a list, by its header."""
    return rows.find(sheet)[1]


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `indikator_wilayah`; a file of sectors gives two, the share and the growth."""
    known = [found for sheet in book.visible if (found := rows.find(sheet)[0])]
    sheets = [found for found in known if _whole(found, out)]
    if out.refused:
        return
    parts: list[Raw] = []
    for found in sheets:
        kept = rows.sorted_out(found, out)
        parts.append(_raw(found, kept, out))
    table = Table(parts)
    keep = take(table, out)
    if not keep.any():
        return
    for found, part in zip(sheets, parts, strict=True):
        _second(found, part, table, keep, out)
    _units(table, keep, out)
    _nation(table, keep, out)


def _whole(found: Found, out: Out) -> bool:
    """Whether a sheet has what a row cannot be read without; what lacks is said, and the file refused."""
    for name in found.lacking:
        out.refuse("KOLOM_TIDAK_ADA", sheet=found.sheet.name, row=found.row + 1, nama=name.upper())
    for column, header in found.twice:
        out.refuse("KOLOM_BERULANG", sheet=found.sheet.name, row=found.row + 1, column=letter(column), read=header)
    return not found.lacking and not found.twice


def _raw(found: Found, kept: Sequence[rows.Line], out: Out) -> Raw:
    """The rows as columns of the contract; those set aside are blank, so that row numbers stay true."""
    several = len(found.measures) > 1
    cells: dict[str, list[Cell]] = {name: [] for name in ("kode_wilayah", "kode_makro", "indikator", "periode")}
    for line in kept:
        cells["kode_wilayah"].append(line.area)
        cells["kode_makro"].append(f"{line.code}-{found.measures[0].name}" if several and line.code else line.code)
        cells["indikator"].append(f"{line.title} ({found.measures[0].name})" if several and line.title else line.title)
        cells["periode"].append(line.period)
    at = {"kode_wilayah": found.at["wilayah"], "nilai": found.measures[0].column}
    at |= {"kode_makro": found.code, "indikator": found.title}
    for name in ("tahun", "periode", "satuan", "versi", "sumber", "nasional", *_TARGETS):
        if name in found.at:
            at[name] = found.at[name]
            cells.setdefault(name, [line.cell(at[name]) for line in kept])
    cells["nilai"] = [line.cell(at["nilai"]) for line in kept]
    for name in ("nasional", *_TARGETS):
        if name in cells:
            cells[name] = _readable(found, name, cells[name], kept, out, several=several)
    spec = lembar_ekspor(CONTRACTS[CONTRACT], CONTRACT)
    return Raw(spec, found.sheet.name, found.row + 2, {**cells}, at)


def _readable(
    found: Found, name: str, cells: list[Cell], kept: Sequence[rows.Line], out: Out, *, several: bool
) -> list[Cell]:
    """What stands beside the value: a cell that is no number is said and left out, the row stays."""
    thousands = mark(cell for cell in cells if isinstance(cell, str))
    clean: list[Cell] = []
    for i, cell in enumerate(cells):
        if blank(cell):
            clean.append("")
            continue
        code = "ANGKA_TANPA_UKURAN" if several else None
        try:
            number(cell, thousands=thousands)
        except Unreadable:
            code = "ANGKA_SAMPING_TAK_TERBACA"
        if code == "ANGKA_TANPA_UKURAN" and name == "nasional" and kept[i].area == rows.NATION:
            # the nation beside itself: what is not its own figure is a sample entry that stayed in the form
            out.doubt("NASIONAL_BERBEDA", sheet=found.sheet.name, row=kept[i].row, read=cell,
                      column=letter(found.at[name]), nilai=kept[i].cell(found.measures[0].column))  # fmt: skip
        elif code:
            out.problem(code, sheet=found.sheet.name, row=kept[i].row, column=letter(found.at[name]), read=cell,
                        judul=found.names[found.at[name]])  # fmt: skip
        clean.append("" if code else cell)
    return clean


def _second(found: Found, part: Raw, table: Table, keep: Mask, out: Out) -> None:
    """The other measures of a file of sectors: a row each, of the rows that were kept."""
    mine = [i for i, name in enumerate(table.sheets) if name == found.sheet.name]
    for measure in found.measures[1:]:
        every = [row[measure.column] if measure.column < len(row) else "" for row in found.sheet.rows(found.row + 1)]
        thousands = mark(cell for cell in every if isinstance(cell, str))
        for i, cell in zip(mine, every, strict=True):
            if not keep[i] or rows.nothing(cell):
                continue
            try:
                value = number(cell, thousands=thousands)
            except Unreadable:
                out.problem("ANGKA_SAMPING_TAK_TERBACA", sheet=found.sheet.name, row=int(table.rows[i]),
                            column=letter(measure.column), read=cell, judul=found.names[measure.column])  # fmt: skip
                continue
            said = {name: column.keys[i] for name, column in table.typed.items() if name not in ("nasional", *_TARGETS)}
            first = found.measures[0].name
            said["kode_makro"] = said["kode_makro"].removesuffix(first) + measure.name
            said["indikator"] = said["indikator"].removesuffix(f"({first})") + f"({measure.name})"
            out.row(
                CONTRACT,
                **{**said, "nilai": value and value.quantize(FINE), "lembar": part.sheet, "baris": int(table.rows[i])},
            )


def _units(table: Table, keep: Mask, out: Out) -> None:
    """Says where one indicator stands in two units; another spelling of one is none."""
    if "satuan" not in table.typed:
        return
    codes, units = table.typed["kode_makro"].keys, table.typed["satuan"].keys
    seen: dict[str, dict[str, int]] = {}
    for i in range(table.height):
        if keep[i]:
            seen.setdefault(codes[i], {}).setdefault(baku(units[i]), i)
    for code, found in sorted(seen.items()):
        if len(found) > 1:
            last = max(found.values())
            said = ", ".join(f"{unit or '—'} ({table.text_of([i])})" for unit, i in found.items())
            out.problem("SATUAN_BERUBAH", sheet=table.sheets[last], row=int(table.rows[last]), kode=code, daftar=said,
                        column=table.column_letter(last, "satuan"), read=units[last])  # fmt: skip


def _nation(table: Table, keep: Mask, out: Out) -> None:
    """Doubts a file whose national column is not what its own row of the nation says."""
    if "nasional" not in table.typed:
        return
    values, beside = table.typed["nilai"].keys, table.typed["nasional"].keys
    for i, area in enumerate(table.typed["kode_wilayah"].keys):
        own, said = values[i], beside[i]
        if keep[i] and area == rows.NATION and None not in (own, said) and abs(own - said) > _NEAR * abs(own):
            out.doubt("NASIONAL_BERBEDA", sheet=table.sheets[i], row=int(table.rows[i]), read=said, nilai=own,
                      column=table.column_letter(i, "nasional"))  # fmt: skip
            return
