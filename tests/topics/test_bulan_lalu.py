"""A page at an earlier month shows nothing that happened after it, and days are counted to its own end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Cards, Figure
from dashboard.query import Ask
from dashboard.topics import pejabat, pejabat_daftar, rotasi, rotasi_garis, rotasi_hasil
from dashboard.view import View
from tests.models.jabatan import dinas, dunia, nip, tugas, uang
from tests.models.world import Row, World
from tests.topics.test_pejabat import rows
from tests.topics.test_topics import by_id

WHO = {letter: nip(n) for n, letter in enumerate("ABCDEFG")}
MAY = View(2026, 5)


def post(who: str, begin: str, where: str | None, kind: str = "definitif", **more: object) -> Row:
    place = {"kode_jabatan": f"{where}-KEPALA"} if where else {"nama_jabatan": "Widyaiswara Ahli Utama"}
    return tugas(WHO[who], begin, kind, **place, **more)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """In May B goes from Q to P and C from R to Q; R has two acting heads, a week of nobody, and D from 15 July."""
    moved = {"cara": "rotasi", "kode_sk_batch": "Mei"}
    posts = [
        post("A", "2022-01-03", "P", selesai="2026-05-03"),
        post("B", "2023-01-02", "Q"), post("B", "2026-05-04", "P", **moved),
        # C had left R on 20 April, two weeks before the new post began
        post("C", "2024-01-02", "R", selesai="2026-04-20"), post("C", "2026-05-04", "Q", **moved),
        post("E", "2026-05-11", "R", "Plt", selesai="2026-05-31"),
        post("F", "2026-06-08", "R", "Plt", selesai="2026-07-14"),
        post("D", "2026-07-15", "R", cara="promosi"),
    ]  # fmt: skip
    return Ask("uji-bulan", World(dunia(dinas(*"PQR"), {"riwayat_jabatan": posts}, sampai=290)), Scope())


def chain(ask: Ask, view: View) -> Row:
    """The move that left R, as the page has it."""
    found = rows(by_id(rotasi.figures(ask, view))["rotasi.rantai"])
    return next(row for row in found if row["dari"] == "Kepala Dinas R")


def card(ask: Ask, view: View, at: int) -> tuple[object, str | None]:
    chart = rotasi_garis.cards(ask, view, pejabat_daftar.heads(ask, view)).chart
    assert isinstance(chart, Cards)
    return chart.cards[at].value, chart.cards[at].note


def test_a_seat_filled_later_has_no_gap_yet(ask: Ask) -> None:
    value, note = card(ask, MAY, 4)
    assert value == 0 and note and "1 kursi" in note  # Q alone: R is filled in July only
    value, note = card(ask, replace(MAY, bulan=10), 4)
    assert value == 42 and note and "2 kursi" in note  # 0 and 85 days: 20 April is the last day in R


def test_an_open_seat_counts_from_the_day_it_was_left_to_the_end_of_the_month(ask: Ask) -> None:
    assert chain(ask, MAY)["jeda_hari"] == 40  # 21 April to 31 May
    assert chain(ask, replace(MAY, bulan=6))["jeda_hari"] == 70
    assert chain(ask, replace(MAY, bulan=7))["jeda_hari"] == 85  # 21 April to 15 July


def test_whoever_acts_is_said_of_the_month_that_is_looked_at(ask: Ask) -> None:
    said = {bulan: str(chain(ask, replace(MAY, bulan=bulan))["kursi_lama"]) for bulan in (5, 6, 7)}
    assert "Plt" in said[5] and "Plt" in said[6] and "Plt" not in said[7]
    sworn = by_id(rotasi.figures(ask, replace(MAY, bulan=6)))["rotasi.pelantikan"]
    assert [row["n_kosong"] for row in rows(sworn)] == [0]


def test_a_post_that_ran_on_then_has_no_end_yet(ask: Ask) -> None:
    ids = {row["nip"]: row["orang_id"] for row in ask.run("select nip, orang_id from core.orang_nip")}

    def ends(bulan: int) -> list[object]:
        view = replace(MAY, bulan=bulan, pejabat=ids[WHO["B"]])
        return [row["akhir"] for row in rows(by_id(pejabat.figures(ask, view))["pejabat.karier"])]

    assert ends(4) == ["masih berjalan"]
    assert ends(5) == ["masih berjalan", "sampai jabatan berikutnya orang itu"]


def test_an_skp_whose_period_has_not_ended_is_a_plan() -> None:
    """The year's predicate is given after the year: a page of June does not know it."""
    ratings = {"predikat": "Baik", "hasil_kerja": "sesuai ekspektasi", "perilaku": "sesuai ekspektasi"}
    said = {"nip": WHO["A"], "nama": "A", "tahun": 2025, "jenis_periode": "tahunan", "kode_opd": "P", **ratings}
    posts = [post("A", "2022-01-03", "P")]
    ask = Ask("uji-skp-bulan", World(dunia(dinas("P"), {"riwayat_jabatan": posts, "skp": [said]}, sampai=60)), Scope())
    (person,) = ask.run("select orang_id from core.orang_nip")
    for tahun, bulan, predikat, status in ((2025, 6, None, "Disetujui"), (2025, 12, "Baik", "Dinilai")):
        figures = by_id(pejabat.figures(ask, View(tahun, bulan, pejabat=person["orang_id"])))
        (row,) = rows(figures["pejabat.skp_pan6"])
        assert (row.get("predikat"), row["status"]) == (predikat, status)
        assert ("Baik" in str(figures["pejabat.kartu"].table)) == (predikat is not None)


def test_results_by_way_of_appointment_end_with_the_month() -> None:
    """Five heads by selection since 2025: what they reached in 2026 is not yet known at the end of 2025."""
    own = dict(zip("PQRST", (-2.0, -1.0, 0.0, 4.0, 9.0), strict=True))
    posts = [post(letter, "2025-01-02", opd, cara="seleksi terbuka") for letter, opd in zip("ABCDE", own, strict=True)]
    money = [uang(opd, [*[0.0] * 11, points], tahun=2025) for opd, points in own.items()]
    money += [uang(opd, [1] * 5) for opd in own]
    ask = Ask("uji-cara", World(dunia(dinas(*"PQRST"), *money, {"riwayat_jabatan": posts}, sampai=150)), Scope())

    def ways(tahun: int, bulan: int) -> Row:
        figure: Figure = rotasi_hasil.ways(ask, View(tahun, bulan))
        return rows(figure)[0]

    assert (ways(2025, 12)["n"], ways(2025, 12)["tahun"]) == (5, "2025–2025")
    assert float(str(ways(2025, 12)["median"])) == 0
    assert (ways(2026, 5)["n"], ways(2026, 5)["tahun"]) == (10, "2025–2026")
    assert float(str(ways(2026, 5)["median"])) == 1
    assert float(str(ways(2025, 11)["median"])) == 0 and float(str(ways(2025, 11)["kuartil_atas"])) == 0
