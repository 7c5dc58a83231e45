"""An official form as data: what stands in which column; sheet and paper draw the same."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dashboard.figures.figure import Provenance

Isi = Decimal | int | str | None
Satuan = Literal["teks", "tertulis", "angka", "rupiah", "persen"]  # "tertulis" is a number in words: 80-90, WTP
Jenis = Literal["opd", "program", "kegiatan", "sub_kegiatan", "indikator"]


@dataclass(frozen=True)
class Kolom:
    """One column of the form as it is numbered; `bagian` are the cells it is split into, K and Rp."""

    nomor: str  # "5", "13 = 6 + 12"; blank for what stands beside the official columns
    judul: str
    lebar: tuple[float, ...]  # characters, one for each part
    bagian: tuple[str, ...] = ()
    payung: str | None = None  # a heading over this column and its neighbours that name the same one
    tengah: bool = False

    @property
    def luas(self) -> int:
        """How many cells the column has."""
        return len(self.lebar)


@dataclass(frozen=True)
class Sel:
    """A cell: a number stays a number; None is blank, which is never nil."""

    isi: Isi = None
    satuan: Satuan = "teks"


KOSONG = Sel()


@dataclass(frozen=True)
class Baris:
    """One row of the form."""

    jenis: Jenis
    sel: tuple[Sel, ...]


@dataclass(frozen=True)
class Ringkas:
    """A footer row with numbers: its words, then cells by their place, each `luas` cells wide."""

    judul: str
    sel: tuple[tuple[int, Sel], ...]
    luas: int = 1


@dataclass(frozen=True)
class Uraian:
    """A footer row of sentences; without any it is left to be filled in by hand."""

    judul: str
    isi: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tanda:
    """A block to sign; the name only where people are named."""

    judul: str
    jabatan: str
    nama: str | None = None


@dataclass(frozen=True)
class Formulir:
    """One form, filled."""

    nomor: str  # "Formulir E.81"
    lembar: str  # the name of its sheet
    judul: str
    kepala: tuple[str, ...]
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    kertas: Literal["A3", "F4"]
    asal: Provenance
    nama: int = 2  # the cell that names a line
    beku: int = 3  # cells that stay in sight on a screen
    judul_sampai: int = 0  # cells before this one hold the words of a footer row
    ringkas: tuple[Ringkas, ...] = ()
    uraian: tuple[Uraian, ...] = ()
    catatan: tuple[str, ...] = ()
    tanda: tuple[Tanda, ...] = ()
    terbatas: str | None = None  # said where the form names people

    @property
    def lebar(self) -> tuple[float, ...]:
        """The width of every cell of a row."""
        return tuple(one for kolom in self.kolom for one in kolom.lebar)
