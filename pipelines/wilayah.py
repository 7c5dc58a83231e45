"""Codes of areas: BPS and Kemendagri number them apart; and which area a pemda is itself."""

from __future__ import annotations

import csv
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipelines.aturan_jabatan import SAMPLE
from pipelines.catalogue import DATA, toml
from pipelines.intake.regions import region
from pipelines.trouble import Trouble

NATION = "1000"
SCHEMAS: dict[str, pa.Schema] = {
    "wilayah": pa.schema(
        [(name, pa.string()) for name in ("kode", "kode_lama", "kode_kemendagri", "nama")],
    ),
}
PEMDA = pa.schema([("kode_wilayah", pa.string())])

_CODE = re.compile(r"\d{4}")


@cache
def areas() -> tuple[dict[str, str], ...]:
    """The nation, its provinces and their kabupaten and kota, by their codes of both, of BPS also before, and name."""
    with (DATA / "geo" / "wilayah.csv").open(newline="", encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of raw.wilayah; columns as in SCHEMAS."""
    listed = [
        {
            "kode": one["kode_bps"],
            "kode_lama": one["kode_bps_lama"] or None,
            "kode_kemendagri": one["kode_kemendagri"] or None,
            "nama": one["nama"],
        }
        for one in areas()
    ]
    return {"wilayah": listed}


def own_code(home: Path) -> str | None:
    """The BPS code of the pemda: `kode_bps` of its pemda.toml, else of the area of its name; None where unknown.

    Raises Trouble for a code that is none.
    """
    path = home / "pemda.toml"
    said = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if not said.keys() & {"kode_bps", "nama"} and (home / SAMPLE).is_dir():
        said = toml("pemda")
    if "kode_bps" in said:
        code = str(said["kode_bps"])
        if not _CODE.fullmatch(code):
            raise Trouble("perintah.pemda_rusak", path=path, sebab=f"kode_bps = {code}")
        return next((one["kode_bps"] for one in areas() if one["kode_bps_lama"] == code), code)
    return _named(str(said.get("nama", "")))


def pemda(home: Path) -> pa.Table:
    """The row of raw.pemda: which area the pemda is; no row where nobody said so."""
    code = own_code(home)
    return pa.Table.from_pylist([{"kode_wilayah": code}] if code else [], schema=PEMDA)


def _named(name: str) -> str | None:
    """The one area of that name, kind and all."""
    wanted = region([name])
    found = [one["kode_bps"] for one in areas() if wanted and region([_kind(one)]) == wanted]
    return found[0] if len(found) == 1 else None


def _kind(one: dict[str, str]) -> str:
    return f"Provinsi {one['nama']}" if one["kode_bps"].endswith("00") else one["nama"]
