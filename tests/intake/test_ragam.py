"""Exports of other offices: the same kinds of file with other headings, codes, totals, periods and signatures."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.intake.limits import Limits
from pipelines.intake.reader import read_file
from pipelines.intake.report import Answers, Reading
from tests.intake import twins
from tests.intake.test_ekspor import ACCOUNT, DOKUMEN, RAK, REKAP5, document, line, rekap
from tests.intake.test_sipd import codes_of, total
from tests.intake.twins import Rows

HEAD = 5  # rows of title above the header of the twin LRA
BODY = HEAD + 4
SIGNED: Rows = [
    [], ["Kota Rekaan, 31 Maret 2026"], ["Mengetahui,"], ["Kepala Dinas Contoh"], [], ["Nama Rekaan, S.Sos., M.M."],
    ["NIP. 198609262015051001"], [float("198609262015051001")],
]  # fmt: skip


def read(rows: Rows, into: Path, **answers: Any) -> Reading:
    """The reading of rows as a workbook, in this process."""
    path = twins.xlsx(into / "b.xlsx", rows)
    return read_file(path, Answers(**answers), into=into, limits=Limits(), mappings={}, file=path.name, sha256="0" * 64)


def lra(rows: Rows, into: Path, **answers: Any) -> Reading:
    """The reading of an LRA whose month and basis a person answered."""
    return read(rows, into, **({"month": 3, "basis": "kumulatif"} | answers))


def whole(reading: Reading) -> None:
    """Asserts that the three leaves of the twin LRA were read, to the sen, and agree with its total."""
    assert reading.status == "accepted", reading.problems
    assert (reading.rows.total, reading.rows.accepted) == (3, 3)
    assert total(reading, "pagu", "pagu") == 4_500_000
    assert total(reading, "realisasi", "realisasi") == Decimal("1750000.50")
    assert not any(control.difference for control in reading.controls)


def _one_row(rows: Rows) -> Rows:
    groups = ("Operasi", "Modal", "Tak Terduga", "Transfer")
    pairs = [f"{what} {group}" for group in groups for what in ("Anggaran", "Realisasi Belanja")]
    return [*rows[:HEAD], ["Kode", "", "", "", "Uraian", *pairs], *rows[BODY:]]


def _rupiah(rows: Rows) -> Rows:
    said = {"Anggaran": "Anggaran (Rp)", "Realisasi": "Realisasi (Rp.)"}
    rows[HEAD + 2] = [said.get(cell, cell) for cell in rows[HEAD + 2]]
    return rows


def _one_code_column(rows: Rows) -> Rows:
    folded = [[next((c for c in reversed(row[:4]) if c), ""), *row[4:]] for row in rows[BODY:]]
    return [*rows[:HEAD], ["Kode", *rows[HEAD][4:]], *([row[0], *row[4:]] for row in rows[HEAD + 1 : BODY]), *folded]


def _broken_codes(rows: Rows) -> Rows:
    return rows[:BODY] + [[f"{c[:4]}\u00a0{c[4:]} \n" if i < 4 and c else c for i, c in enumerate(r)]
                          for r in rows[BODY:]]  # fmt: skip


def _shares(rows: Rows) -> Rows:
    """A percentage and a remainder beside each pair."""
    wide: Rows = []
    for index, row in enumerate(rows):
        extra = {HEAD + 2: ["%", "Sisa Anggaran"]}.get(index, ["12,5 %", 100.0] if index >= BODY else ["", ""])
        pairs = [[*row[c : c + 2], *extra] for c in range(5, 13, 2)] if len(row) > 6 or index > HEAD else []
        wide.append([*row[:5], *(cell for pair in pairs for cell in pair)] if pairs else row)
    return wide


SHAPES: dict[str, Any] = {
    "header in one row": _one_row,
    "(Rp) in the headings": _rupiah,
    "one code column": _one_code_column,
    "codes with breaks and spaces": _broken_codes,
    "percent and remainder": _shares,
    "header repeated at a page break": lambda rows: rows[: BODY + 6] + rows[: BODY] + rows[BODY + 6 :],
    "blank rows between": lambda rows: rows[:BODY] + [r for row in rows[BODY:] for r in (row, [])],
    "a subtotal without a code": lambda rows: [*rows[:-1], ["", "", "", "", "Jumlah Urusan", *(["9"] * 8)], rows[-1]],
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_lra_in_other_shapes(tmp_path: Path, shape: str) -> None:
    whole(lra(SHAPES[shape](deepcopy(twins.lra())), tmp_path))


@pytest.mark.parametrize(
    "word",
    ["JUMLAH", "Total", "Jumlah Belanja Daerah", "TOTAL KESELURUHAN", "J U M L A H", "Jumlah (Rp)", "Grand Total :"],
)
def test_total_by_any_name_is_a_control(tmp_path: Path, word: str) -> None:
    rows = twins.lra()
    rows[-1][4] = word
    reading = lra(rows, tmp_path)
    whole(reading)
    assert sum(control.name.startswith("Jumlah.") for control in reading.controls) == 8


def test_bidang_that_lost_its_zero_as_text(tmp_path: Path) -> None:
    leaf = ("1.10.0.00.0.00.01.0000", "1.10.01.2.01.0001", "5.1.02.01.001.00024", 900.0, 100.0)
    rows = [["1.1" if cell == "1.10" else cell for cell in row] for row in twins.lra([leaf])]
    for shape in (rows, _one_code_column(deepcopy(rows))):
        reading = lra(shape, tmp_path)
        assert (reading.status, reading.rows.quarantined) == ("accepted", 0), reading.problems
        assert not any(control.difference for control in reading.controls)


@pytest.mark.parametrize("column", [0, 3, 4, 5, 8])
def test_signatures_are_dropped_and_named_nowhere(tmp_path: Path, column: int) -> None:
    beside: Rows = [[""] * column + row for row in SIGNED]
    two = [[row[0] if row else "", *[""] * 7, *row] for row in SIGNED]
    for signed in (beside, two):
        reading = lra(twins.lra() + signed, tmp_path)
        whole(reading)
        assert not reading.problems
        assert "Rekaan" not in repr(reading) and "19860926" not in repr(reading)


def test_signatures_below_other_layouts(tmp_path: Path) -> None:
    beside: Rows = [[""] * 16 + row for row in SIGNED]
    for rows in (twins.rak(), twins.form(unit="X")):
        reading = read(rows + beside, tmp_path, opd="D1")
        assert reading.status == "accepted" and not reading.rows.quarantined, reading.problems
        assert "Rekaan, S.Sos" not in repr(reading) and "19860926" not in repr(reading)


PERIODS: dict[str, tuple[int | None, str | None]] = {
    # what a title says: the month, and the basis it settles (None where a person must say)
    "Per 31 Oktober 2026": (10, None), "s.d. Triwulan III": (9, None), "Semester I": (6, "kumulatif"),
    "bulan Oktober 2026": (10, None), "TW II": (6, None), "Triwulan I Tahun 2026": (3, "kumulatif"),
    "Sampai dengan Triwulan 2": (6, None), "Tri Wulan Keempat": (12, None),
    "Periode 01/01/2026 - 31/03/2026": (3, "kumulatif"), "Tanggal : 31/03/2026": (3, None), "Bulan : 03": (3, None),
    "Maret 2026": (3, None), "2026-01-01 s/d 2026-04-30": (4, "kumulatif"),
    "01-01-2026 s.d. 31-03-2026": (3, "kumulatif"),
    "Dicetak tanggal 5 April 2026": (None, None), "periode Januari s.d …… 2026": (None, None),
    "Periode ……. s.d ……. 2026": (None, None), "BIDANG KEBUDAYAAN DAN PARIWISATA": (None, None),
}  # fmt: skip


@pytest.mark.parametrize("said", PERIODS)
def test_period_as_titles_say_it(tmp_path: Path, said: str) -> None:
    month, basis = PERIODS[said]
    rows = twins.lra()
    rows[4] = [said]
    reading = read(rows, tmp_path)
    assert (reading.answers.year, reading.answers.month, reading.answers.basis) == (2026, month, basis)
    asked = {question.id for question in reading.questions}
    assert asked == ({"month"} if month is None else set()) | ({"basis"} if basis is None else set())


def test_period_in_date_cells(tmp_path: Path) -> None:
    rows = [[], *twins.form(period="")]
    rows[5] = ["", "", "", "Periode", date(2022, 1, 1), "s.d.", date(2022, 9, 30)]
    path = tmp_path / "f.xlsx"
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    reading = twins.reading(path, tmp_path, opd="D1")
    assert (reading.answers.year, reading.answers.month, reading.answers.basis) == (2022, 9, "kumulatif")


@pytest.mark.parametrize("words", [{"ANGGARAN": "JUMLAH ANGGARAN (Rp)", "REALISASI": "JUMLAH REALISASI (Rp)"},
                                   {"KODE REKENING": "KODE"}])  # fmt: skip
def test_form_with_other_headings(tmp_path: Path, words: dict[str, str]) -> None:
    rows = [[words.get(cell, cell) for cell in row] for row in twins.form()]
    reading = read(rows, tmp_path, opd="D1")
    assert reading.status == "accepted", reading.problems
    assert {t.contract: t.nilai for t in reading.totals} == {"pagu": 1000, "realisasi": 520}
    assert "JUMLAH_TIDAK_SAMA" not in codes_of(reading)


@pytest.mark.parametrize("amounts", [(3_686_857_110_906.0, 838_948_580_079.0), (3_893_638_048.0, 838_948_580_079.0)])
def test_examples_of_the_blank_form_are_refused_by_name(tmp_path: Path, amounts: tuple[float, float]) -> None:
    pagu, spent = amounts
    rows = twins.form((0.0, pagu, 0.0, 0.0, 0.0), (0.0, spent, 0.0, 0.0, 0.0))
    reading = read(rows, tmp_path, opd="D1", month=10, basis="kumulatif", confirm=True)
    assert (reading.status, reading.tables) == ("refused", {})
    said = next(p for p in reading.problems if p.code == "FORMULIR_CONTOH")
    assert said.message["id"].startswith("Rp") and "  " not in said.message["id"]


@pytest.mark.parametrize(("words", "factor"), [("(Dalam Ribuan Rupiah)", 1_000), ("dalam jutaan rupiah", 1_000_000)])
def test_amounts_in_thousands_are_multiplied_once_confirmed(tmp_path: Path, words: str, factor: int) -> None:
    rows = twins.lra()
    rows[4] = [words]
    asked = lra(rows, tmp_path)
    assert (asked.status, [q.id for q in asked.questions]) == ("needs_answer", ["confirm"])
    sure = lra(rows, tmp_path, confirm=True)
    assert total(sure, "pagu", "pagu") == 4_500_000 * factor
    assert total(sure, "realisasi", "realisasi") == Decimal("1750000.50") * factor
    assert not any(control.difference for control in sure.controls)


def test_amounts_that_thousands_make_impossible(tmp_path: Path) -> None:
    rows = twins.lra([(twins.UNIT, twins.SUB, "5.1.02.01.001.00024", 5e12, 1e12)])
    rows[4] = ["dalam jutaan rupiah"]
    reading = lra(rows, tmp_path, confirm=True)
    assert "ANGKA_TERLALU_BESAR" in codes_of(reading) and not reading.tables


def _quarters(rows: Rows) -> Rows:
    names = ("I", "II", "III", "IV")
    out: Rows = rows[:2]
    for row in rows[2:]:
        head = row[0] == "Kode Rekening"
        parts = [[*row[c : c + 3], f"Triwulan {names[q]}" if head else sum(row[c : c + 3])]
                 for q, c in enumerate(range(4, 16, 3))]  # fmt: skip
        out.append([*row[:4], *(cell for part in parts for cell in part)])
    return out


def _months(spell: Any) -> Any:
    return lambda rows: [*rows[:2], [*rows[2][:4], *map(spell, range(1, 13))], *rows[3:]]


PLANS: dict[str, Any] = {
    "quarters between": _quarters,
    "abbreviated": _months(lambda n: twins.MONTHS[n - 1][:3]),
    "with the year": _months(lambda n: f"{twins.MONTHS[n - 1]} 2026"),
    "numbered": _months(lambda n: f"Bulan {n}"),
    "with (Rp)": _months(lambda n: f"{twins.MONTHS[n - 1]} (Rp)"),
    "months in a second row": lambda rows: [*rows[:2], [*rows[2][:4], "Bulan"], [*[""] * 4, *rows[2][4:]], *rows[3:]],
    "under quarters": lambda rows: [*rows[:2], [*rows[2][:4], "Triwulan I", "", "", "Triwulan II"],
                                    ["", "", "", "", *rows[2][4:]], *rows[3:]],
    "a Jumlah row": lambda rows: [*rows, ["", "Jumlah", *rows[3][2:]]],
    "text": lambda rows: [[f"Rp. {twins.rupiah(c)}" if isinstance(c, float) else c for c in row] for row in rows],
}  # fmt: skip


@pytest.mark.parametrize("plan", PLANS)
def test_cash_plan_in_other_shapes(tmp_path: Path, plan: str) -> None:
    reading = read(PLANS[plan](twins.rak()), tmp_path)
    assert (reading.status, reading.format, reading.rows.total) == ("accepted", "sipd-rak", 2), reading.problems
    assert total(reading, "rak", "rak") == total(reading, "pagu", "pagu") == 8_400_000
    assert not any(control.difference for control in reading.controls)


def test_cumulative_cash_plan_is_asked(tmp_path: Path) -> None:
    def grown(row: list[Any]) -> list[Any]:
        return [*row[:4], *(sum(row[4 : 5 + n]) for n in range(12))]

    rows = twins.rak()
    reading = read([*rows[:3], *map(grown, rows[3:])], tmp_path)
    assert ([q.id for q in reading.questions], "RAK_KUMULATIF" in codes_of(reading)) == (["confirm"], True)


def _rak_export(months: dict[str, Any], head: list[str]) -> Rows:
    about = {"tahun": "2026", "kode_sub_skpd": twins.UNIT, "kode_sub_kegiatan": twins.SUB, "kode_akun": ACCOUNT,
             "nilai_rincian": 7_800.0, "total_rak": 7_800.0}  # fmt: skip
    return [head, line(RAK, **about, **months)]


MONTHLY = {f"bulan{n}": 100.0 * n for n in range(1, 13)}


@pytest.mark.parametrize("spell", ["Bulan {0}", "{1}", "{2}", "RAK_{1}"])
def test_rak_export_with_months_by_other_names(tmp_path: Path, spell: str) -> None:
    names = [spell.format(n, name, name[:3].upper()) for n, name in enumerate(twins.MONTHS, start=1)]
    head = [names[int(word[5:]) - 1] if word.startswith("bulan") else word.upper() for word in RAK]
    reading = read(_rak_export(MONTHLY, head), tmp_path)
    assert (reading.status, reading.format) == ("accepted", "sipd-rak-ekspor"), reading.problems
    assert total(reading, "rak", "rak") == 7_800


def test_cumulative_rak_export_is_asked(tmp_path: Path) -> None:
    grown = {f"bulan{n}": 7_800.0 * n / 12 for n in range(1, 13)}
    reading = read(_rak_export(grown, RAK), tmp_path)
    assert ([q.id for q in reading.questions], "RAK_KUMULATIF" in codes_of(reading)) == (["confirm"], True)


FLAT: dict[str, Rows] = {
    "dokumen": [["TAHUN 2026"], DOKUMEN, document()], "rekap5": [REKAP5, rekap()], "rak": _rak_export(MONTHLY, RAK),
}  # fmt: skip


@pytest.mark.parametrize("kind", FLAT)
def test_flat_exports_in_other_order_with_repeated_headers(tmp_path: Path, kind: str) -> None:
    rows = FLAT[kind]
    head, leaf = rows[-2], rows[-1]
    at = next(i for i, word in enumerate(head) if word.lower() in ("kode rekening", "kode akun"))
    signed: Rows = [[""] * at + row for row in SIGNED]
    full = [[word.lower() for word in head], leaf, head, leaf]
    turned = [["" if n else "catatan", *reversed(row)] for n, row in enumerate(full)]
    turned.insert(1, [str(n) for n in range(1, len(head) + 2)])
    reading = read([*rows[:-2], *turned, *signed], tmp_path)
    assert reading.status == "accepted", reading.problems
    assert (reading.rows.total, reading.rows.accepted) == (2, 2)
    assert "Rekaan" not in repr(reading) and "19860926" not in repr(reading)


UNITS = ("1.01.2.22.0.00.01.0000", "1.02.0.00.0.00.01.0000", twins.UNIT)


def _sheets(path: Path, pages: dict[str, Rows]) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in pages.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append([None if cell == "" else cell for cell in row])
    book.save(path)
    return path


def _of(unit: str, spent: float) -> Rows:
    return twins.lra([(unit, f"{unit[:4]}.01.2.01.0001", ACCOUNT, 1_000.0, spent)])


def test_a_sheet_per_opd_is_read_whole(tmp_path: Path) -> None:
    path = _sheets(tmp_path / "b.xlsx", {unit[:4]: _of(unit, 100.0) for unit in UNITS})
    reading = twins.reading(path, tmp_path, month=3, basis="kumulatif")
    assert reading.status == "accepted", reading.problems
    assert {t.kode_opd: t.nilai for t in reading.totals if t.contract == "realisasi"} == dict.fromkeys(UNITS, 100)
    assert total(reading, "pagu", "pagu") == 3_000 and reading.answers.opd is None
    names = [control.name for control in reading.controls]
    assert len(names) == len(set(names)) == 24
    mistaken = twins.reading(path, tmp_path, month=3, basis="kumulatif", opd="D1")
    assert {t.kode_opd for t in mistaken.totals} == set(UNITS) and "OPD_JAWABAN_DIABAIKAN" in codes_of(mistaken)


def test_sheets_of_one_opd_are_still_asked(tmp_path: Path) -> None:
    pages = {"Januari": _of(UNITS[0], 100.0), "Februari": _of(UNITS[0], 200.0)}
    reading = twins.reading(_sheets(tmp_path / "b.xlsx", pages), tmp_path, month=3, basis="kumulatif")
    assert ([q.id for q in reading.questions], "LEMBAR_SEJENIS" in codes_of(reading)) == (["confirm"], True)


def test_an_opendocument_sheet_is_refused_with_the_way_out(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "lra.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office:document-content/>")
    reading = twins.reading(path, tmp_path)
    assert (reading.status, codes_of(reading)) == ("refused", {"ODS_BUKAN_EXCEL"})


@pytest.mark.parametrize("iso", [False, True])
def test_strict_workbooks_and_protected_sheets_are_read(tmp_path: Path, iso: bool) -> None:
    """ISO strict workbooks name everything otherwise; protected, filtered, hidden rows and columns are still rows."""
    import zipfile

    import xlsxwriter

    path, strict = tmp_path / "b.xlsx", tmp_path / "strict.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("LRA")
    rows = twins.lra()
    for index, row in enumerate(rows):
        page.write_row(index, 0, [None if cell == "" else cell for cell in row])
    page.protect("kunci")
    page.autofilter(HEAD, 0, len(rows), 12)
    page.set_row(BODY + 7, None, None, {"hidden": True})
    page.set_column("H:M", None, None, {"hidden": True})
    book.close()
    names = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships":
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }  # fmt: skip
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(strict, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            content = source.read(part)
            for usual, other in names.items():
                content = content.replace(usual, other)
            target.writestr(part, content)
    whole(twins.reading(strict if iso else path, tmp_path, month=3, basis="kumulatif"))


def _plan_of(unit: str, title: str = "") -> Rows:
    rows = [[unit if cell == twins.UNIT else cell for cell in row] for row in twins.rak()]
    return [[title or rows[0][0]], *rows[1:]]


def test_a_cash_plan_with_a_sheet_per_opd_is_read_whole(tmp_path: Path) -> None:
    pages = {unit[:4]: _plan_of(unit) for unit in UNITS}
    pages[UNITS[1][:4]][-1][4] = "tujuh"
    reading = twins.reading(_sheets(tmp_path / "b.xlsx", pages), tmp_path, confirm=True)
    assert (reading.status, reading.format) == ("accepted", "sipd-rak"), reading.problems
    assert (reading.rows.total, reading.rows.accepted, reading.answers.opd) == (6, 5, None)
    assert {t.kode_opd for t in reading.totals} == set(UNITS)
    names = [control.name for control in reading.controls]
    assert len([name for name in names if name.endswith("(1.01)")]) == len(set(twins.MONTHS)) + 2
    assert {name.rpartition(" (")[2] for name in names} == {f"{unit[:4]})" for unit in UNITS}
    (fault,) = (p for p in reading.problems if p.code == "ANGKA_TAK_TERBACA")
    assert (fault.sheet, fault.row) == (UNITS[1][:4], len(pages[UNITS[1][:4]]))


def test_cash_plans_of_two_years_or_of_one_unit_are_still_asked(tmp_path: Path) -> None:
    other = "RENCANA ANGGARAN KAS SATUAN KERJA PERANGKAT DAERAH KAB. CONTOH TAHUN 2025"
    for pages in (
        {"2025": _plan_of(UNITS[0], other), "2026": _plan_of(UNITS[1])},
        {"murni": _plan_of(UNITS[0]), "pergeseran": _plan_of(UNITS[0])},
    ):
        reading = twins.reading(_sheets(tmp_path / "b.xlsx", pages), tmp_path)
        assert [q.id for q in reading.questions] == ["confirm"]
        assert "LEMBAR_SEJENIS" in codes_of(reading)


def test_an_empty_sheet_among_cash_plans_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    blank = [[0.0 if isinstance(cell, float) else cell for cell in row] for row in _plan_of(UNITS[1])]
    pages = {"a": _plan_of(UNITS[0]), "b": blank}
    reading = twins.reading(_sheets(tmp_path / "b.xlsx", pages), tmp_path)
    assert reading.status == "accepted", reading.problems
    assert [(p.code, p.sheet) for p in reading.problems if p.code == "FORMULIR_KOSONG"] == [("FORMULIR_KOSONG", "b")]
    assert {t.kode_opd for t in reading.totals} == {UNITS[0]}


def _kas(name: str, monthly: float) -> Rows:
    amounts = [monthly] * 12
    return [
        ["TARGET (MENURUT ANGGARAN KAS) DAN REALISASI KEUANGAN"], [name], ["TAHUN ANGGARAN 2022"],
        ["No", "Uraian", "Anggaran", "Rincian", *twins.MONTHS],
        ["1", "BELANJA", sum(amounts), "Target", *amounts],
        ["", "", "", "Realisasi", *([0.0] * 12)],
    ]  # fmt: skip


def test_a_provincial_cash_plan_with_a_sheet_per_opd_is_read_whole_under_their_names(tmp_path: Path) -> None:
    pages = {"1": _kas("DINAS REKAAN", 100.0), "2": _kas("BADAN REKAAN", 200.0), "3": _kas("KANTOR REKAAN", 0.0)}
    reading = twins.reading(_sheets(tmp_path / "b.xlsx", pages), tmp_path)
    assert (reading.status, reading.format) == ("accepted", "provinsi-kas"), reading.problems
    assert {t.kode_opd: int(t.nilai) for t in reading.totals} == {"DINAS REKAAN": 100, "BADAN REKAAN": 200}
    assert total(reading, "rak", "rak") == 3_600
    assert [control.name for control in reading.controls] == ["anggaran (1)", "anggaran (2)"]
    assert [(p.sheet, p.code) for p in reading.problems] == [("3", "FORMULIR_KOSONG")]
    twice = twins.reading(_sheets(tmp_path / "c.xlsx", {"1": pages["1"], "2": _kas("Dinas Rekaan", 5.0)}), tmp_path)
    assert "LEMBAR_SEJENIS" in codes_of(twice)
    assert {q.id for q in twice.questions} == {"opd", "confirm"}
