"""The settings of meetings: every version judges until the next one begins."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from pipelines import aturan_rapat
from pipelines.catalogue import toml


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """The settings as the file has them, to be changed by a test."""
    own = deepcopy(toml("aturan/rapat"))
    monkeypatch.setattr(aturan_rapat, "toml", lambda _: own)
    aturan_rapat.setelan.cache_clear()
    yield own["setelan"]
    aturan_rapat.setelan.cache_clear()


def test_a_new_version_judges_from_its_day_and_the_old_one_until_then(written: list[dict[str, Any]]) -> None:
    (old,) = [one for one in written if one["kunci"] == "lhp_bpk"]
    written.append({**old, "nilai": 30, "berlaku": date(2027, 1, 1)})
    rows = [row for row in aturan_rapat.rows()["rapat_setelan"] if row["kunci"] == "lhp_bpk"]
    spans = [(int(row["nilai"]), row["berlaku_mulai"], row["berlaku_sampai"]) for row in rows]
    assert spans == [(60, old["berlaku"], date(2027, 1, 1)), (30, date(2027, 1, 1), None)]
    assert [int(aturan_rapat.on("lhp_bpk", day).nilai) for day in (date(2026, 12, 31), date(2027, 1, 1))] == [60, 30]
    assert len({row["aturan_id"] for row in rows}) == 2


def test_two_versions_of_one_day_are_refused(written: list[dict[str, Any]]) -> None:
    written.append(dict(written[0]))
    with pytest.raises(ValueError, match="share a date"):
        aturan_rapat.rows()
