"""A long form is light enough to be sent: its tags are packed, and every reader finds the same words and structure."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from dashboard.access import Scope
from dashboard.export import typeset
from dashboard.export.formulir import berkas, kertas
from dashboard.export.packed import packed
from dashboard.query import Ask
from dashboard.view import View
from tests.export import formulir_dunia
from tests.export.world import BRAND

MOMENT = datetime(2026, 11, 12, 8, 0, tzinfo=UTC)
TEMPLATE = Path(typeset.__file__).parent / "templat" / "formulir.typ"


@pytest.fixture(scope="module")
def both() -> tuple[bytes, bytes]:
    """A long form as typst writes it, and packed."""
    ask = Ask("uji-padat", formulir_dunia.build(), Scope(), "id")
    form = berkas.filled("rkpd", ask, View(2026, 6))[0]
    many = [replace(form, baris=form.baris * 8)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typeset, "packed", lambda content: content)
        plain = kertas.paper(many, brand=BRAND, lang="id", made_at=MOMENT)
    return plain, kertas.paper(many, brand=BRAND, lang="id", made_at=MOMENT)


def test_a_long_form_is_lighter_and_says_the_same_of_itself(both: tuple[bytes, bytes]) -> None:
    plain, small = both
    assert plain.count(b"/Type/StructElem") > 1_000
    assert small.count(b"/Type/StructElem") == 0
    assert len(small) < len(plain) / 2
    for mark in (b"%PDF-1.7", b"<pdfaid:part>2</pdfaid:part>", b"<pdfuaid:part>1</pdfuaid:part>"):
        assert mark in small
    with pikepdf.open(BytesIO(small)) as paper:
        assert paper.Root.MarkInfo.Marked and "/StructTreeRoot" in paper.Root


def test_what_is_short_stays_as_it_is(both: tuple[bytes, bytes]) -> None:
    ask = Ask("uji-pendek", formulir_dunia.build(), Scope(), "id")
    short = berkas.document_bytes("e81", ask, View(2026, 6), BRAND, opd=("DISDIK",), made_at=MOMENT)
    assert b"/Type/StructElem" in short and packed(short) == short


def test_the_same_paper_is_packed_to_the_same_bytes(both: tuple[bytes, bytes]) -> None:
    assert packed(both[0]) == both[1]


@pytest.mark.skipif(
    shutil.which("pdftotext") is None and not os.environ.get("CI"), reason="poppler is not on this machine"
)
@pytest.mark.parametrize("how", [("pdftotext", "-layout"), ("pdfinfo", "-struct"), ("pdfinfo",)], ids=" ".join)
def test_another_reader_finds_the_same(both: tuple[bytes, bytes], tmp_path: Path, how: tuple[str, ...]) -> None:
    said = []
    for name, content in zip(("utuh", "padat"), both, strict=True):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(content)
        out = ["-"] if how[0] == "pdftotext" else []
        ran = subprocess.run([*how, str(path), *out], capture_output=True, check=True)
        assert b"rror" not in ran.stderr.replace(b"Syntax Error: Suspects object is wrong type (boolean)", b"")
        words = re.sub(r"File size:.*", "", ran.stdout.decode())
        said.append(re.sub(r"(?:^ +/.*\n)+", _sorted, words, flags=re.MULTILINE))  # attributes of a tag have no order
    assert said[0] == said[1]
    assert len(said[0]) > 300


def test_no_row_of_a_form_carries_the_form_along() -> None:
    """Typst hashes all that a function holds at each call: with the form in it, the time grew with rows times rows."""
    table = TEMPLATE.read_text("utf-8").partition("#let rows(form)")[2].partition("#let foot")[0]
    each = re.findall(r"\.\.form\.(?:rows|head|sums|told)\.map\((.*?)\n    \)", table, re.DOTALL)
    assert len(each) >= 3
    assert not [one for one in each if "form." in one]


def _sorted(attributes: re.Match[str]) -> str:
    return "".join(sorted(f"{line.strip()}\n" for line in attributes.group().splitlines()))
