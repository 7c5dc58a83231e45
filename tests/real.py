"""Where the real public files stand, if they do on this machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).parent.parent.parent / "shared" / "data" / "real"
_GIVEN = Path(os.environ.get("RAPORDA_REAL_DATA", _BESIDE))
REAL: Path | None = _GIVEN if _GIVEN.is_dir() else None

needs_real = pytest.mark.skipif(
    REAL is None, reason="the real public files are not here; set RAPORDA_REAL_DATA to their folder"
)
