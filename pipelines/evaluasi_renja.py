"""The arithmetic of Permendagri 86/2017: a predicate from an attainment, and the rupiah columns of form E.81."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from pipelines.catalogue import toml

Cara = Literal["pembulatan", "menerus"]
_SEN = Decimal("0.01")


def predikat(capaian: Decimal | None, *, cara: Cara | None = None) -> str | None:
    """The predicate code (ST, T, S, R, SR) of an attainment in percent; None where nothing was reported.

    `pembulatan` rounds half up and reads the printed edges (91/76/66/51); `menerus` takes the value as it is
    (above 90/75/65/50). Values over 100 are ST by both. Source: data/aturan/evaluasi_renja.toml.
    """
    if capaian is None:
        return None
    rules = toml("aturan/evaluasi_renja")["predikat"]
    how: str = cara or rules["bawaan"]
    value = capaian.quantize(Decimal(1), ROUND_HALF_UP) if how == "pembulatan" else capaian
    for band in rules["pita"]:
        edge = band.get(how)
        if edge is None or (value >= edge if how == "pembulatan" else value > edge):
            return str(band["kode"])
    raise ValueError("the last band must be without an edge")


def rata_rata(capaian: Sequence[Decimal], *, batas: Decimal | None = None) -> Decimal | None:
    """The simple mean of attainments in percent, two decimals half up; None of nothing.

    With `batas` each counts at least nil and at most that much, so that one leap hides no failure.
    """
    if not capaian:
        return None
    counted = capaian if batas is None else [max(Decimal(0), min(one, batas)) for one in capaian]
    return (sum(counted, Decimal()) / len(counted)).quantize(_SEN, ROUND_HALF_UP)


def realisasi_tahun(triwulan: Sequence[Decimal | None]) -> Decimal | None:
    """Column 12 in rupiah: the sum of the quarters that were reported; None where none was."""
    known = [amount for amount in triwulan if amount is not None]
    return sum(known, Decimal()) if known else None


def tingkat_capaian(*, target_akhir: Decimal | None, sampai_lalu: Decimal, tahun_ini: Decimal | None) -> Decimal | None:
    """Column 14 in percent, two decimals half up: (column 6 + column 12) over column 5; None without a target.

    Column 5 is the target at the end of the Renstra, so a few percent in the first quarter is normal.
    """
    if not target_akhir or tahun_ini is None:
        return None
    return ((sampai_lalu + tahun_ini) * 100 / target_akhir).quantize(_SEN, ROUND_HALF_UP)
