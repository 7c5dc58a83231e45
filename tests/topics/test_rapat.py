"""What meetings left behind, as figures of a day: actions, promises, obstacles, findings, visits, a Setda by bagian."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Bars, Cards, Figure, Grid, Lang, Ranking
from dashboard.look import write
from dashboard.query import Ask
from dashboard.screens import pages
from dashboard.topics import (
    pejabat,
    pejabat_janji,
    peringkat,
    pertanyaan,
    profil_opd,
    rapat,
    rapat_hitung,
    rapat_janji,
    rapat_papan,
    rapat_tindak,
    ringkasan,
    setda,
)  # fmt: skip
from dashboard.view import View
from pipelines.measures import query
from tests.models.rapat import catatan, tindak
from tests.models.world import World, hari
from tests.topics import orang, rapatan, world

END = date(2026, 4, 30)


@pytest.fixture(scope="module")
def met() -> World:
    return rapatan.build()


@pytest.fixture
def asked(met: World, lang: Lang) -> Ask:
    return Ask("uji-rapat", met, Scope(), lang)


def by_id(found: list[Figure]) -> dict[str, Figure]:
    return {figure.id: figure for figure in found}


def cells(figure: Figure, *columns: str) -> list[tuple[Any, ...]]:
    at = [next(i for i, c in enumerate(figure.table.columns) if c.id == name) for name in columns]
    return [tuple(row[i] for i in at) for row in figure.table.rows]


def card(figure: Figure, nth: int) -> Any:
    assert isinstance(figure.chart, Cards)
    return figure.chart.cards[nth].value


# ---- the board --------------------------------------------------------------------------------------------------


def test_the_board_counts_what_is_open_late_in_time_and_put_off(asked: Ask, view: View) -> None:
    cards = by_id(rapat.PARTS["papan"](asked, view))["rapat.kartu"]
    assert [str(card(cards, n)) for n in range(5)] == ["5", "2", "16.67", "1", "1"]
    assert write(END, "tanggal", view.lang) in cards.title


@pytest.mark.parametrize("month", [1, 2, 3, 4])
def test_the_board_says_what_the_query_says(met: World, asked: Ask, view: View, month: int) -> None:
    cards = by_id(rapat_papan.figures(asked, replace(view, bulan=month)))["rapat.kartu"]
    for nth, measure in enumerate(("tindak_lanjut_terbuka", "tindak_lanjut_lewat", "tindak_lanjut_tepat")):
        [row] = query(met, measure, until=f"2026-{month:02d}", opd=["*"])["rows"]
        assert card(cards, nth) == row["nilai"], measure


def test_every_day_counts_alike_as_a_table_and_in_one_statement(asked: Ask, view: View) -> None:
    for n in range(140):
        on = replace(view, per=date(2026, 1, 5) + timedelta(days=n))
        found = rapat_hitung.rows(asked, on)
        counted = rapat_hitung.counted(found, on.per or END, None)
        assert rapat_hitung.late(asked, on) == (counted.terbuka, counted.n("lewat")), on.per
        listed = [figure for figure in rapat_papan.figures(asked, on) if figure.id == "rapat.tindak_lanjut"]
        assert sum(len(figure.table.rows) for figure in listed) == counted.terbuka, on.per


def test_whose_they_are_the_most_overdue_first(asked: Ask, view: View) -> None:
    owners = by_id(rapat_papan.figures(asked, view))["rapat.pemilik"]
    assert isinstance(owners.chart, Bars) and owners.chart.stacked
    assert cells(owners, "kode", "lewat") == [("UMUM", 1), ("DISDIK", 1), ("BPBD", 0), ("DINKES", 0), ("PUPR", 0)]
    assert cells(owners, "lain", "selesai")[3] == (1, 1)  # open in April and done in May: no more is known of that day
    assert owners.chart.categories[0] == "Bagian Umum"


def test_actions_put_off_most_often_come_first_with_who_answered_then_and_now(asked: Ask, view: View) -> None:
    listed = by_id(rapat_papan.figures(asked, view))["rapat.tindak_lanjut"]
    assert cells(listed, "nomor", "diteruskan", "hari") == [
        ("T3", 2, 10), ("T8", 0, 36), ("T4", 0, None), ("TA", 0, None), ("T9", 0, None),
    ]  # fmt: skip
    assert "2" in listed.title and "Dinas Pendidikan" in listed.title
    (then,) = [who for nomor, who in cells(listed, "nomor", "pejabat") if nomor == "T4"]
    assert "→" in then and not any(name in then for name in orang.NAMES.values())
    assert [link.page for link in listed.table.links if link] == ["profil_opd"] * 5
    (due, times) = cells(listed, "tenggat", "diperpanjang")[2]
    assert (due, times) == (date(2026, 5, 10), 1)


def test_names_show_to_whom_they_may(met: World, view: View) -> None:
    named = Ask("uji-rapat", met, Scope(names=True), view.lang)
    listed = by_id(rapat_papan.figures(named, view))["rapat.tindak_lanjut"]
    assert any("Bayumi" in str(who) and "Candrika" in str(who) for (who,) in cells(listed, "pejabat"))


def test_before_an_extension_was_asked_for_the_first_date_counts(asked: Ask, view: View) -> None:
    early = replace(view, bulan=2, per=date(2026, 2, 19))
    assert dict(cells(by_id(rapat_papan.figures(asked, early))["rapat.tindak_lanjut"], "nomor", "tenggat"))[
        "T4"
    ] == date(2026, 4, 25)
    later = replace(view, bulan=2, per=date(2026, 2, 20))
    assert dict(cells(by_id(rapat_papan.figures(asked, later))["rapat.tindak_lanjut"], "nomor", "tenggat"))[
        "T4"
    ] == date(2026, 5, 10)


def test_a_day_on_its_due_date_is_not_late() -> None:
    row = {**tindak("A", "R1", "X", "2026-04-30"), "terbuka_sampai": date(9999, 12, 31)}
    assert rapat_hitung.state(row, date(2026, 4, 30)) == "belum"
    assert rapat_hitung.state(row, date(2026, 5, 1)) == "lewat"


def test_the_board_keeps_to_the_group_and_to_the_reader(met: World, asked: Ask, view: View) -> None:
    group = replace(view, kelompok="asisten-1")
    assert {code for (code,) in cells(by_id(rapat_papan.figures(asked, group))["rapat.pemilik"], "kode")} == {
        "DISDIK", "DINKES",
    }  # fmt: skip
    one = Ask("uji-rapat", met, Scope(opd=("PUPR",)), view.lang)
    for part in rapat.PARTS.values():
        for figure in part(one, view):
            said = f"{figure.title} {figure.table.rows}"
            assert not any(name in said for name in ("Pendidikan", "DISDIK", "Bagian Umum", "Kesehatan")), figure.id


def test_a_place_without_meetings_says_what_to_do(ask: Ask, view: View) -> None:
    for name, part in rapat.PARTS.items():
        (only,) = part(ask, view)
        assert only.empty and "05_rapat" in only.empty, name
    assert [figure.empty is not None for figure in setda.figures(ask, view)] == [True]


# ---- promises ---------------------------------------------------------------------------------------------------


def test_promises_stand_with_verdict_and_what_is_missing(asked: Ask, view: View) -> None:
    ledger = by_id(rapat.PARTS["komitmen"](asked, view))["rapat.komitmen"]
    said = {row[0]: row[1:] for row in cells(ledger, "nomor", "putusan", "kurang", "sebab")}
    assert list(said) == ["K2", "K6", "K4", "K3", "K1", "K5"]
    words = {
        "id": ("▼ tidak ditepati", "13,20 poin (Rp330,00 jt)", "Rp10,00 jt", "menunggu data April 2026"),
        "en": ("▼ not kept", "13.20 points (Rp330.00 mn)", "Rp10.00 mn", "waiting for the data of April 2026"),
    }[view.lang]
    assert said["K2"] == (words[0], words[1], None)
    assert (said["K6"][1], said["K4"][2], said["K1"][1]) == (words[2], words[3], None)
    assert said["K5"][2] == "Pagu dipotong"


def test_promises_count_as_the_query_counts_them(met: World, asked: Ask, view: View) -> None:
    cards = by_id(rapat.PARTS["komitmen"](asked, view))["rapat.kartu_komitmen"]
    for nth, measure in ((0, "komitmen"), (1, "komitmen_ditepati")):
        [row] = query(met, measure, until="2026-04", opd=["*"])["rows"]
        assert card(cards, nth) == row["nilai"], measure
    assert [card(cards, n) for n in range(5)] == [4, 1, 2, 1, None]  # three judged: too few for a share


def test_figures_of_a_later_day_judge_no_promise_of_an_earlier_one(asked: Ask, view: View) -> None:
    before = replace(view, bulan=3, per=date(2026, 3, 30))
    rows = {row["id"]: row["putusan"] for row in rapat_janji.rows(asked, before)}
    assert rows == {"K1": "berjalan", "K2": "berjalan", "K4": "berjalan", "K5": "dicabut", "K6": "berjalan"}


def test_heads_who_left_before_it_fell_due_answer_for_nothing(met: World, asked: Ask, view: View) -> None:
    heads = by_id(rapat.PARTS["komitmen"](asked, view))["rapat.pemegang"]
    rows = cells(heads, "opd", "semua", "persen", "tidak")
    assert (len(rows), [row for row in rows if row[1]]) == (6, [("Dinas Kesehatan", _of(view, 1, 1), None, None)])
    assert all(row[3] for row in rows if not row[1])
    assert all(link is not None and link.page == "pejabat" for link in heads.table.links)


def _of(view: View, k: int, n: int) -> str:
    return f"{k} dari {n}" if view.lang == "id" else f"{k} of {n}"


def test_an_official_has_the_promises_made_and_taken_over(met: World, asked: Ask, view: View) -> None:
    ids = orang.ids(met)
    found = by_id(pejabat.figures(asked, replace(view, pejabat=ids["F"])))
    assert _of(view, 1, 1) in found["pejabat.komitmen"].title
    taken = by_id(pejabat.figures(asked, replace(view, pejabat=ids["B"])))["pejabat.komitmen"]
    assert [nomor for (nomor,) in cells(taken, "nomor")] == ["K2"]
    assert "pejabat.komitmen" not in by_id(pejabat.figures(asked, replace(view, pejabat=ids["G"])))


def test_the_list_of_officials_says_how_many_promises_each_kept(asked: Ask, people_ask: Ask, view: View) -> None:
    for name in ("pejabat.kepala", "pejabat.jabatan"):
        listed = by_id(pejabat.figures(asked, replace(view, opd="DISDIK")))[name]
        rows = {post: kept for post, kept in cells(listed, "jabatan", "janji") if kept}
        assert rows == {"Kepala Dinas Kesehatan": _of(view, 1, 1)}, name
    shown = by_id(pejabat.figures(people_ask, view))
    assert all(
        "janji" not in {c.id for c in shown[name].table.columns} for name in ("pejabat.kepala", "pejabat.jabatan")
    )


def test_the_promises_of_an_official_in_a_few_lines(met: World, asked: Ask, view: View) -> None:
    ids = orang.ids(met)
    assert pejabat_janji.brief(asked, replace(view, pejabat=ids["G"])) == ()
    assert [_of(view, 1, 1) in line for line in pejabat_janji.brief(asked, replace(view, pejabat=ids["F"]))] == [True]
    first, waited = pejabat_janji.brief(asked, replace(view, pejabat=ids["C"]))
    assert first.startswith("2 ")  # one of them in the seat that C left
    assert (
        "45,00 % s.d. 31 Mei 2026, ◔ berjalan" if view.lang == "id" else "45.00 % by 31 May 2026, ◔ running"
    ) in waited
    # B has left the seat for which he promised
    assert len(pejabat_janji.brief(asked, replace(view, pejabat=ids["B"]))) == 1


def test_an_official_has_the_open_actions_of_the_seats_held_now(met: World, asked: Ask, view: View) -> None:
    def open_of(letter: str) -> list[str]:
        figure = by_id(pejabat.figures(asked, replace(view, pejabat=orang.ids(met)[letter]))).get(
            "pejabat.tindak_lanjut"
        )
        return [nomor for (nomor,) in cells(figure, "nomor")] if figure else []

    # C took over the seat of T4 from B, and B that of T3
    assert {letter: open_of(letter) for letter in "BCFG"} == {"B": ["T3"], "C": ["T4"], "F": ["T9"], "G": []}


# ---- obstacles, findings, visits ----------------------------------------------------------------------------------


def test_obstacles_by_kind_and_by_who_can_clear_them(met: World, asked: Ask, view: View) -> None:
    found = by_id(rapat.PARTS["kendala"](asked, view))
    grid = found["rapat.kendala"].chart
    assert isinstance(grid, Grid)
    assert (grid.columns, grid.values) == (("UKPBJ", "BPN"), ((2, 0), (0, 1)))  # one spelling for one opener
    assert cells(found["rapat.kendala_lama"], "nomor", "hari") == [("H1", 115), ("H2", 60), ("H4", 29)]
    [row] = query(met, "kendala_terbuka", until="2026-04", opd=["*"])["rows"]
    assert sum(map(sum, grid.values)) == row["nilai"]  # type: ignore[arg-type]


def test_objections_stand_with_the_figure_they_are_about_and_their_answer(view: View) -> None:
    made = rapatan.rows()
    made["catatan"] = [
        catatan("C1", "DISDIK", "2026-04-14", ukuran="serapan", tahun=2026, bulan=3),
        catatan("C2", "DISDIK", "2026-02-14", keadaan="diterima", tanggapan="LRA perbaikan diimpor"),
        catatan("C3", "PUPR", "2026-04-20", "catatan"),
        catatan("C4", "PUPR", "2025-11-02", keadaan="ditolak"),  # settled in another year
        catatan("C5", "DINKES", "2025-12-02", ukuran="SP2D belum masuk"),  # open still
        catatan("C6", "DINKES", "2026-05-02"),  # after the day looked at
    ]
    ask = Ask("uji-keberatan", World(made), Scope(), view.lang)
    found = by_id(rapat.PARTS["kendala"](ask, view))["rapat.catatan"]
    said: dict[str, list[tuple[Any, ...]]] = {
        "id": [("Isi C1", "Serapan (%) Maret 2026", "Terbuka", None), ("Isi C5", "SP2D belum masuk", "Terbuka", None),
               ("Isi C3", None, "Terbuka", None), ("Isi C2", None, "Diterima", "LRA perbaikan diimpor")],
        "en": [("Isi C1", "Absorption (%) March 2026", "Open", None), ("Isi C5", "SP2D belum masuk", "Open", None),
               ("Isi C3", None, "Open", None), ("Isi C2", None, "Accepted", "LRA perbaikan diimpor")],
    }  # fmt: skip
    assert cells(found, "uraian", "tentang", "keadaan", "tanggapan") == said[view.lang]
    assert "2" in found.title and "14 Apr 2026" in found.title  # two wait, the last one of that day
    assert "rapat.catatan" not in by_id(rapat.PARTS["kendala"](Ask("tanpa", rapatan.build(), Scope(), view.lang), view))
    own = by_id(profil_opd.PARTS["rapat"](ask, replace(view, opd="PUPR")))["profil_opd.catatan"]
    assert cells(own, "uraian") == [("Isi C3",)] and "1" in own.title


def test_findings_are_owed_what_the_query_says(met: World, asked: Ask, view: View) -> None:
    found = by_id(rapat.PARTS["temuan"](asked, view))
    for nth, measure in ((0, "temuan_terbuka"), (2, "temuan_nilai"), (3, "temuan_sisa")):
        [row] = query(met, measure, until="2026-04", opd=["*"])["rows"]
        assert card(found["rapat.kartu_temuan"], nth) == row["nilai"], measure
    assert cells(found["rapat.temuan"], "milik", "tenggat", "hari") == [
        ("Dinas Pendidikan dan Kebudayaan", date(2026, 3, 21), 40), ("Dinas Kesehatan", date(2026, 5, 31), None),
    ]  # fmt: skip
    assert found["rapat.temuan"].provenance.rule


def test_visits_are_counted_and_nobody_is_in_them(asked: Ask, view: View) -> None:
    visits = by_id(rapat.PARTS["papan"](asked, view))["rapat.kunjungan"]
    assert cells(visits, "milik", "bulan", "n", "menit", "dari") == [
        ("Bagian Umum", "2026-03", 1, 10, 1), ("Bagian Umum", "2026-04", 3, 40, 2),
        ("Bagian Hukum", "2026-04", 1, 45, 1),
    ]  # fmt: skip


# ---- the Setda, an OPD, the summary ---------------------------------------------------------------------------------


def test_the_bagian_are_ranked_with_the_rule_of_the_month(met: World, asked: Ask, view: View) -> None:
    ranked = setda.figures(asked, view)[0]
    assert isinstance(ranked.chart, Ranking)
    assert cells(ranked, "kode", "peringkat", "warna", "terbuka", "lewat") == [
        ("HUKUM", 2, "merah", 0, 0), ("UMUM", 1, "hijau", 1, 1),
    ]  # fmt: skip
    said = {row["unit"]: row["nilai"] for row in query(met, "serapan", by=["unit"], until="2026-04", opd=["*"])["rows"]}
    assert dict(cells(ranked, "kode", "serapan")) == {kode: said[kode] for kode in ("UMUM", "HUKUM")}
    assert ranked.provenance.rule and "rasio-target@" in ranked.provenance.rule
    assert {figure.id for figure in setda.figures(asked, view)} == {
        "setda.peringkat", "setda.pemilik", "setda.tindak_lanjut", "setda.kunjungan",
    }  # fmt: skip


def test_a_setda_of_which_nothing_is_reported_is_no_nought(asked: Ask, view: View) -> None:
    early = setda.figures(asked, replace(view, bulan=3))[0]
    assert isinstance(early.chart, Ranking)
    assert all(dot.value is None for dot in early.chart.dots)


def test_the_page_of_an_opd_has_what_meetings_left_it(asked: Ask, view: View) -> None:
    found = profil_opd.figures(asked, replace(view, opd="DISDIK"))
    topic = next(topic for topic in pages.TOPICS if topic.name == "profil_opd")
    part = [figure.id for figure in topic.of("rapat", found)]
    assert part == ["profil_opd.tindak_lanjut", "profil_opd.komitmen", "profil_opd.kendala", "profil_opd.temuan"]
    none = profil_opd.figures(asked, replace(view, opd=world.PROVISIONAL))
    assert [(figure.id, bool(figure.empty)) for figure in topic.of("rapat", none)] == [
        ("profil_opd.tindak_lanjut", True)
    ]


def test_the_summary_counts_what_is_late(asked: Ask, ask: Ask, view: View) -> None:
    with_records, without = (by_id(ringkasan.figures(one, view))["ringkasan.kartu"] for one in (asked, ask))
    assert isinstance(with_records.chart, Cards) and isinstance(without.chart, Cards)
    last = with_records.chart.cards[-1]
    assert (last.value, str(5) in (last.note or "")) == (2, True)
    assert not any(card.label == last.label for card in without.chart.cards)


def test_the_lowest_carry_their_promise_and_their_main_obstacle(asked: Ask, ask: Ask, view: View) -> None:
    lowest = by_id(peringkat.figures(asked, view))["peringkat.terendah"]
    said = {row[0]: row[1:] for row in cells(lowest, "opd", "janji", "kendala")}
    promise, obstacle = said["Dinas Pendidikan dan Kebudayaan"]
    assert ("20,00 %" if view.lang == "id" else "20.00 %") in promise
    assert "BPN" in obstacle
    assert not {"janji", "kendala"} & {
        c.id for c in by_id(peringkat.figures(ask, view))["peringkat.terendah"].table.columns
    }


def test_rules_of_meetings_speak_of_an_opd(asked: Ask, view: View) -> None:
    found = {one.rule_id.partition("@")[0]: one for one in pertanyaan.pertanyaan(asked, view, "DISDIK")}
    assert {"komitmen-lewat", "tindak-lanjut-lewat", "kendala-terbuka", "temuan-terbuka"} <= set(found)
    assert dict(found["komitmen-lewat"].link.params) == {"opd": "DISDIK", "bagian": "rapat"}
    assert "temuan-tanpa-nilai" in {o.rule_id.partition("@")[0] for o in pertanyaan.pertanyaan(asked, view, "DINKES")}
    assert "komitmen-dekat" in {o.rule_id.partition("@")[0] for o in pertanyaan.pertanyaan(asked, view, "PUPR")}
    said = {
        "id": "komitmen \"serapan 20,00 %\" sampai 31 Mar 2026 belum dipenuhi",
        "en": "the commitment \"absorption 20.00 %\" by 31 Mar 2026 is not kept",
    }  # fmt: skip
    assert found["komitmen-lewat"].sentence == said[view.lang]


def test_what_a_merged_opd_left_open_is_told_under_its_name_on_its_successors_page(view: View) -> None:
    made = rapatan.rows()
    gone = {"berlaku_sampai": hari("2026-03-31"), "digabung_ke": "DINKES"}
    made["opd"] = [row | gone if row["kode_opd"] == "DISDIK" else row for row in made["opd"]]
    for scope, name in ((Scope(), "Dinas Pendidikan dan Kebudayaan"), (Scope(opd=("DINKES",)), "DISDIK")):
        ask = Ask(f"uji-gabung-{name}", World(made), scope, view.lang)
        (found,) = rapat_tindak.actions(ask, replace(view, opd="DINKES"))
        assert (name, "T3") in cells(found, "milik", "nomor")


def test_an_action_closed_since_stands_on_a_past_day_as_it_was_written_by_then(view: View) -> None:
    made = rapatan.rows()
    made["status_tindak_lanjut"] = [
        {"id": "T9", "urut": n, "status": status, "pada": datetime(2026, month, day, 9)}
        for n, (status, month, day) in enumerate([("Belum", 4, 13), ("Alert", 4, 28), ("Selesai", 5, 4)])
    ]
    ask = Ask("uji-keadaan", World(made), Scope(), view.lang)
    (found,) = rapat_tindak.actions(ask, view)
    told = dict(cells(found, "nomor", "keadaan"))
    assert told["T9"].startswith(rapat_tindak.ICONS["alert"])
    days = {day: rapat_hitung.rows(ask, replace(view, per=day)) for day in (END, date(2026, 4, 20))}
    assert {day: rapat_hitung.counted(rows, day, None).n("alert", "lain") for day, rows in days.items()} == {
        END: 1, date(2026, 4, 20): 0,
    }  # fmt: skip
