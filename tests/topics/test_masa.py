"""Heads of OPD: how and since when, what was handed over, and the year split by who held the seat."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Bars, Cards, Figure, Lang, Trend
from dashboard.query import Ask
from dashboard.topics import kepala, pergantian, peringkat, profil_opd, ringkasan
from dashboard.view import View
from tests.models.jabatan import dinas, dunia, nip, tugas, uang
from tests.models.world import World

LANGS: tuple[Lang, ...] = ("id", "en")
FIRST, SECOND, THIRD = "Contoh Aruna", "Contoh Bestari", "Contoh Candra"


@pytest.fixture(scope="module")
def pemda() -> World:
    """A changed hands twice and was empty between; B is new since five days; of C no history is recorded."""
    posts = [
        tugas(nip(1), "2024-01-08", nama=FIRST, kode_jabatan="A-KEPALA", selesai="2026-02-10"),
        tugas(nip(2), "2026-04-01", "Plt", nama=SECOND, kode_jabatan="A-KEPALA", selesai="2026-06-30"),
        tugas(nip(3), "2025-03-03", nama=THIRD, kode_jabatan="B-KEPALA"),
    ]
    funds = [uang(kode, [-1, -2, -4, -9]) for kode in "ABC"]
    return World(dunia(dinas("A", "B", "C"), *funds, {"riwayat_jabatan": posts}))


def _ask(pemda: World, lang: Lang = "id", *, names: bool = False) -> Ask:
    return Ask("uji-masa", pemda, Scope(names=names), lang)


def _profile(pemda: World, opd: str, lang: Lang = "id", *, names: bool = False) -> dict[str, Figure]:
    view = View(2026, 4, opd=opd, lang=lang)
    return {figure.id: figure for figure in profil_opd.figures(_ask(pemda, lang, names=names), view)}


def _rows(figure: Figure) -> list[dict[str, object]]:
    ids = [column.id for column in figure.table.columns]
    return [dict(zip(ids, row, strict=True)) for row in figure.table.rows]


def test_a_head_has_a_name_only_where_people_are_named(pemda: World) -> None:
    view = View(2026, 4)
    unnamed, named = (kepala.heads(_ask(pemda, names=names), view) for names in (False, True))
    assert (unnamed["A"].keadaan, unnamed["A"].nama, unnamed["A"].hari) == ("plt", None, 29)
    assert named["A"].nama == SECOND and kepala.said(named["A"], "id") == f"{SECOND} (Plt)"
    assert kepala.said(unnamed["A"], "id") == "Plt"
    assert "C" not in named  # no history recorded is no vacancy
    label = kepala.person(unnamed["A"].sebutan, None, "id")
    assert label and SECOND not in label and not any(char.isdigit() and len(label) > 20 for char in label)


@pytest.mark.parametrize("lang", LANGS)
def test_own_times_add_up_to_the_deviation_of_today(pemda: World, lang: Lang) -> None:
    rows = _rows(_profile(pemda, "A", lang)["profil_opd.masa"])
    assert [row["bulan"] for row in rows] == ["Jan", "Feb–Mar", "Apr"]
    assert [row["warisan"] for row in rows] == [Decimal("0.00"), Decimal("-1.00"), Decimal("-4.00")]
    assert sum(Decimal(str(row["sendiri"])) for row in rows) == Decimal("-9.00")
    assert rows[1]["siapa"] == kepala.status("kosong", lang)  # the vacancy is a holder of its own


def test_under_thirty_days_is_too_early_to_be_read(pemda: World) -> None:
    rows = _rows(_profile(pemda, "A")["profil_opd.masa"])
    assert rows[-1]["hari"] == 29 and rows[-1]["catatan"] == "terlalu dini untuk dinilai"
    assert rows[0]["catatan"] is None


def test_the_state_at_handover_is_that_of_the_month_before(pemda: World) -> None:
    figure = _profile(pemda, "A", names=True)["profil_opd.kepala"]
    assert isinstance(figure.chart, Cards)
    now, _, before, handed, own = figure.chart.cards
    assert now.value == "Plt" and SECOND in str(now.note)
    assert before.value == "Definitif" and FIRST in str(before.note)
    assert handed.value == Decimal("-4.00") and "Maret" in (handed.note or "")
    assert own.value == Decimal("-5.00")
    assert [dict(link.params)["pejabat"][0] for _, link in figure.trail] == ["P", "P"]


def test_each_change_of_hands_is_a_line_on_the_curve(pemda: World) -> None:
    assert pergantian.marks(_ask(pemda), View(2026, 4), "A") == ((1, "Kosong 11 Feb"), (3, "Plt 1 Apr"))
    for id in ("profil_opd.kurva", "profil_opd.deviasi"):
        chart = _profile(pemda, "A")[id].chart
        assert isinstance(chart, Trend) and [at for at, _ in chart.marks] == [1, 3]


def test_the_line_of_each_holder_begins_where_it_was_handed_over(pemda: World) -> None:
    chart = _profile(pemda, "A")["profil_opd.deviasi"].chart
    assert isinstance(chart, Trend)
    assert [[at for at, v in enumerate(s.values) if v is not None] for s in chart.series] == [[0], [0, 1, 2], [2, 3]]


def test_one_holder_all_year_is_said_so(pemda: World) -> None:
    figure = _profile(pemda, "B")["profil_opd.masa"]
    assert isinstance(figure.chart, Bars) and len(figure.chart.categories) == 1
    assert "satu pemegang" in figure.title


def test_an_opd_without_history_says_what_to_import(pemda: World) -> None:
    found = _profile(pemda, "C")
    assert "SIASN" in (found["profil_opd.kepala"].empty or "")
    assert "profil_opd.masa" not in found


def test_heads_stand_beside_their_opd_on_every_list(pemda: World) -> None:
    view = View(2026, 4)
    ask = _ask(pemda)
    for figure in peringkat.figures(ask, view):
        if figure.id in ("peringkat.serapan", "peringkat.rapor", "peringkat.sisa"):
            rows = {str(row["opd"]): row for row in _rows(figure)}
            assert rows["Dinas A"]["kepala"] == "Plt" and rows["Dinas A"]["hari"] == 29
            assert rows["Dinas C"]["kepala"] is None
    first = next(figure for figure in ringkasan.figures(ask, view) if figure.id == "ringkasan.prioritas")
    reasons = {str(row["opd"]): str(row["alasan"]) for row in _rows(first)}
    assert all("kepala:" in said for opd, said in reasons.items() if opd != "Dinas C")
