"""The pemda's logo as a picture that slides, sheets and documents can all hold."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import typst

from dashboard.export.brand import Brand

_DRAWN = b'#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("/%s", width: 128pt)'
_PPI = 216
_COMPILE: Any = typst.compile  # its types forbid bytes beside a root folder


def png(brand: Brand) -> BytesIO | None:
    """The logo as PNG, drawn from SVG where that is what the pemda gave; None without a logo."""
    if brand.logo is None:
        return None
    return BytesIO(_png(brand.logo, brand.logo.stat().st_mtime_ns))


@lru_cache(maxsize=8)
def _png(path: Path, _changed: int) -> bytes:
    if path.suffix.lower() != ".svg":
        return path.read_bytes()
    return bytes(_COMPILE(_DRAWN % path.name.encode(), root=str(path.parent), format="png", ppi=_PPI))
