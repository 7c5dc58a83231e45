"""The people of one unit alone, for the example that is small enough to look at by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.sample.anggaran import Tahun
from pipelines.sample.kinerja import berkas as berkas_kinerja
from pipelines.sample.kinerja.rencana import Kinerja, targets
from pipelines.sample.orang import ekinerja, kebenaran, lembar, siasn
from pipelines.sample.orang.nilai import Nilai, assess
from pipelines.sample.orang.periode import Periode
from pipelines.sample.orang.rencana import KINI, Penduduk, people
from pipelines.sample.orang.sotk import Sotk
from pipelines.sample.pemda import Pemda

ASN = 2_000  # the region it is cut from: small, and with every kind of seat
TAHUN, TRIWULAN = Periode(2025, 0), Periode(2026, 3)
REKAM = date(2026, 11, 5)


def only(pemda: Pemda, kode: str, seed: int) -> tuple[Nilai, Kinerja]:
    """What is planned of the people of one OPD, with the posts they held there, and its targets."""
    semua = people(pemda, ASN, seed)
    tugas = [t for t in semua.tugas if t.sub.unit == kode]
    orang = {t.orang.nomor for t in tugas if t.akhir is None or t.akhir > TAHUN.awal}
    unit = semua.sotk.opd[kode]
    kursi = {k: v for k, v in semua.sotk.kursi.items() if v.unit == kode}
    sotk = Sotk({kode: unit}, {kode: semua.sotk.sub[kode]}, kursi)
    bagian = Penduduk(
        replace(pemda, units=(unit,)), sotk, [o for o in semua.orang if o.nomor in orang],
        [t for t in tugas if t.orang.nomor in orang], seed,
    )  # fmt: skip
    nilai = assess(bagian)
    nilai.skp = {p: rows for p, rows in nilai.skp.items() if p in (TAHUN, TRIWULAN)}
    nilai.organisasi = {(p, opd): kata for (p, opd), kata in nilai.organisasi.items() if p in nilai.skp}
    return nilai, targets(bagian, hanya=kode)


def files(
    nilai: Nilai, kinerja: Kinerja, kode: str, tahunan: Sequence[Tahun]
) -> list[tuple[str, date, Callable[[Path], None]]]:
    """The files of that unit: their names, when they came, and how they are written."""
    penduduk = nilai.penduduk
    tugas = siasn.posts(penduduk, None, REKAM)
    return [
        (f"Laporan SKP {kode} 2025.xlsx", date(2026, 2, 10), lambda p: ekinerja.write_skp(p, nilai, TAHUN)),
        (f"Laporan Penilaian {kode} 2025.xlsx", date(2026, 2, 20), lambda p: ekinerja.write_penilaian(p, nilai, TAHUN)),
        (f"Laporan SKP {kode} TW III 2026.xlsx", date(2026, 8, 10), lambda p: ekinerja.write_skp(p, nilai, TRIWULAN)),
        (
            f"Laporan Penilaian {kode} TW III 2026.xlsx", date(2026, 10, 20),
            lambda p: ekinerja.write_penilaian(p, nilai, TRIWULAN),
        ),
        (f"ref_unor {kode}.csv", REKAM, lambda p: siasn.write_unor(p, penduduk, REKAM)),
        (f"rw_jabatan {kode}.csv", REKAM, lambda p: siasn.write_riwayat(p, penduduk, tugas)),
        (f"pegawai {kode} 2026-10.xlsx", REKAM, lambda p: siasn.write_pegawai(p, penduduk, KINI, {})),
        (f"04_kepegawaian {kode}.xlsx", date(2026, 11, 6), lambda p: lembar.write(p, nilai, kinerja)),
        (f"03_kinerja {kode} 2026.xlsx", date(2026, 11, 6), berkas_kinerja.one(kinerja, kode, tahunan).write),
    ]  # fmt: skip


def expected(nilai: Nilai) -> dict[str, Any]:
    """The figures of that unit's people."""
    return {
        "ditulis": len(nilai.penduduk.bekerja(KINI)),
        "kepala": kebenaran.heads(nilai.penduduk),
        "skp": {p.nama: kebenaran.counts(nilai, p) for p in nilai.skp},
    }
