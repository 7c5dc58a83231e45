"""Exports of SIASN: posts held, the list of staff, the tree of units; dates twice, headers as systems spell them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.sample.book import long_workbook
from pipelines.sample.orang.manusia import TANPA_NIP, Orang
from pipelines.sample.orang.panggung import Tugas
from pipelines.sample.orang.rencana import Penduduk
from pipelines.sample.orang.sotk import INDUK, Sub, unor_id

RIWAYAT = (
    "id", "idPns", "nipBaru", "instansiKerjaNama", "satuanKerjaNama", "unorId", "unorNama", "unorIndukId",
    "unorIndukNama", "eselon", "eselonId", "jabatanFungsionalNama", "jabatanFungsionalUmumNama", "namaJabatan",
    "namaUnor", "tmtJabatan", "tmtJabatan_", "tmtPelantikan", "tmtPelantikan_", "tmtMutasi", "tmtMutasi_", "nomorSk",
    "tanggalSk", "tanggalSk_", "jenisPenugasanId", "jenisMutasiId", "subJabatanId",
)  # fmt: skip
PEGAWAI = (
    "pns_id", "nip_baru", "nama", "gelar_depan", "gelar_belakang", "jenis_pegawai_nama", "kedudukan_hukum_nama",
    "status_cpns_pns", "gol_akhir_nama", "jenis_jabatan_nama", "jabatan_nama", "tmt_jabatan",
    "tmt_pensiun", "tingkat_pendidikan_nama", "unor_id", "unor_nama", "instansi_kerja_nama", "tanggal_posisi",
)  # fmt: skip
UNOR = (
    "Id", "InstansiId", "DiatasanId", "EselonId", "NamaUnor", "NamaJabatan", "CepatKode", "IndukUnorId",
    "PemimpinPnsId", "JenisUnorId",
)  # fmt: skip
ESELON = {"II.a": "21", "II.b": "22", "III.a": "31", "III.b": "32", "IV.a": "41", "IV.b": "42"}


def _teks(hari: date | None) -> str:
    return f"{hari:%d-%m-%Y}" if hari else ""


def _iso(hari: date | None) -> str:
    return hari.isoformat() if hari else ""


def posts(penduduk: Penduduk, dari: date | None, sampai: date) -> list[Tugas]:
    """What an export of a day shows of people at work then: all posts until it, or those since an earlier one."""
    found = []
    for tugas in penduduk.tugas:
        muncul = tugas.direkam or tugas.mulai
        if muncul > sampai or tugas.orang.bup <= (dari or sampai) or tugas.orang.jenis in TANPA_NIP:
            continue
        if dari is None or muncul > dari:
            found.append(tugas)
    return sorted(found, key=lambda t: (t.mulai, t.orang.nomor, t.nama))


def write_riwayat(
    path: Path, penduduk: Penduduk, tugas: Sequence[Tugas], *, pemisah: str = "|", kepala: str = "camel"
) -> None:
    """`rw_jabatan`: one row an assignment, no end of any; "Plt." stands in the title as often as in its own column."""
    header = [_ular(h) for h in RIWAYAT] if kepala == "ular" else list(RIWAYAT)
    _csv(path, header, (_baris(penduduk, t, n) for n, t in enumerate(tugas)), pemisah=pemisah)


def _ular(header: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in header)


def _baris(penduduk: Penduduk, t: Tugas, n: int) -> list[str]:
    akar = penduduk.sotk.sub[t.sub.unit][0]
    plt = t.jenis == "Plt"
    judul = t.nama.upper() if n % 5 == 0 else t.nama
    struktural = t.kursi is not None
    jf = not struktural and " " in t.nama and t.nama.split()[-1] in ("Pertama", "Muda", "Madya", "Terampil", "Mahir",
                                                                     "Penyelia")  # fmt: skip
    eselon = t.eselon or ""
    return [
        f"RJ{n:06d}{t.orang.nomor:06d}", t.orang.id_asn, t.orang.nip_pada(t.mulai),
        f"Pemerintah {penduduk.pemda.judul}", akar.nama, t.sub.id,
        t.sub.nama.upper() if n % 3 == 0 else t.sub.nama, akar.id, akar.nama, eselon,
        ESELON.get(eselon, "99"), judul if jf else "", "" if struktural or jf else judul,
        (f"Plt. {judul}" if plt and n % 2 else judul) if struktural else "", t.sub.nama, _teks(t.mulai), _iso(t.mulai),
        _teks(t.pelantikan) or "01-01-0001", _iso(t.pelantikan), "01-01-0001", "", t.no_sk or "", _teks(t.tgl_sk),
        _iso(t.tgl_sk), ("" if n % 2 else "PLT") if plt else "D", "MJ", "",
    ]  # fmt: skip


def write_pegawai(path: Path, penduduk: Penduduk, hari: date, status: Mapping[int, str]) -> None:
    """The list of staff on a day, with the legal position of those who are not simply at work."""
    rows = (_pegawai(o, t, hari, status.get(o.nomor, "Aktif")) for o, t in penduduk.bekerja(hari))
    long_workbook(path, {"Sheet1": [list(PEGAWAI), *rows]})


def _pegawai(o: Orang, t: Tugas, hari: date, status: str) -> list[Any]:
    baru = o.nip and len(o.nip) > 1 and o.nip[-1][0] > hari
    jenis = "PPPK" if baru else o.jenis
    tulis = {"PNS": "PNS Daerah Kabupaten/Kota", "CPNS": "PNS Daerah Kabupaten/Kota"}.get(jenis, jenis)
    struktural = "Jabatan Struktural" if t.kursi is not None else "Jabatan Fungsional"
    gol = ("IX" if jenis.startswith("PPPK") else f"III/{'abcd'[o.nomor % 4]}") if o.nip else None
    if t.eselon and t.eselon.startswith("II."):
        gol = "IV/c"
    return [
        o.id_asn if o.nip else None, o.nip_pada(hari) if o.nip else None, o.nama, None, o.gelar,
        tulis, status,
        "C" if jenis == "CPNS" else "P" if o.nip else None, gol, struktural, t.nama, _teks(t.mulai), _teks(o.bup),
        ("S-1/Sarjana", "S-2", "Diploma III/Sarjana Muda")[o.nomor % 3], t.sub.id, t.sub.nama,
        "Pemerintah Kab. Contoh (data fiktif)", _teks(hari),
    ]  # fmt: skip


def write_unor(path: Path, penduduk: Penduduk, hari: date) -> None:
    """`ref_unor`: every unit with the one above it."""
    semua = {sub.id: sub for daftar in penduduk.sotk.sub.values() for sub in daftar}
    semua |= {k.sub.id: k.sub for k in penduduk.sotk.kursi.values()}
    memimpin = {
        t.sub.id: t.orang.id_asn
        for t in penduduk.tugas
        if t.jenis == "definitif" and t.nama == t.sub.jabatan and t.pada(hari)
    }
    akar = ["", "INST", "", "", penduduk.pemda.judul, "Bupati", "", "", "", "1"]
    akar[0] = unor_id(INDUK)
    _csv(path, UNOR, [akar, *(_unor(sub, memimpin.get(sub.id, "")) for sub in semua.values())], pemisah=",")


def _unor(sub: Sub, pemimpin: str) -> list[str]:
    eselon = ESELON.get(sub.eselon or "", "")
    return [sub.id, "INST", sub.atasan or "", eselon, sub.nama, sub.jabatan or "", "", sub.atasan or "", pemimpin, "2"]


def _csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], *, pemisah: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter=pemisah, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def last_days(hari: Sequence[date]) -> Iterator[tuple[date | None, date]]:
    """Each export's day with the one before it."""
    return zip((None, *hari[:-1]), hari, strict=True)
