"""Settings of what is written in and around meetings, as the raw table that the SQL reads."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa

from pipelines.aturan_target import Setelan
from pipelines.berlaku import COLUMNS, as_columns, distinct_dates, ends
from pipelines.catalogue import toml

SCHEMAS: dict[str, pa.Schema] = {
    "rapat_setelan": pa.schema([("kunci", pa.string()), ("nilai", pa.decimal128(9, 4)), *COLUMNS]),
}


@cache
def setelan() -> dict[str, tuple[Setelan, ...]]:
    """The settings of meetings by key, the earliest first; raises ValueError where two of one key share a day."""
    found: dict[str, tuple[Setelan, ...]] = {}
    for one in (Setelan.model_validate(each) for each in toml("aturan/rapat")["setelan"]):
        found[one.kunci] = (*found.get(one.kunci, ()), one)
    for values in found.values():
        distinct_dates(values)
    return found


def on(kunci: str, day: date) -> Setelan:
    """The setting of that key in force on a day; before the first one began, the first."""
    begun = [one for one in setelan()[kunci] if one.berlaku <= day]
    return begun[-1] if begun else setelan()[kunci][0]


def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of raw.rapat_setelan, each until the next of its key begins; columns as in SCHEMAS."""
    return {
        "rapat_setelan": [
            {"kunci": kunci, "nilai": one.nilai, **as_columns(kunci, one, end)}
            for kunci, values in setelan().items()
            for one, end in zip(values, ends(values), strict=True)
        ]
    }
