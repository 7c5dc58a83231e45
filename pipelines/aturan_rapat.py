"""Settings of what is written in and around meetings, as the raw table that the SQL reads."""

from __future__ import annotations

from functools import cache
from typing import Any

import pyarrow as pa

from pipelines.aturan_target import Setelan
from pipelines.berlaku import COLUMNS, as_columns
from pipelines.catalogue import toml

SCHEMAS: dict[str, pa.Schema] = {
    "rapat_setelan": pa.schema([("kunci", pa.string()), ("nilai", pa.decimal128(9, 4)), *COLUMNS]),
}


@cache
def setelan() -> dict[str, Setelan]:
    """The settings of meetings by key."""
    return {one["kunci"]: Setelan.model_validate(one) for one in toml("aturan/rapat")["setelan"]}


def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of raw.rapat_setelan; columns as in SCHEMAS."""
    found = [{"kunci": s.kunci, "nilai": s.nilai, **as_columns(s.kunci, s, s.sampai)} for s in setelan().values()]
    return {"rapat_setelan": found}
