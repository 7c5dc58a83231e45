"""Money: pagu, RAK, realisasi, documents, physical progress and packages, one model a kind of row."""

from __future__ import annotations

from typing import ClassVar

from pipelines.contracts.base import Baris, Kode, Persen, Rupiah, Tanggal, cell


class Kunci(Baris):
    """Where money belongs: unit, program, kegiatan, sub kegiatan, rekening and source of funds."""

    kode_opd: Kode = cell(
        "kode", "Kode unit sebagaimana tertulis di berkas atau kode singkat di master",
        "Unit code as the file writes it, or the short code of the master",
        wajib=True, example=("4.01.0.00.0.00.01.0000",), aliases=("Kode SKPD", "Kode Sub SKPD", "KODE SUB UNIT"),
    )  # fmt: skip
    nama_opd: str | None = cell("teks", "Nama unit", "Unit name", example=("Sekretariat Daerah",))
    kode_program: Kode | None = cell("kode", "Kode program", "Program code", example=("4.01.01",))
    nama_program: str | None = cell("teks", "Nama program", "Program name")
    kode_kegiatan: Kode | None = cell("kode", "Kode kegiatan", "Kegiatan code", example=("4.01.01.2.01",))
    nama_kegiatan: str | None = cell("teks", "Nama kegiatan", "Kegiatan name")
    kode_sub_kegiatan: Kode | None = cell(
        "kode", "Kode sub kegiatan (kelompok terakhir 2 atau 4 angka)",
        "Sub kegiatan code (last group of 2 or 4 digits)", example=("4.01.01.2.01.0001",),
    )  # fmt: skip
    nama_sub_kegiatan: str | None = cell("teks", "Nama sub kegiatan", "Sub kegiatan name")
    kode_rekening: Kode = cell(
        "kode", "Kode rekening, sedalam yang tersedia", "Account code, as deep as is known",
        wajib=True, example=("5.1.02.01.001.00024",),
    )  # fmt: skip
    nama_rekening: str | None = cell("teks", "Nama rekening", "Account name")
    sumber_dana: str | None = cell("teks", "Sumber dana", "Source of funds", example=("DAU",))


class Pagu(Kunci):
    """A ceiling in force from a date on."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Pagu satu rekening pada satu sub kegiatan, menurut satu versi anggaran",
        "en": "The ceiling of one account in one sub kegiatan, by one version of the budget",
    }
    tahun: int = cell("tahun", "Tahun anggaran", "Budget year", wajib=True, example=("2026",), ge=2000, le=2100)
    versi: str = cell(
        "teks", "Versi anggaran: murni, pergeseran-1, pergeseran-2, perubahan",
        "Version of the budget: murni, pergeseran-1, pergeseran-2, perubahan",
        wajib=True, example=("murni",),
    )  # fmt: skip
    tgl_berlaku: Tanggal | None = cell("tanggal", "Tanggal mulai berlaku", "In force from", example=("2026-01-01",))
    pagu: Rupiah = cell("rupiah", "Pagu (rupiah)", "Ceiling (rupiah)", wajib=True, example=("12.226.200",))


class Rak(Kunci):
    """The cash plan of one month."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Rencana anggaran kas satu rekening untuk satu bulan",
        "en": "The cash plan of one account for one month",
    }
    tahun: int = cell("tahun", "Tahun anggaran", "Budget year", wajib=True, ge=2000, le=2100)
    versi: str | None = cell("teks", "Versi anggaran", "Version of the budget")
    bulan: int = cell("bulan", "Bulan", "Month", wajib=True, ge=1, le=12)
    rak: Rupiah = cell("rupiah", "RAK bulan itu (rupiah)", "Cash plan of that month (rupiah)", wajib=True)


class Realisasi(Kunci):
    """Money spent, of one month or up to it."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Realisasi satu rekening pada satu bulan, bulanan atau kumulatif",
        "en": "What one account spent in one month, or up to it",
    }
    tahun: int = cell("tahun", "Tahun anggaran", "Budget year", wajib=True, example=("2026",), ge=2000, le=2100)
    bulan: int = cell("bulan", "Bulan (1–12)", "Month (1–12)", wajib=True, example=("4",), ge=1, le=12)
    basis: str = cell(
        "teks", "bulanan = hanya bulan itu; kumulatif = sejak Januari",
        "bulanan = that month only; kumulatif = since January",
        wajib=True, example=("kumulatif",), choices=("bulanan", "kumulatif"),
    )  # fmt: skip
    tahap: str = cell(
        "teks", "SP2D (pencairan) atau SPJ (pertanggungjawaban)", "SP2D (disbursed) or SPJ (accounted for)",
        wajib=True, example=("SP2D",), choices=("SP2D", "SPJ"),
    )  # fmt: skip
    tgl_posisi: Tanggal | None = cell("tanggal", "Tanggal posisi data", "Date of the position", example=("2026-04-30",))
    realisasi: Rupiah = cell("rupiah", "Realisasi (rupiah)", "Spent (rupiah)", wajib=True, example=("3.451.000",))


class Dokumen(Kunci):
    """One document of the SIPD "Laporan Realisasi Per Dokumen"; cash only where an SP2D exists."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu dokumen belanja; kas hanya bila SP2D-nya ada",
        "en": "One spending document; cash only where its SP2D exists",
    }
    tahun: int = cell("tahun", "Tahun anggaran", "Budget year", wajib=True, ge=2000, le=2100)
    nomor_dokumen: str | None = cell("teks", "Nomor dokumen", "Document number")
    jenis_dokumen: str | None = cell("teks", "Jenis dokumen", "Kind of document")
    jenis_transaksi: str | None = cell("teks", "Jenis transaksi", "Kind of transaction")
    tgl_dokumen: Tanggal | None = cell("tanggal", "Tanggal dokumen", "Document date")
    nilai_realisasi: Rupiah | None = cell("rupiah", "Nilai realisasi", "Amount")
    nilai_setoran: Rupiah | None = cell("rupiah", "Nilai setoran (pengembalian)", "Amount paid back")
    nomor_sp2d: str | None = cell("teks", "Nomor SP2D", "SP2D number")
    tgl_sp2d: Tanggal | None = cell("tanggal", "Tanggal SP2D", "SP2D date")
    tgl_transfer: Tanggal | None = cell("tanggal", "Tanggal transfer", "Transfer date")
    nilai_sp2d: Rupiah | None = cell("rupiah", "Nilai SP2D", "SP2D amount")


class Fisik(Baris):
    """Physical progress, in percent of the whole, up to a month."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Kemajuan fisik sampai dengan satu bulan",
        "en": "Physical progress up to one month",
    }
    tahun: int = cell("tahun", "Tahun anggaran", "Budget year", wajib=True, example=("2026",), ge=2000, le=2100)
    bulan: int = cell("bulan", "Bulan (1–12)", "Month (1–12)", wajib=True, example=("4",), ge=1, le=12)
    kode_opd: Kode = cell("kode", "Kode unit", "Unit code", wajib=True, example=("1.03.0.00.0.00.01.0000",))
    kode_sub_kegiatan: Kode | None = cell(
        "kode",
        "Kode sub kegiatan; kosong berarti seluruh unit",
        "Sub kegiatan code; blank means the whole unit",
    )
    target_fisik: Persen | None = cell(
        "persen",
        "Target fisik (%)",
        "Physical target (%)",
        example=("25",),
        aliases=("target_fisik_%",),
        ge=0,
        le=100,
    )
    real_fisik: Persen | None = cell(
        "persen", "Realisasi fisik (%)", "Physical progress (%)", example=("21,5",), aliases=("real_fisik_%",),
        ge=0, le=100,
    )  # fmt: skip
    bobot: Persen | None = cell("persen", "Bobot di dalam unit (%)", "Weight within the unit (%)", ge=0, le=100)


class Paket(Baris):
    """A procurement package."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu paket pengadaan", "en": "One procurement package"}
    kunci: ClassVar[tuple[str, ...]] = ("tahun", "kode_rup")
    tahun: int = cell("tahun", "Tahun anggaran", "Budget year", wajib=True, example=("2026",), ge=2000, le=2100)
    kode_rup: Kode = cell("kode", "Kode RUP", "RUP code", wajib=True, example=("55123456",))
    nama: str = cell("teks", "Nama paket", "Package name", wajib=True, example=("Rehabilitasi ruang kelas",))
    kode_opd: Kode = cell("kode", "Kode unit", "Unit code", wajib=True)
    kode_sub_kegiatan: Kode | None = cell("kode", "Kode sub kegiatan", "Sub kegiatan code")
    metode: str | None = cell("teks", "Metode pemilihan", "Method", example=("Tender",))
    nilai: Rupiah | None = cell("rupiah", "Nilai (rupiah)", "Value (rupiah)", example=("850.000.000",))
    status: str = cell(
        "teks", "Status paket", "Status", wajib=True, example=("tender",),
        choices=("belum tender", "tender", "kontrak", "selesai", "putus", "perpanjangan"),
    )  # fmt: skip
    tgl_kontrak: Tanggal | None = cell("tanggal", "Tanggal kontrak", "Contract date")
    tgl_akhir: Tanggal | None = cell("tanggal", "Tanggal akhir kontrak", "Contract end")
    penyedia: str | None = cell("teks", "Penyedia (boleh kosong)", "Supplier (may be blank)")
