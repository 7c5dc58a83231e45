"""Situations of commitments as data: kept or not, what is waited for, and whose the verdict is."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.catalogue import keys
from pipelines.models import TABLES, models
from tests.models.jabatan import dinas, dunia, nip, tugas
from tests.models.rapat import janji, rapat
from tests.models.target import capai, pk
from tests.models.world import Row, World, opd, pagu, rak, realisasi

SITUASI = tomllib.loads((Path(__file__).parent / "situasi_komitmen.toml").read_text("utf-8"))["situasi"]
EACH = pytest.mark.parametrize(("number", "situasi"), list(enumerate(SITUASI)), ids=[s["nama"] for s in SITUASI])


def _who(number: int, letter: str) -> str:
    return nip(number * 99 + ord(letter) - ord("A"))


def _money(kode: str, about: dict[str, Any], usual: int | None) -> dict[str, list[Row]]:
    ceiling = about.get("pagu", usual)
    return {
        "pagu": [] if ceiling is None else [pagu(kode, ceiling)],
        "rak": rak(kode, about.get("rak", [])),
        "realisasi": [realisasi(kode, int(month), spent) for month, spent in about.get("realisasi", {}).items()],
    }


def _rows(number: int, s: dict[str, Any]) -> list[dict[str, list[Row]]]:
    """Each situation is an OPD of its own with, where it says so, a bagian and an indicator."""
    kode = f"S{number:02d}"
    said = dict(s["janji"])
    parts = [dinas(kode), _money(kode, s, 1000)]
    if "bagian" in s:
        parts += [{"opd": [opd(f"{kode}-B", induk_kode_opd=kode)]}, _money(f"{kode}-B", s["bagian"], None)]
    indikator = dict(s.get("indikator", {}))
    if indikator:
        reached = [None if one == "-" else one for one in indikator.pop("triwulan")]
        own = f"{kode}-1"
        parts.append({"pk_indikator": [pk(own, kode, None, **indikator)], "pk_realisasi": capai(own, reached)})
    if said.get("ukuran") == "indikator":
        said.setdefault("kode_indikator", f"{kode}-1")
    if said.pop("bagian", False):
        said["kode_unit"] = f"{kode}-B"
    nilai, tanggal = said.pop("nilai"), said.pop("tanggal").isoformat()
    meeting = f"R{number:02d}"
    parts.append({
        "fisik": [
            {"kode_opd": kode, "tahun": 2026, "bulan": int(month), "real_fisik": percent}
            for month, percent in s.get("fisik", {}).items()
        ],
        "riwayat_jabatan": [
            tugas(
                _who(number, siapa), sejak, sebagai, kode_opd=kode, kode_jabatan=f"{kode}-KEPALA",
                selesai=(*sampai, None)[0],
            )
            for siapa, sebagai, sejak, *sampai in s.get("riwayat", [])
        ],
        "rapat": [rapat(meeting, "2026-01-20")],
        "komitmen": [janji(f"K{number:02d}", meeting, said.pop("kode_opd", kode), nilai, tanggal, **said)],
    })  # fmt: skip
    return parts


@pytest.fixture(scope="module")
def world() -> World:
    """All situations, beside an OPD that reported until October and has an agreement."""
    lain = {
        **dinas("LAIN"), "pagu": [pagu("LAIN", 1000)], "realisasi": [realisasi("LAIN", 10, 500)],
        "pk_indikator": [pk("LAIN-1", "LAIN", None)], "pk_realisasi": capai("LAIN-1", ["90", "90", "90"]),
        "skala_predikat": [{"skala": "opini", "kode": kode, "nilai": n} for kode, n in (("WTP", 4), ("WDP", 3))],
    }  # fmt: skip
    return World(dunia(lain, *(part for n, s in enumerate(SITUASI) for part in _rows(n, s))))


@EACH
def test_the_verdict(world: World, number: int, situasi: dict[str, Any]) -> None:
    (row,) = world.run("select * from app.komitmen where id = ?", [f"K{number:02d}"], opd=["*"])
    assert (row["putusan"], row["sebab"], row["ditunggu"]) == (
        situasi["putusan"], situasi.get("sebab"), situasi.get("ditunggu"),
    )  # fmt: skip
    between = [row["antara_dari"], row["antara_sampai"]]
    assert between == situasi.get("antara", [None, None])
    for name in ("nilai", "kurang"):
        if name in situasi:
            assert round(Decimal(str(row[name])), 6) == Decimal(situasi[name])
    if "kurang_rupiah" in situasi:
        assert row["kurang_rupiah"] == Decimal(situasi["kurang_rupiah"])


def test_every_verdict_and_reason_has_words() -> None:
    for verdict in {s["putusan"] for s in SITUASI}:
        assert f"komitmen.putusan_{verdict.replace(' ', '_')}" in keys()
    texts = {m.name: m.sql for m in models(TABLES)}
    said = "\n".join(texts[name] for name in ("marts.komitmen", "marts.janji_nilai", "core.indikator_sampai"))
    reasons = set(re.findall(r"(?:then|else) '(\w+)'", said))
    reasons -= {"dicabut", "ditepati", "berjalan", "belum_dilaporkan", "percobaan", "naik", "turun"}
    assert {f"komitmen.sebab_{reason}" for reason in reasons} <= keys().keys() and len(reasons) > 12


@EACH
def test_whose_it_is(world: World, number: int, situasi: dict[str, Any]) -> None:
    if "orang" not in situasi:
        return
    sql = "select n.nip, k.peran, k.hasil, k.dihitung from app.komitmen_orang as k inner join core.orang_nip as n on k.orang_id = n.orang_id where id = ? order by k.peran"  # noqa: E501
    found = [list(row.values()) for row in world.run(sql, [f"K{number:02d}"], opd=["*"])]
    assert found == [[_who(number, one), *rest] for one, *rest in situasi["orang"]]
