"""The command contract: names, exit codes, one JSON document, and figures from files to answer."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dashboard.commands import app
from pipelines.catalogue import keys
from pipelines.models import CHECKS, models
from tests.house.source import ROOT

COMMANDS = sorted(str(command.name) for command in app.registered_commands)
PROMISED = [
    "import", "build", "query", "measures", "serve", "deck", "book", "document", "sample", "template", "verify",
    "imports", "withdraw", "backup", "restore", "pack",
]  # fmt: skip


def run(*words: object, home: Path | None = None, code: int | None = 0) -> Any:
    """The result of a command; fails the test when it ends with another exit code."""
    where = ["--home", str(home)] if home else []
    result = CliRunner().invoke(app, [*where, *map(str, words)], env={"RAPORDA_LANG": "id"}, catch_exceptions=False)
    assert code is None or result.exit_code == code, result.stdout + result.stderr
    return result


def document(*words: object, home: Path, code: int = 0) -> Any:
    """What a command with --json prints, which must be one document and nothing else."""
    return json.loads(run(*words, "--json", home=home, code=code).stdout, parse_float=Decimal)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of one fictional OPD with the answers a person would give."""
    from pipelines.sample import small

    into = tmp_path_factory.mktemp("berkas")
    small.write(into)
    return into


@pytest.fixture(scope="module")
def home(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace into which they were imported, and built."""
    home = tmp_path_factory.mktemp("ruang") / "home"
    told = document("import", folder, home=home)
    assert told["accepted"] == len(told["files"]) == len(json.loads((folder / "jawaban.json").read_text()))
    document("build", home=home)
    return home


def test_every_promised_command_is_there() -> None:
    assert sorted(PROMISED) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    said = run(name, "--help").stdout
    assert "Usage" in said
    command = next(c for c in app.registered_commands if c.name == name)
    assert command.callback and command.callback.__doc__


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert re.search(rf"raporda {name}\b", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_every_check_has_words() -> None:
    known = keys()
    assert [m.name for m in models(CHECKS) if f"periksa.{m.name.removeprefix('checks.')}" not in known] == []


def test_a_file_s_object_has_the_promised_keys(home: Path, folder: Path) -> None:
    told = document("import", folder / "LRA DISKOMINFO April 2026.xlsx", home=home)["files"][0]
    promised = {"file", "sha256", "format", "status", "rows", "controls", "problems", "questions"}
    assert promised <= set(told)
    assert told["status"] == "duplicate"
    assert set(told["rows"]) == {"total", "accepted", "quarantined", "rejected"}
    assert told["rows"]["total"] == told["rows"]["accepted"] > 0
    assert told["controls"]
    assert all(c["difference"] == c["in_file"] - c["summed"] == 0 for c in told["controls"])


def test_one_file_stands_at_the_top_of_the_document_too(home: Path, folder: Path) -> None:
    file = folder / "LRA DISKOMINFO April 2026.xlsx"
    told = document("import", file, home=home)
    (own,) = told["files"]
    assert {name: told[name] for name in own} == own
    many = document("import", folder, home=home)
    assert "status" not in many
    assert (told["duplicate"], many["duplicate"]) == (1, len(many["files"]))


@pytest.mark.parametrize(
    "words",
    [
        ("import", "--json"), ("import", "tak-ada.xlsx", "--json"), ("import", ".", "--month", "13", "--json"),
        ("query", "serapan", "--where", "opd", "--json"), ("query", "--json"), ("query", "serapan", "--oops", "--json"),
        ("query", "serapan", "--known-at", "kemarin", "--format", "json"), ("query", "nol", "--format", "json"),
        ("query", "serapan", "--format=json", "--until", "x"), ("deck", "nol", "--json", "--out", "x.pptx"),
        ("nol", "--json"),
    ],
)  # fmt: skip
def test_wrong_usage_under_json_is_one_document_too(home: Path, words: tuple[str, ...]) -> None:
    said = json.loads(run(*words, home=home, code=2).stdout)  # one document, nothing beside it
    assert said["error"]
    assert set(said["message"]) == {"id", "en"}
    assert all(said["message"].values())


def test_the_figures_are_those_of_the_files(home: Path, folder: Path) -> None:
    truth = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    position, monthly = truth["posisi"], truth["hasil"]["DISKOMINFO"]["realisasi"]
    for measure, expected in (("pagu", position["pagu"]), ("realisasi", position["realisasi"])):
        answer = document("query", measure, home=home)
        assert answer["rows"][0]["nilai"] == expected
    by_month = document("query", "realisasi", "--by", "bulan", "--until", "2026-10", home=home)
    assert {"measure", "unit", "build", "until", "known_at", "rule", "rows"} == set(by_month)
    assert [int(r["nilai"]) for r in by_month["rows"]] == monthly[:10]
    assert all({"bulan", "nilai", "target", "status"} <= set(r) for r in by_month["rows"])
    share = document("query", "serapan", home=home)["rows"][0]["nilai"]
    assert share == round(Decimal(100) * position["realisasi"] / position["pagu"], 2)


def test_as_it_was_known(home: Path) -> None:
    early = document("query", "realisasi", "--known-at", "2026-03-15", home=home)
    assert (early["until"], early["known_at"]) == ("2026-02", "2026-03-15")
    assert early["build"] != document("query", "realisasi", home=home)["build"]


def test_a_dimension_named_twice_is_one(home: Path) -> None:
    twice, once = (document("query", "serapan", "--by", by, home=home) for by in ("opd,opd", "opd"))
    assert twice == once


def test_csv_and_table(home: Path) -> None:
    lines = run("query", "realisasi", "--by", "bulan", "--format", "csv", home=home).stdout.splitlines()
    assert lines[0] == "bulan,nilai,target,status"
    assert len(lines) == 11
    assert "bulan" in run("query", "realisasi", "--by", "bulan", home=home).stdout


@pytest.mark.parametrize(
    "words",
    [
        ("query", "tidak-ada"),
        ("query", "serapan", "--by", "cuaca"),
        ("query", "serapan", "--where", "opd"),
        ("query", "serapan", "--where", "bulan=1", "--where", "bulan=2"),
        ("query", "serapan", "--until", "kemarin"),
        ("query", "serapan", "--known-at", "kemarin"),
        ("import", "/tidak/ada"),
        ("import",),
        ("deck", "tepra"),
        ("deck", "lain", "-o", "x.pptx"),
        ("deck", "tepra", "--until", "1999-01", "-o", "x.pptx"),
        ("deck", "tepra", "--opd", "TIDAK ADA", "-o", "x.pptx"),
        ("tidak-ada",),
    ],
)
def test_wrong_usage_ends_with_two(home: Path, words: tuple[str, ...]) -> None:
    assert run(*words, home=home, code=2).stdout == ""


def test_refusal_ends_with_one_and_one_line(home: Path, tmp_path: Path) -> None:
    for words in (("query", "serapan"), ("withdraw", "00001-deadbeef"), ("backup", str(tmp_path / "b.zip"))):
        result = run(*words, home=tmp_path / "kosong", code=1)
        assert result.stdout == ""
        assert len(result.stderr.strip().splitlines()) == 1
    assert document("query", "serapan", home=tmp_path / "kosong", code=1)["error"] == "perintah.belum_ada_build"


def test_a_file_that_is_no_workbook_is_refused_and_changes_nothing(home: Path, tmp_path: Path) -> None:
    before = document("imports", home=home)
    path = tmp_path / "rusak.xlsx"
    path.write_bytes(b"PK\x03\x04 bukan buku kerja")
    told = document("import", path, "--dry-run", home=home, code=1)
    assert told["refused"] == 1
    assert told["files"][0]["problems"][0]["message"]["id"]
    assert document("imports", home=home) == before


def test_verify_backup_restore(home: Path, tmp_path: Path) -> None:
    assert document("verify", home=home)["whole"] is True
    run("backup", tmp_path / "b.zip", home=home)
    other = tmp_path / "lain"
    run("restore", tmp_path / "b.zip", home=other)
    assert document("build", home=other)["build"] == document("build", home=home)["build"]
    assert document("verify", home=other) == document("verify", home=home)


def test_withdrawing_needs_only_the_id(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    path = folder / "LRA DISKOMINFO April 2026.xlsx"
    told = document("import", path, "--month", 4, "--year", 2026, "--basis", "monthly", home=home)
    id = told["files"][0]["import_id"]
    assert document("withdraw", id, home=home)["withdrawn"] == id
    assert [row["ditarik"] for row in document("imports", home=home)["imports"]] == [True]
    run("withdraw", id, home=home, code=1)


def test_a_question_ends_with_one_and_stores_nothing(folder: Path, tmp_path: Path) -> None:
    told = document("import", folder / "LRA DISKOMINFO April 2026.xlsx", home=tmp_path / "home", code=1)
    assert told["needs_answer"] == 1
    assert {q["id"] for q in told["files"][0]["questions"]} >= {"basis"}
    assert document("imports", home=tmp_path / "home") == {"imports": []}


def test_a_folder_is_walked_in_order_and_others_are_counted(folder: Path, tmp_path: Path) -> None:
    from pipelines.folders import jobs
    from pipelines.intake.report import Answers

    for name in ("b/2.xlsx", "a/1.csv", "catatan.docx", "~$a.xlsx", ".tersembunyi.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found, skipped = jobs([tmp_path], Answers(), None)
    assert [job.path.name for job in found] == ["1.csv", "2.xlsx"]
    assert skipped == 1
    answered, _ = jobs([folder], Answers(basis="kumulatif"), None)
    assert answered[0].path.name == "01_master.xlsx"
    assert answered[0].recorded_at
    assert all(job.answers.basis == "kumulatif" for job in answered)  # said on the command line goes first


def test_a_folder_that_leads_back_to_itself_is_walked_once(tmp_path: Path) -> None:
    from pipelines.folders import jobs
    from pipelines.intake.report import Answers

    (tmp_path / "a.csv").write_text("x")
    (tmp_path / "lagi").symlink_to(tmp_path, target_is_directory=True)
    found, _ = jobs([tmp_path], Answers(), None)
    assert [job.path for job in found] == [tmp_path / "a.csv"]


def test_trouble_with_the_output_file_names_that_file(home: Path, tmp_path: Path) -> None:
    (tmp_path / "buku").mkdir()
    told = document("backup", tmp_path / "buku", home=home, code=1)
    assert str(tmp_path / "buku") in told["message"]["id"]
    assert str(home) not in told["message"]["id"]


def test_an_answer_file_may_not_point_outside_its_folder(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "rahasia.csv").write_text("x")
    (inside / "jawaban.json").write_text('[{"file": "../rahasia.csv", "answers": {}}]')
    assert run("import", inside, home=tmp_path / "home", code=1).stdout == ""


def test_templates(tmp_path: Path) -> None:
    files = document("template", "-o", tmp_path, home=tmp_path / "home")["files"]
    assert sorted(Path(f).name for f in files) == [
        "01_master.xlsx",
        "02_anggaran.xlsx",
        "03_kinerja.xlsx",
        "04_kepegawaian.xlsx",
        "05_rapat.xlsx",
    ]
    assert all(Path(f).is_file() for f in files)


@pytest.mark.parametrize(
    ("kind", "suffix", "magic"), [("deck", "pptx", b"PK"), ("book", "xlsx", b"PK"), ("document", "pdf", b"%PDF")]
)
def test_paper(home: Path, tmp_path: Path, kind: str, suffix: str, magic: bytes) -> None:
    out = tmp_path / f"rapat.{suffix}"
    told = document(kind, "tepra", "--until", "2026-10", "--opd", "DISKOMINFO", "-o", out, home=home)
    assert out.read_bytes().startswith(magic)
    assert told["bytes"] == out.stat().st_size


@pytest.mark.parametrize(("lang", "word"), [("id", "Belum"), ("en", "Nothing")])
def test_both_languages(tmp_path: Path, lang: str, word: str) -> None:
    assert run("query", "serapan", "--lang", lang, home=tmp_path, code=1).stderr.startswith(word)


def test_records_go_out_as_a_workbook_and_say_who_changed_what(tmp_path: Path) -> None:
    from pipelines.records.changes import Change, Who
    from pipelines.records.database import open_records
    from pipelines.workspace import Workspace

    home = tmp_path / "home"
    records = open_records(Workspace(home))
    records.write([Change("rapat", "R1", {"jenis": "TEPRA", "tanggal": date(2026, 10, 12)})], Who("Rina"))
    records.write([Change("rapat", "R1", {"perihal": "Triwulan III"}, 1)], Who("Dewi"))
    out = tmp_path / "05_rapat.xlsx"
    assert document("records", "export", "-o", out, home=home) == {"file": str(out), "records": 1}
    (file,) = document("import", out, home=home)["files"]
    assert file["status"] == "accepted"
    marks = document("records", "log", "--id", "R1", home=home)
    assert [(m["oleh"], m["versi"], (m["after"] or {})["perihal"]) for m in marks] == [
        ("Rina", 1, None),
        ("Dewi", 2, "Triwulan III"),
    ]
    assert "perihal: – → Triwulan III" in run("records", "log", home=home).stdout
    run("records", "log", "--kind", "x", home=home, code=2)
