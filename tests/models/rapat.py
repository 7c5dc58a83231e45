"""Records of meetings for the small world: what was decided, promised, found and asked for."""

from __future__ import annotations

from typing import Any

from tests.models.world import Row, hari


def rapat(id: str, tanggal: str, **more: Any) -> Row:
    """A meeting about everybody."""
    return {"id": id, "jenis": "TEPRA", "tanggal": hari(tanggal), "lingkup": "semua", **more}


def tindak(id: str, rapat: str, opd: str, tenggat: str, status: str = "Belum", **more: Any) -> Row:
    """An action; `selesai` is the day it was done."""
    selesai = more.pop("selesai", None)
    return {
        "id": id, "rapat_id": rapat, "kode_opd": opd, "uraian": f"Kerjakan {id}", "tenggat": hari(tenggat),
        "status": status, "tgl_selesai": selesai and hari(selesai), **more,
    }  # fmt: skip


def tunda(id: str, tindak: str, diminta: str, baru: str, **more: Any) -> Row:
    """An extension."""
    return {
        "id": id, "tindak_lanjut_id": tindak, "tanggal": hari(diminta), "tenggat_baru": hari(baru),
        "alasan": f"Alasan {id}", **more,
    }  # fmt: skip


def janji(id: str, rapat: str, opd: str, nilai: float | str, tanggal: str, ukuran: str = "serapan", **more: Any) -> Row:
    """A commitment."""
    return {
        "id": id, "rapat_id": rapat, "kode_opd": opd, "ukuran": ukuran, "nilai_janji": nilai,
        "tanggal_janji": hari(tanggal), **more,
    }  # fmt: skip


def kendala(id: str, opd: str, sejak: str | None, selesai: str | None = None, **more: Any) -> Row:
    """An obstacle."""
    return {
        "id": id, "kode_opd": opd, "kategori": "lahan", "pembuka_sumbatan": "BPN", "sejak": sejak and hari(sejak),
        "selesai": selesai and hari(selesai), **more,
    }  # fmt: skip


def temuan(id: str, opd: str, nilai: float | None, disetor: float | None, **more: Any) -> Row:
    """An audit recommendation."""
    return {
        "id": id, "kode_opd": opd, "pemeriksa": "BPK", "no_lhp": "12/LHP", "tahun": 2026, "uraian": f"Temuan {id}",
        "nilai": nilai, "disetor": disetor, "status": "belum sesuai", **more,
    }  # fmt: skip


def catatan(id: str, opd: str, tanggal: str, jenis: str = "keberatan", **more: Any) -> Row:
    """A note on an OPD, or its objection to a figure."""
    return {"id": id, "kode_opd": opd, "jenis": jenis, "tanggal": hari(tanggal), "uraian": f"Isi {id}", **more}
