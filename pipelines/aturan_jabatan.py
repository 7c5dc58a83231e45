"""Numbers of regulations about posts, words that name posts, and the spans in which replacing needs approval."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
from pydantic import Field, model_validator

from pipelines.berlaku import COLUMNS, Both, Dated, Strict, as_columns, distinct_dates, ends
from pipelines.bulan_kalender import akhir_masa_awal, mulai_larangan
from pipelines.catalogue import toml
from pipelines.trouble import Trouble

SAMPLE = "contoh"  # the folder in the workspace where the sample's files are written
ALWAYS = date(9999, 12, 31)
SCHEMAS: dict[str, pa.Schema] = {
    "aturan_jabatan": pa.schema([
        ("kunci", pa.string()), ("nilai", pa.int32()), ("satuan", pa.string()), ("tingkat", pa.string()), *COLUMNS,
    ]),
    "kata_jabatan": pa.schema([
        ("jenis", pa.string()), ("kata", pa.string()), ("arti", pa.string()), ("urutan", pa.int32()),
    ]),
}  # fmt: skip
LARANGAN = pa.schema([
    ("jenis", pa.string()), ("mulai", pa.date32()), ("sampai", pa.date32()), ("aturan_id", pa.string()),
    ("dasar_hukum", pa.string()), ("dasar_hukum_en", pa.string()), ("tag", pa.string()),
])  # fmt: skip


class Angka(Dated):
    """One number of a regulation: so many calendar months, days, times or people."""

    nilai: int = Field(ge=0)
    satuan: Literal["bulan", "hari", "kali", "orang", "jabatan"]
    tingkat: Literal["perhatian", "info"]


class Pilkada(Strict):
    """One regional election of the pemda; what is not known yet is left out."""

    penetapan: date | None = None  # candidates are fixed
    akhir_masa: date | None = None  # the term of the head then in office ends
    pelantikan: date | None = None  # the elected head is inaugurated

    @model_validator(mode="after")
    def _in_order(self) -> Pilkada:
        if self.penetapan and self.akhir_masa and self.akhir_masa <= self.penetapan:
            raise ValueError("`akhir_masa` must come after `penetapan`")
        return self


class _Window(Strict):
    dasar: Both
    tag: str


@cache
def angka() -> dict[str, tuple[Angka, ...]]:
    """The dated numbers by key; raises ValueError where two values of one key share a date."""
    dated = {k: v for k, v in toml("aturan/jabatan").items() if isinstance(v, list)}
    found = {key: tuple(Angka.model_validate(value) for value in values) for key, values in dated.items()}
    for values in found.values():
        distinct_dates(values)
    return found


def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of raw.aturan_jabatan and raw.kata_jabatan; columns as in SCHEMAS."""
    return {"aturan_jabatan": list(_angka_rows()), "kata_jabatan": list(_kata_rows())}


def _angka_rows() -> Iterator[dict[str, Any]]:
    for key, values in angka().items():
        for value, end in zip(values, ends(values), strict=True):
            name = key.replace("_", "-")
            own = {"kunci": key, "nilai": value.nilai, "satuan": value.satuan, "tingkat": value.tingkat}
            yield own | as_columns(name, value, end)


def _kata_rows() -> Iterator[dict[str, Any]]:
    said = toml("aturan/jabatan")
    lists = [
        *((tingkat, "jenjang", words) for tingkat, words in said["jenjang"].items()),
        *((tingkat, "penyetaraan", [word]) for tingkat, word in said["penyetaraan"].items()),
        ("", "bukan_rotasi", said["bukan_rotasi"]["cara"]),
        ("", "pindah", said["pindah"]["cara"]),
        ("", "pimpinan", said["pimpinan"]["pola"]),
        ("", "pimpinan_unit", said["pimpinan_unit"]["pola"]),
        ("", "tidak_aktif", said["tidak_aktif"]["pola"]),
        ("", "umum", [name.replace(" ", "") for name in said["umum"]["nama"]]),
    ]
    for meaning, kind, words in lists:
        for order, word in enumerate(words, 1):
            yield {"jenis": kind, "kata": word, "arti": meaning or None, "urutan": order}
    for kind in ("hasil_cara", "padanan"):
        for name, number in said[kind].items():
            yield {"jenis": kind, "kata": name, "arti": None, "urutan": number}


def pilkada(said: Mapping[str, Any]) -> tuple[Pilkada, ...]:
    """The elections a pemda.toml names; raises ValueError for what cannot be one."""
    return tuple(Pilkada.model_validate(one) for one in said.get("pilkada", ()))


def pilkada_of(home: Path) -> tuple[Pilkada, ...]:
    """The elections of a workspace: of its own pemda.toml, else of the fictional pemda where it holds the sample."""
    own = home / "pemda.toml"
    said = tomllib.loads(own.read_text(encoding="utf-8")) if own.is_file() else {}
    if "pilkada" not in said and (home / SAMPLE).is_dir():
        said = toml("pemda")
    try:
        return pilkada(said)
    except ValueError as error:
        raise Trouble("perintah.pemda_rusak", path=own, sebab=error) from error


def larangan(elections: Iterable[Pilkada]) -> pa.Table:
    """The spans of days, half-open, in which a replacement needs approval; one without a known end runs on."""
    return pa.Table.from_pylist([row for one in elections for row in _windows(one)], schema=LARANGAN)


def _windows(one: Pilkada) -> Iterator[dict[str, Any]]:
    if one.penetapan:
        end = one.akhir_masa + timedelta(days=1) if one.akhir_masa else one.pelantikan or ALWAYS
        yield {**_window("penetapan_paslon", one.penetapan), "mulai": mulai_larangan(one.penetapan), "sampai": end}
    if one.pelantikan:
        end = akhir_masa_awal(one.pelantikan)
        yield {**_window("pelantikan", one.pelantikan), "mulai": one.pelantikan, "sampai": end}


def _window(kind: str, day: date) -> dict[str, Any]:
    said = toml("aturan/pilkada")[kind]
    basis = _Window.model_validate({key: said[key] for key in ("dasar", "tag")})
    return {
        "jenis": kind,
        "aturan_id": f"larangan-{kind.replace('_', '-')}@{day:%Y-%m-%d}",
        "dasar_hukum": basis.dasar.id,
        "dasar_hukum_en": basis.dasar.en,
        "tag": basis.tag,
    }
