"""The plan behind the files: who is there, whether the money adds up, and whether the stories are really in it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from pipelines.sample.anggaran import Tahun, lama
from pipelines.sample.pemda import Pemda, enlarged, region
from pipelines.sample.stories import all_words, dipotong, mandek, opd
from pipelines.sample.truth import expected
from tests.real import REAL, needs_real

SIPD = re.compile(r"^\d\.\d{2}\.\d\.\d{2}\.\d\.\d{2}\.\d{2}\.\d{4}$")


def serapan(year: Tahun, kode: str, bulan: int) -> float:
    mine = [i for i, leaf in enumerate(year.leaves) if leaf.unit.opd == kode]
    return sum(year.kumulatif[i][bulan - 1] for i in mine) / sum(year.pagu[i][bulan - 1] for i in mine)


def rasio(year: Tahun, kode: str, bulan: int) -> float:
    mine = [i for i, leaf in enumerate(year.leaves) if leaf.unit.opd == kode]
    return sum(year.kumulatif[i][bulan - 1] for i in mine) / sum(sum(year.rak[i][:bulan]) for i in mine)


def test_it_has_48_opd_9_bagian_and_29_kecamatan(pemda: Pemda) -> None:
    kini = pemda.pada(2026)
    jenis = [u.jenis for u in kini]
    assert (jenis.count("bagian"), jenis.count("kecamatan"), len(kini)) == (9, 29, 86)


def test_unit_codes_are_well_formed_and_used_once_a_year(pemda: Pemda) -> None:
    assert all(SIPD.match(u.sipd) for u in pemda.units)
    for tahun in (2023, 2026):
        kodes = [u.sipd for u in pemda.pada(tahun)]
        assert len(kodes) == len(set(kodes))


def test_a_larger_region_repeats_every_unit_under_codes_of_its_own(pemda: Pemda) -> None:
    larger = enlarged(pemda, 10)
    assert (larger.nama, larger.units[: len(pemda.units)]) == (pemda.nama, pemda.units)
    assert all(SIPD.match(u.sipd) for u in larger.units)
    for tahun in (2023, 2026):
        there = larger.pada(tahun)
        assert len({u.sipd for u in there}) == len({u.kode for u in there}) == 10 * len(pemda.pada(tahun))
        kodes = {u.kode for u in there}
        assert {u.induk for u in there if u.induk} <= kodes
        assert all(u.skpd[0] in {v.sipd for v in there} for u in there if u.induk)
    assert {u.digabung_ke for u in larger.units if u.digabung_ke} <= {u.kode for u in larger.pada(2025)}


def test_two_units_of_2024_become_one_in_2025(pemda: Pemda) -> None:
    assert {"DISARSIP", "DISPUSIP"} <= {u.kode for u in pemda.pada(2024)}
    assert "DISARSIP" not in {u.kode for u in pemda.pada(2025)}
    sebelum, sesudah = (next(u.sipd for u in pemda.pada(t) if u.kode == "DISPUSIP") for t in (2024, 2025))
    assert sebelum != sesudah


@needs_real
def test_no_real_region_bears_its_name() -> None:
    assert REAL is not None
    sql = (REAL / "wilayah" / "wilayah.sql").read_text(encoding="utf-8").lower()
    names = set(re.findall(r"\('\d\d(?:\.\d\d)?','([^']+)'\)", sql))
    assert len(names) > 540
    for number in range(40):
        nama = region(number, 1).nama.lower()
        assert not {nama, f"kabupaten {nama}", nama.removeprefix("contoh ")} & names


@needs_real
def test_no_real_kecamatan_bears_the_name_of_ours(pemda: Pemda) -> None:
    assert REAL is not None
    sql = (REAL / "wilayah" / "wilayah.sql").read_text(encoding="utf-8").lower()
    kecamatan = set(re.findall(r"\('\d\d\.\d\d\.\d\d','([^']+)'\)", sql))
    assert len(kecamatan) > 5_000
    assert not {u.singkatan.lower() for u in pemda.units if u.jenis == "kecamatan"} & kecamatan


@pytest.mark.parametrize("tahun", [2023, 2024, 2025, 2026])
def test_the_cash_plan_adds_up_to_the_budget_it_was_made_for(years: dict[int, Tahun], tahun: int) -> None:
    year = years[tahun]
    for i, leaf in enumerate(year.leaves):
        assert sum(year.rak_murni[i]) == year.murni[i]
        assert min(year.rak[i]) >= 0
        if not dipotong(leaf):
            assert sum(year.rak[i]) in (year.pagu[i][11], year.murni[i])


@pytest.mark.parametrize("tahun", [2023, 2024, 2025, 2026])
def test_spending_never_falls_and_passes_the_ceiling_only_where_it_was_cut(years: dict[int, Tahun], tahun: int) -> None:
    year = years[tahun]
    for i, leaf in enumerate(year.leaves):
        assert all(a <= b for a, b in pairwise(year.kumulatif[i]))
        if not (tahun == 2026 and dipotong(leaf)):
            assert all(k <= p for k, p in zip(year.kumulatif[i], year.pagu[i], strict=True))


def test_pergeseran_leaves_the_total_of_a_unit_alone(years: dict[int, Tahun]) -> None:
    year = years[2026]
    bergeser = {leaf.unit.kode for i, leaf in enumerate(year.leaves) if year.pagu[i][3] != year.pagu[i][4]}
    assert len(bergeser) == 6
    for kode in bergeser:
        mine = [i for i, leaf in enumerate(year.leaves) if leaf.unit.kode == kode]
        assert sum(year.pagu[i][3] for i in mine) == sum(year.pagu[i][4] for i in mine)


def test_old_codes_are_shorter() -> None:
    assert lama("1.01.02.2.01.0051") == "1.01.02.2.01.51"
    assert lama("5.1.02.01.001.00024") == "5.1.02.01.01.0024"
    assert lama("5.1.02") == "5.1.02"


def test_every_story_is_told_in_both_languages_about_a_unit_that_exists(pemda: Pemda) -> None:
    kodes = {u.kode for u in pemda.units}
    for about in all_words().values():
        assert about["id"] and about["en"] and about["opd"] in kodes


@pytest.mark.parametrize("tahun", [2023, 2024, 2025])
def test_the_housing_office_leaps_in_december(years: dict[int, Tahun], tahun: int) -> None:
    kode = opd("melonjak_desember")
    assert serapan(years[tahun], kode, 12) - serapan(years[tahun], kode, 11) > 0.4


def test_the_cut_leaves_more_spent_than_the_ceiling(years: dict[int, Tahun]) -> None:
    year = years[2026]
    potongan = [i for i, leaf in enumerate(year.leaves) if dipotong(leaf)]
    assert potongan
    assert all(year.kumulatif[i][9] > year.pagu[i][9] and sum(year.rak[i]) > year.pagu[i][9] for i in potongan)
    assert all(year.kumulatif[i][7] <= year.pagu[i][7] for i in potongan)


def test_the_furthest_behind_is_the_failed_tender(years: dict[int, Tahun]) -> None:
    year = years[2026]
    kodes = {leaf.unit.opd for leaf in year.leaves}
    assert min(kodes, key=lambda kode: rasio(year, kode, 10)) == opd("tender_gagal")
    (macet,) = [i for i, leaf in enumerate(year.leaves) if mandek(leaf)]
    assert year.kumulatif[macet][9] == 0 and year.pagu[macet][9] > 40_000_000_000


def test_one_is_ahead_of_plan_and_one_on_it(years: dict[int, Tahun]) -> None:
    assert rasio(years[2026], opd("mendahului_rencana"), 10) > 1.1
    assert 0.97 < rasio(years[2026], opd("capai_rencana"), 10) < 1.01


def test_dak_fisik_is_slower_than_dau(years: dict[int, Tahun]) -> None:
    year = years[2026]

    def cair(dana: str) -> float:
        mine = [i for i, leaf in enumerate(year.leaves) if leaf.dana[0][0] == dana and not leaf.gaji]
        return sum(year.kumulatif[i][9] for i in mine) / sum(year.pagu[i][9] for i in mine)

    assert cair("DAK Fisik") < 0.5 * cair("DAU")


def test_silence_is_none_and_not_zero(years: dict[int, Tahun]) -> None:
    hasil = expected(years[2026], sampai=10, kini=True)
    assert hasil[opd("belum_lapor")]["realisasi"] == [None] * 12
    telat = hasil[opd("terlambat_lapor")]["realisasi"]
    assert telat is not None and telat[7] is not None and telat[8:] == [None] * 4
    assert hasil[opd("tanpa_rak")]["rak"] is None


def test_regions_differ_and_a_seed_repeats_them() -> None:
    names = {region(n, 1).nama for n in range(400)}
    assert len(names) == 400
    assert region(3, 7) == region(3, 7) != region(3, 8)
