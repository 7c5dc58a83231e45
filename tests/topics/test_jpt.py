"""Seats of high officials: counted, asking for attention by a rule, and nobody judged by another regime or named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Bars, Cards, Figure
from dashboard.query import Ask
from dashboard.topics import jpt, jpt_kursi, kepala, pejabat
from dashboard.view import View
from tests.models.jabatan import nip
from tests.models.world import Row, World, hari
from tests.topics import orang


def _rows(figure: Figure) -> list[dict[str, Any]]:
    ids = [column.id for column in figure.table.columns]
    return [dict(zip(ids, row, strict=True)) for row in figure.table.rows]


def _figures(ask: Ask, view: View) -> dict[str, Figure]:
    return {figure.id: figure for figure in jpt.figures(ask, view)}


def test_seats_are_counted_by_how_they_are_held(people_ask: Ask, view: View) -> None:
    chart = _figures(people_ask, view)["jpt.ringkas"].chart
    assert isinstance(chart, Cards)
    definitive, empty, acting, caretaker, new, two, five, near = (card.value for card in chart.cards)
    assert str(definitive).startswith("3 ") and str(definitive).endswith(" 5")
    assert (empty, acting, caretaker, new, two, five, near) == (0, 2, 0, 2, 1, 1, 0)


def test_every_seat_stands_once_with_the_holder_of_the_page_of_officials(people_ask: Ask, view: View) -> None:
    rows = _rows(_figures(people_ask, view)["jpt.kursi"])
    heads = _rows(next(f for f in pejabat.figures(people_ask, view) if f.id == "pejabat.kepala"))
    same = ("jabatan", "pejabat", "keadaan", "hari", "warna", "warisan", "sendiri", "skp", "tmt", "seratus")
    by_post = {row["jabatan"]: row for row in heads}
    assert len(rows) == len(heads) == 5
    for row in rows:
        assert {name: row[name] for name in same} == {name: by_post[row["jabatan"]][name] for name in same}


def test_every_matter_has_its_basis(people_ask: Ask, view: View) -> None:
    found = _figures(people_ask, view)
    rows = _rows(found["jpt.perhatian"])
    assert rows and all(row["dasar"] and row["tag"] and row["sejak"] for row in rows)
    assert not any("Sekretaris" in str(row["jabatan"]) for row in rows), "eselon III is not asked about here"
    assert {row["dasar"] for row in _rows(found["rotasi.dasar"])} == {row["dasar"] for row in rows}
    [new] = [str(row["hal"]) for row in rows if row["jabatan"] == "Kepala Dinas Pendidikan"]
    assert new.endswith("13 Jun 2026"), "a hundred days from the inauguration on 5 March"


@pytest.fixture(scope="module")
def judged() -> World:
    """The small pemda in which heads were judged: F below good, C by an older regime only, B near the limit."""
    made = orang.rows()

    def told(letter: str, opd: str, tahun: int, **more: Any) -> Row:
        return {
            "nip": orang.NIPS[letter], "nama": orang.NAMES[letter], "tahun": tahun, "jenis_periode": "tahunan",
            "kode_opd": opd, "baris": 700 + len(letter) + tahun, **more,
        }  # fmt: skip

    below = {"hasil_kerja": "di bawah ekspektasi", "perilaku": "sesuai ekspektasi", "predikat": "Butuh Perbaikan"}
    skp = [told("F", "DINKES", 2025, **below), told("C", "KOMINFO", 2020, nilai_lama=55)]
    staff = [
        {**row, "bup_tanggal": hari("2027-04-01")} if row["nip"] == orang.NIPS["B"] else row for row in made["pegawai"]
    ]
    return World({**made, "skp": [*made["skp"], *skp], "pegawai": staff})


def _ask(world: World, view: View, *, names: bool = False) -> Ask:
    return Ask("uji-jpt", world, Scope(names=names), view.lang)


def test_below_good_asks_for_attention_under_the_regime_that_says_so(judged: World, view: View) -> None:
    ask = _ask(judged, view)
    found = jpt_kursi.matters(ask, view, jpt_kursi.seats(ask, view))
    assert [m["kode_jabatan"] for m in found if m["jenis"] == "predikat_bawah"] == ["DINKES-KEPALA"]
    [low] = [m for m in found if m["jenis"] == "predikat_bawah"]
    assert (low["sejak"], low["hari"]) == (date(2025, 12, 31), 120)
    assert "PP 30/2019" in low["dasar_hukum"] and low["tag"] == "C2"


def test_the_age_limit_is_a_matter_to_know_after_those_that_press(judged: World, view: View) -> None:
    ask = _ask(judged, view)
    found = jpt_kursi.matters(ask, view, jpt_kursi.seats(ask, view))
    assert [m["kode_jabatan"] for m in found if m["jenis"] == "bup_dekat"] == ["DISDIK-KEPALA"]
    kinds = [m["tingkat"] for m in found]
    assert kinds == sorted(kinds, reverse=True), "what presses stands first"


def test_predicates_of_one_year_only_are_spread_and_few_are_not_shown(judged: World, view: View) -> None:
    assert _figures(_ask(judged, view), view)["jpt.predikat"].empty, "two people are no spread"
    figure = _figures(_ask(judged, view, names=True), view)["jpt.predikat"]
    assert isinstance(figure.chart, Bars)
    assert sum(row["n"] for row in _rows(figure)) == 2, "the older regime has a scale of its own"


def test_nobody_is_named_unasked(judged: World, view: View) -> None:
    said = repr(jpt.figures(_ask(judged, view), view))
    assert not [name for name in orang.NAMES.values() if name in said]
    assert orang.NAMES["F"] in repr(jpt.figures(_ask(judged, view, names=True), view))


def test_a_reader_of_one_opd_sees_its_seats_only(judged: World, view: View) -> None:
    ask = Ask("uji-jpt", judged, Scope(opd=("DINKES",)), view.lang)
    assert {row["kode_opd"] for row in jpt_kursi.seats(ask, view)} == {"DINKES"}
    assert {m["kode_opd"] for m in jpt_kursi.matters(ask, view, jpt_kursi.seats(ask, view))} <= {"DINKES"}


def test_a_person_is_called_the_same_by_every_reader(people: World, people_ask: Ask, view: View) -> None:
    one = Ask("uji-orang", people, Scope(opd=("DISDIK",)), view.lang)
    mine, all_of_them = kepala.heads(one, view)["DISDIK"], kepala.heads(people_ask, view)["DISDIK"]
    assert mine.sebutan == all_of_them.sebutan and mine.sebutan
    sql = "select count(*) as n from app.pemegang as g left join app.orang as o on g.orang_id = o.orang_id "
    assert one.run(sql + "where g.orang_id is not null and o.sebutan is null") == [{"n": 0}]


def test_before_any_history_it_says_what_to_import(view: View) -> None:
    world = World({"opd": orang.rows()["opd"], "pegawai": [{"nip": nip(1), "nama": "Contoh", "jenis": "PNS"}]})
    [figure] = jpt.figures(Ask("uji-jpt-kosong", world, Scope(), view.lang), replace(view))
    assert figure.empty and "SIASN" in figure.empty
