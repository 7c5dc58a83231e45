"""Teams across units: who leads them, who brings what, and the planner who sits in three of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipelines.sample.bahan import table
from pipelines.sample.kinerja import kisah
from pipelines.sample.kinerja.kader import Kader
from pipelines.sample.orang.manusia import Orang
from pipelines.sample.orang.panggung import Tugas
from pipelines.sample.orang.rencana import KINI, Penduduk


@dataclass(frozen=True)
class Anggota:
    """One member of a team: home unit, role, contribution, first day."""

    orang: Orang
    unit: str
    peran: str
    indikator: str | None
    mulai: date


@dataclass(frozen=True)
class Tim:
    """One team with its members, the leader first."""

    kode: str
    nama: str
    tujuan: str
    indikator: str
    opd: str
    mulai: date
    selesai: date | None
    anggota: tuple[Anggota, ...]


def teams(penduduk: Penduduk, kader: Kader) -> list[Tim]:
    """The teams of a region."""
    return [
        Tim(t["kode"], t["nama"], t["tujuan"], t["kode_indikator"], t["opd"], t["mulai"], t.get("selesai"),
            tuple(_anggota(t, penduduk, kader)))
        for t in table("target")["tim"]
    ]  # fmt: skip


def _anggota(tim: dict[str, Any], penduduk: Penduduk, kader: Kader) -> Iterator[Anggota]:
    ketua = _pemegang(penduduk, tim["ketua"])
    if ketua is not None:
        unit = ketua.sub.unit
        sumbangan = next(
            (kode for kode in (*tim["anggota"], kisah.kode("tiga_tim")) if kode.startswith(f"{unit}-")), None
        )
        yield Anggota(ketua.orang, unit, "ketua", sumbangan, max(ketua.mulai, tim["mulai"]))
    terpakai = {ketua.orang.nomor} if ketua is not None else set()
    for kode in tim["anggota"]:
        unit = kode.rsplit("-", 2)[0]
        staf, kepala = kader.unit(unit), _pemegang(penduduk, f"{unit}-KEPALA")
        semua = [*staf[1:], *staf[:1], *([kepala.orang] if kepala is not None else [])]
        calon = [orang for orang in semua if orang.nomor not in terpakai]
        if calon:
            terpakai.add(calon[0].nomor)
            yield Anggota(calon[0], unit, "anggota", kode, tim["mulai"])
    unit = kisah.opd("tiga_tim")
    if tim["bersama"] and kader.unit(unit):
        yield Anggota(kader.unit(unit)[0], unit, "anggota", kisah.kode("tiga_tim"), tim["mulai"])


def _pemegang(penduduk: Penduduk, kursi: str) -> Tugas | None:
    """Who holds a seat definitively now."""
    ada = [t for t in penduduk.per_kursi.get(kursi, ()) if t.jenis == "definitif" and t.pada(KINI)]
    return ada[-1] if ada else None
