"""The files: the same for a seed, free of people, and telling what the manifest says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from pipelines.catalogue import DATA
from pipelines.sample import Manifest, file_list, files, generate, plan
from pipelines.sample.lra import lines
from pipelines.sample.pemda import Pemda, region
from pipelines.sample.small import write as write_small

NIP = re.compile(r"(?<!\d)\d{18}(?!\d)")


def cells(path: Path) -> list[Any]:
    """Every sheet with every row, or the text of a csv."""
    if path.suffix != ".xlsx":
        return [path.read_text(encoding="utf-8-sig")]
    book = CalamineWorkbook.from_path(str(path))
    return [(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]


def some(into: Path, seed: int) -> dict[str, list[Any]]:
    """A few kinds of files of a region, written now."""
    pemda = region(0, seed)
    wanted = ("01_master", "pagu_2025", "rekap5", "RAK DISKOMINFO", "LRA Maret", "KEC-01", "Dokumen", "02_anggaran")
    out = {}
    for file in file_list(pemda, plan(pemda, 2, seed), seed):
        if any(word in file.path for word in wanted):
            (into / file.path).parent.mkdir(parents=True, exist_ok=True)
            file.write(into / file.path)
            out[file.path] = cells(into / file.path)
    assert len(out) == len(wanted)
    return out


def test_the_same_seed_gives_the_same_cells_and_another_seed_others(tmp_path: Path) -> None:
    first = some(tmp_path / "a", 5)
    assert first == some(tmp_path / "b", 5)
    lain = some(tmp_path / "c", 6)
    assert all(first[path] != lain[path] for path in first)


def test_the_answers_name_every_file_in_the_order_it_came(folder: Path) -> None:
    entries = json.loads((folder / "jawaban.json").read_text(encoding="utf-8"))
    assert {e["file"] for e in entries} == {
        str(p.relative_to(folder)) for p in folder.rglob("*") if p.suffix in (".xlsx", ".csv")
    }
    waktu = [e["answers"]["recorded_at"] for e in entries]
    assert waktu == sorted(waktu)


def test_nobody_is_in_it(folder: Path) -> None:
    for path in folder.rglob("*.*"):
        assert not NIP.search(repr(cells(path))), path.name


def test_every_title_says_that_it_is_fictional(folder: Path) -> None:
    reports = list(folder.glob("2026/LRA*.xlsx"))
    assert len(reports) == 12
    for path in reports:
        assert "DATA FIKTIF" in cells(path)[0][1][0][0]


def test_one_report_is_off_by_one_rupiah_and_the_others_are_not(pemda: Pemda, years: dict[int, Any]) -> None:
    from pipelines.sample.lra import items

    rows = lines(items(years[2026], 10, "kumulatif", keep=lambda leaf: leaf.unit.kode == "BAPENDA"))
    leaves = [row for row in rows if row.kode[3].count(".") == 5]
    assert rows[-1].angka == [sum(row.angka[n] for row in leaves) for n in range(8)]


def test_what_is_committed_is_what_the_generator_writes(tmp_path: Path) -> None:
    # Changed on purpose? Then write it anew:
    # python -c "from pathlib import Path; import pipelines.sample.small as s; s.write(Path('data/contoh'))"
    write_small(tmp_path)
    committed = DATA / "contoh"
    names = {p.name for p in tmp_path.iterdir()}
    assert names == {p.name for p in committed.iterdir()}
    for name in sorted(names):
        assert cells(tmp_path / name) == cells(committed / name), name
    assert sum(p.stat().st_size for p in committed.iterdir()) < 5_000_000


def test_several_regions_stand_in_folders_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "current", lambda *_: [])
    seen: list[tuple[int, int]] = []
    made = generate(tmp_path, pemda=3, asn=0, years=1, progress=lambda _, done, total: seen.append((done, total)))
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "001-contoh-arunika", "002-contoh-bentala", "003-contoh-candramawa",
    ]  # fmt: skip
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert [m["asn"] for m in made.pemda] == [{"diminta": 0, "ditulis": 0}] * 3


def test_the_manifest_on_disk_is_the_one_returned(written: Manifest) -> None:
    on_disk = json.loads((written.into / "manifest.json").read_text(encoding="utf-8"))
    assert on_disk == json.loads(json.dumps(written.pemda[0]))
    assert on_disk["posisi"]["2026"]["n_dilaporkan"] == on_disk["posisi"]["2026"]["n_opd"] - 2


@pytest.mark.parametrize("wrong", [{"pemda": 0}, {"years": 0}])
def test_nothing_is_written_for_nobody(tmp_path: Path, wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="start at 1"):
        generate(tmp_path, **wrong)
    assert not list(tmp_path.iterdir())
