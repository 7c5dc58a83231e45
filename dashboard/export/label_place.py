"""Where the names of points stand in a scatter so that they can be read: beside their point and on no other name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["right", "left", "above", "below"]
_SIDES: tuple[Side, ...] = ("right", "left", "above", "below")
_MARK = 5.0  # points around the middle of a mark


@dataclass(frozen=True)
class Spot:
    """A point where it is drawn, in points from the left and the bottom, and the width of its name."""

    key: str
    x: float
    y: float
    wide: float


@dataclass(frozen=True)
class _Area:
    x: float
    y: float
    w: float
    h: float

    def meets(self, other: _Area) -> bool:
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )


def sides(
    named: Sequence[Spot], every: Sequence[Spot], *, high: float, room: tuple[float, float]
) -> dict[str, Side]:  # fmt: skip
    """The side on which each name stands, in the order given; one that would lie on another name is left out.

    `high` is the height of a name, `room` the width and height of what is drawn on. Of the free sides that one is
    taken on which the fewest marks are covered.
    """
    marks = [(one.key, _Area(one.x - _MARK, one.y - _MARK, 2 * _MARK, 2 * _MARK)) for one in every]
    kept: dict[str, Side] = {}
    taken: list[_Area] = []
    for spot in named:
        free = []
        for order, side in enumerate(_SIDES):
            area = _area(spot, side, high)
            inside = area.x >= 0 and area.x + area.w <= room[0] and area.y >= 0 and area.y + area.h <= room[1]
            if inside and not any(area.meets(other) for other in taken):
                covered = sum(area.meets(mark) for key, mark in marks if key != spot.key)
                free.append((covered, order, side, area))
        if free:
            _, _, side, area = min(free, key=lambda one: one[:2])
            kept[spot.key] = side
            taken.append(area)
    return kept


def _area(spot: Spot, side: Side, high: float) -> _Area:
    if side in ("right", "left"):
        x = spot.x + _MARK if side == "right" else spot.x - _MARK - spot.wide
        return _Area(x, spot.y - high / 2, spot.wide, high)
    y = spot.y + _MARK if side == "above" else spot.y - _MARK - high
    return _Area(spot.x - spot.wide / 2, y, spot.wide, high)
