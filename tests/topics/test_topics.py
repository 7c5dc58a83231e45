"""Topics as values: the stories of the small pemda are told, and nothing is told that is not so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Bars, Cards, Figure, Grid, Priorities, Ranking, Trend
from dashboard.query import Ask
from dashboard.screens import pages
from dashboard.topics import aturan, peringkat, profil_opd, ringkasan, serapan
from dashboard.topics.papan import papan
from dashboard.view import Cakupan, View
from tests.models.world import World, pagu, rak, realisasi
from tests.topics.world import PROVISIONAL

TOPICS = {"ringkasan": ringkasan, "peringkat": peringkat, "serapan": serapan, "aturan": aturan}


def by_id(figures: list[Figure]) -> dict[str, Figure]:
    return {figure.id: figure for figure in figures}


def column(figure: Figure, name: str) -> list[object]:
    at = [head.id for head in figure.table.columns].index(name)
    return [row[at] for row in figure.table.rows]


def all_figures(ask: Ask, view: View) -> Iterator[Figure]:
    for topic in TOPICS.values():
        yield from topic.figures(ask, view)
    for opd in (None, "DISDIK", "KOMINFO", "DINKES", PROVISIONAL, "TIDAK-ADA"):
        yield from profil_opd.figures(ask, replace(view, opd=opd))


def test_every_figure_is_whole(ask: Ask, view: View) -> None:
    for figure in all_figures(ask, view):
        assert figure.title.strip(), figure.id
        assert "{" not in figure.title + figure.alt + "".join(figure.notes), figure.id
        assert figure.alt.startswith(figure.title.rstrip(".")), figure.id
        assert figure.provenance.build == "uji-0001"
        assert all(len(row) == len(figure.table.columns) for row in figure.table.rows), figure.id
        assert not figure.table.links or len(figure.table.links) == len(figure.table.rows), figure.id
        if figure.empty:
            assert figure.chart is None and not figure.table.rows, figure.id
        else:
            assert figure.table.rows, figure.id


def test_ids_are_one_to_a_figure(ask: Ask, view: View) -> None:
    for topic in TOPICS.values():
        ids = [figure.id for figure in topic.figures(ask, view)]
        assert len(ids) == len(set(ids))


def test_words_are_not_mixed(pemda: World, view: View) -> None:
    said = {
        lang: [f.title for f in all_figures(Ask("uji-0001", pemda, Scope(), lang), replace(view, lang=lang))]
        for lang in ("id", "en")
    }
    same = [a for a, b in zip(said["id"], said["en"], strict=True) if a == b]
    assert same == []


def test_five_cards_say_against_what(ask: Ask, view: View) -> None:
    chart = by_id(ringkasan.figures(ask, view))["ringkasan.kartu"].chart
    assert isinstance(chart, Cards)
    serapan_card, spent, physical, red, reported = chart.cards
    # Only those who reported: (395+200+60+158+870+315+20) of (1000+600+2000+500+3000+300+120) million.
    assert serapan_card.value == Decimal("27.23")
    assert serapan_card.delta == Decimal("-13.70")
    assert spent.value == Decimal("2093000000.00")  # KOMINFO stands at its last position
    assert physical.value is not None
    assert (red.value, red.delta) == (2, 1)
    assert str(reported.value).startswith("5")
    assert "6" in str(reported.value)


def test_each_story_is_a_priority_with_its_reason(ask: Ask, view: View) -> None:
    chart = by_id(ringkasan.figures(ask, view))["ringkasan.prioritas"].chart
    assert isinstance(chart, Priorities)
    told = {dict(item.link.params)["opd"]: item.reason for item in chart.items if item.link}
    assert list(told) == ["DISDIK", "KOMINFO", "BPBD", "PUPR", "DINKES"]
    figures = {"DISDIK": "36", "KOMINFO": "Feb", "BPBD": "315", "PUPR": "23", "DINKES": "ontrol"}
    assert {opd: mark for opd, mark in figures.items() if mark not in told[opd]} == {}


def test_colours_count_every_opd_once(ask: Ask, view: View) -> None:
    figure = by_id(ringkasan.figures(ask, view))["ringkasan.warna"]
    assert sum(column(figure, "kini")) == 6  # type: ignore[arg-type]
    assert dict(zip(column(figure, "warna"), column(figure, "kini"), strict=True))["abu"] == 1


def test_the_future_of_realisasi_is_a_gap_and_of_the_plan_is_not(ask: Ask, view: View) -> None:
    chart = by_id(ringkasan.figures(ask, view))["ringkasan.posisi"].chart
    assert isinstance(chart, Trend)
    spent = next(series for series in chart.series if series.role == "actual")
    plan = next(series for series in chart.series if series.role == "target")
    assert spent.values[4:] == (None,) * 8
    assert all(value is not None for value in plan.values)


def test_a_month_looked_at_hides_what_came_after(ask: Ask, view: View) -> None:
    march = by_id(ringkasan.figures(ask, replace(view, bulan=3)))["ringkasan.posisi"].chart
    assert isinstance(march, Trend)
    spent = next(series for series in march.series if series.role == "actual")
    assert spent.values[2] is not None
    assert spent.values[3] is None


def test_ranking_runs_from_worst_to_best_and_keeps_the_silent_apart(ask: Ask, view: View) -> None:
    chart = by_id(peringkat.figures(ask, view))["peringkat.serapan"].chart
    assert isinstance(chart, Ranking)
    assert [dot.key for dot in chart.dots] == ["DISDIK", PROVISIONAL, "PUPR", "DINKES", "BPBD", "KOMINFO"]
    silent = chart.dots[-1]
    assert silent.value is None
    assert silent.status == "abu"
    assert all(dot.link for dot in chart.dots)


def test_the_table_of_a_ranking_carries_every_opd(ask: Ask, view: View) -> None:
    for name in ("peringkat.serapan", "peringkat.rapor"):
        figure = by_id(peringkat.figures(ask, view))[name]
        assert len(figure.table.rows) == 6


def test_nobody_stands_at_both_ends(ask: Ask, view: View) -> None:
    found = by_id(peringkat.figures(ask, view))
    low, high = (set(column(found[f"peringkat.{end}"], "opd")) for end in ("terendah", "tertinggi"))
    assert not low & high


def test_an_assumed_target_says_so(ask: Ask, view: View) -> None:
    figure = by_id(peringkat.figures(ask, view))["peringkat.serapan"]
    sources = dict(zip(column(figure, "kode"), column(figure, "sumber"), strict=True))
    assert sources[PROVISIONAL] != sources["DISDIK"]
    assert any("1" in note for note in figure.notes[1:])


def test_simple_mean_stands_beside_the_weighted_total(ask: Ask, view: View) -> None:
    figure = by_id(peringkat.figures(ask, view))["peringkat.asisten"]
    weighted, mean = column(figure, "serapan")[-1], column(figure, "rata")[-1]
    assert weighted == Decimal("27.23")
    assert mean == Decimal("39.55")
    title = figure.title.replace(",", ".")
    assert "27.23" in title
    assert "39.55" in title


def test_a_group_opens_its_own_summary(ask: Ask, view: View) -> None:
    figure = by_id(peringkat.figures(ask, view))["peringkat.asisten"]
    opened = {dict(link.params)["kelompok"] for link in figure.table.links if link}
    assert opened == {"asisten-1", "asisten-2"}
    assert isinstance(figure.chart, Bars) and figure.chart.links == figure.table.links[:-1]


def test_a_group_shows_its_own_opd_only(ask: Ask, view: View) -> None:
    assert {unit.kode for unit in papan(ask, replace(view, kelompok="asisten-1"))} == {"DINKES", "DISDIK", "KOMINFO"}
    assert {unit.kode for unit in papan(ask, replace(view, kelompok="komisi-III"))} == {"PUPR"}


def test_a_scope_shows_its_own_opd_only(pemda: World, view: View) -> None:
    ask = Ask("uji-0001", pemda, Scope(opd=("PUPR",)), view.lang)
    assert {unit.kode for unit in papan(ask, view)} == {"PUPR"}
    told = "".join(str(f) for topic in TOPICS.values() for f in topic.figures(ask, view))
    assert "Dinas Kesehatan" not in told


def test_without_staff_and_contingency_the_numbers_are_others(ask: Ask, view: View) -> None:
    units = {unit.kode: unit for unit in papan(ask, replace(view, cakupan="tanpa_pegawai_btt"))}
    assert units["DINKES"].serapan == Decimal("39.50")
    assert units["BPBD"].serapan is None


def test_the_view_month_of_last_year_is_hollow(ask: Ask, view: View) -> None:
    units = {unit.kode: unit for unit in papan(ask, view)}
    assert units["DINKES"].serapan_lalu == Decimal("33.13")  # 530 of 1600 million
    assert units["PUPR"].serapan_lalu is None


def test_the_worst_opd_opens_at_the_sub_kegiatan_that_holds_it(ask: Ask, view: View) -> None:
    found = by_id(profil_opd.figures(ask, replace(view, opd="DISDIK")))
    figure = found["profil_opd.sub_terburuk"]
    assert column(figure, "kode")[0] == "1.01.02.2.01.0003"
    assert column(figure, "kurang_rak")[0] == Decimal("910000000.00")


def test_drilling_goes_from_program_to_account(ask: Ask, view: View) -> None:
    opened = replace(view, opd="DISDIK")
    codes: list[object] = []
    for name in ("program", "kegiatan", "sub", None):
        figure = by_id(profil_opd.figures(ask, opened))["profil_opd.rincian"]
        codes.append(column(figure, "kode")[0])
        link = figure.table.links[0]
        if name is None:
            assert link is None
        else:
            assert link is not None
            opened = replace(view, **dict(link.params))
    assert codes == ["1.01.02", "1.01.02.2.01", "1.01.02.2.01.0003", "5.2.03.01.001.00005"]


def test_the_way_up_names_every_level_and_leads_to_it(ask: Ask, view: View) -> None:
    at_opd = by_id(profil_opd.figures(ask, replace(view, opd="DISDIK")))["profil_opd.rincian"]
    assert at_opd.trail == ()
    # A chart opens a sub kegiatan without saying what stands above it; the way up knows.
    opened = replace(view, opd="DISDIK", sub="1.01.02.2.01.0003")
    figure = by_id(profil_opd.figures(ask, opened))["profil_opd.rincian"]
    assert [name for name, _ in figure.trail] == [
        "Dinas Pendidikan dan Kebudayaan", "Program Pengelolaan Pendidikan", "Pengelolaan Pendidikan Sekolah Dasar",
        "Rehabilitasi Sedang/Berat Ruang Kelas",
    ]  # fmt: skip
    assert [dict(link.params) for _, link in figure.trail[:3]] == [
        {"opd": "DISDIK"},
        {"opd": "DISDIK", "program": "1.01.02"},
        {"opd": "DISDIK", "program": "1.01.02", "kegiatan": "1.01.02.2.01"},
    ]
    assert figure.question is not None and "Rehabilitasi Sedang/Berat Ruang Kelas" in figure.question


def test_what_is_opened_stands_before_the_year(ask: Ask, view: View) -> None:
    ids = [f.id for f in profil_opd.figures(ask, replace(view, opd="DISDIK", program="1.01.02"))]
    assert ids.index("profil_opd.rincian") < ids.index("profil_opd.kurva")


def test_the_foot_names_files_as_people_do_and_paper_keeps_the_rule(ask: Ask, view: View) -> None:
    foot = by_id(peringkat.figures(ask, view))["peringkat.serapan"].provenance
    assert foot.brief is not None and foot.build not in foot.brief and "@" not in foot.brief
    assert foot.coverage is not None and foot.coverage in foot.brief  # someone has not reported
    assert foot.rule is not None and foot.rule.endswith("(rasio-target@2000-01-01)")
    assert foot.rule.startswith("Rasio terhadap target" if view.lang == "id" else "Ratio to the target")
    whole = by_id(profil_opd.figures(ask, replace(view, opd="DINKES")))["profil_opd.kartu"].provenance
    assert whole.coverage is not None and whole.brief is not None and whole.coverage not in whole.brief
    silent = by_id(profil_opd.figures(ask, replace(view, opd="KOMINFO")))["profil_opd.kartu"].provenance
    assert silent.coverage == ("Belum lapor" if view.lang == "id" else "Not reported")


def test_rules_and_words_rest_on_no_file_and_warn_of_none(ask: Ask, view: View) -> None:
    found = by_id(aturan.figures(ask, view))
    for name in ("aturan.ukuran", "aturan.pita", "aturan.glosarium"):
        assert found[name].provenance.warnings == () and found[name].provenance.coverage is None


def test_fisik_stands_at_the_sub_kegiatan_that_reported_it(ask: Ask, view: View) -> None:
    opened = replace(view, opd="DISDIK", program="1.01.02", kegiatan="1.01.02.2.01")
    figure = by_id(profil_opd.figures(ask, opened))["profil_opd.rincian"]
    assert column(figure, "fisik") == [Decimal("6.5")]


def test_sums_of_a_level_are_the_level_above(ask: Ask, view: View) -> None:
    opened = replace(view, opd="DISDIK")
    above = by_id(profil_opd.figures(ask, opened))["profil_opd.rincian"]
    below = by_id(profil_opd.figures(ask, replace(opened, program="1.01.02")))["profil_opd.rincian"]
    for name in ("pagu", "rak", "realisasi", "sisa"):
        assert sum(column(below, name)) == sum(column(above, name))  # type: ignore[arg-type]


def test_the_rule_says_how_much_is_missing(ask: Ask, view: View) -> None:
    figure = by_id(profil_opd.figures(ask, replace(view, opd="DISDIK")))["profil_opd.aturan"]
    # 80 % of a plan of 1,160 million is 928; 248 are spent.
    assert column(figure, "kurang")[0] == Decimal("680000000.00")
    assert column(figure, "kurang_poin")[0] == Decimal("27.20")
    assert column(figure, "warna") == ["merah", "merah", "merah", "kuning"]
    assert all(column(figure, "dasar"))


def test_what_is_not_reported_is_compared_with_nothing(ask: Ask, view: View) -> None:
    found = by_id(profil_opd.figures(ask, replace(view, opd="KOMINFO")))
    assert column(found["profil_opd.rincian"], "kurang_rak") == [None]
    chart = found["profil_opd.kartu"].chart
    assert isinstance(chart, Cards)
    assert chart.cards[1].value is None
    assert chart.cards[2].value is None


def test_a_provisional_opd_says_so(ask: Ask, view: View) -> None:
    figure = by_id(profil_opd.figures(ask, replace(view, opd=PROVISIONAL)))["profil_opd.kartu"]
    assert any("master" in note for note in figure.notes)


def test_each_part_of_a_profile_has_its_figures_and_no_other(ask: Ask, view: View) -> None:
    opened = replace(view, opd="DISDIK", kelompok="asisten-2")  # another group's
    assert profil_opd.there(ask, opened) == tuple(profil_opd.PARTS)
    made = {
        part: {figure.id.partition(".")[2] for figure in make(ask, opened)} for part, make in profil_opd.PARTS.items()
    }
    topic = next(topic for topic in pages.TOPICS if topic.name == "profil_opd")
    for part, names in topic.parts:
        assert made[part] and made[part] <= set(names), part


def test_an_opd_outside_the_group_still_opens(ask: Ask, view: View) -> None:
    found = profil_opd.figures(ask, replace(view, opd="PUPR", kelompok="asisten-1"))
    assert found[0].id == "profil_opd.kartu"


def test_an_unknown_opd_says_what_to_do(ask: Ask, view: View) -> None:
    (figure,) = profil_opd.figures(ask, replace(view, opd="TIDAK-ADA"))
    assert profil_opd.there(ask, replace(view, opd="TIDAK-ADA")) == profil_opd.there(ask, view) == ("keadaan",)
    assert profil_opd.PARTS["target"](ask, view) == profil_opd.PARTS["masa"](ask, view) == []
    assert figure.empty
    assert "TIDAK-ADA" in figure.empty


def test_a_mismatch_of_one_rupiah_is_shown(ask: Ask, view: View) -> None:
    figure = by_id(profil_opd.figures(ask, replace(view, opd="DINKES")))["profil_opd.rekonsiliasi"]
    assert column(figure, "selisih") == [Decimal("1.00")]
    assert all(f.provenance.warnings for f in ringkasan.figures(ask, view))


def test_the_heat_map_is_blank_where_nothing_was_reported(ask: Ask, view: View) -> None:
    chart = by_id(serapan.figures(ask, view))["serapan.deviasi"].chart
    assert isinstance(chart, Grid)
    values = dict(zip(chart.rows, chart.values, strict=True))
    assert values["Dinas Komunikasi & Informatika"][2:] == (None, None)
    assert chart.rows[0] == "Dinas Pendidikan dan Kebudayaan"
    assert chart.values[0][-1] == Decimal("-36.48")


def test_cuts_of_the_money_add_up(ask: Ask, view: View) -> None:
    found = by_id(serapan.figures(ask, view))
    for name in ("serapan.jenis", "serapan.sumber_dana"):
        assert sum(column(found[name], "realisasi")) == Decimal("2093000000.00")  # type: ignore[arg-type]


def test_fisik_is_sorted_by_its_gap(ask: Ask, view: View) -> None:
    figure = by_id(serapan.figures(ask, view))["serapan.fisik"]
    gaps = [gap for gap in column(figure, "gap") if gap is not None]
    assert gaps == sorted(gaps, reverse=True)  # type: ignore[type-var]
    assert gaps[0] == Decimal("23.50")


def test_obligations_stand_apart_from_realisasi(ask: Ask, view: View) -> None:
    figure = by_id(serapan.figures(ask, view))["serapan.kewajiban"]
    assert column(figure, "nilai") == [Decimal("45000000.00")]


def test_the_same_data_under_every_profile(ask: Ask, view: View) -> None:
    figure = by_id(aturan.figures(ask, view))["aturan.banding"]
    assert isinstance(figure.chart, Bars)
    for row in figure.table.rows:
        assert sum(row[1:]) == 6  # type: ignore[arg-type]
    reds = next(series for series in figure.chart.series if series.status == "merah").values
    assert len(set(reds)) > 1


def test_every_measure_and_forty_terms_are_told(ask: Ask, view: View) -> None:
    from pipelines.measures import measures

    found = by_id(aturan.figures(ask, view))
    assert set(column(found["aturan.ukuran"], "id")) == set(measures())
    assert len(found["aturan.glosarium"].table.rows) >= 40
    assert all(column(found["aturan.glosarium"], "arti"))


@pytest.mark.parametrize("bulan", [5, 12])
def test_a_month_without_reports_is_not_zero(ask: Ask, view: View, bulan: int) -> None:
    for figure in all_figures(ask, replace(view, bulan=bulan)):
        assert figure.title
    chart = by_id(ringkasan.figures(ask, replace(view, bulan=bulan)))["ringkasan.kartu"].chart
    assert isinstance(chart, Cards)
    assert chart.cards[0].value is None


def test_an_empty_build_says_what_to_import(view: View) -> None:
    ask = Ask("kosong", World({}), Scope(), view.lang)
    for name in ("ringkasan", "peringkat", "serapan"):
        for figure in TOPICS[name].figures(ask, view):
            assert figure.empty, figure.id
    assert by_id(aturan.figures(ask, view))["aturan.glosarium"].table.rows


def test_the_target_of_last_resort_is_told_by_month(ask: Ask, view: View) -> None:
    figure = by_id(aturan.figures(ask, view))["aturan.target"]
    assert column(figure, "bulan") == list(range(1, 13))
    assert column(figure, "target") == sorted(column(figure, "target"))  # type: ignore[type-var]
    assert any("15/40/70/95" in note for note in figure.notes)


def test_one_opd_alone_is_not_called_the_best(pemda: World, view: View) -> None:
    ask = Ask("uji-0001", pemda, Scope(opd=("PUPR",)), view.lang)
    found = by_id(peringkat.figures(ask, view))
    assert found["peringkat.terendah"].table.rows
    assert found["peringkat.tertinggi"].empty


def test_a_sub_kegiatan_over_its_ceiling_is_told_though_its_opd_is_not(ask: Ask, view: View) -> None:
    units = {unit.kode: unit for unit in papan(ask, view)}
    assert units["BPBD"].lewat == Decimal("15000000.00")
    assert units["DINKES"].lewat is None


@pytest.mark.parametrize("profil", ["rasio-target", "deviasi-poin", "tabel-bulanan", "capaian"])
@pytest.mark.parametrize("cakupan", ["semua", "tanpa_pegawai_btt"])
@pytest.mark.parametrize("kelompok", ["semua", "asisten-2", "komisi-IV", "komisi-IX"])
def test_every_view_is_answered(pemda: World, profil: str, cakupan: Cakupan, kelompok: str) -> None:
    view = View(2026, 4, profil=profil, cakupan=cakupan, kelompok=kelompok)
    for figure in all_figures(Ask("uji-0001", pemda, Scope()), view):
        assert figure.empty or figure.table.rows, figure.id


def test_units_below_an_opd_are_told_where_there_are_some(view: View) -> None:
    setda = "4.01.0.00.0.00.01"
    plan = [pagu(f"{setda}.000{n}", 100) for n in (0, 1, 2)]
    spent = [realisasi(f"{setda}.000{n}", 4, 10 * (n + 1)) for n in (0, 1, 2)]
    ask = Ask("uji-kas-nihil", World({"pagu": plan, "realisasi": spent}), Scope(), view.lang)
    found = by_id(profil_opd.figures(ask, replace(view, opd=f"{setda}.0000")))
    assert column(found["profil_opd.bagian"], "serapan") == [Decimal("10.00"), Decimal("20.00"), Decimal("30.00")]


def test_a_file_without_programs_opens_on_its_accounts(view: View) -> None:
    plan = [pagu("DINSOS", 100, kode_rekening="5.1"), pagu("DINSOS", 50, kode_rekening="5.2")]
    spent = [realisasi("DINSOS", 4, 30, kode_rekening="5.1"), realisasi("DINSOS", 4, 5, kode_rekening="5.2")]
    cash = rak("DINSOS", [20] * 12, kode_rekening="5")
    ask = Ask("uji-tanpa-master", World({"pagu": plan, "realisasi": spent, "rak": cash}), Scope(), view.lang)
    found = by_id(profil_opd.figures(ask, replace(view, opd="DINSOS")))
    detail = found["profil_opd.rincian"]
    assert set(column(detail, "kode")) == {"5.1", "5.2"}
    # The plan stands on account 5 alone: a plan of nil for 5.1 would be a false one.
    assert column(detail, "rak") == [None, None]
    assert column(detail, "kurang_rak") == [None, None]
    cuts = by_id(serapan.figures(ask, view))["serapan.jenis"]
    assert column(cuts, "target") == [None] * len(cuts.table.rows)
    assert "profil_opd.sub_terburuk" not in found
    chart = found["profil_opd.kartu"].chart
    assert isinstance(chart, Cards)
    assert chart.cards[1].value == Decimal("23.33")
    assert chart.cards[1].delta == Decimal("-30.00")


def test_a_part_made_by_itself_is_that_part_of_the_whole(ask: Ask, view: View) -> None:
    [topic] = [topic for topic in pages.TOPICS if topic.name == "serapan"]
    whole = serapan.figures(ask, view)
    assert list(serapan.PARTS) == [part for part, _ in topic.parts]
    for part, make in serapan.PARTS.items():
        assert [f.id for f in make(ask, view)] == [f.id for f in topic.of(part, whole)] != []
    empty = replace(view, kelompok="asisten-tidak-ada")
    assert all(make(ask, empty) for make in serapan.PARTS.values()), "each part is always there"
