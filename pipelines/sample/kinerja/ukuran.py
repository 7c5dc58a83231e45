"""What an indicator is, what it aims at and reached in one year, and how such numbers are written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from pipelines.capaian import Arah, Cara, Entri, Metode
from pipelines.sample.orang.manusia import lebih

Rentang = tuple[Decimal, Decimal]
Angka = Decimal | Rentang | str  # a number, a range, a predicate


@dataclass(frozen=True)
class Ukuran:
    """What an indicator says of itself, the same every year."""

    kode: str
    indikator: str
    satuan: str
    arah: Arah
    metode: Metode
    entri: Entri
    rumus: Cara | None = None
    skala: str | None = None
    desimal: int = 0

    def bulat(self, angka: Decimal) -> Decimal:
        """A number to the places that this indicator is told in."""
        return angka.quantize(Decimal(1).scaleb(-self.desimal), ROUND_HALF_UP)


@dataclass(frozen=True)
class Lapor:
    """What a unit handed in for one quarter; without a number the row came in blank."""

    nilai: Angka | None
    percobaan: bool = False


@dataclass(frozen=True)
class Setahun:
    """One indicator in one year: targets by quarter and year, the plan's end, and what was handed in by quarter."""

    ukuran: Ukuran
    tahun: int
    target: Angka | None
    tw: tuple[Angka | None, ...]
    akhir: Angka | None
    lapor: tuple[Lapor | None, ...]  # none where nothing came in
    lalu: Angka | None = None  # reached last year
    lalu_akhir: Decimal | None = None  # reached since the plan began, up to last year
    ubah: tuple[date, Setahun] | None = None  # the agreement as it was changed, and from when on

    def versi(self, triwulan: int) -> Setahun:
        """The version in force at the end of a quarter (1 to 4)."""
        if self.ubah is None or self.ubah[0] >= lebih(date(self.tahun, 3 * triwulan, 1), bulan=1):
            return self
        return self.ubah[1]

    def angka(self, triwulan: int, skala: dict[str, Decimal]) -> Decimal | None:
        """The number that counts for a quarter (1 to 4): no trial, nothing outside its scale."""
        lapor = self.lapor[triwulan - 1]
        if lapor is None or lapor.percobaan:
            return None
        return skala.get(lapor.nilai) if isinstance(lapor.nilai, str) else _tunggal(lapor.nilai)


def _tunggal(angka: Angka | None) -> Decimal | None:
    return angka if isinstance(angka, Decimal) else None


def baca(tertulis: str) -> Angka | None:
    """A number of the material: `71.80`, `66-70`, `WTP` or nothing."""
    if not tertulis:
        return None
    if tertulis[0].isalpha():
        return tertulis
    bawah, _, atas = tertulis.partition("-")
    return (Decimal(bawah), Decimal(atas)) if bawah and atas else Decimal(tertulis)


def tulis(angka: Angka | None) -> str | None:
    """A number as a person types it: a comma before the decimals, no dots between thousands."""
    if angka is None or isinstance(angka, str):
        return angka
    if isinstance(angka, tuple):
        return f"{tulis(angka[0])}-{tulis(angka[1])}"
    return str(angka).replace(".", ",")


def sisi(angka: Angka | None, skala: dict[str, Decimal]) -> Rentang | None:
    """A target as a range, a number twice; none where it is blank or outside the scale."""
    if isinstance(angka, tuple):
        return angka
    satu = skala.get(angka) if isinstance(angka, str) else angka
    return None if satu is None else (satu, satu)


def tempat(angka: Angka | None) -> int:
    """How many decimals a number of the material has."""
    satu = angka[0] if isinstance(angka, tuple) else angka
    return max(0, -int(satu.as_tuple().exponent)) if isinstance(satu, Decimal) else 0
