"""Lists of indicators by area: their header, and which of their rows are data, notes, or not what they seem."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.intake.cells import Unreadable, blank, tidy
from pipelines.intake.dates import day
from pipelines.intake.grid import Cell, Row, Sheet, letter
from pipelines.intake.out import Out
from pipelines.intake.sheets.recognise import LOOKED_AT, plain

NATION = "1000"

# Ours -> how their headers are spelt, without case, spaces and marks.
_HEADERS = {
    "wilayah": ("wilayah", "kodewilayah", "idwilayah"),
    "tahun": ("tahun",),
    "periode": ("periode",),
    "id_periode": ("idperiode",),
    "nilai": ("nilai",),
    "nilai_struktur": ("nilaistruktur",),
    "nilai_pertumbuhan": ("nilaipertumbuhan",),
    "nasional": ("nasional",),
    "target_rkp": ("targetrkp", "target"),
    "target_rpjmn": ("targetmakrorpjmn", "targetrpjmn"),
    "target_rkpd": ("targetrkpd",),
    "target_kewilayahan": ("targetkewilayahanrkp", "targetkewilayahan"),
    "versi": ("versi",),
    "satuan": ("satuan",),
    "sumber": ("sumber",),
    "id_indikator": ("idindikator",),
    "nama_indikator": ("namaindikator",),
}
_OURS = {spelt: name for name, listed in _HEADERS.items() for spelt in listed}
_SIGNS = (
    ("wilayah",), ("tahun",), ("periode", "id_periode"), ("nilai", "nilai_struktur", "nilai_pertumbuhan"),
    ("id_indikator", "nama_indikator"), ("nasional", "versi", "target_rkpd"),
)  # fmt: skip
_NEEDED = _SIGNS[:2] + _SIGNS[3:5]
_KEYED = ("id_indikator", "nama_indikator", "id_periode")  # one of these, or it is something alike
_MOST = 0.74  # the share of its signs that makes a sheet such a list, if a damaged one
_AREA = re.compile(r"\d{2}(?:\.?\d{2}(?:\.?\d{2,3}(?:\.?\d{3,4})?)?)?")  # BPS "1101", Kemendagri "11.01.02"
_NOTHING = frozenset({"n.a", "n.a.", "''", '""', "t.a.d", "tad"})  # beside what every file writes for nothing


@dataclass(frozen=True)
class Measure:
    """A column of values: "struktur" or "pertumbuhan" of sectors, else just the value."""

    name: str
    column: int


@dataclass(frozen=True)
class Found:
    """A sheet known for such a list: its header row, the columns by our names, and by their own."""

    sheet: Sheet
    row: int  # 0-based
    at: dict[str, int]
    names: dict[int, str]
    twice: tuple[tuple[int, str], ...]

    @property
    def lacking(self) -> list[str]:
        """Columns without which no row can be read."""
        return [group[0] for group in _NEEDED if not any(name in self.at for name in group)]

    @property
    def measures(self) -> list[Measure]:
        """The columns of values, in their order."""
        named = (("nilai", "nilai"), ("nilai_struktur", "struktur"), ("nilai_pertumbuhan", "pertumbuhan"))
        return [Measure(word, self.at[name]) for name, word in named if name in self.at]

    @property
    def code(self) -> int:
        """Where an indicator's number stands, else its name."""
        return self.at.get("id_indikator", self.at.get("nama_indikator", 0))

    @property
    def title(self) -> int:
        """Where an indicator's name stands, else its number."""
        return self.at.get("nama_indikator", self.at.get("id_indikator", 0))


@dataclass(frozen=True)
class Line:
    """One row of the list: its cells, all blank where it is set aside or says nothing."""

    row: int  # 1-based
    cells: Row
    area: str = ""
    code: str = ""
    title: str = ""
    period: str = ""

    def cell(self, column: int) -> Cell:
        """A cell, '' where it says nothing."""
        found: Cell = self.cells[column] if column < len(self.cells) else ""
        return "" if nothing(found) else found


def nothing(cell: Cell) -> bool:
    """Whether a cell says nothing, in any of the ways of these files."""
    return blank(cell) or (isinstance(cell, str) and tidy(cell).lower() in _NOTHING)


def find(sheet: Sheet) -> tuple[Found | None, float]:
    """The header row of a list on a sheet, and how surely it is one; None where it surely is not."""
    best: Found | None = None
    most = 0.0
    for index, row in enumerate(sheet.top[:LOOKED_AT]):
        at: dict[str, int] = {}
        twice: list[tuple[int, str]] = []
        for column, cell in enumerate(row):
            name = _OURS.get(plain(cell))
            if name is not None and name in at and plain(row[at[name]]) == plain(cell):
                twice.append((column, tidy(str(cell))))
            elif name is not None and (name not in at or plain(cell) == _HEADERS[name][0]):
                at[name] = column
        share = sum(any(name in at for name in group) for group in _SIGNS) / len(_SIGNS)
        if share > most and any(name in at for name in _KEYED):
            names = {column: tidy(str(cell)) for column, cell in enumerate(row) if not blank(cell)}
            best, most = Found(sheet, index, at, names, tuple(twice)), share
    return (best, 0.98 * most**2) if most >= _MOST else (None, 0.0)


def sorted_out(found: Found, out: Out) -> list[Line]:
    """Every row below the header, those that are no data blank; what is set aside is said and counted."""
    lines: list[Line] = []
    aside: Counter[str] = Counter()
    notes: list[Line] = []
    unnamed: dict[int, int] = {}
    for at, cells in enumerate(found.sheet.rows(found.row + 1), found.row + 2):
        line = Line(at, cells)
        if all(map(blank, cells)):
            lines.append(Line(at, []))
            continue
        if _note(found, line):
            notes.append(line)
            lines.append(Line(at, []))
            continue
        tail = _tail(found, cells)
        fault = _fault(found, line)
        if fault is not None:
            code, column, values = fault
            shown = str(line.cell(column))
            out.problem(code, "error", sheet=found.sheet.name, row=at, column=letter(column), read=shown, **values)
            aside[code] += 1
            lines.append(Line(at, []))
            continue
        for column in tail[1]:
            unnamed.setdefault(column, at)
        lines.append(_line(found, line, tail[0]))
    out.count(quarantined=aside.total(), other=-aside.total())
    _tell(found, notes, unnamed, out)
    return lines


def _line(found: Found, line: Line, more: str) -> Line:
    title = _whole(line.cell(found.title)) + (more if "nama_indikator" in found.at else "")
    return Line(
        line.row, line.cells, area=_area(line.cell(found.at["wilayah"])), code=_whole(line.cell(found.code)),
        title=title, period=_period(line.cell(found.at["periode"])) if "periode" in found.at else "",
    )  # fmt: skip


def _note(found: Found, line: Line) -> bool:
    """Whether a row explains the form: it names no indicator, has no value, and its year is none."""
    silent = all(line.cell(measure.column) == "" for measure in found.measures)
    return silent and line.cell(found.code) == "" and not re.fullmatch(r"\d{4}", _whole(line.cell(found.at["tahun"])))


def _tail(found: Found, cells: Row) -> tuple[str, list[int]]:
    """What follows the last header: the rest of a name that its own commas cut, and columns that nobody named."""
    last = max(found.names)
    beyond = [(i, cell) for i, cell in enumerate(cells) if i > last and not blank(cell)]
    if found.title == last:
        named: list[str] = []
        for place, cell in beyond:
            # an unquoted comma inside a name is followed by a space; a note beside the table is not
            if place != last + len(named) + 1 or not isinstance(cell, str) or not cell.startswith(" "):
                break
            named.append(tidy(cell))
        if named:
            return "".join(f", {part}" for part in named), [i for i, _ in beyond[len(named) :]]
    return "", [i for i, _ in beyond]


def _fault(found: Found, line: Line) -> tuple[str, int, dict[str, object]] | None:
    """Why a row cannot be what its columns say: code, column and what fills the words."""
    if (moved := _moved(found, line)) is not None:
        return "BARIS_BERGESER", moved, {"judul": found.names[moved]}
    area = found.at["wilayah"]
    if not _AREA.fullmatch(_area(line.cell(area))):
        return "WILAYAH_BUKAN_KODE", area, {}
    if "id_periode" in found.at and "periode" in found.at:
        whole = _whole(line.cell(found.at["id_periode"]))
        said = _whole(line.cell(found.at["tahun"])) + _period(line.cell(found.at["periode"]))
        if whole and len(said) == 6 and whole != said:
            return "PERIODE_TIDAK_SAMA", found.at["id_periode"], {"tertulis": said}
    return None


def _moved(found: Found, line: Line) -> int | None:
    """The column that shows that a row slipped sideways: a release that is no date, or a unit that is one."""
    if "versi" in found.at and not _dated(line.cell(found.at["versi"])):
        return found.at["versi"]
    for name in ("satuan", "sumber", "id_indikator"):
        if name in found.at and (cell := line.cell(found.at[name])) != "" and _is_day(cell):
            return found.at[name]
    return None


def _dated(cell: Cell) -> bool:
    return (
        cell == "" or _is_day(cell) or (isinstance(cell, str) and not re.fullmatch(r"[\d.,%-]+|[a-z %]+", cell, re.I))
    )


def _is_day(cell: Cell) -> bool:
    try:
        return not isinstance(cell, int | float) and day(cell) is not None
    except Unreadable:
        return False


def _whole(cell: Cell) -> str:
    """A cell as text, a whole number without its decimals."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else tidy(str(cell))


def _area(cell: Cell) -> str:
    return _whole(cell).strip("'").replace(" ", "")


def _period(cell: Cell) -> str:
    said = _whole(cell).strip("'")
    return said.zfill(2) if re.fullmatch(r"\d{1,2}", said) else said


def _tell(found: Found, notes: Sequence[Line], unnamed: dict[int, int], out: Out) -> None:
    name = found.sheet.name
    if notes:
        groups = [notes[0].row, *(b.row for a, b in pairwise(notes) if b.row != a.row + 1)]
        out.problem("BARIS_KETERANGAN", "info", sheet=name, row=notes[0].row, n=len(notes),
                    baris=", ".join(map(str, groups[:8])))  # fmt: skip
    for column, at in sorted(unnamed.items()):
        out.problem("KOLOM_TANPA_JUDUL", "warning", sheet=name, row=at, column=letter(column))
    unused = [name for column, name in sorted(found.names.items()) if column not in found.at.values()]
    if unused:
        out.problem("KOLOM_TIDAK_DIPAKAI", "info", sheet=name, row=found.row + 1, daftar=", ".join(unused)[:400])
