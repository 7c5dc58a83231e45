"""Which files one region hands in, in the order in which they came, each with what a person must answer beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.sample import dokumen, forms, lra, pagu, rak
from pipelines.sample.anggaran import Leaf, Tahun
from pipelines.sample.pemda import Pemda
from pipelines.sample.stories import di_gabungan, opd, tanpa_ubah_rak

KUMULATIF_SEJAK = 8  # joint reports before August are monthly, from then on cumulative; no file says so
Writer = Callable[[Path], None]
_CORETAN: dict[int, lra.Coretan] = {1: "persen", 3: "lembar"}
FORMULIR = ("DISKOMINFO", "DCKTB")  # units that hand in the single-unit cash plan


@dataclass(frozen=True)
class File:
    """One file to write: its path in the folder, what the person answers, and how it is written."""

    path: str
    answers: dict[str, Any]
    write: Writer


def _at(waktu: str, **answers: Any) -> dict[str, Any]:
    return {**answers, "recorded_at": f"{waktu}T09:00:00+07:00"}


def closed(year: Tahun) -> list[File]:
    """The three csv files of a closed year."""
    y, waktu = year.tahun, f"{year.tahun + 1}-01-20"
    return [
        File(f"{y}/pagu_{y}.csv", _at(waktu), lambda p: forms.write_pagu(p, year, versi=("murni", "perubahan"))),
        File(f"{y}/rak_{y}.csv", _at(waktu), lambda p: forms.write_rak(p, year)),
        File(f"{y}/realisasi_{y}.csv", _at(waktu), lambda p: forms.write_realisasi(p, year)),
    ]


def payment(year: Tahun, bulan: int) -> tuple[int, int]:
    """The leaf and the amount that the joint report of the corrected month lacks."""
    mine = [i for i, leaf in enumerate(year.leaves) if leaf.unit.kode == opd("koreksi")]
    besar = max(mine, key=lambda i: year.bulanan(i, bulan - 1))
    return besar, year.bulanan(besar, bulan - 1) * 4 // 5


def _lra(pemda: Pemda, year: Tahun, bulan: int, basis: str, keep: Callable[[Leaf], bool]) -> Writer:
    def write(path: Path) -> None:
        items = lra.items(year, bulan, basis, keep=keep)
        lra.write(path, pemda.judul, year.tahun, lra.lines(items), teks=lra.typed(bulan))

    return write


def _joint(pemda: Pemda, year: Tahun, bulan: int) -> File:
    basis = "kumulatif" if bulan >= KUMULATIF_SEJAK else "bulanan"

    def write(path: Path) -> None:
        items = lra.items(year, bulan, basis, keep=lambda leaf: di_gabungan(leaf.unit.opd, bulan))
        if bulan == 8:
            i, kurang = payment(year, bulan)
            items = [(a, b, c - kurang) if a is year.leaves[i] else (a, b, c) for a, b, c in items]
        coretan = _CORETAN.get(bulan, "")
        lra.write(path, pemda.judul, year.tahun, lra.lines(items), teks=lra.typed(bulan), coretan=coretan)

    waktu = f"{year.tahun}-{bulan + 1:02d}-10"
    answers = _at(waktu, year=year.tahun, month=bulan, basis=basis)
    return File(f"{year.tahun}/LRA {rak.BULAN[bulan - 1]} {year.tahun}.xlsx", answers, write)


def _off_by_one(pemda: Pemda, year: Tahun, bulan: int) -> File:
    kode = opd("selisih_satu_rupiah")

    def write(path: Path) -> None:
        rows = lra.lines(lra.items(year, bulan, "kumulatif", keep=lambda leaf: leaf.unit.kode == kode))
        rows[-1].angka[1] += 1
        lra.write(path, pemda.judul, year.tahun, rows, teks=lra.typed(bulan))

    answers = _at(f"{year.tahun}-{bulan + 1:02d}-11", year=year.tahun, month=bulan, basis="kumulatif")
    return File(f"{year.tahun}/LRA {kode} {rak.BULAN[bulan - 1]} {year.tahun}.xlsx", answers, write)


def _plans(pemda: Pemda, year: Tahun) -> list[File]:
    """The cash plans: all but the form units in one export, and the two forms."""
    y = year.tahun
    units = {leaf.unit.kode: leaf.unit for leaf in year.leaves}

    def murni(keep: Callable[[Leaf], bool]) -> list[rak.Item]:
        return [(leaf, year.murni[i], year.rak_murni[i]) for i, leaf in enumerate(year.leaves) if keep(leaf)]

    def ekspor(path: Path) -> None:
        items = murni(lambda leaf: leaf.unit.kode not in FORMULIR and forms.has_rak(leaf, y))
        rak.write_export(path, pemda.judul, y, items, versi="APBD MURNI")

    def form(kode: str) -> Writer:
        judul = f"RENCANA ANGGARAN KAS SATUAN KERJA PERANGKAT DAERAH {pemda.judul} APBD TAHUN {y} "

        def write(path: Path) -> None:
            items = murni(lambda leaf: leaf.unit.kode == kode)
            rak.write_form(path, judul + units[kode].nama.upper(), items, coretan=kode == FORMULIR[0])

        return write

    return [
        File(f"{y}/RAK belanja {y}.xlsx", _at(f"{y}-01-12"), ekspor),
        *[File(f"{y}/RAK {kode} {y}.xlsx", _at(f"{y}-01-13", year=y), form(kode)) for kode in FORMULIR],
    ]


def current(pemda: Pemda, year: Tahun, sampai: int, seed: int) -> list[File]:
    """The files of the running year up to a month, in the order in which they came."""
    y = year.tahun
    murni = [(leaf, year.murni[i]) for i, leaf in enumerate(year.leaves)]
    joint = [_joint(pemda, year, bulan) for bulan in range(1, sampai + 1)]

    def revised(path: Path) -> None:
        items = [
            (leaf, year.pagu[i][11], year.rak[i]) for i, leaf in enumerate(year.leaves) if not tanpa_ubah_rak(leaf)
        ]
        rak.write_export(path, pemda.judul, y, items, versi=f"PERUBAHAN APBD (berlaku 28 September {y})")

    def documents(path: Path) -> None:
        rows = list(dokumen.documents(year, FORMULIR[0], sampai))
        dokumen.write(path, pemda.judul, y, rows)

    perbaikan = f"{y}/LRA {opd('koreksi')} Agustus {y} (perbaikan).xlsx"
    koreksi = File(
        perbaikan,
        _at(f"{y}-09-25", year=y, month=8, basis="kumulatif"),
        _lra(pemda, year, 8, "kumulatif", lambda leaf: leaf.unit.kode == opd("koreksi")),
    )
    typed = opd("angka_teks")
    return [
        File(
            f"{y}/rekap5 pagu murni {y}.xlsx", _at(f"{y}-01-05", year=y), lambda p: pagu.write(p, pemda.judul, y, murni)
        ),
        *_plans(pemda, year),
        *joint[:8],
        koreksi,
        File(
            f"{y}/pagu_perubahan_{y}.csv", _at(f"{y}-10-02"), lambda p: forms.write_pagu(p, year, versi=("perubahan",))
        ),
        File(f"{y}/RAK belanja perubahan {y}.xlsx", _at(f"{y}-10-08"), revised),
        *joint[8:],
        _off_by_one(pemda, year, sampai),
        File(f"{y}/realisasi {typed} {y}.xlsx", _at(f"{y}-11-11"), lambda p: forms.write_typed(p, year, typed, sampai)),
        File(
            f"{y}/Laporan Realisasi Per Dokumen {FORMULIR[0]} {rak.BULAN[sampai - 1]} {y}.xlsx",
            _at(f"{y}-11-12"),
            documents,
        ),
        File(
            f"{y}/02_anggaran.xlsx",
            _at(f"{y}-11-12"),
            lambda p: forms.write_progress(p, pemda, year, sampai, seed),
        ),
    ]
