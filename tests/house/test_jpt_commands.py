"""`raporda deck jpt`: officials are called by their internal id, never by a NIP, and for this material only."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from dashboard import query
from dashboard.access import Scope
from pipelines.catalogue import text
from pipelines.workspace import open_workspace
from tests.export import opened
from tests.house.test_commands import folder, home, run

__all__ = ["folder", "home"]


def head_of(home: Path) -> str:
    """The id of who heads the only OPD now."""
    ask = query.current(open_workspace(home), scope=Scope(), lang="id")
    assert ask is not None
    [row] = ask.run("select orang_id from app.kepala_opd order by tahun desc, bulan desc limit 1")
    return str(row["orang_id"])


def made(home: Path, tmp_path: Path, *words: str) -> list[str]:
    path = tmp_path / "jpt.pptx"
    run("deck", "jpt", "-o", path, *words, home=home)
    return [opened.words(slide) for slide in Presentation(BytesIO(path.read_bytes())).slides]


def test_a_called_official_has_a_page_and_a_mark_where_named(home: Path, tmp_path: Path) -> None:
    who, mark = head_of(home), text("ekspor.terbatas", "id")
    plain = made(home, tmp_path, "--pejabat", who)
    named = made(home, tmp_path, "--pejabat", who, "--names")
    career = text("jpt.judul_karier", "id")
    assert sum(career in words for words in plain) == sum(career in words for words in named) == 1
    assert not any(mark in words for words in plain)
    assert all(mark in words for words in named)
    assert any(re.search(r"Pejabat [0-9A-F]{4,12}:", words) for words in plain)


@pytest.mark.parametrize("form", ["book", "document"])
def test_sheet_and_paper_are_written_too(home: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / "jpt.bin"
    run(form, "jpt", "-o", path, home=home)
    assert path.read_bytes()[:2] in (b"PK", b"%P")


def test_who_is_not_known_is_not_passed_over(home: Path, tmp_path: Path) -> None:
    for words in (("jpt", "--pejabat", "P0123456789ab"), ("jpt", "--pejabat", "198609262015051001")):
        said = run("deck", *words, "-o", tmp_path / "x.pptx", home=home, code=2)
        assert "bukan" not in said.stdout and "Pejabat tidak dikenal" in said.stderr
        assert "198609262015051001" not in said.stderr + said.stdout
    said = run("deck", "tepra", "--pejabat", head_of(home), "-o", tmp_path / "x.pptx", home=home, code=2)
    assert "--pejabat" in said.stderr and "jpt" in said.stderr
    assert not (tmp_path / "x.pptx").exists()
