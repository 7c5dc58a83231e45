"""The plan of a region's people: everybody, every post, and who sits where on a day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipelines.sample.bahan import dice
from pipelines.sample.orang.karier import Karier
from pipelines.sample.orang.manusia import TANPA_NIP, Kelahiran, Orang
from pipelines.sample.orang.panggung import Panggung, Tugas
from pipelines.sample.orang.sotk import Sotk, organisation
from pipelines.sample.orang.staf import KINI, Staf
from pipelines.sample.pemda import Pemda

ASN = 9_500  # people of the full sample
SEDIKIT = 600  # fewer could not fill the seats that the stories need
CPNS_BULAN = 12


@dataclass
class Penduduk:
    """The people of one region."""

    pemda: Pemda
    sotk: Sotk
    orang: list[Orang]
    tugas: list[Tugas]
    seed: int

    @cached_property
    def per_orang(self) -> dict[int, list[Tugas]]:
        """Assignments by person, in the order of their first day."""
        found: dict[int, list[Tugas]] = defaultdict(list)
        for tugas in sorted(self.tugas, key=lambda t: (t.mulai, t.jenis)):
            found[tugas.orang.nomor].append(tugas)
        return found

    @cached_property
    def per_kursi(self) -> dict[str, list[Tugas]]:
        """Assignments by seat, in the order of their first day."""
        found: dict[str, list[Tugas]] = defaultdict(list)
        for tugas in sorted(self.tugas, key=lambda t: (t.mulai, t.jenis)):
            if tugas.kursi is not None:
                found[tugas.kursi.kode].append(tugas)
        return found

    def jabatan(self, orang: Orang, hari: date) -> Tugas | None:
        """The definitive post of a person on a day: the later one where decrees overlap."""
        ada = [t for t in self.per_orang[orang.nomor] if t.jenis == "definitif" and t.pada(hari)]
        return ada[-1] if ada else None

    def bekerja(self, hari: date) -> list[tuple[Orang, Tugas]]:
        """Everybody at work on a day, with the post."""
        return [(o, tugas) for o in self.orang if o.bup > hari and (tugas := self.jabatan(o, hari)) is not None]

    def opd(self, unit: str, hari: date) -> str:
        """The OPD that answers for a unit on a day."""
        about = self.sotk.opd[unit]
        if about.sampai is not None and hari >= about.sampai and about.digabung_ke:
            return about.digabung_ke
        return about.opd

    def cpns(self, orang: Orang, hari: date) -> bool:
        """Whether somebody is on probation."""
        if orang.jenis not in ("PNS", "CPNS"):
            return False
        masuk = orang.nip[-1][0] if len(orang.nip) > 1 else orang.masuk
        return masuk <= hari and (hari.year - masuk.year) * 12 + hari.month - masuk.month < CPNS_BULAN


def people(pemda: Pemda, asn: int, seed: int) -> Penduduk:
    """The people of a region: at least as many as the stories need."""
    jumlah = max(asn, SEDIKIT)
    rng = dice(seed, pemda.nama, "orang")
    lahiran = Kelahiran(rng)
    panggung = Panggung(organisation(pemda, jumlah))
    Karier(panggung, rng, lahiran).jalan()
    Staf(panggung, rng, lahiran).isi(jumlah)
    # Whoever left before the files begin and was no official is in none of them.
    return Penduduk(pemda, panggung.sotk, lahiran.dibuat, panggung.semua, seed)


__all__ = ["ASN", "KINI", "SEDIKIT", "TANPA_NIP", "Penduduk", "people"]
