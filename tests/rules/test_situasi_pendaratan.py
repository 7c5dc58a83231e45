"""Situations of the year-end as data: what the SQL must forecast, or why it must not."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.aturan_pendaratan import CARA, Setelan, setelan
from tests.models import pendaratan as made
from tests.models.world import Row, World, hari, pagu

FILE = Path(__file__).parent / "situasi_pendaratan.toml"
SITUASI: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))["situasi"]
THOUSAND = 1000


def _rows(number: int, s: dict[str, Any]) -> dict[str, list[Row]]:
    kode = f"S{number:02d}"
    blank = [[None if p == "" else p for p in percents] for percents in [*s["lalu"], s["kini"]]]
    part = made.running(kode, blank[-1], amount=s.get("pagu", 1000) * THOUSAND)
    if "pagu_baru" in s:
        cut = {"versi": "perubahan", "tgl_berlaku": hari("2026-09-15"), "impor": 2}
        part["pagu"].append(pagu(kode, s["pagu_baru"] * THOUSAND, tahun=made.NOW, **cut))
    for tahun, percents in zip((2024, 2025), blank[:-1], strict=False):
        part["pagu"].append(pagu(kode, made.CEILING, tahun=tahun))
        part["realisasi"] += made.year(kode, tahun, percents)
    return part


@pytest.fixture(scope="module")
def world() -> World:
    return World(made.joined(made.background(), *(_rows(n, s) for n, s in enumerate(SITUASI))))


def _thousands(row: Row, *names: str) -> list[Decimal]:
    return [row[name] / THOUSAND for name in names]


@pytest.mark.parametrize(("number", "s"), list(enumerate(SITUASI)), ids=[s["nama"] for s in SITUASI])
def test_the_sql_says_what_the_situation_says(world: World, number: int, s: dict[str, Any]) -> None:
    row = made.landing(world, f"S{number:02d}", bulan=s.get("bulan", made.MONTH))
    assert row["alasan"] == s.get("alasan")
    ends = ("pendaratan_bawah", "pendaratan", "pendaratan_atas")
    if "alasan" in s:
        assert [row[name] for name in (*ends, "silpa", "luar_pola")] == [None] * 5, "never a bare number"
    else:
        assert _thousands(row, *ends) == s["rentang"]
    if "silpa" in s:
        assert _thousands(row, "silpa_bawah", "silpa", "silpa_atas") == s["silpa"]
    if "perlu" in s:
        assert row["perlu_per_bulan"] == s["perlu"] * THOUSAND
    if "terbaik" in s:
        assert [row["terbaik"] / THOUSAND, row["terbaik_tahun"], row["terbaik_bulan"]] == s["terbaik"]
    for name in ("melebihi", "luar_pola", "n_tahun"):
        if name in s:
            assert row["melebihi_terbaik" if name == "melebihi" else name] == s[name]


def test_nothing_of_all_this_breaks_the_check(world: World) -> None:
    assert world.checks("pendaratan_tidak_cocok") == {}


def test_every_setting_carries_its_basis() -> None:
    for one in setelan().values():
        assert one.dasar.id
        assert one.dasar.en
        assert one.tag == "X", "no regulation says how to forecast"
    assert int(setelan()["cara"].nilai) in CARA


@pytest.mark.parametrize(
    ("kunci", "nilai"),
    [("cara", 3), ("rentang_bawah", 0), ("rentang_atas", 100), ("tahun_paling_banyak", 0),
     ("galat_paling_sedikit", "2.5"), ("luar_pola", 0), ("lain", 1)],
)  # fmt: skip
def test_a_setting_that_makes_no_sense_is_refused(kunci: str, nilai: Any) -> None:
    body = {"kunci": kunci, "nilai": nilai, "berlaku": hari("2026-01-01"), "dasar": {"id": "x", "en": "x"}, "tag": "X"}
    with pytest.raises(ValueError, match=r".+"):
        Setelan.model_validate(body)
