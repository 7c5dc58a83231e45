"""What every promise must be found to be, reckoned from the plan alone."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from pipelines.sample.kinerja.rencana import Kinerja
from pipelines.sample.orang.kebenaran import HARI_INI, on_day
from pipelines.sample.orang.manusia import lebih
from pipelines.sample.orang.panggung import Tugas
from pipelines.sample.rapat.janji import Janji, value
from pipelines.sample.rapat.uang import Uang

BATAS = date(2026, 10, 31)  # the last day of which anybody reported


def verdict(janji: Janji, uang: Uang, kinerja: Kinerja) -> str:
    """Kept or not by the month that the deadline ends; a day within a month by both of its ends."""
    if janji.dicabut:
        return "dicabut"
    hari, langkah = janji.tanggal, 3 if janji.ukuran == "indikator" else 1
    bulan = -(-hari.month // langkah) * langkah
    akhir = lebih(date(hari.year, bulan, 1), bulan=1) - timedelta(days=1)
    awal = bulan if hari == akhir else bulan - langkah
    sebelum = _reached(janji, value(uang, kinerja, janji, hari.year, awal)) if awal else False
    if sebelum:
        return "ditepati"
    if hari > BATAS:
        return "berjalan"
    sesudah = _reached(janji, value(uang, kinerja, janji, hari.year, bulan))
    if sesudah is False:
        return "tidak ditepati"
    return "menunggu data" if sesudah is None or sebelum is None else "belum dapat dinilai"


def _reached(janji: Janji, nilai: Fraction | None) -> bool | None:
    if nilai is None:
        return None
    return nilai <= Fraction(janji.nilai) if janji.ukuran == "sisa" else nilai >= Fraction(janji.nilai)


def holder(janji: Janji, kinerja: Kinerja) -> tuple[Tugas | None, bool]:
    """Who promised it, and whether the seat changed hands before it fell due."""
    kursi = f"{janji.milik}-KEPALA"
    mulai = on_day(kinerja.penduduk, kursi, janji.rapat.tanggal)
    sampai = min(janji.tanggal, HARI_INI)
    hari = (janji.rapat.tanggal + timedelta(days=n) for n in range((sampai - janji.rapat.tanggal).days + 1))
    lain = any(_nomor(on_day(kinerja.penduduk, kursi, h)) != _nomor(mulai) for h in hari)
    return mulai, mulai is not None and lain


def _nomor(tugas: Tugas | None) -> int:
    return tugas.orang.nomor if tugas else 0


def said(janji: Janji, uang: Uang, kinerja: Kinerja) -> dict[str, Any]:
    """What the manifest says of one promise."""
    siapa, berganti = holder(janji, kinerja)
    return {
        "opd": janji.opd,
        "unit": janji.unit,
        "ukuran": janji.ukuran,
        "nilai": str(janji.nilai),
        "tanggal": janji.tanggal.isoformat(),
        "cerita": janji.cerita,
        "putusan": verdict(janji, uang, kinerja),
        "nip": siapa.orang.nip_pada(janji.rapat.tanggal) if siapa else None,
        "berganti": berganti,
    }
