"""What `make shots` takes pictures of: every kind of material, and pages with something opened on them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dashboard import shot_pages
from dashboard.export.formulir.berkas import FORMS
from dashboard.export.packs import KINDS
from dashboard.screens import pages
from dashboard.screens.rapat import halaman
from dashboard.shot_papers import listed
from pipelines.build import build
from pipelines.imports import import_file
from pipelines.workspace import open_workspace
from tests.faults import small


def test_every_kind_of_material_and_every_form_is_looked_at() -> None:
    made = list(listed())
    assert {one.kind for one in made if one.command == "deck"} == set(KINDS)
    assert {one.kind for one in made if one.command == "document"} == {*KINDS, *FORMS}
    assert {one.kind for one in made if one.command == "book"} == set(FORMS)
    assert max(Counter(one.name for one in made).values()) == 1


def test_every_page_is_looked_at_even_where_only_money_is_known(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path / "home")
    assert set(shot_pages.addresses(ws)) == {"kosong", "data-mutu"}
    path = small.write(tmp_path, "DINKES", 1, [("5.1.02.01", 1_000_000, 250_000)], basis="kumulatif")
    assert import_file(ws, path, read=small.read).reading.status == "accepted"
    build(ws)
    found = shot_pages.addresses(ws)
    seen = {at.partition("?")[0].lstrip("/").replace("-", "_") or "ringkasan" for at in found.values()}
    assert seen == set(pages.ORDER) >= {topic.name for topic in pages.TOPICS}
    for name, parts in shot_pages.OWN_PARTS.items():
        assert {f"{name}-{part}" for part in parts} <= set(found)
    assert {f"rapat-langkah-{step}" for step in halaman.LANGKAH} <= set(found)
    assert not any("indikator=" in at for at in found.values())


def test_no_page_with_parts_of_its_own_is_left_out() -> None:
    folder = Path(pages.__file__).parent
    cut = [path for path in folder.rglob("*.py") if "parts.choose(PARTS" in path.read_text(encoding="utf-8")]
    assert len(cut) == len(shot_pages.OWN_PARTS)
