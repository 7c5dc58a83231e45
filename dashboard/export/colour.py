"""Colours between colours, and the ink that can be read on them."""

from __future__ import annotations


def mixed(start: str, end: str, share: float) -> str:
    """The colour `share` (0..1) of the way from one #RRGGBB to another."""
    pairs = zip(_parts(start), _parts(end), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def readable_on(fill: str) -> str:
    """Dark or white ink, whichever has the higher contrast on the fill."""
    light = _luminance(fill)
    return "#FFFFFF" if 1.05 / (light + 0.05) > (light + 0.05) / 0.06 else "#14231F"


def _parts(colour: str) -> tuple[int, int, int]:
    bare = colour.lstrip("#")
    return int(bare[0:2], 16), int(bare[2:4], 16), int(bare[4:6], 16)


def _luminance(colour: str) -> float:
    shares = (part / 255 for part in _parts(colour))
    red, green, blue = (s / 12.92 if s <= 0.03928 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
