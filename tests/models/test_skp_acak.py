"""SKP in random worlds: counts add up, the order of rows is nothing, formula and SQL agree."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines import kinerja
from pipelines.capaian import capaian
from tests.models.test_skp import jabatan, nip, pegawai
from tests.models.world import Row, World, hari, opd, skp

PREDIKAT = ("n_sangat_baik", "n_baik", "n_butuh_perbaikan", "n_kurang", "n_sangat_kurang", "n_tanpa_predikat")

PERSON = st.fixed_dictionaries({
    "unit": st.sampled_from(["A", "B"]),
    "jenis": st.sampled_from(["PNS", "PPPK", "CPNS", "non-ASN", None]),
    "pindah": st.sampled_from([None, "A", "B"]),
    "predikat": st.sampled_from(["Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang", None]),
    "hasil": st.sampled_from(["di atas ekspektasi", "sesuai ekspektasi", None]),
    "skp": st.sampled_from(["plan", "rated", "both", "none", "plt"]),
    "kecuali": st.booleans(),
    "kedua": st.sampled_from([None, "A", "B"]),
    "ulang": st.sampled_from([None, "Baik", "Kurang"]),
})  # fmt: skip


def _told(people: list[dict[str, Any]]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {
        "opd": [opd("A"), opd("B")],
        "pegawai": [],
        "skp": [],
        "pengecualian": [],
        "riwayat_jabatan": [],
    }
    for number, p in enumerate(people):
        nomor, unit = str(901 + number), p["unit"]
        if p["jenis"]:
            rows["pegawai"].append(pegawai(nomor, unit, jenis=p["jenis"]))
        if p["pindah"]:
            rows["riwayat_jabatan"].append(jabatan(nomor, p["pindah"], "2025-09-15"))
        plan = skp(
            nomor, unit, tahun=2025, predikat=None, status="PERSETUJUAN", id_sumber=f"s{nomor}", plt=p["skp"] == "plt"
        )
        rated = skp(
            nomor, unit, tahun=2025, predikat=p["predikat"], hasil_kerja=p["hasil"], id_sumber=f"s{nomor}", impor=2
        )
        rows["skp"] += [plan] if p["skp"] in ("plan", "both", "plt") else []
        rows["skp"] += [rated] if p["skp"] in ("rated", "both") else []
        if p["kedua"]:
            days = {"mulai": hari("2025-07-01"), "selesai": hari("2025-12-31")}
            rows["skp"].append(
                skp(nomor, p["kedua"], tahun=2025, predikat=None, status="DRAFT", id_sumber=f"t{nomor}", **days)
            )
        if p["ulang"]:
            rows["skp"].append(skp(nomor, unit, tahun=2025, predikat=p["ulang"], impor=3))
        if p["kecuali"]:
            rows["pengecualian"].append(
                {"nip": nip(nomor), "alasan": "lainnya", "mulai": hari("2025-12-01"), "baris": 1}
            )
    return rows


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PERSON, min_size=1, max_size=25), st.randoms(use_true_random=False))
def test_counts_add_up_and_the_order_of_the_rows_changes_nothing(
    people: list[dict[str, Any]], luck: random.Random
) -> None:
    world = World(_told(people))
    for row in world.run("select * from marts.skp"):
        assert row["n_wajib"] + row["n_dikecualikan"] == row["n_pegawai"]
        if row["n_dinilai"] is not None:
            assert sum(row[name] for name in PREDIKAT) == row["n_dinilai"]
            assert row["n_dinilai"] <= row["n_disetujui"] <= row["n_disusun"] <= row["n_wajib"]
    assert len(world.table("marts.skp_wajib", "orang_id")) == len(set(world.table("marts.skp_wajib", "orang_id")))
    assert world.checks("skp_kembar", "skp_dinilai_melebihi_wajib") == {}
    shuffled = _told(people)
    for body in shuffled.values():
        luck.shuffle(body)
    again = World(shuffled)
    for table in ("marts.skp", "marts.skp_wajib", "marts.skp_orang", "marts.skp_dikecualikan"):
        assert again.run(f"from {table} order by all") == world.run(f"from {table} order by all")


NUMBER = st.decimals(0, 10_000, places=2)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(["naik", "turun"]), NUMBER, NUMBER, NUMBER), min_size=10, max_size=60))
def test_the_formula_and_the_sql_agree_on_any_indicator(drawn: list[tuple[Any, ...]]) -> None:
    told = []
    for number, (arah, a, b, reached) in enumerate(drawn):
        low, high = min(a, b), max(a, b)
        written = f"{low}-{high}" if number % 2 else str(low)
        told.append({
            "nip": nip("901"), "tahun": 2021, "jenis_periode": "tahunan", "kode_indikator": str(number),
            "indikator": "uji", "arah": arah, "target": written.replace(".", ","),
            "realisasi": str(reached).replace(".", ","), "baris": number,
        })  # fmt: skip
    for row in World({"skp_indikator": told}).run("select * from marts.indikator_skp"):
        target = (row["target_bawah"], row["target_atas"])
        expected = capaian(row["realisasi_angka"], target=target, arah=row["arah"])
        if expected is None:
            assert row["capaian"] is None and row["sebab"] in ("target_nol", "belum_ditargetkan")
            continue
        assert abs(row["capaian"] - expected) <= Decimal("0.000001")
        band, score = kinerja.nilai_iki(expected)
        assert row["kategori"] == band
        assert abs(row["nilai_iki"] - score) <= Decimal("0.00001")


@pytest.mark.parametrize("batas", [Decimal(100), Decimal(120)])
def test_a_mean_is_capped_and_leaves_out_what_is_not_known(batas: Decimal) -> None:
    known = [Decimal(150), Decimal(-20), None, Decimal(50)]
    assert kinerja.rata_capaian(known, batas=batas) == ((batas + 50) / 3).quantize(Decimal("0.01"))
    assert kinerja.rata_capaian([None], batas=batas) is None
