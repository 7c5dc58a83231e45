"""A long form is light enough to be sent: its tags are packed, and every reader finds the same words and structure."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

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
    for mark in (b"%PDF-1.7", b"<pdfaid:part>2</pdfaid:part>", b"<pdfuaid:part>1</pdfuaid:part>", b"/MarkInfo"):
        assert mark in small


def test_every_object_is_found_again_under_its_number(both: tuple[bytes, bytes]) -> None:
    plain, small = map(_objects, both)
    assert len(plain) < len(small) < len(plain) + 9
    assert {number: small[number] for number in plain} == plain


def test_what_is_short_or_no_pdf_stays_as_it_is(both: tuple[bytes, bytes]) -> None:
    ask = Ask("uji-pendek", formulir_dunia.build(), Scope(), "id")
    short = berkas.document_bytes("e81", ask, View(2026, 6), BRAND, opd=("DISDIK",), made_at=MOMENT)
    assert b"/Type/StructElem" in short
    for content in (short, both[1], b"", b"%PDF-1.7\ntrailer\n<<>>\nstartxref\n9\n%%EOF", both[0][:-400]):
        assert packed(content) == content


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
        said.append(re.sub(r"File size:.*", "", ran.stdout.decode()))
    assert said[0] == said[1]
    assert len(said[0]) > 300


def test_no_row_of_a_form_carries_the_form_along() -> None:
    """Typst hashes all that a function holds at each call: with the form in it, the time grew with rows times rows."""
    table = TEMPLATE.read_text("utf-8").partition("#let rows(form)")[2].partition("#let foot")[0]
    each = re.findall(r"\.\.form\.(?:rows|head|sums|told)\.map\((.*?)\n    \)", table, re.DOTALL)
    assert len(each) >= 3
    assert not [one for one in each if "form." in one]


def _objects(content: bytes) -> dict[int, bytes]:
    """Every object by its number, read through the file's own cross-references."""
    at = int(content[content.rindex(b"startxref") :].split()[1])
    if content[at:].startswith(b"xref"):
        count = int(content[at:].split(b"\n")[1].split()[1])
        first = content.index(b"\n", at + 5) + 1
        rows: list[tuple[Any, ...]] = [
            (int(content[one + 17 : one + 18] == b"n"), int(content[one : one + 10]), 0)
            for one in range(first, first + 20 * count, 20)
        ]
    else:
        rows = list(struct.iter_unpack(">BIH", _inflated(content, at)))
    streams = {stream: _held(content, rows[stream][1]) for kind, stream, _ in rows if kind == 2}
    held = {n: streams[stream][place] for n, (kind, stream, place) in enumerate(rows) if kind == 2}
    return held | {n: _body(content, where) for n, (kind, where, _) in enumerate(rows) if kind == 1}


def _body(content: bytes, at: int) -> bytes:
    return content[content.index(b"obj", at) + 3 : content.index(b"endobj", at)].strip()


def _inflated(content: bytes, at: int) -> bytes:
    start = content.index(b"stream\n", at) + len(b"stream\n")
    return zlib.decompress(content[start : content.index(b"\nendstream", start)])


def _held(content: bytes, at: int) -> list[bytes]:
    """The objects of an object stream."""
    said, whole = content[at : content.index(b"stream\n", at)], _inflated(content, at)
    found = re.search(rb"/First (\d+)", said)
    assert found is not None
    first = int(found[1])
    places = [int(one) for one in whole[:first].split()[1::2]]
    ends = [*places[1:], len(whole) - first]
    return [whole[first + a : first + b].strip() for a, b in zip(places, ends, strict=True)]
