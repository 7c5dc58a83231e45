"""A presentation as bytes."""

from __future__ import annotations

from io import BytesIO
from typing import Any


def saved(made: Any) -> bytes:
    """The .pptx file."""
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()
