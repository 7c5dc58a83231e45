"""Situations as data: what a rule says of an OPD in a month, to the sen."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.models.world import Row, World, opd, pagu, rak, realisasi

SITUASI = tomllib.loads((Path(__file__).parent / "situasi.toml").read_text("utf-8"), parse_float=Decimal)["situasi"]
LEBONG = [(None, -30, "merah"), (-30, -20, "kuning"), (-20, -10, "hijau"), (-10, None, "biru")]


def _rows(number: int, s: dict[str, Any]) -> dict[str, list[Row]]:
    """Each situation is an OPD of its own."""
    kode, bulan = f"S{number:02d}", s["bulan"]
    rows: dict[str, list[Row]] = {"opd": [opd(kode)], "pagu": [pagu(kode, s["pagu"])]}
    if "pagu_kemudian" in s:
        rows["pagu"].append(pagu(kode, s["pagu_kemudian"], versi="perubahan", tgl_berlaku=s["tgl_perubahan"], impor=2))
    if "rak" in s:
        later = s.get("rak_setahun", 0)
        rows["rak"] = rak(kode, [s["rak"], *[0] * 10, later])
    if "surat" in s:
        rows["target_serapan"] = [
            {
                "tahun": 2026,
                "bulan": bulan,
                "kode_opd": kode,
                "target_persen": s["surat"],
                "dasar_hukum": "Surat uji 1/2026",
            }
        ]
    if "realisasi" in s:
        rows["realisasi"] = [realisasi(kode, bulan, s["realisasi"])]
    return rows


@pytest.fixture(scope="module")
def world() -> World:
    rows: dict[str, list[Row]] = {}
    for number, situasi in enumerate(SITUASI):
        for table, body in _rows(number, situasi).items():
            rows.setdefault(table, []).extend(body)
    rows["aturan_rapor"] = [
        {"profil": "lebong", "ukuran": "deviasi_poin", "batas_bawah": low, "batas_atas": high, "warna": warna,
         "dasar_hukum": "Rapor Kabupaten Lebong 2023", "berlaku_mulai": date(2023, 1, 1)}
        for low, high, warna in LEBONG
    ]  # fmt: skip
    return World(rows)


@pytest.mark.parametrize(("number", "situasi"), list(enumerate(SITUASI)), ids=[s["nama"] for s in SITUASI])
def test_situation(world: World, number: int, situasi: dict[str, Any]) -> None:
    sql = "select * from app.rapor where kode_opd = ? and bulan = ? and profil = ? and cakupan = 'semua'"
    rows = world.run(sql, [f"S{number:02d}", situasi["bulan"], situasi["profil"]])
    assert len(rows) == 1
    row = rows[0]
    assert row["warna"] == situasi["warna"]
    assert row["alasan"] == situasi.get("alasan")
    assert row["warna_berikut"] == situasi.get("berikut")
    assert row["kurang_rupiah"] == (Decimal(str(situasi["kurang"])) if "kurang" in situasi else None)
    if "nilai" in situasi:
        assert round(Decimal(str(row["nilai"])), 2) == round(Decimal(str(situasi["nilai"])), 2)
    else:
        assert row["nilai"] is None
    assert row["dasar_hukum"]
    if "sumber" in situasi:
        source = world.run(
            "select sumber_target, target_dasar from app.opd_bulan "
            "where kode_opd = ? and bulan = ? and cakupan = 'semua'",
            [f"S{number:02d}", situasi["bulan"]],
        )[0]
        assert source["sumber_target"] == situasi["sumber"]
        assert (source["target_dasar"] is None) == (situasi["sumber"] == "rak")


def test_the_missing_amount_is_exactly_enough(world: World) -> None:
    """Spending the amount that is missing, and not a sen less, reaches the next colour."""
    sql = (
        "select pembilang, penyebut, kurang_rupiah, min(p.batas_bawah) as batas "
        "from app.rapor as r inner join core.pita as p "
        "on r.aturan_id = p.aturan_id and r.warna_berikut = p.warna and (p.bulan is null or p.bulan = r.bulan) "
        "where kurang_rupiah is not null group by all"
    )
    rows = world.run(sql)
    assert len(rows) > 10
    for row in rows:
        reached, sen = row["pembilang"] + row["kurang_rupiah"], Decimal("0.01")
        assert reached * 100 >= row["batas"] * row["penyebut"]
        assert (reached - sen) * 100 < row["batas"] * row["penyebut"]
