"""Settings of targets, built-in scales and the bands of Permendagri 86/2017, as the raw tables that judge."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

import pyarrow as pa

from pipelines.akip import akip as built_in
from pipelines.berlaku import COLUMNS, Dated, as_columns
from pipelines.catalogue import toml

_N = pa.decimal128(9, 4)
SCHEMAS: dict[str, pa.Schema] = {
    "target_setelan": pa.schema([("kunci", pa.string()), ("nilai", _N), *COLUMNS]),
    "skala_bawaan": pa.schema([
        ("skala", pa.string()), ("kode", pa.string()), ("nilai", _N), ("lebih_dari", _N), ("sampai", _N), *COLUMNS,
    ]),
    "pita_renja": pa.schema([
        ("kode", pa.string()), ("urutan", pa.int32()), ("mulai", _N), ("sebelum", _N), ("lebih_dari", _N),
        ("sampai", _N),
    ]),
}  # fmt: skip


class Setelan(Dated):
    """One choice that a pemda may change."""

    kunci: str
    nilai: Decimal


@cache
def setelan() -> dict[str, Setelan]:
    """The settings of targets by key; raises ValueError where one stands twice, for the models read no days of them."""
    found = [Setelan.model_validate(one) for one in toml("aturan/target")["setelan"]]
    by_key = {one.kunci: one for one in found}
    if len(by_key) < len(found):
        raise ValueError(f"target.toml has {[one.kunci for one in found]}, each must stand there once")
    return by_key


def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of raw.target_setelan and raw.pita_renja; columns as in SCHEMAS."""
    settings = [{"kunci": s.kunci, "nilai": s.nilai, **as_columns(s.kunci, s, s.sampai)} for s in setelan().values()]
    return {"target_setelan": settings, "skala_bawaan": _scales(), "pita_renja": _bands()}


def _scales() -> list[dict[str, Any]]:
    """The scales that need no sheet of the pemda: each predicate with its place and the scores that it stands for."""
    akip = built_in()
    said = as_columns("akip", akip, akip.sampai)
    return [
        {
            "skala": "akip",
            "kode": p.kode,
            "nilai": Decimal(p.nilai),
            "lebih_dari": p.lebih_dari,
            "sampai": p.sampai,
            **said,
        }
        for p in akip.pita
    ]


def _bands() -> list[dict[str, Any]]:
    """The bands, best first, with both readings: from `mulai` on of whole numbers, above `lebih_dari` as they are."""
    bands = toml("aturan/evaluasi_renja")["predikat"]["pita"]
    edges = [(_exact(b.get("pembulatan")), _exact(b.get("menerus"))) for b in bands]
    upper = [(None, None), *(low for low, _ in pairwise(edges))]
    return [
        {"kode": b["kode"], "urutan": n, "mulai": low[0], "sebelum": high[0], "lebih_dari": low[1], "sampai": high[1]}
        for n, (b, low, high) in enumerate(zip(bands, edges, upper, strict=True), 1)
    ]


def _exact(number: Any) -> Decimal | None:
    return None if number is None else Decimal(number)
