"""The material the sample is made of: nomenclature, accounts, units and spending patterns, from bahan/."""

from __future__ import annotations

import csv
import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "bahan"


@dataclass(frozen=True)
class Sub:
    """One sub kegiatan of the nomenclature, with the pattern its money follows."""

    kode: str
    nama: str
    pola: str
    bobot: int  # share of the unit's money beside the other sub kegiatan


@dataclass(frozen=True)
class Pola:
    """How the money of a sub kegiatan is spread over accounts, and the funds that may carry it."""

    rekening: tuple[tuple[str, int], ...]
    dana: tuple[str, ...]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of bahan/<name>.csv."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@cache
def table(name: str) -> dict[str, Any]:
    """The content of bahan/<name>.toml."""
    with (_FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def document(name: str) -> str:
    """The text of bahan/<name>.md."""
    return (_FOLDER / f"{name}.md").read_text(encoding="utf-8")


@cache
def subs() -> dict[str, Sub]:
    """Every sub kegiatan by code; those of the penunjang template start with X.XX."""
    return {r["kode"]: Sub(r["kode"], r["sub_kegiatan"], r["pola"], int(r["bobot"])) for r in rows("nomenklatur")}


@cache
def pola(name: str) -> Pola:
    """The spending pattern of that name."""
    about = table("pola")[name]
    return Pola(tuple((kode, bobot) for kode, bobot in about["rekening"]), tuple(about["dana"]))


@cache
def _names() -> dict[str, str]:
    names = {r["kode"]: r["nama"] for r in rows("rekening")}
    names |= table("pemda")["urusan"]
    names |= {kode: f"URUSAN PEMERINTAHAN BIDANG {nama}" for kode, nama in table("pemda")["bidang"].items()}
    for r in rows("nomenklatur"):
        names[r["kode"]] = r["sub_kegiatan"]
        if r["kegiatan"]:
            names.setdefault(r["kode"][:12], r["kegiatan"])
        if r["program"]:
            names.setdefault(r["kode"][:7], r["program"])
    return names


@cache
def name(kode: str) -> str:
    """The name of an urusan, bidang, program, kegiatan, sub kegiatan or account; X.XX names serve every bidang."""
    names = _names()
    return names[kode] if kode in names else names["X.XX" + kode[4:]]


def words(key: str) -> dict[str, Any]:
    """A story of the sample: opd, tahun, bulan and its words in both languages."""
    return dict(table("kisah")[key])


def dice(*key: object) -> random.Random:
    """A dice of its own for one thing, so that what is added beside it changes nothing of it."""
    return random.Random(":".join(map(str, key)))  # noqa: S311 - a fixed seed is the point
