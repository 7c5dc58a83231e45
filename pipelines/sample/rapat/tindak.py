"""What somebody had to do after a meeting, how often it was put off or carried over, and how it ended."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from pipelines.sample.bahan import dice, table
from pipelines.sample.rapat import kisah
from pipelines.sample.rapat.jadwal import Rapat, invited
from pipelines.sample.rapat.uang import Uang

TUTUP = date(2026, 11, 11)  # the day the workbook was handed in
BANYAK = {"TEPRA": 6, "RAKOR": 4, "SETDA": 3, "HARI100": 3, "JPT": 2}
PALING_DITERUSKAN = 2


@dataclass(frozen=True)
class Tunda:
    """A later due date."""

    diminta: date
    tenggat: date
    alasan: str


@dataclass(frozen=True)
class Tindak:
    """One action as it stood when the workbook was handed in."""

    id: str
    rapat: Rapat
    opd: str
    unit: str | None
    uraian: str
    ukuran_selesai: str
    tenggat: date
    status: str = "Belum"
    selesai: date | None = None
    bukti: str | None = None
    catatan: str | None = None
    penanggung: str | None = None
    tunda: tuple[Tunda, ...] = field(default=())
    dari: str | None = None
    generasi: int = 0

    @property
    def batas(self) -> date:
        """The due date in force."""
        return self.tunda[-1].tenggat if self.tunda else self.tenggat


def actions(rapat: Sequence[Rapat], uang: Uang, kursi: Collection[str], *, seed: int) -> list[Tindak]:
    """Every action of every meeting; what is not done when its circle meets again may be carried over."""
    found: list[Tindak] = []
    terbawa: dict[str, list[Tindak]] = {}
    for r in rapat:
        rng = dice(seed, "tindak", r.id)
        lama = terbawa.pop(r.macam, [])
        baru = [_lanjut(r, t, rng) for t in lama] + list(_baru(r, uang, kursi, rng))
        jalan = [_jalan(replace(t, id=f"TL-{r.tanggal.year}-{len(found) + n:03d}"), rng) for n, t in enumerate(baru, 1)]
        found += jalan
        berikut = next((x for x in rapat if x.macam == r.macam and x.tanggal > r.tanggal), None)
        if berikut:
            terbawa[r.macam] = [t for t in jalan if _diteruskan(t, berikut, rng)]
    return found


def _baru(rapat: Rapat, uang: Uang, kursi: Collection[str], rng: random.Random) -> Iterator[Tindak]:
    calon = invited(rapat, uang) or [("BAPPEDA", None), ("BKPSDM", None), ("DPUPR", None)]
    dipilih = rng.sample(calon, min(BANYAK[rapat.macam], len(calon)))
    for uraian, cerita in kisah.tindak().items():
        if rapat.id == cerita["rapat"]:
            tenggat = rapat.tanggal + timedelta(days=30)
            yield Tindak("", rapat, cerita["opd"], None, uraian, "Laporan tertulis diterima", tenggat)
    for opd, unit in dipilih:
        uraian, ukuran = rng.choice(table("rapat")["uraian"][rapat.macam])
        tenggat = rapat.tanggal + timedelta(days=rng.choice((14, 14, 21, 30, 45)))
        wakil = f"{opd}-SEKRETARIS" if rng.random() < 0.3 else ""
        oleh = wakil if unit is None and wakil in kursi else None
        yield Tindak("", rapat, opd, unit, uraian, ukuran, tenggat, penanggung=oleh)


def _lanjut(rapat: Rapat, lama: Tindak, rng: random.Random) -> Tindak:
    """The same duty with a new number and due date."""
    tenggat = rapat.tanggal + timedelta(days=rng.choice((14, 21, 30)))
    return Tindak(
        "", rapat, lama.opd, lama.unit, lama.uraian, lama.ukuran_selesai, tenggat, penanggung=lama.penanggung,
        dari=lama.id, generasi=lama.generasi + 1,
    )  # fmt: skip


def _jalan(awal: Tindak, rng: random.Random) -> Tindak:
    """What became of it until the workbook was handed in."""
    kata = table("rapat")["kata"]
    nasib = float(kisah.tindak().get(awal.uraian, {"nasib": rng.random()})["nasib"])
    tindak = awal
    if 0.35 < nasib < 0.55 and awal.tenggat < TUTUP:
        diminta = awal.tenggat - timedelta(days=rng.randrange(0, 4))
        baru = awal.tenggat + timedelta(days=rng.choice((14, 21, 30)))
        tindak = replace(awal, tunda=(Tunda(diminta, baru, rng.choice(kata["alasan"])),))
    if nasib < 0.04:
        return replace(tindak, status="Batal", selesai=min(awal.tenggat, TUTUP), catatan="Tidak lagi diperlukan")
    if nasib < 0.78:
        lambat = rng.randrange(-12, 1) if nasib < 0.6 else rng.randrange(1, 25)
        selesai = max(awal.rapat.tanggal, tindak.batas + timedelta(days=lambat))
        if selesai <= TUTUP:
            bukti = rng.choice(kata["bukti"]).format(n=rng.randrange(100, 900))
            return replace(tindak, status="Selesai", selesai=selesai, bukti=bukti)
    sisa = (tindak.batas - TUTUP).days
    status = "On-track" if sisa > 7 else "Alert" if sisa >= 0 or rng.random() < 0.5 else "Belum"
    return replace(tindak, status=status, catatan=rng.choice(kata["kemajuan"]))


def _diteruskan(tindak: Tindak, berikut: Rapat, rng: random.Random) -> bool:
    if tindak.status in ("Selesai", "Batal") or tindak.generasi >= PALING_DITERUSKAN:
        return False
    cerita = kisah.tindak().get(tindak.uraian)
    return bool(cerita["teruskan"]) if cerita else tindak.batas <= berikut.tanggal and rng.random() < 0.7


def counts(semua: Sequence[Tindak], hari: date) -> dict[str, dict[str, int]]:
    """By OPD, or bagian: how many actions are open on a day, and how many of them late."""
    penerus = {t.dari: t.rapat.tanggal for t in semua if t.dari}
    found: dict[str, dict[str, int]] = {}
    for t in semua:
        satu = found.setdefault(t.unit or t.opd, {"terbuka": 0, "lewat": 0, "selesai": 0})
        tutup = min((d for d in (t.selesai, penerus.get(t.id)) if d), default=date.max)
        if t.rapat.tanggal <= hari < tutup:
            tenggat = max([t.tenggat, *(x.tenggat for x in t.tunda if x.diminta <= hari)])
            satu["terbuka"] += 1
            satu["lewat"] += tenggat < hari
        elif t.status == "Selesai" and t.selesai and date(hari.year, 1, 1) <= t.selesai <= hari:
            satu["selesai"] += 1
    return found


def rows(semua: Sequence[Tindak]) -> Iterator[dict[str, Any]]:
    """The rows of sheet tindak_lanjut."""
    for t in semua:
        jenis = {"SETDA": "instruksi", "JPT": "keputusan"}.get(t.rapat.macam, "tindak lanjut")
        yield {
            "id": t.id, "rapat_id": t.rapat.id, "jenis": jenis, "kode_opd": t.opd, "kode_unit": t.unit,
            "uraian": t.uraian, "penanggung_jawab": t.penanggung, "tenggat": t.tenggat,
            "ukuran_selesai": t.ukuran_selesai, "status": t.status, "tgl_selesai": t.selesai, "bukti": t.bukti,
            "catatan": t.catatan, "lanjutan_dari": t.dari,
        }  # fmt: skip


def extensions(semua: Sequence[Tindak]) -> Iterator[dict[str, Any]]:
    """The rows of sheet perpanjangan."""
    for t in semua:
        for tunda in t.tunda:
            yield {
                "tindak_lanjut_id": t.id, "tanggal": tunda.diminta, "tenggat_baru": tunda.tenggat,
                "alasan": tunda.alasan, "disetujui": "Sekretaris Daerah",
            }  # fmt: skip
