"""The two reports of BKN e-Kinerja, with titles above the header, words in any case and NIP as hands left them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from pipelines.sample.book import long_workbook
from pipelines.sample.orang import kisah
from pipelines.sample.orang.nilai import Nilai, Skp
from pipelines.sample.orang.periode import Periode

SKP = (
    "skp_id", "id", "nip", "nama", "jabatan", "unit", "jenis_pegawai", "skp_status", "skp_model", "skp_unor",
    "skp_unor_atasan", "skp_unor_induk", "skp_jabatan", "skp_jenis_jabatan", "periode_awal", "periode_akhir",
    "is_plt_plh", "created_at",
)  # fmt: skip
PENILAIAN = (
    "skp_penilaian_id", "id_pegawai", "id", "nip", "nama", "tahun_skp", "periode_id", "jenis_pegawai", "golru",
    "skp_id", "skp_jabatan", "skp_unor", "skp_unor_induk", "skp_jenis_jabatan", "is_skp_plt_plh_pjb", "hasil_kerja",
    "perilaku_kerja", "hasil_akhir", "pegawai_atasan_nip", "pegawai_atasan_nama", "pegawai_atasan_jabatan",
    "waktu_dinilai", "created_at",
)  # fmt: skip
ROMAWI = ("", "I", "II", "III", "IV")
Rows = Iterator[list[Any]]


def write_skp(path: Path, nilai: Nilai, periode: Periode) -> None:
    """Laporan SKP of a year or a quarter: one row an SKP, a transfer within a year two."""
    judul = [f"LAPORAN SKP {_masa(periode)}", _instansi(nilai), "", "", "", f"Dicetak {periode.tahun}"]
    _write(path, judul, SKP, (_skp(nilai, replace(s, rusak=None), n) for n, s in enumerate(nilai.skp[periode])))


def write_penilaian(path: Path, nilai: Nilai, periode: Periode) -> None:
    """Laporan Penilaian: the ratings and the predicate of those with an approved SKP, "-" where none was given yet."""
    masa = _masa(periode) if periode.triwulan else f"TAHUNAN {periode.tahun}"
    judul = [f"LAPORAN PENILAIAN SKP {masa}", _instansi(nilai)]
    _write(path, judul, PENILAIAN, _penilaian(nilai, periode))


def _masa(periode: Periode) -> str:
    quarter = f"TRIWULAN {ROMAWI[periode.triwulan]} " if periode.triwulan else ""
    return f"{quarter}TAHUN {periode.tahun}"


def _instansi(nilai: Nilai) -> str:
    return f"Instansi Pemerintah {nilai.penduduk.pemda.judul}"


def _unit(nilai: Nilai, s: Skp) -> tuple[str, str]:
    """The unit and the one above it as e-Kinerja writes them."""
    akar = nilai.penduduk.sotk.sub[s.sub.unit][0]
    lain, pasti = kisah.orang("unit_dieja_lain"), kisah.orang("unit_dipastikan")
    if s.sub.unit == lain["opd"] and s.periode.tahun >= lain["tahun"]:
        induk = str(lain["ejaan"])
    elif s.sub.unit == pasti["opd"]:
        induk = str(pasti["ejaan"])
    else:
        induk = akar.nama.upper() if s.periode.tahun >= 2024 else akar.nama
    return (induk if s.sub is akar else s.sub.nama), induk


def _nip(s: Skp, n: int) -> Any:
    if s.rusak in ("angka", "angka dipastikan"):
        return float(s.nip)
    if s.rusak == "17 digit":
        return s.nip[:-1]
    if s.rusak == "bulan 13":
        return f"{s.nip[:4]}13{s.nip[6:]}"
    if n % 41 == 7:
        return f"'{s.nip}"
    return f"{s.nip[:8]} {s.nip[8:14]} {s.nip[14]} {s.nip[15:]}" if n % 53 == 11 else s.nip


def _skp(nilai: Nilai, s: Skp, n: int) -> list[Any]:
    unor, induk = _unit(nilai, s)
    status = "PERSETUJUAN" if s.disetujui else ("DRAFT", "PENGAJUAN")[n % 2]
    if n % 29 == 3:
        status = status.title()
    # a quarter's plan runs over the whole quarter, whoever acts for a part of it
    mulai, selesai = (s.periode.awal, s.periode.akhir) if s.periode.triwulan else (s.mulai, s.selesai)
    return [
        s.id, f"{n + 1}", _nip(s, n), s.orang.nama.upper() if n % 4 == 0 else s.orang.nama, s.jabatan, unor,
        s.orang.jenis, status, ("kuantitatif", "kualitatif")[n % 2], unor, induk, induk, s.jabatan, "",
        f"{mulai:%d-%m-%Y}", f"{selesai:%d-%m-%Y}", "1" if s.plt else "0", f"{s.mulai.isoformat()} 09:00:00",
    ]  # fmt: skip


def _kata(word: str | None, n: int) -> str:
    """A rating or predicate in one of the spellings that exports have."""
    if word is None:
        return "-"
    if n % 6 == 1:
        return word.title()
    rapat = word.replace("di atas", "diatas").replace("di bawah", "dibawah")
    return rapat.upper() if n % 6 else word.upper()


def _penilaian(nilai: Nilai, periode: Periode) -> Rows:
    kepala = {
        t.sub.unit: t.orang.nip_pada(periode.akhir)
        for t in nilai.penduduk.tugas
        if t.kursi is not None and t.kursi.pimpinan and t.jenis == "definitif" and t.pada(periode.akhir)
    }
    # Of a whole year only approved plans are assessed; a quarter's report lists everybody who has set an SKP.
    ada = [s for s in nilai.skp[periode] if s.disetujui or periode.triwulan]
    for n, s in enumerate(ada):
        baris = _baris(nilai, s, n, kepala.get(s.kunci_opd, ""))
        yield baris
        if s.rusak == "kembar":
            yield list(baris)
        elif s.rusak == "bertentangan":
            lain = list(baris)
            lain[PENILAIAN.index("hasil_akhir")] = "KURANG"
            yield lain


def _baris(nilai: Nilai, s: Skp, n: int, atasan: str) -> list[Any]:
    unor, induk = _unit(nilai, s)
    waktu = f"{(s.periode.akhir + timedelta(days=8 + n % 9)).isoformat()} 08:15:00" if s.dinilai else "-"
    return [
        f"N{s.id[1:]}", s.orang.id_asn, f"{n + 1}", _nip(s, n), s.orang.nama, str(s.periode.tahun), f"{70 + n % 5}",
        s.orang.jenis, "-", s.id, s.jabatan, unor, induk, "", "1" if s.plt else "0", _kata(s.hasil, n),
        _kata(s.perilaku, n + 1), _kata(s.predikat, n + 2), "" if atasan == s.nip else atasan, "", "", waktu, waktu,
    ]  # fmt: skip


def _write(path: Path, judul: Sequence[str], header: Sequence[str], rows: Rows) -> None:
    if path.suffix == ".csv":
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file, delimiter=";", lineterminator="\r\n")
            out.writerows([[satu] for satu in judul])
            out.writerow(header)
            out.writerows(rows)
        return
    atas = [[satu] for satu in judul]
    long_workbook(path, {"Laporan": [*atas, [], list(header), *rows]})
