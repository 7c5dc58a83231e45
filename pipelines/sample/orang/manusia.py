"""Invented people: names of syllables that make no real name, NIP whose last three digits mark them as fictional."""

from __future__ import annotations

import calendar
import random
from dataclasses import dataclass, field
from datetime import date

from pipelines.sample.bahan import table

FIKTIF = 901  # serials of a NIP from here to 999 are nobody's
TANPA_NIP = ("non-ASN", "alih daya")


@dataclass
class Orang:
    """One invented person; `nip` holds each NIP with the day from which it was used."""

    nomor: int
    nama: str
    gelar: str | None
    lahir: date
    perempuan: bool
    masuk: date
    jenis: str
    nip: list[tuple[date, str]]
    batas_usia: int = 58
    tetap: bool = False  # stays where it is until its story begins

    @property
    def id_asn(self) -> str:
        """The id that SIASN ties all NIPs of a person by."""
        return f"ASN-{self.nomor:08X}"

    @property
    def bup(self) -> date:
        """The first day of retirement: the month after the birthday of the age limit."""
        tahun, bulan = self.lahir.year + self.batas_usia, self.lahir.month
        return date(tahun + bulan // 12, bulan % 12 + 1, 1)

    def nip_pada(self, hari: date) -> str:
        """The NIP in use on a day, or the first one."""
        dipakai = [nip for sejak, nip in self.nip if sejak <= hari]
        return dipakai[-1] if dipakai else self.nip[0][1]


def lebih(hari: date, *, bulan: int) -> date:
    """A day so many months later, the last day of its month where the month is shorter."""
    n = hari.year * 12 + hari.month - 1 + bulan
    return date(n // 12, n % 12 + 1, min(hari.day, calendar.monthrange(n // 12, n % 12 + 1)[1]))


@dataclass
class Kelahiran:
    """Makes people, no two with one NIP."""

    rng: random.Random
    terpakai: dict[str, int] = field(default_factory=dict)
    dibuat: list[Orang] = field(default_factory=list)

    def orang(
        self, *, lahir: date, masuk: date, jenis: str = "PNS", batas_usia: int = 58, pejabat: bool = False
    ) -> Orang:
        """A person born and appointed on these days."""
        bahan, rng = table("orang"), self.rng
        nama = " ".join(
            rng.choice(bahan["awal"]) + rng.choice(bahan["tengah"]) + rng.choice(bahan["akhir"]) for _ in range(2)
        )
        gelar = rng.choice(bahan["gelar"]["pejabat" if pejabat else "belakang"]) if rng.random() < 0.8 else None
        perempuan = rng.random() < (0.3 if pejabat else 0.55)
        baru = Orang(len(self.dibuat) + 1, nama, gelar, lahir, perempuan, masuk, jenis, [], batas_usia)
        if jenis not in TANPA_NIP:
            baru.nip.append((masuk, self.nip(baru, masuk, jenis)))
        self.dibuat.append(baru)
        return baru

    def nip(self, orang: Orang, masuk: date, jenis: str) -> str:
        """A NIP of a person's own that nobody else has."""
        tengah = f"{masuk:%Y}21" if jenis.startswith("PPPK") else f"{masuk:%Y%m}"
        depan = f"{orang.lahir:%Y%m%d}{tengah}{2 if orang.perempuan else 1}"
        urut = self.terpakai.get(depan, FIKTIF)
        if urut > 999:
            raise ValueError("more people of one birthday and appointment than fictional serials")
        self.terpakai[depan] = urut + 1
        return f"{depan}{urut}"

    def lahir(self, awal: int, akhir: int, *, tanpa: tuple[int, ...] = ()) -> date:
        """A birthday in these years, both included, but for some."""
        tahun = self.rng.choice([y for y in range(awal, akhir + 1) if y not in tanpa])
        return date(tahun, self.rng.randrange(1, 13), self.rng.randrange(1, 29))
