"""What SKP say of people, and the rating of the unit they work in."""

from __future__ import annotations

from typing import ClassVar

from pipelines.contracts.base import Baris, Kode, Persen, Tanggal, cell
from pipelines.contracts.kepegawaian import Orang, Tempat

JENIS_PERIODE = ("tahunan", "triwulan", "bulanan")
RATING = ("di atas ekspektasi", "sesuai ekspektasi", "di bawah ekspektasi")
PREDIKAT_PEGAWAI = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
PREDIKAT_ORGANISASI = ("Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")


class Skp(Orang, Tempat):
    """One person's SKP of one period: the plan, and the evaluation where there is one."""

    judul: ClassVar[dict[str, str]] = {
        "id": "SKP satu orang pada satu periode: rencana, dan penilaiannya bila ada",
        "en": "One person's SKP of one period: the plan, and its evaluation where there is one",
    }
    # A transfer in the middle of the year leaves two rows; their unit and dates tell them apart. Units of two OPD bear
    # one name ("Sub Bagian Keuangan"), so the unit above is part of which it is.
    kunci: ClassVar[tuple[str, ...]] = (
        "nip", "id_asn", "tahun", "jenis_periode", "periode", "mulai", "selesai", "plt",
        "kode_opd", "unor_id", "unor", "unor_induk", "kode_jabatan", "nama_jabatan",
    )  # fmt: skip
    sebutan: ClassVar[tuple[str, ...]] = ("nama", "id_sumber")
    id_asn: Kode | None = cell(
        "kode", "Id ASN di SIASN, bila berkasnya tidak memuat NIP", "ASN id in SIASN, where the file has no NIP",
        internal=True,
    )  # fmt: skip
    tahun: int = cell("tahun", "Tahun SKP", "Year", wajib=True, example=("2025",), ge=2000, le=2100)
    jenis_periode: str = cell(
        "teks", "tahunan, triwulan atau bulanan", "tahunan, triwulan or bulanan", wajib=True, example=("tahunan",),
        choices=JENIS_PERIODE,
    )  # fmt: skip
    periode: int | None = cell(
        "bulat", "Triwulan ke (1–4) atau bulan ke (1–12); kosong untuk tahunan",
        "Which quarter (1–4) or month (1–12); blank for a year", ge=1, le=12,
    )  # fmt: skip
    mulai: Tanggal | None = cell("tanggal", "Awal periode SKP", "Period from", aliases=("periode_awal",))
    selesai: Tanggal | None = cell("tanggal", "Akhir periode SKP", "Period to", aliases=("periode_akhir",))
    jenis_jabatan: str | None = cell("teks", "Jenis jabatan", "Kind of post", aliases=("skp_jenis_jabatan",))
    jenis_pegawai: str | None = cell("teks", "Jenis pegawai", "Kind of staff")
    plt: bool | None = cell(
        "ya_tidak", "SKP sebagai Plt/Plh (Y/T)", "SKP as acting head (Y/T)",
        aliases=("is_plt_plh", "is_skp_plt_plh_pjb"),
    )  # fmt: skip
    pendekatan: str | None = cell(
        "teks", "kuantitatif atau kualitatif", "kuantitatif or kualitatif", aliases=("skp_model",)
    )
    status: str | None = cell(
        "teks", "Status SKP; PERSETUJUAN berarti disetujui", "State of the SKP; PERSETUJUAN means approved",
        example=("PERSETUJUAN",), aliases=("skp_status",),
    )  # fmt: skip
    hasil_kerja: str | None = cell(
        "teks", "Rating hasil kerja", "Rating of results", example=("sesuai ekspektasi",), choices=RATING
    )
    perilaku: str | None = cell(
        "teks", "Rating perilaku kerja", "Rating of behaviour", example=("sesuai ekspektasi",), choices=RATING,
        aliases=("perilaku_kerja",),
    )  # fmt: skip
    predikat: str | None = cell(
        "teks", "Predikat kinerja", "Predicate", example=("Baik",), choices=PREDIKAT_PEGAWAI, aliases=("hasil_akhir",)
    )
    nilai_lama: Persen | None = cell(
        "persen", "Nilai angka (hanya sampai 2021)", "Numeric score (until 2021 only)", ge=0, le=120
    )
    ide_baru: bool | None = cell(
        "ya_tidak", "Ide atau cara baru (hanya Juli–Desember 2021) (Y/T)", "New idea (July to December 2021 only) (Y/T)"
    )
    penilai_nip: Kode | None = cell(
        "nip", "NIP pejabat penilai", "NIP of the assessor", aliases=("pegawai_atasan_nip",)
    )
    tgl_penilaian: Tanggal | None = cell("tanggal", "Tanggal dinilai", "Assessed on", aliases=("waktu_dinilai",))
    id_sumber: str | None = cell("teks", "Id SKP di sistem asal", "Id of the SKP in its system", aliases=("skp_id",))


class SkpIndikator(Orang):
    """One indicator of one SKP with its target and what was reached."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu indikator pada satu SKP", "en": "One indicator of one SKP"}
    kunci: ClassVar[tuple[str, ...]] = ("nip", "tahun", "jenis_periode", "periode", "kode_indikator", "aspek")
    sebutan: ClassVar[tuple[str, ...]] = ("nama",)
    tahun: int = cell("tahun", "Tahun SKP", "Year", wajib=True, example=("2025",), ge=2000, le=2100)
    jenis_periode: str = cell(
        "teks", "tahunan, triwulan atau bulanan", "tahunan, triwulan or bulanan", wajib=True, example=("tahunan",),
        choices=JENIS_PERIODE,
    )  # fmt: skip
    periode: int | None = cell(
        "bulat", "Triwulan atau bulan ke; kosong untuk tahunan", "Which quarter or month", ge=1, le=12
    )
    kode_indikator: Kode = cell("kode", "Kode indikator pada SKP itu", "Indicator code", wajib=True, example=("1.1",))
    indikator: str = cell(
        "teks", "Indikator kinerja individu", "Indicator", wajib=True, example=("Persentase layanan tepat waktu",)
    )
    aspek: str | None = cell("teks", "Aspek atau perspektif", "Aspect or perspective", example=("Kualitas",))
    satuan: str | None = cell("teks", "Satuan", "Unit", example=("persen",))
    arah: str = cell(
        "teks", "naik = makin besar makin baik; turun = makin kecil makin baik",
        "naik = more is better; turun = less is better", wajib=True, example=("naik",), choices=("naik", "turun"),
    )  # fmt: skip
    target: str | None = cell(
        "teks",
        "Target: angka, atau rentang seperti 80-90",
        "Target: a number or a range such as 80-90",
        example=("90",),
    )
    target_maksimum: bool | None = cell(
        "ya_tidak",
        "Target itu nilai tertinggi yang mungkin (Y/T)",
        "The target is the highest that can be reached (Y/T)",
    )
    realisasi: str | None = cell(
        "teks", "Realisasi; kosong berarti belum dilaporkan", "Reached; blank means not reported", example=("92",)
    )
    kode_indikator_pk: Kode | None = cell(
        "kode", "Indikator perjanjian kinerja atau daerah yang dilayani indikator ini",
        "The indicator of an agreement or of the region that this one serves", example=("DINKES-IV-1",),
    )  # fmt: skip


class PredikatOrganisasi(Baris):
    """The rating a unit was given by the leader above it."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Predikat kinerja satu unit pada satu periode",
        "en": "The predicate of one unit in one period",
    }
    kunci: ClassVar[tuple[str, ...]] = ("tahun", "jenis_periode", "periode", "kode_opd")
    tahun: int = cell("tahun", "Tahun", "Year", wajib=True, example=("2025",), ge=2000, le=2100)
    jenis_periode: str = cell(
        "teks", "tahunan, triwulan atau bulanan", "tahunan, triwulan or bulanan", wajib=True, example=("tahunan",),
        choices=JENIS_PERIODE,
    )  # fmt: skip
    periode: int | None = cell(
        "bulat", "Triwulan atau bulan ke; kosong untuk tahunan", "Which quarter or month", ge=1, le=12
    )
    kode_opd: Kode = cell("kode", "Kode unit", "Unit code", wajib=True, example=("DINKES",))
    predikat: str = cell(
        "teks", "Predikat kinerja organisasi", "Predicate of the organisation", wajib=True, example=("Baik",),
        choices=PREDIKAT_ORGANISASI,
    )  # fmt: skip
    dasar: str | None = cell("teks", "Nomor penetapan", "Decree")
