"""What the personnel agency fills in by hand: the sheets of 04_kepegawaian.xlsx and the seats of 01_master.xlsx."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pipelines.sample.bahan import dice
from pipelines.sample.book import long_workbook
from pipelines.sample.kinerja import melayani
from pipelines.sample.kinerja.rencana import Kinerja
from pipelines.sample.orang import kisah
from pipelines.sample.orang.nilai import Nilai, Skp
from pipelines.sample.orang.panggung import Tugas
from pipelines.sample.orang.periode import Periode
from pipelines.sample.orang.rencana import Penduduk

RIWAYAT = (
    "nip", "nama", "kode_opd", "kode_jabatan", "nama_jabatan", "eselon", "jenis_penugasan", "cara", "no_sk", "tgl_sk",
    "tmt_mulai", "tmt_pelantikan", "tmt_selesai", "kode_sk_batch",
)  # fmt: skip
SKP = (
    "nip", "nama", "kode_opd", "nama_jabatan", "tahun", "jenis_periode", "mulai", "selesai", "jenis_pegawai",
    "nilai_lama", "ide_baru",
)  # fmt: skip
INDIKATOR = (
    "nip", "nama", "tahun", "jenis_periode", "periode", "kode_indikator", "indikator", "aspek", "satuan", "arah",
    "target", "target_maksimum", "realisasi", "kode_indikator_pk",
)  # fmt: skip
PREDIKAT = ("tahun", "jenis_periode", "periode", "kode_opd", "predikat", "dasar")
CATATAN = ("nip", "nama", "jenis", "tahun", "tanggal", "uraian", "nilai")
KECUALI = ("nip", "nama", "alasan", "mulai", "selesai", "dasar")
PADANAN = ("jenis", "tertulis", "konteks", "kode")
BERINDIKATOR = (Periode(2025, 0), Periode(2026, 3))
Rows = Iterator[tuple[Any, ...]]


def _iso(hari: date | None) -> str | None:
    return hari.isoformat() if hari else None


def write(path: Path, nilai: Nilai, kinerja: Kinerja | None = None) -> None:
    """04_kepegawaian.xlsx: the register of officials, SKP until 2021, indicators, predicates, notes, confirmations."""
    long_workbook(path, {
        "riwayat_jabatan": (RIWAYAT, *_riwayat(nilai.penduduk)),
        "skp": (SKP, *_skp(nilai)),
        "skp_indikator": (INDIKATOR, *_indikator(nilai, kinerja)),
        "predikat_organisasi": (PREDIKAT, *_predikat(nilai)),
        "disiplin_diklat": (CATATAN, *_catatan(nilai)),
        "pengecualian": (KECUALI, *_kecuali(nilai)),
        "padanan": (PADANAN, *_padanan(nilai)),
    })  # fmt: skip


def official(tugas: Tugas) -> bool:
    """Whether the register of officials has an assignment: of a seat, or one that took a seat away."""
    return tugas.kursi is not None or tugas.cara is not None


def _riwayat(penduduk: Penduduk) -> Rows:
    for t in sorted((t for t in penduduk.tugas if official(t)), key=lambda t: (t.mulai, t.orang.nomor)):
        kursi = t.kursi.kode if t.kursi is not None and t.kursi.sampai is None else None
        akhir = _iso(t.akhir - timedelta(days=1)) if t.akhir is not None else None
        yield (
            t.orang.nip_pada(t.mulai), t.orang.nama, t.sub.unit, kursi, t.nama, t.eselon, t.jenis, t.cara, t.no_sk,
            _iso(t.tgl_sk), _iso(t.mulai), _iso(t.pelantikan), akhir, t.batch,
        )  # fmt: skip


def _skp(nilai: Nilai) -> Rows:
    """Years with a numeric score; 2021 has two rows a person, each under its own rule."""
    for periode in (p for p in nilai.skp if p.tahun < 2022):
        for s in nilai.skp[periode]:
            if s.dinilai:
                yield (
                    s.nip, s.orang.nama, s.sub.unit, s.jabatan, periode.tahun, "tahunan", _iso(s.mulai),
                    _iso(s.selesai), s.orang.jenis, s.nilai, "Y" if s.ide else "T",
                )  # fmt: skip


def _indikator(nilai: Nilai, kinerja: Kinerja | None) -> Rows:
    """Three indicators of every official of eselon II and III, one up, one down, one between two numbers; below
    them what each owes by an agreement."""
    memimpin = _memimpin(nilai.penduduk)
    for periode in BERINDIKATOR:
        rng = dice(nilai.penduduk.seed, nilai.penduduk.pemda.nama, "indikator", periode.nama)
        depan = (periode.tahun, "triwulan" if periode.triwulan else "tahunan", periode.triwulan or None)
        for s in (s for s in nilai.skp[periode] if s.utama and s.dinilai):
            siapa = (s.nip, s.orang.nama, *depan)
            if s.jabatan in memimpin:
                atas = melayani.served(kinerja, s)
                for n, isi in enumerate(_tiga(rng)):
                    yield (*siapa, *isi, atas[n % len(atas)])
            else:
                for kode, nama, satuan, arah, target, hasil, pk in melayani.outputs(kinerja, s):
                    yield (*siapa, kode, nama, "Kuantitas", satuan, arah, target, "T", hasil, pk)


def _memimpin(penduduk: Penduduk) -> set[str]:
    return {k.nama for k in penduduk.sotk.kursi.values() if k.tingkat in ("II", "IIIa", "IIIb")}


def _tiga(rng: random.Random) -> Iterator[tuple[Any, ...]]:
    naik = rng.choice((None, *(str(rng.randrange(70, 104)) for _ in range(9))))  # None: not reported
    yield "1.1", "Persentase layanan tepat waktu", "Kualitas", "persen", "naik", "100", "Y", naik
    yield (
        "2.1",
        "Rata-rata hari penyelesaian",
        "Waktu",
        "hari",
        "turun",
        str(rng.choice((10, 14, 5, 0))),
        "T",
        str(rng.choice((0, 6, 9, 10, 11, 13, 20))),
    )
    yield "3.1", "Dokumen kinerja selesai", "Kuantitas", "dokumen", "naik", "80-90", "T", str(rng.randrange(68, 97))


def _predikat(nilai: Nilai) -> Rows:
    for (periode, opd), kata in sorted(nilai.organisasi.items(), key=lambda item: (item[0][0].nama, item[0][1])):
        jenis = ("triwulan", periode.triwulan) if periode.triwulan else ("tahunan", None)
        yield (periode.tahun, *jenis, opd, kata, f"Penetapan fiktif {periode.nama}")


def _catatan(nilai: Nilai) -> Rows:
    """Training of 2025 for about half of the people, a few penalties, the components of the index of heads."""
    hari = date(2025, 12, 31)
    rng = dice(nilai.penduduk.seed, nilai.penduduk.pemda.nama, "catatan")
    for orang, tugas in nilai.penduduk.bekerja(hari):
        if not orang.nip:
            continue
        nip, nama = orang.nip_pada(hari), orang.nama
        if rng.random() < 0.5:
            tanggal = date(2025, rng.randrange(2, 12), rng.randrange(1, 28))
            yield nip, nama, "diklat", 2025, _iso(tanggal), "Pelatihan contoh", rng.choice((6, 12, 18, 20, 24, 26, 40))
        if orang.nomor % 487 == 0:
            yield nip, nama, "tidak masuk", 2025, "2025-12-31", "Rekap tidak masuk", rng.choice((2, 4, 8, 12, 15, 18))
        if orang.nomor % 1999 == 0:
            yield nip, nama, "hukuman", 2025, "2025-10-01", "Teguran tertulis", None
        if tugas.kursi is not None and tugas.kursi.pimpinan:
            for jenis, nilai_ip in (("kualifikasi", 20), ("kompetensi", rng.randrange(24, 41)), ("kinerja", 25),
                                    ("disiplin", 5)):  # fmt: skip
                yield nip, nama, f"ip {jenis}", 2025, None, "IP ASN contoh", nilai_ip


def _kecuali(nilai: Nilai) -> Rows:
    for k in nilai.kecuali:
        yield k.orang.nip_pada(k.mulai), k.orang.nama, k.alasan, _iso(k.mulai), _iso(k.selesai), "SK fiktif"


def _padanan(nilai: Nilai) -> Rows:
    pasti = kisah.orang("unit_dipastikan")
    yield "unor", pasti["ejaan"], None, pasti["opd"]
    for s in rusak(nilai, "angka dipastikan"):
        yield "nip", s.nip[:15], s.orang.nama, s.nip


def rusak(nilai: Nilai, cara: str) -> list[Skp]:
    """The rows damaged in that way."""
    return [s for semua in nilai.skp.values() for s in semua if s.rusak == cara]
