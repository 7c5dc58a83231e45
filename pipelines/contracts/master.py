"""The frame of a pemda: units, posts, its own bands and target letters."""

from __future__ import annotations

from typing import ClassVar

from pipelines.contracts.base import Baris, Kode, Persen, Tanggal, cell


class Opd(Baris):
    """A unit of the pemda, with the codes under which other systems know it."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu unit organisasi", "en": "One unit"}
    kunci: ClassVar[tuple[str, ...]] = ("kode_opd", "berlaku_mulai")
    kode_opd: Kode = cell("kode", "Kode singkat unit", "Short code of the unit", wajib=True, example=("DINKES",))
    nama: str = cell("teks", "Nama lengkap", "Full name", wajib=True, example=("Dinas Kesehatan",))
    singkatan: str | None = cell("teks", "Singkatan", "Short name", example=("Dinkes",))
    jenis: str | None = cell(
        "teks", "Jenis unit", "Kind of unit", example=("dinas",),
        choices=("sekretariat", "dinas", "badan", "inspektorat", "kecamatan", "kelurahan", "bagian", "RSUD",
                 "puskesmas", "satuan"),
    )  # fmt: skip
    induk_kode_opd: Kode | None = cell(
        "kode", "Kode unit induk (untuk bagian, RSUD, puskesmas)", "Code of the parent unit"
    )
    kode_sipd: Kode | None = cell(
        "kode", "Kode unit di SIPD (22 karakter)", "Unit code in SIPD (22 characters)",
        example=("1.02.0.00.0.00.01.0000",),
    )  # fmt: skip
    unor_id_siasn: str | None = cell("teks", "Id unor di SIASN", "Unor id in SIASN")
    satker_simpeg: str | None = cell("teks", "Satuan kerja di SIMPEG", "Work unit in SIMPEG")
    asisten: str | None = cell(
        "teks",
        "Asisten pembina (1/2/3)",
        "Asisten in charge (1/2/3)",
        example=("1",),
        choices=("1", "2", "3"),
    )
    komisi_dprd: str | None = cell("teks", "Komisi DPRD mitra", "DPRD commission", example=("IV",))
    berlaku_mulai: Tanggal | None = cell("tanggal", "Berlaku sejak", "Valid from", example=("2022-01-01",))
    berlaku_sampai: Tanggal | None = cell("tanggal", "Berlaku sampai", "Valid until")
    digabung_ke: Kode | None = cell("kode", "Digabung ke unit", "Merged into")


class Jabatan(Baris):
    """A seat in the organisation."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu jabatan dalam SOTK", "en": "One post of the organisation"}
    kunci: ClassVar[tuple[str, ...]] = ("kode_jabatan",)
    kode_jabatan: Kode = cell("kode", "Kode jabatan", "Post code", wajib=True, example=("DINKES-KEPALA",))
    kode_opd: Kode = cell("kode", "Kode unit", "Unit code", wajib=True, example=("DINKES",))
    nama_jabatan: str = cell("teks", "Nama jabatan", "Post", wajib=True, example=("Kepala Dinas Kesehatan",))
    eselon: str = cell(
        "teks", "Eselon atau JF", "Eselon or JF", wajib=True, example=("II.b",),
        choices=("I.b", "II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "JF", "Pelaksana"),
    )  # fmt: skip
    kelas: int | None = cell("bulat", "Kelas jabatan", "Post class", example=("14",), ge=1, le=17)
    atasan_kode_jabatan: Kode | None = cell("kode", "Kode jabatan atasan", "Code of the superior post")
    pimpinan_opd: bool | None = cell("ya_tidak", "Pimpinan unit (Y/T)", "Head of the unit (Y/T)", example=("Y",))


class AturanRapor(Baris):
    """One band of a rapor profile that the pemda has set by its own regulation."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu pita warna satu profil rapor",
        "en": "One band of a profile",
    }
    profil: Kode = cell("kode", "Nama profil", "Profile", wajib=True, example=("rapor-kabupaten",))
    ukuran: str = cell(
        "teks", "Yang diukur", "What is measured", wajib=True, example=("rasio_target",),
        choices=("rasio_target", "deviasi_poin", "persen_bulanan", "capaian"),
    )  # fmt: skip
    bulan: int | None = cell("bulan", "Bulan; kosong berarti semua bulan", "Month; blank means all", ge=1, le=12)
    batas_bawah: Persen | None = cell(
        "persen", "Batas bawah, termasuk; kosong hanya pada pita terbawah",
        "Lower edge, included; blank on the lowest band only", example=("80",),
    )  # fmt: skip
    batas_atas: Persen | None = cell(
        "persen", "Batas atas, tidak termasuk; kosong pada pita teratas",
        "Upper edge, not included; blank on the highest band", example=("90",),
    )  # fmt: skip
    warna: str = cell(
        "teks", "Warna", "Colour", wajib=True, example=("kuning",),
        choices=("merah", "oranye", "kuning", "hijau", "biru"),
    )  # fmt: skip
    dasar_hukum: str = cell(
        "teks",
        "Dasar hukum (nomor Perbup/SE)",
        "Legal basis",
        wajib=True,
        example=("SE Bupati contoh 1/2026",),
    )
    berlaku_mulai: Tanggal = cell("tanggal", "Berlaku sejak", "In force from", wajib=True, example=("2026-01-01",))


class TargetSerapan(Baris):
    """The cumulative target a kepala daerah set by letter, for all units or one."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Target serapan kumulatif satu bulan menurut surat kepala daerah",
        "en": "The cumulative absorption target of one month by letter of the regional head",
    }
    kunci: ClassVar[tuple[str, ...]] = ("tahun", "bulan", "kode_opd")
    tahun: int = cell("tahun", "Tahun anggaran", "Budget year", wajib=True, example=("2026",), ge=2000, le=2100)
    bulan: int = cell("bulan", "Bulan (1–12)", "Month (1–12)", wajib=True, example=("3",), ge=1, le=12)
    kode_opd: Kode | None = cell("kode", "Kode unit; kosong berarti semua unit", "Unit code; blank means every unit")
    target_persen: Persen = cell(
        "persen",
        "Target serapan kumulatif (%)",
        "Cumulative target (%)",
        wajib=True,
        example=("16",),
        ge=0,
        le=100,
    )
    dasar_hukum: str = cell(
        "teks", "Nomor surat", "Letter number", wajib=True, example=("Surat Bupati contoh 10/2026",)
    )
