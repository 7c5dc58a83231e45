"""Money of a whole nation: sums beyond what a float holds."""

from __future__ import annotations

from decimal import Decimal

from tests.models.test_measures import Asked
from tests.models.world import World, opd, pagu, realisasi

BIG = Decimal("612345678901234.01")  # three of them are beyond a quadrillion; a float of that size has no single sen


def test_a_sum_beyond_a_quadrillion_is_exact_to_the_sen() -> None:
    codes = ("A", "B", "C")
    asked = Asked(World({
        "opd": [opd(code) for code in codes],
        "pagu": [pagu(code, BIG) for code in codes],
        "realisasi": [realisasi(code, 1, BIG - Decimal("0.01")) for code in codes],
    }))  # fmt: skip
    [ceiling] = asked("pagu", until="2026-01")["rows"]
    [spent] = asked("realisasi", until="2026-01")["rows"]
    assert ceiling["nilai"] == 3 * BIG == Decimal("1837037036703702.03")
    assert spent["nilai"] == 3 * BIG - Decimal("0.03")
