"""Targets: what the region promised, what each post agreed to, what was reached, and who works on it together."""

from __future__ import annotations

from typing import ClassVar

from pipelines.contracts.base import Baris, Kode, Persen, Rupiah, Tanggal, cell
from pipelines.contracts.kepegawaian import Orang

ARAH = ("naik", "turun", "tetap")
METODE = ("jumlah", "terakhir", "rata_rata", "predikat")
ENTRI = ("inkremental", "kumulatif")
RUMUS_TURUN = ("selisih", "banding")
JENIS_INDIKATOR = ("IKU", "IKD", "IKK", "lainnya")
TINGKAT_PK = ("II", "III", "IV", "JF")
JENIS_SERATUS = ("target", "inovasi")
PUTUSAN = ("tercapai", "sebagian", "tidak tercapai")


class Indikator(Baris):
    """What an indicator says of itself in one year; nothing of it is guessed from its name."""

    kode_indikator: Kode = cell("kode", "Kode indikator", "Indicator code", wajib=True, example=("IKU-01",))
    tahun: int = cell("tahun", "Tahun target", "Year of the target", wajib=True, example=("2026",), ge=2000, le=2100)
    indikator: str = cell("teks", "Indikator", "Indicator", wajib=True, example=("Indeks Pembangunan Manusia",))
    satuan: str = cell("teks", "Satuan", "Unit", wajib=True, example=("indeks",))
    arah: str = cell(
        "teks", "naik = makin besar makin baik; turun = makin kecil makin baik; tetap = dijaga pada target",
        "naik = more is better; turun = less is better; tetap = kept at the target", wajib=True, example=("naik",),
        choices=ARAH,
    )  # fmt: skip
    metode: str = cell(
        "teks", "Bagaimana triwulan menjadi setahun: dijumlah, yang terakhir, rata-rata, atau predikat terakhir",
        "How quarters make a year: added, the last one, the mean, or the last predicate", wajib=True,
        example=("terakhir",), choices=METODE,
    )  # fmt: skip
    entri: str = cell(
        "teks", "inkremental = angka triwulan itu saja; kumulatif = angka sejak Januari",
        "inkremental = of that quarter alone; kumulatif = since January", wajib=True, example=("kumulatif",),
        choices=ENTRI,
    )  # fmt: skip
    rumus_turun: str | None = cell(
        "teks", "Untuk arah turun: selisih = (2T−R)/T, banding = T/R; kosong = setelan pemda",
        "Where less is better: selisih = (2T-R)/T, banding = T/R; blank = the pemda's setting", choices=RUMUS_TURUN,
    )  # fmt: skip
    skala: Kode | None = cell(
        "kode", "Nama skala di lembar skala_predikat, bila targetnya predikat",
        "Scale of the sheet skala_predikat, where the target is a predicate", example=("opini_bpk",),
    )  # fmt: skip
    target_tahun: str | None = cell(
        "teks", "Target akhir tahun: angka, rentang 80-90, atau predikat", "Target of the year", example=("74,50",)
    )
    target_tw1: str | None = cell("teks", "Target sampai triwulan I", "Target by Q1")
    target_tw2: str | None = cell("teks", "Target sampai triwulan II", "Target by Q2")
    target_tw3: str | None = cell("teks", "Target sampai triwulan III", "Target by Q3")
    target_tw4: str | None = cell("teks", "Target sampai triwulan IV", "Target by Q4")
    realisasi_tahun_lalu: str | None = cell("teks", "Realisasi tahun lalu", "Last year", example=("73,90",))


class TargetDaerah(Indikator):
    """A target of the region in one year."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu indikator kinerja daerah pada satu tahun",
        "en": "One regional indicator in one year",
    }
    kunci: ClassVar[tuple[str, ...]] = ("kode_indikator", "tahun")
    visi: str | None = cell("teks", "Visi", "Vision")
    misi: str = cell("teks", "Misi", "Mission", wajib=True, example=("Misi 1: Sumber daya manusia unggul",))
    tujuan: str | None = cell("teks", "Tujuan", "Goal")
    sasaran: str | None = cell("teks", "Sasaran", "Objective")
    jenis: str | None = cell("teks", "Jenis indikator", "Kind of indicator", example=("IKU",), choices=JENIS_INDIKATOR)
    target_rpjmd: str | None = cell("teks", "Target akhir RPJMD", "End-of-RPJMD target", example=("76,00",))
    tahun_rpjmd: int | None = cell("tahun", "Tahun akhir RPJMD", "Last year of the RPJMD", example=("2029",))
    pembanding_nasional: str | None = cell("teks", "Angka nasional", "National figure")
    pembanding_provinsi: str | None = cell("teks", "Angka provinsi", "Provincial figure")
    opd_pengampu: str | None = cell(
        "teks", "OPD pengampu, dipisah koma", "Responsible units, comma separated", example=("DINKES,DISDIK",)
    )
    ketua_tim: Kode | None = cell("kode", "Kode jabatan ketua tim", "Team leader's post", example=("DINKES-KEPALA",))
    sumber: str | None = cell("teks", "Sumber angka realisasi", "Source of the realisation", example=("BPS",))
    kode_makro: Kode | None = cell(
        "kode", "Kode indikator yang sama di lembar indikator_wilayah, untuk pembanding",
        "Code of the same indicator on the sheet indikator_wilayah, to compare with",
    )  # fmt: skip


class PkIndikator(Indikator):
    """An indicator of the perjanjian kinerja of one post in one year."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu indikator perjanjian kinerja satu jabatan",
        "en": "One indicator of the performance agreement of one post",
    }
    kunci: ClassVar[tuple[str, ...]] = ("kode_indikator", "tahun", "berlaku_mulai")
    tingkat: str = cell("teks", "Tingkat jabatan", "Level of the post", wajib=True, example=("II",), choices=TINGKAT_PK)
    kode_opd: Kode = cell("kode", "Kode unit", "Unit code", wajib=True, example=("DINKES",))
    kode_jabatan: Kode | None = cell("kode", "Kode jabatan pemilik", "The post's code", example=("DINKES-KEPALA",))
    nip: Kode | None = cell("nip", "NIP pemilik, untuk JF dan pelaksana", "NIP of the owner, for JF")
    kode_indikator_induk: Kode | None = cell(
        "kode", "Indikator di atasnya: PK atasan, atau indikator daerah", "The indicator above", example=("IKU-01",)
    )
    sasaran: str | None = cell("teks", "Sasaran", "Objective")
    bobot: Persen | None = cell("persen", "Bobot dalam induknya, persen", "Weight within its parent", example=("50",))
    kode_program: Kode | None = cell("kode", "Kode program", "Program code", example=("1.02.02",))
    kode_kegiatan: Kode | None = cell("kode", "Kode kegiatan", "Kegiatan code")
    kode_sub_kegiatan: Kode | None = cell("kode", "Kode sub kegiatan", "Sub kegiatan code")
    target_renstra: str | None = cell("teks", "Target akhir Renstra", "End-of-Renstra target")
    realisasi_renstra: str | None = cell(
        "teks", "Realisasi Renstra sampai tahun lalu", "Realisation of the Renstra up to last year"
    )
    pagu_renstra: Rupiah | None = cell("rupiah", "Anggaran sampai akhir Renstra", "Budget to the end of the Renstra")
    keuangan_renstra: Rupiah | None = cell(
        "rupiah", "Realisasi anggaran Renstra sampai tahun lalu", "Spending of the Renstra up to last year"
    )
    berlaku_mulai: Tanggal | None = cell("tanggal", "Berlaku sejak", "Valid from")
    berlaku_sampai: Tanggal | None = cell("tanggal", "Berlaku sampai", "Valid until")


class PkRealisasi(Baris):
    """What was reached of an indicator, regional or of a post, in one quarter."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Realisasi satu indikator pada satu triwulan",
        "en": "The realisation of one indicator in one quarter",
    }
    kunci: ClassVar[tuple[str, ...]] = ("kode_indikator", "tahun", "triwulan")
    kode_indikator: Kode = cell("kode", "Kode indikator", "Indicator code", wajib=True, example=("IKU-01",))
    tahun: int = cell("tahun", "Tahun", "Year", wajib=True, example=("2026",), ge=2000, le=2100)
    triwulan: int = cell("bulat", "Triwulan ke", "Quarter", wajib=True, example=("1",), ge=1, le=4)
    realisasi: str | None = cell(
        "teks", "Angka atau predikat; kosong berarti belum dilaporkan", "Number or predicate; blank: not reported",
        example=("74,10",),
    )  # fmt: skip
    pendorong: str | None = cell("teks", "Faktor pendorong", "What helped")
    penghambat: str | None = cell("teks", "Faktor penghambat", "What hindered")
    tindak_lanjut: str | None = cell("teks", "Tindak lanjut triwulan berikutnya", "To do in the next quarter")
    bukti: str | None = cell("teks", "Bukti", "Evidence", example=("Rilis BPS",))
    diverifikasi: bool | None = cell("ya_tidak", "Sudah diverifikasi (Y/T)", "Verified (Y/T)", example=("Y",))
    percobaan: bool | None = cell(
        "ya_tidak", "Isian percobaan, bukan capaian (Y/T)", "A trial entry, no achievement (Y/T)"
    )
    tgl_isi: Tanggal | None = cell("tanggal", "Tanggal pengisian", "Date of entry")


class SkalaPredikat(Baris):
    """The number behind a predicate such as WTP."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu predikat pada satu skala",
        "en": "One predicate of a scale",
    }
    kunci: ClassVar[tuple[str, ...]] = ("skala", "kode")
    skala: Kode = cell("kode", "Skala", "Scale", wajib=True, example=("opini_bpk",))
    kode: Kode = cell("kode", "Predikat", "Predicate", wajib=True, example=("WTP",))
    nilai: Persen = cell("persen", "Nilai", "Value", wajib=True, example=("4",))


class Tim(Baris):
    """A team across units that serves one target."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu tim kerja lintas unit", "en": "One team across units"}
    kunci: ClassVar[tuple[str, ...]] = ("kode_tim",)
    kode_tim: Kode = cell("kode", "Kode tim", "Team code", wajib=True, example=("TIM-STUNTING",))
    nama: str = cell("teks", "Nama tim", "Name", wajib=True, example=("Tim Percepatan Penurunan Stunting",))
    tujuan: str = cell("teks", "Tujuan tim", "Purpose", wajib=True, example=("Prevalensi stunting turun",))
    kode_indikator: Kode | None = cell(
        "kode", "Indikator daerah yang dilayani", "The regional indicator served", example=("IKU-02",)
    )
    kode_opd: Kode = cell("kode", "Unit pemilik tim", "Owning unit", wajib=True, example=("DINKES",))
    ketua_nip: Kode | None = cell("nip", "NIP ketua tim", "NIP of the leader", example=("198001012006041901",))
    no_sk: str | None = cell("teks", "Nomor SK penugasan", "Decree")
    mulai: Tanggal = cell("tanggal", "Mulai bertugas", "From", wajib=True, example=("2026-01-05",))
    selesai: Tanggal | None = cell("tanggal", "Hari terakhir bertugas", "Last day")


class TimAnggota(Orang):
    """One member of a team and what that member's unit contributes."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu anggota satu tim", "en": "One member of one team"}
    kunci: ClassVar[tuple[str, ...]] = ("kode_tim", "nip", "mulai")
    sebutan: ClassVar[tuple[str, ...]] = ("nama",)
    kode_tim: Kode = cell("kode", "Kode tim", "Team code", wajib=True, example=("TIM-STUNTING",))
    kode_opd: Kode = cell("kode", "Unit asal anggota", "Home unit", wajib=True, example=("DISDIK",))
    peran: str = cell("teks", "Peran", "Role", wajib=True, example=("anggota",), choices=("ketua", "anggota"))
    kode_indikator: Kode | None = cell(
        "kode", "Indikator PK yang menjadi sumbangannya", "The indicator contributed", example=("DISDIK-II-1",)
    )
    mulai: Tanggal = cell("tanggal", "Mulai bertugas", "From", wajib=True, example=("2026-01-05",))
    selesai: Tanggal | None = cell("tanggal", "Hari terakhir bertugas", "Last day")


class SeratusHari(Orang):
    """Where one target or innovation stood on a day that a newly appointed official owes within a hundred days."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu target 100 hari satu pejabat pada satu tanggal kemajuan",
        "en": "One 100-day target of one official on one date of progress",
    }
    kunci: ClassVar[tuple[str, ...]] = ("nip", "tmt", "nomor", "tgl_kemajuan")
    sebutan: ClassVar[tuple[str, ...]] = ("nama",)
    kode_jabatan: Kode = cell("kode", "Kode jabatan", "Post code", wajib=True, example=("DINKES-KEPALA",))
    tmt: Tanggal = cell("tanggal", "TMT jabatan", "Start of the post", wajib=True, example=("2026-08-03",))
    nomor: int = cell("bulat", "Nomor target", "Number", wajib=True, example=("1",), ge=1, le=20)
    jenis: str = cell("teks", "Target atau inovasi", "Target or innovation", wajib=True, example=("target",),
                      choices=JENIS_SERATUS)  # fmt: skip
    target: str = cell("teks", "Yang dijanjikan", "What is promised", wajib=True,
                       example=("Antrean rawat jalan di bawah 60 menit",))  # fmt: skip
    ukuran: str | None = cell("teks", "Ukuran keberhasilan", "Measure of success", example=("menit",))
    bukti: str | None = cell("teks", "Bukti", "Evidence")
    kemajuan: Persen | None = cell("persen", "Kemajuan, persen; kosong berarti belum dilaporkan", "Progress",
                                   example=("60",))  # fmt: skip
    tgl_kemajuan: Tanggal | None = cell("tanggal", "Tanggal kemajuan itu", "As of", example=("2026-10-01",))
    putusan: str | None = cell("teks", "Putusan penilai", "Verdict of the evaluator", choices=PUTUSAN)
    catatan: str | None = cell("teks", "Catatan penilai", "Memo of the evaluator")


class IndikatorWilayah(Baris):
    """A macro indicator of one area in one period, with the targets that others set for it."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu indikator makro satu wilayah pada satu periode",
        "en": "One macro indicator of one area in one period",
    }
    kunci: ClassVar[tuple[str, ...]] = ("kode_wilayah", "tahun", "periode", "kode_makro", "versi")
    kode_wilayah: Kode = cell("kode", "Kode BPS atau Kemendagri wilayah itu, juga kecamatan; 1000 = nasional",
                              "BPS or Kemendagri code of the area, kecamatan too; 1000 = the nation", wajib=True,
                              example=("9971",))  # fmt: skip
    nama_wilayah: str | None = cell("teks", "Nama wilayah", "Name of the area")
    tahun: int = cell("tahun", "Tahun", "Year", wajib=True, example=("2025",), ge=1990, le=2100)
    periode: str | None = cell("teks", "00 = setahun; 03, 08, 09 = bulan survei",
                               "00 = the year; 03, 08, 09 = the month", example=("00",))  # fmt: skip
    kode_makro: Kode = cell("kode", "Kode indikator", "Indicator code", wajib=True, example=("ipm",))
    indikator: str = cell("teks", "Indikator", "Indicator", wajib=True, example=("Indeks Pembangunan Manusia",))
    satuan: str | None = cell("teks", "Satuan", "Unit", example=("indeks",))
    nilai: Persen | None = cell("persen", "Angkanya; kosong berarti tidak ada", "Its number; blank: none",
                                 example=("71,2",))  # fmt: skip
    nasional: Persen | None = cell("persen", "Angka nasional", "National figure")
    target_rkp: Persen | None = cell("persen", "Target RKP", "Target of the RKP")
    target_rpjmn: Persen | None = cell("persen", "Target makro RPJMN", "Macro target of the RPJMN")
    target_rkpd: Persen | None = cell("persen", "Target RKPD", "Target of the RKPD")
    target_kewilayahan: Persen | None = cell("persen", "Target kewilayahan RKP", "Regional target of the RKP")
    versi: Tanggal | None = cell("tanggal", "Tanggal rilis", "Date of release")
    sumber: str | None = cell("teks", "Sumber", "Source", example=("BPS",))
