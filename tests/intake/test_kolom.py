"""A column told by its distinct cells says the same as its cells one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.intake.flat_column import coded, mixed, pairs
from pipelines.intake.flat_fields import Memo, text

cells = st.one_of(
    st.text(max_size=4), st.floats(0, 99).map(float), st.integers(0, 9), st.dates(), st.booleans(), st.just("")
)
columns = st.one_of(st.lists(cells, min_size=1), st.lists(st.text(max_size=2), min_size=1))


@settings(deadline=None)
@given(columns)
def test_row_by_row_it_is_what_the_parser_says(said: list[object]) -> None:
    memo = Memo(text)
    column = coded(said, memo)
    assert column.list() == [text(cell) for cell in said]
    assert column.distinct() == {text(cell) for cell in said}
    assert column.known().tolist() == [text(cell) is not None for cell in said]
    assert column.arrow().to_pylist() == column.list()


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["", "x", "y"])), min_size=1))
def test_pairs_and_prints_agree_with_the_rows(rows: list[tuple[str, str]]) -> None:
    first, second = (coded([row[i] for row in rows], Memo(text)) for i in (0, 1))
    told = list(zip(first.list(), second.list(), strict=True))
    assert set(pairs(first, second)) == set(told)
    prints = mixed([first.prints(), second.prints()], len(rows)).tolist()
    assert len(set(prints)) == len(set(told)) == len(set(zip(told, prints, strict=True)))


@settings(deadline=None)
@given(columns, st.data())
def test_taking_rows_leaves_the_others(said: list[object], data: st.DataObject) -> None:
    keep = np.array(data.draw(st.lists(st.booleans(), min_size=len(said), max_size=len(said))))
    column = coded(said, Memo(text))
    assert column.take(keep).list() == [cell for cell, kept in zip(column.list(), keep, strict=True) if kept]
