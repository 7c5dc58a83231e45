"""What newly appointed heads promised for their first hundred days, and how far they said they were, by date."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipelines.sample.bahan import dice, table
from pipelines.sample.kinerja import kisah
from pipelines.sample.orang.panggung import Tugas
from pipelines.sample.orang.rencana import Penduduk

BAGIAN = (0.3, 0.65, 1.0)  # of what is reached in the end, at the first, second and third statement
AKHIR = (100, 100, 100, 90, 80, 70, 60, 45, 30)
PUTUSAN = ((95, "tercapai"), (60, "sebagian"), (0, "tidak tercapai"))


@dataclass(frozen=True)
class Janji:
    """One promise of one official as it stood on one day; no day where nothing was ever said of it."""

    tugas: Tugas
    nomor: int
    jenis: str
    target: str
    ukuran: str
    kemajuan: int | None
    hari: date | None
    putusan: str | None = None

    @property
    def memo(self) -> str | None:
        """What the evaluator wrote."""
        return table("target")["memo"][self.putusan] if self.putusan else None


def promises(penduduk: Penduduk) -> list[Janji]:
    """Every promise of every cohort, statement by statement."""
    found: list[Janji] = []
    for angkatan in table("target")["seratus"]:
        for opd in angkatan["opd"]:
            tugas = _dilantik(penduduk, f"{opd}-KEPALA", angkatan["tmt"])
            if tugas is not None:
                found += _semua(penduduk, tugas, opd, angkatan)
    return found


def _dilantik(penduduk: Penduduk, kursi: str, tmt: date) -> Tugas | None:
    ada = [t for t in penduduk.per_kursi.get(kursi, ()) if t.jenis == "definitif" and t.mulai == tmt]
    return ada[0] if ada else None


def _semua(penduduk: Penduduk, tugas: Tugas, opd: str, angkatan: dict[str, Any]) -> Iterator[Janji]:
    rng = dice(penduduk.seed, penduduk.pemda.nama, "seratus", opd, angkatan["tmt"])
    janji = table("target")["janji"]
    target = janji[opd] if opd in janji else rng.sample(janji["kolam"], rng.randrange(3, 6))
    diam = kisah.cerita("seratus_hari_diam")
    bisu = (opd, angkatan["tmt"]) == (diam["opd"], diam["tmt"])
    semua = [*(("target", *t) for t in target), ("inovasi", rng.choice(janji["inovasi"]), "dipakai sehari-hari")]
    for nomor, (jenis, apa, ukuran) in enumerate(semua, start=1):
        if bisu:
            yield Janji(tugas, nomor, jenis, apa, ukuran, None, None)
            continue
        for kemajuan, hari, putusan in _pernyataan(rng, angkatan):
            yield Janji(tugas, nomor, jenis, apa, ukuran, kemajuan, hari, putusan)


def _pernyataan(rng: random.Random, angkatan: dict[str, Any]) -> Iterator[tuple[int, date, str | None]]:
    """Two or three statements; the last one of a past cohort with its verdict."""
    akhir, lewat = rng.choice(AKHIR), rng.random() < 0.15
    for n, (bagian, hari) in enumerate(zip(BAGIAN, angkatan["kemajuan"], strict=True)):
        if lewat and n == 1:
            continue
        putusan = None
        if angkatan["putusan"] and n == len(BAGIAN) - 1:
            putusan = next(kata for batas, kata in PUTUSAN if akhir >= batas)
        yield round(akhir * bagian), hari, putusan
