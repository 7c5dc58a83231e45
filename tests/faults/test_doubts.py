"""Doubts that only other files can raise."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pipelines import imports
from pipelines.doubts import basis, rupiah
from pipelines.intake.report import Answers, Reading
from pipelines.workspace import Workspace
from tests.faults import small


def take(ws: Workspace, path: Path, **answers: object) -> Reading:
    return imports.import_file(ws, path, Answers(**answers), read=small.read).reading  # type: ignore[arg-type]


def codes(reading: Reading) -> list[str]:
    return [p.code for p in reading.problems]


def accounts(*values: int) -> list[tuple[str, int, int]]:
    return [(f"5.1.0{i}", 1_000, value) for i, value in enumerate(values, 1)]


@pytest.mark.parametrize(
    ("before", "now", "suggested"),
    [
        ((10, 20, 30, 40), (0, 5, 90, 2), "bulanan"),  # accounts fall
        ((10, 20, 30, 40), (10, 25, 60, 40), "kumulatif"),  # none falls
        ((10, 20), (15, 30), None),  # too few accounts to say
        ((10,) * 30, (15,) * 29 + (9,), None),  # one account fell: money paid back, or a month of its own
    ],
)
def test_the_basis_is_suggested_from_the_accounts(
    before: tuple[int, ...], now: tuple[int, ...], suggested: str | None
) -> None:
    leaves = [{("A", None, str(i), None): Decimal(v) for i, v in enumerate(values)} for values in (now, before)]
    found = basis(*leaves, month=1, file="januari.xlsx")
    assert (found[0] if found else None) == suggested
    if found:
        assert "januari.xlsx" in found[1]["id"]


def test_an_unanswered_basis_is_asked_with_its_reason(ws: Workspace, tmp_path: Path) -> None:
    take(ws, small.write(tmp_path, "A", 1, accounts(10, 20, 30)), basis="bulanan")
    reading = take(ws, small.write(tmp_path, "A", 2, accounts(0, 2, 90)))
    assert reading.status == "needs_answer"
    (question,) = reading.questions
    assert (question.id, question.suggestion) == ("basis", "bulanan")
    assert question.reason
    assert "2 dari 3" in question.reason["id"]


SIPD = "1.01.0.00.0.00.01.0000"


@pytest.mark.parametrize("late", [False, True])
def test_one_unit_under_two_codes_of_the_master_is_one_unit(ws: Workspace, tmp_path: Path, late: bool) -> None:
    master = small.write(tmp_path, "master", 1, [], master=[["A", SIPD]])
    if not late:
        take(ws, master)
    take(ws, small.write(tmp_path, "A", 1, accounts(10, 20, 30)), basis="bulanan")
    if late:
        take(ws, master)
    same = take(ws, small.write(tmp_path, SIPD, 1, accounts(10, 20, 30)), basis="bulanan")
    assert (same.status, codes(same)) == ("accepted", [])  # not "the amount of another OPD"
    falls = take(ws, small.write(tmp_path, SIPD, 2, accounts(1, 2, 3)), basis="kumulatif")
    assert codes(falls) == ["KUMULATIF_TURUN"]
    (question,) = take(ws, small.write(tmp_path, "A", 2, accounts(11, 25, 60))).questions
    assert question.suggestion == "kumulatif"


def test_no_suggestion_without_history(ws: Workspace, tmp_path: Path) -> None:
    (question,) = take(ws, small.write(tmp_path, "A", 2, accounts(0, 2, 90))).questions
    assert question.suggestion is None


def test_a_ceiling_ten_times_another_is_asked_about(ws: Workspace, tmp_path: Path) -> None:
    take(ws, small.write(tmp_path, "A", 1, [("5.1", 1_000, 10)]), basis="bulanan")
    path = small.write(tmp_path, "A", 2, [("5.1", 1_000_000, 10)])
    doubtful = take(ws, path, basis="bulanan")
    assert (doubtful.status, codes(doubtful)) == ("needs_answer", ["PAGU_MELONJAK"])
    assert doubtful.questions[-1].id == "confirm"
    sure = take(ws, path, basis="bulanan", confirm=True)
    assert (sure.status, codes(sure)) == ("accepted", ["PAGU_MELONJAK"])


def test_a_ceiling_raised_nine_times_is_not(ws: Workspace, tmp_path: Path) -> None:
    take(ws, small.write(tmp_path, "A", 1, [("5.1", 1_000, 10)]), basis="bulanan")
    assert take(ws, small.write(tmp_path, "A", 2, [("5.1", 9_000, 10)]), basis="bulanan").status == "accepted"


def test_the_figures_of_another_unit(ws: Workspace, tmp_path: Path) -> None:
    take(ws, small.write(tmp_path, "A", 1, accounts(10, 20)), basis="bulanan")
    twin = take(ws, small.write(tmp_path, "B", 1, accounts(10, 20)), basis="bulanan")
    assert (twin.status, codes(twin)) == ("needs_answer", ["SAMA_DENGAN_OPD_LAIN"])
    assert take(ws, small.write(tmp_path, "C", 1, accounts(0, 0)), basis="bulanan").status == "accepted"
    # Nothing spent by two units is no sign of a swapped file.
    assert take(ws, small.write(tmp_path, "D", 1, accounts(0, 0)), basis="bulanan").status == "accepted"


def test_a_cumulative_that_falls_is_told(ws: Workspace, tmp_path: Path) -> None:
    for month, value in ((1, 100), (2, 50)):
        take(ws, small.write(tmp_path, "A", month, accounts(value)), basis="bulanan")
    lower = take(ws, small.write(tmp_path, "A", 3, accounts(149)), basis="kumulatif")
    assert (lower.status, codes(lower)) == ("accepted", ["KUMULATIF_TURUN"])
    assert "Rp150" in lower.problems[0].message["id"]
    even = take(ws, small.write(tmp_path, "A", 3, accounts(150)), basis="kumulatif")
    assert codes(even) == []


def test_months_that_add_up_to_more_than_the_ceiling_are_asked_about(ws: Workspace, tmp_path: Path) -> None:
    take(ws, small.write(tmp_path, "A", 1, accounts(600)), basis="bulanan")
    path = small.write(tmp_path, "A", 2, accounts(700))
    monthly = take(ws, path, basis="bulanan")
    assert (monthly.status, codes(monthly)) == ("needs_answer", ["BULANAN_LEBIH_PAGU"])
    assert take(ws, path, basis="kumulatif").status == "accepted"


def test_amounts_are_written_as_people_here_write_them() -> None:
    assert rupiah(Decimal("1234567.50")) == "Rp1.234.567,50"
    assert rupiah(Decimal("10810941900.00")) == "Rp10.810.941.900"
