"""A rule that changes on the very last day of a month: one rule judges that month, and it is the new one."""

from __future__ import annotations

from tests.rules.test_rules import _judged, _own


def test_a_rule_that_begins_on_the_last_day_judges_that_month_alone() -> None:
    first = _own("kabupaten", "2026-01-01", (None, 90, "merah"), (90, None, "hijau"))
    second = _own("kabupaten", "2026-06-30", (None, 80, "merah"), (80, None, "hijau"))
    judged = _judged(first + second)  # fails when a month is judged twice
    assert [judged["kabupaten", month][0] for month in (5, 6, 7)] == ["merah", "hijau", "hijau"]
