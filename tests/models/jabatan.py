"""People and posts for the small world: NIPs of nobody, assignments, and a budget with a wanted deviation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from tests.models.world import Row, hari, opd, pagu, rak, realisasi

LAHIR = date(1970, 1, 1)


def nip(number: int, *, tmt: str = "200604") -> str:
    """A whole NIP in the range that nobody carries: the last three digits are 901 to 999."""
    day, serial = divmod(number, 99)
    return f"{LAHIR + timedelta(days=day):%Y%m%d}{tmt}1{901 + serial}"


def kepala(kode: str) -> Row:
    """The head seat of an OPD in the master."""
    return kursi(f"{kode}-KEPALA", kode, f"Kepala Dinas {kode}", "II.b", pimpinan_opd=True)


def kursi(kode: str, unit: str, nama: str, eselon: str, **more: Any) -> Row:
    """A seat in the master."""
    return {"kode_jabatan": kode, "kode_opd": unit, "nama_jabatan": nama, "eselon": eselon, **more}


def tugas(siapa: str, mulai: str | date, jenis: str = "definitif", **more: Any) -> Row:
    """One assignment; `selesai` is the last day in the post."""
    selesai = more.pop("selesai", None)
    return {
        "nip": siapa, "jenis_penugasan": jenis, "tmt_mulai": _hari(mulai), "tmt_selesai": _hari(selesai), **more,
    }  # fmt: skip


def uang(kode: str, deviasi: Sequence[float | None], *, tahun: int = 2026) -> dict[str, list[Row]]:
    """Budget, plan and spending of an OPD with the wanted deviation in points by month; None reports nothing."""
    spent = [
        realisasi(kode, bulan, 50 * bulan + 10 * points, tahun=tahun)
        for bulan, points in enumerate(deviasi, 1)
        if points is not None
    ]
    plan = rak(kode, [50] * 12, tahun=tahun)
    return {"pagu": [pagu(kode, 1000, tahun=tahun)], "rak": plan, "realisasi": spent}


def dunia(*parts: dict[str, list[Row]], sampai: int = 400) -> dict[str, list[Row]]:
    """Parts put together; something is recorded `sampai` days after the first of January 2026, so that it is then."""
    rows: dict[str, list[Row]] = {"unor": [{"unor_id": "jam", "nama": "Jam", "impor": sampai}]}
    for part in parts:
        for table, body in part.items():
            rows.setdefault(table, []).extend(dict(row) for row in body)
    return rows


def dinas(*kode: str) -> dict[str, list[Row]]:
    """OPD with their head seats."""
    return {"opd": [opd(k) for k in kode], "jabatan": [kepala(k) for k in kode]}


def _hari(day: str | date | None) -> date | None:
    return hari(day) if isinstance(day, str) else day
