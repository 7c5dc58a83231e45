"""Which layout a file is, by what stands in its sheets; names of files and sheets say nothing."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Protocol

from pipelines.intake.grid import Book, Sheet
from pipelines.intake.heads import best_sheet
from pipelines.intake.out import Out
from pipelines.intake.report import Answers

NAMES = (
    "sipd_lra", "sipd_rak", "sipd_rak_ekspor", "sipd_dokumen", "sipd_rekap5", "provinsi_lra", "provinsi_kas", "templat",
    "ekinerja_skp", "ekinerja_penilaian", "siasn", "bps_indikator",
    "peta_geojson",
)  # fmt: skip
ENOUGH = 0.6  # below it a layout is a guess


class Layout(Protocol):
    """What each module in layouts/ offers."""

    NAME: str

    def score_sheet(self, sheet: Sheet) -> float: ...

    def read(self, book: Book, answers: Answers, out: Out) -> None: ...


def layouts() -> dict[str, Layout]:
    """The layouts by their format id."""
    found: list[Layout] = [
        import_module(f"pipelines.intake.layouts.{name}")
        for name in NAMES
        if __import__("importlib.util").util.find_spec(f"pipelines.intake.layouts.{name}")
    ]
    return {layout.NAME: layout for layout in found}


def choose(book: Book) -> tuple[Layout | None, float]:
    """The layout that fits the visible sheets best, and how well; None when none fits."""
    best: Layout | None = None
    most = 0.0
    for layout in layouts().values():
        fits = score(layout, book)
        if fits > most:
            best, most = layout, fits
    return (best, most) if most >= ENOUGH else (None, most)


def score(layout: Layout, book: Book) -> float:
    """How surely a visible sheet of a file is of a layout: by its title, its header and what stands below."""
    return best_sheet(book, layout.score_sheet)[1]


def unread(layout: Layout, book: Book) -> list[str]:
    """The visible sheets that a known layout fits and that reading the book as `layout` leaves out."""
    top = score(layout, book)
    every = getattr(layout, "EVERY_SHEET", False)  # reads each sheet that is its own, whatever its score
    left = [s for s in book.visible if (own := layout.score_sheet(s)) != top and not (every and own)]
    return [s.name for s in left if any(other.score_sheet(s) >= ENOUGH for other in layouts().values())]


def shown(book: Book) -> Book:
    """The same file with its hidden sheets taken for visible and the visible ones left out."""
    return Book(book.path, book.kind, [replace(sheet, visibility="visible") for sheet in book.hidden])
