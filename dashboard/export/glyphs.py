"""Texts that the document's fonts can draw: an archive-grade PDF refuses any letter that it cannot show."""

from __future__ import annotations

import unicodedata
from typing import Any

_RANGES = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x391, 0x3A1), (0x3A3, 0x3FF), (0x400, 0x45F), (0x2010, 0x2027), (0x2030, 0x203F),
    (0x2074, 0x2089), (0x20AC, 0x20AC), (0x2190, 0x22FF), (0x2500, 0x25FF), (0x2605, 0x2606),
)  # fmt: skip
_DRAWN = frozenset(code for first, last in _RANGES for code in range(first, last + 1))
_UNKNOWN = "□"


def drawable(value: Any) -> Any:
    """The value with every text in it made drawable, through lists and dicts."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else "".join(map(_letter, value))
    if isinstance(value, dict):
        return {key: drawable(one) for key, one in value.items()}
    return [drawable(one) for one in value] if isinstance(value, list) else value


def _letter(letter: str) -> str:
    if ord(letter) in _DRAWN:
        return letter
    if letter.isspace():
        return " "
    if unicodedata.category(letter).startswith("C"):
        return ""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if all(ord(one) in _DRAWN for one in plain) else _UNKNOWN
