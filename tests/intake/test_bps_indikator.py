"""Indicators of areas as BPS and Bappenas pass them on: twins of their faults, and every real file, judged by hand."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipelines.intake.report import Reading
from tests.intake import twins
from tests.real import REAL, needs_real

HEAD = [
    "wilayah", "tahun", "periode", "id_periode", "nilai", "nasional", "target RKP", "target_makro_rpjmn ",
    "target_rkpd", "target_kewilayahan_rkp", "versi", "satuan", "sumber", "id_indikator", "nama_indikator",
]  # fmt: skip
TPT = [
    "1100",
    "2021",
    "08",
    "202108",
    "6.30",
    "6.49",
    "9.8",
    "6",
    "5.6",
    "8.8",
    "2021-11-05",
    "%",
    "BPS",
    "6",
    "ind1_tpt",
]
NATION = ["1000", "2021", "08", "202108", "6.49", "6.49", "", "5", "9.1", "", "2021-11-05", "%", "BPS", "6", "ind1_tpt"]
FOLDER = None if REAL is None else REAL / "bps-indikator-peppd"

# What a person would say of the real files that are not simply taken in.
REFUSED = ("381627f1", "c300a643", "c335de0c")  # several figures for one area and period, and nothing says of what
SET_ASIDE = {"03df4c55": 1549, "097310e1": 2, "686087d0": 2, "cff1b02a": 2}  # contradicting, or of two periods
TWINS = ("3518498a", "364bbbf7", "565f6b79", "bd03848b", "cd4c7e70")  # the same data with other dates and blanks


def put(folder: Path, rows: list[list[str]], *, head: list[str] = HEAD, mark: str = ",") -> Path:
    """The rows as delimited text."""
    path = folder / "data.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=mark).writerows([head, *rows])
    return path


def taken(reading: Reading) -> list[dict[str, Any]]:
    """The stored rows without where they stood, in one order."""
    if not reading.tables:
        return []
    table = pq.read_table(reading.tables["indikator_wilayah"]).drop(["lembar", "baris"])
    return sorted(table.to_pylist(), key=str)


def codes(reading: Reading) -> list[tuple[str, int | None, str | None]]:
    """Each problem with its cell."""
    return [(p.code, p.row, p.column) for p in reading.problems]


def test_a_row_is_stored_as_it_stands(tmp_path: Path) -> None:
    reading = twins.reading(put(tmp_path, [NATION, TPT]), tmp_path)
    assert (reading.format, reading.status, reading.rows.accepted) == ("bps-indikator", "accepted", 2)
    assert taken(reading)[1] == {
        "kode_wilayah": "1100", "nama_wilayah": None, "tahun": 2021, "periode": "08", "kode_makro": "6",
        "indikator": "ind1_tpt", "satuan": "%", "nilai": Decimal("6.3000"), "nasional": Decimal("6.4900"),
        "target_rkp": Decimal("9.8000"), "target_rpjmn": Decimal("6.0000"), "target_rkpd": Decimal("5.6000"),
        "target_kewilayahan": Decimal("8.8000"), "versi": date(2021, 11, 5), "sumber": "BPS",
    }  # fmt: skip


def test_the_order_of_columns_and_the_marks_change_nothing(tmp_path: Path) -> None:
    first = taken(twins.reading(put(tmp_path, [NATION, TPT]), tmp_path))
    order = [*range(14, -1, -1)]
    local = [[cell.replace(".", ",") for cell in row] for row in (NATION, TPT)]
    turned = [[row[i] for i in order] + ["", ""] for row in local]
    path = put(tmp_path, turned, head=[HEAD[i].upper() for i in order] + ["", ""], mark=";")
    assert taken(twins.reading(path, tmp_path)) == first


def test_every_way_of_writing_nothing_is_blank(tmp_path: Path) -> None:
    rows = []
    for n, said in enumerate(("null", "-", "n.a.", "''", "\u00a0", "")):
        rows.append([f"11{n:02d}", *TPT[1:8], said, *TPT[9:]])
    reading = twins.reading(put(tmp_path, rows), tmp_path)
    assert reading.problems == () and {row["target_rkpd"] for row in taken(reading)} == {None}


def test_a_number_with_a_hard_space_and_a_date_with_slashes(tmp_path: Path) -> None:
    row = [*TPT[:8], "0.3069\u00a0", TPT[9], "05/09/2022", *TPT[11:]]
    (stored,) = taken(twins.reading(put(tmp_path, [row]), tmp_path))
    assert (stored["target_rkpd"], stored["versi"]) == (Decimal("0.3069"), date(2022, 9, 5))


def test_a_target_that_is_a_range_is_said_and_left_out(tmp_path: Path) -> None:
    row = [*TPT[:8], "5,0 - 5,6", *TPT[9:]]
    reading = twins.reading(put(tmp_path, [row]), tmp_path)
    assert codes(reading) == [("ANGKA_SAMPING_TAK_TERBACA", 2, "I")]
    assert [(r["nilai"], r["target_rkpd"]) for r in taken(reading)] == [(Decimal("6.3"), None)]


def test_a_decimal_comma_that_cut_a_number_in_two_is_seen(tmp_path: Path) -> None:
    slipped = ["1200", *TPT[1:5], "6", "49", *TPT[6:]]
    reading = twins.reading(put(tmp_path, [TPT, slipped]), tmp_path)
    assert (reading.rows.accepted, reading.rows.quarantined) == (1, 1)
    assert codes(reading) == [("BARIS_BERGESER", 3, "K")]


def test_a_row_of_two_periods_waits(tmp_path: Path) -> None:
    reading = twins.reading(put(tmp_path, [TPT, ["1200", "2021", "08", "202208", *TPT[4:]]]), tmp_path)
    assert codes(reading) == [("PERIODE_TIDAK_SAMA", 3, "D")] and reading.rows.quarantined == 1


def test_the_name_of_an_area_is_no_code(tmp_path: Path) -> None:
    reading = twins.reading(put(tmp_path, [["Pertanian", *TPT[1:]]]), tmp_path)
    assert reading.status == "refused" and codes(reading)[0] == ("WILAYAH_BUKAN_KODE", 2, "A")


def test_a_period_of_one_digit_is_the_same_period(tmp_path: Path) -> None:
    (stored,) = taken(twins.reading(put(tmp_path, [[*TPT[:2], "8", *TPT[3:]]]), tmp_path))
    assert stored["periode"] == "08"


def test_a_unit_that_changes_within_an_indicator_is_said(tmp_path: Path) -> None:
    rows = [[f"11{n:02d}", *TPT[1:11], unit, *TPT[12:]] for n, unit in enumerate(("%", "Persen", "Orang"))]
    reading = twins.reading(put(tmp_path, rows), tmp_path)
    assert codes(reading) == [("SATUAN_BERUBAH", 4, "L")]  # "Persen" is "%" by another spelling


def test_a_national_column_that_is_not_the_nations_own_row_is_asked_about(tmp_path: Path) -> None:
    rows = [[*NATION[:5], "6.26", *NATION[6:]], TPT]
    asked = twins.reading(put(tmp_path, rows), tmp_path)
    assert asked.status == "needs_answer" and codes(asked) == [("NASIONAL_BERBEDA", 2, "F")]
    assert twins.reading(put(tmp_path, rows), tmp_path, confirm=True).status == "accepted"


def test_sectors_give_their_share_and_their_growth(tmp_path: Path) -> None:
    head = [*HEAD[:4], "nilai_struktur", "nasional", "nilai_pertumbuhan", *HEAD[7:]]
    row = ["1100", "2020", "01", "202001", "32.00", "", "-6.06", "", "", "", "2022-03-01", "%", "BPS", "64"]
    path = tmp_path / "data.csv"
    # the name's own comma, not quoted
    path.write_text(f"{','.join(head)}\n{','.join(row)},Pertanian, Kehutanan, dan Perikanan\n", "utf-8")
    reading = twins.reading(path, tmp_path)
    assert reading.status == "accepted" and reading.rows.total == 1 and reading.problems == ()
    assert [(r["kode_makro"], r["indikator"], r["nilai"]) for r in taken(reading)] == [
        ("64-pertumbuhan", "Pertanian, Kehutanan, dan Perikanan (pertumbuhan)", Decimal("-6.06")),
        ("64-struktur", "Pertanian, Kehutanan, dan Perikanan (struktur)", Decimal("32")),
    ]


def test_notes_of_the_form_are_no_rows(tmp_path: Path) -> None:
    path = put(
        tmp_path, [TPT, [], ["keterangan : kolom periode harus dua digit"], ["Id", "Nama Indikator"], ["64", "X"]]
    )
    reading = twins.reading(path, tmp_path)
    assert (reading.rows.total, reading.status) == (1, "accepted") and codes(reading) == [("BARIS_KETERANGAN", 4, None)]


def test_the_older_form_without_targets(tmp_path: Path) -> None:
    keep = [0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14]
    path = put(tmp_path, [[TPT[i] for i in keep]], head=["target" if i == 6 else HEAD[i] for i in keep])
    (stored,) = taken(twins.reading(path, tmp_path))
    assert (stored["target_rkp"], stored["target_rkpd"]) == (Decimal("9.8"), None)


def test_a_header_that_lacks_the_area_is_refused_with_its_name(tmp_path: Path) -> None:
    reading = twins.reading(put(tmp_path, [TPT[1:]], head=HEAD[1:]), tmp_path)
    assert reading.status == "refused" and "WILAYAH" in reading.problems[0].message["id"]


@needs_real
@pytest.mark.slow
def test_every_real_file_is_taken_in_or_asked_about_with_its_reason(tmp_path: Path) -> None:
    assert FOLDER is not None
    ends: Counter[str] = Counter()
    aside: dict[str, int] = {}
    for path in sorted((FOLDER / "csv").glob("*.csv")):
        reading = twins.reading(path, tmp_path)
        assert reading.format == "bps-indikator", path.name
        ends[reading.status] += 1
        rows = reading.rows
        assert rows.total == rows.accepted + rows.quarantined + rows.rejected, path.name
        told = {p.code for p in reading.problems if p.severity == "error"}
        if reading.status == "refused":
            assert told == {"BARIS_BERTENTANGAN", "TANPA_BARIS"}, path.name
        elif rows.quarantined:
            aside[path.name[:8]] = rows.quarantined
            assert told, path.name
        else:
            assert rows.accepted == rows.total and not told, path.name
    known = {p.name[:8] for p in (FOLDER / "csv").glob("*.csv")}
    assert aside == {name: n for name, n in SET_ASIDE.items() if name in known}
    assert ends["refused"] == sum(name in known for name in REFUSED)
    # one with an old national column; four with the form's sample entry of the nation
    assert ends["needs_answer"] == 5 and sum(ends.values()) == len(known)


@needs_real
def test_the_forms_themselves_hold_no_row(tmp_path: Path) -> None:
    assert FOLDER is not None
    for path in (FOLDER / "templates").glob("*.xlsx"):
        reading = twins.reading(path, tmp_path)
        assert (reading.format, reading.status) == ("bps-indikator", "refused"), path.name
        assert reading.problems[-1].code == "TANPA_BARIS"


@needs_real
def test_twins_of_the_same_data_give_identical_rows(tmp_path: Path) -> None:
    assert FOLDER is not None
    stored = [taken(twins.reading(p, tmp_path)) for name in TWINS for p in (FOLDER / "csv").glob(f"{name}*")]
    assert len(stored) > 1 and len(stored[0]) == 490
    assert all(rows == stored[0] for rows in stored[1:])


@needs_real
@pytest.mark.parametrize("name", ["f18f084a", "3518498a"])
def test_semicolons_and_commas_give_identical_rows(tmp_path: Path, name: str) -> None:
    """A real file, and the same cells written with the other marks."""
    assert FOLDER is not None
    (path,) = (FOLDER / "csv").glob(f"{name}*")
    text = path.read_bytes().decode("cp1252")
    mark, other = (";", ",") if text.count(";") > text.count(",") else (",", ";")
    rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    point, comma = (",", ".") if mark == ";" else (".", ",")
    turned = [[cell.replace(point, comma) if i in range(4, 10) else cell for i, cell in enumerate(row)] for row in rows]
    twin = put(tmp_path, turned[1:], head=rows[0], mark=other)
    first, second = taken(twins.reading(path, tmp_path)), taken(twins.reading(twin, tmp_path))
    assert first == second and len(first) == len(rows) - 1
