"""Whose material this is: the name, logo and colours a pemda puts on slides, sheets and documents."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.catalogue import DATA

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_SAMPLE = "contoh"  # the folder in the workspace where the sample's files are written


@dataclass(frozen=True)
class Brand:
    """The pemda's own marks; status colours are not among them, because they mean the same everywhere."""

    nama: str
    unit: str
    kota: str
    keterangan: str  # printed beside the name, e.g. that a sample pemda is fictional
    utama: str  # "#RRGGBB"
    aksen: str
    fonta: str  # of slides: must be on the computer that shows them
    logo: Path | None  # PNG or SVG
    keterangan_en: str = ""

    def remark(self, lang: str) -> str:
        """What is printed beside the name, in the language of the material where it is known in it."""
        return (self.keterangan_en or self.keterangan) if lang == "en" else self.keterangan


def brand(home: Path | None = None) -> Brand:
    """The brand of data/pemda.toml, overridden key by key by `home`/pemda.toml; raises ValueError for a bad colour.

    A workspace that does not hold the sample is never printed under the fictional pemda's name and mark.
    """
    merged: dict[str, Any] = {}
    logo: Path | None = None
    for folder in (DATA, home):
        path = folder / "pemda.toml" if folder else None
        if path is None or not path.is_file():
            continue
        said = tomllib.loads(path.read_text(encoding="utf-8"))
        if folder == DATA and home is not None and not (home / _SAMPLE).is_dir():
            said = {**said, **said["tanpa_nama"]}
        if "logo" in said:
            logo = path.parent / said["logo"] if said["logo"] else None
        if "keterangan" in said:
            merged.pop("keterangan_en", None)  # the English of another remark
        merged = {**merged, **said, "warna": {**merged.get("warna", {}), **said.get("warna", {})}}
    if logo is not None and not logo.is_file():
        logo = None  # a missing picture must not cost the meeting its slides
    return Brand(
        nama=merged["nama"],
        unit=merged["unit"],
        kota=merged["kota"],
        keterangan=merged.get("keterangan", ""),
        keterangan_en=merged.get("keterangan_en", ""),
        utama=_colour(merged["warna"]["utama"]),
        aksen=_colour(merged["warna"]["aksen"]),
        fonta=merged["fonta"]["slide"],
        logo=logo,
    )


def _colour(value: str) -> str:
    if not _COLOUR.fullmatch(value):
        raise ValueError(f"pemda.toml: {value!r} is not a colour written #RRGGBB")
    return value
