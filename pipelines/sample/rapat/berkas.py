"""The workbook of meetings that the region hands in, and what it must lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.contracts.lembar import lembar
from pipelines.contracts.rapat import CATATAN
from pipelines.sample.anggaran import Tahun
from pipelines.sample.book import long_workbook
from pipelines.sample.files import File
from pipelines.sample.kinerja.rencana import Kinerja
from pipelines.sample.rapat import catat, kisah, putusan, tindak
from pipelines.sample.rapat.jadwal import JENIS, Rapat, attendance, meetings
from pipelines.sample.rapat.janji import Janji, promises
from pipelines.sample.rapat.tindak import Tindak, actions
from pipelines.sample.rapat.uang import Uang

FOLDER = "rapat"
REKAM = "2026-11-11T14:00:00+07:00"
POSISI = date(2026, 10, 31)


@dataclass
class Rapatan:
    """Everything that a region's meetings wrote down."""

    tahunan: Sequence[Tahun]
    kinerja: Kinerja
    seed: int
    uang: Uang
    rapat: list[Rapat]
    tindak: list[Tindak]
    janji: list[Janji]


def held(tahunan: Sequence[Tahun], kinerja: Kinerja, seed: int) -> Rapatan:
    """What the meetings of the years that the sample covers left behind."""
    uang = Uang(tahunan)
    rapat = [r for r in meetings() if r.tanggal.year in uang.tahun]
    janji = promises(rapat, uang, kinerja, seed=seed)
    tindakan = actions(rapat, uang, kinerja.penduduk.sotk.kursi, seed=seed)
    return Rapatan(tahunan, kinerja, seed, uang, rapat, tindakan, janji)


def files(semua: Rapatan) -> list[File]:
    """The one workbook, with its answers."""
    return [File(f"{FOLDER}/05_rapat Setda 2025-2026.xlsx", {"recorded_at": REKAM}, writer(sheets(semua)))]


def sheets(semua: Rapatan) -> dict[str, list[dict[str, Any]]]:
    """The rows of every sheet, by column."""
    bagian = semua.uang.bagian(POSISI.year)
    return {
        "rapat": [_rapat(r) for r in semua.rapat],
        "kehadiran": [row for r in semua.rapat for row in attendance(r, semua.uang, seed=semua.seed)],
        "tindak_lanjut": list(tindak.rows(semua.tindak)),
        "perpanjangan": list(tindak.extensions(semua.tindak)),
        "komitmen": [_janji(j) for j in semua.janji],
        "kendala": list(catat.obstacles(semua.tahunan, semua.rapat)),
        "catatan": list(catat.notes()),
        "temuan": list(catat.findings()),
        "buku_tamu": list(catat.visits(bagian, seed=semua.seed)) if bagian else [],
    }


def only(isi: Mapping[str, Sequence[Mapping[str, Any]]], opd: str) -> dict[str, list[Mapping[str, Any]]]:
    """The rows about one OPD, with the meetings that they name."""
    milik = {nama: [r for r in rows if r.get("kode_opd") == opd] for nama, rows in isi.items()}
    ada = {r["id"] for r in milik["tindak_lanjut"]}
    milik["perpanjangan"] = [r for r in isi["perpanjangan"] if r["tindak_lanjut_id"] in ada]
    disebut = {r["rapat_id"] for rows in milik.values() for r in rows if r.get("rapat_id")}
    milik["rapat"] = [r for r in isi["rapat"] if r["id"] in disebut]
    return milik


def of(semua: Mapping[str, Any], opd: str) -> dict[str, Any]:
    """What the manifest says of one OPD's meetings."""
    return {
        "komitmen": {id: janji for id, janji in semua["komitmen"].items() if janji["opd"] == opd},
        "tindak_lanjut": {bulan: {opd: satu[opd]} for bulan, satu in semua["tindak_lanjut"].items() if opd in satu},
    }


def writer(isi: Mapping[str, Iterable[Mapping[str, Any]]]) -> Callable[[Path], None]:
    """How these rows are written into a workbook."""

    def write(path: Path) -> None:
        pages: dict[str, list[Sequence[Any]]] = {}
        for nama in CATATAN:
            kepala = [column.name for column in lembar(nama).columns if column.name != "versi"]
            rows = list(isi.get(nama, ()))
            if rows:
                pages[nama] = [kepala, *([_sel(row.get(name)) for name in kepala] for row in rows)]
        long_workbook(path, pages)

    return write


def _sel(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _rapat(r: Rapat) -> dict[str, Any]:
    return {
        "id": r.id, "jenis": JENIS[r.macam], "tanggal": r.tanggal, "perihal": r.kata("perihal"),
        "pimpinan": r.kata("pimpinan"), "tempat": "Aula Setda", "agenda": r.kata("agenda"), "lingkup": r.lingkup,
        "profil": "rasio-target", "tahun": r.tahun, "bulan": r.bulan,
    }  # fmt: skip


def _janji(j: Janji) -> dict[str, Any]:
    bulat = j.nilai == j.nilai.to_integral_value()
    return {
        "id": j.id, "rapat_id": j.rapat.id, "kode_opd": j.opd, "kode_unit": j.unit, "ukuran": j.ukuran,
        "kode_indikator": j.kode, "nilai_janji": int(j.nilai) if bulat else float(j.nilai), "tanggal_janji": j.tanggal,
        "keadaan": "dicabut" if j.dicabut else "berlaku", "catatan": j.dicabut,
    }  # fmt: skip


def expected(semua: Rapatan | None) -> dict[str, Any]:
    """Everything the manifest says of meetings."""
    if semua is None:
        return {}
    return {
        "kisah": kisah.semua(),
        "komitmen": {j.id: putusan.said(j, semua.uang, semua.kinerja) for j in semua.janji},
        "tindak_lanjut": {f"{POSISI:%Y-%m}": tindak.counts(semua.tindak, POSISI)},
        "baris": {nama: len(rows) for nama, rows in sheets(semua).items()},
    }
