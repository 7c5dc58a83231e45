"""Exports about people, written for a test: fictional people, the headers and the dirt of the real ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Rows = list[list[Any]]

ARUNA, BESTARI, CANDRA, DAMAR = "198001012006041901", "198505152010012902", "199203172024212903", "197703032003121904"
OPD = "DINAS KESEHATAN KABUPATEN CONTOH"

SKP_HEAD = [
    "skp_id", "id", "nip", "nama", "jabatan", "unit", "jenis_pegawai", "skp_status", "skp_model", "skp_unor",
    "skp_unor_atasan", "skp_unor_induk", "skp_jabatan", "skp_jenis_jabatan", "periode_awal", "periode_akhir",
    "is_plt_plh", "created_at",
]  # fmt: skip
PENILAIAN_HEAD = [
    "skp_penilaian_id", "id_pegawai", "id", "nip", "nama", "tahun_skp", "periode_id", "jenis_pegawai", "golru",
    "skp_id", "skp_jabatan", "skp_unor", "skp_unor_induk", "skp_jenis_jabatan", "is_skp_plt_plh_pjb", "hasil_kerja",
    "perilaku_kerja", "hasil_akhir", "pegawai_atasan_nip", "pegawai_atasan_nama", "pegawai_atasan_jabatan",
    "waktu_dinilai", "created_at",
]  # fmt: skip
RIWAYAT_HEAD = [
    "id", "idPns", "nipBaru", "instansiKerjaNama", "satuanKerjaNama", "unorId", "unorNama", "unorIndukId",
    "unorIndukNama", "eselon", "eselonId", "jabatanFungsionalNama", "jabatanFungsionalUmumNama", "namaJabatan",
    "namaUnor", "tmtJabatan", "tmtJabatan_", "tmtPelantikan", "tmtPelantikan_", "tmtMutasi", "tmtMutasi_", "nomorSk",
    "tanggalSk", "tanggalSk_", "jenisPenugasanId", "jenisMutasiId", "subJabatanId",
]  # fmt: skip
PEGAWAI_HEAD = [
    "pns_id", "nip_baru", "nama", "gelar_depan", "gelar_belakang", "nik", "tempat_lahir_nama", "tanggal_lahir",
    "agama_nama", "jenis_kawin_nama", "nomor_hp", "email", "alamat", "npwp_nomor", "bpjs", "jenis_kelamin",
    "jenis_pegawai_nama", "kedudukan_hukum_nama", "status_cpns_pns", "gol_akhir_nama", "jenis_jabatan_nama",
    "jabatan_nama", "tmt_jabatan", "tingkat_pendidikan_nama", "unor_id", "unor_nama",
]  # fmt: skip
UNOR_HEAD = [
    "Id", "InstansiId", "DiatasanId", "EselonId", "NamaUnor", "NamaJabatan", "CepatKode", "IndukUnorId",
    "PemimpinPnsId", "JenisUnorId",
]  # fmt: skip
SKP22_HEAD = [
    "id", "nipBaru", "tahun", "hasilKinerja", "hasilKinerjaNilai", "perilakuKerja", "PerilakuKerjaNilai",
    "kuadranKinerja", "KuadranKinerjaNilai", "namaPenilai", "nipNrpPenilai", "penilaiJabatanNm", "penilaiUnorNm",
    "pnsDinilaiId", "statusPenilai",
]  # fmt: skip
PERIODIK_HEAD = [
    "id", "tahun", "nip", "hasilKinerja", "hasilKinerjaNilai", "perilakuKerja", "perilakuKerjaNilai", "kuadranNilai",
    "kuadranKinerjaNilai", "koefisenId", "kriteria", "persentase", "periodikId", "periodikNama", "jabatan", "unorNama",
    "instansiNama",
]  # fmt: skip

# What must never be kept of anybody: each stands in the personal columns of PEGAWAI below.
PRIBADI = {
    "nik": "3301019999990001", "tempat_lahir_nama": "Kota Rahasia", "agama_nama": "Agama Rahasia",
    "jenis_kawin_nama": "Kawin Rahasia", "nomor_hp": "081299990001", "email": "rahasia@contoh.invalid",
    "alamat": "Jalan Rahasia 1", "npwp_nomor": "99.999.999.9-999.000", "bpjs": "0009999990001",
}  # fmt: skip


def row(head: Sequence[str], **values: Any) -> list[Any]:
    """One row under a header; columns not named are blank."""
    assert set(values) <= set(head), set(values) - set(head)
    return [values.get(name, "") for name in head]


def skp(nip: Any = ARUNA, **values: Any) -> list[Any]:
    """One row of a Laporan SKP."""
    usual = {
        "skp_id": f"s-{nip}", "nip": nip, "nama": "Contoh Aruna", "skp_status": "PERSETUJUAN",
        "skp_model": "kuantitatif", "skp_unor": OPD, "skp_jabatan": "Analis Kesehatan",
        "periode_awal": "01-01-2025", "periode_akhir": "31-12-2025",
        "is_plt_plh": "0",
    }  # fmt: skip
    return row(SKP_HEAD, **(usual | values))


def penilaian(nip: Any = ARUNA, **values: Any) -> list[Any]:
    """One row of a Laporan Penilaian."""
    usual = {
        "skp_id": f"s-{nip}", "nip": nip, "nama": "Contoh Aruna", "tahun_skp": "2025", "periode_id": "77",
        "skp_unor": OPD, "skp_jabatan": "Analis Kesehatan", "is_skp_plt_plh_pjb": "0",
        "hasil_kerja": "SESUAI EKSPEKTASI",
        "perilaku_kerja": "DIATAS EKSPEKTASI", "hasil_akhir": "BAIK", "pegawai_atasan_nip": DAMAR,
        "waktu_dinilai": "2026-01-10 08:00:00",
    }  # fmt: skip
    return row(PENILAIAN_HEAD, **(usual | values))


def riwayat(nip: Any = ARUNA, **values: Any) -> list[Any]:
    """One row of rw_jabatan."""
    usual = {
        "id": f"r-{nip}", "idPns": "ID-1", "nipBaru": nip, "unorId": "U1", "unorNama": OPD, "eselonId": "22",
        "namaJabatan": "KEPALA DINAS KESEHATAN", "tmtJabatan": "02-01-2026", "tmtPelantikan": "05-01-2026",
        "nomorSk": "821.2/CONTOH/2026", "tanggalSk": "30-12-2025", "jenisPenugasanId": "D", "jenisMutasiId": "MJ",
        "tmtMutasi": "01-01-0001",
    }  # fmt: skip
    return row(RIWAYAT_HEAD, **(usual | values))


def pegawai(nip: Any = ARUNA, **values: Any) -> list[Any]:
    """One row of a list of staff, with everything personal that such lists carry."""
    usual = {
        "pns_id": "ID-1", "nip_baru": nip, "nama": "Contoh Aruna", "jenis_pegawai_nama": "PNS Daerah",
        "kedudukan_hukum_nama": "Aktif", "gol_akhir_nama": "IV/b", "jabatan_nama": "Kepala Dinas Kesehatan",
        "tmt_jabatan": "02-01-2026", "unor_id": "U1", "unor_nama": OPD, "tanggal_lahir": "01-01-1980", **PRIBADI,
    }  # fmt: skip
    return row(PEGAWAI_HEAD, **(usual | values))


def report(head: Sequence[str], rows: Rows, *titles: str) -> Rows:
    """A report of e-Kinerja: title lines, an empty line, header, rows."""
    return [[title] for title in titles] + ([[]] if titles else []) + [list(head), *rows]
