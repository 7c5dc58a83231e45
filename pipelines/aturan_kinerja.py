"""data/aturan/skp.toml, typed: how people are rated under each regime the numbers with their dates and bases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from pipelines.berlaku import Dated, Strict, distinct_dates
from pipelines.catalogue import toml

Rating = Literal["atas", "sesuai", "bawah"]
Predikat = Literal["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]
Organisasi = Literal["istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]
Rezim = Literal["pp46", "pp30", "pan6"]


class Masa(Dated):
    """One regime."""

    kode: Rezim


class Setelan(Dated):
    """One choice that a pemda may change."""

    kunci: str
    nilai: Decimal


class Matriks(Dated):
    """The predicate of each pair: a row for each rating of results, columns by behaviour from low to high."""

    atas: tuple[Predikat, Predikat, Predikat]
    sesuai: tuple[Predikat, Predikat, Predikat]
    bawah: tuple[Predikat, Predikat, Predikat]


class Batas(Strict):
    """A predicate from a score on; without `bawah` the lowest."""

    predikat: Predikat
    bawah: Decimal | None = None
    ide_baru: bool = False  # only for who found a new way


class PitaNilai(Dated):
    """The bands of a regime with scores, best first."""

    bulat: bool
    batas: tuple[Batas, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _falling(self) -> PitaNilai:
        edges = [b.bawah for b in self.batas[:-1]]
        if None in edges or edges != sorted(edges, reverse=True) or self.batas[-1].bawah is not None:  # type: ignore[type-var]
            raise ValueError("bands go from best to worst and only the last is without an edge")
        return self


class Bobot(Dated):
    """Percent of SKP and of behaviour, without and with the opinion of peers."""

    tanpa_rekan: tuple[Decimal, Decimal]
    dengan_rekan: tuple[Decimal, Decimal]


class Tambahan(Dated):
    """The most that additional work adds to the score of an SKP."""

    paling_banyak: Decimal


class PitaIki(Strict):
    """Attainment from..to in whole percent, and the score at both ends."""

    kategori: Predikat
    capaian: tuple[Decimal, Decimal]
    nilai: tuple[Decimal, Decimal]


class Iki(Dated):
    """The score of an indicator under PermenPANRB 8/2021, best band first."""

    nilai_maksimum: Decimal
    pita: tuple[PitaIki, ...]


class Syarat(Strict):
    """One condition on how predicates are spread."""

    cara: Literal["terbanyak", "maksimal", "minimal", "ada"]
    predikat: tuple[Predikat, ...] = Field(min_length=1)
    batas: Decimal


class Pola(Dated):
    """The conditions for each predicate of an organisation; at most three each."""

    istimewa: dict[str, Syarat]
    baik: dict[str, Syarat]
    butuh_perbaikan: dict[str, Syarat]
    kurang: dict[str, Syarat]
    sangat_kurang: dict[str, Syarat]


class Kepala(Dated):
    """The rating of results of a head by the predicate of the organisation."""

    rating: dict[Organisasi, Rating]


class Jenjang(Strict):
    """A level of functional posts and its credit a year."""

    nama: str
    koefisien: Decimal
    tag: str


class AngkaKredit(Dated):
    """How a predicate becomes credit."""

    persen: dict[Predikat, Decimal]
    jenjang: tuple[Jenjang, ...]


class Diklat(Dated):
    """How many hours of training a year: at least, or at most."""

    arah: Literal["minimal", "maksimal"]
    jp: Decimal


class Anak(Strict):
    """One step of the ladder, from a number of days on."""

    hari: Decimal
    hukuman: str
    persen: Decimal | None = None
    bulan: int | None = None


class Disiplin(Dated):
    """The ladder of penalties, mildest first."""

    tangga: tuple[Anak, ...]


class PitaIp(Strict):
    """A category from a rounded sum on."""

    kategori: str
    bawah: Decimal | None = None


class IpAsn(Dated):
    """The elements with their highest points, and the bands of their sum."""

    unsur: dict[str, Decimal]
    pita: tuple[PitaIp, ...]


class Kinerja(Strict):
    """The whole file."""

    rezim: tuple[Masa, ...]
    kata: dict[str, dict[str, tuple[str, ...]]]
    setelan: tuple[Setelan, ...]
    matriks: Matriks
    pita: dict[Rezim, PitaNilai]
    bobot: Bobot
    tambahan: Tambahan
    iki: Iki
    pola: Pola
    kepala: Kepala
    angka_kredit: AngkaKredit
    diklat: dict[str, Diklat]
    disiplin: Disiplin
    ip_asn: IpAsn

    @model_validator(mode="after")
    def _dates(self) -> Kinerja:
        distinct_dates(self.rezim)
        return self


@cache
def kinerja() -> Kinerja:
    """data/aturan/skp.toml."""
    return Kinerja.model_validate(toml("aturan/skp"))


@cache
def setelan(kunci: str) -> Decimal:
    """The value of a setting; raises KeyError where there is none."""
    return {s.kunci: s.nilai for s in kinerja().setelan}[kunci]


def rezim(hari: date) -> str | None:
    """The regime under which a period that ends on this day is judged; None before the first one known."""
    return next((m.kode for m in reversed(kinerja().rezim) if m.berlaku <= hari), None)


def bersih(tertulis: str) -> str:
    """A writing without capitals, spaces and marks, as staging.skp compares it."""
    return tertulis.lower().translate(str.maketrans("", "", " /-_().,"))
