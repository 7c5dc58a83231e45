"""What stands on a page: words shown as they are, halves beside halves, clicks that find their row."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import show
from dashboard.figures import shown
from dashboard.figures.figure import Column, Dot, Figure, Link, Provenance, Ranking, Table
from dashboard.figures.ranking import ranking
from dashboard.known import choices
from dashboard.query import Ask, in_group
from dashboard.screens import lead, mapping, rows, slips
from dashboard.screens.markup import firm, plain
from dashboard.screens.pages import TOPICS
from dashboard.screens.questions import answered
from dashboard.view import View
from dashboard.words import Words
from pipelines.intake.report import Answers

WHERE = Provenance("uji", "s.d. April 2026", "Seluruh OPD", None, "b1")
FIGURE = Figure("a.b", "Judul", None, Table((), ()), WHERE, "alt")


@given(st.text(max_size=60))
def test_marking_up_loses_nothing(words: str) -> None:
    assert re.sub(r"\\(.)", r"\1", plain(words), flags=re.DOTALL) == words


@pytest.mark.parametrize(
    "hostile", ["[klik](javascript:alert(1))", "<b>x</b>", ":red[x]", "$\\alpha$", "# x", "![](http://x)", "`a`"]
)
def test_words_of_data_are_never_markup(hostile: str) -> None:
    marked = plain(hostile)
    for sign in "[]<$#`:!":
        assert all(marked[at - 1] == "\\" for at, char in enumerate(marked) if char == sign)


def test_a_half_without_a_neighbour_takes_the_width() -> None:
    full, half = FIGURE, replace(FIGURE, width="half")
    assert [b for _, b in show.paired([half, half, full, half, full])] == [True, True, False, False, False]
    assert [b for _, b in show.paired([full, half, half, half])] == [False, True, True, False]


def test_a_long_ranking_is_cut_on_a_page_and_only_there() -> None:
    dots = [Dot(f"{n}", f"Dinas {n}", n) for n in range(30)]
    figure = replace(FIGURE, chart=ranking(dots, unit="persen", value_label="Serapan", shown=20))
    drawn = shown.cut(figure).chart
    assert shown.left_out(figure) == 10
    assert isinstance(drawn, Ranking) and [dot.label for dot in drawn.dots] == [f"Dinas {n}" for n in range(20)]
    assert shown.cut(figure).table == figure.table
    few = replace(FIGURE, chart=ranking(dots[:20], unit="persen", value_label="Serapan", shown=20))
    assert shown.left_out(few) == 0 and shown.cut(few) == few


def test_every_figure_stands_in_one_part_of_its_page() -> None:
    topic = next(topic for topic in TOPICS if topic.name == "peringkat")
    found = [
        replace(FIGURE, id=f"peringkat.{name}") for name in ("terendah", "rapor", "peringatan", "komisi", "kosong")
    ]
    split = [[figure.id for figure in topic.of(part, found)] for part, _ in topic.parts]
    first = ["peringkat.terendah", "peringkat.kosong"]
    assert split == [first, ["peringkat.rapor"], ["peringkat.peringatan"], ["peringkat.komisi"]]


@pytest.mark.parametrize(
    ("name", "indonesian", "english"),
    [
        ("Jumlah.rak.10", "Jumlah RAK Oktober", "Total of cash plan October"),
        ("1.rak.1", "RAK Januari, baris kode 1", "Cash plan January, row of code 1"),
        ("Jumlah.rak.total", "Jumlah RAK setahun", "Total of cash plan of the year"),
        ("Jumlah.anggaran.operasi", "Jumlah anggaran belanja operasi", "Total of budget (operations)"),
        ("1.02.02.2.01.realisasi", "Realisasi, baris kode 1.02.02.2.01", "Spending, row of code 1.02.02.2.01"),
        ("Jumlah", "Jumlah", "Jumlah"),
        ("Jumlah.pagu (pagu)", "Jumlah pagu, lembar pagu", "Total of ceilings, sheet pagu"),
        (
            "5.1.pagu (pagu 2026.v2!12)",
            "Pagu, baris kode 5.1, lembar pagu 2026.v2 baris 12",
            "Ceilings, row of code 5.1, sheet pagu 2026.v2 row 12",
        ),
        ("Jumlah.bulan_3 (rak)", "Jumlah RAK Maret, lembar rak", "Total of cash plan March, sheet rak"),
        (
            "Jumlah.realisasi.modal (1.01 (lama))",
            "Jumlah realisasi belanja modal, lembar 1.01 (lama)",
            "Total of spending (capital), sheet 1.01 (lama)",
        ),
        ("anggaran (1)", "Anggaran, lembar 1", "Budget, sheet 1"),
    ],
)
def test_control_totals_are_told_in_words(name: str, indonesian: str, english: str) -> None:
    assert (Words("id").control(name), Words("en").control(name)) == (indonesian, english)


def test_months_side_by_side_keep_their_columns() -> None:
    wide = mapping.sheet("rak", {"#kontrak": "rak", "bulan_1": "Jan", "bulan_2": "Feb"})
    assert {f"bulan_{n}" for n in range(1, 13)} <= {column.name for column in wide.columns}
    long = mapping.sheet("rak", {"#kontrak": "rak", "bulan": "Bulan"})
    assert "bulan" in {column.name for column in long.columns}
    assert mapping.kinds("opd")[0] == "opd" and "opd" not in mapping.kinds() and "x" not in mapping.kinds("x")


def test_a_sentence_said_of_many_rows_is_told_once() -> None:
    columns = [Column("nama", "Profil"), Column("warna", "Warna"), Column("dasar", "Dasar")]
    long = "Profil bawaan 80/90/100 % dari target, belum ditetapkan dengan peraturan pemda ini"
    told = rows.said_once(columns, [("A", "merah", long), ("A", "hijau", long), ("B", "merah", long), ("C", "x", None)])
    assert told == [("A", long), ("B", long)]


def test_a_click_finds_its_row_also_when_the_reader_has_sorted() -> None:
    a, b = Link("profil_opd", (("opd", "A"),)), Link("profil_opd", (("opd", "B"),))
    table = Table((Column("nama", "OPD"), Column("x", "x", "rupiah")), (("Dinas A", 1), ("Dinas B", 2)), (a, b))
    assert rows.clicked(table, "nama", row=0, label="Dinas A") == a
    assert rows.clicked(table, "nama", row=0, label="Dinas B") == b
    assert rows.clicked(table, "nama", row=9, label="Dinas A") == a
    assert rows.clicked(table, "nama", row=0, label="Lain") is None


def test_a_link_keeps_the_month_and_forgets_the_levels_below() -> None:
    view = View(2026, 4, kelompok="asisten-1", opd="A", program="2.16", lang="en")
    assert lead.params(Link("profil_opd", (("opd", "B"),)), view) == {
        "tahun": "2026", "bulan": "4", "kelompok": "asisten-1", "opd": "B", "bahasa": "en",
    }  # fmt: skip


def test_answers_are_typed_and_what_was_left_open_stays_open() -> None:
    said = answered(Answers(opd="X"), {"month": 4, "year": "2026", "basis": None, "confirm": "no", "mapping": None})
    assert said == Answers(opd="X", month=4, year=2026, confirm=False)
    assert answered(Answers(), {"confirm": True}).confirm and answered(Answers(), {"confirm": "yes"}).confirm


class Rows:
    """A reader that answers from a list, by the table it is asked about."""

    def __init__(self, **tables: list[dict[str, object]]) -> None:
        self.tables, self.asked = tables, 0

    def run(self, sql: str, params: object = (), *, opd: object, names: bool = False) -> list[dict[str, object]]:
        self.asked += 1
        return next((found for name, found in self.tables.items() if f"app.{name}" in sql), [])


UNITS: list[dict[str, object]] = [
    {"kode_opd": "A", "nama": "Dinas A", "singkatan": None, "asisten": "1", "komisi_dprd": "IV"},
    {"kode_opd": "B", "nama": "Dinas B", "singkatan": None, "asisten": "2", "komisi_dprd": None},
]


def test_a_page_opens_at_the_month_that_most_have_reached() -> None:
    told = [{"tahun": 2026, "bulan": m, "n_dilaporkan": n, "n_total": 48} for m, n in ((8, 48), (9, 45), (10, 2))]
    found = choices(Ask("uji-bulan", Rows(bulan=told, opd=UNITS, rapor=[])))
    assert found is not None
    assert found.known.latest() == (2026, 9)
    assert found.known.bulan == {2026: (8, 9, 10)}
    assert found.known.kelompok == ("semua", "asisten-1", "asisten-2", "komisi-IV")


def test_without_any_budget_there_is_nothing_to_choose() -> None:
    assert choices(Ask("uji-kosong", Rows())) is None


def test_the_same_question_is_asked_once_and_its_rows_cannot_be_spoilt() -> None:
    reader = Rows(opd=UNITS)
    ask = Ask("uji-sekali", reader)
    ask.run("select * from app.opd")[0]["nama"] = "spoilt"
    assert ask.run("select * from app.opd")[0]["nama"] == "Dinas A"
    assert reader.asked == 1


def test_groups_hold_their_own() -> None:
    assert [in_group(u, View(2026, 4, kelompok="asisten-1")) for u in UNITS] == [True, False]
    assert [in_group(u, View(2026, 4, kelompok="komisi-IV")) for u in UNITS] == [True, False]
    assert all(in_group(u, View(2026, 4)) for u in UNITS)


def test_an_opd_opened_elsewhere_does_not_narrow_a_page_about_all() -> None:
    view = View(2026, 10, opd="DINKES", program="1.02.02", kelompok="asisten-1")
    for topic in TOPICS:
        assert (topic.looked_at(view).opd == "DINKES") is topic.by_opd
        assert topic.looked_at(view).kelompok == "asisten-1"


def test_the_name_that_opens_a_row_leaves_room_on_a_phone() -> None:
    phone, desk = (
        rows.name_width("Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36", 60),
        rows.name_width("X11; Linux", 60),
    )
    assert phone < 200 < desk == rows.name_width(None, 60)
    assert rows.name_width(None, 5) < rows.name_width(None, 30) < desk  # a short name takes no more than it needs


def test_a_unit_stays_with_its_number_and_a_range_together() -> None:
    told = firm("SiLPA Rp135,25 – 172,71 M; 93,05 – 94,56 %, 6,14 poin dari 67 hari; 5 Medan dan 3 T")
    assert told.replace("\\", "").split(" ") == [
        "SiLPA", "Rp135,25\u00a0–\u00a0172,71\u00a0M;", "93,05\u00a0–\u00a094,56\u00a0%,", "6,14\u00a0poin", "dari",
        "67", "hari;", "5", "Medan", "dan", "3\u00a0T",
    ]  # fmt: skip


def test_a_row_on_a_phone_leads_with_its_status_and_hides_no_column_that_says_something() -> None:
    columns = (
        Column("n", "Peringkat", "bulat"), Column("opd", "OPD"), Column("warna", "Status", "status"),
        Column("sisa", "Sisa", "rupiah"), Column("berikut", "Warna berikut", "status"), Column("plt", "Plt"),
        Column("sejak", "Sejak", "tanggal"), Column("kode", "Kode", "kode"),
    )  # fmt: skip
    all_rows = (
        (1, "Dinas [A]", "merah", 52_610_000_000, "kuning", None, "2026-03-02", "A"),
        (2, "Dinas B", "hijau", None, "biru", "", None, "B"),
    )
    first, second = (slips.slip(columns, row, all_rows, lang="id") for row in all_rows)
    assert first.title == "Dinas [A]" and first.status == ":red-badge[▼\u00a0Merah]"
    assert [re.sub(r":gray\[(\w[\w ]*)\].*", r"\1", one) for one in first.said] == [
        "Peringkat", "Sisa", "Warna berikut", "Sejak",
    ]  # fmt: skip
    assert first.said[1] == ":gray[Sisa] Rp52,61\u00a0M"
    assert second.said[1] == ":gray[Sisa] –" and second.said[3] == ":gray[Sejak] –"


def test_only_where_sentences_are_the_rule_are_their_lines_broken() -> None:
    columns = (Column("opd", "OPD"), Column("alasan", "Alasan"))
    long = "Memburuk 9 bulan berturut-turut: 9,48 poin dalam tiga bulan, kini tertinggal jauh"
    assert rows.row_height(columns, [("A", long), ("B", long)], "opd")
    assert rows.row_height(columns, [("A", long), ("B", "x"), ("C", "x"), ("D", "x"), ("E", "x")], "opd") is None
    assert rows.row_height(columns, [(long, "x")], "opd") is None and rows.row_height(columns, [], None) is None
