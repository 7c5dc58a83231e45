"""Files of people beside the files before them: strangers, and half a list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipelines.imports import import_file
from pipelines.intake.report import Answers
from pipelines.workspace import Workspace, open_workspace
from tests.intake.written import put


def nip(n: int) -> str:
    return f"19800101200604{1 + n % 2}{901 + n % 99:03d}" if n < 99 else f"19810101200604{1 + n % 2}{901 + n % 99:03d}"


def staff(people: range, units: int = 4) -> list[dict[str, Any]]:
    return [{"nip": nip(n), "nama": f"Contoh {n}", "jenis": "PNS", "kode_opd": f"OPD-{n % units}"} for n in people]


def skp(people: range, units: int = 4) -> list[dict[str, Any]]:
    return [
        {"nip": nip(n), "nama": f"Contoh {n}", "kode_opd": f"OPD-{n % units}", "tahun": 2025,
         "jenis_periode": "tahunan", "predikat": "Baik"}
        for n in people
    ]  # fmt: skip


def taken(ws: Workspace, path: Path, *, confirm: bool = False) -> tuple[str, set[str]]:
    reading = import_file(ws, path, Answers(confirm=confirm)).reading
    return reading.status, {problem.code for problem in reading.problems}


def test_a_file_of_strangers_waits_for_a_person(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path / "ws")
    assert taken(ws, put(tmp_path / "a.xlsx", {"pegawai": staff(range(40))}))[0] == "accepted"
    assert taken(ws, put(tmp_path / "b.xlsx", {"skp": skp(range(40))}))[0] == "accepted"
    strange = put(tmp_path / "c.xlsx", {"skp": [row | {"tahun": 2024} for row in skp(range(110, 150))]})
    status, told = taken(ws, strange)
    assert status == "needs_answer"
    assert "ORANG_ASING" in told
    assert taken(ws, strange, confirm=True)[0] == "accepted"


def test_half_a_list_waits_and_another_unit_does_not(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path / "ws")
    assert taken(ws, put(tmp_path / "a.xlsx", {"pegawai": staff(range(40))}))[0] == "accepted"
    assert taken(ws, put(tmp_path / "b.xlsx", {"pegawai": staff(range(35))}))[0] == "accepted"
    status, told = taken(ws, put(tmp_path / "c.xlsx", {"pegawai": staff(range(15))}))
    assert status == "needs_answer"
    assert "ORANG_HILANG" in told
    other = [row | {"kode_opd": "OPD-9"} for row in staff(range(110, 140))]
    assert taken(ws, put(tmp_path / "d.xlsx", {"pegawai": other}))[0] == "accepted"


def test_skp_of_another_year_is_no_smaller_list(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path / "ws")
    assert taken(ws, put(tmp_path / "a.xlsx", {"skp": skp(range(40))}))[0] == "accepted"
    fewer = [row | {"tahun": 2024} for row in skp(range(12))]
    assert taken(ws, put(tmp_path / "b.xlsx", {"skp": fewer}))[0] == "accepted"
    status, told = taken(ws, put(tmp_path / "c.xlsx", {"skp": skp(range(12))}))
    assert status == "needs_answer"
    assert "ORANG_HILANG" in told
