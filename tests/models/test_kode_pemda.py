"""Which area a pemda is: as its pemda.toml says, else by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines import wilayah
from pipelines.aturan_jabatan import SAMPLE
from pipelines.trouble import Trouble


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ('kode_bps = "3578"', "3578"),
        ('kode_bps = "9401"', "9501"),  # Merauke, as BPS numbered it until 2022
        ('nama = "Pemerintah Kabupaten Lampung Selatan"', "1803"),
        ('nama = "Pemerintah Kota Gorontalo"', "7571"),  # the kabupaten of that name is another
        ('nama = "Pemerintah Provinsi Jawa Timur"', "3500"),
        ('nama = "Kabupaten Contoh"', None),
        ("", None),
    ],
)
def test_the_code_is_said_or_follows_from_the_name(tmp_path: Path, said: str, code: str | None) -> None:
    (tmp_path / "pemda.toml").write_text(said, "utf-8")
    assert wilayah.own_code(tmp_path) == code


def test_the_fictional_pemda_is_that_of_the_sample_only(tmp_path: Path) -> None:
    assert wilayah.own_code(tmp_path) is None
    (tmp_path / SAMPLE).mkdir()
    assert wilayah.own_code(tmp_path) == "9971"


def test_a_code_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "pemda.toml").write_text('kode_bps = "35.78"', "utf-8")
    with pytest.raises(Trouble):
        wilayah.own_code(tmp_path)


def test_both_codes_name_each_area_once() -> None:
    codes = [one["kode_bps"] for one in wilayah.areas()]
    others = [one["kode_kemendagri"] for one in wilayah.areas() if one["kode_kemendagri"]]
    older = [one["kode_bps_lama"] for one in wilayah.areas() if one["kode_bps_lama"]]
    assert len(codes) == len(set(codes)) == 1 + 38 + 514 and len(others) == len(set(others)) == 38 + 514
    assert len(older) == len(set(older)) == 26 and not set(older) & set(codes)


def test_each_area_lies_in_one_province_of_either_list() -> None:
    """A code of BPS and one of Kemendagri that name one area name one province, or one of the two is wrong."""
    provinces: dict[str, set[str]] = {}
    for one in wilayah.areas():
        provinces.setdefault(one["kode_bps"][:2], set()).add(one["kode_kemendagri"][:2])
    assert all(len(found) == 1 for found in provinces.values())


@pytest.mark.parametrize(
    ("kode_bps", "kode_kemendagri", "nama"),
    [
        ("3171", "31.74", "Kota Administrasi Jakarta Selatan"),
        ("1506", "15.07", "Kabupaten Tanjung Jabung Timur"),
        ("6474", "64.74", "Kota Bontang"),  # 6473 was Tarakan's until its province was divided
        ("9604", "94.01", "Kabupaten Nabire"),
    ],
)
def test_the_two_lists_number_these_areas_apart(kode_bps: str, kode_kemendagri: str, nama: str) -> None:
    found = {one["kode_bps"]: (one["kode_kemendagri"], one["nama"]) for one in wilayah.areas()}
    assert found[kode_bps] == (kode_kemendagri, nama)
