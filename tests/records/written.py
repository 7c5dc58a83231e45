"""Records as tests write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pipelines.records.changes import Change, Who

RINA, DEWI = Who("Rina"), Who("Dewi")

RAPAT: dict[str, Any] = {
    "jenis": "TEPRA",
    "tanggal": date(2026, 10, 12),
    "perihal": "Triwulan III",
    "agenda": "Satu — dua\n\n  tiga",
}
TINDAK: dict[str, Any] = {
    "rapat_id": "R1", "uraian": "Ajukan reviu", "kode_opd": "DPU", "tenggat": date(2026, 10, 30), "status": "Belum",
}  # fmt: skip
KOMITMEN: dict[str, Any] = {
    "rapat_id": "R1", "kode_opd": "DPU", "ukuran": "serapan", "nilai_janji": Decimal("75.5"),
    "tanggal_janji": date(2026, 11, 30),
}  # fmt: skip
LAIN: dict[str, dict[str, Any]] = {
    "kehadiran": {"rapat_id": "R1", "kode_opd": "DPU", "kehadiran": "hadir"},
    "perpanjangan": {
        "tindak_lanjut_id": "T1", "tanggal": date(2026, 10, 28), "tenggat_baru": date(2026, 11, 15),
        "alasan": "Menunggu survei; \"lahan\" — é",
    },
    "kendala": {"kode_opd": "DPU", "kategori": "lahan", "pembuka_sumbatan": "BPN", "sejak": date(2026, 7, 1)},
    "catatan": {"kode_opd": "DPU", "jenis": "keberatan", "tanggal": date(2026, 10, 14), "uraian": "SP2D belum masuk"},
    "temuan": {
        "kode_opd": "DPU", "pemeriksa": "BPK", "no_lhp": "12.B/LHP/2026", "tahun": 2026, "uraian": "Kelebihan bayar",
        "nilai": Decimal("123456789012345.67"), "disetor": Decimal("0.10"), "status": "belum sesuai",
    },
    "buku_tamu": {"kode_opd": "SETDA", "tanggal": date(2026, 10, 12), "jam_masuk": "09:30", "keperluan": "Koordinasi"},
}  # fmt: skip

RAPAT_1 = Change("rapat", "R1", RAPAT)
TINDAK_1 = Change("tindak_lanjut", "T1", TINDAK)
EVERYTHING = [RAPAT_1, TINDAK_1, Change("komitmen", None, KOMITMEN), *(Change(k, None, v) for k, v in LAIN.items())]
