"""From the workbook of meetings to the marts: every verdict and every count of actions is what was planned."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.build import Build, build
from pipelines.engines.duckdb import Reader
from pipelines.imports import ImportReport, Job, import_files
from pipelines.intake.report import Answers
from pipelines.records.where import URL
from pipelines.sample import file_list
from pipelines.sample.anggaran import Tahun
from pipelines.sample.kinerja.berkas import FOLDER as KINERJA
from pipelines.sample.kinerja.rencana import Kinerja, targets
from pipelines.sample.orang.nilai import assess
from pipelines.sample.orang.rencana import people
from pipelines.sample.pemda import Pemda
from pipelines.sample.rapat.berkas import FOLDER, POSISI, expected, held
from pipelines.workspace import Workspace, open_workspace
from tests.sample.conftest import SEED, Taken

pytestmark = pytest.mark.slow  # a dozen files on top of the whole pemda, then a build

ORANG = tuple(f"kepegawaian/{nama}" for nama in ("rw_jabatan", "pegawai 2026", "04_"))
DENGAN = ("01_master", f"{FOLDER}/", f"{KINERJA}/03_kinerja 202", f"{KINERJA}/03_kinerja realisasi", *ORANG)


@pytest.fixture(scope="module")
def kinerja(pemda: Pemda) -> Kinerja:
    return targets(people(pemda, 2_000, SEED))


@pytest.fixture(scope="module")
def rencana(years: dict[int, Tahun], kinerja: Kinerja) -> dict[str, Any]:
    return expected(held(list(years.values()), kinerja, SEED))


@pytest.fixture(scope="module")
def laporan(
    taken: Taken, pemda: Pemda, years: dict[int, Tahun], kinerja: Kinerja, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Workspace, dict[str, ImportReport]]]:
    """The money of the sample with its officials, its indicators and its meetings on top."""
    folder = tmp_path_factory.mktemp("rapat")
    shutil.copytree(taken.ws.home, folder / "rumah")
    ws = open_workspace(folder / "rumah")
    jobs: dict[str, Job] = {}
    for file in file_list(pemda, list(years.values()), SEED, assess(kinerja.penduduk), kinerja):
        if file.path.startswith(DENGAN):
            jobs[file.path] = _job(folder, file)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(URL, raising=False)
        yield ws, dict(zip(jobs, import_files(ws, list(jobs.values()), actor="contoh"), strict=True))


def _job(folder: Path, file: Any) -> Job:
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    file.write(path)
    answers = dict(file.answers)
    return Job(path, Answers(), datetime.fromisoformat(answers["recorded_at"]))


@pytest.fixture(scope="module")
def hasil(laporan: tuple[Workspace, dict[str, ImportReport]]) -> Build:
    return build(laporan[0])


@pytest.fixture(scope="module")
def reader(hasil: Build) -> Reader:
    return Reader(hasil.path)


def test_the_workbook_is_taken_in_whole_without_a_word(
    laporan: tuple[Workspace, dict[str, ImportReport]], rencana: dict[str, Any]
) -> None:
    (reading,) = (report.reading for file, report in laporan[1].items() if file.startswith(FOLDER))
    assert (reading.status, reading.format, list(reading.problems)) == ("accepted", "templat", [])
    assert reading.rows.accepted == reading.rows.total == sum(rencana["baris"].values())


def test_no_check_of_meetings_speaks(hasil: Build) -> None:
    about = (
        "perpanjangan", "tanggal", "rantai", "unit_rapat", "komitmen", "kendala", "selesai", "penanggung", "temuan",
        "kunjungan",
    )  # fmt: skip
    assert [check.name for check in hasil.checks if check.name.startswith(about)] == []


def test_every_verdict_is_as_planned_and_so_is_whose_it_is(reader: Reader, rencana: dict[str, Any]) -> None:
    sql = "select k.*, n.nip from app.komitmen as k left join core.orang_nip as n on k.orang_id = n.orang_id"
    rows = reader.run(sql, opd=["*"])
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        found.setdefault(row["id"], {**row, "nips": set()})["nips"].add(row["nip"])
    planned = rencana["komitmen"]
    assert found.keys() == planned.keys() and len(planned) > 30
    for id, satu in planned.items():
        row = found[id]
        said = (row["kode_opd"], row["kode_unit"], row["putusan"], bool(row["berganti"]))
        assert said == (satu["opd"], satu["unit"], satu["putusan"], satu["berganti"]), id
        assert satu["nip"] in row["nips"], id
        assert row["nilai_janji"] == Decimal(satu["nilai"]), id


def test_the_promise_by_a_hair_tells_how_much_was_missing(reader: Reader, years: dict[int, Tahun]) -> None:
    sql = "select pembilang, penyebut, kurang_rupiah from app.komitmen where kode_opd = 'DKP' and tanggal_janji = ?"
    (row,) = reader.run(sql, [date(2025, 11, 30)], opd=["*"])
    year = years[2025]
    mine = [i for i, leaf in enumerate(year.leaves) if leaf.unit.opd == "DKP"]
    pagu, real = (sum(table[i][10] for i in mine) for table in (year.pagu, year.kumulatif))
    assert (row["pembilang"], row["penyebut"]) == (100 * real, pagu)
    assert row["kurang_rupiah"] == Decimal(80 * pagu - 100 * real) / 100 > 0


def test_open_and_late_actions_are_as_planned_by_unit(reader: Reader, rencana: dict[str, Any]) -> None:
    sql = "select kode_unit, n_terbuka, n_lewat, n_selesai from app.rapat_bulan where periode = ?"
    found = {row.pop("kode_unit"): tuple(row.values()) for row in reader.run(sql, [f"{POSISI:%Y-%m}"], opd=["*"])}
    planned = rencana["tindak_lanjut"][f"{POSISI:%Y-%m}"]
    assert {unit: (s["terbuka"], s["lewat"], s["selesai"]) for unit, s in planned.items()} == {
        unit: found[unit] for unit in planned
    }


def test_each_bagian_has_a_rank_and_the_money_of_the_setda(reader: Reader, years: dict[int, Tahun]) -> None:
    sql = "select kode_unit, pagu, realisasi_kum, peringkat, warna from app.unit_rapor where periode = '2026-10' and kode_opd = 'SETDA' and profil = 'rasio-target' order by peringkat"  # noqa: E501
    rows = reader.run(sql, opd=["SETDA"])
    year = years[2026]
    planned: dict[str, tuple[int, int]] = {}
    for i, leaf in enumerate(year.leaves):
        if leaf.unit.induk == "SETDA":
            pagu, real = planned.get(leaf.unit.kode, (0, 0))
            planned[leaf.unit.kode] = (pagu + year.pagu[i][9], real + year.kumulatif[i][9])
    assert {row["kode_unit"]: (row["pagu"], row["realisasi_kum"]) for row in rows} == planned
    assert [row["peringkat"] for row in rows] == list(range(1, 10))
    assert {"merah", "hijau"} <= {row["warna"] for row in rows}
