"""What figures say, kept as text: a change is read in the diff and accepted with RAPORDA_UPDATE_GOLDEN=1."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.figures.figure import Figure, Lang
from dashboard.figures.plotly import spec
from dashboard.query import Ask
from dashboard.topics import aturan, peringkat, profil_opd, ringkasan, serapan
from dashboard.view import View

GOLDEN = Path(__file__).parent / "golden"
KEPT = {
    "ringkasan.kartu", "ringkasan.prioritas", "ringkasan.warna", "ringkasan.posisi", "peringkat.serapan",
    "peringkat.rapor", "peringkat.asisten", "serapan.deviasi", "serapan.fisik", "aturan.banding",
    "profil_opd.kurva", "profil_opd.rincian", "profil_opd.aturan",
}  # fmt: skip


def _figures(ask: Ask, view: View) -> dict[str, Figure]:
    found = [f for topic in (ringkasan, peringkat, serapan, aturan) for f in topic.figures(ask, view)]
    found += profil_opd.figures(ask, replace(view, opd="DISDIK"))
    return {figure.id: figure for figure in found if figure.id in KEPT}


def _written(figure: Figure, lang: Lang) -> str:
    drawn = spec(figure, theme="light", lang=lang)
    body: dict[str, Any] = {"figure": asdict(figure), "plotly": drawn}
    return json.dumps(body, indent=1, ensure_ascii=False, default=str) + "\n"


@pytest.mark.parametrize("name", sorted(KEPT))
def test_a_figure_says_what_it_said(ask: Ask, view: View, lang: Lang, name: str) -> None:
    written = _written(_figures(ask, view)[name], lang)
    path = GOLDEN / f"{name}.{lang}.json"
    if os.environ.get("RAPORDA_UPDATE_GOLDEN"):
        path.write_text(written, encoding="utf-8")
    assert path.is_file(), "no golden text yet: run once with RAPORDA_UPDATE_GOLDEN=1 and read it"
    assert written == path.read_text(encoding="utf-8")
