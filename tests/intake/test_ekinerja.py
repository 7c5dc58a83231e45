"""BKN e-Kinerja: what the two reports say of a year, a period, a transfer and a rating, however they are spelt."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipelines.contracts import CONTRACTS, schema
from pipelines.intake.report import Reading
from tests.intake.staff_files import (
    ARUNA,
    BESTARI,
    CANDRA,
    DAMAR,
    OPD,
    PENILAIAN_HEAD,
    SKP_HEAD,
    penilaian,
    report,
    skp,
)
from tests.intake.twins import delimited, reading, xlsx

SKP_TITLE = ("LAPORAN SKP TAHUN 2025", "Instansi Pemerintah Kab. Contoh")
YEAR_TITLE = ("LAPORAN PENILAIAN SKP TAHUNAN 2025", "Instansi Pemerintah Kab. Contoh")


def rows(read: Reading, contract: str = "skp") -> list[dict[str, Any]]:
    table = pq.read_table(read.tables[contract])
    assert table.schema.equals(schema(CONTRACTS[contract]))
    found: list[dict[str, Any]] = table.to_pylist()
    return found


def content(read: Reading, contract: str = "skp") -> list[str]:
    kept = [{k: v for k, v in row.items() if k not in ("lembar", "baris")} for row in rows(read, contract)]
    return sorted(map(repr, kept))


def codes(read: Reading) -> set[str]:
    return {problem.code for problem in read.problems}


def test_an_skp_report_gives_the_plan_its_state_and_its_dates(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx", report(SKP_HEAD, [skp(), skp(BESTARI, skp_status="draft", is_plt_plh=1)], *SKP_TITLE)
    )
    read = reading(path, tmp_path / "out")
    assert (read.format, read.status, read.rows.accepted) == ("ekinerja-skp", "accepted", 2)
    one, two = rows(read)
    assert (one["nip"], one["tahun"], one["jenis_periode"], one["periode"]) == (ARUNA, 2025, "tahunan", None)
    assert (one["mulai"], one["selesai"], one["plt"]) == (date(2025, 1, 1), date(2025, 12, 31), False)
    assert (one["status"], one["unor"], one["nama_jabatan"]) == ("PERSETUJUAN", OPD, "Analis Kesehatan")
    assert (one["hasil_kerja"], one["predikat"], one["nip_angka"]) == (None, None, None)
    assert (two["status"], two["plt"]) == ("DRAFT", True)
    assert read.answers.year == 2025
    assert "ORANG_TERBACA" in codes(read)


def test_a_transfer_in_mid_year_keeps_both_segments(tmp_path: Path) -> None:
    moved = [
        skp(periode_akhir="30-06-2025"),
        skp(skp_id="s-2", periode_awal="01-07-2025", skp_unor="DINAS PENDIDIKAN"),
    ]
    read = reading(xlsx(tmp_path / "a.xlsx", report(SKP_HEAD, moved, *SKP_TITLE)), tmp_path / "out")
    assert [(r["unor"], r["selesai"]) for r in rows(read)] == [
        (OPD, date(2025, 6, 30)), ("DINAS PENDIDIKAN", date(2025, 12, 31)),
    ]  # fmt: skip
    assert not {"BARIS_KEMBAR", "BARIS_BERTENTANGAN"} & codes(read)


def test_the_year_is_of_the_rows_then_of_the_title_then_asked(tmp_path: Path) -> None:
    undated = [skp(periode_awal="", periode_akhir="")]
    dated = reading(xlsx(tmp_path / "a.xlsx", report(SKP_HEAD, [skp()], "LAPORAN SKP")), tmp_path / "o1")
    assert rows(dated)[0]["tahun"] == 2025
    titled = reading(xlsx(tmp_path / "b.xlsx", report(SKP_HEAD, undated, "LAPORAN SKP 2024")), tmp_path / "o2")
    assert rows(titled)[0]["tahun"] == 2024
    path = xlsx(tmp_path / "c.xlsx", report(SKP_HEAD, undated, "LAPORAN SKP"))
    asked = reading(path, tmp_path / "o3")
    assert (asked.status, [q.id for q in asked.questions]) == ("needs_answer", ["year"])
    assert rows(reading(path, tmp_path / "o4", year=2023))[0]["tahun"] == 2023


def test_an_evaluation_gives_ratings_and_predicate_in_our_words(tmp_path: Path) -> None:
    spelt = [
        penilaian(), penilaian(BESTARI, hasil_kerja="Di Atas Ekspektasi", perilaku_kerja="di  bawah ekspektasi",
                               hasil_akhir="kurang/misconduct"),
        penilaian(CANDRA, hasil_kerja="DIBAWAH EKSPEKTASI", perilaku_kerja="Sesuai", hasil_akhir="-"),
        penilaian(DAMAR, hasil_kerja="-", perilaku_kerja="-", hasil_akhir="Cukup", pegawai_atasan_nip=1.98e17),
    ]  # fmt: skip
    spelt[2][PENILAIAN_HEAD.index("perilaku_kerja")] = "sesuai ekspektasi"
    read = reading(xlsx(tmp_path / "a.xlsx", report(PENILAIAN_HEAD, spelt, *YEAR_TITLE)), tmp_path / "out")
    assert (read.format, read.status, read.rows.accepted) == ("ekinerja-penilaian", "accepted", 4)
    said = [(r["hasil_kerja"], r["perilaku"], r["predikat"]) for r in rows(read)]
    assert said == [
        ("sesuai ekspektasi", "di atas ekspektasi", "Baik"),
        ("di atas ekspektasi", "di bawah ekspektasi", "Kurang"),
        ("di bawah ekspektasi", "sesuai ekspektasi", None),
        (None, None, "Butuh Perbaikan"),
    ]
    first, last = rows(read)[0], rows(read)[3]
    assert (first["jenis_periode"], first["penilai_nip"], first["tgl_penilaian"]) == (
        "tahunan",
        DAMAR,
        date(2026, 1, 10),
    )
    assert last["penilai_nip"] is None  # a number: the row stands without it
    assert "NIP_LAIN" in codes(read)


@pytest.mark.parametrize(
    ("title", "kind", "number"),
    [
        ("LAPORAN PENILAIAN TRIWULAN II TAHUN 2025", "triwulan", 2), ("Penilaian TW 4 2025", "triwulan", 4),
        ("LAPORAN PENILAIAN BULAN MARET 2025", "bulanan", 3), ("Laporan Penilaian Tahunan 2025", "tahunan", None),
    ],
)  # fmt: skip
def test_the_period_is_that_of_the_title(tmp_path: Path, title: str, kind: str, number: int | None) -> None:
    rows_above = report(PENILAIAN_HEAD, [penilaian()], title, "Dicetak 5 Januari 2026 triwulan I")
    read = reading(xlsx(tmp_path / "a.xlsx", rows_above), tmp_path / "out")
    assert (rows(read)[0]["jenis_periode"], rows(read)[0]["periode"]) == (kind, number)


def test_a_period_nobody_says_is_asked_and_an_answer_settles_it(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", report(PENILAIAN_HEAD, [penilaian()], "LAPORAN PENILAIAN TAHUN 2025"))
    asked = reading(path, tmp_path / "o1")
    assert [q.id for q in asked.questions] == ["period"]
    assert {"tahunan", "triwulan-1", "bulanan-12"} <= {c.value for c in asked.questions[0].choices}
    told = reading(path, tmp_path / "o2", period="triwulan-3")
    assert (rows(told)[0]["jenis_periode"], rows(told)[0]["periode"]) == ("triwulan", 3)
    assert told.answers.period == "triwulan-3"
    assert reading(path, tmp_path / "o3", period="kapan-kapan").status == "needs_answer"


def test_dates_of_a_row_say_its_period(tmp_path: Path) -> None:
    head = [*PENILAIAN_HEAD, "periode_awal", "periode_akhir"]
    dated = [[*penilaian(), "01-04-2025", "30-06-2025"], [*penilaian(BESTARI), "01-02-2025", "28-02-2025"]]
    read = reading(xlsx(tmp_path / "a.xlsx", report(head, dated, "LAPORAN PENILAIAN")), tmp_path / "out")
    assert [(r["jenis_periode"], r["periode"]) for r in rows(read)] == [("triwulan", 2), ("bulanan", 2)]


def test_an_unknown_rating_sets_its_row_apart_and_says_what_is_known(tmp_path: Path) -> None:
    odd = [penilaian(), penilaian(BESTARI, hasil_kerja="LUMAYAN")]
    read = reading(xlsx(tmp_path / "a.xlsx", report(PENILAIAN_HEAD, odd, *YEAR_TITLE)), tmp_path / "out")
    assert (read.rows.accepted, read.rows.quarantined) == (1, 1)
    assert "BUKAN_PILIHAN" in codes(read)


def test_a_number_for_a_nip_is_set_apart_with_its_digits(tmp_path: Path) -> None:
    mixed = [penilaian(), penilaian(float(BESTARI)), penilaian("198613262015051901"), penilaian("")]
    path = xlsx(tmp_path / "a.xlsx", report(PENILAIAN_HEAD, mixed, *YEAR_TITLE))
    read = reading(path, tmp_path / "out")
    assert (read.rows.accepted, read.rows.quarantined, read.rows.total) == (1, 3, 4)
    assert [(r["nip"], r["nip_angka"]) for r in rows(read)] == [
        (ARUNA, None),
        (None, BESTARI[:15]),
        (None, None),
    ]
    faults = {p.code: p for p in read.problems if p.severity == "error"}
    assert set(faults) == {"NIP_ANGKA", "NIP_LAHIR", "NIP_KOSONG"}
    assert (faults["NIP_ANGKA"].row, faults["NIP_ANGKA"].column) == (6, "D")
    assert all(BESTARI[:8] not in f"{p.read}{p.message}" for p in read.problems)


def test_a_file_of_numbers_only_is_doubted_not_lost(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", report(PENILAIAN_HEAD, [penilaian(float(ARUNA))], *YEAR_TITLE))
    doubted = reading(path, tmp_path / "o1")
    assert doubted.status == "needs_answer"
    assert "NIP_ANGKA_SEMUA" in codes(doubted)
    assert rows(reading(path, tmp_path / "o2", confirm=True))[0]["nip_angka"] == ARUNA[:15]


@pytest.mark.parametrize("mark", [",", ";", "|", "\t"])
def test_delimited_text_says_the_same(tmp_path: Path, mark: str) -> None:
    lines = report(PENILAIAN_HEAD, [penilaian(), penilaian(BESTARI, perilaku_kerja="-")], *YEAR_TITLE)
    book = reading(xlsx(tmp_path / "a.xlsx", lines), tmp_path / "o1")
    text = reading(delimited(tmp_path / "a.csv", lines, mark=mark), tmp_path / "o2")
    assert text.format == "ekinerja-penilaian"
    assert content(book) == content(text)


def test_equal_rows_merge_and_contradicting_ones_are_both_set_apart_in_any_order(tmp_path: Path) -> None:
    several = [
        penilaian(), penilaian(nama="CONTOH ARUNA"), penilaian(BESTARI), penilaian(BESTARI, hasil_akhir="KURANG"),
        penilaian(CANDRA), penilaian(float(DAMAR)),
    ]  # fmt: skip
    seen = []
    for n in range(4):
        random.Random(n).shuffle(several)
        path = xlsx(tmp_path / f"{n}.xlsx", report(PENILAIAN_HEAD, several, *YEAR_TITLE))
        read = reading(path, tmp_path / f"o{n}")
        assert (read.rows.accepted, read.rows.quarantined, read.rows.rejected) == (2, 3, 1)
        assert {"BARIS_KEMBAR", "BARIS_BERTENTANGAN"} <= codes(read)
        seen.append(content(read))
    assert all(one == seen[0] for one in seen)


def test_rows_that_are_no_data_are_left_out_and_the_printed_count_is_checked(tmp_path: Path) -> None:
    def lines(count: int) -> list[list[Any]]:
        body: Sequence[list[Any]] = [
            [str(n) for n in range(1, len(PENILAIAN_HEAD) + 1)], penilaian(), PENILAIAN_HEAD, penilaian(BESTARI), [],
            [f"Jumlah Pegawai : {count}"], ["Kepala BKPSDM,"], ["", "", "", "", "Contoh Nama"],
        ]  # fmt: skip
        return report(PENILAIAN_HEAD, list(body), *YEAR_TITLE)

    right = reading(xlsx(tmp_path / "a.xlsx", lines(2)), tmp_path / "o1")
    assert (right.status, right.rows.total) == ("accepted", 2)
    assert [(c.name, c.difference) for c in right.controls] == [("Jumlah.orang", 0)]
    wrong = reading(xlsx(tmp_path / "b.xlsx", lines(3)), tmp_path / "o2")
    assert wrong.status == "needs_answer"
    assert "JUMLAH_ORANG_BEDA" in codes(wrong)


def test_dates_to_come_are_doubted(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", report(PENILAIAN_HEAD, [penilaian(waktu_dinilai="10-01-2099")], *YEAR_TITLE))
    read = reading(path, tmp_path / "out")
    assert read.status == "needs_answer"
    assert "TANGGAL_DEPAN" in codes(read)


def test_a_report_without_a_column_it_needs_is_refused_by_name(tmp_path: Path) -> None:
    at = PENILAIAN_HEAD.index("hasil_akhir")
    lines = [[c for i, c in enumerate(line) if i != at] for line in [PENILAIAN_HEAD, penilaian()]]
    read = reading(
        xlsx(tmp_path / "a.xlsx", [[t] for t in YEAR_TITLE] + lines), tmp_path / "out", format="ekinerja-penilaian"
    )
    assert read.status == "refused"
    assert "KOLOM_TIDAK_ADA" in codes(read)


def test_twenty_thousand_people_are_read_whole(tmp_path: Path) -> None:
    many = [
        penilaian(f"19{70 + n % 10}0101200604{1 + n % 2}{n % 999 + 1:03d}", skp_jabatan=f"Jabatan {n}")
        for n in range(20_000)
    ]
    read = reading(delimited(tmp_path / "a.csv", report(PENILAIAN_HEAD, many, *YEAR_TITLE)), tmp_path / "out")
    assert (read.status, read.rows.accepted) == ("accepted", 20_000)


def test_a_list_of_evaluations_of_one_s_own_is_read_and_our_template_is_not_taken_for_it(tmp_path: Path) -> None:
    head = ["NIP", "Nama", "Tahun", "Hasil Kerja", "Perilaku", "Predikat", "Unit Kerja"]
    one = [ARUNA, "Contoh Aruna", 2025, "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik", OPD]
    own = reading(xlsx(tmp_path / "a.xlsx", [["Rekap"], head, one]), tmp_path / "o1", period="tahunan")
    assert (own.format, rows(own)[0]["predikat"], rows(own)[0]["unor"]) == ("ekinerja-penilaian", "Baik", OPD)
    template = [[*head[:2], "tahun", "jenis_periode", "hasil_kerja", "perilaku", "predikat", "catatan kami", "paraf"],
                [ARUNA, "Contoh Aruna", 2025, "bulanan", *one[3:6], "x", "y"]]  # fmt: skip
    ours = reading(xlsx(tmp_path / "b.xlsx", template), tmp_path / "o2")
    assert (ours.format, rows(ours)[0]["jenis_periode"]) == ("templat", "bulanan")
