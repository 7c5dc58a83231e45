"""The facts that rules may speak of: their unit, what they are called and where they come from (data/fakta.toml)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from pipelines.berlaku import Both, Strict
from pipelines.catalogue import toml

Satuan = Literal[
    "teks", "kode", "status", "ya", "rupiah", "persen", "poin", "bulat", "hari", "bulan", "tanggal",
    "janji",  # measure|value|indicator
]  # fmt: skip
Dari = Literal[
    "pandangan", "papan",
    "fakta_deret", "fakta_sub", "fakta_paket", "fakta_target", "fakta_iku", "fakta_orang", "fakta_masa",
    "fakta_pejabat", "fakta_rapat",
]  # fmt: skip
NUMBERS = ("rupiah", "persen", "poin", "bulat", "hari")
WORDS = ("teks", "kode", "status")


class Fakta(Strict):
    """One fact: missing where nobody knows it, never nought."""

    satuan: Satuan
    dari: Dari
    label: Both
    pilihan: tuple[str, ...] = ()  # all that it can say
    kata: str | None = None  # the beginning of the key of its words


class Bukti(Strict):
    """A page that may be evidence: its parts, and the parameters that a fact may fill."""

    bagian: tuple[str, ...] = Field(default=())
    isi: tuple[str, ...] = Field(default=())


@cache
def fakta() -> dict[str, Fakta]:
    """The declared facts by id."""
    return {name: Fakta.model_validate(body) for name, body in toml("fakta")["fakta"].items()}


@cache
def bukti() -> dict[str, Bukti]:
    """The pages that a sentence may lead to, by name."""
    return {name: Bukti.model_validate(body) for name, body in toml("fakta")["bukti"].items()}
