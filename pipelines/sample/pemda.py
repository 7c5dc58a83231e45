"""The invented region: its name, its 48 OPD, the bagian of its Setda and its kecamatan."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from pipelines.sample.bahan import dice, rows, subs, table

GABUNG = 2025  # the year the archives office joined the library office


@dataclass(frozen=True)
class Unit:
    """A unit with money of its own; amounts in million rupiah of 2026."""

    kode: str
    sipd: str
    nama: str
    singkatan: str
    jenis: str
    asisten: str
    komisi: str
    gaji: int
    lain: int
    sub: tuple[str, ...]
    induk: str | None = None
    nama_induk: str | None = None
    mulai: date = date(2010, 1, 1)
    sampai: date | None = None
    digabung_ke: str | None = None
    watak: float = 1.0  # how fast it spends beside the others, the same every year

    @property
    def opd(self) -> str:
        """The unit that answers for it: itself, or the parent of a bagian."""
        return self.induk or self.kode

    @property
    def skpd(self) -> tuple[str, str]:
        """Code and name of the SKPD it belongs to in SIPD: itself, or the parent of a bagian."""
        return f"{self.sipd[:18]}0000", self.nama_induk or self.nama


@dataclass(frozen=True)
class Pemda:
    """One region."""

    nama: str
    units: tuple[Unit, ...]

    @property
    def judul(self) -> str:
        """Its name as it stands in the titles of exports."""
        return f"KAB. {self.nama.upper()} (DATA FIKTIF)"

    def pada(self, tahun: int) -> list[Unit]:
        """The units with a budget in that year, in the order of their SIPD codes."""
        awal = date(tahun, 1, 1)
        ada = [u for u in self.units if u.mulai <= awal and (u.sampai is None or u.sampai > awal)]
        return sorted(ada, key=lambda u: u.sipd)


def _sub(prefixes: str, sipd: str, penunjang: list[str]) -> tuple[str, ...]:
    wanted = tuple(prefixes.split())
    own = [kode for kode in subs() if wanted and kode.startswith(wanted)]
    return tuple([f"{sipd[:4]}.01.{tail}" for tail in penunjang] + own)


def _opd() -> list[Unit]:
    penunjang = table("pemda")["penunjang"]["opd"]
    units = [
        Unit(
            r["kode"], r["sipd"], r["nama"], r["singkatan"], r["jenis"], r["asisten"], r["komisi"],
            int(r["gaji"]), int(r["lain"]), _sub(r["sub"], r["sipd"], penunjang),
        )
        for r in rows("opd")
    ]  # fmt: skip
    baru = next(u for u in units if u.kode == "DISPUSIP")
    tutup = date(GABUNG, 1, 1)
    lama = replace(
        baru, sipd="2.23.0.00.0.00.01.0000", nama="Dinas Perpustakaan", singkatan="Dispus", gaji=3700, lain=3600,
        sub=tuple(kode for kode in baru.sub if not kode.startswith("2.24")), sampai=tutup,
    )  # fmt: skip
    arsip = replace(
        baru, kode="DISARSIP", sipd="2.24.0.00.0.00.01.0000", nama="Dinas Kearsipan", singkatan="Disarsip",
        gaji=2400, lain=1900, sub=_sub("2.24.", "2.24", penunjang), sampai=tutup, digabung_ke="DISPUSIP",
    )  # fmt: skip
    units[units.index(baru)] = replace(baru, mulai=tutup)
    return [*units, lama, arsip]


def _bagian(setda: Unit) -> list[Unit]:
    return [
        Unit(
            kode, f"{setda.sipd[:18]}{n:04d}", nama, nama.removeprefix("Bagian "), "bagian", setda.asisten,
            setda.komisi, 0, lain, (sub,), induk=setda.kode, nama_induk=setda.nama,
        )
        for n, (kode, nama, sub, lain) in enumerate(table("pemda")["bagian"], start=1)
    ]  # fmt: skip


def _kecamatan(rng: random.Random) -> list[Unit]:
    about = table("pemda")
    names = ["".join(pair) for pair in product(about["kecamatan_awal"], about["kecamatan_akhir"])]
    own = [kode for kode in subs() if kode.startswith("7.01.")]
    units = []
    for n, nama in enumerate(sorted(rng.sample(names, about["kecamatan"])), start=1):
        sipd = f"7.01.0.00.0.00.{n:02d}.0000"
        sub = tuple([f"7.01.01.{tail}" for tail in about["penunjang"]["kecamatan"]] + own)
        units.append(
            Unit(
                f"KEC-{n:02d}", sipd, f"Kecamatan {nama}", nama, "kecamatan", "1", "I",
                rng.randrange(2100, 3200), rng.randrange(900, 2200), sub,
            )
        )  # fmt: skip
    return units


def _watak(kode: str, number: int, seed: int) -> float:
    key = ("watak", kode, number, seed) if number else ("watak", kode)
    return dice(*key).triangular(0.78, 1.2, 1.04)


def region(number: int, seed: int) -> Pemda:
    """The invented region of that number (0 is the sample everybody sees), the same for the same seed."""
    rng = dice(seed, number, "pemda")
    about = table("pemda")
    nama = about["nama"][number % len(about["nama"])]
    babak = number // len(about["nama"])
    if babak:
        kelas = about["kelas"][(babak - 1) % len(about["kelas"])]
        nama = f"{nama} {kelas}" + (f" {1 + babak // len(about['kelas'])}" if babak > len(about["kelas"]) else "")
    opd = _opd()
    setda = next(u for u in opd if u.kode == "SETDA")
    units = [*opd, *_bagian(setda), *_kecamatan(rng)]
    if number:  # the first region keeps its printed size and characters; the others have their own
        ukuran = rng.uniform(0.45, 1.7)
        units = [replace(u, gaji=round(u.gaji * ukuran), lain=round(u.lain * ukuran)) for u in units]
    return Pemda(f"Contoh {nama}", tuple(replace(u, watak=_watak(u.kode, number, seed)) for u in units))


def enlarged(pemda: Pemda, times: int) -> Pemda:
    """The same region with every unit so many times, each under codes and a name of its own; 1 is the region itself."""
    return replace(pemda, units=tuple(_again(unit, n) for n in range(times) for unit in pemda.units))


def _again(unit: Unit, n: int) -> Unit:
    if not n:
        return unit
    mark = f"-{n + 1}"
    return replace(
        unit, kode=unit.kode + mark, nama=f"{unit.nama} {n + 1}", singkatan=f"{unit.singkatan} {n + 1}",
        # The place of a third bidang, which no unit of the sample has.
        sipd=f"{unit.sipd[:10]}9.{n:02d}{unit.sipd[14:]}",
        induk=unit.induk and unit.induk + mark,
        nama_induk=unit.nama_induk and f"{unit.nama_induk} {n + 1}",
        digabung_ke=unit.digabung_ke and unit.digabung_ke + mark,
    )  # fmt: skip
