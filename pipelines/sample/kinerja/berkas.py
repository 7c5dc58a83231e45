"""Which workbooks of targets a region keeps, and when each of them came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipelines.sample.anggaran import Tahun
from pipelines.sample.book import long_workbook
from pipelines.sample.files import File
from pipelines.sample.kinerja import lembar, peta
from pipelines.sample.kinerja.rencana import LAPOR, Kinerja
from pipelines.sample.kinerja.uang import money
from pipelines.sample.kinerja.wilayah import macro

FOLDER = "kinerja"
TW = {1: "04-17", 2: "07-17", 3: "10-20"}  # when the quarters of the running year came
Isi = Mapping[str, Iterable[Sequence[Any]]]


def files(kinerja: Kinerja, tahunan: Sequence[Tahun]) -> list[File]:
    """The workbooks of the years that the sample covers, each with its answers."""
    uang = money(tahunan)
    tahun = [y.tahun for y in tahunan]
    found = [_file(f"{y}", f"{y + 1}-02-20", _lalu(kinerja, y)) for y in tahun if y < min(LAPOR)]
    if 2025 in tahun:
        isi = {**_lalu(kinerja, 2025), "pk_indikator": lembar.pk(kinerja, 2025, uang)}
        found.append(_file("2025", "2026-02-20", isi))
    found.append(_file("2026", "2026-01-28", {
        "target_daerah": lembar.daerah(kinerja.daerah, 2026),
        "skala_predikat": lembar.skala(),
        "pk_indikator": lembar.pk(kinerja, 2026, uang),
        "tim": lembar.tim(kinerja.tim),
        "tim_anggota": lembar.anggota(kinerja.tim),
    }))  # fmt: skip
    found.append(_file("perubahan 2026", "2026-08-05", {"pk_indikator": lembar.diubah(kinerja, 2026, uang)}))
    for n, hari in TW.items():
        isi = {"pk_realisasi": lembar.realisasi(kinerja, 2026, [n])}
        found.append(_file(f"realisasi TW {lembar.ROMAWI[n]} 2026", f"2026-{hari}", isi))
    found.append(_file("indikator wilayah", "2026-03-05", {"indikator_wilayah": lembar.wilayah(kinerja)}))
    found.append(_map(kinerja))
    found.append(_file("seratus hari", "2026-11-06", {"seratus_hari": lembar.seratus(kinerja.janji)}))
    return found


def one(kinerja: Kinerja, kode: str, tahunan: Sequence[Tahun]) -> File:
    """Everything of the running year in one workbook, as a single unit keeps it; sheets without a row are left out."""
    isi: Isi = {
        "target_daerah": lembar.daerah(kinerja.daerah, 2026),
        "skala_predikat": lembar.skala(),
        "pk_indikator": lembar.pk(kinerja, 2026, money(tahunan)),
        "pk_realisasi": lembar.realisasi(kinerja, 2026, list(TW)),
        "tim": lembar.tim(kinerja.tim),
        "tim_anggota": lembar.anggota(kinerja.tim),
        "seratus_hari": lembar.seratus(kinerja.janji),
        "indikator_wilayah": lembar.wilayah(kinerja),
    }
    ada = {sheet: semua for sheet, rows in isi.items() if (semua := list(rows))}
    return _file(f"{kode} 2026", "2026-11-06", ada)


def _lalu(kinerja: Kinerja, tahun: int) -> Isi:
    """Targets and what was reached of them in a year that is over."""
    return {
        "target_daerah": lembar.daerah(kinerja.daerah, tahun),
        "skala_predikat": lembar.skala(),
        "pk_realisasi": lembar.realisasi(kinerja, tahun, [1, 2, 3, 4]),
    }


def _file(nama: str, hari: str, isi: Isi) -> File:
    semua = {sheet: [lembar.SHEETS[sheet], *rows] for sheet, rows in isi.items()}

    def write(path: Path) -> None:
        long_workbook(path, semua)

    return File(f"{FOLDER}/03_kinerja {nama}.xlsx", {"recorded_at": f"{hari}T08:00:00+07:00"}, write)


def _map(kinerja: Kinerja) -> File:
    """The boundaries that go with the macro indicators, as a pemda uploads its own."""
    penduduk = kinerja.penduduk
    isi = peta.collection(penduduk.pemda, list(macro(penduduk.pemda, penduduk.seed)), penduduk.seed)
    return File(
        f"{FOLDER}/batas wilayah.geojson",
        {"recorded_at": "2026-03-05T08:00:00+07:00"},
        lambda path: peta.write(path, isi),
    )
