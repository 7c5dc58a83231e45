"""Boundaries of areas, as a pemda brings its own."""

from __future__ import annotations

from typing import ClassVar

from pipelines.contracts.base import Baris, Kode, Persen, cell


class BatasWilayah(Baris):
    """One corner of the boundary of one area."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu titik pada batas satu wilayah",
        "en": "One corner of the boundary of one area",
    }
    kunci: ClassVar[tuple[str, ...]] = ("kode_wilayah", "bagian", "urutan")
    kode_wilayah: Kode = cell("kode", "Kode BPS atau Kemendagri wilayah itu", "BPS or Kemendagri code", wajib=True)
    nama: str | None = cell("teks", "Nama wilayah", "Name of the area")
    bagian: int = cell("bulat", "Bidang ke berapa", "Which of its parts", wajib=True, ge=1)
    urutan: int = cell("bulat", "Titik ke berapa", "Which of its corners", wajib=True, ge=1)
    bujur: Persen = cell("persen", "Bujur timur, derajat", "Longitude, degrees", wajib=True)
    lintang: Persen = cell("persen", "Lintang, derajat; selatan negatif", "Latitude, degrees", wajib=True)
