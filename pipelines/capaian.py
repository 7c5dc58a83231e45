"""The arithmetic of indicators: attainment of a target, how quarters make a year, and where it stops being a number.

core.capaian_angka does the same to every row; numbers come from data/aturan/target.toml.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Arah = Literal["naik", "turun", "tetap"]
Cara = Literal["selisih", "banding"]
Metode = Literal["jumlah", "terakhir", "rata_rata", "predikat"]
Entri = Literal["inkremental", "kumulatif"]

_SIXTH = Decimal("0.000001")


def capaian(
    realisasi: Decimal, *, target: tuple[Decimal, Decimal], arah: Arah, cara: Cara = "selisih"
) -> Decimal | None:
    """Attainment in percent to six decimals half up, not capped; None where a nil target or result leaves none.

    `target` is a range, a number twice. `selisih` is (2T-R)/T, `banding` T/R; they differ only where less is better.
    A target to be kept is missed on either side: R/T below it, (2T-R)/T above it. Source: rules 2.2 and 5.1.
    """
    low, high = target
    if low < high and low <= realisasi <= high:
        return Decimal(100)
    wanted = max(low, min(realisasi, high))
    if arah == "tetap":
        arah, cara = ("naik" if realisasi < wanted else "turun"), "selisih"
    if wanted == 0:
        return None if arah == "naik" else Decimal(100 if realisasi == 0 else 0)
    if arah == "naik":
        percent = 100 * realisasi / wanted
    elif cara == "selisih":
        percent = 100 * (2 * wanted - realisasi) / wanted
    elif realisasi == 0:
        return None
    else:
        percent = 100 * wanted / realisasi
    return percent.quantize(_SIXTH, ROUND_HALF_UP)


def sampai(triwulan: Sequence[Decimal | None], *, metode: Metode, entri: Entri) -> Decimal | None:
    """What an indicator stands at after the quarters given, blank ones left out; None where none was reported.

    Added up or averaged where each quarter is told alone; where a quarter tells the whole year so far, the last one.
    """
    known = [value for value in triwulan if value is not None]
    if not known:
        return None
    if entri == "kumulatif" or metode in ("terakhir", "predikat"):
        return known[-1]
    total = sum(known, Decimal())
    return total if metode == "jumlah" else (total / len(known)).quantize(_SIXTH, ROUND_HALF_UP)
