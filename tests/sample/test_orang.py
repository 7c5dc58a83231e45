"""The plan of the people: who they are, that seats have one holder at a time, and that every story is really in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from pipelines.intake import nip
from pipelines.sample.anggaran import Tahun
from pipelines.sample.bahan import table
from pipelines.sample.orang import kebenaran, kisah
from pipelines.sample.orang.nilai import MATRIKS, Nilai, assess, owing
from pipelines.sample.orang.panggung import Tugas
from pipelines.sample.orang.periode import Periode
from pipelines.sample.orang.rencana import KINI, Penduduk, people
from pipelines.sample.orang.sotk import PENYETARAAN
from pipelines.sample.pemda import Pemda, region
from pipelines.sample.truth import expected
from tests.sample.conftest import SEED

ASN = 2_000  # small, and with every kind of seat


@pytest.fixture(scope="module")
def penduduk(pemda: Pemda) -> Penduduk:
    return people(pemda, ASN, SEED)


@pytest.fixture(scope="module")
def nilai(penduduk: Penduduk) -> Nilai:
    return assess(penduduk)


def kepala(penduduk: Penduduk, opd: str, hari: date = KINI) -> Tugas | None:
    return kebenaran.on_day(penduduk, f"{opd}-KEPALA", hari)


def semua_nip(penduduk: Penduduk) -> Iterator[str]:
    return (satu for orang in penduduk.orang for _, satu in orang.nip)


# ---- who they are ----------------------------------------------------------------------------------------------


def test_every_nip_is_sound_fictional_and_one_person_s(penduduk: Penduduk) -> None:
    found = list(semua_nip(penduduk))
    assert len(found) == len(set(found)) > ASN
    for satu in found:
        assert nip.cell(satu, today=date(2026, 11, 22)).nip == satu
        assert 901 <= int(satu[-3:]) <= 999


def test_a_nip_says_birth_appointment_and_kind_of_its_holder(penduduk: Penduduk) -> None:
    for orang in penduduk.orang:
        for sejak, satu in orang.nip:
            said = nip.parts(satu)
            assert (said.lahir, said.perempuan, said.pengangkatan.year) == (orang.lahir, orang.perempuan, sejak.year)


def test_there_are_as_many_as_asked_in_the_usual_shares(penduduk: Penduduk) -> None:
    kerja = penduduk.bekerja(KINI)
    assert ASN <= len(kerja) <= ASN + 10
    jenis = Counter(orang.jenis for orang, _ in people(penduduk.pemda, 9_500, SEED).bekerja(KINI))
    total = sum(jenis.values())
    assert 0.67 < jenis["PNS"] / total < 0.76 and 0.2 < jenis["PPPK"] / total < 0.27
    assert jenis["CPNS"] and jenis["non-ASN"] and jenis["alih daya"]


def test_the_largest_units_are_schools_and_health_and_one_is_tiny(penduduk: Penduduk) -> None:
    jumlah = Counter(penduduk.opd(t.sub.unit, KINI) for _, t in penduduk.bekerja(KINI))
    assert [opd for opd, _ in jumlah.most_common(2)] == ["DISDIK", "DINKES"]
    assert jumlah[kisah.opd("unit_kecil")] == 4


def test_a_seed_repeats_them_and_another_gives_others(pemda: Pemda) -> None:
    def said(seed: int) -> list[tuple[Any, ...]]:
        return [(t.orang.nama, t.orang.nip, t.nama, t.mulai, t.akhir) for t in people(pemda, 600, seed).tugas]

    assert said(5) == said(5) != said(6)


def test_another_region_has_people_of_its_own(penduduk: Penduduk) -> None:
    lain = people(region(1, SEED), 600, SEED)
    assert kebenaran.acting(lain, KINI).keys() == kebenaran.acting(penduduk, KINI).keys()
    assert {o.nama for o in lain.orang}.isdisjoint({o.nama for o in penduduk.orang[:200]})


# ---- posts -----------------------------------------------------------------------------------------------------


def test_no_assignment_ends_before_it_begins_and_nobody_works_past_the_age_limit(penduduk: Penduduk) -> None:
    for tugas in penduduk.tugas:
        assert tugas.akhir is None or tugas.mulai < tugas.akhir
        assert tugas.akhir is None or tugas.akhir <= tugas.orang.bup or not tugas.orang.nip
        assert tugas.pelantikan is None or tugas.pelantikan <= tugas.mulai


def test_one_definitive_holder_a_seat_but_for_the_late_decree(penduduk: Penduduk) -> None:
    ganda = {
        kode
        for kode, tugas in penduduk.per_kursi.items()
        for a, b in pairwise([t for t in tugas if t.jenis == "definitif"])
        if a.akhir is None or a.akhir > b.mulai
    }
    assert ganda == {kisah.orang("definitif_ganda")["kursi"]}


def test_one_definitive_post_a_person(penduduk: Penduduk) -> None:
    for tugas in penduduk.per_orang.values():
        for a, b in pairwise([t for t in tugas if t.jenis == "definitif"]):
            assert a.akhir is not None and a.akhir <= b.mulai


def test_the_heads_of_sections_became_functional_staff_on_one_day(penduduk: Penduduk) -> None:
    setara = [t for t in penduduk.tugas if t.cara == "penyetaraan"]
    assert len(setara) > 300 and {t.mulai for t in setara} == {PENYETARAAN}
    assert not any(t.kursi is not None and t.kursi.sampai and t.pada(KINI) for t in penduduk.tugas)


def test_nobody_is_replaced_in_the_closed_span_but_by_one_decree(penduduk: Penduduk) -> None:
    mulai, selesai = kisah.TERTUTUP[0]
    pindah = {
        t.batch for t in penduduk.tugas if t.cara and t.kursi and t.pelantikan and mulai <= t.pelantikan < selesai
    }
    assert pindah <= {"pelantikan Oktober 2024"}


@pytest.mark.parametrize("kode", ["rotasi massal Januari 2024", "rotasi massal Agustus 2025"])
def test_two_rotations_move_many(penduduk: Penduduk, kode: str) -> None:
    assert sum(t.batch == kode and t.cara == "rotasi" for t in penduduk.tugas) > 120


def test_units_whose_heads_were_moved_fell_further_behind_until_then(years: dict[int, Tahun]) -> None:
    (hari,) = [h for h in table("pelantikan")["hari"] if h.get("kode") == "rotasi massal Agustus 2025"]
    hasil = expected(years[2025], sampai=12, kini=False)
    for opd in hari["putar"]:
        uang, posisi = hasil[opd], []
        assert uang["rak"] and uang["realisasi"] and uang["pagu"]
        for n in range(8):
            selisih = sum((uang["realisasi"][m] or 0) - (uang["rak"][m] or 0) for m in range(n + 1))
            posisi.append(selisih / (uang["pagu"][n] or 1))
        assert posisi[7] < posisi[3] < posisi[0] < 0, opd


# ---- stories ---------------------------------------------------------------------------------------------------


def test_five_were_inaugurated_on_one_day(penduduk: Penduduk) -> None:
    lima = kebenaran.chain(penduduk, "2026-07-15")
    assert Counter(m["cara"] for m in lima) == {"seleksi terbuka": 4, "rotasi": 1}
    assert {m["ke"] for m in lima} == {f"{k}-KEPALA" for k in ("DISNAKER", "DLH", "DPMD", "DISPERIN", "DPPKB")}
    assert {m["dari"]: m["jeda"] for m in lima} == {
        "DINKES-SEKRETARIS": 30, "BAPPEDA-SEKRETARIS": 30, "EKON-KEPALA": 30, "KEC-07-KEPALA": None,
        "DISPERTANAH-KEPALA": None,
    }  # fmt: skip


def test_acting_heads_are_as_many_days_in_office_as_told(penduduk: Penduduk) -> None:
    plt = kebenaran.acting(penduduk, KINI)
    assert {plt[kisah.opd(f"plt_{n}")]["hari"] for n in (89, 91, 181)} == {89, 91, 181}
    ganti = plt[kisah.opd("plt_bergantian")]
    assert (ganti["hari"], ganti["kumulatif"], ganti["masa_ke"]) == (90, 179, 2)


def test_one_has_no_head_and_one_head_has_two_posts(penduduk: Penduduk) -> None:
    assert kepala(penduduk, kisah.opd("kepala_kosong")) is None
    dua = kepala(penduduk, kisah.opd("rangkap"))
    lain = kepala(penduduk, kisah.opd("plt_181"))
    assert dua is not None and lain is not None
    assert dua.orang is lain.orang and (dua.jenis, lain.jenis) == ("definitif", "Plt")


def test_one_head_inherited_the_gap_and_one_made_it(penduduk: Penduduk, years: dict[int, Tahun]) -> None:
    hasil = {"2026": expected(years[2026], sampai=10, kini=True)}
    for key, banyak in (("kepala_baru_warisan", True), ("kepala_memburuk", False)):
        runs = kebenaran.terms(penduduk, kisah.opd(key), hasil, 2026, 10)
        assert [r["dari"] for r in runs] == [1, 3]
        assert (runs[1]["warisan"] < runs[1]["sendiri"]) is banyak
    sekarang = kepala(penduduk, kisah.opd("kepala_baru_warisan"))
    assert sekarang is not None and sekarang.mulai == date(2026, 3, 2) and sekarang.pelantikan == date(2026, 2, 27)


def test_two_definitive_secretaries_stand_on_record_until_the_late_decree(penduduk: Penduduk) -> None:
    about = kisah.orang("definitif_ganda")
    dua = [t for t in penduduk.per_kursi[about["kursi"]] if t.pada(date(2025, 12, 1))]
    assert len(dua) == 2 and {t.jenis for t in dua} == {"definitif"}
    assert max(dua, key=lambda t: t.mulai).direkam == about["pindah"]


# ---- SKP -------------------------------------------------------------------------------------------------------


def test_a_transfer_leaves_two_stretches_that_meet(nilai: Nilai) -> None:
    about = kisah.orang("pindah_tengah_tahun")
    semua = [s for s in nilai.skp[Periode(2025, 0)] if not s.plt]
    pindah = [s for s in semua if s.mulai == about["mulai"] and s.sub.unit == about["opd"]]
    assert len(pindah) == 2
    for baru in pindah:
        (lama,) = [s for s in semua if s.orang is baru.orang and s is not baru]
        assert lama.sub.unit == about["dari"] and lama.selesai + timedelta(days=1) == baru.mulai
        assert baru.utama and not lama.utama


def test_three_changed_their_nip_and_stayed_one_person(nilai: Nilai) -> None:
    ganti = [o for o in nilai.penduduk.orang if len(o.nip) > 1]
    assert len(ganti) == 3
    for orang in ganti:
        assert [nip.parts(satu).jenis for _, satu in orang.nip] == ["PPPK", "PNS"]
        lama = {s.nip for s in nilai.skp[Periode(2024, 0)] if s.orang is orang}
        baru = {s.nip for s in nilai.skp[Periode(2026, 3)] if s.orang is orang}
        assert lama <= {orang.nip[0][1]} and baru <= {orang.nip[1][1]}


def test_only_those_who_owe_one_have_an_skp_and_each_counts_once(nilai: Nilai) -> None:
    for periode, rows in nilai.skp.items():
        wajib = {orang.nomor for orang, _ in owing(nilai, periode)}
        utama = [s.orang.nomor for s in rows if s.utama]
        assert len(utama) == len(set(utama)) and set(utama) <= wajib
        assert 0.95 * len(wajib) < len(utama) <= len(wajib)


def test_every_predicate_but_four_heads_follows_the_matrix(nilai: Nilai) -> None:
    beda = {
        s.sub.unit
        for rows in nilai.skp.values()
        for s in rows
        if s.predikat and s.hasil and s.perilaku and MATRIKS[s.hasil, s.perilaku] != s.predikat
    }
    about = kisah.orang("kepala_beda_matriks")
    assert beda == {about["opd"], *about["lain"]}


def test_two_units_red_on_money_have_nearly_only_good_people(nilai: Nilai) -> None:
    about = kisah.orang("merah_tapi_baik")
    for opd in (about["opd"], about["lain"]):
        jumlah = kebenaran.counts(nilai, Periode(2026, 3))[opd]
        assert jumlah["Baik"] + jumlah["Sangat Baik"] >= 0.95 * jumlah["dinilai"]
        assert jumlah["Butuh Perbaikan"] == 1


def test_one_unit_has_assessed_nobody_and_one_is_istimewa(nilai: Nilai) -> None:
    assert "dinilai" not in kebenaran.counts(nilai, Periode(2026, 3))[kisah.opd("belum_menilai")]
    assert {nilai.organisasi[Periode(2026, n), kisah.opd("istimewa")] for n in (1, 2, 3)} == {"Istimewa"}


def test_every_story_of_people_is_told_in_both_languages_about_a_unit_that_exists(pemda: Pemda) -> None:
    for about in kisah.semua().values():
        assert about["id"] and about["en"] and about["lihat"] and about["opd"] in {u.kode for u in pemda.units}
