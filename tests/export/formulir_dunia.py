"""A small pemda with a Renja: two vectors of the rule book to the rupiah, an indicator for every way of counting."""

from __future__ import annotations

from typing import Any

from tests.models.jabatan import dunia, kursi, nip, tugas
from tests.models.target import capai, iku, pk
from tests.models.world import Row, World, hari, pagu, realisasi

PROGRAM, KEGIATAN = "1.02.02", "1.02.02.2.01"
IMUN, ALAT = f"{KEGIATAN}.0001", f"{KEGIATAN}.0006"

NAMES = {
    "1.02.01": "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
    "1.02.01.2.02": "Administrasi Keuangan Perangkat Daerah",
    "1.02.01.2.02.0001": "Penyediaan Gaji dan Tunjangan ASN",
    PROGRAM: "Program Pemenuhan Upaya Kesehatan Perorangan dan Upaya Kesehatan Masyarakat",
    KEGIATAN: "Penyediaan Fasilitas Pelayanan Kesehatan untuk UKM dan UKP Kewenangan Daerah Kabupaten/Kota",
    IMUN: "Pengelolaan Pelayanan Kesehatan Ibu Hamil",
    ALAT: "Pengadaan Alat Kesehatan/Alat Penunjang Medik Fasilitas Pelayanan Kesehatan",
    "1.01.02": "Program Pengelolaan Pendidikan",
    "1.01.02.2.01": "Pengelolaan Pendidikan Sekolah Dasar",
    "1.01.02.2.01.0003": "Rehabilitasi Sedang/Berat Ruang Kelas",
}


def _leaf(opd: str, sub: str, rekening: str = "5.1.02.01") -> dict[str, Any]:
    program, kegiatan = sub[:7], sub[:12]
    return {
        "kode_opd": opd, "kode_rekening": rekening,
        "kode_program": program, "nama_program": NAMES[program.replace("X.XX", "1.02")],
        "kode_kegiatan": kegiatan, "nama_kegiatan": NAMES[kegiatan.replace("X.XX", "1.02")],
        "kode_sub_kegiatan": sub, "nama_sub_kegiatan": NAMES[sub.replace("X.XX", "1.02")],
    }  # fmt: skip


def _spent(opd: str, sub: str, amounts: dict[int, int]) -> list[Row]:
    return [realisasi(opd, bulan, amount) | _leaf(opd, sub) for bulan, amount in amounts.items()]


def rows() -> dict[str, list[Row]]:
    """The raw rows."""
    opd = "DINKES"
    on: dict[str, Any] = {"kode_program": PROGRAM, "sasaran": "Meningkatnya derajat kesehatan masyarakat"}
    sub = {**on, "kode_kegiatan": KEGIATAN, "kode_sub_kegiatan": IMUN, "tingkat": "IV"}
    sums: dict[str, Any] = {"metode": "jumlah", "entri": "inkremental"}
    return {
        "opd": [
            {
                "kode_opd": "DINKES",
                "nama": "Dinas Kesehatan",
                "singkatan": "Dinkes",
                "kode_sipd": "1.02.0.00.0.00.01.0000",
            },
            {
                "kode_opd": "DISDIK",
                "nama": "Dinas Pendidikan",
                "singkatan": "Disdik",
                "kode_sipd": "1.01.0.00.0.00.01.0000",
            },
            {
                "kode_opd": "BAPPEDA",
                "nama": "Badan Perencanaan Pembangunan Daerah",
                "singkatan": "Bappeda",
                "kode_sipd": "5.01.5.05.0.00.01.0000",
            },
        ],
        "pagu": [
            # cut in August: the second quarter still sees the first ceiling
            *(
                pagu(opd, amount, tgl_berlaku=hari(since), versi=version) | _leaf(opd, IMUN)
                for amount, since, version in (
                    (60_000_000, "2026-01-01", "murni"),
                    (40_000_000, "2026-08-03", "perubahan"),
                )
            ),
            pagu(opd, 2_500_000_000) | _leaf(opd, ALAT),
            pagu(opd, 8_000_000_000) | _leaf(opd, "X.XX.01.2.02.0001", "5.1.01.01"),
            pagu("DISDIK", 4_000_000_000) | _leaf("DISDIK", "1.01.02.2.01.0003"),
        ],
        "realisasi": [
            *_spent(opd, IMUN, {3: 14_820_000, 6: 33_331_800, 9: 40_000_000}),
            *_spent(opd, ALAT, {3: 477_955_283, 6: 1_154_798_652, 9: 1_800_000_000}),
            *_spent(opd, "X.XX.01.2.02.0001", {3: 2_000_000_000, 6: 4_100_000_000, 9: 6_000_000_000}),
            *_spent("DISDIK", "1.01.02.2.01.0003", {2: 55_500_000}),
        ],
        "target_daerah": [
            iku(
                "IKU-01",
                "74,50",
                indikator="Indeks Pembangunan Manusia",
                satuan="indeks",
                realisasi_tahun_lalu="73,90",
                target_rpjmd="76,00",
                tahun_rpjmd=2029,
                pembanding_nasional="75,02",
                pembanding_provinsi="74,10",
                sasaran="Meningkatnya kualitas manusia",
            ),
            iku(
                "IKU-02",
                "6,50",
                indikator="Persentase penduduk miskin",
                arah="turun",
                realisasi_tahun_lalu="7,10",
                target_rpjmd="5,00",
                tahun_rpjmd=2029,
                pembanding_nasional="8,47",
                sasaran="Menurunnya kemiskinan",
            ),
            iku(
                "IKU-03",
                "WTP",
                indikator="Opini BPK",
                satuan="predikat",
                metode="predikat",
                skala="opini",
                realisasi_tahun_lalu="WTP",
                target_rpjmd="WTP",
                tahun_rpjmd=2029,
                sasaran="Tata kelola",
            ),
        ],
        "skala_predikat": [
            {"skala": "opini", "kode": kode, "nilai": n} for n, kode in enumerate(("TMP", "TW", "WDP", "WTP"), 1)
        ],
        "pk_indikator": [
            pk(
                "DINKES-1",
                opd,
                "IKU-01",
                "88",
                indikator="Persentase fasilitas kesehatan sesuai standar",
                target_renstra="95",
                realisasi_renstra="82",
                pagu_renstra=10_650_857_000,
                keuangan_renstra=0,
                **on,
            ),
            pk(
                "DINKES-2",
                opd,
                "IKU-01",
                "12",
                indikator="Prevalensi stunting",
                arah="turun",
                target_renstra="10",
                realisasi_renstra="14",
                pagu_renstra=10_650_857_000,
                keuangan_renstra=0,
                **on,
            ),
            pk(
                "DINKES-3",
                opd,
                "DINKES-1",
                "100",
                indikator="Ibu hamil yang dilayani",
                satuan="orang",
                target_renstra="500",
                realisasi_renstra="120",
                pagu_renstra=93_000_000,
                keuangan_renstra=0,
                **sums,
                **sub,
            ),
            pk(
                "DINKES-4",
                opd,
                "DINKES-1",
                "80-90",
                indikator="Waktu tunggu layanan",
                satuan="menit",
                target_renstra="80-90",
                **{**sub, "kode_sub_kegiatan": None},
            ),
            pk(
                "DINKES-5",
                opd,
                "DINKES-1",
                "90",
                indikator="Persentase administrasi yang tertib",
                metode="rata_rata",
                entri="inkremental",
                kode_program="1.02.01",
                tingkat="III",
                target_renstra="100",
            ),
            pk(
                "DINKES-6",
                opd,
                "DINKES-1",
                "40",
                indikator="Kader yang dilatih",
                satuan="orang",
                tingkat="III",
                target_renstra="200",
                kode_program="1.02.05",
                **sums,
            ),
            pk(
                "DINKES-7",
                opd,
                "DINKES-1",
                "50",
                indikator="Alat kesehatan yang terkalibrasi",
                satuan="unit",
                tingkat="IV",
                target_renstra="250",
                realisasi_renstra="50",
                kode_sub_kegiatan=ALAT,
                metode="jumlah",
            ),
            pk(
                "DISDIK-1",
                "DISDIK",
                "IKU-01",
                "95",
                indikator="Angka partisipasi sekolah",
                target_renstra="98",
                kode_program="1.01.02",
            ),
        ],
        "pk_realisasi": [
            *capai("IKU-01", ["73,95", "74,10"]),
            *capai("IKU-02", [None, "7,00"]),
            *capai("IKU-03", [None, "wtp"]),
            *capai(
                "DINKES-1",
                ["83", "85"],
                pendorong="Puskesmas baru beroperasi",
                penghambat="Dokter gigi kurang",
                tindak_lanjut="Usul formasi tambahan",
            ),
            *capai("DINKES-2", ["13,8", "13"]),
            *capai("DINKES-3", ["25", "30", "20"]),
            *capai("DINKES-4", ["95", "85"]),
            *capai("DINKES-5", ["91,5"]),
            *capai("DINKES-6", ["10", "15"], percobaan=True),
            *capai("DINKES-7", ["10", "22"]),
        ],
    }


def build() -> World:
    """The pemda, built."""
    return World(rows())


def named() -> World:
    """The same with a head who can be named."""
    people = {
        "jabatan": [kursi("DINKES-KEPALA", "DINKES", "Kepala Dinas Kesehatan", "II.b", pimpinan_opd=True)],
        "riwayat_jabatan": [tugas(nip(1), "2024-01-02", kode_jabatan="DINKES-KEPALA")],
        "pegawai": [{"nip": nip(1), "nama": "Contoh Satu", "jenis": "PNS", "kode_opd": "DINKES"}],
    }  # fmt: skip
    return World(dunia(rows(), people))
