"""When the region met, about which month, and who was asked to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pipelines.sample.bahan import dice, table
from pipelines.sample.rak import BULAN
from pipelines.sample.rapat.uang import Uang

JENIS = {
    "TEPRA": "TEPRA", "RAKOR": "rakor POK", "SETDA": "evaluasi Setda", "HARI100": "100 hari", "JPT": "evaluasi JPT",
}  # fmt: skip
HADIR = ("hadir",) * 6 + ("diwakili",) * 3 + ("tidak hadir",)


@dataclass(frozen=True)
class Rapat:
    """A meeting; tahun and bulan are the month whose figures were on the table."""

    id: str
    macam: str  # a key of JENIS
    tanggal: date
    tahun: int
    bulan: int

    @property
    def lingkup(self) -> str:
        """Who was looked at."""
        return "SETDA" if self.macam == "SETDA" else "semua"

    def kata(self, apa: str) -> str:
        """Its subject, chair or agenda."""
        return str(table("rapat")[apa][self.macam]).format(bulan=BULAN[self.bulan - 1], tahun=self.tahun)


def meetings() -> list[Rapat]:
    """Every meeting, in order."""
    about = table("rapat")
    found = [_satu("SETDA", tahun, bulan, 6) for tahun, bulan in _bulan(*about["setda"])]
    for said in about["triwulan"]:
        tahun, bulan = map(int, said.split("-"))
        found += [_satu("TEPRA", tahun, bulan, 12), _satu("RAKOR", tahun, bulan, 20)]
    for macam, kunci in (("HARI100", "seratus"), ("JPT", "jpt")):
        for hari in map(date.fromisoformat, about[kunci]):
            found.append(_pada(macam, hari))
    return sorted(found, key=lambda r: (r.tanggal, r.id))


def _bulan(tahun: int, bulan: int, tahun_akhir: int, bulan_akhir: int) -> Iterator[tuple[int, int]]:
    for ke in range(tahun * 12 + bulan - 1, tahun_akhir * 12 + bulan_akhir):
        yield ke // 12, ke % 12 + 1


def _satu(macam: str, tahun: int, bulan: int, hari: int) -> Rapat:
    """The meeting of a month, on a working day."""
    tanggal = date(tahun, bulan, hari)
    return _pada(macam, tanggal + timedelta(days=max(0, 7 - tanggal.weekday()) if tanggal.weekday() > 4 else 0))


def _pada(macam: str, tanggal: date) -> Rapat:
    posisi = tanggal.replace(day=1) - timedelta(days=1)
    return Rapat(f"{macam}-{tanggal:%Y-%m}", macam, tanggal, posisi.year, posisi.month)


def invited(rapat: Rapat, uang: Uang) -> list[tuple[str, str | None]]:
    """Who was asked to come: OPD, or the bagian of the Setda."""
    tahun = rapat.tanggal.year
    if tahun not in uang.tahun:
        return []
    if rapat.macam == "SETDA":
        return [("SETDA", kode) for kode in uang.bagian(tahun)]
    if rapat.macam in ("TEPRA", "RAKOR"):
        return [(kode, None) for kode in uang.opd(tahun)]
    return []


def attendance(rapat: Rapat, uang: Uang, *, seed: int) -> Iterator[dict[str, Any]]:
    """The rows of a meeting's attendance."""
    rng = dice(seed, "hadir", rapat.id)
    for opd, unit in invited(rapat, uang):
        how = rng.choice(HADIR)
        jabatan = {"hadir": "Kepala", "diwakili": "Sekretaris"}.get(how)
        yield {"rapat_id": rapat.id, "kode_opd": opd, "kode_unit": unit, "kehadiran": how, "jabatan": jabatan}
