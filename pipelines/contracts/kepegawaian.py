"""People and posts: who works here, who held which post from when, and what stands for what."""

from __future__ import annotations

from typing import ClassVar

from pipelines.contracts.base import Baris, Kode, Persen, Tanggal, cell

PENUGASAN = ("definitif", "Plt", "Plh", "Pj")
CARA = (
    "seleksi terbuka", "rotasi", "promosi", "demosi", "pengukuhan", "penyetaraan", "uji kompetensi", "lainnya",
)  # fmt: skip
JENIS_PEGAWAI = ("PNS", "CPNS", "PPPK", "PPPK paruh waktu", "non-ASN", "alih daya")
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


BELUM_ADA = "BELUM-ADA"  # the kode of a writing that a person says is in no master


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
        choices=("unor", "jabatan", "nip", "arah"),
    )
    tertulis: str = cell(
        "teks", "Sebagaimana tertulis di berkas: id atau nama unor, nama jabatan, 15 angka NIP, atau kode indikator",
        "As the file writes it: unor id or name, post, 15 digits of a NIP, or an indicator's code",
        wajib=True, example=("Dinas Kesehatan Kab. Contoh",),
    )  # fmt: skip
    konteks: str | None = cell(
        "teks", "Untuk jabatan: kode OPD; untuk NIP: nama", "For a post: unit code; for a NIP: the name"
    )
    kode: Kode = cell(
        "kode",
        "Artinya: kode OPD, kode jabatan, NIP lengkap, atau arah indikator (naik, turun, tetap); BELUM-ADA bila tidak "
        "ada di master",
        "Means: unit code, post code, whole NIP or an indicator's direction (naik, turun, tetap); BELUM-ADA where the "
        "master does not have it",
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
