"""The command contract as a stranger's script meets it: odd paths, odd locales, odd words, things that are no files."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from pipelines.sample import small
from tests.audit.outside import command, document

KEYS = {
    "import": ["files", "accepted", "duplicate", "refused", "needs_answer"],
    "build": ["build", "fresh", "recorded_until", "checks"],
    "query": ["measure", "unit", "build", "until", "known_at", "rule", "rows"],
    "imports": ["imports"],
    "verify": ["whole", "events", "files", "head", "faults"],
    "backup": ["backup", "files"],
    "restore": ["restored", "files"],
    "withdraw": ["withdrawn", "reason", "recorded_at"],
    "deck": ["file", "bytes"],
}
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither such files nor such names")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of one fictional OPD with the answers a person would give."""
    into = tmp_path_factory.mktemp("berkas")
    small.write(into)
    return into


@pytest.fixture(scope="module")
def home(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose path has a space and a letter that is no ASCII, filled and built by a script."""
    home = tmp_path_factory.mktemp("ruang") / "Évaluasi Triwulan III"
    assert set(KEYS["import"]) <= set(document(home, "import", folder))
    assert list(document(home, "build")) == KEYS["build"]
    return home


def lra(folder: Path) -> Path:
    return next(folder.glob("LRA*Januari*.xlsx"))


def test_every_document_has_the_promised_keys(home: Path, tmp_path: Path) -> None:
    other = tmp_path / "pulih"
    words: dict[str, list[object]] = {
        "query": ["query", "serapan", "--by", "opd,bulan"],
        "imports": ["imports"],
        "verify": ["verify"],
        "backup": ["backup", tmp_path / "cadangan.zip"],
        "deck": ["deck", "tepra", "--until", "2026-10", "-o", tmp_path / "rapat.pptx"],
    }
    for name, said in words.items():
        assert list(document(home, *said)) == KEYS[name], name
    assert list(document(other, "restore", tmp_path / "cadangan.zip")) == KEYS["restore"]
    id = document(other, "imports")["imports"][-1]["impor_id"]
    assert list(document(other, "withdraw", id)) == KEYS["withdraw"]


@unix
def test_a_pipe_or_device_is_refused_and_not_waited_for(home: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.csv")
    before = document(home, "verify")["events"]
    for path in (tmp_path / "pipa.csv", tmp_path, Path("/dev/zero")):
        told = document(home, "import", path, code=1)
        assert [(f["status"], f["problems"][0]["code"]) for f in told["files"]] == [("refused", "TAK_TERBACA")], path
    assert document(home, "verify")["events"] == before


@unix
def test_a_name_that_is_no_text_is_taken_in_under_one_that_is(folder: Path, tmp_path: Path) -> None:
    strange = os.fsencode(tmp_path) + b"/LRA \xff\xfe.xlsx"
    try:
        shutil.copy(os.fsencode(lra(folder)), strange)
    except OSError:
        pytest.skip("this file system takes only names that are text")
    answers = ["--year", "2026", "--month", "1", "--basis", "monthly"]
    told = document(tmp_path / "home", "import", os.fsdecode(strange), *answers)
    assert told["files"][0]["file"] == "LRA \ufffd\ufffd.xlsx"
    assert document(tmp_path / "home", "imports")["imports"][0]["nama_berkas"] == "LRA \ufffd\ufffd.xlsx"
    assert document(tmp_path / "home", "build")["fresh"]


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "latin-1"}]
)
def test_an_old_locale_changes_no_letter(folder: Path, tmp_path: Path, env: dict[str, str]) -> None:
    named = tmp_path / "Laporan – “Ñusa”.xlsx"
    shutil.copy(lra(folder), named)
    told = document(tmp_path / "home", "import", named, "--month", "1", "--basis", "monthly", "--year", "2026", env=env)
    assert told["files"][0]["file"] == named.name
    for words in (["imports"], ["query", "pagu", "--by", "program", "--format", "csv"]):
        document(tmp_path / "home", "build", env=env)
        done = command(tmp_path / "home", *words, env=env)
        assert done.returncode == 0, done.stderr
        done.stdout.decode("utf-8")
    assert named.name in command(tmp_path / "home", "imports", env=env).stdout.decode("utf-8")


@pytest.mark.parametrize(
    "said",
    ["tahun=²", "tahun=99999999999999999999", "bulan=٣", "bulan=0", "tahun=", "=", "opd=' or 1=1 --"],
)
def test_a_filter_that_means_nothing_is_wrong_usage(home: Path, said: str) -> None:
    assert list(document(home, "query", "pagu", "--where", said, code=2)) == ["error", "message"]


@pytest.mark.parametrize("until", ["2026-13", "2026-00", "٢٠٢٦-01", "oktober", "2026-1-1", ""])
def test_a_month_that_is_none_is_wrong_usage(home: Path, until: str) -> None:
    done = command(home, "query", "pagu", "--until", until, "--json")
    assert b"Traceback" not in done.stderr
    assert done.returncode == (2 if until else 0)


def test_a_month_without_any_data_has_no_figure(home: Path) -> None:
    for until in ("1900-01", "2030-01"):
        assert all(row["nilai"] is None for row in document(home, "query", "serapan", "--until", until)["rows"])


def test_a_workspace_that_is_a_file_is_told_and_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    for words in (
        ["import", lra(folder)],
        ["build"],
        ["query", "pagu"],
        ["backup", tmp_path / "c.zip"],
        ["restore", tmp_path / "c.zip"],
    ):
        told = document(tmp_path / "berkas", *words, code=1)
        assert "error" in told or told["refused"] + told["needs_answer"] == 1, words
    assert (tmp_path / "berkas").read_text() == "x"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["berkas"]


@unix
def test_output_without_room_is_one_line(home: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    done = command(home, "deck", "--until", "2026-10", "-o", "/dev/full", "--json")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"/dev/full" in done.stderr  # the place without room is named, not the workspace
