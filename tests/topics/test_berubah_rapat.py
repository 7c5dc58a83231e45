"""What has changed since a meeting in indicators and in verdicts on promises: rows of two builds in, rows out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from dashboard.access import Scope
from dashboard.figures.figure import Figure, Lang
from dashboard.query import Ask
from dashboard.topics import berubah_janji, berubah_sasaran
from dashboard.topics.berubah_hitung import restated
from dashboard.view import View
from tests.models.jabatan import dinas, dunia
from tests.models.rapat import janji, rapat
from tests.models.target import capai, iku, pk
from tests.models.world import Row, World, pagu, realisasi

SEPTEMBER, OCTOBER = View(2026, 9), View(2026, 10)
Rows = dict[str, list[Row]]
_NUMBER = count()


def later(rows: Sequence[Row], impor: int = 9) -> list[Row]:
    """Rows of an import that came after the meeting."""
    return [{**row, "impor": impor} for row in rows]


def world(*parts: Rows) -> World:
    return World(dunia(dinas("A", "B"), *parts))


def built(made: World, lang: Lang = "id", opd: str = "*") -> Ask:
    """Questions to a build of its own: answers are kept by the build's name."""
    return Ask(f"uji-{next(_NUMBER)}", made, Scope((opd,)), lang)


def asks(was: Sequence[Rows], now: Sequence[Rows], *, lang: Lang = "id", opd: str = "*") -> tuple[Ask, Ask]:
    """The builds now and then; what is true now is what was true then and more."""
    return built(world(*was, *now), lang, opd), built(world(*was), lang, opd)


def lines(figure: Figure, *columns: str) -> list[tuple[Any, ...]]:
    at = [next(n for n, c in enumerate(figure.table.columns) if c.id == name) for name in columns]
    return [tuple(row[n] for n in at) for row in figure.table.rows]


# ---- indicators ---------------------------------------------------------------------------------------------------

SASARAN: Rows = {
    "target_daerah": [iku("IKU-1", "75", target_tw1="70", target_rpjmd="80"), iku("IKU-2", "10", metode="jumlah",
                      entri="inkremental"), iku("IKU-3", "90")],
    "pk_indikator": [pk("A-1", "A", "IKU-1"), pk("B-1", "B", "IKU-1"), pk("B-2", "B", "IKU-2", "WTP",
                     metode="predikat", skala="opini")],
    "skala_predikat": [{"skala": "opini", "kode": kode, "nilai": n} for kode, n in (("WTP", 4), ("WDP", 3))],
    "pk_realisasi": [
        *capai("IKU-1", ["71", "72,5"]), *capai("IKU-2", ["2", "3"]), *capai("IKU-3", ["88"]),
        *capai("A-1", ["60", "70", "80"]), *capai("B-1", ["50", "55"]), *capai("B-2", ["WTP"]),
    ],
}  # fmt: skip


def moved(now: Rows, *, lang: Lang = "id", opd: str = "*", view: View = OCTOBER, before: View = SEPTEMBER) -> Figure:
    ask, then = asks([SASARAN], [now], lang=lang, opd=opd)
    view = replace(view, lang=lang)
    return berubah_sasaran.figure(ask, view, *berubah_sasaran.changed(ask, then, view, before))


def test_a_restated_result_names_its_quarter_and_the_import() -> None:
    found = moved({"pk_realisasi": later(capai("IKU-1", ["71,0", "70,25"]))})
    assert lines(found, "milik", "indikator", "apa", "periode", "dulu", "kini", "impor") == [
        ("Daerah", "Indikator IKU-1", "realisasi", "TW II 2026", "72,5 persen", "70,25 persen", "berkas-9.xlsx"),
    ]  # fmt: skip
    assert "70,25" in found.title and not found.empty


def test_what_is_added_up_moves_with_the_quarter_that_was_restated() -> None:
    found = moved({"pk_realisasi": later(capai("IKU-2", ["1"]))})
    assert lines(found, "periode", "dulu", "kini", "impor") == [
        ("TW II 2026", "5 persen", "4 persen", "berkas-9.xlsx"),
        ("TW I 2026", "2 persen", "1 persen", "berkas-9.xlsx"),
    ]


def test_targets_are_compared_as_numbers_where_they_are_numbers() -> None:
    now = [iku("IKU-1", "75,00", target_tw1="69", target_rpjmd="82"), iku("IKU-3", "92")]
    found = moved({"target_daerah": later(now)})
    assert lines(found, "indikator", "apa", "periode", "dulu", "kini") == [
        ("Indikator IKU-1", "target triwulan", "TW I 2026", "70 persen", "69 persen"),
        ("Indikator IKU-1", "target akhir rencana", "2026", "80 persen", "82 persen"),
        ("Indikator IKU-3", "target tahun", "2026", "90 persen", "92 persen"),
    ]


def test_predicates_are_shown_as_words_and_compared_on_their_scale() -> None:
    found = moved({"pk_realisasi": later(capai("B-2", ["wdp"]))})
    assert lines(found, "milik", "dulu", "kini") == [("Dinas B", "WTP", "wdp")]
    assert moved({"pk_realisasi": later(capai("B-2", ["wtp"]))}).empty


def test_a_result_that_is_no_number_any_more_is_no_nil() -> None:
    said = [row for row in capai("B-1", ["50", "tidak terukur"]) if row["triwulan"] == 2]
    assert lines(moved({"pk_realisasi": later(said)}), "periode", "dulu", "kini") == [
        ("TW II 2026", "55 persen", "tidak ada lagi"),
    ]  # fmt: skip
    said = later(capai("IKU-3", ["belum final"]))
    assert lines(moved({"pk_realisasi": said}), "dulu", "kini") == [("88 persen", "belum final")]


@pytest.mark.parametrize(("lang", "said"), [("id", "kini sudah masuk: 2"), ("en", "come in since: 2")])
def test_results_that_came_in_are_counted_and_not_restated(lang: Lang, said: str) -> None:
    found = moved(
        {"pk_realisasi": later([*capai("IKU-1", [None, None, "73"]), *capai("IKU-3", [None, "89"])])}, lang=lang
    )
    assert found.empty and said in found.empty


def test_a_quarter_that_the_meeting_had_not_reached_is_not_compared() -> None:
    restated_later = {"pk_realisasi": later(capai("A-1", [None, None, "81"]))}
    assert moved(restated_later, before=View(2026, 6)).empty
    assert lines(moved(restated_later, before=View(2026, 7)), "periode") == [("TW III 2026",)]


def test_a_reader_sees_the_regions_and_his_own() -> None:
    now = {"pk_realisasi": later([*capai("A-1", ["61"]), *capai("B-1", ["51"]), *capai("IKU-3", ["87"])])}
    assert lines(moved(now, opd="A"), "milik") == [("Daerah",), ("Dinas A",)]
    assert lines(moved(now), "milik") == [("Daerah",), ("Dinas A",), ("Dinas B",)]


# ---- verdicts -----------------------------------------------------------------------------------------------------

UANG: Rows = {
    "pagu": [pagu("A", 1000), pagu("B", 1000)],
    "realisasi": [
        *(realisasi("A", n, 90 * n) for n in range(1, 10)), *(realisasi("B", n, 50 * n) for n in range(1, 9)),
    ],
    "rapat": [rapat("R1", "2026-01-12")],
}  # fmt: skip
PROMISES = [
    janji("K1", "R1", "A", 81, "2026-09-30"), janji("K2", "R1", "A", 95, "2026-10-31"),
    janji("K3", "R1", "B", 45, "2026-09-30"), janji("K4", "R1", "A", 18, "2026-02-28"),
]  # fmt: skip


def verdicts(
    now: Sequence[Rows], *, was: Sequence[Rows] = (UANG, {"komitmen": PROMISES}), lang: Lang = "id", opd: str = "*",
    view: View = OCTOBER,
) -> Figure:  # fmt: skip
    ask, then = asks(was, now, lang=lang, opd=opd)
    told, view = restated(ask, then, SEPTEMBER), replace(view, lang=lang)
    targets, _ = berubah_sasaran.changed(ask, then, view, SEPTEMBER)
    return berubah_janji.figure(ask, view, *berubah_janji.turned(ask, then, view, SEPTEMBER), told, targets)


COLUMNS = ("milik", "putusan_dulu", "putusan_kini", "dulu", "kini", "sebab")


def test_a_verdict_overturned_by_a_restated_month_names_the_month_the_value_and_the_import() -> None:
    found = verdicts([{"realisasi": later([realisasi("A", 9, 800)])}], view=SEPTEMBER)
    assert lines(found, *COLUMNS) == [
        ("Dinas A", "● ditepati", "▼ tidak ditepati", "81,00 % (30 Sep 2026)", "80,00 % (30 Sep 2026)",
         "realisasi September 2026: Rp90 menjadi Rp80 (berkas-9.xlsx)"),
    ]  # fmt: skip
    assert "1 di antaranya berbalik" in found.title


def test_an_earlier_month_restated_overturns_too_and_the_others_are_counted() -> None:
    taken_back = [{**row, "realisasi": row["realisasi"] - 30, "impor": 9} for row in UANG["realisasi"][1:9]]
    found = verdicts([{"realisasi": taken_back}], view=SEPTEMBER)
    assert [row[-1] for row in lines(found, *COLUMNS)] == [
        "realisasi Februari 2026: Rp90 menjadi Rp60 (berkas-9.xlsx)",
    ] * 2  # fmt: skip
    assert lines(found, "putusan_kini") == [("▼ tidak ditepati",)] * 2


def test_a_deadline_that_passed_and_data_that_came_in_are_told_as_such() -> None:
    october = [realisasi("A", 10, 900), realisasi("B", 9, 450), realisasi("B", 10, 460)]
    found = verdicts([{"realisasi": later(october)}])
    assert sorted(lines(found, *COLUMNS)) == [
        ("Dinas A", "◔ berjalan", "▼ tidak ditepati", "81,00 % (30 Sep 2026)", "90,00 % (31 Okt 2026)",
         "jatuh tempo 31 Okt 2026"),
        ("Dinas B", "○ menunggu data", "● ditepati", "40,00 % (31 Agt 2026)", "45,00 % (30 Sep 2026)",
         "data September 2026 masuk"),
    ]  # fmt: skip
    assert "berbalik" not in found.title


def test_a_promise_that_was_changed_or_taken_back_is_no_restatement() -> None:
    changed = [
        {**PROMISES[0], "nilai_janji": 85}, PROMISES[1], PROMISES[2],
        {**PROMISES[3], "keadaan": "dicabut", "catatan": "Pagu dipotong"},
    ]  # fmt: skip
    then, ask = (built(world(UANG, {"komitmen": promises})) for promises in (PROMISES, changed))
    found, known = berubah_janji.turned(ask, then, SEPTEMBER, SEPTEMBER)
    told = berubah_janji.figure(ask, SEPTEMBER, found, known, [], [])
    assert lines(told, "putusan_kini", "sebab") == [
        ("▼ tidak ditepati", "isi janji diubah; saat rapat: serapan 81,00 % s.d. 30 Sep 2026"),
        ("– dicabut", "janji dicabut"),
    ]


def test_an_indicators_verdict_names_the_quarter() -> None:
    promise = {"komitmen": [janji("K9", "R1", "A", 80, "2026-09-30", "indikator", kode_indikator="A-1")]}
    found = verdicts([{"pk_realisasi": later(capai("A-1", [None, None, "79"]))}], was=(UANG, SASARAN, promise))
    assert lines(found, "putusan_dulu", "putusan_kini", "sebab") == [
        ("● ditepati", "▼ tidak ditepati", "realisasi TW III 2026: 80 persen menjadi 79 persen (berkas-9.xlsx)"),
    ]


@pytest.mark.parametrize(("lang", "said"), [("id", "dari 4 janji"), ("en", "of 4 promises")])
def test_nothing_turned_is_said(lang: Lang, said: str) -> None:
    found = verdicts([], lang=lang, view=SEPTEMBER)
    assert found.empty and said in found.title
    assert verdicts([{"komitmen": PROMISES}], was=(UANG,), lang=lang).empty  # promised after the figures were frozen


def test_a_reader_of_one_opd_sees_no_other_verdict() -> None:
    both = later([realisasi("A", 9, 800), realisasi("B", 9, 450), realisasi("B", 10, 460)])
    assert {row[0] for row in lines(verdicts([{"realisasi": both}], opd="B"), "milik")} == {"Dinas B"}
