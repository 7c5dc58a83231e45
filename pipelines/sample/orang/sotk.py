"""The organisation people work in: the units below each OPD, as SIASN's tree has them, and the seats that lead them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipelines.sample.bahan import table
from pipelines.sample.pemda import Pemda, Unit

PENYETARAAN = date(2021, 12, 31)
TINGKAT = ("II", "IIIa", "IIIb", "IV")
LENGKAP = 2_000  # from so many people on there are seats of eselon IV
INDUK = "pemda"
KELAS = {"II.a": 15, "II.b": 14, "III.a": 12, "III.b": 11, "IV.a": 9, "IV.b": 8}


def unor_id(kunci: str) -> str:
    """An id such as SIASN gives a unit: letters and digits without meaning, never eighteen digits in a row."""
    angka = hashlib.md5(f"unor {kunci}".encode(), usedforsecurity=False).hexdigest().upper()
    return f"{angka[:8]}F{angka[9:16]}E{angka[17:24]}A{angka[25:]}"


@dataclass(frozen=True)
class Sub:
    """A place in the tree of units: an OPD, a bidang, a school."""

    id: str
    nama: str
    unit: str  # kode_opd of the unit of the master it belongs to
    atasan: str | None
    jabatan: str | None = None
    eselon: str | None = None


@dataclass(frozen=True)
class Kursi:
    """A seat that one person at a time holds."""

    kode: str
    nama: str
    unit: str
    eselon: str
    tingkat: str
    sub: Sub
    atasan: str | None = None
    pimpinan: bool = False
    sampai: date | None = None  # abolished on that day


@dataclass
class Sotk:
    """Units and seats of a region."""

    opd: dict[str, Unit]
    sub: dict[str, list[Sub]] = field(default_factory=dict)  # by unit, the unit itself first
    kursi: dict[str, Kursi] = field(default_factory=dict)

    def induk(self, unit: str) -> str:
        """The OPD that answers for a unit."""
        return self.opd[unit].opd

    def kepala(self, opd: str) -> Kursi:
        """The seat of an OPD's head."""
        return self.kursi[f"{opd}-KEPALA"]


def _kepala(unit: Unit) -> tuple[str, str, str]:
    """Title, eselon and level of a unit's head."""
    judul = str(table("sotk")["kepala"].get(unit.kode, f"Kepala {unit.nama}"))
    if unit.jenis == "kecamatan":
        return f"Camat {unit.singkatan}", "III.a", "IIIa"
    if unit.kode == "SETDA":
        return judul, "II.a", "II"
    if unit.jenis == "bagian" or unit.kode in ("RSUD-CAKRA", "RSKIA"):
        return judul, "III.a", "IIIa"
    return judul, "II.b", "II"


def _unit(sotk: Sotk, unit: Unit, *, lengkap: bool) -> None:
    judul, eselon, tingkat = _kepala(unit)
    atas = unor_id(unit.induk) if unit.induk else unor_id(INDUK)
    akar = Sub(unor_id(unit.kode), unit.nama, unit.kode, atas, judul, eselon)
    sotk.sub[unit.kode] = [akar]
    kepala = Kursi(f"{unit.kode}-KEPALA", judul, unit.kode, eselon, tingkat, akar, pimpinan=unit.induk is None)
    sotk.kursi[kepala.kode] = kepala
    for kode, nama, es, level, bawah, sampai in _anak(unit, lengkap=lengkap):
        if bawah:  # leads a unit of its own
            sub = Sub(unor_id(kode), bawah, unit.kode, akar.id, nama, es)
            if sampai is None:
                sotk.sub[unit.kode].append(sub)
        else:
            sub = akar
        sotk.kursi[kode] = Kursi(kode, nama, unit.kode, es, level, sub, kepala.kode, sampai=sampai)


Anak = tuple[str, str, str, str, str | None, date | None]  # code, title, eselon, level, unit it leads, abolished


def _anak(unit: Unit, *, lengkap: bool) -> Iterator[Anak]:
    if unit.kode == "SETDA":
        for n, nama in enumerate(table("sotk")["setda"]["asisten"], start=1):
            yield f"SETDA-ASISTEN-{n}", nama, "II.b", "II", None, None
        for n, nama in enumerate(table("sotk")["setda"]["staf_ahli"], start=1):
            yield f"SETDA-STAFAHLI-{n}", nama, "II.b", "II", None, None
    elif unit.jenis == "kecamatan":
        yield from _kecamatan(unit, lengkap=lengkap)
    elif unit.jenis != "bagian":
        yield from _opd(unit, lengkap=lengkap)


def _kecamatan(unit: Unit, *, lengkap: bool) -> Iterator[Anak]:
    sub = table("sotk")["sub"]
    nama = f"Sekretaris Kecamatan {unit.singkatan}"
    yield f"{unit.kode}-SEKRETARIS", nama, "III.b", "IIIb", f"Sekretariat Kecamatan {unit.singkatan}", None
    if lengkap:
        for n, nama in enumerate(sub["kecamatan_seksi"], start=1):
            yield f"{unit.kode}-SEKSI-{n}", f"Kepala Seksi {nama}", "IV.a", "IV", f"Seksi {nama}", None
        for n, nama in enumerate(sub["kecamatan_bagian"], start=1):
            yield f"{unit.kode}-SUBBAG-{n}", f"Kepala Sub Bagian {nama}", "IV.b", "IV", None, None


def _opd(unit: Unit, *, lengkap: bool) -> Iterator[Anak]:
    bahan = table("sotk")
    pendek = unit.nama.removeprefix("Dinas ").removeprefix("Badan ")
    if unit.kode != "SETWAN":
        nama = "Sekretaris Inspektorat" if unit.jenis == "inspektorat" else f"Sekretaris {unit.nama}"
        yield f"{unit.kode}-SEKRETARIS", nama, "III.a", "IIIa", f"Sekretariat {pendek}", None
    for n, bidang in enumerate(bahan["bidang"].get(unit.kode, ()), start=1):
        eselon, tingkat = ("III.a", "IIIa") if unit.kode in ("SETWAN", "INSPEKTORAT") else ("III.b", "IIIb")
        judul = bidang if bidang.startswith(("Kepala", "Inspektur")) else f"Kepala Bidang {bidang}"
        sub = judul.removeprefix("Kepala ")
        yield f"{unit.kode}-BIDANG-{n}", judul, eselon, tingkat, sub, None
        for m, kerja in enumerate(bahan["sub"]["seksi"], start=1) if lengkap and judul != bidang else ():
            nama = f"{kerja} {bidang}"
            yield f"{unit.kode}-SEKSI-{n}{m}", f"Kepala Seksi {nama}", "IV.a", "IV", f"Seksi {nama}", PENYETARAAN
    if lengkap and bahan["bidang"].get(unit.kode):
        for n, nama in enumerate(bahan["sub"]["bagian"], start=1):
            yield f"{unit.kode}-SUBBAG-{n}", f"Kepala Sub Bagian {nama}", "IV.a", "IV", f"Sub Bagian {nama}", None


def organisation(pemda: Pemda, asn: int) -> Sotk:
    """Units and seats of a region with so many people."""
    units = {u.kode: u for u in sorted(pemda.units, key=lambda u: u.mulai)}  # the later of two under one code stands
    sotk = Sotk(units)
    for unit in units.values():
        _unit(sotk, unit, lengkap=asn >= LENGKAP)
    for kode, jumlah, nama in _layanan(asn):
        akar = sotk.sub[kode][0]
        for n in range(1, jumlah + 1):
            judul = nama.format(n=n)
            sotk.sub[kode].append(Sub(unor_id(f"{kode} {judul}"), judul, kode, akar.id))
    return sotk


def _layanan(asn: int) -> Iterator[tuple[str, int, str]]:
    """Schools and puskesmas, in proportion to the people."""
    bagian = min(1.0, asn / 9_500)
    yield "DISDIK", max(3, round(230 * bagian)), "SD Negeri Contoh {n}"
    yield "DISDIK", max(2, round(60 * bagian)), "SMP Negeri Contoh {n}"
    yield "DINKES", max(2, round(30 * bagian)), "UPTD Puskesmas Contoh {n}"


def seats(sotk: Sotk) -> list[tuple[Any, ...]]:
    """The rows of the sheet jabatan: every seat that still stands, and those of merged units."""

    def row(k: Kursi) -> tuple[Any, ...]:
        return (k.kode, k.unit, k.nama, k.eselon, KELAS[k.eselon], k.atasan, "Y" if k.pimpinan else "T")

    return [row(k) for k in sotk.kursi.values() if k.sampai is None]
