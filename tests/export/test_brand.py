"""A pemda's own name, logo and colours, changed in one file without a programmer."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.export.brand import brand
from dashboard.export.deck import deck
from dashboard.export.logo import png
from tests.export import opened, world

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#00F"/></svg>'


def test_the_sample_pemda_says_that_it_is_fictional() -> None:
    shipped = brand()
    assert "fiktif" in shipped.keterangan
    assert shipped.logo is not None
    assert shipped.logo.is_file()


def test_real_data_never_goes_under_the_fictional_name(tmp_path: Path) -> None:
    unnamed = brand(tmp_path)
    assert unnamed.nama != brand().nama
    assert (unnamed.keterangan, unnamed.remark("en"), unnamed.logo) == ("", "", None)
    (tmp_path / "contoh").mkdir()
    assert brand(tmp_path) == brand(), "the workspace of the sample is the fictional pemda"


def test_a_remark_of_ones_own_is_not_said_in_the_words_of_the_sample(tmp_path: Path) -> None:
    (tmp_path / "contoh").mkdir()
    (tmp_path / "pemda.toml").write_text('keterangan = "Bahan rapat"\n', encoding="utf-8")
    assert brand(tmp_path).remark("en") == "Bahan rapat"


def test_the_workspace_overrides_key_by_key(tmp_path: Path) -> None:
    (tmp_path / "lambang.svg").write_text(SVG, encoding="utf-8")
    (tmp_path / "pemda.toml").write_text(
        'nama = "Kota Lain"\nlogo = "lambang.svg"\nketerangan = ""\n[warna]\nutama = "#123456"\n', encoding="utf-8"
    )
    mine = brand(tmp_path)
    assert (mine.nama, mine.utama, mine.aksen) == ("Kota Lain", "#123456", brand().aksen)
    drawn = png(mine)
    assert drawn is not None
    assert drawn.getvalue().startswith(b"\x89PNG"), "an SVG logo is drawn for slides"
    shown = opened.presentation(deck([world.cards()], title="x", subtitle="y", brand=mine))
    assert "Kota Lain" in opened.words(shown.slides[0])


def test_a_colour_that_is_none_is_refused_and_a_lost_logo_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "pemda.toml").write_text('[warna]\nutama = "hijau"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="hijau"):
        brand(tmp_path)
    (tmp_path / "pemda.toml").write_text('logo = "hilang.png"\n', encoding="utf-8")
    assert brand(tmp_path).logo is None
    assert deck([world.cards()], title="x", subtitle="y", brand=brand(tmp_path))
