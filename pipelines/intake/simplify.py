"""Boundaries made light: lines that two areas share stay shared, the smallest corners go first (Visvalingam)."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

Point = tuple[float, float]
Ring = Sequence[Point]  # closed: the last point is the first
_ISLAND = 0.02  # parts below this share of the largest one are left out
_Line = tuple[Point, ...]


def simplified(shapes: Mapping[str, Sequence[Ring]], most: int) -> dict[str, list[list[Point]]]:
    """The same areas with at most about so many points together; an area never loses its largest part."""
    kept = {code: _large(rings) for code, rings in shapes.items()}
    meeting = _junctions(kept)
    parts = {code: [_lines(ring, meeting) for ring in rings] for code, rings in kept.items()}
    worth = {line: _worth(line) for rings in parts.values() for lines in rings for line, _ in lines}
    order = sorted((value for values in worth.values() for value in values[1:-1]), reverse=True)
    low, high = 0, len(order)
    while low < high:
        middle = (low + high + 1) // 2
        drawn = _drawn(parts, worth, order[middle - 1])
        fits = sum(len(ring) + 1 for rings in drawn.values() for ring in rings) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return _drawn(parts, worth, order[low - 1] if low else float("inf"))


def _large(rings: Sequence[Ring]) -> list[Ring]:
    surfaces = [_surface(ring) for ring in rings]
    return [ring for ring, surface in zip(rings, surfaces, strict=True) if surface >= _ISLAND * max(surfaces)]


def _surface(ring: Ring) -> float:
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))) / 2


def _junctions(kept: Mapping[str, Sequence[Ring]]) -> set[Point]:
    """The points where more than two lines meet."""
    beside: dict[Point, set[Point]] = defaultdict(set)
    for rings in kept.values():
        for ring in rings:
            for a, b in pairwise(ring):
                beside[a].add(b)
                beside[b].add(a)
    return {point for point, others in beside.items() if len(others) != 2}


def _lines(ring: Ring, junctions: set[Point]) -> list[tuple[_Line, bool]]:
    """A ring as lines between junctions, each spelt one way, and whether it runs that way here."""
    open_ring = list(ring[:-1])
    at = [i for i, point in enumerate(open_ring) if point in junctions]
    if at:
        open_ring = open_ring[at[0] :] + open_ring[: at[0]]
        cuts = [i for i, point in enumerate(open_ring) if point in junctions]
    else:  # an island: cut at its first point and the one farthest from it, so that both are kept
        first = min(range(len(open_ring)), key=lambda i: open_ring[i])
        open_ring = open_ring[first:] + open_ring[:first]
        x, y = open_ring[0]
        cuts = [0, max(range(1, len(open_ring)), key=lambda i: (open_ring[i][0] - x) ** 2 + (open_ring[i][1] - y) ** 2)]
    found = []
    for start, end in zip(cuts, [*cuts[1:], len(open_ring)], strict=True):
        line = (*open_ring[start:end], open_ring[end % len(open_ring)])
        usual = min(line, line[::-1])
        found.append((usual, usual == line))
    return found


def _worth(line: _Line) -> list[float]:
    """How much surface each inner point carries when it is its turn to go; the ends never go."""
    n = len(line)
    before, after = list(range(-1, n - 1)), list(range(1, n + 1))
    worth = [float("inf")] * n

    def corner(i: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = line[before[i]], line[i], line[after[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    waiting = {i: corner(i) for i in range(1, n - 1)}
    heap = [(value, i) for i, value in waiting.items()]
    heapq.heapify(heap)
    most = 0.0
    while heap:
        value, i = heapq.heappop(heap)
        if waiting.get(i) != value:
            continue
        del waiting[i]
        worth[i] = most = max(most, value)
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if j in waiting:
                waiting[j] = corner(j)
                heapq.heappush(heap, (waiting[j], j))
    return worth


def _drawn(
    parts: Mapping[str, Sequence[Sequence[tuple[_Line, bool]]]], worth: Mapping[_Line, list[float]], least: float
) -> dict[str, list[list[Point]]]:
    return {
        code: [ring for lines in rings if len(ring := _ring(lines, worth, least)) > 3]
        or [max((_ring(lines, worth, 0.0) for lines in rings), key=len)]
        for code, rings in parts.items()
    }


def _ring(lines: Sequence[tuple[_Line, bool]], worth: Mapping[_Line, list[float]], least: float) -> list[Point]:
    ring: list[Point] = []
    for line, forward in lines:
        kept = [point for point, value in zip(line, worth[line], strict=True) if value >= least]
        ring += (kept if forward else kept[::-1])[:-1]
    return [*ring, ring[0]] if ring else []
