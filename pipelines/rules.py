"""The numbers of regulations, typed and dated: data/aturan -> the rows the SQL judges by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any, Literal, Self

import pyarrow as pa
from pydantic import Field, model_validator

from pipelines import aturan_jabatan, aturan_pendaratan, aturan_rapat, aturan_target, satuan, tabel_kinerja, wilayah
from pipelines.berlaku import Both, Dated, Strict, as_columns, distinct_dates, ends
from pipelines.catalogue import toml

Warna = Literal["merah", "oranye", "kuning", "hijau", "biru"]
Ukuran = Literal["rasio_target", "deviasi_poin", "persen_bulanan", "capaian"]
URUTAN: dict[str, int] = {"merah": 1, "oranye": 2, "kuning": 3, "hijau": 4, "biru": 5}  # worst first
EVERY_MONTH = range(1, 13)

_BATAS = pa.decimal128(9, 4)
SCHEMAS: dict[str, pa.Schema] = {
    "aturan": pa.schema([
        ("profil", pa.string()), ("ukuran", pa.string()), ("bulan", pa.int8()), ("batas_bawah", _BATAS),
        ("batas_atas", _BATAS), ("warna", pa.string()), ("aturan_id", pa.string()), ("dasar_hukum", pa.string()),
        ("dasar_hukum_en", pa.string()), ("tag", pa.string()), ("berlaku_mulai", pa.date32()),
        ("berlaku_sampai", pa.date32()), ("label_id", pa.string()), ("label_en", pa.string()),
        ("rumus_id", pa.string()), ("rumus_en", pa.string()),
    ]),
    "target_tabel": pa.schema([
        ("aturan_id", pa.string()), ("bulan", pa.int8()), ("target_persen", _BATAS), ("dasar_hukum", pa.string()),
        ("dasar_hukum_en", pa.string()), ("tag", pa.string()), ("berlaku_mulai", pa.date32()),
        ("berlaku_sampai", pa.date32()),
    ]),
    "nomenklatur": pa.schema([("dimensi", pa.string()), ("kode", pa.string()), ("nama", pa.string())]),
    **tabel_kinerja.SCHEMAS,
    **aturan_jabatan.SCHEMAS,
    **aturan_target.SCHEMAS,
    **aturan_pendaratan.SCHEMAS,
    **aturan_rapat.SCHEMAS,
    **satuan.SCHEMAS,
    **wilayah.SCHEMAS,
}  # fmt: skip


class Pita(Strict):
    """One band: from `bawah` (included) to `atas` (not included); None is without end."""

    warna: Warna
    bawah: Decimal | None = None
    atas: Decimal | None = None


class Bands(Dated):
    """The bands of a profile from a date on: one list for every month, or two edges a month."""

    pita: tuple[Pita, ...] = ()
    batas: tuple[tuple[Decimal, Decimal], ...] = ()  # by month: lower edge of kuning, lower edge of hijau
    tercetak: tuple[int, ...] = ()  # months whose edges the source prints; the others are interpolated

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if bool(self.pita) == bool(self.batas) or len(self.batas) not in (0, 12):
            raise ValueError("a value has either `pita` or twelve `batas`")
        wrong = [fault for _, bands in self.months() for fault in faults(bands)]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

    def months(self) -> Iterator[tuple[int | None, tuple[Pita, ...]]]:
        """The bands of each month; month None stands for every month."""
        if self.pita:
            yield None, self.pita
        for month, (kuning, hijau) in zip(EVERY_MONTH, self.batas, strict=False):
            middle = (Pita(warna="kuning", bawah=kuning, atas=hijau),) if kuning != hijau else ()
            yield month, (Pita(warna="merah", atas=kuning), *middle, Pita(warna="hijau", bawah=hijau))


class Profil(Strict):
    """A way to judge: what is measured, and its bands by date."""

    ukuran: Ukuran
    label: Both
    rumus: Both
    nilai: tuple[Bands, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _dates(self) -> Self:
        distinct_dates(self.nilai)
        return self


class Persen(Dated):
    """Twelve cumulative targets in percent."""

    persen: tuple[Decimal, ...] = Field(min_length=12, max_length=12)

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if list(self.persen) != sorted(self.persen) or not 0 <= self.persen[0] <= self.persen[-1] <= 100:
            raise ValueError("a cumulative target never falls and stays within 0..100")
        return self


class TargetTable(Strict):
    """The month table that stands in where a unit has neither a cash plan nor a letter."""

    label: Both
    nilai: tuple[Persen, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _dates(self) -> Self:
        distinct_dates(self.nilai)
        return self


def faults(bands: Sequence[Pita]) -> list[str]:
    """What is wrong with a list of bands: gaps, overlaps, order of edges or colours, ends that are closed."""
    if not bands:
        return ["no band"]
    wrong = []
    if bands[0].bawah is not None or bands[-1].atas is not None:
        wrong.append("the lowest band must be open below and the highest open above")
    for band in bands:
        if band.bawah is not None and band.atas is not None and band.bawah >= band.atas:
            wrong.append(f"{band.warna}: {band.bawah} is not below {band.atas}")
    for low, high in pairwise(bands):
        if low.atas is None or high.bawah is None:
            wrong.append(f"{low.warna} and {high.warna} overlap: an edge between them is missing")
        elif low.atas != high.bawah:
            kind = "a gap" if low.atas < high.bawah else "an overlap"
            wrong.append(f"{kind} between {low.warna} (to {low.atas}) and {high.warna} (from {high.bawah})")
        if URUTAN[low.warna] >= URUTAN[high.warna]:
            wrong.append(f"{high.warna} stands above {low.warna}: bands go from worst to best")
    return wrong


@cache
def profiles() -> dict[str, Profil]:
    """The built-in profiles by id."""
    return {name: Profil.model_validate(body) for name, body in toml("aturan/rapor").items()}


@cache
def target_table() -> TargetTable:
    """The built-in month table of cumulative targets."""
    return TargetTable.model_validate(toml("aturan/target_bulanan")["serapan"])


def _band_rows() -> Iterator[dict[str, Any]]:
    for name, profil in profiles().items():
        words = {f"{k}_{lang}": getattr(getattr(profil, k), lang) for k in ("label", "rumus") for lang in ("id", "en")}
        for value, end in zip(profil.nilai, ends(profil.nilai), strict=True):
            for month, bands in value.months():
                shared = as_columns(name, value, end) | words
                shared["tag"] = "C2" if month in value.tercetak else value.tag
                for band in bands:
                    edges = {"bulan": month, "batas_bawah": band.bawah, "batas_atas": band.atas, "warna": band.warna}
                    yield {"profil": name, "ukuran": profil.ukuran, **edges, **shared}


def _target_rows() -> Iterator[dict[str, Any]]:
    values = target_table().nilai
    for value, end in zip(values, ends(values), strict=True):
        for month, percent in zip(EVERY_MONTH, value.persen, strict=True):
            yield {"bulan": month, "target_persen": percent, **as_columns("target-bulanan", value, end)}


def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of every raw table that comes from data/aturan, by table name; columns as in SCHEMAS."""
    names = toml("aturan/nomenklatur")
    return {
        "aturan": list(_band_rows()),
        "target_tabel": list(_target_rows()),
        "nomenklatur": [{"dimensi": d, "kode": k, "nama": n} for d, codes in names.items() for k, n in codes.items()],
        **tabel_kinerja.rows(),
        **aturan_jabatan.rows(),
        **aturan_target.rows(),
        **aturan_pendaratan.rows(),
        **aturan_rapat.rows(),
        **satuan.rows(),
        **wilayah.rows(),
    }


def _arrow(name: str, records: list[dict[str, Any]]) -> pa.Table:
    schema = SCHEMAS[name]
    exact = {f.name: f.type for f in schema if pa.types.is_decimal(f.type)}
    return pa.Table.from_pylist(
        [{k: (_scaled(v) if k in exact and v is not None else v) for k, v in r.items()} for r in records],
        schema=schema,
    )


def _scaled(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.0001"))


def tables() -> dict[str, pa.Table]:
    """The same as arrow tables: load each as raw.<name>."""
    return {name: _arrow(name, records) for name, records in rows().items()}
