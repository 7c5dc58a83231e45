"""From the files about people to the marts: heads, terms, acting days, chains and predicates are what was planned."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipelines import raw
from pipelines.build import Build, build
from pipelines.engines.duckdb import Reader, fingerprints
from pipelines.imports import ImportReport, import_files
from pipelines.sample import Manifest, generate
from pipelines.sample.orang import kisah
from pipelines.sample.orang.berkas import FOLDER
from pipelines.workspace import Workspace, open_workspace
from tests.sample.conftest import SEED, job

pytestmark = pytest.mark.slow  # a whole pemda with its people is imported and built

TAHAP = ("disusun", "disetujui", "dinilai", "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
Asn = dict[str, Any]


@pytest.fixture(scope="module")
def dibuat(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    return generate(tmp_path_factory.mktemp("contoh"), seed=SEED, asn=2_000, years=1)


@pytest.fixture(scope="module")
def asn(dibuat: Manifest) -> Asn:
    return dict(dibuat.pemda[0]["asn"])


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return open_workspace(tmp_path_factory.mktemp("rumah"))


@pytest.fixture(scope="module")
def laporan(dibuat: Manifest, ws: Workspace) -> dict[str, ImportReport]:
    entries = json.loads((dibuat.into / "jawaban.json").read_text(encoding="utf-8"))
    done = import_files(ws, [job(dibuat.into, entry) for entry in entries], actor="contoh")
    return {entry["file"]: report for entry, report in zip(entries, done, strict=True)}


@pytest.fixture(scope="module")
def hasil(laporan: dict[str, ImportReport], ws: Workspace) -> Build:
    return build(ws)


@pytest.fixture(scope="module")
def reader(hasil: Build) -> Iterator[Reader]:
    yield Reader(hasil.path)


@pytest.fixture(scope="module")
def orang(reader: Reader) -> dict[str | None, str | None]:
    """The person behind each NIP."""
    found: dict[str | None, str | None] = {r["nip"]: r["orang_id"] for r in ask(reader, "select * from core.orang_nip")}
    found[None] = None
    return found


def ask(reader: Reader, sql: str, *params: Any) -> list[dict[str, Any]]:
    return reader.run(sql, list(params), opd=["*"])


def test_every_file_is_taken_in_and_only_the_told_damage_is_set_apart(laporan: dict[str, ImportReport]) -> None:
    apart = {}
    for file, report in laporan.items():
        reading = report.reading
        assert reading.status == "accepted", (file, reading.status, [q.id for q in reading.questions])
        assert "KOLOM_PRIBADI" not in {problem.code for problem in reading.problems}, file
        if file.startswith(FOLDER) and (reading.rows.quarantined or reading.rows.rejected):
            apart[Path(file).name] = (reading.rows.quarantined, reading.rows.rejected)
    assert apart == {"Laporan Penilaian TW I 2026.xlsx": (6, 0), "Laporan Penilaian TW II 2026.xlsx": (4, 1)}


def test_every_assignment_of_the_files_is_one_row(reader: Reader, asn: Asn) -> None:
    assert ask(reader, "select count(*) as n from marts.riwayat")[0]["n"] == asn["riwayat"]


def test_as_many_are_at_work_as_planned_once_those_who_retired_are_out(reader: Reader, asn: Asn) -> None:
    bernip = ask(reader, "select count(*) as n from marts.orang where aktif")[0]["n"]
    assert bernip == asn["bernip"]


def test_the_head_of_every_unit_and_month_is_as_planned(reader: Reader, asn: Asn, orang: dict[Any, Any]) -> None:
    sql = "select periode, kode_opd, keadaan, orang_id, tmt from marts.kepala_opd"
    heads = {(r["periode"], r["kode_opd"]): r for r in ask(reader, sql)}
    n = 0
    for periode, by_opd in asn["kepala"].items():
        for opd, plan in by_opd.items():
            row = heads[periode, opd]
            assert (row["keadaan"], row["orang_id"]) == (plan["keadaan"], orang[plan["nip"]]), (periode, opd)
            assert plan["sejak"] is None or row["tmt"].isoformat() == plan["sejak"], (periode, opd)
            n += 1
    assert n == 22 * 77


def test_every_month_belongs_to_whom_it_should(reader: Reader, asn: Asn, orang: dict[Any, Any]) -> None:
    sql = "select kode_opd, bulan, orang_id, hari from marts.kepala_bulan where tahun = 2026"
    milik = {(r["kode_opd"], r["bulan"]): (r["orang_id"], r["hari"]) for r in ask(reader, sql)}
    for opd, months in asn["kepala_bulan"].items():
        for month in months:
            assert milik[opd, month["bulan"]] == (orang[month["nip"]], month["hari"]), (opd, month)


def test_what_was_inherited_and_what_changed_is_as_planned(reader: Reader, asn: Asn, orang: dict[Any, Any]) -> None:
    sql = (
        "select * from marts.masa_jabatan where tahun = 2026 and bulan = 10 and cakupan = 'semua' and kode_opd = ? "
        "order by urutan"
    )
    banyak = 0
    for opd, runs in asn["masa"].items():
        rows = ask(reader, sql, opd)
        if not runs:
            continue
        assert [(r["orang_id"], r["dari_bulan"], r["sampai_bulan"]) for r in rows] == [
            (orang[run["nip"]], run["dari"], run["sampai"]) for run in runs
        ]
        for row, run in zip(rows, runs, strict=True):
            assert float(row["warisan"]) == pytest.approx(run["warisan"], abs=2e-6)
            sendiri = None if row["sendiri"] is None else float(row["sendiri"])
            assert sendiri == (run["sendiri"] and pytest.approx(run["sendiri"], abs=2e-6))
        banyak += 1
    assert banyak > 15


def test_acting_days_are_as_planned(reader: Reader, asn: Asn, orang: dict[Any, Any]) -> None:
    sql = "select * from marts.plt_bulan where tahun = 2026 and bulan = 10 and kode_jabatan like '%-KEPALA'"
    found = {
        r["kode_opd"]: (r["orang_id"], r["mulai"].isoformat(), r["hari"], r["hari_kumulatif"], r["masa_ke"])
        for r in ask(reader, sql)
    }
    assert found == {
        opd: (orang[p["nip"]], p["mulai"], p["hari"], p["kumulatif"], p["masa_ke"]) for opd, p in asn["plt"].items()
    }


def test_the_chain_of_the_five_is_as_planned(reader: Reader, asn: Asn, orang: dict[Any, Any]) -> None:
    sql = "select * from marts.rantai where kode_sk_batch = 'pelantikan 15 Juli 2026' order by ke_kode_jabatan"
    rows = ask(reader, sql)
    assert [(r["orang_id"], r["dari_kode_jabatan"], r["ke_kode_jabatan"], r["cara"]) for r in rows] == [
        (orang[m["nip"]], m["dari"], m["ke"], m["cara"]) for m in asn["rantai"]
    ]
    for row, move in zip(rows, asn["rantai"], strict=True):
        if move["diisi"]:
            assert (row["keadaan"], row["jeda_hari"]) == ("terisi", move["jeda"])


def test_counts_of_skp_are_as_planned_for_every_unit_and_period(reader: Reader, asn: Asn) -> None:
    sql = "select * from marts.skp where bulan = case jenis_periode when 'tahunan' then 12 else 3 * periode end"
    rows = {}
    for r in ask(reader, sql):
        nama = f"{r['tahun']}-TW{r['periode']}" if r["periode"] else str(r["tahun"])
        rows[nama, r["kode_opd"]] = r
    n = 0
    for nama, by_opd in asn["skp"].items():
        for opd, plan in by_opd.items():
            row = rows[nama, opd]
            kolom = ("dinilai",) if nama < "2022" else TAHAP
            found = {k: row["n_" + k.lower().replace(" ", "_")] or 0 for k in kolom}
            assert found == {k: plan.get(k, 0) for k in kolom}, (nama, opd)
            n += 1
        for opd, wajib in asn["wajib"].get(nama, {}).items():
            assert rows[nama, opd]["n_wajib"] == wajib, (nama, opd)
    assert n > 700


def test_a_quarter_stands_apart_from_its_year(reader: Reader, asn: Asn) -> None:
    """Plans are handed in for the year and for each quarter; by now quarters are assessed and the year is not."""
    sql = (
        "select jenis_periode, periode, sum(n_disetujui) as disetujui, sum(n_dinilai) as dinilai from marts.skp "
        "where tahun = 2026 and bulan = 10 and jenis_periode = 'tahunan' "
        "or tahun = 2026 and jenis_periode = 'triwulan' and bulan = 3 * periode and periode < 4 group by all"
    )
    (year, *quarters) = [(r["disetujui"], r["dinilai"]) for r in sorted(ask(reader, sql), key=lambda r: r["periode"])]
    assert year[0] and not year[1]
    assert len(quarters) == 3 and all(approved > assessed > 0 for approved, assessed in quarters)
    late = kisah.orang("belum_menilai")
    planned = asn["skp"][f"{late['tahun']}-TW{late['triwulan']}"][late["opd"]]
    assert planned["disetujui"] and "dinilai" not in planned


def test_the_stories_show(reader: Reader) -> None:
    sql = "select jenis, kode_opd from marts.perhatian where tahun * 100 + bulan in (202511, 202610)"
    perhatian = {(r["jenis"], r["kode_opd"]) for r in ask(reader, sql)}
    assert ("definitif_ganda", kisah.opd("definitif_ganda")) in perhatian
    assert ("jabatan_kosong", kisah.opd("kepala_kosong")) in perhatian
    assert ("rangkap_plt", kisah.opd("plt_181")) in perhatian
    assert ("plt_berulang", kisah.opd("plt_bergantian")) in perhatian
    lewat = {opd for jenis, opd in perhatian if jenis == "plt_lewat_3"}
    assert kisah.opd("plt_181") in lewat and not lewat & {kisah.opd("plt_89"), kisah.opd("plt_91")}


def test_who_changed_nip_is_one_person(reader: Reader) -> None:
    sql = "select orang_id from core.orang_nip group by orang_id having count(*) > 1"
    assert len(ask(reader, sql)) == 3


def test_what_waits_for_a_person_is_listed(reader: Reader) -> None:
    padanan = {
        (r["tertulis"], r["dipastikan"]) for r in ask(reader, "select * from marts.padanan where jenis = 'unor'")
    }
    assert (kisah.orang("unit_dieja_lain")["ejaan"], False) in padanan
    assert (kisah.orang("unit_dipastikan")["ejaan"], True) in padanan
    alasan = [r["alasan"] for r in ask(reader, "select alasan from marts.karantina")]
    assert sorted(alasan) == ["nip_angka"] * 3 + ["nip_salah"] * 2


def test_the_red_units_with_good_people_are_found(reader: Reader) -> None:
    sql = "select distinct kode_opd from marts.konsistensi where tahun = 2026 and bulan = 10 and tidak_konsisten"
    about = kisah.orang("merah_tapi_baik")
    assert {about["opd"], about["lain"]} <= {r["kode_opd"] for r in ask(reader, sql)}


def test_large_files_are_read_where_they_stand_and_give_the_same_tables(
    ws: Workspace, hasil: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "rumah"
    shutil.copytree(ws.home, home)
    again = open_workspace(home)
    shutil.rmtree(again.builds)
    again.current.unlink()
    monkeypatch.setattr(raw, "LARGE", 0)
    copied, looked = fingerprints(hasil.path), fingerprints(build(again).path)
    assert set(copied) - set(looked) == {f"raw.{name}" for name in raw.PEOPLE}
    assert [name for name, mark in looked.items() if copied[name] != mark and name != "raw.model"] == []
