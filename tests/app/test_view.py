"""A link opens the same view, and a strange link opens a sensible one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.view import CAKUPAN, LANGS, Known, View, from_params, to_params

NAMES = ["tahun", "bulan", "kelompok", "profil", "opd", "cakupan", "bahasa", "skp", "pejabat", "jabatan", "pelantikan",
         "per"]  # fmt: skip
KNOWN = Known(
    bulan={2025: tuple(range(1, 13)), 2026: (1, 2, 3, 4)},
    kelompok=("semua", "asisten-1", "komisi-IV"),
    profil=("rasio-target", "deviasi-poin"),
    opd=("DINKES", "2.16.2.20.2.21.04.0000"),
)


@st.composite
def views(draw: st.DrawFn) -> View:
    tahun = draw(st.sampled_from(sorted(KNOWN.bulan)))
    opd = draw(st.sampled_from([None, *KNOWN.opd]))
    code = st.sampled_from([None, "2.16", "2.16.02.2.01", "5.1.02 &?=/é"])
    return View(
        tahun,
        draw(st.sampled_from(KNOWN.bulan[tahun])),
        kelompok=draw(st.sampled_from(KNOWN.kelompok)),
        profil=draw(st.sampled_from(KNOWN.profil)),
        opd=opd,
        cakupan=draw(st.sampled_from(CAKUPAN)),
        lang=draw(st.sampled_from(LANGS)),
        program=draw(code) if opd else None,
        kegiatan=draw(code) if opd else None,
        sub=draw(code) if opd else None,
        pejabat=draw(st.sampled_from([None, "P0123456789ab"])),
        jabatan=draw(code),
        pelantikan=draw(st.sampled_from([None, "2026-07-15", "SK 821.2/15&?=/é"])),
        per=draw(st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2099, 12, 31)))),
    )


@given(views())
def test_a_view_survives_its_url(view: View) -> None:
    assert from_params(to_params(view), KNOWN) == (view, ())


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=8)))
def test_any_url_gives_a_view_that_exists(params: dict[str, str]) -> None:
    view, dropped = from_params(params, KNOWN)
    assert view.bulan in KNOWN.bulan[view.tahun]
    assert view.kelompok in KNOWN.kelompok and view.profil in KNOWN.profil and view.cakupan in CAKUPAN
    assert set(dropped) <= set(params)


def test_an_unknown_value_falls_back_and_is_told() -> None:
    view, dropped = from_params({"tahun": "2026", "bulan": "9", "opd": "TIDAK-ADA"}, KNOWN)
    assert (view.until, view.opd) == ("2026-04", None)
    assert dropped == ("bulan", "opd")


def test_the_month_is_always_in_the_link_and_defaults_are_not() -> None:
    assert to_params(View(2026, 4)) == {"tahun": "2026", "bulan": "4"}


def test_groups() -> None:
    assert (View(2026, 4, kelompok="asisten-2").asisten, View(2026, 4, kelompok="komisi-IV").komisi) == ("2", "IV")
    assert View(2026, 4).asisten is None and View(2026, 4).komisi is None


@given(st.text(max_size=20))
def test_a_person_is_opened_by_the_internal_id_only(asked: str) -> None:
    view, dropped = from_params({"pejabat": asked}, KNOWN)
    assert view.pejabat is None
    assert dropped == (("pejabat",) if asked else ())


def test_the_day_of_actions_stands_in_the_link_as_a_date() -> None:
    assert to_params(View(2026, 4, per=date(2026, 5, 12)))["per"] == "2026-05-12"
    assert from_params({"per": "2024-02-29"}, KNOWN)[0].per == date(2024, 2, 29)


@pytest.mark.parametrize(
    "asked",
    ["2026-02-30", "2026-13-01", "20260512", "12-05-2026", "2026-W20-2", "2026-5-2", "kemarin", "1999-12-31",
     "2026-05-12T08", "٢٠٢٦-05-12"],
)  # fmt: skip
def test_a_day_that_is_none_falls_back_and_is_told(asked: str) -> None:
    assert from_params({"per": asked}, KNOWN) == (View(2026, 4), ("per",))
