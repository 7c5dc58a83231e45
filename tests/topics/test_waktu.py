"""Time in figures: what came late is said at the month that holds it, and periods are compared like with like."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dashboard.access import Scope
from dashboard.figures.figure import Figure, Ranking, Trend
from dashboard.query import Ask
from dashboard.topics import asal, peringkat
from dashboard.topics.kurva import curve
from dashboard.topics.triwulan import periods, quarters
from dashboard.view import View
from tests.models.world import Row, World, hari, opd, pagu, rak, realisasi

CEILING = {"tgl_berlaku": hari("2025-01-01")}


def asked(view: View, spent: list[Row], *, name: str, more: dict[str, list[Row]] | None = None) -> Ask:
    units = sorted({row["kode_opd"] for row in spent})
    plan = [pagu(unit, 1000, tahun=year, **CEILING) for unit in units for year in (2025, 2026)]
    world = World({"opd": [opd(unit) for unit in units], "pagu": plan, "realisasi": spent, **(more or {})})
    return Ask(name, world, Scope(), view.lang)


def column(figure: Figure, name: str) -> list[object]:
    at = [head.id for head in figure.table.columns].index(name)
    return [row[at] for row in figure.table.rows]


def test_a_month_that_holds_earlier_ones_says_so_on_the_chart_and_in_the_table(view: View) -> None:
    ask = asked(view, [realisasi("A", 1, 10), realisasi("A", 4, 90)], name="uji-tunda")
    figure = curve(ask, view, "x.kurva", opd="A", monthly=True)
    assert isinstance(figure.chart, Trend)
    said = "memuat Feb–Apr" if view.lang == "id" else "holds Feb–Apr"
    assert figure.chart.marks == ((3, said),)
    assert column(figure, "memuat") == [None, None, None, said, *[None] * 8]
    assert any(said in note for note in figure.notes)


def test_a_first_report_holds_all_since_january(view: View) -> None:
    ask = asked(view, [realisasi("A", 4, 90)], name="uji-tunda-satu")
    figure = curve(ask, view, "x.kurva", monthly=True)
    assert isinstance(figure.chart, Trend)
    said = "memuat Jan–Apr dari 1 OPD" if view.lang == "id" else "holds Jan–Apr (agencies: 1)"
    assert figure.chart.marks == ((3, said),)


def test_a_few_late_ones_are_told_below_and_not_over_the_chart(view: View) -> None:
    spent = [realisasi(unit, month, 10 * month) for unit in ("A", "B", "C") for month in (1, 2, 3, 4)]
    ask = asked(view, [*spent, realisasi("D", 4, 40)], name="uji-tunda-sedikit")
    figure = curve(ask, view, "x.kurva", monthly=True)
    assert isinstance(figure.chart, Trend) and figure.chart.marks == ()
    assert column(figure, "memuat")[3] and any("Jan–Apr" in note for note in figure.notes)


def test_who_reports_every_month_has_no_such_column(ask: Ask, view: View) -> None:
    figure = curve(ask, view, "x.kurva", opd="DINKES", monthly=True)
    assert "memuat" not in [head.id for head in figure.table.columns]


def test_periods_end_at_the_month_looked_at() -> None:
    found = periods(8, months=3, kind="triwulan")
    assert [(p.first, p.last, p.whole) for p in found] == [(1, 3, True), (4, 6, True), (7, 8, False)]
    assert [(p.first, p.last) for p in periods(6, months=6, kind="semester")] == [(1, 6)]


def years(unit: str, now: dict[int, int], then: dict[int, int]) -> list[Row]:
    told = [realisasi(unit, month, amount) for month, amount in now.items()]
    return told + [realisasi(unit, month, amount, tahun=2025) for month, amount in then.items()]


def test_a_quarter_stands_beside_the_same_months_of_last_year(view: View) -> None:
    ask = asked(view, years("A", {3: 30, 4: 50}, {3: 20, 4: 45, 6: 90}), name="uji-tw")
    figure = quarters(ask, view)
    assert isinstance(figure.chart, Ranking)
    assert (figure.chart.value_label, figure.chart.before_label) == ("2026", "2025")
    # the second quarter to April, never last year's whole second quarter
    assert column(figure, "kini")[:2] == [Decimal(30), Decimal(20)]
    assert column(figure, "lalu")[:2] == [Decimal(20), Decimal(25)]
    assert figure.chart.dots[1].label == ("TW II s.d. Apr" if view.lang == "id" else "Q2 to Apr")
    assert column(figure, "kini")[-1] == Decimal(50) and column(figure, "beda")[-1] == Decimal(5)


def test_an_opd_that_has_not_reported_is_left_out_of_both_years(view: View) -> None:
    spent = years("A", {3: 30, 4: 50}, {3: 20, 4: 45}) + years("B", {3: 70}, {3: 60, 4: 100})
    figure = quarters(asked(view, spent, name="uji-tw-belum"), view)
    assert column(figure, "n")[:2] == [2, 1]
    assert column(figure, "kini")[:2] == [Decimal(100), Decimal(20)]
    assert column(figure, "lalu")[:2] == [Decimal(80), Decimal(25)]


def test_a_quarter_that_cannot_be_told_from_the_months_before_is_unknown(view: View) -> None:
    figure = quarters(asked(view, years("A", {4: 50}, {3: 20, 4: 45}), name="uji-tw-gabung"), view)
    assert column(figure, "kini")[:2] == [None, None]
    assert column(figure, "kini")[-1] == Decimal(50)


def test_without_last_year_the_quarter_still_stands(view: View) -> None:
    figure = quarters(asked(view, years("A", {3: 30, 4: 50}, {}), name="uji-tw-sendiri"), view)
    assert isinstance(figure.chart, Ranking) and all(dot.before is None for dot in figure.chart.dots)
    assert "2025" in figure.title and column(figure, "beda")[0] is None


def test_the_whole_ranking_has_the_order_of_both_ends(ask: Ask, view: View) -> None:
    found = {figure.id: figure for figure in peringkat.figures(ask, view)}
    ranks = [rank for rank in column(found["peringkat.serapan"], "peringkat") if rank is not None]
    assert ranks == sorted(ranks, reverse=True)  # type: ignore[type-var]
    assert column(found["peringkat.terendah"], "peringkat") == ranks[: len(column(found["peringkat.terendah"], "opd"))]


def test_a_ceiling_without_a_date_shows_none(view: View) -> None:
    later = pagu("A", 900, versi="pergeseran-1", impor=2)
    plan = {"pagu": [pagu("A", 1000, tgl_berlaku=hari("2026-01-01")), later], "rak": rak("A", (100,) * 12)}
    ask = asked(view, [realisasi("A", 4, 50)], name="uji-tanpa-tanggal", more=plan)
    figure = asal.sources(ask, replace(view, opd="A"))
    assert ("tanpa tanggal" if view.lang == "id" else "no date") in column(figure, "posisi_terakhir")


def test_a_dated_ceiling_shows_its_month(view: View) -> None:
    later = pagu("A", 900, versi="pergeseran-1", impor=2, tgl_berlaku=hari("2026-03-15"))
    plan = {"pagu": [pagu("A", 1000, tgl_berlaku=hari("2026-01-01")), later]}
    ask = asked(view, [realisasi("A", 4, 50)], name="uji-bertanggal", more=plan)
    figure = asal.sources(ask, replace(view, opd="A"))
    assert "Mar 2026" in column(figure, "posisi_terakhir")


def test_a_cash_plan_of_last_year_is_none_of_this_year(view: View) -> None:
    old = {"rak": rak("A", (100,) * 12, tahun=2025)}
    ask = asked(view, [realisasi("A", 4, 50)], name="uji-rak-lama", more=old)
    figure = asal.sources(ask, replace(view, opd="A"))
    assert ("RAK" if view.lang == "id" else "cash plan") in figure.title and "2026" in figure.title
