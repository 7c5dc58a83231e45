"""Which files about people a region hands in, and when each of them came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from pipelines.sample.files import File
from pipelines.sample.kinerja.rencana import Kinerja
from pipelines.sample.orang import ekinerja, lembar, siasn
from pipelines.sample.orang.nilai import Nilai, positions
from pipelines.sample.orang.periode import Periode

FOLDER = "kepegawaian"
SIASN = (  # the days of the exports of posts: all of them once, then what is new after each inauguration
    date(2024, 1, 5), date(2024, 2, 5), date(2024, 11, 5), date(2025, 9, 10), date(2026, 1, 12), date(2026, 3, 16),
    date(2026, 7, 27), date(2026, 8, 28), date(2026, 11, 5),
)  # fmt: skip
DAFTAR = ((date(2024, 1, 31), date(2024, 2, 6)), (date(2026, 10, 31), date(2026, 11, 5)))  # as of, and recorded on
TULISAN = ((",", "camel"), (";", "ular"), ("|", "camel"))


def _file(nama: str, hari: date, write: Callable[[Path], None], *, jam: int = 10) -> File:
    return File(f"{FOLDER}/{nama}", {"recorded_at": f"{hari.isoformat()}T{jam:02d}:00:00+07:00"}, write)


def files(nilai: Nilai, kinerja: Kinerja | None = None) -> list[File]:
    """The files about people, each with its answers; their SKP name the agreements they serve where there are any."""
    penduduk = nilai.penduduk
    found = [_file("ref_unor.csv", SIASN[0], lambda p: siasn.write_unor(p, penduduk, SIASN[0]), jam=9)]
    for n, (dari, hari) in enumerate(siasn.last_days(SIASN)):
        found.append(_riwayat(nilai, n, dari, hari))
    for posisi, hari in DAFTAR:
        found.append(_daftar(nilai, posisi, hari))
    for periode in nilai.skp:
        if periode.tahun >= 2022:
            found += _ekinerja(nilai, periode)
    found.append(_file("04_kepegawaian.xlsx", date(2026, 11, 6), lambda p: lembar.write(p, nilai, kinerja)))
    return found


def _riwayat(nilai: Nilai, n: int, dari: date | None, hari: date) -> File:
    pemisah, kepala = ("|", "camel") if n == 0 else TULISAN[n % len(TULISAN)]

    def write(path: Path) -> None:
        tugas = siasn.posts(nilai.penduduk, dari, hari)
        siasn.write_riwayat(path, nilai.penduduk, tugas, pemisah=pemisah, kepala=kepala)

    nama = f"rw_jabatan sampai {hari}.csv" if n == 0 else f"rw_jabatan {hari}.csv"
    return _file(nama, hari, write)


def _daftar(nilai: Nilai, posisi: date, hari: date) -> File:
    def write(path: Path) -> None:
        siasn.write_pegawai(path, nilai.penduduk, posisi, positions(nilai, posisi))

    return _file(f"pegawai {posisi:%Y-%m}.xlsx", hari, write, jam=11)


def _ekinerja(nilai: Nilai, periode: Periode) -> list[File]:
    bentuk = "csv" if periode.tahun < 2025 else "xlsx"
    if periode.triwulan:
        sesudah = 3 * periode.triwulan + 1  # the month after the quarter
        nama = f"TW {ekinerja.ROMAWI[periode.triwulan]} {periode.tahun}.{bentuk}"
        return [
            _rencana(nilai, periode, f"Laporan SKP {nama}", date(periode.tahun, sesudah - 2, 10)),
            _penilaian(nilai, periode, f"Laporan Penilaian {nama}", date(periode.tahun, sesudah, 20)),
        ]
    if periode == Periode(2026, 0):
        return [_rencana(nilai, periode, f"Laporan SKP 2026.{bentuk}", date(2026, 3, 10))]
    lalu = periode.tahun + 1
    return [
        _rencana(nilai, periode, f"Laporan SKP {periode.tahun}.{bentuk}", date(lalu, 2, 10)),
        _penilaian(nilai, periode, f"Laporan Penilaian {periode.tahun}.{bentuk}", date(lalu, 2, 20)),
    ]


def _rencana(nilai: Nilai, periode: Periode, nama: str, hari: date) -> File:
    return _file(nama, hari, lambda p: ekinerja.write_skp(p, nilai, periode))


def _penilaian(nilai: Nilai, periode: Periode, nama: str, hari: date) -> File:
    return _file(nama, hari, lambda p: ekinerja.write_penilaian(p, nilai, periode))
