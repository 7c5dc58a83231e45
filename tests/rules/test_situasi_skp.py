"""Situations of people's performance as data: the formula and the SQL say the same of each."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines import kinerja
from pipelines.aturan_kinerja import bersih, setelan
from pipelines.capaian import capaian
from pipelines.tabel_kinerja import rows
from tests.models.world import Row, World, opd

SITUASI = tomllib.loads((Path(__file__).parent / "situasi_skp.toml").read_text("utf-8"), parse_float=Decimal)
SIXTH = Decimal("0.000001")
WORDS = {
    "sangat_baik": "Sangat Baik", "baik": "Baik", "butuh_perbaikan": "Butuh Perbaikan", "kurang": "Kurang",
    "sangat_kurang": "Sangat Kurang",
}  # fmt: skip
HALF_YEARS = {"pp46": (date(2021, 1, 1), date(2021, 6, 30)), "pp30": (date(2021, 7, 1), date(2021, 12, 31))}


def nip(number: int, *, pppk: bool = False) -> str:
    """A fictional NIP: valid in structure, last three digits 901 to 999."""
    born = date(1980, 1, 1) + timedelta(days=number // 90)
    return f"{born:%Y%m%d}2010{'21' if pppk else '04'}1{901 + number % 90}"


def _cases(name: str) -> list[Any]:
    return [
        pytest.param(n, s, id=s.get("nama", " ".join(str(v) for v in s.values()))) for n, s in enumerate(SITUASI[name])
    ]


def _skp(number: int, unit: str, tahun: int = 2024, **more: Any) -> Row:
    return {"nip": nip(number), "tahun": tahun, "jenis_periode": "tahunan", "kode_opd": unit, "baris": number, **more}


def _indicators() -> list[Row]:
    return [
        {
            "nip": nip(number), "tahun": 2021, "jenis_periode": "tahunan", "kode_indikator": "1",
            "indikator": s["nama"], "arah": s["arah"], "target": s.get("target"), "realisasi": s.get("realisasi"),
            "target_maksimum": s.get("maksimum"), "satuan": s.get("satuan"), "baris": number,
        }
        for number, s in enumerate(SITUASI["capaian"])
    ]  # fmt: skip


def _spread() -> tuple[list[Row], list[Row]]:
    people, units = [], []
    for number, s in enumerate(SITUASI["distribusi"]):
        words = [WORDS[p] for p, n in s["banyak"].items() for _ in range(n)]
        people += [_skp(1000 + 100 * number + i, f"D{number}", predikat=word) for i, word in enumerate(words)]
        units.append({
            "tahun": 2024, "jenis_periode": "tahunan", "kode_opd": f"D{number}", "predikat": s["organisasi"],
            "baris": number,
        })  # fmt: skip
    return people, units


def _notes() -> list[Row]:
    def note(number: int, jenis: str, nilai: Any, *, pppk: bool = False) -> Row:
        return {"nip": nip(number, pppk=pppk), "jenis": jenis, "tahun": 2024, "nilai": nilai, "baris": number}

    notes = [note(3000 + n, "tidak masuk", s["hari"]) for n, s in enumerate(SITUASI["disiplin"])]
    notes += [note(3100 + n, "diklat", s["jp"], pppk=s["kelompok"] == "PPPK") for n, s in enumerate(SITUASI["diklat"])]
    for n, s in enumerate(SITUASI["ip_asn"]):
        parts = {"kualifikasi": 20, "kompetensi": 20, "kinerja": 5, "disiplin": s["nilai"] - 45}
        notes += [note(3200 + n, f"ip {name}", value) for name, value in parts.items()]
    return notes


@pytest.fixture(scope="module")
def world() -> World:
    people, organisations = _spread()
    for n, s in enumerate(SITUASI["matriks"]):
        people.append(_skp(n, "M", hasil_kerja=s["hasil"], perilaku=s["perilaku"], predikat="Baik"))
    for n, s in enumerate(SITUASI["nilai_lama"]):
        mulai, selesai = HALF_YEARS[s["rezim"]]
        score = {"nilai_lama": s["nilai"], "ide_baru": s.get("ide_baru"), "mulai": mulai, "selesai": selesai}
        people.append(_skp(200 + n, "N", 2021, **score))
    for n, s in enumerate(SITUASI["nilai_skp"]):
        if "tanpa_rekan" in s:
            mulai, selesai = HALF_YEARS["pp30"]
            people.append(_skp(260 + n, "N", 2021, nilai_lama=s["tanpa_rekan"], mulai=mulai, selesai=selesai))
    for n, s in enumerate(SITUASI["angka_kredit"]):
        mulai = date(2024, 13 - s["bulan"], 1)
        people.append(_skp(300 + n, "K", nama_jabatan=s["jabatan"], predikat=WORDS[s["predikat"]], mulai=mulai))
    return World({
        "opd": [opd(k) for k in ("M", "N", "K", *(f"D{n}" for n in range(len(SITUASI["distribusi"]))))],
        "skp": people, "skp_indikator": _indicators(), "predikat_organisasi": organisations,
        "disiplin_diklat": _notes(),
    })  # fmt: skip


def _one(world: World, sql: str, number: int, *, pppk: bool = False) -> Row | None:
    found = world.run(f"{sql} inner join core.orang_nip using (orang_id) where nip = ?", [nip(number, pppk=pppk)])
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(("number", "s"), _cases("matriks"))
def test_matrix(world: World, number: int, s: dict[str, Any]) -> None:
    code = {w["tertulis"]: w["kode"] for w in rows()["skp_kata"] if w["jenis"] == "rating"}
    assert kinerja.matriks(code[bersih(s["hasil"])], code[bersih(s["perilaku"])]) == s["predikat"]
    row = _one(world, "select * from marts.skp_orang", number)
    assert row is not None
    assert (row["predikat"], row["predikat_matriks"]) == ("baik", s["predikat"])  # imported, and only checked
    assert row["sesuai_matriks"] == (s["predikat"] == "baik")


@pytest.mark.parametrize(("number", "s"), _cases("capaian"))
def test_attainment(world: World, number: int, s: dict[str, Any]) -> None:
    row = _one(world, "select * from marts.indikator_skp", number)
    assert row is not None
    assert row["sebab"] == s.get("sebab")
    if "sebab" in s:
        assert (row["capaian"], row["kategori"], row["nilai_iki"], row["capaian_rata"]) == (None, None, None, None)
        return
    target, reached = (row["target_bawah"], row["target_atas"]), row["realisasi_angka"]
    found = capaian(reached, target=target, arah=s["arah"])
    assert found == row["capaian"] == Decimal(str(s["capaian"]))
    if "banding" in s:
        assert capaian(reached, target=target, arah=s["arah"], cara="banding") == Decimal(str(s["banding"]))
    band, score = kinerja.nilai_iki(found, maksimum=s.get("maksimum", False))
    assert (band, score) == (row["kategori"], row["nilai_iki"])
    assert band == s.get("kategori", band)
    assert score == Decimal(str(s.get("nilai", score)))
    assert row["capaian_rata"] == Decimal(str(s.get("rata", max(Decimal(), min(found, setelan("rata_batas"))))))


@pytest.mark.parametrize(("number", "s"), _cases("nilai_lama"))
def test_score_until_2021(world: World, number: int, s: dict[str, Any]) -> None:
    score = Decimal(str(s["nilai"]))
    assert kinerja.predikat_lama(score, rezim=s["rezim"], ide_baru=s.get("ide_baru", False)) == s["predikat"]
    row = _one(world, "select * from marts.skp_orang", 200 + number)
    assert row is not None
    assert (row["rezim"], row["predikat"], row["nilai_lama"]) == (s["rezim"], s["predikat"], score)


@pytest.mark.parametrize(("number", "s"), _cases("nilai_skp"))
def test_score_of_an_skp(world: World, number: int, s: dict[str, Any]) -> None:
    skp = kinerja.nilai_skp([Decimal(str(v)) for v in s["utama"]], tambahan=Decimal(str(s["tambahan"])))
    assert skp == Decimal(str(s["nilai"]))
    if "perilaku" not in s:
        return
    behaviour = Decimal(str(s["perilaku"]))
    for weights in ("tanpa_rekan", "dengan_rekan"):
        assert kinerja.nilai_akhir(skp=skp, perilaku=behaviour, bobot=weights) == Decimal(str(s[weights]))
    row = _one(world, "select * from marts.skp_orang", 260 + number)
    assert row is not None
    assert (row["nilai_lama"], row["predikat"]) == (Decimal(str(s["tanpa_rekan"])), s["predikat"])  # as imported


@pytest.mark.parametrize(("number", "s"), _cases("angka_kredit"))
def test_credit(world: World, number: int, s: dict[str, Any]) -> None:
    row = _one(world, "select * from marts.angka_kredit", 300 + number)
    assert row is not None
    assert (row["angka_kredit"], row["bulan"]) == (Decimal(str(s["angka_kredit"])), s["bulan"])
    exact = kinerja.angka_kredit(s["predikat"], jenjang=row["jenjang"], bulan=s["bulan"])
    assert abs(exact - row["angka_kredit"]) <= Decimal("0.005")


@pytest.mark.parametrize(("number", "s"), _cases("distribusi"))
def test_spread(world: World, number: int, s: dict[str, Any]) -> None:
    (row,) = world.run("select * from marts.skp_pola where kode_opd = ?", [f"D{number}"])
    assert row["n"] == sum(s["banyak"].values())
    assert row["populasi_kecil"] == s.get("kecil", False)
    if s.get("kecil"):
        assert (row["sesuai"], row["alasan"]) == (None, None)
        return
    assert kinerja.pola(row["predikat_organisasi"], s["banyak"]) == s["alasan"]
    assert (row["sesuai"], row["alasan"]) == (not s["alasan"], " ".join(s["alasan"]) or None)
    assert row["dasar_hukum"] and row["tag"]


@pytest.mark.parametrize(("number", "s"), _cases("disiplin"))
def test_ladder(world: World, number: int, s: dict[str, Any]) -> None:
    step = kinerja.hukuman(Decimal(s["hari"]))
    assert (step.hukuman if step else None) == s.get("hukuman")
    row = _one(world, "select * from marts.catatan_pegawai", 3000 + number)
    assert row is not None
    found = (row["kategori"], row["potongan_persen"], row["potongan_bulan"])
    assert found == (s.get("hukuman"), s.get("persen"), s.get("bulan"))
    assert found == ((step.hukuman, step.persen, step.bulan) if step else (None, None, None))


@pytest.mark.parametrize(("number", "s"), _cases("diklat"))
def test_training(world: World, number: int, s: dict[str, Any]) -> None:
    assert kinerja.jam_pelajaran(Decimal(s["jp"]), kelompok=s["kelompok"]) == s["kategori"]
    row = _one(world, "select * from marts.catatan_pegawai", 3100 + number, pppk=s["kelompok"] == "PPPK")
    assert row is not None
    assert row["kategori"] == s["kategori"]


@pytest.mark.parametrize(("number", "s"), _cases("ip_asn"))
def test_ip_asn(world: World, number: int, s: dict[str, Any]) -> None:
    assert kinerja.ip_asn(Decimal(str(s["nilai"]))) == s["kategori"]
    row = _one(world, "select * from (from marts.catatan_pegawai where jenis = 'ip_asn')", 3200 + number)
    assert row is not None
    assert (row["nilai"], row["kategori"]) == (Decimal(str(s["nilai"])), s["kategori"])


def test_two_stretches_of_credit_add_up_before_they_are_rounded() -> None:
    """Vector 10: 18,75 and 2,0833 make 20,83."""
    year = kinerja.angka_kredit("sangat_baik", jenjang="ahli pertama", bulan=12)
    more = kinerja.angka_kredit("baik", jenjang="ahli pertama", bulan=2)
    assert (year + more).quantize(Decimal("0.01")) == Decimal("20.83")
