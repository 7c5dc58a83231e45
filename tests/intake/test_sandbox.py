"""Hostile and broken files: the child may die, the parent answers in words and goes on."""

from __future__ import annotations

import os
import random
import threading
import zipfile
from pathlib import Path

import pytest

from pipelines.intake import Limits, reader, sandbox
from pipelines.intake import worker as child
from pipelines.intake.delimited import decode, mark_of
from pipelines.intake.grid import column_of, letter
from tests.intake import twins

MIB = 1024 * 1024


def outcome(path: Path, into: Path, **limits: int) -> tuple[str, set[str]]:
    """Status and problem codes of a file; the parent is alive or this does not return."""
    reading = twins.reading(path, into, limits=Limits(**limits), month=3, basis="bulanan")
    for problem in reading.problems:
        assert problem.message["id"] and problem.message["en"] and "{" not in problem.message["id"]
    if reading.status == "refused":
        assert not reading.tables and not list(into.glob("*.parquet"))
        assert any(p.severity == "error" for p in reading.problems)
    return reading.status, {p.code for p in reading.problems}


def good(folder: Path) -> Path:
    """A sound LRA."""
    return twins.xlsx(folder / "baik.xlsx", twins.lra())


def archive(path: Path, sheet: bytes) -> Path:
    """A workbook with the given sheet xml, and nothing that a workbook does not need."""
    parts = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'officeDocument" '
        b'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        b'<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
    return path


def sheet_of(cells: str, *, dimension: str = "") -> bytes:
    """A sheet's xml."""
    about = f'<dimension ref="{dimension}"/>' if dimension else ""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}">{about}<sheetData>{cells}</sheetData></worksheet>'.encode()


def test_far_corner_kills_only_the_child(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    status, codes = outcome(archive(tmp_path / "jauh.xlsx", sheet_of(cells)), tmp_path)
    assert (status, codes) == ("refused", {"MEMORI_HABIS"})
    assert outcome(good(tmp_path), tmp_path)[0] == "accepted"


def test_lying_dimension(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path = archive(tmp_path / "bohong.xlsx", sheet_of(cells, dimension="A1:XFD1048576"))
    assert outcome(path, tmp_path)[0] in ("refused", "needs_answer")
    assert outcome(good(tmp_path), tmp_path)[0] == "accepted"


def test_zip_bomb_is_refused_before_parsing(tmp_path: Path) -> None:
    row = b'<row><c t="inlineStr"><is><t>' + b"0" * 1000 + b"</t></is></c></row>"
    path = archive(tmp_path / "bom.xlsx", sheet_of((row * 60_000).decode()))
    assert path.stat().st_size < MIB
    assert outcome(path, tmp_path) == ("refused", {"BERKAS_BOM"})


def test_bytes_are_counted_where_sizes_lie(tmp_path: Path) -> None:
    path = archive(tmp_path / "dusta.xlsx", sheet_of("<row/>" * 2_000_000))
    data = bytearray(path.read_bytes())
    start = data.rfind(b"PK\x01\x02")
    while start >= 0:  # every entry of the directory now says it is empty
        data[start + 24 : start + 28] = b"\x01\x00\x00\x00"
        start = data.rfind(b"PK\x01\x02", 0, start)
    path.write_bytes(data)
    assert outcome(path, tmp_path, inflated=4 * MIB)[0] == "refused"


def test_too_many_parts(tmp_path: Path) -> None:
    path = archive(tmp_path / "pecah.xlsx", sheet_of("<row/>"))
    with zipfile.ZipFile(path, "a") as book:
        for n in range(50):
            book.writestr(f"xl/x{n}.xml", b"")
    assert outcome(path, tmp_path, entries=40) == ("refused", {"BERKAS_BOM"})


def test_truncated(tmp_path: Path) -> None:
    path = good(tmp_path)
    path.write_bytes(path.read_bytes()[:3_000])
    assert outcome(path, tmp_path) == ("refused", {"BERKAS_RUSAK"})


def test_random_byte_flips_end_cleanly(tmp_path: Path) -> None:
    data = good(tmp_path).read_bytes()
    chance = random.Random(20261121)
    for _ in range(40):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        (tmp_path / "rusak.xlsx").write_bytes(broken)
        assert outcome(tmp_path / "rusak.xlsx", tmp_path)[0] in ("accepted", "refused", "needs_answer")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("kosong.xlsx", b"", "BERKAS_KOSONG"),
        ("sandi.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
         "BERKAS_BERSANDI"),
        ("web.xls", b"\r\n<html><body><table><tr><td>1</td></tr></table></body></html>", "HTML_SEBAGAI_EXCEL"),
        ("tabel.xls", "\ufeff<table><tr><td>1</td></tr></table>".encode(), "HTML_SEBAGAI_EXCEL"),
        ("xml.xls", b"<?xml version='1.0'?><Workbook/>", "XML_SEBAGAI_EXCEL"),
        ("laporan.xlsx", b"%PDF-1.7 ...", "PDF_BUKAN_TABEL"),
        ("gambar.csv", bytes(range(256)) * 20, "BUKAN_TABEL"),
        ("ole.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "BERKAS_RUSAK"),
        ("arsip.xlsx", b"PK\x03\x04" + b"\0" * 100, "BERKAS_RUSAK"),
    ],
)  # fmt: skip
def test_what_is_no_table(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert outcome(tmp_path / name, tmp_path) == ("refused", {code})


def test_names_do_not_matter(tmp_path: Path) -> None:
    assert outcome(good(tmp_path).rename(tmp_path / "lra.csv"), tmp_path)[0] == "accepted"
    path = twins.delimited(tmp_path / "teks.xlsx", twins.lra(text=False))
    assert outcome(path, tmp_path)[0] == "accepted"


def test_xml_bomb(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    path = archive(tmp_path / "entitas.xlsx", bomb + sheet_of('<row r="1"><c r="A1"><v>&b;</v></c></row>'))
    assert outcome(path, tmp_path)[0] in ("refused", "needs_answer")


def test_wall_clock_and_memory(tmp_path: Path) -> None:
    rows = [["x" * 50] * 20] * 20_000
    path = twins.delimited(tmp_path / "besar.csv", rows)
    assert outcome(path, tmp_path, wall_seconds=0) == ("refused", {"WAKTU_HABIS"})
    assert outcome(path, tmp_path, memory=8 * MIB)[1] <= {"MEMORI_HABIS", "BERKAS_RUSAK"}
    assert outcome(good(tmp_path), tmp_path)[0] == "accepted"


def test_limits_of_size_and_rows(tmp_path: Path) -> None:
    assert outcome(good(tmp_path), tmp_path, file=1_000) == ("refused", {"BERKAS_TERLALU_BESAR"})
    assert outcome(good(tmp_path), tmp_path, rows=10) == ("refused", {"BARIS_TERLALU_BANYAK"})


def test_all_problems_are_counted_and_some_listed(tmp_path: Path) -> None:
    rows = twins.lra()
    rows[-1:-1] = [["", "", "", "", f"tanpa kode {n}", 5.0, 1.0] for n in range(60)]
    path = twins.xlsx(tmp_path / "lra.xlsx", rows)
    reading = twins.reading(path, tmp_path, limits=Limits(problems=20), month=3, basis="bulanan")
    assert len(reading.problems) == 21
    assert reading.problems[-1].code == "MASALAH_LAINNYA" and "4" in reading.problems[-1].message["id"]
    assert reading.rows.quarantined == 60 and reading.rows.total == 63


def test_many_threads_get_their_own_file(tmp_path: Path) -> None:
    """As under a server: several uploads at once, each answered with its own rows."""
    found: dict[int, int] = {}

    def work(n: int) -> None:
        folder = tmp_path / str(n)
        folder.mkdir()
        leaves = [(twins.UNIT, twins.SUB, f"5.1.02.01.001.{i:05d}", 1_000.0, 1.0) for i in range(1, n + 2)]
        path = twins.xlsx(folder / "lra.xlsx", twins.lra(leaves))
        found[n] = twins.reading(path, folder, month=3, basis="bulanan").rows.accepted

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: n + 1 for n in range(6)}


def test_a_worker_that_was_killed_is_replaced(tmp_path: Path) -> None:
    assert outcome(good(tmp_path), tmp_path)[0] == "accepted"
    for worker in list(sandbox._idle):
        worker.kill()
        worker.wait()
    assert outcome(good(tmp_path), tmp_path)[0] == "accepted"
    assert all(worker.pid != os.getpid() for worker in sandbox._idle)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode("Kode;Uraian\r\n1;Rehabilitasi – café\r\n".encode(encoding)).endswith("Rehabilitasi – café\r\n")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";"), ("a,b\n1,2\n", ","), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"),
        ("sep=;\na;b\n", ";"), ('"sep=|"\na|b\n', "|"), ("satu kolom\nsaja\n", ","),
    ],
)  # fmt: skip
def test_marks(text: str, mark: str) -> None:
    assert mark_of(text)[1] == mark


def test_letters_of_columns() -> None:
    assert [letter(c) for c in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert all(column_of(letter(c)) == c for c in range(0, 17_000, 37))


def test_a_reader_that_cannot_start_does_not_blame_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.close()
    monkeypatch.setattr(sandbox.sys, "executable", "/bin/false")
    assert outcome(good(tmp_path), tmp_path) == ("refused", {"PEMBACA_TIDAK_JALAN"})


@pytest.mark.parametrize("ending", ["died", "1"])
def test_a_clerk_reads_what_to_do_and_the_log_how_the_reader_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, ending: str
) -> None:
    monkeypatch.setattr(sandbox, "_ask", lambda job, limits: ending)
    reading = twins.reading(good(tmp_path), tmp_path)
    (problem,) = reading.problems
    assert (problem.code, problem.read) == ("BERKAS_TAK_TERBACA", None)
    assert "pengelola" in problem.message["id"] and "administrator" in problem.message["en"]
    assert not any(f"({ending})" in words or "died" in words for words in problem.message.values())
    assert caplog.messages == [f"the reader of 'baik.xlsx' ended: {ending}"]


def test_what_breaks_a_reader_goes_to_the_log_without_a_word_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object) -> None:
        raise KeyError("isi rahasia berkas")

    def here(job: dict[str, object], limits: Limits) -> str:
        return "done" if child.work(job) else "memory"

    monkeypatch.setattr(reader, "_read", breaks)
    monkeypatch.setattr(sandbox, "_ask", here)
    reading = twins.reading(good(tmp_path), tmp_path)
    assert [p.code for p in reading.problems] == ["BERKAS_TAK_TERBACA"]
    assert "rahasia" not in repr(reading) and "KeyError" not in repr(reading)
    (line,) = caplog.messages
    assert "KeyError" in line and "breaks" in line and "rahasia" not in line
    assert not (tmp_path / "fault.txt").exists()
