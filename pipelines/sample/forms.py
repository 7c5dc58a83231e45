"""Files in the shape of our own templates: master, physical progress, packages, and the years before SIPD exports."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipelines.contracts import CONTRACTS, columns
from pipelines.sample.anggaran import Leaf, Tahun, lama, nama_sub
from pipelines.sample.bahan import dice, name
from pipelines.sample.book import sheet, text_rupiah, workbook, write_csv
from pipelines.sample.orang.sotk import Sotk, seats
from pipelines.sample.pagu import split
from pipelines.sample.pemda import Pemda
from pipelines.sample.rak import BULAN
from pipelines.sample.stories import mandek, melapor, opd, tanpa_rak

TARGET = (3, 8, 15, 22, 30, 40, 48, 56, 65, 74, 84, 95)  # the regent's letter, cumulative percent by month
KUNCI = ("kode_opd", "kode_program", "kode_kegiatan", "kode_sub_kegiatan", "kode_rekening", "sumber_dana")
NAMA = ("nama_opd", "nama_program", "nama_kegiatan", "nama_sub_kegiatan", "nama_rekening")


def _tanggal(value: Any) -> str | None:
    return value.isoformat() if value else None


def write_master(path: Path, pemda: Pemda, tahun: int, *, sotk: Sotk | None = None) -> None:
    """01_master.xlsx: every unit with its validity, the target letter of the year, the seats where there are any."""
    units = [
        (
            u.kode, u.nama, u.singkatan, u.jenis, u.induk, u.sipd, sotk and sotk.sub[u.kode][0].id, None, u.asisten,
            u.komisi,
            _tanggal(u.mulai), _tanggal(u.sampai), u.digabung_ke,
        )
        for u in pemda.units
    ]  # fmt: skip
    surat = f"Surat Bupati {pemda.nama} Nomor 900/10/{tahun} (fiktif)"
    target = [(tahun, bulan, None, persen, surat) for bulan, persen in enumerate(TARGET, start=1)]
    with workbook(path) as book:
        sheet(book, "opd", list(columns(CONTRACTS["opd"])), units)
        sheet(book, "target_serapan", list(columns(CONTRACTS["target_serapan"])), target)
        if sotk:
            sheet(book, "jabatan", list(columns(CONTRACTS["jabatan"])), seats(sotk))


def _kunci(leaf: Leaf, tahun: int) -> tuple[str, ...]:
    tulis = lama if tahun < 2025 else str
    sub = tulis(leaf.sub)
    return (leaf.unit.sipd, leaf.sub[:7], leaf.sub[:12], sub, tulis(leaf.rekening))


def write_pagu(path: Path, year: Tahun, *, versi: Sequence[str]) -> None:
    """The ceilings of a year by version, in csv."""

    def rows() -> Iterator[tuple[Any, ...]]:
        for nama_versi in versi:
            berlaku = f"{year.tahun}-01-01" if nama_versi == "murni" else year.perubahan.isoformat()
            for i, leaf in enumerate(year.leaves):
                pagu = year.murni[i] if nama_versi == "murni" else year.pagu[i][11]
                nama = (leaf.unit.nama, *nama_sub(leaf), name(leaf.rekening))
                for dana, rupiah in split(leaf, pagu):
                    yield (year.tahun, nama_versi, berlaku, *_kunci(leaf, year.tahun), dana, *nama, rupiah)

    write_csv(path, ("tahun", "versi", "tgl_berlaku", *KUNCI, *NAMA, "pagu"), rows())


def write_rak(path: Path, year: Tahun) -> None:
    """The cash plan of a year, twelve months wide, in csv."""
    header = ("tahun", *KUNCI[:-1], *(f"bulan_{n}" for n in range(1, 13)))
    rows = ((year.tahun, *_kunci(leaf, year.tahun), *year.rak[i]) for i, leaf in enumerate(year.leaves))
    write_csv(path, header, rows)


def write_realisasi(path: Path, year: Tahun) -> None:
    """What was spent in each month of a closed year, in csv; months without spending are left out."""
    header = ("tahun", "bulan", "basis", "tahap", *KUNCI[:-1], "realisasi")
    rows = (
        (year.tahun, bulan + 1, "bulanan", "SP2D", *_kunci(leaf, year.tahun), year.bulanan(i, bulan))
        for bulan in range(12)
        for i, leaf in enumerate(year.leaves)
        if year.bulanan(i, bulan)
    )
    write_csv(path, header, rows)


def _ketik(rupiah: int, n: int) -> str:
    """An amount as a tired hand types it."""
    angka = text_rupiah(rupiah)
    return (f"Rp {angka}", angka, f"Rp{angka.removesuffix(',00')}", f" {angka} ")[n % 4]


def write_typed(path: Path, year: Tahun, kode: str, sampai: int) -> None:
    """One unit's cumulative spending in the template, every number and date typed as text."""
    header = ("tahun", "bulan", "basis", "tahap", "tgl_posisi", *KUNCI[:-1], "realisasi")
    rows = []
    for bulan in range(sampai):
        hari = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[bulan]
        posisi = f"{hari} {BULAN[bulan]} {year.tahun}"
        for i, leaf in enumerate(year.leaves):
            if leaf.unit.kode == kode and year.kumulatif[i][bulan]:
                depan = (str(year.tahun), BULAN[bulan], "kumulatif", "SP2D", posisi)
                rows.append((*depan, *_kunci(leaf, year.tahun), _ketik(year.kumulatif[i][bulan], i)))
    with workbook(path) as book:
        sheet(book, "realisasi", header, rows)


def _share(year: Tahun, mine: Sequence[int], table: list[list[int]], bulan: int, *, jumlah: bool) -> float:
    atas = sum(sum(table[i][: bulan + 1]) if jumlah else table[i][bulan] for i in mine)
    return 100 * atas / sum(year.pagu[i][bulan] for i in mine)


def physical(year: Tahun, mine: Sequence[int], bulan: int, rng: random.Random) -> tuple[float, float]:
    """Physical target and progress of some leaves of one OPD up to a month (0 is January), in percent."""
    kode = year.leaves[mine[0]].unit.opd
    rencana = min(99.0, _share(year, mine, year.rak, bulan, jumlah=True) + 3)
    uang = _share(year, mine, year.kumulatif, bulan, jumlah=False)
    if kode == opd("fisik_mendahului"):
        maju = min(99.0, rencana * 1.12)
    elif kode == opd("tender_gagal"):
        maju = uang
    else:
        maju = min(99.5, uang + rng.uniform(1.5, 6.5))
    return round(rencana, 2), round(maju, 2)


def _works(year: Tahun) -> dict[tuple[str, str | None], list[int]]:
    """The leaves whose physical progress is reported: each OPD as a whole, then each sub kegiatan that builds."""
    groups: dict[tuple[str, str | None], list[int]] = {}
    for i, leaf in enumerate(year.leaves):
        groups.setdefault((leaf.unit.opd, None), []).append(i)
    for i, leaf in enumerate(year.leaves):
        if leaf.rekening.startswith(("5.2.03", "5.2.04")) and year.murni[i] > 1_000_000_000:
            groups.setdefault((leaf.unit.kode, leaf.sub), []).append(i)
    return groups


def _packages(year: Tahun, bulan: int, rng: random.Random) -> Iterator[tuple[Any, ...]]:
    nomor = 61_000_000
    for i, leaf in enumerate(year.leaves):
        pagu = year.pagu[i][bulan]
        if not leaf.rekening.startswith("5.2") or pagu < 400_000_000:
            continue
        nomor += rng.randrange(11, 97)
        bagian = year.kumulatif[i][bulan] / pagu
        nama, metode = name(leaf.sub), "Tender" if pagu > 1_000_000_000 else "E-purchasing"
        if mandek(leaf):
            nama, status = f"{nama} (tender ulang kedua)", "tender"
        else:
            status = "selesai" if bagian > 0.9 else "kontrak" if bagian > 0.1 else "belum tender"
        kontrak = f"{year.tahun}-{rng.randrange(3, 8):02d}-{rng.randrange(1, 28):02d}"
        ada = status in ("selesai", "kontrak")
        akhir = f"{year.tahun}-{rng.randrange(9, 13):02d}-20" if ada else None
        yield (
            year.tahun, str(nomor), nama, leaf.unit.kode, leaf.sub, metode, pagu * 98 // 100, status,
            kontrak if ada else None, akhir, None,
        )  # fmt: skip


def write_progress(path: Path, pemda: Pemda, year: Tahun, sampai: int, seed: int) -> None:
    """02_anggaran.xlsx: physical progress by OPD, building sub kegiatan and month, and the packages of the year."""
    rng = dice(seed, pemda.nama, "fisik")
    fisik = [
        (year.tahun, bulan + 1, kode, sub, *physical(year, mine, bulan, rng), None)
        for (kode, sub), mine in _works(year).items()
        for bulan in range(sampai)
        if melapor(kode, bulan + 1)
    ]
    with workbook(path) as book:
        sheet(book, "fisik", list(columns(CONTRACTS["fisik"])), fisik)
        sheet(book, "paket", list(columns(CONTRACTS["paket"])), list(_packages(year, sampai - 1, rng)))


def has_rak(leaf: Leaf, tahun: int) -> bool:
    """Whether a cash plan of that leaf exists."""
    return not tanpa_rak(leaf.unit.opd, tahun)
