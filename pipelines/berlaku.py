"""What every number of a regulation carries: the day it begins to judge, its legal basis and how sure we are of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal

import pyarrow as pa
from pydantic import BaseModel, ConfigDict, Field

# The columns that `as_columns` fills; a table of rules ends with them.
COLUMNS = [
    ("aturan_id", pa.string()), ("dasar_hukum", pa.string()), ("dasar_hukum_en", pa.string()), ("tag", pa.string()),
    ("berlaku_mulai", pa.date32()), ("berlaku_sampai", pa.date32()),
]  # fmt: skip


class Strict(BaseModel):
    """A table of a rule file in which no unknown word can stand."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(Strict):
    """Words in both languages."""

    id: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Dated(Strict):
    """A value with the date from which it judges and its own legal basis; `sampai` (not included) repeals it."""

    berlaku: date
    sampai: date | None = None
    dasar: Both
    tag: Literal["C", "C2", "L", "D", "X", "pemda"]


def distinct_dates(values: Sequence[Dated]) -> None:
    """Raise ValueError where two values share a date, stand out of order, or end before they begin."""
    dates = [value.berlaku for value in values]
    if dates != sorted(set(dates)):
        raise ValueError("two values share a date, or they are not in order of date")
    for value in values:
        if value.sampai is not None and value.sampai <= value.berlaku:
            raise ValueError("`sampai` must come after `berlaku`")


def ends(values: Sequence[Dated]) -> Iterator[date | None]:
    """When each value stops judging: at its own repeal, or when the next one begins."""
    starts: list[date | None] = [value.berlaku for value in values[1:]]
    for value, following in zip(values, [*starts, None], strict=True):
        ends = [end for end in (value.sampai, following) if end is not None]
        yield min(ends) if ends else None


def as_columns(name: str, value: Dated, end: date | None) -> dict[str, Any]:
    """COLUMNS of a value: its id is its name and the day it begins."""
    return {
        "aturan_id": f"{name}@{value.berlaku:%Y-%m-%d}",
        "dasar_hukum": value.dasar.id,
        "dasar_hukum_en": value.dasar.en,
        "tag": value.tag,
        "berlaku_mulai": value.berlaku,
        "berlaku_sampai": end,
    }
