"""Two regions in one workspace: SIPD's codes are the same everywhere, so another's file is never taken for ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines import imports, ledger
from pipelines.doubts import History
from pipelines.imports import ImportReport, import_file
from pipelines.intake.regions import region
from pipelines.intake.report import Answers
from pipelines.sample import file_list, plan
from pipelines.sample.pemda import Pemda
from pipelines.sample.pemda import region as region_of
from pipelines.workspace import Workspace
from tests.intake import twins
from tests.sample.conftest import SEED

KAB = "Kabupaten Rekaan Hulu"
OTHER = "KAB. REKAAN HILIR"


def take(ws: Workspace, folder: Path, title: str, month: int, **answers: object) -> ImportReport:
    """An LRA of one month under a title."""
    leaf = (twins.UNIT, twins.SUB, "5.1.02.01.001.00024", 1_000.0, 100.0 * month)
    rows = [[title], *twins.lra([leaf])[1:]]
    path = twins.xlsx(folder / f"{month}.xlsx", rows)
    return import_file(ws, path, Answers(month=month, basis="kumulatif", **answers))  # type: ignore[arg-type]


def doubted(report: ImportReport) -> bool:
    """Whether a file was asked about because of its region, having checked that nothing of it was stored."""
    found = [p for p in report.reading.problems if p.code == "PEMDA_LAIN"]
    if found:
        assert report.reading.status == "needs_answer"
        assert report.import_id is None
        (question,) = (q for q in report.reading.questions if q.id == "confirm")
        assert question.reason
        assert found[0].message["id"] in question.reason["id"]
    return bool(found)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("PEMERINTAH KAB. LAMPUNG SELATAN", "kabupaten lampung selatan"),
        ("Kabupaten Lampung Selatan", "kabupaten lampung selatan"),
        ("PEMERINTAH DAERAH KABUPATEN  LAMPUNG\u00a0SELATAN", "kabupaten lampung selatan"),
        ("KAB. LAMPUNG SELATAN (DATA FIKTIF)", "kabupaten lampung selatan"),
        ("Kab.Lampung Selatan TA 2026", "kabupaten lampung selatan"),
        ("RENCANA ANGGARAN KAS SATUAN KERJA PERANGKAT DAERAH KAB. LAMPUNG SELATAN PERGESERAN APBD TAHUN 2026 DINAS X",
         "kabupaten lampung selatan"),
        ("Pemerintah Kota Bandung s.d. Maret 2026", "kota bandung"),
        ("Kabupaten Bandung Barat", "kabupaten bandung barat"),
        ("PEMERINTAH PROVINSI JAWA BARAT", "provinsi jawa barat"),
        ("PEMERINTAH KABUPATEN GARUT PROVINSI JAWA BARAT", "kabupaten garut"),
        ("KECAMATAN KOTA AGUNG", None), ("DINAS TATA KOTA DAN PERMUKIMAN", None), ("RSUD KOTA", None),
        ("REKAPITULASI BELANJA MENURUT URUSAN PEMERINTAH DAERAH, ORGANISASI", None), ("", None),
    ],
)  # fmt: skip
def test_a_region_has_one_spelling(line: str, named: str | None) -> None:
    assert region([line]) == named


def test_a_kabupaten_goes_before_the_province_above_it() -> None:
    assert region(["PEMERINTAH PROVINSI SUMATERA UTARA", "KABUPATEN CONTOH"]) == "kabupaten contoh"


def test_another_region_is_asked_about_once_and_remembered(ws: Workspace, tmp_path: Path) -> None:
    assert take(ws, tmp_path, KAB, 1).import_id
    for month, same in enumerate(("PEMERINTAH KAB. REKAAN HULU", "KABUPATEN REKAAN HULU", "Judul tanpa nama"), 2):
        assert take(ws, tmp_path, same, month).reading.status == "accepted"
    assert doubted(take(ws, tmp_path, OTHER, 5))
    assert len(ledger.events(ws.ledger)) == 4
    sure = take(ws, tmp_path, OTHER, 5, confirm=True)
    assert sure.reading.status == "accepted"
    assert "PEMDA_LAIN" in {p.code for p in sure.reading.problems}  # it stays told
    assert not doubted(take(ws, tmp_path, OTHER, 6))
    assert not doubted(take(ws, tmp_path, KAB, 7))
    assert sure.import_id
    imports.withdraw(ws, sure.import_id, reason="salah daerah", actor="tes")
    for event in ledger.events(ws.ledger):
        if event.kind == "impor" and event.body["region"] == region([OTHER]) and event.id != sure.import_id:
            imports.withdraw(ws, event.id, reason="salah daerah", actor="tes")
    assert doubted(take(ws, tmp_path, OTHER, 8))


def test_a_region_is_told_beside_the_other_questions(ws: Workspace, tmp_path: Path) -> None:
    """Who confirms one doubt has seen this one too."""
    take(ws, tmp_path, KAB, 1)
    path = twins.xlsx(tmp_path / "tanya.xlsx", [[OTHER], *twins.lra()[1:]])
    report = import_file(ws, path, Answers())
    assert doubted(report)
    assert {q.id for q in report.reading.questions} == {"month", "basis", "confirm"}


@pytest.mark.parametrize("by", ["file", "environment"])
def test_a_workspace_that_says_whose_it_is_knows_before_the_first_file(
    ws: Workspace, tmp_path: Path, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if by == "environment":
        monkeypatch.setenv("RAPORDA_PEMDA", KAB)
    else:
        ws.home.mkdir(parents=True)
        (ws.home / "pemda.toml").write_text(f'nama = "{KAB}"\n', encoding="utf-8")
    assert doubted(take(ws, tmp_path, OTHER, 1))
    assert not doubted(take(ws, tmp_path, "PEMERINTAH KAB. REKAAN HULU", 1))


def test_imports_recorded_before_regions_were_read_are_known_by_their_titles() -> None:
    history = History()
    history.add("00001-x", {"totals": [], "title": "KAB. REKAAN HULU REKAPITULASI BELANJA", "file": "a.xlsx"})
    assert history.regions == {"kabupaten rekaan hulu": "a.xlsx"}


def _january(folder: Path, pemda: Pemda) -> Path:
    """The first LRA of a region's sample, as the sample writes it."""
    (file,) = (f for f in file_list(pemda, plan(pemda, 1, SEED), SEED) if Path(f.path).name.startswith("LRA Januari"))
    folder.mkdir()
    file.write(folder / Path(file.path).name)
    return folder / Path(file.path).name


def test_the_samples_of_two_regions_do_not_mix(ws: Workspace, tmp_path: Path) -> None:
    one, two = (_january(tmp_path / str(number), region_of(number, SEED)) for number in (0, 1))
    said = Answers(year=2026, month=1, basis="bulanan")
    assert import_file(ws, one, said).reading.status == "accepted"
    assert doubted(import_file(ws, two, said))
