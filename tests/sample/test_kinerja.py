"""The plan of the targets: every agreement hangs on the region's, names money that is there, and tells its story."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from pipelines.sample.anggaran import Tahun
from pipelines.sample.bahan import table
from pipelines.sample.kinerja import kebenaran, kisah
from pipelines.sample.kinerja.daerah import berdiri, region_targets
from pipelines.sample.kinerja.pk import Pk
from pipelines.sample.kinerja.rencana import Kinerja, targets
from pipelines.sample.kinerja.uang import money
from pipelines.sample.kinerja.ukuran import Setahun
from pipelines.sample.kinerja.wilayah import KAMI, TAHUN, macro
from pipelines.sample.orang.rencana import people
from pipelines.sample.pemda import Pemda, region
from pipelines.sample.truth import expected
from tests.sample.conftest import SEED

ASN = 2_000  # small, and with every kind of seat
Hasil = dict[str, list[dict[str, str | None]]]


@pytest.fixture(scope="module")
def kinerja(pemda: Pemda) -> Kinerja:
    return targets(people(pemda, ASN, SEED))


@pytest.fixture(scope="module")
def kini(kinerja: Kinerja) -> Hasil:
    """What is expected of every indicator of 2026, by code."""
    hasil: Hasil = kebenaran.expected(kinerja, [2026])["indikator"]["2026"]
    return hasil


def pk(kinerja: Kinerja, kode: str) -> Pk:
    (satu,) = (one for one in kinerja.pk if one.kode == kode)
    return satu


def capaian(kini: Hasil, kode: str) -> Decimal:
    """Attainment by the third quarter."""
    angka = kini[kode][2]["capaian"] or kini[kode][2]["capaian_tahun"]
    assert angka is not None, (kode, kini[kode][2])
    return Decimal(angka)


# ---- the cascade -----------------------------------------------------------------------------------------------


def test_every_agreement_hangs_on_an_indicator_and_is_owed_by_somebody(kinerja: Kinerja) -> None:
    kode = [one.kode for one in kinerja.pk]
    assert len(kode) == len(set(kode)) > 550
    ada = {*kode, *(d.ukuran.kode for d in kinerja.daerah)}
    for one in kinerja.pk:
        assert one.induk in ada, one
        assert (one.kursi in kinerja.penduduk.sotk.kursi) != (one.orang is not None), one


def test_every_head_of_eselon_two_owes_two_to_five(kinerja: Kinerja) -> None:
    jumlah = Counter(one.unit for one in kinerja.pk if one.tingkat == "II")
    assert len(jumlah) == 46 and set(jumlah.values()) <= {2, 3, 4, 5}
    assert {one.tingkat for one in kinerja.pk} == {"II", "III", "IV", "JF"}


def test_what_an_agreement_names_is_in_the_budget(kinerja: Kinerja, years: dict[int, Tahun]) -> None:
    uang = money(list(years.values()))
    for one in kinerja.pk:
        kode = one.sub or one.kegiatan or one.program
        for tahun in (2025, 2026) if kode else ():
            assert uang.pagu[tahun][one.unit, kode or ""] > 0, one
            pagu, keluar = uang.renstra(one, tahun)
            assert pagu and keluar is not None and pagu > keluar
    assert sum(1 for one in kinerja.pk if one.sub) > 90


def test_all_kinds_of_indicators_are_there(kinerja: Kinerja) -> None:
    semua = [satu.ukuran for satu in kinerja.semua(2026)]
    assert {u.arah for u in semua} == {"naik", "turun", "tetap"}
    assert {u.metode for u in semua} == {"jumlah", "terakhir", "rata_rata", "predikat"}
    assert {u.entri for u in semua} == {"inkremental", "kumulatif"}
    assert {u.rumus for u in semua} == {None, "selisih", "banding"}
    assert any(isinstance(satu.target, tuple) for satu in kinerja.semua(2026))


def test_earlier_years_are_told_of_the_region_only(kinerja: Kinerja) -> None:
    assert {s.ukuran.kode for s in kinerja.semua(2024)} == {d.ukuran.kode for d in kinerja.daerah}


def test_units_named_for_a_target_have_agreed_to_it_but_for_one(kinerja: Kinerja) -> None:
    sotk = kinerja.penduduk.sotk
    tanpa = set()
    for d in kinerja.daerah:
        assert d.ketua in sotk.kursi
        setuju = {sotk.induk(one.unit) for one in kinerja.pk if one.induk == d.ukuran.kode}
        tanpa |= {(d.ukuran.kode, opd) for opd in d.pengampu if opd not in setuju}
    assert tanpa == {(kisah.kode("pengampu_tanpa_pk"), kisah.opd("pengampu_tanpa_pk"))}


def test_two_in_three_are_on_target_and_few_are_red(kini: Hasil) -> None:
    angka = [Decimal(said) for quarters in kini.values() if (said := quarters[2]["capaian"]) is not None]
    assert 0.6 < sum(1 for a in angka if a >= 95) / len(angka) < 0.85
    assert 0.01 < sum(1 for a in angka if a < 60) / len(angka) < 0.08


def test_a_seed_repeats_them_and_another_region_has_others(kinerja: Kinerja) -> None:
    def said(plan: Kinerja) -> list[Setahun]:
        return list(plan.semua(2026))

    assert said(kinerja) == said(targets(people(kinerja.penduduk.pemda, ASN, SEED)))
    assert said(kinerja) != said(targets(people(region(1, SEED), ASN, SEED)))


# ---- the stories -----------------------------------------------------------------------------------------------


def test_the_cascade_leaks_where_a_story_says_so_and_nowhere_else(kinerja: Kinerja) -> None:
    bocor = kebenaran.leaks(kinerja)
    assert bocor["daerah_tanpa_pk"] == []
    for jenis, key in (("tanpa_anak", "tanpa_anak"), ("bobot", "bobot_sembilan_puluh"),
                       ("target_kurang", "target_anak_kurang")):  # fmt: skip
        assert bocor[jenis] == [kisah.kode(key)]
    assert kisah.kode("pemilik_kosong") in bocor["kursi_kosong"]
    assert len(bocor["skp_yatim"]) == 2


def test_the_weights_of_the_story_add_up_to_ninety(kinerja: Kinerja) -> None:
    induk = kisah.kode("bobot_sembilan_puluh")
    assert sum(one.bobot or 0 for one in kinerja.pk if one.induk == induk) == 90


def test_high_absorption_with_red_targets_and_the_opposite(kini: Hasil, years: dict[int, Tahun]) -> None:
    uang = expected(years[2026], sampai=10, kini=True)

    def serapan(opd: str) -> float:
        real, rak = uang[opd]["realisasi"], uang[opd]["rak"]
        assert real and rak
        return sum(n or 0 for n in real[:9]) / sum(n or 0 for n in rak[:9])

    tinggi, rendah = kisah.cerita("serapan_tinggi_kinerja_rendah"), kisah.cerita("kinerja_tinggi_serapan_rendah")
    assert serapan(tinggi["opd"]) > 1 and all(capaian(kini, k) < 60 for k in (tinggi["kode"], *tinggi["atas"]))
    assert serapan(rendah["opd"]) < 0.8 and all(capaian(kini, k) >= 100 for k in (rendah["kode"], *rendah["atas"]))


def test_the_slowest_link_of_the_stunting_team_is_the_one_with_the_failed_tender(kinerja: Kinerja, kini: Hasil) -> None:
    (tim,) = (t for t in kinerja.tim if t.kode == "TIM-STUNTING")
    sumbangan = {a.indikator: capaian(kini, a.indikator) for a in tim.anggota if a.indikator}
    assert len(sumbangan) == 7
    assert min(sumbangan, key=lambda kode: sumbangan[kode]) == kisah.kode("mata_rantai_terlambat")


def test_a_parent_is_the_sum_of_its_children(kinerja: Kinerja) -> None:
    induk = kisah.kode("jumlah_anak")
    for tahun in (2025, 2026):
        anak = [kinerja.setahun[one.kode, tahun] for one in kinerja.pk if one.induk == induk]
        assert len(anak) == 2
        for triwulan in (1, 2, 3):
            angka = [satu.angka(triwulan, {}) or Decimal() for satu in (kinerja.setahun[induk, tahun], *anak)]
            assert angka[0] == sum(angka[1:]) > 0


def test_unemployment_rises_against_a_falling_target(kini: Hasil) -> None:
    (tpt,) = (d for d in region_targets() if d.ukuran.kode == kisah.kode("pengangguran_naik"))
    angka = [berdiri(satu) for satu in tpt.tahun.values()]
    target = [satu.target for satu in tpt.tahun.values()]
    assert angka == sorted(angka, key=str) and target == sorted(target, key=str, reverse=True)
    assert capaian(kini, tpt.ukuran.kode) < 60


@pytest.mark.parametrize(
    ("key", "sebab"),
    [("predikat_di_luar_skala", "skala_tak_dikenal"), ("belum_dilaporkan", "belum_dilaporkan"),
     ("percobaan", "percobaan")],
)  # fmt: skip
def test_what_is_no_number_says_why(kini: Hasil, key: str, sebab: str) -> None:
    satu = kini[kisah.kode(key)][2]
    assert (satu["nilai"], satu["capaian"], satu["sebab"]) == (None, None, sebab)


def test_the_changed_agreement_is_judged_by_each_version_in_its_quarters(kinerja: Kinerja, kini: Hasil) -> None:
    satu = kinerja.setahun[kisah.kode("pk_diubah"), 2026]
    assert [satu.versi(n).target for n in (1, 2, 3, 4)] == [Decimal("82"), Decimal("82"), Decimal("76"), Decimal("76")]
    tahunan = [Decimal(q["capaian_tahun"] or 0) for q in kini[kisah.kode("pk_diubah")]]
    nilai = [satu.angka(n, {}) or Decimal() for n in (1, 2, 3)]
    assert [round(c, 4) for c in tahunan[:3]] == [
        round(100 * n / t, 4) for n, t in zip(nilai, (82, 82, 76), strict=True)
    ]


def test_merit_and_professionalism_come_down_to_functional_staff(kinerja: Kinerja) -> None:
    def sampai(kode: str) -> set[str]:
        anak = [one for one in kinerja.pk if one.induk == kode]
        return {f"{one.unit} {one.tingkat}" for one in anak}.union(*(sampai(one.kode) for one in anak))

    for kode in ("IKU-16", "IKU-17"):
        assert sampai(kode) == {"BKPSDM II", "BKPSDM III", "BKPSDM JF"}


# ---- teams, hundred days, areas --------------------------------------------------------------------------------


def test_one_person_sits_in_three_teams_and_nobody_twice_in_one(kinerja: Kinerja) -> None:
    tim = Counter(a.orang.nomor for t in kinerja.tim for a in t.anggota)
    assert tim.most_common(1)[0][1] == 3
    for t in kinerja.tim:
        assert len({a.orang.nomor for a in t.anggota}) == len(t.anggota) >= 6
        assert len({a.unit for a in t.anggota}) >= 4
        assert all(a.indikator and pk(kinerja, a.indikator).unit == a.unit for a in t.anggota)


def test_the_hundred_days_of_five_heads_and_of_two_cohorts_before(kinerja: Kinerja) -> None:
    angkatan = Counter((j.tugas.mulai.isoformat(), j.tugas.nama) for j in kinerja.janji if j.jenis == "inovasi")
    assert Counter(tmt for tmt, _ in angkatan) == {"2025-08-25": 16, "2026-03-02": 4, "2026-07-15": 5}
    for j in kinerja.janji:
        assert j.nomor <= 6 and (j.kemajuan is None) == (j.hari is None)
        assert j.putusan is None or j.tugas.mulai.isoformat() < "2026-07-15"
    diam = kisah.opd("seratus_hari_diam")
    sendiri = [j for j in kinerja.janji if j.tugas.sub.unit == diam]
    assert len(sendiri) == 4 and all(j.hari is None for j in sendiri)


def test_a_promise_is_told_of_on_several_days(kinerja: Kinerja) -> None:
    kali = Counter((j.tugas.orang.nomor, j.tugas.mulai, j.nomor) for j in kinerja.janji if j.hari)
    assert set(kali.values()) == {2, 3}


def test_what_is_ours_among_the_areas_is_what_we_say_ourselves(pemda: Pemda) -> None:
    semua = list(macro(pemda, SEED))
    daerah = {d.makro: d for d in region_targets()}
    for angka in semua:
        if angka.kode == KAMI:
            assert angka.nilai == berdiri(daerah[angka.makro].tahun[angka.tahun])
    kabkota = Counter((a.makro, a.tahun) for a in semua if len(a.kode) == 4 and a.kode not in ("1000", "9900"))
    assert set(kabkota.values()) == {12} and len(kabkota) == 6 * len(TAHUN)
    assert sum(1 for a in semua if len(a.kode) == 7) == table("pemda")["kecamatan"]
