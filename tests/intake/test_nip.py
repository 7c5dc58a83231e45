"""NIP cells: what a structure must be, and what a number that ate its last digits still says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.intake.nip import Read, cell, old, parts

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("nip", ["198609262015051001", "196608011988031001", "200012312024211001"])
def test_documentation_examples_are_sound(nip: str) -> None:
    assert cell(nip, today=TODAY) == Read(nip=nip)


def test_what_a_pns_and_a_pppk_number_say() -> None:
    pns, pppk = parts("198609262015051001"), parts("200012312024211001")
    assert (pns.lahir, pns.pengangkatan, pns.jenis, pns.kontrak) == (date(1986, 9, 26), date(2015, 5, 1), "PNS", None)
    assert (pns.perempuan, pns.urut) == (False, "001")
    assert (pppk.jenis, pppk.kontrak, pppk.pengangkatan.year, pppk.perempuan) == ("PPPK", 1, 2024, False)


@pytest.mark.parametrize(
    "written",
    ["'198609262015051001", " 198609262015051001 ", "19860926 201505 1 001", "19860926.201505.1.001",
     "1986\u00a00926\u00a0201505\u00a01\u00a0001", "\ufeff198609262015051001", "’198609262015051001"],
)  # fmt: skip
def test_what_stands_around_the_digits_does_not_matter(written: str) -> None:
    assert cell(written, today=TODAY).nip == "198609262015051001"


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("198613262015051001", "nip_lahir"), ("198602302015051901", "nip_lahir"), ("198609262015131001", "nip_bulan"),
        ("198609262015001901", "nip_bulan"), ("198609262015201901", "nip_bulan"), ("198609262015301901", "nip_bulan"),
        ("198609262015053001", "nip_kelamin"), ("19860926201505100", "nip_panjang"), ("131234567", "nip_panjang"),
        ("1986092620150510011", "nip_panjang"), ("19860926201505l001", "nip_huruf"), ("belum ada", "nip_huruf"),
        ("198609262026121901", "nip_depan"), ("200909262026051901", "nip_umur"), ("198609260015051901", "nip_tahun"),
        ("202709262015051901", "nip_lahir"), ("1.98609E+17", "nip_terpotong"), (True, "nip_huruf"),
        (date(2015, 5, 1), "nip_huruf"), (198609.5, "nip_panjang"), (19860926201505.0, "nip_panjang"),
        (1.98613262015051e17, "nip_lahir"),
    ],
)  # fmt: skip
def test_each_fault_has_its_own_reason(written: object, fault: str) -> None:
    assert cell(written, today=TODAY) == Read(fault=fault)


@pytest.mark.parametrize(
    "written",
    [198609262015051001.0, 198609262015051001, "1.98609262015051E+17", "1,98609262015051E+17",
     "1.98609262015051e17", "198609262015051" + "000"],
)  # fmt: skip
def test_a_number_keeps_fifteen_digits_and_is_never_a_nip(written: object) -> None:
    assert cell(written, today=TODAY) == Read(angka="198609262015051")


def test_a_binary_neighbour_does_not_change_the_sex() -> None:
    nip = "1986010320110210" + "01"
    assert f"{float(nip):.0f}" == "198601032011020992"  # what the binary number is, digit by digit
    assert cell(float(nip), today=TODAY) == Read(angka=nip[:15])


@pytest.mark.parametrize("written", ["", "-", None, "null", " "])
def test_a_blank_says_nothing(written: object) -> None:
    assert cell(written, today=TODAY) == Read()


def test_an_appointment_late_in_life_is_worth_a_look() -> None:
    assert old("196609262015051901")
    assert not old("198609262015051901")
    assert cell("196609262015051901", today=TODAY).nip


@st.composite
def nips(draw: st.DrawFn) -> str:
    born = draw(st.dates(date(1965, 1, 1), date(2000, 12, 31)))
    year = draw(st.integers(born.year + 19, 2025))
    month = draw(st.one_of(st.integers(1, 12), st.integers(21, 29)))
    sex, serial = draw(st.integers(1, 2)), draw(st.integers(901, 999))
    return f"{born:%Y%m%d}{year:04d}{month:02d}{sex}{serial:03d}"


@given(nips())
def test_every_nip_survives_as_text_and_none_as_a_number(nip: str) -> None:
    assert cell(nip, today=TODAY).nip == nip
    assert cell(f"'{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}", today=TODAY).nip == nip
    assert cell(float(nip[:15] + "000"), today=TODAY) == Read(angka=nip[:15])
    assert cell(f"{float(nip[:15] + '000'):.14E}", today=TODAY) == Read(angka=nip[:15])  # Excel cuts, never rounds
