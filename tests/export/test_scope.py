"""What a reader of one OPD takes away holds no other: not on a page, in notes, in properties."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest

from dashboard.access import Scope
from dashboard.export import packs
from dashboard.query import Ask
from dashboard.view import View
from tests.export.world import BRAND
from tests.models.world import World
from tests.topics.world import LEAVES, OPD, rows

FORMS = {"deck": packs.deck_bytes, "book": packs.book_bytes, "document": packs.document_bytes}
MONEY = ("pagu", "realisasi_kum", "rak_kum", "target_kum")
MINE, OTHERS = "DINKES", sorted({leaf.opd for leaf in LEAVES} - {"DINKES"})


@pytest.fixture(scope="module")
def marked() -> World:
    """The small pemda in which the money of each other OPD is odd, so that it is known wherever it stands."""
    told = rows()
    for table, column in (("pagu", "pagu"), ("rak", "rak"), ("realisasi", "realisasi")):
        for row in told[table]:
            if row["kode_opd"] != MINE:
                row[column] += 1_373 + 211 * OTHERS.index(row["kode_opd"])
    return World(told)


def inside(content: bytes) -> Iterator[str]:
    """Every part of the file as text, and every part of the files in it."""
    with ZipFile(BytesIO(content)) as file:
        for name in file.namelist():
            part = file.read(name)
            if is_zipfile(BytesIO(part)):
                yield from inside(part)
            else:
                yield name + "\n" + part.decode("utf-8", errors="replace").replace("&amp;", "&")


def printed(content: bytes, folder: Path) -> Iterator[str]:
    """The words of a PDF and its properties."""
    path = folder / "bahan.pdf"
    path.write_bytes(content)
    for command in (["pdftotext", "-layout", str(path), "-"], ["pdfinfo", str(path)]):
        yield subprocess.run(command, capture_output=True, check=True).stdout.decode()


def amounts(pemda: World) -> set[str]:
    """The odd rupiah of the others, as digits without marks."""
    sql = f"select {', '.join(MONEY)} from marts.opd_bulan where kode_opd <> ?"
    every = [value for row in pemda.run(sql, [MINE], opd=["*"]) for value in row.values()]
    return {str(int(value)) for value in every if value is not None and value % 1000}


def words(code: str) -> set[str]:
    """The names by which an OPD can be known."""
    row: dict[str, Any] = next((one for one in OPD if one["kode_opd"] == code), {})
    names = {code, row.get("nama"), row.get("singkatan")} | {leaf.nama for leaf in LEAVES if leaf.opd == code}
    return {name for name in names if name}


def leaks(pemda: World, parts: list[str]) -> set[str]:
    """The names and the money of the others that stand in any part."""
    money = amounts(pemda)
    assert len(money) > 20
    digits = re.compile(rf"(?<!\d)(?:{'|'.join(money)})(?!\d)")
    names = set().union(*(words(other) for other in OTHERS))
    found = {name for part in parts for name in names if name in part}
    return found | {one for part in parts for one in digits.findall(re.sub(r"(?<=\d)[.,](?=\d{3})", "", part))}


@pytest.mark.parametrize("kind", sorted(packs.KINDS))
@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_reader_of_one_opd_takes_away_nothing_of_another(
    marked: World, view: View, tmp_path: Path, form: str, kind: str
) -> None:
    if form == "document" and shutil.which("pdftotext") is None and not os.environ.get("CI"):
        pytest.skip("pdftotext is not on this machine")
    ask = Ask("uji-cakupan", marked, Scope(opd=(MINE,)), view.lang)
    content = FORMS[form](kind, ask, replace(view, opd=MINE), BRAND, opd=OTHERS)
    found = list(printed(content, tmp_path)) if form == "document" else list(inside(content))
    assert any("Dinas Kesehatan" in part for part in found), "its own is there"
    assert leaks(marked, found) == set()


def test_the_search_finds_what_is_there(marked: World, view: View) -> None:
    content = packs.deck_bytes("tepra", Ask("uji-cakupan", marked, Scope(), view.lang), view, BRAND)
    found = leaks(marked, list(inside(content)))
    assert {"Dinas Pendidikan dan Kebudayaan", "BPBD"} <= found
    assert any(one.isdigit() for one in found)
