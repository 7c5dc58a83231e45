"""Papers by typst: archive-grade and tagged (PDF/A-2a, PDF/UA-1), with our own letters, from data and never markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from dashboard.export.glyphs import drawable
from dashboard.export.packed import packed

_FOLDER = Path(__file__).parent / "templat"
_STANDARDS = ("a-2a", "ua-1")
_COMPILE: Any = typst.compile


def typeset(template: str, given: Mapping[str, Any], *, made_at: datetime | None = None) -> bytes:
    """The PDF that a template draws from what it is given; its letters are those that our fonts can draw."""
    made = _COMPILE(
        str(_FOLDER / template),
        root=str(_FOLDER),
        font_paths=[str(_FOLDER / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(drawable(dict(given)))},
        format="pdf",
        pdf_standards=list(_STANDARDS),
        timestamp=(made_at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0),
    )
    return packed(bytes(made))
