"""Commands called wrongly, and asked what nothing is known of: one line that says how to do it instead."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dashboard.commands import app
from pipelines.workspace import Workspace
from tests.intake import twins


def run(ws: Workspace, *words: str, code: int, lang: str = "id") -> Any:
    """What a command said, having ended with an exit code."""
    env = {"RAPORDA_LANG": lang, "RAPORDA_HOME": str(ws.home)}
    said = CliRunner().invoke(app, list(words), env=env, prog_name="raporda", catch_exceptions=False)
    assert said.exit_code == code, said.stdout + said.stderr
    return said


WRONG = [
    (("query", "serapan", "--oops"), "Pilihan --oops tidak ada. Daftarnya: raporda query --help"),
    (("query", "serapan", "--forma", "csv"), "mungkin maksudnya --format"),
    (("query",), "measure belum diisi"),
    (("import",), "PATH... belum diisi"),
    (("template",), "--out belum diisi"),
    (("nol",), "Perintah 'nol' tidak ada. Daftarnya: raporda --help"),
    (("query", "serapan", "lagi"), "Ada kata yang tidak pada tempatnya: lagi"),
    (("query", "serapan", "--until"), "--until ditulis tanpa nilai"),
    (
        ("import", "tak-ada.xlsx"),
        "Nilai 'tak-ada.xlsx' untuk PATH... tidak dapat dipakai: berkas atau folder itu",
    ),
    (("import", ".", "--month", "13"), "Nilai '13' untuk --month tidak dapat dipakai: isi bilangan bulat 1 sampai 12"),
    (("import", ".", "--month=abc"), "Nilai 'abc' untuk --month"),
    (("import", ".", "--basis", "foo"), "pilih salah satu dari monthly, cumulative, bulanan, kumulatif"),
    (("query", "serapan", "--known-at", "kemarin"), "kemarin bukan tanggal; tulis seperti 2026-10-31"),
    (("query", "serapan", "--where", "opd"), "tulis DIMENSI=NILAI"),
    (("query", "serapan", "--where", "opd=A", "--where", "opd=B"), "--where opd ditulis dua kali"),
]


@pytest.mark.parametrize(("words", "line"), WRONG)
def test_wrong_usage_is_one_line_with_the_way_out(ws: Workspace, words: tuple[str, ...], line: str) -> None:
    said = run(ws, *words, code=2)
    indonesian, english = said.stderr.splitlines()
    assert line in indonesian
    assert english
    assert english != indonesian
    assert said.stdout == ""
    assert run(ws, *words, code=2, lang="en").stderr.splitlines() == [english]
    told = json.loads(run(ws, words[0], "--json", *words[1:], code=2).stdout)
    assert told["message"] == {"id": indonesian, "en": english}


def test_the_language_said_beside_a_wrong_call_counts(ws: Workspace) -> None:
    assert run(ws, "nol", "--lang", "en", code=2).stderr.startswith("There is no command 'nol'.")


def test_each_measure_names_the_dimensions_it_may_be_cut_by(ws: Workspace) -> None:
    told = json.loads(run(ws, "measures", "--json", code=0).stdout)
    known = {dimension["id"] for dimension in told["dimensions"]}
    cuts = {measure["id"]: measure["dimensions"] for measure in told["measures"]}
    assert all(cut and set(cut) <= known for cut in cuts.values())
    assert {"opd", "sub_kegiatan", "rekening", "bulan"} <= set(cuts["realisasi"])
    assert "rekening" not in cuts["fisik"]
    assert "sub_kegiatan" in run(ws, "measures", code=0).stdout


@pytest.fixture
def master_only(ws: Workspace, tmp_path: Path) -> Workspace:
    """A workspace that is published and knows no money: an LRA was taken in and withdrawn again."""
    path = twins.xlsx(tmp_path / "lra.xlsx", twins.lra())
    told = run(ws, "import", str(path), "--month", "3", "--basis", "cumulative", "--json", code=0)
    run(ws, "withdraw", json.loads(told.stdout)["files"][0]["import_id"], code=0)
    run(ws, "build", code=0)
    return ws


def test_a_published_but_empty_workspace_says_so(master_only: Workspace) -> None:
    for words in (("query", "realisasi", "--json"), ("query", "serapan", "--by", "opd", "--format", "json")):
        said = run(master_only, *words, code=0)
        told = json.loads(said.stdout)
        assert (told["until"], told["rows"]) == (None, [])
        assert set(told) == {"measure", "unit", "build", "until", "known_at", "rule", "rows"}
        assert said.stderr.startswith("Belum ada realisasi")
    for form in ("table", "csv"):
        assert run(master_only, "query", "pagu", "--format", form, code=0).stdout == ""


def test_what_the_browser_refuses_for_its_size_the_command_takes(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So says the refusal: "muat lewat perintah raporda import"."""
    from pipelines.intake.limits import Limits

    monkeypatch.setattr(Limits, "bulk", classmethod(lambda cls: cls(rows=26)))
    lines = twins.lra()
    assert len(lines) == 26
    path = twins.xlsx(tmp_path / "pas.xlsx", lines)
    told = run(ws, "import", str(path), "--month", "3", "--basis", "cumulative", "--json", code=0)
    assert json.loads(told.stdout)["status"] == "accepted"
    path = twins.xlsx(tmp_path / "lebih.xlsx", [[], *lines])
    told = run(ws, "import", str(path), "--month", "3", "--basis", "cumulative", "--json", code=1)
    (problem,) = json.loads(told.stdout)["problems"]
    assert problem["code"] == "BARIS_TERLALU_BANYAK"
    assert "raporda import" in problem["message"]["id"]
