"""How year-ends are forecast: the settings that a pemda may change, as the raw table that the models read."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, Literal, Self

import pyarrow as pa
from pydantic import model_validator

from pipelines.berlaku import COLUMNS, Dated, as_columns
from pipelines.catalogue import toml

SCHEMAS: dict[str, pa.Schema] = {
    "pendaratan_setelan": pa.schema([("kunci", pa.string()), ("nilai", pa.decimal128(9, 4)), *COLUMNS]),
}
CARA = {1: "kurva", 2: "rak"}  # as core.perkiraan names them; the run-rate is only compared with
_KEYS = ("cara", "tahun_paling_banyak", "galat_paling_sedikit", "rentang_bawah", "rentang_atas", "luar_pola")


class Setelan(Dated):
    """One choice of how to forecast."""

    kunci: Literal["cara", "tahun_paling_banyak", "galat_paling_sedikit", "rentang_bawah", "rentang_atas", "luar_pola"]
    nilai: Decimal

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.kunci == "cara" and self.nilai not in CARA:
            raise ValueError(f"cara {self.nilai} is none of {sorted(CARA)}")
        if self.kunci == "luar_pola" and self.nilai <= 0:
            raise ValueError(f"luar_pola {self.nilai} is no distance")
        if self.kunci.startswith("rentang") and not 0 < self.nilai < 100:
            raise ValueError(f"{self.kunci} {self.nilai} is no percent between 0 and 100")
        if self.kunci.endswith(("banyak", "sedikit")) and (self.nilai < 1 or self.nilai % 1):
            raise ValueError(f"{self.kunci} {self.nilai} is no count")
        return self


@cache
def setelan() -> dict[str, Setelan]:
    """The settings by key; raises ValueError where one is missing, twice there, or the range is upside down."""
    found = [Setelan.model_validate(one) for one in toml("aturan/pendaratan")["setelan"]]
    if sorted(one.kunci for one in found) != sorted(_KEYS):
        raise ValueError(f"pendaratan.toml has {[one.kunci for one in found]}, each of {_KEYS} must stand there once")
    by_key = {one.kunci: one for one in found}
    if by_key["rentang_bawah"].nilai >= by_key["rentang_atas"].nilai:
        raise ValueError("rentang_bawah must be below rentang_atas")
    return {str(key): one for key, one in by_key.items()}


def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of raw.pendaratan_setelan; columns as in SCHEMAS."""
    return {
        "pendaratan_setelan": [
            {"kunci": s.kunci, "nilai": s.nilai, **as_columns(f"pendaratan-{s.kunci}", s, s.sampai)}
            for s in setelan().values()
        ]
    }
