"""A PDF whose objects are kept in compressed streams: a form has ten thousands of cells, each a tag of its own."""

from __future__ import annotations

from io import BytesIO

import pikepdf

_LIGHT = 200_000  # bytes a paper may have as it was written: what is not long gains nothing


def packed(content: bytes) -> bytes:
    """The same PDF with its objects together in streams, as PDF/A-2 and PDF/UA allow; a light one stays as it is."""
    if len(content) < _LIGHT:
        return content
    made = BytesIO()
    with pikepdf.open(BytesIO(content)) as paper:
        paper.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()
