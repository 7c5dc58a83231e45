"""Properties of tables in whatever order and shape their rows come."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.control_words import tokens
from pipelines.intake.grid import Book, Sheet
from pipelines.intake.layouts import templat
from pipelines.intake.out import Out
from pipelines.intake.report import Answers, Reading
from pipelines.intake.sheets.bands import Band, breaks
from pipelines.intake.sheets.repeats import repeats

HEADER = ["tahun", "versi", "kode_opd", "nama_opd", "kode_sub_kegiatan", "kode_rekening", "pagu"]

amounts = st.one_of(
    st.integers(0, 10**12).map(float), st.integers(0, 10**14).map(lambda sen: f"{sen // 100}.{sen % 100:02d}"),
    st.sampled_from(["", "-", "seribu", "1.234", "Rp 1.234.567,89", "(5.000,00)", "#REF!"]),
)  # fmt: skip
rows = st.tuples(
    st.sampled_from([2026.0, "2026", 1999.0, ""]), st.sampled_from(["murni", "perubahan"]),
    st.sampled_from(["A", "B", ""]), st.sampled_from(["", "Dinas A", "Dinas a"]),
    st.sampled_from(["", "1.02.01.2.01.0001", "x"]),
    st.sampled_from(["5", "5.1", "5.1.02", "5.1.02.01.001.00001", 5.1, "6", ""]), amounts,
).map(list)  # fmt: skip


class Held:
    """Rows in memory, as a sheet's source."""

    def __init__(self, cells: list[list[Any]]) -> None:
        self.cells = cells
        self.height, self.width = len(cells), len(HEADER)

    def rows(self) -> Any:
        return iter(self.cells)


def read(cells: list[list[Any]], into: Path) -> Reading:
    book = Book(Path("x"), "xlsx", [Sheet("S", "visible", lambda: Held([HEADER, *cells]))])
    out = Out(into, answers=Answers(confirm=True))
    templat.read(book, Answers(confirm=True), out)
    return out.finish(file="x", sha256="-")


def gist(reading: Reading) -> Any:
    """What a reading says, apart from where its rows stood."""
    controls = sorted((".".join(tokens(c.name)), c.in_file, c.summed) for c in reading.controls)
    return reading.status, reading.rows, sorted(map(repr, reading.totals)), controls, sorted(reading.names.items())


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(rows, min_size=1, max_size=14), st.randoms(use_true_random=False))
def test_any_rows_are_accounted_for_and_their_order_is_nothing(
    tmp_path: Path, cells: list[list[Any]], chance: Any
) -> None:
    first = read(cells, tmp_path)
    counted = first.rows
    assert counted.accepted + counted.quarantined + counted.rejected == counted.total
    assert counted.total + counted.parents + counted.other == len(cells)
    shuffled = list(cells)
    chance.shuffle(shuffled)
    assert gist(read(shuffled, tmp_path)) == gist(first)
    for problem in first.problems:
        assert problem.row is None or 1 <= problem.row <= len(cells) + 1


keys = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2), st.sampled_from("ab")), max_size=20)


@given(keys)
def test_of_rows_with_one_key_at_most_one_stays(listed: list[tuple[int, int, str]]) -> None:
    groups = repeats([(k,) for k, _, _ in listed], [(v,) for _, v, _ in listed], [(w,) for _, _, w in listed])
    dropped = {i for g in groups for i in g.rows if i != g.kept}
    stays = [listed[i] for i in range(len(listed)) if i not in dropped]
    assert len({k for k, _, _ in stays}) == len(stays)
    for key in {k for k, _, _ in listed}:
        values = {v for k, v, _ in listed if k == key}
        assert (key in {k for k, _, _ in stays}) == (len(values) == 1)


edges = st.lists(st.integers(0, 100), min_size=1, max_size=5, unique=True).map(sorted)


def bands(cuts: list[int]) -> list[Band]:
    """Bands that join at these edges."""
    ends = [None, *(Decimal(c) for c in cuts), None]
    start = date(2026, 1, 1)
    return [Band(n, "P", "capaian", None, low, high, start) for n, (low, high) in enumerate(pairwise(ends))]


@given(edges, st.randoms(use_true_random=False))
def test_bands_that_join_have_no_break_in_any_order(cuts: list[int], chance: Any) -> None:
    listed = bands(cuts)
    chance.shuffle(listed)
    assert breaks(listed) == []


@given(edges, st.data())
def test_a_band_left_out_or_given_twice_is_found(cuts: list[int], data: st.DataObject) -> None:
    listed = bands(cuts)
    at = data.draw(st.integers(0, len(listed) - 1))
    assert breaks(listed[:at] + listed[at + 1 :])
    assert breaks([*listed, listed[at]])
