"""Indicators for the small world: of the region, of agreements, and what was reached of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.models.world import Row


def iku(kode: str, target: str | None = "100", **more: Any) -> Row:
    """A regional indicator of 2026."""
    return {"misi": "Misi", **_indikator(kode, target), **more}


def pk(kode: str, unit: str, induk: str | None, target: str | None = "100", *, tingkat: str = "II", **more: Any) -> Row:
    """An indicator of an agreement in 2026."""
    return {
        "tingkat": tingkat, "kode_opd": unit, "kode_indikator_induk": induk, **_indikator(kode, target), **more,
    }  # fmt: skip


def capai(kode: str, triwulan: Sequence[str | None], **more: Any) -> list[Row]:
    """What was reported in the quarters; None reports nothing."""
    return [
        {"kode_indikator": kode, "tahun": 2026, "triwulan": tw, "realisasi": said, **more}
        for tw, said in enumerate(triwulan, 1)
        if said is not None
    ]


def _indikator(kode: str, target: str | None) -> Row:
    return {
        "kode_indikator": kode, "tahun": 2026, "indikator": f"Indikator {kode}", "satuan": "persen", "arah": "naik",
        "metode": "terakhir", "entri": "kumulatif", "target_tahun": target,
    }  # fmt: skip
