"""Spellings of units that mean the same ("persen", "%"), from data/satuan.toml; nothing is converted."""

from __future__ import annotations

from functools import cache
from typing import Any

import pyarrow as pa

from pipelines.catalogue import toml

SCHEMAS: dict[str, pa.Schema] = {"satuan": pa.schema([("ejaan", pa.string()), ("baku", pa.string())])}


@cache
def _spellings() -> dict[str, str]:
    return {said: unit for unit, spelt in toml("satuan")["baku"].items() for said in spelt}


def baku(written: str | None) -> str:
    """The one spelling of a unit; a unit that is not listed stands in lower case, a blank one is ''."""
    said = " ".join((written or "").lower().split())
    return _spellings().get(said, said)


def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of raw.satuan; columns as in SCHEMAS."""
    return {"satuan": [{"ejaan": said, "baku": unit} for said, unit in sorted(_spellings().items())]}
