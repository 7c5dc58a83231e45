"""The deck: one page for each of 48 units, and a hundred and fifty slides, beside the same slides without charts."""

from __future__ import annotations

import io
import time
from pathlib import Path

from dashboard.export.packs import deck_bytes
from pptx import Presentation
from pptx.util import Inches

from dashboard.query import open_ask
from dashboard.view import View
from tests.benchmarks.table import table


def _bare(slides: int) -> float:
    """Seconds that python-pptx takes for as many slides holding one text box each."""
    start = time.perf_counter()
    deck = Presentation()
    for n in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.shapes.add_textbox(Inches(1), Inches(1), Inches(6), Inches(1)).text_frame.text = f"Slide {n}"
    deck.save(io.BytesIO())
    return time.perf_counter() - start


def measure(home: Path, until: str) -> str:
    """Seconds, slides and size of the TEPRA deck with five called units and with every unit."""
    year, month = (int(part) for part in until.split("-"))
    view = View(tahun=year, bulan=month)
    ask = open_ask(home, view)
    units = [row["kode_opd"] for row in ask.run("select kode_opd from app.opd order by kode_opd")]
    rows = []
    for name, called in (("five lowest", None), ("48 units", units[:48])):
        start = time.perf_counter()
        made = deck_bytes("tepra", ask, view, opd=called)
        seconds = time.perf_counter() - start
        slides = len(Presentation(io.BytesIO(made)).slides)
        times = [f"{seconds:.1f}", f"{seconds / slides * 150:.1f}"]
        rows.append([name, str(slides), *times, f"{len(made) // 1024} KB", f"{_bare(slides):.1f}"])
    return table("TEPRA deck", ["called units", "slides", "s", "s per 150 slides", "size", "bare text slides, s"], rows)
