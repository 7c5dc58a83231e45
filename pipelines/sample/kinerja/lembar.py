"""The rows of the sheets of 03_kinerja.xlsx, as the planning office and the personnel agency keep them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pipelines.capaian import sampai
from pipelines.sample.bahan import dice, table
from pipelines.sample.kinerja.daerah import Daerah
from pipelines.sample.kinerja.pk import Pk
from pipelines.sample.kinerja.rencana import Kinerja
from pipelines.sample.kinerja.seratus import Janji
from pipelines.sample.kinerja.tim import Tim
from pipelines.sample.kinerja.uang import Uang
from pipelines.sample.kinerja.ukuran import Lapor, Setahun, tulis
from pipelines.sample.kinerja.wilayah import macro
from pipelines.sample.orang.manusia import lebih

_UKURAN = ("kode_indikator", "tahun", "indikator", "satuan", "arah", "metode", "entri", "rumus_turun", "skala")
_TARGET = ("target_tahun", "target_tw1", "target_tw2", "target_tw3", "target_tw4", "realisasi_tahun_lalu")
DAERAH = (
    *_UKURAN, *_TARGET, "visi", "misi", "tujuan", "sasaran", "jenis", "target_rpjmd", "tahun_rpjmd",
    "pembanding_nasional", "pembanding_provinsi", "opd_pengampu", "ketua_tim", "sumber", "kode_makro",
)  # fmt: skip
PK = (
    *_UKURAN, *_TARGET, "tingkat", "kode_opd", "kode_jabatan", "nip", "kode_indikator_induk", "sasaran", "bobot",
    "kode_program", "kode_kegiatan", "kode_sub_kegiatan", "target_renstra", "realisasi_renstra", "pagu_renstra",
    "keuangan_renstra", "berlaku_mulai",
)  # fmt: skip
REALISASI = (
    "kode_indikator", "tahun", "triwulan", "realisasi", "pendorong", "penghambat", "tindak_lanjut", "bukti",
    "diverifikasi", "percobaan", "tgl_isi",
)  # fmt: skip
SKALA = ("skala", "kode", "nilai")
TIM = ("kode_tim", "nama", "tujuan", "kode_indikator", "kode_opd", "ketua_nip", "no_sk", "mulai", "selesai")
ANGGOTA = ("nip", "nama", "kode_tim", "kode_opd", "peran", "kode_indikator", "mulai", "selesai")
SERATUS = (
    "nip", "nama", "kode_jabatan", "tmt", "nomor", "jenis", "target", "ukuran", "bukti", "kemajuan", "tgl_kemajuan",
    "putusan", "catatan",
)  # fmt: skip
WILAYAH = (
    "kode_wilayah", "nama_wilayah", "tahun", "periode", "kode_makro", "indikator", "satuan", "nilai", "nasional",
    "target_rpjmn", "target_rkpd", "versi", "sumber",
)  # fmt: skip
ROMAWI = ("", "I", "II", "III", "IV")
Rows = Iterator[tuple[Any, ...]]


def _iso(hari: date | None) -> str | None:
    return hari.isoformat() if hari else None


def _depan(satu: Setahun) -> tuple[Any, ...]:
    u = satu.ukuran
    ukuran = (u.kode, satu.tahun, u.indikator, u.satuan, u.arah, u.metode, u.entri, u.rumus, u.skala)
    return (*ukuran, tulis(satu.target), *(tulis(t) for t in satu.tw), tulis(satu.lalu))


def daerah(semua: Sequence[Daerah], tahun: int) -> Rows:
    """target_daerah of a year; the words of the earlier plan until 2024."""
    rpjmd = table("target")
    baru = tahun >= rpjmd["tahun_awal"]
    visi, akhir = (rpjmd["visi"], rpjmd["tahun_akhir"]) if baru else (rpjmd["visi_lama"], rpjmd["tahun_akhir_lama"])
    for d in semua:
        kini = tahun == max(d.tahun)
        yield (
            *_depan(d.tahun[tahun]), visi, *d.misi, d.jenis, tulis(d.tahun[tahun].akhir), akhir,
            tulis(d.nasional) if kini else None, tulis(d.provinsi) if kini else None, ",".join(d.pengampu), d.ketua,
            d.sumber, d.makro,
        )  # fmt: skip


def pk(kinerja: Kinerja, tahun: int, uang: Uang) -> Rows:
    """pk_indikator of a year, with the money of what it names."""
    for satu in kinerja.pk:
        yield _pk(kinerja, satu, kinerja.setahun[satu.kode, tahun], uang)


def diubah(kinerja: Kinerja, tahun: int, uang: Uang) -> Rows:
    """pk_indikator of what was changed during a year, each with its first day."""
    for satu in kinerja.pk:
        ubah = kinerja.setahun[satu.kode, tahun].ubah
        if ubah is not None:
            yield (*_pk(kinerja, satu, ubah[1], uang)[:-1], _iso(ubah[0]))


def _pk(kinerja: Kinerja, satu: Pk, setahun: Setahun, uang: Uang) -> tuple[Any, ...]:
    return (
        *_depan(setahun), satu.tingkat, satu.unit, satu.kursi, _nip(satu, setahun.tahun), satu.induk,
        kinerja.sasaran.get(satu.kode), satu.bobot, satu.program, satu.kegiatan, satu.sub, tulis(setahun.akhir),
        tulis(setahun.lalu_akhir), *uang.renstra(satu, setahun.tahun), None,
    )  # fmt: skip


def _nip(satu: Pk, tahun: int) -> str | None:
    return satu.orang.nip_pada(date(tahun, 12, 31)) if satu.orang else None


def realisasi(kinerja: Kinerja, tahun: int, triwulan: Sequence[int]) -> Rows:
    """pk_realisasi of some quarters of a year, with what helped and hindered."""
    pemda = kinerja.penduduk.pemda.nama
    for satu in kinerja.semua(tahun):
        for n in triwulan:
            lapor = satu.lapor[n - 1]
            if lapor is not None:
                rng = dice(kinerja.penduduk.seed, pemda, "laporan", satu.ukuran.kode, tahun, n)
                isi = lebih(date(tahun, 3 * n, 1), bulan=1) + timedelta(days=rng.randrange(4, 14))
                sah = rng.random() < (0.55 if (tahun, n) == (2026, 3) else 0.9)
                yield (
                    satu.ukuran.kode, tahun, n, tulis(lapor.nilai), *_kata(satu, n, lapor, rng.randrange(1000)),
                    f"Laporan triwulan {ROMAWI[n]} {tahun}" if lapor.nilai is not None else None,
                    "Y" if sah and lapor.nilai is not None else "T", "Y" if lapor.percobaan else None, _iso(isi),
                )  # fmt: skip


def _kata(satu: Setahun, n: int, lapor: Lapor, acak: int) -> tuple[str | None, str | None, str | None]:
    """What helped where the target so far is met; what hindered and what follows where it is not."""
    kata = table("target")["laporan"]
    u, target = satu.ukuran, satu.versi(n).tw[n - 1] or satu.versi(n).target
    nilai = sampai([satu.angka(q, {}) for q in range(1, n + 1)], metode=u.metode, entri=u.entri)
    if lapor.nilai is None or nilai is None or not isinstance(target, Decimal):
        return None, None, None
    if nilai > target if u.arah == "turun" else nilai < target:
        return None, _pilih(kata["penghambat"], acak), _pilih(kata["tindak_lanjut"], acak)
    return _pilih(kata["pendorong"], acak), None, None


def _pilih(kata: Sequence[str], acak: int) -> str:
    return kata[acak % len(kata)]


def skala() -> Rows:
    """skala_predikat."""
    for nama, kata in table("target")["skala"].items():
        yield from ((nama, kode, nilai) for kode, nilai in kata.items())


def tim(semua: Sequence[Tim]) -> Rows:
    """The sheet tim."""
    for n, t in enumerate(semua, start=1):
        ketua = next((a.orang.nip_pada(t.mulai) for a in t.anggota if a.peran == "ketua"), None)
        sk = f"800/{n:02d}/FIKTIF/{t.mulai.year}"
        yield t.kode, t.nama, t.tujuan, t.indikator, t.opd, ketua, sk, _iso(t.mulai), _iso(t.selesai)


def anggota(semua: Sequence[Tim]) -> Rows:
    """tim_anggota: the leader first."""
    for t in semua:
        for a in t.anggota:
            nip = a.orang.nip_pada(a.mulai)
            yield nip, a.orang.nama, t.kode, a.unit, a.peran, a.indikator, _iso(a.mulai), _iso(t.selesai)


def seratus(semua: Sequence[Janji]) -> Rows:
    """seratus_hari: one row a promise and statement."""
    for j in semua:
        assert j.tugas.kursi is not None
        bukti = f"Dokumentasi {j.hari.isoformat()}" if j.hari and j.kemajuan else None
        yield (
            j.tugas.orang.nip_pada(j.tugas.mulai), j.tugas.orang.nama, j.tugas.kursi.kode, _iso(j.tugas.mulai), j.nomor,
            j.jenis, j.target, j.ukuran, bukti, j.kemajuan, _iso(j.hari), j.putusan, j.memo,
        )  # fmt: skip


def wilayah(kinerja: Kinerja) -> Rows:
    """indikator_wilayah: the nation, the province, its areas and our kecamatan."""
    for a in macro(kinerja.penduduk.pemda, kinerja.penduduk.seed):
        about = a.about
        yield (
            a.kode, a.nama, a.tahun, about["periode"], a.makro, about["nama"], about["satuan"], tulis(a.nilai),
            tulis(a.nasional), tulis(a.rpjmn), tulis(a.rkpd), f"{a.tahun + 1}-02-15", "Angka rekaan",
        )  # fmt: skip


SHEETS: Mapping[str, tuple[str, ...]] = {
    "target_daerah": DAERAH, "pk_indikator": PK, "pk_realisasi": REALISASI, "skala_predikat": SKALA, "tim": TIM,
    "tim_anggota": ANGGOTA, "seratus_hari": SERATUS, "indikator_wilayah": WILAYAH,
}  # fmt: skip
