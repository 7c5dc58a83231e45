"""Workbooks with a sheet per OPD: read whole where the sheets are of different units and of one time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from pipelines.intake import codes
from pipelines.intake.grid import Book, Sheet
from pipelines.intake.heads import best_sheet
from pipelines.intake.out import Out


@dataclass(frozen=True)
class About:
    """What a sheet says of itself: the units in it, and the time that the sheets of one workbook must share."""

    units: frozenset[str]
    time: Hashable


def sheets(
    out: Out, book: Book, score: Callable[[Sheet], float], about: Callable[[Sheet], About | None]
) -> list[Sheet]:
    """The sheets of a layout to read: all of them where each holds other units, else the first, which is doubted."""
    best, _, same = best_sheet(book, score)
    if best is None or about(best) is None:
        raise LookupError("the sheet that scored is gone")
    alike = [sheet for sheet in book.visible if sheet is best or sheet.name in same]
    if len(alike) == 1:
        return alike
    if not _apart([about(sheet) for sheet in alike]):
        out.doubt("LEMBAR_SEJENIS", sheet=best.name, lain=", ".join(same))
        return [best]
    if out.answers.opd:
        out.problem("OPD_JAWABAN_DIABAIKAN", read=out.answers.opd, jumlah=len(alike))
    return alike


def each(out: Out, sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, str]]:
    """The sheets in turn, each with the mark that tells its control totals from those of the others."""
    if len(sheets) == 1:
        yield sheets[0], ""
        return
    for sheet in sheets:
        out.resolve(opd=None)  # each sheet names its own
        yield sheet, f" ({sheet.name})"
    out.resolve(opd=None)


def coded_units(sheet: Sheet, first: int, code_columns: Sequence[int]) -> frozenset[str]:
    """The unit codes in the code columns of a sheet, from the 0-based row `first` on."""
    cells = (row[c] for row in sheet.rows(first) for c in code_columns if c < len(row))
    return frozenset(code for cell in cells if codes.SHAPES["unit"].fullmatch(code := codes.plain(str(cell))))


def _apart(said: Sequence[About | None]) -> bool:
    seen: set[str] = set()
    for about in said:
        if about is None or not about.units or about.units & seen:
            return False
        seen |= about.units
    return len({about.time for about in said if about}) == 1
