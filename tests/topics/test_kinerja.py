"""Performance of people: denominators named, nobody in a small group shown, regimes apart, and the head of each OPD."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Bars, Cards, Figure, Lang, Quadrant, Trend
from dashboard.query import Ask
from dashboard.topics import kinerja, periode_skp, profil_opd, ringkasan
from dashboard.view import View
from tests.models.jabatan import dinas, uang
from tests.models.world import Row, World, skp

LANGS: tuple[Lang, ...] = ("id", "en")
MET = "sesuai ekspektasi"
GOOD = {"hasil_kerja": MET, "perilaku": MET, "predikat": "Baik", "status": "PERSETUJUAN"}


def _people(opd: str, first: int, n: int, *, tahun: int = 2025, **more: object) -> list[Row]:
    return [skp(str(first + at), opd, tahun=tahun, **{**GOOD, **more}) for at in range(n)]


@pytest.fixture(scope="module")
def pemda() -> World:
    """A is red with good people, B has people of every kind, C has three people; two years, two ways of assessing."""
    rows: list[Row] = [
        *_people("A", 901, 20),
        *_people("B", 931, 6),
        *_people("B", 937, 2, predikat="Sangat Baik"),  # the matrix gives Baik
        *_people("B", 939, 2, hasil_kerja=None, perilaku=None, predikat=None, status="DRAFT"),
        *_people("C", 951, 3),
        *[
            {**row, "hasil_kerja": None, "perilaku": None, "predikat": None, "nilai_lama": Decimal(88)}
            for row in _people("A", 901, 20, tahun=2020)
        ],
    ]
    money = [uang(kode, [deviasi] * 4) for kode, deviasi in {"A": -60, "B": 0, "C": 0}.items()]
    parts = [dinas("A", "B", "C"), *money, {"skp": rows}]
    made: dict[str, list[Row]] = {}
    for part in parts:
        for table, body in part.items():
            made.setdefault(table, []).extend(dict(row) for row in body)
    return World(made)


def _ask(pemda: World, lang: Lang = "id", *, names: bool = False) -> Ask:
    return Ask("uji-kinerja", pemda, Scope(names=names), lang)


def _figures(pemda: World, lang: Lang = "id", *, names: bool = False, skp: str | None = "2025") -> dict[str, Figure]:
    view = View(2026, 4, lang=lang, skp=skp)
    return {figure.id: figure for figure in kinerja.figures(_ask(pemda, lang, names=names), view)}


def _rows(figure: Figure) -> list[dict[str, object]]:
    ids = [column.id for column in figure.table.columns]
    return [dict(zip(ids, row, strict=True)) for row in figure.table.rows]


@pytest.mark.parametrize("lang", LANGS)
def test_the_denominator_is_named(pemda: World, lang: Lang) -> None:
    chart = _figures(pemda, lang)["kinerja.kartu"].chart
    assert isinstance(chart, Cards)
    owed, *_, assessed, good = chart.cards
    assert owed.value == 33 and assessed.value == Decimal("93.94")  # 31 of 33
    assert "31" in (assessed.note or "") and "33" in (assessed.note or "")
    assert good.value == Decimal("100.00")


def test_columns_are_named_once(pemda: World) -> None:
    for figure in _figures(pemda).values():
        ids = [column.id for column in figure.table.columns]
        assert len(ids) == len(set(ids)), figure.id


def test_shares_of_an_opd_add_up_to_all_who_owe_one(pemda: World) -> None:
    figure = _figures(pemda)["kinerja.predikat"]
    assert isinstance(figure.chart, Bars) and figure.chart.stacked
    for at in range(len(figure.chart.categories)):
        assert sum(Decimal(str(series.values[at])) for series in figure.chart.series) == 100
    b = next(row for row in _rows(figure) if row["wajib"] == 10)
    assert (b["baik"], b["sangat_baik"], b["belum"], b["baik_atas"]) == (6, 2, 2, Decimal("80.00"))


def test_a_group_of_three_is_shown_only_with_names(pemda: World) -> None:
    hidden, shown = (_rows(_figures(pemda, names=names)["kinerja.predikat"]) for names in (False, True))
    (three,) = (row for row in hidden if row["wajib"] == 3)
    assert three["baik"] is None and three["catatan"]
    (three,) = (row for row in shown if row["wajib"] == 3)
    assert three["baik"] == 3


def test_red_on_money_while_all_are_good_is_asked_about(pemda: World) -> None:
    figure = _figures(pemda)["kinerja.konsistensi"]
    assert isinstance(figure.chart, Quadrant) and figure.chart.named == ("A",)
    first = _rows(figure)[0]
    assert first["warna"] == "merah" and first["beda"]
    assert all(row["beda"] is None for row in _rows(figure)[1:])


def test_regimes_are_never_one_line(pemda: World) -> None:
    chart = _figures(pemda)["kinerja.tahun"].chart
    assert isinstance(chart, Trend) and chart.x == ("2020", "2025")
    assert [sum(value is not None for value in series.values) for series in chart.series] == [1, 1]
    assert [at for at, _ in chart.marks] == [1]


def test_rows_against_the_matrix_name_nobody_unasked(pemda: World) -> None:
    unnamed, named = (_figures(pemda, names=names)["kinerja.matriks"] for names in (False, True))
    assert len(unnamed.table.rows) == len(named.table.rows) == 2
    assert "siapa" not in [column.id for column in unnamed.table.columns]
    assert {row["siapa"] for row in _rows(named)} == {"Contoh 937", "Contoh 938"}
    assert not any(link and "pejabat" in dict(link.params) for link in unnamed.table.links)


def test_a_period_that_is_not_there_falls_to_the_last_one(pemda: World) -> None:
    ask, view = _ask(pemda), View(2026, 4, skp="1999")
    period = periode_skp.chosen(ask, view)
    assert period is not None and period.kode == "2025"
    assert periode_skp.last(ask, replace(view, tahun=2025, bulan=11)) is not None
    assert [one.kode for one in periode_skp.periods(ask)] == ["2025", "2020"]


def test_without_skp_the_page_says_what_to_import() -> None:
    world = World({**dinas("A"), **uang("A", [0] * 4)})
    skp, pk = kinerja.figures(Ask("uji-kosong", world, Scope(), "id"), View(2026, 4))
    assert skp.empty and "e-Kinerja" in skp.empty
    assert pk.empty and "03_kinerja.xlsx" in pk.empty


def test_the_summary_counts_those_assessed_and_says_of_how_many(pemda: World) -> None:
    figures = ringkasan.figures(_ask(pemda), View(2026, 4))
    chart = figures[0].chart
    assert isinstance(chart, Cards)
    assert chart.cards[-1].value == Decimal("93.94") and "33" in (chart.cards[-1].note or "")


def test_the_page_of_an_opd_says_how_many_are_below_good(pemda: World) -> None:
    view = View(2026, 4, opd="B")
    figure = next(f for f in profil_opd.figures(_ask(pemda), view) if f.id == "profil_opd.skp")
    assert [row["n"] for row in _rows(figure)] == [2, 6, 0, 0, 0, 2]
    assert figure.title.startswith("0 di bawah Baik dari 8")
    small = next(f for f in profil_opd.figures(_ask(pemda), replace(view, opd="C")) if f.id == "profil_opd.skp")
    assert small.empty and small.chart is None


def test_nothing_is_drawn_where_every_group_is_small() -> None:
    world = World({**dinas("C"), **uang("C", [0] * 4), "skp": _people("C", 951, 3)})
    view = View(2026, 4, skp="2025")
    found = {f.id: f for f in kinerja.figures(Ask("uji-kecil", world, Scope(), "id"), view)}
    figure = found["kinerja.predikat"]
    assert figure.chart is None and [row["catatan"] for row in _rows(figure)] == [
        "kurang dari 5 orang, tidak ditampilkan"
    ]
    assert found["kinerja.konsistensi"].empty
    assert all(not isinstance(f.chart, Bars) or f.chart.categories for f in found.values())
