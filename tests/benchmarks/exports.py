"""The deck: the meeting with five called units and with 48, beside python-pptx writing bare text slides."""

from __future__ import annotations

import io
import time
from pathlib import Path

from pptx import Presentation
from pptx.util import Inches

from dashboard import access, query
from dashboard.export.packs import deck_bytes
from dashboard.view import View
from pipelines.workspace import open_workspace
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
    """Seconds, slides and size of the TEPRA deck with the five lowest and with 48 called units."""
    year, month = (int(part) for part in until.split("-"))
    view = View(tahun=year, bulan=month)
    ask = query.current(open_workspace(home), scope=access.scope(), lang="id")
    if ask is None:
        raise RuntimeError("nothing is published to make a deck of")
    units = [str(row["kode_opd"]) for row in ask.run("select kode_opd from app.opd order by kode_opd")]
    rows = []
    for name, called in (("first, five lowest", None), ("five lowest", None), ("48 units", units[:48])):
        start = time.perf_counter()
        made = deck_bytes("tepra", ask, view, opd=called)
        seconds = time.perf_counter() - start
        slides = len(Presentation(io.BytesIO(made)).slides)
        times = [f"{seconds:.1f}", f"{seconds / slides * 150:.1f}"]
        rows.append([name, str(slides), *times, f"{len(made) // 1024} KB", f"{_bare(slides):.1f}"])
    return table("TEPRA deck", ["called units", "slides", "s", "s per 150 slides", "size", "bare text slides, s"], rows)
