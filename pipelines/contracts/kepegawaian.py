"""People and posts: who works here, who held which post from when, what their SKP says, and what stands for what."""

from __future__ import annotations

from typing import ClassVar

from pipelines.contracts.base import Baris, Kode, Persen, Tanggal, cell

PENUGASAN = ("definitif", "Plt", "Plh", "Pj")
CARA = (
    "seleksi terbuka", "rotasi", "promosi", "demosi", "pengukuhan", "penyetaraan", "uji kompetensi", "lainnya",
)  # fmt: skip
JENIS_PEGAWAI = ("PNS", "CPNS", "PPPK", "PPPK paruh waktu", "non-ASN", "alih daya")
JENIS_PERIODE = ("tahunan", "triwulan", "bulanan")
RATING = ("di atas ekspektasi", "sesuai ekspektasi", "di bawah ekspektasi")
PREDIKAT_PEGAWAI = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
PREDIKAT_ORGANISASI = ("Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
PENGECUALIAN = (
    "CPNS", "tugas belajar", "cuti di luar tanggungan negara", "cuti besar", "masa persiapan pensiun",
    "diberhentikan sementara", "pegawai baru", "diperbantukan", "lainnya",
)  # fmt: skip
CATATAN = ("diklat", "tidak masuk", "hukuman", "ip kualifikasi", "ip kompetensi", "ip kinerja", "ip disiplin")


class Orang(Baris):
    """Who a row speaks of: a NIP read from a text cell, or the digits that a numeric cell still shows."""

    nip: Kode | None = cell(
        "nip", "NIP 18 angka, sel berformat teks", "NIP of 18 digits, in a text cell",
        example=("198001012006041901",), aliases=("NIP BARU", "nipBaru", "nip_baru"),
    )  # fmt: skip
    nip_angka: Kode | None = cell(
        "kode", "15 angka pertama NIP yang terbaca sebagai bilangan; menunggu dipastikan",
        "The first 15 digits of a NIP that was read as a number; waits for a person to confirm", internal=True,
    )  # fmt: skip
    nama: str | None = cell("teks", "Nama tanpa gelar", "Name without titles", example=("Contoh Aruna",))


class Tempat(Baris):
    """Where a row places somebody, in whatever words its system uses."""

    kode_opd: Kode | None = cell("kode", "Kode unit di master", "Unit code of the master", example=("DINKES",))
    unor_id: str | None = cell("teks", "Id unor di SIASN", "Unor id in SIASN", aliases=("unorId",))
    unor: str | None = cell(
        "teks", "Nama unit organisasi sebagaimana tertulis", "Unit as written",
        aliases=("unorNama", "namaUnor", "Unit"),
    )  # fmt: skip
    unor_induk: str | None = cell(
        "teks", "Nama unit induk sebagaimana tertulis", "Parent unit as written", aliases=("unorIndukNama",),
    )  # fmt: skip
    kode_jabatan: Kode | None = cell(
        "kode", "Kode jabatan di master", "Post code of the master", example=("DINKES-KEPALA",)
    )
    nama_jabatan: str | None = cell(
        "teks", "Nama jabatan sebagaimana tertulis", "Post as written", example=("Kepala Dinas Kesehatan",),
        aliases=("namaJabatan", "Jabatan"),
    )  # fmt: skip


class Pegawai(Orang):
    """One person as a list of staff shows them on a day."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu pegawai pada satu tanggal", "en": "One member of staff on a day"}
    kunci: ClassVar[tuple[str, ...]] = ("nip", "tgl_posisi")
    sebutan: ClassVar[tuple[str, ...]] = ("gelar_depan", "gelar_belakang")
    nip_lama: Kode | None = cell(
        "nip", "NIP sebelumnya, bila NIP berganti", "The NIP before, where it changed",
    )  # fmt: skip
    id_asn: Kode | None = cell("kode", "Id ASN di SIASN (bukan NIK)", "ASN id in SIASN", aliases=("pns_id", "idPns"))
    gelar_depan: str | None = cell("teks", "Gelar depan", "Title before the name")
    gelar_belakang: str | None = cell("teks", "Gelar belakang", "Title after the name", example=("S.E., M.M.",))
    jenis: str = cell(
        "teks", "Jenis pegawai", "Kind of staff", wajib=True, example=("PNS",), choices=JENIS_PEGAWAI,
        aliases=("jenis_pegawai_nama",),
    )  # fmt: skip
    gol_ruang: str | None = cell("teks", "Golongan/ruang", "Grade", example=("IV/b",), aliases=("gol_akhir_nama",))
    pendidikan: str | None = cell(
        "teks", "Tingkat pendidikan", "Education", example=("S-2",), aliases=("tingkat_pendidikan_nama",)
    )
    jenis_jabatan: str | None = cell("teks", "Jenis jabatan", "Kind of post", aliases=("jenis_jabatan_nama",))
    kode_opd: Kode | None = cell("kode", "Kode unit di master", "Unit code of the master", example=("DINKES",))
    unor_id: str | None = cell("teks", "Id unor di SIASN", "Unor id in SIASN")
    unor: str | None = cell("teks", "Unit organisasi sebagaimana tertulis", "Unit as written", aliases=("unor_nama",))
    nama_jabatan: str | None = cell("teks", "Nama jabatan", "Post", aliases=("jabatan_nama",))
    tmt_jabatan: Tanggal | None = cell("tanggal", "TMT jabatan", "In the post since")
    bup_tanggal: Tanggal | None = cell("tanggal", "Tanggal batas usia pensiun", "Date of retirement")
    status_aktif: str | None = cell(
        "teks", "Kedudukan hukum (Aktif, Tugas Belajar, Pensiun, …)", "Legal position", example=("Aktif",),
        aliases=("kedudukan_hukum_nama",),
    )  # fmt: skip
    tgl_posisi: Tanggal | None = cell("tanggal", "Tanggal daftar", "Date of the list", example=("2026-01-31",))


class RiwayatJabatan(Orang, Tempat):
    """One post that one person was given."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu penugasan satu orang pada satu jabatan",
        "en": "One person's assignment to one post",
    }
    kunci: ClassVar[tuple[str, ...]] = (
        "nip", "jenis_penugasan", "tmt_mulai", "kode_opd", "unor_id", "unor", "kode_jabatan", "nama_jabatan",
    )  # fmt: skip
    sebutan: ClassVar[tuple[str, ...]] = ("nama", "unor_induk", "id_sumber")
    eselon: str | None = cell("teks", "Eselon atau jenjang", "Eselon or level", example=("II.b",))
    jenis_penugasan: str = cell(
        "teks", "definitif, Plt, Plh atau Pj", "definitif, Plt, Plh or Pj", wajib=True, example=("definitif",),
        choices=PENUGASAN,
    )  # fmt: skip
    cara: str | None = cell("teks", "Cara pengangkatan", "How appointed", example=("seleksi terbuka",), choices=CARA)
    no_sk: str | None = cell("teks", "Nomor SK", "Decree number", aliases=("nomorSk",))
    tgl_sk: Tanggal | None = cell("tanggal", "Tanggal SK", "Decree date", aliases=("tanggalSk",))
    tmt_mulai: Tanggal = cell(
        "tanggal", "Terhitung mulai tanggal", "In force from", wajib=True, example=("2026-01-02",),
        aliases=("tmtJabatan",),
    )  # fmt: skip
    tmt_pelantikan: Tanggal | None = cell("tanggal", "Tanggal pelantikan", "Inaugurated on", aliases=("tmtPelantikan",))
    tmt_selesai: Tanggal | None = cell(
        "tanggal", "Hari terakhir menjabat; kosong bila masih atau tidak diketahui",
        "Last day in the post; blank when still in it or unknown",
    )  # fmt: skip
    kode_sk_batch: str | None = cell(
        "teks", "Nama pelantikan bersama, bila banyak orang dilantik sekaligus",
        "Name of the joint inauguration, where many were moved at once", example=("2026-01",),
    )  # fmt: skip
    id_sumber: str | None = cell("teks", "Id baris di sistem asal", "Id of the row in its system")


class Skp(Orang, Tempat):
    """One person's SKP of one period: the plan, and the evaluation where there is one."""

    judul: ClassVar[dict[str, str]] = {
        "id": "SKP satu orang pada satu periode: rencana, dan penilaiannya bila ada",
        "en": "One person's SKP of one period: the plan, and its evaluation where there is one",
    }
    # A transfer in the middle of the year leaves two rows; their unit and dates tell them apart.
    kunci: ClassVar[tuple[str, ...]] = (
        "nip", "id_asn", "tahun", "jenis_periode", "periode", "mulai", "selesai", "plt",
        "kode_opd", "unor_id", "unor", "kode_jabatan", "nama_jabatan",
    )  # fmt: skip
    sebutan: ClassVar[tuple[str, ...]] = ("nama", "unor_induk", "id_sumber")
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


class DisiplinDiklat(Orang):
    """One note on one person: hours of training, days absent, a penalty, a component of the IP ASN."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu catatan disiplin atau diklat",
        "en": "One note on discipline or training",
    }
    kunci: ClassVar[tuple[str, ...]] = ("nip", "jenis", "tahun", "tanggal", "uraian")
    sebutan: ClassVar[tuple[str, ...]] = ("nama",)
    jenis: str = cell("teks", "Jenis catatan", "Kind of note", wajib=True, example=("diklat",), choices=CATATAN)
    tahun: int = cell("tahun", "Tahun", "Year", wajib=True, example=("2025",), ge=2000, le=2100)
    tanggal: Tanggal | None = cell("tanggal", "Tanggal", "Date", example=("2025-05-12",))
    uraian: str | None = cell("teks", "Nama diklat atau hukuman", "Training or penalty", example=("Pelatihan contoh",))
    nilai: Persen | None = cell(
        "persen", "Jumlah JP, jumlah hari, atau nilai", "Hours, days or points", example=("24",), ge=0
    )


class Pengecualian(Orang):
    """Somebody who owes no SKP for a while, and why."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu masa seseorang tidak wajib SKP",
        "en": "A time in which a person owes no SKP",
    }
    kunci: ClassVar[tuple[str, ...]] = ("nip", "alasan", "mulai")
    sebutan: ClassVar[tuple[str, ...]] = ("nama",)
    alasan: str = cell("teks", "Alasan", "Reason", wajib=True, example=("tugas belajar",), choices=PENGECUALIAN)
    mulai: Tanggal = cell("tanggal", "Sejak", "From", wajib=True, example=("2025-08-01",))
    selesai: Tanggal | None = cell("tanggal", "Sampai dengan", "Until")
    dasar: str | None = cell("teks", "Nomor SK", "Decree")


class Padanan(Baris):
    """What a person confirmed: that a unit, a post or a damaged NIP in a file is one that we know."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu tulisan di berkas yang dipastikan artinya oleh seseorang",
        "en": "One writing in a file whose meaning a person has confirmed",
    }
    kunci: ClassVar[tuple[str, ...]] = ("jenis", "tertulis", "konteks", "berlaku_mulai")
    jenis: str = cell(
        "teks",
        "Yang dipastikan",
        "What is confirmed",
        wajib=True,
        example=("unor",),
        choices=("unor", "jabatan", "nip"),
    )
    tertulis: str = cell(
        "teks", "Sebagaimana tertulis di berkas: id atau nama unor, nama jabatan, atau 15 angka NIP",
        "As the file writes it: unor id or name, post, or 15 digits of a NIP",
        wajib=True, example=("Dinas Kesehatan Kab. Contoh",),
    )  # fmt: skip
    konteks: str | None = cell(
        "teks", "Untuk jabatan: kode OPD; untuk NIP: nama", "For a post: unit code; for a NIP: the name"
    )
    kode: Kode = cell(
        "kode", "Artinya: kode OPD, kode jabatan, atau NIP lengkap", "Means: unit code, post code or whole NIP",
        wajib=True, example=("DINKES",),
    )  # fmt: skip
    berlaku_mulai: Tanggal | None = cell("tanggal", "Berlaku sejak", "Valid from")
    berlaku_sampai: Tanggal | None = cell("tanggal", "Berlaku sampai", "Valid until")


class Unor(Baris):
    """One unit of SIASN's tree."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu unit organisasi di SIASN", "en": "One unit in SIASN"}
    kunci: ClassVar[tuple[str, ...]] = ("unor_id",)
    unor_id: str = cell("teks", "Id unor", "Unor id", wajib=True, aliases=("Id",))
    atasan_id: str | None = cell("teks", "Id unor di atasnya", "Id of the unit above", aliases=("DiatasanId",))
    induk_id: str | None = cell("teks", "Id unor induk", "Id of the parent", aliases=("IndukUnorId",))
    nama: str = cell("teks", "Nama unor", "Unit", wajib=True, aliases=("NamaUnor",))
    nama_jabatan: str | None = cell("teks", "Jabatan pimpinannya", "Post of its head", aliases=("NamaJabatan",))
    eselon: str | None = cell("teks", "Eselon", "Eselon", aliases=("EselonId",))
    pemimpin_id_asn: str | None = cell("teks", "Id ASN pemimpinnya", "ASN id of its head", aliases=("PemimpinPnsId",))
