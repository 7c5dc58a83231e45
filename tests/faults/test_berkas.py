"""Files that are broken, hostile or not what they seem, taken in the whole way: refused means nothing changed."""

from __future__ import annotations

import hashlib
import io
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipelines import intake, ledger
from pipelines.build import build
from pipelines.catalogue import DATA
from pipelines.engines.duckdb import Reader
from pipelines.imports import ImportReport, import_file
from pipelines.intake.limits import Limits
from pipelines.intake.report import Answers
from pipelines.publish import current
from pipelines.workspace import Workspace, open_workspace

# A message that does not say what to do leaves the clerk where she was.
_DO = (
    "buka", "simpan", "unggah", "unduh", "pecah", "isi", "hapus", "perbaiki", "tambah", "pilih", "ketik", "tulis",
)  # fmt: skip
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class Home:
    """A workspace that holds one good file and serves one build of it."""

    ws: Workspace
    good: Path

    def state(self) -> dict[str, str]:
        """Every file of the workspace by its hash, the ledger's apart: a refusal is written there and nowhere else."""
        files = sorted(path for path in self.ws.home.rglob("*") if path.is_file())
        return {
            str(path.relative_to(self.ws.home)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in files
            if not path.name.startswith("ledger") and "tmp" not in path.relative_to(self.ws.home).parts
        }

    def kinds(self) -> list[str]:
        return [event.kind for event in ledger.events(self.ws.ledger)]


def filled(path: Path, *, pagu: float = 1_000, month: int = 4) -> Path:
    """A filled template: one account with its ceiling and what was spent of it."""
    book = openpyxl.load_workbook(DATA / "templat" / "02_anggaran.xlsx")
    leaf = {"tahun": 2026, "kode_opd": "DINKES", "nama_opd": "Dinas Kesehatan", "kode_rekening": "5.1.02"}
    rows: dict[str, dict[str, Any]] = {
        "pagu": leaf | {"versi": "murni", "tgl_berlaku": "2026-01-01", "pagu": pagu},
        "realisasi": leaf | {"bulan": month, "basis": "kumulatif", "tahap": "SP2D", "realisasi": 400},
    }
    for name, row in rows.items():
        page = book[name]
        page.append([row.get(str(cell.value)) for cell in page[1]])
    book.save(path)
    return path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("berkas")
    ws = open_workspace(folder / "home")
    good = filled(folder / "baik.xlsx")
    assert import_file(ws, good).reading.status == "accepted"
    build(ws)
    return Home(ws, good)


def refused(home: Home, path: Path, **more: Any) -> ImportReport:
    """The report of a file that must be refused, having checked that nothing else happened."""
    before, kinds, served = home.state(), home.kinds(), current(home.ws)
    report = import_file(home.ws, path, **more)
    assert report.reading.status == "refused", report.reading
    assert report.import_id is None
    assert report.reading.tables == {}
    assert home.state() == before
    assert home.kinds() == [*kinds, "ditolak"]
    assert current(home.ws) == served
    fatal = [p for p in report.reading.problems if p.severity == "error"]
    assert fatal
    for problem in fatal:
        words = problem.message["id"].lower()
        assert any(verb in words for verb in _DO), words
        assert problem.message["en"] != problem.message["id"]
    return report


def codes(report: ImportReport) -> set[str]:
    return {p.code for p in report.reading.problems if p.severity == "error"}


def rezip(path: Path, into: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """A copy of a workbook with its parts changed."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return into


# ---- not what it seems --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("kosong.xlsx", b"", "BERKAS_KOSONG"),
        ("laporan.xls", b"<html><body><table><tr><td>Pagu</td></tr></table></body></html>", "HTML_SEBAGAI_EXCEL"),
        ("laporan2.xls", b'<?xml version="1.0"?><Workbook/>', "XML_SEBAGAI_EXCEL"),
        ("laporan.pdf", b"%PDF-1.7 ...", "PDF_BUKAN_TABEL"),
        (
            "sandi.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"),
            "BERKAS_BERSANDI",
        ),
        ("gambar.xlsx", bytes(range(256)) * 20, "BUKAN_TABEL"),
        ("arsip.xlsx", b"PK\x03\x04" + b"\0" * 200, "BERKAS_RUSAK"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_name(
    home: Home, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert codes(refused(home, path)) == {code}


def test_a_zip_that_is_no_workbook(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "data.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("catatan.txt", "bukan buku kerja")
    assert codes(refused(home, path)) == {"BUKAN_TABEL"}


@pytest.mark.parametrize("name", ["baik.xls", "baik.csv", "baik", "baik.XLSX"])
def test_a_good_workbook_under_any_name_is_the_same_file(home: Home, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(home.good.read_bytes())
    before, kinds = home.state(), home.kinds()
    report = import_file(home.ws, path)
    assert report.reading.status == "duplicate"
    assert (home.state(), home.kinds()) == (before, kinds)


def test_a_csv_named_xlsx_is_read_as_what_it_is(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "pagu.xlsx"
    path.write_text("tahun;versi;kode_opd;kode_rekening;pagu\n2025;murni;DINKES;5.1.02;1.000,50\n", encoding="cp1252")
    report = import_file(home.ws, path, dry_run=True)
    assert (report.reading.status, report.reading.format) == ("accepted", "templat")
    assert str(report.reading.totals[0].nilai) == "1000.50"


# ---- damaged -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [10, 3_000, 0.5, 0.99])
def test_a_workbook_cut_short(home: Home, tmp_path: Path, size: float) -> None:
    data = home.good.read_bytes()
    path = tmp_path / f"potong-{size}.xlsx"
    path.write_bytes(data[: int(size if size > 1 else len(data) * size)])
    assert codes(refused(home, path)) <= {"BERKAS_RUSAK", "BUKAN_TABEL"}


def test_flipped_bytes_give_a_clean_outcome_and_never_other_figures(home: Home, tmp_path: Path) -> None:
    data = home.good.read_bytes()
    chance = random.Random(7)
    outcomes: set[str] = set()
    for n in range(60):
        flipped = bytearray(data)
        for _ in range(chance.choice((1, 4, 40))):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        path = tmp_path / f"{n}.xlsx"
        path.write_bytes(bytes(flipped))
        reading = intake.read(path, Answers(), into=tmp_path / "out")
        outcomes.add(reading.status)
        if reading.status == "accepted":
            assert [str(total.nilai) for total in reading.totals] == ["1000.00", "400.00"]
        else:
            assert reading.tables == {}
            assert reading.problems
    assert "refused" in outcomes


def test_a_sheet_part_that_is_missing(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "hilang.xlsx"
    with zipfile.ZipFile(home.good) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.infolist():
            if not part.filename.endswith("sheet2.xml"):
                new.writestr(part.filename, old.read(part))
    refused(home, path)


# ---- hostile -------------------------------------------------------------------------------------------------------


def test_a_zip_bomb(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(home.good) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part))
        new.writestr("xl/media/isi.bin", b"\0" * (120 << 20))
    assert codes(refused(home, path)) == {"BERKAS_BOM"}


def test_a_thousand_parts(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "banyak.xlsx"
    with zipfile.ZipFile(home.good) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part))
        for n in range(2_500):
            new.writestr(f"xl/media/{n}.bin", b"")
    assert codes(refused(home, path)) == {"BERKAS_BOM"}


def test_an_xml_bomb_and_an_outside_entity(home: Home, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("RAHASIA-TIDAK-BOLEH-TERBACA")
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    cell = '<row r="9"><c r="A9" t="inlineStr"><is><t>&j;</t></is></c></row></sheetData>'
    for n, doctype in enumerate((f"{laughs}]>", f'<!DOCTYPE x [<!ENTITY j SYSTEM "file://{secret}">]>')):

        def poison(name: str, data: bytes, doctype: str = doctype) -> bytes:
            if not name.startswith("xl/worksheets/sheet"):
                return data
            text = re.sub(r"^<\?xml.*?\?>", "", data.decode()).replace("</sheetData>", cell)
            return f'<?xml version="1.0"?>{doctype}{text}'.encode()

        path = rezip(home.good, tmp_path / f"entitas-{n}.xlsx", poison)
        with zipfile.ZipFile(path) as archive:
            assert b"&j;" in archive.read("xl/worksheets/sheet1.xml")
        before = home.state()
        report = import_file(home.ws, path, dry_run=True)
        said = repr(report.reading)
        assert "RAHASIA" not in said
        assert "haha" not in said
        assert home.state() == before
        assert codes(report) <= {"BERKAS_RUSAK", "BERKAS_TAK_TERBACA"}


def test_a_cell_in_the_far_corner_harms_nobody_else(home: Home, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(home.good)
    book["pagu"]["XFD1048576"] = "jauh"
    book.save(tmp_path / "jauh.xlsx")
    before, served = home.state(), current(home.ws)
    report = import_file(home.ws, tmp_path / "jauh.xlsx", dry_run=True)
    assert report.reading.status == "refused"
    assert codes(report) <= {"MEMORI_HABIS", "BARIS_TERLALU_BANYAK", "BERKAS_TAK_TERBACA", "WAKTU_HABIS"}
    assert (home.state(), current(home.ws)) == (before, served)


def test_a_dimension_that_lies(home: Home, tmp_path: Path) -> None:
    def lie(name: str, data: bytes) -> bytes:
        return data.replace(b'<dimension ref="A1', b'<dimension ref="A1:XFD1048576" x="') if "sheet" in name else data

    path = rezip(home.good, tmp_path / "bohong.xlsx", lie)
    report = import_file(home.ws, path, dry_run=True)
    assert report.reading.status in ("accepted", "refused")
    if report.reading.status == "accepted":
        assert [str(t.nilai) for t in report.reading.totals] == ["1000.00", "400.00"]


def test_words_that_would_run_elsewhere_stay_words(home: Home, tmp_path: Path) -> None:
    names = [
        "=HYPERLINK(1)",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        ":red[x]",
        "$x$",
        "'; drop table x",
    ]
    text = io.StringIO()
    text.write("tahun;versi;kode_opd;nama_opd;kode_rekening;pagu\n")
    for n, name in enumerate(names):
        text.write(f'2024;murni;U{n};"{name}";5.1.02;{n + 1}\n')
    path = tmp_path / "nama.csv"
    path.write_text(text.getvalue(), encoding="utf-8")
    report = import_file(home.ws, path, dry_run=True)
    assert report.reading.status == "accepted"
    assert [report.reading.names[f"U{n}"] for n in range(len(names))] == names


# ---- too much ------------------------------------------------------------------------------------------------------


def test_more_rows_than_allowed_are_refused_with_the_limit(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "panjang.csv"
    path.write_text("tahun;versi;kode_opd;kode_rekening;pagu\n" + "2026;murni;A;5.1.02;1\n" * 60, encoding="utf-8")
    report = refused(home, path, read=partial(intake.read, limits=Limits(rows=50)))
    assert codes(report) == {"BARIS_TERLALU_BANYAK"}
    assert "50" in report.reading.problems[0].message["id"]


def test_a_file_larger_than_allowed(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    path.write_bytes(b"a;b;c\n" * 400_000)
    assert codes(refused(home, path, read=partial(intake.read, limits=Limits(file=1 << 20)))) == {
        "BERKAS_TERLALU_BESAR"
    }


# ---- filled in badly -----------------------------------------------------------------------------------------------


def test_an_untouched_template_is_refused(home: Home) -> None:
    assert codes(refused(home, DATA / "templat" / "01_master.xlsx")) == {"TANPA_DATA"}


def test_a_template_without_a_required_column_is_refused_whole(home: Home, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(home.good)
    book["realisasi"].delete_cols([c.value for c in book["realisasi"][1]].index("basis") + 1)
    book.save(tmp_path / "kurang.xlsx")
    report = refused(home, tmp_path / "kurang.xlsx")
    assert "KOLOM_HILANG" in codes(report)
    assert any('"basis"' in p.message["id"] for p in report.reading.problems)


def test_a_formula_without_a_value_is_refused_with_its_cell(home: Home, tmp_path: Path) -> None:
    path = filled(tmp_path / "rumus.xlsx", pagu="=500*2")  # type: ignore[arg-type]
    report = refused(home, path)
    problem = next(p for p in report.reading.problems if p.code == "RUMUS_TANPA_NILAI")
    assert (problem.sheet, problem.row, problem.column) == ("pagu", 5, "O")


def test_the_same_refusal_again_is_nothing_new(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "rusak.xlsx"
    path.write_bytes(b"PK\x03\x04 rusak sekali")
    refused(home, path)
    kinds = home.kinds()
    import_file(home.ws, path)
    assert home.kinds() == kinds


# ---- and after all that ------------------------------------------------------------------------------------------


def test_rows_are_accounted_for_and_figures_come_from_the_good_file_alone(home: Home, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(filled(tmp_path / "campur.xlsx", month=5))
    page = book["realisasi"]
    header = [str(cell.value) for cell in page[1]]
    good = dict(zip(header, (cell.value for cell in page[5]), strict=True))
    for change in ({"realisasi": "x"}, {"bulan": 14}, {"kode_opd": None}, {"realisasi": 401}, {}):
        page.append([(good | change).get(name) for name in header])
    book.save(tmp_path / "campur.xlsx")
    report = import_file(home.ws, tmp_path / "campur.xlsx", dry_run=True)
    rows = report.reading.rows
    assert rows.accepted + rows.quarantined + rows.rejected == rows.total == 7
    assert rows.accepted == 1  # the ceiling: the three spellings of May contradict each other
    served = current(home.ws)
    assert served is not None
    total = Reader(served.path).run("select sum(realisasi) as n from raw.realisasi", opd=["*"])
    assert total[0]["n"] == 400
