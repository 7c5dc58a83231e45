"""Who below the seats owes an agreement or sits in a team: functional staff first, who have been there longest."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipelines.sample.bahan import dice, table
from pipelines.sample.orang.manusia import Orang
from pipelines.sample.orang.panggung import Tugas
from pipelines.sample.orang.rencana import KINI, Penduduk

LALU = date(2025, 1, 1)


@dataclass
class Kader:
    """The staff of each unit from whom owners and members are taken."""

    penduduk: Penduduk

    def unit(self, kode: str) -> list[Orang]:
        """Up to twelve people of a unit, those first who were there before the plan began."""
        return self._per_unit.get(kode, [])

    @cached_property
    def _per_unit(self) -> dict[str, list[Orang]]:
        calon: dict[str, list[tuple[tuple[bool, bool, float], Orang]]] = defaultdict(list)
        for orang, tugas in self.penduduk.bekerja(KINI):
            if orang.nip and tugas.kursi is None and orang.jenis in ("PNS", "PPPK"):
                acak = dice(self.penduduk.seed, self.penduduk.pemda.nama, "kader", orang.nomor).random()
                calon[tugas.sub.unit].append(((not _fungsional(tugas), not self._lama(orang, tugas), acak), orang))
        return {
            unit: [orang for _, orang in sorted(orang_, key=lambda pair: pair[0])[:12]]
            for unit, orang_ in calon.items()
        }

    def _lama(self, orang: Orang, tugas: Tugas) -> bool:
        dulu = self.penduduk.jabatan(orang, LALU)
        return dulu is not None and dulu.sub.unit == tugas.sub.unit


def _fungsional(tugas: Tugas) -> bool:
    return any(tugas.nama.startswith(jf["nama"]) for jf in table("sotk")["jf"].values())
