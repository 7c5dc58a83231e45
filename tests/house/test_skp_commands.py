"""SKP from files to answer, by the commands that people call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.house.test_commands import document, run

PEGAWAI = ("nip", "nama", "jenis", "kode_opd", "status_aktif", "tgl_posisi")
SKP = ("nip", "nama", "tahun", "jenis_periode", "kode_opd", "status", "predikat")


def _nip(number: int) -> str:
    return f"198001012006041{901 + number}"


def _book(path: Path, **sheets: Sequence[Sequence[Any]]) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)


def test_from_the_list_of_staff_and_the_skp_to_a_percentage(tmp_path: Path) -> None:
    home, files = tmp_path / "home", tmp_path / "berkas"
    files.mkdir()
    units = [(kode, f"Dinas {kode}", kode, "dinas") for kode in ("DINKES", "DISDIK")]
    _book(files / "master.xlsx", opd=[("kode_opd", "nama", "singkatan", "jenis"), *units])
    where = ["DINKES"] * 4 + ["DISDIK"] * 2
    staff = [(_nip(n), f"Contoh {n}", "PNS", unit, "Aktif", date(2025, 12, 31)) for n, unit in enumerate(where)]
    told = [(_nip(n), f"Contoh {n}", 2025, "tahunan", "DINKES", "PERSETUJUAN", "Baik" if n else None) for n in range(3)]
    _book(files / "pegawai.xlsx", pegawai=[PEGAWAI, *staff], skp=[SKP, *told])
    for name in ("master.xlsx", "pegawai.xlsx"):
        assert document("import", files / name, home=home)["accepted"] == 1
    document("build", home=home)
    answer = document("query", "skp_dinilai", "--by", "opd", home=home)
    assert (answer["unit"], answer["until"]) == ("persen", "2025-12")
    assert [(row["opd"], row["nilai"]) for row in answer["rows"]] == [("DINKES", Decimal("50.00")), ("DISDIK", None)]
    owing = document("query", "n_wajib", "--by", "opd", home=home)["rows"]
    assert [(row["opd"], row["nilai"]) for row in owing] == [("DINKES", 4), ("DISDIK", 2)]
    said = run("query", "skp_disusun", "--where", "jenis_periode=triwulan", home=home)
    assert "Belum ada data pegawai" in said.stderr
