"""How much room words take on a slide, estimated from the widths of Arial, so that nothing is cut or overlaps."""

from __future__ import annotations

from functools import cache

# Widths of Arial in thousandths of the font size;
# Liberation Sans and Helvetica share them.
_GROUPS = {
    "ijl'|": 215, " ,./:;!tfI[]\\·": 278, "r-()\"`{}": 335, "ckszvxyJ*°": 500, "abdeghnopquL0123456789?_#$–": 556,
    "FTZ+<>=~−": 600, "ABEKPSVXY&": 667, "CDHNRUw": 722, "GOQ": 778, "mM": 833, "W": 944, "%@": 890, "—…▼◆■●★○▲": 1000,
}  # fmt: skip
_WIDTHS = {letter: width for letters, width in _GROUPS.items() for letter in letters}
_BOLD = 1.1
LINE = 1.2  # height of a line over the font size


@cache
def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in points."""
    thousandths = sum(_WIDTHS.get(letter, 600) for letter in text)
    return thousandths * size / 1000 * (_BOLD if bold else 1)


def lines(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many lines the text takes when wrapped in `room` points."""
    return sum(_wrapped(paragraph, size, room, bold=bold) for paragraph in text.split("\n"))


def _wrapped(text: str, size: float, room: float, *, bold: bool) -> int:
    room = max(room, size)  # a place narrower than a letter still takes one a line: it must not be cut for ever
    count, used, space = 1, 0.0, width(" ", size, bold=bold)
    for word in text.split(" "):
        wide = width(word, size, bold=bold)
        if used and used + space + wide > room:
            count, used = count + 1, wide
        else:
            used += (space if used else 0) + wide
        while used > room:  # a word longer than the line is broken by the office program
            count, used = count + 1, used - room
    return count


def fits(text: str, size: float, *, room: float, height: float, bold: bool = False) -> bool:
    """Whether the wrapped text stays inside a box of `room` by `height` points."""
    return lines(text, size, room, bold=bold) * size * LINE <= height


def largest(text: str, sizes: tuple[float, ...], *, room: float, height: float, bold: bool = False) -> float:
    """The first of `sizes` (largest first) at which the text fits; the last when none does."""
    return next((size for size in sizes if fits(text, size, room=room, height=height, bold=bold)), sizes[-1])


def clipped(text: str, size: float, *, room: float, at_most: int = 1, bold: bool = False) -> str:
    """The text, shortened at a word with an ellipsis when it needs more than `at_most` lines."""
    if lines(text, size, room, bold=bold) <= at_most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if lines(text[:middle].rstrip() + "…", size, room, bold=bold) <= at_most:
            low = middle
        else:
            high = middle - 1
    kept = text[:low]
    whole = kept.rsplit(" ", 1)[0]
    return (whole if len(whole) > low * 0.6 else kept).rstrip().rstrip(" ,;·\u00a0") + "…"
