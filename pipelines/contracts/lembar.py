"""How contracts are laid out as sheets that people fill in: which workbook, which columns, which rows are the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pipelines.catalogue import toml
from pipelines.contracts.anggaran import Fisik, Pagu, Paket, Rak, Realisasi
from pipelines.contracts.base import Baris, Cell, columns, required
from pipelines.contracts.kepegawaian import (
    DisiplinDiklat,
    Orang,
    Padanan,
    Pegawai,
    Pengecualian,
    RiwayatJabatan,
)
from pipelines.contracts.master import AturanRapor, Jabatan, Opd, TargetSerapan
from pipelines.contracts.rapat import CATATAN
from pipelines.contracts.skp import PredikatOrganisasi, Skp, SkpIndikator
from pipelines.contracts.target import (
    IndikatorWilayah,
    PkIndikator,
    PkRealisasi,
    SeratusHari,
    SkalaPredikat,
    TargetDaerah,
    Tim,
    TimAnggota,
)

WORKBOOKS: dict[str, dict[str, type[Baris]]] = {
    "01_master": {
        "opd": Opd,
        "jabatan": Jabatan,
        "aturan_rapor": AturanRapor,
        "target_serapan": TargetSerapan,
    },
    "02_anggaran": {"pagu": Pagu, "rak": Rak, "realisasi": Realisasi, "fisik": Fisik, "paket": Paket},
    "03_kinerja": {
        "target_daerah": TargetDaerah,
        "pk_indikator": PkIndikator,
        "pk_realisasi": PkRealisasi,
        "skala_predikat": SkalaPredikat,
        "tim": Tim,
        "tim_anggota": TimAnggota,
        "seratus_hari": SeratusHari,
        "indikator_wilayah": IndikatorWilayah,
        "predikat_organisasi": PredikatOrganisasi,
    },
    "04_kepegawaian": {
        "pegawai": Pegawai,
        "riwayat_jabatan": RiwayatJabatan,
        "skp": Skp,
        "skp_indikator": SkpIndikator,
        "predikat_organisasi": PredikatOrganisasi,
        "disiplin_diklat": DisiplinDiklat,
        "pengecualian": Pengecualian,
        "padanan": Padanan,
    },
    "05_rapat": {**CATATAN},
}

# What is asked first on a sheet; the rest follows in the order of the contract.
_WHO = ("nip", "nama")
_FIRST = ("tahun", "bulan", "basis", "tahap", "versi", "tgl_berlaku", "tgl_posisi")

# Columns that say something about a row without naming it: two rows that differ only here are one row.
_VALUES = {
    "pagu": ("pagu",),
    "rak": ("rak",),
    "realisasi": ("realisasi", "tgl_posisi"),
    "fisik": ("target_fisik", "real_fisik", "bobot"),
}
# A second band with the same lower edge would make the colour a matter of luck.
_BAND = ("profil", "ukuran", "bulan", "batas_bawah", "berlaku_mulai")


@dataclass(frozen=True)
class Column:
    """One column of a sheet: its header, what it holds and whether every row must fill it."""

    name: str
    cell: Cell
    wajib: bool
    field: str  # the contract's column it fills
    bulan: int | None = None  # the month a wide column stands for


@dataclass(frozen=True)
class Lembar:
    """One sheet: its name (also the contract's), its columns and the columns that name a row."""

    name: str
    contract: type[Baris]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    wide: bool = False  # twelve month columns instead of `bulan` and a value

    @property
    def required(self) -> tuple[str, ...]:
        """The headers without which no row of the sheet can be read."""
        return tuple(column.name for column in self.columns if column.wajib)


def _ordered(contract: type[Baris], *, internal: bool = False) -> list[Column]:
    must = required(contract)
    if issubclass(contract, Orang) and not issubclass(contract, Pegawai):
        must = ("nip", *must)  # blank in the table only where a number ate its last digits; non-ASN staff have none
    listed = [
        Column(name, cell, name in must, name)
        for name, cell in columns(contract).items()
        if internal or not cell.internal
    ]
    person = issubclass(contract, Orang)
    rank = {name: i for i, name in enumerate(_WHO if person else _FIRST)}
    if person or "kode_rekening" in columns(contract):
        return sorted(listed, key=lambda column: rank.get(column.name, len(rank)))
    return listed


def _key(name: str, contract: type[Baris], listed: list[Column]) -> tuple[str, ...]:
    if name == "aturan_rapor":
        return _BAND
    if contract.kunci:
        return contract.kunci
    values = _VALUES.get(name, ())
    return tuple(c.field for c in listed if c.field not in values and not c.field.startswith("nama_"))


def _months(listed: list[Column], value: str) -> list[Column]:
    kept = [c for c in listed if c.field not in ("bulan", value)]
    cell = next(c.cell for c in listed if c.field == value)
    return kept + [Column(f"bulan_{n}", cell, wajib=False, field=value, bulan=n) for n in range(1, 13)]


@cache
def lembar(name: str) -> Lembar:
    """The sheet of that name as the templates have it; raises KeyError for a name no workbook has."""
    contract = _contract(name)
    listed = _ordered(contract)
    key = _key(name, contract, listed)
    if name == "rak":
        return Lembar(name, contract, tuple(_months(listed, "rak")), tuple(k for k in key if k != "bulan"), wide=True)
    return Lembar(name, contract, tuple(listed), key)


@cache
def lembar_panjang(name: str) -> Lembar:
    """The same sheet with one row a month, as other systems write it."""
    contract = _contract(name)
    listed = _ordered(contract)
    return Lembar(name, contract, tuple(listed), _key(name, contract, listed))


@cache
def lembar_ekspor(contract: type[Baris], name: str) -> Lembar:
    """A contract as an export of another system fills it: the columns that no template has are there too."""
    listed = [replace(c, wajib=c.wajib and c.field != "nip") for c in _ordered(contract, internal=True)]
    listed = [c for c in listed if c.field != "nip_angka"]
    return Lembar(name, contract, tuple(listed), _key(name, contract, listed))


def examples(name: str) -> list[dict[str, Any]]:
    """The fictional rows a sheet shows, as header -> value; a header that is absent is blank. None without a sheet."""
    return list(toml("templat/contoh").get(name, ()))


def _contract(name: str) -> type[Baris]:
    for sheets in WORKBOOKS.values():
        if name in sheets:
            return sheets[name]
    raise KeyError(name)
