"""Numbers, dates and codes as Indonesian files spell them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.intake import codes, dates
from pipelines.intake.cells import Ambiguous, Unreadable, blank, mark, number, percent
from pipelines.intake.money import Reader, rupiah


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.234.567,89", "1234567.89"), ("1,234,567.89", "1234567.89"), ("10.373.024.900,00", "10373024900"),
        ("Rp 1.234", "1234"), ("Rp1.234.567,-", "1234567"), ("Rp. 2.334.880.409", "2334880409"), ("0,00", "0"),
        ("(1.234,50)", "-1234.50"), ("(Rp 1.000,00)", "-1000"), ("-5,5", "-5.5"), ("–5,5", "-5.5"), ("1.5e9", "1.5e9"),
        ("1,5E+9", "1.5e9"), ("1 234 567", "1234567"), ("1\u00a0234\u00a0567,5", "1234567.5"), ("0.123", "0.123"),
        ("1234.5", "1234.5"), ("'1234", "1234"), ("+7", "7"), ("１．２３４，００", "1234"), (1234.0, "1234"),
        (0.1, "0.1"), (43926896000.48, "43926896000.48"), (7, "7"), ("1.234-", None),
    ],
)  # fmt: skip
def test_number(cell: object, value: str | None) -> None:
    if value is None:
        with pytest.raises(Unreadable):
            number(cell)
    else:
        assert number(cell) == Decimal(value)


@pytest.mark.parametrize("cell", ["", "-", " – ", "null", "undefined", "…………", ". . .", "\u00a0", "#N/A", "Rp. "])
def test_blank_is_unknown_not_zero(cell: str) -> None:
    assert number(cell) is None


@pytest.mark.parametrize("cell", ["abc", "1.23.4", "12,34,5", "1..2", "=SUM(A1)", True, "NaN1", "1e9999"])
def test_unreadable(cell: object) -> None:
    with pytest.raises(Unreadable):
        number(cell)


@pytest.mark.parametrize(("cell", "id", "en"), [("1.234", 1234, "1.234"), ("1,234", "1.234", 1234)])
def test_ambiguous_until_the_column_says(cell: str, id: object, en: object) -> None:
    with pytest.raises(Ambiguous):
        number(cell)
    assert number(cell, thousands=".") == Decimal(str(id))
    assert number(cell, thousands=",") == Decimal(str(en))


def test_mark_needs_cells_that_agree() -> None:
    assert mark(["1.234", "12,50"]) == "."
    assert mark(["1,234", "1,234.50"]) == ","
    assert mark(["1.234", 5.0]) is None
    assert mark(["1.234,00", "1,234.00"]) is None


def test_percent() -> None:
    assert percent("12,5%") == percent("12.5 %") == percent(12.5) == Decimal("12.5")


SPELL = {
    "sipd": lambda d: f"{d:,.2f}".translate(str.maketrans(",.", ".,")),
    "english": lambda d: f"{d:,.2f}",
    "rupiah": lambda d: "Rp " + f"{d:,.2f}".translate(str.maketrans(",.", ".,")),
    "plain": lambda d: f"{d:.2f}",
    "bracket": lambda d: f"({abs(d):,.2f})".translate(str.maketrans(",.", ".,")) if d < 0 else f"{d:.2f}",
}


@given(st.decimals(min_value="-1e15", max_value="1e15", places=2), st.sampled_from(sorted(SPELL)))
def test_format_then_parse_is_the_same(amount: Decimal, spelling: str) -> None:
    assert number(SPELL[spelling](amount)) == amount


@settings(deadline=None)  # the first call imports what pyarrow needs
@given(st.lists(st.decimals(min_value="-9e12", max_value="9e12", places=2), min_size=1, max_size=50))
def test_a_column_is_its_cells(amounts: list[Decimal]) -> None:
    """Floats all at once, texts one by one or all at once: always the decimal that Excel shows."""
    floats = [float(a) for a in amounts]
    texts = [SPELL["sipd"](a) for a in amounts]
    for cells in (floats, texts, [c for pair in zip(floats, texts, strict=True) for c in pair], texts * 600):
        money = Reader(".").column(cells)
        assert not money.faults
        assert [rupiah(int(sen)) for sen in money.sen] == [number(c, thousands=".") for c in cells]
        assert money.arrow().to_pylist() == [number(c, thousands=".") for c in cells]
        assert money.total() == sum((number(c, thousands=".") or 0 for c in cells), Decimal(0))


def test_a_column_names_its_faults_and_keeps_blanks_unknown() -> None:
    money = Reader().column([1.0, "", "x", "1.234", "-", 2e16, "5,50"])
    assert [(f.index, f.code) for f in money.faults] == [
        (2, "ANGKA_TAK_TERBACA"), (3, "ANGKA_BERMAKNA_GANDA"), (5, "ANGKA_TERLALU_BESAR"),
    ]  # fmt: skip
    assert money.arrow().to_pylist() == [Decimal("1.00"), None, None, None, None, None, Decimal("5.50")]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("14 Juni 2019", date(2019, 6, 14)), ("14/6/2019", date(2019, 6, 14)), ("2019-06-14", date(2019, 6, 14)),
        ("14-Jun-19", date(2019, 6, 14)), (43630, date(2019, 6, 14)), (43630.5, date(2019, 6, 14)),
        ("03/04/2022", date(2022, 4, 3)), ("2026-01-07T00:00:00Z", date(2026, 1, 7)),
        ("7 Pebruari 2026", date(2026, 2, 7)),
        ("Jumat, 7 Nopember 2025", date(2025, 11, 7)), ("43630", date(2019, 6, 14)), ("-", None), ("null", None),
    ],
)  # fmt: skip
def test_day(cell: object, day: date | None) -> None:
    assert dates.day(cell) == day


@pytest.mark.parametrize("cell", ["31/02/2020", "kemarin", 5e6, -1, "13/13/2020", "1 Januari 1800", True])
def test_no_day(cell: object) -> None:
    with pytest.raises(Unreadable):
        dates.day(cell)


def test_serials_of_1904_workbooks() -> None:
    assert dates.day(42168, serial_from=date(1904, 1, 1)) == date(2019, 6, 14)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_dates_come_back(day: date) -> None:
    month = dates.MONTHS[day.month - 1]
    for text in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day} {month.capitalize()} {day.year}"):
        assert dates.day(text) == day


@pytest.mark.parametrize(
    ("line", "first", "last", "cumulative", "year"),
    [
        ("periode 01 Januari 2022  s.d 31 Juli  2022", 1, 7, True, 2022),
        ("periode Januari s.d Oktober 2022", 1, 10, True, 2022),
        ("periode  1 Januari s.d 31 Agustus2022", 1, 8, True, 2022),
        ("periode Januari 2022 s/d Maret 2022", 1, 3, True, 2022),
        ("Periode Januari sampai dengan Nopember 2022", 1, 11, True, 2022),
        ("periode 1 Oktober s.d 31 Oktober 2022", 10, 10, False, 2022),
        ("periode …………. s.d 31 Oktober 2022", None, 10, False, 2022),
        ("Bulan Maret 2026", 3, 3, False, 2026),
    ],
)
def test_period(line: str, first: int | None, last: int, cumulative: bool, year: int) -> None:
    found = dates.period([line])
    assert found is not None
    assert (found.first, found.last, found.cumulative) == (first, last, cumulative)
    assert dates.year([line]) == year


def test_no_period_in_dots_or_addresses() -> None:
    assert dates.period(["periode …………. s.d ………….. 2022", "Dicetak 5 November 2026", "Jl. Desember"]) is None


def test_year_of_titles() -> None:
    assert dates.year(["PERGESERAN APBD TAHUN 2026"]) == 2026
    assert dates.year(["TAHUN ANGGARAN 2025", "Tahun 2026"]) is None
    assert dates.year(["KAB. CONTOH", "2026"]) == 2026


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("2", "urusan"), ("2.16", "bidang"), ("2.16.2.20.2.21.01.0000", "unit"), ("2.16.01", "program"),
        ("2.16.01.2.01", "kegiatan"), ("2.16.01.2.01.0001", "sub_kegiatan"), ("5.02.01.1.01.01", "sub_kegiatan"),
        ("5.1.02", "rekening"), ("5.1.02.01.001.00024", "rekening"), ("5.1.02.01.01.0001", "rekening"),
        ("5.01", "bidang"), ("5.01.02", "program"), ("X.XX.01.2.01", "kegiatan"), ("5.1.2", None), ("abc", None),
    ],
)  # fmt: skip
def test_kind_of_code(code: str, kind: str | None) -> None:
    assert codes.kind(code) == kind


def test_template_code_takes_the_units_first_bidang() -> None:
    """Vector 20 of the rules."""
    assert codes.resolve("X.XX.01.2.01.0001", "5.01.5.05.0.00.01.0000") == "5.01.01.2.01.0001"
    assert codes.resolve("5.02.01.2.01.0001", "5.01.5.05.0.00.01.0000") == "5.02.01.2.01.0001"


def test_numbers_that_ate_a_code() -> None:
    """Trap 18: 1.10 became 1.1, 2.0 stands for 2."""
    assert codes.code(1.1, "bidang") == codes.code("1.1", "bidang") == "1.10"
    assert codes.code(2.16, "bidang") == "2.16"
    assert codes.code(5.1, "rekening") == "5.1"
    assert codes.code(5.0, "rekening") == "5"
    with pytest.raises(Unreadable):
        codes.code(2.16, "program")


def test_dots_of_a_form_are_blank() -> None:
    assert blank("……") and blank("…………………") and not blank("0")
