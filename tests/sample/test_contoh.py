"""The committed example alone, in an empty workspace, gives the figures it says it gives."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from pipelines.build import build
from pipelines.catalogue import DATA
from pipelines.engines.duckdb import Reader
from pipelines.imports import import_files
from pipelines.workspace import open_workspace
from tests.sample.conftest import job

CONTOH = DATA / "contoh"


def test_the_committed_example_leads_to_its_manifest(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path)
    entries = json.loads((CONTOH / "jawaban.json").read_text(encoding="utf-8"))
    reports = list(import_files(ws, [job(CONTOH, entry) for entry in entries], actor="contoh"))
    assert [r.reading.status for r in reports] == ["accepted"] * len(entries)
    assert {r.reading.format for r in reports} == {
        "templat", "sipd-rekap5", "sipd-rak", "sipd-lra", "sipd-dokumen", "siasn", "ekinerja-skp", "ekinerja-penilaian",
    }  # fmt: skip
    manifest = json.loads((CONTOH / "manifest.json").read_text(encoding="utf-8"))
    posisi = manifest["posisi"]
    sql = "select pagu, rak_kum, realisasi_kum from app.opd_bulan where bulan = ? and cakupan = 'semua'"
    reader = Reader(build(ws).path)
    (row,) = reader.run(sql, [posisi["bulan"]], opd=["DISKOMINFO"])
    assert list(row.values()) == [Decimal(posisi[k]) for k in ("pagu", "rak", "realisasi")]
    sql = "select keadaan, tmt from app.kepala_opd where periode = '2026-10'"
    (head,) = reader.run(sql, [], opd=["DISKOMINFO"])
    plan = manifest["asn"]["kepala"]["2026-10"]["DISKOMINFO"]
    assert (head["keadaan"], head["tmt"].isoformat()) == (plan["keadaan"], plan["sejak"])
    sql = "select n_disusun, n_dinilai from app.skp where jenis_periode = 'triwulan' and bulan = 9"
    (skp,) = reader.run(sql, [], opd=["DISKOMINFO"])
    planned = manifest["asn"]["skp"]["2026-TW3"]["DISKOMINFO"]
    assert (skp["n_disusun"], skp["n_dinilai"]) == (planned["disusun"], planned["dinilai"])
    sql = "select kode_indikator, capaian, capaian_tahun from app.indikator where triwulan = 3"
    attained = {r["kode_indikator"]: (r["capaian"], r["capaian_tahun"]) for r in reader.run(sql, opd=["DISKOMINFO"])}
    said = {code: quarters[2] for code, quarters in manifest["kinerja"]["indikator"]["2026"].items()}
    assert attained == {
        code: tuple(None if q[k] is None else Decimal(q[k]) for k in ("capaian", "capaian_tahun"))
        for code, q in said.items()
    }
    assert len(attained) > 15
    sql = "select id, kode_opd, putusan from app.komitmen"
    verdicts = {row["id"]: (row["kode_opd"], row["putusan"]) for row in reader.run(sql, opd=["DISKOMINFO"])}
    promised = manifest["rapat"]["komitmen"]
    assert verdicts == {id: (said["opd"], said["putusan"]) for id, said in promised.items()} and len(promised) > 1
    sql = "select n_terbuka, n_lewat, n_selesai from app.rapat_bulan where periode = '2026-10'"
    (actions,) = reader.run(sql, opd=["DISKOMINFO"])
    assert list(actions.values()) == list(manifest["rapat"]["tindak_lanjut"]["2026-10"]["DISKOMINFO"].values())
