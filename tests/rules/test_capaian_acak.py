"""Attainment never falls when things get better, and the bands in SQL are those of the formula."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipelines.aturan_target import rows
from pipelines.capaian import Arah, Cara, capaian, sampai
from pipelines.evaluasi_renja import predikat

amounts = st.decimals(0, 10_000, places=2)
WAYS: list[tuple[Arah, Cara]] = [("naik", "selisih"), ("turun", "selisih"), ("turun", "banding")]


@pytest.mark.parametrize(("arah", "cara"), WAYS)
@settings(deadline=None)
@given(a=amounts, b=amounts, edges=st.tuples(amounts, amounts))
def test_better_is_never_worth_less(
    arah: Arah, cara: Cara, a: Decimal, b: Decimal, edges: tuple[Decimal, Decimal]
) -> None:
    target = (min(edges), max(edges))
    worse, better = sorted((a, b), reverse=arah == "turun")
    low, high = (capaian(r, target=target, arah=arah, cara=cara) for r in (worse, better))
    assume(low is not None and high is not None)
    assert low is not None and high is not None and low <= high


@settings(deadline=None)
@given(target=amounts, off=amounts)
def test_a_target_to_be_kept_is_missed_alike_on_both_sides(target: Decimal, off: Decimal) -> None:
    assume(0 < off <= target)
    above, below = (capaian(target + d, target=(target, target), arah="tetap") for d in (off, -off))
    assert above == below and above is not None and above < 100


@settings(deadline=None)
@given(st.lists(st.none() | amounts, min_size=1, max_size=4))
def test_a_quarter_without_a_report_changes_nothing(quarters: list[Decimal | None]) -> None:
    told = [q for q in quarters if q is not None]
    assert sampai(quarters, metode="jumlah", entri="inkremental") == (sum(told) if told else None)
    for metode in ("terakhir", "predikat"):
        assert sampai(quarters, metode=metode, entri="inkremental") == (told[-1] if told else None)


@settings(deadline=None)
@given(st.decimals(0, 130, places=2))
def test_one_band_by_each_reading_and_the_same_as_the_formula(value: Decimal) -> None:
    bands = rows()["pita_renja"]
    whole = value.quantize(Decimal(1), "ROUND_HALF_UP")
    rounded = [b["kode"] for b in bands if _within(whole, b["mulai"], b["sebelum"])]
    plain = [
        b["kode"]
        for b in bands
        if (b["lebih_dari"] is None or value > b["lebih_dari"]) and (b["sampai"] is None or value <= b["sampai"])
    ]
    assert rounded == [predikat(value, cara="pembulatan")]
    assert plain == [predikat(value, cara="menerus")]


def _within(value: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low is None or value >= low) and (high is None or value < high)
