"""From the workbooks of targets to the marts: the attainment of every indicator and quarter is what was planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipelines import store
from pipelines.build import Build, build
from pipelines.engines.duckdb import Reader
from pipelines.imports import ImportReport, Job, import_files
from pipelines.intake.report import Answers
from pipelines.sample import file_list, plan
from pipelines.sample.kinerja import kebenaran, kisah
from pipelines.sample.kinerja.berkas import FOLDER
from pipelines.sample.kinerja.daerah import TAHUN
from pipelines.sample.kinerja.rencana import Kinerja, targets
from pipelines.sample.orang.nilai import assess
from pipelines.sample.orang.rencana import people
from pipelines.sample.pemda import Pemda
from pipelines.workspace import Workspace, open_workspace
from tests.sample.conftest import SEED

pytestmark = pytest.mark.slow  # two dozen files through the child process, then a build

ORANG = ("04_", "rw_jabatan", "pegawai 2026", "Laporan SKP TW III 2026", "Laporan Penilaian TW III 2026")
DENGAN = ("01_master", f"{FOLDER}/", *(f"kepegawaian/{nama}" for nama in ORANG))


@pytest.fixture(scope="module")
def kinerja(pemda: Pemda) -> Kinerja:
    return targets(people(pemda, 2_000, SEED))


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return open_workspace(tmp_path_factory.mktemp("rumah"))


@pytest.fixture(scope="module")
def laporan(
    kinerja: Kinerja, pemda: Pemda, ws: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, ImportReport]:
    """What the reader said of the files of targets and of the people they name."""
    folder = tmp_path_factory.mktemp("kinerja")
    listed = file_list(pemda, plan(pemda, 4, SEED), SEED, assess(kinerja.penduduk), kinerja)
    jobs = {file.path: _job(folder, file) for file in listed if file.path.startswith(DENGAN)}
    return dict(zip(jobs, import_files(ws, list(jobs.values()), actor="contoh"), strict=True))


def _job(folder: Path, file: Any) -> Job:
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    file.write(path)
    return Job(path, Answers(), datetime.fromisoformat(file.answers["recorded_at"]))


@pytest.fixture(scope="module")
def hasil(laporan: dict[str, ImportReport], ws: Workspace) -> Build:
    return build(ws)


@pytest.fixture(scope="module")
def reader(hasil: Build) -> Iterator[Reader]:
    yield Reader(hasil.path)


def test_every_workbook_is_taken_in_whole_and_nothing_in_it_is_wrong(laporan: dict[str, ImportReport]) -> None:
    mine = {file: report.reading for file, report in laporan.items() if file.startswith(FOLDER)}
    assert len(mine) == 11
    for file, reading in mine.items():
        format = "peta-geojson" if file.endswith(".geojson") else "templat"
        assert (reading.status, reading.format) == ("accepted", format), (file, reading.questions)
        assert (reading.rows.quarantined, reading.rows.rejected) == (0, 0), file
        assert {p.severity for p in reading.problems} <= {"info"}, (file, reading.problems)


def test_the_checks_of_a_build_speak_of_planted_stories_only(hasil: Build) -> None:
    (found,) = [check for check in hasil.checks if not check.name.startswith("skp_")]
    assert (found.name, found.count) == ("predikat_di_luar_skala", 3)
    assert found.example and str(kisah.cerita("predikat_di_luar_skala")["kode"]) in found.example


def test_every_area_with_a_figure_has_a_boundary(reader: Reader) -> None:
    """The nation and the province are the whole; each of their parts can be drawn."""
    figures = {row["kode_wilayah"] for row in reader.run("select * from app.indikator_wilayah", opd=["*"])}
    drawn = {row["kode_wilayah"] for row in reader.run("select * from app.batas_wilayah", opd=["*"])}
    assert len(drawn) > 12 and figures - drawn == {"1000", "9900"}


def test_every_indicator_and_quarter_is_as_planned(reader: Reader, kinerja: Kinerja) -> None:
    planned = kebenaran.expected(kinerja, TAHUN)["indikator"]
    rows = reader.run("select * from app.indikator", opd=["*"])
    assert len(rows) == sum(4 * len(by_code) for by_code in planned.values()) > 5_000
    for row in rows:
        satu = planned[str(row["tahun"])][row["kode_indikator"]][row["triwulan"] - 1]
        for kolom, said in satu.items():
            angka = said if said is None or kolom.startswith("sebab") else Decimal(said)
            assert row[kolom] == angka, (row["kode_indikator"], row["tahun"], row["triwulan"], kolom)


def test_the_red_ones_of_the_stories_are_red(reader: Reader) -> None:
    sql = (
        "select kode_indikator, warna from app.indikator_warna where tahun = ? and triwulan = ? and profil = 'capaian'"
    )
    warna = {row["kode_indikator"]: row["warna"] for row in reader.run(sql, list(kebenaran.POSISI), opd=["*"])}
    for key in ("serapan_tinggi_kinerja_rendah", "pengangguran_naik", "mata_rantai_terlambat"):
        assert warna[kisah.kode(key)] == "merah"
    assert warna[kisah.kode("kinerja_tinggi_serapan_rendah")] in ("hijau", "biru")
    assert warna[kisah.kode("percobaan")] is None


def test_the_skp_of_officials_and_owners_serve_agreements_but_for_the_two_stories(
    laporan: dict[str, ImportReport], kinerja: Kinerja, ws: Workspace
) -> None:
    (report,) = (r for file, r in laporan.items() if "04_" in file)
    assert report.import_id is not None
    rows = pq.read_table(store.reading(ws, report.import_id).tables["skp_indikator"]).to_pylist()
    ada = {one.kode for one in kinerja.pk}
    yatim = {row["nip"] for row in rows if row["tahun"] == 2026 and row["kode_indikator_pk"] not in ada}
    assert yatim == set(kebenaran.leaks(kinerja)["skp_yatim"])
    assert not [row for row in rows if row["tahun"] == 2025 and row["kode_indikator_pk"] not in ada]
    milik = {one.orang.nip_pada(datetime(2026, 9, 30).date()) for one in kinerja.pk if one.orang}
    assert len(milik & {row["nip"] for row in rows}) > 0.8 * len(milik)


def test_teams_hundred_days_and_areas_are_stored_as_written(
    laporan: dict[str, ImportReport], kinerja: Kinerja, ws: Workspace
) -> None:
    jumlah: Counter[str] = Counter()
    for file, report in laporan.items():
        if file.startswith(FOLDER) and report.import_id is not None:
            for nama, path in store.reading(ws, report.import_id).tables.items():
                jumlah[nama] += pq.read_metadata(path).num_rows
    assert jumlah["tim"] == 4 and jumlah["tim_anggota"] == sum(len(t.anggota) for t in kinerja.tim)
    assert jumlah["seratus_hari"] == len(kinerja.janji)
    assert jumlah["indikator_wilayah"] == 6 * 3 * 14 + 29


def test_the_cascade_leaks_where_it_was_planned_and_nowhere_else(reader: Reader, kinerja: Kinerja) -> None:
    sql = "select jenis, kode_indikator, orang_id from app.bocor where tahun = ? and triwulan = ?"
    bocor: dict[str, list[str]] = {}
    orang = {r["nip"]: r["orang_id"] for r in reader.run("select nip, orang_id from core.orang_nip", opd=["*"])}
    for row in reader.run(sql, list(kebenaran.POSISI), opd=["*"]):
        bocor.setdefault(row["jenis"], []).append(row["kode_indikator"] or row["orang_id"])
    planned = {jenis: sorted(kode) for jenis, kode in kebenaran.leaks(kinerja).items() if kode}
    planned["skp_yatim"] = sorted(orang[nip] for nip in planned["skp_yatim"])
    assert {jenis: sorted(kode) for jenis, kode in bocor.items()} == planned


def test_the_slowest_link_of_the_stunting_target_is_that_of_the_story(reader: Reader) -> None:
    sql = (
        "select kode_sumbangan from app.sumbangan where kode_indikator = 'IKU-02' and tahun = ? and triwulan = ? "
        "order by ke limit 1"
    )
    (row,) = reader.run(sql, list(kebenaran.POSISI), opd=["*"])
    assert row["kode_sumbangan"] == kisah.kode("mata_rantai_terlambat")


def test_the_hundred_days_know_every_inauguration(reader: Reader, kinerja: Kinerja) -> None:
    rows = reader.run("select distinct kode_jabatan, tmt, tercatat from app.seratus_hari", opd=["*"])
    planned = kebenaran.expected(kinerja, [])["seratus_hari"]
    assert {f"{r['kode_jabatan']} {r['tmt'].isoformat()}" for r in rows} == set(planned)
    assert all(r["tercatat"] for r in rows)
