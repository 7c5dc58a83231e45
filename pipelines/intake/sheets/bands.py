"""Bands of a rapor profile: every value must have one colour, so bands of one date may neither gap nor overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

_LOWEST, _HIGHEST = Decimal("-Infinity"), Decimal("Infinity")


@dataclass(frozen=True)
class Band:
    """One row of the sheet: its edges and where it stands."""

    row: int  # 1-based
    profil: str
    ukuran: str
    bulan: int | None
    bawah: Decimal | None
    atas: Decimal | None
    berlaku_mulai: date

    @property
    def low(self) -> Decimal:
        return _LOWEST if self.bawah is None else self.bawah

    @property
    def high(self) -> Decimal:
        return _HIGHEST if self.atas is None else self.atas


@dataclass(frozen=True)
class Break:
    """One place where the bands of a profile do not join."""

    key: str  # of the words
    profil: str
    row: int
    values: Mapping[str, Any]


def breaks(bands: Iterable[Band]) -> list[Break]:
    """Every gap, overlap, inversion and open end among the bands of the same profile, month and date."""
    groups: dict[tuple[str, int | None, date], list[Band]] = defaultdict(list)
    for band in bands:
        groups[(band.profil, band.bulan, band.berlaku_mulai)].append(band)
    found: list[Break] = []
    for group in groups.values():
        found += _measures(group)
        found += _joined(sorted(group, key=lambda b: (b.low, b.high, b.row)))
    return sorted(found, key=lambda b: (b.row, b.key))


def _measures(group: list[Band]) -> list[Break]:
    named = sorted({band.ukuran for band in group})
    if len(named) == 1:
        return []
    first = min(group, key=lambda band: band.row)
    return [Break("pita_ukuran", first.profil, first.row, {"daftar": ", ".join(named)})]


def _joined(ordered: list[Band]) -> list[Break]:
    found = [
        Break("pita_terbalik", band.profil, band.row, {"baris": band.row, "dari": band.low, "sampai": band.high})
        for band in ordered
        if band.low >= band.high
    ]
    if found:
        return found  # edges that are upside down make every other finding misleading
    first = ordered[0]
    if first.bawah is not None:
        found.append(Break("pita_tanpa_bawah", first.profil, first.row, {"baris": first.row, "dari": first.bawah}))
    reach = first
    for band in ordered[1:]:
        if band.low != reach.high:
            kind = "pita_celah" if band.low > reach.high else "pita_tumpang"
            between = sorted((reach.high, band.low)) if kind == "pita_celah" else [band.low, min(reach.high, band.high)]
            values = {"baris": reach.row, "lain": band.row, "dari": between[0], "sampai": between[1]}
            found.append(Break(kind, band.profil, band.row, values))
        reach = max(reach, band, key=lambda b: b.high)
    if reach.atas is not None:
        found.append(Break("pita_tanpa_atas", reach.profil, reach.row, {"baris": reach.row, "sampai": reach.atas}))
    return found
